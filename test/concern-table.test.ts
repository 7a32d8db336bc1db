import { describe, expect, test } from "vitest";
import { registry } from "./setup/registry.ts";

// Everything expected was worked out by hand, from Art. 28(2) GDPR and what the contracts say, before it was asked of the
// program. It is 1 March 2026; the organisation's own notice of 30 days makes 1 April its earliest date.

type Json = Record<string, unknown>;

const TODAY = "2026-03-01";
const BY_ITS_OWN_NOTICE = "2026-04-01";
const AFTER_60_DAYS = "2026-05-01";
const AFTER_90_DAYS = "2026-05-31";

/** Each has an address `dpo@<name>.example`. */
const CUSTOMERS = {
  eu: { authorisation: "specific", noticePeriod: { days: 90 }, hostingRegions: ["eu"] },
  us: { noticePeriod: { days: 60 }, hostingRegions: ["us"] },
  payroll: { noticePeriod: { days: 45 }, products: ["payroll"], hostingRegions: ["eu"] },
  hasty: { noticePeriod: { days: 10 }, hostingRegions: ["us"] },
} as const;
type Customer = keyof typeof CUSTOMERS;

type Edit = { add: Json } | { of: string; to: Json } | { without: string };

type Case = {
  title: string;
  customers?: Customer[];
  list?: Json[];
  edits: Edit[];
  /** Another weight than the computed one. */
  weights?: Json;
  earliest: string;
  /** Names of the vendors each is told of; [] if nothing. Who is not named may be told of what changed or not. */
  told: Partial<Record<Customer, string[]>>;
  asked?: Customer[];
  weighs?: Record<string, "material" | "informative" | "editorial">;
};

/** A table of what concerns whom is asked of gaps as well: they are known, and announced. */
const KNOWN = { acceptFindings: ["gap"], acceptFindingsReason: "Known." };
const DE = { country: "DE" };
const IN_THE_US = { locations: [{ country: "US" }], safeguards: [{ mechanism: "scc", module: 3 }] };

const service = (rest: Json = {}): Json => ({
  key: "main",
  purpose: "Sends notification mails",
  dataCategories: ["Customer data"],
  dataSubjects: ["End users"],
  locations: [DE],
  ...rest,
});
const vendor = (name: string, services: Json | Json[] = service(), rest: Json = {}): Json => ({
  name,
  legalName: `${name} GmbH`,
  slug: name.toLowerCase(),
  country: "DE",
  services: [services].flat(),
  ...rest,
});

const EU_PART = service({ key: "eu", hostingRegions: ["eu"] });
const US_PART = service({ key: "us", hostingRegions: ["us"] });

/** What one change of the only vendor's only service means, where the customers are `eu` and `us`. */
const ofService = (
  title: string,
  before: Json,
  after: Json,
  [earliest, asked, weight]: [earliest: string, asked: Customer[], weight: "material" | "informative" | "editorial"],
  told: Case["told"] = weight === "editorial" ? { eu: [], us: [] } : { eu: ["Tool"], us: ["Tool"] },
): Case => ({
  title,
  list: [vendor("Tool", service(before))],
  edits: [{ of: "tool", to: { services: [service(after)] } }],
  earliest,
  asked,
  told,
  weighs: { tool: weight },
});

const ofVendor = (
  title: string,
  before: Json,
  after: Json,
  [earliest, asked, weight]: [earliest: string, asked: Customer[], weight: "material" | "informative"],
  told: Case["told"] = {},
): Case => ({
  title,
  list: [{ ...vendor("Tool"), ...before }],
  edits: [{ of: "tool", to: after }],
  earliest,
  asked,
  told,
  weighs: { tool: weight },
});

const MATERIAL: [string, Customer[], "material"] = [AFTER_90_DAYS, ["eu"], "material"];
const INFORMATIVE: [string, Customer[], "informative"] = [TODAY, [], "informative"];
const EDITORIAL: [string, Customer[], "editorial"] = [TODAY, [], "editorial"];

