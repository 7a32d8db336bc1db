import type { Locale } from "../model/values/text.ts";
import type { Service, VendorInput } from "../model/vendor/vendor-document.ts";
import { type Company, type Contract, companiesOf, contractOf, keyOf } from "./contracts.ts";
import { KINDS } from "./kinds.ts";
import { findKnown, type KnownVendor, knownVendor } from "./known-vendors.ts";

export { CATALOGUE_SOURCE, findKnown } from "./known-vendors.ts";

/** So many letters say whom somebody looks for. */
const LEAST = 2;

/** The vendors that are like a text, once for each company that one may have the contract with. */
export const offeredFor = (text: string) =>
  (text.length < LEAST ? [] : findKnown(text)).flatMap((vendor) =>
    companiesOf(vendor).map((company, _, all) => ({
      ...company,
      id: keyOf(vendor, company),
      name: vendor.name,
      website: vendor.website,
      /** Whether it takes the company's name to tell it from the other. */
      isOneOf: all.length > 1,
    })),
  );

/** A vendor by the company that one has the contract with, as `keyOf` names it: "hubspot.ie". */
export function knownContract(
  key: string,
): { vendor: KnownVendor; company: Company; contract: Contract | undefined } | undefined {
  const [id = "", country] = key.split(".");
  const vendor = knownVendor(id);
  const company =
    vendor && companiesOf(vendor).find((each) => country === undefined || each.country.toLowerCase() === country);
  return vendor && company && { vendor, company, contract: contractOf(id) };
}

type Facts = { vendor: Partial<VendorInput>; service: Partial<Service> | null };

/**
 * What is known of a vendor by the company that contracts, in the languages of the list; a category is in its own alone.
 * Transfer tools are none of it: nobody is to publish clauses that nobody has signed.
 */
export function factsFor(key: string, own: Locale, locales: readonly Locale[]): Facts | undefined {
  const known = knownContract(key);
  if (!known) return undefined;
  const { vendor, company, contract } = known;
  const { id: _, ...facts } = vendor;
  const words = contract?.kind && KINDS[contract.kind];
  return {
    vendor: { ...facts, ...company },
    service: words
      ? {
          category: words[own][0],
          purpose: Object.fromEntries(locales.map((locale) => [locale, words[locale][1]])),
        }
      : null,
  };
}
