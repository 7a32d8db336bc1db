import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import {
  Authorisation,
  type Emergency,
  type ObjectUntilEffect,
  OnObjection,
} from "../../model/people/contract-terms.ts";
import { SuppressionReason } from "../../model/people/delivery.ts";
import { OPEN_KINDS, ResponseChannel, ResponseKind, ResponseOutcome } from "../../model/people/response.ts";
import { SubscriberStatus } from "../../model/people/subscriber.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { ObjectionPeriod, Period } from "../../model/values/period.ts";
import { Locale, type LocalizedText } from "../../model/values/text.ts";
import { instant, isKnown, jsonb, literals, oneOf } from "../columns.ts";
import { changeSets } from "./registry.ts";

/** People and customers: who is told on what terms, and what they answered. */

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
    /** When they last asked to follow by themselves; null where others named them. Unconfirmed, it is forgotten in seven days. */
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
    objectionPeriod: jsonb("objection_period").$type<ObjectionPeriod>(),
    objectUntilEffect: jsonb("object_until_effect").$type<ObjectUntilEffect>(),
    timeZone: text("time_zone"),
    holidays: jsonb("holidays").$type<IsoDate[]>(),
    authorisation: oneOf("authorisation", Authorisation).notNull().default("general"),
    onObjection: oneOf("on_objection", OnObjection).notNull().default("continues"),
    emergency: jsonb("emergency").$type<Emergency>().notNull().default(sql`'"allowed"'::jsonb`),
    remedies: jsonb("remedies").$type<LocalizedText>(),
    /** Product keys; empty means all. */
    products: jsonb("products").$type<string[]>().notNull().default([]),
    hostingRegions: jsonb("hosting_regions").$type<string[]>().notNull().default([]),
    /** Since when nobody can be told, once the operator has been told of that. */
    unreachableSince: instant("unreachable_since"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    isKnown("customers_authorisation_is_known", table.authorisation, Authorisation),
    isKnown("customers_on_objection_is_known", table.onObjection, OnObjection),
  ],
);

const person = () =>
  uuid("subscriber_id")
    .notNull()
    .references(() => subscribers.id, { onDelete: "cascade" });

