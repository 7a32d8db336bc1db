import { z } from "@hono/zod-openapi";
import { ContractTerms, StatedTerms, TERMS, type Term } from "../../model/people/contract-terms.ts";
import { Period } from "../../model/values/dates.ts";

/** What a cell can hold: text, or keys with spaces between them. */
type InOneCell = string | string[] | null;

/** The columns of the terms that have parts, by part. Any other term has one column, of its own name. */
const PARTS: {
  [Name in Term as ContractTerms[Name] extends InOneCell ? never : Name]: Record<keyof Period, string>;
} = {
  noticePeriod: { days: "noticeDays", basis: "noticeBasis", deemedReceiptDays: "noticeDeemedReceiptDays" },
  objectionPeriod: { days: "objectionDays", basis: "objectionBasis", deemedReceiptDays: "objectionDeemedReceiptDays" },
};

const hasParts = (term: Term): term is keyof typeof PARTS => term in PARTS;

const PLACES = TERMS.flatMap((term) =>
  Object.entries(hasParts(term) ? PARTS[term] : { "": term }).map(([part, column]) => ({ term, part, column })),
);

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

const DEFAULTS = ContractTerms.parse({});

/** What the cells of a line say of the terms, to be read as `SaidTerms`; an empty one says what holds by default. */
export function termsIn(cells: ReadonlyMap<string, string>): Record<string, unknown> {
  const said = TERMS.map((term) => {
    const given = PLACES.filter((place) => place.term === term && cells.has(place.column));
    const parts = given.map(({ part, column }) => ({ part, cell: cells.get(column) ?? "" }));
    return [term, hasParts(term) ? periodIn(parts) : parts.map(({ cell }) => termIn(term, cell))[0]];
  });
  return Object.fromEntries(said);
}

function termIn(term: Term, cell: string): unknown {
  if (cell === "") return DEFAULTS[term];
  return StatedTerms.shape[term] instanceof z.ZodArray ? cell.split(/\s+/) : cell;
}

/** Null where all cells are empty, that of the days too; undefined where there is none. */
function periodIn(parts: readonly { part: string; cell: string }[]): object | null | undefined {
  if (parts.length === 0) return undefined;
  if (parts.some(({ part }) => part === "days") && parts.every(({ cell }) => cell === "")) return null;
  const said = parts.map(({ part, cell }) => [part, cell === "" && part !== "days" ? null : numberOf(cell)]);
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
