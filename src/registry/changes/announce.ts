import type { Db } from "../../db/client.ts";
import type { Deps } from "../../deps.ts";
import type { ChangeSetRow, RecordedChange, Rectification } from "../../model/change/change-set.ts";
import type { Earliest } from "../../model/change/deadlines.ts";
import { asStored } from "../../model/change/draft.ts";
import { type DatedChange, dated } from "../../model/change/history.ts";
import { newcomersPlanned, withFormers } from "../../model/change/replacements.ts";
import { type AnnouncementTerms, decideTerms } from "../../model/change/terms.ts";
import { addDays, type IsoDate, latest } from "../../model/values/dates.ts";
import { Refusal, refuseField } from "../../model/values/refusal.ts";
import { mustBeAccepted } from "../../transfers/index.ts";
import type { Actor } from "../log/audit.ts";
import { announcedRecord } from "../log/digests.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { loadHistory } from "../log/history.ts";
import { nextSnapshotNumber, takeSnapshot } from "../log/snapshots.ts";
import { oweAnnouncement } from "../owed/set-notices.ts";
import { awaitApprovals } from "./announced/release.ts";
import type { Announcement } from "./announcement.ts";
import { hasAnnounced } from "./change-sets.ts";
import { type Concern, concernOf, endingBefore } from "./concerned.ts";
import { findDraft, refuseFutureSince, refuseUnfitDate } from "./draft/drafts.ts";
import { refuseUnapproved } from "./draft/four-eyes.ts";
import { hashOfDraft, refuseChanged } from "./draft/hash.ts";
import { overtakenIn, refuseOvertaken } from "./draft/overtaken.ts";
import { daysOf, pendingOf, refuseBeforePending } from "./draft/pending.ts";
import { recordReplaced } from "./draft/replaced.ts";
import { acceptErrors, recorded } from "./findings/accepted.ts";
import { disguisedIn } from "./findings/in-disguise.ts";
import { toAcceptOfChanges } from "./findings/of-changes.ts";
import { customersWithTerms } from "./named-customers.ts";
import { recordConcerned } from "./record-concerned.ts";
import { planChanges, reviseSet } from "./revisions.ts";

/**
 * Announces a draft: publishes it, and owes its notice to everyone concerned. Sends nothing. Refuses: invalid-request, not-found,
 * not-a-draft, empty-change-set, draft-changed, approval-required, vendor-changed-since, earlier-than-pending-change,
 * no-effective-date, effective-date-in-the-past, effective-date-too-early (with `earliest`, and the `customers` whose
 * contract does not allow the date), findings-not-accepted (with the `findings`), not-an-empty-registry,
 * recipients-changed (with how many there are by now).
 */
export function announceChangeSet(deps: Deps, actor: Actor, number: number, announcement: Announcement): Promise<void> {
  return writeRegistry(deps, actor, (w) => announceDraft(w, number, announcement));
}

/** The same, within another mutation. Where nothing was announced yet, a refusal says how the first list is. */
export async function announceDraft(w: Locked, number: number, announcement: Announcement): Promise<void> {
  try {
    await announceAsRead(w, number, announcement);
  } catch (error) {
    if (error instanceof Refusal && !announcement.baseline) {
      if (!(await hasAnnounced(w.db))) error.message += FIRST_LIST;
    }
    throw error;
  }
}

const FIRST_LIST =
  " Nothing was announced here yet: a list of what is so already is announced with `baseline: true`; it is in force at once, and nobody is told.";

async function announceAsRead(w: Locked, number: number, announcement: Announcement): Promise<void> {
  const draft = await readDraft(w, number, announcement);
  const terms = await termsAllowed(w, draft, announcement);
  const acceptedFindings = accept(w, draft, terms, announcement);
  const told = await publishSet(w, draft, terms, acceptedFindings);
  refuseOthersTold(told, announcement);
}

/** Refuses recipients-changed: other people would be told than whoever announces has read. Nothing of it stays. */
function refuseOthersTold(told: number, { recipients }: Announcement): void {
  if (recipients === undefined || recipients === told) return;
  throw new Refusal("recipients-changed", `${told} people would be told, and not ${recipients}.`, {
    errors: [{ pointer: "/recipients", detail: `is ${told} by now` }],
    members: { recipients: told },
  });
}

type Draft = { set: ChangeSetRow; changes: DatedChange[]; history: DatedChange[] };