/** Who is told on a customer's behalf. */
export const contacts = pgTable(
  "contacts",
  {
    customerId: uuid("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    subscriberId: person(),
    /** Whether the operator has named or confirmed them, or the contact who named them has: until then no approval of theirs counts. */
    confirmed: boolean("confirmed").notNull().default(true),
    /** The subscriber who has named them in their own place, who may be erased since; null where the operator did. */
    namedBy: uuid("named_by"),
  },
  (table) => [
    primaryKey({ name: "contacts_one_per_customer_and_subscriber", columns: [table.customerId, table.subscriberId] }),
    index("contacts_of_a_subscriber").on(table.subscriberId),
  ],
);

/**
 * Whom a contact who left has named in their place: a contact once they confirm it, forgotten after seven days. A
 * customer is meant by its own id: it may be deleted and put again meanwhile.
 */
export const proposedContacts = pgTable(
  "proposed_contacts",
  {
    customer: text("customer").notNull(),
    subscriberId: person(),
    proposedAt: instant("proposed_at").notNull(),
    /** The contact who has named them, who may be erased since. */
    proposedBy: uuid("proposed_by"),
    /** Whether that contact has confirmed that they answer in their place. */
    vouched: boolean("vouched").notNull().default(false),
  },
  (table) => [
    primaryKey({
      name: "proposed_contacts_one_per_customer_and_subscriber",
      columns: [table.customer, table.subscriberId],
    }),
    index("proposed_contacts_of_a_subscriber").on(table.subscriberId),
  ],
);

/**
 * Whom an announced set concerns, and the terms that held for them then: they outlive the customer's own row. It is named
 * by its own id alone, so that one deleted and put again is the one that was told.
 */
export const concernedCustomers = pgTable(
  "concerned_customers",
  {
    changeSet: integer("change_set")
      .notNull()
      .references(() => changeSets.number),
    externalId: text("external_id").notNull(),
    /** Which changes of the set concern it; 0: all of them. A customer that comes to use more has a row for each part. */
    part: integer("part").notNull().default(0),
    name: text("name").notNull(),
    authorisation: oneOf("authorisation", Authorisation).notNull(),
    /** The first day their contract allows it from; null where nothing had to be waited for. */
    earliestEffectiveOn: date("earliest_effective_on", { mode: "string" }),
    lastDayToObjectOn: date("last_day_to_object_on", { mode: "string" }),
    /** The last day to object as it was before a postponement moved it; null where none did. */
    extendedFrom: date("extended_from", { mode: "string" }),
    /** Where the contract counts its days in a time zone of its own: that, and when its last day to object is over. */
    timeZone: text("time_zone"),
    objectUntil: instant("object_until"),
    onObjection: oneOf("on_objection", OnObjection).notNull().default("continues"),
    /** What the contract says an objection leads to; null: what the organisation says. */
    remedies: jsonb("remedies").$type<LocalizedText>(),
    /** Whether somebody could be told when it was announced, or when it came to concern them. */
    reachable: boolean("reachable").notNull(),
    /** When it came to concern a customer who was new, or used more than before; null where it did when it was announced. */
    since: instant("since"),
    remindedAt: instant("reminded_at"),
  },
  (table) => [
    primaryKey({ name: "concerned_customers_one_per_part", columns: [table.changeSet, table.externalId, table.part] }),
    index("concerned_customers_of_a_customer").on(table.externalId),
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
    /** Null once the person is erased, and where an operator entered the answer for the customer. */
    subscriberId: uuid("subscriber_id").references(() => subscribers.id, { onDelete: "set null" }),
    emailHash: text("email_hash"),
    kind: oneOf("kind", ResponseKind).notNull(),
    text: text("text"),
    /** After the last day to object. */
    late: boolean("late").notNull(),
    /** An approval of a contact whom nobody has confirmed yet: it does not count. */
    waiting: boolean("waiting").notNull().default(false),
    /** How and when it came; null by the link of a notice. */
    channel: oneOf("channel", ResponseChannel),
    receivedOn: date("received_on", { mode: "string" }),
    answeredAt: instant("answered_at").notNull(),
    editedAt: instant("edited_at"),
    outcome: oneOf("outcome", ResponseOutcome),
    outcomeNote: text("outcome_note"),
    resolvedAt: instant("resolved_at"),
    /** Since when it waits to be told to the organisation with others; null once it is told. */
    untoldSince: instant("untold_since"),
  },
  (table) => [
    unique("responses_one_per_recipient_and_customer")
      .on(table.changeSet, table.emailHash, table.customer, table.late)
      .nullsNotDistinct(),
    index("responses_by_age").on(table.answeredAt, table.id),
    index("responses_untold").on(table.untoldSince).where(sql`${table.untoldSince} is not null`),
    index("responses_open")
      .on(table.changeSet)
      .where(sql`${table.kind} in ${literals(OPEN_KINDS)} and ${table.resolvedAt} is null`),
    isKnown("responses_kind_is_known", table.kind, ResponseKind),
    isKnown("responses_outcome_is_known", table.outcome, ResponseOutcome),
    isKnown("responses_channel_is_known", table.channel, ResponseChannel),
    check(
      "responses_are_of_somebody",
      sql`${table.emailHash} is not null or (${table.customer} is not null and ${table.channel} is not null)`,
    ),
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
    /** Keyed hash of the mailbox that the address reaches, by whatever name. */
    mailboxHash: text("mailbox_hash").notNull(),
    /** Keyed hash of its domain; null where that is a provider's. */
    domainHash: text("domain_hash"),
    /** Keyed hash of the visitor's network; the address itself is never stored. */
    ipHash: text("ip_hash"),
    locale: oneOf("locale", Locale).notNull(),
    products: jsonb("products").$type<string[]>().notNull(),
    /** Whether only another mail is asked for: then nobody has said that they want to follow. */
    again: boolean("again").notNull().default(false),
    settledAt: instant("settled_at"),
  },
  (table) => [index("signups_by_time").on(table.requestedAt)],
);

/** Addresses nothing is sent to, by keyed hash: outlives unsubscribing and erasure, until an operator lifts it. */
export const suppressions = pgTable("suppressions", {
  id: uuid("id").primaryKey().defaultRandom(),
  emailHash: text("email_hash").notNull().unique("suppressions_one_per_address"),
  reason: oneOf("reason", SuppressionReason).notNull(),
  detail: text("detail"),
  since: instant("since").notNull(),
});
