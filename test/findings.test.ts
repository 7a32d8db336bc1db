import { expect, test } from "vitest";
import { Organisation } from "../src/model/organisation-document.ts";
import { VendorInput } from "../src/model/vendor/vendor-document.ts";
import { loadBaseline } from "../src/registry/changes/baseline.ts";
import { oweFindings } from "../src/registry/changes/findings/weekly.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

type Json = Record<string, unknown>;
type Found = { vendor: string; code: string; severity: string; pointer: string; changeSet: number; on: string };

const findings = async (r: Registry, query = ""): Promise<Found[]> =>
  (await r.json("GET", `/v1/findings${query}`, 200)).data;
const codesOf = (found: Found[]) => found.map(({ vendor, code }) => `${vendor} ${code}`);

/** Nothing is left to remark on but what a test gives it. */
const complete = (slug: string, service: Json = {}, fields: Json = {}) =>
  vendor(
    {
      slug,
      legalName: `${slug} Company`,
      address: "1 Main Street",
      contact: { email: `privacy@${slug}.example` },
      dpaUrl: `https://${slug}.example/dpa`,
      ...fields,
    },
    service,
  );

const scc = { mechanism: "scc", module: 3, regimes: ["eu"], backup: true };
const dpf = (more: Json = {}) => ({ mechanism: "dpf", regimes: ["eu"], checkedOn: "2026-10-01", ...more });
const inUs = (...safeguards: Json[]) => ({ locations: [{ country: "US" }], safeguards });

/** The Data Privacy Framework for a company in India: an error. */
const contradictory = (slug: string) =>
  complete(slug, { locations: [{ country: "IN" }], safeguards: [dpf(), scc] }, { country: "IN" });

async function draft(r: Registry, ...vendors: Json[]): Promise<number> {
  const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
  for (const body of vendors) await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body });
  return number;
}

const announce = (r: Registry, number: number, body: Json = {}) =>
  r.post(`/v1/change-sets/${number}/announce`, { effectiveOn: "2027-01-15", ...body });

/** Changes a vendor's services for a day, whatever nothing covers then. */
async function moved(r: Registry, slug: string, service: Json): Promise<void> {
  const body = { services: [{ key: "main", dataCategories: ["Contact data"], ...service }] };
  const { changeSet } = await r.json("PATCH", `/v1/vendors/${slug}?effectiveOn=2026-12-22`, 200, { body });
  const accepting = { effectiveOn: "2026-12-22", acceptFindings: ["gap"], acceptFindingsReason: "Being signed." };
  expect((await announce(r, changeSet.number, accepting)).status).toBe(200);
}

async function start(settings: Json = {}): Promise<Registry> {
  const r = await registry();
  await r.organisation(settings);
  return r;
}

test("findings are those of the list in force today, by vendor, the gravest first, and none of drafts", async () => {
  const r = await start();
  await r.listed(
    complete("mill", inUs(dpf({ checkedOn: "2025-11-20" })), { country: "US" }),
    complete("harbor", inUs(), { address: undefined }),
    complete("quiet", {}, { country: "FR" }),
  );
  await draft(r, complete("drafted", inUs()));
  const found = await findings(r);
  expect(codesOf(found)).toEqual(["harbor gap", "harbor no-address", "mill dpf-unchecked", "mill dpf-without-backup"]);
  expect(found[0]).toEqual({
    vendor: "harbor",
    code: "gap",
    severity: "warning",
    pointer: "/services/0/locations/0",
    message: expect.stringContaining("EU: no transfer tool is stated for the United States."),
    source: expect.stringContaining("GDPR"),
    regimes: ["eu"],
    changeSet: 1,
    on: "2026-11-21",
  });
});

test("of what is announced to come, that is found which is not found of the vendor already, for the day it takes effect", async () => {
  const r = await start();
  await r.listed(complete("harbor", inUs(scc), { address: undefined }), complete("leaving", inUs()));
  await moved(r, "harbor", inUs());
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-10-02", 201, {
    body: complete("later", inUs(dpf(), scc), { country: "US" }),
  });
  await r.json("DELETE", "/v1/vendors/leaving?announce=true&effectiveOn=2026-12-22", 200);
  const found = await findings(r);
  expect(found.map(({ vendor, code, changeSet, on }) => [vendor, code, changeSet, on])).toEqual([
    ["harbor", "no-address", 1, "2026-11-21"],
    ["harbor", "gap", 2, "2026-12-22"],
    ["later", "dpf-unchecked", 3, "2027-10-02"],
    ["leaving", "gap", 1, "2026-11-21"],
  ]);
});

