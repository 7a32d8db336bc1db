import { describe, expect, test } from "vitest";
import { answer as respond, respondLink } from "./setup/answering.ts";
import { customer } from "./setup/customers.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";
import { expectProof } from "./setup/verify.ts";

/** Whom a change concerns, whose period it waits for and whose approval it takes: decided change by change. */

const NOW = "2026-03-01T09:00:00Z";
const REGIONS = [
  { key: "eu", name: "EU" },
  { key: "us", name: "US" },
];

/** An organisation with two regions, 30 days of notice and to object, and a vendor that all customers use. */
async function withRegions(more: object = {}) {
  const r = await registry({ now: NOW });
  const period = { days: 30, basis: "calendar" };
  const own = { noticePeriod: period, objectionPeriod: period, hostingRegions: REGIONS, ...more };
  await r.organisation({ name: "Firma", privacyEmail: "p@firma.example", regimes: ["eu"], timeZone: "UTC", ...own });
  await r.listed(vendor({ name: "Used by all" }));
  return r;
}

const COVERED = [{ mechanism: "scc", module: 3 }];
const service = (more: object = {}) => ({
  key: "main",
  purpose: "Hosting",
  locations: [{ country: "US" }],
  safeguards: COVERED,
  ...more,
});

/** A draft that adds a tool for the US region, and removes what all use. Gives its number. */
async function addsAndRemoves(r: Registry): Promise<number> {
  const body = vendor({ name: "US tool", services: [service({ hostingRegions: ["us"] })] });
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body });
  await r.json("DELETE", `/v1/vendors/used-by-all?changeSet=${changeSet.number}`, 200);
  return changeSet.number;
}

const announce = (r: Registry, number: number, body: object = {}) =>
  r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body });

const dates = (r: Registry, number: number, changes: Record<string, string | null>) =>
  r.json("PATCH", `/v1/change-sets/${number}`, 200, {
    body: {
      changes: Object.fromEntries(Object.entries(changes).map(([slug, effectiveOn]) => [slug, { effectiveOn }])),
    },
  });

/** The set by vendor: its day, and whether it waits for approvals. */
async function daysOf(r: Registry, number: number) {
  const { changes } = await r.json("GET", `/v1/change-sets/${number}`, 200);
  return Object.fromEntries(
    changes.map((each: { vendor: string; effectiveOn: string; awaitsApproval: boolean }) => [
      each.vendor,
      `${each.effectiveOn}${each.awaitsApproval ? ", waits" : ""}`,
    ]),
  );
}

const listed = async (r: Registry, at: string): Promise<string[]> =>
  (await r.json("GET", `/v1/vendors?at=${at}`, 200)).data.map(({ slug }: { slug: string }) => slug);

