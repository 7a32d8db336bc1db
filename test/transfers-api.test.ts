import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Organisation } from "../src/model/organisation-document.ts";
import { VendorInput } from "../src/model/vendor/vendor-document.ts";
import { loadBaseline } from "../src/registry/changes/baseline.ts";
import { currentLaw } from "../src/transfers/index.ts";
import { customer } from "./setup/customers.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

type Row = {
  vendor: string;
  service: string;
  regime: string;
  verdict: string;
  reason: string;
  code: string;
  until: string | null;
  rules: string[];
};
type Reading = Omit<Row, "vendor" | "service" | "regime">;
type Fall = Row & { before: Reading; after: Reading; customers: string[]; customersTotal: number; notices: number[] };

const transfers = async (r: Registry, query = ""): Promise<{ on: string; lawVersion: string; data: Fall[] }> =>
  r.json("GET", `/v1/transfers${query}`, 200);

const DPF = { mechanism: "dpf", regimes: ["eu"], checkedOn: "2026-10-01" };
const inUs = (fields: object = {}) => ({ locations: [{ country: "US" }], safeguards: [DPF], ...fields });

/** A registry with an example of examples/, as the quickstart loads it. */
async function loaded(name: string): Promise<Registry> {
  const r = await registry();
  const { organisation, vendors } = JSON.parse(
    readFileSync(new URL(`../examples/${name}.json`, import.meta.url), "utf8"),
  );
  await loadBaseline(r.deps, {
    organisation: Organisation.parse(organisation),
    vendors: (vendors as unknown[]).map((each) => VendorInput.parse(each)),
  });
  return r;
}

test("the Better ISMS list has a gap for each service in the United States; given the DPF, exactly they fall without it", async () => {
  const r = await loaded("better-isms");
  const { data } = await transfers(r);
  const having = (verdict: string) => data.filter((row) => row.verdict === verdict).map(({ vendor }) => vendor);
  expect(having("gap").sort()).toEqual(["cloudflare", "google", "webflow", "zendesk", "zendesk"]);
  expect(having("none-needed").sort()).toEqual(["tally", "weglot"]);
  expect((await transfers(r, "?without=eu-us-dpf")).data).toEqual([]);

  const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
  for (const slug of ["cloudflare", "google", "webflow", "zendesk"]) {
    const { services } = await r.json("GET", `/v1/vendors/${slug}`, 200);
    const certified = services.map((service: object) => ({ ...service, safeguards: [DPF] }));
    await r.json("PATCH", `/v1/vendors/${slug}?changeSet=${number}`, 200, { body: { services: certified } });
  }
  await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: {} });
  expect((await transfers(r)).data.map(({ verdict }) => verdict).sort()).toEqual([
    ...Array(5).fill("adequate"),
    "none-needed",
    "none-needed",
  ]);
  const falls = (await transfers(r, "?without=eu-us-dpf")).data;
  expect(falls.map(({ vendor }) => vendor).sort()).toEqual(["cloudflare", "google", "webflow", "zendesk", "zendesk"]);
  expect(new Set(falls.map(({ service }) => service)).size).toBeGreaterThan(1);
  for (const { before, after, notices } of falls) {
    expect([before.verdict, after.verdict, notices]).toEqual(["adequate", "gap", [number]]);
  }
});

