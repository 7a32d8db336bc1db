import { raw } from "hono/html";
import { Fragment } from "hono/jsx";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { HtmlEscapedString } from "hono/utils/html";

/** Lets whatever else waits have its turn. */
export type Turn = () => Promise<void>;

/** Of several who wait for their turn at once, each has its own: else what they do would be one long piece again. */
export function oneByOne(turn: Turn): Turn {
  let last = Promise.resolve();
  return () => {
    last = last.then(turn);
    return last;
  };
}

/** So many parts of a page are made in one go: of the longest, a few milliseconds. */
const AT_ONCE = 25;

type PartsProps<Item> = {
  of: readonly Item[];
  each: (item: Item) => JSX.Element;
  turn: Turn | undefined;
};

/** A part of the page for each of many; with a turn in pieces, between which others have theirs. */
export function Parts<Item>({ of, each, turn }: PartsProps<Item>) {
  return turn ? inPieces({ of, each, turn }) : Fragment({ children: of.map(each) });
}

async function inPieces<Item>({ of, each, turn }: PartsProps<Item> & { turn: Turn }): Promise<HtmlEscapedString> {
  const made: string[] = [];
  for (let from = 0; from < of.length; from += AT_ONCE) {
    await turn();
    made.push(await Fragment({ children: of.slice(from, from + AT_ONCE).map(each) }).toString());
  }
  return raw(made.join(""));
}
