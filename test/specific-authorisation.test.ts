import { describe, expect, test } from "vitest";
import { verifyPack } from "../src/evidence/pack/verify-pack.ts";
import { announced, customer as contract, organised, answer as respond, respondLink } from "./setup/answering.ts";
import { answer, customer } from "./setup/customers.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

const slugOf = ({ name }: { name: string }) => name.toLowerCase().replace(" ", "-");

/** A registry with a vendor listed, and a customer whose contract asks for approval. */
async function withSpecific(...others: string[]) {
  const r = await registry({ now: "2026-11-21T09:00:00Z" });
  const body = vendor();
  await r.listed(body);
  for (const id of ["strict", ...others]) await customer(r, id, { authorisation: "specific" });
  await customer(r, "easy");
  return { r, slug: slugOf(body), path: `/v1/vendors/${slugOf(body)}` };
}

/** Moves the vendor to the United States on 10 January 2027. Gives the change set's path. */
async function moved(r: Registry, vendorPath: string) {
  const query = "?announce=true&effectiveOn=2027-01-10";
  const { changeSet } = await r.json("PATCH", `${vendorPath}${query}`, 200, { body: { country: "US" } });
  return { number: changeSet.number as number, path: `/v1/change-sets/${changeSet.number}`, announced: changeSet };
}

const waive = (r: Registry, path: string, reason = "They agreed by telephone.") =>
  r.json("POST", `${path}/waive-approvals`, 200, { body: { reason } });

/** Where the vendor is said to be established, in the list on a date. */
async function countryOn(r: Registry, on: string): Promise<string | undefined> {
  return (await r.json("GET", `/v1/vendors?at=${on}`, 200)).data[0]?.country;
}

const causes = async (r: Registry) =>
  (await r.rows("select cause from snapshots order by number")).map(({ cause }) => cause);

