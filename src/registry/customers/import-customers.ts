import { sql } from "drizzle-orm";
import { texts } from "../../db/json.ts";
import { mapped } from "../../db/paging.ts";
import { customers } from "../../db/schema.ts";
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
import { canonicalJson, keyedHash, keyedHashing } from "../../model/values/hash.ts";
import { type FieldError, Refusal } from "../../model/values/refusal.ts";
import type { Actor } from "../log/audit.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { completedTerms } from "./csv-terms.ts";
import { currentCustomers } from "./customers.ts";
import { type CsvCustomer, cellAt, isByName, type Reading, readCustomers, refuseLines } from "./customers-csv.ts";
import { withParts } from "./period-parts.ts";
import { writeCustomers } from "./write-customers.ts";

/** A file of customers, and how it is read where its columns are not ours. */
type CustomersFile = { file: AsyncIterable<string>; as?: Reading };

/** What a file would make of customers; its hash is of the file, of how it is read, and of what is stored of them. */
export type ImportPlan = { outcome: CustomerImport; entries: readonly Entry[]; hash: string };

/** What importing a file would do, customer by customer; writes nothing. Refuses: malformed-csv, invalid-request. */
export const planImport = (deps: Deps, actor: Actor, file: CustomersFile): Promise<ImportPlan> =>
  withPlan(deps, actor, file, async (_, { entries, fileHash }) => ({
    outcome: outcomeOf(entries, true),
    entries,
    hash: planHash(deps, fileHash, entries),
  }));

/**
 * Makes the customers of a CSV file be as it says, all of them or none; customers it does not name are left alone. With
 * `dryRun` only says what would change. The file is read as it comes in, before the registry is locked. Refuses:
 * malformed-csv, invalid-request; stale-version, where `planned` is the hash of another plan than there would be by now.
 */
export const importCustomers = (
  deps: Deps,
  actor: Actor,
  { dryRun, planned, ...file }: CustomersFile & { dryRun: boolean; planned?: string },
): Promise<CustomerImport> =>
  withPlan(deps, actor, file, async (w, { entries, fileHash }) => {
    if (planned !== undefined && planned !== planHash(deps, fileHash, entries))
      throw new Refusal("stale-version", "The file, or a customer it names, is not what was planned.");
    const changes = entries.map(({ change }) => change);
    const outcome = outcomeOf(entries, dryRun);
    if (dryRun || changes.every(({ action }) => action === "unchanged")) return outcome;
    await writeCustomers(w, changes);
    const { lines: _, dryRun: __, ...totals } = outcome;
    w.audit("customers.imported", null, { ...totals, file: fileHash });
    return outcome;
  });

type Planned = { entries: readonly Entry[]; fileHash: string };

async function withPlan<Result>(
  deps: Deps,
  actor: Actor,
  { file, as }: CustomersFile,
  act: (w: Locked, plan: Planned) => Promise<Result>,
): Promise<Result> {
  const hashing = keyedHashing(deps.config.tokenSecret, "customers");
  const hashed = (piece: string) => {
    hashing.update(piece);
    return piece;
  };
  const read = await readCustomers(mapped(file, hashed), as);
  const fileHash = hashing.digest("hex");
  return writeRegistry(deps, actor, async (w) => {
    const named = isByName(as) ? await knownByName(w, read) : read;
    const current = await currentCustomers(
      w,
      named.map(({ externalId }) => externalId),
    );
    const entries = named.map((each) => entryOf(each, current.get(each.externalId) ?? null));
    if (isByName(as)) refuseLines(entries.flatMap(takenBy));
    refuseLines(entries.flatMap(({ errors }) => errors));
    refuseLines(entries.flatMap((entry) => unknownIn(entry, w.organisation)));
    return act(w, { entries, fileHash });
  });
}

/** Customers without ids of their own, by the id of the one who has the name; else by that which follows from it. */
async function knownByName({ db }: Locked, named: CsvCustomer[]): Promise<CsvCustomer[]> {
  const fold = (name: string) => name.toLowerCase();
  const rows = await db
    .select({ externalId: customers.externalId, name: sql<string>`lower(${customers.name})` })
    .from(customers)
    .where(sql`lower(${customers.name}) in ${texts(named.map(({ name }) => fold(name)))}`);
  const known = Map.groupBy(rows, ({ name }) => name);
  const several = named.filter(({ name }) => (known.get(fold(name))?.length ?? 0) > 1);
  refuseLines(
    several.map(({ first }) => ({ pointer: cellAt(first.line, "name"), detail: "is the name of several customers" })),
  );
  return named.map((each) => ({ ...each, externalId: known.get(fold(each.name))?.[0]?.externalId ?? each.externalId }));
}

/** An id that follows from a name may be another customer's. */
const takenBy = ({ before, name, first }: Entry): FieldError[] =>
  before === null || before.name.toLowerCase() === name.toLowerCase()
    ? []
    : [{ pointer: cellAt(first.line, "name"), detail: "follows the id of another customer" }];

const planHash = ({ config }: Deps, file: string, entries: readonly Entry[]): string => {
  const states = entries.map(({ before, change: { customer } }) => ({
    customer,
    before: before && { ...before, contacts: [...before.contacts].sort() },
  }));
  return keyedHash(config.tokenSecret, "import", canonicalJson({ file, states }));
};

/** A customer of the file, and what becomes of it. */
export type Entry = CsvCustomer & { before: CustomerState | null; change: CustomerChange; errors: FieldError[] };

/** What the file has no column for is as it was, or as it is by default. */
function entryOf(named: CsvCustomer, current: CustomerState | null): Entry {
  const { externalId, name, contacts, first } = named;
  const { terms, errors } = withParts(first.cells, completedTerms(named, current ?? undefined));
  const contradiction = contradictionIn(terms);
  if (contradiction) errors.push({ column: contradiction.term, detail: contradiction.detail });
  const pointed = errors.map(({ column, detail }) => ({ pointer: cellAt(first.line, column), detail }));
  return {
    ...named,
    before: current,
    errors: pointed,
    change: changeOf(current, { externalId, name, ...terms, contacts }),
  };
}

const unknownIn = ({ change, first }: Entry, organisation: Organisation): FieldError[] =>
  unknownKeys(change.customer, organisation).map(({ pointer, detail }) => ({
    pointer: cellAt(first.line, pointer.split("/")[1] ?? ""),
    detail,
  }));

function outcomeOf(entries: readonly Entry[], dryRun: boolean): CustomerImport {
  return { dryRun, ...totalsOf(entries.map(({ change }) => change)), lines: linesOf(entries) };
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
