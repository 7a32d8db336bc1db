import type { Weight, WeightOverride } from "./change-set.ts";
import { covers } from "./countries.ts";
import { diff } from "./diff.ts";
import type { Safeguard, Service, VendorDocument } from "./vendor-document.ts";

/** How much a change concerns customers, and why: `reason` names every ground of that weight. */
export type Weighed = { weight: Weight; reason: string };

type Ground = { weight: Weight; reason: string };

const material = (reason: string): Ground => ({ weight: "material", reason });
const informative = (reason: string): Ground => ({ weight: "informative", reason });

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
 * are editorial.
 */
export function weigh(before: VendorDocument | null, after: VendorDocument | null): Weighed {
  const grounds = groundsOf(before, after);
  const weight = heaviest(grounds.map((ground) => ground.weight));
  const reasons = grounds.filter((ground) => ground.weight === weight).map(({ reason }) => reason);
  return { weight, reason: [...new Set(reasons)].join("; ") || "wording, links or contact only" };
}

function groundsOf(before: VendorDocument | null, after: VendorDocument | null): Ground[] {
  if (!before) return after ? [material("vendor added")] : [];
  if (!after) return [informative("vendor removed")];
  const grounds: Ground[] = [];
  const changed = new Set(diff(before, after).map(({ path }) => path));
  if (entityOf(before) !== entityOf(after)) grounds.push(material("legal entity replaced"));
  if (changed.has("/country")) {
    if (after.country) grounds.push(material(`country of establishment is now ${after.country}`));
    else grounds.push(informative("country of establishment no longer stated"));
  }
  if (changed.has("/relationship")) grounds.push(informative("relationship changed"));
  if (changed.has("/identity")) grounds.push(material("named party and category of recipients exchanged"));
  for (const service of after.services) {
    const old = before.services.find(({ key }) => key === service.key);
    if (old) grounds.push(...serviceGrounds(old, service));
    else grounds.push(material(`service added: ${service.key}`));
  }
  for (const service of before.services) {
    if (!after.services.some(({ key }) => key === service.key))
      grounds.push(informative(`service removed: ${service.key}`));
  }
  return grounds;
}

/** Who a vendor is: its legal entity, or by its name where that is not stated. */
export const entityOf = ({ legalName, name }: VendorDocument) => legalName ?? name;

function serviceGrounds(before: Service, after: Service): Ground[] {
  const grounds: Ground[] = [];
  if (before.role !== after.role) grounds.push(material(`new role: ${after.role}`));
  grounds.push(
    ...gainsAndLosses(before.locations, after.locations, ({ country }) => country, {
      gained: (country) =>
        before.locations.some((old) => covers(old.country, country))
          ? informative(`only in ${country} of what it was`)
          : material(`new country: ${country}`),
      lost: (country) =>
        after.locations.length === 0 ? material("places no longer stated") : informative(`no longer in ${country}`),
    }),
    ...gainsAndLosses(before.locations, after.locations, ({ country, kind }) => `${kind} in ${country}`, {
      gained: (use) => informative(`now also ${use}`),
      lost: (use) => informative(`no longer ${use}`),
    }),
    ...gainsAndLosses(before.dataCategories, after.dataCategories, (name) => name, {
      gained: (name) => material(`new data category: ${name}`),
      lost: (name) => informative(`data category no longer processed: ${name}`),
    }),
    ...gainsAndLosses(before.dataSubjects, after.dataSubjects, (name) => name, {
      gained: (name) => material(`new data subjects: ${name}`),
      lost: (name) => informative(`data subjects no longer concerned: ${name}`),
    }),
    ...gainsAndLosses(before.safeguards.flatMap(covered), after.safeguards.flatMap(covered), (name) => name, {
      gained: (name) => informative(`safeguard added: ${name}`),
      lost: (name) => material(`safeguard lost: ${name}`),
    }),
    ...gainsAndLosses(primary(before).flatMap(covered), primary(after).flatMap(covered), (name) => name, {
      gained: (name) => informative(`safeguard no longer a mere fallback: ${name}`),
      lost: (name) => material(`safeguard now a mere fallback: ${name}`),
    }),
    ...scopeGrounds("products", before.products, after.products),
    ...scopeGrounds("hosting regions", before.hostingRegions, after.hostingRegions),
  );
  if (before.optional && !after.optional) grounds.push(material("no longer optional"));
  if (!before.optional && after.optional) grounds.push(informative("now optional"));
  if (JSON.stringify(before.retention) !== JSON.stringify(after.retention))
    grounds.push(informative("retention changed"));
  return grounds;
}

const primary = ({ safeguards }: Service) => safeguards.filter(({ backup }) => !backup);

/** A safeguard counts once per regime it is said to cover. */
function covered({ mechanism, regimes, module }: Safeguard): string[] {
  const name = `${mechanism}${module ? ` module ${module}` : ""}`;
  return regimes.length === 0 ? [name] : regimes.map((regime) => `${name} (${regime})`);
}

function gainsAndLosses<T>(
  before: T[],
  after: T[],
  name: (item: T) => string,
  ground: { gained: (name: string) => Ground; lost: (name: string) => Ground },
): Ground[] {
  const [old, now] = [new Set(before.map(name)), new Set(after.map(name))];
  return [
    ...[...now].filter((each) => !old.has(each)).map(ground.gained),
    ...[...old].filter((each) => !now.has(each)).map(ground.lost),
  ];
}

/** No keys means all of them, so from some to none is wider. */
function scopeGrounds(what: string, before: string[], after: string[]): Ground[] {
  if (before.length === 0 && after.length === 0) return [];
  const wider = after.length === 0 || (before.length > 0 && after.some((key) => !before.includes(key)));
  const narrower = before.length === 0 || (after.length > 0 && before.some((key) => !after.includes(key)));
  return [...(wider ? [material(`wider ${what}`)] : []), ...(narrower ? [informative(`narrower ${what}`)] : [])];
}
