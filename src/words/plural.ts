import type { Locale } from "../model/values/text.ts";

/** How a language counts, by the rules that Unicode has for it: "1 service", "2 services"; in French also "0 service". */
export function counting(locale: Locale): (n: number, one: string, many: string) => string {
  const rules = new Intl.PluralRules(locale);
  return (n, one, many) => `${n} ${rules.select(n) === "one" ? one : many}`;
}
