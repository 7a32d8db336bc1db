import { describe, expect, test } from "vitest";
import { havingOther } from "../src/model/change/splits.ts";
import { Organisation } from "../src/model/organisation-document.ts";
import { type VendorDocument, VendorInput } from "../src/model/vendor/vendor-document.ts";
import { weigh } from "../src/model/vendor/weight.ts";
import { currentLaw, weighedFor } from "../src/transfers/index.ts";
import { weightReason } from "../src/words/weight-reason.ts";
import { registry, vendor } from "./setup/registry.ts";

type Fields = Record<string, unknown>;
type Input = Parameters<typeof Organisation.parse>[0];

const EU_AND_US: Fields = {
  name: "Firma",
  hostingRegions: [
    { key: "eu", name: "EU" },
    { key: "us", name: "US" },
  ],
  products: [
    { key: "app", name: "App" },
    { key: "shop", name: "Shop" },
  ],
};

function stored(services: Fields[], fields: Fields = {}): VendorDocument {
  const { slug: _, ...document } = VendorInput.parse({ name: "Harbor", services, ...fields });
  return document;
}

/** "material: new country: the United States", by the law of the day of the tests. */
function weighed(before: VendorDocument | null, after: VendorDocument | null, organisation: Fields = {}): string {
  const firma = Organisation.parse({ ...EU_AND_US, ...organisation } as Input);
  const { weight, weightGrounds } = weigh(before, after, weighedFor(firma, "2026-03-01", currentLaw));
  return `${weight}: ${weightReason(weightGrounds, "en")}`;
}
const ofService = (before: Fields, after: Fields, organisation?: Fields) =>
  weighed(stored([before]), stored([after]), organisation);

const at = (...countries: string[]) => ({ locations: countries.map((country) => ({ country })) });
/** Places for the data of one region each: "eu EU". */
const regional = (...places: string[]) => ({
  locations: places.map((each) => {
    const [region = "", country] = each.split(" ");
    return { country, hostingRegions: [region] };
  }),
});
const scc = { mechanism: "scc", module: 3, regimes: ["eu"] };

describe("all that there are, named one by one, are none named", () => {
  test.each<[string, Fields, Fields, string]>([
    ["regions", { hostingRegions: [] }, { hostingRegions: ["us", "eu"] }, "editorial"],
    ["regions no longer named", { hostingRegions: ["eu", "us"] }, {}, "editorial"],
    ["products", {}, { products: ["app", "shop"] }, "editorial"],
    ["one of two regions", {}, { hostingRegions: ["eu"] }, "informative"],
    ["the other region too", { hostingRegions: ["eu"] }, { hostingRegions: ["eu", "us"] }, "material"],
    ["another region", { hostingRegions: ["eu"] }, { hostingRegions: ["us"] }, "material"],
    ["places of each region", at("FR"), regional("eu FR", "us FR"), "editorial"],
  ])("%s", (_, before, after, weight) => expect(ofService(before, after)).toMatch(new RegExp(`^${weight}`)));

  test("where there is a third, two of them are narrower", () => {
    const three = { hostingRegions: ["eu", "us", "ap"].map((key) => ({ key, name: key })) };
    expect(ofService({}, { hostingRegions: ["eu", "us"] }, three)).toBe("informative: narrower hosting regions");
  });
});

