import { contrast, mixed, READABLE, readableOn } from "../../model/brand/colour.ts";

/** Every colour on a light and on a dark screen (contrast: WCAG 2.2 AA in both), and on paper. */
const COLOURS = {
  ground: { light: "#ffffff", dark: "#13161b", paper: "#fff" },
  raised: { light: "#f6f7f9", dark: "#1b2027", paper: "#fff" },
  ink: { light: "#191d24", dark: "#e8eaed", paper: "#000" },
  muted: { light: "#566070", dark: "#a5afbb", paper: "#444" },
  line: { light: "#e1e5ea", dark: "#2d343d", paper: "#bbb" },
  edge: { light: "#7d8795", dark: "#76818f", paper: "#888" },
  accent: { light: "#1f4b8f", dark: "#93baff", paper: "#000" },
  "accent-hover": { light: "#173a70", dark: "#b5d0ff", paper: "#000" },
  "on-accent": { light: "#ffffff", dark: "#0c1a33", paper: "#fff" },
  warm: { light: "#fff9ec", dark: "#241d10", paper: "#fff" },
  "warm-line": { light: "#e8cf9c", dark: "#5d4b22", paper: "#888" },
  "warm-ink": { light: "#5f4300", dark: "#f0d9a4", paper: "#000" },
  added: { light: "#e4f4e8", dark: "#14311f", paper: "#fff" },
  "added-ink": { light: "#14532d", dark: "#b0e8c1", paper: "#000" },
  removed: { light: "#fbe9e7", dark: "#3a1a17", paper: "#fff" },
  "removed-ink": { light: "#84261b", dark: "#f6bdb5", paper: "#000" },
};

/** The colours where a page is read, as custom properties. */
export const coloursOn = (where: "light" | "dark" | "paper"): string =>
  Object.entries(COLOURS)
    .map(([name, colour]) => `--${name}: ${colour[where]};`)
    .join(" ");

/** What text in a colour of links may stand on. */
const GROUNDS = ["ground", "raised", "warm", "added", "removed"] as const;

export type Accents = Record<"accent" | "accent-hover" | "on-accent", string>;

/**
 * The colours of links and buttons that follow from one an organisation has chosen: it, or one near it that can be read on
 * every ground (WCAG 2.2, 1.4.3), and what stands on it.
 */
export function accentsOf(chosen: string, where: "light" | "dark"): Accents {
  const grounds = GROUNDS.map((name) => COLOURS[name][where]);
  const toward = where === "light" ? "#000000" : "#ffffff";
  const accent = readableOn(chosen, grounds, toward);
  const own = COLOURS["on-accent"][where];
  const onAccent = contrast(accent, own) >= READABLE ? own : where === "light" ? "#ffffff" : "#000000";
  return { accent, "accent-hover": mixed(accent, toward, 0.25), "on-accent": onAccent };
}
