import type { Dictionary } from "../dictionary.ts";
import { count } from "./plural.ts";

export const compare: Dictionary["compare"] = {
  title: "Comparer deux dates",
  lead: "Ce qui diffère entre les listes de deux dates.",
  between: (from, to) => `Ce qui diffère entre le ${from} et le ${to}`,
  from: "Du",
  to: "Au",
  none: "Les listes des deux dates disent la même chose.",
  instead: (from, to) => `Sont comparées ici les listes du ${from} et du ${to}.`,
  noneBetween: (from, to) => `Les listes du ${from} et du ${to} disent la même chose.`,
  cannot: "Les listes de ces dates ne peuvent donc pas être comparées.",
  announcedSoFar: "La seconde date est à venir\u00a0: la liste est celle de ce qui est annoncé à ce jour.",
  by: "Par\u00a0:",
  others: (n) => `${count(n, "autre inscription diffère", "autres inscriptions diffèrent")}\u00a0:`,
};
