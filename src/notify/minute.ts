import { isUnavailable } from "../db/errors.ts";
import { oweDeadlines } from "../registry/answers/deadlines.ts";
import { oweAnswers } from "../registry/answers/tell.ts";
import { oweHeld } from "../registry/changes/announced/told-days.ts";
import { oweDraftsDue } from "../registry/changes/draft/due.ts";
import { oweFindings } from "../registry/changes/findings/weekly.ts";
import { announceAgain } from "../registry/owed/again.ts";
import { oweReminders } from "../registry/owed/reminders.ts";
import { forgetExpired } from "../registry/people/forget.ts";
import { endRetention } from "../registry/people/retention.ts";
import { drain, type SendingDeps } from "./drain.ts";
import { retryOrganisation } from "./organisation-mail.ts";
import { owePause } from "./pause.ts";

/**
 * What runs every minute, on Node and on Cloudflare: forgets, owes what the calendar makes due, sends. A task that
 * fails is logged by its name and tried again in a minute; the others run all the same.
 */
export async function runMinute(deps: SendingDeps, sending: Parameters<typeof drain>[1]): Promise<void> {
  const tasks = {
    forgetting: () => forgetExpired(deps),
    retention: () => endRetention(deps),
    again: () => announceAgain(deps),
    organisation: () => retryOrganisation(deps),
    held: () => oweHeld(deps),
    reminders: () => oweReminders(deps),
    answers: () => oweAnswers(deps),
    drafts: () => oweDraftsDue(deps),
    deadlines: () => oweDeadlines(deps),
    pause: () => owePause(deps),
    findings: () => oweFindings(deps),
    drain: () => drain(deps, sending),
  };
  for (const [task, run] of Object.entries<() => Promise<unknown>>(tasks)) {
    try {
      await run();
    } catch (error) {
      deps.log(`${task}.failed`, {
        unavailable: isUnavailable(error),
        name: error instanceof Error ? error.name : "unknown",
      });
    }
  }
}
