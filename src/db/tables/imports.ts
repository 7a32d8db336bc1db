import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, jsonb, jsonText } from "../columns.ts";

/**
 * Plans of what a file would make of the list. What a file says may name people: a plan is kept for a month, what was read of
 * the file until the plan is applied, and the file itself not at all.
 */
export const imports = pgTable(
  "imports",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    /** SHA-256 of the file's bytes. */
    file: text("file").notNull(),
    fileName: text("file_name"),
    format: text("format").notNull(),
    /** The cells of the file, for its columns to be read otherwise; null once the plan is applied. */
    source: jsonText("source"),
    /** What the columns are said to be. */
    mapping: jsonText("mapping").notNull(),
    /** What was read of the file by that. */
    reading: jsonText("reading").notNull(),
    /** What was answered of guesses and vendors. */
    answers: jsonText("answers").notNull(),
    /** What becomes of each vendor, as it was planned. */
    entries: jsonText("entries").notNull(),
    totals: jsonb("totals").$type<Record<string, number>>().notNull(),
    /** The state of the registry that it was planned for. */
    plannedFor: text("planned_for").notNull(),
    madeAt: instant("made_at").notNull(),
    madeBy: text("made_by").notNull(),
    appliedAt: instant("applied_at"),
    /** The set that it was put into. */
    changeSet: integer("change_set"),
  },
  (table) => [
    index("imports_by_time").on(table.madeAt, table.id),
    check("imports_applied_have_a_set", sql`(${table.appliedAt} is null) = (${table.changeSet} is null)`),
  ],
);
