import type { z } from "@hono/zod-openapi";
import type { IsoDate } from "../model/values/dates.ts";
import { explained } from "../model/values/explained.ts";
import type { Regime, VendorDocument } from "../model/vendor/vendor-document.ts";
import { assess } from "./assess.ts";
import type { Law } from "./law.ts";
import { subjectOf } from "./subject.ts";
import { type Assessment, isCoveredWorse } from "./verdict.ts";

export const Direction = explained({
  new: "the service was not there",
  gone: "the service is no longer there",
  better: "more is covered",
  worse: "less is covered",
});
export type Direction = z.infer<typeof Direction>;

/** How what covers a service changes; null stands for "not listed". */
export type VerdictChange = {
  service: string;
  regime: Regime;
  before: Assessment | null;
  after: Assessment | null;
  direction: Direction;
};

/**
 * What a change of a vendor's document does to its verdicts, by service (by key) and regime. Both versions are read
 * with the law of one date, the day the change takes effect: what the calendar does is no part of it.
 */
export function verdictChanges(
  before: VendorDocument | null,
  after: VendorDocument | null,
  regimes: readonly Regime[],
  on: IsoDate,
  law: Law,
): VerdictChange[] {
  const keys = new Set([...(before?.services ?? []), ...(after?.services ?? [])].map(({ key }) => key));
  return [...keys].flatMap((service) =>
    regimes.flatMap((regime) => {
      const [old, now] = [before, after].map((vendor) => assessed(vendor, service, regime, on, law));
      return change(service, regime, old ?? null, now ?? null);
    }),
  );
}

function assessed(vendor: VendorDocument | null, key: string, regime: Regime, on: IsoDate, law: Law) {
  const service = vendor?.services.find((each) => each.key === key);
  return vendor && service ? assess(subjectOf(vendor, service), regime, on, law) : null;
}

function change(service: string, regime: Regime, before: Assessment | null, after: Assessment | null): VerdictChange[] {
  const found = { service, regime, before, after };
  if (!before) return [{ ...found, direction: "new" }];
  if (!after) return [{ ...found, direction: "gone" }];
  if (isCoveredWorse(after, before)) return [{ ...found, direction: "worse" }];
  return isCoveredWorse(before, after) ? [{ ...found, direction: "better" }] : [];
}
