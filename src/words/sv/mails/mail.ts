import type { Dictionary } from "../../dictionary.ts";
import type { Reach } from "../../en/mails/mail.ts";
import { contractWith, periodOf } from "../names.ts";
import { count } from "../plural.ts";

const change = (several: boolean) => (several ? "Ändringarna" : "Ändringen");
const about = (several: boolean) => `${several ? "ändringar" : "en ändring"} som rör personuppgifter i vår tjänst`;
const emergency = (several: boolean) =>
  several ? "Detta är brådskande ändringar." : "Detta är en brådskande ändring.";

function writing({ privacyEmail, website, address }: Reach): string {
  if (privacyEmail) return `Skriv till ${privacyEmail} eller svara på det här mejlet`;
  if (website && address) return "Kontakta oss via vår webbplats eller på vår postadress (anges under vårt namn)";
  if (website) return "Kontakta oss via vår webbplats (anges under vårt namn)";
  return address ? "Skriv till oss på vår postadress (anges under vårt namn)" : "Svara på det här mejlet";
}

export const mail: Dictionary["mail"] = {
  greeting: (who) => `Hej${who}!`,
  addressee: (name) => (name === null ? "" : ` ${name}`),
  closing: "Med vänlig hälsning",
  labelled: (label) => `${label}:`,

  subject: (organisation, sentence) => `${organisation}: ${sentence}`,

  leadComing: (several) => `Vi informerar er i förväg om ${about(several)}.`,
  leadDone: (several) => `Vi informerar er om ${about(several)}.`,
  takesEffect: (several, date) => `${change(several)} börjar gälla den ${date}.`,
  inEffect: (several, date) => `${change(several)} gäller från och med den ${date}.`,
  formerly: (name, former) => `${name} (tidigare ${former})`,
  atEarliest: (date) => `${date} som tidigast`,
  waits: (several, earliest) => `${change(several)} börjar gälla den ${earliest}.`,
  severalDays: (first) => `Den första av dessa ändringar börjar gälla den ${first}. För varje ändring anges dess dag.`,
  since: (date) => `Gäller sedan den ${date}.`,
  canObject: (until) => `Ni kan göra invändningar till och med den ${until}.`,
  customers: {
    heading: "Om du skriver för en kund",
    until: (date) =>
      `Kunder kan göra invändningar till och med den ${date}; om ett annat datum har avtalats med en kund gäller det.`,
  },
  nothingToDo: "Ni behöver inte göra någonting.",

  facts: {
    forWhom: "För",
    uses: (customer, products, regions) =>
      [customer, ...(products ? [`som använder ${products}`] : []), ...(regions ? [`lagring i: ${regions}`] : [])].join(
        ", ",
      ),
    from: () => "Börjar gälla",
    since: "Gäller sedan",
    planned: (several) => (several ? "Var planerade till" : "Var planerad till"),
    waits: (date) => `${date}; väntar på kunders tillstånd eller på att invändningar avgörs`,
    onceApproved: (date) => `${date} som tidigast, och inte förrän ni har lämnat ert tillstånd`,
    earliest: (date) => `${date} som tidigast`,
    already: (date) => `${date}, och gäller redan`,
    beginning: (first) => `${first} och senare: för varje ändring anges dess dag`,
    named: (name, value) => `${name}: ${value}`,
    until: "Invändningar till och med",
    over: "Sista dag för invändningar var",
    first: (date) => `${date}, den första av flera dagar som anges nedan`,
    approval: "Ert tillstånd",
    approvalNeeded: (customers) => `krävs enligt ${contractWith(customers)}`,
  },
  buttons: {
    object: "Gör en invändning, bekräfta att ni tagit del eller fråga",
    approve: "Lämna tillstånd, gör en invändning eller fråga",
    late: "Svara för sent",
  },
  toApprove: (sentence) => `ert tillstånd krävs: ${sentence}`,

  emergency: {
    heading: (several) => (several ? "Varför dessa ändringar inte kan vänta" : "Varför denna ändring inte kan vänta"),
    coming: (several, date) =>
      `${emergency(several)} ${several ? "De" : "Den"} börjar gälla den ${date} utan att invänta vår vanliga underrättelsefrist. Skälet:`,
    done: (several, date) =>
      `${emergency(several)} ${several ? "De" : "Den"} gäller från och med den ${date} och har inte inväntat vår vanliga underrättelsefrist. Skälet:`,
    ownNotKept: (customer, date) =>
      `${customer === null ? "Fristen i ert avtal" : `Fristen i avtalet med ${customer}`} iakttas inte: enligt den hade den ${date} varit den tidigaste dagen.`,
    ownEmergencyKept: (customer) => `Den frist som enligt ${contractWith(customer)} gäller i brådskande fall iakttas.`,
    ownKept: (customer) => `Ändå iakttas ${periodOf(customer)}.`,
    some: "Några av dessa ändringar är brådskande och inväntar inte vår vanliga underrättelsefrist. Skälet:",
  },
  reason: (several) => (several ? "Varför vi gör dessa ändringar" : "Varför vi gör denna ändring"),

  whatChanges: "Vad som ändras",
  inShort: "I korthet",
  others: (n) =>
    n === 1
      ? "Aviseringen innehåller en ändring till, som inte berör er."
      : `Aviseringen innehåller ${n} ändringar till, som inte berör er.`,
  changed: (name, kind) => `${name} – ${{ added: "tillagd", updated: "ändrad", removed: "borttagen" }[kind]}`,
  wasListed: "Fram till dess anges:",
  wasListedUntil: "Hittills angavs:",
  othersBelow: (n) => `och ${n} till, som anges nedan`,
  tooLong: {
    elsewhere: "Detta är mer än vad som ryms i ett mejl. Allt finns här:",
    rows: (n) => `och ${count(n, "uppgift till", "uppgifter till")}`,
    others: (n) => `och ${n} till`,
  },
  newly: "Anges nu",
  noLonger: "Anges inte längre",

  objection: {
    heading: "Så gör ni en invändning",
    byLink: (until, approves) =>
      `Ni kan göra invändningar till och med den ${until}, via er egen länk och utan konto. Där kan ni också bekräfta att ni har tagit del${approves ? ", lämna ert tillstånd" : ""} eller ställa en fråga:`,
    how: (reach) =>
      `${writing(reach)} om ni hellre vill det; ange då vilket företag ni skriver för och vad saken gäller.`,
    approval: (several, customers) =>
      `Enligt ${contractWith(customers)} kräver ${several ? "dessa ändringar" : "denna ändring"} ert tillstånd. Tystnad räknas inte som tillstånd: tills ni har lämnat det väntar ${several ? "ändringarna" : "ändringen"}.`,
    approvalOf: (vendors, several, customers) =>
      `Enligt ${contractWith(customers)} kräver det som ändras för ${vendors} ert tillstånd. Tystnad räknas inte som tillstånd: tills ni har lämnat det väntar ${several ? "dessa ändringar" : "denna ändring"}.`,
    silence: (several, date) =>
      `Om ni inte gör någon invändning börjar ${several ? "ändringarna" : "ändringen"} gälla den ${date} så som aviserats, om vi inte meddelar något annat.`,
    goesOn: (several, date) =>
      `${change(several)} börjar gälla den ${date} så som aviserats, om vi inte meddelar något annat.`,
    goesOnDays: "Varje ändring börjar gälla på sin dag så som aviserats, om vi inte meddelar något annat.",
    silenceEarly: (several, date) =>
      `${change(several)} börjar gälla den ${date}, medan ni fortfarande kan göra invändningar.`,
    silenceEarlyFrom: (date) =>
      `Det vi har aviserat kan börja gälla från och med den ${date}, medan ni fortfarande kan göra invändningar.`,
    silenceWaits: (date) =>
      `Om ni inte gör någon invändning behöver ni inte göra något mer. Det som vi har aviserat med ”som tidigast” börjar inte gälla före den ${date}.`,
    silenceDays:
      "Om ni inte gör någon invändning börjar varje ändring gälla på sin dag så som aviserats, om vi inte meddelar något annat.",
    silenceDone: (several) => `${change(several)} gäller redan. Ni kan ändå göra invändningar.`,
    leadsTo: {
      heading: "Vad en invändning leder till",
      saysFor: (customers) =>
        customers === null
          ? "Detta har avtalats, eller är vårt åtagande:"
          : `För ${customers} har detta avtalats, eller utlovats av oss:`,
      holds: (customers, what) =>
        `${customers === null ? "En invändning skjuter upp" : `För ${customers} skjuter en invändning upp`} det som ${what === null ? "berör er" : `ändras i fråga om ${what}`} tills den har avgjorts.`,
      examined: (customers) =>
        `${customers === null ? "Vi prövar" : `För ${customers} prövar vi`} varje invändning och meddelar er utgången. I sig skjuter den inte upp det som vi har aviserat; era rättigheter enligt avtalet kvarstår.`,
    },
  },
  questions: {
    heading: "Frågor",
    how: (reach) => `${writing(reach)}; vi svarar gärna.`,
  },

  withdrawal: {
    lead: (several, announced, date, later) =>
      `Den ${announced} aviserade vi ${several ? "ändringar" : "en ändring"} till den ${date}${later === null ? "" : `, och har sedan dess senarelagt ${several ? "dem" : "den"} till den ${later}`}. Vi har återtagit aviseringen: ${several ? "ändringarna" : "ändringen"} börjar inte gälla, och allt förblir som det var. Det finns inte längre något att svara på, och ni behöver inte göra någonting.`,
    leadDays: (announced) =>
      `Den ${announced} aviserade vi ändringar, var och en till sin egen dag. Vi har återtagit aviseringen: ändringarna börjar inte gälla, och allt förblir som det var. Det finns inte längre något att svara på, och ni behöver inte göra någonting.`,
    leadPart: (several, announced, stays) =>
      `Den ${announced} aviserade vi flera ändringar. Vi har återtagit ${several ? "de som anges nedan: de" : "den som anges nedan: den"} börjar inte gälla. Det som vi i övrigt aviserade gäller, och fortsätter att gälla: ${stays}. ${several ? "När det gäller de återtagna" : "När det gäller den återtagna"} finns det inte längre något att svara på.`,
    preheader: (announced, isPart) =>
      `Vi har återtagit ${isPart ? "en del av " : ""}vår avisering av den ${announced}.`,
    reason: "Varför vi återtar den",
    heading: "Vad vi hade aviserat",
  },

  links: {
    heading: "Vår förteckning",
    list: "Hela förteckningen",
    theirs: "Förteckningen över det som berör er",
    version: (number) =>
      `Detta är registrerat i version ${number} av vår förteckning. Dess kontrollsumma (SHA-256) är:`,
    auditHead: "Den senaste posten i vår ändringslogg hade då denna kontrollsumma:",
  },
  footer: {
    why: (organisation) =>
      `Du får det här mejlet eftersom adressen följer leverantörsförteckningen från ${organisation}.`,
    personal:
      "Länkarna i det här mejlet är personliga: den som har dem kan svara och avsluta utskicken i ditt namn. Vidarebefordra det inte; sidan om ändringen är offentlig.",
    preferences: "Dina inställningar",
    unsubscribe: "Avsluta utskicken",
    once: (organisation) =>
      `Vi har skickat det här mejlet eftersom någon har angett adressen i formuläret på leverantörsförteckningen från ${organisation}.`,
    list: "Förteckningen",
  },
};
