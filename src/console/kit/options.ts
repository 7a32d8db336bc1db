import { LANGUAGES } from "../../model/values/languages.ts";
import { type ConsoleLocale, LOCALES } from "../../model/values/text.ts";
import { MECHANISMS, type Mechanism } from "../../model/vendor/mechanisms.ts";
import { Regime } from "../../model/vendor/vendor-document.ts";
import { wordsFor } from "../../words/index.ts";
import type { Options } from "./choices.tsx";

/** What is chosen from, by the names that readers of a language know it by. */

export const mechanisms = (locale: ConsoleLocale): Options =>
  (Object.keys(MECHANISMS) as Mechanism[]).map((each) => [each, wordsFor(locale).terms.mechanisms[each]]);

/** The modules of the standard contractual clauses, by who exports to whom. */
export function sccModules(locale: ConsoleLocale): Options {
  const { sccModules, explained } = wordsFor(locale).terms;
  return Object.entries(sccModules).map(([module, parties]) => [module, explained(module, parties)]);
}

export const regimes = (locale: ConsoleLocale): Options =>
  Regime.options.map((each) => [each, wordsFor(locale).terms.regimes[each]]);

/** Every language there is, each by its own name. */
export const languages: Options = LOCALES.map((each) => [each, LANGUAGES[each].name]);

/** The time zones, by their area and city: "Europe / Paris". */
export const timeZones = (): Options =>
  [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])].map((zone) => [
    zone,
    zone.replaceAll("_", " ").replaceAll("/", " / "),
  ]);
