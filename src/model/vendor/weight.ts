import type { WeightOverride } from "../change/change-set.ts";
import { canonicalJson } from "../values/hash.ts";
import { differing } from "./diff.ts";
import { type Fields, SERVICE_FIELDS, VENDOR_FIELDS, type VendorFacts } from "./fields.ts";
import { GROUNDS, type Ground, Weight } from "./grounds.ts";
import type { VendorDocument } from "./vendor-document.ts";

/** The weight a change counts with: the operator's, if there is one. */
export function weightOf(change: { weight: Weight; weightOverride: WeightOverride | null }): Weight {
  return change.weightOverride?.weight ?? change.weight;
}

/** The heaviest of some weights: a set weighs as much as its heaviest change. */
export const heaviest = (weights: readonly Weight[]): Weight =>
  Weight.options.find((weight) => weights.includes(weight)) ?? "editorial";

/**
 * The weight of a change by what it does to people's data, and every ground of that weight. Which grounds there are when
 * a field differs is in its table (`fields.ts`), what a ground weighs in another (`grounds.ts`).
 */
export function weigh(before: VendorDocument | null, after: VendorDocument | null) {
  const found = groundsOf(before, after);
  const grounds: Ground[] = found.length > 0 ? found : [{ code: "details-only" }];
  const weight = heaviest(grounds.map(({ code }) => GROUNDS[code]));
  const decisive = grounds.filter(({ code }) => GROUNDS[code] === weight);
  // Several services may give the same ground.
  const distinct = new Map(decisive.map((ground) => [canonicalJson(ground), ground]));
  return { weight, weightGrounds: [...distinct.values()] };
}

function groundsOf(before: VendorDocument | null, after: VendorDocument | null): Ground[] {
  if (!before) return after ? [{ code: "vendor-added" }] : [];
  if (!after) return [{ code: "vendor-removed" }];
  return [
    ...fieldGrounds<VendorFacts>(VENDOR_FIELDS, before, after),
    ...after.services.flatMap((service): Ground[] => {
      const old = before.services.find(({ key }) => key === service.key);
      return old ? fieldGrounds(SERVICE_FIELDS, old, service) : [{ code: "service-added", name: service.key }];
    }),
    ...before.services
      .filter(({ key }) => !after.services.some((service) => service.key === key))
      .map(({ key }): Ground => ({ code: "service-removed", name: key })),
  ];
}

function fieldGrounds<Owner extends object>(fields: Fields<Owner>, before: Owner, after: Owner): Ground[] {
  const groundsOf = <Field extends keyof Owner>(field: Field) =>
    fields[field].weighs(before[field], after[field], { before, after });
  return differing(fields, before, after).flatMap(groundsOf);
}
