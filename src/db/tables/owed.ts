import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { BatchState, DeliveryState, HeldBecause, statesWhere } from "../../model/people/delivery.ts";
import { kindsWhere, type NoticeAbout, NoticeKind } from "../../model/people/notice.ts";
import { Locale } from "../../model/values/text.ts";
import { bytes, instant, isKnown, jsonb, literals, oneOf } from "../columns.ts";
import { changeSets, snapshots } from "./registry.ts";

/** What is owed to people, how it is sent, and what became of it. */

/** What is owed to people; the kinds are in `model/people/notice.ts`. */
export const notices = pgTable(
  "notices",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    kind: oneOf("kind", NoticeKind).notNull(),
    changeSet: integer("change_set").references(() => changeSets.number),
    snapshot: integer("snapshot").references(() => snapshots.number),
    about: jsonb("about").$type<NoticeAbout>(),
    createdAt: instant("created_at").notNull(),
    /** When the last of its deliveries became nobody's, their time being over. */
    forgottenAt: instant("forgotten_at"),
  },
  (table) => [
    uniqueIndex("notices_one_per_kind_and_set")
      .on(table.changeSet, table.kind)
      .where(sql`${table.kind} in ${literals(kindsWhere(({ perSet }) => perSet === "one"))}`),
    index("notices_of_a_set").on(table.changeSet),
    index("notices_to_forget").on(table.createdAt).where(sql`${table.forgottenAt} is null`),
    index("notices_by_kind").on(table.kind, table.createdAt),
  ],
);

/**
 * A notice as written in one language, frozen before its first batch; a token of characters nobody can type stands for
 * each reader's own. The variant says for whom: '' for followers, else the terms of a contact's customers.
 */
export const mails = pgTable(
  "mails",
  {
    noticeId: uuid("notice_id")
      .notNull()
      .references(() => notices.id),
    locale: oneOf("locale", Locale).notNull(),
    variant: text("variant").notNull().default(""),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html").notNull(),
    sha256: text("sha256").notNull(),
    frozenAt: instant("frozen_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "mails_one_per_notice_and_reader", columns: [table.noticeId, table.locale, table.variant] }),
  ],
);

/** Up to 100 deliveries sent in one request. Members are fixed when the notice is owed, bytes before the first attempt. */
export const batches = pgTable(
  "batches",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    noticeId: uuid("notice_id")
      .notNull()
      .references(() => notices.id),
    position: integer("position").notNull(),
    /** Lower goes first: a confirmation somebody waits for before a notice to thousands. */
    priority: smallint("priority").notNull(),
    state: oneOf("state", BatchState).notNull().default("pending"),
    /** The exact bytes of the request, compressed by brotli, from their freezing until their outcome is known. */
    body: bytes("body"),
    bodySha256: text("body_sha256"),
    /** The deliveries of the mails in those bytes, in their order; null before the freezing. */
    members: jsonb("members").$type<string[]>(),
    attempts: integer("attempts").notNull().default(0),
    firstAttemptAt: instant("first_attempt_at"),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    settledAt: instant("settled_at"),
    lastError: text("last_error"),
  },
  (table) => [
    unique("batches_position_is_unique").on(table.noticeId, table.position),
    index("batches_due").on(table.priority, table.nextAttemptAt, table.position).where(sql`${table.state} = 'pending'`),
    isKnown("batches_state_is_known", table.state, BatchState),
  ],
);

/**
 * One notice to one recipient, and what became of it. Triggers check its batch and subscriber once for all that a
 * statement owes: two foreign keys would take as long as the rest of it.
 */
