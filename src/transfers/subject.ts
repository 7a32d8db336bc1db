import { covers } from "../model/vendor/countries.ts";
import { MECHANISMS } from "../model/vendor/mechanisms.ts";
import type { Location, Regime, Safeguard, Service, VendorDocument } from "../model/vendor/vendor-document.ts";

/** A safeguard as it is stated; only what it is must be said. */
export type Stated = Pick<Safeguard, "mechanism"> & Partial<Safeguard>;

/** A place, and what happens there. Reading from a place is a transfer to it, as storing there is. */
export type Place = Pick<Location, "country"> & Partial<Pick<Location, "kind">>;

/** A place that counts: one that is stated, or where the recipient is established. */
export type CountedPlace = { country: string; kind?: Location["kind"] | "establishment" };

/** All that a verdict depends on, besides the law and the date. */
export type Subject = {
  /** Where the recipient is established, if that is stated. */
  vendorCountry?: string | undefined;
  role?: Service["role"] | undefined;
  locations: readonly Place[];
  safeguards: readonly Stated[];
};

export const subjectOf = ({ country }: Pick<VendorDocument, "country">, service: Service): Subject => ({
  vendorCountry: country,
  role: service.role,
  locations: service.locations,
  safeguards: service.safeguards,
});

/**
 * The places that count, those stated first: disclosing to a company in a third country is a transfer there, wherever
 * its servers stand (EDPB Guidelines 05/2021, third criterion). Without a stated place there is none.
 */
export function placesOf({ locations, vendorCountry }: Subject): CountedPlace[] {
  const isApart = vendorCountry !== undefined && !locations.some(({ country }) => country === vendorCountry);
  if (locations.length === 0 || !isApart) return [...locations];
  return [...locations, { country: vendorCountry, kind: "establishment" }];
}

/** Whether a safeguard is said to cover a place; one that names no places is said to cover all of them. */
export const isStatedFor = ({ countries = [] }: Pick<Stated, "countries">, place: string): boolean =>
  countries.length === 0 || countries.some((each) => covers(each, place));

/** The regimes a safeguard is said to serve. */
export const regimesOf = ({ mechanism, regimes }: Stated): readonly Regime[] =>
  regimes?.length ? regimes : MECHANISMS[mechanism].unstated;
