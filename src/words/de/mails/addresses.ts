import type { Dictionary } from "../../dictionary.ts";

export const addressMails: Dictionary["addressMails"] = {
  confirmation: {
    sentence: "bitte bestätigen Sie, dass Sie unsere Liste der Dienstleister abonnieren möchten",
    lead: (organisation) =>
      `Jemand hat uns gebeten, an diese Adresse zu schreiben, wann immer sich die Liste der Dienstleister von ${organisation} ändern soll. Falls Sie das waren, bestätigen Sie es bitte:`,
    button: "Diese Adresse bestätigen",
    validFor: (hours) =>
      `Der Link öffnet eine Seite mit einer einzigen Schaltfläche. Er ist ${hours} Stunden lang gültig.`,
    otherwise:
      "Falls Sie das nicht waren, ignorieren Sie diese E-Mail bitte. Ohne eine Bestätigung ändert sich nichts.",
    preheader: (hours) =>
      `Der Link ist ${hours} Stunden lang gültig. Falls Sie das nicht waren, ignorieren Sie diese E-Mail.`,
  },
  invitation: {
    sentence: (customers) => `bitte bestätigen Sie, dass Sie für ${customers} benachrichtigt werden sollen`,
    lead: (organisation, customers, by) =>
      `${by ?? "Eine bisher benachrichtigte Kontaktperson"} hat diese Adresse angegeben, damit Sie für ${customers} benachrichtigt werden, bevor ${organisation} Änderungen bei den Dienstleistern vornimmt, die personenbezogene Daten verarbeiten.`,
    meaning: (organisation) =>
      `Sobald Sie dies bestätigt haben, sendet ${organisation} Ihnen die Mitteilungen, und ab diesen laufen die Fristen für einen Einspruch gegen eine Änderung.`,
    button: "Bestätigen, dass ich benachrichtigt werde",
    otherwise: "Falls das nicht zutrifft, ignorieren Sie diese E-Mail bitte. Ohne eine Bestätigung ändert sich nichts.",
    why: (organisation) =>
      `Wir haben diese E-Mail gesandt, weil eine Kontaktperson eines Kunden von ${organisation} diese Adresse eingegeben hat.`,
  },
  departure: {
    left: {
      sentence: (customers) => `Sie werden nicht länger für ${customers} benachrichtigt`,
      lead: (organisation, customers) =>
        `Über den Link in einer an diese Adresse gesandten E-Mail hat jemand soeben die Mitteilungen von ${organisation} beendet, die an diese Adresse für ${customers} gesandt wurden.`,
      meaning: () =>
        "Falls Sie das waren, müssen Sie nichts unternehmen. Falls nicht, oder falls es ein Versehen war, machen Sie es hier rückgängig:",
    },
    named: {
      sentence: (customers) => `jemand soll an Ihrer Stelle für ${customers} benachrichtigt werden`,
      lead: (organisation, customers, other) =>
        `Über den Link in einer an diese Adresse gesandten E-Mail wurde bestimmt, dass ${other ?? "eine andere Adresse"} an Ihrer Stelle benachrichtigt wird, bevor ${organisation} Änderungen bei den Dienstleistern vornimmt, die personenbezogene Daten von ${customers} verarbeiten.`,
      meaning: (organisation) =>
        `Falls das zutrifft, bestätigen Sie es bitte hier: Solange weder Sie noch ${organisation} dies getan haben, zählt keine Genehmigung dieser Person. Falls nicht, machen Sie es rückgängig: Dann werden wieder Sie benachrichtigt und nicht diese Person.`,
    },
    button: "Bestätigen oder rückgängig machen",
    preheader: "Falls Sie das nicht waren, machen Sie es rückgängig.",
    personal: "Dieser Link ist nur für Sie bestimmt. Bitte leiten Sie diese E-Mail nicht weiter.",
    why: (organisation) =>
      `Sie erhalten diese E-Mail einmalig, weil diese Adresse zu einer Kontaktperson eines Kunden von ${organisation} gehört.`,
  },
  alreadyFollowing: {
    sentence: "Sie haben unsere Liste der Dienstleister bereits abonniert",
    lead: (organisation) =>
      `Jemand hat uns gebeten, an diese Adresse zu schreiben, wann immer sich die Liste der Dienstleister von ${organisation} ändern soll. Sie haben die Liste bereits abonniert, und die Anfrage hat nichts geändert.`,
    otherwise: "Falls Sie das nicht waren, können Sie diese E-Mail ignorieren.",
    preheader: "Ihr Abonnement ist unverändert.",
  },
};
