import { expect, test } from "vitest";
import { LOCALES } from "../../src/model/values/text.ts";
import { LINK_FIELDS } from "../../src/model/vendor/field-lookup.ts";
import type { Mechanism } from "../../src/model/vendor/mechanisms.ts";
import type { Regime, Safeguard } from "../../src/model/vendor/vendor-document.ts";
import {
  type Assessment,
  type CodedFinding,
  currentLaw,
  FINDINGS,
  type FindingCode,
  type FindingFacts,
  type ListedVendor,
  type Misfit,
  REASONS,
  type ReasonCode,
} from "../../src/transfers/index.ts";
import { findingSentence } from "../../src/words/finding-sentence.ts";
import { wordsFor } from "../../src/words/index.ts";
import { namingIn, verdictSentence } from "../../src/words/transfer-sentences.ts";
import { assess, findingsOf } from "./by-this-edition.ts";
import { EXAMPLES, example } from "./examples.ts";

const TODAY = "2026-11-21";

const judge = (...it: JudgedPlaces) => judgeOf(undefined, ...it);

type JudgedPlaces = [countries: string, mechanisms?: Partial<Safeguard>[], regime?: Regime, on?: string];

/** Of a company that is established in a country. */
const judgeOf = (
  vendorCountry: string | undefined,
  ...[countries, mechanisms = [], regime = "eu", on = TODAY]: JudgedPlaces
) =>
  assess(
    {
      vendorCountry,
      locations: countries.split(" ").map((country) => ({ country })),
      safeguards: mechanisms.map((each) => ({ mechanism: "scc", regimes: [regime], ...each })),
    },
    regime,
    on,
  );

const dpf = (more: Partial<Safeguard> = {}): Partial<Safeguard> => ({ mechanism: "dpf", ...more });

/** Why something does not fit, and what it may be of which that is so. */
const MISFITS: Record<Misfit, Mechanism> = {
  "other-regime": "bcr",
  "regime-not-stated": "certification",
  "other-places": "scc",
  "not-recorded": "bcr",
  "wrong-regime": "uk-idta",
  "not-in-force": "scc",
  fallen: "dpf",
  "place-not-in-us": "dpf",
  "unsettled-territory": "dpf",
  "recipient-not-in-us": "dpf",
  "needs-scc": "swiss-addendum",
  "needs-addendum": "scc",
  "no-decision": "adequacy",
  exception: "derogation",
};

/** Every reason, with every kind of facts it can have. */
const VERDICTS: { [Code in ReasonCode]: [regime: Regime, assessment: Assessment][] } = {
  inbound: [["eu", assess({ role: "source", locations: [], safeguards: [] }, "eu", TODAY)]],
  "at-home": [
    ["eu", judge("FR")],
    ["eu", judge("GB", [], "eu", "2021-03-01")],
    ["uk", judge("FR", [], "uk", "2020-06-01")],
  ],
  "adequacy-decision": [
    ["eu", judge("JP")],
    ["eu", judge("GB", [{}])],
    ["ch", judge("FR", [], "ch")],
    ["eu", judgeOf("GB", "IE", [{}])],
  ],
  "certified-recipient": [
    ["eu", judge("US", [dpf()])],
    ["eu", judge("US GB", [dpf({ checkedOn: "2026-10-01" }), { backup: true }])],
    ["eu", judgeOf("US", "IE", [dpf({ checkedOn: "2026-10-01" })])],
    ["eu", judgeOf("IE", "US", [dpf({ certified: "Acme, Inc.", checkedOn: "2026-10-01" })])],
    ["eu", judge("US", [dpf({ backup: true }), {}, { mechanism: "bcr", backup: true }])],
  ],
  safeguard: [
    ["eu", judge("IN", [{}])],
    ["eu", judgeOf("IN", "IE", [{}])],
    ["ch", judge("US", [{ mechanism: "ad-hoc-clauses" }, { mechanism: "bcr" }], "ch")],
  ],
  "no-location": [["uk", assess({ locations: [], safeguards: [] }, "uk", TODAY)]],
  "law-not-recorded": [
    ["ch", judge("FR", [], "ch", "2010-01-01")],
    ["eu", judge("IN", [{ mechanism: "bcr" }], "eu", "2017-06-01")],
  ],
  "importer-outside": [
    ["eu", judgeOf("US", "IE DE")],
    ["uk", judgeOf("US", "GB", [{ regimes: [] }], "uk")],
  ],
  unsettled: [["eu", judgeOf("US", "PR", [dpf()])]],
  unfit: [
    ["eu", judge("IN US", [dpf(), { mechanism: "adequacy" }])],
    ["uk", judge("US", [{ regimes: [] }], "uk")],
    ["uk", judge("US", [dpf({ regimes: [] })], "uk")],
    ["ch", judge("US", [dpf({ regimes: ["eu"] })], "ch")],
    ["uk", judge("IN", [dpf({ regimes: [] })], "uk")],
    ...Object.entries(MISFITS).map(([why, mechanism]): [Regime, Assessment] => {
      const unfit = [{ mechanism, why: why as Misfit }];
      return ["eu", { ...judge("US"), reason: { code: "unfit", place: "US", kind: "processing", unfit } }];
    }),
  ],
  "exception-only": [["ch", judge("IN", [{ mechanism: "derogation" }], "ch")]],
  "nothing-stated": [
    ["eu", judge("US IN VN")],
    ["eu", judge("AF GB")],
    ["eu", judge("NC")],
  ],
};

