import { isArea } from "../../model/vendor/countries.ts";
import { type Place, placesIn } from "../places/places.ts";
import { type Reading, takeLinks } from "./cell-reading.ts";
import type { Column } from "./columns.ts";
import type { Draft } from "./draft.ts";
import { headerMeant } from "./headers.ts";
import { type Tools, toolsIn } from "./mechanisms.ts";

/** The places of a service; a part of the cell that names a transfer tool is read as one. */
export function readLocations(reading: Reading): void {
  const { cell, to, column } = reading;
  const parts = cell.text.length < 2000 ? cell.text.split(/[();\n]/) : [];
  const toolParts = parts.filter((part) => toolsIn(part).tools.length > 0);
  const left = toolParts.reduce((text, part) => text.replace(part, " "), cell.text);
  const { places, rest } = placesIn(left, column);
  for (const { country, detail, kind, ...how } of places) {
    const location = { country, kind, ...(detail && { detail }) };
    const index = to.add("service", "locations", location, column.header, how.from);
    if (index < 0) continue;
    const sure = how.sure && column.sure && toolParts.length === 0;
    to.guess("service", `locations/${index}/country`, country, { ...how, sure, unclear: rest });
    if (kind !== "processing")
      to.guess("service", `locations/${index}/kind`, kind, { from: cell.text, rule: "place-kind", sure });
  }
  for (const each of rest) to.lose(column.header, each, "not-understood");
  for (const part of toolParts) addTools(reading, part, toolsIn(part));
  takeLinks(reading);
}

/** Where the vendor sits: one country. What is known of the place in it has no field. */
export function readCountry(reading: Reading): void {
  const { cell, to, column } = reading;
  const { places, rest } = placesIn(cell.text, column);
  const countries = [...new Set(places.filter(({ country }) => !isArea(country)).map(({ country }) => country))];
  const [place, ...more] = places.filter(({ country }) => !isArea(country));
  if (place) {
    const instead = [...new Set([...place.instead.filter((code) => !isArea(code)), ...countries.slice(1)])];
    const sure = place.sure && instead.length === 0 && column.sure && more.every(({ sure: isSure }) => isSure);
    to.put("vendor", "country", place.country, column.header, cell.text, {
      from: place.from,
      rule: place.rule,
      sure,
      instead,
    });
  }
  for (const area of places.filter(({ country }) => isArea(country))) to.lose(column.header, area.from, "does-not-fit");
  for (const each of [...details(places), ...rest])
    to.lose(column.header, each, rest.includes(each) ? "not-understood" : "no-field");
  takeLinks(reading);
}

/** "Dublin" under "Location" and "US" under "Country" may be one place: a city of that country with the same name. */
export function doubtCities({ facts, guesses }: Draft, columns: readonly Column[]): void {
  const { country } = facts.vendor;
  const isBeside = columns.some(({ field, header }) => field === "country" && headerMeant(header).isCountry);
  if (!isBeside || typeof country !== "string") return;
  for (const guess of guesses) {
    const isPart = ["place-by-city", "place-by-state"].includes(guess.rule) && !/[,(]/.test(guess.from);
    if (isPart && guess.of === "service" && guess.made !== country)
      Object.assign(guess, { sure: false, instead: [...new Set([...guess.instead, country])] });
  }
}

const details = (places: readonly Place[]): string[] =>
  places.flatMap(({ country, detail }) => (detail && !isArea(country) ? [detail] : []));

/** The transfer tools of a service. That none is needed is a statement as well. */
export function readSafeguards(reading: Reading): void {
  const { cell, to, column } = reading;
  const tools = toolsIn(cell.text);
  if (tools.isNone) {
    if (cell.repeats === undefined) to.none("service", "safeguards", cell.text);
  } else if (tools.tools.length === 0)
    to.lose(column.header, cell.text, isLapsed(cell.text) ? "lapsed" : "not-understood");
  else addTools(reading, cell.text, tools);
  takeLinks(reading);
}

/** The Privacy Shield of the EU, annulled on 16 July 2020 (CJEU, C-311/18). */
const isLapsed = (text: string): boolean =>
  /^(?:(?:EU|UE)[ –-]*U\.?S\.?A?\.? *)?privacy[ -]?shield(?: framework)?$/i.test(text.trim());

/** Words that say more of a tool are its note, so that nothing of them is lost. */
function addTools({ cell, to, column }: Reading, text: string, { tools, sure, rest }: Tools): void {
  const isAlone = text === cell.text;
  const isNote = rest.length > 0 && text.length <= 4000;
  if (rest.length > 0 && !isNote) to.lose(column.header, text, "does-not-fit");
  tools.forEach(({ mechanism, module, certified, regimes, from }, position) => {
    const note = isNote && position === 0 ? { note: text.trim() } : {};
    const stated = { mechanism, ...(module && { module }), ...(certified && { certified }) };
    const safeguard = { ...stated, ...(regimes.length > 0 && { regimes }), ...note };
    const index = to.add("service", "safeguards", safeguard, column.header, from);
    const how = { from, rule: "mechanism" as const, sure: sure && column.sure && isAlone };
    // A sign beside it leaves all of a cell in doubt: "DPF: N".
    const unclear = rest.length > 0 || sure ? rest : [text];
    if (index >= 0) to.guess("service", `safeguards/${index}/mechanism`, mechanism, { ...how, unclear });
  });
}
