import { Country } from "../../model/vendor/countries.ts";
import type { Location } from "../../model/vendor/vendor-document.ts";
import { foldWord, piecesOf, type Unknown, type Word, wordsOf } from "../phrases.ts";
import { type Candidate, type PlaceIndex, placeIndex } from "./place-index.ts";
import { POST_CODES } from "./place-regions.ts";
import { isSubdivision } from "./place-subdivisions.ts";

/** A name of a place in a text, and how it is parted from the one before it. */
export type Item = {
  said: string;
  candidates: readonly Candidate[];
  /** "Benelux" is three at once. */
  isGroup: boolean;
  isCode: boolean;
  isDoubtful: boolean;
  /** It is named as what is not meant: "EU, except Germany". */
  isDenied: boolean;
  /** `tight`: by blanks, dashes or a colon; `comma`; `strong`: by "and", "/", ";" or a new line. */
  parted: "tight" | "comma" | "strong";
  /** Which part of the text it stands in, as commas and stronger signs part it. */
  part: number;
  /** What stands in brackets after it. */
  inside: Item[];
};

/** A word that tells what the places of its part are for; `of` is the name in whose brackets it stands. */
export type KindWord = { kind: Location["kind"]; part: number; of: Item | null };

export type Tokens = { items: readonly Item[]; kinds: readonly KindWord[]; rest: readonly string[] };

const JOINING = new Set("and or et ou und oder y o e ed en och eller og".split(" "));
// "L-1855", "CH-8001", "10115": codes of the post beside a city.
const POST_CODE = /(?<![\p{L}\p{N}-])(?:[A-Z]{1,2}-)?\d{4,6}(?![\p{L}\p{N}])/gu;

