import type { Dictionary } from "../../dictionary.ts";
import { dal, il, to, toContractOf } from "../names.ts";

export const rectification: Dictionary["rectification"] = {
  added: (name) => `rettifica del nostro elenco: ${name} mancava`,
  updated: (name) => `rettifica del nostro elenco: la voce di ${name} era errata`,
  removed: (name) => `rettifica del nostro elenco: ${name} non avrebbe dovuto figurarvi`,
  several: (count) => `rettifica del nostro elenco: ${count} voci erano errate`,
  lead: (several, date, since) =>
    `Il nostro elenco di fornitori era errato${since === null ? "" : ` ${dal(since)}`}; lo abbiamo rettificato ${il(date)}. Non si tratta di una modifica futura: quanto ${several ? "ora indicano queste voci" : "ora indica la voce"} valeva già in precedenza.`,
  wrong: "Che cosa era errato",
  said: "Che cosa indicava l’elenco, e che cosa indica ora",
  ask: "Può porre una domanda con il Suo link personale, senza account:",
  entry: {
    added: (name) => `${name} – mancava`,
    updated: (name) => `${name} – voce errata`,
    removed: (name) => `${name} – non avrebbe dovuto figurare nell’elenco`,
  },
  before: "L’elenco indicava",
  after: "Ora indica",
  corrected: "Che cosa abbiamo rettificato",
  facts: {
    on: "Data della rettifica",
    since: "Errato dal giorno",
    answer: "Può",
    anyTime: "opporsi, prendere atto o porre una domanda in qualsiasi momento: non è fissato un ultimo giorno",
    approval: "La Sua autorizzazione",
    notAsked: "il Suo contratto la prevede; non l’avevamo richiesta in precedenza",
  },
  notAsked: (customers, several) =>
    `In base ${toContractOf(customers)}, ${several ? "tali modifiche richiedono" : "una tale modifica richiede"} un’autorizzazione, che nessuna nostra comunicazione ha richiesto. Non Le chiediamo di autorizzare a posteriori, e il Suo silenzio non vale come autorizzazione: può opporsi o porre una domanda.`,
  examined: (customers) =>
    `${customers === null ? "Esaminiamo" : `Per ${customers}, esaminiamo`} ogni opposizione e Le comunichiamo l’esito. Di per sé non annulla quanto già vale; restano fermi i Suoi diritti in base al contratto.`,

  outcome: "L’elenco resta come lo abbiamo rettificato",
  follows: {
    exempted: (customer) =>
      `D’ora in poi quanto segue non si applica ${to(customer ?? "Lei")}. Il nostro elenco pubblico lo indica comunque, per altri:`,
    alternative:
      "Quanto concordato con Lei si applica in luogo di quanto indica l’elenco, nei limiti dell’accordo. Per il resto, l’elenco vale come lo abbiamo rettificato:",
    terminated: "Quanto ora indica l’elenco vale per Lei fino alla cessazione del Suo contratto:",
    rejected: "La nostra decisione lascia l’elenco come lo abbiamo rettificato.",
  },

  page: {
    title: "Rettifica dell’elenco",
    notice: "Questa è una rettifica dell’elenco: indica ciò che già valeva, e non annuncia alcuna modifica futura.",
    added: (names) => `Mancava: ${names}`,
    updated: (names) => `Voce errata: ${names}`,
    removed: (names) => `Non avrebbe dovuto figurare: ${names}`,
    kinds: { added: "Mancava", updated: "Errata", removed: "Non avrebbe dovuto figurare" },
    correctedOn: (date) => `rettificata ${il(date)}`,
    writeTo: ["Per porre una domanda o per opporsi, scriva a ", "."],
    subject: (number) => `Rettifica dell’elenco, modifica ${number}`,
  },
  calendar: (number, vendors) => `rettifica dell’elenco (modifica ${number}: ${vendors})`,
};
