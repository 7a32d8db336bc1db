import type { IsoDate } from "../../model/values/dates.ts";
import { guessesCounted } from "../formats/bounds.ts";
import { isNoName, isTotal, loneRows } from "../lone-rows.ts";
import { Phrases } from "../phrases.ts";
import type { Lost, Mapping, Reading, VendorReading } from "../reading.ts";
import { repeated } from "../repeated-rows.ts";
import type { Source, SourceRow } from "../source.ts";
import type { Around } from "./cell-reading.ts";
import type { Draft } from "./draft.ts";
import type { HeadingsMeant } from "./headings.ts";
import { struckOut } from "./in-use.ts";
import { remarksFor, remarksOf } from "./remarks.ts";
import { readRow } from "./row.ts";
import { knownBy, suggestionsFor } from "./suggestions.ts";
import { type Read, readTables, shownTable } from "./tables.ts";
import { vendorsOf } from "./vendors.ts";

/** What the organisation calls its own, by which a file may name it. */
export type Own = {
  products: readonly { key: string; name: string }[];
  hostingRegions: readonly { key: string; name: string }[];
};

/** `today`: the day of the organisation; where it is not known, no day of a file is past. */
export type Known = { mapping?: Mapping; own?: Own; today?: IsoDate };

/**
 * Reads the vendors of a file's tables: columns by header and content, places, transfer tools, links. Every document is as the
 * schema has it. Pure, and linear in the size of the file. Refuses: unreadable-file. `source.documents` are not its own.
 */
export function readVendors(source: Source, known: Known = {}): Reading {
  const turns = readInTurns(source, known);
  for (;;) {
    const { done, value } = turns.next();
    if (done) return value;
  }
}

/** How many rows are read at a turn: others of the process wait no longer than that takes. */
const ROWS_AT_ONCE = 100;

/** The same, with a pause whenever some rows are read. */
export function* readInTurns(
  source: Source,
  { mapping = [], own = { products: [], hostingRegions: [] }, today }: Known = {},
): Generator<undefined, Reading> {
  const isKnown = (name: string) => knownBy(name) !== undefined;
  const named = (all: Own["products"]) =>
    new Phrases(all.flatMap(({ key, name }) => [[name, key] as const, [key, key] as const]));
  const around: Around = { isKnown, products: named(own.products), hostingRegions: named(own.hostingRegions), today };
  const tables = readTables(source.tables, mapping, isKnown, own.products.length > 0, today);
  const used = tables.filter((each) => each.used);
  // A heading that others stand under is the title of all.
  const titles = new Set(used.flatMap(({ table }) => table.headings.slice(0, -1)));
  const isGrouped = new Set(used.map(({ headings }) => headings.from)).size > 1;
  const lost: Lost[] = [];
  const count = guessesCounted();
  const drafts: Draft[] = [];
  let rows = 0;
  for (const table of used) {
    const alone = loneRows(table.table);
    for (const [index, row] of repeated(table.table).entries()) {
      rows += 1;
      if (rows % ROWS_AT_ONCE === 0) yield;
      const gone = struckOut(row, table.columns);
      if (gone !== undefined) {
        lost.push({ column: row.at, from: gone, why: "struck-out" });
        continue;
      }
      const draft = readRow(row, table.columns, around);
      count([...draft.guesses, ...draft.lost]);
      const isAlone = alone.has(index);
      if (!draft.has("vendor", "name") || (isAlone && row.cells.some(({ text }) => isNoName(text)))) {
        lost.push(...unnamed(row, draft));
        continue;
      }
      doubtAlone(draft, row, isAlone, isKnown);
      underHeadings(draft, table, isGrouped && !titles.has(table.headings.category ?? ""), around);
      drafts.push(draft);
    }
  }
  const remarks = remarksOf(source.remarks);
  const vendors = vendorsOf(drafts).map((vendor): VendorReading => {
    const offered = [...suggestionsFor(vendor.document), ...remarksFor(vendor.document, remarks)];
    return { ...vendor, guesses: [...vendor.guesses, ...offered] };
  });
  return { tables: tables.map(shownTable), vendors, lost };
}

/** A row that names nobody is lost as a whole, if anything stands in it. */
function unnamed({ at, cells }: SourceRow, draft: Draft): Lost[] {
  const text = [...new Set(cells.map((cell) => cell.text).filter((each) => each !== ""))].join(" | ");
  return text === ""
    ? []
    : [{ column: at, from: text, why: draft.lost.length > 0 && cells.length === 1 ? "not-understood" : "no-vendor" }];
}

/** A name that nothing else stands beside, and no link leads from, may be none; and the last row of a sheet may count the others. */
function doubtAlone(draft: Draft, { cells }: SourceRow, isAlone: boolean, isKnown: Around["isKnown"]): void {
  const name = String(draft.facts.vendor.name);
  const isPlain = isKnown(name) || cells.some(({ links }) => links.length > 0);
  if (!isTotal(name) && (!isAlone || isPlain)) return;
  const from = cells.flatMap(({ text }) => text || []).join(" | ");
  draft.guess("vendor", "name", name, { from, rule: "alone", sure: false });
}

/** What the heading above says of a row which that does not say itself. */
function underHeadings(draft: Draft, { headings }: Read, isGrouped: boolean, around: Around): void {
  const { from } = headings;
  const how = { from, rule: "heading" as const, sure: false };
  if (headings.planned !== undefined)
    draft.guess("vendor", "name", draft.facts.vendor.name, { from: headings.planned, rule: "planned", sure: false });
  if (headings.isOfAffiliates && !draft.has("vendor", "relationship"))
    draft.put("vendor", "relationship", "affiliate", from, from, { ...how, sure: !headings.namesSubprocessors });
  if (headings.isOptional && !draft.has("service", "optional")) draft.put("service", "optional", true, from, from, how);
  if (headings.places && !draft.has("service", "locations")) places(draft, headings);
  for (const { value, text } of around.products.in(from)) {
    const index = draft.add("service", "products", value, from, text);
    if (index >= 0) draft.guess("service", `products/${index}`, value, { ...how, rule: "product" });
  }
  if (headings.category && isGrouped && !draft.has("service", "category"))
    draft.put("service", "category", headings.category, from, from, { ...how, sure: true });
}

function places(draft: Draft, { from, places: said }: HeadingsMeant): void {
  for (const { country, detail, kind, instead } of said?.places ?? []) {
    const location = { country, kind, ...(detail && { detail }) };
    const index = draft.add("service", "locations", location, from, from);
    if (index >= 0)
      draft.guess("service", `locations/${index}/country`, country, { from, rule: "heading", sure: false, instead });
  }
}
