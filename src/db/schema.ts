import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ChangeKind, ChangeSetState, Weight, type WeightOverride } from "../model/change-set.ts";
import { Authorisation } from "../model/customer-document.ts";
import type { Period } from "../model/dates.ts";
import { BatchState, DeliveryState, SuppressionReason } from "../model/delivery.ts";
import { kindsWhere, type NoticeAbout, NoticeKind } from "../model/notice.ts";
import type { Organisation } from "../model/organisation-document.ts";
import { ResponseKind, ResponseOutcome } from "../model/response.ts";
import { SubscriberStatus } from "../model/subscriber.ts";
import { Locale } from "../model/text.ts";
import type { VendorDocument } from "../model/vendor-document.ts";

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

/** A text that is one of an enumeration. */
const oneOf = <Value extends string>(name: string, { options }: { options: Value[] }) =>
  text(name, { enum: options as [Value, ...Value[]] });

const literals = (values: readonly string[]) => sql.raw(`('${values.join("', '")}')`);

/** The check that it is. */
const isKnown = (name: string, column: AnyPgColumn, { options }: { options: string[] }) =>
  check(name, sql`${column} in ${literals(options)}`);

/** One row: who publishes. Locked by everything that writes the registry, which makes those writers take turns. */
export const organisation = pgTable(
  "organisation",
  {
    id: smallint("id").primaryKey().default(1),
    /** Null until an operator has said who publishes. */
    document: jsonb("document").$type<Organisation>(),
    /** Counts up without gaps, and never back: a deleted draft's number is not used again. */
    lastChangeSet: integer("last_change_set").notNull().default(0),
  },
  (table) => [check("organisation_is_one_row", sql`${table.id} = 1`)],
);

/** Identity and address of a vendor; what it does is in `changes`. */
export const vendors = pgTable("vendors", {
  id: uuid("id").primaryKey().defaultRandom(),
  slug: text("slug").notNull().unique("vendors_slug_is_unique"),
  /** Goes up with every draft, announcement and withdrawal that touches the vendor: its ETag. */
  revision: integer("revision").notNull().default(1),
});

