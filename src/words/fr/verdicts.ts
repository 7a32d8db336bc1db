import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import type { Verdicts } from "../en/verdicts.ts";
import { type Beside, misfitsBy, type Naming } from "../naming.ts";
import { de } from "./names.ts";

const fallback = (all: readonly Mechanism[] | undefined, regime: Regime, names: Naming) =>
  all ? `, avec ${names.mechanisms(all, regime)} en second recours` : "";

const also = ({ besides, fallback: left }: Beside, regime: Regime, names: Naming) =>
  `${besides ? ` et par ${names.mechanisms(besides, regime)}` : ""}${fallback(left, regime, names)}`;

type Whereabouts = { place: string; kind: string };

const seat = (place: string, names: Naming) =>
  `la société elle-même (pays d’établissement\u00a0: ${names.place(place)})`;

const covered = ({ place, kind }: Whereabouts, by: string, names: Naming) =>
  `pour ${kind === "establishment" ? seat(place, names) : names.place(place)}, le transfert est couvert par ${by}`;

const misfits = misfitsBy({
  clauses: (completion) => `, qui exige ${completion}`,
  framework: (own) =>
    `\u00a0; le transfert serait couvert par ${own}, si l’inscription de l’entreprise certifiée sur la liste publique en fait état`,
});

/** What is to be covered: a place that data goes to, or all of them. */
export const goingTo = (place: string, names: Naming) =>
  place === "001" ? "les transferts dans le monde entier" : names.place(place);

export const verdicts: Verdicts = {
  reasons: {
    inbound: () => "rien n’est transféré\u00a0: les données en proviennent",
    "at-home": ({ place, rule, effect, by }, regime, names) => {
      if (effect === "treated-as-home")
        return `un transfert vers ${names.place(place)} n’est pas considéré comme un transfert vers un pays tiers (${names.rule(rule)})`;
      return by === regime
        ? `aucun transfert n’est indiqué, car le même droit de la protection des données s’applique dans ce pays (${names.place(place)})`
        : `aucun transfert n’est indiqué pour ${names.place(place)}, où s’applique le droit de l’UE, qui valait alors aussi pour ${names.regime(regime)}`;
    },
    "adequacy-decision": ({ scope, rule, title, ...rest }, regime, names) => {
      const whom = scope ? ` limitée aux ${names.scope(scope)}` : "";
      const decision = `${names.mechanism("adequacy", regime)}${whom} (${names.rule(rule, title)})`;
      return covered(rest, `${decision}${also(rest, regime, names)}`, names);
    },
    "certified-recipient": ({ rule, title, certified, checkedOn, ...rest }, regime, names) => {
      const whose = certified ? de(certified) : "du destinataire";
      const checked = checkedOn ? `vérifiée le ${names.date(checkedOn)}` : "date de vérification non précisée";
      const certification = `la certification ${whose} (${names.rule(rule, title)}\u00a0; ${checked})`;
      return covered(rest, `${certification}${also(rest, regime, names)}`, names);
    },
    safeguard: ({ mechanism, ...rest }, regime, names) =>
      covered(rest, `${names.mechanism(mechanism, regime)}${also(rest, regime, names)}`, names),
    "no-location": () => "aucun lieu n’est précisé",
    "law-not-recorded": ({ place, mechanism }, regime, names) =>
      mechanism
        ? `le droit d’alors n’est pas enregistré ici\u00a0: impossible de dire si, pour ${names.place(place)}, un transfert pouvait être couvert par ${names.mechanism(mechanism, regime)}`
        : "le droit en vigueur à cette date n’est pas enregistré ici",
    "importer-outside": ({ place, unfit }, regime, names) =>
      unfit.length > 0
        ? `rien de ce qui est indiqué ne couvre un transfert vers ${seat(place, names)}\u00a0; l’entrée mentionne seulement ${misfits({ place, unfit }, regime, names)}`
        : `aucun instrument de transfert n’est indiqué pour un transfert vers ${seat(place, names)}`,
    unsettled: ({ place, unfit }, regime, names) =>
      `il n’est pas certain que ce qui est indiqué couvre ${goingTo(place, names)}\u00a0; l’entrée mentionne seulement ${misfits({ place, unfit }, regime, names)}`,
    unfit: ({ place, unfit }, regime, names) =>
      `rien de ce qui est indiqué ne couvre ${goingTo(place, names)}\u00a0; l’entrée mentionne seulement ${misfits({ place, unfit }, regime, names)}`,
    "exception-only": ({ place }, regime, names) =>
      `pour ${goingTo(place, names)}, seule est indiquée une dérogation pour des situations particulières (${names.articles([regime])})`,
    "nothing-stated": ({ place }, _, names) =>
      `aucun instrument de transfert n’est indiqué pour ${goingTo(place, names)}`,
  },
  sentence: (regime, clause) => `${regime}\u00a0: ${clause}.`,
  alsoUncovered: (places) => `\u00a0; rien ne couvre non plus ${places}`,
  hints: {
    "french-law":
      "le droit français y applique les mêmes règles depuis le 1er juin 2019, bien que le droit de l’Union ne s’y applique pas",
  },
  hint: (hint) => `\u00a0; ${hint}`,
  cover: (place, rule) => `ce qui couvre ${place} (${rule})`,
  holdsUntil: (date, lost) =>
    `\u00a0; cette appréciation vaut jusqu’au ${date}${lost ? `, jour où ${lost} prend fin` : ""}`,
  endsOn: (lost, date) => `\u00a0; ${lost} prend fin le ${date}`,
};