test("every service is assessed under each regime, with the reason, its source and what it rests on", async () => {
  const r = await registry();
  await r.organisation({ regimes: ["eu", "uk"] });
  await r.listed(vendor({ slug: "harbor" }, inUs()), vendor({ slug: "mill" }, { locations: [{ country: "GB" }] }));
  const answer = await transfers(r);
  expect(answer).toMatchObject({ on: "2026-11-21", lawVersion: currentLaw.version });
  const short = answer.data.map(({ vendor, service, regime, verdict, code, rules, until }) => [
    vendor,
    service,
    regime,
    verdict,
    code,
    rules.join(),
    until,
  ]);
  expect(short).toEqual([
    ["harbor", "main", "eu", "adequate", "certified-recipient", "eu-us-dpf", null],
    ["harbor", "main", "uk", "gap", "unfit", "", null],
    ["mill", "main", "eu", "adequate", "adequacy-decision", "eu-gb", "2031-12-27"],
    ["mill", "main", "uk", "none-needed", "at-home", "uk-home", null],
  ]);
  expect(answer.data[0]).toMatchObject({
    reason: expect.stringMatching(/^EU: the United States is covered by the recipient's certification/),
    source: expect.stringMatching(/^https:/),
  });
});

test("a date asks the list and the law of that date; today is the organisation's", async () => {
  const r = await registry({ now: "2020-07-15T21:59:59Z" });
  await r.organisation();
  await r.listed(vendor({ slug: "harbor" }, { locations: [{ country: "US" }], safeguards: [{ mechanism: "dpf" }] }));
  const verdicts = async (query = "") => (await transfers(r, query)).data.map(({ verdict }) => verdict);
  expect(await verdicts()).toEqual(["adequate"]); // the Privacy Shield, until midnight in Paris
  r.setTime("2020-07-15T22:00:00Z");
  expect(await verdicts()).toEqual(["gap"]);
  expect(await verdicts("?at=2020-07-15")).toEqual(["adequate"]);
  expect(await verdicts("?at=2023-07-09")).toEqual(["gap"]);
  expect(await verdicts("?at=2023-07-10")).toEqual(["adequate"]);
  expect(await verdicts("?at=2020-07-14")).toEqual([]); // nothing was on the list
});

test("what if names the customers of each service by product and region, and the announcements that told of the vendor", async () => {
  const r = await registry();
  const keys = (...names: string[]) => names.map((key) => ({ key, name: key }));
  await r.organisation({ products: keys("app", "shop"), hostingRegions: keys("eu-1", "us-1") });
  await r.listed(vendor({ slug: "old" }, inUs()));
  await customer(r, "globex", { products: ["app"], hostingRegions: ["eu-1"] });
  await customer(r, "initech", { products: ["shop"] });
  await customer(r, "umbrella");
  const announced = async (slug: string, service: object) => {
    const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor({ slug }, inUs(service)) });
    await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: { effectiveOn: "2027-01-01" } });
    return changeSet.number;
  };
  const app = await announced("app-only", { products: ["app"], hostingRegions: ["us-1"] });
  const shop = await announced("shop-only", { products: ["shop"] });
  await announced("unlisted", { products: ["app"] });
  await r.json("DELETE", "/v1/vendors/unlisted?announce=true&effectiveOn=2027-01-01", 200);

  const { on, data } = await transfers(r, "?without=eu-us-dpf&at=2027-01-01");
  expect(on).toBe("2027-01-01");
  expect(
    data.map(({ vendor, customers, customersTotal, notices }) => [vendor, customers, customersTotal, notices]),
  ).toEqual([
    ["app-only", ["umbrella"], 1, [app]],
    ["old", ["globex", "initech", "umbrella"], 3, []],
    ["shop-only", ["initech", "umbrella"], 2, [shop]],
  ]);
  // An edit that tells nobody is no notice of the vendor.
  const patch = {
    services: [
      {
        key: "main",
        ...inUs({
          safeguards: [{ ...DPF, checkedOn: "2026-11-20" }],
          purpose: "Hosting",
          dataCategories: ["Contact data"],
        }),
      },
    ],
  };
  await r.json("PATCH", "/v1/vendors/old?announce=true", 200, { body: patch });
  expect((await transfers(r, "?without=eu-us-dpf")).data).toMatchObject([{ vendor: "old", notices: [] }]);
});

test("of very many customers a hundred are named, and all are counted", async () => {
  const r = await registry();
  await r.organisation();
  await r.listed(vendor({ slug: "harbor" }, inUs()));
  await r.rows(`insert into customers (external_id, name, authorisation, products, hosting_regions, created_at, updated_at)
    select 'c' || lpad(n::text, 4, '0'), 'C', 'general', '[]', '[]', now(), now() from generate_series(1, 250) n`);
  const [fall] = (await transfers(r, "?without=eu-us-dpf")).data;
  expect(fall).toMatchObject({ customersTotal: 250, customers: expect.arrayContaining(["c0001", "c0100"]) });
  expect(fall?.customers).toHaveLength(100);
});

test("falls come by harm: what would be left without anything before what has a fallback", async () => {
  const r = await registry();
  await r.organisation();
  const backup = { mechanism: "scc", module: 3, regimes: ["eu"], backup: true };
  await r.listed(
    vendor({ slug: "a-backed" }, inUs({ safeguards: [DPF, backup] })),
    vendor({ slug: "b-alone" }, inUs()),
    vendor({ slug: "c-elsewhere" }, { locations: [{ country: "FR" }] }),
  );
  const { data } = await transfers(r, "?without=eu-us-dpf");
  expect(data.map(({ vendor, after }) => [vendor, after.verdict])).toEqual([
    ["b-alone", "gap"],
    ["a-backed", "safeguarded"],
  ]);
  // Of Decision (EU) 2021/914, only those fall that rest on it; the fallback was not what decided.
  expect((await transfers(r, "?without=eu-scc")).data).toEqual([]);
});

