import { describe, expect, test } from "vitest";
import { type VendorDocument, VendorInput } from "../src/model/vendor/vendor-document.ts";
import { heaviest, weigh } from "../src/model/vendor/weight.ts";
import { weightReason } from "../src/words/weight-reason.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

type Fields = Record<string, unknown>;

/** A vendor of one service, as it is stored. */
function stored(fields: Fields, service: Fields = {}): VendorDocument {
  const { slug: _, ...document } = VendorInput.parse({ name: "Zendesk", services: [service], ...fields });
  return document;
}

const reasonOf = (before: VendorDocument | null, after: VendorDocument | null) =>
  weightReason(weigh(before, after).weightGrounds, "en");
const ofVendor = (before: Fields, after: Fields) => weigh(stored(before), stored(after)).weight;
const ofService = (before: Fields, after: Fields) => weigh(stored({}, before), stored({}, after)).weight;
const services = (...keys: string[]) => ({ services: keys.map((key) => ({ key })) });
const places = (...countries: string[]) => ({ locations: countries.map((country) => ({ country })) });
const data = (...dataCategories: string[]) => ({ dataCategories });
const by = (...safeguards: Fields[]) => ({ safeguards });
const scc = { mechanism: "scc", regimes: ["eu"] };
const dpf = { mechanism: "dpf", regimes: ["eu"] };

describe("material", () => {
  test("a vendor added", () => {
    expect(weigh(null, stored({}))).toEqual({
      weight: "material",
      weightGrounds: [{ code: "vendor-added" }],
    });
  });

  test.each<[string, Fields, Fields]>([
    ["a service added", services("chat"), services("chat", "mail")],
    ["a service exchanged for another", services("chat"), services("mail")],
    ["the legal entity replaced", { legalName: "Zendesk, Inc." }, { legalName: "Zendesk Ltd" }],
    ["the country of establishment changed", { country: "FR" }, { country: "US" }],
    ["a country of establishment stated", {}, { country: "US" }],
    ["a category of recipients where a party was named", { identity: "named" }, { identity: "category" }],
  ])("%s", (_, before, after) => expect(ofVendor(before, after)).toBe("material"));

  test.each<[string, Fields, Fields]>([
    ["a new country", places("FR"), places("FR", "US")],
    ["another country", places("FR"), places("US")],
    ["a first country", {}, places("US")],
    ["a country where one was covered by no area", places("EEA"), places("EEA", "US")],
    ["the world where it was the EU", places("EU"), places("001")],
    ["Europe where it was the EU", places("EU"), places("150")],
    ["the EEA where it was the EU", places("EU"), places("EEA")],
    ["a new data category", data("Usage Data"), data("Usage Data", "Health data")],
    ["a data category exchanged", data("Usage Data"), data("Health data")],
    ["a first data category", {}, data("Usage Data")],
    ["new data subjects", { dataSubjects: ["Users"] }, { dataSubjects: ["Users", "Children"] }],
    ["a new role", { role: "subprocessor" }, { role: "independent-controller" }],
    ["a safeguard lost", by(scc), by()],
    ["one of two safeguards lost", by(scc, dpf), by(dpf)],
    ["a safeguard exchanged", by(scc), by(dpf)],
    ["a safeguard that covers a regime less", by({ ...scc, regimes: ["eu", "uk"] }), by(scc)],
    ["a safeguard for some places, where it was for all", by(scc), by({ ...scc, countries: ["US"] })],
    ["a safeguard for a place less", by({ ...scc, countries: ["US", "PH"] }), by({ ...scc, countries: ["US"] })],
    ["a safeguard that is only a backup now", by(scc), by({ ...scc, backup: true })],
    ["another module", by({ ...scc, module: 2 }), by({ ...scc, module: 3 })],
    ["another certified company", by({ ...dpf, certified: "A, Inc." }), by({ ...dpf, certified: "B, Inc." })],
    ["wider products", { products: ["app"] }, { products: ["app", "shop"] }],
    ["other products", { products: ["app"] }, { products: ["shop"] }],
    ["all products, where it was some", { products: ["app", "shop"] }, { products: [] }],
    ["wider hosting regions", { hostingRegions: ["eu-1"] }, { hostingRegions: ["eu-1", "us-1"] }],
    ["all hosting regions, where it was one", { hostingRegions: ["eu-1"] }, { hostingRegions: [] }],
    ["no longer optional", { optional: true }, { optional: false }],
  ])("%s", (_, before, after) => expect(ofService(before, after)).toBe("material"));

  test("less and more at once", () => {
    const [before, after] = [
      { ...places("FR", "DE"), ...data("Usage Data") },
      { ...places("FR"), ...data("Usage Data", "Trackers") },
    ];
    expect(weigh(stored({}, before), stored({}, after))).toEqual({
      weight: "material",
      weightGrounds: [{ code: "data-category-added", name: "Trackers" }],
    });
  });

  test("where data is processed no longer stated: whether it is transferred cannot be told any more", () => {
    expect(weigh(stored({}, places("FR", "US")), stored({}, {}))).toEqual({
      weight: "material",
      weightGrounds: [{ code: "places-not-stated" }],
    });
  });

  test("each reason is named", () => {
    const reason = reasonOf(stored({}, {}), stored({ country: "US" }, { ...places("US"), ...data("Usage Data") }));
    expect(reason.split("; ").sort()).toEqual([
      "country of establishment is now the United States",
      "new country: the United States",
      "new data category: Usage Data",
    ]);
  });
});