describe("a set that takes approvals", () => {
  test("says in the preview whose, and shows whose is missing", async () => {
    const { r, path } = await withSpecific("careful");
    const { changeSet: draft } = await r.json("PATCH", path, 200, { body: { country: "US" } });
    expect(draft).toMatchObject({ approvals: null, awaitsApproval: false });
    expect(await r.json("GET", `/v1/change-sets/${draft.number}/preview`, 200)).toMatchObject({
      approvals: [
        { externalId: "careful", name: "Customer careful" },
        { externalId: "strict", name: "Customer strict" },
      ],
      totals: { approvals: 2 },
    });
    await r.json("POST", `/v1/change-sets/${draft.number}/announce`, 200, { body: { effectiveOn: "2027-01-10" } });

    await answer(r, draft.number, "careful", "approved");

    expect(await r.json("GET", `/v1/change-sets/${draft.number}`, 200)).toMatchObject({
      awaitsApproval: true,
      approvals: { required: ["careful", "strict"], missing: ["strict"], releasedOn: null, releasedReason: null },
    });
    expect((await r.json("GET", "/v1/change-sets", 200)).data[0].approvals.missing).toEqual(["strict"]);
  });

  test("is promised for no day to those who approve nothing: it takes effect once the approvals are given", async () => {
    const { r, path } = await withSpecific();
    await moved(r, path);
    await r.drain();
    const text = async (of: string) => (await r.messages(`dpo@${of}.example`)).at(-1)?.text.replace(/\s+/g, " ");
    const easy = await text("easy");
    expect(easy).toContain("10 January 2027 at the earliest");
    expect(easy).toContain("What we announced “at the earliest” does not take effect before 10 January 2027.");
    expect(easy).not.toContain("as announced");
    expect(await text("strict")).toContain("Silence is no approval");
  });

  test("is in force on its date once all have approved before", async () => {
    const { r, path } = await withSpecific();
    const set = await moved(r, path);
    r.setTime("2026-12-01T09:00:00Z");

    expect(await answer(r, set.number, "strict", "approved")).toBe(true);

    expect(await r.json("GET", set.path, 200)).toMatchObject({
      state: "announced",
      awaitsApproval: false,
      effectiveOn: "2027-01-10",
      approvals: { missing: [], releasedOn: "2026-12-01", releasedReason: null },
    });
    expect([await countryOn(r, "2027-01-09"), await countryOn(r, "2027-01-10")]).toEqual([undefined, "US"]);
    expect((await causes(r)).at(-1)).toBe(`change-set.released:${set.number}`);
    expect(await r.rows("select actor, action from audit_log order by sequence desc limit 1")).toEqual([
      { actor: "system", action: "change-set.released" },
    ]);
  });

  test("is not in force on its date, nor on any later one, while one is missing", async () => {
    const { r, path } = await withSpecific();
    const set = await moved(r, path);

    r.setTime("2028-01-10T09:00:00Z");

    expect(await r.json("GET", set.path, 200)).toMatchObject({ state: "announced", awaitsApproval: true });
    expect(await countryOn(r, "2028-01-10")).toBeUndefined();
    expect(await countryOn(r, "2099-01-01")).toBeUndefined();
    expect(await r.json("GET", path, 200)).toMatchObject({
      status: "active",
      pending: [{ changeSet: set.number, state: "announced", effectiveOn: "2027-01-10" }],
    });
  });

  test("takes effect on the day of the last approval, when that is late; what was true before stays so", async () => {
    const { r, path } = await withSpecific("careful");
    const set = await moved(r, path);
    r.setTime("2027-02-01T09:00:00Z");
    expect(await answer(r, set.number, "strict", "approved")).toBe(false);
    r.setTime("2027-02-03T23:30:00Z"); // 4 February in Paris
    expect(await answer(r, set.number, "careful", "approved")).toBe(true);

    expect(await r.json("GET", set.path, 200)).toMatchObject({
      state: "effective",
      effectiveOn: "2027-02-04",
      plannedOn: "2027-01-10",
      approvals: { releasedOn: "2027-02-04" },
    });
    expect([await countryOn(r, "2027-02-03"), await countryOn(r, "2027-02-04")]).toEqual([undefined, "US"]);
    const [last] = await r.rows("select content from snapshots order by number desc limit 1");
    expect(JSON.parse(String(last?.content))).toMatchObject({
      inForce: [{ document: { country: "US" }, effectiveOn: "2027-02-04" }],
      upcoming: [],
    });
  });

  test("waits while an objection of the same customer is unresolved, whoever else of theirs approves", async () => {
    const { r, path } = await withSpecific();
    const set = await moved(r, path);
    await answer(r, set.number, "strict", "objected");

    expect(await answer(r, set.number, "strict", "approved")).toBe(false);
    await r.rows("update responses set outcome = 'withdrawn', resolved_at = now() where kind = 'objected'");
    expect(await answer(r, set.number, "strict", "acknowledged")).toBe(true);
  });

  test.each([
    ["objected", null],
    ["objected", "rejected"],
  ] as const)("waits again when an approval is taken back before it is in force: %s, %s", async (kind, outcome) => {
    const { r, path } = await withSpecific();
    const set = await moved(r, path);
    r.setTime("2026-12-01T09:00:00Z");
    await answer(r, set.number, "strict", "approved");
    r.setTime("2027-01-09T22:59:00Z"); // 9 January in Paris

    await r.rows("update responses set kind = 'acknowledged'");
    expect(await answer(r, set.number, "strict", kind, outcome)).toBe(false);

    expect(await r.json("GET", set.path, 200)).toMatchObject({
      state: "announced",
      awaitsApproval: true,
      approvals: { missing: ["strict"], releasedOn: null, releasedReason: null },
    });
    const [version] = await r.rows("select cause, hash, content from snapshots order by number desc limit 1");
    expect(version?.cause).toBe(`change-set.held:${set.number}`);
    expect(JSON.parse(String(version?.content)).upcoming).toMatchObject([{ awaitsApproval: true }]);
    const [entry] = await r.rows("select actor, action, subject, data from audit_log order by sequence desc limit 1");
    expect(entry).toMatchObject({
      actor: "system",
      action: "change-set.held",
      subject: `change-set:${set.number}`,
    });
    expect(JSON.parse(String(entry?.data))).toMatchObject({ snapshot: version?.hash });
    r.setTime("2027-02-01T09:00:00Z");
    expect(await countryOn(r, "2027-02-01")).toBeUndefined();
    await waive(r, set.path);
    expect(await countryOn(r, "2027-02-01")).toBe("US");
  });

  test("waits again when an approval is taken back after the last day, whatever becomes of that, until it is given again", async () => {
    const r = await organised();
    await contract(r, "globex", ["dpo@globex.example", "boss@globex.example"], { authorisation: "specific" });
    const number = await announced(r);
    const say = async (kind: string, email = "dpo@globex.example") => {
      r.passHours(1);
      const link = await respondLink(r, email, number);
      expect((await respond(r, link, { kind, customer: "globex", text: "By our contract." })).status).toBe(200);
    };
    /** Whether it is released, as the registry and a pack checked without it say. */
    const isReleased = async () => {
      const { approvals } = await r.json("GET", `/v1/change-sets/${number}`, 200);
      const pack = await (await r.get(`/v1/change-sets/${number}/evidence.zip`)).arrayBuffer();
      expect((await verifyPack(Buffer.from(pack))).wrong).toBeNull();
      expect(approvals.missing.length === 0).toBe(approvals.releasedOn !== null);
      return approvals.releasedOn !== null;
    };
    r.setTime("2026-12-21T09:00:00Z"); // the last day
    await say("approved");
    expect(await isReleased()).toBe(true);
    r.setTime("2026-12-23T09:00:00Z");
    await say("objected");
    expect(await isReleased()).toBe(false);
    const [objection] = (await r.json("GET", "/v1/responses?outcome=open", 200)).data;
    await r.json("POST", `/v1/responses/${objection.id}/resolve`, 200, { body: { outcome: "rejected" } });
    expect(await isReleased()).toBe(false);
    r.setTime("2027-01-02T09:00:00Z");
    expect(await r.json("GET", `/v1/change-sets/${number}`, 200)).toMatchObject({ state: "announced" });
    await say("approved", "boss@globex.example");
    expect(await isReleased()).toBe(true);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("is held by an objection to it, which its mails say, and after a decision that it stands needs the approval all the same", async () => {
    const r = await organised();
    await contract(r, "globex", ["dpo@globex.example"], { authorisation: "specific" });
    const number = await announced(r);
    const link = await respondLink(r, "dpo@globex.example", number);
    const newest = async (to: string) => {
      await r.drain();
      return (await r.messages(to)).at(-1)?.text.replace(/\s+/g, " ") ?? "";
    };

    await respond(r, link, { kind: "objected", customer: "globex", text: "No." });
    const receipt = await newest("dpo@globex.example");
    expect(receipt).toContain("Your objection holds what we announced about HubSpot: it does not take effect before");
    expect(receipt).toContain("Under your contract, what we announced about HubSpot also needs your approval.");
    const told = await newest("privacy@acme.example");
    expect(told).toContain("By the customer’s contract what was announced about HubSpot also takes its approval.");

    const [objection] = (await r.json("GET", "/v1/responses?outcome=open", 200)).data;
    expect(objection).toMatchObject({ holds: ["hubspot"] });
    await r.json("POST", `/v1/responses/${objection.id}/resolve`, 200, { body: { outcome: "rejected" } });
    const decision = await newest("dpo@globex.example");
    expect(decision).toContain("what we announced about HubSpot needs your approval all the same");
    expect(decision).toContain("/respond/");
    expect(decision).toContain("HubSpot will be added as a subprocessor on 31 December 2026 at the earliest");
    expect(decision).not.toMatch(/HubSpot takes effect on/);
  });

  test("stays in force, whatever is answered once it is", async () => {
    const { r, path } = await withSpecific();
    const set = await moved(r, path);
    await answer(r, set.number, "strict", "approved");
    r.setTime("2027-01-09T23:00:00Z"); // 10 January in Paris

    expect(await answer(r, set.number, "strict", "objected")).toBe(true);

    expect(await r.json("GET", set.path, 200)).toMatchObject({
      state: "effective",
      approvals: { missing: ["strict"] },
    });
    expect((await causes(r)).filter((cause) => String(cause).startsWith("change-set.held"))).toEqual([]);
  });

  test("stays waived, whatever is answered; and the database refuses to make it wait again, or to move the day", async () => {
    const { r, path } = await withSpecific("careful");
    const set = await moved(r, path);
    await waive(r, set.path);
    expect(await answer(r, set.number, "strict", "objected")).toBe(true);
    const hold = "update change_sets set released_on = null, released_reason = null";
    await expect(r.rows(`${hold} where number = ${set.number}`)).rejects.toThrow();

    const { changeSet: other } = await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10", 201, {
      body: vendor(),
    });
    for (const id of ["strict", "careful"]) await answer(r, other.number, id, "approved");
    const move = "update change_sets set released_on = '2026-12-24'";
    await expect(r.rows(`${move} where number = ${other.number}`)).rejects.toThrow();
  });

  test("does not wait for an approval of another set, nor for customers with general authorisation", async () => {
    const { r, path } = await withSpecific();
    const first = await moved(r, path);
    const { changeSet: second } = await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10", 201, {
      body: vendor(),
    });

    await answer(r, first.number, "strict", "approved");
    await answer(r, second.number, "easy", "approved");

    expect((await r.json("GET", first.path, 200)).approvals).toMatchObject({ required: ["strict"], missing: [] });
    expect((await r.json("GET", `/v1/change-sets/${second.number}`, 200)).approvals.missing).toEqual(["strict"]);
  });

  test("is one that waits: what is informative or the first list takes effect without", async () => {
    const { r, path } = await withSpecific();

    const { changeSet } = await r.json("DELETE", `${path}?announce=true`, 200);

    expect(changeSet).toMatchObject({ state: "effective", awaitsApproval: false, approvals: null });
  });

  test("takes them in an emergency as well: that shortens the notice, and authorises nothing", async () => {
    const { r, path } = await withSpecific();
    const { changeSet: draft } = await r.json("PATCH", path, 200, { body: { country: "US" } });

    const set = await r.json("POST", `/v1/change-sets/${draft.number}/announce`, 200, {
      body: { emergency: { reason: "The old host closes down." } },
    });

    expect(set).toMatchObject({ state: "announced", awaitsApproval: true, effectiveOn: "2026-11-21" });
    expect(await waive(r, `/v1/change-sets/${draft.number}`)).toMatchObject({ state: "effective" });
  });

  test("can be withdrawn as long as it waits, however late", async () => {
    const { r, path } = await withSpecific();
    const set = await moved(r, path);
    r.setTime("2027-06-01T09:00:00Z");

    expect(await r.json("POST", `${set.path}/withdraw`, 200, { body: {} })).toMatchObject({
      state: "withdrawn",
      awaitsApproval: false,
    });
    expect(await answer(r, set.number, "strict", "approved")).toBe(false);
  });
});

