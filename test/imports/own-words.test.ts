import { expect, test } from "vitest";
import { certificationsIn } from "../../src/imports/meaning/certifications.ts";
import { headerMeant } from "../../src/imports/meaning/headers.ts";
import { toolsIn } from "../../src/imports/meaning/mechanisms.ts";
import {
  identityMeant,
  relationshipMeant,
  roleMeant,
  saysNothing,
  trainingMeant,
} from "../../src/imports/meaning/words-for.ts";
import { placesIn } from "../../src/imports/places/places.ts";
import { LOCALES } from "../../src/model/values/text.ts";
import { COUNTRIES_AND_AREAS } from "../../src/model/vendor/countries.ts";
import { fieldsOf } from "../../src/model/vendor/field-lookup.ts";
import { SERVICE_FIELDS, VENDOR_FIELDS } from "../../src/model/vendor/fields.ts";
import { formatCountry, formatDate, wordsFor } from "../../src/words/index.ts";

// A list goes out as CSV with these words, and may come in again.

test.each(LOCALES)("the registry's own names of fields are read as these fields: %s", (locale) => {
  const { terms } = wordsFor(locale);
  const fields = [...fieldsOf(VENDOR_FIELDS), ...fieldsOf(SERVICE_FIELDS)].filter(
    (field) => field !== "key" && field !== "cookies",
  );
  const read = fields.map((field) => [field, headerMeant(terms.fields[field])]);
  expect(read).toEqual(fields.map((field) => [field, { fields: [field], sure: true, isCountry: false }]));
  expect(headerMeant(terms.fields.service).fields).toEqual(["service"]);
  for (const regime of Object.values(terms.regimes))
    expect(headerMeant(`${terms.fields.transfers} (${regime})`).fields, regime).toEqual(["nothing"]);
});

test.each(LOCALES)("so are its words for values, and for transfer tools: %s", (locale) => {
  const { choices, mechanisms } = wordsFor(locale).terms;
  const meant = {
    role: roleMeant,
    relationship: relationshipMeant,
    usedForTraining: trainingMeant,
    identity: identityMeant,
  };
  for (const [field, words] of Object.entries(choices)) {
    // As CycloneDX it has the code itself.
    for (const [value, word] of Object.entries(words))
      for (const said of [word, value]) expect(meant[field as keyof typeof meant](said)?.value, said).toBe(value);
  }
  const { sccModules, withModule, notStated, validUntil, expiredOn } = wordsFor(locale).terms;
  for (const module of [1, 2, 3, 4] as const)
    expect(toolsIn(withModule(mechanisms.scc, module, sccModules[module])), locale).toMatchObject({
      tools: [{ mechanism: "scc", module }],
      sure: true,
    });
  expect(saysNothing(notStated)).toBe(true);
  for (const word of [validUntil, expiredOn])
    for (const date of ["2027-03-01", "2027-08-11"])
      expect(certificationsIn(`${word("C5", formatDate(date, locale))} <https://c5.example>`)).toMatchObject([
        { name: "C5", validUntil: date, url: "https://c5.example" },
      ]);
  for (const [mechanism, name] of Object.entries(mechanisms)) {
    const { tools } = toolsIn(name);
    expect(
      tools.map((tool) => tool.mechanism),
      name,
    ).toEqual([mechanism]);
  }
  for (const [regime, names] of Object.entries(wordsFor(locale).terms.national))
    for (const mechanism of ["adequacy", "dpf"] as const) {
      const { tools } = toolsIn(names[mechanism]);
      expect(tools, names[mechanism]).toMatchObject([{ mechanism }]);
      if (regime !== "eu") expect(tools, names[mechanism]).toMatchObject([{ regimes: [regime] }]);
    }
});

test.each(LOCALES)("so are its names of countries and areas, unless they are several's: %s", (locale) => {
  const others = COUNTRIES_AND_AREAS.flatMap((code) => {
    const name = formatCountry(code, locale);
    const { places, rest } = placesIn(name);
    const [place] = places;
    const isMeant =
      places.length === 1 && rest.length === 0 && [place?.country, ...(place?.instead ?? [])].includes(code);
    return isMeant && (place?.country === code || !place?.sure)
      ? []
      : [`${code} ${name}: ${JSON.stringify(places)} ${rest}`];
  });
  expect(others).toEqual([]);
});
