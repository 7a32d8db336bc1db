import type { Dictionary } from "../../dictionary.ts";

const ofThese = (count: number) => (count === 1 ? "dieses Kunden" : "dieser Kunden");
const forThese = (count: number) => (count === 1 ? "diesen Kunden" : "diese Kunden");

export const toOrganisation: Dictionary["toOrganisation"] = {
  answer: {
    sentences: {
      acknowledged: (who, number) => `${who} hat Änderung ${number} zur Kenntnis genommen`,
      approved: (who, number) => `${who} genehmigt Änderung ${number}`,
      asked: (who, number) => `${who} hat eine Frage zu Änderung ${number}`,
      objected: (who, number) => `${who} erhebt Einspruch gegen Änderung ${number}`,
    },
    changed: (who, number) => `${who} hat die Antwort zu Änderung ${number} geändert`,
    follower: "ein Abonnent der Liste",
    unverified: (name) => `${name} (nach eigener Angabe, nicht geprüft)`,
    leads: {
      acknowledged: "Eine Antwort ist eingegangen:",
      approved: "Eine Genehmigung ist eingegangen:",
      asked: "Eine Frage ist eingegangen:",
      objected: "Ein Einspruch ist eingegangen:",
    },
    leadChanged: "Eine Antwort wurde geändert. Nun gilt:",
    answer: "Antwort",
    before: "Zuvor",
    who: "Wer",
    customerId: "Kunde",
    received: "Eingegangen am",
    inTime: "rechtzeitig",
    texts: {
      acknowledged: "Im Wortlaut",
      approved: "Im Wortlaut",
      asked: "Die Frage",
      objected: "Der Einspruch",
    },
    open: "Diese Antwort in der Konsole öffnen",
    next: {
      acknowledged: null,
      approved: null,
      asked: "Beantworten Sie sie dort: Ihre Worte gehen per E-Mail an die Person, die gefragt hat.",
      objected:
        "Entscheiden Sie dort über den Einspruch: Die Entscheidung geht per E-Mail an die Person, die ihn erhoben hat.",
    },
    does: {
      held: (vendors) =>
        `Nach dem Vertrag des Kunden hält der Einspruch auf, was zu ${vendors} angekündigt wurde: Es wird nicht wirksam, bevor Sie die Entscheidung über den Einspruch erfassen oder, auf der Seite der Änderung, ohne sie fortfahren, aus einem Grund, der erfasst wird.`,
      waiting: (vendors) =>
        `Für sich allein hält der Einspruch nicht auf, was zu ${vendors} angekündigt wurde. Es wartet dennoch: Auf wen, sagt die Seite der Änderung in der Konsole.`,
      coming: (vendors, date) =>
        `Der Einspruch hält nicht auf, was zu ${vendors} angekündigt wurde: Es wird am ${date} wirksam, sofern Sie es nicht verschieben oder zurücknehmen.`,
      done: (vendors, date) =>
        `Was zu ${vendors} angekündigt wurde, ist seit dem ${date} wirksam; für sich allein ändert der Einspruch daran nichts.`,
      corrected: (vendors) =>
        `Was die Liste zu ${vendors} angibt, galt schon zuvor; für sich allein ändert der Einspruch daran nichts.`,
      approval: (vendors) =>
        `Nach dem Vertrag des Kunden ist für das, was zu ${vendors} angekündigt wurde, außerdem dessen Genehmigung erforderlich.`,
    },
    waiting:
      "Diese Genehmigung zählt noch nicht: Eine Kontaktperson hat diese Person an ihrer Stelle benannt. Bestätigen Sie, dass sie für den Kunden antwortet, oder entfernen Sie sie aus dessen Kontaktpersonen.",
    preheader: (when, date) => `Eingegangen am ${date}${when === null ? "" : `, ${when}`}.`,
  },
  answers: {
    sentence: (count) =>
      count === 1
        ? "eine Antwort auf eine Mitteilung ist eingegangen"
        : `${count} Antworten auf Mitteilungen sind eingegangen`,
    lead: (count) =>
      count === 1
        ? "Diese Antwort ist eingegangen und wurde Ihnen damals nicht gemeldet:"
        : "Diese Antworten sind eingegangen und wurden Ihnen nicht einzeln gemeldet:",
    line: (who, kind, number) => `${who}: ${kind} (Änderung ${number})`,
    more: (count) =>
      count === 1
        ? "Und 1 weitere, die in der Konsole aufgeführt ist."
        : `Und ${count} weitere, die in der Konsole aufgeführt sind.`,
    open: "Alle Antworten in der Konsole",
    preheader: (count) =>
      count === 1 ? "Sie wurde Ihnen bei ihrem Eingang nicht gemeldet." : "Sie wurden Ihnen nicht einzeln gemeldet.",
  },
  deadline: {
    what: (number, vendors) => `Änderung ${number}${vendors === null ? "" : ` (${vendors})`}`,
    sentences: {
      "last-day": (what, date) =>
        `der letzte Tag für einen Einspruch gegen ${what} ist der ${date}, und etwas ist offen`,
      eve: (what, date) => `${what} soll am ${date} wirksam werden, und etwas ist offen`,
      "eve-held": (what, date) =>
        `${what} wird am ${date} nicht wirksam, wenn bis dahin nicht erledigt ist, worauf sie wartet`,
      "eve-in-part": (what, date) =>
        `${what} soll am ${date} wirksam werden; ein Teil davon nicht, wenn bis dahin nicht erledigt ist, worauf er wartet`,
      "in-force": (what, date) => `${what} ist seit dem ${date} wirksam, und Antworten dazu sind offen`,
      held: (what, date) => `${what} war für den ${date} geplant und ist aufgeschoben: Etwas ist offen`,
    },
    leads: {
      "last-day": (_, until) =>
        `Der letzte Tag für einen Einspruch, der ${until}, steht bevor, und dies ist nicht erledigt oder nicht genehmigt:`,
      eve: (what) =>
        `Dies ist am Vorabend des Tages, für den ${what} geplant ist, nicht erledigt oder nicht genehmigt:`,
      "in-force": (what) =>
        `Diese Einsprüche oder Fragen sind offen, obwohl ${what} wirksam ist. Wer sie erhoben oder gestellt hat, hat noch keine Entscheidung von Ihnen:`,
      held: (what) => `Der Tag, für den ${what} geplant war, ist gekommen. Sie ist nicht wirksam, und dies ist offen:`,
    },
    ofSome: (line, vendors) => `${line} (${vendors})`,
    response: (who, kind, date) => `${who}: ${kind} vom ${date}`,
    settled: (line) => `${line} (inzwischen erledigt)`,
    approval: (who) => `${who}: Genehmigung fehlt`,
    next: {
      decide: "Entscheiden Sie in der Konsole über einen Einspruch, und beantworten Sie dort Fragen.",
      approve:
        "Nur der Kunde kann genehmigen; eine Genehmigung, die per Post oder E-Mail eingegangen ist, wird in der Konsole eingetragen.",
      goOn: "Vorher fortzufahren erfordert einen Grund, der auf der Seite der Änderung erfasst wird.",
    },
    preheader: (count) => (count === 1 ? "Ein Punkt ist offen." : `${count} Punkte sind offen.`),
    open: "Offene Antworten in der Konsole",
  },
  paused: {
    sentence: "der Versand der Mitteilungen war unterbrochen",
    lead: (date, because) =>
      `Am ${date} hat der E-Mail-Anbieter alle E-Mails dieses Registers abgelehnt: ${because}. Nichts ist verloren, aber Mitteilungen, Bestätigungen und Erinnerungen wurden von da an nicht versandt.`,
    arrived:
      "Dass diese E-Mail Sie erreicht hat, zeigt, dass der Versand wieder läuft. Was warten musste, wird verspätet versandt.",
    next: "Prüfen Sie, ob inzwischen ein letzter Tag für einen Einspruch gekommen oder verstrichen ist. Beheben Sie die Ursache beim Anbieter, falls das noch nicht geschehen ist.",
    open: "Der Stand des Versands, in der Konsole",
    preheader: "Mitteilungen wurden eine Zeit lang nicht versandt.",
  },
  unreachable: {
    sentence: (count) =>
      count === 1
        ? "ein Kunde kann nicht mehr über Änderungen informiert werden"
        : `${count} Kunden können nicht mehr über Änderungen informiert werden`,
    lead: (count) =>
      `Keine Kontaktperson ${ofThese(count)} kann angeschrieben werden: Es gibt keine, oder jede hat abbestellt oder ist per E-Mail nicht erreichbar.`,
    next: (count) =>
      count === 1
        ? "Die Mitteilungen an ihn sind weiterhin geschuldet: Benennen Sie eine andere Kontaktperson."
        : "Die Mitteilungen an sie sind weiterhin geschuldet: Benennen Sie für jeden eine andere Kontaktperson.",
    open: "Kunden ohne Kontaktperson, in der Konsole",
    preheader: (count) => `Die Mitteilungen an ${count === 1 ? "ihn" : "sie"} sind weiterhin geschuldet.`,
  },
  contactLeft: {
    sentence: "eine Kontaktperson eines Kunden hat abbestellt",
    lead: (count) => `Eine Kontaktperson ${ofThese(count)} möchte keine E-Mails mehr erhalten:`,
    next: () =>
      "Andere werden dort weiterhin benachrichtigt. Niemand muss stattdessen benannt werden; soll es jemand sein, benennen Sie diese Person.",
    open: "Um wen es geht, in der Konsole",
  },
  contactReplaced: {
    sentence: "ein Kunde hat eine neue Kontaktperson",
    lead: (count) =>
      `Eine Kontaktperson ${ofThese(count)} hat an ihrer Stelle jemanden benannt, der dies bestätigt hat und von nun an benachrichtigt wird:`,
    next: () =>
      "Solange weder Sie auf der Seite des Kunden noch die bisherige Kontaktperson bestätigt haben, dass diese Person für den Kunden antwortet, zählt keine ihrer Genehmigungen. Soll sie gar nicht benachrichtigt werden, entfernen Sie sie aus den Kontaktpersonen des Kunden.",
    open: "Um wen es geht, in der Konsole",
  },
  contactVouched: {
    sentence: "eine Kontaktperson hat bestätigt, wen sie an ihrer Stelle benannt hat",
    lead: (count) =>
      `Eine Kontaktperson ${ofThese(count)} hat bestätigt, dass die von ihr benannte Person an ihrer Stelle antwortet; deren Genehmigungen zählen von nun an:`,
    next: (count) =>
      `Falls diese Person nicht für ${forThese(count)} antworten soll, entfernen Sie sie dort aus den Kontaktpersonen.`,
    open: "Um wen es geht, in der Konsole",
  },
  findings: {
    sentence: (count) => (count === 1 ? "eine neue Feststellung zur Liste" : `${count} neue Feststellungen zur Liste`),
    lead: "An der veröffentlichten Liste hat sich ohne Ihr Zutun etwas geändert:",
    open: "Was auf Sie wartet, in der Konsole",
    preheader: "An der veröffentlichten Liste hat sich ohne Ihr Zutun etwas geändert.",
  },
  own: (organisation) =>
    `Diese E-Mail stammt aus dem Register von ${organisation} und ist an die Organisation selbst gerichtet.`,
};
