import { z } from "@hono/zod-openapi";
import { ContractTerms, StatedTerms, TERMS, type Term } from "../../model/people/contract-terms.ts";
import type { ObjectionPeriod } from "../../model/values/period.ts";
import { periodCell, periodIn } from "./period-cell.ts";

/** How a term is said in a cell. An empty one says what holds by default. */
type Cell<Value> = { read: (cell: string) => unknown; write: (value: Value) => string };

const text: Cell<string> = { read: (cell) => cell, write: (value) => value };
const keys: Cell<string[]> = { read: (cell) => cell.split(/\s+/), write: (value) => value.join(" ") };
const period: Cell<ObjectionPeriod> = { read: periodIn, write: periodCell };

const CELLS: { [Name in Term]: Cell<NonNullable<ContractTerms[Name]>> } = {
  noticePeriod: period,
  objectionPeriod: period,
  authorisation: text,
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
const readable = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .unknown()
    .refine((value) => typeof value !== "string", {
      error: "must be such as 30, 10 business, 2 weeks, 1 month or 10 business +3",
      abort: true,
    })
    .pipe(schema);

/** What a line says of the terms; of what the file has no column for nothing. */
export const SaidTerms = StatedTerms.extend({
  noticePeriod: readable(StatedTerms.shape.noticePeriod),
  objectionPeriod: readable(StatedTerms.shape.objectionPeriod),
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
