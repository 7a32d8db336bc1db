import type { z } from "@hono/zod-openapi";
import { mapped } from "../../db/paging.ts";
import { Contact, type CustomerView, ExternalId, idFromName } from "../../model/people/customer-document.ts";
import { type CsvRecord, csvCell, csvRecords, csvValue, withHead } from "../../model/values/csv.ts";
import { emailKey } from "../../model/values/email.ts";
import { fieldErrors } from "../../model/values/field-errors.ts";
import { type FieldError, Refusal } from "../../model/values/refusal.ts";
import { line as text } from "../../model/values/text.ts";
import { SaidTerms, TERM_COLUMNS, termCells, termsIn } from "./csv-terms.ts";
import { PART_COLUMNS, wholeOf } from "./period-parts.ts";

const CONTACT = ["email", "contactName", "locale"];

/** The columns of the file, in the order they are exported in: one line for each contact of a customer. */
export const COLUMNS = ["externalId", "name", ...TERM_COLUMNS, ...CONTACT];

const NEEDED = ["externalId", "name", "email"];

/** How a file is read that has other columns than ours, or says what is in them in other words. */
export type Reading = {
  /** Which of our columns each of the file's is; null: none. Without `externalId`, customers are known by their names. */
  columns: readonly (string | null)[];
  /** What a cell says, as our files do. */
  said: (column: string, cell: string) => string;
};

/** A line and the cells of the columns the file has. */
type Line = { line: number; cells: Map<string, string> };

const CsvCustomer = SaidTerms.extend({ externalId: ExternalId, name: text() });

/** A customer as a file names it. */
export type CsvCustomer = z.infer<typeof CsvCustomer> & {
  contacts: Contact[];
  first: Line;
  /** The lines it stands on, with the contact each names. */
  lines: { line: number; contact: Contact | null }[];
};

/** The most errors that are reported of a file: whoever mends a hundred lines can ask again. */
const MAX_ERRORS = 100;

/**
 * The customers of a CSV file, in the order in which they first occur. Refuses: malformed-csv; invalid-request, with
 * every bad cell (the first hundred) as `/lines/<line>/<column>`.
 */
export async function readCustomers(file: AsyncIterable<string>, as?: Reading): Promise<CsvCustomer[]> {
  const lines = new Lines(as);
  let columns: readonly (string | null)[] | undefined;
  for await (const record of csvRecords(file)) {
    if (columns) lines.take(record, columns);
    columns ??= columnsOf(record, as);
    if (lines.errors.length >= MAX_ERRORS) break;
  }
  if (!columns) columnsOf(undefined, as);
  refuseLines(lines.errors);
  return [...lines.customers.values()];
}

/** Whether a file has no ids, so that its customers are known by their names. */
export const isByName = (as: Reading | undefined): boolean => as !== undefined && !as.columns.includes("externalId");

/** Refuses: invalid-request, if there are errors. */
export function refuseLines(errors: FieldError[]): void {
  if (errors.length === 0) return;
  const detail = "The file has lines that are not valid; nothing of it was written.";
  throw new Refusal("invalid-request", detail, { errors: errors.slice(0, MAX_ERRORS) });
}

/** Where a cell is, as a JSON pointer. */
export const cellAt = (line: number, column: string) => `/lines/${line}/${column}`;

function columnsOf(header: CsvRecord | undefined, as: Reading | undefined): readonly (string | null)[] {
  const { line, cells } = header ?? { line: 1, cells: [] };
  const names = as?.columns ?? cells.map((cell) => csvValue(cell).trim());
  const errors = names.flatMap((name, index) => {
    if (name === null) return [];
    if (!COLUMNS.includes(name) && !PART_COLUMNS.includes(name))
      return [{ pointer: cellAt(line, pointerPart(name)), detail: "is not a column here" }];
    const whole = wholeOf(name);
    if (whole && names.includes(whole)) return [{ pointer: cellAt(line, name), detail: `is a part of ${whole}` }];
    return names.indexOf(name) === index ? [] : [{ pointer: cellAt(line, name), detail: "is a column already" }];
  });
  const lacking = NEEDED.filter((column) => !names.includes(column) && !(isByName(as) && column === "externalId"));
  refuseLines([...errors, ...lacking.map((column) => ({ pointer: cellAt(line, column), detail: "is needed" }))]);
  return names;
}

