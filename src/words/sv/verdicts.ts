import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import type { Verdicts } from "../en/verdicts.ts";
import { type Beside, misfitsBy, type Naming } from "../naming.ts";
import { inPlace } from "./names.ts";

const LAW: Record<Regime, string> = {
  eu: "EU:s dataskyddslagstiftning",
  uk: "Storbritanniens dataskyddslagstiftning",
  ch: "Schweiz dataskyddslagstiftning",
};

const fallback = (all: readonly Mechanism[] | undefined, regime: Regime, names: Naming) =>
  all ? `, i andra hand av ${names.mechanisms(all, regime)}` : "";

const also = ({ besides, fallback: left }: Beside, regime: Regime, names: Naming) =>
  `${besides ? ` och av ${names.mechanisms(besides, regime)}` : ""}${fallback(left, regime, names)}`;

const misfits = misfitsBy({
  clauses: (completion) => `, som kräver ${completion}`,
  framework: (own) =>
    `; överföringen skulle omfattas av ${own}, om det framgår av det certifierade företagets uppgifter i den offentliga förteckningen`,
});

const there = (place: string, names: Naming) => inPlace(place, names.country(place));

const toCompany = (place: string, names: Naming) => `överföring till företaget, etablerat ${there(place, names)},`;

const transfer = ({ place, kind }: { place: string; kind: string }, names: Naming) =>
  kind === "establishment" ? toCompany(place, names) : `överföring till ${names.place(place)}`;

/** What is to be covered: a place that data goes to, or all of them. */
export const goingTo = (place: string, names: Naming) =>
  place === "001" ? "överföringar i hela världen" : names.place(place);

export const verdicts: Verdicts = {
  reasons: {
    inbound: () => "ingenting överförs dit; uppgifterna kommer därifrån",
    "at-home": ({ place, rule, effect, by }, regime, names) => {
      if (effect === "treated-as-home")
        return `en överföring till ${names.place(place)} räknas inte som överföring till ett tredjeland (${names.rule(rule)})`;
      return by === regime
        ? `ingen överföring till ett tredjeland anges, eftersom ${LAW[regime]} gäller ${there(place, names)}`
        : `ingen överföring till ett tredjeland anges, eftersom EU-rätten, som då även gällde för ${names.regime(regime)}, gäller ${there(place, names)}`;
    },
    "adequacy-decision": ({ scope, rule, title, place, kind, ...rest }, regime, names) => {
      const whom = scope ? ` för ${names.scope(scope)}` : "";
      const where =
        kind === "establishment" ? `${there(place, names)}, där företaget är etablerat,` : there(place, names);
      return `skyddsnivån ${where} har erkänts som adekvat${whom} (${names.rule(rule, title)})${rest.besides ? `, dessutom gäller ${names.mechanisms(rest.besides, regime)}` : ""}${rest.fallback ? `, i andra hand gäller ${names.mechanisms(rest.fallback, regime)}` : ""}`;
    },
    "certified-recipient": ({ rule, title, certified, checkedOn, ...rest }, regime, names) => {
      const whose = certified ? `certifieringen av ${certified}` : "mottagarens certifiering";
      const checked = checkedOn ? `kontrollerad den ${names.date(checkedOn)}` : "kontroll inte angiven";
      return `${transfer(rest, names)} omfattas av ${whose} (${names.rule(rule, title)}; ${checked})${also(rest, regime, names)}`;
    },
    safeguard: ({ mechanism, ...rest }, regime, names) =>
      `${transfer(rest, names)} omfattas av ${names.mechanism(mechanism, regime)}${also(rest, regime, names)}`,
    "no-location": () => "ingen plats anges",
    "law-not-recorded": ({ place, mechanism }, regime, names) =>
      mechanism
        ? `det är inte registrerat här om en överföring till ${names.place(place)} omfattades av ${names.mechanism(mechanism, regime)} vid det datumet`
        : "rättsläget vid det datumet är inte registrerat här",
    "importer-outside": ({ place, unfit }, regime, names) => {
      const seat = `företaget är etablerat ${there(place, names)}`;
      return unfit.length > 0
        ? `${seat}, och inget som anges omfattar en överföring till det; posten anger endast ${misfits({ place, unfit }, regime, names)}`
        : `${seat}, och inget överföringsverktyg anges för en överföring till det`;
    },
    unsettled: ({ place, unfit }, regime, names) =>
      `det är oklart om det som anges omfattar ${goingTo(place, names)}; posten anger endast ${misfits({ place, unfit }, regime, names)}`,
    unfit: ({ place, unfit }, regime, names) =>
      `inget som anges omfattar ${goingTo(place, names)}; posten anger endast ${misfits({ place, unfit }, regime, names)}`,
    "exception-only": ({ place }, regime, names) =>
      `endast ett undantag i särskilda situationer (${names.articles([regime])}) anges för ${goingTo(place, names)}`,
    "nothing-stated": ({ place }, _, names) => `inget överföringsverktyg anges för ${goingTo(place, names)}`,
  },
  sentence: (regime, clause) => `${regime}: ${clause}.`,
  alsoUncovered: (uncovered) => `; inte heller detta omfattas: ${uncovered}`,
  hints: {
    "french-law":
      "enligt fransk rätt gäller samma regler där sedan den 1 juni 2019, även om unionsrätten inte är tillämplig",
  },
  hint: (hint) => `; ${hint}`,
  cover: (place, rule) => `det som omfattar ${place} (${rule})`,
  holdsUntil: (date, lost) => `; bedömningen gäller till och med den ${date}${lost ? `, då ${lost} upphör` : ""}`,
  endsOn: (lost, date) => `; ${lost} upphör den ${date}`,
};
