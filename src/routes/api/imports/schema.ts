import { z } from "@hono/zod-openapi";
import { GUESS_RULES, LOST_REASONS } from "../../../imports/guess-rules.ts";
import { MATCH_RULES } from "../../../imports/match.ts";
import { PLANNED } from "../../../imports/plan-entry.ts";
import { Instant } from "../../../model/values/dates.ts";
import { explained, meaningOf } from "../../../model/values/explained.ts";
import { Key, type Locale } from "../../../model/values/text.ts";
import { FieldChange } from "../../../model/vendor/diff.ts";
import { Weight } from "../../../model/vendor/grounds.ts";
import { VendorDocument } from "../../../model/vendor/vendor-document.ts";
import type { ImportPlan, PlannedVendor } from "../../../registry/imports/read-plan.ts";
import { weightReason } from "../../../words/weight-reason.ts";
import { ColumnField, ImportFormat, Mapping, oneOf } from "./input.ts";

export const ImportState = explained({
  open: "can be corrected and applied",
  applied: "was put into a draft",
  stale: "the list, or a draft of the same vendors, has changed since: correct it, even by nothing, to plan anew",
});

export const PlannedKind = z.enum(Object.keys(PLANNED) as (keyof typeof PLANNED)[]).describe(meaningOf(PLANNED));

const Guess = z
  .object({
    id: z.string().describe("Names it in `PATCH`. The same guess has the same id after another correction."),
    pointer: z.string().describe("JSON Pointer into the vendor's document as the file has it."),
    from: z.string().describe("What the file says."),
    made: z.unknown().describe("What was made of it."),
    rule: oneOf(GUESS_RULES, "How it was made"),
    sure: z.boolean().describe("Whether it is taken without being asked about."),
    instead: z.array(z.unknown()).describe("What else it may mean."),
    unclear: z.array(z.string()).describe("What of the cell was not understood, in short: by that it is not sure."),
    offered: z.boolean().describe("A suggestion that the file does not say: taken only if it is confirmed."),
    open: z.boolean().describe("Whether it has to be answered before the plan is applied."),
    answer: explained({
      confirmed: "it is so",
      corrected: "something else was said",
      dropped: "it is left out",
    }).nullable(),
  })
  .describe("What was made of what the file says.")
  .openapi("ImportGuess");

const MatchRule = z.enum(Object.keys(MATCH_RULES) as (keyof typeof MATCH_RULES)[]).describe(meaningOf(MATCH_RULES));

const Match = z
  .object({
    slug: Key.describe("The vendor's."),
    name: z.string().describe("As the registry calls it."),
    by: MatchRule,
  })
  .describe("A vendor of the registry that is meant, or may be.")
  .openapi("ImportMatch");

const Lost = z
  .object({
    column: z.string().describe("Where it stands."),
    from: z.string().describe("What the file says."),
    why: oneOf(LOST_REASONS, "Why"),
  })
  .describe("What the file says and no document has.")
  .openapi("ImportLost");

const Fault = z
  .object({
    pointer: z.string().describe("JSON Pointer into the document."),
    detail: z.string().describe("What is wrong."),
  })
  .describe("What is wrong with a document.");

const PlannedVendorAnswer = z
  .object({
    key: z.string().describe("Names it in `PATCH`."),
    rows: z.array(z.string()).describe("Where in the file it stands; empty: the file does not have it."),
    name: z.string().describe("Its name."),
    slug: Key.nullable().describe("The vendor's; null of a new one, whose slug is made when it is applied."),
    what: PlannedKind,
    before: VendorDocument.nullable().describe("As it is, or is announced to be; null: not on the list."),
    after: VendorDocument.nullable().describe("As it would be; null: not on the list."),
    diff: z.array(FieldChange).describe("Field by field; services are named by their key."),
    weight: Weight.nullable().describe("What the change weighs; null: nothing changes."),
    weightReason: z.string().nullable().describe("Why it weighs that."),
    returning: z.boolean().describe("It was on the list before, and comes back with its history."),
    match: Match.nullable().describe("By what it was taken for a vendor of the registry; null: it is none."),
    asked: z.array(Match).describe("The vendors that it may be: say which, or that it is none of them."),
    inDraft: z.int().nullable().describe("The open draft that has just this already."),
    drafts: z.array(z.int()).describe("Open drafts that change the vendor."),
    skipped: z.boolean().describe("It is left as it is, since somebody said so."),
    guesses: z.array(Guess).describe("Everything that was guessed."),
    lost: z.array(Lost).describe("What the file says of it that no field has."),
    faults: z.array(Fault).describe("What is wrong with the document: mend the file, or skip the vendor."),
  })
  .describe("A vendor of the file, or one that the file does not have, and what becomes of it.")
  .openapi("PlannedVendor");

