import { MECHANISMS } from "../model/vendor/mechanisms.ts";
import type { Location, Regime, Safeguard, Service, VendorDocument } from "../model/vendor/vendor-document.ts";

/** A safeguard as it is stated; only what it is must be said. */
export type Stated = Pick<Safeguard, "mechanism"> & Partial<Safeguard>;

/** A place, and what happens there. Reading from a place is a transfer to it, as storing there is. */
export type Place = Pick<Location, "country"> & Partial<Pick<Location, "kind">>;

/** All that a verdict depends on, besides the law and the date. */
export type Subject = {
  /** Where the recipient is established, if that is stated: only a company in the United States can be certified there. */
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

/** The regimes a safeguard is said to serve. */
export const regimesOf = ({ mechanism, regimes }: Stated): readonly Regime[] =>
  regimes?.length ? regimes : MECHANISMS[mechanism].unstated;
