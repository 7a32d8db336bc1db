import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { LinkPurpose, SignInMethod } from "../../model/people/session.ts";
import { Role } from "../../model/people/user.ts";
import { Locale } from "../../model/values/text.ts";
import { instant, isKnown, jsonb, oneOf } from "../columns.ts";
import { notices } from "./owed.ts";

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
    /** Whether they are mailed what the organisation is told of answers. */
    hearsOfAnswers: boolean("hears_of_answers").notNull().default(false),
    invitedAt: instant("invited_at").notNull(),
    signedInAt: instant("signed_in_at"),
    removedAt: instant("removed_at"),
    /** Whether they were removed for having no group with a role any more: one that has brings them back. */
    removedByGroups: boolean("removed_by_groups").notNull().default(false),
  },
  (table) => [isKnown("users_role_is_known", table.role, Role)],
);

/** Who a user is to an identity provider. */
export const userIdentities = pgTable(
  "user_identities",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    linkedAt: instant("linked_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "user_identities_one_per_subject", columns: [table.issuer, table.subject] }),
    unique("user_identities_one_per_issuer").on(table.issuer, table.userId),
  ],
);

/**
 * Links to sign in by, and those that confirm a user's new address, until they are used or expire. The token itself is in the
 * link alone. A row that tells a former address opens nothing: the mail about the change goes to where it says.
 */
export const signInLinks = pgTable(
  "sign_in_links",
  {
    /** SHA-256 of the token. */
    hash: text("hash").primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    /** The notice whose mail it is in; null where whoever runs the server was shown it. */
    noticeId: uuid("notice_id").references(() => notices.id),
    purpose: oneOf("purpose", LinkPurpose).notNull().default("sign-in"),
    /** The address that is to be the user's, or was, and that the mail goes to; null: the user's own. */
    email: text("email"),
    madeAt: instant("made_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    unique("sign_in_links_one_per_notice").on(table.noticeId),
    isKnown("sign_in_links_purpose_is_known", table.purpose, LinkPurpose),
    check("sign_in_links_name_other_addresses", sql`(${table.purpose} = 'sign-in') = (${table.email} is null)`),
  ],
);

/**
 * Requests for a link by mail. Each is one insert, whatever the address, so that an answer tells nothing by its time;
 * whether it is a user's is decided later. Those of users count against the limits for a day, the others are let go.
 */
export const signInRequests = pgTable(
  "sign_in_requests",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    requestedAt: instant("requested_at").notNull(),
    /** Null once settled. */
    email: text("email"),
    /** Keyed hash of the mailbox that the address reaches, by whatever name. */
    mailboxHash: text("mailbox_hash").notNull(),
    /** Keyed hash of the visitor's network; the address itself is never stored. */
    ipHash: text("ip_hash"),
    locale: oneOf("locale", Locale).notNull(),
    settledAt: instant("settled_at"),
  },
  (table) => [index("sign_in_requests_by_time").on(table.requestedAt)],
);

/** Who is signed in to the console, in which browser. The token itself is in the browser's cookie alone. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** SHA-256 of the token. */
    hash: text("hash").notNull().unique("sessions_hash_is_unique"),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id),
    method: oneOf("method", SignInMethod).notNull(),
    signedInAt: instant("signed_in_at").notNull(),
    /** When it was last used, to within five minutes. */
    seenAt: instant("seen_at").notNull(),
  },
  (table) => [
    isKnown("sessions_method_is_known", table.method, SignInMethod),
    index("sessions_of_a_user").on(table.userId),
  ],
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
