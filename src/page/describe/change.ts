import type { ChangeView } from "../../model/change/register.ts";
import { LANGUAGES } from "../../model/values/languages.ts";
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
import type { Regime, Service, VendorDocument } from "../../model/vendor/vendor-document.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import { type Judging, transferLines } from "./transfers.ts";
import { describeValue, isStated, languageIn, type Names } from "./value.ts";

/** The language of either side, where that is not the reader's. */
type Langs = { before?: Locale | undefined; after?: Locale | undefined };
/** One field before and after, each as lines of text; no lines means that nothing is stated. */
export type DescribedRow = { label: string; before: string[]; after: string[]; langs?: Langs };
/** `note` says of a vendor under another name that it is the same. */
type DescribedChange = { heading: string; kind: string; note: string | null; rows: DescribedRow[] };

/** To whom it is told, and every service the vendor had or has, the newest last. */
type Telling = {
  locale: Locale;
  names: Names | undefined;
  services: readonly Service[];
  judging: Judging | undefined;
};

/** What is told of a change. */
export type Told = Pick<ChangeView, "name" | "kind" | "before" | "after" | "diff">;

/**
 * A change in words: the fields that differ, or everything there was, or will be, of a vendor that comes or goes. With
 * `judging` (the day it takes effect), also what covers the transfers of what is new, of what moves, and where that changes.
 */
export function describeChange(change: Told, locale: Locale, known?: Names, judging?: Judging): DescribedChange {
  const { before, after, kind, name } = change;
  const names = known && judging ? { ...known, on: judging.on } : known;
  const telling = { locale, names, services: [...(before?.services ?? []), ...(after?.services ?? [])], judging };
  const { terms, changes: words } = wordsFor(locale);
  const rename = before && after && renameOf(before, after);
  const described = { heading: name, kind: terms.kinds[kind], note: rename && words.sameCompany(rename.was) };
  if (before && after) return { ...described, rows: differenceRows(change.diff, { before, after }, telling) };
  const comes = factsOf(after, telling, judging !== undefined).map(({ label, lines, lang }) => ({
    label,
    before: [],
    after: lines,
    ...(lang && { langs: { after: lang } }),
  }));
  const goes = factsOf(before, telling, false).map(({ label, lines, lang }) => ({
    label,
    before: lines,
    after: [],
    ...(lang && { langs: { before: lang } }),
  }));
  return { ...described, rows: [...comes, ...goes] };
}

/** How many of these rows state anything. */
export function statedIn(rows: readonly DescribedRow[], locale: Locale): number {
  const { notStated } = wordsFor(locale).terms;
  return rows.filter(({ before, after }) => [...before, ...after].some((line) => line !== notStated)).length;
}

type Versions = { before: VendorDocument; after: VendorDocument };

/** What differs, service by service with what covers its transfers, and what is said of the company itself last. */
function differenceRows(diff: readonly FieldChange[], versions: Versions, telling: Telling): DescribedRow[] {
  const byService = Map.groupBy(diff, ({ path }) => fieldAt(path).service);
  const keys = new Set([...byService.keys(), ...versions.after.services.map(({ key }) => key)]);
  keys.delete(null);
  const rowsOf = (key: string | null) => (byService.get(key) ?? []).map((field) => differenceRow(field, telling));
  return [...[...keys].flatMap((key) => [...rowsOf(key), ...transferRows(key, versions, telling)]), ...rowsOf(null)];
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
  const { locale, names = { products: [], hostingRegions: [] } } = telling;
  const rowIn = (textsIn: Locale): DescribedRow => {
    const langs = {
      before: languageIn(field, before, locale, { ...names, textsIn }),
      after: languageIn(field, after, locale, { ...names, textsIn }),
    };
    return {
      label,
      before: describeValue(field, before, locale, { ...names, textsIn }),
      after: describeValue(field, after, locale, { ...names, textsIn }),
      ...((langs.before || langs.after) && { langs }),
    };
  };
  const own = rowIn(locale);
  if (differs(own)) return own;
  // A text may change in another language only; its reader is still owed a difference to see.
  for (const other of LOCALES) {
    const row = rowIn(other);
    if (differs(row)) return { ...row, label: `${label} (${LANGUAGES[other].name})` };
  }
  return own;
}

const differs = ({ before, after }: DescribedRow): boolean => before.join("\n") !== after.join("\n");

/** A service that joins or leaves its vendor: one row. */
function serviceRow(before: Service | null, after: Service | null, telling: Telling): DescribedRow {
  const { terms } = wordsFor(telling.locale);
  const alone = (service: Service) => ({ ...telling, services: [service] });
  const linesOf = (service: Service | null) =>
    service === null
      ? [terms.notListed]
      : serviceFacts(service, alone(service), {
          isTold: telling.judging !== undefined && service === after,
          cover: [],
        }).map(({ label, lines }) => terms.explained(label, lines.join(", ")));
  const key = (after ?? before)?.key ?? "";
  return { label: serviceName(key, telling.services), before: linesOf(before), after: linesOf(after) };
}

