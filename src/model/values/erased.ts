import { escaped } from "./markup.ts";

/** Stands for what was erased of a person: in a text in its place, of a mail that quoted it for the whole. */
export const ERASED = "[erased]";

/** Takes a name or an address out of texts. */
export type Eraser = { erase(text: string): string; isIn(text: string): boolean };

/**
 * Erases a value where it stands by itself, in whatever case, also as HTML has it, and where a line was broken within it.
 */
export function eraserOf(value: string): Eraser {
  const literally = (text: string) =>
    text.replace(/[^\p{L}\p{N}\s]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  const forms = [...new Set([value, escaped(value)])].map((form) =>
    form.trim().split(/\s+/).map(literally).join(String.raw`(?:\s|<br ?\/?>)+`),
  );
  const pattern = String.raw`(?<![\p{L}\p{N}])(?:${forms.join("|")})(?![\p{L}\p{N}])`;
  const erase = (text: string) => text.replace(new RegExp(pattern, "giu"), ERASED);
  return { erase, isIn: (text) => erase(text) !== text };
}

/** The same in every text of a JSON value. */
export function erasedDeep<Value>(value: Value, eraser: Eraser): Value {
  const read = (part: unknown): unknown => {
    if (typeof part === "string") return eraser.erase(part);
    if (Array.isArray(part)) return part.map(read);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, read(each)]));
  };
  return read(value) as Value;
}
