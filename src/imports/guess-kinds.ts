import type { Guess } from "./reading.ts";

/** What guesses are about, in the order in which they are asked. */
export const GUESS_KINDS = ["places", "cover", "roles", "dates", "links", "data", "company", "other"] as const;
export type GuessKind = (typeof GUESS_KINDS)[number];

const DATA = [
  "purpose",
  "category",
  "nature",
  "dataCategories",
  "dataSubjects",
  "sensitiveData",
  "legalBasis",
  "retention",
];

/** The field of a vendor or service that a pointer leads into, what is below it, and the service it is of, by its place. */
export function placeOf(pointer: string): { field: string; below: readonly string[]; service: number | null } {
  const [first = "", at = "", field = "", ...rest] = pointer.split("/").slice(1);
  if (first !== "services")
    return { field: first, below: [at, field, ...rest].filter((part) => part !== ""), service: null };
  return { field: field === "" ? "services" : field, below: rest, service: Number(at) };
}

/** What a guess is about. */
export function kindOf({ pointer, rule }: Pick<Guess, "pointer" | "rule">): GuessKind {
  const { field, service } = placeOf(pointer);
  if (field === "locations" || field === "country") return "places";
  if (field === "safeguards") return "cover";
  if (field === "role" || field === "relationship") return "roles";
  if (rule === "date") return "dates";
  if (/Url$/.test(field) || field === "website") return "links";
  if (DATA.includes(field)) return "data";
  return service === null ? "company" : "other";
}
