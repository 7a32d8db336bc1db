import { companiesOf } from "../../catalogue/contracts.ts";
import { CATALOGUE_SOURCE, KNOWN_VENDORS, type KnownVendor } from "../../catalogue/known-vendors.ts";
import { foldName } from "../../model/values/text.ts";
import type { VendorInput } from "../../model/vendor/vendor-document.ts";
import type { Guess } from "../reading.ts";

let byName: ReadonlyMap<string, KnownVendor> | undefined;

/** Vendors of the catalogue by what they are and were called. */
function index(): ReadonlyMap<string, KnownVendor> {
  byName ??= new Map(
    KNOWN_VENDORS.toReversed().flatMap((vendor) =>
      [...companiesOf(vendor).map(({ legalName }) => legalName), ...(vendor.formerNames ?? []), vendor.name].flatMap(
        (name): [string, KnownVendor][] => (name ? [[foldName(name), vendor]] : []),
      ),
    ),
  );
  return byName;
}

/** What is known by a name, as it stands or before brackets. */
export const knownBy = (name: string): KnownVendor | undefined =>
  index().get(foldName(name)) ?? index().get(foldName(name.replace(/\s*\([^()]*\)$/, "")));

/** The company that a document names for a vendor. Of one that the catalogue has not, it knows no country where several contract. */
function companyOf(
  known: KnownVendor,
  { legalName }: VendorInput,
): { legalName?: string | undefined; country?: string | undefined } {
  const all = companiesOf(known);
  if (legalName === undefined) return all[0] ?? {};
  const named = all.find((each) => each.legalName !== undefined && foldName(each.legalName) === foldName(legalName));
  return named ?? (all.length > 1 ? { country: undefined } : {});
}

const OFFERED = ["legalName", "country", "website", "privacyPolicyUrl", "dpaUrl", "subprocessorsUrl"] as const;

/** What the catalogue says of a vendor and the file does not: offered, never taken over by itself. */
export function suggestionsFor(document: VendorInput): Guess[] {
  const known = knownBy(document.name) ?? (document.legalName ? knownBy(document.legalName) : undefined);
  if (!known) return [];
  const facts = { ...known, ...companyOf(known, document) };
  return OFFERED.flatMap((field): Guess[] => {
    const made = facts[field];
    if (made === undefined || document[field] !== undefined) return [];
    const from = `${CATALOGUE_SOURCE.name}: ${known.name}`;
    return [{ pointer: `/${field}`, from, made, rule: "catalogue", sure: false, instead: [], offered: true }];
  });
}
