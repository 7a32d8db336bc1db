import { canonicalJson } from "../values/hash.ts";
import type { Narrowing } from "./reach.ts";
import type { Location, Service, VendorDocument } from "./vendor-document.ts";

const meet = (theirs: readonly string[] = [], ours: readonly string[] = []): boolean =>
  theirs.length === 0 || ours.length === 0 || ours.some((key) => theirs.includes(key));

/** Whether a service or a place is for somebody who uses this: for one of their products, in one of their regions. None named are all. */
export const isFor = (narrowed: Narrowing, used: Narrowing): boolean =>
  meet(narrowed.products, used.products) && meet(narrowed.hostingRegions, used.hostingRegions);

/** A service with those of its places where data of some products and hosting regions may be; none named are all. */
export const placedFor = (service: Service, used: Narrowing): Service => ({
  ...service,
  locations: service.locations.filter((place) => isFor(place, used)),
});

/** A vendor as customers know it who use these: with the services and places that are for them. */
export function vendorFor(vendor: VendorDocument, uses: readonly Narrowing[]): VendorDocument {
  const isForThem = (narrowed: Narrowing) => uses.some((used) => isFor(narrowed, used));
  const among = (field: keyof Narrowing, theirs: string[]) => {
    const ours = uses.map((used) => used[field] ?? []);
    return ours.some((keys) => keys.length === 0) ? theirs : theirs.filter((key) => ours.flat().includes(key));
  };
  const services = vendor.services.filter(isForThem).map((service) => ({
    ...service,
    products: among("products", service.products),
    hostingRegions: among("hostingRegions", service.hostingRegions),
    locations: service.locations.filter(isForThem),
  }));
  return { ...vendor, services };
}

const isNarrow = (place: Location): boolean =>
  (place.products ?? []).length > 0 || (place.hostingRegions ?? []).length > 0;

/**
 * For whom a version of a service differs from another: where nothing but places of some products or hosting regions
 * does, for those alone. Gives the service once for each of these, narrowed to it.
 */
export function narrowedTo(service: Service, other: Service | undefined): Service[] {
  const { locations: ours, ...facts } = service;
  const { locations: theirs = [], ...others } = other ?? {};
  const without = (some: Location[], known: Location[]) => {
    const same = new Set(known.map((each) => canonicalJson(each)));
    return some.filter((each) => !same.has(canonicalJson(each)));
  };
  const [come, gone] = [without(ours, theirs), without(theirs, ours)];
  const isWhole = canonicalJson(facts) !== canonicalJson(others) || come.length + gone.length === 0;
  if (isWhole || ![...come, ...gone].every(isNarrow)) return [service];
  return come.map(({ products = [], hostingRegions = [] }) => ({
    ...service,
    ...(products.length > 0 && { products }),
    ...(hostingRegions.length > 0 && { hostingRegions }),
  }));
}
