import { z } from "@hono/zod-openapi";
import { ContractTerms, StatedTerms, TERMS, type Term } from "../../model/people/contract-terms.ts";
import { Period } from "../../model/values/dates.ts";

type Parts = Record<keyof Period, string>;

/** Where the terms of a contract stand in a file of customers: a period has a column for each of its parts. */
const COLUMNS: { [Name in Term]: ContractTerms[Name] extends Period | null ? Parts : string } = {
  noticePeriod: { days: "noticeDays", basis: "noticeBasis", deemedReceiptDays: "noticeDeemedReceiptDays" },
  objectionPeriod: { days: "objectionDays", basis: "objectionBasis", deemedReceiptDays: "objectionDeemedReceiptDays" },
  authorisation: "authorisation",
  products: "products",
  hostingRegions: "hostingRegions",
};

const PLACES = TERMS.flatMap((term) => {
  const columns = COLUMNS[term];
  const parts = typeof columns === "string" ? { "": columns } : columns;
  return Object.entries(parts).map(([part, column]) => ({ term, part, column }));
});

export const TERM_COLUMNS = PLACES.map(({ column }) => column);

/** The column that a field of a customer comes from, by its path; a period as a whole is its days. */
export function columnOf(path: string): string {
  const [field, part] = path.split("/");
  const places = PLACES.filter(({ term }) => term === field);
  return (places.find((each) => each.part === part) ?? places[0])?.column ?? path;
}

/** The cells of the terms, in the order of their columns. */
export function termCells(terms: ContractTerms): string[] {
  return PLACES.map(({ term, part }) => {
    const value: unknown = part === "" ? terms[term] : Object(terms[term])[part];
    return Array.isArray(value) ? value.join(" ") : String(value ?? "");
  });
}

/** What a line says of a period: null is what an empty cell says. */
const SaidPeriod = z
  .strictObject({
    days: Period.shape.days,
    basis: Period.shape.basis.unwrap().nullable(),
    deemedReceiptDays: Period.shape.deemedReceiptDays.unwrap().nullable(),
  })
  .partial();

/** What a line says of the terms; of what the file has no column for nothing. */
export const SaidTerms = StatedTerms.extend({
  noticePeriod: SaidPeriod.nullable(),
  objectionPeriod: SaidPeriod.nullable(),
}).partial();
type SaidTerms = z.infer<typeof SaidTerms>;

type Cells = ReadonlyMap<string, string>;

const DEFAULTS = ContractTerms.parse({});

/** What the cells of a line say of the terms, to be read as `SaidTerms`. */
export function termsIn(cells: Cells): Record<string, unknown> {
  const said = TERMS.map((term) => {
    const columns = COLUMNS[term];
    if (typeof columns !== "string") return [term, periodIn(cells, columns)];
    const cell = cells.get(columns);
    if (cell === "") return [term, DEFAULTS[term]];
    return [term, StatedTerms.shape[term] instanceof z.ZodArray ? cell?.split(/\s+/) : cell];
  });
  return Object.fromEntries(said);
}

/** Null where all cells are empty, that of the days too; undefined where there is none. */
function periodIn(cells: Cells, columns: Parts): object | null | undefined {
  const given = Object.entries(columns).flatMap(([part, column]) => {
    const cell = cells.get(column);
    return cell === undefined ? [] : [{ part, cell }];
  });
  if (given.length === 0) return undefined;
  if (cells.get(columns.days) === "" && given.every(({ cell }) => cell === "")) return null;
  const said = given.map(({ part, cell }) => [part, cell === "" && part !== "days" ? null : numberOf(cell)]);
  return Object.fromEntries(said);
}

const numberOf = (value: string) => (/^[+-]?\d{1,9}$/.test(value) ? Number(value) : value);

/** The terms as they will be: an empty cell is what holds by default, and no cell what is stored. */
export function completedTerms(said: SaidTerms, stored: ContractTerms = DEFAULTS): ContractTerms {
  const completed = TERMS.map((term) => {
    const value = said[term];
    if (value === undefined) return [term, stored[term]];
    const isPeriod = value !== null && typeof value === "object" && !Array.isArray(value);
    return [term, isPeriod ? completedPeriod({ ...Object(stored[term]), ...value }) : value];
  });
  return ContractTerms.parse(Object.fromEntries(completed));
}

/** Without days there is none. */
function completedPeriod(said: z.infer<typeof SaidPeriod>): object | null {
  if (said.days === undefined) return null;
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}
