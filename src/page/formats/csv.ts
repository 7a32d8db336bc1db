import { csvCell } from "../../model/values/csv.ts";
import { fieldsOf } from "../../model/vendor/field-lookup.ts";
import { type FieldName, SERVICE_FIELDS, VENDOR_FIELDS } from "../../model/vendor/fields.ts";
import { lawWith } from "../../transfers/index.ts";
import { wordsFor } from "../../words/index.ts";
import { transferLines } from "../describe/transfers.ts";
import { describeValue, isStated } from "../describe/value.ts";
import { type ListView, listFor } from "./list-for.ts";

/**
 * The list as CSV (RFC 4180): a row for each service, a column for each field of vendor and service by its name in the
 * language. What a spreadsheet would take for a formula is made text (`csvCell`). The mark at the beginning tells Excel that it is
 * UTF-8.
 */
export function listAsCsv(view: ListView): string {
  const { head, rows } = listAsTable(view);
  return `\uFEFF${[head, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("")}`;
}

const SHOWN = fieldsOf(SERVICE_FIELDS).filter((field) => field !== "key");

/** What the cells hold, before they are written. */
export function listAsTable(view: ListView): { head: string[]; rows: string[][] } {
  const { register, on, locale, publicUrl } = view;
  const { organisation, amendments } = register;
  const { terms, takeAlong: words } = wordsFor(locale);
  const names = { ...organisation, on };
  const judging = { ...organisation, on, law: lawWith(amendments) };
  // No products named means all of them, which an empty cell would not say.
  const told = (field: FieldName, value: unknown): string =>
    isStated(value) || field === "products" || field === "hostingRegions"
      ? describeValue(field, value, locale, names).join("; ")
      : "";
  return {
    head: [
      ...fieldsOf(VENDOR_FIELDS).map((field) => terms.fields[field]),
      ...SHOWN.map((field) => (field === "name" ? terms.fields.service : terms.fields[field])),
      ...organisation.regimes.map((regime) => `${terms.fields.transfers} (${terms.regimes[regime]})`),
      words.since,
      words.address,
    ],
    rows: listFor(view).map(({ id, entry, service }) => [
      ...fieldsOf(VENDOR_FIELDS).map((field) => told(field, entry.document[field])),
      ...SHOWN.map((field) => told(field, service[field])),
      ...transferLines(entry.document, service, judging, locale).map(({ reading }) => reading),
      entry.effectiveOn,
      `${publicUrl}/vendors/${entry.slug}#${id}`,
    ]),
  };
}
