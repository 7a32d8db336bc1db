import { sha256 } from "../model/values/hash.ts";
import { ITEMS } from "./merge.ts";
import type { Guess } from "./reading.ts";

/** What somebody has answered of a guess: true confirms it, null drops it, anything else is what is meant. */
export type GuessAnswer = unknown;

/** What somebody has answered of a vendor: which one it is (null: a new one), or that it is left as it is. */
export type VendorAnswer = { slug?: string | null | undefined; skip?: boolean | undefined };

export type Answers = {
  guesses: Readonly<Record<string, GuessAnswer>>;
  vendors: Readonly<Record<string, VendorAnswer>>;
};

/** A guess with its id, and what was answered. */
export type AnsweredGuess = Guess & {
  id: string;
  answer: "confirmed" | "corrected" | "dropped" | null;
};

/**
 * The same guess of the same vendor has the same id in another reading of the file: made of the same cell as the same. What was
 * answered of "DPF (pending)" is no answer to "never joined the DPF".
 */
export const guessId = (vendor: string, { pointer, from, cell, made }: Guess): string =>
  sha256(JSON.stringify([vendor, pointer, [from, cell ?? ""].map(foldSpaces), made])).slice(0, 16);

const foldSpaces = (text: string): string => text.trim().replace(/\s+/g, " ");

const isConfirmed = (guess: Guess, answer: unknown): boolean =>
  answer === true || JSON.stringify(answer) === JSON.stringify(guess.made);

/** A document as it is by the answers, and its guesses with what was answered of each. */
export function answered<Document extends object>(
  vendor: string,
  document: Document,
  guesses: readonly Guess[],
  answers: Answers["guesses"],
): { document: Document; guesses: AnsweredGuess[] } {
  const copy = structuredClone(document);
  let isOther = false;
  const told = guesses.map((guess): AnsweredGuess => {
    const id = guessId(vendor, guess);
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    if (answer === undefined) return { ...guess, id, answer: null };
    if (isConfirmed(guess, answer)) {
      if (guess.offered) put(copy, guess.pointer, guess.made);
      return { ...guess, id, answer: "confirmed" };
    }
    // What was offered alone, and what there is none of, is not there to be dropped.
    if ((guess.offered || guess.rule === "none") && answer === null) return { ...guess, id, answer: "dropped" };
    put(copy, guess.pointer, answer === null ? DROPPED : answer);
    isOther = true;
    return { ...guess, id, answer: answer === null ? "dropped" : "corrected" };
  });
  return { document: isOther ? (swept(copy) as Document) : copy, guesses: told };
}

const DROPPED = Symbol("dropped");

const partsOf = (pointer: string): string[] =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

/** Puts a value where a pointer leads, in a document that has it or its parent. */
function put(document: object, pointer: string, value: unknown): void {
  const parts = partsOf(pointer);
  const last = parts.pop();
  let owner: unknown = document;
  for (const part of parts) owner = isObject(owner) && Object.hasOwn(owner, part) ? owner[part] : undefined;
  if (last !== undefined && isObject(owner) && last !== "__proto__") owner[last] = value;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** A value without what was dropped; an item of a list goes with what names it, and stays once where it is now another's twin. */
function swept(value: unknown, of = ""): unknown {
  const name = ITEMS[of]?.by;
  if (Array.isArray(value)) {
    const kept = value
      .filter((item) => item !== DROPPED && !(name !== undefined && isObject(item) && item[name] === DROPPED))
      .map((item) => swept(item));
    return [...new Map(kept.map((item) => [JSON.stringify(item), item])).values()];
  }
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([, member]) => member !== DROPPED);
  return Object.fromEntries(kept.map(([member, each]) => [member, swept(each, member)]));
}