describe("a move to where no regime sees a transfer", () => {
  const uk = { regimes: ["eu", "uk"] };
  test.each<[string, Fields, Fields, string | RegExp, Fields?]>([
    ["US to France", at("US"), at("FR"), "informative: moved from the United States to France, no third country"],
    [
      "US to the EU",
      at("US"),
      at("EU"),
      "informative: moved from the United States to the European Union, no third country",
    ],
    [
      "US to two members",
      at("US"),
      at("FR", "DE"),
      /^informative: moved from the United States to France.*; moved from the United States to Germany/,
    ],
    [
      "US to the EU, which stays in India",
      at("US", "IN"),
      at("EU", "IN"),
      "informative: moved from the United States to the European Union, no third country",
    ],
    ["a further place at home", at("US"), at("US", "FR"), "material: new country: France"],
    ["one member to another", at("FR"), at("DE"), "material: new country: Germany"],
    ["US to the UK, which has adequacy", at("US"), at("GB"), "material: new country: the United Kingdom"],
    ["US to France, which is abroad for the UK", at("US"), at("FR"), "material: new country: France", uk],
    [
      "France to the UK, which is at home for the UK alone",
      at("FR"),
      at("GB"),
      "informative: moved from France to the United Kingdom, no third country",
      { regimes: ["uk"] },
    ],
    ["France to the US", at("FR"), at("US"), "material: new country: the United States"],
  ])("%s", (_, before, after, said, organisation) => {
    const reading = ofService(before, after, organisation);
    if (typeof said === "string") expect(reading).toBe(said);
    else expect(reading).toMatch(said);
  });

  test("takes along the safeguard that it needs no more, unless the company is abroad", () => {
    const [before, after] = [
      { ...at("US"), safeguards: [scc] },
      { ...at("FR"), safeguards: [] },
    ];
    expect(ofService(before, after)).toBe(
      "informative: moved from the United States to France, no third country; transfer tool no longer stated, where none is needed: Standard contractual clauses, module 3 (EU)",
    );
    const american = { country: "US" };
    expect(weighed(stored([before], american), stored([after], american))).toBe(
      "material: transfer tool lost: Standard contractual clauses, module 3 (EU)",
    );
    expect(ofService(before, { ...at("FR", "US"), safeguards: [] })).toContain(
      "transfer tool lost: Standard contractual clauses, module 3 (EU)",
    );
  });
});

describe("roles to which Art. 28 does not apply", () => {
  const roles = [
    ["independent-controller", "independent controller"],
    ["recipient", "recipient"],
    ["source", "source of data"],
  ];

  test.each(roles)("a vendor that comes as %s is for information, and the reason says why", (role, called) => {
    expect(weighed(null, stored([{ role }]))).toBe(
      `informative: vendor added; in the role of ${called}, to which Art. 28 GDPR does not apply`,
    );
  });

  test.each(roles)("whatever changes of a %s is for information", (role) => {
    const [before, after] = [
      { role, ...at("FR"), dataCategories: ["Names"] },
      { role, ...at("US"), dataCategories: ["Names", "Health data"], purpose: "Sells it" },
    ];
    expect(ofService(before, after)).toMatch(
      /^informative: .*new country: the United States.*to which Art. 28 GDPR does not apply$/,
    );
    expect(weighed(stored([before], { legalName: "A" }), stored([before], { legalName: "B" }))).toMatch(/^informative/);
  });

  test("beside a subprocessor a new recipient is for information, and a new entity is material", () => {
    const own = { key: "chat" };
    const other = { key: "ads", role: "recipient" };
    expect(weighed(stored([own]), stored([own, other]))).toMatch(/^informative: service added: ads; in the role of/);
    expect(weighed(null, stored([own, other]))).toBe("material: vendor added");
    expect(weighed(stored([own, other]), stored([own, other], { country: "US" }))).toMatch(/^material/);
  });

  test("into such a role, or out of it, is material: a processor comes, or nobody's instructions bind it any more", () => {
    expect(ofService({ role: "recipient" }, { role: "subprocessor" })).toBe("material: new role: Subprocessor");
    expect(ofService({ role: "subprocessor" }, { role: "independent-controller" })).toBe(
      "material: new role: Independent controller",
    );
    expect(ofService({ role: "source" }, { role: "recipient" })).toMatch(/^informative: new role: Recipient/);
  });
});

