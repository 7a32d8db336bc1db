import type { Dictionary } from "../../dictionary.ts";

const these = (count: number) => (count === 1 ? "deze klant" : "deze klanten");

export const toOrganisation: Dictionary["toOrganisation"] = {
  answer: {
    sentences: {
      acknowledged: (who, number) => `${who} heeft kennisgenomen van wijziging ${number}`,
      approved: (who, number) => `${who} geeft toestemming voor wijziging ${number}`,
      asked: (who, number) => `${who} heeft een vraag over wijziging ${number}`,
      objected: (who, number) => `${who} maakt bezwaar tegen wijziging ${number}`,
    },
    changed: (who, number) => `${who} heeft het antwoord op wijziging ${number} gewijzigd`,
    follower: "iemand die de lijst volgt",
    unverified: (name) => `${name} (volgens eigen opgave, niet geverifieerd)`,
    leads: {
      acknowledged: "Er is een antwoord binnengekomen:",
      approved: "Er is toestemming gegeven:",
      asked: "Er is een vraag binnengekomen:",
      objected: "Er is een bezwaar binnengekomen:",
    },
    leadChanged: "Een antwoord is gewijzigd. Dit geldt nu:",
    answer: "Antwoord",
    before: "Daarvoor",
    who: "Wie",
    customerId: "Klant",
    received: "Ontvangen op",
    inTime: "op tijd",
    texts: {
      acknowledged: "In eigen woorden",
      approved: "In eigen woorden",
      asked: "De vraag",
      objected: "Het bezwaar",
    },
    open: "Dit antwoord in de console openen",
    next: {
      acknowledged: null,
      approved: null,
      asked: "Beantwoord de vraag daar: uw woorden worden gemaild aan degene die haar heeft gesteld.",
      objected: "Besluit daar over het bezwaar: het besluit wordt gemaild aan degene die bezwaar heeft gemaakt.",
    },
    does: {
      held: (vendors) =>
        `Volgens de overeenkomst van de klant schort het bezwaar op wat over ${vendors} is aangekondigd: het gaat niet in voordat u vastlegt wat er van het bezwaar wordt, of zonder dat, op de pagina van de wijziging, verder gaat, om een reden die wordt vastgelegd.`,
      waiting: (vendors) =>
        `Het bezwaar schort op zichzelf niet op wat over ${vendors} is aangekondigd. Het wacht toch: op wie, staat op de pagina van de wijziging in de console.`,
      coming: (vendors, date) =>
        `Het bezwaar schort niet op wat over ${vendors} is aangekondigd: het gaat in op ${date}, tenzij u het uitstelt of intrekt.`,
      done: (vendors, date) =>
        `Wat over ${vendors} is aangekondigd, is sinds ${date} van kracht; het bezwaar verandert dat op zichzelf niet.`,
      corrected: (vendors) =>
        `Wat de lijst over ${vendors} vermeldt, was al zo; het bezwaar verandert dat op zichzelf niet.`,
      approval: (vendors) =>
        `Volgens de overeenkomst van de klant is voor wat over ${vendors} is aangekondigd ook de toestemming van de klant nodig.`,
    },
    waiting:
      "Deze toestemming telt nog niet: een contactpersoon heeft deze persoon in zijn of haar plaats opgegeven. Bevestig dat deze persoon voor de klant antwoordt, of verwijder deze persoon uit de contactpersonen van de klant.",
    preheader: (when, date) => `Ontvangen op ${date}${when === null ? "" : `, ${when}`}.`,
  },
  answers: {
    sentence: (count) =>
      count === 1
        ? "er is een antwoord op een kennisgeving binnengekomen"
        : `er zijn ${count} antwoorden op kennisgevingen binnengekomen`,
    lead: (count) =>
      count === 1
        ? "Dit antwoord is binnengekomen en toen niet aan u gemeld:"
        : "Deze antwoorden zijn binnengekomen en niet één voor één aan u gemeld:",
    line: (who, kind, number) => `${who}: ${kind} (wijziging ${number})`,
    more: (count) => (count === 1 ? "En nog 1, die in de console staat." : `En nog ${count}, die in de console staan.`),
    open: "Alle antwoorden in de console",
    preheader: (count) =>
      count === 1 ? "Het is bij binnenkomst niet aan u gemeld." : "Zij zijn niet één voor één aan u gemeld.",
  },
  deadline: {
    what: (number, vendors) => `wijziging ${number}${vendors === null ? "" : ` (${vendors})`}`,
    sentences: {
      "last-day": (what, date) => `de laatste dag om bezwaar te maken tegen ${what} is ${date}, en er staat iets open`,
      eve: (what, date) => `${what} is gepland voor ${date}, en er staat iets open`,
      "eve-held": (what, date) => `${what} gaat op ${date} niet in tenzij dan is afgehandeld waarop zij wacht`,
      "eve-in-part": (what, date) =>
        `${what} is gepland voor ${date}; een deel ervan gaat niet in tenzij dan is afgehandeld waarop het wacht`,
      "in-force": (what, date) => `${what} is sinds ${date} van kracht, en er staan antwoorden op open`,
      held: (what, date) => `${what} was gepland voor ${date} en is opgeschort: er staat iets open`,
    },
    leads: {
      "last-day": (_, until) =>
        `Dit is niet afgehandeld, of er is geen toestemming voor gegeven, en de laatste dag om bezwaar te maken is nabij (${until}):`,
      eve: (what) =>
        `Dit is niet afgehandeld, of er is geen toestemming voor gegeven, aan de vooravond van de dag waarvoor ${what} is gepland:`,
      "in-force": (what) =>
        `Deze bezwaren of vragen staan open hoewel ${what} van kracht is. Wie ze heeft ingediend, heeft nog geen besluit van u:`,
      held: (what) => `De dag waarvoor ${what} was gepland, is aangebroken. Zij is niet van kracht, en dit staat open:`,
    },
    ofSome: (line, vendors) => `${line} (${vendors})`,
    response: (who, kind, date) => `${who}: ${kind} van ${date}`,
    settled: (line) => `${line} (inmiddels afgehandeld)`,
    approval: (who) => `${who}: toestemming ontbreekt`,
    next: {
      decide: "Besluit in de console wat er van een bezwaar wordt, en beantwoord vragen daar.",
      approve:
        "Alleen de klant kan toestemming geven; toestemming die per post of e-mail is gekomen, wordt in de console ingevoerd.",
      goOn: "Om eerder verder te gaan, is een reden nodig, die op de pagina van de wijziging wordt vastgelegd.",
    },
    preheader: (count) => (count === 1 ? "Er staat één punt open." : `Er staan ${count} punten open.`),
    open: "Openstaande antwoorden in de console",
  },
  paused: {
    sentence: "het versturen van kennisgevingen was onderbroken",
    lead: (date, because) =>
      `Op ${date} heeft de e-mailprovider alle e-mails van dit register geweigerd: ${because}. Er is niets verloren gegaan, maar kennisgevingen, bevestigingen en herinneringen zijn vanaf toen niet verstuurd.`,
    arrived:
      "Dat deze e-mail u heeft bereikt, toont aan dat het versturen is hervat. Wat moest wachten, wordt te laat verstuurd.",
    next: "Ga na of intussen een laatste dag om bezwaar te maken is aangebroken of verstreken. Verhelp de oorzaak bij de provider, als dat nog niet is gebeurd.",
    open: "De stand van het versturen, in de console",
    preheader: "Kennisgevingen zijn enige tijd niet verstuurd.",
  },
  unreachable: {
    sentence: (count) =>
      count === 1
        ? "een klant kan niet meer over wijzigingen op de hoogte worden gesteld"
        : `${count} klanten kunnen niet meer over wijzigingen op de hoogte worden gesteld`,
    lead: (count) =>
      `Geen contactpersoon van ${these(count)} kan worden aangeschreven: er is er geen, of elk van hen heeft zich afgemeld of is niet per e-mail bereikbaar.`,
    next: (count) =>
      count === 1
        ? "De kennisgevingen aan deze klant blijven verschuldigd: geef een andere contactpersoon op."
        : "De kennisgevingen aan deze klanten blijven verschuldigd: geef voor elk een andere contactpersoon op.",
    open: "Klanten zonder contactpersoon, in de console",
    preheader: (count) => `De kennisgevingen aan ${these(count)} blijven verschuldigd.`,
  },
  contactLeft: {
    sentence: "een contactpersoon van een klant heeft zich afgemeld",
    lead: (count) => `Een contactpersoon van ${these(count)} wil geen e-mail meer ontvangen:`,
    next: () =>
      "Anderen worden daar nog steeds op de hoogte gesteld. Er hoeft niemand in de plaats te worden opgegeven; moet er wel iemand komen, geef die dan op.",
    open: "Wie het is, in de console",
  },
  contactReplaced: {
    sentence: "een klant heeft een nieuwe contactpersoon",
    lead: (count) =>
      `Een contactpersoon van ${these(count)} heeft iemand in zijn of haar plaats opgegeven, die dit heeft bevestigd en vanaf nu op de hoogte wordt gesteld:`,
    next: () =>
      "Zolang noch u op de pagina van de klant, noch die contactpersoon heeft bevestigd dat deze persoon voor de klant antwoordt, telt geen toestemming van deze persoon. Moet deze persoon helemaal niet op de hoogte worden gesteld, verwijder deze persoon dan uit de contactpersonen van de klant.",
    open: "Wie het is, in de console",
  },
  contactVouched: {
    sentence: "een contactpersoon heeft bevestigd wie in zijn of haar plaats is opgegeven",
    lead: (count) =>
      `Een contactpersoon van ${these(count)} heeft bevestigd dat de opgegeven persoon in zijn of haar plaats antwoordt; toestemming van die persoon telt vanaf nu:`,
    next: (count) =>
      `Als deze persoon niet voor ${these(count)} hoort te antwoorden, verwijder deze persoon daar dan uit de contactpersonen.`,
    open: "Wie het is, in de console",
  },
  findings: {
    sentence: (count) =>
      count === 1 ? "een nieuwe bevinding over de lijst" : `${count} nieuwe bevindingen over de lijst`,
    lead: "Er is zonder bewerking van u iets veranderd aan de gepubliceerde lijst:",
    open: "Wat op u wacht, in de console",
    preheader: "Er is zonder bewerking van u iets veranderd aan de gepubliceerde lijst.",
  },
  own: (organisation) => `Deze e-mail komt uit het register van ${organisation} en is gericht aan de organisatie zelf.`,
};
