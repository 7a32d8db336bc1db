import type { Dictionary } from "../../dictionary.ts";
import type { Reach } from "../../en/mails/mail.ts";
import { al, atEarliest, dal, del, il, ofContractOf, perIl, to, toContractOf } from "../names.ts";
import { count } from "../plural.ts";

const change = (several: boolean) => (several ? "Le modifiche" : "La modifica");
const willTake = (several: boolean) => (several ? "avranno" : "avrà");
const is = (several: boolean) => (several ? "sono" : "è");
const about = (several: boolean) => (several ? "modifiche che riguardano" : "una modifica che riguarda");
const emergency = (several: boolean) =>
  several ? "Si tratta di modifiche urgenti." : "Si tratta di una modifica urgente.";

function writing({ privacyEmail, website, address }: Reach): string {
  if (privacyEmail) return `Scriva a ${privacyEmail} o risponda a questo messaggio`;
  if (website && address)
    return "Ci contatti tramite il nostro sito web o al nostro indirizzo postale (indicati sotto il nostro nome)";
  if (website) return "Ci contatti tramite il nostro sito web (indicato sotto il nostro nome)";
  return address
    ? "Ci scriva al nostro indirizzo postale (indicato sotto il nostro nome)"
    : "Risponda a questo messaggio";
}

