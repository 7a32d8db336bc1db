import type { Dictionary } from "../../dictionary.ts";

export const signInMails: Dictionary["signInMails"] = {
  signIn: {
    sentence: "il Suo link di accesso",
    preheader: (minutes) =>
      `Funziona una sola volta, entro ${minutes} minuti. Se non lo ha richiesto, ignori questo messaggio.`,
    lead: (organisation) =>
      `Qualcuno ha chiesto, con questo indirizzo, di accedere alla console in cui ${organisation} tiene il proprio elenco di fornitori. Se è stato Lei, acceda con questo link:`,
    button: "Accedere",
    validFor: (minutes) =>
      `Il link apre una pagina con un solo pulsante. Funziona una sola volta, entro ${minutes} minuti dalla richiesta.`,
    otherwise:
      "Se non è stato Lei, ignori questo messaggio: senza di esso nessuno può accedere. La preghiamo inoltre di non inoltrarlo.",
    why: (organisation) =>
      `Riceve questo messaggio perché questo indirizzo è di una persona che lavora all’elenco di fornitori di ${organisation}.`,
  },
  address: {
    sentence: "confermi il Suo indirizzo e-mail",
    preheader: "Funziona una sola volta, entro un’ora, nel browser in cui ha effettuato l’accesso.",
    lead: (organisation) =>
      `Una persona che lavora all’elenco di fornitori di ${organisation} ha indicato questo indirizzo come proprio. Se è stato Lei, lo confermi:`,
    button: "Confermare l’indirizzo",
    where:
      "Il link apre una pagina con un solo pulsante. Funziona una sola volta, entro un’ora, nel browser in cui ha effettuato l’accesso. Da allora i Suoi link di accesso arrivano a questo indirizzo.",
    otherwise: "Se non è stato Lei, ignori questo messaggio: senza di Lei non cambia nulla.",
    why: (organisation) =>
      `Abbiamo inviato questo messaggio perché questo indirizzo è stato inserito nella console di ${organisation}.`,
  },
  addressChanged: {
    sentence: "i Suoi link di accesso arrivano a un altro indirizzo",
    lead: (organisation, date) =>
      `In data ${date} è stato confermato un altro indirizzo per il Suo utente nella console di ${organisation}. I link di accesso e i messaggi a Lei destinati arrivano d’ora in poi a quell’indirizzo; le altre sessioni sono state chiuse.`,
    otherwise: "Se non è stato Lei, avvisi subito una persona che amministra l’elenco.",
    why: (organisation) =>
      `Riceve questo messaggio perché questo indirizzo era di una persona che lavora all’elenco di fornitori di ${organisation}.`,
  },
  invitation: {
    sentence: "invito a lavorare al nostro elenco di fornitori",
    preheader: (organisation) => `Come accedere alla console di ${organisation}.`,
    lead: (organisation, by) =>
      `${by ?? "Chi la amministra"} Le ha inviato un invito alla console in cui ${organisation} tiene l’elenco dei fornitori che trattano dati personali e informa i propri clienti prima che tale elenco cambi.`,
    role: {
      read: "Potrà consultarvi l’elenco, le sue modifiche e le risposte.",
      write: "Potrà consultarvi l’elenco, le sue modifiche e le risposte, e preparare bozze di modifiche.",
      announce:
        "Potrà consultarvi l’elenco, le sue modifiche e le risposte, preparare bozze di modifiche, approvarle e annunciarle.",
      admin: "Potrà compiervi ogni operazione e stabilire che cosa possono fare altre persone.",
    },
    validFor: (hours) =>
      `Il link apre una pagina con un solo pulsante. Funziona una sola volta, entro ${hours} ore. In seguito potrà richiederne uno nuovo, con questo indirizzo:`,
    another: "Richiedere un link di accesso",
    otherwise:
      "Se non si aspettava questo messaggio, lo ignori. La preghiamo inoltre di non inoltrarlo: il link è personale.",
    why: (organisation) =>
      `Abbiamo inviato questo messaggio perché una persona che amministra l’elenco di fornitori di ${organisation} ha inserito questo indirizzo.`,
  },
};

export const testMail: Dictionary["testMail"] = {
  subject: (subject) => `[Prova] ${subject}`,
  notice:
    "Questa è una prova, inviata soltanto a Lei: un messaggio come lo riceverebbero i destinatari. Nessuno viene informato di nulla, e i link che contiene mostrano ciò che vedrebbero i destinatari.",
  pageToCome:
    "La modifica non è ancora annunciata e non ha una pagina pubblica: il link che la riguarda porta, nella console, a quella pagina come sarà.",
};
