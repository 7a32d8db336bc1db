import type { Dictionary } from "../../dictionary.ts";
import { al, dal, del, il, perIl, putOffTo, to } from "../names.ts";

const several = (is: boolean, many: string, one: string) => (is ? many : one);

export const followUps: Dictionary["followUps"] = {
  announced: "Che cosa abbiamo annunciato",
  contact: (organisation, customers, isSeveral) => {
    const whose = isSeveral ? `clienti di ${organisation}` : `cliente di ${organisation}`;
    const who = customers === null ? `${isSeveral ? "di" : "di un"} ${whose}` : `di ${customers}, ${whose}`;
    return `Riceve questo messaggio perché questo indirizzo è un contatto ${who}.`;
  },
  lateAnswer: (date) => `È pervenuta dopo l’ultimo giorno per opporsi, ${il(date)}, ed è registrata come tardiva.`,
  receipt: {
    sentence: (number) => `abbiamo registrato la Sua risposta alla modifica ${number}`,
    lead: "Grazie. Questo è quanto abbiamo registrato:",
    entered: (channel, date) =>
      `Una risposta per conto della società di cui Lei è un contatto ci è pervenuta ${channel} ${il(date)}. Questo è quanto abbiamo registrato:`,
    enteredSentence: (number) => `abbiamo registrato una risposta per conto della Sua società alla modifica ${number}`,
    enteredNext:
      "Se nessuno nella Sua società ha dato questa risposta, o non in questi termini, risponda subito a questo messaggio.",
    personal:
      "Il link in questo messaggio è personale: chiunque lo abbia può rispondere a Suo nome. La preghiamo di non inoltrarlo.",
    does: {
      heading: "Effetti della Sua opposizione",
      held: (vendors) =>
        `La Sua opposizione sospende quanto abbiamo annunciato riguardo ${to(vendors)}: non avrà effetto prima che abbiamo deciso sull’opposizione.`,
      waiting: (vendors) =>
        `Di per sé, la Sua opposizione non sospende quanto abbiamo annunciato riguardo ${to(vendors)}; il giorno in cui avrà effetto non è ancora fissato.`,
      coming: (vendors, date) =>
        `Di per sé, la Sua opposizione non sospende quanto abbiamo annunciato riguardo ${to(vendors)}: avrà effetto ${dal(date)}, salvo nostra diversa comunicazione.`,
      done: (vendors, date) =>
        `Quanto abbiamo annunciato riguardo ${to(vendors)} è in vigore ${dal(date)}. Di per sé, la Sua opposizione non lo cambia.`,
      corrected: (vendors) =>
        `Quanto il nostro elenco indica riguardo ${to(vendors)} valeva già in precedenza. Di per sé, la Sua opposizione non lo cambia.`,
      approval: (vendors) =>
        `In base al Suo contratto, quanto abbiamo annunciato riguardo ${to(vendors)} richiede anche la Sua autorizzazione.`,
      next: "Esaminiamo la Sua opposizione e Le comunichiamo l’esito; restano fermi i Suoi diritti in base al contratto.",
      nextToFollower: "Esaminiamo la Sua opposizione e Le comunichiamo l’esito.",
    },
    button: "Vedere o cambiare la risposta",
    preheader: (kind, date) => `${kind}, registrazione ${del(date)}.`,
    why: (organisation) =>
      `Riceve questo messaggio perché con il link inviato a questo indirizzo è stata data risposta a una comunicazione di ${organisation}. Se non è stato Lei, La preghiamo di rispondere.`,
  },
  resolution: {
    sentence: (number) => `la nostra decisione sulla Sua opposizione alla modifica ${number}`,
    lead: (date) => `La Sua opposizione è ${del(date)}. Questa è la nostra decisione:`,
    decision: "Decisione",
    objection: "La Sua opposizione",
    note: "La nostra spiegazione",
    follows: {
      heading: "Che cosa ne consegue",
      exempted: (customer) =>
        `Quanto segue non si applica ${to(customer ?? "Lei")}. Il nostro elenco pubblico può comunque indicarlo, per altri:`,
      exemptedSince: (customer) =>
        `D’ora in poi quanto segue, già in vigore, non si applica ${to(customer ?? "Lei")}. Il nostro elenco pubblico può comunque indicarlo, per altri:`,
      exemptedBut:
        "Quanto segue era già in vigore quando abbiamo deciso. Resta tale, salvo che la nostra spiegazione disponga diversamente:",
      alternative:
        "Quanto concordato con Lei si applica in luogo di quanto annunciato, nei limiti dell’accordo. Per il resto, vale quanto abbiamo annunciato:",
      terminated:
        "Salvo che il Suo contratto sia cessato prima, quanto abbiamo annunciato si applica a Lei dal giorno ivi indicato:",
      terminatedToFollower:
        "Ciò riguarda il contratto del cliente per il quale ha scritto. Per tutti gli altri vale quanto abbiamo annunciato:",
      rejected: "La nostra decisione lascia invariato quanto abbiamo annunciato.",
      stands: {
        waiting: (vendors) =>
          `Quanto abbiamo annunciato riguardo ${to(vendors)} è al momento sospeso: non è ancora fissato il giorno in cui avrà effetto.`,
        earliest: (vendors, date) =>
          `Quanto abbiamo annunciato riguardo ${to(vendors)} è al momento sospeso: avrà effetto non prima ${del(date)}.`,
        coming: (vendors, date) =>
          `Quanto abbiamo annunciato riguardo ${to(vendors)} avrà effetto ${dal(date)}, salvo nostra diversa comunicazione.`,
        done: (vendors, date) => `Quanto abbiamo annunciato riguardo ${to(vendors)} è in vigore ${dal(date)}.`,
        corrected: (vendors) => `Quanto il nostro elenco indica riguardo ${to(vendors)} valeva già in precedenza.`,
      },
      approval: (vendors) =>
        `In base al Suo contratto, quanto abbiamo annunciato riguardo ${to(vendors)} richiede comunque la Sua autorizzazione: non avrà effetto prima che Lei l’abbia data.`,
      remain:
        "Restano fermi i Suoi diritti in base al contratto e alla legge, anche ove Le consentano di porre fine al contratto a causa di questa modifica.",
      remainToFollower: "Questa decisione lascia impregiudicati i Suoi diritti.",
    },
    why: (organisation) =>
      `Riceve questo messaggio perché da Lei è pervenuta un’opposizione a una modifica di ${organisation}.`,
  },
  answered: {
    sentence: (number) => `la nostra risposta alla Sua domanda sulla modifica ${number}`,
    lead: (date) => `Ci ha posto una domanda ${il(date)}. Questa è la nostra risposta:`,
    decision: "La risposta alla Sua domanda.",
    objection: "La Sua domanda",
    note: "La nostra risposta",
    why: (organisation) => `Riceve questo messaggio perché ha posto una domanda su una modifica di ${organisation}.`,
  },
  standing: {
    approvalStands: (customer, date) =>
      `${customer === null ? "La Sua autorizzazione" : `L’autorizzazione di ${customer}`} ${del(date)} resta valida.`,
    approvalBefore: (customer, date) =>
      `${customer === null ? "La Sua autorizzazione" : `L’autorizzazione di ${customer}`} ${del(date)} è stata data prima di questa correzione, sulla base di quanto la comunicazione indicava allora. Se non è d’accordo con quanto corretto, può opporsi invece di autorizzare, con il Suo link personale.`,
    objectionOpen: (customer, date) =>
      `${customer === null ? "La Sua opposizione" : `L’opposizione di ${customer}`} ${del(date)} non è ancora definita: Le comunicheremo quale seguito le sarà dato.`,
    agreed: "Quanto concordato si applica, nei limiti dell’accordo, in luogo di quanto indicato in questo messaggio.",
    objectionDecided: (customer, date, decided) =>
      `${customer === null ? "Sulla Sua opposizione" : `Sull’opposizione di ${customer}`} ${del(date)} si è deciso ${il(decided)}.`,
  },
  reminder: {
    sentence: (date) => `promemoria: può opporsi fino ${al(date)}`,
    toApprove: (date) => `promemoria: è necessaria la Sua autorizzazione; può opporsi fino ${al(date)}`,
    lead: (announced) =>
      `In data ${announced} Le abbiamo comunicato quanto segue, e non abbiamo ancora ricevuto una Sua risposta.`,
    until: (date) => `Il Suo ultimo giorno per opporsi è ${il(date)}.`,
    untilFor: (customer, date) => `${customer}: ultimo giorno per opporsi ${il(date)}`,
    approvalFor: (customer) => `${customer}: in base al contratto è necessaria la Sua autorizzazione`,
    button: "Rispondere",
  },
  postponement: {
    sentence: (name, date) =>
      name === null
        ? `le modifiche annunciate sono rinviate ${putOffTo(date)}`
        : `la modifica riguardante ${name} è rinviata ${putOffTo(date)}`,
    preheader: (isSeveral, date) =>
      `${several(isSeveral, "Avranno", "Avrà")} effetto ${dal(date)}, più tardi di quanto annunciato.`,
    lead: (isSeveral, announced, planned, date, again) => {
      const what = several(isSeveral, "modifiche", "una modifica");
      const once = several(isSeveral, "che avrebbero dovuto avere", "che avrebbe dovuto avere");
      const was =
        planned === null
          ? ""
          : again
            ? `, che abbiamo poi rinviato ${al(planned)}`
            : ` ${once} effetto ${dal(planned)}`;
      return `In data ${announced} abbiamo annunciato ${what}${was}. ${several(isSeveral, "Avranno", "Avrà")} effetto ${again ? "ancora più tardi" : "più tardi"}: ${dal(date)}.`;
    },
    wereTo: "Finora avrebbero dovuto avere effetto nelle date seguenti:",
    otherwiseSame: () => "Per il resto non cambia nulla.",
    reason: "Perché il rinvio",
    until: (date) => `Può opporsi fino ${al(date)}.`,
    untilStays: (date) => `Il Suo ultimo giorno per opporsi resta ${il(date)}.`,
    untilOver: (date) => `Il Suo ultimo giorno per opporsi era ${il(date)}, e tale resta.`,
    heading: "Che cosa è rinviato",
  },
  release: {
    sentence: (name, date, isDone) => {
      const on = date === null ? "" : ` ${dal(date)}`;
      if (name === null)
        return `le modifiche che erano in attesa ${isDone ? `sono in vigore${on}` : `avranno effetto${on}`}`;
      return `la modifica riguardante ${name} ${isDone ? `è in vigore${on}` : `avrà effetto${on}`}`;
    },
    lead: (isSeveral, announced) =>
      isSeveral
        ? `In data ${announced} abbiamo annunciato modifiche che hanno dovuto attendere. L’attesa è terminata.`
        : `In data ${announced} abbiamo annunciato una modifica che ha dovuto attendere. L’attesa è terminata.`,
    effect: (isSeveral, date, isDone) => {
      if (date === null) return "Per ciascuna modifica è indicata la data.";
      if (isDone) return `${several(isSeveral, "Le modifiche sono", "La modifica è")} in vigore ${dal(date)}.`;
      return `${several(isSeveral, "Le modifiche avranno", "La modifica avrà")} effetto ${dal(date)}.`;
    },
    heading: "Che cosa non è più in attesa",
  },
  hold: {
    sentence: (name) =>
      name === null
        ? "modifiche annunciate non sono entrate in vigore"
        : `la modifica riguardante ${name} non è entrata in vigore`,
    preheader: (isSeveral) =>
      `${several(isSeveral, "Sono", "È")} in attesa dell’autorizzazione dei clienti o della definizione di opposizioni.`,
    lead: (isSeveral, announced, date) => {
      const on = date === null ? "" : ` ${several(isSeveral, "previste", "prevista")} ${perIl(date)}`;
      return isSeveral
        ? `In data ${announced} abbiamo annunciato modifiche${on}. Quelle indicate di seguito non sono entrate in vigore: attendono l’autorizzazione dei clienti o la definizione di opposizioni, o un’altra modifica nella stessa situazione.`
        : `In data ${announced} abbiamo annunciato una modifica${on}. Non è entrata in vigore: attende l’autorizzazione dei clienti o la definizione di opposizioni, o un’altra modifica nella stessa situazione.`;
    },
    stays: (isSeveral) =>
      `Fino ad allora non ${several(isSeveral, "si applicano", "si applica")}. Le comunicheremo da quando ${several(isSeveral, "si applicano", "si applica")}.`,
    byObjection: (customer, date) =>
      `${customer === null ? "La Sua opposizione" : `L’opposizione di ${customer}`} ${del(date)} sospende quanto ${customer === null ? "La riguarda" : "riguarda tale cliente"}, finché non è definita.`,
    heading: "Che cosa è in attesa",
  },
  waiver: {
    sentence: (name, isOfApproval) => {
      const what = isOfApproval ? "la Sua autorizzazione" : "la definizione della Sua opposizione";
      return name === null
        ? `le modifiche annunciate non attendono più ${what}`
        : `la modifica riguardante ${name} non attende più ${what}`;
    },
    lead: (isSeveral, announced, isOfApproval) =>
      isOfApproval
        ? `In data ${announced} Le abbiamo comunicato ${several(isSeveral, "modifiche che richiedono", "una modifica che richiede")} la Sua autorizzazione in base al Suo contratto. Abbiamo deciso di procedere senza di essa: ${several(isSeveral, "le modifiche non la attendono", "la modifica non la attende")} più.`
        : `La Sua opposizione sospendeva ${several(isSeveral, "modifiche che abbiamo annunciato", "una modifica che abbiamo annunciato")} in data ${announced}. Abbiamo deciso di procedere prima che sia definita: ${several(isSeveral, "le modifiche non ne attendono", "la modifica non ne attende")} più la definizione. La Sua opposizione resta aperta finché non Le avremo comunicato l’esito.`,
    buildsOn: (isSeveral) =>
      `${several(isSeveral, "Alcune attendono", "Attende")} ancora un’altra modifica, della quale La informeremo.`,
    reason: "Perché procediamo",
    heading: "Che cosa procede",
  },
  correction: {
    sentence: (number, name) =>
      `correzione della nostra comunicazione sulla modifica ${number}${name === null ? "" : ` (${name})`}`,
    lead: (announced, names) =>
      `Nella nostra comunicazione ${del(announced)} qualcosa${names === null ? "" : ` riguardo ${to(names)}`} non era esatto. Questa è la correzione:`,
    otherwiseStands:
      "Il resto della comunicazione resta valido. Una risposta che ha già dato resta registrata com’è; può cambiarla con il Suo link personale.",
    preheader: (announced) => `Una correzione della nostra comunicazione ${del(announced)}.`,
  },
  late: {
    held: (isSeveral, date) =>
      isSeveral
        ? `Le modifiche erano previste ${perIl(date)}, e attendono l’autorizzazione dei clienti o la definizione di opposizioni.`
        : `La modifica era prevista ${perIl(date)}, e attende l’autorizzazione dei clienti o la definizione di opposizioni.`,
    toldBefore: (announced) =>
      `Le scriviamo ora perché quanto segue La riguarda da un momento successivo al nostro annuncio ${del(announced)}. Quanto Le avevamo già comunicato di quell’annuncio resta valido, e così la Sua risposta.`,
    corrected: "Che cosa abbiamo corretto nel frattempo",
    readWith: (announced) =>
      `Quanto segue è stato annunciato ${il(announced)}. La preghiamo di leggerlo insieme con quanto abbiamo corretto da allora.`,
    correctedOn: (date) => `Correzione ${del(date)}:`,
    over: "Il Suo ultimo giorno per opporsi era già trascorso quando Le abbiamo scritto. Può ancora rispondere; la Sua risposta sarà registrata come tardiva.",
    canAnswer: "Può ancora rispondere; un’opposizione o una domanda è registrata come tardiva.",
    heading: "Come rispondere",
    byLink:
      "L’ultimo giorno per opporsi è trascorso; la Sua autorizzazione è comunque necessaria. Può darla, oppure opporsi, con il Suo link personale e senza account:",
  },
};
