/** A word of a text, as it stands and as it is compared. */
export type Word = { text: string; folded: string; start: number; end: number };

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Without what differs between spellings of one word: marks, case, compatibility forms. */
export const foldWord = (word: string): string =>
  /^[A-Za-z0-9]*$/.test(word) ? word.toLowerCase() : word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The words of a text; what stands between two of them is neither letter nor number. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(WORD), ({ 0: word, index: start }) => ({
    text: word,
    folded: foldWord(word),
    start,
    end: start + word.length,
  }));

/** A text as phrases are looked up: its words, compared, with single blanks. */
export const foldPhrase = (text: string): string =>
  wordsOf(text)
    .map(({ folded }) => folded)
    .join(" ");

/** A phrase of an index where it stands in a text. */
export type Found<Value> = { value: Value; start: number; end: number; text: string };

// What may stand within a name: "Bosnia & Herzegovina", "Guinea-Bissau", "U.S.A.", "Côte d’Ivoire", "S:t Lucia". Not what
// parts names.
const WITHIN = /^(?:[\s\-–.'’&]*|:)$/;

/** Phrases by their words. The longest one that stands at a place is found there: "New Jersey" is no "Jersey". */
export class Phrases<Value> {
  readonly #values = new Map<string, Value>();
  #longest = 0;

  constructor(entries: Iterable<readonly [string, Value]> = []) {
    for (const [phrase, value] of entries) this.add(phrase, value);
  }

  add(phrase: string, value: Value): void {
    this.addFolded(foldPhrase(phrase), value);
  }

  /** The same for what `foldPhrase` has made. */
  addFolded(folded: string, value: Value): void {
    if (folded === "") return;
    this.#values.set(folded, value);
    this.#longest = Math.max(this.#longest, folded.split(" ").length);
  }

  get(phrase: string): Value | undefined {
    return this.#values.get(foldPhrase(phrase));
  }

  /** The longest phrase that begins with the word at `from`. A value that `takes` refuses is passed over for a shorter one. */
  at(text: string, words: readonly Word[], from: number, takes = (_: Value, _text: string) => true) {
    const reach = this.#reach(text, words, from);
    for (let count = reach.length; count > 0; count--) {
      const value = this.#values.get(reach.slice(0, count).join(" "));
      const first = words[from];
      const last = words[from + count - 1];
      if (value === undefined || first === undefined || last === undefined) continue;
      const said = text.slice(first.start, last.end);
      if (takes(value, said)) return { value, start: first.start, end: last.end, text: said, words: count };
    }
    return undefined;
  }

  /** Every phrase in a text, from its beginning, none within another. */
  in(text: string): Found<Value>[] {
    const words = wordsOf(text);
    const found: Found<Value>[] = [];
    for (let at = 0; at < words.length; ) {
      const next = this.at(text, words, at);
      if (next) found.push(next);
      at += next?.words ?? 1;
    }
    return found;
  }

  #reach(text: string, words: readonly Word[], from: number): string[] {
    const reach: string[] = [];
    for (let at = from; at < words.length && reach.length < this.#longest; at++) {
      const [before, word] = [words[at - 1], words[at]];
      if (word === undefined) break;
      if (at > from && before && !WITHIN.test(text.slice(before.end, word.start))) break;
      reach.push(word.folded);
    }
    return reach;
  }
}

// Regional indicators are flags, which say no more than the name beside them.
const PLAIN = /[\p{L}\p{M}\p{N}\p{Cf}\s\u{1F1E6}-\u{1F1FF},;:.()[\]/&+‐‑\-–—'’"“”«»„•·|、，；：（）]/gu;
// A dash in the place of an answer, as in "DPF: –", and a box: "[ ]".
const STANDS_FOR_NO = /[:/=][^\S\n]*[-–—](?=\s|$)|\s[-–—]\s*(?=$|[,;)\n])|\[\s*\]/u;

/** Whether signs stand in a text that may turn what its words say: "DPF ❌", "Germany?", "~~SCC~~", "DPF: –". */
export const hasMark = (text: string): boolean => text.replace(PLAIN, "") !== "" || STANDS_FOR_NO.test(text);

/** A word that was not understood, and how many understood ones stand before it. */
export type Unknown = Word & { after: number };

/** What was not understood of a text, as it stands: words between two that were are one piece. */
export function piecesOf(text: string, unknown: readonly Unknown[]): string[] {
  const pieces: Unknown[] = [];
  for (const word of unknown) {
    const last = pieces.at(-1);
    if (last?.after === word.after) last.end = word.end;
    else pieces.push({ ...word });
  }
  return pieces.map(({ start, end }) => text.slice(start, end));
}

/** The beginning of a text that is read, up to a blank, and what lies behind: a long cell is prose. */
export function bounded(text: string, most: number): { read: string; left: string[] } {
  const read = text.length > most ? text.slice(0, Math.max(0, text.lastIndexOf(" ", most))) : text;
  const left = text.slice(read.length).trim();
  return { read, left: left === "" ? [] : [left] };
}
