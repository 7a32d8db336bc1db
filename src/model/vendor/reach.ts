/** What narrows a service or one of its places, by the organisation's keys. None named are all. */
export type Narrowing = { products?: string[] | undefined; hostingRegions?: string[] | undefined };

/** The same, said of both. */
export type Whole = { products: string[]; hostingRegions: string[] };

/** The customers that something is for, told apart by what they use: a bit for each product in each hosting region. */
export type Reach = bigint;

/** Reaches of what narrows, and what a reach is of. */
export type Measure = { of: (narrowing: Narrowing) => Reach; said: (reach: Reach) => Whole[] };

/** Any product or region that nothing names: all of them are alike. No key is empty. */
const OTHER = "";

/**
 * How far narrowings reach, among those that are named and all that the organisation has. Where every one it has is named,
 * that reaches as far as naming none. What it has may be unknown: then there is always another.
 */
export function measuring(known: Whole, named: readonly Narrowing[]): Measure {
  const products = keysOf(
    known.products,
    named.map((each) => each.products),
  );
  const regions = keysOf(
    known.hostingRegions,
    named.map((each) => each.hostingRegions),
  );
  const width = BigInt(regions.keys.length);
  const rowOf = (reach: Reach, place: number) => (reach >> (width * BigInt(place))) & ((1n << width) - 1n);

  const cache = new Map<string, Reach>();
  const measured = (narrowing: Narrowing): Reach => {
    const row = bits(regions.places(narrowing.hostingRegions));
    return union(products.places(narrowing.products).map((place) => row << (width * BigInt(place))));
  };
  return {
    of(narrowing) {
      const name = JSON.stringify([narrowing.products, narrowing.hostingRegions]);
      const reach = cache.get(name) ?? measured(narrowing);
      cache.set(name, reach);
      return reach;
    },
    said(reach) {
      const rows = products.keys
        .map((_, place) => ({ place, row: rowOf(reach, place) }))
        .filter(({ row }) => row !== 0n);
      return [...Map.groupBy(rows, ({ row }) => row)].map(([row, same]) => ({
        products: products.said(same.map(({ place }) => place)),
        hostingRegions: regions.said(regions.keys.flatMap((_, place) => ((row >> BigInt(place)) & 1n ? [place] : []))),
      }));
    },
  };
}

/** The keys that are told apart: those that something names and, where there are more, one for all of these. */
function keysOf(known: readonly string[], named: readonly (string[] | undefined)[]) {
  const told = new Set(named.flatMap((each) => each ?? []));
  const rest = known.filter((key) => !told.has(key));
  const keys = [...told, ...(known.length === 0 || rest.length > 0 ? [OTHER] : [])];
  const placeOf = new Map(keys.map((key, place) => [key, place]));
  const all = keys.map((_, place) => place);
  return {
    keys,
    places: (of: readonly string[] | undefined) => (of?.length ? of.map((key) => placeOf.get(key) ?? 0) : all),
    /** None where it is all of them, and where it is others that are not known. */
    said(places: readonly number[]): string[] {
      const some = places.map((place) => keys[place] ?? OTHER);
      const isAll = places.length === keys.length || (some.includes(OTHER) && rest.length === 0);
      return isAll ? [] : some.flatMap((key) => (key === OTHER ? rest : [key]));
    },
  };
}

const bits = (places: readonly number[]): Reach => places.reduce((reach, place) => reach | (1n << BigInt(place)), 0n);

export const union = (reaches: readonly Reach[]): Reach => reaches.reduce((all, each) => all | each, 0n);

/** Those of some that others do not have. */
export const without = (some: Reach, others: Reach): Reach => some & ~others;