test("another fact at the same place of what is to come is not hidden by the one there is", async () => {
  const r = await start();
  await r.listed(complete("harbor", { locations: [{ country: "IN" }] }));
  await moved(r, "harbor", { locations: [{ country: "VN" }] });
  const found = (await findings(r)) as (Found & { message: string })[];
  expect(found.map(({ pointer, changeSet, message }) => [pointer, changeSet, message])).toEqual([
    ["/services/0/locations/0", 1, expect.stringContaining("India")],
    ["/services/0/locations/0", 2, expect.stringContaining("Vietnam")],
  ]);
});

test("findings are filtered by vendor, severity and code, and paged without a gap or a repeat", async () => {
  const r = await start({ regimes: ["eu", "uk", "ch"] });
  await r.listed(
    ...["a", "b", "c"].map((slug) =>
      complete(slug, { locations: [{ country: "US" }, { country: "IN" }] }, { contact: {} }),
    ),
  );
  const all = await findings(r);
  expect(all.length).toBeGreaterThan(9);
  expect(new Set((await findings(r, "?vendor=b")).map(({ vendor }) => vendor))).toEqual(new Set(["b"]));
  expect(new Set((await findings(r, "?severity=info")).map(({ code }) => code))).toEqual(new Set(["no-contact"]));
  expect(codesOf(await findings(r, "?code=no-contact&vendor=c"))).toEqual(["c no-contact"]);
  expect(await findings(r, "?vendor=nobody")).toEqual([]);
  const paged: Found[] = [];
  for (let cursor = ""; ; ) {
    const { data, next } = await r.json("GET", `/v1/findings?limit=2${cursor}`, 200);
    paged.push(...data);
    if (next === null) break;
    cursor = `&cursor=${next}`;
  }
  expect(paged).toEqual(all);
});

test.each([
  ["?severity=fatal", "/query/severity"],
  ["?code=nonsense", "/query/code"],
  ["?vendor=No%20Body", "/query/vendor"],
  ["?cursor=bm9uZQ", "/query/cursor"],
  ["?at=2026-01-01", "/query/at"],
])("%s is refused, and the pointer names it", async (query, pointer) => {
  const r = await registry();
  await expectProblem(await r.get(`/v1/findings${query}`), 422, "invalid-request", pointer);
});

test("the preview names what is found about the vendors of the set, for the date it would take effect, and beside each other", async () => {
  const r = await start();
  await r.listed(complete("listed", inUs()));
  const number = await draft(
    r,
    complete("harbor", inUs(dpf({ checkedOn: "2025-12-20" }), scc), { legalName: "Same, Inc.", country: "US" }),
    complete("mill", inUs(scc), { legalName: "Same Inc", country: "US" }),
  );
  const preview = await r.json("GET", `/v1/change-sets/${number}/preview`, 200);
  expect(preview.earliestEffectiveOn).toBe("2026-12-22");
  expect(codesOf(preview.findings)).toEqual([
    "harbor dpf-unchecked",
    "harbor shared-legal-entity",
    "mill shared-legal-entity",
  ]);
});

test("an error blocks announcing, named with its vendor, and nothing is written or owed", async () => {
  const r = await start();
  await r.follower("reader@customer.example");
  const number = await draft(r, contradictory("harbor"), complete("mill", inUs(scc)));
  const before = await r.stored();
  const problem = await expectProblem(
    await announce(r, number),
    409,
    "findings-not-accepted",
    "/services/0/safeguards/0",
  );
  expect(Object.keys((problem.findings as Json[])[0] ?? {}).sort()).toEqual(
    ["vendor", "code", "severity", "pointer", "message", "source"].sort(),
  );
  expect(problem).toMatchObject({
    detail: expect.stringContaining('acceptFindings ["dpf-outside-us"]'),
    errors: [{ detail: expect.stringContaining("only companies in the United States can be certified") }],
    findings: [{ vendor: "harbor", code: "dpf-outside-us", severity: "error", pointer: "/services/0/safeguards/0" }],
  });
  expect(await r.stored()).toEqual(before);
});