describe("informative", () => {
  test("a vendor removed", () => {
    expect(weigh(stored({}), null)).toEqual({
      weight: "informative",
      weightGrounds: [{ code: "vendor-removed" }],
    });
  });

  test("a service removed", () => {
    expect(ofVendor(services("chat", "mail"), services("chat"))).toBe("informative");
  });

  test.each<[string, Fields, Fields]>([
    ["fewer countries", places("FR", "US"), places("FR")],
    ["the EU where it was the EEA", places("EEA"), places("EU")],
    ["one country of the EU where it was all of it", places("EU"), places("FR")],
    ["one country where it was the world", places("001"), places("FR")],
    ["the EU where it was Europe", places("150"), places("EU")],
    ["one country of an area within an area", places("142"), places("PH")],
    ["less data", data("Usage Data", "Trackers"), data("Usage Data")],
    ["fewer data subjects", { dataSubjects: ["Users", "Staff"] }, { dataSubjects: ["Users"] }],
    ["a safeguard added", by(scc), by(scc, dpf)],
    ["a first safeguard", by(), by(dpf)],
    ["a safeguard that covers another regime too", by(scc), by({ ...scc, regimes: ["eu", "uk"] })],
    ["a safeguard for another place too", by({ ...scc, countries: ["US"] }), by({ ...scc, countries: ["US", "PH"] })],
    ["a safeguard for all places, where it was for some", by({ ...scc, countries: ["US"] }), by(scc)],
    ["a safeguard for the area around a place", by({ ...scc, countries: ["PH"] }), by({ ...scc, countries: ["142"] })],
    ["a backup that is the safeguard now", by({ ...scc, backup: true }), by(scc)],
    ["fewer products", { products: ["app", "shop"] }, { products: ["app"] }],
    ["one product, where it was all", { products: [] }, { products: ["app"] }],
    ["fewer hosting regions", { hostingRegions: ["eu-1", "us-1"] }, { hostingRegions: ["eu-1"] }],
    ["one hosting region, where it was all", { hostingRegions: [] }, { hostingRegions: ["eu-1"] }],
    ["now optional", { optional: false }, { optional: true }],
  ])("%s", (_, before, after) => expect(ofService(before, after)).toBe("informative"));
});

describe("editorial", () => {
  test.each<[string, Fields, Fields]>([
    ["the website", {}, { website: "https://new.example" }],
    [
      "every link",
      {},
      { privacyPolicyUrl: "https://a.example", dpaUrl: "https://b.example", optOutUrl: "https://c.example" },
    ],
    ["the contact", { contact: { email: "a@b.example" } }, { contact: { email: "c@d.example" } }],
    ["the address", { address: "Paris" }, { address: "Lyon" }],
    ["the order of services", services("chat", "mail"), services("mail", "chat")],
  ])("%s", (_, before, after) => expect(ofVendor(before, after)).toBe("editorial"));

  test.each<[string, Fields, Fields]>([
    ["a purpose that is translated", { purpose: "Chat" }, { purpose: { en: "Chat", fr: "Discussion" } }],
    ["case and blanks of a category", { category: "Live Chat" }, { category: "Live  chat" }],
    ["case and blanks of data", data("Customer Data"), data("Customer data")],
    ["case and blanks of people", { dataSubjects: ["End Users"] }, { dataSubjects: ["End users"] }],
    ["when a safeguard was checked", by(scc), by({ ...scc, checkedOn: "2026-10-01" })],
    ["a safeguard's link and note", by(scc), by({ ...scc, url: "https://a.example", note: "Signed" })],
    ["a place's detail", places("US"), { locations: [{ country: "US", detail: "us-east-1" }] }],
    ["the order of countries", places("FR", "US"), places("US", "FR")],
    ["the order of data categories", data("A", "B"), data("B", "A")],
    ["the order of safeguards", by(scc, dpf), by(dpf, scc)],
    ["the order of products", { products: ["app", "shop"] }, { products: ["shop", "app"] }],
  ])("%s", (_, before, after) => expect(ofService(before, after)).toBe("editorial"));
});

