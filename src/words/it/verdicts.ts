import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import type { Verdicts } from "../en/verdicts.ts";
import { type Beside, misfitsBy, type Naming } from "../naming.ts";
import { al, il, within } from "./names.ts";

const LAW: Record<Regime, string> = { eu: "dell’UE", uk: "del Regno Unito", ch: "della Svizzera" };

const fallback = (all: readonly Mechanism[] | undefined, regime: Regime, names: Naming) =>
  all ? `, in subordine mediante ${names.mechanisms(all, regime)}` : "";

const also = ({ besides, fallback: left }: Beside, regime: Regime, names: Naming) =>
  `${besides ? ` e mediante ${names.mechanisms(besides, regime)}` : ""}${fallback(left, regime, names)}`;

type Whereabouts = { place: string; kind: string };

const seat = (place: string, names: Naming) => `la società, stabilita ${within(names.place(place))}`;

/** To where, or to whom: "verso l’India". */
const transfer = ({ place, kind }: Whereabouts, names: Naming) =>
  `trasferimento verso ${kind === "establishment" ? `${seat(place, names)},` : names.place(place)}`;

const misfits = misfitsBy({
  clauses: (completion) => `, che richiede ${completion}`,
  framework: (own) =>
    `; il trasferimento sarebbe coperto mediante ${own}, se risulta dall’iscrizione della società certificata nell’elenco pubblico`,
});

/** What is to be covered: a place that data goes to, or all of them. */
export const goingTo = (place: string, names: Naming) =>
  place === "001" ? "i trasferimenti in tutto il mondo" : names.place(place);

export const verdicts: Verdicts = {
  reasons: {
    inbound: () => "nulla vi è trasferito; i dati ne provengono",
    "at-home": ({ place, rule, effect, by }, regime, names) => {
      if (effect === "treated-as-home")
        return `un trasferimento verso ${names.place(place)} non è considerato trasferimento verso un paese terzo (${names.rule(rule)})`;
      const there = within(names.place(place));
      return by === regime
        ? `nessun trasferimento indicato, perché ${there} si applica la normativa ${LAW[regime]} sulla protezione dei dati`
        : `nessun trasferimento indicato, perché ${there} si applica il diritto dell’UE, che allora valeva anche per ${names.regime(regime)}`;
    },
    "adequacy-decision": ({ scope, rule, title, ...rest }, regime, names) => {
      const whom = scope ? ` per ${names.scope(scope)}` : "";
      return `${transfer(rest, names)} coperto mediante ${names.mechanism("adequacy", regime)}${whom} (${names.rule(rule, title)})${also(rest, regime, names)}`;
    },
    "certified-recipient": ({ rule, title, certified, checkedOn, ...rest }, regime, names) => {
      const whose = certified ? `di ${certified}` : "del destinatario";
      const checked = checkedOn ? `verificata ${il(names.date(checkedOn))}` : "verifica non indicata";
      return `${transfer(rest, names)} coperto dalla certificazione ${whose} (${names.rule(rule, title)}; ${checked})${also(rest, regime, names)}`;
    },
    safeguard: ({ mechanism, ...rest }, regime, names) =>
      `${transfer(rest, names)} coperto mediante ${names.mechanism(mechanism, regime)}${also(rest, regime, names)}`,
    "no-location": () => "nessun luogo indicato",
    "law-not-recorded": ({ place, mechanism }, regime, names) =>
      mechanism
        ? `il diritto di allora non è registrato qui: non si può stabilire se un trasferimento verso ${names.place(place)} potesse essere coperto mediante ${names.mechanism(mechanism, regime)}`
        : "il diritto vigente a quella data non è registrato qui",
    "importer-outside": ({ place, unfit }, regime, names) =>
      unfit.length > 0
        ? `la società è stabilita ${within(names.place(place))}, e nulla di quanto indicato copre un trasferimento verso di essa; la voce menziona solo ${misfits({ place, unfit }, regime, names)}`
        : `la società è stabilita ${within(names.place(place))}, e non è indicato alcuno strumento di trasferimento per un trasferimento verso di essa`,
    unsettled: ({ place, unfit }, regime, names) =>
      `non è certo che quanto indicato copra ${goingTo(place, names)}; la voce menziona solo ${misfits({ place, unfit }, regime, names)}`,
    unfit: ({ place, unfit }, regime, names) =>
      `nulla di quanto indicato copre ${goingTo(place, names)}; la voce menziona solo ${misfits({ place, unfit }, regime, names)}`,
    "exception-only": ({ place }, regime, names) =>
      `per ${goingTo(place, names)} è indicata soltanto una deroga in specifiche situazioni (${names.articles([regime])})`,
    "nothing-stated": ({ place }, _, names) =>
      `nessuno strumento di trasferimento indicato per ${goingTo(place, names)}`,
  },
  sentence: (regime, clause) => `${regime}: ${clause}.`,
  alsoUncovered: (places) => `; nulla copre neppure ${places}`,
  hints: {
    "french-law":
      "dal 1º giugno 2019 il diritto francese vi applica le stesse norme, benché il diritto dell’Unione non vi si applichi",
  },
  hint: (hint) => `; ${hint}`,
  cover: (place, rule) => `la copertura per ${place} (${rule})`,
  holdsUntil: (date, lost) =>
    `; questa valutazione vale fino ${al(date)}${lost ? `, giorno in cui viene meno ${lost}` : ""}`,
  endsOn: (lost, date) => `; ${lost} viene meno ${il(date)}`,
};
