import { and, eq } from "drizzle-orm";
import { changeSets } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import type { RecordedChange } from "../../model/change-set.ts";
import type { IsoDate } from "../../model/dates.ts";
import { deadlinesOf, earliestOf } from "../../model/deadlines.ts";
import { type DatedChange, dated, newestAnnounced } from "../../model/history.ts";
import { Refusal } from "../../model/refusal.ts";
import { heaviest, weightOf } from "../../model/weight.ts";
import type { Actor } from "../log/audit.ts";
import { announcedRecord } from "../log/digests.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { loadHistory } from "../log/load-history.ts";
import { nextSnapshotNumber, takeSnapshot } from "../log/snapshots.ts";
import { oweAnnouncement } from "../owed/owe.ts";
import { acceptErrors, recorded } from "./accepted-findings.ts";
import type { Announcement } from "./announcement.ts";
import { contractsConcerned, recordConcerned, whoseDateIsAfter } from "./concerned.ts";
import { findDraft, refusePastDate } from "./drafts.ts";
import { errorsOfChanges } from "./findings-of-changes.ts";
import { hashOfDraft, refuseChanged, refuseUnapproved } from "./four-eyes.ts";
import { touchVendorsOf } from "./revisions.ts";

/**
 * Announces a draft: publishes it, and owes its notice to everyone concerned. Sends nothing. Refuses: not-found,
 * not-a-draft, empty-change-set, draft-changed, approval-required, vendor-changed-since, earlier-than-pending-change,
 * no-effective-date, effective-date-in-the-past, effective-date-too-early (with `earliest`, and the `customers` whose
 * contract does not allow the date), findings-not-accepted (with the `findings`), not-an-empty-registry.
 */
export function announceChangeSet(deps: Deps, actor: Actor, number: number, announcement: Announcement): Promise<void> {
  return writeRegistry(deps, actor, (w) => announceDraft(w, number, announcement));
}

/** The same, within another mutation. */
export async function announceDraft(w: Locked, number: number, announcement: Announcement): Promise<void> {
  const { db, organisation, now, today } = w;
  const set = await findDraft(w, number);
  const history = dated(await loadHistory(db));
  const announced = history.filter((change) => change.changeSet === number);
  if (announced.length === 0) throw new Refusal("empty-change-set", `Change set ${number} has no changes to announce.`);
  refuseChanged(set, announced, announcement);
  refuseUnapproved(w, set, announcement);
  if (announcement.baseline) refuseUnlessEmpty(history);

  const weight = heaviest(announced.map(weightOf));
  const waits = weight === "material" && !announcement.baseline;
  const own = deadlinesOf(organisation, today);
  const contracts = waits ? await contractsConcerned(db, organisation, today, announced) : null;
  const earliest = contracts ? earliestOf(own, contracts) : today;
  const emergency = announcement.emergency?.reason ?? set.emergencyReason;
  const wanted = announcement.baseline ? today : (announcement.effectiveOn ?? set.effectiveOn ?? undefined);
  refusePastDate(w, wanted);
  const effectiveOn = wanted ?? (waits && emergency === null ? refuseWithoutDate(earliest) : today);
  if (effectiveOn < earliest && emergency === null) {
    throw tooEarly(earliest, await whoseDateIsAfter(db, announced, contracts ?? [], effectiveOn));
  }
  for (const change of announced) refuseIfOvertaken(history, change, effectiveOn);
  const errors = errorsOfChanges(organisation, history, announced, effectiveOn);
  // A baseline states what is so already: what is wrong with it is recorded, and mended afterwards.
  const isMerelyRecorded = announcement.baseline === true && errors.length > 0;
  const acceptedFindings = isMerelyRecorded
    ? { reason: null, findings: recorded(errors) }
    : acceptErrors(errors, announcement.accepted);

  const silent = weight === "editorial" || announcement.baseline === true;
  const concerned = silent ? null : await recordConcerned(w, number, announced, contracts);
  const hurried = effectiveOn < earliest ? emergency : null;
  await db
    .update(changeSets)
    .set({
      state: "announced",
      baseline: announcement.baseline ?? false,
      weight,
      effectiveOn,
      lastDayToObjectOn: waits ? own.lastDayToObjectOn : null,
      // Where nothing had to be waited for, nothing was hurried: the notice would say what is not so.
      emergencyReason: hurried,
      awaitsApproval: waits && (concerned?.specific ?? 0) > 0,
      announcedAt: now,
      publishedAs: await nextSnapshotNumber(w),
      updatedAt: now,
    })
    .where(and(eq(changeSets.number, number), eq(changeSets.state, "draft")));
  await touchVendorsOf(w, number);
  const snapshot = await takeSnapshot(w, `change-set.announced:${number}`);
  const owed = { changeSet: number, snapshot: snapshot.number, changes: announced };
  const notice = silent ? null : await oweAnnouncement(w, owed);
  w.audit({
    action: "change-set.announced",
    subject: `change-set:${number}`,
    data: {
      draft: hashOfDraft(set, announced),
      weight,
      effectiveOn,
      emergency: hurried === null ? null : { reason: hurried },
      acceptedFindings,
      snapshot: snapshot.hash,
      ...(await announcedRecord(db, number, notice)),
    },
  });
}

function refuseUnlessEmpty(history: RecordedChange[]): void {
  if (history.some(({ set }) => set.state !== "draft")) {
    throw new Refusal("not-an-empty-registry", "A baseline is the first announcement; this registry already has one.");
  }
}

function refuseWithoutDate(earliest: IsoDate): never {
  throw new Refusal("no-effective-date", "A material change needs the date from which it applies.", {
    errors: [{ pointer: "/effectiveOn", detail: `is required; the earliest is ${earliest}` }],
    members: { earliest },
  });
}

function tooEarly(earliest: IsoDate, { total, named }: Awaited<ReturnType<typeof whoseDateIsAfter>>): Refusal {
  const contracts = total === 1 ? "One customer's contract does" : `${total} customers' contracts do`;
  const whose = total === 0 ? "" : ` ${contracts} not allow the date.`;
  return new Refusal("effective-date-too-early", `The notice period ends on ${earliest}.${whose}`, {
    errors: [{ pointer: "/effectiveOn", detail: `must be ${earliest} or later, unless emergency.reason says why` }],
    members: { earliest, customers: named },
  });
}

/** A change must build on the newest announced one of its vendor, and come into force no earlier than it. */
function refuseIfOvertaken(
  history: readonly DatedChange[],
  { vendorId, vendor, basedOn }: RecordedChange,
  effectiveOn: IsoDate,
) {
  const newest = newestAnnounced(history, vendorId);
  if ((newest?.changeSet ?? null) !== basedOn) {
    throw new Refusal(
      "vendor-changed-since",
      `"${vendor.slug}" was changed by another announcement since this draft.`,
      {
        members: { vendor: vendor.slug },
      },
    );
  }
  // Where that one waits for approvals beyond its date, so will this one.
  const pendingOn = newest && (newest.effectiveOn ?? newest.set.effectiveOn);
  if (pendingOn && pendingOn > effectiveOn) {
    throw new Refusal(
      "earlier-than-pending-change",
      `Change set ${newest.changeSet} changes "${vendor.slug}" on ${pendingOn}: this one cannot come before it.`,
      { members: { vendor: vendor.slug, earliest: pendingOn } },
    );
  }
}