export const mail: Dictionary["mail"] = {
  greeting: (who) => `Buongiorno${who},`,
  addressee: (name) => (name === null ? "" : ` ${name}`),
  closing: "Cordiali saluti,",
  labelled: (label) => `${label}:`,

  subject: (organisation, sentence) => `${organisation}: ${sentence}`,

  leadComing: (several) =>
    `La informiamo in anticipo di ${about(several)} dati personali nell’ambito del nostro servizio.`,
  leadDone: (several) => `La informiamo di ${about(several)} dati personali nell’ambito del nostro servizio.`,
  takesEffect: (several, date) => `${change(several)} ${willTake(several)} effetto ${dal(date)}.`,
  inEffect: (several, date) => `${change(several)} ${is(several)} in vigore ${dal(date)}.`,
  formerly: (name, former) => `${name} (in precedenza ${former})`,
  atEarliest,
  waits: (several, earliest) => `${change(several)} ${willTake(several)} effetto ${dal(earliest)}.`,
  severalDays: (first) => `La prima di queste modifiche avrà effetto ${dal(first)}. Per ciascuna è indicata la data.`,
  since: (date) => `In vigore ${dal(date)}.`,
  canObject: (until) => `Può opporsi fino ${al(until)}.`,
  customers: {
    heading: "Se scrive per un cliente",
    until: (date) =>
      `I clienti possono opporsi fino ${al(date)}; se con un cliente è concordata un’altra data, vale quest’ultima.`,
  },
  nothingToDo: "Non deve fare nulla.",

  facts: {
    forWhom: "Per",
    uses: (customer, products, regions) =>
      [customer, ...(products ? [`che utilizza ${products}`] : []), ...(regions ? [`hosting: ${regions}`] : [])].join(
        ", ",
      ),
    from: () => "Decorrenza",
    since: "In vigore dal giorno",
    planned: (several) => (several ? "Erano previste per il giorno" : "Era prevista per il giorno"),
    waits: (date) => `${date}; in attesa dell’autorizzazione dei clienti o della definizione di opposizioni`,
    onceApproved: (date) => `${date}, al più presto, e non prima della Sua autorizzazione`,
    earliest: (date) => `${date}, al più presto`,
    already: (date) => `${date}, già in vigore`,
    beginning: (first) => `${first} e date successive: per ciascuna modifica è indicata la data`,
    named: (name, value) => `${name}: ${value}`,
    until: "Ultimo giorno per opporsi",
    over: "L’ultimo giorno per opporsi era",
    first: (date) => `${date}, il primo di più termini elencati di seguito`,
    approval: "La Sua autorizzazione",
    approvalNeeded: (customers) => `necessaria in base ${toContractOf(customers)}`,
  },
  buttons: {
    object: "Opporsi, prendere atto o chiedere",
    approve: "Autorizzare, opporsi o chiedere",
    late: "Rispondere in ritardo",
  },
  toApprove: (sentence) => `è necessaria la Sua autorizzazione: ${sentence}`,

  emergency: {
    heading: (several) =>
      several ? "Perché queste modifiche non possono attendere" : "Perché questa modifica non può attendere",
    coming: (several, date) =>
      `${emergency(several)} ${several ? "Avranno" : "Avrà"} effetto ${dal(date)}, senza attendere il nostro consueto periodo di preavviso. Il motivo:`,
    done: (several, date) =>
      `${emergency(several)} ${several ? "Sono" : "È"} in vigore ${dal(date)}, senza che sia stato atteso il nostro consueto periodo di preavviso. Il motivo:`,
    ownNotKept: (customer, date) =>
      `Il termine ${ofContractOf(customer)} non è rispettato: in base a esso, il primo giorno possibile sarebbe stato ${il(date)}.`,
    ownEmergencyKept: (customer) => `Il termine ${ofContractOf(customer)} per i casi urgenti è rispettato.`,
    ownKept: (customer) => `Il termine ${ofContractOf(customer)} è comunque rispettato.`,
    some: "Alcune di queste modifiche sono urgenti e non attendono il nostro consueto periodo di preavviso. Il motivo:",
  },
  reason: (several) => (several ? "Perché apportiamo queste modifiche" : "Perché apportiamo questa modifica"),

  whatChanges: "Che cosa cambia",
  inShort: "In breve",
  others: (n) =>
    n === 1
      ? "L’annuncio contiene un’altra modifica, che non La riguarda."
      : `L’annuncio contiene altre ${n} modifiche, che non La riguardano.`,
  changed: (name, kind) => `${name} – ${{ added: "aggiunta", updated: "variazione", removed: "rimozione" }[kind]}`,
  wasListed: "Fino ad allora l’elenco indica:",
  wasListedUntil: "Finora l’elenco indicava:",
  othersBelow: (n) => `e ${count(n, "altra, indicata", "altre, indicate")} di seguito`,
  tooLong: {
    elsewhere: "È più di quanto un messaggio possa contenere. Il tutto si trova qui:",
    rows: (n) => `e ${count(n, "altro dettaglio", "altri dettagli")}`,
    others: (n) => `e ${count(n, "ulteriore", "ulteriori")}`,
  },
  newly: "Nuova indicazione",
  noLonger: "Non più indicato",

  objection: {
    heading: "Come opporsi",
    byLink: (until, approves) =>
      `Può opporsi fino ${al(until)}, con il Suo link personale e senza account. Può anche prendere atto${approves ? ", autorizzare" : ""} o porre una domanda:`,
    how: (reach) =>
      `${writing(reach)}, se preferisce; ci indichi in tal caso per quale società scrive e che cosa La preoccupa.`,
    approval: (several, customers) =>
      `In base ${toContractOf(customers)}, ${several ? "queste modifiche richiedono" : "questa modifica richiede"} la Sua autorizzazione. Il silenzio non vale come autorizzazione: finché non l’avrà data, ${several ? "le modifiche restano" : "la modifica resta"} in attesa.`,
    approvalOf: (vendors, several, customers) =>
      `In base ${toContractOf(customers)}, quanto cambia riguardo ${to(vendors)} richiede la Sua autorizzazione. Il silenzio non vale come autorizzazione: finché non l’avrà data, ${several ? "queste modifiche restano" : "questa modifica resta"} in attesa.`,
    silence: (several, date) =>
      `Se Lei non si oppone, ${several ? "le modifiche" : "la modifica"} ${willTake(several)} effetto ${dal(date)} come annunciato, salvo nostra diversa comunicazione.`,
    goesOn: (several, date) =>
      `${change(several)} ${willTake(several)} effetto ${dal(date)} come annunciato, salvo nostra diversa comunicazione.`,
    goesOnDays: "Ogni modifica avrà effetto alla propria data, come annunciato, salvo nostra diversa comunicazione.",
    silenceEarly: (several, date) =>
      `${change(several)} ${willTake(several)} effetto ${dal(date)}, quando Lei potrà ancora opporsi.`,
    silenceEarlyFrom: (date) =>
      `Quanto abbiamo annunciato può avere effetto a decorrere ${dal(date)}, quando Lei potrà ancora opporsi.`,
    silenceWaits: (date) =>
      `Se Lei non si oppone, non deve fare altro. Quanto annunciato «al più presto» non avrà effetto prima ${del(date)}.`,
    silenceDays:
      "Se Lei non si oppone, ogni modifica avrà effetto alla propria data, come annunciato, salvo nostra diversa comunicazione.",
    silenceDone: (several) => `${change(several)} ${is(several)} già in vigore. Può comunque opporsi.`,
    leadsTo: {
      heading: "Che cosa comporta un’opposizione",
      saysFor: (customers) =>
        customers === null
          ? "Questo è quanto è concordato, o quanto ci impegniamo a fare:"
          : `Per ${customers}, questo è quanto è concordato, o quanto ci impegniamo a fare:`,
      holds: (customers, what) =>
        `${customers === null ? "Un’opposizione" : `Per ${customers}, un’opposizione`} sospende ${what === null ? "ciò che La riguarda" : `ciò che cambia riguardo ${to(what)}`} finché non è definita.`,
      examined: (customers) =>
        `${customers === null ? "Esaminiamo" : `Per ${customers}, esaminiamo`} ogni opposizione e Le comunichiamo l’esito. Di per sé non sospende quanto abbiamo annunciato; restano fermi i Suoi diritti in base al contratto.`,
    },
  },
  questions: {
    heading: "Domande",
    how: (reach) => `${writing(reach)}: saremo lieti di rispondere.`,
  },

  withdrawal: {
    lead: (several, announced, date, later) => {
      const put = several ? "le abbiamo poi rinviate" : "l’abbiamo poi rinviata";
      return `In data ${announced} abbiamo annunciato ${several ? "modifiche previste" : "una modifica prevista"} ${perIl(date)}${later === null ? "" : `, e ${put} ${al(later)}`}. Abbiamo ritirato quell’annuncio: ${several ? "le modifiche non avranno" : "la modifica non avrà"} effetto, e tutto resta com’era. Non vi è più nulla a cui rispondere, e non deve fare nulla.`;
    },
    leadDays: (announced) =>
      `In data ${announced} abbiamo annunciato modifiche, ciascuna per una propria data. Abbiamo ritirato quell’annuncio: le modifiche non avranno effetto, e tutto resta com’era. Non vi è più nulla a cui rispondere, e non deve fare nulla.`,
    leadPart: (several, announced, stays) =>
      `In data ${announced} abbiamo annunciato più modifiche. Abbiamo ritirato ${several ? "quelle indicate di seguito: non avranno" : "quella indicata di seguito: non avrà"} effetto. Quanto annunciato per il resto è in vigore, e lo rimane: ${stays}. ${several ? "Alle modifiche ritirate" : "Alla modifica ritirata"} non vi è più nulla da rispondere.`,
    preheader: (announced, isPart) =>
      `Abbiamo ritirato ${isPart ? "una parte del" : "il"} nostro annuncio ${del(announced)}.`,
    reason: "Perché lo ritiriamo",
    heading: "Che cosa avevamo annunciato",
  },

  links: {
    heading: "Il nostro elenco",
    list: "L’elenco completo",
    theirs: "L’elenco di ciò che La riguarda",
    version: (number) =>
      `Quanto sopra è registrato nella versione ${number} del nostro elenco. La sua impronta (SHA-256) è:`,
    auditHead: "L’ultima voce del nostro registro delle modifiche aveva allora questa impronta:",
  },
  footer: {
    why: (organisation) =>
      `Riceve questo messaggio perché questo indirizzo segue l’elenco di fornitori di ${organisation}.`,
    personal:
      "I link in questo messaggio sono personali: chiunque li abbia può rispondere e annullare l’iscrizione a Suo nome. La preghiamo di non inoltrarlo; la pagina della modifica è pubblica.",
    preferences: "Le Sue preferenze",
    unsubscribe: "Annullare l’iscrizione",
    once: (organisation) =>
      `Abbiamo inviato questo messaggio perché qualcuno ha inserito questo indirizzo nel modulo dell’elenco di fornitori di ${organisation}.`,
    list: "L’elenco",
  },
};
