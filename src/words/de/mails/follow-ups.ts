import type { Dictionary } from "../../dictionary.ts";
import { dated, ontoDay } from "../names.ts";

/** Subject and verb of one change, of a vendor, or of several. */
const changing = (name: string | null, one: string, many: string) =>
  name === null ? `angekündigte Änderungen ${many}` : `die Änderung zu ${name} ${one}`;

const They = (several: boolean, many: string, one: string) => (several ? `Sie ${many}` : `Sie ${one}`);

const changes = (several: boolean) => (several ? "Änderungen" : "eine Änderung");

const The = (several: boolean, many: string, one: string) =>
  several ? `Die Änderungen ${many}` : `Die Änderung ${one}`;

export const followUps: Dictionary["followUps"] = {
  announced: "Was wir angekündigt haben",
  contact: (organisation, customers, several) => {
    const because = "Sie erhalten diese E-Mail, weil diese Adresse zu einer Kontaktperson";
    if (customers !== null)
      return `${because} von ${customers} gehört, ${several ? "Kunden" : "einem Kunden"} von ${organisation}.`;
    return `${because} ${several ? "von Kunden" : "eines Kunden"} von ${organisation} gehört.`;
  },
  lateAnswer: (date) =>
    `Sie ist nach dem letzten Tag für einen Einspruch, dem ${date}, eingegangen und wird als verspätet erfasst.`,
  receipt: {
    sentence: (number) => `wir haben Ihre Antwort zu Änderung ${number} erfasst`,
    lead: "Vielen Dank. Dies haben wir erfasst:",
    entered: (channel, date) =>
      `Eine Antwort im Namen des Unternehmens, dessen Kontaktperson Sie sind, hat uns am ${date} ${channel} erreicht. Dies haben wir erfasst:`,
    enteredSentence: (number) => `wir haben eine Antwort Ihres Unternehmens zu Änderung ${number} erfasst`,
    enteredNext:
      "Falls niemand in Ihrem Unternehmen diese Antwort gegeben hat, oder nicht so, antworten Sie bitte umgehend auf diese E-Mail.",
    personal:
      "Der Link in dieser E-Mail ist nur für Sie bestimmt: Wer ihn hat, kann in Ihrem Namen antworten. Bitte leiten Sie die E-Mail nicht weiter.",
    does: {
      heading: "Was Ihr Einspruch bewirkt",
      held: (vendors) =>
        `Ihr Einspruch hält auf, was wir zu ${vendors} angekündigt haben: Es wird nicht wirksam, bevor wir über den Einspruch entschieden haben.`,
      waiting: (vendors) =>
        `Für sich allein hält Ihr Einspruch nicht auf, was wir zu ${vendors} angekündigt haben; der Tag, an dem es wirksam wird, steht noch nicht fest.`,
      coming: (vendors, date) =>
        `Für sich allein hält Ihr Einspruch nicht auf, was wir zu ${vendors} angekündigt haben: Es wird am ${date} wirksam, sofern wir Ihnen nichts anderes mitteilen.`,
      done: (vendors, date) =>
        `Was wir zu ${vendors} angekündigt haben, ist seit dem ${date} wirksam. Für sich allein ändert Ihr Einspruch daran nichts.`,
      corrected: (vendors) =>
        `Was unsere Liste zu ${vendors} angibt, galt schon zuvor. Für sich allein ändert Ihr Einspruch daran nichts.`,
      approval: (vendors) =>
        `Nach Ihrem Vertrag ist für das, was wir zu ${vendors} angekündigt haben, außerdem Ihre Genehmigung erforderlich.`,
      next: "Wir prüfen Ihren Einspruch und teilen Ihnen das Ergebnis mit; Ihre Rechte aus dem Vertrag bleiben bestehen.",
      nextToFollower: "Wir prüfen Ihren Einspruch und teilen Ihnen das Ergebnis mit.",
    },
    button: "Antwort ansehen oder ändern",
    preheader: (kind, date) => `${kind}, erfasst am ${date}.`,
    why: (organisation) =>
      `Sie erhalten diese E-Mail, weil eine Mitteilung von ${organisation} über den an diese Adresse gesandten Link beantwortet wurde. Falls Sie das nicht waren, antworten Sie bitte auf diese E-Mail.`,
  },
  resolution: {
    sentence: (number) => `unsere Entscheidung über Ihren Einspruch gegen Änderung ${number}`,
    lead: (date) => `Sie haben am ${date} Einspruch erhoben. Dies ist unsere Entscheidung:`,
    decision: "Entscheidung",
    objection: "Ihr Einspruch",
    note: "Unsere Erläuterung",
    follows: {
      heading: "Was daraus folgt",
      exempted: (customer) =>
        `Dies gilt nicht für ${customer ?? "Sie"}. Unsere öffentliche Liste zeigt es unter Umständen dennoch, für andere:`,
      exemptedSince: (customer) =>
        `Von nun an gilt dies, obwohl es bereits wirksam ist, nicht mehr für ${customer ?? "Sie"}. Unsere öffentliche Liste zeigt es unter Umständen dennoch, für andere:`,
      exemptedBut:
        "Dies war bereits wirksam, als wir entschieden haben. Es bleibt wirksam, sofern unsere Erläuterung nichts anderes besagt:",
      alternative:
        "Was wir mit Ihnen vereinbart haben, tritt, soweit es reicht, an die Stelle dessen, was wir angekündigt haben. Im Übrigen bleibt es bei dem, was wir angekündigt haben:",
      terminated:
        "Sofern Ihr Vertrag nicht vorher geendet hat, gilt das Angekündigte für Sie ab dem Tag, der dafür genannt ist:",
      terminatedToFollower:
        "Dies betrifft den Vertrag des Kunden, für den Sie geschrieben haben. Für alle anderen bleibt es bei dem, was wir angekündigt haben:",
      rejected: "Unsere Entscheidung lässt das Angekündigte unverändert.",
      stands: {
        waiting: (vendors) =>
          `Was wir zu ${vendors} angekündigt haben, ist derzeit aufgeschoben: Der Tag, an dem es wirksam wird, steht noch nicht fest.`,
        earliest: (vendors, date) =>
          `Was wir zu ${vendors} angekündigt haben, ist derzeit aufgeschoben: Es wird frühestens am ${date} wirksam.`,
        coming: (vendors, date) =>
          `Was wir zu ${vendors} angekündigt haben, wird am ${date} wirksam, sofern wir Ihnen nichts anderes mitteilen.`,
        done: (vendors, date) => `Was wir zu ${vendors} angekündigt haben, ist seit dem ${date} wirksam.`,
        corrected: (vendors) => `Was unsere Liste zu ${vendors} angibt, galt schon zuvor.`,
      },
      approval: (vendors) =>
        `Nach Ihrem Vertrag ist für das, was wir zu ${vendors} angekündigt haben, dennoch Ihre Genehmigung erforderlich: Es wird nicht wirksam, bevor Sie sie erteilt haben.`,
      remain:
        "Ihre Rechte aus Vertrag und Gesetz bleiben bestehen, auch soweit sie Ihnen erlauben, den Vertrag wegen dieser Änderung zu beenden.",
      remainToFollower: "Diese Entscheidung lässt Ihre Rechte unberührt.",
    },
    why: (organisation) =>
      `Sie erhalten diese E-Mail, weil Sie gegen eine Änderung von ${organisation} Einspruch erhoben haben.`,
  },
  answered: {
    sentence: (number) => `unsere Antwort auf Ihre Frage zu Änderung ${number}`,
    lead: (date) => `Sie haben uns am ${date} eine Frage gestellt. Dies ist unsere Antwort:`,
    decision: "Die Antwort auf Ihre Frage.",
    objection: "Ihre Frage",
    note: "Unsere Antwort",
    why: (organisation) =>
      `Sie erhalten diese E-Mail, weil Sie eine Frage zu einer Änderung von ${organisation} gestellt haben.`,
  },
  standing: {
    approvalStands: (customer, date) =>
      `${customer === null ? "Ihre Genehmigung" : `Die Genehmigung von ${customer}`} vom ${date} gilt weiter.`,
    approvalBefore: (customer, date) =>
      `${customer === null ? "Ihre Genehmigung" : `Die Genehmigung von ${customer}`} vom ${date} wurde vor dieser Korrektur erteilt, auf der Grundlage dessen, was die Mitteilung damals angab. Wenn Sie mit dem Korrigierten nicht einverstanden sind, können Sie stattdessen über Ihren eigenen Link Einspruch erheben.`,
    objectionOpen: (customer, date) =>
      `${customer === null ? "Ihr Einspruch" : `Der Einspruch von ${customer}`} vom ${date} ist noch nicht erledigt: Wir teilen Ihnen mit, was daraus wird.`,
    agreed: "Was vereinbart wurde, gilt, soweit es reicht, anstelle dessen, was diese E-Mail angibt.",
    objectionDecided: (customer, date, decided) =>
      `Über ${customer === null ? "Ihren Einspruch" : `den Einspruch von ${customer}`} vom ${date} wurde am ${decided} entschieden.`,
  },
  reminder: {
    sentence: (date) => `Erinnerung: Sie können bis zum ${date} Einspruch erheben`,
    toApprove: (date) => `Erinnerung: Ihre Genehmigung ist erforderlich; Sie können bis zum ${date} Einspruch erheben`,
    lead: (announced) =>
      `Am ${announced} haben wir Sie über das Folgende informiert und haben noch keine Antwort von Ihnen.`,
    until: (date) => `Ihr letzter Tag für einen Einspruch ist der ${date}.`,
    untilFor: (customer, date) => `${customer}: letzter Tag für einen Einspruch ist der ${date}`,
    approvalFor: (customer) => `${customer}: nach dem Vertrag ist Ihre Genehmigung erforderlich`,
    button: "Antworten",
  },
  postponement: {
    sentence: (name, date) => `${changing(name, "wird", "werden")} ${ontoDay(date)} verschoben`,
    preheader: (several, date) =>
      `${They(several, "werden", "wird")} ${dated("am", date)} wirksam, später als angekündigt.`,
    lead: (several, announced, planned, date, again) => {
      const since = ` und ${several ? "sie" : "diese"} seitdem auf den ${planned} verschoben`;
      const was = again ? since : `, die am ${planned} wirksam werden ${several ? "sollten" : "sollte"}`;
      return `Am ${announced} haben wir ${changes(several)} angekündigt${planned === null ? "" : was}. ${They(several, "werden", "wird")} ${again ? "noch später" : "später"} wirksam: ${dated("am", date)}.`;
    },
    wereTo: "Bisher sollten sie an diesen Tagen wirksam werden:",
    otherwiseSame: () => "Sonst ändert sich daran nichts.",
    reason: "Warum es später wird",
    until: (date) => `Sie können bis zum ${date} Einspruch erheben.`,
    untilStays: (date) => `Ihr letzter Tag für einen Einspruch bleibt der ${date}.`,
    untilOver: (date) => `Ihr letzter Tag für einen Einspruch war der ${date}, und dabei bleibt es.`,
    heading: "Was verschoben ist",
  },
  release: {
    sentence: (name, date, isDone) => {
      const what = name === null ? "Änderungen, die warten mussten," : `die Änderung zu ${name}`;
      if (isDone) return `${what} ${name === null ? "sind" : "ist"}${date === null ? "" : ` seit dem ${date}`} wirksam`;
      return `${what} ${name === null ? "werden" : "wird"}${date === null ? "" : ` ${dated("am", date)}`} wirksam`;
    },
    lead: (several, announced) =>
      several
        ? `Am ${announced} haben wir Änderungen angekündigt, die warten mussten. Sie warten nicht länger.`
        : `Am ${announced} haben wir eine Änderung angekündigt, die warten musste. Sie wartet nicht länger.`,
    effect: (several, date, isDone) => {
      if (date === null) return "Bei jeder Änderung ist ihr Tag angegeben.";
      if (isDone) return `${The(several, "sind", "ist")} seit dem ${date} wirksam.`;
      return `${The(several, "werden", "wird")} ${dated("am", date)} wirksam.`;
    },
    heading: "Was nicht länger wartet",
  },
  hold: {
    sentence: (name) => `${changing(name, "ist", "sind")} nicht wirksam geworden`,
    preheader: (several) =>
      `${They(several, "warten", "wartet")} auf die Genehmigung von Kunden oder die Erledigung von Einsprüchen.`,
    lead: (several, announced, date) =>
      `Am ${announced} haben wir ${changes(several)}${date === null ? "" : ` für den ${date}`} angekündigt. ${several ? "Die unten genannten sind" : They(several, "sind", "ist")} nicht wirksam geworden: ${They(several, "warten", "wartet")} auf die Genehmigung von Kunden oder die Erledigung von Einsprüchen, oder auf eine andere Änderung, die ihrerseits darauf wartet.`,
    stays: (several) =>
      `Bis dahin ${several ? "gelten" : "gilt"} sie nicht. Wir werden Ihnen mitteilen, ab wann sie ${several ? "gelten" : "gilt"}.`,
    byObjection: (customer, date) =>
      `${customer === null ? "Ihr Einspruch" : `Der Einspruch von ${customer}`} vom ${date} hält auf, was ${customer === null ? "Sie" : "diesen Kunden"} betrifft, bis er erledigt ist.`,
    heading: "Was wartet",
  },
  waiver: {
    sentence: (name, isOfApproval) =>
      `${changing(name, "wartet", "warten")} nicht länger auf ${isOfApproval ? "Ihre Genehmigung" : "die Erledigung Ihres Einspruchs"}`,
    lead: (several, announced, isOfApproval) =>
      isOfApproval
        ? `Am ${announced} haben wir Sie über ${changes(several)} informiert, für die nach Ihrem Vertrag Ihre Genehmigung erforderlich ist. Wir haben entschieden, ohne sie fortzufahren: ${The(several, "warten", "wartet")} nicht länger darauf.`
        : `Ihr Einspruch hat ${changes(several)} aufgehalten, die wir am ${announced} angekündigt haben. Wir haben entschieden, vor seiner Erledigung fortzufahren: ${The(several, "warten", "wartet")} nicht länger darauf. Ihr Einspruch bleibt offen, bis wir Ihnen das Ergebnis mitgeteilt haben.`,
    buildsOn: (several) =>
      `${several ? "Einige davon warten" : "Sie wartet"} noch auf eine andere Änderung, über die wir Sie informieren werden.`,
    reason: "Warum wir fortfahren",
    heading: "Was fortgesetzt wird",
  },
  correction: {
    sentence: (number, name) =>
      `Korrektur unserer Mitteilung zu Änderung ${number}${name === null ? "" : ` (${name})`}`,
    lead: (announced, names) =>
      `In unserer Mitteilung vom ${announced} war eine Angabe${names === null ? "" : ` zu ${names}`} nicht richtig. Dies ist die Korrektur:`,
    otherwiseStands:
      "Im Übrigen bleibt es bei der Mitteilung. Eine Antwort, die Sie gegeben haben, bleibt erfasst, wie sie ist; Sie können sie über Ihren eigenen Link ändern.",
    preheader: (announced) => `Eine Korrektur unserer Mitteilung vom ${announced}.`,
  },
  late: {
    held: (several, date) =>
      several
        ? `Die Änderungen waren für den ${date} geplant und warten auf die Genehmigung von Kunden oder die Erledigung von Einsprüchen.`
        : `Die Änderung war für den ${date} geplant und wartet auf die Genehmigung von Kunden oder die Erledigung von Einsprüchen.`,
    toldBefore: (announced) =>
      `Wir schreiben Ihnen jetzt, weil Sie das Folgende inzwischen betrifft; angekündigt haben wir es am ${announced}. Was wir Ihnen davon bereits mitgeteilt haben, gilt unverändert, ebenso Ihre Antwort darauf.`,
    corrected: "Was wir seitdem korrigiert haben",
    readWith: (announced) =>
      `Das Folgende haben wir am ${announced} angekündigt. Bitte lesen Sie es zusammen mit dem, was wir seitdem korrigiert haben.`,
    correctedOn: (date) => `Korrektur vom ${date}:`,
    over: "Ihr letzter Tag für einen Einspruch war vorüber, bevor wir Ihnen geschrieben haben. Sie können noch antworten; Ihre Antwort wird als verspätet erfasst.",
    canAnswer: "Sie können noch antworten; ein Einspruch oder eine Frage wird als verspätet erfasst.",
    heading: "Wie Sie antworten",
    byLink:
      "Der letzte Tag für einen Einspruch ist vorüber; Ihre Genehmigung ist dennoch erforderlich. Sie können sie über Ihren eigenen Link und ohne Konto erteilen oder Einspruch erheben:",
  },
};
