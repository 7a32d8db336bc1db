import { z } from "@hono/zod-openapi";
import { Period } from "../../model/values/dates.ts";

/** A period is in three columns of a file of customers, each of which the file may have or not. */

type Part = keyof Period;

export const PERIOD_COLUMNS = {
  noticePeriod: { days: "noticeDays", basis: "noticeBasis", deemedReceiptDays: "noticeDeemedReceiptDays" },
  objectionPeriod: { days: "objectionDays", basis: "objectionBasis", deemedReceiptDays: "objectionDeemedReceiptDays" },
} as const satisfies Record<string, Record<Part, string>>;

export type PeriodField = keyof typeof PERIOD_COLUMNS;

/** What a line says of a period: null is what an empty cell says; of what the file has no column for nothing is said. */
export const CsvPeriod = z.strictObject({
  days: Period.shape.days.optional(),
  basis: Period.shape.basis.unwrap().nullable().optional(),
  deemedReceiptDays: Period.shape.deemedReceiptDays.unwrap().nullable().optional(),
});
export type CsvPeriod = z.infer<typeof CsvPeriod>;

/** What the cells of a period say, to be read as `CsvPeriod`; null where all are empty, that of the days too. */
export function periodOf(cells: ReadonlyMap<string, string>, field: PeriodField): object | null | undefined {
  const columns = PERIOD_COLUMNS[field];
  const given = (Object.keys(columns) as Part[]).filter((part) => cells.has(columns[part]));
  if (given.length === 0) return undefined;
  const cell = (part: Part) => cells.get(columns[part]) ?? "";
  if (given.includes("days") && given.every((part) => cell(part) === "")) return null;
  const values = given.map((part) => [part, part === "basis" ? cell(part) : numberOf(cell(part))]);
  return Object.fromEntries(values.map(([part, value]) => [part, value === "" && part !== "days" ? null : value]));
}

const numberOf = (value: string) => (/^[+-]?\d{1,9}$/.test(value) ? Number(value) : value);

/** The period as it will be: an empty cell is what holds by default, and no cell what is stored. */
export function mergedPeriod(given: CsvPeriod | null | undefined, stored: Period | null): Period | null {
  if (given === undefined) return stored;
  const { days = stored?.days, basis = stored?.basis, deemedReceiptDays = stored?.deemedReceiptDays } = given ?? {};
  if (given === null || days === undefined) return null;
  return Period.parse({ days, basis: basis ?? undefined, deemedReceiptDays: deemedReceiptDays ?? undefined });
}

/** The columns that say how to count days where there are none to count: neither in the file nor stored. */
export function withoutDays(given: CsvPeriod | null | undefined, field: PeriodField, stored: Period | null): string[] {
  if (!given || given.days !== undefined || stored !== null) return [];
  const parts = (["basis", "deemedReceiptDays"] as const).filter((part) => (given[part] ?? null) !== null);
  return parts.map((part) => PERIOD_COLUMNS[field][part]);
}
