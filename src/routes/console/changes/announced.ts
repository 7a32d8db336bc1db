import type { Context } from "hono";
import { renderDifferences } from "../../../console/announced/differences.tsx";
import { renderEvidence } from "../../../console/announced/evidence.tsx";
import { renderMails } from "../../../console/announced/mails.tsx";
import { renderOverview } from "../../../console/announced/page.tsx";
import { ACTS, type Act, BEGINNINGS, type Did, type SetView } from "../../../console/announced/view.ts";
import { isForAnother } from "../../../model/change/four-eyes.ts";
import type { OperatorSet } from "../../../model/change/register.ts";
import { line } from "../../../model/values/text.ts";
import { answersTo } from "../../../registry/answers/of-set.ts";
import { listResponses } from "../../../registry/answers/responses.ts";
import {
  concernedBySet,
  missedOf,
  namesOfConcerned,
  progressOf,
  troubledMails,
  troubledPages,
} from "../../../registry/changes/announced/progress.ts";
import { getChangeSet, type OperatorView } from "../../../registry/changes/change-sets.ts";
import { listAudit } from "../../../registry/log/audit.ts";
import { namesIn } from "../../../registry/log/names.ts";
import { organisationToday } from "../../../registry/log/organisation.ts";
import { acceptedIn } from "../../../registry/proof/accepted.ts";
import { evidenceHead, isDoneAbout } from "../../../registry/proof/evidence.ts";
import { listRecipients, recipientPages, toldOfPostponements } from "../../../registry/proof/recipients.ts";
import { listToldCustomers } from "../../../registry/proof/told-customers.ts";
import { approversOf } from "../../../registry/users/actors.ts";
import { allows } from "../../../registry/users/api-keys.ts";
import { type App, createRouter } from "../../frame/context.ts";
import { downloadPack } from "../../frame/evidence-pack.ts";
import { registerView } from "../../public/reader.ts";
import { consoleView, leadTo } from "../frame.ts";
import { consoleRoutes, numberIn } from "../routes.ts";

/** The pages of a set that was announced. What can be done about it is beside them. */
export const announcedScreen = createRouter();

const route = consoleRoutes(announcedScreen);

const DIDS: readonly Did[] = [...(Object.keys(ACTS) as Act[]), ...BEGINNINGS];

/** What every page of a set needs; `missed`: whether mails of it can be sent again. */
export async function setView(c: Context<App>, set: OperatorView, missed: number): Promise<SetView> {
  const { deps, signedIn, scopes, actor } = c.var;
  const view = await consoleView(c, signedIn.user);
  const { today, organisation } = await organisationToday(deps);
  const did = c.req.query("did");
  const all = possibleOn(set, missed);
  const isLeft = all.includes("waive") && isForAnother(organisation, set, actor);
  const possible = isLeft ? all.filter((act) => act !== "waive") : all;
  return {
    ...view,
    set,
    today,
    register: { ...(await registerView(c)), locale: view.locale, lang: view.lang },
    may: [
      ...possible.filter((act) => allows(scopes, ACTS[act].role)),
      allows(scopes, "admin") ? "evidence" : "evidencePage",
    ],
    waivers: isLeft ? await approversOf(deps.db, set.authors) : null,
    did: DIDS.find((each) => each === did),
  };
}

/** What can be done about a set as it is; the verbs have the last word. */
function possibleOn(set: OperatorSet, missed: number): Act[] {
  const isLive = set.state !== "withdrawn" && !set.baseline;
  const isComing = isLive && set.state === "announced";
  const can: Record<Act, boolean> = {
    withdraw: isComing,
    correct: isLive,
    postpone: isComing,
    waive: isLive && set.approvals !== null && set.approvals.releasedOn === null,
    resend: missed > 0,
  };
  return (Object.keys(ACTS) as Act[]).filter((act) => can[act]);
}

/** The customers that a set waits for, as many as are named. */
const waitedFor = ({ approvals }: OperatorSet): string[] =>
  approvals ? [...approvals.missing, ...approvals.objecting, ...approvals.former].slice(0, 200) : [];

const OPEN_SHOWN = 10;

