import { isIsoDate } from "./dates.ts";
import type { FieldError } from "./refusal.ts";

/**
 * The first and last day that a document may name. Nobody signed, certified or checked anything of a list like this before, and
 * nothing in it ends later: what lies beyond is a slip of a digit, or means that there is no end, which is said by leaving it out.
 */
const [FIRST, LAST] = ["1900-01-01", "2199-12-31"];

const IS_DATE = /(On|Until)$|^since$/;

/** What is wrong with the dates that a document states: they are members called `…On`, `…Until`, `since` and `holidays`. */
export function datesBeyond(document: unknown, at = ""): FieldError[] {
  if (typeof document !== "object" || document === null) return [];
  return Object.entries(document).flatMap(([name, value]) => {
    const pointer = `${at}/${name}`;
    if (name === "holidays" && Array.isArray(value))
      return value.flatMap((each, index) => beyond(each, `${pointer}/${index}`));
    return IS_DATE.test(name) && typeof value === "string" ? beyond(value, pointer) : datesBeyond(value, pointer);
  });
}

const beyond = (date: string, pointer: string): FieldError[] =>
  isIsoDate(date) && (date < FIRST || date > LAST) ? [{ pointer, detail: `must be from ${FIRST} to ${LAST}` }] : [];
