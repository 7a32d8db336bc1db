import type { Dictionary } from "../../dictionary.ts";

export const signInMails: Dictionary["signInMails"] = {
  signIn: {
    sentence: "Ihr Anmeldelink",
    preheader: (minutes) =>
      `Er funktioniert einmal, innerhalb von ${minutes} Minuten. Falls Sie ihn nicht angefordert haben, ignorieren Sie diese E-Mail.`,
    lead: (organisation) =>
      `Jemand hat mit dieser Adresse darum gebeten, sich bei der Konsole anzumelden, in der ${organisation} die Liste der Dienstleister führt. Falls Sie das waren, meldet dieser Link Sie an:`,
    button: "Anmelden",
    validFor: (minutes) =>
      `Der Link öffnet eine Seite mit einer einzigen Schaltfläche. Er funktioniert einmal, innerhalb von ${minutes} Minuten nach der Anforderung.`,
    otherwise:
      "Falls Sie das nicht waren, ignorieren Sie diese E-Mail bitte: Ohne sie kann sich niemand anmelden. Bitte leiten Sie sie auch nicht weiter.",
    why: (organisation) =>
      `Sie erhalten diese E-Mail, weil diese Adresse zu jemandem gehört, der an der Liste der Dienstleister von ${organisation} arbeitet.`,
  },
  address: {
    sentence: "Bitte bestätigen Sie Ihre E-Mail-Adresse",
    preheader: "Der Link funktioniert einmal, innerhalb einer Stunde, in dem Browser, in dem Sie angemeldet sind.",
    lead: (organisation) =>
      `Jemand, der an der Liste der Dienstleister von ${organisation} arbeitet, hat diese Adresse als seine angegeben. Falls Sie das waren, bestätigen Sie sie:`,
    button: "Die Adresse bestätigen",
    where:
      "Der Link öffnet eine Seite mit einer einzigen Schaltfläche. Er funktioniert einmal, innerhalb einer Stunde, in dem Browser, in dem Sie angemeldet sind. Danach gehen Ihre Anmeldelinks an diese Adresse.",
    otherwise: "Falls Sie das nicht waren, ignorieren Sie diese E-Mail bitte: Ohne Sie ändert sich nichts.",
    why: (organisation) =>
      `Wir haben diese E-Mail gesendet, weil diese Adresse in der Konsole von ${organisation} eingegeben wurde.`,
  },
  addressChanged: {
    sentence: "Ihre Anmeldelinks gehen an eine andere Adresse",
    lead: (organisation, date) =>
      `Am ${date} wurde für Sie in der Konsole von ${organisation} eine andere Adresse bestätigt. Anmeldelinks und E-Mails an Sie gehen von nun an dorthin; wo Sie sonst angemeldet waren, sind Sie es nicht mehr.`,
    otherwise: "Falls Sie das nicht waren, wenden Sie sich sofort an eine Person, die die Liste verwaltet.",
    why: (organisation) =>
      `Sie erhalten diese E-Mail, weil diese Adresse zu jemandem gehörte, der an der Liste der Dienstleister von ${organisation} arbeitet.`,
  },
  invitation: {
    sentence: "Sie sind eingeladen, an unserer Liste der Dienstleister mitzuarbeiten",
    preheader: (organisation) => `So melden Sie sich bei der Konsole von ${organisation} an.`,
    lead: (organisation, by) =>
      `${by ?? "Die verwaltende Person"} hat Sie zu der Konsole eingeladen, in der ${organisation} die Liste der Dienstleister führt, die personenbezogene Daten verarbeiten, und Kunden informiert, bevor sich diese Liste ändert.`,
    role: {
      read: "Sie können dort die Liste, ihre Änderungen und die Antworten lesen.",
      write: "Sie können dort die Liste, ihre Änderungen und die Antworten lesen und Änderungen entwerfen.",
      announce:
        "Sie können dort die Liste, ihre Änderungen und die Antworten lesen, Änderungen entwerfen, freigeben und ankündigen.",
      admin: "Sie können dort alles tun und festlegen, wer sonst was tun darf.",
    },
    validFor: (hours) =>
      `Der Link öffnet eine Seite mit einer einzigen Schaltfläche. Er funktioniert einmal, innerhalb von ${hours} Stunden. Danach fordern Sie selbst mit dieser Adresse einen neuen an:`,
    another: "Anmeldelink anfordern",
    otherwise:
      "Falls Sie dies nicht erwartet haben, ignorieren Sie diese E-Mail bitte. Bitte leiten Sie sie auch nicht weiter: Der Link ist nur für Sie bestimmt.",
    why: (organisation) =>
      `Wir haben diese E-Mail gesandt, weil jemand, der die Liste der Dienstleister von ${organisation} verwaltet, diese Adresse eingegeben hat.`,
  },
};

export const testMail: Dictionary["testMail"] = {
  subject: (subject) => `[Probe] ${subject}`,
  notice:
    "Dies ist eine Probe, die nur an Sie gesandt wurde: eine E-Mail, wie ihre Empfänger sie erhalten würden. Niemand wird dadurch über etwas informiert, und die Links darin zeigen, was die Empfänger sehen würden.",
  pageToCome:
    "Die Änderung ist noch nicht angekündigt und hat noch keine öffentliche Seite: Der Link zu ihr führt in die Konsole, zu dieser Seite, wie sie sein wird.",
};