test("an error accepted by its code, with a reason, is announced, and the audit log says so; another is not", async () => {
  const r = await start();
  const adequacy = { locations: [{ country: "IN" }], safeguards: [{ mechanism: "adequacy" }, scc] };
  const number = await draft(r, contradictory("harbor"), complete("mill", adequacy));
  const because = { acceptFindingsReason: "The vendor has shown us its certificate." };
  const one = await announce(r, number, { acceptFindings: ["dpf-outside-us", "gap"], ...because });
  const problem = await expectProblem(one, 409, "findings-not-accepted");
  expect(problem.findings).toMatchObject([{ vendor: "mill", code: "adequacy-absent" }]);

  const both = await announce(r, number, { acceptFindings: ["dpf-outside-us", "adequacy-absent"], ...because });
  expect([both.status, (await both.json()).state]).toEqual([200, "announced"]);
  const [entry] = await r.rows("select data from audit_log where action = 'change-set.announced'");
  expect(JSON.parse(String(entry?.data)).acceptedFindings).toEqual({
    reason: because.acceptFindingsReason,
    findings: [
      { vendor: "harbor", code: "dpf-outside-us", pointer: "/services/0/safeguards/0" },
      { vendor: "mill", code: "adequacy-absent", pointer: "/services/0/safeguards/0" },
    ],
  });
});

test("where there is no error, nothing is accepted, and the audit log claims nothing", async () => {
  const r = await start();
  const number = await draft(r, complete("harbor", inUs(scc)));
  const announced = await announce(r, number, { acceptFindings: ["gap"], acceptFindingsReason: "Known." });
  expect(announced.status).toBe(200);
  const [entry] = await r.rows("select data from audit_log where action = 'change-set.announced'");
  expect(JSON.parse(String(entry?.data)).acceptedFindings).toBeNull();
});

test.each([
  [{ acceptFindings: ["dpf-outside-us"] }, "/acceptFindingsReason"],
  [{ acceptFindings: ["dpf-outside-us"], acceptFindingsReason: "" }, "/acceptFindingsReason"],
  [{ acceptFindingsReason: "Because." }, "/acceptFindings"],
  [{ acceptFindings: [], acceptFindingsReason: "Because." }, "/acceptFindings"],
  [{ acceptFindings: ["nonsense"], acceptFindingsReason: "Because." }, "/acceptFindings/0"],
  [{ acceptFindings: "dpf-outside-us", acceptFindingsReason: "Because." }, "/acceptFindings"],
  [{ acceptFindings: { codes: ["dpf-outside-us"] }, acceptFindingsReason: "Because." }, "/acceptFindings"],
])("accepting by %o is refused, and the pointer names it", async (body, pointer) => {
  const r = await start();
  const number = await draft(r, contradictory("harbor"));
  const before = await r.stored();
  await expectProblem(await announce(r, number, body), 422, "invalid-request", pointer);
  expect(await r.stored()).toEqual(before);
});

test("a transfer that nothing covers is announced once somebody accepts it, with a reason, and needs that once", async () => {
  const r = await start();
  const number = await draft(r, complete("harbor", inUs()));
  const before = await r.stored();
  const problem = await expectProblem(await announce(r, number), 409, "findings-not-accepted");
  expect(problem.findings).toMatchObject([{ vendor: "harbor", code: "gap", severity: "warning" }]);
  expect(await r.stored()).toEqual(before);

  const accepting = { acceptFindings: ["gap"], acceptFindingsReason: "The clauses are being signed." };
  expect((await announce(r, number, accepting)).status).toBe(200);
  const later = { body: { address: "2 Main Street" } };
  expect((await r.call("PATCH", "/v1/vendors/harbor?announce=true&effectiveOn=2027-02-01", later)).status).toBe(200);
});

test("that a cover has lapsed is told as a correction without being accepted, as is the first list", async () => {
  const r = await start();
  await r.listed(complete("harbor", inUs(scc)), complete("mill", inUs()));
  const body = { services: [{ key: "main", dataCategories: ["Contact data"], ...inUs() }] };
  const { changeSet } = await r.json("PATCH", "/v1/vendors/harbor", 200, { body });
  const rectification = { reason: "The clauses have ended." };
  const told = await r.post(`/v1/change-sets/${changeSet.number}/announce`, { rectification });
  expect([told.status, (await told.json()).state]).toEqual([200, "effective"]);
});

test("one call that adds and announces is refused with an error, says how to go on, and leaves no draft", async () => {
  const r = await start();
  const before = await r.stored();
  const response = await r.post("/v1/vendors?announce=true&effectiveOn=2027-01-15", contradictory("harbor"));
  const problem = await expectProblem(response, 409, "findings-not-accepted", "/services/0/safeguards/0");
  expect(problem.detail).toContain("announce the change set on its own");
  expect(await r.stored()).toEqual(before);
});