/** Changes announced together. "effective" is not stored: it is `announced` on or after `effective_on`. */
export const changeSets = pgTable(
  "change_sets",
  {
    /** 0 is the register the deployment was loaded with. */
    number: integer("number").primaryKey(),
    state: oneOf("state", ChangeSetState).notNull().default("draft"),
    baseline: boolean("baseline").notNull().default(false),
    reason: text("reason"),
    weight: oneOf("weight", Weight),
    effectiveOn: date("effective_on", { mode: "string" }),
    lastDayToObjectOn: date("last_day_to_object_on", { mode: "string" }),
    emergencyReason: text("emergency_reason"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    announcedAt: instant("announced_at"),
    /** The snapshot that published it: the order in which sets were announced. */
    publishedAs: integer("published_as"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
    /** Who has written the draft: none of them can approve it. */
    authors: jsonb("authors").$type<string[]>().notNull().default([]),
    /** Who has approved the draft as it is; an edit takes it back. */
    approvedBy: text("approved_by"),
    approvedAt: instant("approved_at"),
    /** Whether it waits for customers whose contract asks for their approval (GDPR Art. 28(2), specific authorisation). */
    awaitsApproval: boolean("awaits_approval").notNull().default(false),
    /** The day from which it no longer waits: the last approval came, or an operator recorded why it goes on without. */
    releasedOn: date("released_on", { mode: "string" }),
    releasedReason: text("released_reason"),
  },
  (table) => [
    isKnown("change_sets_state_is_known", table.state, ChangeSetState),
    check(
      "change_sets_announced_has_dates",
      sql`${table.state} = 'draft' or (${table.announcedAt} is not null and ${table.effectiveOn} is not null and ${table.publishedAs} is not null)`,
    ),
  ],
);

/** One vendor's change in a change set, with the document before and after: this is the registry. */
export const changes = pgTable(
  "changes",
  {
    changeSet: integer("change_set")
      .notNull()
      .references(() => changeSets.number, { onDelete: "cascade" }),
    vendorId: uuid("vendor_id")
      .notNull()
      .references(() => vendors.id),
    kind: oneOf("kind", ChangeKind).notNull(),
    /** The announced change set this change builds on; null when the vendor was not listed. */
    basedOn: integer("based_on"),
    before: jsonb("before").$type<VendorDocument>(),
    after: jsonb("after").$type<VendorDocument>(),
    weight: oneOf("weight", Weight).notNull(),
    weightReason: text("weight_reason").notNull(),
    weightOverride: jsonb("weight_override").$type<WeightOverride>(),
  },
  (table) => [
    primaryKey({ name: "changes_one_per_vendor_and_set", columns: [table.changeSet, table.vendorId] }),
    index("changes_of_a_vendor").on(table.vendorId),
    isKnown("changes_kind_is_known", table.kind, ChangeKind),
  ],
);

/** What was published at a moment, as canonical JSON (RFC 8785), hashed and chained to the one before. */
export const snapshots = pgTable("snapshots", {
  number: integer("number").primaryKey(),
  takenAt: instant("taken_at").notNull(),
  cause: text("cause").notNull(),
  content: text("content").notNull(),
  previousHash: text("previous_hash"),
  hash: text("hash").notNull(),
});

/**
 * A person notices go to: a follower, who has confirmed the address, or a contact, whom a customer has named. Somebody
 * may be both, and a contact of several customers.
 */
export const subscribers = pgTable(
  "subscribers",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    email: text("email").notNull(),
    /** Lower-cased address: one subscription each. */
    emailKey: text("email_key").notNull().unique("subscribers_email_is_unique"),
    /** Keyed hash of `email_key`: evidence that outlives the address. */
    emailHash: text("email_hash").notNull(),
    name: text("name"),
    locale: oneOf("locale", Locale).notNull(),
    /** Product keys; empty means all. */
    products: jsonb("products").$type<string[]>().notNull().default([]),
    status: oneOf("status", SubscriberStatus).notNull(),
    createdAt: instant("created_at").notNull(),
    /** When a confirmation was last asked for; a pending row is forgotten seven days later. */
    requestedAt: instant("requested_at"),
    confirmedAt: instant("confirmed_at"),
    unsubscribedAt: instant("unsubscribed_at"),
  },
  (table) => [
    isKnown("subscribers_status_is_known", table.status, SubscriberStatus),
    index("subscribers_by_age").on(table.createdAt, table.id),
    index("subscribers_by_hash").on(table.emailHash),
  ],
);

/** A controller with a contract. Terms that are null are the organisation's own. */
export const customers = pgTable(
  "customers",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    externalId: text("external_id").notNull().unique("customers_external_id_is_unique"),
    name: text("name").notNull(),
    noticePeriod: jsonb("notice_period").$type<Period>(),
    objectionPeriod: jsonb("objection_period").$type<Period>(),
    authorisation: oneOf("authorisation", Authorisation).notNull().default("general"),
    /** Product keys; empty means all. */
    products: jsonb("products").$type<string[]>().notNull().default([]),
    hostingRegions: jsonb("hosting_regions").$type<string[]>().notNull().default([]),
    /** Since when nobody can be told, once the operator has been told of that. */
    unreachableSince: instant("unreachable_since"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [isKnown("customers_authorisation_is_known", table.authorisation, Authorisation)],
);

/** Who is told on a customer's behalf. */
export const contacts = pgTable(
  "contacts",
  {
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    subscriberId: uuid("subscriber_id")
      .notNull()
      .references(() => subscribers.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ name: "contacts_one_per_customer_and_subscriber", columns: [table.customerId, table.subscriberId] }),
    index("contacts_of_a_subscriber").on(table.subscriberId),
  ],
);

/** Whom a contact who left has named in their place: a contact once they confirm it, forgotten after seven days. */
export const proposedContacts = pgTable(
  "proposed_contacts",
  {
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    subscriberId: uuid("subscriber_id")
      .notNull()
      .references(() => subscribers.id, { onDelete: "cascade" }),
    proposedAt: instant("proposed_at").notNull(),
  },
  (table) => [
    primaryKey({
      name: "proposed_contacts_one_per_customer_and_subscriber",
      columns: [table.customerId, table.subscriberId],
    }),
    index("proposed_contacts_of_a_subscriber").on(table.subscriberId),
  ],
);

/** Whom an announced set concerns, and the terms that held for them then: they outlive the customer's own row. */
export const concernedCustomers = pgTable(
  "concerned_customers",
  {
    changeSet: integer("change_set")
      .notNull()
      .references(() => changeSets.number),
    externalId: text("external_id").notNull(),
    /** Null once the customer is deleted. */
    customerId: uuid("customer_id").references(() => customers.id, { onDelete: "set null" }),
    name: text("name").notNull(),
    authorisation: oneOf("authorisation", Authorisation).notNull(),
    /** The first day their contract allows it from; null where nothing had to be waited for. */
    earliestEffectiveOn: date("earliest_effective_on", { mode: "string" }),
    lastDayToObjectOn: date("last_day_to_object_on", { mode: "string" }),
    /** Whether somebody could be told when it was announced. */
    reachable: boolean("reachable").notNull(),
    remindedAt: instant("reminded_at"),
  },
  (table) => [
    primaryKey({ name: "concerned_customers_one_per_set", columns: [table.changeSet, table.externalId] }),
    index("concerned_customers_of_a_customer").on(table.customerId),
    index("concerned_customers_to_remind").on(table.lastDayToObjectOn).where(sql`${table.remindedAt} is null`),
  ],
);

/** What a recipient answered to a change set; for a customer, where they are its contact. One in time, and one late. */
export const responses = pgTable(
  "responses",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    changeSet: integer("change_set")
      .notNull()
      .references(() => changeSets.number),
    /** The customer's own id; null for a follower, who may say whom they speak for in `onBehalfOf`. */
    customer: text("customer"),
    onBehalfOf: text("on_behalf_of"),
    /** Null once the person is erased. */
    subscriberId: uuid("subscriber_id").references(() => subscribers.id, { onDelete: "set null" }),
    emailHash: text("email_hash").notNull(),
    kind: oneOf("kind", ResponseKind).notNull(),
    text: text("text"),
    /** After the last day to object. */
    late: boolean("late").notNull(),
    answeredAt: instant("answered_at").notNull(),
    editedAt: instant("edited_at"),
    outcome: oneOf("outcome", ResponseOutcome),
    outcomeNote: text("outcome_note"),
    resolvedAt: instant("resolved_at"),
  },
  (table) => [
    unique("responses_one_per_recipient_and_customer")
      .on(table.changeSet, table.emailHash, table.customer, table.late)
      .nullsNotDistinct(),
    index("responses_by_age").on(table.answeredAt, table.id),
    isKnown("responses_kind_is_known", table.kind, ResponseKind),
    isKnown("responses_outcome_is_known", table.outcome, ResponseOutcome),
  ],
);

