import type { Dictionary } from "../dictionary.ts";

export const follow: Dictionary["follow"] = {
  subscribe: {
    heading: "Op de hoogte zijn voordat deze lijst wijzigt",
    lead: "Een bericht wanneer een wijziging wordt aangekondigd, en als die daarna wordt gecorrigeerd, uitgesteld of ingetrokken. Verder niets, en afmelden kan met één klik.",
    email: "E-mailadres",
    language: "Taal van de berichten",
    products: "Alleen over",
    productsHint: "Niets gekozen: over alle.",
    button: "Houd mij op de hoogte",
    trap: "Laat dit veld leeg",
    unavailable: "Aanmelden is op dit moment niet mogelijk. Probeer het later opnieuw.",
    invalid: "Dit is geen e-mailadres. Het moet eruitzien als naam@bedrijf.example.",
    invalidTitle: "Controleer het adres",
    doneTitle: "Kijk in uw postvak",
    done: [
      "Als dit adres hier nieuw is, hebben wij er zojuist een bericht naar gestuurd. Open de link in dat bericht om te bevestigen dat u op de hoogte wilt worden gesteld.",
      "Is er na enkele minuten niets aangekomen? Kijk in de map met ongewenste e-mail, of probeer het opnieuw met de precieze schrijfwijze van uw adres.",
    ],
  },

  confirm: {
    title: "Bevestig uw adres",
    ask: (organisation) =>
      `Klik op de knop om op de hoogte te worden gesteld voordat de lijst van ${organisation} wijzigt.`,
    askContact: (organisation, customers) =>
      `U bent opgegeven als de persoon die namens ${customers} op de hoogte moet worden gesteld voordat de lijst van ${organisation} wijzigt. Klik op de knop als dat klopt.`,
    askBoth: "U hebt ook zelf gevraagd om de lijst te volgen: de knop bevestigt beide.",
    button: "Ja, houd mij op de hoogte",
    doneTitle: "Uw adres is bevestigd",
    done: (organisation) =>
      `Vanaf nu wordt u op de hoogte gesteld voordat de lijst van ${organisation} wijzigt. In elk bericht staat hoe u zich afmeldt.`,
    doneContact: (organisation, customers) =>
      `Vanaf nu wordt u namens ${customers} op de hoogte gesteld voordat de lijst van ${organisation} wijzigt. In elk bericht staat hoe u zich afmeldt.`,
    expiredTitle: "Deze link is te oud",
    expired: "Een bevestigingslink is 48 uur geldig. Wij kunnen een nieuwe naar hetzelfde adres sturen.",
    again: "Nieuwe link sturen",
    sentTitle: "Kijk in uw postvak",
    sent: "Een nieuwe bevestigingslink is onderweg naar hetzelfde adres.",
  },

  unsubscribe: {
    title: "Afmelden voor berichten",
    ask: (organisation) =>
      `Klik op de knop, en ${organisation} schrijft u niet meer wanneer de lijst van dienstverleners wijzigt.`,
    only: (organisation, customers) =>
      `U bent de enige die namens ${customers} op de hoogte wordt gesteld. Als u zich afmeldt, kan ${organisation} daar niemand meer over wijzigingen inlichten, en ziet dat ook. Op wat al is aangekondigd, kan nog tot de genoemde dagen worden gereageerd.`,
    amongOthers: (organisation, customers) =>
      `${organisation} stelt u namens ${customers} op de hoogte. Ook anderen worden daar op de hoogte gesteld; als niemand de kennisgevingen leest, lopen de termijnen om bezwaar te maken toch.`,
    button: "Afmelden voor berichten",
    without: "Afmelden en niemand opgeven",
    doneTitle: "U ontvangt geen berichten meer",
    done: (organisation) => `${organisation} schrijft u niet meer over wijzigingen in deze lijst.`,
    replace: {
      heading: "Wie moet er in plaats daarvan op de hoogte worden gesteld?",
      lead: (organisation, customers) =>
        `U werd namens ${customers} op de hoogte gesteld. ${organisation} moet daar nog steeds iemand op de hoogte stellen. Als u die persoon opgeeft, vragen wij hem of haar per e-mail om een bevestiging.`,
      email: "E-mailadres van die persoon",
      name: "Naam van die persoon (optioneel)",
      leadFirst: (organisation) =>
        `Als u die persoon hier opgeeft, vraagt ${organisation} hem of haar per e-mail om een bevestiging en schrijft u niet meer.`,
      button: "Om bevestiging vragen",
      buttonFirst: "Om bevestiging vragen en mij afmelden",
    },
    replaced: {
      title: "Dank u wel",
      text: [
        "Een bericht met een bevestigingslink is onderweg naar dat adres.",
        "Zolang de link niet is gebruikt, wordt niemand in uw plaats op de hoogte gesteld, en het adres wordt na zeven dagen gewist.",
        "Met een e-mail aan uw eigen adres kunt u bevestigen dat deze persoon in uw plaats antwoordt: zolang u dat niet hebt gedaan, telt geen toestemming van deze persoon.",
      ],
    },
    undoAsk: "Was dat een vergissing?",
    undo: "Ongedaan maken",
    undoneTitle: "U bent terug",
    undone: (organisation) =>
      `U wordt net als voorheen op de hoogte gesteld voordat de lijst van ${organisation} wijzigt.`,
  },

  departure: {
    title: "Uw plaats als contactpersoon",
    hasLeft: (organisation, customers) => `${organisation} schrijft u niet meer namens ${customers}.`,
    isTold: (organisation, customers) => `${organisation} stelt u net als voorheen namens ${customers} op de hoogte.`,
    isNone: "U bent voor geen enkele klant meer contactpersoon.",
    asked: (email, customers) =>
      `${email} is in uw plaats namens ${customers} opgegeven en heeft het adres nog niet bevestigd.`,
    isContact: (email, customers) => `${email} wordt in uw plaats namens ${customers} op de hoogte gesteld.`,
    vouched: "U of het bedrijf heeft bevestigd dat deze persoon in uw plaats antwoordt.",
    vouch: "Ja, deze persoon antwoordt in mijn plaats",
    undoAsk: (isNamed) =>
      isNamed
        ? "Was dat een vergissing, of iemand anders? Dan blijft niemand in uw plaats die u niet hebt bevestigd."
        : "Was dat een vergissing, of iemand anders?",
    undo: "Ongedaan maken: stel mij weer op de hoogte",
  },

  testLink: {
    title: "Dit is een proeflink",
    text: [
      "In de e-mail die lezers ontvangen, staat hier een eigen link: die leidt ieder van hen naar het formulier waarin zij antwoorden, of aangeven waarover zij op de hoogte willen worden gesteld.",
      "Hier kan niets worden beantwoord, en er wordt niets vastgelegd.",
    ],
    calendar:
      "In de e-mail die lezers ontvangen, geeft deze link ieder van hen een bestand voor de agenda, met de data die in de e-mail staan.",
    form: "Dit zien lezers daar",
  },

  unknownLink: {
    title: "Deze link werkt niet",
    follow: [
      "De link is afgebroken, of het adres waarvoor hij is gemaakt, is gewist: adressen die niemand bevestigt, worden zeven dagen bewaard.",
      "Om over wijzigingen op de hoogte te worden gesteld, kunt u uw adres achterlaten op de pagina van het register.",
    ],
    answer: [
      "De link is afgebroken, of de persoon voor wie hij is gemaakt, is hier niet meer bekend. Er is geen antwoord mee vastgelegd.",
      "Open de link volledig vanuit de e-mail zelf. Wilt u toch op de kennisgeving antwoorden, beantwoord dan de e-mail waarin zij kwam.",
    ],
  },

  preferences: {
    title: "Uw voorkeuren",
    lead: ["Wat er aan ", " wordt gestuurd wanneer deze lijst wijzigt."],
    products: "Producten",
    productsHint: "Niets gekozen: u wordt over alle op de hoogte gesteld.",
    save: "Opslaan",
    saved: "Opgeslagen.",
    leave: "Afmelden voor alle berichten",
  },
};
