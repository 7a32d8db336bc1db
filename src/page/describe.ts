import type { ChangeView } from "../model/register.ts";
import type { Locale } from "../model/text.ts";
import type { Service, VendorDocument } from "../model/vendor-document.ts";
import { wordsFor } from "../words/index.ts";
import { type Judging, transferLines } from "./describe-transfer.ts";
import { describeValue, isLocalized, type Names } from "./describe-value.ts";

export type { Judging } from "./describe-transfer.ts";
export type { Names } from "./describe-value.ts";

/** One field before and after, each as lines of text; no lines means that nothing is stated. */
export type DescribedRow = { label: string; before: string[]; after: string[] };
export type DescribedChange = { heading: string; kind: string; rows: DescribedRow[] };

type ServiceName = Pick<Service, "key" | "name" | "category">;

/**
 * A change in words: the fields that differ, or everything there was, or will be, of a vendor that comes or goes. With
 * `judging` (the day it takes effect), also what covers the transfers of what is new, of what moves, and where that changes.
 */
export function describeChange(change: ChangeView, locale: Locale, known?: Names, judging?: Judging): DescribedChange {
  const names = known && judging ? { ...known, on: judging.on } : known;
  const { before, after, kind, name } = change;
  const described = { heading: name, kind: wordsFor(locale).terms.kinds[kind] };
  if (before && after) {
    const services = [...before.services, ...after.services];
    const rows = change.diff.flatMap((field) => describeDifference(field, services, locale, names));
    return { ...described, rows: [...rows, ...(judging ? transferRows(before, after, judging, locale) : [])] };
  }
  const facts = describeFacts(after ?? before, locale, names, after ? judging : undefined);
  const rows = facts.map(({ label, lines }) => ({ label, before: after ? [] : lines, after: after ? lines : [] }));
  return { ...described, rows };
}

/**
 * A field's value as lines of plain text. `path` is that of a `FieldChange`; a whole service is described by
 * `describeChange`, which has a row for each of its fields.
 */
export function describeField(path: string, value: unknown, locale: Locale, names?: Names): string[] {
  return describeValue(split(path).field, value, locale, names);
}

/** What a field is called; that of one service among several says which. */
export function fieldLabel(path: string, locale: Locale, services: readonly ServiceName[]): string {
  const { service: key, field } = split(path);
  const fields: Record<string, string> = wordsFor(locale).terms.fields;
  const label = fields[field] ?? field;
  if (key === null || new Set(services.map((each) => each.key)).size < 2) return label;
  return `${serviceName(key, services)} · ${label}`;
}

