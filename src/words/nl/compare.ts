import type { Dictionary } from "../dictionary.ts";
import { count } from "./plural.ts";

export const compare: Dictionary["compare"] = {
  title: "Twee data vergelijken",
  lead: "Waarin de lijsten van twee data verschillen.",
  between: (from, to) => `Verschillen tussen ${from} en ${to}`,
  from: "Van",
  to: "Tot",
  none: "De lijsten van beide data zijn gelijk.",
  instead: (from, to) => `Vergeleken worden hier de lijsten van ${from} en ${to}.`,
  noneBetween: (from, to) => `De lijsten van ${from} en ${to} zijn gelijk.`,
  cannot: "De lijsten van deze data kunnen daarom niet worden vergeleken.",
  announcedSoFar: "De latere datum moet nog komen: getoond wordt wat tot nu toe is aangekondigd.",
  by: "Door:",
  others: (n) => `${count(n, "andere vermelding verschilt", "andere vermeldingen verschillen")}:`,
};
