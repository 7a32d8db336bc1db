import { expect, test } from "vitest";
import { changeSetViews } from "../../src/model/change/register.ts";
import { LOCALES, type Locale } from "../../src/model/values/text.ts";
import { type Regime, VendorInput } from "../../src/model/vendor/vendor-document.ts";
import { renderChange } from "../../src/page/changes/change.tsx";
import { describeChange } from "../../src/page/describe/change.ts";
import { transferLines } from "../../src/page/describe/transfers.ts";
import { nameSafeguard } from "../../src/page/describe/value.ts";
import { renderRegistry } from "../../src/page/register/registry.tsx";
import { currentLaw } from "../../src/transfers/index.ts";
import { wordsFor } from "../../src/words/index.ts";
import { section, textOf } from "./html.ts";
import { fileOf, publish } from "./published.ts";

const TODAY = "2026-11-21";
const frame = { today: TODAY, locale: "en" as const, publicUrl: "https://list.example" };

type Given = { regimes?: Regime[]; on?: string; locale?: "en" | "fr"; safeguards?: { mechanism: "scc" }[] };

/** The lines of a vendor's only service, each with its regime. */
function lines(
  service: object,
  { regimes = ["eu"], on = TODAY, locale = "en", safeguards = [] }: Given = {},
  vendor = {},
) {
  const { slug: _, ...document } = VendorInput.parse({ name: "Harbor", ...vendor, services: [service] });
  const [first] = document.services;
  if (!first) throw new Error("There is no service");
  const judging = {
    regimes,
    on,
    law: currentLaw,
    safeguards: safeguards.map((each) => ({ ...each, regimes: [], backup: false })),
  };
  return transferLines(document, first, judging, locale).map(({ regime, reading }) => `${regime}: ${reading}`);
}

const at = (...countries: string[]) => ({ locations: countries.map((country) => ({ country })) });
const dpf = (more = {}) => ({ mechanism: "dpf", regimes: ["eu"], ...more });
const scc = { mechanism: "scc", module: 3, regimes: ["eu"], backup: true };

test("a certification is told with the day it was checked and what would remain, in both languages", () => {
  const service = { ...at("US"), safeguards: [dpf({ checkedOn: "2026-10-01" }), scc] };
  expect(lines(service)).toEqual([
    "eu: covered by the EU-US Data Privacy Framework (checked 1 October 2026), with standard contractual clauses as fallback",
  ]);
  expect(lines(service, { locale: "fr" })).toEqual([
    "eu: couvert par le Data Privacy Framework UE–États-Unis (dernière vérification le 1er octobre 2026), avec des clauses contractuelles types en second recours",
  ]);
  expect(lines({ ...at("US"), safeguards: [dpf()] })).toEqual([
    "eu: covered by the EU-US Data Privacy Framework (date of check not stated)",
  ]);
});

test("of a vendor outside the United States, the certification of the company it names there is told by that name", () => {
  const parent = { ...at("US"), safeguards: [dpf({ checkedOn: "2026-10-01", certified: "Harbor, Inc." })] };
  const irish = { country: "IE" };
  expect(lines(parent, {}, irish)).toEqual([
    "eu: covered by the EU-US Data Privacy Framework, certified: Harbor, Inc. (checked 1 October 2026)",
  ]);
  expect(lines(parent, { locale: "fr" }, irish)).toEqual([
    "eu: couvert par le Data Privacy Framework UE–États-Unis, entreprise certifiée\u00a0: Harbor, Inc. (dernière vérification le 1er octobre 2026)",
  ]);
  // Without that name it is the vendor that would have to be certified.
  expect(lines({ ...parent, safeguards: [dpf()] }, {}, irish)).not.toEqual(lines(parent, {}, irish));
});

test("in brief, a place that a certification covers is named beside what covers all others", () => {
  const services = [{ ...at("US", "IN"), safeguards: [dpf(), { ...scc, backup: false }] }];
  const { slug: _, ...document } = VendorInput.parse({ name: "Harbor", services });
  const judging = { regimes: ["eu" as const], on: TODAY, law: currentLaw, safeguards: [] };
  const brief = (locale: "en" | "fr") =>
    document.services.flatMap((each) => transferLines(document, each, judging, locale).map((line) => line.brief));
  expect(brief("en")).toEqual(["DPF (United States), SCC (elsewhere)"]);
  expect(brief("fr")).toEqual(["DPF (États-Unis), CCT (ailleurs)"]);
});