describe("a service that is split, or put together, is weighed by what is new for somebody", () => {
  const hosting = { purpose: "Hosts the database" };
  const service = (key: string, hostingRegions: string[], more: Fields) => ({
    key,
    hostingRegions,
    ...hosting,
    ...more,
  });
  const whole = (more: Fields) => service("hosting", [], more);
  const parts = (eu: Fields, us: Fields) => [service("hosting-eu", ["eu"], eu), service("hosting-us", ["us"], us)];

  test.each<[string, Fields[], Fields[], string | RegExp]>([
    ["each region keeps its places", [whole(at("EU"))], parts(at("EU"), at("EU")), "informative"],
    ["each region has fewer places", [whole(at("EU", "US"))], parts(at("EU"), at("US")), "informative"],
    [
      "one region's data goes abroad",
      [whole(at("EU"))],
      parts(at("EU"), at("US")),
      "material: new country: the United States",
    ],
    [
      "a part keeps the key",
      [whole(at("EU"))],
      [service("hosting", ["eu"], at("EU")), service("hosting-us", ["us"], at("EU"))],
      "informative",
    ],
    [
      "put together, everybody's data is everywhere",
      parts(at("EU"), at("US")),
      [whole(at("EU", "US"))],
      /^material: new country: the United States; new area: the European Union$/,
    ],
    [
      "put together into places by region",
      parts(at("EU"), at("US")),
      [whole(regional("eu EU", "us US"))],
      "informative",
    ],
    [
      "a part is for another purpose",
      [whole(at("EU"))],
      parts(at("EU"), { ...at("EU"), purpose: "Sells it" }),
      "material: service added: hosting-us",
    ],
    [
      "nothing is given up for the new one",
      [whole(at("EU"))],
      [whole(at("EU")), service("hosting-us", ["us"], at("EU"))],
      "material: service added: hosting-us",
    ],
    [
      "a region is given up",
      [whole(at("EU"))],
      [service("hosting-eu", ["eu"], at("EU"))],
      "informative: service hosting is now listed",
    ],
  ])("%s", (_, before, after, said) => {
    const reading = weighed(stored(before), stored(after));
    if (typeof said === "string") expect(reading.startsWith(said)).toBe(true);
    else expect(reading).toMatch(said);
  });

  test("its safeguard stays with the part that needs it", () => {
    const before = [whole({ ...at("EU", "US"), safeguards: [scc] })];
    const after = parts(at("EU"), { ...at("US"), safeguards: [scc] });
    expect(weighed(stored(before), stored(after))).toMatch(/^informative/);
    expect(weighed(stored(before), stored(parts(at("EU"), at("US"))))).toBe(
      "material: transfer tool lost: Standard contractual clauses, module 3 (EU)",
    );
  });
});

describe("a ground says whom it is about, where that is not everybody", () => {
  const groundsOf = (before: Fields[], after: Fields[]) =>
    weigh(stored(before), stored(after), weighedFor(Organisation.parse(EU_AND_US as Input), "2026-03-01", currentLaw))
      .weightGrounds;
  const only = (hostingRegions: string[], products: string[] = []) => [{ products, hostingRegions }];

  test.each<[string, Fields[], Fields[], object[]]>([
    [
      "of a service for one region",
      [{ hostingRegions: ["us"] }],
      [{ hostingRegions: ["us"], dataCategories: ["Names"] }],
      [{ code: "data-category-added", name: "Names", only: only(["us"]) }],
    ],
    ["of a service for all", [{}], [{ dataCategories: ["Names"] }], [{ code: "data-category-added", name: "Names" }]],
    [
      "of a place that is new for one region",
      [at("EU")],
      [{ locations: [{ country: "EU" }, { country: "US", hostingRegions: ["us"] }] }],
      [{ code: "place-added", place: "US", only: only(["us"]) }],
    ],
    [
      "of a service that another region comes to use",
      [{ hostingRegions: ["eu"] }],
      [{}],
      [{ code: "scope-wider", of: "hostingRegions", only: only(["us"]) }],
    ],
    [
      "of a service that is split",
      [{ key: "a", purpose: "P", ...at("EU") }],
      [
        { key: "b", purpose: "P", hostingRegions: ["eu"], ...at("EU") },
        { key: "c", purpose: "P", hostingRegions: ["us"], ...at("US") },
      ],
      [{ code: "place-added", place: "US", only: only(["us"]) }],
    ],
    [
      "of several services, once for all of them",
      [
        { key: "a", products: ["app"] },
        { key: "b", products: ["shop"], hostingRegions: ["us"] },
      ],
      [
        { key: "a", products: ["app"], optional: true, ...at("US") },
        { key: "b", products: ["shop"], hostingRegions: ["us"], ...at("US") },
      ],
      [{ code: "place-added", place: "US", only: [...only([], ["app"]), ...only(["us"], ["shop"])] }],
    ],
    [
      "of a role",
      [{ hostingRegions: ["us"] }],
      [{ hostingRegions: ["us"], role: "processor" }],
      [{ code: "role-changed", role: "processor", only: only(["us"]) }],
    ],
  ])("%s", (_, before, after, grounds) => expect(groundsOf(before, after)).toEqual(grounds));
});