test("a verdict that ends by another place than the weakest says which, and by what", async () => {
  const r = await registry();
  await r.organisation();
  await r.listed(vendor({ slug: "harbor" }, inUs({ locations: [{ country: "US" }, { country: "GB" }] })));
  const { data } = await transfers(r);
  expect(data).toMatchObject([
    {
      until: "2031-12-27",
      reason: expect.stringMatching(
        /^EU: the United States .*; the verdict holds until 27 December 2031, when what covers the United Kingdom \(Implementing Decision \(EU\) 2021\/1772, renewed by Implementing Decision \(EU\) 2025\/2574\) ends\.$/,
      ),
    },
  ]);
});

test("a service with one place uncovered falls all the same when another would be", async () => {
  const r = await registry();
  await r.organisation();
  await r.listed(
    vendor({ slug: "harbor" }, inUs({ locations: [{ country: "US" }, { country: "IN", kind: "access" }] })),
    vendor({ slug: "mill" }, { locations: [{ country: "AF", kind: "access" }, { country: "GB" }] }),
  );
  expect((await transfers(r, "?without=eu-us-dpf")).data).toMatchObject([
    {
      vendor: "harbor",
      before: { verdict: "gap" },
      after: {
        verdict: "gap",
        reason: expect.stringMatching(/covers India; .*; not covered either: the United States\.$/),
      },
    },
  ]);
  expect((await transfers(r, "?without=eu-gb")).data).toMatchObject([{ vendor: "mill", after: { verdict: "gap" } }]);
  expect((await transfers(r, "?expiring=3650")).data).toMatchObject([
    { vendor: "mill", before: { until: "2031-12-27" } },
  ]);
});

test("what ends soon is found within the days asked for, and no earlier", async () => {
  const r = await registry({ now: "2031-12-01T09:00:00Z" });
  await r.organisation();
  await r.listed(vendor({ slug: "mill" }, { locations: [{ country: "GB" }] }));
  expect((await transfers(r, "?expiring=25")).data).toEqual([]);
  expect((await transfers(r, "?expiring=26")).data).toMatchObject([
    { vendor: "mill", before: { verdict: "adequate", until: "2031-12-27" }, after: { verdict: "gap" }, customers: [] },
  ]);
  expect((await transfers(r, "?expiring=3650")).data).toHaveLength(1);
});

test.each([
  ["?at=2026-02-30", "/query/at"],
  ["?at=yesterday", "/query/at"],
  ["?at=", "/query/at"],
  ["?expiring=0", "/query/expiring"],
  ["?expiring=3651", "/query/expiring"],
  ["?expiring=soon", "/query/expiring"],
  ["?expiring=-1", "/query/expiring"],
  ["?without=eu-us-dpf&expiring=30", "/query/expiring"],
  ["?without=", "/query/without"],
  ["?without=dpf", "/query/without"],
  ["?without=__proto__", "/query/without"],
  [`?without=${"x".repeat(101)}`, "/query/without"],
  ["?when=2026-01-01", "/query/when"],
])("%s is refused, and the pointer names what is wrong", async (query, pointer) => {
  const r = await registry();
  await expectProblem(await r.get(`/v1/transfers${query}`), 422, "invalid-request", pointer);
});

test("a rule there is not is refused with those there are", async () => {
  const r = await registry();
  const problem = await expectProblem(
    await r.get("/v1/transfers?without=dpf"),
    422,
    "invalid-request",
    "/query/without",
  );
  expect(problem.known).toEqual([...currentLaw.decisions, ...currentLaw.mechanisms].map(({ id }) => id));
});

test("a vendor comes with its transfers and findings, as it is in force, to come, on a date, and as a draft has it", async () => {
  const r = await registry();
  await r.organisation();
  await r.listed(
    vendor({ slug: "harbor", country: "US" }, inUs({ safeguards: [{ mechanism: "dpf", checkedOn: "2026-01-10" }] })),
  );
  const found = async (path: string) => {
    const { transfers, findings } = await r.json("GET", path, 200);
    return [transfers.map(({ verdict }: Row) => verdict), findings.map(({ code }: Row) => code)];
  };
  const missing = ["no-address", "no-contact", "no-dpa-link"];
  expect(await found("/v1/vendors/harbor")).toEqual([
    ["adequate"],
    ["no-legal-name", "dpf-without-backup", ...missing],
  ]);
  expect(await found("/v1/vendors/harbor?at=2027-01-11")).toEqual([
    ["adequate"],
    ["dpf-unchecked", "no-legal-name", "dpf-without-backup", ...missing],
  ]);

  const edited = await r.json("PATCH", "/v1/vendors/harbor", 200, {
    body: { legalName: "Harbor, Inc.", services: [{ key: "main", locations: [{ country: "IN" }] }] },
  });
  expect(edited.vendor).toMatchObject({ transfers: [{ vendor: "harbor", service: "main", verdict: "gap" }] });
  expect(edited.vendor.findings.map(({ code }: Row) => code)).toContain("gap");
  expect(edited.vendor.findings.map(({ code }: Row) => code)).not.toContain("no-legal-name");
  expect(edited.changeSet.changes[0].verdictChanges).toMatchObject([
    { service: "main", regime: "eu", direction: "worse", before: { verdict: "adequate" }, after: { verdict: "gap" } },
  ]);
  // The draft changes nothing about the vendor in force.
  expect(await found("/v1/vendors/harbor")).toEqual([
    ["adequate"],
    ["no-legal-name", "dpf-without-backup", ...missing],
  ]);

  const drafted = await r.json("POST", "/v1/vendors", 201, { body: vendor({ slug: "mill" }, { locations: [] }) });
  expect(drafted.vendor).toMatchObject({ status: "draft", transfers: [{ verdict: "unknown", code: "no-location" }] });
  expect(await found("/v1/vendors/mill")).toEqual([["unknown"], ["unknown", "no-legal-name", ...missing]]);
});