test("clauses stated beside a certification are told beside it, and as no fallback", () => {
  const service = { ...at("US"), safeguards: [dpf({ checkedOn: "2026-10-01" }), { ...scc, backup: false }] };
  expect(lines(service)).toEqual([
    "eu: covered by the EU-US Data Privacy Framework (checked 1 October 2026) and standard contractual clauses",
  ]);
});

test("a certification stated as the fallback is not told as what it falls back from", () => {
  const service = {
    ...at("US"),
    safeguards: [{ ...scc, backup: false }, dpf({ checkedOn: "2026-10-01", backup: true })],
  };
  expect([lines(service), lines(service, { locale: "fr" })].flat()).toEqual([
    "eu: covered by the EU-US Data Privacy Framework (checked 1 October 2026) and standard contractual clauses",
    "eu: couvert par le Data Privacy Framework UE–États-Unis (dernière vérification le 1er octobre 2026) et des clauses contractuelles types",
  ]);
});

test("a check that is still to come on the date shown is not told", () => {
  const service = { ...at("US"), safeguards: [dpf({ checkedOn: "2026-11-22" })] };
  expect(lines(service)).toEqual(["eu: covered by the EU-US Data Privacy Framework (date of check not stated)"]);
  expect(lines(service, { on: "2026-11-22" })).toEqual([
    "eu: covered by the EU-US Data Privacy Framework (checked 22 November 2026)",
  ]);
});

test("what is stated of a safeguard, on the page and in a change, has no check that is still to come", () => {
  const register = publish()
    .put(chat([dpf({ checkedOn: "2026-11-22" })]), "2026-01-01")
    .put(chat([dpf({ checkedOn: "2026-11-22" }), scc]), "2026-11-20")
    .register();
  const shown = (today: string) => textOf(renderRegistry({ ...frame, today, register, at: null, filters: {} }));
  expect(shown(TODAY)).not.toContain("22 November 2026");
  expect(shown("2026-11-22")).toContain("EU-US Data Privacy Framework, checked 22 November 2026");
  expect(textOf(renderChange({ ...frame, register, number: 1 }) ?? "")).not.toContain("22 November 2026");
});

test.each([
  ["a place at home", at("FR"), "no transfer to a third country stated"],
  ["an adequacy decision", at("JP"), "covered by an adequacy decision (Japan, businesses under the APPI)"],
  ["clauses", { ...at("IN"), safeguards: [scc] }, "covered by standard contractual clauses"],
  [
    "the weakest of several places",
    { ...at("FR", "IN"), safeguards: [scc] },
    "covered by standard contractual clauses (India)",
  ],
  ["no place", {}, "place not stated"],
  ["no safeguard", at("US"), "transfer tool not stated"],
  ["no safeguard at one of several places", at("FR", "US"), "transfer tool not stated (United States)"],
  [
    "a safeguard of another regime",
    { ...at("US"), safeguards: [dpf({ regimes: ["uk"] })] },
    "none of the transfer tools stated applies here",
  ],
  ["one that does not fit", { ...at("IN"), safeguards: [dpf()] }, "no transfer tool stated covers this place (India)"],
  ["an exception", { ...at("US"), safeguards: [{ mechanism: "derogation" }] }, "based on an exception (Art. 49 GDPR)"],
  [
    "two that none fits",
    { ...at("VN", "US", "IN"), safeguards: [dpf()] },
    "no transfer tool stated covers these places (India and Vietnam)",
  ],
  ["no safeguard at several places", at("US", "FR", "IN"), "transfer tool not stated (India and United States)"],
  ["a source of data", { ...at("US"), role: "source" }, "data comes from it, nothing is transferred to it"],
])("%s reads as what it is to a reader", (_, service, reading) => {
  expect(lines(service)).toEqual([`eu: ${reading}`]);
});

