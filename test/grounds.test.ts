import { expect, test } from "vitest";
import { LOCALES } from "../src/model/values/text.ts";
import { GROUNDS, type Ground, type GroundCode } from "../src/model/vendor/grounds.ts";
import { Location, Service } from "../src/model/vendor/vendor-document.ts";
import { weightReason } from "../src/words/weight-reason.ts";

const TEXTS = ["category", "purpose", "nature", "legalBasis"] as const;
const name = "Usage data";
const uses = Location.shape.kind.unwrap().options;

/** Every ground, with every kind of facts it can have. */
const FACTS: { [Code in GroundCode]: Ground<Code>[] } = {
  "vendor-added": [{ code: "vendor-added" }],
  "vendor-removed": [{ code: "vendor-removed" }],
  "service-added": [{ code: "service-added", name: "chat" }],
  "service-removed": [{ code: "service-removed", name: "chat" }],
  "service-moved": [{ code: "service-moved", name: "hosting", to: "hosting-eu" }],
  "outside-article-28": (["independent-controller", "recipient", "source"] as const).map((role) => ({
    code: "outside-article-28",
    role,
  })),
  "entity-replaced": [{ code: "entity-replaced" }],
  "entity-stated": [{ code: "entity-stated", name: "Acme, Inc." }],
  "entity-not-stated": [{ code: "entity-not-stated" }],
  "name-replaced": [{ code: "name-replaced" }],
  "registration-replaced": [{ code: "registration-replaced" }],
  renamed: [{ code: "renamed", was: "Alt B.V.", now: "Neu B.V." }],
  "identity-changed": [{ code: "identity-changed" }],
  "relationship-changed": [{ code: "relationship-changed" }],
  "country-changed": [{ code: "country-changed", place: "US" }],
  "country-not-stated": [{ code: "country-not-stated" }],
  "role-changed": Service.shape.role.unwrap().options.map((role) => ({ code: "role-changed", role })),
  "text-changed": TEXTS.map((of) => ({ code: "text-changed", of })),
  "text-stated": TEXTS.filter((of) => of !== "nature").map((of) => ({ code: "text-stated", of })),
  "text-not-stated": TEXTS.filter((of) => of !== "nature").map((of) => ({ code: "text-not-stated", of })),
  "nature-stated": [{ code: "nature-stated" }],
  "nature-not-stated": [{ code: "nature-not-stated" }],
  "data-category-added": [{ code: "data-category-added", name }],
  "data-category-removed": [{ code: "data-category-removed", name }],
  "data-subjects-added": [{ code: "data-subjects-added", name }],
  "data-subjects-removed": [{ code: "data-subjects-removed", name }],
  "sensitive-data-added": [{ code: "sensitive-data-added" }],
  "sensitive-data-removed": [{ code: "sensitive-data-removed" }],
  "training-wider": (["with-consent", "yes"] as const).map((use) => ({ code: "training-wider", use })),
  "training-narrower": (["never", "with-consent"] as const).map((use) => ({ code: "training-narrower", use })),
  "training-not-stated": [{ code: "training-not-stated" }],
  "place-added": ["US", "EEA"].map((place) => ({ code: "place-added", place })),
  "place-removed": ["US", "001"].map((place) => ({ code: "place-removed", place })),
  "places-not-stated": [{ code: "places-not-stated" }],
  "place-moved-home": [
    { code: "place-moved-home", place: "EU", from: ["US", "IN"] },
    { code: "place-moved-home", place: "FR", from: ["001"] },
  ],
  "area-narrowed": [{ code: "area-narrowed", area: "EEA", to: ["FR", "EU"] }],
  "place-named": [{ code: "place-named", place: "FR", area: "EU" }],
  "place-not-named": [{ code: "place-not-named", place: "EU", area: "EEA" }],
  "use-added": uses.map((use) => ({ code: "use-added", use, place: "US" })),
  "use-removed": uses.map((use) => ({ code: "use-removed", use, place: "EEA" })),
  "safeguard-added": [
    { code: "safeguard-added", mechanism: "scc", module: 2, regime: "eu" },
    { code: "safeguard-added", mechanism: "ad-hoc-clauses", regime: "ch" },
  ],
  "safeguard-lost": [{ code: "safeguard-lost", mechanism: "bcr" }],
  "safeguard-not-needed": [{ code: "safeguard-not-needed", mechanism: "scc", module: 3 }],
  "safeguard-specified": [
    {
      code: "safeguard-specified",
      mechanism: "bcr",
      now: [
        { mechanism: "bcr", regime: "eu" },
        { mechanism: "bcr", regime: "uk" },
      ],
    },
  ],
  "safeguard-foremost": [{ code: "safeguard-foremost", mechanism: "uk-idta", regime: "uk" }],
  "safeguard-fallback": [{ code: "safeguard-fallback", mechanism: "dpf", regime: "eu" }],
  "retention-changed": [{ code: "retention-changed" }],
  "scope-wider": [{ code: "scope-wider", of: "products" }],
  "scope-replaced": [{ code: "scope-replaced", of: "hostingRegions" }],
  "scope-narrower": [{ code: "scope-narrower", of: "products" }],
  "now-optional": [{ code: "now-optional" }],
  "no-longer-optional": [{ code: "no-longer-optional" }],
  "cookie-added": [{ code: "cookie-added", name: "visits" }],
  "cookie-removed": [{ code: "cookie-removed", name: "visits" }],
  "cookie-purpose-changed": [{ code: "cookie-purpose-changed", name: "visits" }],
  "cookie-party-added": [{ code: "cookie-party-added", name: "visits", party: "Acme, Inc." }],
  "cookie-expiry-changed": [{ code: "cookie-expiry-changed", name: "visits" }],
  "certification-added": [{ code: "certification-added", name: "ISO/IEC 27001" }],
  "certification-removed": [{ code: "certification-removed", name: "ISO/IEC 27001" }],
  "certification-shortened": [{ code: "certification-shortened", name: "ISO/IEC 27001", until: "2027-05-01" }],
  "details-only": [{ code: "details-only" }],
};

const saidIn = LOCALES.map((locale) => ({
  locale,
  said: Object.values(FACTS).flatMap((each) => each.map((ground: Ground) => weightReason([ground], locale))),
}));

test.each(saidIn)("every ground of a weight is said in $locale, with every kind of facts, read over", async (each) => {
  const { locale, said } = each;
  expect(Object.keys(FACTS)).toEqual(Object.keys(GROUNDS));
  for (const clause of said) {
    expect(clause).toMatch(/^\S.*\S$/u);
    expect(clause).not.toMatch(/\b(undefined|null)\b|\[object| {2}/);
  }
  expect(new Set(said).size).toBe(said.length);
  await expect(`${said.join("\n")}\n`).toMatchFileSnapshot(`grounds.${locale}.snapshot.txt`);
});

test("no language says a ground in the words of another, or by codes that are English", () => {
  const all = saidIn.flatMap(({ said }) => said);
  expect(all.filter((each, index) => all.indexOf(each) !== index)).toEqual([]);
  for (const { said } of saidIn.filter(({ locale }) => locale !== "en"))
    expect(said.join("\n")).not.toMatch(/\b(processing|controller|scc|bcr|dpf|products|the)\b/);
});
