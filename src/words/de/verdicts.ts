import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import type { Verdicts } from "../en/verdicts.ts";
import { type Beside, misfitsBy, type Naming } from "../naming.ts";
import { inPlace, toPlace } from "./names.ts";

const LAW: Record<Regime, string> = {
  eu: "das Datenschutzrecht der EU",
  uk: "das Datenschutzrecht des Vereinigten Königreichs",
  ch: "das Datenschutzrecht der Schweiz",
};

const fallback = (all: readonly Mechanism[] | undefined, regime: Regime, names: Naming, by = "durch") =>
  all ? `, hilfsweise ${by} ${names.mechanisms(all, regime)}` : "";

const also = ({ besides, fallback: left }: Beside, regime: Regime, names: Naming) =>
  `${besides ? ` und durch ${names.mechanisms(besides, regime)}` : ""}${fallback(left, regime, names)}`;

const misfits = misfitsBy({
  clauses: (completion) => `, die ${completion} verlangt`,
  framework: (own) =>
    `; die Übermittlung wäre durch ${own} abgesichert, sofern das zertifizierte Unternehmen dafür im öffentlichen Verzeichnis eingetragen ist`,
});

const there = (place: string, names: Naming) => inPlace(place, names.country(place));

const toCompany = (place: string, names: Naming) => `Übermittlung an das Unternehmen mit Sitz ${there(place, names)}`;

const transfer = ({ place, kind }: { place: string; kind: string }, names: Naming) =>
  kind === "establishment" ? toCompany(place, names) : `Übermittlung ${toPlace(place, names.country(place))}`;

/** What is to be covered: a place that data goes to, or all of them. */
export const goingTo = (place: string, names: Naming) =>
  place === "001" ? "weltweite Übermittlungen" : names.place(place);

export const verdicts: Verdicts = {
  reasons: {
    inbound: () => "keine Übermittlung dorthin, die Daten stammen von dort",
    "at-home": ({ place, rule, effect, by }, regime, names) => {
      if (effect === "treated-as-home")
        return `keine Übermittlung in ein Drittland, da eine ${transfer({ place, kind: "processing" }, names)} nicht als solche gilt (${names.rule(rule)})`;
      return by === regime
        ? `keine Übermittlung in ein Drittland angegeben, da ${there(place, names)} ${LAW[regime]} gilt`
        : `keine Übermittlung in ein Drittland angegeben, da ${there(place, names)} das Recht der EU gilt, das damals auch für ${names.regime(regime)} galt`;
    },
    "adequacy-decision": ({ scope, rule, title, place, kind, ...rest }, regime, names) => {
      const whom = scope ? `, beschränkt auf ${names.scope(scope)}` : "";
      const where =
        kind === "establishment" ? `${there(place, names)}, dem Sitzland des Unternehmens,` : there(place, names);
      return `angemessenes Schutzniveau ${where} anerkannt (${names.rule(rule, title)})${whom}${rest.besides ? `, außerdem abgesichert durch ${names.mechanisms(rest.besides, regime)}` : ""}${fallback(rest.fallback, regime, names, "abgesichert durch")}`;
    },
    "certified-recipient": ({ rule, title, certified, checkedOn, ...rest }, regime, names) => {
      const whose = certified ? `von ${certified}` : "des Empfängers";
      const checked = checkedOn ? `geprüft am ${names.date(checkedOn)}` : "Prüfung nicht angegeben";
      return `${transfer(rest, names)} abgesichert durch die Zertifizierung ${whose} (${names.rule(rule, title)}; ${checked})${also(rest, regime, names)}`;
    },
    safeguard: ({ mechanism, ...rest }, regime, names) =>
      `${transfer(rest, names)} abgesichert durch ${names.mechanism(mechanism, regime)}${also(rest, regime, names)}`,
    "no-location": () => "kein Ort angegeben",
    "law-not-recorded": ({ place, mechanism }, regime, names) =>
      mechanism
        ? `hier nicht erfasst, ob eine ${transfer({ place, kind: "processing" }, names)} zu diesem Zeitpunkt auf ${names.mechanism(mechanism, regime)} gestützt werden konnte`
        : "Rechtslage zu diesem Zeitpunkt hier nicht erfasst",
    "importer-outside": ({ place, unfit }, regime, names) =>
      unfit.length > 0
        ? `${toCompany(place, names)} nicht abgesichert; der Eintrag nennt nur ${misfits({ place, unfit }, regime, names)}`
        : `kein Übermittlungsinstrument angegeben für eine ${toCompany(place, names)}`,
    unsettled: ({ unfit, ...rest }, regime, names) =>
      `ungeklärt, ob die ${transfer(rest, names)} abgesichert ist; der Eintrag nennt nur ${misfits({ ...rest, unfit }, regime, names)}`,
    unfit: ({ unfit, ...rest }, regime, names) =>
      `${transfer(rest, names)} nicht abgesichert; der Eintrag nennt nur ${misfits({ ...rest, unfit }, regime, names)}`,
    "exception-only": ({ place }, regime, names) =>
      `nur eine Ausnahme für bestimmte Fälle (${names.articles([regime])}) angegeben für ${goingTo(place, names)}`,
    "nothing-stated": ({ place }, _, names) => `kein Übermittlungsinstrument angegeben für ${goingTo(place, names)}`,
  },
  sentence: (regime, clause) => `${regime}: ${clause}.`,
  alsoUncovered: (places) => `; auch für ${places} fehlt eine Absicherung`,
  hints: {
    "french-law":
      "dort gelten nach französischem Recht seit dem 1. Juni 2019 dieselben Regeln, auch wenn das Unionsrecht dort nicht gilt",
  },
  hint: (hint) => `; ${hint}`,
  cover: (place, rule) => `die Absicherung für ${place} (${rule})`,
  holdsUntil: (date, lost) =>
    `; diese Einschätzung gilt bis zum ${date}${lost ? `, denn an diesem Tag endet ${lost}` : ""}`,
  endsOn: (lost, date) => `; ${lost} endet am ${date}`,
};
