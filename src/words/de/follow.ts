import type { Dictionary } from "../dictionary.ts";

export const follow: Dictionary["follow"] = {
  subscribe: {
    heading: "Informiert werden, bevor sich diese Liste ändert",
    lead: "Eine Nachricht, wenn eine Änderung angekündigt wird, und wenn sie danach berichtigt, verschoben oder zurückgenommen wird. Sonst nichts, und ein Klick genügt zum Abbestellen.",
    email: "E-Mail-Adresse",
    language: "Sprache der Nachrichten",
    products: "Nur zu",
    productsHint: "Nichts ausgewählt: zu allen.",
    button: "Informieren Sie mich",
    trap: "Lassen Sie dieses Feld leer",
    unavailable: "Die Anmeldung ist derzeit nicht möglich. Bitte versuchen Sie es später erneut.",
    invalid: "Dies ist keine E-Mail-Adresse. Sie sollte aussehen wie name@firma.example.",
    invalidTitle: "Prüfen Sie die Adresse",
    doneTitle: "Sehen Sie in Ihrem Posteingang nach",
    done: [
      "Falls diese Adresse hier neu ist, haben wir soeben an sie geschrieben. Öffnen Sie den Link in dieser Nachricht, um zu bestätigen, dass Sie informiert werden möchten.",
      "Nach einigen Minuten ist nichts angekommen? Sehen Sie im Spam-Ordner nach, oder versuchen Sie es erneut mit der genauen Schreibweise Ihrer Adresse.",
    ],
  },

  confirm: {
    title: "Bestätigen Sie Ihre Adresse",
    ask: (organisation) =>
      `Klicken Sie auf die Schaltfläche, um informiert zu werden, bevor sich die Liste von ${organisation} ändert.`,
    askContact: (organisation, customers) =>
      `Sie wurden als die Person benannt, die für ${customers} informiert werden soll, bevor sich die Liste von ${organisation} ändert. Klicken Sie auf die Schaltfläche, wenn das zutrifft.`,
    askBoth: "Sie haben auch selbst darum gebeten, die Liste zu abonnieren: Die Schaltfläche bestätigt beides.",
    button: "Ja, informieren Sie mich",
    doneTitle: "Ihre Adresse ist bestätigt",
    done: (organisation) =>
      `Von nun an werden Sie informiert, bevor sich die Liste von ${organisation} ändert. In jeder Nachricht steht, wie Sie sie abbestellen.`,
    doneContact: (organisation, customers) =>
      `Von nun an werden Sie für ${customers} informiert, bevor sich die Liste von ${organisation} ändert. In jeder Nachricht steht, wie Sie sie abbestellen.`,
    expiredTitle: "Dieser Link ist zu alt",
    expired: "Ein Bestätigungslink ist 48 Stunden lang gültig. Wir können einen neuen an dieselbe Adresse senden.",
    again: "Neuen Link senden",
    sentTitle: "Sehen Sie in Ihrem Posteingang nach",
    sent: "Ein neuer Bestätigungslink ist an dieselbe Adresse unterwegs.",
  },

  unsubscribe: {
    title: "Nachrichten abbestellen",
    ask: (organisation) =>
      `Klicken Sie auf die Schaltfläche, und ${organisation} schreibt Ihnen nicht mehr, wenn sich die Liste der Dienstleister ändert.`,
    only: (organisation, customers) =>
      `Sie sind die einzige Person, die für ${customers} benachrichtigt wird. Wenn Sie die Nachrichten abbestellen, kann ${organisation} dort niemanden mehr über Änderungen informieren und sieht, dass das so ist. Was bereits angekündigt wurde, kann bis zu den genannten Tagen beantwortet werden.`,
    amongOthers: (organisation, customers) =>
      `${organisation} benachrichtigt Sie für ${customers}. Auch andere werden dort benachrichtigt; wenn niemand die Mitteilungen liest, laufen die Fristen für einen Einspruch dennoch.`,
    button: "Nachrichten abbestellen",
    without: "Nachrichten abbestellen und niemanden benennen",
    doneTitle: "Sie erhalten keine Nachrichten mehr",
    done: (organisation) => `${organisation} schreibt Ihnen nicht mehr über Änderungen dieser Liste.`,
    replace: {
      heading: "Wer soll stattdessen informiert werden?",
      lead: (organisation, customers) =>
        `Sie wurden für ${customers} benachrichtigt. ${organisation} muss dort weiterhin jemanden informieren. Wenn Sie diese Person benennen, bitten wir sie per E-Mail um Bestätigung.`,
      email: "E-Mail-Adresse dieser Person",
      name: "Name dieser Person (freiwillig)",
      leadFirst: (organisation) =>
        `Wenn Sie diese Person hier benennen, bittet ${organisation} sie per E-Mail um Bestätigung und schreibt Ihnen nicht mehr.`,
      button: "Um Bestätigung bitten",
      buttonFirst: "Um Bestätigung bitten und meine Nachrichten abbestellen",
    },
    replaced: {
      title: "Vielen Dank",
      text: [
        "Eine Nachricht mit einem Bestätigungslink ist an diese Adresse unterwegs.",
        "Solange der Link nicht genutzt wurde, wird niemand an Ihrer Stelle benachrichtigt, und die Adresse wird nach sieben Tagen gelöscht.",
        "Über eine E-Mail an Ihre eigene Adresse können Sie bestätigen, dass diese Person an Ihrer Stelle antwortet: Bis dahin zählt keine Genehmigung dieser Person.",
      ],
    },
    undoAsk: "War das ein Versehen?",
    undo: "Rückgängig machen",
    undoneTitle: "Sie sind wieder dabei",
    undone: (organisation) => `Sie werden wie bisher informiert, bevor sich die Liste von ${organisation} ändert.`,
  },

  departure: {
    title: "Ihre Stellung als Kontaktperson",
    hasLeft: (organisation, customers) => `${organisation} schreibt Ihnen nicht mehr für ${customers}.`,
    isTold: (organisation, customers) => `${organisation} benachrichtigt Sie wie bisher für ${customers}.`,
    isNone: "Sie sind für keinen Kunden mehr Kontaktperson.",
    asked: (email, customers) =>
      `${email} wurde an Ihrer Stelle für ${customers} benannt und hat die Adresse noch nicht bestätigt.`,
    isContact: (email, customers) => `${email} wird an Ihrer Stelle für ${customers} benachrichtigt.`,
    vouched: "Sie oder das Unternehmen haben bestätigt, dass diese Person an Ihrer Stelle antwortet.",
    vouch: "Ja, diese Person antwortet an meiner Stelle",
    undoAsk: (isNamed) =>
      isNamed
        ? "War das ein Versehen oder jemand anderes? Dann bleibt niemand an Ihrer Stelle, den Sie nicht bestätigt haben."
        : "War das ein Versehen oder jemand anderes?",
    undo: "Rückgängig machen: Benachrichtigen Sie wieder mich",
  },

  testLink: {
    title: "Dies ist ein Link zur Probe",
    text: [
      "In der E-Mail, die die Empfänger erhalten, steht hier ein eigener Link: Er führt jeden von ihnen zu dem Formular, mit dem sie antworten oder angeben, worüber sie informiert werden möchten.",
      "Hier kann nichts beantwortet werden, und es wird nichts gespeichert.",
    ],
    calendar:
      "In der E-Mail, die die Empfänger erhalten, führt dieser Link jeden von ihnen zu einer Datei für den Kalender, mit den Terminen, die in der E-Mail stehen.",
    form: "Das sehen die Empfänger dort",
  },

  unknownLink: {
    title: "Dieser Link funktioniert nicht",
    follow: [
      "Er ist unvollständig, oder die Adresse, für die er erstellt wurde, wurde gelöscht: Adressen, die niemand bestätigt, werden sieben Tage lang aufbewahrt.",
      "Um über Änderungen informiert zu werden, hinterlassen Sie Ihre Adresse auf der Seite des Registers.",
    ],
    answer: [
      "Er ist unvollständig, oder die Person, für die er erstellt wurde, ist hier nicht mehr bekannt. Über ihn wurde keine Antwort erfasst.",
      "Öffnen Sie den Link vollständig aus der E-Mail selbst. Um dennoch auf die Mitteilung zu antworten, antworten Sie auf die E-Mail, mit der sie kam.",
    ],
  },

  preferences: {
    title: "Ihre Einstellungen",
    lead: ["Was an ", " gesandt wird, wenn sich diese Liste ändert."],
    products: "Produkte",
    productsHint: "Nichts ausgewählt: Sie werden zu allen informiert.",
    save: "Speichern",
    saved: "Gespeichert.",
    leave: "Alle Nachrichten abbestellen",
  },
};
