import { z } from "@hono/zod-openapi";
import { Contact, type CustomerView, ExternalId, MAX_CONTACTS, Terms } from "../../model/people/customer-document.ts";
import { type CsvRecord, csvCell, csvValue, readCsv } from "../../model/values/csv.ts";
import type { Period } from "../../model/values/dates.ts";
import { fieldErrors } from "../../model/values/field-errors.ts";
import { emailKey } from "../../model/values/hash.ts";
import { type FieldError, Refusal } from "../../model/values/refusal.ts";
import { line as text } from "../../model/values/text.ts";
import { CsvPeriod, PERIOD_COLUMNS, periodOf } from "./csv-period.ts";

/** The columns of the file, in the order they are exported in: one line for each contact of a customer. */
export const COLUMNS = [
  "externalId",
  "name",
  "noticeDays",
  "noticeBasis",
  "noticeDeemedReceiptDays",
  "objectionDays",
  "objectionBasis",
  "objectionDeemedReceiptDays",
  "authorisation",
  "products",
  "hostingRegions",
  "email",
  "contactName",
  "locale",
] as const;
type Column = (typeof COLUMNS)[number];

const NEEDED: Column[] = ["externalId", "name", "email"];
const CONTACT: Column[] = ["email", "contactName", "locale"];

/** A line and the cells of the columns the file has. */
type Line = { line: number; cells: Map<Column, string> };

/** A customer as a file names it; what the file has no column for is undefined. */
const CsvCustomer = z.strictObject({
  externalId: ExternalId,
  name: text(),
  noticePeriod: CsvPeriod.nullable().optional(),
  objectionPeriod: CsvPeriod.nullable().optional(),
  authorisation: Terms.authorisation.optional(),
  products: Terms.products.optional(),
  hostingRegions: Terms.hostingRegions.optional(),
});

export type CsvCustomer = z.infer<typeof CsvCustomer> & {
  contacts: Contact[];
  /** The lines it stands on, with the contact each names. */
  lines: { line: number; contact: Contact | null }[];
};

/** Which column a field of a customer comes from, by the field's path. */
function columnOf(path: string): string {
  const [field = "", part] = path.split("/");
  const columns: Record<string, Record<string, string>> = PERIOD_COLUMNS;
  return columns[field]?.[part ?? "days"] ?? field;
}

/** The most errors that are reported of a file: whoever mends a hundred lines can ask again. */
const MAX_ERRORS = 100;

/**
 * The customers of a CSV file, in the order in which they first occur. Refuses: malformed-csv; invalid-request, with
 * every bad cell (the first hundred) as `/lines/<line>/<column>`.
 */
export function readCustomers(file: string): CsvCustomer[] {
  const [header, ...records] = readCsv(file);
  const columns = columnsOf(header);
  const reading = new Reading();
  for (const record of records) {
    reading.take(record, columns);
    if (reading.errors.length >= MAX_ERRORS) break;
  }
  refuseLines(reading.errors);
  return [...reading.customers.values()].map(({ customer }) => customer);
}

/** Refuses: invalid-request, if there are errors. */
export function refuseLines(errors: FieldError[]): void {
  if (errors.length === 0) return;
  const detail = "The file has lines that are not valid; nothing of it was written.";
  throw new Refusal("invalid-request", detail, { errors: errors.slice(0, MAX_ERRORS) });
}

/** Where a cell is, as a JSON pointer. */
export const cellAt = (line: number, column: string) => `/lines/${line}/${column}`;

function columnsOf(header: CsvRecord | undefined): Column[] {
  const { line, cells } = header ?? { line: 1, cells: [] };
  const names = cells.map((cell) => csvValue(cell).trim());
  const known = (name: string): name is Column => (COLUMNS as readonly string[]).includes(name);
  const errors = names.flatMap((name, index) => {
    if (!known(name)) return [{ pointer: cellAt(line, pointerPart(name)), detail: "is not a column here" }];
    return names.indexOf(name) === index ? [] : [{ pointer: cellAt(line, name), detail: "is a column already" }];
  });
  const lacking = NEEDED.filter((column) => !names.includes(column));
  refuseLines([...errors, ...lacking.map((column) => ({ pointer: cellAt(line, column), detail: "is needed" }))]);
  return names.filter(known);
}

const pointerPart = (name: string) => name.slice(0, 100).replaceAll("~", "~0").replaceAll("/", "~1");

/** What has been read of a file so far. */
class Reading {
  readonly customers = new Map<string, { customer: CsvCustomer; first: Line }>();
  /** The first line that says something of a person, by lower-cased address. */
  readonly people = new Map<string, { name?: Line | undefined; locale?: Line | undefined }>();
  /** The line of each contact of a customer. */
  readonly pairs = new Map<string, number>();
  readonly errors: FieldError[] = [];

  take({ line, cells }: CsvRecord, columns: readonly Column[]): void {
    if (cells.length !== columns.length) {
      this.blame(line, "", `has ${cells.length} cells where the first line has ${columns.length}`);
      return;
    }
    const here = {
      line,
      cells: new Map(columns.map((column, index) => [column, csvValue(cells[index] ?? "").trim()])),
    };
    const customer = this.customerOf(here);
    const contact = this.contactOf(here);
    if (!customer || contact === undefined) return;
    customer.lines.push({ line, contact });
    if (contact) this.addContact(customer, contact, here);
  }

