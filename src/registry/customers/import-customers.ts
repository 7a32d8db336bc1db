import type { Deps } from "../../deps.ts";
import { unknownKeys } from "../../model/change/scope.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import {
  type CustomerAction,
  type CustomerChange,
  type CustomerImport,
  type CustomerState,
  changeOf,
} from "../../model/people/customer-change.ts";
import { CustomerDocument, type NamedCustomer } from "../../model/people/customer-document.ts";
import { emailKey, keyedHash } from "../../model/values/hash.ts";
import type { Actor } from "../log/audit.ts";
import { writeRegistry } from "../log/frame.ts";
import { mergedPeriod, withoutDays } from "./csv-period.ts";
import { currentCustomers } from "./customers.ts";
import { type CsvCustomer, cellAt, readCustomers, refuseLines } from "./customers-csv.ts";
import { writeCustomers } from "./write-customers.ts";

/**
 * Makes the customers of a CSV file be as it says, all of them or none; customers it does not name are left alone. With
 * `dryRun` only says what would change. Refuses: malformed-csv, invalid-request.
 */
export async function importCustomers(
  deps: Deps,
  actor: Actor,
  { file, dryRun }: { file: string; dryRun: boolean },
): Promise<CustomerImport> {
  const named = readCustomers(file);
  return writeRegistry(deps, actor, async (w) => {
    refuseUnknown(named, w.organisation);
    const ids = named.map(({ externalId }) => externalId);
    const current = await currentCustomers(w, ids);
    refuseDayless(named, current);
    const changes = named.map((each) => {
      const state = current.get(each.externalId) ?? null;
      return changeOf(state, completed(each, state));
    });
    const outcome = { dryRun, ...totalsOf(changes), lines: linesOf(named, changes) };
    if (dryRun || changes.every(({ action }) => action === "unchanged")) return outcome;
    await writeCustomers(w, changes);
    const { lines: _, dryRun: __, ...totals } = outcome;
    const hash = keyedHash(w.config.tokenSecret, "customers", file);
    w.audit({
      action: "customers.imported",
      subject: "customers",
      data: { ...totals, file: hash },
    });
    return outcome;
  });
}

function refuseUnknown(named: readonly CsvCustomer[], organisation: Organisation): void {
  refuseLines(
    named.flatMap(({ products = [], hostingRegions = [], lines: [first] }) =>
      unknownKeys({ products, hostingRegions }, organisation).map(({ pointer, detail }) => ({
        pointer: cellAt(first?.line ?? 0, pointer.split("/")[1] ?? ""),
        detail,
      })),
    ),
  );
}

/** How to count days says nothing of a period that has none. */
function refuseDayless(named: readonly CsvCustomer[], current: ReadonlyMap<string, CustomerState>): void {
  refuseLines(
    named.flatMap((customer) => {
      const stored = current.get(customer.externalId);
      const columns = (["noticePeriod", "objectionPeriod"] as const).flatMap((field) =>
        withoutDays(customer[field], field, stored?.[field] ?? null),
      );
      const line = customer.lines[0]?.line ?? 0;
      return columns.map((column) => ({ pointer: cellAt(line, column), detail: "is of a period without days" }));
    }),
  );
}

const DEFAULTS = CustomerDocument.parse({ name: "-" });

/** With what the file has no column for: as it is, or as it is by default. */
function completed({ lines: _, ...given }: CsvCustomer, current: CustomerState | null): NamedCustomer {
  const before = current ?? DEFAULTS;
  return {
    externalId: given.externalId,
    name: given.name,
    noticePeriod: mergedPeriod(given.noticePeriod, before.noticePeriod),
    objectionPeriod: mergedPeriod(given.objectionPeriod, before.objectionPeriod),
    authorisation: given.authorisation ?? before.authorisation,
    products: given.products ?? before.products,
    hostingRegions: given.hostingRegions ?? before.hostingRegions,
    contacts: given.contacts,
  };
}

function totalsOf(changes: readonly CustomerChange[]) {
  const count = (action: CustomerAction) => changes.filter((change) => change.action === action).length;
  return {
    created: count("created"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    contactsRemoved: changes.reduce((sum, { removed }) => sum + removed, 0),
  };
}

function linesOf(named: readonly CsvCustomer[], changes: readonly CustomerChange[]): CustomerImport["lines"] {
  return named
    .flatMap(({ externalId, lines }, index) => {
      const { action = "unchanged", changed = [], contacts } = changes[index] ?? {};
      return lines.map(({ line, contact }) => ({
        line,
        externalId,
        action,
        changed,
        contact: contact ? (contacts?.get(emailKey(contact.email)) ?? null) : null,
      }));
    })
    .sort((a, b) => a.line - b.line);
}
