import { readDataOf } from "../../evidence/check-entry.ts";
import type { AuditEntry } from "../../evidence/records.ts";
import { readData } from "../../model/actions.ts";
import { type Response, ResponseKind, ResponseOutcome } from "../../model/people/response.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import { whoOf } from "../answers/who.ts";
import { type LogNames, sayActor } from "../log/named.ts";
import { sayAction } from "../log/screen.tsx";

/** The entries of the log that are shown, newest first, with what their ids are called, and the answers they may be about. */
export type Done = {
  locale: ConsoleLocale;
  entries: readonly AuditEntry[];
  names: LogNames;
  answers: readonly Response[];
};

/** What the clock does by itself, unless an answer or a decision has just made it so. */
const FOLLOWS = ["change-set.released", "change-set.held"];
const CAUSES = ["response.recorded", "response.edited", "response.resolved"];

/** The answer, or the decision on one, in whose transaction a change ceased to wait or came to wait again; null where none did. */
function causeOf(entry: AuditEntry, { entries }: Done): AuditEntry | null {
  if (!FOLLOWS.includes(entry.action) || entry.actor !== "system") return null;
  const sameTime = entries.filter(({ at }) => at === entry.at);
  // Newest first. An answer or a decision is logged after what follows from it, a confirmed address before.
  const after = sameTime.findLast(({ action, sequence }) => sequence > entry.sequence && CAUSES.includes(action));
  const counted = ({ action, sequence }: AuditEntry) => sequence < entry.sequence && action === "response.counted";
  return after ?? sameTime.find(counted) ?? null;
}

/** The entries, newest first, with what follows from an answer above it: the log has the answer after what follows. */
export function causesBefore(view: Done): AuditEntry[] {
  const following = Map.groupBy(view.entries, (entry) => causeOf(entry, view));
  const own = following.get(null) ?? [];
  return own.flatMap((entry) => [...(following.get(entry) ?? []), entry]);
}

/** Who did it; of what follows from an answer, who answered or decided. */
export function whoDid(entry: AuditEntry, view: Done): string {
  const { actor } = causeOf(entry, view) ?? entry;
  const name = sayActor(actor, view.names, view.locale);
  return actor.startsWith("subscriber:") ? wordsFor(view.locale).screens.evidence.byLink(name) : name;
}

/** What was done, of an answer whose and which it was then: "No longer waits: Kanzlei Roth approves"; of a vendor, which. */
export function whatWasDone(entry: AuditEntry, view: Done): string {
  const { screens, mail } = wordsFor(view.locale);
  const action = sayAction(entry.action, view);
  const cause = causeOf(entry, view);
  if (cause) return `${mail.labelled(action)} ${whatWasDone(cause, view)}`;
  const [kind, slug = ""] = entry.subject.split(":", 2);
  if (kind === "vendor") return `${mail.labelled(action)} ${view.names.get(entry.subject)?.name ?? slug}`;
  const answer = view.answers.find(({ id }) => entry.subject === `response:${id}`);
  if (!answer) return action;
  const data = readDataOf(entry);
  const who = whoOf(answer, view);
  if (entry.action === "response.recorded" || entry.action === "response.edited") {
    const kind = ResponseKind.safeParse(readData("response.recorded", data)?.kind).data;
    return kind ? `${mail.labelled(action)} ${screens.answers.kinds[kind](who)}` : action;
  }
  const outcome = ResponseOutcome.safeParse(readData("response.resolved", data)?.outcome).data;
  const decided =
    entry.action === "response.resolved" && outcome ? ` (${screens.answers.outcomes[outcome].title})` : "";
  return `${mail.labelled(action)} ${who}${decided}`;
}
