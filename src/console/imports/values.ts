import { placeOf } from "../../imports/guess-kinds.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { isFieldName } from "../../model/vendor/field-lookup.ts";
import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import { describeValue, type Names } from "../../page/describe/value.ts";
import { formatCountry, formatList, wordsFor } from "../../words/index.ts";

/** What a field of a document is called, by a pointer into it. */
export function sayField(pointer: string, locale: ConsoleLocale): string {
  const { field } = placeOf(pointer);
  const called: Readonly<Record<string, string>> = wordsFor(locale).terms.fields;
  return called[field] ?? called.service ?? field;
}

/** Where in a file something stands, in words: "line 5", "row 3 of Sheet1". What else tells it, such as a path, stays as it is. */
export function sayPlace(at: string, locale: ConsoleLocale): string {
  const words = wordsFor(locale).screens.imports;
  const [, line] = /^line (\d+)$/.exec(at) ?? [];
  if (line !== undefined) return words.line(line);
  // A place in JSON or YAML is a pointer into it.
  const [, nth] = /^\/vendors\/(\d+)$/.exec(at) ?? [];
  if (nth !== undefined) return words.entry(String(Number(nth) + 1));
  const [, row, sheet] = /^row (\d+) of (.+)$/s.exec(at) ?? [];
  return row !== undefined && sheet !== undefined ? words.rowOf(row, sheet) : at;
}

/** A place in a file of JSON or YAML, in words: "vendor 1, Purpose". What has no name there is quoted. */
export function sayPointer(pointer: string, locale: ConsoleLocale): string {
  const { screens, terms } = wordsFor(locale);
  const [, vendor = "", rest = pointer] = /^(\/vendors\/\d+)(.*)$/s.exec(pointer) ?? [];
  const field = rest
    .split("/")
    .filter((part) => part !== "" && !/^\d+$/.test(part))
    .at(-1);
  const called: Readonly<Record<string, string>> = terms.fields;
  const named = field && (Object.hasOwn(called, field) ? called[field] : screens.imports.quoted(field));
  return [vendor && sayPlace(vendor, locale), named].filter(Boolean).join(", ") || pointer;
}

/** What was made of what a file says, in words. */
export function sayMade(pointer: string, made: unknown, locale: ConsoleLocale, names: Names): string {
  const { terms } = wordsFor(locale);
  const { field, below } = placeOf(pointer);
  const last = below.at(-1) ?? field;
  if (typeof made === "boolean") return made ? terms.yes : terms.no;
  if (typeof made === "string") {
    const words: Readonly<Record<string, string>> | undefined = {
      mechanism: terms.mechanisms as Record<Mechanism, string>,
      kind: terms.locationKinds,
      ...terms.choices,
    }[last];
    return last === "country" ? formatCountry(made, locale) : (words?.[made] ?? made);
  }
  if (Array.isArray(made) && made.length === 0) return wordsFor(locale).screens.importReading.none;
  if (Array.isArray(made) && made.every((each) => typeof each === "string")) return formatList(made, locale);
  if (isFieldName(field) && typeof made === "object")
    return describeValue(field, /^\d+$/.test(last) ? [made] : made, locale, names).join(", ");
  return String(made);
}
