/** Names that a text lists. `sure` unless it may be prose. */
export type NamesSaid = { names: readonly string[]; sure: boolean; isOne: boolean };

/** Of a category of data, as it may be named in a list. */
const LONGEST = 80;
/** Of one that is no sentence. */
const LONG = 60;

/** What goes on about the name before it. */
const EXPLAINS =
  /^(?:including|such as|incl\.|e\.g\.|i\.e\.|but|which|that|only|not|y compris|tel(?:le)?s? que|einschließlich|inkl\.|wie|incluid[oa]s?|como|inclus[oi]|come|inclusief|zoals|inklusive|såsom)\b/i;
/** "No card data" is none. */
export const DENIES =
  /^(?:no|none|not|never|keine?|nicht|aucune?|pas de|sin|ning[uú]n|nessun|senza|geen|niet|ingen|inga|inte)\b/iu;
const AND = /^(?:and|und|et|y|ed?|en|och|&)\s+/i;

/** Takes a text apart at lines, semicolons and bullets, else at commas; not within brackets. Prose stays one. */
export function namesIn(text: string): NamesSaid {
  const isProse = /[.!?]\s+\p{Lu}/u.test(text);
  const lines = partsOf(text, "\n;•·|");
  const parts = lines.length > 1 || isProse ? lines : partsOf(text, ",");
  const names = [...new Set(parts)];
  const isListed = names.length > 1 && names.every((name) => name.length <= LONGEST && !EXPLAINS.test(name));
  const isPlain = !isProse && names.every((name) => name.length <= LONG && !DENIES.test(name));
  if (isListed) return { names, sure: isPlain, isOne: false };
  const whole = text.trim().replace(/\s*\n\s*/g, " ");
  return {
    names: whole === "" ? [] : [whole],
    sure: !isProse && whole.length <= 200 && !DENIES.test(whole),
    isOne: true,
  };
}

function partsOf(text: string, signs: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at <= text.length; at++) {
    const sign = text.charAt(at);
    if (sign === "(" || sign === "[") depth += 1;
    else if (sign === ")" || sign === "]") depth = Math.max(0, depth - 1);
    else if (sign === "" || (depth === 0 && signs.includes(sign))) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return parts
    .map((part) =>
      part
        .trim()
        .replace(/^[-–*•·]\s+/, "")
        .replace(AND, "")
        .replace(/\.$/, ""),
    )
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
}
