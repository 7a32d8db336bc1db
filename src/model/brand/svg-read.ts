import sax from "sax";
import { ELEMENTS, GROUPS, LOOKS, PLACES, REFERRING, TEXTS, UNTOLD } from "./svg-allowed.ts";

/** An element as it is kept: all of it is on the list of what may stay, or is taken for what it looks like later. */
export type Kept = {
  name: string;
  /** What says where it is; its looks stand apart. */
  places: Map<string, string>;
  looks: Map<string, string>;
  /** What a style sheet may name it by, and its own style. */
  classes: string[];
  style: string;
  /** The id of what it continues. */
  href: string | null;
  children: (Kept | string)[];
};

export type ReadSvg = { root: Kept; sheet: string; removed: Set<string> };

// An image is bounded before it is read; a path may be as long as that.
sax.MAX_BUFFER_LENGTH = Number.POSITIVE_INFINITY;

const SVG = "http://www.w3.org/2000/svg";

/** No image that a person drew is deeper, or has more elements. */
const DEEPEST = 64;
const MOST_ELEMENTS = 5000;

/**
 * Reads an SVG image: what of it is on the list of what may stay, its style sheets, and the names of what was left out.
 * Gives a reason, in the words of the API, for what is no well-formed XML, no SVG, or more than anybody draws.
 */
export function readSvg(text: string): ReadSvg | string {
  const parser = sax.parser(true, { xmlns: true, strictEntities: true });
  const removed = new Set<string>();
  let root: Kept | null = null;
  let sheet = "";
  let wrong: string | null = null;
  let elements = 0;
  /** Where we are: null is what is left out, with all that is in it. */
  const open: (Kept | "sheet" | null)[] = [];
  const fail = (reason: string) => {
    wrong ??= reason;
  };

  parser.onerror = () => {
    fail(`is no well-formed SVG, in line ${parser.line + 1}`);
    throw new Stopped();
  };
  parser.ondoctype = (declared) => {
    if (/[[\]]|<!/.test(declared)) fail("must not declare entities, in its DOCTYPE");
  };
  parser.onopentag = ({ local, prefix, uri, attributes }) => {
    elements += 1;
    if (elements > MOST_ELEMENTS || open.length >= DEEPEST) fail(`must not have more than ${MOST_ELEMENTS} elements`);
    if (wrong !== null) throw new Stopped();
    const isSvg = uri === SVG && prefix === "";
    const around = open.at(-1);
    if (open.length === 0) {
      if (!isSvg || local !== "svg") {
        fail('must be an <svg> with xmlns="http://www.w3.org/2000/svg"');
        throw new Stopped();
      }
    }
    if (around === null || around === "sheet") {
      open.push(null);
      return;
    }
    if (isSvg && local === "style") {
      open.push("sheet");
      return;
    }
    const name = GROUPS.has(local) ? "g" : local;
    if (!isSvg || !ELEMENTS.has(name)) {
      if (isSvg && !UNTOLD.has(local)) removed.add(local.slice(0, 60));
      open.push(null);
      return;
    }
    const kept = keptElement(name, Object.values(attributes), removed);
    if (around) around.children.push(kept);
    else root = kept;
    open.push(kept);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  const take = (part: string) => {
    const around = open.at(-1);
    if (around === "sheet") sheet += part;
    else if (around && TEXTS.has(around.name)) around.children.push(part);
  };
  parser.ontext = take;
  parser.oncdata = take;

  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  }
  if (wrong !== null) return wrong;
  return root ? { root, sheet, removed } : "is no well-formed SVG, in line 1";
}

/** Thrown out of the parser, which would go on after a fault. */
class Stopped extends Error {}

type Attribute = { local: string; prefix: string; value: string };

function keptElement(name: string, attributes: readonly Attribute[], removed: Set<string>): Kept {
  const kept: Kept = { name, places: new Map(), looks: new Map(), classes: [], style: "", href: null, children: [] };
  for (const { local, prefix, value } of attributes) {
    const isHref = local === "href" && (prefix === "" || prefix === "xlink");
    if (isHref && REFERRING.has(name)) {
      kept.href = /^#([\w.:-]{1,100})$/.exec(value.trim())?.[1] ?? null;
      if (kept.href === null) removed.add("href");
    } else if (isHref) removed.add("href");
    else if (prefix !== "" || local === "xmlns") continue;
    else if (local === "class") kept.classes.push(...value.split(/\s+/).slice(0, 20));
    else if (local === "style") kept.style = value;
    else if (LOOKS.has(local)) kept.looks.set(local, value);
    else if (PLACES.has(local)) kept.places.set(local, value);
    else if (!UNTOLD.has(local) && !local.startsWith("data-")) removed.add(local.slice(0, 60));
  }
  return kept;
}