describe("going on without an approval", () => {
  test("takes a reason, which is kept, and is audited with whose was missing", async () => {
    const { r, path } = await withSpecific();
    const set = await moved(r, path);
    r.setTime("2027-01-05T09:00:00Z");

    expect(await waive(r, set.path)).toMatchObject({
      state: "announced",
      awaitsApproval: false,
      effectiveOn: "2027-01-10",
      approvals: { missing: ["strict"], releasedOn: "2027-01-05", releasedReason: "They agreed by telephone." },
    });
    expect((await causes(r)).at(-1)).toBe(`change-set.released:${set.number}`);
    const [told, entry] = await r.rows("select action, data from audit_log order by sequence desc limit 2");
    expect([entry?.action, told?.action]).toEqual(["change-set.approvals-waived", "change-set.days-told"]);
    expect(JSON.parse(String(entry?.data))).toMatchObject({ missing: ["strict"] });
    expect([await countryOn(r, "2027-01-09"), await countryOn(r, "2027-01-10")]).toEqual([undefined, "US"]);
  });

  test("after the date lets it take effect that day", async () => {
    const { r, path } = await withSpecific();
    const set = await moved(r, path);
    r.setTime("2027-03-01T09:00:00Z");

    expect(await waive(r, set.path)).toMatchObject({ state: "effective", effectiveOn: "2027-03-01" });

    expect([await countryOn(r, "2027-02-28"), await countryOn(r, "2027-03-01")]).toEqual([undefined, "US"]);
  });

  test("is refused without a reason, of a draft, and of what waits for nobody; nothing is done", async () => {
    const { r, path } = await withSpecific();
    const set = await moved(r, path);
    const { changeSet: draft } = await r.json("POST", "/v1/vendors", 201, { body: vendor() });
    const { changeSet: done } = await r.json("PATCH", `${path}?announce=true&effectiveOn=2027-01-10`, 200, {
      body: { website: "https://new.example" },
    });
    const before = await r.stored();

    const refuse = (number: number, body: unknown = { reason: "x" }) =>
      r.post(`/v1/change-sets/${number}/waive-approvals`, body);
    await expectProblem(await refuse(set.number, {}), 422, "invalid-request", "/reason");
    await expectProblem(await refuse(set.number, { reason: " " }), 422, "invalid-request", "/reason");
    await expectProblem(await refuse(draft.number), 409, "not-announced");
    await expectProblem(await refuse(done.number), 409, "not-awaiting-approval");
    await expectProblem(await refuse(99), 404, "not-found");
    expect(await r.stored()).toEqual(before);

    await waive(r, set.path);
    await expectProblem(await refuse(set.number), 409, "not-awaiting-approval");
  });

  test("two at once: one is recorded, the other is refused", async () => {
    const { r, path } = await withSpecific();
    const set = await moved(r, path);

    const answers = await Promise.all(
      ["One", "Two"].map((reason) => r.post(`${set.path}/waive-approvals`, { reason })),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await causes(r)).filter((cause) => cause === `change-set.released:${set.number}`)).toHaveLength(1);
  });
});

