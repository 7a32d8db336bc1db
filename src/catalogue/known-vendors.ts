import { z } from "zod";
import { HttpUrl, Key, line } from "../model/values/text.ts";
import { Country } from "../model/vendor/countries.ts";
import { companiesOf } from "./contracts.ts";
import recorded from "./vendors.json" with { type: "json" };

/**
 * What a catalogue says of a vendor. The country is that of its legal entity. Plain errors of the source are mended, but
 * nobody has checked each.
 */
export const KnownVendor = z.strictObject({
  id: Key,
  name: line(),
  /** By which it is found as well. */
  formerNames: z.array(line()).optional(),
  legalName: line().optional(),
  country: Country,
  website: HttpUrl,
  privacyPolicyUrl: HttpUrl.optional(),
  dpaUrl: HttpUrl.optional(),
  subprocessorsUrl: HttpUrl.optional(),
});
export type KnownVendor = z.infer<typeof KnownVendor>;

/** Whose catalogue it is, and where it can be read. */
export const CATALOGUE_SOURCE = {
  name: "Probo, vendors.json",
  url: "https://github.com/getprobo/probo/blob/main/apps/console/public/data/vendors/vendors.json",
};

export const KNOWN_VENDORS: readonly KnownVendor[] = recorded.vendors;

export const knownVendor = (id: string): KnownVendor | undefined => KNOWN_VENDORS.find((each) => each.id === id);

const MOST = 5;

const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

/** The companies that contract for it. */
const namesOf = (vendor: KnownVendor): string =>
  companiesOf(vendor)
    .map(({ legalName = "" }) => legalName)
    .join("|");

/** The vendors that have a text in their name, a former one, legal entity or domain: those whose name begins with it first, five at most. */
export function findKnown(text: string): KnownVendor[] {
  const sought = folded(text);
  if (sought === "") return [];
  const rank = (vendor: KnownVendor): number =>
    [vendor.name, vendor.formerNames?.join("|"), namesOf(vendor), new URL(vendor.website).hostname]
      .map((field = "") => folded(field).indexOf(sought))
      .map((at, field) => (at < 0 ? Number.POSITIVE_INFINITY : at === 0 ? field : field + 4))
      .reduce((a, b) => Math.min(a, b));
  return KNOWN_VENDORS.map((vendor) => ({ vendor, rank: rank(vendor) }))
    .filter((each) => each.rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || a.vendor.name.length - b.vendor.name.length)
    .slice(0, MOST)
    .map(({ vendor }) => vendor);
}
