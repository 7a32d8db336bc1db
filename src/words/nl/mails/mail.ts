import type { Dictionary } from "../../dictionary.ts";
import type { Reach } from "../../en/mails/mail.ts";
import { atEarliest, contractWith, dated } from "../names.ts";
import { count } from "../plural.ts";

const change = (several: boolean) => (several ? "De wijzigingen" : "De wijziging");
const goes = (several: boolean) => (several ? "gaan" : "gaat");
const is = (several: boolean) => (several ? "zijn" : "is");
const waits = (several: boolean) => (several ? "wachten" : "wacht");
const about = (several: boolean) =>
  several
    ? "wijzigingen die betrekking hebben op persoonsgegevens in onze dienst"
    : "een wijziging die betrekking heeft op persoonsgegevens in onze dienst";
const emergency = (several: boolean) => (several ? "Dit zijn noodwijzigingen." : "Dit is een noodwijziging.");

function writing({ privacyEmail, website, address }: Reach): string {
  if (privacyEmail) return `Schrijf aan ${privacyEmail} of beantwoord deze e-mail`;
  if (website && address)
    return "Neem contact met ons op via onze website of op ons postadres (vermeld onder onze naam)";
  if (website) return "Neem contact met ons op via onze website (vermeld onder onze naam)";
  return address ? "Schrijf ons op ons postadres (vermeld onder onze naam)" : "Beantwoord deze e-mail";
}