describe("what builds on a set that waits", () => {
  test("never takes effect before it, and does so with it", async () => {
    const { r, path } = await withSpecific();
    const set = await moved(r, path);
    r.setTime("2027-01-20T09:00:00Z");
    const body = { website: "https://new.example" };
    const { changeSet: later } = await r.json("PATCH", `${path}?announce=true`, 200, { body });
    expect(later).toMatchObject({ state: "announced", awaitsApproval: true, plannedOn: "2027-01-20", approvals: null });
    expect(await r.json("GET", path, 200)).not.toMatchObject(body);

    r.setTime("2027-02-01T09:00:00Z");
    await waive(r, set.path);

    expect(await r.json("GET", path, 200)).toMatchObject({ ...body, country: "US", effectiveOn: "2027-02-01" });
    expect(await r.json("GET", `/v1/change-sets/${later.number}`, 200)).toMatchObject({
      state: "effective",
      effectiveOn: "2027-02-01",
    });
    expect(await countryOn(r, "2027-01-31")).toBeUndefined();
  });

  test("keeps its own date where that is later", async () => {
    const { r, path } = await withSpecific();
    const set = await moved(r, path);
    const query = "?announce=true&effectiveOn=2027-05-01";
    await r.json("PATCH", `${path}${query}`, 200, { body: { website: "https://new.example" } });
    r.setTime("2027-02-01T09:00:00Z");
    await waive(r, set.path);

    const websiteOn = async (on: string) => (await r.json("GET", `/v1/vendors?at=${on}`, 200)).data[0].website;
    expect([await websiteOn("2027-04-30"), await websiteOn("2027-05-01")]).toEqual([undefined, "https://new.example"]);
  });

  test("another vendor's change in the same set is in force by itself, and then stays when the set is withdrawn", async () => {
    const { r, path } = await withSpecific();
    await moved(r, path);
    r.setTime("2027-01-20T09:00:00Z");
    const other = vendor();
    const { changeSet: first } = await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-03-01", 201, {
      body: other,
    });
    await waive(r, `/v1/change-sets/${first.number}`);
    r.setTime("2027-03-02T09:00:00Z");
    const { changeSet: both } = await r.json("PATCH", path, 200, { body: { website: "https://new.example" } });
    await r.json("PATCH", `/v1/vendors/${slugOf(other)}?changeSet=${both.number}`, 200, {
      body: { website: "https://other.example" },
    });

    const set = await r.json("POST", `/v1/change-sets/${both.number}/announce`, 200, { body: {} });

    expect(set).toMatchObject({ state: "announced", awaitsApproval: true });
    expect(await r.json("GET", `/v1/vendors/${slugOf(other)}`, 200)).toMatchObject({
      website: "https://other.example",
    });
    const { changes } = await r.json("POST", `/v1/change-sets/${both.number}/withdraw`, 200, { body: {} });
    expect(changes.filter(({ withdrawn }: { withdrawn: boolean }) => withdrawn)).toMatchObject([
      { awaitsApproval: false },
    ]);
    expect(await r.json("GET", `/v1/vendors/${slugOf(other)}`, 200)).toMatchObject({
      website: "https://other.example",
    });
  });
});