/** Takes a text apart: names of places with their brackets, words for what they are for, and what is none of these. */
export function tokensOf(text: string): Tokens {
  const plain = text.replace(POST_CODE, (code) => " ".repeat(code.length));
  const index = placeIndex();
  const words = wordsOf(plain);
  const whole = wholeName(plain, index);
  if (whole) return { items: [whole], kinds: [], rest: [] };
  const [items, kinds, unknown]: [Item[], KindWord[], Unknown[]] = [[], [], []];
  let parted = "tight" as Item["parted"];
  let [part, depth, end] = [0, 0, 0];
  let head: Item | null = null;
  let understood = 0;
  let isDenied = false;
  for (let at = 0; at < words.length; ) {
    const word = words[at];
    if (!word) break;
    for (const sign of plain.slice(end, word.start)) {
      if ("([".includes(sign)) {
        depth += 1;
        if (depth === 1) [head, parted] = [items.at(-1) ?? null, "tight"];
      } else if (")]".includes(sign)) {
        depth = Math.max(0, depth - 1);
        isDenied = false;
        if (depth === 0) head = null;
      } else if (",;/&+|\n•·→".includes(sign)) {
        if (depth === 0) part += 1;
        parted = sign === "," && parted !== "strong" ? "comma" : "strong";
        if (sign === ";" || sign === "\n") isDenied = false;
      }
    }
    const before = (head?.inside ?? items).at(-1) ?? head;
    const found = readPostCode(word, before) ?? readAt(plain, words, at, index);
    end = words[at + (found?.words ?? 1) - 1]?.end ?? word.end;
    at += found?.words ?? 1;
    if (JOINING.has(word.folded) && (found?.words ?? 1) === 1 && !found?.candidates) {
      parted = "strong";
      if (depth === 0) part += 1;
    }
    if (!found || found.denies) {
      unknown.push({ ...word, end, after: understood });
      isDenied = found?.denies === true && /^[\s.'’(:-]*[\p{L}\p{N}]/u.test(plain.slice(end));
    }
    if (found?.kind || found?.candidates) understood += 1;
    if (found?.kind) kinds.push({ kind: found.kind, part, of: head });
    else if (found?.candidates) {
      const { candidates, isGroup, isCode } = found;
      const said = plain.slice(word.start, end);
      const isDoubtful = found.isDoubtful || (isCode && index.doubtful.has(said));
      const item: Item = { said, candidates, isGroup, isCode, isDoubtful, isDenied, parted, part, inside: [] };
      (head?.inside ?? items).push(item);
      parted = "tight";
    }
  }
  return { items, kinds, rest: piecesOf(plain, unknown) };
}

/** A name with brackets in it, such as "Cocos (Keeling) Islands", or a comma, as in "Korea, Republic of", where it is all of a text. */
function wholeName(text: string, index: PlaceIndex): Item | undefined {
  const isOne = /[(,]/.test(text) && !/[;/|\n]/.test(text);
  const official = isOne ? index.official.get(text) : undefined;
  const value = official ?? (isOne && !text.includes(",") ? index.names.get(text) : undefined);
  if (value?.is !== "place") return undefined;
  const { candidates } = value;
  const isPlain = { isGroup: false, isCode: false, isDoubtful: false, isDenied: false };
  return { said: text.trim(), candidates, ...isPlain, parted: "tight", part: 0, inside: [] };
}

type Read = {
  words: number;
  candidates?: readonly Candidate[];
  kind?: Location["kind"];
  isGroup: boolean;
  isCode: boolean;
  /** The code of a country behind another's, by a hyphen, may be one of a part of that. */
  isDoubtful?: boolean;
  /** Names that follow are not meant. */
  denies?: boolean;
};

/** "BC" behind "Vancouver", which is in Canada or the United States. */
function readPostCode({ text }: Word, before: Item | null): Read | undefined {
  const country = before?.candidates.find((each) => POST_CODES[each.country]?.has(text))?.country;
  return country ? { words: 1, candidates: [{ country, level: "state" }], isGroup: false, isCode: true } : undefined;
}

/** What stands at a word: a code of ISO 3166-2, the longest name, else a code in capitals; nothing where it is not known. */
function readAt(text: string, words: readonly Word[], at: number, index: PlaceIndex): Read | undefined {
  const word = words[at];
  if (!word) return undefined;
  if (hyphened(text, words, at) && isSubdivision(word.text, words[at + 1]?.text ?? ""))
    return { words: 2, candidates: [{ country: word.text, level: "state" }], isGroup: false, isCode: true };
  const name = index.names.at(text, words, at, ({ is }, said) => is !== "place" || isWrittenAsName(said));
  const code = index.codes.get(word.text);
  if (code && (name?.words ?? 0) <= 1) {
    const before = hyphened(text, words, at - 1) ? words[at - 1]?.text : undefined;
    const isDoubtful = before !== undefined && isSubdivision(before, word.text) === undefined;
    return { words: 1, candidates: code, isGroup: false, isCode: true, isDoubtful };
  }
  if (!name) return undefined;
  const { value } = name;
  const plain = { words: name.words, isGroup: false, isCode: false };
  if (value.is === "place") return { ...plain, candidates: value.candidates };
  if (value.is === "kind") return { ...plain, kind: value.kind };
  if (value.is === "denial") return { ...plain, denies: true };
  if (value.is === "harmless") return plain;
  return { ...plain, isGroup: true, candidates: value.countries.map((country) => ({ country, level: "country" })) };
}

/** Whether a word is the code of a country, with a hyphen to the next one. */
const hyphened = (text: string, words: readonly Word[], at: number): boolean => {
  const [word, next] = [words[at], words[at + 1]];
  return (
    word !== undefined &&
    next !== undefined &&
    Country.safeParse(word.text).success &&
    /^[-‐‑]$/.test(text.slice(word.end, next.start)) &&
    !/^[-‐‑][\p{L}\p{N}]/u.test(text.slice(next.end))
  );
};

// In small letters only what cannot be a plain word of the languages: regions of clouds, and what says everywhere.
const SMALL = new Set(
  "worldwide global globally weltweit wereldwijd mondial mondiale globalt international".split(" "),
);

const isWrittenAsName = (said: string): boolean =>
  /^[^\p{Ll}]/u.test(said) ||
  /[\d-]/.test(said) ||
  SMALL.has(foldWord(said)) ||
  /^the /.test(said) ||
  said.includes(" ");