test("documents are judged for the day they take effect: what was in force until a day before is an error", async () => {
  const r = await registry({ now: "2020-06-01T09:00:00Z" });
  await r.organisation();
  const number = await draft(r, complete("harbor", inUs({ mechanism: "dpf", regimes: ["eu"] })));
  await expectProblem(await announce(r, number, { effectiveOn: "2020-07-16" }), 409, "findings-not-accepted");
  expect((await announce(r, number, { effectiveOn: "2020-07-15" })).status).toBe(200);
});

test("what is merely missing never blocks, nor does a baseline that contradicts itself: its errors are found", async () => {
  const r = await start();
  await r.listed(contradictory("harbor"));
  expect(codesOf(await findings(r, "?severity=error"))).toEqual(["harbor dpf-outside-us"]);
  const bare = { name: "Bare", services: [{}] };
  expect((await announce(r, await draft(r, bare))).status).toBe(200);
});

test("the errors of a list loaded into an empty registry are recorded with it", async () => {
  const r = await registry();
  await loadBaseline(r.deps, {
    organisation: Organisation.parse({ name: "Acme" }),
    vendors: [VendorInput.parse(contradictory("harbor"))],
  });
  const [entry] = await r.rows("select data from audit_log where action = 'registry.loaded'");
  expect(JSON.parse(String(entry?.data)).errors).toEqual([
    { vendor: "harbor", code: "dpf-outside-us", pointer: "/services/0/safeguards/0" },
  ]);
});

test("a baseline's errors are recorded with it", async () => {
  const r = await start();
  await r.listed(contradictory("harbor"), complete("mill", inUs()));
  const [entry] = await r.rows("select data from audit_log where action = 'change-set.announced'");
  expect(JSON.parse(String(entry?.data)).acceptedFindings).toEqual({
    reason: null,
    findings: [{ vendor: "harbor", code: "dpf-outside-us", pointer: "/services/0/safeguards/0" }],
  });
});

test("an error there was before is the same when vendor and service have names of their own, and one is changed", async () => {
  const r = await start();
  const service = { name: "Hosting", locations: [{ country: "IN" }], safeguards: [dpf(), scc] };
  await r.listed(complete("harbor", service, { country: "IN" }));
  const renamed = await r.call("PATCH", "/v1/vendors/harbor?announce=true&effectiveOn=2027-01-15", {
    body: { name: "Harbour" },
  });
  expect(renamed.status).toBe(200);
});

test("an error there was before blocks no edit of something else; another one does", async () => {
  const r = await start();
  await r.listed(contradictory("harbor"));
  const edit = (body: Json) => r.call("PATCH", "/v1/vendors/harbor?announce=true&effectiveOn=2027-01-15", { body });
  expect((await edit({ address: "2 Main Street", name: "Harbour" })).status).toBe(200);
  const { services } = await r.json("GET", "/v1/vendors/harbor", 200);
  const claims = [{ ...services[0], safeguards: [...services[0].safeguards, { mechanism: "adequacy" }] }];
  const problem = await expectProblem(await edit({ services: claims }), 409, "findings-not-accepted");
  expect(problem.findings).toMatchObject([{ vendor: "harbor", code: "adequacy-absent" }]);
});

test("an error there was before of another legal entity is one of this entity now, and a mere new name makes none", async () => {
  const r = await start();
  const unnamed = complete("mill", { locations: [{ country: "IN" }], safeguards: [dpf(), scc] }, { country: "IN" });
  await r.listed(contradictory("harbor"), { ...unnamed, legalName: undefined });
  const edit = (slug: string, body: Json) =>
    r.call("PATCH", `/v1/vendors/${slug}?announce=true&effectiveOn=2027-01-15`, { body });
  const before = await r.stored();
  for (const [slug, body] of [
    ["harbor", { legalName: "Other, Inc." }],
    ["harbor", { legalName: null, name: "Other" }],
    ["mill", { legalName: "Mill, Inc." }],
  ] as const) {
    const problem = await expectProblem(await edit(slug, body), 409, "findings-not-accepted");
    expect(problem.findings).toMatchObject([{ vendor: slug, code: "dpf-outside-us" }]);
  }
  expect(await r.stored()).toEqual(before);
  expect((await edit("harbor", { name: "Harbour" })).status).toBe(200);
  expect((await edit("mill", { name: "Mills" })).status).toBe(200);
});

