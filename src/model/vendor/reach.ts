/** What narrows a service or one of its places, by the organisation's keys. None named are all. */
export type Narrowing = { products?: string[] | undefined; hostingRegions?: string[] | undefined };

/** The customers that something is for, told apart by what they use: a bit for each product in each hosting region. */
export type Reach = bigint;

/** Any product or region that nothing names: all of them are alike. No key is empty. */
const OTHER = "";

/**
 * How far narrowings reach, among those that are named and all that the organisation has. Where every one it has is named,
 * that reaches as far as naming none. What it has may be unknown: then there is always another.
 */
export function reaching(
  known: { products: string[]; hostingRegions: string[] },
  named: readonly Narrowing[],
): (of: Narrowing) => Reach {
  const products = told(
    known.products,
    named.map((each) => each.products),
  );
  const regions = told(
    known.hostingRegions,
    named.map((each) => each.hostingRegions),
  );
  const width = BigInt(regions.size);
  const all = (1n << width) - 1n;
  const cache = new Map<string, Reach>();
  const measure = (of: Narrowing): Reach => {
    const row = of.hostingRegions?.length ? bits(of.hostingRegions, regions) : all;
    const rows = of.products?.length ? of.products : [...products.keys()];
    return rows.reduce((reach, key) => reach | (row << (width * BigInt(products.get(key) ?? 0))), 0n);
  };
  return (of) => {
    const name = JSON.stringify([of.products, of.hostingRegions]);
    const reach = cache.get(name) ?? measure(of);
    cache.set(name, reach);
    return reach;
  };
}

/** The keys that are told apart, each with its place. */
function told(known: readonly string[], named: readonly (string[] | undefined)[]): Map<string, number> {
  const keys = new Set(named.flatMap((each) => each ?? []));
  const isMore = known.length === 0 || known.some((key) => !keys.has(key));
  return new Map([...keys, ...(isMore ? [OTHER] : [])].map((key, place) => [key, place]));
}

const bits = (keys: readonly string[], places: Map<string, number>): Reach =>
  keys.reduce((reach, key) => reach | (1n << BigInt(places.get(key) ?? 0)), 0n);

export const union = (reaches: readonly Reach[]): Reach => reaches.reduce((all, each) => all | each, 0n);

/** Those of some that others do not have. */
export const without = (some: Reach, others: Reach): Reach => some & ~others;
