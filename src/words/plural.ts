import type { Locale } from "../model/values/text.ts";

/** From five digits on, thousands stand apart: "20,000". */
const GROUPED = 10_000;

/** How a language counts, by the rules that Unicode has for it: "1 service", "2 services"; in French also "0 service". */
export function counting(locale: Locale): (n: number, one: string, many: string) => string {
  const rules = new Intl.PluralRules(locale);
  const shown = (n: number) => (n < GROUPED ? String(n) : new Intl.NumberFormat(locale).format(n));
  return (n, one, many) => `${shown(n)} ${rules.select(n) === "one" ? one : many}`;
}
