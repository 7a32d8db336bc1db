import type { Cell, SourceRow } from "../source.ts";
import type { Column } from "./columns.ts";

/** What may stand beside a name that is struck out: "(until 2025)", "– gone", "until 2025"; and no other name. */
const BESIDE = /^(?:[([].*[)\]]|[^\p{L}\p{N}].*|\p{Ll}.*\d{4}\D*)?$/su;

/** Whether the name in a cell is struck out, and no other one stands there. */
export const isStruckOut = ({ text, struck }: Cell): boolean => struck !== undefined && BESIDE.test(text);

/** What stands in a row in which the vendor's name is struck out: the file says that the vendor is gone; else undefined. */
export function struckOut({ cells }: SourceRow, columns: readonly Column[]): string | undefined {
  const names = columns.flatMap(({ field }, at) => (field === "name" ? (cells[at] ?? []) : []));
  if (!names.some(isStruckOut)) return undefined;
  return [...new Set(cells.map(({ text, struck = "" }) => `${struck} ${text}`.trim()))].filter(Boolean).join(" | ");
}
