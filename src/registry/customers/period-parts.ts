import type { z } from "@hono/zod-openapi";
import { type ContractTerms, StatedTerms } from "../../model/people/contract-terms.ts";
import { fieldErrors } from "../../model/values/field-errors.ts";

/** The columns that older files have of a period: one for each part, where it has a cell for all of it now. */
const PARTS = [
  { column: "noticeDays", term: "noticePeriod", part: "days" },
  { column: "noticeBasis", term: "noticePeriod", part: "basis" },
  { column: "noticeDeemedReceiptDays", term: "noticePeriod", part: "deemedReceiptDays" },
  { column: "objectionDays", term: "objectionPeriod", part: "days" },
  { column: "objectionBasis", term: "objectionPeriod", part: "basis" },
  { column: "objectionDeemedReceiptDays", term: "objectionPeriod", part: "deemedReceiptDays" },
] as const;

export const PART_COLUMNS: readonly string[] = PARTS.map(({ column }) => column);

/** The column of the whole period that one of a part would contradict. */
export const wholeOf = (column: string) => PARTS.find((each) => each.column === column)?.term;

type CellError = { column: string; detail: string };
type Said = { column: string; part: (typeof PARTS)[number]["part"]; value: unknown };

/**
 * Terms with the parts of periods that a line says. An empty cell says what holds by default; without days there is no
 * period, and how to count them says nothing. Gives what is wrong with cells besides.
 */
export function withParts(cells: ReadonlyMap<string, string>, terms: ContractTerms) {
  const errors: CellError[] = [];
  const changed = { ...terms };
  for (const term of ["noticePeriod", "objectionPeriod"] as const) {
    const said = PARTS.filter((each) => each.term === term && cells.has(each.column)).map(({ column, part }) => {
      return { column, part, value: readCell(cells.get(column) ?? "") };
    });
    const read = said.length === 0 ? null : StatedTerms.shape[term].safeParse(merged(terms[term], said));
    if (read?.success) changed[term] = read.data;
    if (read?.data === null) errors.push(...lost(said));
    if (read?.error) errors.push(...faults(read.error.issues, said));
  }
  return { terms: changed, errors };
}

const readCell = (cell: string) => (cell === "" ? undefined : /^[+-]?\d{1,9}$/.test(cell) ? Number(cell) : cell);

/** Days take the place of weeks and months. */
function merged(period: ContractTerms["objectionPeriod"], said: readonly Said[]): object | null {
  const { weeks, months, ...counted } = period ?? {};
  const inDays = said.some(({ part }) => part === "days");
  const parts = Object.fromEntries(said.map(({ part, value }) => [part, value]));
  const whole = { ...counted, ...(!inDays && { weeks, months }), ...parts };
  return [whole.days, whole.weeks, whole.months].every((length) => length === undefined) ? null : whole;
}

const lost = (said: readonly Said[]): CellError[] =>
  said
    .filter(({ value }) => value !== undefined)
    .map(({ column }) => ({ column, detail: "is of a period without days" }));

const faults = (issues: readonly z.core.$ZodIssue[], said: readonly Said[]): CellError[] =>
  fieldErrors(issues).flatMap(({ pointer, detail }) => {
    const at = said.find(({ part }) => pointer === `/${part}`) ?? said[0];
    return at ? [{ column: at.column, detail }] : [];
  });
