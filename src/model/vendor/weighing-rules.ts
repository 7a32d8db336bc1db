import { covers } from "./countries.ts";
import { entityOf, type Location, type Safeguard, type VendorDocument } from "./vendor-document.ts";
import { gainsAndLosses, informative, material, type Weighs } from "./weighing.ts";

/** The rules that take more than one field or part to tell what a difference weighs. */

export const entity: Weighs<string | undefined, Pick<VendorDocument, "name" | "legalName">> = (
  _was,
  _is,
  { before, after },
) => (entityOf(before) === entityOf(after) ? [] : [material("legal entity replaced")]);

export const countries = gainsAndLosses((places: Location[]) => places.map(({ country }) => country), {
  gained: (country, before) =>
    before.some((area) => covers(area, country))
      ? informative(`only in ${country} of what it was`)
      : material(`new country: ${country}`),
  lost: (country, after) =>
    after.length === 0 ? material("places no longer stated") : informative(`no longer in ${country}`),
});

export const uses = gainsAndLosses((places: Location[]) => places.map(({ country, kind }) => `${kind} in ${country}`), {
  gained: (use) => informative(`now also ${use}`),
  lost: (use) => informative(`no longer ${use}`),
});

/** A safeguard counts once per regime it is said to cover. */
const covered = ({ mechanism, regimes, module }: Safeguard): string[] => {
  const name = `${mechanism}${module ? ` module ${module}` : ""}`;
  return regimes.length === 0 ? [name] : regimes.map((regime) => `${name} (${regime})`);
};

export const cover = gainsAndLosses((safeguards: Safeguard[]) => safeguards.flatMap(covered), {
  gained: (name) => informative(`safeguard added: ${name}`),
  lost: (name) => material(`safeguard lost: ${name}`),
});

export const firstCover = gainsAndLosses(
  (safeguards: Safeguard[]) => safeguards.filter(({ backup }) => !backup).flatMap(covered),
  {
    gained: (name) => informative(`safeguard no longer a mere fallback: ${name}`),
    lost: (name) => material(`safeguard now a mere fallback: ${name}`),
  },
);