describe("the reason is true of the change", () => {
  const inc = { legalName: "Zendesk, Inc." };
  const of = (...uses: string[]) => ({
    locations: uses.map((use) => ({ kind: use.split(" ")[0], country: use.split(" ")[1] })),
  });

  test.each<[string, Fields, Fields, string]>([
    ["a legal entity first stated", {}, inc, "legal entity is now stated: Zendesk, Inc."],
    ["a legal entity no longer stated", inc, {}, "legal entity no longer stated"],
    ["a name alone", {}, { name: "Zen" }, "another name, and no legal entity stated"],
    ["a legal entity exchanged", inc, { legalName: "Zendesk Ltd" }, "legal entity replaced"],
  ])("%s", (_, before, after, reason) => expect(reasonOf(stored(before), stored(after))).toBe(reason));

  test.each<[string, Fields, Fields, string]>([
    ["an area for a country", places("FR"), places("FR", "EEA"), "new area: the European Economic Area"],
    ["the world", places("FR"), places("001"), "new area: the world"],
    ["an area of the United Nations", places("FR"), places("019"), "new area: the Americas"],
    [
      "a safeguard for fewer places",
      by(scc),
      by({ ...scc, countries: ["US", "142"] }),
      "transfer tool stated more narrowly: Standard contractual clauses (EU), now Standard contractual clauses (EU) for the United States and Standard contractual clauses (EU) for Asia",
    ],
    [
      "two countries of an area",
      places("EEA"),
      places("FR", "DE"),
      "within the European Economic Area, now only in France and Germany",
    ],
    [
      "one area within another",
      places("EEA"),
      places("EU"),
      "within the European Economic Area, now only in the European Union",
    ],
    ["an area left", places("EEA", "US"), places("US"), "no longer in the European Economic Area"],
    [
      "a country named within an area that stays",
      places("EEA"),
      places("EEA", "FR"),
      "France now named, within the European Economic Area as before",
    ],
    [
      "a country no longer named within an area that stays",
      places("EEA", "FR"),
      places("EEA"),
      "France no longer named, but still within the European Economic Area",
    ],
    ["a country left, with what was done there", places("FR", "US"), places("FR"), "no longer in the United States"],
    [
      "another use",
      of("processing FR"),
      of("storage FR"),
      "now also storage in France; no longer processing in France",
    ],
    [
      "another use in part of an area",
      of("processing EEA"),
      of("storage FR"),
      "within the European Economic Area, now only in France; now also storage in France",
    ],
    [
      "a safeguard added, which was no fallback",
      by(scc),
      by(scc, dpf),
      "transfer tool added: EU-US Data Privacy Framework",
    ],
    [
      "a safeguard lost, which is no fallback",
      by(scc, dpf),
      by(scc),
      "transfer tool lost: EU-US Data Privacy Framework",
    ],
    [
      "a fallback now",
      by(scc),
      by({ ...scc, backup: true }),
      "transfer tool now a mere fallback: Standard contractual clauses (EU)",
    ],
    [
      "a fallback no more",
      by({ ...scc, backup: true }),
      by(scc),
      "transfer tool no longer a mere fallback: Standard contractual clauses (EU)",
    ],
    [
      "a module first stated",
      by(scc),
      by({ ...scc, module: 2 }),
      "transfer tool stated more narrowly: Standard contractual clauses (EU), now Standard contractual clauses, module 2 (EU)",
    ],
    [
      "a certified company first named",
      by({ mechanism: "dpf", regimes: ["eu"] }),
      by({ mechanism: "dpf", regimes: ["eu"], certified: "Harbor, Inc." }),
      "transfer tool stated more narrowly: EU-US Data Privacy Framework, now EU-US Data Privacy Framework, certified: Harbor, Inc.",
    ],
    [
      "regimes first stated",
      by({ mechanism: "bcr" }),
      by({ mechanism: "bcr", regimes: ["eu", "uk"] }),
      "transfer tool stated more narrowly: Binding corporate rules, now Binding corporate rules (EU) and Binding corporate rules (UK)",
    ],
    [
      "another module",
      by({ ...scc, module: 2 }),
      by({ ...scc, module: 3 }),
      "transfer tool lost: Standard contractual clauses, module 2 (EU)",
    ],
    ["other products", { products: ["app"] }, { products: ["shop"] }, "other products"],
    ["wider regions", { hostingRegions: ["eu-1"] }, { hostingRegions: [] }, "wider hosting regions"],
    ["a cookie", {}, { cookies: [{ name: "visits" }] }, "new cookie: visits"],
  ])("%s", (_, before, after, reason) => expect(reasonOf(stored({}, before), stored({}, after))).toBe(reason));

  test("what several services share is told once", () => {
    const kept = (retention?: string) =>
      stored({ services: ["chat", "mail"].map((key) => ({ key, ...(retention && { retention }) })) });
    expect(reasonOf(kept(), kept("a year"))).toBe("retention changed");
  });
});

