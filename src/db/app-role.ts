import { sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db, WriteDb } from "./client.ts";
import { rowsOf } from "./reading.ts";
import type * as schema from "./schema.ts";

/** The role that the app is to connect as. It owns nothing: the triggers that keep history hold for it, whatever it runs. */
export const APP_ROLE = "registry_app";

type NameOf<Table> = Table extends PgTable ? Table["_"]["name"] : never;
type TableName = NameOf<(typeof schema)[keyof typeof schema]>;

/** What the app does with each table, besides reading it. */
const RIGHTS: Record<TableName, string> = {
  api_keys: "insert, update",
  audit_log: "insert",
  batches: "insert, update",
  change_set_parts: "insert",
  change_sets: "insert, update, delete",
  changes: "insert, update, delete",
  concerned_customers: "insert, update",
  contacts: "insert, update, delete",
  customers: "insert, update, delete",
  deliveries: "insert, update",
  delivery_events: "insert",
  former_words: "insert, delete",
  idempotency_keys: "insert, update, delete",
  imports: "insert, update, delete",
  mails: "insert, update",
  notices: "insert, update (about, forgotten_at)",
  organisation: "update",
  postponements: "insert",
  proposed_contacts: "insert, update, delete",
  provider_events: "insert, update (email_hash)",
  publishers: "insert",
  responses: "insert, update",
  sender: "update",
  sessions: "insert, update, delete",
  sign_in_links: "insert, delete",
  sign_in_requests: "insert, update, delete",
  signups: "insert, update, delete",
  snapshots: "insert, update (content)",
  subscribers: "insert, update, delete",
  suppressions: "insert, update, delete",
  user_identities: "insert",
  users: "insert, update",
  vendors: "insert, update, delete",
};

/** What an import of customers fills: the planner is told of it (`analyze`), which takes a right of its own since PostgreSQL 17. */
const FILLED: TableName[] = ["contacts", "customers", "subscribers"];

/** Gives the app's role the rights it needs and no others, if there is such a role. Tells whether there is. */
export async function grantToApp(db: WriteDb): Promise<boolean> {
  const [role] = await db.execute(sql`select from pg_roles where rolname = ${APP_ROLE}`);
  if (!role) return false;
  const [server] = await db.execute(sql`select current_setting('server_version_num')::integer >= 170000 as maintains`);
  const rights = Object.entries(RIGHTS).map(([table, more]) => `grant select, ${more} on ${table}`);
  if (server?.maintains) rights.push(`grant maintain on ${FILLED.join(", ")}`);
  await db.transaction(async (tx) => {
    await tx.execute(sql.raw(`revoke all on all tables in schema public from ${APP_ROLE}`));
    for (const grant of ["grant usage on schema public", "grant execute on all functions in schema public", ...rights])
      await tx.execute(sql.raw(`${grant} to ${APP_ROLE}`));
  });
  return true;
}

/** Whether the role we are connected as could disable those triggers: it owns the tables, or is a superuser. */
export async function mayRewriteHistory(db: Db): Promise<boolean> {
  const [audit] = await rowsOf<{ owned: boolean }>(db)`
    select pg_has_role(relowner, 'usage') as owned from pg_class where oid = 'audit_log'::regclass`;
  return audit?.owned ?? false;
}
