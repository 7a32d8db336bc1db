import type { Organisation } from "../organisation-document.ts";
import { type IsoDate, latest } from "../values/dates.ts";
import type { LocalizedText } from "../values/text.ts";
import type { Weight } from "../vendor/grounds.ts";
import { heaviest, weightOf } from "../vendor/weight.ts";
import type { ChangeSetRow, RecordedChange } from "./change-set.ts";
import { type Deadlines, deadlinesOf, earliestOf } from "./deadlines.ts";

/**
 * What whoever announces asks for. A baseline and a rectification state what is so already: they take effect at once. Of a
 * baseline nobody is told.
 */
export type Wish = { effectiveOn: IsoDate | null; emergencyReason: LocalizedText | null } & Stating;

/** Whether a set states what is so already. */
export type Stating = Pick<ChangeSetRow, "baseline" | "rectification">;

/** On what terms one change of a set is announced. */
export type ChangeTerms = {
  /** By slug. */
  vendor: string;
  /** Whether those whom it concerns have a notice period first, and a say. */
  waits: boolean;
  /** The first day that every period it waits for allows. */
  allowedFrom: IsoDate;
  /** The same, and not before the announced change that it builds on. */
  earliestEffectiveOn: IsoDate;
  /** The first day that announcing takes: the same, or in an emergency the first that contracts allow then. */
  takenFrom: IsoDate;
  /** Whether it would take effect before the periods allow it, and no emergency says why, or one that a contract does not take. */
  isTooEarly: boolean;
  /** Whether the draft gives it a day that is not its set's. */
  hasOwnDay: boolean;
  /** The day it would take effect; null where a date has to be named and is not. */
  effectiveOn: IsoDate | null;
};

/** On what terms a set of changes is announced: change by change. Dates are the organisation's. */
export type AnnouncementTerms = ReturnType<typeof weighSet> & {
  changes: ChangeTerms[];
  /** The first day on which all of it may be in force. */
  earliestEffectiveOn: IsoDate;
  /** The day on which all of it would be in force: the latest of its changes'; null where a date has to be named and is not. */
  effectiveOn: IsoDate | null;
  /** The last day to object by the organisation's own period; null where nothing is waited for. */
  lastDayToObjectOn: IsoDate | null;
  /** Why some of it does not wait as long as it should; null where all does: the notice would say what is not so. */
  emergency: { reason: LocalizedText } | null;
  tooEarly: ChangeTerms[];
};

/** The dates of a contract, with the changes that concern those who have it: their vendors, by slug. */
export type ContractDates = Deadlines & { vendors: readonly string[] };

type Weighed = { weight: Weight | null };

const isSoAlready = ({ baseline, rectification }: Stating): boolean => baseline || rectification !== null;

/** Whether customers have a notice period first, and a say (GDPR Art. 28(2)): only what is material, and intended. */
export const waitsForCustomers = ({ weight, ...stating }: Weighed & Stating): boolean =>
  weight === "material" && !isSoAlready(stating);

/** Whether nobody is told. */
export const isSilent = ({ weight, baseline }: Weighed & Pick<Stating, "baseline">): boolean =>
  weight === "editorial" || baseline;

/** The weight of a set, and what follows from it before any contract is read. */
export function weighSet(changes: readonly RecordedChange[], { baseline, rectification }: Stating) {
  const kind = { baseline, rectification, weight: heaviest(changes.map(weightOf)) };
  return { ...kind, waits: waitsForCustomers(kind), isSilent: isSilent(kind) };
}

/** What decides on a draft: its changes, whose contracts they concern, and the days of the announced changes they build on. */
export type Decided = {
  changes: readonly RecordedChange[];
  contracts: readonly ContractDates[];
  /** By the vendor's slug. */
  builtOn: ReadonlyMap<string, IsoDate>;
};

/**
 * Decides on what terms changes would be announced on `today`, for the preview and for announcing alike. A change takes
 * effect on the date it was given, or else on that of the set; where none is named and nothing of the set waits, at once.
 */
export function decideTerms(
  organisation: Organisation,
  { changes, contracts, builtOn }: Decided,
  today: IsoDate,
  wish: Wish,
): AnnouncementTerms {
  const kind = weighSet(changes, wish);
  const own = deadlinesOf(organisation, today);
  const { emergencyReason: reason } = wish;
  const isNow = isSoAlready(wish);
  const byVendor = new Map<string, Deadlines[]>(changes.map(({ vendor }) => [vendor.slug, []]));
  for (const contract of contracts) for (const vendor of contract.vendors) byVendor.get(vendor)?.push(contract);
  const terms = changes.map((change): ChangeTerms => {
    const vendor = change.vendor.slug;
    const waits = waitsForCustomers({ ...wish, weight: weightOf(change) });
    const theirs = byVendor.get(vendor) ?? [];
    const first = builtOn.get(vendor) ?? today;
    const allowedFrom = waits ? earliestOf(own, theirs) : today;
    const noticedFrom = waits && reason !== null ? earliestOf(own, theirs, "earliestInEmergencyOn") : allowedFrom;
    const takenFrom = latest(noticedFrom, first);
    const atOnce = kind.waits && reason === null ? null : noticedFrom;
    const effectiveOn = isNow ? today : (change.plannedOn ?? wish.effectiveOn ?? atOnce);
    return {
      vendor,
      waits,
      allowedFrom,
      earliestEffectiveOn: latest(allowedFrom, first),
      takenFrom,
      isTooEarly: effectiveOn !== null && effectiveOn < noticedFrom,
      hasOwnDay: change.plannedOn !== null,
      effectiveOn,
    };
  });
  const early = terms.filter(({ effectiveOn, allowedFrom }) => effectiveOn !== null && effectiveOn < allowedFrom);
  const dates = terms.map(({ effectiveOn }) => effectiveOn);
  return {
    ...kind,
    changes: terms,
    earliestEffectiveOn: latest(today, ...terms.map(({ earliestEffectiveOn }) => earliestEffectiveOn)),
    effectiveOn: dates.includes(null) ? null : latest(today, ...dates.filter((date) => date !== null)),
    lastDayToObjectOn: kind.waits ? own.lastDayToObjectOn : null,
    emergency: early.length > 0 && reason !== null ? { reason } : null,
    tooEarly: terms.filter(({ isTooEarly }) => isTooEarly),
  };
}

/**
 * The changes with the days that announcing gives them: by the draft, as far as announcing takes its days; else by the date
 * that has to be named then, the latest of all these days. Whoever announces for that date announces what is shown.
 */
export function takenDays({ changes }: Pick<AnnouncementTerms, "changes">) {
  const days = changes.map((each) => ({
    ...each,
    effectiveOn: latest(each.takenFrom, each.effectiveOn ?? each.takenFrom),
  }));
  const isTaken = ({ effectiveOn, takenFrom }: ChangeTerms) => effectiveOn !== null && effectiveOn >= takenFrom;
  if (changes.every((change) => change.hasOwnDay || isTaken(change))) return days;
  const named = days.map(({ effectiveOn }) => effectiveOn).reduce((a, b) => latest(a, b));
  return days.map((each) => (each.hasOwnDay ? each : { ...each, effectiveOn: named }));
}
