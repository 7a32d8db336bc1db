import type { Dictionary } from "../dictionary.ts";
import { contractWith } from "./names.ts";

const changing = (number: number, vendors: string) => `wijziging ${number} (${vendors})`;

export const answers: Dictionary["answers"] = {
  kinds: {
    acknowledged: "Kennisneming",
    approved: "Toestemming",
    asked: "Vraag",
    objected: "Bezwaar",
  },
  outcomes: {
    withdrawn: "Zoals u ons hebt meegedeeld, trekt u uw bezwaar in",
    alternative: "Er is een andere oplossing gevonden",
    exempted: "De wijziging geldt niet voor u",
    terminated: "De overeenkomst eindigt",
    rejected: "De wijziging blijft zoals aangekondigd",
    answered: "Uw vraag is beantwoord",
  },
  yourAnswer: "Uw antwoord",
  theAnswer: "Het antwoord",
  theWords: "In de woorden van het bedrijf",
  channels: {
    post: "per post",
    email: "per e-mail",
    phone: "per telefoon",
    meeting: "in een bespreking",
    other: "op een andere wijze",
  },
  cameBy: (channel, date) => `op ${date} ${channel} ontvangen, door ons vastgelegd`,
  waiting: (organisation) =>
    `Deze toestemming is vastgelegd maar telt nog niet: u bent opgegeven door iemand die vóór u op de hoogte werd gesteld. De toestemming telt zodra ${organisation}, of degene die u heeft opgegeven, heeft bevestigd dat u voor dit bedrijf antwoordt.`,
  superseded: {
    objected: (date) => `Deze toestemming telt niet, wegens een bezwaar van ${date}.`,
    other: (date) => `Deze toestemming telt niet meer: op ${date} is een ander antwoord gegeven.`,
  },
  behalf: "Namens",
  recordedOn: "Vastgelegd op",
  written: "Wat u hebt geschreven",
  approvalNeeded: (customers, vendors) =>
    `Op grond van ${contractWith(customers)} is ${vendors === null ? "hiervoor" : `voor wat er verandert met betrekking tot ${vendors}`} uw toestemming nodig.`,
  approvalMissing: "Uw toestemming ontbreekt nog.",
  until: (date) => `U kunt uw antwoord tot en met ${date} wijzigen.`,
  late: "te laat",
  calendarLink: "De data voor uw agenda (.ics)",

  page: {
    title: (number) => `Uw antwoord op wijziging ${number}`,
    company: "Bedrijf",
    details: "Alle details van de wijziging",
    saved: "Uw antwoord is vastgelegd. Een ontvangstbevestiging is naar u onderweg.",
    decided: (outcome) => `Besluit: ${outcome}.`,
    over: (date) =>
      `De laatste dag om bezwaar te maken was ${date}. Een antwoord dat u nu geeft, wordt als te laat vastgelegd.`,
    overButApproval: (date) =>
      `De laatste dag om bezwaar te maken was ${date}. Op uw toestemming wordt gewacht totdat u deze geeft; elk ander antwoord dat u nu geeft, wordt als te laat vastgelegd.`,
    nothingToDo: "Niemand wacht op een antwoord van u: u hoeft niets te doen. U kunt wel antwoorden.",
    exempted: (customer, date) =>
      `Deze wijziging geldt niet voor ${customer}: zo is op ${date} besloten. Er is niets meer waartegen bezwaar kan worden gemaakt, en er loopt geen termijn; een vraag is altijd welkom.`,
    withdrawn: "Deze wijziging is ingetrokken en geldt niet. Er valt niets meer te beantwoorden.",
    choices: {
      acknowledged: "Wij hebben kennisgenomen",
      approved: "Wij geven toestemming voor deze wijziging",
      asked: "Wij hebben een vraag",
      objected: "Wij maken bezwaar",
    },
    notAnApproval: "Wij hebben kennisgenomen (dit is geen toestemming)",
    takesBack:
      "U hebt toestemming gegeven. Als u in plaats daarvan alleen kennisneemt of bezwaar maakt, trekt u uw toestemming in.",
    customerUntil: (date) => `laatste dag om bezwaar te maken: ${date}`,
    customerOver: (date) => `laatste dag om bezwaar te maken: ${date}; een antwoord dat u nu geeft, is te laat`,
    customerApproval: "toestemming nodig",
    followerBehalf: "Namens (optioneel)",
    followerBehalfHint: "Het bedrijf waarvoor u spreekt.",
    text: "Uw toelichting",
    textHint:
      "Nodig bij een vraag. Bij een bezwaar helpt een toelichting om een oplossing te vinden; dit formulier vraagt er niet om. Ten hoogste 5.000 tekens.",
    send: "Antwoord versturen",
    change: "Antwoord wijzigen",
    wrongTitle: "Controleer uw antwoord",
    wrong: {
      kind: "Kies een van de antwoorden.",
      text: "Schrijf uw vraag: ten hoogste 5.000 tekens, zonder onzichtbare tekens of stuurtekens. Hetzelfde geldt voor een toelichting bij een bezwaar.",
      customer: "Kies namens wie u antwoordt.",
      onBehalfOf: "Dit kan niet de naam van een bedrijf zijn: ten hoogste 200 tekens op één regel.",
    },
    tooOften:
      "Dat zijn te veel antwoorden op één dag. Het laatst vastgelegde antwoord geldt; probeer het morgen opnieuw.",
  },

  calendar: {
    lastDayForAll: (number, vendors) =>
      `laatste dag voor klanten om bezwaar te maken tegen wijziging ${number} (${vendors}), tenzij anders overeengekomen`,
    lastDay: (number, vendors, customer) =>
      `laatste dag om bezwaar te maken tegen wijziging ${number} (${vendors})${customer ? ` – ${customer}` : ""}`,
    effective: {
      from: (number, vendors) => `${changing(number, vendors)} gaat in`,
      earliest: (number, vendors) => `${changing(number, vendors)} gaat op zijn vroegst op deze dag in`,
      heldUp: (number, vendors) =>
        `${changing(number, vendors)} was voor deze dag gepland: wacht op de toestemming van klanten of de afhandeling van bezwaren`,
      since: (number, vendors) => `${changing(number, vendors)} is ingegaan`,
    },
  },
};