describe("places that depend on the customer's region or product", () => {
  test.each<[string, Fields, Fields, string]>([
    ["said of places that were for all", at("EU", "US"), regional("eu EU", "us US"), "informative"],
    [
      "new for one region",
      regional("eu EU", "us US"),
      regional("eu EU", "us US", "us IN"),
      "material: new country: India",
    ],
    [
      "another region's data comes too",
      regional("eu EU", "us US"),
      regional("eu EU", "us US", "eu US"),
      "material: new country: the United States",
    ],
    ["for all, where it was for one", regional("eu EU", "us US"), at("EU", "US"), "material: "],
    [
      "home again for one region",
      regional("eu US", "us US"),
      regional("eu EU", "us US"),
      "informative: moved from the United States",
    ],
    [
      "not stated any more for one region",
      regional("eu EU", "us US"),
      regional("us US"),
      "material: places no longer stated",
    ],
    [
      "of a product",
      {
        locations: [
          { country: "FR", products: ["app"] },
          { country: "US", products: ["shop"] },
        ],
      },
      { locations: [{ country: "FR" }, { country: "US", products: ["shop"] }] },
      "material: new country: France",
    ],
    [
      "another use in one region",
      regional("eu EU"),
      { locations: [...regional("eu EU").locations, { country: "EU", kind: "backup", hostingRegions: ["eu"] }] },
      "informative: now also backup",
    ],
  ])("%s", (_, before, after, said) => expect(ofService(before, after)).toContain(said));
});

test("a seat that is no longer stated makes no safeguard needless: what is known got worse", () => {
  const sccInIreland = { ...at("IE"), safeguards: [scc] };
  const cloud = (country: string | undefined, service: Fields) =>
    stored([service], { legalName: "Cloud Inc.", country });
  expect(weighed(cloud("US", sccInIreland), cloud(undefined, at("IE")))).toBe(
    "material: country of establishment no longer stated; transfer tool lost: Standard contractual clauses, module 3 (EU)",
  );
  expect(weighed(cloud("US", sccInIreland), cloud(undefined, sccInIreland))).toMatch(/^material/);
  // Established in the EU from now on, it needs none.
  expect(weighed(cloud("US", sccInIreland), cloud("DE", at("IE")))).toBe(
    "material: country of establishment is now Germany",
  );
});