  private customerOf(here: Line): CsvCustomer | undefined {
    const known = this.customers.get(cell(here, "externalId").normalize("NFC"));
    if (known) {
      this.compare(known.first, here);
      return known.customer;
    }
    const read = CsvCustomer.safeParse(customerFields(here));
    if (!read.success) {
      this.blameFields(here, read.error.issues, columnOf);
      return undefined;
    }
    const customer = { ...read.data, contacts: [], lines: [] };
    this.customers.set(customer.externalId, { customer, first: here });
    return customer;
  }

  /** A customer's own columns say the same on each of its lines. */
  private compare(first: Line, here: Line): void {
    for (const [column, value] of here.cells) {
      if (!CONTACT.includes(column) && value !== cell(first, column)) {
        this.blame(here.line, column, `differs from line ${first.line}, which names the same customer`);
      }
    }
  }

  /** Null when the line names none; undefined when what it names is none. */
  private contactOf(here: Line): Contact | null | undefined {
    if (CONTACT.every((column) => cell(here, column) === "")) return null;
    const read = Contact.safeParse({
      email: cell(here, "email"),
      name: cell(here, "contactName") || undefined,
      locale: cell(here, "locale") || undefined,
    });
    if (read.success) return read.data;
    this.blameFields(here, read.error.issues, (path) => (path === "name" ? "contactName" : path));
    return undefined;
  }

  private addContact(customer: CsvCustomer, contact: Contact, here: Line): void {
    const key = emailKey(contact.email);
    const pair = `${key} ${customer.externalId}`;
    const before = this.pairs.get(pair);
    if (before !== undefined) this.blame(here.line, "email", `is a contact of the customer on line ${before} already`);
    this.pairs.set(pair, before ?? here.line);
    if (customer.contacts.length === MAX_CONTACTS) this.blame(here.line, "email", `is one more than ${MAX_CONTACTS}`);
    customer.contacts.push(contact);
    const person = this.people.get(key) ?? {};
    this.people.set(key, person);
    person.name = this.agree(person.name, here, "contactName");
    person.locale = this.agree(person.locale, here, "locale");
  }

  /** A person has one name and one language, whichever customers they are a contact of. Gives the line that says it. */
  private agree(first: Line | undefined, here: Line, column: Column): Line | undefined {
    if (cell(here, column) === "") return first;
    if (first && cell(first, column) !== cell(here, column)) {
      this.blame(here.line, column, `differs from line ${first.line}, which names the same person`);
    }
    return first ?? here;
  }

  private blame(line: number, column: string, detail: string): void {
    this.errors.push({ pointer: column === "" ? `/lines/${line}` : cellAt(line, column), detail });
  }

  /** One thing that is wrong with each cell. */
  private blameFields({ line }: Line, issues: z.core.$ZodIssue[], columnOf: (path: string) => string): void {
    const wrong = new Map(
      fieldErrors(issues)
        .reverse()
        .map(({ pointer, detail }) => [columnOf(pointer.slice(1)), detail]),
    );
    for (const [column, detail] of [...wrong].reverse()) this.blame(line, column, detail);
  }
}

const cell = ({ cells }: Line, column: Column) => cells.get(column) ?? "";

function customerFields(here: Line): Record<string, unknown> {
  const given = (column: Column, value: unknown) => (here.cells.has(column) ? value : undefined);
  return {
    externalId: cell(here, "externalId"),
    name: cell(here, "name"),
    noticePeriod: periodOf(here.cells, "noticePeriod"),
    objectionPeriod: periodOf(here.cells, "objectionPeriod"),
    authorisation: given("authorisation", cell(here, "authorisation") || "general"),
    products: given("products", keysOf(cell(here, "products"))),
    hostingRegions: given("hostingRegions", keysOf(cell(here, "hostingRegions"))),
  };
}

/** Keys stand in one cell, with spaces between them. */
const keysOf = (value: string): string[] => value.split(/\s+/).filter((key) => key !== "");

/** Customers as the file that `readCustomers` reads, line by line. */
export async function* customersCsv(customers: AsyncIterable<CustomerView>): AsyncGenerator<string> {
  yield `${COLUMNS.join(",")}\r\n`;
  for await (const customer of customers) yield linesOf(customer);
}

function linesOf(customer: CustomerView): string {
  const own = [
    customer.externalId,
    customer.name,
    ...periodCells(customer.noticePeriod),
    ...periodCells(customer.objectionPeriod),
    customer.authorisation,
    customer.products.join(" "),
    customer.hostingRegions.join(" "),
  ];
  const people = customer.contacts.map(({ email, name, locale }) => [email, name ?? "", locale]);
  return (people.length > 0 ? people : [["", "", ""]])
    .map((person) => `${[...own, ...person].map(csvCell).join(",")}\r\n`)
    .join("");
}

const periodCells = (period: Period | null): string[] =>
  period ? [String(period.days), period.basis, String(period.deemedReceiptDays)] : ["", "", ""];