export const deliveries = pgTable(
  "deliveries",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** Its batch's notice. */
    noticeId: uuid("notice_id").notNull(),
    /** Null once the person is erased, and for mails to the organisation itself; `email_hash` stays. */
    subscriberId: uuid("subscriber_id"),
    emailHash: text("email_hash").notNull(),
    /** The organisation's own address, in a mail to itself. */
    address: text("address"),
    /** The customers it was owed for, by their own ids; null for a follower. */
    customers: jsonb("customers").$type<string[]>(),
    batchId: uuid("batch_id").notNull(),
    state: oneOf("state", DeliveryState).notNull().default("pending"),
    stateAt: instant("state_at").notNull(),
    cause: text("cause"),
    /** The provider's id of the mail. */
    emailId: text("email_id"),
    /** The hash of its last event, or of what was owed: each event's hash covers the one before. */
    chain: text("chain").notNull(),
  },
  (table) => [
    unique("deliveries_one_per_notice_and_subscriber").on(table.noticeId, table.subscriberId),
    index("deliveries_of_a_batch").on(table.batchId),
    index("deliveries_by_provider_id").on(table.emailId).where(sql`${table.emailId} is not null`),
    index("deliveries_of_a_subscriber").on(table.subscriberId),
    index("deliveries_missed")
      .on(table.stateAt)
      .where(sql`${table.state} in ${literals(statesWhere(({ misses }) => misses))}`),
    index("deliveries_to_organisation").on(table.stateAt).where(sql`${table.address} is not null`),
    isKnown("deliveries_state_is_known", table.state, DeliveryState),
  ],
);

/** Every state a delivery came to after it was owed, with its time and cause. */
export const deliveryEvents = pgTable(
  "delivery_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    deliveryId: uuid("delivery_id")
      .notNull()
      .references(() => deliveries.id),
    state: oneOf("state", DeliveryState).notNull(),
    at: instant("at").notNull(),
    cause: text("cause"),
    /** The provider's id of the mail, where this step brought it. */
    emailId: text("email_id"),
    /** Chained to the delivery's event before: a changed row shows. */
    hash: text("hash").notNull(),
  },
  (table) => [index("delivery_events_of_a_delivery").on(table.deliveryId)],
);

/** What the provider reported, once per event; kept without a delivery too, but never with an address. */
export const providerEvents = pgTable(
  "provider_events",
  {
    /** The provider's id of the event: a repeat changes nothing. */
    id: text("id").primaryKey(),
    type: text("type").notNull(),
    emailId: text("email_id"),
    noticeId: text("notice_id"),
    batchId: text("batch_id"),
    emailHash: text("email_hash"),
    detail: text("detail"),
    occurredAt: instant("occurred_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    /** Null when it matched none. */
    deliveryId: uuid("delivery_id").references(() => deliveries.id),
  },
  (table) => [
    index("provider_events_of_a_delivery").on(table.deliveryId),
    index("provider_events_by_time").on(table.receivedAt, table.id),
  ],
);

/** One row: who may send now, and whether sending is paused. The provider's limits are per team, so there is one sender. */
export const sender = pgTable(
  "sender",
  {
    id: smallint("id").primaryKey().default(1),
    holder: uuid("holder"),
    leasedUntil: instant("leased_until"),
    pausedUntil: instant("paused_until"),
    pausedSince: instant("paused_since"),
    pausedBecause: text("paused_because"),
    /** Since when somebody has to let sending go on, and why; null: nobody has. */
    heldSince: instant("held_since"),
    heldBecause: oneOf("held_because", HeldBecause),
    /** The provider's limit as it last said: so many requests in so many seconds. */
    limitRequests: integer("limit_requests"),
    limitSeconds: integer("limit_seconds"),
    /** How long a request has taken of late, in milliseconds, from it to the next while more was due. */
    paceMs: integer("pace_ms"),
    /** When the next request may be made, by the clock of whoever sends. */
    readyAt: instant("ready_at"),
    /** When that was said, by the same clock: nobody waits for longer than it was to be waited then. */
    readySaidAt: instant("ready_said_at"),
  },
  (table) => [
    check("sender_is_one_row", sql`${table.id} = 1`),
    isKnown("sender_held_because_is_known", table.heldBecause, HeldBecause),
    check("sender_is_held_for_a_reason", sql`(${table.heldSince} is null) = (${table.heldBecause} is null)`),
  ],
);
