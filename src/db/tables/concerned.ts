import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  Authorisation,
  type ContractPeriods,
  type ObjectUntilEffect,
  OnObjection,
} from "../../model/people/contract-terms.ts";
import { OPEN_KINDS, ResponseChannel, ResponseKind, ResponseOutcome } from "../../model/people/response.ts";
import type { LocalizedText } from "../../model/values/text.ts";
import { instant, isKnown, jsonb, literals, oneOf } from "../columns.ts";
import { subscribers } from "./people.ts";
import { changeSets } from "./registry.ts";

/** Whom announced sets concern, and what was answered to them. */

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
    /** Where the contract lets it object until so many days before the effect: a postponement moves its last day. */
    objectUntilEffect: jsonb("object_until_effect").$type<ObjectUntilEffect>(),
    onObjection: oneOf("on_objection", OnObjection).notNull().default("continues"),
    /** What the contract says an objection leads to; null: what the organisation says. */
    remedies: jsonb("remedies").$type<LocalizedText>(),
    /** What its dates follow from, as its contract stated it; null of what was announced before that was recorded. */
    periods: jsonb("periods").$type<ContractPeriods>(),
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

/**
 * What an answer, or the decision on it, said before it was changed. The log has the hash of each, in the order of time, and
 * none of the words: those that are not here any more were erased.
 */
export const formerWords = pgTable(
  "former_words",
  {
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id),
    sha256: text("sha256").notNull(),
    words: text("words").notNull(),
  },
  (table) => [primaryKey({ name: "former_words_once_of_each", columns: [table.responseId, table.sha256] })],
);

/**
 * What a recipient answered to a change set; for a customer, where they are its contact. Their position, in time and late,
 * and beside it their question, which stays open whatever else they answer; of questions by letter each.
 */
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
    uniqueIndex("responses_one_position_of_each")
      .on(table.changeSet, sql`coalesce(${table.emailHash}, '')`, sql`coalesce(${table.customer}, '')`, table.late)
      .where(sql`${table.kind} <> 'asked'`),
    uniqueIndex("responses_one_question_by_link_or_letter")
      .on(
        table.changeSet,
        sql`coalesce(${table.emailHash}, '')`,
        sql`coalesce(${table.customer}, '')`,
        table.late,
        sql`coalesce(${table.channel}, '')`,
        sql`coalesce(${table.receivedOn}, '-infinity')`,
      )
      .where(sql`${table.kind} = 'asked'`),
    index("responses_of_customer").on(table.changeSet, table.customer),
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
