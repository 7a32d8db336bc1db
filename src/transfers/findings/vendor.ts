import { LINK_FIELDS } from "../../model/vendor/field-lookup.ts";
import type { VendorDocument } from "../../model/vendor/vendor-document.ts";
import type { ListedVendor } from "../what-if.ts";
import type { FindingContext, Report } from "./codes.ts";
import { domainOf, domainsOf, isNamedAfter, squash } from "./link-owners.ts";

/** What a document leaves open, or mistakes, about who the vendor is. */
export function vendorFindings(document: VendorDocument, { slug, others = [] }: FindingContext, report: Report): void {
  const processes = document.services.some(({ role }) => role === "subprocessor" || role === "processor");
  if (document.identity === "category") {
    const facts = { name: document.name, isCategory: true };
    if (processes) report("/identity", { code: "no-legal-name", facts });
  } else {
    if (processes) missingIdentity(document, report);
    const strangers = strangersTo(slug, others);
    sharedEntity(document, strangers, report);
    foreignLinks(document, strangers, report);
  }
  document.services.forEach(({ dataCategories, name = document.name }, index) => {
    if (dataCategories.length === 0)
      report(`/services/${index}/dataCategories`, { code: "no-data-category", facts: { name } });
  });
}

function missingIdentity(document: VendorDocument, report: Report): void {
  const { legalName, address, contact, dpaUrl } = document;
  const name = legalName ?? document.name;
  if (!legalName) report("/legalName", { code: "no-legal-name", facts: { name, isCategory: false } });
  if (!address) report("/address", { code: "no-address", facts: { name } });
  if (!contact || Object.values(contact).every((value) => !value))
    report("/contact", { code: "no-contact", facts: { name } });
  if (!dpaUrl) report("/dpaUrl", { code: "no-dpa-link", facts: { name } });
}

/** The other vendors of a list, by what they share with a vendor that should share nothing. */
type Strangers = { ofEntity: (legalName: string) => ListedVendor[]; ofDomain: (domain: string) => ListedVendor[] };

/** Each list is indexed once, however many of its vendors are asked about. */
const indexes = new WeakMap<
  readonly ListedVendor[],
  { entities: Map<string, ListedVendor[]>; domains: Map<string, ListedVendor[]> }
>();

function strangersTo(slug: string | undefined, others: readonly ListedVendor[]): Strangers {
  let index = indexes.get(others);
  if (!index) {
    const named = others.filter(({ document }) => document.legalName);
    const owned = others.flatMap((other) => [...domainsOf(other.document)].map((domain) => ({ domain, other })));
    const domains = Map.groupBy(owned, ({ domain }) => domain);
    index = {
      entities: Map.groupBy(named, ({ document }) => squash(document.legalName ?? "")),
      domains: new Map([...domains].map(([domain, owners]) => [domain, owners.map(({ other }) => other)])),
    };
    indexes.set(others, index);
  }
  const { entities, domains } = index;
  const strange = (found: ListedVendor[] = []) => found.filter((other) => other.slug !== slug);
  return {
    ofEntity: (legalName) => strange(entities.get(squash(legalName))),
    ofDomain: (domain) => strange(domains.get(domain)),
  };
}

function sharedEntity({ name, legalName }: VendorDocument, strangers: Strangers, report: Report): void {
  if (!legalName) return;
  for (const { slug, document } of strangers.ofEntity(legalName)) {
    const facts = { name, legalName, other: document.name, slug };
    report("/legalName", { code: "shared-legal-entity", facts });
  }
}

function foreignLinks(vendor: VendorDocument, strangers: Strangers, report: Report): void {
  const own = domainsOf(vendor);
  for (const link of LINK_FIELDS) {
    const url = vendor[link];
    if (!url) continue;
    const domain = domainOf(url);
    // That a website is stated makes it the vendor's own only while nobody else on the list has it.
    if (link === "website" ? isNamedAfter(domain, vendor) : own.has(domain)) continue;
    const [owner] = strangers.ofDomain(domain);
    if (!owner) continue;
    const facts = { name: vendor.name, link, domain, owner: owner.document.name };
    report(`/${link}`, { code: "foreign-link", facts });
  }
}
