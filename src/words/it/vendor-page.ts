import type { Dictionary } from "../dictionary.ts";
import { al, dal, del, il } from "./names.ts";

export const vendorPage: Dictionary["vendorPage"] = {
  description: (vendor, organisation) =>
    `Che cosa fa ${vendor} per ${organisation}: con quali dati, dove, con quale strumento di trasferimento, e che cosa è cambiato.`,
  entry: {
    listed: "Che cosa è indicato",
    left: "Ultima voce nell’elenco",
    coming: "Che cosa è annunciato",
  },
  listedAs: (date) => `Voce invariata ${dal(date)}.`,
  past: (name, date) => `Questo è quanto l’elenco indicava su ${name} ${il(date)}.`,
  future: (name, date) =>
    `Questo è quanto l’elenco indicherà su ${name} ${il(date)}, in base a quanto annunciato finora.`,
  notListedOn: (name, date) => `${name} non figura nell’elenco ${del(date)}.`,
  left: (name, date) => `${name} non figura più nell’elenco ${dal(date)}.`,
  notYet: (name) => `${name} non figura ancora nell’elenco: il suo inserimento è annunciato.`,
  never: (name) => `${name} non figura nell’elenco: quanto annunciato al riguardo è stato ritirato.`,
  asOf: (date) => `La voce ${al(date)}`,
  otherDate: "Un’altra data",
};