const assessment = judge("IN");
const named = { name: "Acme" };
const framework = { ...named, under: ["eu", "uk"] } as const;
const idta = { ...named, mechanism: "uk-idta", under: "uk" } as const;

/** Every finding, with every kind of facts it can have. */
const FACTS: { [Code in FindingCode]: FindingFacts[Code][] } = {
  "mechanism-cannot-apply": [
    { ...idta, regimes: ["eu", "ch"], on: TODAY, isIncomplete: false },
    { ...named, mechanism: "scc", under: "eu", regimes: ["uk", "ch"], on: TODAY, isIncomplete: true },
    { ...named, mechanism: "scc", under: "ch", regimes: ["ch"], on: TODAY, isIncomplete: true },
  ],
  "dpf-outside-us": [{ ...framework, vendor: "Acme Ltd", country: "IE" }],
  "dpf-without-country": [{ ...framework, vendor: "Acme Ltd" }],
  "adequacy-absent": [
    { ...named, place: "IN", regimes: ["eu"], on: TODAY },
    { ...named, place: "US", regimes: ["eu", "uk", "ch"], on: TODAY },
  ],
  "derogation-without-note": [{ ...named, under: ["eu", "ch"] }],
  "dpf-covers-no-place": [framework],
  gap: [
    { ...named, place: "IN", regimes: ["eu"], assessment, listed: [] },
    { ...named, place: "IN", regimes: ["eu"], assessment, listed: ["scc", "bcr"] },
  ],
  unknown: [
    { ...named, why: "no-location", regimes: ["eu", "uk"] },
    { ...named, why: "law-not-recorded", regimes: ["ch"] },
    { ...named, why: "law-not-recorded", regimes: ["eu"], of: { mechanism: "ad-hoc-clauses", place: "US" } },
  ],
  "importer-outside": [{ ...named, place: "US", regimes: ["eu", "uk"] }],
  expiring: (["adequacy", "scc", null] as const).map((afterwards) => ({
    ...named,
    place: "GB",
    regimes: ["eu"],
    assessment: judge("GB"),
    until: "2031-12-27",
    afterwards,
  })),
  derogation: [{ ...named, under: ["uk"] }],
  "addendum-without-scc": [{ ...named, mechanism: "swiss-addendum", under: "ch" }],
  "scc-without-module": [named],
  "scc-module-does-not-fit": [
    { ...named, module: 4, role: "subprocessor", fitting: [3, 2] },
    { ...named, module: 2, role: "independent-controller", fitting: [1, 4] },
  ],
  "dpf-unchecked": [
    { ...named, checkedOn: null, isToCome: false },
    { ...named, checkedOn: "2025-12-01", isToCome: false },
    { ...named, checkedOn: "2027-01-01", isToCome: true },
  ],
  "no-legal-name": [
    { ...named, isCategory: false },
    { ...named, isCategory: true },
  ],
  "no-country": [{ ...named, legalName: "Acme, Inc.", regimes: ["eu", "uk"] }],
  "shared-legal-entity": [{ ...named, legalName: "Acme, Inc.", other: "Acme Mail", slug: "acme-mail" }],
  "country-contradicted": [
    { ...named, legalName: "Acme GmbH", country: "US", by: { form: "GmbH" } },
    { ...named, legalName: "Acme Ireland Limited", country: "US", by: { place: "IE" } },
    { ...named, legalName: "Acme, Inc.", country: "US", by: { place: "CA", other: "Acme Mail", slug: "acme-mail" } },
  ],
  "foreign-link": [
    ...LINK_FIELDS.map((link) => ({ ...named, link, domain: "other.example", owner: "Other" })),
    { ...named, link: "dpaUrl", domain: "papers.example", owner: "Other", isShared: true },
  ],
  "dpf-unsettled": [{ ...named, under: ["ch"], place: "PR" }],
  "dpf-without-backup": [{ ...named, regimes: ["eu", "uk"] }],
  "approval-not-linked": [{ ...named, mechanism: "bcr", under: "eu" }],
  "rectification-adds": [
    { ...named, grounds: [{ code: "vendor-added" }] },
    {
      ...named,
      grounds: [
        { code: "place-added", place: "US" },
        { code: "data-category-added", name: "Health data" },
        { code: "scope-wider", of: "products" },
      ],
    },
  ],
  "override-silences": [{ ...named, grounds: [{ code: "entity-replaced" }, { code: "service-added", name: "mail" }] }],
  "override-hastens": [{ ...named, grounds: [{ code: "entity-replaced" }, { code: "service-added", name: "mail" }] }],
  "certification-expired": [{ ...named, certification: "ISO/IEC 27001", until: "2026-11-20" }],
  "certification-ends-soon": [{ ...named, certification: "ISO/IEC 27001", until: "2027-01-15" }],
  "no-address": [named],
  "no-contact": [named],
  "no-dpa-link": [named],
  "no-data-category": [named],
  "law-outdated": [{ edition: "2026-11-26" }],
  "holidays-not-entered": [
    { customers: [], total: 0 },
    { customers: ["Kanzlei Roth"], total: 1 },
    { customers: ["Kanzlei Roth", "Globex Ltd"], total: 12 },
  ],
};

