import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { datesAsText, dateTyped } from "../../src/console/kit/dates.ts";
import { fieldAt, wrongBy } from "../../src/console/kit/form-state.ts";
import { formatPeriod, periodTyped } from "../../src/console/kit/period.tsx";
import { placeTyped } from "../../src/console/kit/places.tsx";
import { typed } from "../../src/console/kit/typed.ts";
import { valuesOf, withoutBlankRows, withoutRow } from "../../src/console/kit/values.ts";
import { CONSOLE_LANGUAGES } from "../../src/model/values/languages.ts";
import { Period } from "../../src/model/values/period.ts";
import { COUNTRIES_AND_AREAS } from "../../src/model/vendor/countries.ts";
import { sayFault } from "../../src/words/fault.ts";
import { formatCountry, wordsFor } from "../../src/words/index.ts";

describe("rows of a form", () => {
  test("that were cleared are none, and those after them move up, rows within rows too", () => {
    const values = {
      "services.0.name": ["Mail"],
      "services.0.places.0.country": [" "],
      "services.0.places.1.country": ["FR"],
      "services.1.key": ["kept-beside"],
      "services.1.name": [""],
      "services.10.name": ["Chat"],
      "services.10.places.3.country": ["US"],
      name: ["Vendor"],
    };
    expect(withoutBlankRows(values)).toEqual({
      "services.0.name": ["Mail"],
      "services.0.places.0.country": ["FR"],
      "services.1.name": ["Chat"],
      "services.1.places.0.country": ["US"],
      name: ["Vendor"],
    });
    expect(withoutRow(withoutBlankRows(values), "services.0")).toEqual({
      "services.0.name": ["Chat"],
      "services.0.places.0.country": ["US"],
      name: ["Vendor"],
    });
  });

  test("are read as the document has them", () => {
    const document = {
      products: [
        { key: "a", name: "A" },
        { key: "b", name: "B" },
      ],
      locales: ["en", "fr"],
    };
    const read = typed(valuesOf(document));
    expect(read.rows("products", (row) => ({ key: row.text("key"), name: row.text("name") }))).toEqual(
      document.products,
    );
    expect(read.all("locales")).toEqual(document.locales);
  });
});

test.each([
  ["26 December 2026", "2026-12-26"],
  ["Friday, 25 December 2026", "2026-12-25"],
  ["vendredi 25 décembre 2026", "2026-12-25"],
  ["1er mai 2027", "2027-05-01"],
  ["3 févr. 2027", "2027-02-03"],
  ["26.12.2026", "2026-12-26"],
  ["6/1/2027", "2027-01-06"],
  ["2026-12-26", "2026-12-26"],
  [" 26 dec 2026 ", "2026-12-26"],
  ["31 February 2027", "31 February 2027"],
  ["soon", "soon"],
  ["12/26", "12/26"],
])("a date as it is typed: %s", (text, date) => {
  expect(dateTyped(text)).toBe(date);
});

test.each(CONSOLE_LANGUAGES)("every date and place is read as it is shown: %s", (locale) => {
  for (let month = 1; month <= 12; month += 1) {
    const date = `2027-${String(month).padStart(2, "0")}-01`;
    expect(dateTyped(datesAsText([date], locale))).toBe(date);
  }
  for (const code of COUNTRIES_AND_AREAS) expect(placeTyped(formatCountry(code, locale)), code).toBe(code);
});

test.each([
  ["fr", "FR"],
  ["The United States", "US"],
  ["usa", "US"],
  ["cote d'ivoire", "CI"],
  ["Allemagne", "DE"],
  ["Nowhere", "Nowhere"],
])("a place as it is typed: %s", (text, code) => {
  expect(placeTyped(text)).toBe(code);
});

