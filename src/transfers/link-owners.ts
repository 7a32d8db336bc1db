import type { VendorDocument } from "../registry/vendor-document.ts";

/** The fields of a vendor that hold a link to a page of its own. */
export const LINKS = [
  "website",
  "privacyPolicyUrl",
  "cookiePolicyUrl",
  "dpaUrl",
  "optOutUrl",
  "subprocessorsUrl",
] as const satisfies (keyof VendorDocument)[];

// Under a country's code, these are followed by the name someone registered: example.co.uk.
const SECOND_LEVEL = new Set(["ac", "co", "com", "edu", "gob", "gov", "ne", "net", "or", "org"]);

/** The domain someone registered, without the public list of suffixes: good enough to compare, not to decide. */
export function domainOf(link: string): string {
  const labels = (URL.parse(link)?.hostname ?? "").split(".");
  const [last = "", second = ""] = labels.toReversed();
  return labels.slice(last.length === 2 && SECOND_LEVEL.has(second) ? -3 : -2).join(".");
}

/** The domains that are a vendor's: its website's, and those of its links that carry its name. */
export function domainsOf(vendor: VendorDocument): Set<string> {
  const names = [vendor.name, vendor.legalName ?? ""].map(squash);
  const domains = LINKS.flatMap((field) => {
    const link = vendor[field];
    if (!link) return [];
    const domain = domainOf(link);
    const label = squash(domain.split(".")[0] ?? "");
    return field === "website" || (label !== "" && names.some((name) => name.startsWith(label))) ? [domain] : [];
  });
  return new Set(domains);
}

/** A name as it would be in a domain, or compared with one written a little differently. */
export const squash = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
