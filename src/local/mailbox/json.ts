import type { z } from "zod";
import { invalid, ResendError } from "./resend-error.ts";

/** The JSON in a request's body. Refuses with 400 what is not JSON, or not UTF-8. */
export function parseJson(bytes: ArrayBuffer | Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new ResendError(400, "validation_error", "The request body is not valid JSON.");
  }
}

/** What the schema makes of the input. Refuses it with 422, naming the first field that is wrong. */
export function parseFields<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const { data, error } = schema.safeParse(input);
  if (!error) return data;
  const [issue] = error.issues;
  if (issue?.code === "unrecognized_keys") throw invalid(`Unknown field \`${shortened(issue.keys[0])}\`.`);
  if (!issue || issue.path.length === 0) throw invalid("The request body must be a JSON object.");
  throw invalid(`Invalid \`${issue.path.join(".")}\` field. ${issue.message}.`);
}

const shortened = (name = "") => (name.length > 100 ? `${name.slice(0, 100)}…` : name);
