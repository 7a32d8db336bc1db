import type { Weight, WeightOverride } from "../change/change-set.ts";
import { differing } from "./diff.ts";
import { type Fields, SERVICE_FIELDS, VENDOR_FIELDS, type VendorFacts } from "./fields.ts";
import type { VendorDocument } from "./vendor-document.ts";
import { type Ground, informative, material } from "./weighing.ts";

const ORDER: Weight[] = ["editorial", "informative", "material"];

/** The weight a change counts with: the operator's, if there is one. */
export function weightOf(change: { weight: Weight; weightOverride: WeightOverride | null }): Weight {
  return change.weightOverride?.weight ?? change.weight;
}

/** The heavier of two weights: a set weighs as much as its heaviest change. */
export function heaviest(weights: readonly Weight[]): Weight {
  return ORDER[Math.max(0, ...weights.map((weight) => ORDER.indexOf(weight)))] ?? "editorial";
}

/**
 * The weight of a change by what it does to people's data: more of it, elsewhere, or less protected is material
 * (GDPR Art. 28(2): an intended addition or replacement); less or better protected is informative; words and links
 * are editorial. What each field weighs is in its table (`fields.ts`); the reason names every ground of that weight.
 */
export function weigh(before: VendorDocument | null, after: VendorDocument | null): Ground {
  const grounds = groundsOf(before, after);
  const weight = heaviest(grounds.map((ground) => ground.weight));
  const reasons = grounds.filter((ground) => ground.weight === weight).map(({ reason }) => reason);
  return { weight, reason: [...new Set(reasons)].join("; ") || "wording, links or contact only" };
}

function groundsOf(before: VendorDocument | null, after: VendorDocument | null): Ground[] {
  if (!before) return after ? [material("vendor added")] : [];
  if (!after) return [informative("vendor removed")];
  return [
    ...fieldGrounds<VendorFacts>(VENDOR_FIELDS, before, after),
    ...after.services.flatMap((service) => {
      const old = before.services.find(({ key }) => key === service.key);
      return old ? fieldGrounds(SERVICE_FIELDS, old, service) : [material(`service added: ${service.key}`)];
    }),
    ...before.services
      .filter(({ key }) => !after.services.some((service) => service.key === key))
      .map(({ key }) => informative(`service removed: ${key}`)),
  ];
}

function fieldGrounds<Owner extends object>(fields: Fields<Owner>, before: Owner, after: Owner): Ground[] {
  const groundsOf = <Field extends keyof Owner>(field: Field) =>
    fields[field].weighs(before[field], after[field], { before, after });
  return differing(fields, before, after).flatMap(groundsOf);
}
