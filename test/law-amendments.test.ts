import { expect, test } from "vitest";
import { createApp } from "../src/app.ts";
import { oweFindings } from "../src/registry/changes/findings/weekly.ts";
import { currentLaw } from "../src/transfers/index.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";
import { tamper } from "./setup/tamper.ts";
import { runVerify } from "./setup/verify.ts";

const DPF = { mechanism: "dpf", regimes: ["eu"], checkedOn: "2026-10-01" };
const inUs = (safeguards: object[] = [DPF]) => ({ locations: [{ country: "US" }], safeguards });
const why = { source: "https://curia.example/C-703-25-P", reason: "The decision was annulled." };
const fall = (endsOn = "2026-11-24") => ({ kind: "end", rule: "eu-us-dpf", endsOn, ...why });
const kenya = (more = {}) => ({
  kind: "adequacy",
  regime: "eu",
  territories: ["KE"],
  startsOn: "2026-12-01",
  title: "Implementing Decision (EU) 2026/2000",
  ...why,
  ...more,
});

const amend = (r: Registry, body: object) => r.json("POST", "/v1/law/amendments", 201, { body });

const verdicts = async (r: Registry, query = "") =>
  (await r.json("GET", `/v1/transfers${query}`, 200)).data.map((row: Record<string, unknown>) => row.verdict);

/** A list of one company in the United States, as another process that has been open for long shows it. */
async function opened() {
  const r = await registry();
  await r.organisation({ regimes: ["eu"], privacyEmail: "privacy@acme.example" });
  await r.listed(vendor({ slug: "harbor", country: "US" }, { key: "main", ...inUs() }));
  const other = createApp(() => ({ deps: r.deps, ip: "203.0.113.8", gate: () => Promise.resolve(true) }));
  const page = async (path = "/") => (await other.request(path)).text();
  expect(await page()).toContain("covered by the EU-US Data Privacy Framework");
  return { r, page };
}

test("a decision that falls on a Tuesday covers nothing from that day on, in every open process, without a release", async () => {
  const { r, page } = await opened();
  // Monday: the judgment is known to come.
  r.setTime("2026-11-23T09:00:00Z");
  expect(await amend(r, fall())).toEqual({ number: 1, on: "2026-11-23", amendment: fall() });
  expect(await verdicts(r)).toEqual(["adequate"]);
  expect(await verdicts(r, "?at=2026-11-24")).toEqual(["gap"]);
  expect((await r.json("GET", "/v1/transfers?expiring=30", 200)).data).toMatchObject([
    { vendor: "harbor", before: { until: "2026-11-23" }, after: { verdict: "gap" } },
  ]);
  expect(await page()).toContain("covered by the EU-US Data Privacy Framework");

  r.setTime("2026-11-24T09:00:00Z");
  expect(await verdicts(r)).toEqual(["gap"]);
  expect(await page()).toContain("no transfer tool stated covers this place (United States)");
  expect(await page()).toMatch(/Adequacy data of [^<]+, amended on 23 November 2026/);
  expect(await page("/?at=2026-11-23")).toContain("covered by the EU-US Data Privacy Framework");
  const file = JSON.parse(await page("/subprocessors.json"));
  expect(file).toMatchObject({
    adequacyDataOn: currentLaw.version,
    adequacyDataAmendedOn: "2026-11-23",
    vendors: [{ transfers: [{ basis: "unfit", rule: null }] }],
  });
  const { data } = await r.json("GET", "/v1/findings?code=gap", 200);
  expect(data).toMatchObject([{ vendor: "harbor", regimes: ["eu"] }]);
  expect((await r.json("GET", "/v1/vendors/harbor", 200)).transfers).toMatchObject([{ verdict: "gap" }]);
  // What falls already cannot be thought away once more.
  expect((await r.json("GET", "/v1/transfers?without=eu-us-dpf", 200)).data).toEqual([]);
});

test("the mails and findings of a change are by the amended law", async () => {
  const { r } = await opened();
  await amend(r, fall("2026-12-01"));
  const added = { ...vendor({ slug: "mill", name: "Mill", country: "US" }, inUs()) };
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: added });
  await r.json("PATCH", `/v1/change-sets/${changeSet.number}`, 200, { body: { effectiveOn: "2027-01-15" } });
  const preview = await r.json("GET", `/v1/change-sets/${changeSet.number}/preview`, 200);
  expect(preview.changeSet.changes[0].verdictChanges).toMatchObject([{ after: { verdict: "gap" } }]);
  expect(preview.findings.map(({ code }: { code: string }) => code)).toContain("gap");
  expect(preview.mails[0].text).toContain("no transfer tool stated covers this place");
});

