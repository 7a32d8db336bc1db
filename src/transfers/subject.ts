import type { Location, Regime, Safeguard, Service, VendorDocument } from "../model/vendor-document.ts";
import type { Mechanism } from "./law.ts";

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

const EVERY: readonly Regime[] = ["eu", "uk", "ch"];

/**
 * What a safeguard is about when it does not say. Never more than its name tells: the UK Extension and the Swiss-US
 * framework are certified apart from the EU-US one, and approvals are given per regime; but Switzerland takes binding
 * corporate rules that the authority of a State with adequate protection has approved (FADP Art. 16(2)(e)).
 */
const UNSTATED: Record<Mechanism, readonly Regime[]> = {
  adequacy: EVERY,
  dpf: ["eu"],
  scc: ["eu"],
  "uk-idta": ["uk"],
  "uk-addendum": ["uk"],
  "swiss-addendum": ["ch"],
  bcr: ["eu", "ch"],
  "code-of-conduct": ["eu"],
  certification: ["eu"],
  "ad-hoc-clauses": ["eu"],
  derogation: EVERY,
};

/** The regimes a safeguard is said to serve. */
export const regimesOf = ({ mechanism, regimes }: Stated): readonly Regime[] =>
  regimes?.length ? regimes : UNSTATED[mechanism];