function split(path: string): { service: string | null; field: string } {
  const [, service, field = "service"] = /^\/services\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  return service === undefined ? { service: null, field: path.replace(/^\//, "") } : { service, field };
}

function serviceName(key: string, services: readonly ServiceName[]): string {
  // The newest name is the one readers know: services are listed before first, after last.
  const service = services.findLast((each) => each.key === key);
  return service?.name ?? service?.category ?? key;
}

type Difference = { path: string; before: unknown; after: unknown };

function describeDifference(
  { path, before, after }: Difference,
  services: readonly Service[],
  locale: Locale,
  names?: Names,
): DescribedRow[] {
  const { service, field } = split(path);
  if (service !== null && field === "service") {
    const { terms } = wordsFor(locale);
    const of = (after ?? before) as Service;
    const lines = factsOf(SERVICE_FIELDS, of, `/services/${of.key}`, [of], locale, names).map((fact) =>
      terms.explained(fact.label, fact.lines.join(", ")),
    );
    const label = serviceName(of.key, services);
    return [{ label, before: before ? lines : [terms.notListed], after: after ? lines : [terms.notListed] }];
  }
  const row = (language: Locale) => ({
    label: fieldLabel(path, locale, services),
    before: describeField(path, before, language, names),
    after: describeField(path, after, language, names),
  });
  const own = row(locale);
  // A text may change in the other language only; its reader is still owed a difference to see.
  if (!isLocalized(before) && !isLocalized(after)) return [own];
  if (own.before.join("\n") !== own.after.join("\n")) return [own];
  const other: Locale = locale === "en" ? "fr" : "en";
  return [{ ...row(other), label: `${own.label} (${wordsFor(other).terms.language})` }];
}

/** A row for each service that is new, is elsewhere, or is covered by something else from then on; by regime. */
function transferRows(before: VendorDocument, after: VendorDocument, judging: Judging, locale: Locale): DescribedRow[] {
  const services = [...before.services, ...after.services];
  const { notListed } = wordsFor(locale).terms;
  return after.services.flatMap((service) => {
    const old = before.services.find(({ key }) => key === service.key);
    const moved = old === undefined || placesOf(old) !== placesOf(service);
    return judging.regimes.flatMap((regime) => {
      const readBy = (vendor: VendorDocument) =>
        transferFacts(vendor, service.key, services, { ...judging, regimes: [regime] }, locale);
      const [was] = readBy(before);
      const [now] = readBy(after);
      if (!now || (!moved && was?.lines.join() === now.lines.join())) return [];
      return [{ label: now.label, before: was?.lines ?? [notListed], after: now.lines }];
    });
  });
}

const placesOf = ({ locations }: Service): string =>
  [...new Set(locations.map(({ country }) => country))].sort().join();

/** What covers the transfers of a vendor's service: a fact for each regime, none without the service. */
function transferFacts(
  vendor: VendorDocument,
  key: string,
  services: readonly Service[],
  judging: Judging,
  locale: Locale,
): Fact[] {
  const service = vendor.services.find((each) => each.key === key);
  if (!service) return [];
  const label = fieldLabel(`/services/${key}/transfers`, locale, services);
  const { regimes } = wordsFor(locale).terms;
  return transferLines(vendor, service, judging, locale).map(({ regime, reading }) => ({
    label: `${label} (${regimes[regime]})`,
    lines: [reading],
  }));
}

type Fact = { label: string; lines: string[] };

const VENDOR_FIELDS = [
  "legalName",
  "identity",
  "relationship",
  "country",
  "address",
  "contact",
  "website",
  "privacyPolicyUrl",
  "cookiePolicyUrl",
  "dpaUrl",
  "optOutUrl",
  "subprocessorsUrl",
] as const satisfies (keyof VendorDocument)[];

const SERVICE_FIELDS = [
  "role",
  "category",
  "purpose",
  "legalBasis",
  "dataCategories",
  "dataSubjects",
  "locations",
  "safeguards",
  "products",
  "hostingRegions",
  "optional",
  "retention",
  "cookies",
  "note",
] as const satisfies (keyof Service)[];

// What is so unless said otherwise, and would only be noise in a list of facts.
const UNREMARKABLE: unknown[] = ["named", "third-party", false];

function describeFacts(document: VendorDocument | null, locale: Locale, names?: Names, judging?: Judging): Fact[] {
  if (!document) return [];
  const { services } = document;
  return [
    ...factsOf(VENDOR_FIELDS, document, "", [], locale, names),
    ...services.flatMap((service) => [
      ...serviceFacts(service, services, locale, names),
      ...(judging ? transferFacts(document, service.key, services, judging, locale) : []),
    ]),
  ];
}

function serviceFacts(service: Service, services: readonly Service[], locale: Locale, names?: Names): Fact[] {
  const name = serviceName(service.key, services);
  const title: Fact = { label: wordsFor(locale).terms.fields.service, lines: [name] };
  const facts = factsOf(SERVICE_FIELDS, service, `/services/${service.key}`, services, locale, names);
  return service.name || services.length > 1 ? [title, ...facts] : facts;
}

function factsOf(
  fields: readonly string[],
  of: object,
  path: string,
  services: readonly Service[],
  locale: Locale,
  names?: Names,
): Fact[] {
  return fields.flatMap((field) => {
    const value: unknown = Reflect.get(of, field);
    if (value === undefined || UNREMARKABLE.includes(value) || (Array.isArray(value) && value.length === 0)) return [];
    const lines = describeField(`${path}/${field}`, value, locale, names);
    return lines.length === 0 ? [] : [{ label: fieldLabel(`${path}/${field}`, locale, services), lines }];
  });
}
