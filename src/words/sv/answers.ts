import type { Dictionary } from "../dictionary.ts";
import { contractWith } from "./names.ts";

const changing = (number: number, vendors: string) => `ändring ${number} (${vendors})`;

export const answers: Dictionary["answers"] = {
  kinds: {
    acknowledged: "Tagit del",
    approved: "Tillstånd",
    asked: "Fråga",
    objected: "Invändning",
  },
  outcomes: {
    withdrawn: "Som ni har meddelat oss återkallar ni er invändning",
    alternative: "En annan lösning har hittats",
    exempted: "Ändringen gäller inte för er",
    terminated: "Avtalet upphör",
    rejected: "Ändringen kvarstår som den aviserades",
    answered: "Er fråga har besvarats",
  },
  yourAnswer: "Ert svar",
  theAnswer: "Svaret",
  theWords: "Med företagets egna ord",
  channels: {
    post: "per post",
    email: "via e-post",
    phone: "per telefon",
    meeting: "vid ett möte",
    other: "på annat sätt",
  },
  cameBy: (channel, date) => `inkom ${channel} den ${date}, registrerat av oss`,
  waiting: (organisation) =>
    `Tillståndet är registrerat men räknas inte ännu: du har angetts av någon som underrättades före dig. Det räknas när ${organisation}, eller den som har angett dig, har bekräftat att du svarar för det här företaget.`,
  superseded: {
    objected: (date) => `Det räknas inte, på grund av en invändning den ${date}.`,
    other: (date) => `Det räknas inte längre: ett annat svar lämnades den ${date}.`,
  },
  behalf: "För",
  recordedOn: "Registrerat den",
  written: "Vad ni skrev",
  approvalNeeded: (customers, vendors) =>
    `Enligt ${contractWith(customers)} krävs ert tillstånd för ${vendors === null ? "detta" : `det som ändras i fråga om ${vendors}`}.`,
  approvalMissing: "Ert tillstånd saknas fortfarande.",
  until: (date) => `Ni kan ändra ert svar till och med den ${date}.`,
  late: "för sent",
  calendarLink: "Datumen till din kalender (.ics)",

  page: {
    title: (number) => `Ert svar på ändring ${number}`,
    company: "Företag",
    details: "Ändringen i alla detaljer",
    saved: "Ert svar är registrerat. En bekräftelse är på väg till dig.",
    decided: (outcome) => `Beslut: ${outcome}.`,
    over: (date) =>
      `Sista dag för invändningar var den ${date}. Ett svar som lämnas nu registreras som för sent inkommet.`,
    overButApproval: (date) =>
      `Sista dag för invändningar var den ${date}. Ert tillstånd inväntas tills ni lämnar det; alla andra svar som lämnas nu registreras som för sent inkomna.`,
    nothingToDo: "Ingen väntar på svar från er: ni behöver inte göra någonting. Ni kan ändå svara.",
    exempted: (customer, date) =>
      `Ändringen gäller inte för ${customer}: så beslutades den ${date}. Det finns inte längre något att invända mot, och ingen sista dag för det; frågor är alltid välkomna.`,
    withdrawn: "Ändringen har återtagits och gäller inte. Det finns inte längre något att svara på.",
    choices: {
      acknowledged: "Vi har tagit del av ändringen",
      approved: "Vi lämnar tillstånd till ändringen",
      asked: "Vi har en fråga",
      objected: "Vi gör en invändning",
    },
    notAnApproval: "Vi har tagit del av ändringen (detta är inte ett tillstånd)",
    takesBack:
      "Ni har lämnat ert tillstånd. Om ni i stället bara tar del av ändringen eller gör en invändning, återtar ni ert tillstånd.",
    customerUntil: (date) => `sista dag för invändningar: ${date}`,
    customerOver: (date) => `sista dag för invändningar: ${date}; ett svar som lämnas nu är för sent`,
    customerApproval: "dess tillstånd krävs",
    followerBehalf: "För (frivilligt)",
    followerBehalfHint: "Det företag som du företräder.",
    text: "Med egna ord",
    textHint:
      "Krävs för en fråga. Vid en invändning gör skälen det lättare att hitta en lösning; formuläret kräver dem inte. Högst 5 000 tecken.",
    send: "Skicka svaret",
    change: "Ändra svaret",
    wrongTitle: "Kontrollera ert svar",
    wrong: {
      kind: "Välj ett av svaren.",
      text: "Skriv er fråga: högst 5 000 tecken, utan dolda tecken eller styrtecken. Detsamma gäller det ni skriver till en invändning.",
      customer: "Välj för vilket företag du svarar.",
      onBehalfOf: "Detta kan inte vara ett företagsnamn: högst 200 tecken på en rad.",
    },
    tooOften: "Det är för många svar på en dag. Det senast registrerade gäller; försök igen i morgon.",
  },

  calendar: {
    lastDayForAll: (number, vendors) =>
      `sista dag för kunders invändningar mot ändring ${number} (${vendors}), om inget annat har avtalats`,
    lastDay: (number, vendors, customer) =>
      `sista dag för invändningar mot ändring ${number} (${vendors})${customer ? ` – ${customer}` : ""}`,
    effective: {
      from: (number, vendors) => `${changing(number, vendors)} börjar gälla`,
      earliest: (number, vendors) => `${changing(number, vendors)} börjar gälla tidigast denna dag`,
      heldUp: (number, vendors) =>
        `${changing(number, vendors)} var planerad till denna dag: väntar på kunders tillstånd eller på att invändningar avgörs`,
      since: (number, vendors) => `${changing(number, vendors)} började gälla`,
    },
  },
};