const Totals = z
  .object({
    add: z.int().describe("How many come onto the list."),
    change: z.int().describe("How many change."),
    remove: z.int().describe("How many leave it."),
    same: z.int().describe("How many stay as they are."),
    unsure: z.int().describe("Of how many something has to be answered."),
  })
  .describe("How many vendors there are of each.")
  .openapi("ImportTotals");

const summary = {
  id: z.uuid().describe("The plan's id."),
  state: ImportState,
  format: ImportFormat,
  fileName: z.string().nullable().describe("As it was called."),
  file: z.string().describe("SHA-256 of the file's bytes."),
  totals: Totals,
  changeSet: z.int().nullable().describe("The set that it was put into."),
  madeAt: Instant.describe("When the file was read."),
  madeBy: z.string().describe("Who sent it."),
  appliedAt: Instant.nullable().describe("When it was applied."),
};

export const ImportSummary = z.object(summary).describe("A plan without what it is about.").openapi("ImportSummary");

const Column = z
  .object({
    header: z.string().describe("As the file has it."),
    samples: z.array(z.string()).describe("Some of its cells."),
    field: ColumnField.nullable(),
    sure: z.boolean().describe("Whether that is plain."),
  })
  .describe("A column, and what it is taken for.")
  .openapi("ImportColumn");

export const ImportAnswer = z
  .object({
    ...summary,
    tables: z
      .array(
        z
          .object({
            heading: z.string().describe("What stands above it."),
            used: z.boolean().describe("Whether vendors are read from it."),
            columns: z.array(Column).describe("Its columns."),
          })
          .describe("A table of the file."),
      )
      .describe("The tables of the file; none of a list in our own form."),
    mapping: Mapping,
    vendors: z.array(PlannedVendorAnswer).describe("Those of the file in its order, then those that it does not have."),
    lost: z.array(Lost).describe("What belongs to no vendor."),
    removals: z
      .object({
        count: z.int().describe("How many vendors leave the list."),
        listed: z.int().describe("Of how many."),
        categories: z.array(z.string()).describe("Categories that lose every vendor."),
        mustBeAllowed: z.boolean().describe("Whether applying takes `allowRemovals` with that number."),
      })
      .describe("What is removed."),
    changedSince: z.array(z.string()).describe("Of a stale plan the vendors, by name, that are others by now."),
  })
  .describe("What a file would make of the list.")
  .openapi("Import");

/** What is only read, for a contract that does not say so. */
type Unlocked<T> = T extends readonly (infer Item)[]
  ? Unlocked<Item>[]
  : T extends object
    ? { -readonly [Name in keyof T]: Unlocked<T[Name]> }
    : T;
const unlocked = <T>(value: T): Unlocked<T> => value as Unlocked<T>;

const guessAnswer =
  ({ open }: PlannedVendor) =>
  ({ cell: _, ...guess }: PlannedVendor["guesses"][number]) => ({
    ...guess,
    unclear: guess.unclear ?? [],
    offered: guess.offered === true,
    open: open.includes(guess.id),
  });

/** A plan in the caller's language. */
export const importAnswer = (locale: Locale) => (plan: ImportPlan) =>
  unlocked({
    ...plan,
    tables: plan.reading.tables,
    lost: plan.reading.lost,
    vendors: plan.vendors.map((vendor) => ({
      ...vendor,
      weightReason: vendor.weight === null ? null : weightReason(vendor.weightGrounds, locale),
      guesses: vendor.guesses.map(guessAnswer(vendor)),
    })),
  });