/** The draft as whoever announces it has read it, and as it was approved where that is asked for. */
async function readDraft(w: Locked, number: number, announcement: Announcement): Promise<Draft> {
  const { baseline, effectiveOn, emergency } = announcement;
  if (baseline && (effectiveOn || emergency))
    throw refuseField("invalid-request", "/baseline", "takes effect at once, and takes no date or emergency");
  refuseFutureSince(w, announcement.rectification);
  const set = await findDraft(w, number);
  const history = dated(await loadHistory(w.db, { from: w.today }));
  const changes = history.filter((change) => change.changeSet === number);
  if (changes.length === 0) throw new Refusal("empty-change-set", `Change set ${number} has no changes to announce.`);
  refuseChanged(set, changes, announcement);
  refuseUnapproved(w, set, announcement);
  if (baseline) refuseUnlessEmpty(history);
  if (rectificationOf(set, announcement)) refuseTermsBeside(set, changes, announcement);
  return { set, changes, history };
}

/** That the list was wrong, or the change has happened already: as it is announced, or else as it was drafted. */
const rectificationOf = (set: ChangeSetRow, { rectification }: Announcement): Rectification | null =>
  rectification ? asStored(rectification) : set.rectification;

/** What has been so already has no date to come, no emergency, and is no first list. */
function refuseTermsBeside(set: ChangeSetRow, changes: readonly RecordedChange[], announcement: Announcement): void {
  const hasDate = announcement.effectiveOn ?? set.effectiveOn ?? changes.find((change) => change.plannedOn)?.plannedOn;
  if (hasDate || (announcement.emergency ?? set.emergencyReason) || announcement.baseline) {
    const detail = "takes effect at once, and takes no date, emergency or baseline";
    throw refuseField("invalid-request", "/rectification", detail);
  }
}

type AllowedTerms = AnnouncementTerms & { effectiveOn: IsoDate; concern: Concern };

/** The terms it is announced on, if every contract it concerns and every change it builds on allow them. */
async function termsAllowed(w: Locked, draft: Draft, announcement: Announcement): Promise<AllowedTerms> {
  const { set, changes, history } = draft;
  const { baseline = false } = announcement;
  const wish = {
    effectiveOn: announcement.effectiveOn ?? set.effectiveOn,
    emergencyReason: announcement.emergency?.reason ?? set.emergencyReason,
    baseline,
    rectification: rectificationOf(set, announcement),
  };
  const concern = await concernOf(w.db, w.organisation, w, changes, wish);
  const pending = pendingOf(history, changes);
  const decided = { changes, contracts: concern.contracts, builtOn: daysOf(pending) };
  const terms = decideTerms(w.organisation, decided, w.today, wish);
  const { effectiveOn, earliestEffectiveOn: earliest } = terms;
  for (const { vendor, effectiveOn: own } of terms.changes) refuseUnfitDate(w, own, dateOf(changes, vendor));
  if (effectiveOn === null) throw withoutDate(earliest);
  const by = wish.emergencyReason === null ? "earliestEffectiveOn" : "earliestInEmergencyOn";
  if (terms.tooEarly.length > 0)
    throw tooEarly(terms, changes, by, await whoseDateIsAfter(w.db, concern, terms.tooEarly, by));
  refuseOvertaken(set.number, overtakenIn(history, changes));
  refuseBeforePending(pending, terms);
  const contracts = endingBefore(concern.contracts, w.organisation, w, terms.changes);
  return { ...terms, effectiveOn, concern: { ...concern, contracts } };
}

/** Where the date of a vendor's change was given: its own, or its set's. */
function dateOf(changes: readonly RecordedChange[], slug: string): string {
  const hasOwn = changes.some(({ vendor, plannedOn }) => vendor.slug === slug && plannedOn !== null);
  return hasOwn ? `/changes/${slug}/effectiveOn` : "/effectiveOn";
}

/** The customers whose contract does not allow the date of a change that concerns them. */
function whoseDateIsAfter(db: Db, concern: Concern, tooEarly: AnnouncementTerms["tooEarly"], by: Earliest) {
  const days = new Map(tooEarly.map(({ vendor, effectiveOn }) => [vendor, effectiveOn]));
  const later = concern.contracts
    .map((contract) => ({ ...contract, earliestEffectiveOn: contract[by] }))
    .filter(({ earliestEffectiveOn: earliest, vendors }) =>
      vendors.some((vendor) => earliest > (days.get(vendor) ?? earliest)),
    );
  return customersWithTerms(db, concern, later);
}

