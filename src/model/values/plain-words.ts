import { z } from "@hono/zod-openapi";

type Issue = z.core.$ZodRawIssue;

/** What each type is called by whoever sends one. */
const TYPES: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
  null: "null",
};

const LONGEST_CHOICE = 500;

/** One of few values, each as JSON has it. */
function choice(values: readonly unknown[]): string {
  const named = values.map((value) => JSON.stringify(value)).join(", ");
  if (values.length === 1) return `must be ${named}`;
  return `must be one of ${named.length > LONGEST_CHOICE ? `${named.slice(0, LONGEST_CHOICE)}…` : named}`;
}

/** How much of a value there may be: so many characters of a text, entries of a list. */
function counted(limit: number | bigint, origin: string): string {
  const isOne = Number(limit) === 1;
  if (origin === "string") return `${limit} ${isOne ? "character" : "characters"}`;
  return ["array", "set", "map", "object"].includes(origin) ? `${limit} ${isOne ? "entry" : "entries"}` : String(limit);
}

/** What is wrong with a value, where its schema has no words of its own: as a person says it, after the field's name. */
function said(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "is required";
      return `must be ${TYPES[issue.expected] ?? "another kind of value"}`;
    case "too_big":
      return issue.inclusive === false
        ? `must be less than ${counted(issue.maximum, issue.origin)}`
        : `must be at most ${counted(issue.maximum, issue.origin)}`;
    case "too_small":
      return issue.inclusive === false
        ? `must be more than ${counted(issue.minimum, issue.origin)}`
        : `must be at least ${counted(issue.minimum, issue.origin)}`;
    case "invalid_value":
      return choice(issue.values);
    case "not_multiple_of":
      return `must be a multiple of ${issue.divisor}`;
    case "invalid_format":
      return issue.format === "regex" ? "is not written as it has to be" : `must be written as ${issue.format}`;
    case "unrecognized_keys":
      return `has what is no field here: ${issue.keys
        .map((key) => JSON.stringify(key))
        .join(", ")
        .slice(0, LONGEST_CHOICE)}`;
    case "invalid_union":
      return issue.input === undefined ? "is required" : "is none of what may stand here";
    default:
      return "is not valid";
  }
}

// Whatever is refused is said in these words, and not in those of the library, wherever this module is loaded.
z.config({ customError: said });
