import { escaped } from "../values/markup.ts";
import type { Picture } from "./png.ts";
import { keptPlace, referredIn, SHAPES } from "./svg-allowed.ts";
import { type Kept, readSvg } from "./svg-read.ts";
import { looksOf, readSheet, type Sheet } from "./svg-style.ts";

/** What a browser draws at most: what is used again and again counts each time. */
const MOST_DRAWN = 20_000;

const MANY = `must not draw more than ${MOST_DRAWN} shapes, or refer to itself`;

/**
 * An SVG image made anew of what is harmless in it: shapes, their looks as attributes, and what they refer to within. There is
 * no script, no style, no address, no entity and no comment in it, whatever was in the one that is given. Gives a reason, in
 * the words of the API, where nothing can be made of it; `mostBytes` is of what is made.
 */
export function cleanSvg(text: string, mostBytes: number): Picture | string {
  const read = readSvg(text);
  if (typeof read === "string") return read;
  const { root, removed } = read;
  const sheet = readSheet(read.sheet);
  if (sheet === null) return "has too many rules of style";
  const size = sizeOf(root.places);
  if (size === null) return "must have a viewBox, or a width and a height in pixels";
  for (const [name, value] of Object.entries(size)) root.places.set(name, String(value));

  const written = write(root, sheet, mostBytes);
  if (written === null) return "is too long once its styles stand where they apply";
  if (!written.draws) return "draws nothing but what cannot be kept";
  if (!isBounded(root, written.refers)) return MANY;
  const bytes = new TextEncoder().encode(written.text);
  const { width, height } = size;
  return { width: Math.ceil(width), height: Math.ceil(height), bytes, removed: [...removed].sort().slice(0, 50) };
}

/** How large an image is, in pixels; null where it does not say. Larger than a screen is only its unit. */
function sizeOf(places: Kept["places"]): { viewBox: string; width: number; height: number } | null {
  const number = (text = "") => (/^\s*\d{1,6}(\.\d{1,10})?(px)?\s*$/.test(text) ? Number.parseFloat(text) : 0);
  const box = (places.get("viewBox") ?? "").trim().split(/[\s,]+/);
  const [x, y, across, down] = box.map((part) => (/^-?[\d.e+-]{1,20}$/i.test(part) ? Number(part) : Number.NaN));
  const isBox = [x, y, across, down].every((part) => part !== undefined && Number.isFinite(part));
  const [width, height] = isBox
    ? [across ?? 0, down ?? 0]
    : [number(places.get("width")), number(places.get("height"))];
  if (!(width > 0 && height > 0 && width < 1e6 && height < 1e6)) return null;
  const scale = Math.min(1, 2000 / Math.max(width, height));
  const viewBox = isBox ? `${x} ${y} ${width} ${height}` : `0 0 ${width} ${height}`;
  return { viewBox, width: width * scale, height: height * scale };
}

const XMLNS = 'xmlns="http://www.w3.org/2000/svg"';

/** The image as text, and to which ids each element refers; null where it is longer than may be. */
function write(root: Kept, sheet: Sheet, mostBytes: number) {
  const parts: string[] = [];
  const refers = new Map<Kept, string[]>();
  const ids = new Set<string>();
  let left = mostBytes;
  let draws = false;
  const put = (part: string) => {
    left -= Buffer.byteLength(part);
    if (left >= 0) parts.push(part);
  };
  const element = (each: Kept): void => {
    const looks = looksOf(each, sheet);
    const referred = [...looks.values()].flatMap((value) => referredIn(value) ?? []);
    refers.set(each, each.href === null ? referred : [...referred, each.href]);
    draws ||= SHAPES.has(each.name);
    put(`<${each.name}${each === root ? ` ${XMLNS}` : ""}`);
    for (const [name, value] of [...each.places, ...looks]) {
      const harmless = name === "id" ? idOf(value, ids) : looks.has(name) ? value : keptPlace(value);
      if (harmless === null) each.places.delete(name);
      else put(` ${name}="${escaped(harmless)}"`);
    }
    if (each.href !== null) put(` href="#${each.href}"`);
    put(">");
    for (const child of each.children) {
      if (left < 0) return;
      if (typeof child === "string") put(escaped(child));
      else element(child);
    }
    put(`</${each.name}>`);
  };
  element(root);
  return left < 0 ? null : { text: parts.join(""), refers, draws };
}

/** An id that is the first of its name. */
function idOf(value: string, ids: Set<string>): string | null {
  if (!/^[\w.:-]{1,100}$/.test(value) || ids.has(value)) return null;
  ids.add(value);
  return value;
}

/** Whether a browser ends drawing it soon: few elements that use each other can be billions, or endless. */
function isBounded(root: Kept, refers: Map<Kept, string[]>): boolean {
  const byId = new Map(
    [...refers.keys()].flatMap((each) => (each.places.has("id") ? [[each.places.get("id"), each]] : [])),
  );
  const known = new Map<Kept, number>();
  const drawn = (each: Kept): number => {
    const before = known.get(each);
    if (before !== undefined) return before;
    // Until it is counted, whatever refers to it refers to itself.
    known.set(each, Number.POSITIVE_INFINITY);
    let count = 1;
    for (const child of each.children) if (typeof child !== "string") count += drawn(child);
    for (const id of refers.get(each) ?? []) {
      const other = byId.get(id);
      if (other) count += drawn(other as Kept);
    }
    known.set(each, count);
    return count;
  };
  return drawn(root) <= MOST_DRAWN;
}
