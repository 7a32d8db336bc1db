import { mapped } from "../../db/paging.ts";
import type { Deps } from "../../deps.ts";
import { unknownKeys } from "../../model/change/scope.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import { contradictionIn } from "../../model/people/contract-terms.ts";
import {
  type CustomerAction,
  type CustomerChange,
  type CustomerImport,
  type CustomerState,
  changeOf,
} from "../../model/people/customer-change.ts";
import { emailKey } from "../../model/values/email.ts";
import { keyedHashing } from "../../model/values/hash.ts";
import type { FieldError } from "../../model/values/refusal.ts";
import type { Actor } from "../log/audit.ts";
import { writeRegistry } from "../log/frame.ts";
import { completedTerms } from "./csv-terms.ts";
import { currentCustomers } from "./customers.ts";
import { type CsvCustomer, cellAt, readCustomers, refuseLines } from "./customers-csv.ts";
import { withParts } from "./period-parts.ts";
import { writeCustomers } from "./write-customers.ts";

/**
 * Makes the customers of a CSV file be as it says, all of them or none; customers it does not name are left alone. With
 * `dryRun` only says what would change. The file is read as it comes in, before the registry is locked. Refuses:
 * malformed-csv, invalid-request.
 */
export async function importCustomers(
  deps: Deps,
  actor: Actor,
  { file, dryRun }: { file: AsyncIterable<string>; dryRun: boolean },
): Promise<CustomerImport> {
  const hashing = keyedHashing(deps.config.tokenSecret, "customers");
  const hashed = (piece: string) => {
    hashing.update(piece);
    return piece;
  };
  const named = await readCustomers(mapped(file, hashed));
  const hash = hashing.digest("hex");
  return writeRegistry(deps, actor, async (w) => {
    const ids = named.map(({ externalId }) => externalId);
    const current = await currentCustomers(w, ids);
    const entries = named.map((each) => entryOf(each, current.get(each.externalId) ?? null));
    refuseLines(entries.flatMap(({ errors }) => errors));
    refuseLines(entries.flatMap((entry) => unknownIn(entry, w.organisation)));
    const changes = entries.map(({ change }) => change);
    const outcome = { dryRun, ...totalsOf(changes), lines: linesOf(entries) };
    if (dryRun || changes.every(({ action }) => action === "unchanged")) return outcome;
    await writeCustomers(w, changes);
    const { lines: _, dryRun: __, ...totals } = outcome;
    w.audit("customers.imported", null, { ...totals, file: hash });
    return outcome;
  });
}

/** A customer of the file, and what becomes of it. */
type Entry = CsvCustomer & { change: CustomerChange; errors: FieldError[] };

/** What the file has no column for is as it was, or as it is by default. */
function entryOf(named: CsvCustomer, current: CustomerState | null): Entry {
  const { externalId, name, contacts, first } = named;
  const { terms, errors } = withParts(first.cells, completedTerms(named, current ?? undefined));
  const contradiction = contradictionIn(terms);
  if (contradiction) errors.push({ column: contradiction.term, detail: contradiction.detail });
  const pointed = errors.map(({ column, detail }) => ({ pointer: cellAt(first.line, column), detail }));
  return { ...named, errors: pointed, change: changeOf(current, { externalId, name, ...terms, contacts }) };
}

const unknownIn = ({ change, first }: Entry, organisation: Organisation): FieldError[] =>
  unknownKeys(change.customer, organisation).map(({ pointer, detail }) => ({
    pointer: cellAt(first.line, pointer.split("/")[1] ?? ""),
    detail,
  }));

function totalsOf(changes: readonly CustomerChange[]) {
  const count = (action: CustomerAction) => changes.filter((change) => change.action === action).length;
  return {
    created: count("created"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    contactsRemoved: changes.reduce((sum, { removed }) => sum + removed, 0),
  };
}

const linesOf = (entries: readonly Entry[]): CustomerImport["lines"] =>
  entries
    .flatMap(({ externalId, lines, change: { action, changed, contacts } }) =>
      lines.map(({ line, contact }) => ({
        line,
        externalId,
        action,
        changed,
        contact: contact && (contacts.get(emailKey(contact.email)) ?? null),
      })),
    )
    .sort((a, b) => a.line - b.line);
