import type { Dictionary } from "../dictionary.ts";
import { count } from "./plural.ts";

export const compare: Dictionary["compare"] = {
  title: "Zwei Zeitpunkte vergleichen",
  lead: "Worin sich die Listen zweier Tage unterscheiden.",
  between: (from, to) => `Unterschiede zwischen dem ${from} und dem ${to}`,
  from: "Vom",
  to: "Zum",
  none: "Die Listen beider Tage stimmen überein.",
  instead: (from, to) => `Verglichen werden hier die Listen vom ${from} und vom ${to}.`,
  noneBetween: (from, to) => `Die Listen vom ${from} und vom ${to} stimmen überein.`,
  cannot: "Die Listen dieser Tage lassen sich daher nicht vergleichen.",
  announcedSoFar: "Der spätere Tag steht noch bevor: Gezeigt wird, was bisher angekündigt ist.",
  by: "Durch:",
  others: (n) => `${count(n, "weiterer Eintrag unterscheidet sich", "weitere Einträge unterscheiden sich")}:`,
};
