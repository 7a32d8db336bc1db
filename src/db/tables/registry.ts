import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { LogoFacts } from "../../model/brand/logo.ts";
import { ChangeKind, type ChangeSetRow, ChangeSetState, type WeightOverride } from "../../model/change/change-set.ts";
import type { Renamed } from "../../model/change/renamed-keys.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { Reached } from "../../model/values/dates.ts";
import type { LocalizedText } from "../../model/values/text.ts";
import { type Ground, Weight } from "../../model/vendor/grounds.ts";
import type { VendorDocument } from "../../model/vendor/vendor-document.ts";
import { bytes, instant, isKnown, jsonb, oneOf } from "../columns.ts";

/** The registry: what is published, its versions and its log. */

/** One row: who publishes. Locked by everything that writes the registry, which makes those writers take turns. */
export const organisation = pgTable(
  "organisation",
  {
    id: smallint("id").primaryKey().default(1),
    /** Null until an operator has said who publishes. */
    document: jsonb("document").$type<Organisation>(),
    /** The day that its time zone had come to when it last moved west, while that is to come again; see `dayOf`. */
    reached: jsonb("reached").$type<Reached>(),
    /** Former keys of its products and hosting regions: documents that are recorded go on naming these. */
    renamed: jsonb("renamed").$type<Renamed>(),
    /** What is said of its logo, and the logo's bytes; null where it has none. */
    logo: jsonb("logo").$type<LogoFacts>(),
    logoBytes: bytes("logo_bytes"),
    /** Counts up without gaps, and never back: a deleted draft's number is not used again. */
    lastChangeSet: integer("last_change_set").notNull().default(0),
  },
  (table) => [
    check("organisation_is_one_row", sql`${table.id} = 1`),
    check("organisation_logo_has_bytes", sql`(${table.logo} is null) = (${table.logoBytes} is null)`),
  ],
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
    reason: jsonb("reason").$type<LocalizedText>(),
    /** The operator's own id of it, such as that of a commit. */
    reference: text("reference").unique("change_sets_reference_is_unique"),
    weight: oneOf("weight", Weight),
    effectiveOn: date("effective_on", { mode: "string" }),
    lastDayToObjectOn: date("last_day_to_object_on", { mode: "string" }),
    /** The last day to object that a postponement gave. */
    objectionExtendedTo: date("objection_extended_to", { mode: "string" }),
    emergencyReason: jsonb("emergency_reason").$type<LocalizedText>(),
    /** That it says what has been so already, and why. */
    rectification: jsonb("rectification").$type<ChangeSetRow["rectification"]>(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    announcedAt: instant("announced_at"),
    /** The snapshot that published it: the order in which sets were announced. */
    publishedAs: integer("published_as"),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnReason: jsonb("withdrawn_reason").$type<LocalizedText>(),
    /** Who has written the draft: none of them can approve it. */
    authors: jsonb("authors").$type<string[]>().notNull().default([]),
    /** Who has approved the draft as it is; an edit takes it back. */
    approvedBy: text("approved_by"),
    approvedAt: instant("approved_at"),
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
    weightGrounds: jsonb("weight_grounds").$type<Ground[]>().notNull(),
    weightOverride: jsonb("weight_override").$type<WeightOverride>(),
    /** The date it was announced for, or is drafted for; null where that is its set's. */
    plannedOn: date("planned_on", { mode: "string" }),
    postponedTo: date("postponed_to", { mode: "string" }),
    /** The vendor, by slug, that an added one replaces, where the operator says so. */
    replaces: text("replaces"),
    /** Whether it waits for customers whose contract asks for their approval (GDPR Art. 28(2), specific authorisation). */
    awaitsApproval: boolean("awaits_approval").notNull().default(false),
    /** The day from which it no longer waits: the last approval came, or an operator recorded why it goes on without. */
    releasedOn: date("released_on", { mode: "string" }),
    releasedReason: jsonb("released_reason").$type<LocalizedText>(),
    /** Whether it was withdrawn by itself, while others of its set are in force. */
    withdrawn: boolean("withdrawn").notNull().default(false),
  },
  (table) => [
    primaryKey({ name: "changes_one_per_vendor_and_set", columns: [table.changeSet, table.vendorId] }),
    index("changes_of_a_vendor").on(table.vendorId),
    isKnown("changes_kind_is_known", table.kind, ChangeKind),
  ],
);

/** A part of a set: changes of it that concern some customers, where the others do not. Part 0 is all of a set, and is not written. */
export const changeSetParts = pgTable(
  "change_set_parts",
  {
    changeSet: integer("change_set")
      .notNull()
      .references(() => changeSets.number),
    number: integer("number").notNull(),
    /** Their vendors, by slug. */
    vendors: jsonb("vendors").$type<string[]>().notNull(),
  },
  (table) => [primaryKey({ name: "change_set_parts_are_numbered", columns: [table.changeSet, table.number] })],
);

/** Each time that announced changes were put off. */
export const postponements = pgTable(
  "postponements",
  {
    changeSet: integer("change_set")
      .notNull()
      .references(() => changeSets.number),
    at: instant("at").notNull(),
    effectiveOn: date("effective_on", { mode: "string" }).notNull(),
    /** Null where the last day to object stayed. */
    lastDayToObjectOn: date("last_day_to_object_on", { mode: "string" }),
    reason: jsonb("reason").$type<LocalizedText>().notNull(),
    /** The vendors whose changes were put off, by slug. */
    changes: jsonb("changes").$type<string[]>().notNull(),
  },
  (table) => [primaryKey({ name: "postponements_one_at_a_time", columns: [table.changeSet, table.at] })],
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

/** Who published, with which products and regimes, since a day: of each snapshot that says otherwise than the one before. */
export const publishers = pgTable("publishers", {
  snapshot: integer("snapshot")
    .primaryKey()
    .references(() => snapshots.number),
  publishedOn: date("published_on", { mode: "string" }).notNull(),
  document: jsonb("document").$type<Organisation>().notNull(),
});

/** Every mutation, in its own transaction, chained by hash. Holds no personal data. */
export const auditLog = pgTable(
  "audit_log",
  {
    sequence: integer("sequence").primaryKey(),
    at: instant("at").notNull(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    data: text("data").notNull(),
    previousHash: text("previous_hash"),
    hash: text("hash").notNull(),
  },
  (table) => [
    // What is added to the law is in the log alone, and is read with the organisation.
    index("audit_log_law").on(table.sequence).where(sql`${table.action} = 'law.amended'`),
    index("audit_log_by_subject").on(table.subject, table.sequence),
  ],
);
