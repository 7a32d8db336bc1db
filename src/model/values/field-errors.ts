import type { z } from "zod";
import "./plain-words.ts";
import type { FieldError } from "./refusal.ts";

/** At most so many unknown fields of one object are told, and so many characters of a name. */
const MAX_UNKNOWN = 100;
const MAX_NAME = 200;

/** What is wrong with which field; an unknown field is reported at its own place, not at the object that holds it. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[], prefix: readonly string[] = []): FieldError[] {
  return issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    if (issue.code !== "unrecognized_keys") return [{ pointer: pointer(path), detail: issue.message }];
    return issue.keys
      .slice(0, MAX_UNKNOWN)
      .map((key) => ({ pointer: pointer([...path, key]), detail: "is not a field here" }));
  });
}

/** A JSON pointer (RFC 6901). */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).slice(0, MAX_NAME).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