test("an error there was before is the same though the service's name is part of the vendor's", async () => {
  const r = await start();
  const service = { name: "Harbor", locations: [{ country: "IN" }], safeguards: [dpf(), scc] };
  await r.listed(complete("harbor", service, { name: "Harbor Limited", country: "IN" }));
  const renamed = await r.call("PATCH", "/v1/vendors/harbor?announce=true&effectiveOn=2027-01-15", {
    body: { name: "Harbor Ltd" },
  });
  expect(renamed.status).toBe(200);
});

test("removing a vendor is never blocked by what was wrong with it", async () => {
  const r = await start();
  await r.listed(contradictory("harbor"));
  expect((await r.call("DELETE", "/v1/vendors/harbor?announce=true")).status).toBe(200);
});

test("a certification checked again is editorial: announced at once, mailed to nobody, and no longer due", async () => {
  const r = await start();
  await r.follower("reader@customer.example");
  await r.listed(complete("harbor", inUs(dpf({ checkedOn: "2025-11-01" }), scc), { country: "US" }));
  expect(codesOf(await findings(r))).toEqual(["harbor dpf-unchecked"]);
  const { services } = await r.json("GET", "/v1/vendors/harbor", 200);
  services[0].safeguards[0].checkedOn = "2026-11-20";
  const { changeSet } = await r.json("PATCH", "/v1/vendors/harbor?announce=true", 200, { body: { services } });
  expect(changeSet).toMatchObject({ state: "effective", weight: "editorial", changes: [{ verdictChanges: [] }] });
  expect(await r.rows("select 1 from notices where kind = 'announcement'")).toEqual([]);
  expect(await findings(r)).toEqual([]);
});

/** What each mail to the organisation told: vendor and code. */
const told = async (r: Registry) =>
  (await r.rows("select about from notices where kind = 'findings' order by created_at"))
    .map(({ about }) => codesOf((about as { findings: Found[] }).findings.filter(({ vendor }) => vendor !== "")))
    .filter((codes) => codes.length > 0);

const look = async (r: Registry, at: string) => {
  r.setTime(at);
  await oweFindings(r.deps);
};

const watched = (settings: Json = {}) => start({ privacyEmail: "privacy@acme.example", ...settings });

test("the organisation is told by mail what became due without an edit, once, and of nothing it has seen when announcing", async () => {
  const r = await watched();
  await r.listed(
    complete("harbor", inUs(dpf({ checkedOn: "2025-12-01" }), scc), { country: "US" }),
    complete("mill", { locations: [{ country: "GB" }] }),
    complete("known", inUs()),
  );
  await look(r, "2026-12-01T22:59:59Z"); // 1 December in Paris: a year since, and no more
  expect(await told(r)).toEqual([]);
  await look(r, "2026-12-01T23:00:00Z");
  expect(await told(r)).toEqual([["harbor dpf-unchecked"]]);
  await r.drain();
  const [mail] = await r.messages("privacy@acme.example");
  expect(mail?.subject).toBe("Acme: a new finding about the list");
  expect(mail?.text.replace(/\s+/g, " ")).toMatch(
    / - Vendor \d+: the certification was last checked on 1 December 2025\./,
  );
  const [entry] = await r.rows("select actor, data from audit_log where action = 'findings.told'");
  expect([entry?.actor, JSON.parse(String(entry?.data))]).toEqual([
    "system",
    { findings: [{ vendor: "harbor", code: "dpf-unchecked", pointer: "/services/0/safeguards/0" }] },
  ]);
  for (const at of ["2026-12-09T09:00:00Z", "2027-12-01T09:00:00Z"]) await look(r, at);
  expect(await told(r)).toHaveLength(1);

  await look(r, "2031-06-29T21:59:59Z"); // 181 days before the end of the decision on the United Kingdom
  expect(await told(r)).toHaveLength(1);
  await look(r, "2031-06-29T22:00:00Z");
  await look(r, "2031-12-28T09:00:00Z");
  await look(r, "2032-06-28T09:00:00Z");
  expect(await told(r)).toEqual([["harbor dpf-unchecked"], ["mill expiring"], ["mill gap"]]);
});

test("the end of a decision is told once, also on its very last day, and what is stated for the list tells nothing anew", async () => {
  const r = await watched();
  await r.listed(complete("mill", { locations: [{ country: "GB" }] }));
  for (const at of ["2031-07-05T09:00:00Z", "2031-12-20T09:00:00Z", "2031-12-27T09:00:00Z"]) await look(r, at);
  expect(await told(r)).toEqual([["mill expiring"]]);
  await look(r, "2032-01-10T09:00:00Z");
  await r.organisation({ privacyEmail: "privacy@acme.example", safeguards: [{ mechanism: "scc", module: 2 }] });
  await look(r, "2032-01-20T09:00:00Z");
  expect(await told(r)).toEqual([["mill expiring"], ["mill gap"]]);
});

