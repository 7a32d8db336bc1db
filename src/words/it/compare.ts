import type { Dictionary } from "../dictionary.ts";
import { del, il } from "./names.ts";
import { count } from "./plural.ts";

export const compare: Dictionary["compare"] = {
  title: "Confronta due date",
  lead: "Che cosa differisce tra gli elenchi di due date.",
  between: (from, to) => `Che cosa differisce tra ${il(from)} e ${il(to)}`,
  from: "Dal",
  to: "Al",
  none: "Gli elenchi delle due date sono uguali.",
  instead: (from, to) => `Qui sono confrontati gli elenchi ${del(from)} e ${del(to)}.`,
  noneBetween: (from, to) => `Gli elenchi ${del(from)} e ${del(to)} sono uguali.`,
  cannot: "Gli elenchi di queste date non possono quindi essere confrontati.",
  announcedSoFar: "La seconda data è futura: l’elenco corrisponde a quanto annunciato finora.",
  by: "Con:",
  others: (n) => `${count(n, "altra voce differisce", "altre voci differiscono")}:`,
};