describe("a customer of one region, whose contract takes 90 days and its approval, and a draft that adds a tool for another region and removes what all use", () => {
  async function drafted() {
    const r = await withRegions();
    await customer(r, "eu", { authorisation: "specific", notice: { days: 90 }, hostingRegions: ["eu"] });
    await customer(r, "us", { hostingRegions: ["us"] });
    return { r, number: await addsAndRemoves(r) };
  }

  test("the preview names the date by those whom the addition concerns, and no approval", async () => {
    const { r, number } = await drafted();
    expect(await r.json("GET", `/v1/change-sets/${number}/preview`, 200)).toMatchObject({
      earliestEffectiveOn: "2026-04-01",
      decidedBy: [],
      approvals: [],
      recipients: { contacts: 2 },
      totals: { approvals: 0, mailsToContacts: 2 },
    });
  });

  test("the date that the preview names is taken, and none before it; nobody is asked to approve what does not concern them", async () => {
    const { r, number } = await drafted();
    await expectProblem(
      await r.post(`/v1/change-sets/${number}/announce`, { effectiveOn: "2026-03-31" }),
      422,
      "effective-date-too-early",
    );
    const set = await announce(r, number, { effectiveOn: "2026-04-01" });
    expect(set).toMatchObject({ effectiveOn: "2026-04-01", awaitsApproval: false, approvals: null });
    const { customers } = await r.json("GET", `/v1/change-sets/${number}/evidence`, 200);
    expect(customers).toMatchObject([
      { externalId: "eu", changes: ["used-by-all"], earliestEffectiveOn: null, lastDayToObjectOn: null },
      { externalId: "us", changes: null, earliestEffectiveOn: "2026-04-01", lastDayToObjectOn: "2026-03-31" },
    ]);
    await expectProof(r, number);
  });

  test("each reads of what concerns it, and that there is more", async () => {
    const { r, number } = await drafted();
    await announce(r, number, { effectiveOn: "2026-04-01" });
    await r.drain();
    const [eu] = await r.messages("dpo@eu.example");
    expect(eu?.subject).toContain("Used by all will no longer be a subprocessor");
    expect(eu?.text).not.toContain("US tool");
    expect(eu?.text).toMatch(
      /one more change, which does not concern you\.\s+The list of what concerns you:\s+https:\/\/registry\.example\/\?region=eu&lang=en\n/,
    );
    expect(eu?.text).not.toContain("You can object");
    expect(eu?.text).not.toContain("approval");
    const [us] = await r.messages("dpo@us.example");
    expect(us?.text).toContain("US tool");
    expect(us?.text).toContain("Used by all");
    const page = await (await r.get(await respondLink(r, "dpo@eu.example", number), { key: null })).text();
    expect(page).not.toContain("US tool");
    expect(page).toContain("Used by all");
  });

  test("the removal does not wait where its date says so, and each says its own day", async () => {
    const { r, number } = await drafted();
    await dates(r, number, { "used-by-all": "2026-03-01" });
    expect(await announce(r, number, { effectiveOn: "2026-04-01" })).toMatchObject({
      state: "announced",
      effectiveOn: "2026-04-01",
    });
    expect(await daysOf(r, number)).toEqual({ "us-tool": "2026-04-01", "used-by-all": "2026-03-01" });
    expect(await listed(r, "2026-03-01")).toEqual([]);
    expect(await listed(r, "2026-04-01")).toEqual(["us-tool"]);
    await r.drain();
    expect((await r.messages("dpo@eu.example"))[0]?.subject).toContain("is no longer a subprocessor");
    const [us] = await r.messages("dpo@us.example");
    expect(us?.subject).toContain("2 changes to our subprocessors from 1 March 2026 on");
    expect(us?.text.replace(/\s+/g, " ")).toContain(
      "- US tool: 1 April 2026, start of day UTC - Used by all: 1 March 2026",
    );
    expect(us?.text).toContain("In effect since 1 March 2026.");
    expect(us?.text).toContain("From 1 April 2026.");
    const page = await (await r.get(`/changes/${number}`, { key: null })).text();
    expect(page).toContain("since 1 March 2026");
    expect(page).toContain("from 1 April 2026");
    const calendar = await (await r.get(`/changes/${number}/calendar.ics`, { key: null })).text();
    expect(calendar).toContain("DTSTART;VALUE=DATE:20260401");
    expect(calendar).toContain("DTSTART;VALUE=DATE:20260301");
    r.setTime("2026-04-01T09:00:00Z");
    expect(await r.json("GET", `/v1/change-sets/${number}`, 200)).toMatchObject({ state: "effective" });
    await expectProof(r, number);
  });
});

