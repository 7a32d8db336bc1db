import { z } from "@hono/zod-openapi";
import { COLUMN_FIELDS } from "../../../imports/guess-rules.ts";
import { AllowedRemovals } from "../../../imports/plan.ts";
import { FORMATS } from "../../../imports/source.ts";
import { DraftTerms } from "../../../model/change/draft.ts";
import { explained } from "../../../model/values/explained.ts";
import { bounded, Key, line, prose } from "../../../model/values/text.ts";
import { LAST_CHANGE_SET } from "../../frame/contract.ts";

/** One of some words that speak for themselves. */
export const oneOf = <Value extends string>(values: readonly [Value, ...Value[]], what: string) =>
  z.enum(values).describe(`${what}: ${values.map((value) => `\`${value}\``).join(", ")}.`);

export const ImportFormat = oneOf(
  FORMATS,
  "What the file is written in; where it is not given, it is found from the name and the content",
);
export const ColumnField = oneOf(
  COLUMN_FIELDS,
  "What a column is (null: it is not read). A field of a vendor or service; `link` is any link, `nothing` what nobody needs",
);

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
    allowRemovals: AllowedRemovals.optional().openapi({
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
