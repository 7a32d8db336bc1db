import { covers } from "./countries.ts";
import type { Ground } from "./grounds.ts";
import { type Reach, union, without } from "./reach.ts";
import type { Location } from "./vendor-document.ts";
import type { Circumstances, Weighs } from "./weighing.ts";

/** What differences in places weigh: for whom a place is new, among the customers that both versions are for. */

type Held = Map<string, Reach>;

/** Whose data is in each country or area. */
function heldIn(places: readonly Location[], { measure, both }: Circumstances): Held {
  const groups = Map.groupBy(places, ({ country }) => country);
  const held = [...groups].map(([country, there]) => [country, union(there.map(measure.of)) & both] as const);
  return new Map(held.filter(([, whose]) => whose !== 0n));
}

/** Whose data is where some have it and others have not. */
const beyond = (some: Held, others: Held): [place: string, whose: Reach][] =>
  [...some].flatMap(([place, whose]) => {
    const more = without(whose, others.get(place) ?? 0n);
    return more === 0n ? [] : [[place, more]];
  });

/** The areas around a place, or what lies within it, for some of those whose data is there. */
const related = (held: Held, whose: Reach, isRelated: (other: string) => boolean): [string, Reach][] =>
  [...held].filter(([other, theirs]) => isRelated(other) && (theirs & whose) !== 0n);

/** A place that is left of an area stated before is no ground of its own: the narrowed area names it. */
export const countries: Weighs<Location[]> = (before, after, _owner, circumstances) => {
  const [was, is] = [heldIn(before, circumstances), heldIn(after, circumstances)];
  const unplaced = without(union([...was.values()]), union([...is.values()]));
  const lost = beyond(was, is);
  const left = lost.filter(([place]) => circumstances.seesTransfer(place));
  const moved = new Set<string>();

  const gained = beyond(is, was).flatMap(([place, whose]): Ground[] => {
    const areas = related(was, whose, (other) => other !== place && covers(other, place));
    const others = without(whose, union(areas.map(([, theirs]) => theirs)));
    if (others === 0n)
      return areas.filter(([area]) => is.has(area)).map(([area]) => ({ code: "place-named", place, area }));
    const from = left.filter(([, theirs]) => (theirs & others) !== 0n);
    const isHome =
      !circumstances.seesTransfer(place) && without(others, union(from.map(([, theirs]) => theirs))) === 0n;
    if (!isHome) return [{ code: "place-added", place, only: circumstances.measure.said(others) }];
    for (const [each] of from) moved.add(each);
    return [{ code: "place-moved-home", place, from: from.map(([each]) => each) }];
  });

  const gone = lost.flatMap(([place, whose]): Ground[] => {
    const [around] = related(is, whose, (other) => other !== place && covers(other, place));
    if (around) return [{ code: "place-not-named", place, area: around[0] }];
    const to = related(is, whose, (other) => other !== place && covers(place, other)).map(([other]) => other);
    if (to.length > 0) return [{ code: "area-narrowed", area: place, to }];
    const isOnlyUnplaced = without(whose, unplaced) === 0n;
    return moved.has(place) || isOnlyUnplaced ? [] : [{ code: "place-removed", place }];
  });
  const nowhere: Ground[] =
    unplaced === 0n ? [] : [{ code: "places-not-stated", only: circumstances.measure.said(unplaced) }];
  return [...nowhere, ...gained, ...gone];
};

/** The uses of data that come or go in places stated before and after. */
export const uses: Weighs<Location[]> = (before, after, _owner, circumstances) => {
  const [was, is] = [usesIn(before, circumstances), usesIn(after, circumstances)];
  return [
    ...newUses(was, is).map((use): Ground => ({ code: "use-added", ...use })),
    ...newUses(is, was).map((use): Ground => ({ code: "use-removed", ...use })),
  ];
};

type Kinds = Map<Location["kind"], Reach>;
type Uses = Map<string, Kinds>;

/** Whose data is in each country or area, by what is done with it there. */
function usesIn(places: readonly Location[], { measure, both }: Circumstances): Uses {
  const found: Uses = new Map();
  for (const place of places) {
    const there: Kinds = found.get(place.country) ?? new Map();
    there.set(place.kind, (there.get(place.kind) ?? 0n) | (measure.of(place) & both));
    found.set(place.country, there);
  }
  return found;
}

/** The uses that others do not have: at the same place, or else in the areas around it. */
function newUses(others: Uses, uses: Uses): { use: Location["kind"]; place: string }[] {
  return [...uses].flatMap(([place, kinds]) => {
    const here = others.get(place);
    const around = [...others].flatMap(([area, there]) => (area !== place && covers(area, place) ? [there] : []));
    const all = (there: Kinds) => union([...there.values()]);
    return [...kinds].flatMap(([use, whose]) => {
      const known = here ? whose & all(here) : 0n;
      const nearby = without(whose, known) & union(around.map(all));
      const isNewHere = without(known, here?.get(use) ?? 0n) !== 0n;
      const isNewNearby = without(nearby, union(around.map((there) => there.get(use) ?? 0n))) !== 0n;
      return isNewHere || isNewNearby ? [{ use, place }] : [];
    });
  });
}