const pointerPart = (name: string) => name.slice(0, 100).replaceAll("~", "~0").replaceAll("/", "~1");

/** What has been read of a file so far. */
class Lines {
  readonly customers = new Map<string, CsvCustomer>();
  readonly errors: FieldError[] = [];
  private readonly firstToSay = new Map<string, Line>();

  private readonly as: Reading | undefined;

  constructor(as: Reading | undefined) {
    this.as = as;
  }

  take({ line, cells }: CsvRecord, columns: readonly (string | null)[]): void {
    if (cells.length !== columns.length) {
      const detail = `has ${cells.length} cells where the first line has ${columns.length}`;
      this.errors.push({ pointer: `/lines/${line}`, detail });
      return;
    }
    const said = columns.flatMap((column, index) => {
      const text = csvValue(cells[index] ?? "").trim();
      return column === null ? [] : [[column, this.as ? this.as.said(column, text) : text] as const];
    });
    const here = { line, cells: new Map(said) };
    if (isByName(this.as)) here.cells.set("externalId", idFromName(cell(here, "name")));
    const customer = this.customerOf(here);
    const contact = this.contactOf(here);
    if (!customer || contact === undefined) return;
    customer.lines.push({ line, contact });
    if (contact) this.addContact(customer, contact, here);
  }

  private customerOf(here: Line): CsvCustomer | undefined {
    const id = ExternalId.safeParse(cell(here, "externalId"));
    const known = this.customers.get(id.data ?? "");
    if (known) {
      for (const column of here.cells.keys()) {
        if (!CONTACT.includes(column)) this.compare(known.first, here, column, "customer");
      }
      return known;
    }
    const own = { externalId: cell(here, "externalId"), name: cell(here, "name") };
    const read = CsvCustomer.safeParse({ ...own, ...termsIn(here.cells) });
    if (!read.success) {
      this.blameFields(here, read.error.issues, (path) => path.split("/")[0] ?? path);
      return undefined;
    }
    const customer = { ...read.data, contacts: [], lines: [], first: here };
    this.customers.set(customer.externalId, customer);
    return customer;
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
    const { line } = this.first(`${key} ${customer.externalId}`, here);
    if (line !== here.line) this.blame(here.line, "email", `is a contact of the customer on line ${line} already`);
    customer.contacts.push(contact);
    // A person has one name and one language, whichever customers they are a contact of.
    for (const column of ["contactName", "locale"]) {
      if (cell(here, column) !== "") this.compare(this.first(`${column} ${key}`, here), here, column, "person");
    }
  }

  /** The line that said something first: this one, if none has. */
  private first(what: string, here: Line): Line {
    const first = this.firstToSay.get(what) ?? here;
    this.firstToSay.set(what, first);
    return first;
  }

  private compare(first: Line, here: Line, column: string, whose: string): void {
    if (cell(first, column) === cell(here, column)) return;
    this.blame(here.line, column, `differs from line ${first.line}, which names the same ${whose}`);
  }

  private blame(line: number, column: string, detail: string): void {
    this.errors.push({ pointer: cellAt(line, column), detail });
  }

  /** One thing that is wrong with each cell. */
  private blameFields({ line }: Line, issues: z.core.$ZodIssue[], columnOf: (path: string) => string): void {
    const wrong = Map.groupBy(fieldErrors(issues), ({ pointer }) => columnOf(pointer.slice(1)));
    for (const [column, [first]] of wrong) if (first) this.blame(line, column, first.detail);
  }
}

const cell = ({ cells }: Line, column: string) => cells.get(column) ?? "";

/** Customers as the file that `readCustomers` reads, line by line. */
export const customersCsv = (customers: AsyncIterable<CustomerView>): AsyncGenerator<string> =>
  withHead(`${COLUMNS.join(",")}\r\n`, mapped(customers, linesOf));

function linesOf(customer: CustomerView): string {
  const own = [customer.externalId, customer.name, ...termCells(customer)];
  const people = customer.contacts.map(({ email, name, locale }) => [email, name ?? "", locale]);
  return (people.length > 0 ? people : [["", "", ""]])
    .map((person) => `${[...own, ...person].map(csvCell).join(",")}\r\n`)
    .join("");
}
