import { covers } from "./countries.ts";
import type { Contact, Cookie, Location, Safeguard } from "./vendor-document.ts";
import { editorial, gainsAndLosses, informative, material, type Weighs } from "./weighing.ts";

/**
 * What a difference in one part of a place, a safeguard or a cookie weighs; and how each part of a contact is reached.
 * A part without an entry does not compile.
 */
export type Parts<Item> = { [Part in keyof Item]-?: Weighs<Item[]> };

const countries = gainsAndLosses((places: Location[]) => places.map(({ country }) => country), {
  gained: (country, before) =>
    before.some((area) => covers(area, country))
      ? informative(`only in ${country} of what it was`)
      : material(`new country: ${country}`),
  lost: (country, after) =>
    after.length === 0 ? material("places no longer stated") : informative(`no longer in ${country}`),
});

const uses = gainsAndLosses((places: Location[]) => places.map(({ country, kind }) => `${kind} in ${country}`), {
  gained: (use) => informative(`now also ${use}`),
  lost: (use) => informative(`no longer ${use}`),
});

export const LOCATION_PARTS = {
  country: countries,
  kind: uses,
  detail: editorial,
} as const satisfies Parts<Location>;

/** A safeguard counts once per regime it is said to cover. */
const covered = ({ mechanism, regimes, module }: Safeguard): string[] => {
  const name = `${mechanism}${module ? ` module ${module}` : ""}`;
  return regimes.length === 0 ? [name] : regimes.map((regime) => `${name} (${regime})`);
};

const cover = gainsAndLosses((safeguards: Safeguard[]) => safeguards.flatMap(covered), {
  gained: (name) => informative(`safeguard added: ${name}`),
  lost: (name) => material(`safeguard lost: ${name}`),
});

const firstCover = gainsAndLosses(
  (safeguards: Safeguard[]) => safeguards.filter(({ backup }) => !backup).flatMap(covered),
  {
    gained: (name) => informative(`safeguard no longer a mere fallback: ${name}`),
    lost: (name) => material(`safeguard now a mere fallback: ${name}`),
  },
);

export const SAFEGUARD_PARTS = {
  mechanism: cover,
  module: cover,
  regimes: cover,
  backup: firstCover,
  checkedOn: editorial,
  url: editorial,
  note: editorial,
} as const satisfies Parts<Safeguard>;

export const COOKIE_PARTS = {
  name: editorial,
  purpose: editorial,
  expires: editorial,
  setBy: editorial,
} as const satisfies Parts<Cookie>;

/** In the order in which they are written; any difference in them is editorial. */
export const CONTACT_PARTS = {
  name: "text",
  email: "email",
  phone: "phone",
  url: "link",
} as const satisfies Record<keyof Contact, "text" | "email" | "phone" | "link">;

/** Whatever the rules of any part find. */
export const anyPart =
  <Items>(parts: Record<string, Weighs<Items>>): Weighs<Items> =>
  (before, after, owner) =>
    [...new Set(Object.values(parts))].flatMap((weighs) => weighs(before, after, owner));