test("an adequacy decision that is added covers its territories from its day, and is cited by its own title", async () => {
  const r = await registry();
  await r.organisation({ regimes: ["eu", "uk"] });
  await r.listed(vendor({ slug: "savanna" }, { locations: [{ country: "KE" }], safeguards: [] }));
  await amend(r, kenya());
  expect(await verdicts(r)).toEqual(["gap", "gap"]);
  r.setTime("2026-12-01T09:00:00Z");
  const { data, lawAmendedOn } = await r.json("GET", "/v1/transfers", 200);
  expect(data).toMatchObject([
    {
      regime: "eu",
      verdict: "adequate",
      rules: ["eu-amendment-1"],
      source: why.source,
      reason: "EU: Kenya is recognised as adequate (Implementing Decision (EU) 2026/2000).",
    },
    { regime: "uk", verdict: "gap" },
  ]);
  expect(lawAmendedOn).toBe("2026-11-21");
  const what = await r.json("GET", "/v1/transfers?without=eu-amendment-1", 200);
  expect(what.data).toMatchObject([{ vendor: "savanna", after: { verdict: "gap" } }]);
  // It can be ended like any other.
  await amend(r, { kind: "end", rule: "eu-amendment-1", endsOn: "2027-01-01", ...why });
  expect(await verdicts(r, "?at=2027-01-01")).toEqual(["gap", "gap"]);
});

test("the law is shown with its edition, its age, its rules and what was added", async () => {
  const r = await registry({ now: "2027-01-05T09:00:00Z" });
  await r.organisation();
  await amend(r, fall());
  const law = await r.json("GET", "/v1/law", 200);
  expect(law).toMatchObject({
    edition: currentLaw.version,
    age: 40,
    amendments: [{ number: 1, on: "2027-01-05", amendment: fall() }],
  });
  const rule = (id: string) => law.rules.find((each: { id: string }) => each.id === id);
  expect(law.rules).toHaveLength(currentLaw.decisions.length + currentLaw.mechanisms.length);
  expect(rule("eu-us-dpf")).toMatchObject({ until: "2026-11-23", scope: "certified", amendment: 1 });
  expect(rule("eu-scc")).toMatchObject({ mechanism: "scc", until: null, confidence: "verified" });
  expect(rule("eu-gb")).not.toHaveProperty("amendment");
});

test("an amendment is taken back by another, and both stay recorded", async () => {
  const { r, page } = await opened();
  await amend(r, fall());
  r.setTime("2026-11-25T09:00:00Z");
  expect(await page()).toContain("no transfer tool stated covers this place");
  await amend(r, { kind: "take-back", number: 1, reason: "The judgment dismissed the appeal." });
  expect(await page()).toContain("covered by the EU-US Data Privacy Framework");
  expect(await verdicts(r, "?at=2026-11-24")).toEqual(["adequate"]);
  const { amendments } = await r.json("GET", "/v1/law", 200);
  expect(amendments.map(({ amendment: { kind } }: { amendment: { kind: string } }) => kind)).toEqual([
    "end",
    "take-back",
  ]);
  // What was taken back can be made anew.
  expect(await amend(r, fall("2026-11-26"))).toMatchObject({ number: 3 });
  expect(await verdicts(r, "?at=2026-11-26")).toEqual(["gap"]);
});

test.each<[string, object, string]>([
  ["a rule there is not", { ...fall(), rule: "eu-us-dfp" }, "/rule"],
  ["a day on which the rule had not begun", fall("2023-07-10"), "/endsOn"],
  ["a day after the rule ends anyway", { ...fall("2032-01-01"), rule: "eu-gb" }, "/endsOn"],
  ["a day there is not", fall("2026-02-30"), "/endsOn"],
  ["a source that is no address", { ...fall(), source: "the news" }, "/source"],
  ["no reason", { ...fall(), reason: "" }, "/reason"],
  ["an area as a territory", kenya({ territories: ["150"] }), "/territories/0"],
  ["a territory twice", kenya({ territories: ["KE", "KE"] }), "/territories/1"],
  ["a territory that is covered then", kenya({ territories: ["KE", "BR"] }), "/territories/1"],
  ["a territory where the regime applies", kenya({ territories: ["FR"] }), "/territories/0"],
  ["a member of the area that the regime recognises", kenya({ regime: "uk", territories: ["FR"] }), "/territories/0"],
  ["an end before the beginning", kenya({ endsOn: "2026-12-01" }), "/endsOn"],
  ["a kind there is not", { ...fall(), kind: "mend" }, "/kind"],
  ["an amendment there is not", { kind: "take-back", number: 7, reason: "A mistake." }, "/number"],
  ["a member there is not", { ...fall(), until: "2026-11-24" }, "/until"],
])("%s is refused, and nothing is written", async (_, body, pointer) => {
  const r = await registry();
  await r.organisation();
  const before = await r.stored();
  await expectProblem(await r.post("/v1/law/amendments", body), 422, "invalid-request", pointer);
  expect(await r.stored()).toEqual(before);
});

