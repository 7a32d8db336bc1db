import type { Dictionary } from "../../dictionary.ts";
import { dal } from "../names.ts";

const saying = (label: string, is: string | null, was: string | null): string => {
  if (is === null) return `il nostro elenco non indica più la nostra ${label} (in precedenza ${was})`;
  return `la nostra ${label} è ora ${is} (${was === null ? "prima non indicata" : `in precedenza ${was}`})`;
};

export const publisher: Dictionary["publisher"] = {
  // Both feminine, as `saying` takes them.
  name: "denominazione",
  legalName: "denominazione sociale",
  sentence: saying,
  lead: (date) => `Il nostro elenco di fornitori indica diversamente, ${dal(date)}, chi lo pubblica:`,
  sameNumber: (number) => `Il numero di registrazione è lo stesso, ${number}: si tratta della stessa società.`,
  otherNumber: (is, was) => `Anche il numero di registrazione è cambiato: ${is} (in precedenza ${was}).`,
  unchanged: "Nessuna voce dell’elenco cambia per questo motivo.",
  why: (organisation) =>
    `Riceve questo messaggio perché questo indirizzo segue l’elenco di fornitori di ${organisation} o è un contatto di uno dei suoi clienti.`,
};
