import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import {
  Authorisation,
  type Emergency,
  type ObjectUntilEffect,
  OnObjection,
} from "../../model/people/contract-terms.ts";
import { SuppressionReason } from "../../model/people/delivery.ts";
import { SubscriberStatus } from "../../model/people/subscriber.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { ObjectionPeriod, Period } from "../../model/values/period.ts";
import { Locale, type LocalizedText } from "../../model/values/text.ts";
import { instant, isKnown, jsonb, oneOf } from "../columns.ts";

/** People and customers: who is told, and on what terms. */

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
