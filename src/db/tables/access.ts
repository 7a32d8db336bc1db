import { index, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { instant, json } from "../columns.ts";

/** Who may call the API, and what was answered. */

export const apiKeys = pgTable("api_keys", {
  id: uuid("id").primaryKey().defaultRandom(),
  name: text("name").notNull(),
  /** SHA-256 of the key; the key itself is shown once and never stored. */
  hash: text("hash").notNull().unique("api_keys_hash_is_unique"),
  scopes: json("scopes").$type<string[]>().notNull(),
  createdAt: instant("created_at").notNull(),
  expiresAt: instant("expires_at"),
  revokedAt: instant("revoked_at"),
});

/** Answers kept for a day, written in the same transaction as what they answer. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    actor: text("actor").notNull(),
    key: text("key").notNull(),
    requestSha256: text("request_sha256").notNull(),
    status: smallint("status"),
    body: text("body"),
    etag: text("etag"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "idempotency_keys_one_per_actor", columns: [table.actor, table.key] }),
    index("idempotency_keys_by_age").on(table.createdAt),
  ],
);