test("the end of a decision is told though another place of the service was uncovered before", async () => {
  const r = await watched();
  await r.listed(complete("mill", { locations: [{ country: "AF", kind: "access" }, { country: "GB" }] }));
  await look(r, "2031-08-01T09:00:00Z");
  await look(r, "2032-01-10T09:00:00Z");
  expect(await told(r)).toEqual([["mill expiring"], ["mill gap"]]);
  const [, gap] = await r.rows("select about from notices where kind = 'findings' order by created_at");
  expect(gap?.about).toMatchObject({ findings: [{ pointer: "/services/0/locations/1" }] });
});

test("a gap that the law mends and opens again is told, be the first one the operator's own or told before", async () => {
  const r = await registry({ now: "2016-06-01T09:00:00Z" }); // between Safe Harbour and the Privacy Shield
  await r.organisation({ privacyEmail: "privacy@acme.example" });
  await r.listed(complete("harbor", inUs(dpf({ checkedOn: undefined })), { country: "US" }));
  await look(r, "2016-06-20T09:00:00Z");
  await look(r, "2016-08-01T09:00:00Z");
  const gaps = async () => (await told(r)).flat().filter((each) => each === "harbor gap").length;
  expect(await gaps()).toBe(0);
  for (const at of ["2020-07-16T09:00:00Z", "2020-08-17T09:00:00Z", "2023-07-10T09:00:00Z"]) await look(r, at);
  expect(await gaps()).toBe(1);
});

test("a certification is found from 60 days before its last day, and otherwise once that is over: in preview, list and mail", async () => {
  const r = await watched();
  const certifications = [{ name: "SOC 2" }, { name: "ISO/IEC 27001", validUntil: "2027-01-31" }];
  const number = await draft(r, complete("harbor", {}, { country: "FR", certifications }));
  const preview = async (effectiveOn: string | null): Promise<Found[]> => {
    await r.json("PATCH", `/v1/change-sets/${number}`, 200, { body: { effectiveOn } });
    return (await r.json("GET", `/v1/change-sets/${number}/preview`, 200)).findings;
  };
  const pointer = "/certifications/1/validUntil";
  expect(codesOf(await preview("2027-01-15"))).toEqual(["harbor certification-ends-soon"]);
  expect(await preview("2027-01-31")).toMatchObject([{ code: "certification-ends-soon", severity: "info", pointer }]);
  expect(await preview("2027-02-01")).toMatchObject([{ code: "certification-expired", severity: "warning", pointer }]);
  await preview(null);
  await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: { baseline: true } });

  for (const [day, codes] of [
    ["2026-12-01", []],
    ["2026-12-02", ["harbor certification-ends-soon"]],
    ["2027-01-31", ["harbor certification-ends-soon"]],
    ["2027-02-01", ["harbor certification-expired"]],
  ] as const) {
    await look(r, `${day}T12:00:00Z`);
    expect(codesOf(await findings(r)), day).toEqual(codes);
  }
  expect(await told(r)).toEqual([["harbor certification-ends-soon"], ["harbor certification-expired"]]);
  await r.drain();
  const [, mail] = await r.messages("privacy@acme.example");
  expect(mail?.text.replace(/\s+/g, " ")).toContain("(ISO/IEC 27001) was valid until 31 January 2027.");

  // Another place in the list of certifications is no news, and a renewed one is found no more.
  const [soc, iso] = certifications;
  const rectified = async (body: Json[], day: string) => {
    const { changeSet } = await r.json("PATCH", "/v1/vendors/harbor", 200, { body: { certifications: body } });
    const rectification = { reason: "It was wrong." };
    expect((await r.post(`/v1/change-sets/${changeSet.number}/announce`, { rectification })).status).toBe(200);
    await look(r, `${day}T12:00:00Z`);
  };
  await rectified([iso ?? {}, soc ?? {}], "2027-03-01");
  expect(codesOf(await findings(r))).toEqual(["harbor certification-expired"]);
  expect(await told(r)).toHaveLength(2);
  await rectified([{ ...iso, validUntil: "2030-01-31" }], "2027-04-01");
  expect(await findings(r)).toEqual([]);
});

