import type { Dictionary } from "../dictionary.ts";
import { il } from "./names.ts";
import { count } from "./plural.ts";

export const compare: Dictionary["compare"] = {
  title: "Confronta due date",
  lead: "Che cosa differisce tra gli elenchi di due date.",
  between: (from, to) => `Che cosa differisce tra ${il(from)} e ${il(to)}`,
  from: "Dal",
  to: "Al",
  none: "Gli elenchi delle due date sono uguali.",
  announcedSoFar: "La seconda data è futura: l’elenco corrisponde a quanto annunciato finora.",
  by: "Con:",
  others: (n) => `${count(n, "altra voce differisce", "altre voci differiscono")}:`,
};