test("a French page says what covers each service, and what is missing, in French", () => {
  const services = [
    { key: "home", ...at("FR") },
    { key: "decided", ...at("JP") },
    { key: "clauses", ...at("IN"), safeguards: [scc] },
    { key: "nowhere" },
    { key: "open", ...at("FR", "US") },
    { key: "unfit", ...at("IN"), safeguards: [dpf()] },
    { key: "excused", ...at("US"), safeguards: [{ mechanism: "derogation" }] },
  ];
  const vendor = { name: "Harbor", services: services.map((each) => ({ name: `Service ${each.key}`, ...each })) };
  const register = publish()
    .put(vendor as Parameters<ReturnType<typeof publish>["put"]>[0], "2026-01-01")
    .register();
  const list = section(renderRegistry({ ...frame, locale: "fr", register, at: null, filters: {} }), "list");
  for (const reading of [
    "UE : aucun transfert vers un pays tiers indiqué",
    "UE : couvert par une décision d’adéquation (Japon, entreprises soumises à l’APPI)",
    "UE : couvert par des clauses contractuelles types",
    "UE : lieu non précisé",
    "UE : instrument de transfert non précisé (États-Unis)",
    "UE : aucun instrument de transfert indiqué ne couvre ce lieu (Inde)",
    "UE : fondé sur une dérogation (art. 49 RGPD)",
  ])
    expect(list).toContain(reading);
});

test("what is stated for the list as a whole covers no service, and is not denied either", () => {
  expect(lines(at("US"), { safeguards: [{ mechanism: "scc" }] })).toEqual([
    "eu: transfer tool stated for the list as a whole only",
  ]);
});

test("every regime has its own line, and exceptions their own article", () => {
  const exception = { ...at("US"), safeguards: [{ mechanism: "derogation" }] };
  expect(lines(exception, { regimes: ["uk", "ch"] })).toEqual([
    "uk: based on an exception (Art. 49 UK GDPR)",
    "ch: based on an exception (Art. 17 FADP)",
  ]);
  expect(lines(at("JP"), { regimes: ["eu", "uk", "ch"] })).toEqual([
    "eu: covered by an adequacy decision (Japan, businesses under the APPI)",
    "uk: covered by UK adequacy regulations (Japan, businesses under the APPI)",
    "ch: transfer tool not stated",
  ]);
});

test("a certification has the name it had on the date, and every one in the law has a name in both languages", () => {
  const service = { ...at("US"), safeguards: [dpf()] };
  expect(lines(service, { on: "2020-07-15" })).toEqual([
    "eu: covered by the Privacy Shield (date of check not stated)",
  ]);
  expect(lines(service, { on: "2020-07-16" })).toEqual([
    "eu: no transfer tool stated covers this place (United States)",
  ]);
  expect(lines(service, { on: "2023-07-10" })).toEqual([
    "eu: covered by the EU-US Data Privacy Framework (date of check not stated)",
  ]);
  const of = currentLaw.decisions.filter(({ scope, until }) => scope === "certified" && until !== null);
  const certifications = of.map(({ id }) => id);
  expect(certifications.length).toBeGreaterThan(0);
  for (const locale of LOCALES) {
    expect(Object.keys(wordsFor(locale).transfers.certifications).sort()).toEqual(certifications.sort());
  }
});

const chat = (safeguards: object[], more: object[] = []) =>
  ({
    name: "Harbor",
    services: [{ key: "chat", name: "Harbor Chat", ...at("US"), safeguards }, ...more],
  }) as Parameters<ReturnType<typeof publish>["put"]>[0];

test("the page judges each service by the law of the date it shows, and names the date of the adequacy data once", () => {
  const register = publish({ name: "Acme", regimes: ["eu", "ch"] })
    .put(chat([{ mechanism: "dpf", regimes: ["eu", "ch"] }]), "2020-01-01")
    .register();
  const on = (date: string) => section(renderRegistry({ ...frame, register, at: date, filters: {} }), "list");
  expect(on("2020-07-15")).toContain("Transfers EU: covered by the Privacy Shield");
  expect(on("2020-07-16")).toContain("Transfers EU: no transfer tool stated covers this place (United States)");
  const today = textOf(renderRegistry({ ...frame, register, at: null, filters: {} }));
  expect(today).toContain("EU: covered by the EU-US Data Privacy Framework");
  expect(today).toContain("Switzerland: covered by the Swiss-US Data Privacy Framework");
  expect(today.match(/Adequacy data of 26 November 2026/g)).toHaveLength(1);
  const future = renderRegistry({ ...frame, today: "2032-01-01", register, at: null, filters: {} });
  expect(textOf(future)).toContain("Adequacy data of 26 November 2026");
});

