import type { Dictionary } from "../dictionary.ts";
import { al, del, il, to, toContractOf } from "./names.ts";

const changing = (number: number, vendors: string) => `modifica ${number} (${vendors})`;

export const answers: Dictionary["answers"] = {
  kinds: {
    acknowledged: "Presa d’atto",
    approved: "Autorizzazione",
    asked: "Domanda",
    objected: "Opposizione",
  },
  outcomes: {
    withdrawn: "Come ci ha comunicato, ritira la Sua opposizione",
    alternative: "È stata trovata un’alternativa",
    exempted: "La modifica non Le si applica",
    terminated: "Il contratto cessa",
    rejected: "La modifica resta come annunciata",
    answered: "La Sua domanda ha ricevuto risposta",
  },
  yourAnswer: "La Sua risposta",
  theAnswer: "La risposta",
  theWords: "Nelle parole della società",
  channels: {
    post: "per posta",
    email: "per e-mail",
    phone: "per telefono",
    meeting: "in un incontro",
    other: "per altra via",
  },
  cameBy: (channel, date) => `pervenuta ${channel} ${il(date)}, registrata da noi`,
  waiting: (organisation) =>
    `Questa autorizzazione è registrata, ma non ha ancora valore: è stata una persona informata prima di Lei a indicarLa. Avrà valore quando ${organisation}, o tale persona, avrà confermato che Lei risponde per questa società.`,
  superseded: {
    objected: (date) => `Non ha valore, a causa di un’opposizione ${del(date)}.`,
    other: (date) => `Non ha più valore: ${il(date)} è stata data un’altra risposta.`,
  },
  behalf: "Per conto di",
  recordedOn: "Data di registrazione",
  written: "Che cosa ha scritto",
  approvalNeeded: (customers, vendors) =>
    `In base ${toContractOf(customers)}, è necessaria la Sua autorizzazione${vendors === null ? "" : ` per ciò che cambia riguardo ${to(vendors)}`}.`,
  approvalMissing: "Manca ancora la Sua autorizzazione.",
  until: (date) => `Può cambiare la risposta fino ${al(date)}.`,
  late: "tardiva",
  calendarLink: "Le date per il Suo calendario (.ics)",

  page: {
    title: (number) => `La Sua risposta alla modifica ${number}`,
    company: "Società",
    details: "La modifica in dettaglio",
    saved: "La Sua risposta è registrata. Le stiamo inviando una ricevuta.",
    decided: (outcome) => `Decisione: ${outcome}.`,
    over: (date) => `L’ultimo giorno per opporsi era ${il(date)}. Una risposta data ora è registrata come tardiva.`,
    overButApproval: (date) =>
      `L’ultimo giorno per opporsi era ${il(date)}. La Sua autorizzazione è attesa finché non la darà; ogni altra risposta data ora è registrata come tardiva.`,
    nothingToDo: "Nessuno attende una Sua risposta: non deve fare nulla. Può comunque rispondere.",
    exempted: (customer, date) =>
      `Questa modifica non si applica ${to(customer)}: così è stato deciso ${il(date)}. Non vi è più nulla a cui opporsi, né un termine da rispettare; può comunque porre una domanda in qualsiasi momento.`,
    withdrawn: "Questa modifica è stata ritirata e non si applica. Non vi è più nulla a cui rispondere.",
    choices: {
      acknowledged: "Ne prendiamo atto",
      approved: "Autorizziamo la modifica",
      asked: "Abbiamo una domanda",
      objected: "Ci opponiamo",
    },
    notAnApproval: "Ne prendiamo atto (questa non è un’autorizzazione)",
    takesBack: "Ha già dato la Sua autorizzazione. Se invece si limita a prenderne atto o si oppone, la revoca.",
    customerUntil: (date) => `ultimo giorno per opporsi: ${date}`,
    customerOver: (date) => `ultimo giorno per opporsi: ${date}; una risposta data ora è tardiva`,
    customerApproval: "è necessaria la sua autorizzazione",
    followerBehalf: "Per conto di (facoltativo)",
    followerBehalfHint: "La società per la quale risponde.",
    text: "Le Sue parole",
    textHint:
      "Necessarie per una domanda. In caso di opposizione, una motivazione aiuta a trovare una soluzione; questo modulo non la richiede. Al massimo 5.000 caratteri.",
    send: "Invia la risposta",
    change: "Cambia la risposta",
    wrongTitle: "Controlli la risposta",
    wrong: {
      kind: "Scelga una delle risposte.",
      text: "Scriva la domanda: al massimo 5.000 caratteri, senza caratteri nascosti o di controllo. Lo stesso vale per quanto aggiunge a un’opposizione.",
      customer: "Scelga per conto di chi risponde.",
      onBehalfOf: "Non può essere il nome di una società: al massimo 200 caratteri su una riga.",
    },
    tooOften: "Troppe risposte in un solo giorno. Vale l’ultima registrata; riprovi domani.",
  },

  calendar: {
    lastDayForAll: (number, vendors) =>
      `ultimo giorno in cui i clienti possono opporsi alla modifica ${number} (${vendors}), salvo diverso accordo`,
    lastDay: (number, vendors, customer) =>
      `ultimo giorno per opporsi alla modifica ${number} (${vendors})${customer ? ` – ${customer}` : ""}`,
    effective: {
      from: (number, vendors) => `la ${changing(number, vendors)} ha effetto`,
      earliest: (number, vendors) => `la ${changing(number, vendors)} ha effetto non prima di questo giorno`,
      heldUp: (number, vendors) =>
        `la ${changing(number, vendors)} era prevista per questo giorno: in attesa dell’autorizzazione dei clienti o della definizione di opposizioni`,
      since: (number, vendors) => `la ${changing(number, vendors)} è entrata in vigore`,
    },
  },
};
