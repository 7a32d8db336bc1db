import { z } from "@hono/zod-openapi";
import { explained } from "../model/values/explained.ts";
import { canonicalJson } from "../model/values/hash.ts";

/** Of what something can be wrong: in this order they are checked. */
export const Table = explained({
  audit: "an entry of the audit log",
  snapshot: "a version of the list",
  "change-set": "what was announced",
  customer: "whom it concerned",
  notice: "what was owed",
  mail: "a mail as it was written",
  delivery: "who was told, and what became of it",
  response: "an answer",
});
export type Table = z.infer<typeof Table>;

/** What is wrong: the record, by what identifies it, and why. */
export const Fault = z
  .object({
    table: Table,
    id: z.string().describe("Which of them."),
    reason: z.string().describe("What does not hold."),
  })
  .describe("A record that is not as it was written.")
  .openapi("Fault");
export type Fault = z.infer<typeof Fault>;

/** Takes what a verification finds, as it finds it. */
export type Notes = {
  /** A record is not what it should be. */
  wrong(table: Table, id: string | number, reason: string): void;
  /** Something of a record was erased: what it said cannot be checked any more. */
  erased(table: Table, id: string): void;
  /** So many records of a table were checked. */
  checked(table: Table, count: number): void;
};

/** What a record must be: what was recorded, what is here, and what is said when these are not the same JSON. */
export type Comparison = readonly [recorded: unknown, here: unknown, reason: string];

/** Why a record is not what it must be, by the first comparison that fails; null when none does. */
export function firstDifference(comparisons: readonly Comparison[]): string | null {
  const differs = ([recorded, here]: Comparison) => canonicalJson(recorded ?? null) !== canonicalJson(here ?? null);
  return comparisons.find(differs)?.[2] ?? null;
}
