import { desc, eq } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { notices } from "../../../db/schema.ts";
import type { Deps } from "../../../deps.ts";
import type { RecordedChange } from "../../../model/change/change-set.ts";
import { type Entry, inForceOrder, listOn, plannedFor } from "../../../model/change/history.ts";
import type { ToldFinding } from "../../../model/people/notice.ts";
import { addDays, dateIn, type IsoDate } from "../../../model/values/dates.ts";
import type { VendorDocument } from "../../../model/vendor/vendor-document.ts";
import { findingsOf, findingsOfLaw, turnsUntil } from "../../../transfers/index.ts";
import { writeRegistry } from "../../log/frame.ts";
import { loadHistory } from "../../log/history.ts";
import { organisationToday } from "../../log/organisation.ts";
import { oweOrganisation } from "../../owed/owe.ts";
import { recorded } from "./accepted.ts";
import type { Judge } from "./of-changes.ts";

/** Days between two mails about findings, at least. */
const DAYS_BETWEEN = 7;

/**
 * Owes the organisation a mail about what has become due on its list without any edit: a certification to check again,
 * a decision about to end, an edition of the law that is old. At most one a week, none when there is nothing new, each
 * finding once. Safe to call at any time, from anywhere.
 */
export async function oweFindings(deps: Deps): Promise<void> {
  // Nothing is due at nearly every minute: the registry's lock is taken only when something is.
  const { today, ...judge } = await organisationToday(deps);
  if ((await dueOn(deps.db, judge, today)).length === 0) return;
  await writeRegistry(deps, "system", async (w) => {
    const findings = await dueOn(w.db, w, w.today);
    if (findings.length === 0) return;
    await oweOrganisation(w, { kind: "findings", about: { findings } });
    w.audit("findings.told", null, { findings: recorded(findings) });
  });
}

async function dueOn(db: Db, judge: Judge, today: IsoDate): Promise<ToldFinding[]> {
  const { organisation, law } = judge;
  if (!organisation.privacyEmail) return [];
  const { timeZone } = organisation;
  const told = await db
    .select({ about: notices.about, at: notices.createdAt })
    .from(notices)
    .where(eq(notices.kind, "findings"))
    .orderBy(desc(notices.createdAt));
  const [last] = told;
  const lastOn = last && dateIn(timeZone, last.at);
  // A mail further ahead was owed before the clock was set back.
  if (lastOn && today < addDays(lastOn, DAYS_BETWEEN) && lastOn < addDays(today, DAYS_BETWEEN)) return [];
  const before = told.flatMap(({ about, at }) =>
    (about?.findings ?? []).map((finding) => ({ finding, on: dateIn(timeZone, at) })),
  );
  const history = inForceOrder(await loadHistory(db)).flatMap(({ change, effectiveOn }) =>
    effectiveOn <= today ? [{ ...change, effectiveOn }] : [],
  );
  const versions = Map.groupBy(history, ({ vendor }) => vendor.slug);
  const turns = turnsUntil(today, law);
  const isTold = ({ identity }: ToldFinding) => before.some(({ finding }) => finding.identity === identity);
  const ofLaw = findingsOfLaw(law, today).map(
    ({ code, facts, pointer, identity }): ToldFinding => ({ ...OF_LAW, pointer, code, facts, identity }),
  );
  const ofVendors = listOn(history, today).flatMap((entry) => {
    const tellings = before.filter(({ finding }) => finding.vendor === entry.slug);
    // What the law has mended since, and broken again, is due again.
    const isSettled = ({ identity }: ToldFinding, since: IsoDate | undefined) =>
      since !== undefined &&
      !turns.some((day) => day > since && !foundIn(judge, entry, day).some((each) => each.identity === identity));
    const open = foundIn(judge, entry, today).filter(
      (each) => !isSettled(each, tellings.find(({ finding }) => finding.identity === each.identity)?.on),
    );
    if (open.length === 0) return [];
    const own = ownFindings(judge, versions.get(entry.slug) ?? []);
    return open.filter((finding) => !isSettled(finding, own.get(finding.identity)));
  });
  return [...ofLaw.filter((each) => !isTold(each)), ...ofVendors];
}

/** What is found about the law is about no vendor. */
const OF_LAW = { vendor: "", vendorName: "", changeSet: 0 };

/** What is found about a document by itself: the calendar has nothing to do with its neighbours on the list. */
function foundIn(
  { organisation: { regimes, safeguards }, law }: Judge,
  { slug, document, changeSet }: Entry,
  on: IsoDate,
) {
  return findingsOf(document, { regimes, on, listSafeguards: safeguards, law }).map(
    ({ code, facts, pointer, identity }): ToldFinding => ({
      vendor: slug,
      vendorName: document.name,
      changeSet,
      pointer,
      code,
      facts,
      identity,
    }),
  );
}

/**
 * What the operator's own edits have made to be found, and whoever announced them has seen, and for which day. What was
 * found of a vendor just before an edit is the calendar's doing, and stays so after it, whatever else the edit was about.
 */
function ownFindings(
  { organisation: { regimes, safeguards }, law }: Judge,
  versions: readonly Version[],
): ReadonlyMap<string, IsoDate> {
  let own = new Map<string, IsoDate>();
  let before: VendorDocument | null = null;
  for (const version of versions) {
    const { after } = version;
    // Whoever announced it saw it judged for the date it was meant for, however long it then waited for approvals.
    const on = plannedFor(version) ?? version.effectiveOn;
    const identitiesIn = (document: VendorDocument | null) =>
      document
        ? findingsOf(document, { regimes, on, listSafeguards: safeguards, law }).map(({ identity }) => identity)
        : [];
    const earlier = new Set(identitiesIn(before));
    const seen = own;
    own = new Map(
      identitiesIn(after).flatMap((identity) => {
        const since = earlier.has(identity) ? seen.get(identity) : on;
        return since === undefined ? [] : [[identity, since] as const];
      }),
    );
    before = after;
  }
  return own;
}

type Version = RecordedChange & { effectiveOn: IsoDate };
