import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import journal from "../../../migrations/meta/_journal.json" with { type: "json" };
import * as schema from "../../db/schema.ts";

type NameOf<Table> = Table extends PgTable ? Table["_"]["name"] : never;
export type TableName = NameOf<(typeof schema)[keyof typeof schema]>;

/**
 * Of each table, whether it is moved with the registry; in an order in which each comes after those that its rows name. What
 * opens something stays: sessions and links to sign in by, and of API keys all but what they were called. So does what
 * lasts a day, and the state of the one who sends.
 */
export const MOVED = {
  organisation: "row",
  users: "rows",
  user_identities: "rows",
  api_keys: "rows",
  vendors: "rows",
  change_sets: "rows",
  changes: "rows",
  change_set_parts: "rows",
  postponements: "rows",
  imports: "rows",
  snapshots: "rows",
  publishers: "rows",
  customers: "rows",
  subscribers: "rows",
  contacts: "rows",
  proposed_contacts: "rows",
  signups: "rows",
  suppressions: "rows",
  concerned_customers: "rows",
  responses: "rows",
  former_words: "rows",
  notices: "rows",
  mails: "rows",
  batches: "rows",
  deliveries: "rows",
  delivery_events: "rows",
  provider_events: "rows",
  audit_log: "rows",
  idempotency_keys: "stays",
  sender: "stays",
  sessions: "stays",
  sign_in_links: "stays",
  sign_in_requests: "stays",
} as const satisfies Record<TableName, "row" | "rows" | "stays">;

const TABLES = new Map(
  Object.values(schema)
    .filter((each) => is(each, PgTable))
    .map((table) => [getTableName(table) as string, table] as const),
);

/** The tables that are moved, in their order. */
export const movedTables = Object.entries(MOVED)
  .filter(([, how]) => how !== "stays")
  .flatMap(([name]) => {
    const table = TABLES.get(name);
    return table ? [{ name: name as TableName, table }] : [];
  });

/** What SQL a column is written as in an archive of that time, where not as it is: an API key that has moved opens nothing. */
export const writtenAt = (at: Date): Partial<Record<TableName, Record<string, string>>> => ({
  api_keys: { hash: "'moved:' || id", revoked_at: `coalesce(revoked_at, '${at.toISOString()}'::timestamptz)` },
});

/** The database's last migration: rows fit into the tables that they were read from. */
export const MIGRATION = journal.entries.at(-1)?.tag ?? "";
