import { keptLook, LOOKS } from "./svg-allowed.ts";
import type { Kept } from "./svg-read.ts";

/** What a sheet says of an element, by what names it there: `path`, `.st0` or `#mark`. */
export type Sheet = Map<string, Map<string, string>>;

/** More rules than that are no logo's. */
const MOST_RULES = 500;

/**
 * What style sheets say of looks, by names that stand alone: drawing programs write no others. Whatever else is said there,
 * such as an address, is not kept. Null where there are too many rules.
 */
export function readSheet(text: string): Sheet | null {
  const sheet: Sheet = new Map();
  const parts = withoutComments(text).split("}");
  if (parts.length > MOST_RULES) return null;
  for (const part of parts) {
    const [names = "", declared, ...more] = part.split("{");
    if (declared === undefined || more.length > 0) continue;
    for (const name of names.split(",").map((each) => each.trim())) {
      if (!/^[.#]?[\w-]{1,100}$/.test(name)) continue;
      const known = sheet.get(name) ?? new Map();
      for (const [look, value] of declarations(declared)) known.set(look, value);
      sheet.set(name, known);
    }
  }
  return sheet;
}

const withoutComments = (text: string): string =>
  text
    .split("/*")
    .map((part, at) => (at === 0 ? part : part.slice(part.indexOf("*/") + 2)))
    .join(" ");

function declarations(text: string): [look: string, value: string][] {
  return text.split(";").flatMap((each): [string, string][] => {
    const colon = each.indexOf(":");
    const look = each.slice(0, Math.max(colon, 0)).trim();
    return LOOKS.has(look) ? [[look, each.slice(colon + 1)]] : [];
  });
}

/** How an element looks in the end: by its attributes, then by the sheets, from the widest name to its own id, then by its style. */
export function looksOf(element: Kept, sheet: Sheet): Map<string, string> {
  const { name, classes, places, looks, style } = element;
  const named = [name, ...classes.map((each) => `.${each}`), `#${places.get("id") ?? ""}`];
  const said = [looks, ...named.flatMap((each) => sheet.get(each) ?? []), declarations(style)];
  const kept = new Map<string, string>();
  for (const [look, value] of said.flatMap((each) => [...each])) {
    const harmless = keptLook(value);
    if (harmless !== null) kept.set(look, harmless);
  }
  return kept;
}
