import { canonicalJson } from "../values/hash.ts";
import { isFor, placedFor } from "../vendor/places-for.ts";
import type { Whole } from "../vendor/reach.ts";
import type { VendorDocument } from "../vendor/vendor-document.ts";
import { type Documents, scopesNamed } from "./scope.ts";

/** A vendor whose services are divided otherwise than they were: for regions or products, or put together again. */

/** Whether services of a vendor come while others go. */
export function isDividedAnew({ before, after }: Documents): boolean {
  if (!before || !after) return false;
  const [old, now] = [before, after].map(({ services }) => new Set(services.map(({ key }) => key)));
  return canonicalJson([...(old ?? [])].sort()) !== canonicalJson([...(now ?? [])].sort());
}

/**
 * Whether those who use this have something else than they had, however the vendor's services are divided and called. Who
 * use the same of what the vendor names are asked once.
 */
export function havingOther({ before, after }: Documents): (used: Whole) => boolean {
  const named = [before, after].flatMap((document) => (document ? scopesNamed(document) : []));
  const known = new Set(named.flatMap(({ products = [], hostingRegions = [] }) => [...products, ...hostingRegions]));
  const answers = new Map<string, boolean>();
  const told = (keys: string[]) => [...new Set(keys.map((key) => (known.has(key) ? key : OTHER)))].sort();
  return ({ products, hostingRegions }) => {
    const used = { products: told(products), hostingRegions: told(hostingRegions) };
    const name = canonicalJson(used);
    const answer =
      answers.get(name) ?? canonicalJson(before && had(before, used)) !== canonicalJson(after && had(after, used));
    answers.set(name, answer);
    return answer;
  };
}

/** Whatever the vendor does not name. No key is empty. */
const OTHER = "";

/**
 * What those who use this have of a vendor: what is said of it, of its services and of their places, but not for whom else.
 * A service is known by its purpose or category; where neither is stated, by its name.
 */
function had({ services, ...vendor }: VendorDocument, used: Whole) {
  const stated = services
    .filter((service) => isFor(service, used))
    .map((service) => {
      const { key: _key, name, products: _products, hostingRegions: _regions, ...facts } = placedFor(service, used);
      const places = facts.locations.map(({ products: _of, hostingRegions: _in, ...place }) => canonicalJson(place));
      const known = facts.purpose === undefined && facts.category === undefined ? { name } : {};
      return canonicalJson({ ...facts, ...known, locations: [...new Set(places)].sort() });
    });
  return { vendor, services: stated.sort() };
}