test("a set weighs as much as its heaviest change", () => {
  expect(heaviest([])).toBe("editorial");
  expect(heaviest(["editorial", "informative", "editorial"])).toBe("informative");
  expect(heaviest(["informative", "material", "editorial"])).toBe("material");
});

describe("what a weight does", () => {
  /** A registry with a follower and a vendor on the list. */
  async function published() {
    const r = await registry();
    await r.follower("ada@customer.example");
    const body = vendor({}, { locations: [{ country: "FR" }, { country: "US" }] });
    await r.listed(body);
    return { r, path: `/v1/vendors/${body.name.toLowerCase().replace(" ", "-")}` };
  }
  const mails = async (r: Registry) => {
    await r.drain();
    return r.messages();
  };

  test("an editorial change takes effect at once, mails nobody, and is in the history", async () => {
    const { r, path } = await published();

    const { changeSet, vendor: now } = await r.json("PATCH", `${path}?announce=true`, 200, {
      body: { website: "https://new.example" },
    });

    expect(changeSet).toMatchObject({
      weight: "editorial",
      state: "effective",
      effectiveOn: "2026-11-21",
      lastDayToObjectOn: null,
    });
    expect(now).toMatchObject({ website: "https://new.example", status: "active" });
    expect(await mails(r)).toEqual([]);
    expect((await r.json("GET", `${path}/history`, 200)).data).toMatchObject([
      { number: changeSet.number, weight: "editorial" },
      { kind: "added" },
    ]);
  });

  test("an informative change takes effect at once, and is mailed", async () => {
    const { r, path } = await published();

    const { changeSet } = await r.json("DELETE", `${path}?announce=true`, 200);

    expect(changeSet).toMatchObject({ weight: "informative", state: "effective", effectiveOn: "2026-11-21" });
    expect(await mails(r)).toMatchObject([{ to: ["ada@customer.example"] }]);
  });

  test("an informative change may be dated later", async () => {
    const { r, path } = await published();

    const { changeSet } = await r.json("DELETE", `${path}?announce=true&effectiveOn=2026-11-30`, 200);

    expect(changeSet).toMatchObject({ weight: "informative", state: "announced", effectiveOn: "2026-11-30" });
    expect(await mails(r)).toHaveLength(1);
  });

  test("a material change waits, and is mailed", async () => {
    const { r, path } = await published();

    await expectProblem(
      await r.call("PATCH", `${path}?announce=true&effectiveOn=2026-12-21`, { body: { country: "US" } }),
      422,
      "effective-date-too-early",
    );
    await r.json("PATCH", `${path}?announce=true&effectiveOn=2026-12-22`, 200, { body: { country: "US" } });

    expect(await mails(r)).toHaveLength(1);
    expect(await r.json("GET", path, 200)).not.toHaveProperty("country");
  });

  test("an editorial change in a set with a material one waits with it", async () => {
    const { r, path } = await published();
    const { changeSet } = await r.json("PATCH", path, 200, { body: { website: "https://new.example" } });
    await r.json("POST", `/v1/vendors?changeSet=${changeSet.number}`, 201, { body: vendor() });

    const response = await r.post(`/v1/change-sets/${changeSet.number}/announce`, { effectiveOn: "2026-11-22" });

    await expectProblem(response, 422, "effective-date-too-early");
  });
});

