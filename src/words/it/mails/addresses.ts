import type { Dictionary } from "../../dictionary.ts";

export const addressMails: Dictionary["addressMails"] = {
  confirmation: {
    sentence: "confermi di voler seguire il nostro elenco di fornitori",
    lead: (organisation) =>
      `Qualcuno ci ha chiesto di scrivere a questo indirizzo ogni volta che l’elenco di fornitori di ${organisation} sta per cambiare. Se è stato Lei, La preghiamo di confermarlo:`,
    button: "Confermare questo indirizzo",
    validFor: (hours) => `Il link apre una pagina con un solo pulsante. È valido per ${hours} ore.`,
    otherwise: "Se non è stato Lei, ignori questo messaggio. Senza conferma non cambia nulla.",
    preheader: (hours) => `Il link è valido per ${hours} ore. Se non è stato Lei, ignori questo messaggio.`,
  },
  invitation: {
    sentence: (customers) => `confermi di voler ricevere le comunicazioni per conto di ${customers}`,
    lead: (organisation, customers, by) =>
      `${by ?? "Un contatto finora informato"} ha indicato questo indirizzo perché riceva le comunicazioni, per conto di ${customers}, prima che ${organisation} cambi i fornitori che trattano dati personali.`,
    meaning: (organisation) =>
      `Dopo la Sua conferma, ${organisation} Le invierà le proprie comunicazioni, e da queste decorreranno i termini per opporsi a una modifica.`,
    button: "Confermare di voler ricevere le comunicazioni",
    otherwise: "Se ciò non è esatto, ignori questo messaggio. Senza conferma non cambia nulla.",
    why: (organisation) =>
      `Abbiamo inviato questo messaggio perché un contatto di un cliente di ${organisation} ha inserito questo indirizzo.`,
  },
  departure: {
    left: {
      sentence: (customers) => `non riceve più le comunicazioni per conto di ${customers}`,
      lead: (organisation, customers) =>
        `Con il link contenuto in un messaggio a questo indirizzo, qualcuno ha appena posto fine alle comunicazioni di ${organisation} che vi erano inviate per conto di ${customers}.`,
      meaning: () =>
        "Se è stato Lei, non deve fare nulla. Se non è stato Lei, o se è avvenuto per errore, annulli l’operazione qui:",
    },
    named: {
      sentence: (customers) => `un’altra persona è indicata al Suo posto per conto di ${customers}`,
      lead: (organisation, customers, other) =>
        `Con il link contenuto in un messaggio a questo indirizzo, ${other ?? "un altro indirizzo"} è stato indicato per ricevere al Suo posto le comunicazioni prima che ${organisation} cambi i fornitori che trattano dati personali di ${customers}.`,
      meaning: (organisation) =>
        `Se ciò è esatto, lo confermi qui: finché Lei o ${organisation} non lo avrete fatto, nessuna autorizzazione di tale persona ha valore. Se non è esatto, annulli l’operazione: Lei riceverà di nuovo le comunicazioni, e tale persona non le riceverà più.`,
    },
    button: "Confermare o annullare",
    preheader: "Se non è stato Lei, annulli l’operazione.",
    personal: "Questo link è personale. La preghiamo di non inoltrare questo messaggio.",
    why: (organisation) =>
      `Riceve questo messaggio una sola volta, perché questo indirizzo è un contatto di un cliente di ${organisation}.`,
  },
  alreadyFollowing: {
    sentence: "segue già il nostro elenco di fornitori",
    lead: (organisation) =>
      `Qualcuno ci ha chiesto di scrivere a questo indirizzo ogni volta che l’elenco di fornitori di ${organisation} sta per cambiare. Lei segue già l’elenco, e la richiesta non ha cambiato nulla.`,
    otherwise: "Se non è stato Lei, può ignorare questo messaggio.",
    preheader: "La Sua iscrizione è invariata.",
  },
};