describe("another name", () => {
  const alt = { name: "Alt", legalName: "Alt B.V.", registrationNumber: "KvK 12345678" };
  const of = (before: Fields, after: Fields) => weighed(stored([{}], before), stored([{}], after));

  test("of the same registration number is no replacement", () => {
    expect(of(alt, { ...alt, name: "Neu", legalName: "Neu B.V.", registrationNumber: "kvk12345678" })).toBe(
      "informative: renamed, the same legal entity: Alt B.V. is now Neu B.V.",
    );
    expect(of({ name: "Alt", registrationNumber: "1" }, { name: "Neu", registrationNumber: "1" })).toMatch(
      /^informative/,
    );
  });

  test("of the same legal entity is for information, and its legal name beside it is nothing new", () => {
    expect(of({ name: "Twitter", legalName: "X Corp." }, { name: "X", legalName: "X Corp." })).toBe(
      "informative: renamed, the same legal entity: Twitter is now X",
    );
    expect(of({ name: "X Corp." }, { name: "X", legalName: "X Corp." })).toMatch(/^editorial/);
    expect(of({ ...alt, legalName: undefined }, alt)).toMatch(/^editorial/);
    expect(of(alt, { ...alt, legalName: "ALT B.V." })).toMatch(/^editorial/);
  });

  test("under another number, or with none on record before, is another company", () => {
    const neu = { ...alt, name: "Neu", legalName: "Neu B.V." };
    expect(of(alt, { ...neu, registrationNumber: "KvK 87654321" })).toBe(
      "material: legal entity replaced; another registration number, and so another legal entity",
    );
    expect(of(alt, { ...alt, registrationNumber: "KvK 87654321" })).toMatch(/^material: another registration number/);
    expect(of({ ...alt, registrationNumber: undefined }, neu)).toBe("material: legal entity replaced");
  });

  test("the number on record, and former names, are details", () => {
    expect(of({ ...alt, registrationNumber: undefined }, { ...alt, formerNames: ["Oud"] })).toMatch(/^editorial/);
  });
});

describe("what a text or a list says", () => {
  test.each<[string, Fields, Fields, string]>([
    ["another purpose", { purpose: "Sends mails" }, { purpose: "Hosts the database" }, "material: purpose changed"],
    [
      "a purpose in one language of two",
      { purpose: { en: "A", fr: "B" } },
      { purpose: { en: "A", fr: "C" } },
      "material: purpose changed",
    ],
    [
      "a purpose in another language only",
      { purpose: { en: "A" } },
      { purpose: { fr: "B" } },
      "material: purpose changed",
    ],
    ["a purpose first stated", {}, { purpose: "A" }, "material: purpose now stated"],
    ["a purpose no longer stated", { purpose: "A" }, {}, "informative: purpose no longer stated"],
    ["a translation", { purpose: "A" }, { purpose: { en: "A", fr: "B" } }, "editorial"],
    ["another category", { category: "A" }, { category: "B" }, "material: category changed"],
    ["another legal basis", { legalBasis: "Contract" }, { legalBasis: "Consent" }, "material: legal basis changed"],
    ["another nature", { nature: "A" }, { nature: "B" }, "material: nature of the processing changed"],
    ["a nature first stated", {}, { nature: "A" }, "informative: nature of the processing now stated"],
    [
      "names of data by case and blanks",
      { dataCategories: ["Customer Data"] },
      { dataCategories: ["customer  data"] },
      "editorial",
    ],
    ["sensitive data", {}, { sensitiveData: true }, "material: now also sensitive data"],
    ["no sensitive data any more", { sensitiveData: true }, {}, "informative: no longer sensitive data"],
    ["that there is none is what was read", {}, { sensitiveData: false }, "editorial"],
    ["training, first stated", {}, { usedForTraining: "yes" }, "material: more use for training"],
    [
      "no training, first stated",
      {},
      { usedForTraining: "never" },
      "informative: use for training AI models now: never",
    ],
    ["less training", { usedForTraining: "yes" }, { usedForTraining: "with-consent" }, "informative: use for training"],
    ["training not stated any more", { usedForTraining: "never" }, {}, "material: no longer stated whether"],
    ["a new cookie", {}, { cookies: [{ name: "_ga" }] }, "material: new cookie: _ga"],
    ["a cookie less", { cookies: [{ name: "_ga" }] }, {}, "informative: cookie no longer set: _ga"],
    [
      "a cookie's purpose described",
      { cookies: [{ name: "_ga" }] },
      { cookies: [{ name: "_ga", purpose: "Counts" }] },
      "editorial",
    ],
  ])("%s", (_, before, after, said) => expect(ofService(before, after)).toContain(said));

  test.each<[string, Fields, Fields, string]>([
    ["certified", {}, { certifications: [{ name: "SOC 2" }] }, "informative: certification added: SOC 2"],
    ["lapsed", { certifications: [{ name: "SOC 2" }] }, {}, "informative: certification no longer stated: SOC 2"],
    [
      "renewed",
      { certifications: [{ name: "SOC 2", validUntil: "2026-05-01" }] },
      { certifications: [{ name: "Soc 2", validUntil: "2027-05-01" }] },
      "editorial",
    ],
    [
      "ending sooner",
      { certifications: [{ name: "SOC 2", validUntil: "2027-05-01" }] },
      { certifications: [{ name: "SOC 2", validUntil: "2026-05-01" }] },
      "informative: certification ends sooner: SOC 2, on 1 May 2026",
    ],
  ])("%s", (_, before, after, said) => expect(weighed(stored([{}], before), stored([{}], after))).toContain(said));
});