describe("an override", () => {
  async function draft(service: Fields = {}) {
    const r = await registry();
    await r.follower("ada@customer.example");
    const body = vendor({}, service);
    const slug = body.name.toLowerCase().replace(" ", "-");
    await r.listed(body);
    return { r, slug, path: `/v1/vendors/${slug}` };
  }

  test("makes a material change editorial, with the reason kept beside the computed one", async () => {
    const { r, slug, path } = await draft();
    const { changeSet } = await r.json("PATCH", path, 200, { body: { country: "FR" } });
    const weightOverride = { weight: "editorial", reason: "Only stated now; it was always so." };

    const edited = await r.json("PATCH", `/v1/change-sets/${changeSet.number}`, 200, {
      body: { weights: { [slug]: weightOverride } },
    });

    expect(edited).toMatchObject({
      weight: "editorial",
      changes: [{ weight: "editorial", weightReason: "country of establishment is now France", weightOverride }],
    });
    const set = await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: {} });
    expect(set).toMatchObject({ state: "effective", weight: "editorial", changes: [{ weightOverride }] });
    await r.drain();
    expect(await r.messages()).toEqual([]);
  });

  test("makes an editorial change material, so that it waits", async () => {
    const { r, slug, path } = await draft();
    const { changeSet } = await r.json("PATCH", path, 200, { body: { website: "https://new.example" } });
    await r.json("PATCH", `/v1/change-sets/${changeSet.number}`, 200, {
      body: { weights: { [slug]: { weight: "material", reason: "It was sold." } } },
    });

    const response = await r.post(`/v1/change-sets/${changeSet.number}/announce`, {});

    expect(await expectProblem(response, 422, "no-effective-date")).toMatchObject({ earliest: "2026-12-22" });
  });

  test("of another place as editorial is an error: nobody would hear of it before (GDPR Art. 28(2))", async () => {
    const { r, slug, path } = await draft();
    const locations = [{ country: "IN" }];
    const safeguards = [{ mechanism: "scc", module: 3 }];
    const { changeSet } = await r.json("PATCH", path, 200, {
      body: { services: [{ key: "main", purpose: "Email", dataCategories: [], locations, safeguards }] },
    });
    await r.json("PATCH", `/v1/change-sets/${changeSet.number}`, 200, {
      body: { weights: { [slug]: { weight: "editorial", reason: "only the wording" } } },
    });
    const announce = `/v1/change-sets/${changeSet.number}/announce`;
    const refused = await expectProblem(await r.post(announce, {}), 409, "findings-not-accepted");
    expect(refused).toMatchObject({
      findings: [
        { code: "override-silences", severity: "error", message: expect.stringContaining("new country: India") },
      ],
    });
    const accepted = { acceptFindings: ["override-silences"], acceptFindingsReason: "It was there from the start." };
    expect(await r.json("POST", announce, 200, { body: accepted })).toMatchObject({ weight: "editorial" });
  });

  test("of a new subprocessor as informative is warned of, as nobody can object before; and its notice does not say that nothing is to be done", async () => {
    const { r } = await draft();
    const { changeSet } = await r.json("POST", "/v1/vendors", 201, {
      body: vendor({ name: "Slack" }, { locations: [{ country: "FR" }] }),
    });
    const path = `/v1/change-sets/${changeSet.number}`;
    const weights = { slack: { weight: "informative", reason: "A small tool." } };
    await r.json("PATCH", path, 200, { body: { weights } });
    const { findings } = await r.json("GET", `${path}/preview`, 200);
    const message = expect.stringContaining("waits for no period and for nobody’s approval");
    expect(findings).toContainEqual(
      expect.objectContaining({ code: "override-hastens", severity: "warning", vendor: "slack", message }),
    );

    await r.json("POST", `${path}/announce`, 200, { body: {} });
    await r.drain();
    const notice = (await r.messages()).find(({ subject }) => subject.includes("Slack"));
    expect(notice?.text).toContain("What changes");
    expect(notice?.text).not.toContain("nothing you need to do");
  });

  test("is taken back by null", async () => {
    const { r, slug, path } = await draft();
    const { changeSet } = await r.json("PATCH", path, 200, { body: { country: "FR" } });
    const weigh = (override: unknown) =>
      r.json("PATCH", `/v1/change-sets/${changeSet.number}`, 200, { body: { weights: { [slug]: override } } });
    await weigh({ weight: "editorial", reason: "x" });

    expect(await weigh(null)).toMatchObject({ weight: "material", changes: [{ weightOverride: null }] });
  });

  test("does not outlive the text it judged", async () => {
    const { r, slug, path } = await draft();
    const { changeSet } = await r.json("PATCH", path, 200, { body: { country: "FR" } });
    await r.json("PATCH", `/v1/change-sets/${changeSet.number}`, 200, {
      body: { weights: { [slug]: { weight: "editorial", reason: "It was always so." } } },
    });

    await r.json("PATCH", `${path}?changeSet=${changeSet.number}`, 200, { body: { country: "US" } });

    expect(await r.json("GET", `/v1/change-sets/${changeSet.number}`, 200)).toMatchObject({
      weight: "material",
      changes: [{ weightOverride: null }],
    });
  });
});