describe("the dates of a draft's changes", () => {
  test("are taken back by null, and are the set's then", async () => {
    const r = await withRegions();
    const number = await addsAndRemoves(r);
    await dates(r, number, { "used-by-all": "2026-03-10" });
    expect(await daysOf(r, number)).toMatchObject({ "used-by-all": "2026-03-10" });
    await dates(r, number, { "used-by-all": null });
    await announce(r, number, { effectiveOn: "2026-04-01" });
    expect(await daysOf(r, number)).toEqual({ "us-tool": "2026-04-01", "used-by-all": "2026-04-01" });
  });

  test("must not be past, nor of a vendor that the set does not change, nor before the periods of whom the change concerns", async () => {
    const r = await withRegions();
    const number = await addsAndRemoves(r);
    const before = await r.stored();
    const patch = (changes: object) => r.call("PATCH", `/v1/change-sets/${number}`, { body: { changes } });
    const past = await expectProblem(
      await patch({ "us-tool": { effectiveOn: "2026-02-28" } }),
      422,
      "effective-date-in-the-past",
    );
    expect(past.errors).toMatchObject([{ pointer: "/changes/us-tool/effectiveOn" }]);
    const unknown = await expectProblem(await patch({ other: { effectiveOn: null } }), 422, "invalid-request");
    expect(unknown.errors).toMatchObject([{ pointer: "/changes/other" }]);
    await expectProblem(await patch({ "us-tool": { effectiveOn: "soon" } }), 422, "invalid-request");
    expect(await r.stored()).toEqual(before);
    await dates(r, number, { "us-tool": "2026-03-31" });
    const early = await expectProblem(
      await r.post(`/v1/change-sets/${number}/announce`, { effectiveOn: "2026-05-01" }),
      422,
      "effective-date-too-early",
    );
    expect(early.errors).toMatchObject([{ pointer: "/changes/us-tool/effectiveOn" }]);
    expect(early).toMatchObject({ earliest: "2026-04-01" });
  });

  test("are part of what is approved", async () => {
    const r = await withRegions({ approvalsRequired: 0 });
    const number = await addsAndRemoves(r);
    const { draftHash } = await r.json("GET", `/v1/change-sets/${number}/preview`, 200);
    await dates(r, number, { "used-by-all": "2026-03-10" });
    await expectProblem(
      await r.post(`/v1/change-sets/${number}/announce`, { effectiveOn: "2026-04-01", draftHash }),
      409,
      "draft-changed",
    );
  });
});