test.each([
  [
    { days: 30 },
    "30 days from the notice, deemed received the day it is sent",
    "30 jours à compter de l’avis, réputé reçu le jour de son envoi",
  ],
  [
    { days: 1, basis: "business" },
    "1 business day from the notice, deemed received the day it is sent",
    "1 jour ouvré à compter de l’avis, réputé reçu le jour de son envoi",
  ],
  [
    { weeks: 2, deemedReceiptDays: 3, deemedReceiptBasis: "working", extendToWorkingDay: true },
    "2 weeks from the notice, deemed received 3 working days after it is sent; a last day on a day off moves on",
    "2 semaines à compter de l’avis, réputé reçu 3 jours ouvrables après son envoi\u00a0; un dernier jour chômé est reporté",
  ],
  [
    { months: 1 },
    "1 month from the notice, deemed received the day it is sent",
    "1 mois à compter de l’avis, réputé reçu le jour de son envoi",
  ],
])("a period in words, and as it is typed: %o", (document, english, french) => {
  const period = Period.parse(document);
  expect([formatPeriod(period, "en"), formatPeriod(period, "fr")]).toEqual([english, french]);
  const unit = period.weeks ? "weeks" : period.months ? "months" : period.basis;
  const fields = {
    ...valuesOf({ ...document, days: undefined, weeks: undefined, months: undefined, basis: undefined }, "p"),
    "p.length": [String(period.days ?? period.weeks ?? period.months)],
    "p.unit": [unit],
  };
  expect(Period.parse(periodTyped(typed(fields), "p"))).toEqual(period);
});

test("a period without a number is none", () => {
  expect(
    periodTyped(typed({ "p.length": [""], "p.unit": ["calendar"], "p.deemedReceiptDays": ["2"] }), "p"),
  ).toBeUndefined();
});

test("what is wrong at a place of a document is said beside the field that it was typed in", () => {
  expect(fieldAt("/products/0/key")).toBe("products.0.name");
  expect(fieldAt("/noticePeriod/weeks")).toBe("noticePeriod.length");
  expect(fieldAt("/policy/url")).toBe("policy.url");
  expect(fieldAt("/a~1b")).toBe("a/b");
  const errors = ["/name", "/policy/url", "/name"].map((pointer, index) => ({ pointer, detail: `${index}` }));
  expect(Object.entries(wrongBy(errors, (detail) => detail))).toEqual([
    ["name", "0"],
    ["policy.url", "1"],
  ]);
});

describe("what is wrong with a field", () => {
  /** Every text by which the model says so. */
  const messages = (): string[] => {
    const model = join(import.meta.dirname, "../../src/model");
    const files = readdirSync(model, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const saying = /\b(?:error|message|detail): (["`])((?:(?!\1).)+)\1|\brefuse\(\w+, (["`])((?:(?!\3).)+)\3\)/g;
    const texts = files.flatMap((file) =>
      [...readFileSync(join(model, file), "utf8").matchAll(saying)].map(([, , named, , refused]) =>
        (named ?? refused ?? "").replace(/\$\{[^}]*\}/g, "2026-12-26"),
      ),
    );
    // A sentence is said of all of a request.
    return texts.filter((text) => !/^[A-Z].*\.$/.test(text));
  };

  test.each(CONSOLE_LANGUAGES)("has words for whatever the model says: %s", (locale) => {
    expect(messages().length).toBeGreaterThan(25);
    const { check } = wordsFor(locale).screens.kit;
    expect(messages().filter((message) => sayFault(message, locale) === check)).toEqual([]);
  });

  test("has words for nothing that nobody says: a sentence that changes is missed here", () => {
    const src = join(import.meta.dirname, "../../src");
    const files = readdirSync(src, { recursive: true, encoding: "utf8" });
    const said = files
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("words/"))
      .map((file) => readFileSync(join(src, file), "utf8").replaceAll('\\"', '"'))
      .join("\n");
    // What a value must be may be named alone, by its type.
    const isSaid = (pattern: string) =>
      pattern
        .split("*")
        .every((part) => said.includes(part.trim()) || said.includes(`"${part.replace(/^must be /, "")}"`));
    for (const locale of CONSOLE_LANGUAGES)
      expect(Object.keys(wordsFor(locale).screens.faults).filter((pattern) => !isSaid(pattern))).toEqual([]);
  });

  test("names dates as people write them, and is general where nothing is known", () => {
    expect(sayFault("must be 2026-12-27 or later", "en")).toBe("The earliest is 27 December 2026.");
    expect(sayFault('"chat" is still named by HubSpot (EU)', "fr")).toBe("HubSpot (EU) le cite encore.");
    expect(sayFault("is of no known kind", "en")).toBe("Please check this.");
  });
});
