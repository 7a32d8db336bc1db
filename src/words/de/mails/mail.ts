import type { Dictionary } from "../../dictionary.ts";
import type { Reach } from "../../en/mails/mail.ts";
import { atEarliest, contractWith, dated } from "../names.ts";
import { count } from "../plural.ts";

const change = (several: boolean) => (several ? "Die Änderungen" : "Die Änderung");
const becomes = (several: boolean) => (several ? "werden" : "wird");
const is = (several: boolean) => (several ? "sind" : "ist");
const waits = (several: boolean) => (several ? "warten" : "wartet");
const about = (several: boolean) =>
  several
    ? "Änderungen, die personenbezogene Daten in unserem Dienst betreffen"
    : "eine Änderung, die personenbezogene Daten in unserem Dienst betrifft";
const emergency = (several: boolean) => (several ? "Dies sind Notfalländerungen." : "Dies ist eine Notfalländerung.");

function writing({ privacyEmail, website, address }: Reach): string {
  if (privacyEmail) return `Schreiben Sie an ${privacyEmail}, oder antworten Sie auf diese E-Mail`;
  if (website && address)
    return "Kontaktieren Sie uns über unsere Website oder unter unserer Postanschrift (unter unserem Namen angegeben)";
  if (website) return "Kontaktieren Sie uns über unsere Website (unter unserem Namen angegeben)";
  return address
    ? "Schreiben Sie uns an unsere Postanschrift (unter unserem Namen angegeben)"
    : "Antworten Sie auf diese E-Mail";
}