describe("a set of which one change takes an approval", () => {
  async function announced() {
    const r = await withRegions();
    await customer(r, "strict", { authorisation: "specific", hostingRegions: ["eu"] });
    await customer(r, "us", { hostingRegions: ["us"] });
    const add = (name: string, region: string, query = "") => {
      const body = vendor({ name, services: [service({ hostingRegions: [region] })] });
      return r.json("POST", `/v1/vendors${query}`, 201, { body });
    };
    const { changeSet } = await add("EU tool", "eu");
    const number: number = changeSet.number;
    await add("US tool", "us", `?changeSet=${number}`);
    await r.json("DELETE", `/v1/vendors/used-by-all?changeSet=${number}`, 200);
    await announce(r, number, { effectiveOn: "2026-04-01" });
    await r.drain();
    return { r, number };
  }

  test("the others come into force without it, and it when it is given", async () => {
    const { r, number } = await announced();
    expect(await daysOf(r, number)).toEqual({
      "eu-tool": "2026-04-01, waits",
      "us-tool": "2026-04-01",
      "used-by-all": "2026-04-01",
    });
    expect(await r.json("GET", `/v1/change-sets/${number}`, 200)).toMatchObject({
      awaitsApproval: true,
      approvals: { required: ["strict"], missing: ["strict"], releasedOn: null },
    });
    r.setTime("2026-04-02T09:00:00Z");
    expect(await listed(r, "2026-04-02")).toEqual(["us-tool"]);
    expect(await r.json("GET", `/v1/change-sets/${number}`, 200)).toMatchObject({ state: "announced" });
    await expectProof(r, number);
    const link = await respondLink(r, "dpo@strict.example", number);
    expect((await respond(r, link, { kind: "approved", customer: "strict" })).status).toBe(200);
    expect(await listed(r, "2026-04-02")).toEqual(["eu-tool", "us-tool"]);
    expect(await r.json("GET", `/v1/change-sets/${number}`, 200)).toMatchObject({ state: "effective" });
    await expectProof(r, number);
  });

  test("an approval taken back holds that change alone", async () => {
    const { r, number } = await announced();
    const link = await respondLink(r, "dpo@strict.example", number);
    await respond(r, link, { kind: "approved", customer: "strict" });
    expect(await daysOf(r, number)).toMatchObject({ "eu-tool": "2026-04-01" });
    await respond(r, link, { kind: "objected", customer: "strict", text: "Not after all." });
    expect(await daysOf(r, number)).toEqual({
      "eu-tool": "2026-04-01, waits",
      "us-tool": "2026-04-01",
      "used-by-all": "2026-04-01",
    });
    const [entry] = await r.rows(
      "select data from audit_log where action = 'change-set.held' order by sequence desc limit 1",
    );
    expect(JSON.parse(String(entry?.data))).toMatchObject({ releasedOn: null, changes: ["eu-tool"] });
    await expectProof(r, number);
  });

  test("a waiver lets go what waits, and says why of that alone", async () => {
    const { r, number } = await announced();
    const set = await r.json("POST", `/v1/change-sets/${number}/waive-approvals`, 200, {
      body: { reason: "By letter." },
    });
    expect(set.changes.map((each: { releasedReason: string | null }) => each.releasedReason)).toEqual([
      "By letter.",
      null,
      null,
    ]);
    await expectProof(r, number);
  });

  test("a later change of the vendor that waits waits with it, and one of another vendor does not", async () => {
    const { r } = await announced();
    const rename = (slug: string) =>
      r.json("PATCH", `/v1/vendors/${slug}?announce=true&effectiveOn=2026-06-01`, 200, {
        body: { services: [service({ purpose: "Archive", hostingRegions: [slug.slice(0, 2)] })] },
      });
    const [waiting, free] = [await rename("eu-tool"), await rename("us-tool")];
    await customer(r, "none", { contacts: [] });
    expect(await daysOf(r, waiting.changeSet.number)).toEqual({ "eu-tool": "2026-06-01, waits" });
    expect(await daysOf(r, free.changeSet.number)).toEqual({ "us-tool": "2026-06-01" });
  });
});

/** A set that is announced and adds a tool for each region. Gives its number. */
async function announcedForEach(r: Registry): Promise<number> {
  const add = (name: string, region: string, query = "") =>
    r.json("POST", `/v1/vendors${query}`, 201, {
      body: vendor({ name, services: [service({ hostingRegions: [region] })] }),
    });
  const { changeSet } = await add("EU tool", "eu");
  const number: number = changeSet.number;
  await add("US tool", "us", `?changeSet=${number}`);
  await announce(r, number, { effectiveOn: "2026-04-20" });
  await r.drain();
  return number;
}

test("a customer that comes to use more is told of what concerns it since, and waits for that alone", async () => {
  const r = await withRegions();
  const put = (regions: string[], more: object = {}) =>
    r.json("PUT", "/v1/customers/grows", regions.length > 1 ? 200 : 201, {
      body: { name: "Grows", hostingRegions: regions, contacts: [{ email: "dpo@grows.example" }], ...more },
    });
  await put(["eu"], { authorisation: "specific" });
  const number = await announcedForEach(r);
  expect(await daysOf(r, number)).toEqual({ "eu-tool": "2026-04-20, waits", "us-tool": "2026-04-20" });
  r.setTime("2026-03-10T09:00:00Z");

  await put(["eu", "us"], { authorisation: "specific" });
  await r.drain();

  const { customers } = await r.json("GET", `/v1/change-sets/${number}/evidence`, 200);
  expect(customers).toMatchObject([
    { externalId: "grows", changes: ["eu-tool"], since: null, lastDayToObjectOn: "2026-03-31" },
    { externalId: "grows", changes: ["us-tool"], since: "2026-03-10T09:00:00.000Z", lastDayToObjectOn: "2026-04-09" },
  ]);
  expect(await daysOf(r, number)).toEqual({ "eu-tool": "2026-04-20, waits", "us-tool": "2026-04-20, waits" });
  const mails = await r.messages("dpo@grows.example");
  expect(mails).toHaveLength(2);
  expect(mails[0]?.text).not.toContain("US tool");
  expect(mails[1]?.text).toContain("US tool");
  await put(["eu", "us"], { authorisation: "specific", name: "Grown" });
  await r.drain();
  expect(await r.messages("dpo@grows.example")).toHaveLength(2);
  await expectProof(r, number);
  const link = await respondLink(r, "dpo@grows.example", number);
  expect((await respond(r, link, { kind: "approved", customer: "grows" })).status).toBe(200);
  expect(await daysOf(r, number)).toEqual({ "eu-tool": "2026-04-20", "us-tool": "2026-04-20" });
  await expectProof(r, number);
});

