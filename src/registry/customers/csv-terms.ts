import { z } from "@hono/zod-openapi";
import {
  ContractTerms,
  type Emergency,
  type ObjectUntilEffect,
  StatedTerms,
  TERMS,
  type Term,
} from "../../model/people/contract-terms.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { ObjectionPeriod } from "../../model/values/period.ts";
import type { LocalizedText } from "../../model/values/text.ts";
import { periodCell, periodIn } from "./period-cell.ts";

/** How a term is said in a cell. An empty one says what holds by default. */
type Cell<Value> = { read: (cell: string) => unknown; write: (value: Value) => string };

/** A list of none, where an empty cell says something else. */
const NONE = "none";

const text: Cell<string> = { read: (cell) => cell, write: (value) => value };
const keys: Cell<string[]> = { read: (cell) => cell.split(/\s+/), write: (value) => value.join(" ") };
const period: Cell<ObjectionPeriod> = { read: periodIn, write: periodCell };

const dates: Cell<IsoDate[]> = {
  read: (cell) => (cell === NONE ? [] : cell.split(/\s+/)),
  write: (value) => value.join(" ") || NONE,
};
const daysBefore: Cell<ObjectUntilEffect> = {
  read(cell) {
    const [, days] = /^(\d{1,9})( days?)?( before)?$/.exec(cell) ?? [];
    return days === undefined ? cell : { daysBefore: Number(days) };
  },
  write: (value) => `${value.daysBefore} days before`,
};
const emergency: Cell<Emergency> = {
  read: (cell) => (/^\d/.test(cell) ? periodIn(cell) : cell),
  write: (value) => (typeof value === "string" ? value : periodCell(value)),
};
/** One text for all readers as it is; one per language as JSON. */
const localized: Cell<LocalizedText> = {
  read: (cell) => (cell.startsWith("{") ? jsonIn(cell) : cell),
  write: (value) => (typeof value === "string" ? value : JSON.stringify(value)),
};
function jsonIn(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

const CELLS: { [Name in Term]: Cell<NonNullable<ContractTerms[Name]>> } = {
  noticePeriod: period,
  objectionPeriod: period,
  objectUntilEffect: daysBefore,
  timeZone: text,
  holidays: dates,
  authorisation: text,
  onObjection: text,
  emergency,
  remedies: localized,
  products: keys,
  hostingRegions: keys,
};

/** Each term has a column of its own name. */
export const TERM_COLUMNS: readonly string[] = TERMS;

/** The cells of the terms, in the order of their columns. */
export const termCells = (terms: ContractTerms): string[] => TERMS.map((term) => termCell(term, terms[term]));

function termCell<Name extends Term>(term: Name, value: ContractTerms[Name]): string {
  const cell: Cell<NonNullable<ContractTerms[Name]>> = CELLS[term];
  return value === null ? "" : cell.write(value);
}

/** What a cell says that could not be read stays text. */
const readable = <Schema extends z.ZodType>(schema: Schema, examples: string) =>
  z
    .unknown()
    .refine((value) => typeof value !== "string", { error: `must be such as ${examples}`, abort: true })
    .pipe(schema);

const PERIODS = "30, 10 business, 2 weeks, 1 month or 10 business +3";

/** What a line says of the terms; of what the file has no column for nothing. */
export const SaidTerms = StatedTerms.extend({
  noticePeriod: readable(StatedTerms.shape.noticePeriod, PERIODS),
  objectionPeriod: readable(StatedTerms.shape.objectionPeriod, PERIODS),
  objectUntilEffect: readable(StatedTerms.shape.objectUntilEffect, "0 or 10 days before"),
}).partial();
type SaidTerms = z.infer<typeof SaidTerms>;

const DEFAULTS = ContractTerms.parse({});

/** What the cells of a line say of the terms, to be read as `SaidTerms`. */
export function termsIn(cells: ReadonlyMap<string, string>): Record<string, unknown> {
  const said = TERMS.map((term) => {
    const cell = cells.get(term);
    return [term, cell === "" ? DEFAULTS[term] : cell && CELLS[term].read(cell)];
  });
  return Object.fromEntries(said);
}

/** The terms as they will be: an empty cell is what holds by default, and no cell what is stored. */
export function completedTerms(said: SaidTerms, stored: ContractTerms = DEFAULTS): ContractTerms {
  const completed = TERMS.map((term) => [term, said[term] === undefined ? stored[term] : said[term]]);
  return ContractTerms.parse(Object.fromEntries(completed));
}
