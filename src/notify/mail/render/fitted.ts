import type { Locale } from "../../../model/values/text.ts";
import { wordsFor } from "../../../words/index.ts";
import {
  type Block,
  type Draft,
  type Entry,
  type Enumeration,
  type Letter,
  list,
  paragraph,
  type Table,
} from "../letter.ts";
import { NAME_BYTES } from "../mail.ts";
import { htmlBytes } from "./blocks.tsx";
import { renderHtml } from "./html.tsx";

/** Of a mail's HTML, with every link in it: Gmail shows no more than 102 KB, and other programs add their own to it. */
export const MOST_BYTES = 80_000;

/** What the recipient's tokens add to the links, the name of their customer, which is said twice, and their own. */
const TOKENS = 1000 + NAME_BYTES;

/**
 * The letter as it fits into a mail. Of an enumeration as many entries as there is room for are told in full, the others
 * by a line each; if there is no room for that, the rest are counted. The text is never longer than the HTML.
 */
export function fitted(draft: Draft): Letter {
  const { locale } = draft;
  const enumerations = draft.blocks.filter((part) => part.type === "enumeration");
  if (enumerations.length === 0) return withBlocks(draft, () => []);
  const least = withBlocks(draft, (each) => [...each.elsewhere, ...lines([], each.entries.length, locale)]);
  let room = MOST_BYTES - TOKENS - Buffer.byteLength(renderHtml(least));
  let others = enumerations.length;
  return withBlocks(draft, (each) => {
    others -= 1;
    // Whatever comes later may need as much.
    const told = tell(each, others === 0 ? room : room / 2, locale);
    room -= htmlBytes(told);
    return told;
  });
}

const withBlocks = (draft: Draft, tellEach: (each: Enumeration) => Block[]): Letter => ({
  ...draft,
  blocks: draft.blocks.flatMap((part) => (part.type === "enumeration" ? tellEach(part) : [part])),
});

function tell({ entries, elsewhere, atMost }: Enumeration, room: number, locale: Locale): Block[] {
  const [named, left] = takeWhileFits(entries.slice(0, atMost), room, (entry) => htmlBytes([list([entry.line])]));
  if (named.length < entries.length) return [...elsewhere, ...lines(named, entries.length - named.length, locale)];
  const { told, isCut, rest } = tellInFull(entries, left, locale);
  const isWhole = !isCut && rest.every(({ full }) => full === undefined);
  return [...told, ...(isWhole ? [] : elsewhere), ...lines(rest, 0, locale)];
}

/** Tells the first entries in full; the one that the room ends at by as many rows of its table as fit. */
function tellInFull(entries: Entry[], room: number, locale: Locale) {
  const told: Block[] = [];
  let left = room;
  for (const [index, { full }] of entries.entries()) {
    const blocks = full?.();
    const needed = htmlBytes(blocks ?? []);
    if (!blocks || needed > left) {
      const begun = blocks ? cutShort(blocks, left, locale) : [];
      const isCut = begun.length > 0;
      return { told: [...told, ...begun], isCut, rest: entries.slice(isCut ? index + 1 : index) };
    }
    told.push(...blocks);
    left -= needed;
  }
  return { told, isCut: false, rest: [] };
}

/** As many rows of a table as fit, and how many are missing; nothing where not one does, or it is no table. */
function cutShort([table]: Block[], room: number, locale: Locale): Block[] {
  if (table?.type !== "table") return [];
  const rest = (n: number) => paragraph(wordsFor(locale).mail.tooLong.rows(n));
  const withRows = (rows: Table["rows"]): Table => ({ ...table, rows });
  const own = htmlBytes([withRows([]), rest(table.rows.length)]);
  const [rows] = takeWhileFits(table.rows, room - own, (row) => htmlBytes([withRows([row])]));
  return rows.length === 0 ? [] : [withRows(rows), rest(table.rows.length - rows.length)];
}

/** A line for each entry, and how many there are besides. */
function lines(entries: readonly Entry[], others: number, locale: Locale): Block[] {
  const items = entries.map(({ line }) => line);
  if (others > 0) items.push(wordsFor(locale).mail.tooLong.others(others));
  return items.length > 0 ? [list(items)] : [];
}

/** The first of some things that fit together, and the room that is left. */
function takeWhileFits<Thing>(things: Thing[], room: number, bytes: (thing: Thing) => number): [Thing[], left: number] {
  let left = room;
  const end = things.findIndex((thing) => {
    const needed = bytes(thing);
    if (needed > left) return true;
    left -= needed;
    return false;
  });
  return [end < 0 ? things : things.slice(0, end), left];
}