describe("by call", () => {
  test("a draft is weighed again where the organisation has another region", async () => {
    const r = await registry();
    await r.json("PUT", "/v1/organisation", 200, { body: EU_AND_US });
    const body = vendor({ services: [{ locations: [{ country: "FR" }] }] });
    await r.listed(body);
    const slug = body.name.toLowerCase().replace(" ", "-");
    const { changeSet } = await r.json("PATCH", `/v1/vendors/${slug}`, 200, {
      body: { services: [{ locations: [{ country: "FR" }], hostingRegions: ["eu", "us"] }] },
    });
    expect(changeSet).toMatchObject({ weight: "editorial" });

    const regions = [...(EU_AND_US.hostingRegions as object[]), { key: "ap", name: "Asia" }];
    await r.json("PUT", "/v1/organisation", 200, { body: { ...EU_AND_US, hostingRegions: regions } });

    expect(await r.json("GET", `/v1/change-sets/${changeSet.number}`, 200)).toMatchObject({
      weight: "informative",
      changes: [{ weightReason: "narrower hosting regions" }],
    });
  });
});

describe("of a vendor whose services are divided anew, those have something else", () => {
  const hosting = (key: string, hostingRegions: string[], more: Fields = {}) => ({
    ...{ key, name: key, purpose: "Hosts", hostingRegions },
    ...more,
  });
  const concerned = (before: Fields[], after: Fields[]) => {
    const differs = havingOther({ before: stored(before), after: stored(after) });
    const of = (...hostingRegions: string[]) => differs({ products: ["app"], hostingRegions });
    return { eu: of("eu"), us: of("us"), ap: of("ap"), all: of() };
  };

  test.each<[string, Fields[], Fields[], Record<string, boolean>]>([
    [
      "whose places are others",
      [hosting("whole", [], at("EU"))],
      [hosting("a", ["eu"], at("EU")), hosting("b", ["us", "ap"], at("US"))],
      { eu: false, us: true, ap: true, all: true },
    ],
    [
      "who have it no more",
      [hosting("whole", [], at("EU"))],
      [hosting("a", ["eu", "us"], at("EU"))],
      { eu: false, us: false, ap: true, all: false },
    ],
    [
      "who have one more, however alike",
      [hosting("a", ["eu"])],
      [hosting("a", ["eu"]), hosting("b", ["us"]), hosting("c", ["eu"])],
      { eu: true, us: true, ap: false, all: true },
    ],
    [
      "who have it for another region, though not more of it",
      [hosting("a", ["eu"])],
      [hosting("b", ["us"])],
      { eu: true, us: true, ap: false, all: true },
    ],
    [
      "who have it for every region now",
      [hosting("a", ["eu"])],
      [hosting("b", [])],
      { eu: false, us: true, ap: true, all: true },
    ],
    [
      "who have another by name, where nothing else tells it",
      [{ key: "chat", name: "Chat" }],
      [{ key: "mail", name: "Mail" }],
      { eu: true, us: true, ap: true, all: true },
    ],
  ])("%s", (_, before, after, whom) => expect(concerned(before, after)).toEqual(whom));
});
