import type { z } from "zod";
import { documentTag } from "../../model/values/entity-tag.ts";
import type { FieldError } from "../../model/values/refusal.ts";
import type { ConsoleLocale } from "../../model/values/text.ts";
import { isOfForm, type Typed } from "./typed.ts";
import { isSame, type Values, valuesOf } from "./values.ts";

/** What a field is called, by its name without the numbers of rows: `products.name`. */
export type Labels = Readonly<Record<string, string>>;

/**
 * A form as it is shown: filled from a document, or with what was typed. A field is named by its place in the document
 * that the form is about, such as `policy.url` or `products.0.name`, so that what is found wrong there finds it.
 */
export type FormState = {
  locale: ConsoleLocale;
  labels: Labels;
  values: Values;
  /** The version of the document that it was filled from: saving is refused where there is another by then. */
  version?: string | undefined;
  /** What is wrong with what was sent, by field; said in the reader's language. */
  wrong: Readonly<Record<string, string>>;
  /** Why all of it was refused. */
  problem?: string | undefined;
  /** What somebody else has saved since the form was filled. */
  stored?: Values | undefined;
  /** Whether it has what was typed, which is not saved yet. */
  unsaved?: boolean | undefined;
  /** Whether its reader may not send it: it then has no buttons. */
  readOnly?: boolean | undefined;
  /** The rows that another was asked for. */
  added?: string | undefined;
  /** The rows that one was taken out of: its reader is led there. */
  removed?: string | undefined;
  /** What is to be taken over into it, as the button that offers it names it. */
  taken?: string | undefined;
};

/** A form of a document: what its fields are called, what it must be, and how the one is read and shown as the other. */
export type DocumentForm<Document> = {
  labels: (locale: ConsoleLocale) => Labels;
  schema: z.ZodType<Document>;
  /** What was typed, as the document that the schema reads, each value at the place that its field is named by. */
  read: (typed: Typed) => unknown;
  /** The document as the form has it, where that is otherwise. */
  shown?: (document: Document) => unknown;
  /** What is typed beside the document, such as where it is saved: by the beginning of its fields' names. */
  beside?: readonly string[];
};

/** A form filled from a document; its version, where that is not what the document's own hash is. */
export const formOf = <Document>(
  kind: DocumentForm<Document>,
  document: Document,
  locale: ConsoleLocale,
  version: string = documentTag(document),
): FormState => ({
  locale,
  labels: kind.labels(locale),
  values: valuesOf(shownOf(kind, document)),
  version,
  wrong: {},
});

/** A document as its form has it. */
export const shownOf = <Document>({ shown }: DocumentForm<Document>, document: Document): unknown =>
  shown ? shown(document) : document;

/** What a document calls otherwise than its form does: a period's number and its unit; a key that follows from a name. */
const CALLED: Readonly<Record<string, string>> = {
  days: "length",
  weeks: "length",
  months: "length",
  basis: "unit",
  key: "name",
};

/** The name of the field that a JSON pointer (RFC 6901) leads to. */
export function fieldAt(pointer: string): string {
  const parts = pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  return fieldOf(parts.join("."));
}

/** The name of the field in which a form has what is at a place of its document. */
export function fieldOf(place: string): string {
  const parts = place.split(".");
  const last = parts.at(-1) ?? "";
  return [...parts.slice(0, -1), CALLED[last] ?? last].join(".");
}

/** The fields in which somebody else has saved something else meanwhile. */
export const differing = ({ values, stored }: Pick<FormState, "values" | "stored">): string[] =>
  stored === undefined
    ? []
    : [...new Set([...Object.keys(values), ...Object.keys(stored)])].filter(
        (name) => !isOfForm(name) && !isSame(values, stored, name),
      );

/** What is wrong, by field, in the order it was found in; of several things with one field the first. */
export function wrongBy(errors: readonly FieldError[], said: (detail: string) => string): Record<string, string> {
  const byField = [...Map.groupBy(errors, ({ pointer }) => fieldAt(pointer))];
  return Object.fromEntries(byField.flatMap(([field, [first]]) => (first ? [[field, said(first.detail)]] : [])));
}

/** What a field is called; of a part that has no name, what the whole is called. */
export function labelOf({ labels }: Pick<FormState, "labels">, name: string): string {
  const parts = name.split(".").filter((part) => !/^\d+$/.test(part));
  const called = parts.map((_, last) => labels[parts.slice(0, parts.length - last).join(".")]);
  return called.find((label) => label !== undefined) ?? "";
}

/** The same with the number of its row, the innermost, where it stands alone: "Name of the product (2)". */
export function labelAlone(form: Pick<FormState, "labels">, name: string): string {
  const row = [...name.matchAll(/\.(\d+)(?=\.|$)/g)].at(-1)?.[1];
  const label = labelOf(form, name);
  return row === undefined || label === "" ? label : `${label} (${Number(row) + 1})`;
}

/** Whether something below one of these names is wrong, has changed meanwhile, or has just been added or taken out. */
export const isMarked = (form: FormState, names: readonly string[]): boolean =>
  [...Object.keys(form.wrong), ...differing(form), form.added ?? "", form.removed ?? ""].some((field) =>
    names.some((name) => field === name || field.startsWith(`${name}.`)),
  );

/** Whether something is said, or is wrong, below one of these names: what is rarely needed is else folded away. */
export const isSaid = ({ values, wrong, added, stored }: FormState, names: readonly string[]): boolean =>
  [...Object.keys(values), ...Object.keys(wrong), ...Object.keys(stored ?? {}), added ?? ""].some(
    (field) =>
      !field.endsWith(".own") &&
      names.some((name) => field === name || field.startsWith(`${name}.`)) &&
      // What is wrong may be that nothing is said.
      (wrong[field] !== undefined || (values[field]?.[0] ?? "said") !== ""),
  );