/** What is found about its documents and has to be accepted, as far as whoever announces it accepts them. */
function accept(w: Locked, draft: Draft, { effectiveOn, rectification }: AllowedTerms, announcement: Announcement) {
  const isRectification = rectification !== null;
  const how = { isIntended: !isRectification && !announcement.baseline };
  const disguised = disguisedIn(draft.changes, { isRectification }).filter((each) => mustBeAccepted(each, how));
  const errors = [...disguised, ...toAcceptOfChanges(w, draft.history, draft.changes, effectiveOn, how)];
  // A baseline states what is so already: what is wrong with it is recorded, and mended afterwards.
  if (announcement.baseline && errors.length > 0) return { reason: null, findings: recorded(errors) };
  return acceptErrors(errors, announcement);
}

/** Makes it what is published, and owes its notice to whom it concerns. Gives how many people are told. */
async function publishSet(
  w: Locked,
  { set: draft, changes }: Draft,
  terms: AllowedTerms,
  acceptedFindings: ReturnType<typeof accept>,
): Promise<number> {
  const { number } = draft;
  const { weight, effectiveOn, lastDayToObjectOn, emergency, concern } = terms;
  const whom = { changeSet: number, parts: concern.parts, dates: concern.contracts, since: null };
  const approved = terms.isSilent ? new Set() : await recordConcerned(w, whom);
  const waiting = terms.changes.flatMap(({ vendor, waits }) => (waits ? vendor : []));
  const newcomers = newcomersPlanned(changes, terms.changes);
  await planChanges(w, number, terms.changes, effectiveOn);
  await recordReplaced(w, number, changes);
  const asked = waiting.filter((slug) => approved.has(slug));
  await awaitApprovals(w, number, withFormers(asked, newcomers));
  await reviseSet(w, number, {
    state: "announced",
    baseline: terms.baseline,
    weight,
    effectiveOn,
    lastDayToObjectOn,
    emergencyReason: emergency?.reason ?? null,
    rectification: terms.rectification,
    announcedAt: w.now,
    publishedAs: await nextSnapshotNumber(w),
  });
  const snapshot = await takeSnapshot(w, `change-set.announced:${number}`);
  const owed = { changeSet: number, snapshot: snapshot.number, changes };
  const notice = terms.isSilent ? null : await oweAnnouncement(w, owed);
  const record = await announcedRecord(w.db, number, notice);
  w.audit("change-set.announced", number, {
    draft: hashOfDraft(draft, changes),
    weight,
    effectiveOn,
    waits: withFormers(waiting, newcomers),
    emergency,
    acceptedFindings,
    snapshot: snapshot.hash,
    ...record,
  });
  return record.owed?.deliveries ?? 0;
}

function refuseUnlessEmpty(history: RecordedChange[]): void {
  if (history.some(({ set }) => set.state !== "draft")) {
    throw new Refusal("not-an-empty-registry", "A baseline is the first announcement; this registry already has one.");
  }
}

function withoutDate(earliest: IsoDate): Refusal {
  return new Refusal("no-effective-date", "A material change needs the date from which it applies.", {
    errors: [{ pointer: "/effectiveOn", detail: `is required; the earliest is ${earliest}` }],
    members: { earliest },
  });
}

function tooEarly(
  terms: AnnouncementTerms,
  changes: readonly RecordedChange[],
  by: Earliest,
  { total, named }: Awaited<ReturnType<typeof whoseDateIsAfter>>,
): Refusal {
  const { tooEarly: early } = terms;
  const contracts = total === 1 ? "One customer's contract does" : `${total} customers' contracts do`;
  const whose = total === 0 ? "" : ` ${contracts} not allow the date.`;
  const lastOf = (days: IsoDate[]) => days.reduce((a, b) => latest(a, b));
  const isEmergency = by === "earliestInEmergencyOn";
  const allowed = lastOf(early.map(({ allowedFrom, takenFrom }) => (isEmergency ? takenFrom : allowedFrom)));
  const earliest = lastOf(terms.changes.map(({ takenFrom }) => takenFrom));
  const unless = isEmergency ? "in an emergency too" : "unless emergency.reason says why";
  // Several changes may take the one date of the set.
  const errors = [...new Set(early.map(({ vendor }) => dateOf(changes, vendor)))].map((pointer) => {
    const taking = terms.changes.filter(({ vendor }) => dateOf(changes, vendor) === pointer);
    const from = lastOf(taking.map(({ takenFrom }) => takenFrom));
    return { pointer, detail: `must be ${from} or later, ${unless}` };
  });
  return new Refusal(
    "effective-date-too-early",
    `Its notice and objection periods end on ${addDays(allowed, -1)}.${whose}`,
    { errors, members: { earliest, customers: named } },
  );
}