describe("what the public sees", () => {
  test("is the planned date, and when that is over, that it waits; never a customer's name", async () => {
    const { r, path } = await withSpecific();
    const set = await moved(r, path);
    const page = async (address: string) =>
      (await (await r.get(address, { key: null })).text()).replace(/<[^>]+>/g, "");
    expect(await page("/")).toContain("At the earliest on 10 January 2027");

    r.setTime("2027-01-20T09:00:00Z");

    expect(await page("/")).toContain(
      "Planned for 10 January 2027, waits for customers’ approval or for objections to be resolved",
    );
    expect(await page("/?lang=fr")).toContain(
      "Prévu pour le 10 janvier 2027, en attente de l’autorisation de clients ou du règlement d’objections",
    );
    expect(await page("/changes")).toContain(
      "planned for 10 January 2027, waits for customers’ approval or for objections to be resolved",
    );
    expect(await page(`/changes/${set.number}`)).toMatch(
      /Waits for customers’ approval or for objections to be resolved, was planned for\s*10 January 2027/,
    );
    const published = await (await r.get("/subprocessors.json", { key: null })).json();
    expect(published.upcoming).toMatchObject([{ effectiveOn: "2027-01-10", awaitsApproval: true }]);
    for (const address of ["/", "/changes", `/changes/${set.number}`, "/subprocessors.json"]) {
      expect(await page(address)).not.toMatch(/strict/i);
    }
  });

  test("is new as soon as it is released", async () => {
    const { r, path } = await withSpecific();
    const set = await moved(r, path);
    r.setTime("2027-01-20T09:00:00Z");
    const published = async () => (await r.get("/subprocessors.json", { key: null })).json();
    const before = await published();

    await waive(r, set.path, "Strict AG agreed by telephone.");

    const after = await published();
    expect(after.version).toBe(before.version + 1);
    expect(after).toMatchObject({ vendors: [{ country: "US", effectiveOn: "2027-01-20" }], upcoming: [] });
    const page = await (await r.get(`/changes/${set.number}`, { key: null })).text();
    expect(page).not.toContain("Strict AG");
  });
});

test("customers to whom a set does not apply are listed on it", async () => {
  const { r, path } = await withSpecific("careful");
  const set = await moved(r, path);
  await answer(r, set.number, "strict", "objected", "exempted");
  await answer(r, set.number, "strict", "objected", "exempted");
  await answer(r, set.number, "careful", "objected", "rejected");

  expect(await r.json("GET", set.path, 200)).toMatchObject({ exempted: ["strict"] });
});