test("what recognises a place, and certifies a company there, has the name that each law has for it", () => {
  const register = publish({ name: "Acme", regimes: ["eu", "uk", "ch"] })
    .put({ name: "Isle", services: [at("NZ")] }, "2026-01-01")
    .put(chat([{ mechanism: "dpf", regimes: ["eu", "uk", "ch"] }]), "2026-01-01")
    .register();
  const said = (locale: Locale) => textOf(renderRegistry({ ...frame, locale, register, at: null, filters: {} }));
  for (const text of [
    "EU: covered by an adequacy decision (New Zealand)",
    "UK: covered by UK adequacy regulations (New Zealand)",
    "Switzerland: covered by the Swiss list of States with adequate data protection (New Zealand)",
    "EU: covered by the EU-US Data Privacy Framework (",
    "UK: covered by the UK Extension to the EU-US Data Privacy Framework (",
    "Switzerland: covered by the Swiss-US Data Privacy Framework (",
  ])
    expect(said("en")).toContain(text);
  for (const locale of LOCALES) {
    const { transfers, terms } = wordsFor(locale);
    for (const regime of ["uk", "ch"] as const)
      for (const mechanism of ["adequacy", "dpf"] as const) {
        expect(said(locale)).toContain(transfers.national[regime][mechanism]);
        expect(terms.national[regime][mechanism]).not.toBe(terms.mechanisms[mechanism]);
      }
  }
});

test("the page follows the day: what a decision covered until yesterday it does not cover today", () => {
  const british = { name: "Mill", services: [at("GB")] };
  const register = publish().put(british, "2026-01-01").register();
  const on = (today: string) => section(renderRegistry({ ...frame, today, register, at: null, filters: {} }), "list");
  expect(on("2031-12-27")).toContain("EU: covered by an adequacy decision (United Kingdom)");
  expect(on("2031-12-28")).toContain("EU: transfer tool not stated");
});

test("never is a gap or an unknown place said to be covered, on the page or in the published file", () => {
  const open = [
    at("US"),
    {},
    { ...at("IN"), safeguards: [dpf()] },
    { ...at("US"), safeguards: [{ mechanism: "derogation" }] },
  ];
  const services = open.map((service, index) => ({ key: `s${index}`, name: `Service ${index}`, ...service }));
  const register = publish({ name: "Acme", regimes: ["eu", "uk", "ch"] })
    .put({ name: "Harbor", services } as Parameters<ReturnType<typeof publish>["put"]>[0], "2026-01-01")
    .register();
  for (const [locale, covered] of [
    ["en", /covered by|no transfer to a third country stated/],
    ["fr", /couvert par|aucun transfert vers un pays tiers indiqué/],
  ] as const) {
    const list = section(renderRegistry({ ...frame, locale, register, at: null, filters: {} }), "list");
    expect(list).toMatch(/EU, UK and Switzerland: place not stated|UE, Royaume-Uni et Suisse : lieu non précisé/);
    expect(list).not.toMatch(covered);
    expect(list).not.toMatch(/\b(gap|unknown)\b/);
  }
  const [vendor] = fileOf(register, TODAY).vendors;
  expect(vendor?.transfers.filter(({ regime }) => regime === "eu")).toEqual([
    { service: "s0", regime: "eu", basis: "nothing-stated", rule: null },
    { service: "s1", regime: "eu", basis: "no-location", rule: null },
    { service: "s2", regime: "eu", basis: "unfit", rule: null },
    { service: "s3", regime: "eu", basis: "exception-only", rule: null },
  ]);
});

test("the published file says what each service rests on, on the date asked for", () => {
  const register = publish()
    .put(chat([dpf()]), "2020-01-01")
    .register();
  const on = (date: string) => fileOf(register, date);
  expect(on(TODAY)).toMatchObject({
    adequacyDataOn: currentLaw.version,
    vendors: [{ transfers: [{ service: "chat", regime: "eu", basis: "certified-recipient", rule: "eu-us-dpf" }] }],
  });
  expect(on("2020-07-15").vendors[0]?.transfers[0]).toMatchObject({ rule: "eu-us-privacy-shield" });
});

