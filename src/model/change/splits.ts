import { canonicalJson } from "../values/hash.ts";
import { isFor, placedFor } from "../vendor/places-for.ts";
import type { Whole } from "../vendor/reach.ts";
import type { Service } from "../vendor/vendor-document.ts";
import { type Documents, scopesNamed, vendorDiffers } from "./scope.ts";

/** A vendor whose services are divided otherwise than they were: for regions or products, or put together again. */

/** Whether services of a vendor come while others go. */
export function isDividedAnew({ before, after }: Documents): boolean {
  if (!before || !after) return false;
  const [old, now] = [before, after].map(({ services }) => new Set(services.map(({ key }) => key)));
  return canonicalJson([...(old ?? [])].sort()) !== canonicalJson([...(now ?? [])].sort());
}

/**
 * Whether those who use this have something else than they had, of some product in some hosting region, however the
 * vendor's services are divided and called. Who use all of them need not hear that what the vendor does not name is left
 * out, but that it is taken in. What is had of a product in a region is asked once.
 */
export function havingOther({ before, after }: Documents): (used: Whole) => boolean {
  const named = [before, after].flatMap((document) => (document ? scopesNamed(document) : []));
  const among = (field: keyof Whole) => {
    const known = new Set(named.flatMap((each) => each[field] ?? []));
    return (keys: string[]): Cell[] => {
      if (keys.length > 0)
        return [...new Set(keys.map((key) => (known.has(key) ? key : OTHER)))].map((key) => ({ key, isRest: false }));
      return [...[...known].map((key) => ({ key, isRest: false })), { key: OTHER, isRest: known.size > 0 }];
    };
  };
  const isOfAll = vendorDiffers({ before, after });
  const [ofProducts, ofRegions] = [among("products"), among("hostingRegions")];
  const answers = new Map<string, Difference>();
  const differenceFor = (product: string, region: string): Difference => {
    const used = { products: [product], hostingRegions: [region] };
    const name = canonicalJson(used);
    const answer =
      answers.get(name) ?? difference(isOfAll, had(before?.services ?? [], used), had(after?.services ?? [], used));
    answers.set(name, answer);
    return answer;
  };
  return ({ products, hostingRegions }) => {
    const regions = ofRegions(hostingRegions);
    return ofProducts(products).some((product) =>
      regions.some((region) => {
        const { differs, gains } = differenceFor(product.key, region.key);
        return product.isRest || region.isRest ? gains : differs;
      }),
    );
  };
}

/** One of what somebody uses; `isRest`: of all of them, those that the vendor does not name. */
type Cell = { key: string; isRest: boolean };
type Difference = { differs: boolean; gains: boolean };

function difference(isOfAll: boolean, before: string[], after: string[]): Difference {
  const gains = after.some((service) => !before.includes(service));
  return { differs: isOfAll || canonicalJson(before) !== canonicalJson(after), gains };
}

/** Whatever the vendor does not name. No key is empty. */
const OTHER = "";

/**
 * What those who use this have of a vendor: what is said of its services and of their places, but not for whom else.
 * A service is known by its purpose or category; where neither is stated, by its name.
 */
function had(services: readonly Service[], used: Whole): string[] {
  const stated = services
    .filter((service) => isFor(service, used))
    .map((service) => {
      const { key: _key, name, products: _products, hostingRegions: _regions, ...facts } = placedFor(service, used);
      const places = facts.locations.map(({ products: _of, hostingRegions: _in, ...place }) => canonicalJson(place));
      const known = facts.purpose === undefined && facts.category === undefined ? { name } : {};
      return canonicalJson({ ...facts, ...known, locations: [...new Set(places)].sort() });
    });
  return stated.sort();
}
