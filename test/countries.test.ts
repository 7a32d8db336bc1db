import { expect, test } from "vitest";
import { LOCALES } from "../src/model/values/text.ts";
import { Country, CountryOrArea, covers, isArea } from "../src/model/vendor/countries.ts";
import { formatCountry } from "../src/words/index.ts";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const countries = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => Country.safeParse(code).success);
const areas = Array.from({ length: 1000 }, (_, at) => String(at).padStart(3, "0")).filter(isArea);

test("every country lies in one subregion of UN M49, but Antarctica, which is in the world only", () => {
  const subregions = areas.filter((area) => !areas.some((other) => other !== area && covers(area, other)));
  const within = (code: string) => subregions.filter((area) => covers(area, code));
  expect(countries.filter((code) => within(code).length !== 1)).toEqual(["AQ"]);
  expect(areas.filter((area) => covers(area, "AQ"))).toEqual(["001"]);
});

test.each([
  ["150", "GB", true],
  ["150", "RU", true],
  ["150", "TR", false],
  ["150", "CY", false],
  ["150", "EU", true],
  ["150", "EEA", true],
  ["150", "155", true],
  ["142", "JP", true],
  ["142", "150", false],
  ["019", "BR", true],
  ["019", "021", true],
  ["419", "MX", true],
  ["419", "US", false],
  ["003", "US", true],
  ["002", "KE", true],
  ["009", "AU", true],
  ["EEA", "EU", true],
  ["EEA", "FR", true],
  ["EU", "NO", false],
  ["EU", "150", false],
  ["001", "150", true],
  ["FR", "FR", true],
])("of an area and a place: %s has %s in it: %s", (area, place, expected) => {
  expect(covers(area, place)).toBe(expected);
});

test("a location or a safeguard may name an area, which has a name in every language; a company has a country", () => {
  for (const area of [...areas, "EU", "EEA"]) {
    expect(CountryOrArea.safeParse(area).success, area).toBe(true);
    expect(Country.safeParse(area).success, area).toBe(false);
    for (const locale of LOCALES) expect(formatCountry(area, locale), area).toMatch(/^\p{L}[\p{L} ’-]+$/u);
  }
  for (const none of ["000", "007", "999", "1", "0150", "eu", ""])
    expect(CountryOrArea.safeParse(none).success).toBe(false);
});