test("an organisation that writes French is told in French, by the API as well, and in English whoever asks for it", async () => {
  const r = await watched({ defaultLocale: "fr", locales: ["fr", "en"] });
  await r.listed(complete("harbor", inUs(dpf({ checkedOn: "2025-12-01" }), scc), { name: "Harbor", country: "US" }));
  await look(r, "2026-12-02T09:00:00Z");
  await r.drain();
  const [mail] = await r.messages("privacy@acme.example");
  expect(mail?.subject).toBe("Acme : un nouveau constat sur la liste");
  expect(mail?.text.replace(/\s+/g, " ")).toContain(
    " - Harbor : la certification a été vérifiée pour la dernière fois le 1er décembre 2025. ",
  );
  const messageFor = async (headers: Record<string, string> = {}) =>
    (await r.json("GET", "/v1/findings", 200, { headers })).data[0].message;
  expect(await messageFor()).toMatch(
    /^Harbor\u00a0: la certification a été vérifiée pour la dernière fois le 1er décembre/,
  );
  expect(await messageFor({ "accept-language": "en" })).toMatch(/^Harbor: the certification was last checked on 1 Dec/);
});

test("there is at most one such mail a week, and the next one holds what became due meanwhile", async () => {
  const r = await watched();
  await r.listed(
    ...["2025-12-01", "2025-12-02", "2025-12-05"].map((checkedOn, index) =>
      complete(`v${index}`, inUs(dpf({ checkedOn }), scc), { country: "US" }),
    ),
  );
  for (let day = 1; day <= 20; day += 1) await look(r, `2026-12-${String(day).padStart(2, "0")}T12:00:00Z`);
  expect(await told(r)).toEqual([["v0 dpf-unchecked"], ["v1 dpf-unchecked", "v2 dpf-unchecked"]]);
  const days = await r.rows("select created_at::date::text as on from notices where kind = 'findings' order by 1");
  expect(days.map(({ on }) => on)).toEqual(["2026-12-02", "2026-12-09"]);
});

test.each([
  ["another field", "editorial", (document: Json) => ({ ...document, address: "2 Main Street" })],
  ["the vendor's name", "informative", (document: Json) => ({ ...document, name: "Harbour" })],
  [
    "a service before it",
    "material",
    ({ services, ...document }: Json) => ({
      ...document,
      services: [{ key: "first", name: "First", dataCategories: ["Contact data"] }, ...(services as Json[])],
    }),
  ],
])("what became due is told though %s was edited after", async (_, weight, edit) => {
  const r = await watched();
  await r.listed(complete("harbor", inUs(dpf({ checkedOn: "2025-12-01" }), scc), { country: "US" }));
  r.setTime("2026-12-02T09:00:00Z");
  const { name, address, services } = await r.json("GET", "/v1/vendors/harbor", 200);
  const query = weight === "material" ? "announce=true&effectiveOn=2027-01-15" : "announce=true";
  const body = edit({ name, address, services });
  const { changeSet } = await r.json("PATCH", `/v1/vendors/harbor?${query}`, 200, { body });
  expect(changeSet.weight).toBe(weight);
  await look(r, "2027-01-16T09:00:00Z");
  expect(await told(r)).toEqual([["harbor dpf-unchecked"]]);
  await r.json("PATCH", "/v1/vendors/harbor?announce=true", 200, { body: { name: "Harbour Ltd" } });
  await look(r, "2027-02-16T09:00:00Z");
  expect(await told(r)).toHaveLength(1);
});

test("what an edit itself makes to be found is not told: whoever announced it has seen it", async () => {
  const r = await watched();
  await r.listed(complete("harbor", inUs(dpf(), scc), { country: "US" }));
  const { services } = await r.json("GET", "/v1/vendors/harbor", 200);
  services[0].safeguards[0].checkedOn = "2020-01-01";
  await r.json("PATCH", "/v1/vendors/harbor?announce=true", 200, { body: { services } });
  await look(r, "2026-12-20T09:00:00Z");
  expect(await told(r)).toEqual([]);
});

test("an edit that leaves it due is the operator's own; an edit that mends it starts the year anew", async () => {
  const r = await watched();
  await r.listed(complete("harbor", inUs(dpf({ checkedOn: "2025-12-01" }), scc), { country: "US" }));
  await look(r, "2026-12-02T09:00:00Z");
  await r.json("PATCH", "/v1/vendors/harbor?announce=true", 200, { body: { website: "https://harbor.example" } });
  await look(r, "2026-12-20T09:00:00Z");
  expect(await told(r)).toHaveLength(1);
  const { services } = await r.json("GET", "/v1/vendors/harbor", 200);
  services[0].safeguards[0].checkedOn = "2026-12-20";
  await r.json("PATCH", "/v1/vendors/harbor?announce=true", 200, { body: { services } });
  // The law's age is told in its own week.
  for (const at of ["2027-07-01T09:00:00Z", "2027-12-20T09:00:00Z"]) await look(r, at);
  expect(await told(r)).toHaveLength(1);
  await look(r, "2027-12-21T09:00:00Z");
  expect(await told(r)).toHaveLength(2);
});

