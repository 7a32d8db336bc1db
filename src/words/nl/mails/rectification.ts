import type { Dictionary } from "../../dictionary.ts";
import { contractWith } from "../names.ts";

export const rectification: Dictionary["rectification"] = {
  added: (name) => `rectificatie van onze lijst: ${name} ontbrak`,
  updated: (name) => `rectificatie van onze lijst: de vermelding van ${name} was onjuist`,
  removed: (name) => `rectificatie van onze lijst: ${name} had er niet op moeten staan`,
  several: (count) => `rectificatie van onze lijst: ${count} vermeldingen waren onjuist`,
  lead: (several, date, since) =>
    `Onze lijst van dienstverleners was ${since === null ? "" : `sinds ${since} `}onjuist; wij hebben haar op ${date} gerectificeerd. Dit is geen wijziging die nog moet komen: wat ${several ? "deze vermeldingen nu aangeven" : "de vermelding nu aangeeft"}, was al zo.`,
  wrong: "Wat er onjuist was",
  said: "Wat de lijst vermeldde, en wat zij nu vermeldt",
  ask: "U kunt er via uw eigen link en zonder account vragen over stellen:",
  entry: {
    added: (name) => `${name} – ontbrak`,
    updated: (name) => `${name} – was onjuist`,
    removed: (name) => `${name} – had niet vermeld moeten zijn`,
  },
  before: "De lijst vermeldde",
  after: "Zij vermeldt nu",
  corrected: "Wat wij hebben gerectificeerd",
  facts: {
    on: "Gerectificeerd op",
    since: "Was onjuist sinds",
    answer: "U kunt",
    anyTime: "op elk moment bezwaar maken, kennisnemen of vragen: er is geen laatste dag vastgesteld",
    approval: "Uw toestemming",
    notAsked: "uw overeenkomst vereist die; wij hebben er eerder niet om gevraagd",
  },
  notAsked: (customers, several) =>
    `Op grond van ${contractWith(customers)} is voor ${several ? "zulke wijzigingen" : "zo’n wijziging"} toestemming nodig, en geen van onze kennisgevingen heeft daarom gevraagd. Wij vragen u niet om achteraf toestemming te geven, en uw stilzwijgen geldt niet als toestemming: u kunt bezwaar maken of vragen stellen.`,
  examined: (customers) =>
    `${customers === null ? "Wij onderzoeken" : `Voor ${customers} onderzoeken wij`} elk bezwaar en delen u de uitkomst mee. Op zichzelf maakt een bezwaar niet ongedaan wat al zo was; uw rechten uit de overeenkomst blijven bestaan.`,

  outcome: "De lijst blijft zoals wij haar hebben gerectificeerd",
  follows: {
    exempted: (customer) =>
      `Vanaf nu geldt dit niet voor ${customer ?? "u"}. Onze openbare lijst vermeldt het toch, voor anderen:`,
    alternative:
      "Wat wij met u zijn overeengekomen, geldt voor zover het strekt in plaats van wat de lijst vermeldt. Voor het overige blijft de lijst zoals wij haar hebben gerectificeerd:",
    terminated: "Wat de lijst nu vermeldt, geldt voor u totdat uw overeenkomst eindigt:",
    rejected: "Ons besluit laat de lijst zoals wij haar hebben gerectificeerd.",
  },

  page: {
    title: "Rectificatie van de lijst",
    notice: "Dit rectificeert de lijst: het vermeldt wat al zo was en kondigt geen komende wijziging aan.",
    added: (names) => `Ontbrak: ${names}`,
    updated: (names) => `Vermelding was onjuist: ${names}`,
    removed: (names) => `Had niet vermeld moeten zijn: ${names}`,
    kinds: { added: "Ontbrak", updated: "Was onjuist", removed: "Had niet vermeld moeten zijn" },
    correctedOn: (date) => `gerectificeerd op ${date}`,
    writeTo: ["Vragen hierover of een bezwaar kunt u richten aan ", "."],
    subject: (number) => `Rectificatie van de lijst, wijziging ${number}`,
  },
  calendar: (number, vendors) => `rectificatie van de lijst (wijziging ${number}: ${vendors})`,
};