/** What covers the transfers of a service that is new, is elsewhere, or is covered by something else from then on. */
function transferRows(key: string | null, { before, after }: Versions, telling: Telling): DescribedRow[] {
  const { notListed } = wordsFor(telling.locale).terms;
  const [old, service] = [before, after].map(({ services }) => services.find((each) => each.key === key));
  if (!service) return [];
  const hasMoved = old === undefined || placesOf(old) !== placesOf(service);
  const was = old ? readings(before, old, telling) : [];
  const differences = readings(after, service, telling).flatMap(({ regime, reading, assessment }, index) => {
    const { reading: earlier, assessment: former } = was[index] ?? {};
    // What moves is told with what covers it, though in the same word; that nothing has to does not change by a move, nor
    // that nothing covers what stays where it was.
    const staysUncovered = assessment.verdict === "gap" && former?.uncovered.join() === assessment.uncovered.join();
    const isToTell = earlier !== reading || (hasMoved && assessment.verdict !== "none-needed" && !staysUncovered);
    return !isToTell ? [] : [{ regime, before: earlier ?? notListed, after: reading }];
  });
  return merged(differences, service.key, telling).map(({ label, same }) => {
    return { label, before: [same.before], after: [same.after] };
  });
}

const placesOf = ({ locations }: Service): string =>
  [...new Set(locations.map(({ country }) => country))].sort().join();

const readings = (vendor: VendorDocument, service: Service, { judging, locale }: Telling) =>
  judging ? transferLines(vendor, service, judging, locale) : [];

/** What is the same under several regimes, said once: "Transfers (UK and Switzerland)". */
function merged<Said extends { regime: Regime }>(all: readonly Said[], service: string, telling: Telling) {
  const { regimes } = wordsFor(telling.locale).terms;
  const label = labelOf(service, "transfers", telling);
  const same = Map.groupBy(all, ({ regime: _, ...said }) => JSON.stringify(said));
  return [...same.values()].flatMap((each) => {
    const under = formatList(
      each.map(({ regime }) => regimes[regime]),
      telling.locale,
    );
    return each.slice(0, 1).map((first) => ({ label: `${label} (${under})`, same: first }));
  });
}

type Fact = { label: string; lines: string[]; lang?: Locale | undefined };

/** What covers the transfers of a vendor's service: a fact for all regimes of which the same is said. */
const transferFacts = (vendor: VendorDocument, service: Service, telling: Telling): Fact[] =>
  merged(
    // That no place is stated, the row of the places says.
    readings(vendor, service, telling).flatMap(({ regime, reading, assessment }) =>
      assessment.reason.code === "no-location" ? [] : [{ regime, reading }],
    ),
    service.key,
    telling,
  ).map(({ label, same }) => ({ label, lines: [same.reading] }));

/**
 * Everything that is stated of a vendor that comes or goes: of its services first, and of the company last. `isTold`: with
 * what readers of a notice look for in what is new.
 */
function factsOf(document: VendorDocument | null, telling: Telling, isTold: boolean): Fact[] {
  if (!document) return [];
  return [
    ...document.services.flatMap((service) => [
      ...titleOf(service, telling),
      ...serviceFacts(service, telling, { isTold, cover: isTold ? transferFacts(document, service, telling) : [] }),
    ]),
    ...rowsIn<VendorFacts>(VENDOR_FIELDS, document).flatMap(([field, value]) => factOf(null, field, value, telling)),
  ];
}

function titleOf(service: Service, { locale, services }: Telling): Fact[] {
  if (!service.name && services.length < 2) return [];
  return [{ label: wordsFor(locale).terms.fields.service, lines: [serviceName(service.key, services)] }];
}

/**
 * What there is to say of a service besides its title, but for what goes without saying; with what covers its transfers
 * beside its safeguards. Of what a reader is told as new, it is said that what they look for is not stated.
 */
function serviceFacts(service: Service, telling: Telling, { isTold, cover }: { isTold: boolean; cover: Fact[] }) {
  const { notStated } = wordsFor(telling.locale).terms;
  const isJudged = (telling.judging?.regimes ?? []).length > 0;
  return rowsIn(SERVICE_FIELDS, service).flatMap(([field, value]): Fact[] => {
    const stated = factOf(service.key, field, value, telling);
    if (field === "safeguards" && isJudged) return [...stated, ...cover];
    const isMissed = isTold && stated.length === 0 && SERVICE_FIELDS[field].notice === "always";
    return isMissed ? [{ label: labelOf(service.key, field, telling), lines: [notStated] }] : stated;
  });
}

function factOf(service: string | null, field: FieldName, value: unknown, telling: Telling): Fact[] {
  const lines = isStated(value) ? describeValue(field, value, telling.locale, telling.names) : [];
  const lang = languageIn(field, value, telling.locale, telling.names);
  return lines.length > 0 ? [{ label: labelOf(service, field, telling), lines, ...(lang && { lang }) }] : [];
}

/** The fields of a vendor or a service that have a row, but for what goes without saying. */
const rowsIn = <Owner extends object>(fields: Fields<Owner>, owner: Owner): [keyof Owner & string, unknown][] =>
  valuesIn(fields, owner, ({ notice }) => notice === "row" || notice === "always").filter(
    ([field, value]) => value !== fields[field].usual,
  );
