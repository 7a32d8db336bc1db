import { z } from "@hono/zod-openapi";
import { COLUMN_FIELDS, GUESS_RULES, LOST_REASONS } from "../../imports/guess-rules.ts";
import { MATCH_RULES } from "../../imports/match.ts";
import { PLANNED } from "../../imports/plan.ts";
import { FORMATS } from "../../imports/source.ts";
import { DraftTerms } from "../../model/change/draft.ts";
import { Instant } from "../../model/values/dates.ts";
import { explained, meaningOf } from "../../model/values/explained.ts";
import type { Locale } from "../../model/values/text.ts";
import { bounded, Key, line, prose } from "../../model/values/text.ts";
import { FieldChange } from "../../model/vendor/diff.ts";
import { Weight } from "../../model/vendor/grounds.ts";
import { VendorDocument } from "../../model/vendor/vendor-document.ts";
import type { ImportPlan, PlannedVendor } from "../../registry/imports/read-plan.ts";
import { weightReason } from "../../words/weight-reason.ts";
import { LAST_CHANGE_SET } from "../frame/contract.ts";

const oneOf = <Value extends string>(values: readonly [Value, ...Value[]], what: string) =>
  z.enum(values).describe(`${what}: ${values.map((value) => `\`${value}\``).join(", ")}.`);

export const ImportFormat = oneOf(
  FORMATS,
  "What the file is written in; where it is not given, it is found from the name and the content",
);
const ColumnField = oneOf(
  COLUMN_FIELDS,
  "What a column is (null: it is not read). A field of a vendor or service; `link` is any link, `nothing` what nobody needs",
);

export const ImportState = explained({
  open: "can be corrected and applied",
  applied: "was put into a draft",
  stale: "the list, or a draft of the same vendors, has changed since: correct it, even by nothing, to plan anew",
});

export const PlannedKind = z.enum(Object.keys(PLANNED) as (keyof typeof PLANNED)[]).describe(meaningOf(PLANNED));

export const Mapping = z
  .array(
    z
      .strictObject({
        table: z.int().min(0).max(10_000).optional().describe("Which table, from 0; none named: all."),
        column: z
          .union([z.int().min(0).max(1000), prose(1000)])
          .openapi({ description: "The column: its position from 0, or its header." }),
        field: ColumnField.nullable(),
      })
      .describe("What a column is."),
  )
  .max(1000)
  .describe(
    "What columns are, where the file does not make that plain. It is taken as said, and nothing of it is unsure.",
  )
  .openapi("ImportMapping");

/** The texts around a file, which has bounds of its own. */
export const FILE_CHARACTERS = 7_000_000;

export const ImportInput = z
  .strictObject({
    file: bounded(FILE_CHARACTERS).describe("The file: 5 MB at most. A text, or base64 of its bytes."),
    encoding: explained({ text: "`file` is the text itself", base64: "`file` is base64 of the bytes" }).optional(),
    format: ImportFormat.optional(),
    fileName: line().optional().describe("As people call it."),
    mapping: Mapping.optional(),
  })
  .describe("A file with a list.")
  .openapi("ImportInput");

const partOfForm = "multipart/form-data, as `curl -F file=@list.csv` sends it";
export const ImportForm = z
  .strictObject({
    file: z
      .custom<File>((value) => value instanceof File, { error: "must be a file" })
      .openapi({ type: "string", format: "binary", description: `The file itself, in ${partOfForm}.` }),
    format: ImportFormat.optional(),
    fileName: line().optional().describe("By default the name of the file that is sent."),
    mapping: bounded(100_000).optional().describe("JSON, as `mapping` of the JSON body."),
  })
  .describe("A file with a list, as a form of parts.")
  .openapi("ImportForm");

const Guess = z
  .object({
    id: z.string().describe("Names it in `PATCH`. The same guess has the same id after another correction."),
    pointer: z.string().describe("JSON Pointer into the vendor's document as the file has it."),
    from: z.string().describe("What the file says."),
    made: z.unknown().describe("What was made of it."),
    rule: oneOf(GUESS_RULES, "How it was made"),
    sure: z.boolean().describe("Whether it is taken without being asked about."),
    instead: z.array(z.unknown()).describe("What else it may mean."),
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
  (guess: PlannedVendor["guesses"][number]) => ({
    ...guess,
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

export const ImportPatch = z
  .strictObject({
    mapping: Mapping.optional(),
    guesses: z.record(bounded(64), z.unknown()).optional().openapi({
      description:
        "By the ids of guesses: `true` confirms one, `null` leaves out what was made, any other value is put in its place.",
    }),
    vendors: z
      .record(
        bounded(100),
        z
          .strictObject({
            slug: Key.nullable().optional().describe("Which vendor of the registry it is; null: a new one."),
            skip: z.boolean().optional().describe("It is left as it is; of one that the file does not have, it stays."),
          })
          .nullable()
          .describe("What is answered of a vendor; null takes it back."),
      )
      .optional()
      .openapi({ description: "By the keys of the plan's vendors." }),
  })
  .describe("What is corrected of a plan. What is not named stays.")
  .openapi("ImportPatch");

export const ImportApplication = z
  .strictObject({
    changeSet: z.int().min(1).max(LAST_CHANGE_SET).optional().describe("Put it into this draft instead of a new one."),
    reference: DraftTerms.shape.reference,
    reason: DraftTerms.shape.reason,
    effectiveOn: DraftTerms.shape.effectiveOn,
    baseline: z.boolean().optional().openapi({
      description:
        "Publish it as the first list of an empty registry (scope `announce`): in force at once, nobody is told.",
    }),
    allowRemovals: z.int().min(0).max(100_000).optional().openapi({
      description:
        "How many vendors it removes, as it was read: needed beyond a fifth of the list, or all of a category.",
    }),
  })
  .refine(({ baseline, changeSet, effectiveOn }) => !baseline || (changeSet === undefined && !effectiveOn), {
    path: ["baseline"],
    error: "is a draft of its own, in force at once",
  })
  .describe("Where a plan goes.")
  .openapi("ImportApplication");
