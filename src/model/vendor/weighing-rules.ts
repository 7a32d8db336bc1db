import { foldName } from "../values/text.ts";
import { covers } from "./countries.ts";
import type { Cover, Ground } from "./grounds.ts";
import { isSameEntity, renameOf } from "./identity.ts";
import type { Safeguard, Service, VendorDocument } from "./vendor-document.ts";
import type { Circumstances, Weighs } from "./weighing.ts";

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

/** A safeguard counts once per regime and place it is said to cover. */
const coversOf = (safeguards: Safeguard[]): Cover[] =>
  safeguards.flatMap(({ mechanism, module, certified, regimes, countries = [] }) => {
    const cover: Cover = { mechanism, ...(module && { module }), ...(certified && { certified }) };
    const byRegime = regimes.length === 0 ? [cover] : regimes.map((regime) => ({ ...cover, regime }));
    return countries.length === 0
      ? byRegime
      : byRegime.flatMap((each) => countries.map((country) => ({ ...each, country })));
  });

const foremost = (safeguards: Safeguard[]): Cover[] => coversOf(safeguards.filter(({ backup }) => !backup));

const isSameTool = (one: Cover, other: Cover): boolean =>
  one.mechanism === other.mechanism &&
  one.module === other.module &&
  one.certified === other.certified &&
  one.regime === other.regime;

const isSame = (one: Cover, other: Cover): boolean => isSameTool(one, other) && one.country === other.country;

/** That a cover is part of another: the same tool, for a place of those it covers. */
const isPartOf = (one: Cover, other: Cover): boolean =>
  isSameTool(one, other) && (!other.country || (one.country !== undefined && covers(other.country, one.country)));

const isAmong = (covers: Cover[], one: Cover): boolean => covers.some((each) => isSame(each, one));

/** That a cover says what another says, and more. */
const specifies = (one: Cover, other: Cover): boolean => isSame({ ...one, ...other }, one);

const coversBeyond = (some: Cover[], others: Cover[]): Cover[] => some.filter((each) => !isAmong(others, each));

/** Whether a place is left that a safeguard would cover; of one that is not stated nothing can be told. */
function isNeeded({ country: about }: Cover, { locations }: Placed, circumstances: Circumstances): boolean {
  const { seesTransfer, establishedIn } = circumstances;
  const places = [...locations.map(({ country }) => country), ...(establishedIn ? [establishedIn] : [])];
  const isAbout = (place: string) => !about || covers(about, place) || covers(place, about);
  return locations.length === 0 || places.some((place) => isAbout(place) && seesTransfer(place));
}

type Placed = Pick<Service, "locations">;

export const cover: Weighs<Safeguard[], Placed> = (before, after, owner, circumstances) => {
  const [was, is] = [coversOf(before), coversOf(after)];
  const gained = coversBeyond(is, was);
  const isKept = (each: Cover) => is.some((other) => isPartOf(each, other));
  const lost = was
    .filter((each) => !isKept(each))
    .map((each): Ground => {
      const now = gained.filter((one) => specifies(one, each));
      if (now.length > 0) return { code: "safeguard-specified", ...each, now };
      return { code: isNeeded(each, owner.after, circumstances) ? "safeguard-lost" : "safeguard-not-needed", ...each };
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