test("two decisions never cover a place at once, and one taken back is not taken back again", async () => {
  const r = await registry();
  await r.organisation();
  await amend(r, fall());
  await amend(r, kenya({ territories: ["US"], scope: "certified", title: "The next framework" }));
  const refused = (body: object) => r.post("/v1/law/amendments", body).then((each) => each.status);
  // The framework would come back beside its successor.
  expect(await refused({ kind: "take-back", number: 1, reason: "A mistake." })).toBe(422);
  await amend(r, { kind: "take-back", number: 2, reason: "It was a draft." });
  expect(await refused({ kind: "take-back", number: 2, reason: "Again." })).toBe(422);
  expect(await refused({ kind: "take-back", number: 3, reason: "Again." })).toBe(422);
  await amend(r, { kind: "take-back", number: 1, reason: "A mistake." });
});

test("only an admin amends the law; a repeated request does so once", async () => {
  const r = await registry();
  await r.organisation();
  const key = await r.key("read", "write", "announce");
  await expectProblem(await r.post("/v1/law/amendments", fall(), { key }), 403, "insufficient-scope");
  expect((await r.get("/v1/law", { key })).status).toBe(200);
  const headers = { "idempotency-key": "the-judgment" };
  const answers = [
    await r.post("/v1/law/amendments", fall(), { headers }),
    await r.post("/v1/law/amendments", fall(), { headers }),
  ];
  expect(await Promise.all(answers.map((each) => each.json()))).toMatchObject([{ number: 1 }, { number: 1 }]);
  expect((await r.json("GET", "/v1/law", 200)).amendments).toHaveLength(1);
});

test("an amendment is logged, published as a version, and in the pack of a change set; whoever changes it is found", async () => {
  const { r } = await opened();
  await amend(r, fall());
  const added = vendor({ slug: "mill", country: "FR" }, { safeguards: [] });
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-15", 201, { body: added });
  const { data: entries } = await r.json("GET", "/v1/audit?action=law.amended", 200);
  expect(entries).toMatchObject([{ subject: "law:1", action: "law.amended" }]);
  const logged = entries[0].data;
  expect(logged).toMatchObject({ number: 1, on: "2026-11-21", amendment: fall() });
  const [version] = await r.rows(`select content, cause from snapshots where hash = '${logged.snapshot}'`);
  expect(version?.cause).toBe("law.amended");
  expect(JSON.parse(String(version?.content)).law).toEqual({
    edition: currentLaw.version,
    amendments: [{ number: 1, on: "2026-11-21", amendment: fall() }],
  });
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  const pack = Buffer.from(await (await r.get("/v1/change-sets/2/evidence.zip")).arrayBuffer());
  expect((await runVerify(pack)).code).toBe(0);

  const other = JSON.stringify(logged).replace("eu-us-dpf", "uk-us-dpf");
  await r.db.transaction((tx) => tamper(tx, `update audit_log set data = '${other}' where action = 'law.amended'`));
  const { bad } = await r.json("GET", "/v1/audit/verify", 200);
  expect(bad.map(({ table }: { table: string }) => table)).toEqual(["audit", "snapshot"]);
});

test("an edition that is more than 180 days old says so on the page", async () => {
  const { r, page } = await opened();
  expect(await page()).not.toContain("180 days");
  r.setTime("2027-05-25T12:00:00Z");
  expect(await page()).not.toContain("180 days");
  r.setTime("2027-05-26T09:00:00Z");
  expect(await page()).toContain("more than 180 days old");
});

test("an edition that is old is found, first of all, and told to the organisation once", async () => {
  const { r } = await opened();
  const found = async (query = "") => (await r.json("GET", `/v1/findings${query}`, 200)).data;
  r.setTime("2027-05-25T12:00:00Z");
  expect(await found("?code=law-outdated")).toEqual([]);
  r.setTime("2027-05-26T12:00:00Z");
  const [first, ...others] = await found();
  expect(first).toMatchObject({
    vendor: null,
    changeSet: null,
    code: "law-outdated",
    severity: "warning",
    on: "2027-05-26",
    message: expect.stringMatching(/^What is known of the law here is of 26 November 2026, more than 180 days ago/),
  });
  expect(others.every(({ code }: { code: string }) => code !== "law-outdated")).toBe(true);
  const { data, next } = await r.json("GET", "/v1/findings?limit=1", 200);
  expect(data).toMatchObject([{ code: "law-outdated" }]);
  expect(await found(`?limit=200&cursor=${next}`)).toEqual(others);
  expect(await found("?vendor=harbor&code=law-outdated")).toEqual([]);
  await oweFindings(r.deps);
  await r.drain();
  r.setTime("2027-06-26T12:00:00Z");
  await oweFindings(r.deps);
  await r.drain();
  const mails = (await r.messages("privacy@acme.example")).filter(({ text }) => /known of the law here/.test(text));
  expect(mails).toHaveLength(1);
});
