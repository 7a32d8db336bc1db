/** What is kept of an SVG image: shapes, their colours, and what they refer to within the image. All else is left out. */

/** Elements that are kept. */
export const ELEMENTS = new Set(
  "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop clipPath mask".split(
    " ",
  ),
);

/** Elements of which what is in them is kept, as in a group. */
export const GROUPS = new Set(["a", "switch"]);

/** Elements that draw something. */
export const SHAPES = new Set("path rect circle ellipse line polyline polygon text use".split(" "));

/** Elements that hold text. */
export const TEXTS = new Set(["text", "tspan"]);

/** Elements that may continue another of the image by `href`. */
export const REFERRING = new Set(["use", "linearGradient", "radialGradient"]);

/** Attributes that say how something looks: they may stand in a style as well. */
export const LOOKS = new Set(
  (
    "fill fill-opacity fill-rule stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit " +
    "stroke-opacity stroke-width opacity clip-path clip-rule mask color stop-color stop-opacity display visibility font-family " +
    "font-size font-weight font-style font-stretch letter-spacing word-spacing text-anchor text-decoration dominant-baseline " +
    "alignment-baseline baseline-shift paint-order vector-effect shape-rendering text-rendering"
  ).split(" "),
);

/** Attributes that say what something is, and where. */
export const PLACES = new Set(
  (
    "id d x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height viewBox preserveAspectRatio points transform gradientTransform " +
    "gradientUnits spreadMethod clipPathUnits maskUnits maskContentUnits offset dx dy rotate textLength lengthAdjust pathLength"
  ).split(" "),
);

/** What says nothing of how an image looks: that it is left out is told to nobody. */
export const UNTOLD = new Set(
  "title desc metadata style version class baseProfile enable-background overflow".split(" "),
);

const FUNCTIONS = new Set("rgb rgba hsl hsla matrix translate scale rotate skewX skewY".split(" "));

/** Names that a style may have for a value are short; a path may be as long as the image. */
const LONGEST_LOOK = 300;

/** The id that a value within an image refers to, by `url(#id)`; null where it does not. */
export const referredIn = (value: string): string | null =>
  /^url\(\s*["']?#([\w.:-]{1,100})["']?\s*\)/.exec(value)?.[1] ?? null;

/** The value of a look as it is kept; null where it may be more than a colour, a number, a name or a reference within. */
export function keptLook(value: string): string | null {
  const text = value.replace(/!\s*important$/i, "").trim();
  const referred = referredIn(text);
  if (referred !== null) return `url(#${referred})`;
  return text.length <= LONGEST_LOOK ? keptPlace(text) : null;
}

/** The same of what says where something is. Whatever it calls by a name before a bracket is a colour or a movement. */
export function keptPlace(value: string): string | null {
  const text = value.trim();
  if (text === "" || !/^[\p{L}\p{N}\s_.,#%+\-'"()]*$/u.test(text)) return null;
  // Of what stands before a bracket the end is enough: no name that is known is longer.
  const called = text.split("(").slice(0, -1);
  return called.every((before) => FUNCTIONS.has(/[^\s(),]*$/.exec(before.trimEnd().slice(-20))?.[0] ?? ""))
    ? text
    : null;
}
