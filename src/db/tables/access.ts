import { index, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { Role } from "../../model/people/user.ts";
import { instant, isKnown, jsonb, oneOf } from "../columns.ts";

/** Who operates the registry and may call its API, and what was answered. */

/** A person who operates the registry. Never deleted: the audit log names them by id. */
export const users = pgTable(
  "users",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    email: text("email").notNull(),
    /** Lower-cased address: one person each, also after they were removed. */
    emailKey: text("email_key").notNull().unique("users_email_is_unique"),
    name: text("name").notNull(),
    role: oneOf("role", Role).notNull(),
    invitedAt: instant("invited_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (table) => [isKnown("users_role_is_known", table.role, Role)],
);

export const apiKeys = pgTable("api_keys", {
  id: uuid("id").primaryKey().defaultRandom(),
  name: text("name").notNull(),
  /** SHA-256 of the key; the key itself is shown once and never stored. */
  hash: text("hash").notNull().unique("api_keys_hash_is_unique"),
  scopes: jsonb("scopes").$type<string[]>().notNull(),
  /** The person who made it, and whom it counts as; null where a key that is nobody's did. */
  userId: uuid("user_id").references(() => users.id),
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