const CASES: Case[] = [
  // Whom
  {
    title: "an addition for one region and a removal for all: who lives elsewhere hears of the removal",
    list: [vendor("Oldtool"), vendor("Stays")],
    edits: [{ add: vendor("Ustool", service({ hostingRegions: ["us"] })) }, { without: "oldtool" }],
    earliest: AFTER_60_DAYS,
    told: { eu: ["Oldtool"], us: ["Ustool", "Oldtool"] },
    weighs: { ustool: "material", oldtool: "informative" },
  },
  {
    title: "the same where nobody lives in that region: the organisation's own notice",
    customers: ["eu"],
    list: [vendor("Oldtool"), vendor("Stays")],
    edits: [{ add: vendor("Ustool", service({ hostingRegions: ["us"] })) }, { without: "oldtool" }],
    earliest: BY_ITS_OWN_NOTICE,
    told: { eu: ["Oldtool"] },
  },
  {
    title: "more data for one region, beside another address and a remark on the other: who lives there hears nothing",
    list: [vendor("Multi", [EU_PART, US_PART])],
    edits: [
      {
        of: "multi",
        to: {
          address: "1 Main St",
          services: [
            { ...EU_PART, note: "Since May" },
            { ...US_PART, dataCategories: ["Customer data", "Health data"] },
          ],
        },
      },
    ],
    earliest: AFTER_60_DAYS,
    asked: [],
    told: { eu: [], us: ["Multi"] },
    weighs: { multi: "material" },
  },
  {
    title: "an addition for all",
    edits: [{ add: vendor("Newtool") }],
    earliest: AFTER_90_DAYS,
    asked: ["eu"],
    told: { eu: ["Newtool"], us: ["Newtool"] },
  },
  {
    title: "an addition for the region of who must approve",
    edits: [{ add: vendor("Eutool", service({ hostingRegions: ["eu"] })) }],
    earliest: AFTER_90_DAYS,
    asked: ["eu"],
    told: { eu: ["Eutool"], us: [] },
  },
  {
    title: "an addition for one product: who uses another hears nothing",
    customers: ["payroll", "us"],
    edits: [{ add: vendor("Hiring", service({ products: ["recruiting"] })) }],
    earliest: AFTER_60_DAYS,
    told: { payroll: [], us: ["Hiring"] },
  },
  {
    title: "the product is theirs, the region is not",
    customers: ["payroll", "us"],
    edits: [{ add: vendor("Uspay", service({ products: ["payroll"], hostingRegions: ["us"] })) }],
    earliest: AFTER_60_DAYS,
    told: { payroll: [], us: ["Uspay"] },
  },
  {
    title: "two services of one vendor, one for each",
    customers: ["payroll", "us"],
    edits: [
      {
        add: vendor("Both", [
          service({ key: "pay", products: ["payroll"] }),
          service({ key: "us", hostingRegions: ["us"] }),
        ]),
      },
    ],
    earliest: AFTER_60_DAYS,
    told: { payroll: ["Both"], us: ["Both"] },
  },
  {
    title: "a contract's shorter notice shortens nothing",
    customers: ["hasty"],
    edits: [{ add: vendor("Newtool") }],
    earliest: BY_ITS_OWN_NOTICE,
    told: { hasty: ["Newtool"] },
  },
  {
    title: "nobody has a contract",
    customers: [],
    edits: [{ add: vendor("Newtool") }],
    earliest: BY_ITS_OWN_NOTICE,
    told: {},
  },
  {
    title: "a removal waits for nobody",
    list: [vendor("Oldtool"), vendor("Stays")],
    edits: [{ without: "oldtool" }],
    earliest: TODAY,
    told: { eu: ["Oldtool"], us: ["Oldtool"] },
    weighs: { oldtool: "informative" },
  },
  {
    title: "a removal in a region is told there",
    list: [vendor("Ustool", service({ hostingRegions: ["us"] })), vendor("Stays")],
    edits: [{ without: "ustool" }],
    earliest: TODAY,
    told: { eu: [], us: ["Ustool"] },
  },
  {
    title: "one out, one in: a replacement is intended, and may be objected to (Art. 28(2))",
    list: [vendor("Oldtool")],
    edits: [{ add: vendor("Newtool") }, { without: "oldtool" }],
    earliest: AFTER_90_DAYS,
    asked: ["eu"],
    told: { eu: ["Oldtool", "Newtool"], us: ["Oldtool", "Newtool"] },
  },
  {
    title: "two additions, each for a region",
    edits: [
      { add: vendor("Eutool", service({ hostingRegions: ["eu"] })) },
      { add: vendor("Ustool", service({ hostingRegions: ["us"] })) },
    ],
    earliest: AFTER_90_DAYS,
    asked: ["eu"],
    told: { eu: ["Eutool"], us: ["Ustool"] },
  },

  // Roles that are no processor's (Art. 28 speaks of processors; Art. 4(7), (9))
  ...(["recipient", "independent-controller", "source"] as const).map(
    (role): Case => ({
      title: `a new ${role}`,
      edits: [{ add: vendor("Partner", service({ role })) }],
      earliest: TODAY,
      told: { eu: ["Partner"], us: ["Partner"] },
      weighs: { partner: "informative" },
    }),
  ),
  {
    title: "a recipient for all beside a subprocessor for one region",
    edits: [
      { add: vendor("Partner", service({ role: "recipient" })) },
      { add: vendor("Ustool", service({ hostingRegions: ["us"] })) },
    ],
    earliest: AFTER_60_DAYS,
    told: { eu: ["Partner"], us: ["Partner", "Ustool"] },
    weighs: { partner: "informative", ustool: "material" },
  },
  ofService("a recipient that becomes a subprocessor", { role: "recipient" }, { role: "subprocessor" }, MATERIAL),
  ofService("the purpose of a recipient", { role: "recipient" }, { role: "recipient", purpose: "Prints" }, INFORMATIVE),

  // New to whom
  ofService(
    "a service goes to one more region",
    { hostingRegions: ["eu"] },
    { hostingRegions: ["eu", "us"] },
    [AFTER_60_DAYS, [], "material"],
    { us: ["Tool"] },
  ),
  ofService(
    "a service moves from one region to another: who loses it is told, and neither waited for nor asked",
    { hostingRegions: ["eu"] },
    { hostingRegions: ["us"] },
    [AFTER_60_DAYS, [], "material"],
    { eu: ["Tool"], us: ["Tool"] },
  ),
  ofService(
    "a place for one region only",
    { locations: [DE] },
    { ...IN_THE_US, locations: [DE, { country: "US", hostingRegions: ["us"] }] },
    [AFTER_60_DAYS, [], "material"],
    { us: ["Tool"] },
  ),
  ofService(
    "a place for the region of who must approve",
    { locations: [DE] },
    { ...IN_THE_US, locations: [DE, { country: "US", hostingRegions: ["eu"] }] },
    [AFTER_90_DAYS, ["eu"], "material"],
    { eu: ["Tool"] },
  ),
  ofService("narrower: who loses it is told", {}, { hostingRegions: ["us"] }, INFORMATIVE, { eu: ["Tool"] }),
  ofService("wider: new to whom it comes", { hostingRegions: ["us"] }, {}, MATERIAL, { eu: ["Tool"] }),
  ofService("all regions one by one", {}, { hostingRegions: ["eu", "us"] }, EDITORIAL),
  ofService("all products one by one", {}, { products: ["recruiting", "payroll"] }, EDITORIAL),
  {
    title: "one service split into regional ones, with the same places",
    list: [
      vendor(
        "Tool",
        service({
          ...IN_THE_US,
          locations: [
            { country: "DE", hostingRegions: ["eu"] },
            { country: "US", hostingRegions: ["us"] },
          ],
        }),
      ),
    ],
    edits: [
      {
        of: "tool",
        to: {
          services: [
            service({ key: "eu", hostingRegions: ["eu"] }),
            service({ ...IN_THE_US, key: "us", hostingRegions: ["us"] }),
          ],
        },
      },
    ],
    earliest: TODAY,
    told: {},
  },
  {
    title: "one service split into regional ones, one of them elsewhere than before",
    list: [vendor("Tool")],
    edits: [
      {
        of: "tool",
        to: {
          services: [
            service({ key: "eu", hostingRegions: ["eu"] }),
            service({ ...IN_THE_US, key: "us", hostingRegions: ["us"] }),
          ],
        },
      },
    ],
    earliest: AFTER_60_DAYS,
    told: { us: ["Tool"] },
    weighs: { tool: "material" },
  },

  // How much
  ofService("another purpose", {}, { purpose: "Hosts the production database" }, MATERIAL),
  {
    ...ofService("another purpose, in words alone", {}, { purpose: "Sends notification emails" }, EDITORIAL),
    weights: { tool: { weight: "editorial", reason: "only the wording" } },
  },
  ofService("another category", { category: "Email" }, { category: "Hosting" }, MATERIAL),
  ofService("another legal basis", { legalBasis: "Contract" }, { legalBasis: "Legitimate interests" }, MATERIAL),
  ofService("training", { usedForTraining: "never" }, { usedForTraining: "yes" }, MATERIAL),
  ofService("a new cookie", {}, { cookies: [{ name: "_track" }] }, MATERIAL),
  ofService("special categories of data", {}, { sensitiveData: true }, MATERIAL),
  ofService("more data", {}, { dataCategories: ["Customer data", "Health data"] }, MATERIAL),
  ofService("less data", { dataCategories: ["Customer data", "Names"] }, {}, INFORMATIVE),
  ofService("the same data in capitals", { dataCategories: ["Customer Data"] }, {}, EDITORIAL),
  ofService(
    "the same data in another order",
    { dataCategories: ["A", "B"] },
    { dataCategories: ["B", "A"] },
    EDITORIAL,
  ),
  ofService("the same people with other blanks", {}, { dataSubjects: ["end users"] }, EDITORIAL),
  ofService("more people", {}, { dataSubjects: ["End users", "Their children"] }, MATERIAL),
  ofService("from the US to Germany", IN_THE_US, { ...IN_THE_US, locations: [DE] }, INFORMATIVE),
  ofService("from the US to the EU", IN_THE_US, { ...IN_THE_US, locations: [{ country: "EU" }] }, INFORMATIVE),
  ofService("from Germany to the US", {}, IN_THE_US, MATERIAL),
  ofService("from Germany to Switzerland, a third country", {}, { locations: [{ country: "CH" }] }, MATERIAL),
  ofService("what covered the transfer goes", IN_THE_US, { ...IN_THE_US, safeguards: [] }, MATERIAL),

  // Who
  ofVendor(
    "another name of the same number",
    { registrationNumber: "HRB 1234" },
    { name: "Utensil", legalName: "Utensil AG", formerNames: ["Tool GmbH"] },
    INFORMATIVE,
    { eu: ["Utensil"], us: ["Utensil"] },
  ),
  ofVendor("another brand of the same entity", {}, { name: "Utensil" }, INFORMATIVE),
  ofVendor("another entity, of which no number is stated", {}, { legalName: "Other AG" }, MATERIAL, { eu: ["Tool"] }),
  ofVendor(
    "another number under the same name",
    { registrationNumber: "HRB 1234" },
    { registrationNumber: "HRB 5678" },
    MATERIAL,
  ),
  ofVendor(
    "another entity that only receives",
    { services: [service({ role: "recipient" })] },
    { legalName: "Other AG" },
    INFORMATIVE,
  ),
  {
    title: "the same entity in capitals",
    list: [vendor("Tool")],
    edits: [{ of: "tool", to: { legalName: "TOOL GMBH" } }],
    earliest: TODAY,
    told: {},
  },
];

