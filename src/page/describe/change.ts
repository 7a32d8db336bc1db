import { type FieldChange, fieldAt } from "../../model/diff.ts";
import { valuesIn } from "../../model/field-lookup.ts";
import { type FieldName, type Fields, SERVICE_FIELDS, VENDOR_FIELDS, type VendorFacts } from "../../model/fields.ts";
import type { ChangeView } from "../../model/register.ts";
import { LOCALES, type Locale } from "../../model/text.ts";
import type { Service, VendorDocument } from "../../model/vendor-document.ts";
import { wordsFor } from "../../words/index.ts";
import { type Judging, transferLines } from "./transfers.ts";
import { describeValue, type Names } from "./value.ts";

export type { Judging } from "./transfers.ts";
export type { Names } from "./value.ts";

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
    const rows = change.diff.map((field) => describeDifference(field, services, locale, names));
    return { ...described, rows: [...rows, ...(judging ? transferRows(before, after, judging, locale) : [])] };
  }
  const facts = describeFacts(after ?? before, locale, names, after ? judging : undefined);
  const rows = facts.map(({ label, lines }) => ({ label, before: after ? [] : lines, after: after ? lines : [] }));
  return { ...described, rows };
}

/** What a field is called; that of one service among several says which. */
export function fieldLabel(at: Labelled, locale: Locale, services: readonly ServiceName[]): string {
  const label = wordsFor(locale).terms.fields[at.field];
  if (at.service === null || new Set(services.map((each) => each.key)).size < 2) return label;
  return `${serviceName(at.service, services)} · ${label}`;
}

/** A field of the vendor, or of the service with this key; `transfers` is no field, but told of each service. */
type Labelled = { service: string | null; field: FieldName | "transfers" };

function serviceName(key: string, services: readonly ServiceName[]): string {
  // The newest name is the one readers know: services are listed before first, after last.
  const service = services.findLast((each) => each.key === key);
  return service?.name ?? service?.category ?? key;
}

function describeDifference(
  { path, before, after }: FieldChange,
  services: readonly Service[],
  locale: Locale,
  names?: Names,
): DescribedRow {
  const { service, field } = fieldAt(path);
  if (field === null)
    return describeService(before as Service | null, after as Service | null, services, locale, names);
  const label = fieldLabel({ service, field }, locale, services);
  const rowIn = (language: Locale): DescribedRow => ({
    label,
    before: describeValue(field, before, language, names),
    after: describeValue(field, after, language, names),
  });
  const own = rowIn(locale);
  if (differs(own)) return own;
  // A text may change in another language only; its reader is still owed a difference to see.
  for (const other of LOCALES) {
    const row = rowIn(other);
    if (differs(row)) return { ...row, label: `${label} (${wordsFor(other).terms.language})` };
  }
  return own;
}

const differs = ({ before, after }: DescribedRow): boolean => before.join("\n") !== after.join("\n");

/** A service that joins or leaves its vendor: one row. */
function describeService(
  before: Service | null,
  after: Service | null,
  services: readonly Service[],
  locale: Locale,
  names?: Names,
): DescribedRow {
  const { terms } = wordsFor(locale);
  const linesOf = (service: Service | null) =>
    service === null
      ? [terms.notListed]
      : serviceFacts(service, [service], locale, names).map(({ label, lines }) =>
          terms.explained(label, lines.join(", ")),
        );
  const key = (after ?? before)?.key ?? "";
  return { label: serviceName(key, services), before: linesOf(before), after: linesOf(after) };
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
  const label = fieldLabel({ service: key, field: "transfers" }, locale, services);
  const { regimes } = wordsFor(locale).terms;
  return transferLines(vendor, service, judging, locale).map(({ regime, reading }) => ({
    label: `${label} (${regimes[regime]})`,
    lines: [reading],
  }));
}

type Fact = { label: string; lines: string[] };

function describeFacts(document: VendorDocument | null, locale: Locale, names?: Names, judging?: Judging): Fact[] {
  if (!document) return [];
  const { services } = document;
  return [
    ...factsOf(null, stated<VendorFacts>(VENDOR_FIELDS, document), services, locale, names),
    ...services.flatMap((service) => [
      ...titleOf(service, services, locale),
      ...serviceFacts(service, services, locale, names),
      ...(judging ? transferFacts(document, service.key, services, judging, locale) : []),
    ]),
  ];
}

function titleOf(service: Service, services: readonly Service[], locale: Locale): Fact[] {
  if (!service.name && services.length < 2) return [];
  return [{ label: wordsFor(locale).terms.fields.service, lines: [serviceName(service.key, services)] }];
}

const serviceFacts = (service: Service, services: readonly Service[], locale: Locale, names?: Names): Fact[] =>
  factsOf(service.key, stated(SERVICE_FIELDS, service), services, locale, names);

function factsOf(
  service: string | null,
  values: readonly [FieldName, unknown][],
  services: readonly Service[],
  locale: Locale,
  names?: Names,
): Fact[] {
  return values
    .map(([field, value]) => ({
      label: fieldLabel({ service, field }, locale, services),
      lines: describeValue(field, value, locale, names),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** What there is to say of a vendor or a service besides its title, but for what goes without saying. */
function stated<Owner extends object>(fields: Fields<Owner>, owner: Owner): [keyof Owner & string, unknown][] {
  const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
  return valuesIn(fields, owner, ({ notice }) => notice === "row").filter(
    ([field, value]) => !isEmpty(value) && value !== fields[field].usual,
  );
}
