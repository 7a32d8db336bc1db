import type { ObjectionPeriod } from "../../model/values/period.ts";

/**
 * A period as a cell of the file, to be read and written by people: `30`, `10 business`, `1 month`, and `10 business +3` for
 * one whose notice counts as received three days later. `to-working-day` and `may-outlast` at its end are
 * `extendToWorkingDay` and `mayOutlastNotice`.
 */
const BASES = "calendar|business|working";
const CELL = new RegExp(
  `^(?<n>\\d{1,9})(?: (?:(?<unit>week|month)s?|(?<basis>${BASES})?(?: ?days?)?))?` +
    `(?: ?\\+ ?(?<deemed>\\d{1,9})(?: (?<deemedBasis>${BASES}))?)?(?<extends> to-working-day)?(?<outlasts> may-outlast)?$`,
);

/** What a cell says of a period, to be read as one; the cell itself where it says none. */
export function periodIn(cell: string): unknown {
  const said = CELL.exec(cell.toLowerCase().replace(/\s+/g, " "))?.groups;
  if (!said) return cell;
  return {
    [`${said.unit ?? "day"}s`]: Number(said.n),
    basis: said.basis,
    deemedReceiptDays: said.deemed && Number(said.deemed),
    deemedReceiptBasis: said.deemedBasis,
    ...(said.extends && { extendToWorkingDay: true }),
    ...(said.outlasts && { mayOutlastNotice: true }),
  };
}

export function periodCell(period: ObjectionPeriod): string {
  const { days, weeks, months, basis, deemedReceiptDays, deemedReceiptBasis = "calendar" } = period;
  const ofBasis = (n: number, counted: string) => (counted === "calendar" ? `${n}` : `${n} ${counted}`);
  const unit = (n: number, name: string) => `${n} ${name}${n === 1 ? "" : "s"}`;
  const length = months ? unit(months, "month") : weeks ? unit(weeks, "week") : ofBasis(days ?? 0, basis);
  return [
    length,
    ...(deemedReceiptDays > 0 ? [`+${ofBasis(deemedReceiptDays, deemedReceiptBasis)}`] : []),
    ...(period.extendToWorkingDay ? ["to-working-day"] : []),
    ...(period.mayOutlastNotice ? ["may-outlast"] : []),
  ].join(" ");
}
