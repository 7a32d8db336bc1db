import { foldName } from "../values/text.ts";
import { covers } from "./countries.ts";
import type { Cover, Ground } from "./grounds.ts";
import { isSameEntity, renameOf } from "./identity.ts";
import type { Location, Safeguard, VendorDocument } from "./vendor-document.ts";
import { beyond, scope, type Weighs } from "./weighing.ts";

/** The rules that take more than one field or part to tell what a difference weighs. */

type Named = Pick<VendorDocument, "name" | "legalName" | "registrationNumber">;

/** Who the vendor is. Another name of the same legal entity is no replacement (GDPR Art. 28(2)). */
export const entity: Weighs<string | undefined, Named> = (_was, _is, { before, after }) => {
  const rename = renameOf(before, after);
  if (rename) return [{ code: "renamed", ...rename }];
  if (isSameEntity(before, after)) return [];
  if (!after.legalName) return [{ code: before.legalName ? "entity-not-stated" : "name-replaced" }];
  if (before.legalName || before.name !== after.name) return [{ code: "entity-replaced" }];
  return [{ code: "entity-stated", name: after.legalName }];
};

/** That the register of companies has another number is that it has another company. */
export const register: Weighs<string | undefined> = (before, after) =>
  before && after && foldName(before) !== foldName(after) ? [{ code: "registration-replaced" }] : [];

const countriesOf = (places: Location[]): string[] => [...new Set(places.map(({ country }) => country))];

/** A place that is left of an area stated before is no ground of its own: the narrowed area names it. */
export const countries: Weighs<Location[]> = (before, after) => {
  const [was, is] = [countriesOf(before), countriesOf(after)];
  if (is.length === 0) return [{ code: "places-not-stated" }];
  const gained = beyond(is, was).flatMap((place): Ground[] => {
    const areas = was.filter((each) => covers(each, place));
    if (areas.length === 0) return [{ code: "place-added", place }];
    return areas.filter((each) => is.includes(each)).map((area) => ({ code: "place-named", place, area }));
  });
  const lost = beyond(was, is).map((place): Ground => {
    const area = is.find((each) => covers(each, place));
    if (area) return { code: "place-not-named", place, area };
    const to = is.filter((each) => covers(place, each));
    return to.length > 0 ? { code: "area-narrowed", area: place, to } : { code: "place-removed", place };
  });
  return [...gained, ...lost];
};

/** For whom a place is one, among those stated before and after. */
export const placeScope =
  (of: "products" | "hostingRegions"): Weighs<Location[]> =>
  (before, after, owner) => {
    const keys = (places: Location[], country: string) => {
      const lists = places.filter((each) => each.country === country).map((each) => each[of] ?? []);
      return lists.some((each) => each.length === 0) ? [] : lists.flat();
    };
    const kept = countriesOf(after).filter((each) => countriesOf(before).includes(each));
    return kept.flatMap((each) => scope(of)(keys(before, each), keys(after, each), owner));
  };

/** The uses of data that come or go in places stated before and after. */
export const uses: Weighs<Location[]> = (before, after) => [
  ...newUses(before, after).map(({ kind: use, country: place }): Ground => ({ code: "use-added", use, place })),
  ...newUses(after, before).map(({ kind: use, country: place }): Ground => ({ code: "use-removed", use, place })),
];

/** The places with a use that the others do not state there: at the same place, or else in the areas around it. */
function newUses(others: Location[], places: Location[]): Location[] {
  return places.filter(({ country, kind }) => {
    const same = others.filter((each) => each.country === country);
    const there = same.length > 0 ? same : others.filter((each) => covers(each.country, country));
    return there.length > 0 && !there.some((each) => each.kind === kind);
  });
}

/** A safeguard counts once per regime and place it is said to cover. */
const coversOf = (safeguards: Safeguard[]): Cover[] =>
  safeguards.flatMap(({ mechanism, module, regimes, countries = [] }) => {
    const cover: Cover = { mechanism, ...(module && { module }) };
    const byRegime = regimes.length === 0 ? [cover] : regimes.map((regime) => ({ ...cover, regime }));
    return countries.length === 0
      ? byRegime
      : byRegime.flatMap((each) => countries.map((country) => ({ ...each, country })));
  });

const foremost = (safeguards: Safeguard[]): Cover[] => coversOf(safeguards.filter(({ backup }) => !backup));

const isSameTool = (one: Cover, other: Cover): boolean =>
  one.mechanism === other.mechanism && one.module === other.module && one.regime === other.regime;

const isSame = (one: Cover, other: Cover): boolean => isSameTool(one, other) && one.country === other.country;

/** That a cover is part of another: the same tool, for a place of those it covers. */
const isPartOf = (one: Cover, other: Cover): boolean =>
  isSameTool(one, other) && (!other.country || (one.country !== undefined && covers(other.country, one.country)));

const isAmong = (covers: Cover[], one: Cover): boolean => covers.some((each) => isSame(each, one));

/** That a cover says what another says, and more. */
const specifies = (one: Cover, other: Cover): boolean => isSame({ ...one, ...other }, one);

const coversBeyond = (some: Cover[], others: Cover[]): Cover[] => some.filter((each) => !isAmong(others, each));

export const cover: Weighs<Safeguard[]> = (before, after) => {
  const [was, is] = [coversOf(before), coversOf(after)];
  const gained = coversBeyond(is, was);
  const isKept = (each: Cover) => is.some((other) => isPartOf(each, other));
  const lost = was
    .filter((each) => !isKept(each))
    .map((each): Ground => {
      const now = gained.filter((one) => specifies(one, each));
      return now.length > 0 ? { code: "safeguard-specified", ...each, now } : { code: "safeguard-lost", ...each };
    });
  return [...gained.map((each): Ground => ({ code: "safeguard-added", ...each })), ...lost];
};

/** Which safeguards become foremost or a fallback, among those stated before and after. */
export const firstCover: Weighs<Safeguard[]> = (before, after) => {
  const [was, is] = [foremost(before), foremost(after)];
  const promoted = coversBeyond(is, was).filter((each) => isAmong(coversOf(before), each));
  const demoted = coversBeyond(was, is).filter((each) => isAmong(coversOf(after), each));
  return [
    ...promoted.map((each): Ground => ({ code: "safeguard-foremost", ...each })),
    ...demoted.map((each): Ground => ({ code: "safeguard-fallback", ...each })),
  ];
};
