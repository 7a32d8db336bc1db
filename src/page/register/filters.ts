import type { Organisation } from "../../model/organisation-document.ts";
import type { Locale } from "../../model/values/text.ts";
import { COUNTRIES_AND_AREAS, covers } from "../../model/vendor/countries.ts";
import { isFor, placedFor } from "../../model/vendor/places-for.ts";
import type { Narrowing } from "../../model/vendor/reach.ts";
import { formatCountry, inOrderOf, wordsFor } from "../../words/index.ts";
import type { Judging } from "../describe/transfers.ts";
import { countedPlaces, isOutsideEea, type ListedService } from "./listed.ts";
import { finderOf } from "./search.ts";

/** What narrows the list, by the names that addresses have for it, in the order of the form. */
export const FILTERS = ["q", "category", "country", "product", "region"] as const;
export type Filter = (typeof FILTERS)[number];
export type Filters = { [Each in Filter]?: string | undefined };

/** A value that can be chosen, as addresses and as readers have it. */
export type Option = { key: string; name: string };
export type Options = Record<Exclude<Filter, "q">, readonly Option[]>;

/** Among the countries: whatever has a place outside the area, or a company that is established outside it. */
export const OUTSIDE_EEA = "outside-eea";

/**
 * What there is to choose in a list; nothing of what is the same for all of it. A country that is asked for is among it also
 * where nothing is there: nothing is found then.
 */
export function optionsIn(
  services: readonly ListedService[],
  { products, hostingRegions }: Organisation,
  locale: Locale,
  asked: Filters = {},
): Options {
  const compare = inOrderOf(locale);
  const inOrder = (options: Option[]) => options.sort((a, b) => compare(a.name, b.name));
  const categories = new Set(services.flatMap(({ service }) => service.category ?? []));
  const places = services.flatMap(countedPlaces);
  const isAsked = (key: string) => services.length > 0 && asked.country !== undefined && isSame(key, asked.country);
  const listed = places.map(({ country }) => country);
  const countries = inOrder(
    [...new Set([...listed, ...COUNTRIES_AND_AREAS.filter(isAsked)])].map((key) => ({
      key,
      name: formatCountry(key, locale),
    })),
  );
  const outside = { key: OUTSIDE_EEA, name: wordsFor(locale).page.filters.outsideEea };
  return {
    category: inOrder([...categories].map((name) => ({ key: name, name }))),
    country: places.some(isOutsideEea) || isAsked(OUTSIDE_EEA) ? [outside, ...countries] : countries,
    product: products,
    region: hostingRegions,
  };
}

/** The same choice, in whatever case it is written. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The filters that there is something to choose by: any other narrows nothing, as the page says (`unknownFilters`). */
export function knownFilters({ q, ...asked }: Filters, options: Options): Filters {
  const known = (filter: keyof Options) => {
    const value = asked[filter]?.trim();
    return value === undefined ? undefined : options[filter].find(({ key }) => isSame(key, value))?.key;
  };
  return {
    q: q?.trim() || undefined,
    category: known("category"),
    country: known("country"),
    product: known("product"),
    region: known("region"),
  };
}

/** What was asked for and is no choice that there is, by filter. */
export const unknownFilters = ({ q: _, ...asked }: Filters, known: Filters): [keyof Options, string][] =>
  (Object.entries(asked) as [keyof Options, string | undefined][]).flatMap(([filter, value]) =>
    value?.trim() && known[filter] === undefined ? [[filter, value.trim()]] : [],
  );

export const isNarrowed = (filters: Filters): boolean => FILTERS.some((each) => filters[each] !== undefined);

/** The product and the hosting region that are asked for, one of each at most; none named are all. */
export const usedBy = ({ product, region }: Pick<Filters, "product" | "region">): Narrowing => ({
  products: product ? [product] : [],
  hostingRegions: region ? [region] : [],
});

/**
 * What a reader asked to see, with the places where the data of that product and region is. Nothing stated about products
 * or regions means all of them; an area is where any of its countries is.
 */
export function narrowed(
  services: readonly ListedService[],
  { category, country, product, region }: Omit<Filters, "q">,
): readonly ListedService[] {
  let found = services;
  if (product || region) {
    const used = usedBy({ product, region });
    found = found
      .filter(({ service }) => isFor(service, used))
      .map((listed) => ({ ...listed, service: placedFor(listed.service, used) }));
  }
  if (category) found = found.filter(({ service }) => service.category === category);
  if (country) {
    const meets = (place: string) => covers(place, country) || covers(country, place);
    found = found.filter((listed) =>
      countedPlaces(listed).some((place) => (country === OUTSIDE_EEA ? isOutsideEea(place) : meets(place.country))),
    );
  }
  return found;
}

/** The same, and of these what is found by the words that were typed. */
export function matching(
  services: readonly ListedService[],
  { q, ...filters }: Filters,
  judging: Judging,
  locale: Locale,
): readonly ListedService[] {
  const found = narrowed(services, filters);
  return q ? found.filter(finderOf(q, judging, locale)) : found;
}
