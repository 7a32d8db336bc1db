import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import type { Verdicts } from "../en/verdicts.ts";
import { type Beside, misfitsBy, type Naming } from "../naming.ts";
import { a, de } from "./names.ts";

const fallback = (all: readonly Mechanism[] | undefined, regime: Regime, names: Naming) =>
  all ? `, con ${names.mechanisms(all, regime)} como instrumento subsidiario` : "";

const also = ({ besides, fallback: left }: Beside, regime: Regime, names: Naming) =>
  `${besides ? ` y por ${names.mechanisms(besides, regime)}` : ""}${fallback(left, regime, names)}`;

type Whereabouts = { place: string; kind: string };

const seat = (place: string) => `la empresa tiene su establecimiento en ${place}`;

const covered = ({ place, kind }: Whereabouts, by: string, names: Naming) =>
  kind === "establishment"
    ? `${seat(names.place(place))}, y la transferencia a ella está amparada por ${by}`
    : `la transferencia ${a(names.place(place))} está amparada por ${by}`;

const misfits = misfitsBy({
  clauses: (completion) => `, que exige ${completion}`,
  framework: (own) =>
    `; la transferencia estaría amparada por ${own}, si así consta en la entrada de la empresa certificada en la lista pública`,
});

export const verdicts: Verdicts = {
  reasons: {
    inbound: () => "no se le transfiere nada; los datos proceden de este proveedor",
    "at-home": ({ place, rule, effect, by }, regime, names) => {
      if (effect === "treated-as-home")
        return `una transferencia ${a(names.place(place))} no se considera transferencia a un tercer país (${names.rule(rule)})`;
      return by === regime
        ? `no consta ninguna transferencia, pues la normativa de protección de datos ${de(names.regime(regime))} se aplica en ${names.place(place)}`
        : `no consta ninguna transferencia, pues en ${names.place(place)} se aplica el Derecho de la UE, que entonces era también el ${de(names.regime(regime))}`;
    },
    "adequacy-decision": ({ place, kind, scope, rule, title, ...rest }, regime, names) => {
      const whom = scope ? ` para ${names.scope(scope)}` : "";
      const recognised = `está reconocido como adecuado${whom} (${names.rule(rule, title)})${rest.besides ? `, con ${names.mechanisms(rest.besides, regime)} además` : ""}${fallback(rest.fallback, regime, names)}`;
      return kind === "establishment"
        ? `${seat(names.place(place))}, cuyo nivel de protección ${recognised}`
        : `el nivel de protección ${de(names.place(place))} ${recognised}`;
    },
    "certified-recipient": ({ rule, title, certified, checkedOn, ...rest }, regime, names) => {
      const whose = certified ? `de ${certified}` : "del destinatario";
      const checked = checkedOn ? `comprobada el ${names.date(checkedOn)}` : "no consta que se haya comprobado";
      const certification = `la certificación ${whose} (${names.rule(rule, title)}; ${checked})`;
      return covered(rest, `${certification}${also(rest, regime, names)}`, names);
    },
    safeguard: ({ mechanism, ...rest }, regime, names) =>
      covered(rest, `${names.mechanism(mechanism, regime)}${also(rest, regime, names)}`, names),
    "no-location": () => "no consta ningún lugar",
    "law-not-recorded": ({ place, mechanism }, regime, names) =>
      mechanism
        ? `no está registrado aquí si en esa fecha la transferencia ${a(names.place(place))} estaba amparada por ${names.mechanism(mechanism, regime)}`
        : "el Derecho de esa fecha no está registrado aquí",
    "importer-outside": ({ place, unfit }, regime, names) =>
      unfit.length > 0
        ? `${seat(names.place(place))}, y nada de lo indicado ampara una transferencia a ella; la entrada solo menciona ${misfits({ place, unfit }, regime, names)}`
        : `${seat(names.place(place))}, y no se indica ningún instrumento de transferencia para una transferencia a ella`,
    unsettled: ({ place, unfit }, regime, names) =>
      `no está claro que lo indicado ampare la transferencia ${a(names.place(place))}; la entrada solo menciona ${misfits({ place, unfit }, regime, names)}`,
    unfit: ({ place, unfit }, regime, names) =>
      `nada de lo indicado ampara la transferencia ${a(names.place(place))}; la entrada solo menciona ${misfits({ place, unfit }, regime, names)}`,
    "exception-only": ({ place }, regime, names) =>
      `para la transferencia ${a(names.place(place))} solo se indica una excepción para casos aislados (${names.articles([regime])})`,
    "nothing-stated": ({ place }, _, names) =>
      `no se indica ningún instrumento de transferencia para la transferencia ${a(names.place(place))}`,
  },
  sentence: (regime, clause) => `${regime}: ${clause}.`,
  alsoUncovered: (uncovered) => `; tampoco está amparada la transferencia ${a(uncovered)}`,
  hints: {
    "french-law":
      "el Derecho francés aplica allí las mismas normas desde el 1 de junio de 2019, aunque no se aplica el Derecho de la Unión",
  },
  hint: (hint) => `; ${hint}`,
  cover: (place, rule) => `lo que ampara la transferencia ${a(place)} (${rule})`,
  holdsUntil: (date, lost) => `; esta valoración vale hasta el ${date}${lost ? `, fecha en que finaliza ${lost}` : ""}`,
  endsOn: (lost, date) => `; ${lost} finaliza el ${date}`,
};
