import { cityOf, countryOf } from "./meaning/headers.ts";
import { saysNothing } from "./meaning/words-for.ts";
import { placeIndex } from "./places/place-index.ts";
import type { Cell, SourceTable } from "./source.ts";

const inEnglish = new Intl.DisplayNames(["en"], { type: "region", fallback: "code" });

/** "CA" under "Country" as "Canada": beside a city it may be California. */
const unlikeStates = (country: string): string =>
  (placeIndex().codes.get(country)?.length ?? 0) > 1 ? (inEnglish.of(country) ?? country) : country;

const NOTHING: Cell = { text: "", links: [] };

/** A table in which a country and its city that have columns of their own stand in one: they are one place. */
export function withCities(table: SourceTable): SourceTable {
  const header = table.header ?? [];
  const cities = header.map(({ text }) => cityOf(text));
  const pairs = header.flatMap(({ text }, at) => {
    const of = countryOf(text);
    return of === undefined ? [] : cities.flatMap((city, cityAt) => (city === of ? { at, cityAt } : []));
  });
  const [pair] = pairs;
  if (!pair || pairs.length > 1) return table;
  const joined = (cells: readonly Cell[], textOf: (country: Cell, city: Cell) => string): Cell[] => {
    const [country, city] = [cells[pair.at] ?? NOTHING, cells[pair.cityAt] ?? NOTHING];
    const cell = { ...country, text: textOf(country, city), links: [...country.links, ...city.links] };
    const filled = cells.length > pair.at ? cells : [...cells, ...Array(pair.at + 1 - cells.length).fill(NOTHING)];
    return filled.with(pair.at, cell).toSpliced(pair.cityAt, 1);
  };
  const place = (country: Cell, city: Cell) => {
    if (saysNothing(city.text)) return country.text;
    return saysNothing(country.text) ? city.text : `${city.text}, ${unlikeStates(country.text)}`;
  };
  return {
    ...table,
    header: joined(header, (country, city) => `${country.text}, ${city.text}`),
    rows: table.rows.map(({ at, cells }) => ({ at, cells: joined(cells, place) })),
  };
}
