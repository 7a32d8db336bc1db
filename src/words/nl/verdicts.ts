import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import type { Verdicts } from "../en/verdicts.ts";
import { type Beside, misfitsBy, type Naming } from "../naming.ts";
import { inPlace, toPlace } from "./names.ts";

const fallback = (all: readonly Mechanism[] | undefined, regime: Regime, names: Naming) =>
  all ? `, subsidiair door ${names.mechanisms(all, regime)}` : "";

const also = ({ besides, fallback: left }: Beside, regime: Regime, names: Naming) =>
  `${besides ? ` en door ${names.mechanisms(besides, regime)}` : ""}${fallback(left, regime, names)}`;

const misfits = misfitsBy({
  clauses: (completion) => `, dat ${completion} vereist`,
  framework: (own) =>
    `; de doorgifte zou gedekt zijn door ${own}, mits het gecertificeerde bedrijf daarvoor op de openbare lijst staat`,
});

const there = (place: string, names: Naming) => inPlace(place, names.country(place));

const toCompany = (place: string, names: Naming) => `doorgifte aan het bedrijf, gevestigd ${there(place, names)},`;

const toThere = (place: string, names: Naming) => `doorgifte ${toPlace(place, names.country(place))}`;

const transfer = ({ place, kind }: { place: string; kind: string }, names: Naming) =>
  kind === "establishment" ? toCompany(place, names) : toThere(place, names);

/** What is to be covered: a place that data goes to, or all of them. */
export const goingTo = (place: string, names: Naming) =>
  place === "001" ? "doorgiften wereldwijd" : names.place(place);

export const verdicts: Verdicts = {
  reasons: {
    inbound: () => "geen doorgifte daarheen, de gegevens komen daarvandaan",
    "at-home": ({ place, rule, effect, by }, regime, names) => {
      if (effect === "treated-as-home")
        return `geen doorgifte naar een derde land, omdat een ${toThere(place, names)} niet als zodanig geldt (${names.rule(rule)})`;
      return by === regime
        ? `geen doorgifte naar een derde land vermeld, omdat het gegevensbeschermingsrecht van ${names.regime(regime)} ${there(place, names)} geldt`
        : `geen doorgifte naar een derde land vermeld, omdat het recht van de EU, dat toen ook voor ${names.regime(regime)} gold, ${there(place, names)} geldt`;
    },
    "adequacy-decision": ({ scope, rule, title, place, kind, ...rest }, regime, names) => {
      const whom = scope ? ` voor ${names.scope(scope)}` : "";
      const where =
        kind === "establishment" ? `${there(place, names)}, waar het bedrijf is gevestigd,` : there(place, names);
      const instead = rest.fallback ? `, subsidiair gedekt door ${names.mechanisms(rest.fallback, regime)}` : "";
      return `passend beschermingsniveau ${where} erkend${whom} (${names.rule(rule, title)})${rest.besides ? `, ook gedekt door ${names.mechanisms(rest.besides, regime)}` : ""}${instead}`;
    },
    "certified-recipient": ({ rule, title, certified, checkedOn, ...rest }, regime, names) => {
      const whose = certified ?? "de ontvanger";
      const checked = checkedOn ? `gecontroleerd op ${names.date(checkedOn)}` : "controle niet vermeld";
      return `${transfer(rest, names)} gedekt door de certificering van ${whose} (${names.rule(rule, title)}; ${checked})${also(rest, regime, names)}`;
    },
    safeguard: ({ mechanism, ...rest }, regime, names) =>
      `${transfer(rest, names)} gedekt door ${names.mechanism(mechanism, regime)}${also(rest, regime, names)}`,
    "no-location": () => "geen plaats vermeld",
    "law-not-recorded": ({ place, mechanism }, regime, names) =>
      mechanism
        ? `hier niet vastgelegd of een ${toThere(place, names)} op die datum op ${names.mechanism(mechanism, regime)} kon worden gebaseerd`
        : "het recht op die datum is hier niet vastgelegd",
    "importer-outside": ({ place, unfit }, regime, names) =>
      unfit.length > 0
        ? `${toCompany(place, names)} niet gedekt; vermeld is alleen: ${misfits({ place, unfit }, regime, names)}`
        : `geen doorgifte-instrument vermeld voor een doorgifte aan het bedrijf, dat ${there(place, names)} is gevestigd`,
    unsettled: ({ unfit, ...rest }, regime, names) =>
      `onzeker of de ${transfer(rest, names)} gedekt is; vermeld is alleen: ${misfits({ ...rest, unfit }, regime, names)}`,
    unfit: ({ unfit, ...rest }, regime, names) =>
      `${transfer(rest, names)} niet gedekt; vermeld is alleen: ${misfits({ ...rest, unfit }, regime, names)}`,
    "exception-only": ({ place }, regime, names) =>
      `alleen een afwijking voor specifieke situaties (${names.articles([regime])}) vermeld voor ${goingTo(place, names)}`,
    "nothing-stated": ({ place }, _, names) => `geen doorgifte-instrument vermeld voor ${goingTo(place, names)}`,
  },
  sentence: (regime, clause) => `${regime}: ${clause}.`,
  alsoUncovered: (uncovered) => `; evenmin gedekt: ${uncovered}`,
  hints: {
    "french-law":
      "daar gelden krachtens Frans recht sinds 1 juni 2019 dezelfde regels, hoewel het Unierecht er niet geldt",
  },
  hint: (hint) => `; ${hint}`,
  cover: (place, rule) => `de dekking voor ${place} (${rule})`,
  holdsUntil: (date, lost) =>
    `; dit oordeel geldt tot en met ${date}${lost ? `, want op die dag eindigt ${lost}` : ""}`,
  endsOn: (lost, date) => `; ${lost} eindigt op ${date}`,
};
