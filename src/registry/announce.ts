import { and, eq } from "drizzle-orm";
import { changeSets } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { type Actor, audit } from "./audit.ts";
import { dateIn, type IsoDate, periodEnd } from "./dates.ts";
import { lockDraft, refusePastDate } from "./drafts.ts";
import { newestAnnounced, type RecordedChange } from "./history.ts";
import { loadHistory } from "./load-history.ts";
import { lockRegistry } from "./organisation.ts";
import type { Organisation } from "./organisation-document.ts";
import { oweAnnouncement } from "./owe.ts";
import { Refusal } from "./refusal.ts";
import { nextSnapshotNumber, takeSnapshot } from "./snapshots.ts";
import { touchVendorsOf } from "./touch.ts";
import { heaviest, weightOf } from "./weight.ts";

export type Announcement = {
  effectiveOn?: IsoDate | undefined;
  emergency?: { reason: string } | undefined;
  /** The first list of an empty registry: in force at once, and nobody is told. */
  baseline?: boolean | undefined;
};

/**
 * Announces a draft: publishes it, and owes its notice to everyone concerned. Sends nothing. Refuses: not-found,
 * not-a-draft, empty-change-set, vendor-changed-since, earlier-than-pending-change, no-effective-date,
 * effective-date-in-the-past, effective-date-too-early (with `earliest`), not-an-empty-registry.
 */
export function announceChangeSet(deps: Deps, number: number, announcement: Announcement, actor: Actor): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const organisation = await lockRegistry(tx);
    await announceDraft({ ...deps, db: tx }, organisation, number, announcement, actor);
  });
}

/** The same inside a transaction that already holds the registry's lock. */
export async function announceDraft(
  deps: Deps,
  organisation: Organisation,
  number: number,
  announcement: Announcement,
  actor: Actor,
): Promise<void> {
  const { db: tx, clock } = deps;
  const set = await lockDraft(tx, number);
  const history = await loadHistory(tx);
  const announced = history.filter((change) => change.changeSet === number);
  if (announced.length === 0) throw new Refusal("empty-change-set", `Change set ${number} has no changes to announce.`);
  if (announcement.baseline) refuseUnlessEmpty(history);

  const now = clock.now();
  const today = dateIn(organisation.timeZone, now);
  const weight = heaviest(announced.map(weightOf));
  const waits = weight === "material" && !announcement.baseline;
  const earliest = waits ? earliestEffectiveOn(organisation, today, announced) : today;
  const wanted = announcement.baseline ? today : (announcement.effectiveOn ?? set.effectiveOn ?? undefined);
  refusePastDate(deps, organisation, wanted);
  const effectiveOn = wanted ?? (waits && !announcement.emergency ? refuseWithoutDate(earliest) : today);
  if (effectiveOn < earliest && !announcement.emergency) throw tooEarly(earliest);
  for (const change of announced) refuseIfOvertaken(history, change, effectiveOn);

  const silent = weight === "editorial" || announcement.baseline === true;
  await tx
    .update(changeSets)
    .set({
      state: "announced",
      baseline: announcement.baseline ?? false,
      weight,
      effectiveOn,
      lastDayToObjectOn: waits ? periodEnd(today, organisation.objectionPeriod, organisation.holidays) : null,
      // Where nothing had to be waited for, nothing was hurried: the notice would say what is not so.
      emergencyReason: effectiveOn < earliest ? (announcement.emergency?.reason ?? null) : null,
      announcedAt: now,
      publishedAs: await nextSnapshotNumber(tx),
      updatedAt: now,
    })
    .where(and(eq(changeSets.number, number), eq(changeSets.state, "draft")));
  await touchVendorsOf(tx, number);
  const snapshot = await takeSnapshot(tx, clock, `change-set.announced:${number}`);
  if (!silent) await oweAnnouncement(tx, now, { changeSet: number, snapshot: snapshot.number, changes: announced });
  await audit(tx, clock, {
    actor,
    action: "change-set.announced",
    subject: `change-set:${number}`,
    data: { weight, effectiveOn, emergency: announcement.emergency ?? null, snapshot: snapshot.hash },
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

function tooEarly(earliest: IsoDate): Refusal {
  return new Refusal("effective-date-too-early", `The notice period ends on ${earliest}.`, {
    errors: [{ pointer: "/effectiveOn", detail: `must be ${earliest} or later, unless emergency.reason says why` }],
    members: { earliest },
  });
}

/** A change must build on the newest announced one of its vendor, and come into force no earlier than it. */
function refuseIfOvertaken(
  history: RecordedChange[],
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
  if (newest && newest.effectiveOn > effectiveOn) {
    throw new Refusal(
      "earlier-than-pending-change",
      `Change set ${newest.changeSet} changes "${vendor.slug}" on ${newest.effectiveOn}: this one cannot come before it.`,
      { members: { vendor: vendor.slug, earliest: newest.effectiveOn } },
    );
  }
}

/** The first day on which changes may take effect when they are announced on `today`. */
export function earliestEffectiveOn(organisation: Organisation, today: IsoDate, changes: RecordedChange[]): IsoDate {
  const waits = heaviest(changes.map(weightOf)) === "material";
  return waits ? periodEnd(today, organisation.noticePeriod, organisation.holidays) : today;
}
