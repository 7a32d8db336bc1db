import type { WeightOverride } from "../change/change-set.ts";
import { canonicalJson } from "../values/hash.ts";
import { differing } from "./diff.ts";
import { type Fields, SERVICE_FIELDS, VENDOR_FIELDS, type VendorFacts } from "./fields.ts";
import { GROUNDS, type Ground, Weight } from "./grounds.ts";
import { measuring, type Narrowing, type Whole } from "./reach.ts";
import { type Succession, successions } from "./succession.ts";
import type { Service, VendorDocument } from "./vendor-document.ts";
import { type Circumstances, type Setting, UNKNOWN_SETTING } from "./weighing.ts";

/** The weight a change counts with: the operator's, if there is one. */
export function weightOf(change: { weight: Weight; weightOverride: WeightOverride | null }): Weight {
  return change.weightOverride?.weight ?? change.weight;
}

/** The heaviest of some weights: a set weighs as much as its heaviest change. */
export const heaviest = (weights: readonly Weight[]): Weight =>
  Weight.options.find((weight) => weights.includes(weight)) ?? "editorial";

/** A ground, and the role of those it is about where GDPR Art. 28 is not about that. */
type Found = { ground: Ground; outside: Service["role"] | null };

/**
 * The weight of a change by what it does to people's data, and every ground of that weight. Which grounds there are when
 * a field differs is in its table (`fields.ts`), what a ground weighs in another (`grounds.ts`). What concerns only roles
 * to which GDPR Art. 28 does not apply is never material: nobody has a say in it.
 */
export function weigh(before: VendorDocument | null, after: VendorDocument | null, setting: Setting = UNKNOWN_SETTING) {
  const all = groundsOf(before, after, setting);
  const found: Found[] = all.length > 0 ? all : [{ ground: { code: "details-only" }, outside: null }];
  const weight = heaviest(found.map(weightOfFound));
  const decisive = found.filter((each) => weightOfFound(each) === weight);
  const grounds = [...decisive.map(({ ground }) => ground), ...decisive.flatMap(whyLightened)];
  return { weight, weightGrounds: distinct(grounds) };
}

/** Each ground once, for all whom it is about: several services may give the same. */
function distinct(grounds: readonly Ground[]): Ground[] {
  const same = Map.groupBy(grounds, ({ only: _, ...ground }) => canonicalJson(ground));
  return [...same].map(([ground, each]) => {
    const all = each.flatMap(({ only }) => only ?? [EVERYBODY]);
    const only = [...new Map(all.map((whom) => [canonicalJson(whom), whom])).values()];
    const bare = JSON.parse(ground) as Ground;
    return only.some(isEverybody) ? bare : { ...bare, only };
  });
}

const EVERYBODY: Whole = { products: [], hostingRegions: [] };
const isEverybody = ({ products, hostingRegions }: Whole): boolean => products.length + hostingRegions.length === 0;

const isLightened = ({ ground, outside }: Found) => outside !== null && GROUNDS[ground.code] === "material";

const weightOfFound = (found: Found): Weight => (isLightened(found) ? "informative" : GROUNDS[found.ground.code]);

/** Why a ground weighs less than it would. */
const whyLightened = (found: Found): Ground[] =>
  isLightened(found) && found.outside ? [{ code: "outside-article-28", role: found.outside }] : [];

/** Of some services the role of the first, where GDPR Art. 28 is about none of them. */
function outsideOf(services: readonly Pick<Service, "role">[]): Service["role"] | null {
  const isProcessing = services.some(({ role }) => role === "subprocessor" || role === "processor");
  return isProcessing ? null : (services[0]?.role ?? null);
}

function groundsOf(before: VendorDocument | null, after: VendorDocument | null, setting: Setting): Found[] {
  const found = (grounds: Ground[], services: readonly Service[]): Found[] =>
    grounds.map((ground) => ({ ground, outside: outsideOf(services) }));
  if (!before) return after ? found([{ code: "vendor-added" }], after.services) : [];
  if (!after) return found([{ code: "vendor-removed" }], before.services);

  const everyService = [...before.services, ...after.services];
  const named = everyService.flatMap((each): Narrowing[] => [each, ...each.locations]);
  const measure = measuring(setting, named);
  const circumstances: Circumstances = {
    // That a seat is no longer stated moves nobody: what covers it is needed as before.
    ...{ seesTransfer: setting.seesTransfer, establishedIn: after.country ?? before.country, measure },
    ...{ both: measure.of({}), gained: 0n, lost: 0n },
  };
  return [
    ...found(fieldGrounds<VendorFacts>(VENDOR_FIELDS, before, after, circumstances), everyService),
    ...successions(before.services, after.services, measure.of).flatMap((each) =>
      found(
        serviceGrounds(each, circumstances),
        [each.after, each.before].flatMap((service) => service ?? []),
      ),
    ),
  ];
}

/** What becomes of a service, or of the part of it that another takes over, and for whom. */
function serviceGrounds(each: Succession, circumstances: Circumstances): Ground[] {
  const { before, after, both, gained, lost } = each;
  const { said } = circumstances.measure;
  if (!before) return after ? [{ code: "service-added", name: after.key, only: said(gained) }] : [];
  if (!after) return [{ code: "service-removed", name: before.key, only: said(lost) }];
  const isMoved = before.key !== after.key;
  const moved: Ground[] = isMoved ? [{ code: "service-moved", name: before.key, to: after.key }] : [];
  const here = { ...circumstances, both, gained, lost };
  const grounds = [...moved, ...fieldGrounds<Service>(SERVICE_FIELDS, before, after, here)];
  return grounds.map((ground) => ({ only: said(both | gained | lost), ...ground }));
}

function fieldGrounds<Owner extends object>(
  fields: Fields<Owner>,
  before: Owner,
  after: Owner,
  circumstances: Circumstances,
): Ground[] {
  const groundsOf = <Field extends keyof Owner>(field: Field) =>
    fields[field].weighs(before[field], after[field], { before, after }, circumstances);
  return differing(fields, before, after).flatMap(groundsOf);
}
