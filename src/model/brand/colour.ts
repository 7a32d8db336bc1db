import { z } from "@hono/zod-openapi";

/** A colour as style guides write it, in sRGB: `#1f4b8f`, or `#14b` for `#1144bb`. */
export const Colour = z
  .string()
  .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, { error: "must be a colour such as #1f4b8f" })
  .transform((value) => (value.length === 4 ? value.replace(/[^#]/g, "$&$&") : value).toLowerCase())
  .openapi({ type: "string", pattern: "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$", example: "#1f4b8f" });

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** The relative luminance of a colour (WCAG 2.2), from 0 to 1. */
function luminance(colour: string): number {
  const linear = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = linear;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How far two colours are from each other (WCAG 2.2, contrast ratio), from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour with so much of another in it, from 0 to 1. */
export function mixed(colour: string, other: string, share: number): string {
  const others = channels(other);
  const mix = channels(colour).map((channel, at) => Math.round(channel + ((others[at] ?? 0) - channel) * share));
  return `#${mix.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** What text of normal size needs at least (WCAG 2.2, success criterion 1.4.3). */
export const READABLE = 4.5;

/**
 * The colour itself where text in it can be read on each of the grounds; else with as little black or white in it as makes it
 * so. On grounds that are light that is black, on dark ones white.
 */
export function readableOn(colour: string, grounds: readonly string[], toward: "#000000" | "#ffffff"): string {
  for (let share = 0; share < 100; share += 1) {
    const tried = mixed(colour, toward, share / 100);
    if (grounds.every((ground) => contrast(tried, ground) >= READABLE)) return tried;
  }
  return toward;
}
