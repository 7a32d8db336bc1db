import type { ChangeView } from "../../model/change/register.ts";
import { LOCALES, type Locale } from "../../model/values/text.ts";
import { type FieldChange, fieldAt } from "../../model/vendor/diff.ts";
import { valuesIn } from "../../model/vendor/field-lookup.ts";
import {
  type FieldName,
  type Fields,
  SERVICE_FIELDS,
  VENDOR_FIELDS,
  type VendorFacts,
} from "../../model/vendor/fields.ts";
import { renameOf } from "../../model/vendor/identity.ts";
import type { Service, VendorDocument } from "../../model/vendor/vendor-document.ts";
import { wordsFor } from "../../words/index.ts";
import { type Judging, transferLines } from "./transfers.ts";
import { describeValue, isStated, type Names } from "./value.ts";

/** One field before and after, each as lines of text; no lines means that nothing is stated. */
export type DescribedRow = { label: string; before: string[]; after: string[] };
/** `note` says of a vendor under another name that it is the same. */
type DescribedChange = { heading: string; kind: string; note: string | null; rows: DescribedRow[] };

/** To whom it is told, and every service the vendor had or has, the newest last. */
type Telling = { locale: Locale; names: Names | undefined; services: readonly Service[] };

/**
 * A change in words: the fields that differ, or everything there was, or will be, of a vendor that comes or goes. With
 * `judging` (the day it takes effect), also what covers the transfers of what is new, of what moves, and where that changes.
 */
export function describeChange(change: ChangeView, locale: Locale, known?: Names, judging?: Judging): DescribedChange {
  const { before, after, kind, name } = change;
  const names = known && judging ? { ...known, on: judging.on } : known;
  const telling = { locale, names, services: [...(before?.services ?? []), ...(after?.services ?? [])] };
  const { terms, changes: words } = wordsFor(locale);
  const rename = before && after && renameOf(before, after);
  const described = { heading: name, kind: terms.kinds[kind], note: rename && words.sameCompany(rename.was) };
  if (before && after) {
    const rows = change.diff.map((field) => differenceRow(field, telling));
    return { ...described, rows: [...rows, ...(judging ? transferRows(before, after, judging, telling) : [])] };
  }
  const comes = factsOf(after, telling, judging).map(({ label, lines }) => ({ label, before: [], after: lines }));
  const goes = factsOf(before, telling).map(({ label, lines }) => ({ label, before: lines, after: [] }));
  return { ...described, rows: [...comes, ...goes] };
}

/** What a field is called; that of one service among several says which. `transfers` are told like a field. */
function labelOf(service: string | null, field: FieldName | "transfers", { locale, services }: Telling): string {
  const label = wordsFor(locale).terms.fields[field];
  if (service === null || new Set(services.map(({ key }) => key)).size < 2) return label;
  return `${serviceName(service, services)} · ${label}`;
}

/** By the newest name, which is the one readers know. */
function serviceName(key: string, services: readonly Service[]): string {
  const service = services.findLast((each) => each.key === key);
  return service?.name ?? service?.category ?? key;
}

function differenceRow({ path, before, after }: FieldChange, telling: Telling): DescribedRow {
  const { service, field } = fieldAt(path);
  if (field === null) return serviceRow(before as Service | null, after as Service | null, telling);
  const label = labelOf(service, field, telling);
  const rowIn = (language: Locale): DescribedRow => ({
    label,
    before: describeValue(field, before, language, telling.names),
    after: describeValue(field, after, language, telling.names),
  });
  const own = rowIn(telling.locale);
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
function serviceRow(before: Service | null, after: Service | null, telling: Telling): DescribedRow {
  const { terms } = wordsFor(telling.locale);
  const linesOf = (service: Service | null) =>
    service === null
      ? [terms.notListed]
      : serviceFacts(service, { ...telling, services: [service] }).map(({ label, lines }) =>
          terms.explained(label, lines.join(", ")),
        );
  const key = (after ?? before)?.key ?? "";
  return { label: serviceName(key, telling.services), before: linesOf(before), after: linesOf(after) };
}

/** A row for each service that is new, is elsewhere, or is covered by something else from then on; by regime. */
function transferRows(before: VendorDocument, after: VendorDocument, judging: Judging, telling: Telling) {
  const { notListed } = wordsFor(telling.locale).terms;
  return after.services.flatMap((service): DescribedRow[] => {
    const old = before.services.find(({ key }) => key === service.key);
    const hasMoved = old === undefined || placesOf(old) !== placesOf(service);
    const was = old ? transferFacts(before, old, judging, telling) : [];
    return transferFacts(after, service, judging, telling).flatMap(({ label, lines }, regime) => {
      const earlier = was[regime]?.lines;
      if (!hasMoved && earlier?.join() === lines.join()) return [];
      return [{ label, before: earlier ?? [notListed], after: lines }];
    });
  });
}

const placesOf = ({ locations }: Service): string =>
  [...new Set(locations.map(({ country }) => country))].sort().join();

type Fact = { label: string; lines: string[] };

/** What covers the transfers of a vendor's service: a fact for each regime. */
function transferFacts(vendor: VendorDocument, service: Service, judging: Judging, telling: Telling): Fact[] {
  const label = labelOf(service.key, "transfers", telling);
  const { regimes } = wordsFor(telling.locale).terms;
  return transferLines(vendor, service, judging, telling.locale).map(({ regime, reading }) => ({
    label: `${label} (${regimes[regime]})`,
    lines: [reading],
  }));
}

/** Everything that is stated of a vendor and its services. */
function factsOf(document: VendorDocument | null, telling: Telling, judging?: Judging): Fact[] {
  if (!document) return [];
  return [
    ...statedFacts(null, stated<VendorFacts>(VENDOR_FIELDS, document), telling),
    ...document.services.flatMap((service) => [
      ...titleOf(service, telling),
      ...serviceFacts(service, telling),
      ...(judging ? transferFacts(document, service, judging, telling) : []),
    ]),
  ];
}

function titleOf(service: Service, { locale, services }: Telling): Fact[] {
  if (!service.name && services.length < 2) return [];
  return [{ label: wordsFor(locale).terms.fields.service, lines: [serviceName(service.key, services)] }];
}

const serviceFacts = (service: Service, telling: Telling): Fact[] =>
  statedFacts(service.key, stated(SERVICE_FIELDS, service), telling);

function statedFacts(service: string | null, values: readonly [FieldName, unknown][], telling: Telling): Fact[] {
  return values
    .map(([field, value]) => ({
      label: labelOf(service, field, telling),
      lines: describeValue(field, value, telling.locale, telling.names),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/** What there is to say of a vendor or a service besides its title, but for what goes without saying. */
function stated<Owner extends object>(fields: Fields<Owner>, owner: Owner): [keyof Owner & string, unknown][] {
  return valuesIn(fields, owner, ({ notice }) => notice === "row").filter(
    ([field, value]) => isStated(value) && value !== fields[field].usual,
  );
}
