import { addDays, type IsoDate } from "../../model/values/dates.ts";
import { LINK_FIELDS } from "../../model/vendor/field-lookup.ts";
import { isSameEntity } from "../../model/vendor/identity.ts";
import type { VendorDocument } from "../../model/vendor/vendor-document.ts";
import { assess } from "../assess.ts";
import { subjectOf } from "../subject.ts";
import type { ListedVendor } from "../what-if.ts";
import type { FindingContext, Report } from "./finding.ts";
import { contradictionIn } from "./legal-forms.ts";
import { domainOf, domainsOf, isNamedAfter, pageOf, squash } from "./link-owners.ts";

/** How many days ahead the end of a certification is worth knowing: a renewed certificate has to be asked for. */
const RENEWAL_DAYS = 60;

/** What a document leaves open, or mistakes, about who the vendor is, and about what it has to show. */
export function vendorFindings(document: VendorDocument, context: FindingContext, report: Report): void {
  const { slug, others = [], on } = context;
  endingCertifications(document, on, report);
  const processes = document.services.some(({ role }) => role === "subprocessor" || role === "processor");
  if (document.identity === "category") {
    const facts = { name: document.name, isCategory: true };
    if (processes) report("/identity", { code: "no-legal-name", facts });
  } else {
    if (processes) {
      missingIdentity(document, report);
      missingCountry(document, context, report);
    }
    const strangers = strangersTo(slug, others);
    sharedEntity(document, strangers, report);
    contradictedCountry(document, strangers, report);
    foreignLinks(document, strangers, report);
  }
  document.services.forEach(({ dataCategories, name = document.name }, index) => {
    if (dataCategories.length === 0)
      report(`/services/${index}/dataCategories`, { code: "no-data-category", facts: { name } });
  });
}

/** Certifications that are over on a day, or soon will be. On its last day one is still valid. */
function endingCertifications({ name, certifications = [] }: VendorDocument, on: IsoDate, report: Report): void {
  certifications.forEach(({ name: certification, validUntil: until }, index) => {
    if (until === undefined || until > addDays(on, RENEWAL_DAYS)) return;
    const code = until < on ? "certification-expired" : "certification-ends-soon";
    report(`/certifications/${index}/validUntil`, { code, facts: { name, certification, until } });
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

/**
 * A country that is not stated, under each regime by which nothing would cover a company in a third country (EDPB
 * Guidelines 05/2021). Where the legal entity is not stated either, that is asked for first.
 */
function missingCountry(document: VendorDocument, { regimes, on, law }: FindingContext, report: Report): void {
  const { name, legalName, country, services } = document;
  if (!legalName || country) return;
  const abroad = services.map((service) => subjectOf({ country: A_THIRD_COUNTRY }, service));
  const depending = regimes.filter((regime) =>
    abroad.some((subject) => assess(subject, regime, on, law).reason.code === "importer-outside"),
  );
  if (depending.length > 0) report("/country", { code: "no-country", facts: { name, legalName, regimes: depending } });
}

/** One to which each regime sees transfers, and that no decision covers by itself. */
const A_THIRD_COUNTRY = "US";

/** The other vendors of a list, by what they share with a vendor that should share nothing. */
type Strangers = Record<"ofEntity" | "ofDomain" | "ofUrl", (sought: string) => ListedVendor[]>;

/** Each list is indexed once, however many of its vendors are asked about. */
const indexes = new WeakMap<
  readonly ListedVendor[],
  Record<"entities" | "domains" | "urls", Map<string, ListedVendor[]>>
>();

function strangersTo(slug: string | undefined, others: readonly ListedVendor[]): Strangers {
  let index = indexes.get(others);
  if (!index) {
    const named = others.filter(({ document }) => document.legalName);
    const owned = others.flatMap((other) => [...domainsOf(other.document)].map((domain) => ({ domain, other })));
    const linked = others.flatMap((other) => LINK_FIELDS.map((link) => ({ url: other.document[link], other })));
    const vendorsBy = <Item extends { other: ListedVendor }>(items: Item[], keyOf: (item: Item) => string) =>
      new Map([...Map.groupBy(items, keyOf)].map(([key, found]) => [key, found.map(({ other }) => other)]));
    index = {
      entities: Map.groupBy(named, ({ document }) => squash(document.legalName ?? "")),
      domains: vendorsBy(owned, ({ domain }) => domain),
      urls: vendorsBy(linked, ({ url }) => pageOf(url ?? "")),
    };
    indexes.set(others, index);
  }
  const { entities, domains, urls } = index;
  const strange = (found: ListedVendor[] = []) => found.filter((other) => other.slug !== slug);
  return {
    ofEntity: (legalName) => strange(entities.get(squash(legalName))),
    ofDomain: (domain) => strange(domains.get(domain)),
    ofUrl: (url) => strange(urls.get(pageOf(url))),
  };
}

function sharedEntity({ name, legalName }: VendorDocument, strangers: Strangers, report: Report): void {
  if (!legalName) return;
  for (const { slug, document } of strangers.ofEntity(legalName)) {
    const facts = { name, legalName, other: document.name, slug };
    report("/legalName", { code: "shared-legal-entity", facts });
  }
}

/** What a legal entity's own name, or another document about it, says of its country, where that is another than is stated. */
function contradictedCountry({ name, legalName, country }: VendorDocument, strangers: Strangers, report: Report): void {
  if (!legalName || !country) return;
  const about = { name, legalName, country };
  const by = contradictionIn(legalName, country);
  if (by) {
    report("/country", { code: "country-contradicted", facts: { ...about, by } });
    return;
  }
  const other = strangers.ofEntity(legalName).find(({ document }) => (document.country ?? country) !== country);
  if (!other?.document.country) return;
  const said = { place: other.document.country, other: other.document.name, slug: other.slug };
  report("/country", { code: "country-contradicted", facts: { ...about, by: said } });
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
    // Of one legal entity, two vendors may well have one page; that they are one is another finding.
    const [sharer] = strangers.ofUrl(url).filter(({ document }) => !isSameEntity(document, vendor));
    const other = owner ?? sharer;
    if (!other) continue;
    const facts = {
      name: vendor.name,
      link,
      domain,
      owner: other.document.name,
      ...(!owner && ({ isShared: true } as const)),
    };
    report(`/${link}`, { code: "foreign-link", facts });
  }
}