test("a change says where a verdict changes, by regime, before and after; and nothing where none does", () => {
  const registry = publish({ name: "Acme", regimes: ["eu", "uk"] })
    .put(chat([dpf()]), "2026-01-01")
    .put(chat([scc]), "2026-12-22")
    .put(chat([{ ...scc, backup: false }]), "2026-12-23");
  const register = registry.register();
  const rowsOf = (number: number) => {
    const set = changeSetViews(register.history, TODAY).find((each) => each.number === number);
    const [change] = set?.changes ?? [];
    if (!set?.effectiveOn || !change) throw new Error("There is no such change");
    const { rows } = describeChange(change, "en", register.organisation, {
      law: currentLaw,
      ...register.organisation,
      on: set.effectiveOn,
    });
    return rows.filter(({ label }) => label.includes("Transfers"));
  };
  expect(rowsOf(0)).toEqual([
    {
      label: "Transfers (EU)",
      before: [],
      after: ["covered by the EU-US Data Privacy Framework (date of check not stated)"],
    },
    { label: "Transfers (UK)", before: [], after: ["none of the transfer tools stated applies here"] },
  ]);
  expect(rowsOf(1)).toEqual([
    {
      label: "Transfers (EU)",
      before: ["covered by the EU-US Data Privacy Framework (date of check not stated)"],
      after: ["covered by standard contractual clauses"],
    },
  ]);
  expect(rowsOf(2)).toEqual([]);
  const html = renderChange({ ...frame, register, number: 1 }) ?? "";
  expect(textOf(html)).toContain(
    "Transfers (EU) Before covered by the EU-US Data Privacy Framework (date of check not stated) After covered by standard contractual clauses",
  );
});