test("a safeguard's regime named twice is refused", async () => {
  const r = await registry();
  const services = [{ safeguards: [DPF, { ...DPF, regimes: ["eu", "uk", "eu"] }] }];
  const refused = await r.post("/v1/vendors", { name: "Mill", services });
  await expectProblem(refused, 422, "invalid-request", "/services/0/safeguards/1/regimes");
});

test.each([
  ["/regimes", { regimes: ["eu", "eu"] }],
  ["/safeguards/0/regimes", { safeguards: [{ mechanism: "scc", regimes: ["ch", "ch"] }] }],
])("an organisation's regime named twice is refused at %s", async (pointer, fields) => {
  const r = await registry();
  await r.organisation();
  const body = { name: "Acme", ...fields };
  await expectProblem(await r.call("PUT", "/v1/organisation", { body }), 422, "invalid-request", pointer);
});

test("a vendor that was removed has no transfers any more, and nothing is found about it", async () => {
  const r = await registry();
  await r.organisation();
  await r.listed(vendor({ slug: "harbor" }, inUs()));
  await r.json("DELETE", "/v1/vendors/harbor?announce=true", 200);
  expect(await r.json("GET", "/v1/vendors/harbor", 200)).toMatchObject({
    status: "removed",
    transfers: [],
    findings: [],
  });
});

test("the diff of a change says when a verdict changes, in drafts, announcements and the vendor's history", async () => {
  const r = await registry();
  await r.organisation({ regimes: ["eu", "uk"] });
  await r.listed(vendor({ slug: "harbor" }, inUs()));
  const { services } = vendor({}, { key: "main", ...inUs({ safeguards: [DPF, { mechanism: "uk-idta" }] }) });
  const { changeSet } = await r.json("PATCH", "/v1/vendors/harbor", 200, { body: { services } });
  const better = [
    {
      service: "main",
      regime: "uk",
      direction: "better",
      before: { verdict: "gap" },
      after: { verdict: "safeguarded" },
    },
  ];
  expect(changeSet.changes[0].verdictChanges).toMatchObject(better);
  const preview = await r.json("GET", `/v1/change-sets/${changeSet.number}/preview`, 200);
  expect(preview.changeSet.changes[0].verdictChanges).toMatchObject(better);
  const announced = await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: {} });
  expect(announced.changes[0].verdictChanges).toMatchObject(better);
  const { data } = await r.json("GET", "/v1/vendors/harbor/history", 200);
  expect(data[0].verdictChanges).toMatchObject(better);
  expect(data[1].verdictChanges).toMatchObject([
    { regime: "eu", direction: "new", before: null, after: { verdict: "adequate" } },
    { regime: "uk", direction: "new", before: null, after: { verdict: "gap" } },
  ]);
});

test("the announcement's mails say what covers the transfers before and after", async () => {
  const r = await registry();
  await r.organisation({ regimes: ["eu", "uk"], locales: ["en", "fr"] });
  await r.listed(vendor({ slug: "harbor", country: "US" }, inUs()));
  const services = [{ key: "main", ...inUs({ safeguards: [{ mechanism: "scc", module: 3, regimes: ["eu"] }] }) }];
  const { changeSet } = await r.json("PATCH", "/v1/vendors/harbor", 200, { body: { services } });
  const { mails } = await r.json("GET", `/v1/change-sets/${changeSet.number}/preview`, 200);
  const [en, fr] = mails.map(({ text }: { text: string }) => text.replace(/\s+/g, " "));
  expect(en).toContain(
    "Transfers (EU) Before: covered by the EU-US Data Privacy Framework (checked 1 October 2026) After: covered by standard contractual clauses",
  );
  expect(en).not.toContain("Transfers (UK)");
  expect(fr).toContain(
    "Transfert (UE) Avant : couvert par le Data Privacy Framework UE–États-Unis (dernière vérification le 1er octobre 2026) Après : couvert par des clauses contractuelles types",
  );
});