/**
 * Requests of the subscribe form. Each is one insert, whatever the address, so that an answer tells nothing by its
 * time; what follows from it is decided later, and counted here against the limits for a day.
 */
export const signups = pgTable(
  "signups",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    requestedAt: instant("requested_at").notNull(),
    /** Null once settled. */
    email: text("email"),
    /** Of somebody named in a contact's place; null once settled. */
    name: text("name"),
    /** The contact who has left and names this address in their place; null for the form of the page. */
    replaces: uuid("replaces").references(() => subscribers.id, { onDelete: "cascade" }),
    emailHash: text("email_hash").notNull(),
    /** Keyed hash of the visitor's IP address; the address itself is never stored. */
    ipHash: text("ip_hash"),
    locale: oneOf("locale", Locale).notNull(),
    products: jsonb("products").$type<string[]>().notNull(),
    settledAt: instant("settled_at"),
  },
  (table) => [index("signups_by_time").on(table.requestedAt)],
);

/** What is owed to people; the kinds are in `model/notice.ts`. */
export const notices = pgTable(
  "notices",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    kind: oneOf("kind", NoticeKind).notNull(),
    changeSet: integer("change_set").references(() => changeSets.number),
    snapshot: integer("snapshot").references(() => snapshots.number),
    about: jsonb("about").$type<NoticeAbout>(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("notices_one_per_kind_and_set")
      .on(table.changeSet, table.kind)
      .where(sql`${table.kind} in ${literals(kindsWhere(({ perSet }) => perSet === "one"))}`),
    index("notices_of_a_set").on(table.changeSet),
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
    /** The exact bytes of the request, gzipped, from their freezing until their outcome is known. */
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
    index("batches_due").on(table.priority, table.nextAttemptAt).where(sql`${table.state} = 'pending'`),
    isKnown("batches_state_is_known", table.state, BatchState),
  ],
);

