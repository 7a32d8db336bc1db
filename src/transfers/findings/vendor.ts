import type { VendorDocument } from "../../model/vendor-document.ts";
import type { Listed } from "../what-if.ts";
import type { FindingContext, Report } from "./codes.ts";
import { domainOf, domainsOf, isNamedAfter, LINKS, squash } from "./link-owners.ts";

const LINK_NAMES: Record<(typeof LINKS)[number], string> = {
  website: "website",
  privacyPolicyUrl: "privacy policy",
  cookiePolicyUrl: "cookie policy",
  dpaUrl: "data processing agreement",
  optOutUrl: "opt-out page",
  subprocessorsUrl: "list of subprocessors",
};

/** What a document leaves open, or mistakes, about who the vendor is. */
export function vendorFindings(document: VendorDocument, { slug, others = [] }: FindingContext, report: Report): void {
  const processes = document.services.some(({ role }) => role === "subprocessor" || role === "processor");
  if (document.identity === "category") {
    if (processes)
      report(
        "no-legal-name",
        "/identity",
        "Only a category of processors is named. Each processor must be identifiable.",
      );
  } else {
    if (processes) missingIdentity(document, report);
    const strangers = strangersTo(slug, others);
    sharedEntity(document, strangers, report);
    foreignLinks(document, strangers, report);
  }
  document.services.forEach(({ dataCategories, name }, index) => {
    if (dataCategories.length === 0)
      report(
        "no-data-category",
        `/services/${index}/dataCategories`,
        `${name ?? document.name}: which personal data is processed is not stated.`,
      );
  });
}

function missingIdentity({ name, legalName, address, contact, dpaUrl }: VendorDocument, report: Report): void {
  if (!legalName) report("no-legal-name", "/legalName", `Which legal entity ${name} is, is not stated.`);
  if (!address) report("no-address", "/address", `The address of ${legalName ?? name} is not stated.`);
  if (!contact || Object.values(contact).every((value) => !value))
    report("no-contact", "/contact", `Whom to contact at ${legalName ?? name} about data protection is not stated.`);
  if (!dpaUrl) report("no-dpa-link", "/dpaUrl", `No data processing agreement with ${legalName ?? name} is linked.`);
}

/** The other vendors of a list, by what they share with a vendor that should share nothing. */
type Strangers = { ofEntity: (legalName: string) => Listed[]; ofDomain: (domain: string) => Listed[] };

/** Each list is indexed once, however many of its vendors are asked about. */
const indexes = new WeakMap<readonly Listed[], { entities: Map<string, Listed[]>; domains: Map<string, Listed[]> }>();

function strangersTo(slug: string | undefined, others: readonly Listed[]): Strangers {
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
  const strange = (found: Listed[] = []) => found.filter((other) => other.slug !== slug);
  return {
    ofEntity: (legalName) => strange(entities.get(squash(legalName))),
    ofDomain: (domain) => strange(domains.get(domain)),
  };
}

function sharedEntity({ legalName }: VendorDocument, strangers: Strangers, report: Report): void {
  if (!legalName) return;
  for (const { slug, document } of strangers.ofEntity(legalName))
    report(
      "shared-legal-entity",
      "/legalName",
      `${document.name} (${slug}) is the same legal entity, ${legalName}. One vendor with several services says so better.`,
      undefined,
      slug,
    );
}

function foreignLinks(vendor: VendorDocument, strangers: Strangers, report: Report): void {
  const own = domainsOf(vendor);
  for (const field of LINKS) {
    const link = vendor[field];
    if (!link) continue;
    const domain = domainOf(link);
    // That a website is stated makes it the vendor's own only while nobody else on the list has it.
    if (field === "website" ? isNamedAfter(domain, vendor) : own.has(domain)) continue;
    const [owner] = strangers.ofDomain(domain);
    if (owner)
      report(
        "foreign-link",
        `/${field}`,
        `The link to the ${LINK_NAMES[field]} of ${vendor.name} leads to ${domain}, which is ${owner.document.name}'s.`,
        undefined,
        domain,
      );
  }
}
