import { LINK_FIELDS } from "../../model/vendor/field-lookup.ts";
import type { VendorDocument } from "../../model/vendor/vendor-document.ts";

// Under a country's code, these are followed by the name someone registered: example.co.uk.
const SECOND_LEVEL = new Set(["ac", "co", "com", "edu", "gob", "gov", "ne", "net", "or", "org"]);
const OTHER_SECOND_LEVEL = new Set("go.jp ltd.uk me.uk nhs.uk plc.uk".split(" "));

/** Where everyone can have a page: whose it is, only the whole host tells. */
const HOSTING = new Set(
  "amazonaws.com azurewebsites.net cloudfront.net github.io gitlab.io herokuapp.com netlify.app notion.site pages.dev vercel.app web.app webflow.io wixsite.com workers.dev".split(
    " ",
  ),
);

/** The domain someone registered, without the public list of suffixes: good enough to compare, not to decide. */
export function domainOf(link: string): string {
  const host = (URL.parse(link)?.hostname ?? "").replace(/\.$/, "");
  const labels = host.split(".");
  const [last = "", second = ""] = labels.toReversed();
  const registered = labels.slice(-2).join(".");
  if (host.startsWith("[") || /^\d+$/.test(last) || HOSTING.has(registered)) return host;
  const isSuffix = OTHER_SECOND_LEVEL.has(registered) || (last.length === 2 && SECOND_LEVEL.has(second));
  return isSuffix ? labels.slice(-3).join(".") : registered;
}

/** An address as it is compared: which part of the page it leads to says nothing, nor does a slash at its end. */
export function pageOf(link: string): string {
  const url = URL.parse(link);
  return url ? `${url.host}${url.pathname.replace(/\/$/, "")}${url.search}` : "";
}

/** The domains that are a vendor's, as far as its document says: its website's, and those that carry its name. */
export function domainsOf(vendor: VendorDocument): Set<string> {
  const domains = LINK_FIELDS.flatMap((field) => {
    const link = vendor[field];
    if (!link) return [];
    const domain = domainOf(link);
    return field === "website" || isNamedAfter(domain, vendor) ? [domain] : [];
  });
  return new Set(domains);
}

/** Whether a domain carries the vendor's name, or a word of it. */
export function isNamedAfter(domain: string, { name, legalName = "" }: VendorDocument): boolean {
  const label = squash(domain.split(".")[0] ?? "");
  const names = [name, legalName].flatMap((each) => [squash(each), ...each.split(/\s+/).map(squash)]);
  return label !== "" && names.includes(label);
}

/** A name as it would be in a domain, or compared with one written a little differently. */
export const squash = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