/** One notice to one recipient, and what became of it. */
export const deliveries = pgTable(
  "deliveries",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** Its batch's notice: that one is checked by the database, once per hundred deliveries. */
    noticeId: uuid("notice_id").notNull(),
    /** Null once the person is erased, and for mails to the organisation itself; `email_hash` stays. */
    subscriberId: uuid("subscriber_id"),
    emailHash: text("email_hash").notNull(),
    /** The organisation's own address, in a mail to itself. */
    address: text("address"),
    /** The customers it was owed for, by their own ids; null for a follower. */
    customers: jsonb("customers").$type<string[]>(),
    batchId: uuid("batch_id")
      .notNull()
      .references(() => batches.id),
    state: oneOf("state", DeliveryState).notNull().default("pending"),
    stateAt: instant("state_at").notNull(),
    cause: text("cause"),
    /** The provider's id of the mail. */
    emailId: text("email_id"),
    /** The hash of its last event, or of what was owed: each event's hash covers the one before. */
    chain: text("chain").notNull(),
  },
  (table) => [
    foreignKey({
      name: "deliveries_subscriber",
      columns: [table.subscriberId],
      foreignColumns: [subscribers.id],
    }).onDelete("set null"),
    unique("deliveries_one_per_notice_and_subscriber").on(table.noticeId, table.subscriberId),
    index("deliveries_of_a_batch").on(table.batchId),
    index("deliveries_by_provider_id").on(table.emailId).where(sql`${table.emailId} is not null`),
    index("deliveries_of_a_subscriber").on(table.subscriberId),
    index("deliveries_failed").on(table.batchId).where(sql`${table.state} = 'failed'`),
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
  (table) => [index("provider_events_of_a_delivery").on(table.deliveryId)],
);

/** Addresses nothing is sent to, by keyed hash: outlives unsubscribing and erasure, until an operator lifts it. */
export const suppressions = pgTable("suppressions", {
  id: uuid("id").primaryKey().defaultRandom(),
  emailHash: text("email_hash").notNull().unique("suppressions_one_per_address"),
  reason: oneOf("reason", SuppressionReason).notNull(),
  detail: text("detail"),
  since: instant("since").notNull(),
});

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
    /** The provider's limit as it last said: so many requests in so many seconds. */
    limitRequests: integer("limit_requests"),
    limitSeconds: integer("limit_seconds"),
    /** When the next request may be made, by the clock of whoever sends. */
    readyAt: instant("ready_at"),
  },
  (table) => [check("sender_is_one_row", sql`${table.id} = 1`)],
);

export const apiKeys = pgTable("api_keys", {
  id: uuid("id").primaryKey().defaultRandom(),
  name: text("name").notNull(),
  /** SHA-256 of the key; the key itself is shown once and never stored. */
  hash: text("hash").notNull().unique("api_keys_hash_is_unique"),
  scopes: jsonb("scopes").$type<string[]>().notNull(),
  createdAt: instant("created_at").notNull(),
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

/** Every mutation, in its own transaction, chained by hash. Holds no personal data. */
export const auditLog = pgTable("audit_log", {
  sequence: integer("sequence").primaryKey(),
  at: instant("at").notNull(),
  actor: text("actor").notNull(),
  action: text("action").notNull(),
  subject: text("subject").notNull(),
  data: text("data").notNull(),
  previousHash: text("previous_hash"),
  hash: text("hash").notNull(),
});
