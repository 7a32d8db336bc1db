import type { Location, Regime } from "../registry/vendor-document.ts";

// The EEA: the Union with its outermost regions that have codes of their own (Art. 355(1) TFEU), Iceland,
// Liechtenstein and Norway.
const EEA = new Set(
  (
    "EU EEA AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK " +
    "GF GP MF MQ RE YT AX IS LI NO"
  ).split(" "),
);

const HOME: Record<Exclude<Regime, "eu">, string> = { uk: "GB", ch: "CH" };

/** Whether data leaves home: a place outside the EEA and outside the other territories whose law binds the organisation. */
export function isAbroad({ country }: Location, regimes: readonly Regime[]): boolean {
  return !EEA.has(country) && !regimes.some((regime) => regime !== "eu" && HOME[regime] === country);
}
