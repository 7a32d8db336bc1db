import type { Dictionary } from "../dictionary.ts";

export const follow: Dictionary["follow"] = {
  subscribe: {
    heading: "Få veta innan förteckningen ändras",
    lead: "Ett meddelande när en ändring aviseras, och om den sedan rättas, skjuts upp eller återtas. Ingenting annat, och utskicken avslutas med ett klick.",
    email: "E-postadress",
    language: "Meddelandenas språk",
    products: "Endast om",
    productsHint: "Inget valt: om alla.",
    button: "Informera mig",
    trap: "Lämna detta tomt",
    unavailable: "Det går inte att anmäla sig för tillfället. Försök igen senare.",
    invalid: "Detta är inte en e-postadress. Den ska se ut som namn@foretag.example.",
    invalidTitle: "Kontrollera adressen",
    doneTitle: "Titta i din inkorg",
    done: [
      "Om adressen är ny här har vi just skrivit till den. Öppna länken i det meddelandet för att bekräfta att du vill bli informerad.",
      "Har ingenting kommit efter några minuter? Titta i skräpposten, eller försök igen med adressen skriven exakt som den är registrerad hos din e-posttjänst.",
    ],
  },

  confirm: {
    title: "Bekräfta din adress",
    ask: (organisation) => `Tryck på knappen för att bli informerad innan förteckningen från ${organisation} ändras.`,
    askContact: (organisation, customers) =>
      `Du har angetts som den som ska underrättas, för ${customers}, innan förteckningen från ${organisation} ändras. Tryck på knappen om det stämmer.`,
    askBoth: "Du har även själv bett att få följa förteckningen: knappen bekräftar båda delarna.",
    button: "Ja, informera mig",
    doneTitle: "Din adress är bekräftad",
    done: (organisation) =>
      `Från och med nu informeras du innan förteckningen från ${organisation} ändras. I varje meddelande står hur utskicken avslutas.`,
    doneContact: (organisation, customers) =>
      `Från och med nu underrättas du, för ${customers}, innan förteckningen från ${organisation} ändras. I varje meddelande står hur utskicken avslutas.`,
    expiredTitle: "Länken är för gammal",
    expired: "En bekräftelselänk fungerar i 48 timmar. Vi kan skicka en ny till samma adress.",
    again: "Skicka en ny",
    sentTitle: "Titta i din inkorg",
    sent: "En ny bekräftelselänk är på väg till samma adress.",
  },

  unsubscribe: {
    title: "Avsluta utskicken",
    ask: (organisation) =>
      `Tryck på knappen, så skriver ${organisation} inte längre till dig när leverantörsförteckningen ändras.`,
    only: (organisation, customers) =>
      `Du är den enda som underrättas för ${customers}. Om du avslutar utskicken kan ${organisation} inte längre underrätta någon där om ändringar, och ser att det är så. Det som redan har aviserats kan fortfarande besvaras till och med de dagar som angavs.`,
    amongOthers: (organisation, customers) =>
      `${organisation} underrättar dig för ${customers}. Även andra underrättas där; om ingen läser underrättelserna löper fristerna för invändningar ändå.`,
    button: "Avsluta utskicken",
    without: "Avsluta utskicken utan att ange någon",
    doneTitle: "Du får inga fler meddelanden",
    done: (organisation) => `${organisation} skriver inte längre till dig om ändringar av denna förteckning.`,
    replace: {
      heading: "Vem ska underrättas i stället?",
      lead: (organisation, customers) =>
        `Du underrättades för ${customers}. ${organisation} måste fortfarande underrätta någon där. Om du anger den personen ber vi personen via mejl att bekräfta det.`,
      email: "Personens e-postadress",
      name: "Personens namn (frivilligt)",
      leadFirst: (organisation) =>
        `Om du anger den personen här ber ${organisation} personen via mejl att bekräfta det, och skriver inte längre till dig.`,
      button: "Fråga personen",
      buttonFirst: "Fråga personen och avsluta utskicken till mig",
    },
    replaced: {
      title: "Tack",
      text: [
        "Ett meddelande med en bekräftelselänk är på väg till den adressen.",
        "Så länge länken inte har använts underrättas ingen i ditt ställe, och adressen raderas efter sju dagar.",
        "Via ett mejl till din egen adress kan du bekräfta att personen svarar i ditt ställe: så länge du inte har gjort det räknas inget tillstånd från den personen.",
      ],
    },
    undoAsk: "Var det ett misstag?",
    undo: "Ångra",
    undoneTitle: "Du får utskicken igen",
    undone: (organisation) => `Du informeras innan förteckningen från ${organisation} ändras, som tidigare.`,
  },

  departure: {
    title: "Din plats som kontaktperson",
    hasLeft: (organisation, customers) => `${organisation} skriver inte längre till dig för ${customers}.`,
    isTold: (organisation, customers) => `${organisation} underrättar dig för ${customers}, som tidigare.`,
    isNone: "Du är inte längre kontaktperson för någon kund.",
    asked: (email, customers) =>
      `${email} har angetts i ditt ställe för ${customers} och har ännu inte bekräftat adressen.`,
    isContact: (email, customers) => `${email} underrättas i ditt ställe för ${customers}.`,
    vouched: "Du eller företaget har bekräftat att den personen svarar i ditt ställe.",
    vouch: "Ja, personen svarar i mitt ställe",
    undoAsk: (isNamed) =>
      isNamed
        ? "Var det ett misstag, eller någon annan? I så fall blir ingen som du inte har bekräftat kvar i ditt ställe."
        : "Var det ett misstag, eller någon annan?",
    undo: "Ångra: underrätta mig igen",
  },

  testLink: {
    title: "Detta är en testlänk",
    text: [
      "I det mejl som läsarna får finns en egen länk här: den leder var och en till formuläret där de svarar, eller anger vad de vill bli informerade om.",
      "Här går det inte att svara på något, och ingenting registreras.",
    ],
    calendar:
      "I det mejl som läsarna får ger den här länken var och en en fil till kalendern, med de datum som står i mejlet.",
    form: "Det här ser läsarna där",
  },

  unknownLink: {
    title: "Länken fungerar inte",
    follow: [
      "Den är ofullständig, eller så har adressen som den skapades för raderats: adresser som ingen bekräftar sparas i sju dagar.",
      "Lämna din adress på registrets sida för att bli informerad om ändringar.",
    ],
    answer: [
      "Den är ofullständig, eller så är personen som den skapades för inte längre känd här. Inget svar har registrerats via den.",
      "Öppna länken i själva mejlet, i sin helhet. För att ändå svara på underrättelsen kan du svara på det mejl som den kom i.",
    ],
  },

  preferences: {
    title: "Dina inställningar",
    lead: ["Vad som skickas till ", " när denna förteckning ändras."],
    products: "Produkter",
    productsHint: "Inget valt: du informeras om alla.",
    save: "Spara",
    saved: "Sparat.",
    leave: "Avsluta alla utskick",
  },
};
