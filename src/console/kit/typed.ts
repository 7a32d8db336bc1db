import { LOCALES } from "../../model/values/text.ts";
import { rowsIn, type Values, valueIn } from "./values.ts";

/**
 * What was typed, read into the document that a form is about: what is left empty is absent, and what is no number stays
 * the text that it is, so that the document's schema says what is wrong, at the place that the field is named by.
 */
export type Typed = {
  values: Values;
  text: (name: string) => string | undefined;
  /** A web address: of a host alone, such as "acme.example/privacy", its secure one. */
  link: (name: string) => string | undefined;
  number: (name: string) => number | string | undefined;
  /** Whether a box is ticked. */
  flag: (name: string) => boolean;
  /** The boxes of a group that are ticked. */
  all: (name: string) => string[];
  /** The lines of a text that are not empty, and of whatever else has its name. */
  lines: (name: string) => string[];
  /**
   * A text by language; one text where it was typed in the organisation's own alone: that of the first field, or of the field
   * without a language, of which `own` then says it.
   */
  texts: (name: string) => string | Record<string, string> | undefined;
  /** What is typed under a name, unless nothing is. */
  group: <Group>(name: string, read: (group: Typed) => Group) => Group | undefined;
  rows: <Row>(name: string, read: (row: Typed) => Row) => Row[];
};

/** Whether a field says nothing that anybody typed: the key of a row, or the language of the field before it. */
export const isOfForm = (field: string): boolean => /\.(key|own)$/.test(field);

/** A host's name, and what may follow it in an address. */
const HOST_ALONE = /^([a-z\d-]+\.)+[a-z]{2,}(:\d{1,5})?([/?#][^\s<>"]*)?$/i;

export function typed(values: Values, under = ""): Typed {
  const full = (name: string) => (under === "" ? name : `${under}.${name}`);
  const text = (name: string) => valueIn(values, full(name)).trim() || undefined;
  const inGroup = (name: string) => typed(values, full(name));
  return {
    values,
    text,
    link: (name) => text(name)?.replace(HOST_ALONE, "https://$&"),
    number: (name) => {
      const value = text(name);
      return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : value;
    },
    flag: (name) => text(name) !== undefined,
    all: (name) => [...(values[full(name)] ?? [])].filter((value) => value !== ""),
    lines: (name) =>
      (values[full(name)] ?? []).flatMap((each) => each.split("\n")).flatMap((line) => line.trim() || []),
    texts: (name) => {
      const main = text(name);
      const own = text(`${name}.own`);
      const said = LOCALES.flatMap((locale) => {
        const words = locale === own ? main : text(`${name}.${locale}`);
        return words === undefined ? [] : [[locale, words] as const];
      });
      if (main !== undefined && said.length < 2) return main;
      const [only] = said;
      const first = Object.keys(values).find((field) => field.startsWith(`${full(name)}.`));
      const isOwn = said.length === 1 && first === full(`${name}.${only?.[0]}`);
      return only === undefined ? undefined : isOwn ? only[1] : Object.fromEntries(said);
    },
    group: (name, read) => {
      const isTyped = ([field, given]: [string, readonly string[]]) =>
        field.startsWith(`${full(name)}.`) && !isOfForm(field) && given.some((value) => value.trim() !== "");
      return Object.entries(values).some(isTyped) ? read(inGroup(name)) : undefined;
    },
    rows: (name, read) =>
      Array.from({ length: rowsIn(values, full(name)) }, (_, index) => read(inGroup(`${name}.${index}`))),
  };
}
