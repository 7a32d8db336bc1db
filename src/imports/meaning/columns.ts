import type { Location } from "../../model/vendor/vendor-document.ts";
import type { ColumnField } from "../guess-rules.ts";
import { foldPhrase, Phrases } from "../phrases.ts";
import { KIND_WORDS } from "../places/place-words.ts";
import { areCountryCodes, isOnlyPlaces, placesIn } from "../places/places.ts";
import type { ColumnReading, Mapping } from "../reading.ts";
import type { Cell, SourceTable } from "../source.ts";
import { type DateOrder, orderOf } from "./dates.ts";
import { COUNTRY_OR_PLACE } from "./header-words.ts";
import { type HeaderMeant, headerMeant } from "./headers.ts";
import { entityAtStart } from "./legal-forms.ts";
import { isOnlyLinks } from "./links.ts";
import { toolsIn } from "./mechanisms.ts";
import { roleInOtherWords, roleMeant, saysNothing, yesOrNoMeant } from "./words-for.ts";

/** A column, with what its cells together tell of each of them. */
export type Column = ColumnReading & {
  /** Somebody has said what it is, or what it is follows from its header or its cells. */
  by: "person" | "header" | "content";
  codesAreCountries: boolean;
  /** What its places are for. */
  kind: Location["kind"];
  order?: DateOrder;
};

/** How many rows are looked at to tell what a column holds. */
const SAMPLE = 50;
const SAMPLES_SHOWN = 3;
const LONGEST_SAMPLE = 100;

type Open = {
  header: string;
  cells: readonly Cell[];
  meant: HeaderMeant;
  field: ColumnField | null;
  sure: boolean;
  by: Column["by"];
};

/** What the columns of a table are: by their headers, then by what they hold; `mapping` says otherwise, and is sure. */
export function columnsOf(table: SourceTable, index: number, mapping: Mapping, hasProducts: boolean): Column[] {
  const width = Math.max(table.header?.length ?? 0, ...table.rows.slice(0, SAMPLE).map(({ cells }) => cells.length));
  const open = Array.from({ length: width }, (_, column): Open => {
    const header = table.header?.[column]?.text ?? "";
    const meant = headerMeant(header);
    const cells = table.rows.slice(0, SAMPLE).flatMap((row) => row.cells[column] ?? []);
    return { header, cells, meant, field: meant.fields[0] ?? null, sure: meant.sure, by: "header" };
  });
  settleItems(table, open);
  settlePlaces(open);
  settleCountries(open);
  settleRoles(open);
  settleAnswers(open);
  settleNames(open);
  settlePurposes(open, hasProducts);
  settleByContent(open);
  open.forEach((column, position) => {
    const said = mapping.findLast(
      (each) =>
        (each.table ?? index) === index &&
        (typeof each.column === "number"
          ? each.column === position
          : foldPhrase(each.column) === foldPhrase(column.header)),
    );
    if (said) Object.assign(column, { field: said.field, sure: true, by: "person" });
  });
  return open.map(finished);
}

const filled = ({ cells }: Open): Cell[] => cells.filter(({ text, links }) => !saysNothing(text) || links.length > 0);

/** Which part of the cells that say something is so. */
const share = (column: Open, isSo: (cell: Cell) => boolean): number => {
  const all = filled(column);
  return all.length === 0 ? 0 : all.filter(isSo).length / all.length;
};

const find = (open: readonly Open[], field: ColumnField) => open.find((column) => column.field === field);

/** Items of a list begin with a name, and go on with what it is for. */
function settleItems({ shape }: SourceTable, open: readonly Open[]): void {
  if (shape === "table") return;
  const [head, rest] = open;
  if (head && head.field === null) Object.assign(head, { field: "name", sure: true, by: "content" });
  if (rest && rest.header === "" && rest.field === null)
    Object.assign(rest, { field: "purpose", sure: true, by: "content" });
}

/** What only words say, and no places. */
const OF_WORDS = new Set<ColumnField | null>([
  "purpose",
  "nature",
  "category",
  "dataCategories",
  "dataSubjects",
  "retention",
]);

/** A column of places is one whatever its header is near to ("Location > Processing"). "IT" and "HR" may be departments. */
function settlePlaces(open: readonly Open[]): void {
  const isNamed = ({ text }: Cell) => placesIn(text).places.some(({ rule }) => rule !== "place-by-code");
  for (const column of open.filter(({ field }) => OF_WORDS.has(field))) {
    const mayBe = column.meant.fields.includes("locations") || share(column, isNamed) >= 0.5;
    if (!mayBe || share(column, ({ text }) => isOnlyPlaces(text)) < 0.8) continue;
    const field = find(open, "locations") ? null : "locations";
    Object.assign(column, { field, sure: false, by: "content" });
  }
}

/** "Country" is where the vendor sits if another column has its places, and else may be either. */
function settleCountries(open: readonly Open[]): void {
  for (const column of open.filter(({ meant }) => meant.isCountry)) {
    const others = open.filter((each) => each !== column);
    if (others.some(({ meant, field }) => field === "locations" && !meant.isCountry))
      Object.assign(column, { field: "country", sure: true });
    else if (find(others, "country")) column.sure = true;
  }
}

