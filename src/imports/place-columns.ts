import { cityOf, countryOf, stateOf } from "./meaning/headers.ts";
import { saysNothing } from "./meaning/words-for.ts";
import { placeIndex } from "./places/place-index.ts";
import { placesIn } from "./places/places.ts";
import type { Cell, SourceTable } from "./source.ts";

const inEnglish = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });

/** "CA" under "Country" as "Canada": beside a city it may be California. */
const unlikeStates = (country: string): string =>
  (placeIndex().codes.get(country)?.length ?? 0) > 1 ? (inEnglish.of(country) ?? country) : country;

const NOTHING: Cell = { text: "", links: [] };

/** No country or state has a longer name. */
const LONGEST = 60;

/** A country's name in full, where a cell names one. */
const inFull = (country: string): string => {
  const [place, ...others] = country.length > LONGEST ? [] : placesIn(country).places;
  return place && others.length === 0 ? (inEnglish.of(place.country) ?? country) : country;
};

/** Whether a text names a part of what stands beside it: "TX" beside "United States", which is no status. */
const isPartOf = (state: string, beside: string): boolean =>
  Math.max(state.length, beside.length) <= LONGEST &&
  [`${state}, ${beside}`, `${beside}, ${state}`].some((text) => {
    const { places, rest } = placesIn(text);
    return places.length === 1 && rest.length === 0 && places[0]?.sure && places[0].detail !== undefined;
  });

/** A table in which a country and its city that have columns of their own stand in one: they are one place, with the state from its column. */
export function withCities(table: SourceTable): SourceTable {
  const header = table.header ?? [];
  const cities = header.map(({ text }) => cityOf(text));
  const pairs = header.flatMap(({ text }, at) => {
    const of = countryOf(text);
    return of === undefined ? [] : cities.flatMap((city, cityAt) => (city === of ? { at, cityAt } : []));
  });
  const [pair] = pairs;
  if (!pair || pairs.length > 1) return table;
  const of = countryOf(header[pair.at]?.text ?? "");
  const stateAt = header.findIndex(({ text }) => stateOf(text) === of);
  // Few are different in a list, and each is read once.
  const parts = new Map<string, boolean>();
  const isPart = (state: string, beside: string): boolean => {
    const key = JSON.stringify([state, beside]);
    const known = parts.get(key) ?? isPartOf(state, beside);
    parts.set(key, known);
    return known;
  };
  const joined = (cells: readonly Cell[], textOf: (country: string, city: string) => string): Cell[] => {
    const [country, city] = [cells[pair.at] ?? NOTHING, cells[pair.cityAt] ?? NOTHING];
    const text = textOf(country.text, city.text);
    const cell = { ...country, text, links: [...country.links, ...city.links] };
    const filled = cells.length > pair.at ? cells : [...cells, ...Array(pair.at + 1 - cells.length).fill(NOTHING)];
    return filled.with(pair.at, cell).toSpliced(pair.cityAt, 1);
  };
  const place = (country: string, city: string) => {
    if (saysNothing(city)) return country;
    return saysNothing(country) ? city : `${city}, ${unlikeStates(country)}`;
  };
  const placed = (cells: readonly Cell[]): Cell[] => {
    const [country = "", city = "", state = ""] = [pair.at, pair.cityAt, stateAt].map((at) => cells[at]?.text ?? "");
    const beside = saysNothing(country) ? city : inFull(country);
    if (saysNothing(state) || !isPart(state, beside)) return joined(cells, place);
    const names = [city, state, inFull(country)].filter((part) => !saysNothing(part));
    return joined(cells.with(stateAt, NOTHING), () => names.join(", "));
  };
  return {
    ...table,
    header: joined(header, (country, city) => `${country}, ${city}`),
    rows: table.rows.map(({ at, cells }) => ({ at, cells: placed(cells) })),
  };
}