/** The page of a set that was announced. */
export async function announcedPage(c: Context<App>, set: OperatorView): Promise<string> {
  const { deps } = c.var;
  const { db } = deps;
  const { number } = set;
  const missed = await missedOf(db, set);
  const { organisation } = await organisationToday(deps);
  const open = await listResponses(deps, { changeSet: number, outcome: "open", limit: OPEN_SHOWN });
  return renderOverview({
    ...(await setView(c, set, missed)),
    part: "overview",
    accepted: await acceptedIn(deps, number),
    concerned: await concernedBySet(db, number),
    names: await namesOfConcerned(db, number, waitedFor(set)),
    toldOf: await toldOfPostponements(db, number),
    reminderDays: organisation.reminderDays,
    answers: await answersTo(deps, number),
    open: open.data,
    progress: await progressOf(db, number),
    missed,
  });
}

/** A set that is no draft; of a draft, its own page. */
async function announcedSet(c: Context<App>): Promise<OperatorView | null> {
  const set = await getChangeSet(c.var.deps, numberIn(c));
  return set.state === "draft" ? null : set;
}

const toDraft = (c: Context<App>) => leadTo(c, `/console/changes/${numberIn(c)}`);

route("GET", "/console/changes/:number/differences", { role: "read" }, async (c) => {
  const set = await announcedSet(c);
  if (!set) return toDraft(c);
  const asked = c.req.query("cursor") ?? c.req.query("from") ?? "";
  const from = /^\d{1,5}$/.test(asked) ? Number(asked) : 0;
  const view = await setView(c, set, 0);
  return c.html(renderDifferences({ ...view, part: "differences", from }));
});

const MAILS_SHOWN = 50;
const CUSTOMERS_SHOWN = 20;

route("GET", "/console/changes/:number/told", { role: "read" }, async (c) => {
  const set = await announcedSet(c);
  if (!set) return toDraft(c);
  const { db } = c.var.deps;
  const cursor = c.req.query("cursor");
  // A cursor that is none begins at the beginning.
  const place = troubledPages.cursor.safeParse(cursor).data;
  const { data, next } = await troubledMails(db, set.number, { limit: MAILS_SHOWN, cursor: place });
  const missed = await missedOf(db, set);
  const [view, progress] = [await setView(c, set, missed), await progressOf(db, set.number)];
  const customers = await listToldCustomers(c.var.deps, set.number, { limit: CUSTOMERS_SHOWN });
  return c.html(renderMails({ ...view, part: "mails", progress, missed, customers, troubled: data, cursor, next }));
});

const READERS_SHOWN = 100;
const ANSWERS_SHOWN = 50;
const ENTRIES_SHOWN = 100;

/** As its JSON in the API, it is for whoever may read. A pack is not: the whole log is in it. */
route("GET", "/console/changes/:number/evidence", { role: "read" }, async (c) => {
  const set = await announcedSet(c);
  if (!set) return toDraft(c);
  const { deps } = c.var;
  const { db } = deps;
  const cursor = c.req.query("cursor");
  const q = line().safeParse(c.req.query("q")).data;
  const readers = await listRecipients(db, set.number, {
    q,
    limit: READERS_SHOWN,
    // A cursor that is none begins at the beginning.
    cursor: recipientPages.cursor.safeParse(cursor).data,
  });
  const answers = await listResponses(deps, { changeSet: set.number, limit: ANSWERS_SHOWN });
  const entries = await listAudit(deps, { isLike: isDoneAbout(set.number), limit: ENTRIES_SHOWN });
  const { snapshot, auditHead } = await evidenceHead(deps, set.number);
  return c.html(
    renderEvidence({
      ...(await setView(c, set, 0)),
      readers: readers.data,
      q,
      cursor,
      next: readers.next,
      answers: answers.data,
      moreAnswers: answers.next !== null,
      entries: entries.data,
      moreEntries: entries.next !== null,
      names: await namesIn(db, entries.data),
      called: await namesOfConcerned(db, set.number, waitedFor(set)),
      accepted: await acceptedIn(deps, set.number),
      toldOf: await toldOfPostponements(db, set.number),
      snapshot,
      head: auditHead,
      now: deps.clock.now(),
    }),
  );
});

route("GET", "/console/changes/:number/evidence.zip", { role: "admin" }, async (c) => {
  const { locale } = await consoleView(c);
  return downloadPack(c, numberIn(c), locale);
});