/** A column of roles in which few are known is one of what the vendors do. */
function settleRoles(open: readonly Open[]): void {
  for (const column of open.filter(({ field }) => field === "role")) {
    if (share(column, ({ text }) => (roleMeant(text) ?? roleInOtherWords(text)) !== undefined) >= 0.5) continue;
    Object.assign(column, find(open, "purpose") ? { field: null, sure: false } : { field: "purpose", sure: true });
  }
}

/** "Subprocessor? yes" beside a column of names, and "Processes personal data: no", answer something of vendors. */
function settleAnswers(open: readonly Open[]): void {
  const hasNames = open.filter(({ field }) => field === "name").length > 1;
  for (const column of open) {
    const { field } = column;
    const mayBe = field === "dataCategories" || field === "dataSubjects" || (field === "name" && hasNames);
    if (!mayBe || share(column, ({ text }) => yesOrNoMeant(text) !== undefined) < 1) continue;
    Object.assign(column, { field: null, sure: false });
  }
}

const isEntity = ({ text }: Cell): boolean => entityAtStart(text) !== undefined;

/** One column names the vendor: that of services, where no other does; a second one names its legal entity. */
function settleNames(open: readonly Open[]): void {
  const [first, ...more] = open.filter(({ field }) => field === "name");
  for (const column of more) {
    const isLegal = share(column, isEntity) >= 0.5;
    const taken = find(open, isLegal ? "legalName" : "service");
    Object.assign(column, { field: taken ? null : isLegal ? "legalName" : "service", sure: false });
  }
  if (first) return;
  const instead = find(open, "service") ?? find(open, "legalName");
  if (instead) Object.assign(instead, { field: "name" });
  else if (isNamelessFirst(open)) Object.assign(open[0] ?? {}, { field: "name", sure: false, by: "content" });
}

/** The first column has no header, and holds words, beside what each is for or where it is. */
const isNamelessFirst = (open: readonly Open[]): boolean =>
  open[0]?.header === "" &&
  open[0].field === null &&
  open.some(({ field, sure }) => sure && (field === "purpose" || field === "locations")) &&
  share(open[0], ({ text }) => /^\p{L}/u.test(text)) >= 0.8;

/** What a vendor is for: by columns that say so, else by those that come near. */
function settlePurposes(open: readonly Open[], hasProducts: boolean): void {
  const products = find(open, "products");
  // "Applicable product" is one of the organisation's; "Product" alone may be the vendor's.
  const isTheirs = products && !hasProducts && foldPhrase(products.header).split(" ").length === 1;
  if (products && isTheirs && !find(open, "service")) Object.assign(products, { field: "service", sure: false });
  for (const near of ["nature", "service", "category"] as const) {
    if (find(open, "purpose")) return;
    const column = find(open, near);
    if (column && column !== products) column.field = "purpose";
  }
}

/** A column that nothing names, by what stands in most of its cells. */
function settleByContent(open: readonly Open[]): void {
  for (const column of open) {
    if (column.field !== null || filled(column).length === 0) continue;
    const field = contentOf(column, open);
    if (field) Object.assign(column, { field, sure: field === "link", by: "content" });
  }
}

function contentOf(column: Open, open: readonly Open[]): ColumnField | undefined {
  if (share(column, ({ text, links }) => links.length > 0 && isOnlyLinks(text, links)) >= 0.8) return "link";
  if (!find(open, "locations") && share(column, ({ text }) => isOnlyPlaces(text)) >= 0.6) return "locations";
  const hasTools = ({ text }: Cell) => text.length < 300 && toolsIn(text).tools.length > 0;
  if (!find(open, "safeguards") && share(column, hasTools) >= 0.6) return "safeguards";
  if (!find(open, "name") && share(column, isEntity) >= 0.5) return "name";
  return undefined;
}

const COUNTRY_WORDS = new Phrases(COUNTRY_OR_PLACE.split("|").map((word) => [word, true] as const));
const KINDS = new Phrases(
  Object.entries(KIND_WORDS).flatMap(([kind, words]) =>
    words.split("|").map((word) => [word, kind as Location["kind"]] as const),
  ),
);

function finished({ header, cells, field, sure, by }: Open): Column {
  const isOfPlaces = field === "locations" || field === "country";
  const order = field === "contractSignedOn" ? orderOf(cells.map(({ text }) => text)) : undefined;
  const texts = [...new Set(cells.map(({ text }) => text.slice(0, LONGEST_SAMPLE)).filter((text) => text !== ""))];
  return {
    header,
    samples: texts.slice(0, SAMPLES_SHOWN),
    field,
    sure: field === null ? false : sure,
    by,
    codesAreCountries:
      isOfPlaces && (COUNTRY_WORDS.in(header).length > 0 || areCountryCodes(cells.map(({ text }) => text))),
    kind: (field === "locations" && KINDS.in(header)[0]?.value) || "processing",
    ...(order && { order }),
  };
}
