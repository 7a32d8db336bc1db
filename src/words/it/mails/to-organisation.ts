import type { Dictionary } from "../../dictionary.ts";
import { dal, del, il, perIl, to } from "../names.ts";

const ofThese = (count: number) => (count === 1 ? "di questo cliente" : "di questi clienti");

export const toOrganisation: Dictionary["toOrganisation"] = {
  answer: {
    sentences: {
      acknowledged: (who, number) => `${who} ha preso atto della modifica ${number}`,
      approved: (who, number) => `${who} autorizza la modifica ${number}`,
      asked: (who, number) => `${who} pone una domanda sulla modifica ${number}`,
      objected: (who, number) => `${who} si oppone alla modifica ${number}`,
    },
    changed: (who, number) => `${who} ha cambiato la risposta alla modifica ${number}`,
    follower: "una persona che segue l’elenco",
    unverified: (name) => `${name} (come dichiarato, non verificato)`,
    leads: {
      acknowledged: "È pervenuta una risposta:",
      approved: "È pervenuta un’autorizzazione:",
      asked: "È pervenuta una domanda:",
      objected: "È pervenuta un’opposizione:",
    },
    leadChanged: "Una risposta è stata cambiata. Questo è quanto vale ora:",
    answer: "Risposta",
    before: "In precedenza",
    who: "Chi",
    customerId: "Cliente",
    received: "Data di ricezione",
    inTime: "nei termini",
    texts: {
      acknowledged: "Nelle sue parole",
      approved: "Nelle sue parole",
      asked: "La domanda",
      objected: "L’opposizione",
    },
    open: "Aprire questa risposta nella console",
    next: {
      acknowledged: null,
      approved: null,
      asked: "Risponda lì: le Sue parole saranno inviate per e-mail a chi ha posto la domanda.",
      objected: "Decida lì quale esito dare: la decisione sarà inviata per e-mail a chi si è opposto.",
    },
    does: {
      held: (vendors) =>
        `In base al contratto del cliente, l’opposizione sospende quanto annunciato riguardo ${to(vendors)}: non avrà effetto prima che Lei registri l’esito dell’opposizione o proceda senza di esso, sulla pagina della modifica, per un motivo che viene registrato.`,
      waiting: (vendors) =>
        `Di per sé, l’opposizione non sospende quanto annunciato riguardo ${to(vendors)}. Resta comunque in attesa: la pagina della modifica nella console indica di chi.`,
      coming: (vendors, date) =>
        `L’opposizione non sospende quanto annunciato riguardo ${to(vendors)}: avrà effetto ${dal(date)}, salvo che Lei lo rinvii o lo ritiri.`,
      done: (vendors, date) =>
        `Quanto annunciato riguardo ${to(vendors)} è in vigore ${dal(date)}; di per sé, l’opposizione non lo cambia.`,
      corrected: (vendors) =>
        `Quanto l’elenco indica riguardo ${to(vendors)} valeva già in precedenza; di per sé, l’opposizione non lo cambia.`,
      approval: (vendors) =>
        `In base al contratto del cliente, quanto annunciato riguardo ${to(vendors)} richiede anche la sua autorizzazione.`,
    },
    waiting:
      "Questa autorizzazione non ha ancora valore: un contatto ha indicato questa persona al proprio posto. Confermi che risponde per il cliente, o la rimuova dai suoi contatti.",
    preheader: (when, date) => `Ricezione ${del(date)}${when === null ? "" : `, ${when}`}.`,
  },
  answers: {
    sentence: (count) =>
      count === 1 ? "è pervenuta una risposta a una comunicazione" : `sono pervenute ${count} risposte a comunicazioni`,
    lead: (count) =>
      count === 1
        ? "Questa risposta è pervenuta senza che Le fosse segnalata allora:"
        : "Queste risposte sono pervenute senza che Le fossero segnalate una per una:",
    line: (who, kind, number) => `${who}: ${kind} (modifica ${number})`,
    more: (count) => (count === 1 ? "E 1 altra, indicata nella console." : `E altre ${count}, elencate nella console.`),
    open: "Tutte le risposte nella console",
    preheader: (count) =>
      count === 1 ? "Non Le è stata segnalata al suo arrivo." : "Non Le sono state segnalate una per una.",
  },
  deadline: {
    what: (number, vendors) => `modifica ${number}${vendors === null ? "" : ` (${vendors})`}`,
    sentences: {
      "last-day": (what, date) => `l’ultimo giorno per opporsi alla ${what} è ${il(date)}, e vi sono questioni aperte`,
      eve: (what, date) => `la ${what} deve avere effetto ${dal(date)}, e vi sono questioni aperte`,
      "eve-held": (what, date) =>
        `la ${what} non avrà effetto ${dal(date)}, salvo che ciò che attende sia definito entro allora`,
      "eve-in-part": (what, date) =>
        `la ${what} deve avere effetto ${dal(date)}; una parte non lo avrà, salvo che ciò che attende sia definito entro allora`,
      "in-force": (what, date) => `la ${what} è in vigore ${dal(date)}, e vi sono risposte aperte`,
      held: (what, date) => `la ${what} era prevista ${perIl(date)} ed è sospesa: vi sono questioni aperte`,
    },
    leads: {
      "last-day": (_, until) =>
        `Quanto segue non è definito, o non è autorizzato, e l’ultimo giorno per opporsi è vicino (${until}):`,
      eve: (what) =>
        `Quanto segue non è definito, o non è autorizzato, alla vigilia del giorno previsto per la ${what}:`,
      "in-force": (what) =>
        `Queste opposizioni o domande sono aperte benché la ${what} sia in vigore. Chi le ha presentate non ha ancora ricevuto una Sua decisione:`,
      held: (what) => `È giunto il giorno previsto per la ${what}. Non è in vigore, e quanto segue è aperto:`,
    },
    ofSome: (line, vendors) => `${line} (${vendors})`,
    response: (who, kind, date) => `${who}: ${kind} ${del(date)}`,
    settled: (line) => `${line} (nel frattempo definita)`,
    approval: (who) => `${who}: manca la sua autorizzazione`,
    next: {
      decide: "Decida nella console quale esito dare a un’opposizione, e risponda lì alle domande.",
      approve:
        "Soltanto il cliente può autorizzare; un’autorizzazione pervenuta per posta o per e-mail va inserita nella console.",
      goOn: "Per procedere prima occorre un motivo, che viene registrato, sulla pagina della modifica.",
    },
    preheader: (count) => (count === 1 ? "Una questione è aperta." : `${count} questioni sono aperte.`),
    open: "Le risposte aperte nella console",
  },
  paused: {
    sentence: "l’invio delle comunicazioni è stato sospeso",
    lead: (date, because) =>
      `In data ${date} il fornitore di posta ha rifiutato tutti i messaggi di questo registro: ${because}. Nulla è andato perduto, ma da allora comunicazioni, conferme e promemoria non sono stati inviati.`,
    arrived:
      "Che questo messaggio Le sia arrivato mostra che l’invio è ripreso. Ciò che ha dovuto attendere è inviato in ritardo.",
    next: "Verifichi se nel frattempo è giunto o trascorso un ultimo giorno per opporsi. Elimini la causa presso il fornitore, se non è stato fatto.",
    open: "Lo stato dell’invio, nella console",
    preheader: "Per un certo tempo le comunicazioni non sono state inviate.",
  },
  unreachable: {
    sentence: (count) =>
      count === 1
        ? "un cliente non può più essere informato delle modifiche"
        : `${count} clienti non possono più essere informati delle modifiche`,
    lead: (count) =>
      `Non si può scrivere ad alcun contatto ${ofThese(count)}: non ve ne è alcuno, oppure ciascuno ha annullato l’iscrizione o non è raggiungibile per e-mail.`,
    next: (count) =>
      count === 1
        ? "Le comunicazioni gli sono ancora dovute: indichi un altro contatto."
        : "Le comunicazioni sono loro ancora dovute: indichi un altro contatto per ciascuno.",
    open: "I clienti senza contatto, nella console",
    preheader: (count) =>
      count === 1 ? "Le comunicazioni gli sono ancora dovute." : "Le comunicazioni sono loro ancora dovute.",
  },
  contactLeft: {
    sentence: "un contatto di un cliente ha annullato l’iscrizione",
    lead: (count) => `Un contatto ${ofThese(count)} non desidera più ricevere messaggi:`,
    next: () =>
      "Altri contatti restano informati al suo posto. Non occorre indicare nessuno; se qualcuno deve subentrare, lo indichi.",
    open: "Di chi si tratta, nella console",
  },
  contactReplaced: {
    sentence: "un cliente ha un nuovo contatto",
    lead: (count) =>
      `Un contatto ${ofThese(count)} ha indicato al proprio posto una persona, che lo ha confermato e d’ora in poi è informata:`,
    next: () =>
      "Finché Lei, sulla pagina del cliente, o quel contatto non avrete confermato che questa persona risponde per il cliente, nessuna sua autorizzazione ha valore. Se non deve affatto essere informata, la rimuova dai contatti del cliente.",
    open: "Di chi si tratta, nella console",
  },
  contactVouched: {
    sentence: "un contatto ha confermato la persona indicata al proprio posto",
    lead: (count) =>
      `Un contatto ${ofThese(count)} ha confermato che la persona da lui indicata risponde al suo posto; d’ora in poi le autorizzazioni di tale persona hanno valore:`,
    next: (count) =>
      count === 1
        ? "Se questa persona non deve rispondere per questo cliente, la rimuova dai suoi contatti."
        : "Se questa persona non deve rispondere per questi clienti, la rimuova dai loro contatti.",
    open: "Di chi si tratta, nella console",
  },
  findings: {
    sentence: (count) => (count === 1 ? "un nuovo rilievo sull’elenco" : `${count} nuovi rilievi sull’elenco`),
    lead: "Qualcosa riguardo all’elenco pubblicato è cambiato senza un Suo intervento:",
    open: "Che cosa La attende, nella console",
    preheader: "Qualcosa riguardo all’elenco pubblicato è cambiato senza un Suo intervento.",
  },
  own: (organisation) => `Questo messaggio del registro di ${organisation} è diretto all’organizzazione stessa.`,
};