const said = LOCALES.map((locale) => {
  const verdicts = Object.values(VERDICTS).map((each) =>
    each.map(([regime, assessment]) => verdictSentence(assessment, regime, locale)),
  );
  const findings = (Object.keys(FACTS) as FindingCode[]).map((code) =>
    FACTS[code].map((facts) => findingSentence({ code, facts } as CodedFinding, locale)),
  );
  return { locale, verdicts: verdicts.flat(), findings: findings.flat() };
});

test("the facts are of the reason they stand for", () => {
  for (const [code, each] of Object.entries(VERDICTS))
    expect(each.map(([, { reason }]) => reason.code)).toEqual(each.map(() => code));
  expect(Object.keys(VERDICTS)).toEqual(Object.keys(REASONS));
});

test.each(said)("every verdict and finding is said in $locale, with every kind of facts, read over", async (each) => {
  const { locale, verdicts, findings } = each;
  for (const sentence of [...verdicts, ...findings]) {
    expect(sentence).toMatch(/^\p{Lu}.*[^ .]\.$/u);
    expect(sentence).not.toMatch(/\b(undefined|null)\b|\[object|\d{4}-\d{2}-\d{2}| {2}|\.\./);
  }
  expect(new Set(findings).size).toBe(findings.length);
  await expect(`${[...verdicts, "", ...findings].join("\n")}\n`).toMatchFileSnapshot(
    `sentences.${locale}.snapshot.txt`,
  );
});

test("no language says anything in the words of another", () => {
  const all = said.flatMap(({ verdicts, findings }) => [...new Set([...verdicts, ...findings])]);
  expect(all.filter((each, index) => all.indexOf(each) !== index)).toEqual([]);
  for (const each of said.filter(({ locale }) => locale !== "en"))
    expect(JSON.stringify(each)).not.toMatch(/\b(the|and|Decision|Implementing|clauses of|Act)\b/);
});

test("the rule behind a finding is cited in every language", () => {
  for (const locale of LOCALES) {
    const { sources } = wordsFor(locale);
    const cited = Object.values(FINDINGS).map(({ basis }) => sources[basis]);
    expect(new Set(cited)).toEqual(new Set(Object.values(sources)));
    if (locale !== "en") expect(cited.join()).not.toMatch(/\bthe\b|Decision/);
  }
});

test("every rule of the law has a title in every language", () => {
  const ids = [...currentLaw.decisions, ...currentLaw.mechanisms].map(({ id }) => id);
  for (const locale of LOCALES) {
    const titles = ids.map((id) => namingIn(locale).rule(id));
    expect(titles.filter((title) => ids.includes(title) || title === "")).toEqual([]);
    if (locale !== "en") {
      const english = new Set(ids.map((id) => namingIn("en").rule(id)));
      // British acts and frameworks have no other name than their own.
      expect(titles.filter((title) => english.has(title) && !/^Data Protection/.test(title))).toEqual([]);
    }
  }
});

test("whatever is found about the examples is said in every language", () => {
  const lists: ListedVendor[][] = EXAMPLES.map((name) => example(name).list);
  const found = lists.flatMap((list) =>
    list.flatMap(({ slug, document }) =>
      findingsOf(document, { regimes: ["eu", "uk", "ch"], on: TODAY, slug, others: list }),
    ),
  );
  expect(found.length).toBeGreaterThan(50);
  expect(found.every(({ code }) => code in FINDINGS)).toBe(true);
  for (const locale of LOCALES) for (const each of found) expect(findingSentence(each, locale)).toMatch(/^\S.*\.$/s);
});
