import { addDays, type IsoDate } from "../model/values/dates.ts";
import type { Regime, VendorDocument } from "../model/vendor/vendor-document.ts";
import { assess, assessAt } from "./assess.ts";
import { type Law, withoutRule } from "./law.ts";
import { placesOf, type Subject, subjectOf } from "./subject.ts";
import { type Assessment, isCoveredWorse, rankOf } from "./verdict.ts";

/** A vendor of the list, by the name it is addressed with. */
export type ListedVendor = { slug: string; document: VendorDocument };

/** One service under one regime. */
export type Transfer = { vendor: string; service: string; regime: Regime };

export type Assessed = Transfer & Assessment;

/** What is covered now, and the less that would be. */
export type Fall = Transfer & { before: Assessment; after: Assessment };

/** Every service of the list under every regime, in the order of the list. */
export function assessAll(
  list: readonly ListedVendor[],
  regimes: readonly Regime[],
  on: IsoDate,
  law: Law,
): Assessed[] {
  return transfersOf(list, regimes).map(({ subject, ...transfer }) => ({
    ...transfer,
    ...assess(subject, transfer.regime, on, law),
  }));
}

/**
 * Which services would be covered worse if a rule fell, the most harmed first. Throws RangeError for a rule that does not
 * exist.
 */
export function whatIf(
  list: readonly ListedVendor[],
  regimes: readonly Regime[],
  on: IsoDate,
  without: string,
  law: Law,
): Fall[] {
  const fallen = withoutRule(law, without);
  return falls(list, regimes, (subject, regime) => [
    assess(subject, regime, on, law),
    assess(subject, regime, on, fallen),
  ]);
}

/**
 * Whether a service rests, at a place that a decision recognises and under its regime, on a tool besides: that stays should the
 * decision fall, and the assessment of the country's law that it takes leans on the same findings (CJEU C-311/18; clause 14 of
 * Decision (EU) 2021/914). Throws RangeError for a rule that does not exist.
 */
export function keptByTool(
  list: readonly ListedVendor[],
  on: IsoDate,
  without: string,
  law: Law,
): (transfer: Transfer) => boolean {
  const { fallen } = withoutRule(law, without);
  if (!fallen || !("effect" in fallen) || fallen.effect !== "adequate") return () => false;
  const leaning = transfersOf(list, [fallen.regime]).filter(({ subject, regime }) =>
    placesOf(subject).some(
      (place) =>
        fallen.territories.includes(place.country) &&
        assessAt(subject, place, regime, on, law).reason.code === "safeguard",
    ),
  );
  const nameOf = ({ vendor, service, regime }: Transfer) => `${vendor} ${service} ${regime}`;
  const names = new Set(leaning.map(nameOf));
  return (transfer) => names.has(nameOf(transfer));
}

/** Which services are covered worse within so many days, by the law as it is known, the most harmed first. */
export function expiring(
  list: readonly ListedVendor[],
  regimes: readonly Regime[],
  on: IsoDate,
  days: number,
  law: Law,
): Fall[] {
  return falls(list, regimes, (subject, regime) => {
    const before = assess(subject, regime, on, law);
    const assessOn = (day: IsoDate) => assess(subject, regime, day, law);
    return [before, fallUntil(addDays(on, days), assessOn, { from: before, than: before }) ?? before];
  });
}

/** The first assessment after `from` that is worse than `than`; undefined if none follows one that ends by `last`. */
export function fallUntil(
  last: IsoDate,
  assessOn: (day: IsoDate) => Assessment,
  { from, than }: Record<"from" | "than", Assessment>,
): Assessment | undefined {
  for (let next = from; next.until !== null && next.until <= last; ) {
    next = assessOn(addDays(next.until, 1));
    if (isCoveredWorse(next, than)) return next;
  }
  return undefined;
}

function transfersOf(list: readonly ListedVendor[], regimes: readonly Regime[]) {
  return list.flatMap(({ slug, document }) =>
    document.services.flatMap((service) => {
      const subject = subjectOf(document, service);
      return regimes.map((regime) => ({ vendor: slug, service: service.key, regime, subject }));
    }),
  );
}

function falls(
  list: readonly ListedVendor[],
  regimes: readonly Regime[],
  compare: (subject: Subject, regime: Regime) => [Assessment, Assessment],
): Fall[] {
  return transfersOf(list, regimes)
    .map(({ subject, ...transfer }) => {
      const [before, after] = compare(subject, transfer.regime);
      return { ...transfer, before, after };
    })
    .filter(({ before, after }) => isCoveredWorse(after, before))
    .sort(byHarm);
}

/** Where it ends counts first, how far it falls second; then by name. */
function byHarm(a: Fall, b: Fall): number {
  const rank = ({ verdict }: Assessment) => rankOf(verdict);
  const name = ({ vendor, service, regime }: Transfer) => `${vendor} ${service} ${regime}`;
  return rank(b.after) - rank(a.after) || rank(a.before) - rank(b.before) || (name(a) < name(b) ? -1 : 1);
}