export const mail: Dictionary["mail"] = {
  greeting: (who) => `Goedendag${who},`,
  addressee: (name) => (name === null ? "" : ` ${name}`),
  closing: "Met vriendelijke groet,",
  labelled: (label) => `${label}:`,

  subject: (organisation, sentence) => `${organisation}: ${sentence}`,

  leadComing: (several) => `Wij stellen u vooraf op de hoogte van ${about(several)}.`,
  leadDone: (several) => `Wij stellen u op de hoogte van ${about(several)}.`,
  takesEffect: (several, date) => `${change(several)} ${goes(several)} in op ${date}.`,
  inEffect: (several, date) => `${change(several)} ${is(several)} van kracht met ingang van ${date}.`,
  formerly: (name, former) => `${name} (voorheen ${former})`,
  atEarliest,
  waits: (several, earliest) => `${change(several)} ${goes(several)} ${dated("op", earliest)} in.`,
  severalDays: (first) => `De eerste van deze wijzigingen gaat ${dated("op", first)} in. Bij elke is de dag vermeld.`,
  since: (date) => `Van kracht sinds ${date}.`,
  canObject: (until) => `U kunt tot en met ${until} bezwaar maken.`,
  customers: {
    heading: "Als u voor een klant schrijft",
    until: (date) =>
      `Klanten kunnen tot en met ${date} bezwaar maken; is met een klant een andere datum overeengekomen, dan geldt die.`,
  },
  nothingToDo: "U hoeft niets te doen.",

  facts: {
    forWhom: "Voor",
    uses: (customer, products, regions) =>
      [customer, ...(products ? [`gebruikt ${products}`] : []), ...(regions ? [`gehost in: ${regions}`] : [])].join(
        ", ",
      ),
    from: (several) => (several ? "Gaan in op" : "Gaat in op"),
    since: "Van kracht sinds",
    planned: (several) => (several ? "Waren gepland voor" : "Was gepland voor"),
    waits: (date) => `${date}; wacht op de toestemming van klanten of de afhandeling van bezwaren`,
    onceApproved: (date) => `${date} op zijn vroegst, en niet voordat u uw toestemming hebt gegeven`,
    earliest: (date) => `${date} op zijn vroegst`,
    already: (date) => `${date}, en is van kracht`,
    beginning: (first) => `${first} en later: bij elke wijziging is de dag vermeld`,
    named: (name, value) => `${name}: ${value}`,
    until: "Bezwaar mogelijk tot en met",
    over: "Laatste dag om bezwaar te maken was",
    first: (date) => `${date}, de eerste van meerdere dagen die hieronder zijn vermeld`,
    approval: "Uw toestemming",
    approvalNeeded: (customers) => `nodig op grond van ${contractWith(customers)}`,
  },
  buttons: {
    object: "Bezwaar maken, kennisnemen of een vraag stellen",
    approve: "Toestemming geven, bezwaar maken of een vraag stellen",
    late: "Te laat antwoorden",
  },
  toApprove: (sentence) => `uw toestemming is nodig: ${sentence}`,

  emergency: {
    heading: (several) =>
      several ? "Waarom deze wijzigingen niet kunnen wachten" : "Waarom deze wijziging niet kan wachten",
    coming: (several, date) =>
      `${emergency(several)} Zij ${goes(several)} ${dated("op", date)} in en ${waits(several)} onze gebruikelijke aankondigingstermijn niet af. De reden:`,
    done: (several, date) =>
      `${emergency(several)} Zij ${is(several)} van kracht met ingang van ${date} en ${several ? "hebben" : "heeft"} onze gebruikelijke aankondigingstermijn niet afgewacht. De reden:`,
    ownNotKept: (customer, date) =>
      `De termijn van ${contractWith(customer)} is niet in acht genomen: volgens die termijn zou ${date} de vroegste dag zijn geweest.`,
    ownEmergencyKept: (customer) =>
      `De termijn die volgens ${contractWith(customer)} in noodgevallen geldt, is in acht genomen.`,
    ownKept: (customer) => `De termijn van ${contractWith(customer)} is toch in acht genomen.`,
    some: "Sommige van deze wijzigingen zijn dringend en wachten onze gebruikelijke aankondigingstermijn niet af. De reden:",
  },
  reason: (several) => (several ? "Waarom wij deze wijzigingen doorvoeren" : "Waarom wij deze wijziging doorvoeren"),

  whatChanges: "Wat er wijzigt",
  inShort: "In het kort",
  others: (n) =>
    n === 1
      ? "De aankondiging bevat nog een wijziging, die u niet betreft."
      : `De aankondiging bevat nog ${n} wijzigingen, die u niet betreffen.`,
  changed: (name, kind) => `${name} – ${{ added: "toegevoegd", updated: "gewijzigd", removed: "verwijderd" }[kind]}`,
  wasListed: "Tot die tijd vermeld met:",
  wasListedUntil: "Tot nu toe vermeld met:",
  othersBelow: (n) => `en nog ${n}, hieronder vermeld`,
  tooLong: {
    elsewhere: "Dit is meer dan een e-mail kan bevatten. Alles staat hier:",
    rows: (n) => `en nog ${count(n, "gegeven", "gegevens")}`,
    others: (n) => `en nog ${n}`,
  },
  newly: "Nieuw vermeld",
  noLonger: "Niet meer vermeld",

  objection: {
    heading: "Hoe u bezwaar maakt",
    byLink: (until, approves) =>
      `U kunt tot en met ${until} bezwaar maken, via uw eigen link en zonder account. Daar kunt u ook kennisnemen${approves ? ", uw toestemming geven" : ""} of een vraag stellen:`,
    how: (reach) =>
      `${writing(reach)} als u dat liever hebt; laat ons dan weten voor welk bedrijf u schrijft en waar het u om gaat.`,
    approval: (several, customers) =>
      `Op grond van ${contractWith(customers)} is voor ${several ? "deze wijzigingen" : "deze wijziging"} uw toestemming nodig. Stilzwijgen geldt niet als toestemming: totdat u die hebt gegeven, ${several ? "wachten de wijzigingen" : "wacht de wijziging"}.`,
    approvalOf: (vendors, several, customers) =>
      `Op grond van ${contractWith(customers)} is voor wat er bij ${vendors} wijzigt uw toestemming nodig. Stilzwijgen geldt niet als toestemming: totdat u die hebt gegeven, ${several ? "wachten deze wijzigingen" : "wacht deze wijziging"}.`,
    silence: (several, date) =>
      `Als u geen bezwaar maakt, ${several ? "gaan de wijzigingen" : "gaat de wijziging"} zoals aangekondigd ${dated("op", date)} in, tenzij wij u anders berichten.`,
    goesOn: (several, date) =>
      `${change(several)} ${goes(several)} zoals aangekondigd ${dated("op", date)} in, tenzij wij u anders berichten.`,
    goesOnDays: "Elke wijziging gaat zoals aangekondigd in op haar eigen dag, tenzij wij u anders berichten.",
    silenceEarly: (several, date) =>
      `${change(several)} ${goes(several)} ${dated("op", date)} in, terwijl u nog bezwaar kunt maken.`,
    silenceEarlyFrom: (date) =>
      `Wat wij hebben aangekondigd, kan vanaf ${date} ingaan, terwijl u nog bezwaar kunt maken.`,
    silenceWaits: (date) =>
      `Als u geen bezwaar maakt, hoeft u verder niets te doen. Wat wij met ‘op zijn vroegst’ hebben aangekondigd, gaat niet vóór ${date} in.`,
    silenceDays:
      "Als u geen bezwaar maakt, gaat elke wijziging zoals aangekondigd in op haar eigen dag, tenzij wij u anders berichten.",
    silenceDone: (several) => `${change(several)} ${is(several)} al van kracht. U kunt toch bezwaar maken.`,
    leadsTo: {
      heading: "Waartoe een bezwaar leidt",
      saysFor: (customers) =>
        customers === null
          ? "Dit is overeengekomen, of door ons toegezegd:"
          : `Voor ${customers} is dit overeengekomen, of door ons toegezegd:`,
      holds: (customers, what) =>
        `${customers === null ? "Een bezwaar schort" : `Voor ${customers} schort een bezwaar`} datgene op wat ${what === null ? "u aangaat" : `verandert met betrekking tot ${what}`}, totdat het is afgehandeld.`,
      examined: (customers) =>
        `${customers === null ? "Wij onderzoeken" : `Voor ${customers} onderzoeken wij`} elk bezwaar en delen u de uitkomst mee. Op zichzelf houdt een bezwaar niet tegen wat wij hebben aangekondigd; uw rechten uit de overeenkomst blijven bestaan.`,
    },
  },
  questions: {
    heading: "Vragen",
    how: (reach) => `${writing(reach)}; wij antwoorden graag.`,
  },

  withdrawal: {
    lead: (several, announced, date, later) =>
      `Op ${announced} hebben wij ${several ? "wijzigingen" : "een wijziging"} voor ${date} aangekondigd${later === null ? "" : ` en sindsdien uitgesteld tot ${later}`}. Wij hebben die aankondiging ingetrokken: ${several ? "de wijzigingen gaan" : "de wijziging gaat"} niet in, en alles blijft zoals het was. Er valt niets meer te beantwoorden, en u hoeft niets te doen.`,
    leadDays: (announced) =>
      `Op ${announced} hebben wij wijzigingen aangekondigd, elk voor een eigen dag. Wij hebben die aankondiging ingetrokken: de wijzigingen gaan niet in, en alles blijft zoals het was. Er valt niets meer te beantwoorden, en u hoeft niets te doen.`,
    leadPart: (several, announced, stays) =>
      `Op ${announced} hebben wij meerdere wijzigingen aangekondigd. Wij hebben de onderstaande ingetrokken: zij ${goes(several)} niet in. Wat wij verder hebben aangekondigd, is van kracht en blijft dat: ${stays}. Op ${several ? "de ingetrokken wijzigingen" : "de ingetrokken wijziging"} valt niets meer te antwoorden.`,
    preheader: (announced, isPart) =>
      isPart
        ? `Wij hebben een deel van onze aankondiging van ${announced} ingetrokken.`
        : `Wij hebben onze aankondiging van ${announced} ingetrokken.`,
    reason: "Waarom wij die intrekken",
    heading: "Wat wij hadden aangekondigd",
  },

  links: {
    heading: "Onze lijst",
    list: "De volledige lijst",
    theirs: "De lijst van wat u aangaat",
    version: (number) => `Dit is vastgelegd in versie ${number} van onze lijst. De hashwaarde daarvan (SHA-256) is:`,
    auditHead: "De nieuwste vermelding in ons wijzigingslogboek had toen deze hashwaarde:",
  },
  footer: {
    why: (organisation) =>
      `U ontvangt deze e-mail omdat dit adres de lijst van dienstverleners van ${organisation} volgt.`,
    personal:
      "De links in deze e-mail zijn alleen voor u bestemd: wie ze heeft, kan namens u antwoorden en u afmelden. Stuur de e-mail niet door; de pagina van de wijziging is openbaar.",
    preferences: "Uw voorkeuren",
    unsubscribe: "Afmelden",
    once: (organisation) =>
      `Wij hebben deze e-mail gestuurd omdat iemand dit adres heeft ingevoerd in het formulier bij de lijst van dienstverleners van ${organisation}.`,
    list: "De lijst",
  },
};
