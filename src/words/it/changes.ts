import type { Dictionary } from "../dictionary.ts";
import { al, dal, il } from "./names.ts";
import { count } from "./plural.ts";

export const changes: Dictionary["changes"] = {
  heading: "Che cosa è cambiato",
  title: "Modifiche",
  lead: (organisation) =>
    `Tutte le modifiche dell’elenco di ${organisation}: annunciate, in vigore e ritirate, dalla più recente. Nulla ne viene mai rimosso.`,
  all: "Tutte le modifiche",
  none: "Non è stata ancora annunciata alcuna modifica.",
  number: (number) => `Modifica ${number}`,
  firstPublished: "Prima pubblicazione",
  added: (names) => `Aggiunta: ${names}`,
  updated: (names) => `Modifica: ${names}`,
  replaced: (name, former) => `${name} sostituisce ${former}`,
  replaces: (former) => `Sostituisce ${former}`,
  sameCompany: (former) => `La stessa società, in precedenza ${former}`,
  removed: (names) => `Rimozione: ${names}`,
  newly: (field) => `${field} (aggiunta)`,
  noLonger: (field) => `${field} (rimozione)`,
  more: (n) => `e ${count(n, "altra differenza", "altre differenze")}`,
  others: (n) => count(n, "ulteriore", "ulteriori"),
  states: { draft: "Bozza", announced: "Annunciata", effective: "In vigore", withdrawn: "Ritirata" },
  // What stands around a day cannot see whether it takes "il" or "l’": after "giorno" it takes neither.
  when: {
    from: ["a partire dal giorno ", ""],
    earliest: ["non prima del giorno ", ""],
    heldUp: ["prevista per il giorno ", ", in attesa dell’approvazione dei clienti o della definizione di opposizioni"],
    since: ["dal giorno ", ""],
  },
  beginning: {
    from: ["a partire dal giorno ", ", in più date"],
    earliest: ["non prima del giorno ", ", in più date"],
    heldUp: ["prevista a partire dal giorno ", ", in più date"],
    since: ["dal giorno ", ", in parte"],
  },
  withdrawnOn: (date) => `ritirata ${il(date)}`,
  announcedOn: "Data dell’annuncio",
  announcedFor: "Annunciato per il",
  publishedOn: "Data di pubblicazione",
  effect: {
    from: "Decorrenza",
    earliest: "Decorrenza",
    heldUp: "In attesa dell’approvazione dei clienti o della definizione di opposizioni, era prevista per il giorno",
    since: "In vigore dal giorno",
  },
  wouldHaveTakenEffectOn: "Sarebbe entrata in vigore il giorno",
  lastDayToObject: "Ultimo giorno per opporsi",
  customersLastDay: "Ultimo giorno in cui i clienti possono opporsi, salvo diverso accordo",
  withdrawn: "Data del ritiro",
  waivedOn: "Per decisione motivata, non attende più i clienti dal giorno",
  why: "Perché",
  whyWithdrawn: "Perché è stata ritirata",
  emergency: "Perché prima del solito",
  weight: "Rilevanza",
  weights: {
    material: "Sostanziale: incide sui Suoi dati, e gli iscritti ne sono informati",
    informative: "Informativa: gli iscritti ne sono informati",
    editorial: "Redazionale: soltanto formulazioni, link, contatti o altri dettagli",
  },
  because: (weight) => `${weight}, perché:`,
  before: "Prima",
  after: "Dopo",
  withdrawnNotice: "Questa modifica è stata ritirata e non si applica.",
  partWithdrawn: (names) => `Ritirata, non si applica: ${names}. Il resto è in vigore.`,
  firstPublishedNotice: "Questo è l’elenco come è stato pubblicato qui per la prima volta.",
  rectifiedLater: (date, names) => [
    `L’elenco di questo giorno è stato rettificato in seguito, ${il(date)} (${names}): `,
    "",
  ],
  announcementCorrected: (date, names) => `L’annuncio è stato corretto ${il(date)}${names ? ` (${names})` : ""}:`,
  noDifference: "Nessun campo è diverso.",
  correction: "Correzione",
  postponement: "Rinvio",
  postponedTo: (date, vendors) => `${vendors}: rinvio ${al(date)}.`,
  objectUntil: (date) => `I clienti possono opporsi fino ${al(date)}, salvo diverso accordo.`,
  listOn: (date) => `L’intero elenco ${al(date)}`,

  coming: {
    heading: "Che cosa cambierà",
    objectBefore: (date) => [
      `Salvo che un contratto disponga diversamente, i clienti possono opporsi fino ${al(date)}; se Lei è cliente, vale la data indicata nella Sua comunicazione. Per opporsi, scriva a `,
      ": indichi quale modifica; non occorre motivarla.",
    ],
    objectElsewhere: (date, organisation) =>
      `Salvo che un contratto disponga diversamente, i clienti possono opporsi fino ${al(date)}; se Lei è cliente, vale la data indicata nella Sua comunicazione. Per opporsi, contatti ${organisation}.`,
    over: (date) => `Salvo che un contratto disponga diversamente, i clienti potevano opporsi fino ${al(date)}.`,
    subject: (number) => `Opposizione alla modifica ${number}`,
    emergency: "Prima del solito, perché:",
    details: (number) => `La modifica ${number} in dettaglio`,
  },

  recent: {
    heading: "In vigore da poco",
    since: (date) => `In vigore ${dal(date)}`,
  },
};