test("what became due while a set waited for approvals is told once it is in force", async () => {
  const r = await watched();
  const contact = { email: "dpo@globex.example" };
  await r.json("PUT", "/v1/customers/globex", 201, {
    body: { name: "Globex", authorisation: "specific", contacts: [contact] },
  });
  const number = await draft(r, complete("harbor", inUs(dpf({ checkedOn: "2026-01-10" }), scc), { country: "US" }));
  expect((await announce(r, number, { effectiveOn: "2026-12-22" })).status).toBe(200);
  await look(r, "2027-01-31T09:00:00Z");
  expect(await told(r)).toEqual([]);
  await r.json("POST", `/v1/change-sets/${number}/waive-approvals`, 200, { body: { reason: "They are silent." } });
  await look(r, "2027-02-01T09:00:00Z");
  expect(await told(r)).toEqual([["harbor dpf-unchecked"]]);
});

test("processes that look at the same time owe one mail", async () => {
  const r = await watched();
  await r.listed(complete("harbor", inUs(dpf({ checkedOn: "2025-12-01" }), scc), { country: "US" }));
  r.setTime("2026-12-02T09:00:00Z");
  await Promise.all([oweFindings(r.deps), oweFindings(r.deps), oweFindings(r.deps)]);
  expect(await told(r)).toEqual([["harbor dpf-unchecked"]]);
  expect(await r.rows("select address from deliveries")).toEqual([{ address: "privacy@acme.example" }]);
});

test("without an address of the organisation nothing is owed or recorded", async () => {
  const r = await start();
  await r.listed(complete("harbor", inUs(dpf({ checkedOn: "2025-12-01" }), scc), { country: "US" }));
  r.setTime("2026-12-02T09:00:00Z");
  const before = await r.stored();
  await oweFindings(r.deps);
  expect(await r.stored()).toEqual(before);
});

test("a check that is still to come is refused wherever it is written, and nothing is written", async () => {
  const r = await start({ timeZone: "Europe/Paris" });
  await r.listed(complete("harbor", inUs(dpf(), scc), { country: "US" }));
  r.setTime("2026-11-21T22:59:59Z"); // 21 November in Paris, for a second more
  const { services } = await r.json("GET", "/v1/vendors/harbor", 200);
  services[0].safeguards[0].checkedOn = "2026-11-22";
  const organisation = await r.json("GET", "/v1/organisation", 200);
  const listed = { ...organisation, safeguards: [{ mechanism: "dpf", checkedOn: "2026-11-22" }] };
  const before = await r.stored();
  const at = "/services/0/safeguards/0/checkedOn";
  for (const [method, path, body, pointer] of [
    [
      "POST",
      "/v1/vendors?announce=true&effectiveOn=2027-01-15",
      complete("mill", inUs(dpf({ checkedOn: "2026-11-22" })), { country: "US" }),
      at,
    ],
    [
      "POST",
      "/v1/vendors",
      complete("mill", inUs(scc, dpf({ checkedOn: "2099-01-01" })), { country: "US" }),
      at.replace("ds/0", "ds/1"),
    ],
    ["PATCH", "/v1/vendors/harbor", { services }, at],
    ["PUT", "/v1/organisation", listed, "/safeguards/0/checkedOn"],
  ] as const)
    await expectProblem(await r.call(method, path, { body }), 422, "invalid-request", pointer);
  expect(await r.stored()).toEqual(before);
  r.setTime("2026-11-21T23:00:00Z");
  await r.json("PATCH", "/v1/vendors/harbor?announce=true", 200, { body: { services } });
  await r.json("PUT", "/v1/organisation", 200, { body: listed });
});

test("a list with a check that is still to come is not loaded", async () => {
  const r = await registry();
  const list = {
    organisation: Organisation.parse({ name: "Acme" }),
    vendors: [VendorInput.parse(complete("harbor", inUs(dpf({ checkedOn: "2026-11-22" })), { country: "US" }))],
  };
  await expect(loadBaseline(r.deps, list)).rejects.toMatchObject({ slug: "invalid-request" });
});