describe("who is told, who must approve, and whose date counts", () => {
  test.each(CASES)("$title", async ({ customers = ["eu", "us"], list = [], edits, weights, ...expected }) => {
    const r = await registry({ now: `${TODAY}T09:00:00Z` });
    const keyed = (...keys: string[]) => keys.map((key) => ({ key, name: key }));
    await r.json("PUT", "/v1/organisation", 200, {
      body: {
        name: "Firma",
        privacyEmail: "p@firma.example",
        noticePeriod: { days: 30 },
        objectionPeriod: { days: 30 },
        products: keyed("recruiting", "payroll"),
        hostingRegions: keyed("eu", "us"),
      },
    });
    const draft = async (changes: Edit[]): Promise<number> => {
      const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
      for (const change of changes) {
        if ("add" in change) await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body: change.add });
        else if ("of" in change) {
          await r.json("PATCH", `/v1/vendors/${change.of}?changeSet=${number}`, 200, { body: change.to });
        } else await r.json("DELETE", `/v1/vendors/${change.without}?changeSet=${number}`, 200);
      }
      return number;
    };
    if (list.length > 0) {
      const baseline = await draft(list.map((add) => ({ add })));
      await r.json("POST", `/v1/change-sets/${baseline}/announce`, 200, { body: { baseline: true } });
    }
    for (const id of customers) {
      const body = { name: id, contacts: [{ email: `dpo@${id}.example` }], ...CUSTOMERS[id] };
      await r.json("PUT", `/v1/customers/${id}`, 201, { body });
    }
    await r.drain();
    const before = new Set((await r.messages()).map(({ id }) => id));

    const number = await draft(edits);
    if (weights) await r.json("PATCH", `/v1/change-sets/${number}`, 200, { body: { weights } });
    const preview = await r.json("GET", `/v1/change-sets/${number}/preview`, 200);

    expect(preview.earliestEffectiveOn).toBe(expected.earliest);
    expect(preview.approvals.map((each: Json) => each.externalId)).toEqual(expected.asked ?? []);
    const changes: { vendor: string; weight: string }[] = preview.changeSet.changes;
    expect(Object.fromEntries(changes.map((each) => [each.vendor, each.weight]))).toMatchObject(expected.weighs ?? {});

    const announce = (effectiveOn: string) => r.post(`/v1/change-sets/${number}/announce`, { effectiveOn, ...KNOWN });
    const dayBefore = new Date(Date.parse(expected.earliest) - 86_400_000).toISOString().slice(0, 10);
    expect((await announce(dayBefore)).status).toBe(422);
    expect((await announce(expected.earliest)).status).toBe(200);
    await r.drain();

    const mails = (await r.messages()).filter(({ id }) => !before.has(id));
    const names = edits.map((edit) => {
      if ("add" in edit) return edit.add.name as string;
      const slug = "of" in edit ? edit.of : edit.without;
      const named = ("of" in edit && edit.to.name) || slug.charAt(0).toUpperCase() + slug.slice(1);
      return named as string;
    });
    for (const [id, told] of Object.entries(expected.told)) {
      const theirs = mails.filter(({ to }) => to.includes(`dpo@${id}.example`));
      expect(theirs.length, `mails to ${id}`).toBe(told.length > 0 ? 1 : 0);
      expect(
        names.filter((name) => theirs.some(({ text, subject }) => `${subject} ${text}`.includes(name))),
        id,
      ).toEqual(names.filter((name) => told.includes(name)));
    }
  });
});
