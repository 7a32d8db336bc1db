import type { IsoDate } from "../registry/dates.ts";
import type { Regime, VendorDocument } from "../registry/vendor-document.ts";
import { type Assessment, assess, isWorse, VERDICTS } from "./assess.ts";
import { addDay, currentLaw, type Law, withoutRule } from "./law.ts";
import { subjectOf } from "./subject.ts";

/** A vendor of the list, by the name it is addressed with. */
export type Listed = { slug: string; document: VendorDocument };

/** One service under one regime. */
export type Transfer = { vendor: string; service: string; regime: Regime };

export type Assessed = Transfer & Assessment;

/** The verdict now, and the worse one that would follow. */
export type Fall = Transfer & { before: Assessment; after: Assessment };

/** Every service of the list under every regime, in the order of the list. */
export function assessAll(
  list: readonly Listed[],
  regimes: readonly Regime[],
  on: IsoDate,
  law: Law = currentLaw,
): Assessed[] {
  return transfersOf(list, regimes).map(({ subject, ...transfer }) => ({
    ...transfer,
    ...assess(subject, transfer.regime, on, law),
  }));
}

/** Which services would be covered worse if a rule fell, the most harmed first. Throws RangeError for a rule that does not exist. */
export function whatIf(
  list: readonly Listed[],
  regimes: readonly Regime[],
  on: IsoDate,
  without: string,
  law: Law = currentLaw,
): Fall[] {
  const fallen = withoutRule(law, without);
  return falls(list, regimes, (subject, regime) => [
    assess(subject, regime, on, law),
    assess(subject, regime, on, fallen),
  ]);
}

/** Which services are covered worse once a verdict ends within so many days, the most harmed first. */
export function expiring(
  list: readonly Listed[],
  regimes: readonly Regime[],
  on: IsoDate,
  days = 180,
  law: Law = currentLaw,
): Fall[] {
  return falls(list, regimes, (subject, regime) => {
    const before = assess(subject, regime, on, law);
    return [before, afterExpiry(subject, regime, on, before, days, law) ?? before];
  });
}

/** What follows a verdict that ends within so many days; undefined when it does not end, or nothing worse follows. */
export function afterExpiry(
  subject: Parameters<typeof assess>[0],
  regime: Regime,
  on: IsoDate,
  { verdict, until }: Assessment,
  days: number,
  law: Law,
): Assessment | undefined {
  if (until === null || until > addDay(on, days)) return undefined;
  const after = assess(subject, regime, addDay(until, 1), law);
  return isWorse(after.verdict, verdict) ? after : undefined;
}

function transfersOf(list: readonly Listed[], regimes: readonly Regime[]) {
  return list.flatMap(({ slug, document }) =>
    document.services.flatMap((service) => {
      const subject = subjectOf(document, service);
      return regimes.map((regime) => ({ vendor: slug, service: service.key, regime, subject }));
    }),
  );
}

function falls(
  list: readonly Listed[],
  regimes: readonly Regime[],
  compare: (subject: ReturnType<typeof subjectOf>, regime: Regime) => [Assessment, Assessment],
): Fall[] {
  return transfersOf(list, regimes)
    .map(({ subject, ...transfer }) => {
      const [before, after] = compare(subject, transfer.regime);
      return { ...transfer, before, after };
    })
    .filter(({ before, after }) => isWorse(after.verdict, before.verdict))
    .sort(byHarm);
}

/** Where it ends counts first, how far it falls second; then by name. */
function byHarm(a: Fall, b: Fall): number {
  const rank = ({ verdict }: Assessment) => VERDICTS.indexOf(verdict);
  const name = ({ vendor, service, regime }: Transfer) => `${vendor} ${service} ${regime}`;
  return rank(b.after) - rank(a.after) || rank(a.before) - rank(b.before) || (name(a) < name(b) ? -1 : 1);
}