test("an approval given before a change came to concern the customer does not approve that change", async () => {
  const r = await withRegions();
  const put = (regions: string[]) =>
    r.json("PUT", "/v1/customers/grows", regions.length > 1 ? 200 : 201, {
      body: {
        name: "Grows",
        authorisation: "specific",
        hostingRegions: regions,
        contacts: [{ email: "dpo@grows.example" }],
      },
    });
  await put(["eu"]);
  const number = await announcedForEach(r);
  const link = await respondLink(r, "dpo@grows.example", number);
  const approval = { kind: "approved", customer: "grows" };
  await respond(r, link, approval);
  expect(await daysOf(r, number)).toEqual({ "eu-tool": "2026-04-20", "us-tool": "2026-04-20" });
  r.setTime("2026-03-10T09:00:00Z");
  await put(["eu", "us"]);
  expect(await daysOf(r, number)).toEqual({ "eu-tool": "2026-04-20", "us-tool": "2026-04-20, waits" });
  expect(await r.json("GET", `/v1/change-sets/${number}`, 200)).toMatchObject({ approvals: { missing: ["grows"] } });
  await expectProof(r, number);
  await respond(r, link, approval);
  expect(await daysOf(r, number)).toEqual({ "eu-tool": "2026-04-20", "us-tool": "2026-04-20" });
  await expectProof(r, number);
});

test("a follower who chose a product reads of the changes for it, and nothing of a set without one", async () => {
  const products = [
    { key: "app", name: "App" },
    { key: "shop", name: "Shop" },
  ];
  const r = await registry({ now: NOW });
  await r.organisation({ name: "Firma", timeZone: "UTC", products });
  for (const [email, chosen] of [
    ["app@reader.example", ["app"]],
    ["shop@reader.example", ["shop"]],
    ["all@reader.example", []],
  ] as const)
    await r.json("POST", "/v1/subscribers", 201, { body: { email, confirmed: true, products: chosen } });
  const add = (name: string, product: string, query = "") =>
    r.json("POST", `/v1/vendors${query}`, 201, {
      body: vendor({ name, services: [service({ products: [product] })] }),
    });
  const { changeSet } = await add("App tool", "app");
  await add("Shop tool", "shop", `?changeSet=${changeSet.number}`);
  await announce(r, changeSet.number, { effectiveOn: "2026-05-01" });
  await r.drain();
  const names = async (email: string) =>
    ["App tool", "Shop tool"].filter((name) => JSON.stringify(mailsOf[email]).includes(name));
  const mailsOf = Object.fromEntries(
    await Promise.all(
      ["app", "shop", "all"].map(async (who) => [who, await r.messages(`${who}@reader.example`)] as const),
    ),
  );
  expect(await names("app")).toEqual(["App tool"]);
  expect(await names("shop")).toEqual(["Shop tool"]);
  expect(await names("all")).toEqual(["App tool", "Shop tool"]);
  await expectProof(r, changeSet.number);
});