test("what moves says what covers it there, though that is the same word, or another decision", () => {
  const moved = (before: object, after: object, locale: "en" | "fr" = "en") => {
    const named = (service: object) => ({ name: "Harbor", services: [{ key: "chat", ...service }] });
    const { history, organisation } = publish()
      .put(named(before), "2026-01-01")
      .put(named(after), "2026-11-20")
      .register();
    const [change] = changeSetViews(history, TODAY)[0]?.changes ?? [];
    if (!change) throw new Error("There is no such change");
    const judging = { ...organisation, law: currentLaw, on: TODAY };
    return describeChange(change, locale, organisation, judging)
      .rows.filter(({ label }) => /^Transf(ers|ert) \(/.test(label))
      .map(({ before, after }) => `${before.join()} → ${after.join()}`);
  };
  const certified = { ...at("US"), safeguards: [dpf({ checkedOn: "2026-10-01" })] };
  expect(moved(at("GB"), certified)).toEqual([
    "covered by an adequacy decision (United Kingdom) → covered by the EU-US Data Privacy Framework (checked 1 October 2026)",
  ]);
  expect(moved(at("AF"), at("RU"))).toEqual(["transfer tool not stated → transfer tool not stated"]);
  expect(moved(at("DE"), at("DE", "FR"))).toEqual([]);
  // What nothing covers has not moved, and what has moved needs no cover.
  expect(moved(at("DE", "US"), at("IE", "US"))).toEqual([]);
  expect(moved(at("AF"), at("RU"), "fr")).toEqual([
    "instrument de transfert non précisé → instrument de transfert non précisé",
  ]);
  expect(moved({ ...at("US"), safeguards: [scc] }, { ...at("US"), safeguards: [{ ...scc, module: 2 }] })).toEqual([]);
  expect(moved(certified, { ...certified, safeguards: [...certified.safeguards, scc] })).toHaveLength(1);
  expect(moved(at("US"), { locations: [{ country: "US", kind: "storage" }] })).toEqual([]);
});

test("in Switzerland clauses of one's own are notified, and exceptions have their own article, wherever they are named", () => {
  const clauses = (...regimes: Regime[]) => ({ ...at("IN"), safeguards: [{ mechanism: "ad-hoc-clauses", regimes }] });
  expect(lines(clauses("ch", "eu"), { regimes: ["eu", "ch"] })).toEqual([
    "eu: covered by contractual clauses authorised by an authority",
    "ch: covered by contractual clauses notified to the FDPIC",
  ]);
  expect(lines(clauses("ch"), { regimes: ["ch"], locale: "fr" })).toEqual([
    "ch: couvert par des clauses contractuelles communiquées au préalable au PFPDT",
  ]);
  const stated = (mechanism: "ad-hoc-clauses" | "derogation", ...regimes: Regime[]) =>
    nameSafeguard({ mechanism, regimes, backup: false }, "en");
  expect([
    stated("ad-hoc-clauses", "ch"),
    stated("ad-hoc-clauses", "eu", "ch"),
    stated("derogation", "ch"),
    stated("derogation"),
  ]).toEqual([
    "Contractual clauses notified to the FDPIC (Switzerland)",
    "Contractual clauses authorised by an authority (EU and Switzerland)",
    "Exception for specific situations (Art. 17 FADP) (Switzerland)",
    "Exception for specific situations (Art. 49 GDPR)",
  ]);
});

test("a service that is new at a listed vendor comes with what covers it; one that goes says nothing of transfers", () => {
  const desk = { key: "desk", name: "Harbor Desk", ...at("IN") };
  const registry = publish()
    .put(chat([dpf()]), "2026-01-01")
    .put(chat([dpf()], [desk]), "2026-02-01")
    .put(chat([dpf()]), "2026-03-01");
  const { history, organisation } = registry.register();
  const rows = changeSetViews(history, TODAY).map(({ changes: [change] }) =>
    change ? describeChange(change, "en", organisation, { ...organisation, law: currentLaw, on: TODAY }).rows : [],
  );
  const [gone, added] = rows;
  expect(added?.at(-1)).toEqual({
    label: "Harbor Desk · Transfers (EU)",
    before: ["Not listed"],
    after: ["transfer tool not stated"],
  });
  expect(gone?.map(({ label }) => label)).toEqual(["Harbor Desk"]);
});

test("servers in the area of a company outside it are never told as no transfer", () => {
  const told = (country: string, safeguards: object[] = [], given: Given = {}) =>
    lines({ ...at("IE", "DE"), safeguards }, given, { country });
  expect(told("US")).toEqual(["eu: transfer tool not stated (company established in the United States)"]);
  expect(told("US", [], { locale: "fr" })).toEqual([
    "eu: instrument de transfert non précisé (pays d’établissement de la société\u00a0: les États-Unis)",
  ]);
  expect(told("CN", [dpf()])).toEqual([
    "eu: no transfer tool stated covers the company itself (company established in China)",
  ]);
  expect(told("US", [], { safeguards: [{ mechanism: "scc" }] })).toEqual([
    "eu: transfer tool stated for the list as a whole only (company established in the United States)",
  ]);
  expect(told("US", [dpf({ checkedOn: "2026-10-01" })])).toEqual([
    "eu: covered by the EU-US Data Privacy Framework (checked 1 October 2026)",
  ]);
  expect(told("IN", [scc])).toEqual(["eu: covered by standard contractual clauses (company established in India)"]);
  expect(told("GB")).toEqual(["eu: covered by an adequacy decision (company established in the United Kingdom)"]);
  expect(told("IE")).toEqual(["eu: no transfer to a third country stated"]);
});

test("clauses for some places are told with these, and cover no other", () => {
  const us = { mechanism: "scc" as const, module: 3 as const, regimes: ["eu" as const], countries: ["US", "019"] };
  expect(lines({ ...at("US", "PH"), safeguards: [us] })).toEqual([
    "eu: no transfer tool stated covers this place (Philippines)",
  ]);
  expect(lines({ ...at("US", "PH"), safeguards: [{ ...us, countries: ["US", "PH"] }] })).toEqual([
    "eu: covered by standard contractual clauses (Philippines)",
  ]);
  expect((["en", "fr"] as const).map((locale) => nameSafeguard({ ...us, backup: false }, locale))).toEqual([
    "Standard contractual clauses, module 3: processor to processor (EU), for the United States and the Americas",
    "Clauses contractuelles types, module 3\u00a0: de sous-traitant à sous-traitant (UE), pour les États-Unis et les Amériques",
  ]);
});
