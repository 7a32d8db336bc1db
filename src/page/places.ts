import { covers } from "../registry/countries.ts";
import type { Location, Regime } from "../registry/vendor-document.ts";

const HOME: Record<Exclude<Regime, "eu">, string> = { uk: "GB", ch: "CH" };

/** Whether data leaves home: a place outside the EEA and outside the other territories whose law binds the organisation. */
export function isAbroad({ country }: Location, regimes: readonly Regime[]): boolean {
  return !covers("EEA", country) && !regimes.some((regime) => regime !== "eu" && HOME[regime] === country);
}
