import type { Dictionary } from "../../dictionary.ts";
import { contractWith, dated } from "../names.ts";

/** Subject and verb of one change, of a vendor, or of several. */
const changing = (name: string | null, one: string, many: string) =>
  name === null ? `aangekondigde wijzigingen ${many}` : `de wijziging voor ${name} ${one}`;

const They = (several: boolean, many: string, one: string) => (several ? `Zij ${many}` : `Zij ${one}`);

const changes = (several: boolean) => (several ? "wijzigingen" : "een wijziging");

const The = (several: boolean, many: string, one: string) =>
  several ? `De wijzigingen ${many}` : `De wijziging ${one}`;

export const followUps: Dictionary["followUps"] = {
  announced: "Wat wij hebben aangekondigd",
  contact: (organisation, customers, several) => {
    const because = "U ontvangt deze e-mail omdat dit adres van een contactpersoon";
    const whose = several ? `klanten van ${organisation}` : `een klant van ${organisation}`;
    return `${because} van ${customers === null ? whose : `${customers}, ${whose},`} is.`;
  },
  lateAnswer: (date) =>
    `Het is na de laatste dag om bezwaar te maken, ${date}, binnengekomen en wordt als te laat vastgelegd.`,
  receipt: {
    sentence: (number) => `wij hebben uw antwoord op wijziging ${number} vastgelegd`,
    lead: "Dank u wel. Dit hebben wij vastgelegd:",
    entered: (channel, date) =>
      `Een antwoord namens het bedrijf waarvan u contactpersoon bent, heeft ons op ${date} ${channel} bereikt. Dit hebben wij vastgelegd:`,
    enteredSentence: (number) => `wij hebben een antwoord namens uw bedrijf op wijziging ${number} vastgelegd`,
    enteredNext:
      "Als niemand bij uw bedrijf dit antwoord heeft gegeven, of niet zo, beantwoord deze e-mail dan onmiddellijk.",
    personal:
      "De link in deze e-mail is alleen voor u bestemd: wie hem heeft, kan namens u antwoorden. Stuur de e-mail niet door.",
    does: {
      heading: "Wat uw bezwaar doet",
      held: (vendors) =>
        `Uw bezwaar schort op wat wij over ${vendors} hebben aangekondigd: het gaat niet in voordat wij over het bezwaar hebben besloten.`,
      waiting: (vendors) =>
        `Uw bezwaar schort op zichzelf niet op wat wij over ${vendors} hebben aangekondigd; de dag waarop het ingaat, staat nog niet vast.`,
      coming: (vendors, date) =>
        `Uw bezwaar schort op zichzelf niet op wat wij over ${vendors} hebben aangekondigd: het gaat in op ${date}, tenzij wij u anders berichten.`,
      done: (vendors, date) =>
        `Wat wij over ${vendors} hebben aangekondigd, is sinds ${date} van kracht. Uw bezwaar verandert dat op zichzelf niet.`,
      corrected: (vendors) =>
        `Wat onze lijst over ${vendors} vermeldt, was al zo. Uw bezwaar verandert dat op zichzelf niet.`,
      approval: (vendors) =>
        `Op grond van uw overeenkomst is voor wat wij over ${vendors} hebben aangekondigd ook uw toestemming nodig.`,
      next: "Wij onderzoeken uw bezwaar en delen u de uitkomst mee; uw rechten uit de overeenkomst blijven bestaan.",
      nextToFollower: "Wij onderzoeken uw bezwaar en delen u de uitkomst mee.",
    },
    button: "Antwoord bekijken of wijzigen",
    preheader: (kind, date) => `${kind}, vastgelegd op ${date}.`,
    why: (organisation) =>
      `U ontvangt deze e-mail omdat een kennisgeving van ${organisation} is beantwoord via de link die aan dit adres is gestuurd. Was u dat niet, beantwoord deze e-mail dan.`,
  },
  resolution: {
    sentence: (number) => `ons besluit over uw bezwaar tegen wijziging ${number}`,
    lead: (date) => `U hebt op ${date} bezwaar gemaakt. Dit is ons besluit:`,
    decision: "Besluit",
    objection: "Uw bezwaar",
    note: "Onze toelichting",
    follows: {
      heading: "Wat hieruit volgt",
      exempted: (customer) =>
        `Dit geldt niet voor ${customer ?? "u"}. Onze openbare lijst kan het toch vermelden, voor anderen:`,
      exemptedSince: (customer) =>
        `Vanaf nu geldt dit, hoewel het al van kracht is, niet voor ${customer ?? "u"}. Onze openbare lijst kan het toch vermelden, voor anderen:`,
      exemptedBut: "Dit was al van kracht toen wij besloten. Dat blijft zo, tenzij onze toelichting anders vermeldt:",
      alternative:
        "Wat wij met u zijn overeengekomen, geldt voor zover het strekt in plaats van wat wij hebben aangekondigd. Voor het overige blijft gelden wat wij hebben aangekondigd:",
      terminated:
        "Tenzij uw overeenkomst eerder is geëindigd, geldt wat wij hebben aangekondigd voor u vanaf de dag die daarbij is vermeld:",
      terminatedToFollower:
        "Dit betreft de overeenkomst van de klant voor wie u hebt geschreven. Voor alle anderen blijft gelden wat wij hebben aangekondigd:",
      rejected: "Ons besluit laat wat wij hebben aangekondigd ongewijzigd.",
      stands: {
        waiting: (vendors) =>
          `Wat wij over ${vendors} hebben aangekondigd, is op dit moment opgeschort: de dag waarop het ingaat, staat nog niet vast.`,
        earliest: (vendors, date) =>
          `Wat wij over ${vendors} hebben aangekondigd, is op dit moment opgeschort: het gaat op zijn vroegst in op ${date}.`,
        coming: (vendors, date) =>
          `Wat wij over ${vendors} hebben aangekondigd, gaat in op ${date}, tenzij wij u anders berichten.`,
        done: (vendors, date) => `Wat wij over ${vendors} hebben aangekondigd, is sinds ${date} van kracht.`,
        corrected: (vendors) => `Wat onze lijst over ${vendors} vermeldt, was al zo.`,
      },
      approval: (vendors) =>
        `Op grond van uw overeenkomst is voor wat wij over ${vendors} hebben aangekondigd toch uw toestemming nodig: het gaat niet in voordat u die hebt gegeven.`,
      remain:
        "Uw rechten uit de overeenkomst en de wet blijven bestaan, ook voor zover u de overeenkomst wegens deze wijziging mag beëindigen.",
      remainToFollower: "Dit besluit laat uw rechten onverlet.",
    },
    why: (organisation) =>
      `U ontvangt deze e-mail omdat u bezwaar hebt gemaakt tegen een wijziging van ${organisation}.`,
  },
  answered: {
    sentence: (number) => `ons antwoord op uw vraag over wijziging ${number}`,
    lead: (date) => `U hebt ons op ${date} een vraag gesteld. Dit is ons antwoord:`,
    decision: "Het antwoord op uw vraag.",
    objection: "Uw vraag",
    note: "Ons antwoord",
    why: (organisation) =>
      `U ontvangt deze e-mail omdat u een vraag hebt gesteld over een wijziging van ${organisation}.`,
  },
  standing: {
    approvalStands: (customer, date) =>
      `${customer === null ? "Uw toestemming" : `De toestemming van ${customer}`} van ${date} blijft gelden.`,
    approvalBefore: (customer, date) =>
      `${customer === null ? "Uw toestemming" : `De toestemming van ${customer}`} van ${date} is gegeven vóór deze correctie, op grond van wat de kennisgeving toen vermeldde. Als u het niet eens bent met wat is gecorrigeerd, kunt u in plaats daarvan via uw eigen link bezwaar maken.`,
    objectionOpen: (customer, date) =>
      `${customer === null ? "Uw bezwaar" : `Het bezwaar van ${customer}`} van ${date} is nog niet afgehandeld: wij delen u de uitkomst mee.`,
    agreed: "Wat is overeengekomen, geldt, voor zover het strekt, in plaats van wat deze e-mail vermeldt.",
    objectionDecided: (customer, date, decided) =>
      `Over ${customer === null ? "uw bezwaar" : `het bezwaar van ${customer}`} van ${date} is op ${decided} besloten.`,
  },
  reminder: {
    sentence: (date) => `herinnering: u kunt tot en met ${date} bezwaar maken`,
    toApprove: (date) => `herinnering: uw toestemming is nodig; u kunt tot en met ${date} bezwaar maken`,
    lead: (announced) =>
      `Op ${announced} hebben wij u op de hoogte gesteld van het onderstaande, en wij hebben nog geen antwoord van u.`,
    until: (date) => `Uw laatste dag om bezwaar te maken is ${date}.`,
    untilFor: (customer, date) => `${customer}: laatste dag om bezwaar te maken is ${date}`,
    approvalFor: (customer) => `${customer}: op grond van de overeenkomst is uw toestemming nodig`,
    button: "Antwoorden",
  },
  postponement: {
    sentence: (name, date) => `${changing(name, "is", "zijn")} uitgesteld tot ${date}`,
    preheader: (several, date) => `${They(several, "gaan", "gaat")} ${dated("op", date)} in, later dan aangekondigd.`,
    lead: (several, announced, planned, date, again) => {
      const since = ` en ${several ? "die" : "deze"} sindsdien uitgesteld tot ${planned}`;
      const was = again ? since : `, die op ${planned} ${several ? "zouden" : "zou"} ingaan`;
      return `Op ${announced} hebben wij ${changes(several)} aangekondigd${planned === null ? "" : was}. ${They(several, "gaan", "gaat")} ${again ? "nog later" : "later"} in: ${dated("op", date)}.`;
    },
    wereTo: "Tot nu toe zouden zij op deze dagen ingaan:",
    otherwiseSame: () => "Verder verandert daaraan niets.",
    reason: "Waarom het later wordt",
    until: (date) => `U kunt tot en met ${date} bezwaar maken.`,
    untilStays: (date) => `Uw laatste dag om bezwaar te maken blijft ${date}.`,
    untilOver: (date) => `Uw laatste dag om bezwaar te maken was ${date}, en dat blijft zo.`,
    heading: "Wat is uitgesteld",
  },
  release: {
    sentence: (name, date, isDone) => {
      const what = name === null ? "wijzigingen die moesten wachten" : `de wijziging voor ${name}`;
      if (isDone) return `${what} ${name === null ? "zijn" : "is"}${date === null ? "" : ` sinds ${date}`} van kracht`;
      return `${what} ${name === null ? "gaan" : "gaat"}${date === null ? "" : ` ${dated("op", date)}`} in`;
    },
    lead: (several, announced) =>
      several
        ? `Op ${announced} hebben wij wijzigingen aangekondigd die moesten wachten. Zij wachten niet langer.`
        : `Op ${announced} hebben wij een wijziging aangekondigd die moest wachten. Zij wacht niet langer.`,
    effect: (several, date, isDone) => {
      if (date === null) return "Bij elke wijziging is haar eigen dag vermeld.";
      if (isDone) return `${The(several, "zijn", "is")} sinds ${date} van kracht.`;
      return `${The(several, "gaan", "gaat")} ${dated("op", date)} in.`;
    },
    heading: "Wat niet langer wacht",
  },
  hold: {
    sentence: (name) => `${changing(name, "is", "zijn")} niet ingegaan`,
    preheader: (several) =>
      `${They(several, "wachten", "wacht")} op de toestemming van klanten of de afhandeling van bezwaren.`,
    lead: (several, announced, date) =>
      `Op ${announced} hebben wij ${changes(several)}${date === null ? "" : ` voor ${date}`} aangekondigd. ${several ? "De hieronder genoemde zijn" : They(several, "zijn", "is")} niet ingegaan: zij ${several ? "wachten" : "wacht"} op de toestemming van klanten of de afhandeling van bezwaren, of op een andere wijziging die daarop wacht.`,
    stays: (several) =>
      `Tot die tijd ${several ? "gelden" : "geldt"} zij niet. Wij zullen u berichten vanaf wanneer zij ${several ? "gelden" : "geldt"}.`,
    byObjection: (customer, date) =>
      `${customer === null ? "Uw bezwaar" : `Het bezwaar van ${customer}`} van ${date} schort datgene op wat ${customer === null ? "u" : "deze klant"} aangaat, totdat het is afgehandeld.`,
    heading: "Wat wacht",
  },
  waiver: {
    sentence: (name, isOfApproval) =>
      `${changing(name, "wacht", "wachten")} niet langer op ${isOfApproval ? "uw toestemming" : "de afhandeling van uw bezwaar"}`,
    lead: (several, announced, isOfApproval) =>
      isOfApproval
        ? `Op ${announced} hebben wij u op de hoogte gesteld van ${changes(several)} waarvoor op grond van ${contractWith(null)} uw toestemming nodig is. Wij hebben besloten zonder die toestemming verder te gaan: ${several ? "de wijzigingen wachten" : "de wijziging wacht"} er niet langer op.`
        : `Uw bezwaar heeft ${changes(several)} opgeschort die wij op ${announced} hebben aangekondigd. Wij hebben besloten verder te gaan voordat het is afgehandeld: ${several ? "de wijzigingen wachten" : "de wijziging wacht"} daar niet langer op. Uw bezwaar blijft open totdat wij u de uitkomst hebben meegedeeld.`,
    buildsOn: (several) =>
      `${several ? "Sommige daarvan wachten" : "Zij wacht"} nog op een andere wijziging, waarover wij u zullen berichten.`,
    reason: "Waarom wij verder gaan",
    heading: "Wat doorgaat",
  },
  correction: {
    sentence: (number, name) =>
      `correctie op onze kennisgeving van wijziging ${number}${name === null ? "" : ` (${name})`}`,
    lead: (announced, names) =>
      `In onze kennisgeving van ${announced} was iets${names === null ? "" : ` over ${names}`} niet juist. Dit is de correctie:`,
    otherwiseStands:
      "Voor het overige blijft de kennisgeving gelden. Een antwoord dat u hebt gegeven, blijft vastgelegd zoals het is; u kunt het via uw eigen link wijzigen.",
    preheader: (announced) => `Een correctie op onze kennisgeving van ${announced}.`,
  },
  late: {
    held: (several, date) =>
      several
        ? `De wijzigingen waren gepland voor ${date} en wachten op de toestemming van klanten of de afhandeling van bezwaren.`
        : `De wijziging was gepland voor ${date} en wacht op de toestemming van klanten of de afhandeling van bezwaren.`,
    toldBefore: (announced) =>
      `Wij schrijven u nu omdat het onderstaande u is gaan betreffen sinds wij het op ${announced} hebben aangekondigd. Wat wij u eerder over die aankondiging hebben meegedeeld, blijft gelden, en uw antwoord daarop ook.`,
    corrected: "Wat wij sindsdien hebben gecorrigeerd",
    readWith: (announced) =>
      `Het onderstaande hebben wij op ${announced} aangekondigd. Lees het samen met wat wij sindsdien hebben gecorrigeerd.`,
    correctedOn: (date) => `Correctie van ${date}:`,
    over: "Uw laatste dag om bezwaar te maken was al voorbij voordat wij u schreven. U kunt nog antwoorden; uw antwoord wordt als te laat vastgelegd.",
    canAnswer: "U kunt nog antwoorden; een bezwaar of een vraag wordt als te laat vastgelegd.",
    heading: "Hoe u antwoordt",
    byLink:
      "De laatste dag om bezwaar te maken is voorbij; uw toestemming is toch nodig. U kunt die geven, of bezwaar maken, via uw eigen link en zonder account:",
  },
};
