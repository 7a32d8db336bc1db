import type { Scope } from "../model/amendment.ts";
import type { IsoDate } from "../model/values/dates.ts";
import type { Cover } from "../model/vendor/grounds.ts";
import type { Mechanism } from "../model/vendor/mechanisms.ts";
import type { Regime } from "../model/vendor/vendor-document.ts";
import type { Misfit, Unfit } from "../transfers/index.ts";

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
  /** The same as what it is by whatever law: who states the Data Privacy Framework has not stated its UK Extension. */
  inGeneral: (mechanism: Mechanism, regime: Regime) => string;
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

/** What is remarked of a tool that is not stated for a regime: what its law asks for beside the clauses, or in place of the framework. */
type Remarks = { clauses: (completion: string) => string; framework: (own: string) => string };

/**
 * How a language says which tools do not fit, and why not. The EU's clauses and framework are what most lists state and leave
 * at that, where one more document, or one more line of the certification, would make them do.
 */
export const misfitsBy = (remarks: Remarks) => {
  const remark = ({ mechanism, why }: Unfit, place: string, regime: Regime, names: Naming) => {
    if (mechanism === "scc" && why === "regime-not-stated") return remarks.clauses(names.completion([regime]));
    const isFramework = mechanism === "dpf" && isNotStatedFor(why) && place === "US" && regime !== "eu";
    return isFramework ? remarks.framework(names.mechanism("dpf", regime)) : "";
  };
  return ({ place, unfit }: { place: string; unfit: readonly Unfit[] }, regime: Regime, names: Naming) =>
    names.list(
      unfit.map((each) => {
        const name = isNotStatedFor(each.why) ? names.inGeneral : names.mechanism;
        return `${name(each.mechanism, regime)} (${names.misfit(each.why)}${remark(each, place, regime, names)})`;
      }),
    );
};

const isNotStatedFor = (why: Misfit) => why === "regime-not-stated" || why === "other-regime";

/** What else covers a place: as it is stated beside what does, and as a fallback. */
export type Beside = { besides?: readonly Mechanism[]; fallback?: readonly Mechanism[] };

/** Whether the name that a regime has for a mechanism says already whose it is: "EU-US", "the UK Extension". */
export const namesRegime = (mechanism: Mechanism, regime: Regime): boolean =>
  mechanism === "adequacy" ? regime !== "eu" : ["dpf", "uk-idta", "uk-addendum", "swiss-addendum"].includes(mechanism);

/** What a language calls transfer tools. */
type ToolTerms = {
  mechanisms: Record<Mechanism, string>;
  national: Record<Regime, Partial<Record<Mechanism, string>>>;
  regimes: Record<Regime, string>;
  withCertified: (safeguard: string, company: string) => string;
};

/** How a language names a tool that was gained or lost: by its terms, its word for a module, and what it puts before a place. */
export const coverBy =
  (terms: ToolTerms, moduleWord: string, beforePlace: string) =>
  ({ mechanism, module, certified, regime, country }: Cover, names: Naming): string => {
    const tool = (regime && terms.national[regime][mechanism]) || terms.mechanisms[mechanism];
    const name = certified ? terms.withCertified(tool, certified) : tool;
    const which = module ? `, ${moduleWord} ${module}` : "";
    const under = regime && !namesRegime(mechanism, regime) ? ` (${terms.regimes[regime]})` : "";
    return `${name}${which}${under}${country ? `${beforePlace} ${names.place(country)}` : ""}`;
  };
