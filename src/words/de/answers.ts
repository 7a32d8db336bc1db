import type { Dictionary } from "../dictionary.ts";
import { contractWith } from "./names.ts";

const changing = (number: number, vendors: string) => `Änderung ${number} (${vendors})`;

export const answers: Dictionary["answers"] = {
  kinds: {
    acknowledged: "Kenntnisnahme",
    approved: "Genehmigung",
    asked: "Frage",
    objected: "Einspruch",
  },
  outcomes: {
    withdrawn: "Wie Sie uns mitgeteilt haben, halten Sie Ihren Einspruch nicht aufrecht",
    alternative: "Es wurde eine andere Lösung gefunden",
    exempted: "Die Änderung gilt nicht für Sie",
    terminated: "Der Vertrag endet",
    rejected: "Es bleibt bei der Änderung, wie sie angekündigt wurde",
    answered: "Ihre Frage ist beantwortet",
  },
  yourAnswer: "Ihre Antwort",
  theAnswer: "Die Antwort",
  theWords: "In den Worten des Unternehmens",
  channels: {
    post: "per Post",
    email: "per E-Mail",
    phone: "telefonisch",
    meeting: "in einer Besprechung",
    other: "auf anderem Weg",
  },
  cameBy: (channel, date) => `am ${date} ${channel} eingegangen, von uns erfasst`,
  waiting: (organisation) =>
    `Diese Genehmigung ist erfasst, zählt aber noch nicht: Sie wurden von jemandem benannt, der vor Ihnen benachrichtigt wurde. Die Genehmigung zählt, sobald ${organisation} oder die Person, die Sie benannt hat, bestätigt hat, dass Sie für dieses Unternehmen antworten.`,
  superseded: {
    objected: (date) => `Sie zählt nicht, wegen eines Einspruchs vom ${date}.`,
    other: (date) => `Sie zählt nicht mehr: Am ${date} wurde eine andere Antwort gegeben.`,
  },
  behalf: "Im Namen von",
  recordedOn: "Erfasst am",
  written: "Was Sie geschrieben haben",
  approvalNeeded: (customers, vendors) =>
    `Nach ${contractWith(customers)} ist ${vendors === null ? "hierfür" : `für das, was sich zu ${vendors} ändert,`} Ihre Genehmigung erforderlich.`,
  approvalMissing: "Ihre Genehmigung steht noch aus.",
  until: (date) => `Sie können Ihre Antwort bis zum ${date} ändern.`,
  late: "verspätet",
  calendarLink: "Die Termine für Ihren Kalender (.ics)",

  page: {
    title: (number) => `Ihre Antwort zu Änderung ${number}`,
    company: "Unternehmen",
    details: "Die Änderung in allen Einzelheiten",
    saved: "Ihre Antwort ist erfasst. Eine Bestätigung ist an Sie unterwegs.",
    decided: (outcome) => `Entscheidung: ${outcome}.`,
    over: (date) =>
      `Der letzte Tag für einen Einspruch war der ${date}. Eine Antwort, die Sie jetzt geben, wird als verspätet erfasst.`,
    overButApproval: (date) =>
      `Der letzte Tag für einen Einspruch war der ${date}. Auf Ihre Genehmigung wird gewartet, bis Sie sie erteilen; jede andere Antwort, die Sie jetzt geben, wird als verspätet erfasst.`,
    nothingToDo:
      "Niemand wartet auf eine Antwort von Ihnen: Sie müssen nichts unternehmen. Sie können dennoch antworten.",
    exempted: (customer, date) =>
      `Diese Änderung gilt nicht für ${customer}: So wurde es am ${date} entschieden. Es gibt nichts mehr, wogegen Einspruch zu erheben wäre, und keinen letzten Tag dafür; Fragen beantworten wir jederzeit.`,
    withdrawn: "Diese Änderung wurde zurückgenommen und gilt nicht. Es gibt nichts mehr zu beantworten.",
    choices: {
      acknowledged: "Wir haben Kenntnis genommen",
      approved: "Wir erteilen die Genehmigung",
      asked: "Wir haben eine Frage",
      objected: "Wir erheben Einspruch",
    },
    notAnApproval: "Wir haben Kenntnis genommen (das ist keine Genehmigung)",
    takesBack:
      "Sie haben genehmigt. Wenn Sie stattdessen nur Kenntnis nehmen oder Einspruch erheben, nehmen Sie Ihre Genehmigung zurück.",
    customerUntil: (date) => `letzter Tag für einen Einspruch: ${date}`,
    customerOver: (date) =>
      `letzter Tag für einen Einspruch: ${date}; eine Antwort, die Sie jetzt geben, ist verspätet`,
    customerApproval: "Genehmigung erforderlich",
    followerBehalf: "Im Namen von (freiwillig)",
    followerBehalfHint: "Das Unternehmen, für das Sie sprechen.",
    text: "Ihre Erläuterung",
    textHint:
      "Erforderlich für eine Frage. Zu einem Einspruch hilft eine Begründung, eine Lösung zu finden; dieses Formular verlangt sie nicht. Höchstens 5.000 Zeichen.",
    send: "Antwort senden",
    change: "Antwort ändern",
    wrongTitle: "Bitte prüfen Sie Ihre Antwort",
    wrong: {
      kind: "Wählen Sie eine der Antworten aus.",
      text: "Schreiben Sie Ihre Frage: höchstens 5.000 Zeichen, ohne unsichtbare Zeichen oder Steuerzeichen. Dasselbe gilt für Erläuterungen zu einem Einspruch.",
      customer: "Wählen Sie aus, in wessen Namen Sie antworten.",
      onBehalfOf: "Das kann nicht der Name eines Unternehmens sein: höchstens 200 Zeichen in einer Zeile.",
    },
    tooOften:
      "Das sind zu viele Antworten an einem Tag. Es gilt die zuletzt erfasste; bitte versuchen Sie es morgen erneut.",
  },

  calendar: {
    lastDayForAll: (number, vendors) =>
      `letzter Tag für Einsprüche von Kunden gegen Änderung ${number} (${vendors}), sofern nichts anderes vereinbart ist`,
    lastDay: (number, vendors, customer) =>
      `letzter Tag für einen Einspruch gegen Änderung ${number} (${vendors})${customer ? ` – ${customer}` : ""}`,
    effective: {
      from: (number, vendors) => `${changing(number, vendors)} wird wirksam`,
      earliest: (number, vendors) => `${changing(number, vendors)} wird frühestens an diesem Tag wirksam`,
      heldUp: (number, vendors) =>
        `${changing(number, vendors)} war für diesen Tag geplant: wartet auf die Genehmigung von Kunden oder die Erledigung von Einsprüchen`,
      since: (number, vendors) => `${changing(number, vendors)} ist wirksam geworden`,
    },
  },
};
