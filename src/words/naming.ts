import type { Scope } from "../model/amendment.ts";
import type { IsoDate } from "../model/values/dates.ts";
import type { Mechanism } from "../model/vendor/mechanisms.ts";
import type { Regime } from "../model/vendor/vendor-document.ts";
import type { Misfit } from "../transfers/index.ts";

/** What sentences about transfers speak of, by its name in a language, as it stands in a sentence. */
export type Naming = {
  date: (on: IsoDate) => string;
  list: (items: readonly string[]) => string;
  /** Some names, and how many there are besides. */
  some: (names: readonly string[], total: number) => string;
  place: (code: string) => string;
  /** The same by its bare name, for a language that says "in" it otherwise than "for" it. */
  country: (code: string) => string;
  regime: (regime: Regime) => string;
  regimes: (all: readonly Regime[]) => string;
  /** The articles that allow exceptions, in some regimes. */
  articles: (regimes: readonly Regime[]) => string;
  /** A mechanism, as the law of a regime has it. */
  mechanism: (mechanism: Mechanism, regime: Regime) => string;
  mechanisms: (all: readonly Mechanism[], regime: Regime) => string;
  misfit: (why: Misfit) => string;
  /** What the clauses of the EU need beside them in other regimes; of several, with the name of each. */
  completion: (regimes: readonly Regime[]) => string;
  scope: (scope: Scope) => string;
  /** The title of a rule of the law. A rule that an amendment added brings its own. */
  rule: (id: string, title?: string) => string;
};

/** The frameworks by which recipients in the United States are certified, each as its regime calls it. */
export const frameworks = (regimes: readonly Regime[], { list, mechanism }: Naming): string =>
  list(regimes.map((regime) => mechanism("dpf", regime)));

/** What else covers a place: as it is stated beside what does, and as a fallback. */
export type Beside = { besides?: readonly Mechanism[]; fallback?: readonly Mechanism[] };

/** Whether the name that a regime has for a mechanism says already whose it is: "EU-US", "the UK Extension". */
export const namesRegime = (mechanism: Mechanism, regime: Regime): boolean =>
  mechanism === "adequacy" ? regime !== "eu" : ["dpf", "uk-idta", "uk-addendum", "swiss-addendum"].includes(mechanism);