export const mail: Dictionary["mail"] = {
  // Without a comma, so that what follows begins with a capital.
  greeting: (who) => `Guten Tag${who}`,
  addressee: (name) => (name === null ? "" : ` ${name}`),
  closing: "Mit freundlichen Grüßen",
  labelled: (label) => `${label}:`,

  subject: (organisation, sentence) => `${organisation}: ${sentence}`,

  leadComing: (several) => `Wir informieren Sie im Voraus über ${about(several)}.`,
  leadDone: (several) => `Wir informieren Sie über ${about(several)}.`,
  takesEffect: (several, date) => `${change(several)} ${becomes(several)} am ${date} wirksam.`,
  inEffect: (several, date) => `${change(several)} ${is(several)} seit dem ${date} wirksam.`,
  formerly: (name, former) => `${name} (vormals ${former})`,
  atEarliest,
  waits: (several, earliest) => `${change(several)} ${becomes(several)} ${dated("am", earliest)} wirksam.`,
  severalDays: (first) =>
    `Die erste dieser Änderungen wird ${dated("am", first)} wirksam. Bei jeder ist ihr Tag angegeben.`,
  since: (date) => `Wirksam seit dem ${date}.`,
  canObject: (until) => `Sie können bis zum ${until} Einspruch erheben.`,
  customers: {
    heading: "Wenn Sie für einen Kunden schreiben",
    until: (date) =>
      `Kunden können bis zum ${date} Einspruch erheben; ist mit einem Kunden ein anderes Datum vereinbart, gilt dieses.`,
  },
  nothingToDo: "Sie müssen nichts unternehmen.",

  facts: {
    forWhom: "Für",
    uses: (customer, products, regions) =>
      [customer, ...(products ? [`nutzt ${products}`] : []), ...(regions ? [`gehostet in: ${regions}`] : [])].join(
        ", ",
      ),
    from: () => "Wirksam ab",
    since: "Wirksam seit",
    planned: (several) => (several ? "Waren geplant für" : "War geplant für"),
    waits: (date) => `${date}; wartet auf die Genehmigung von Kunden oder die Erledigung von Einsprüchen`,
    onceApproved: (date) => `frühestens ${date}, und nicht, bevor Sie die Genehmigung erteilt haben`,
    earliest: (date) => `frühestens ${date}`,
    already: (date) => `${date}, bereits wirksam`,
    beginning: (first) => `${first} und später: Bei jeder Änderung ist ihr Tag angegeben`,
    named: (name, value) => `${name}: ${value}`,
    until: "Einspruch möglich bis",
    over: "Letzter Tag für einen Einspruch war",
    first: (date) => `${date}, der erste von mehreren Tagen, die unten aufgeführt sind`,
    approval: "Ihre Genehmigung",
    approvalNeeded: (customers) => `nach ${contractWith(customers)} erforderlich`,
  },
  buttons: {
    object: "Einspruch erheben, Kenntnis nehmen oder fragen",
    approve: "Genehmigen, Einspruch erheben oder fragen",
    late: "Verspätet antworten",
  },
  toApprove: (sentence) => `Ihre Genehmigung ist erforderlich: ${sentence}`,

  emergency: {
    heading: (several) =>
      several ? "Warum diese Änderungen nicht warten können" : "Warum diese Änderung nicht warten kann",
    coming: (several, date) =>
      `${emergency(several)} Sie ${becomes(several)} ${dated("am", date)} wirksam und ${waits(several)} unsere übliche Ankündigungsfrist nicht ab. Der Grund:`,
    done: (several, date) =>
      `${emergency(several)} Sie ${is(several)} seit dem ${date} wirksam und ${several ? "haben" : "hat"} unsere übliche Ankündigungsfrist nicht abgewartet. Der Grund:`,
    ownNotKept: (customer, date) =>
      `Die Frist nach ${contractWith(customer)} ist nicht eingehalten: Nach ihr wäre der ${date} der früheste Tag gewesen.`,
    ownEmergencyKept: (customer) => `Die Frist, die nach ${contractWith(customer)} in Notfällen gilt, ist eingehalten.`,
    ownKept: (customer) => `Die Frist nach ${contractWith(customer)} ist dennoch eingehalten.`,
    some: "Einige dieser Änderungen sind dringend und warten unsere übliche Ankündigungsfrist nicht ab. Der Grund:",
  },
  reason: (several) => (several ? "Warum wir diese Änderungen vornehmen" : "Warum wir diese Änderung vornehmen"),

  whatChanges: "Was sich ändert",
  inShort: "In Kürze",
  others: (n) =>
    n === 1
      ? "Die Ankündigung enthält eine weitere Änderung, die Sie nicht betrifft."
      : `Die Ankündigung enthält ${n} weitere Änderungen, die Sie nicht betreffen.`,
  changed: (name, kind) => `${name} – ${{ added: "hinzugefügt", updated: "geändert", removed: "entfernt" }[kind]}`,
  wasListed: "Bis dahin ist aufgeführt:",
  wasListedUntil: "Bis jetzt war aufgeführt:",
  othersBelow: (n) => `und ${n} weitere, unten aufgeführt`,
  tooLong: {
    elsewhere: "Das ist mehr, als eine E-Mail fassen kann. Alles steht hier:",
    rows: (n) => `und ${count(n, "weitere Angabe", "weitere Angaben")}`,
    others: (n) => `und ${n} weitere`,
  },
  newly: "Neu aufgeführt",
  noLonger: "Nicht mehr aufgeführt",

  objection: {
    heading: "So erheben Sie Einspruch",
    byLink: (until, approves) =>
      `Sie können bis zum ${until} Einspruch erheben, über Ihren eigenen Link und ohne Konto. Dort können Sie auch Kenntnis nehmen${approves ? ", die Genehmigung erteilen" : ""} oder eine Frage stellen:`,
    how: (reach) =>
      `${writing(reach)}, wenn Ihnen das lieber ist; bitte teilen Sie uns dann mit, für welches Unternehmen Sie schreiben und worum es Ihnen geht.`,
    approval: (several, customers) =>
      `Nach ${contractWith(customers)} ist für ${several ? "diese Änderungen" : "diese Änderung"} Ihre Genehmigung erforderlich. Schweigen gilt nicht als Genehmigung: Bis Sie sie erteilt haben, ${waits(several)} ${several ? "die Änderungen" : "die Änderung"}.`,
    approvalOf: (vendors, several, customers) =>
      `Nach ${contractWith(customers)} ist für das, was sich bei ${vendors} ändert, Ihre Genehmigung erforderlich. Schweigen gilt nicht als Genehmigung: Bis Sie sie erteilt haben, ${waits(several)} ${several ? "diese Änderungen" : "diese Änderung"}.`,
    silence: (several, date) =>
      `Wenn Sie keinen Einspruch erheben, ${becomes(several)} ${several ? "die Änderungen" : "die Änderung"} ${dated("am", date)} wie angekündigt wirksam, sofern wir Ihnen nichts anderes mitteilen.`,
    goesOn: (several, date) =>
      `${change(several)} ${becomes(several)} ${dated("am", date)} wie angekündigt wirksam, sofern wir Ihnen nichts anderes mitteilen.`,
    goesOnDays: "Jede Änderung wird an ihrem Tag wie angekündigt wirksam, sofern wir Ihnen nichts anderes mitteilen.",
    silenceEarly: (several, date) =>
      `${change(several)} ${becomes(several)} ${dated("am", date)} wirksam, während Sie noch Einspruch erheben können.`,
    silenceEarlyFrom: (date) =>
      `Was wir angekündigt haben, kann ab dem ${date} wirksam werden, während Sie noch Einspruch erheben können.`,
    silenceWaits: (date) =>
      `Wenn Sie keinen Einspruch erheben, müssen Sie nichts weiter unternehmen. Was wir mit „frühestens“ angekündigt haben, wird nicht vor dem ${date} wirksam.`,
    silenceDays:
      "Wenn Sie keinen Einspruch erheben, wird jede Änderung an ihrem Tag wie angekündigt wirksam, sofern wir Ihnen nichts anderes mitteilen.",
    silenceDone: (several) =>
      `${change(several)} ${is(several)} bereits wirksam. Sie können dennoch Einspruch erheben.`,
    leadsTo: {
      heading: "Wozu ein Einspruch führt",
      saysFor: (customers) =>
        customers === null
          ? "Folgendes ist vereinbart oder von uns zugesagt:"
          : `Für ${customers} ist Folgendes vereinbart oder von uns zugesagt:`,
      holds: (customers, what) =>
        `${customers === null ? "Ein Einspruch hält" : `Für ${customers} hält ein Einspruch`} auf, was ${what === null ? "Sie betrifft" : `sich zu ${what} ändert`}, bis er erledigt ist.`,
      examined: (customers) =>
        `${customers === null ? "Wir prüfen" : `Für ${customers} prüfen wir`} jeden Einspruch und teilen Ihnen das Ergebnis mit. Für sich allein hält er das Angekündigte nicht auf; Ihre Rechte aus dem Vertrag bleiben bestehen.`,
    },
  },
  questions: {
    heading: "Fragen",
    how: (reach) => `${writing(reach)}; wir antworten gern.`,
  },

  withdrawal: {
    lead: (several, announced, date, later) =>
      `Am ${announced} haben wir ${several ? "Änderungen" : "eine Änderung"} für den ${date} angekündigt${later === null ? "" : ` und seitdem auf den ${later} verschoben`}. Wir haben diese Ankündigung zurückgenommen: ${change(several)} ${becomes(several)} nicht wirksam, und alles bleibt, wie es war. Eine Antwort ist nicht mehr erforderlich, und Sie müssen nichts unternehmen.`,
    leadDays: (announced) =>
      `Am ${announced} haben wir Änderungen angekündigt, jede für ihren eigenen Tag. Wir haben diese Ankündigung zurückgenommen: Die Änderungen werden nicht wirksam, und alles bleibt, wie es war. Eine Antwort ist nicht mehr erforderlich, und Sie müssen nichts unternehmen.`,
    leadPart: (several, announced, stays) =>
      `Am ${announced} haben wir mehrere Änderungen angekündigt. Die unten ${several ? "genannten" : "genannte"} haben wir zurückgenommen: Sie ${becomes(several)} nicht wirksam. Was wir sonst angekündigt haben, ist wirksam und bleibt es: ${stays}. Zu ${several ? "den zurückgenommenen" : "der zurückgenommenen"} ist eine Antwort nicht mehr erforderlich.`,
    preheader: (announced, isPart) =>
      isPart
        ? `Wir haben einen Teil unserer Ankündigung vom ${announced} zurückgenommen.`
        : `Wir haben unsere Ankündigung vom ${announced} zurückgenommen.`,
    reason: "Warum wir sie zurücknehmen",
    heading: "Was wir angekündigt hatten",
  },

  links: {
    heading: "Unsere Liste",
    list: "Die vollständige Liste",
    theirs: "Die Liste dessen, was Sie betrifft",
    version: (number) => `Dies ist in Version ${number} unserer Liste festgehalten. Deren Hashwert (SHA-256) lautet:`,
    auditHead: "Der neueste Eintrag unseres Änderungsprotokolls hatte zu diesem Zeitpunkt diesen Hashwert:",
  },
  footer: {
    why: (organisation) =>
      `Sie erhalten diese E-Mail, weil diese Adresse die Liste der Dienstleister von ${organisation} abonniert hat.`,
    personal:
      "Die Links in dieser E-Mail sind nur für Sie bestimmt: Wer sie hat, kann in Ihrem Namen antworten und abbestellen. Bitte leiten Sie die E-Mail nicht weiter; die Seite der Änderung ist öffentlich.",
    preferences: "Ihre Einstellungen",
    unsubscribe: "Abbestellen",
    once: (organisation) =>
      `Wir haben diese E-Mail gesandt, weil jemand diese Adresse in das Formular auf der Liste der Dienstleister von ${organisation} eingegeben hat.`,
    list: "Die Liste",
  },
};
