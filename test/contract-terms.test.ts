import { describe, expect, test } from "vitest";
import { verifyPack } from "../src/evidence/pack/verify-pack.ts";
import { oweReminders } from "../src/registry/owed/reminders.ts";
import { answer, customer, organised, respondLink, responsesOf, subjects } from "./setup/answering.ts";
import { expectProblem, type Registry, vendor } from "./setup/registry.ts";

// Announced at ten in the morning in Paris on Thursday 26 November 2026, by an organisation of 30 days.
const NOW = "2026-11-26T09:00:00Z";
const start = (settings: Record<string, unknown> = {}) => organised(settings, { now: NOW });

/** A draft that adds a vendor. Gives its path. */
async function drafted(r: Registry): Promise<string> {
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor() });
  return `/v1/change-sets/${changeSet.number}`;
}

const announce = (r: Registry, path: string, body: Record<string, unknown>) =>
  r.json("POST", `${path}/announce`, 200, { body });

const numberOf = (path: string) => Number(path.split("/").at(-1));

const concerned = (r: Registry) =>
  r.rows(`select external_id as id, last_day_to_object_on::text as until, time_zone as zone,
    to_char(object_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as over from concerned_customers order by 1`);

describe("a customer with a time zone of its own", () => {
  const western = { noticePeriod: { days: 30 }, timeZone: "America/Los_Angeles" };

  test("counts from its own day, and no change is in force before its last one is over there", async () => {
    const r = await start();
    await customer(r, "west", ["dpo@west.example"], western);
    await customer(r, "east", ["dpo@east.example"], { ...western, timeZone: "Pacific/Auckland" });
    await customer(r, "here", ["dpo@here.example"]);
    // Still Wednesday in Los Angeles, Thursday evening in Auckland.
    r.setTime("2026-11-26T07:30:00Z");
    const path = await drafted(r);

    expect(await r.json("GET", `${path}/preview`, 200)).toMatchObject({ earliestEffectiveOn: "2026-12-27" });
    const early = await r.post(`${path}/announce`, { effectiveOn: "2026-12-26" });
    expect(await expectProblem(early, 422, "effective-date-too-early")).toMatchObject({ earliest: "2026-12-27" });
    await announce(r, path, { effectiveOn: "2026-12-27" });

    expect(await concerned(r)).toEqual([
      { id: "east", until: "2026-12-26", zone: "Pacific/Auckland", over: "2026-12-26T11:00" },
      { id: "here", until: "2026-12-26", zone: null, over: null },
      { id: "west", until: "2026-12-25", zone: "America/Los_Angeles", over: "2026-12-26T08:00" },
    ]);
  });

  test("reads whose midnight it is, and is late only when its own day is over", async () => {
    const r = await start();
    await customer(r, "west", ["dpo@west.example"], western);
    const path = await drafted(r);
    expect(await r.json("GET", `${path}/preview`, 200)).toMatchObject({ earliestEffectiveOn: "2026-12-28" });
    await announce(r, path, { effectiveOn: "2027-01-10" });
    await r.drain();
    const number = numberOf(path);

    const [mail] = await r.messages("dpo@west.example");
    expect(mail?.text.replace(/\s+/g, " ")).toContain("until: 26 December 2026, end of day in Los Angeles");
    const link = await respondLink(r, "dpo@west.example", number);
    r.setTime("2026-12-27T07:59:59Z"); // 27 December in Paris, a second to midnight there
    expect(await (await r.get(link, { key: null })).text()).toContain("26 December 2026, end of day in Los Angeles");
    await answer(r, link, { kind: "objected", customer: "west", text: "No." });
    r.setTime("2026-12-27T08:00:00Z");
    expect(await (await r.get(link, { key: null })).text()).toContain("An answer now is recorded as late");
    await answer(r, link, { kind: "objected", customer: "west", text: "Still no." });

    expect(await responsesOf(r)).toMatchObject([
      { text: "Still no.", late: true, timeZone: "America/Los_Angeles" },
      { text: "No.", late: false, lastDayToObjectOn: "2026-12-26" },
    ]);
    await r.drain();
    const [, receipt] = await r.messages("dpo@west.example");
    expect(receipt?.text.replace(/\s+/g, " ")).toContain("end of day in Los Angeles");
    const pack = Buffer.from(await (await r.get(`/v1/change-sets/${number}/evidence.zip`)).arrayBuffer());
    expect((await verifyPack(pack, r.deps.config.tokenSecret)).wrong).toBeNull();
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("told late, reads of its last day until that is over there", async () => {
    const r = await start();
    await customer(r, "west", ["dpo@west.example"], western);
    const path = await drafted(r);
    await announce(r, path, { effectiveOn: "2027-01-10" });
    await r.drain();

    r.setTime("2026-12-27T07:00:00Z"); // 27 December in Paris
    const body = { name: "west", contacts: [{ email: "new@west.example" }], ...western };
    await r.json("PUT", "/v1/customers/west", 200, { body });
    await r.drain();
    const [mail] = await r.messages("new@west.example");
    expect(mail?.text.replace(/\s+/g, " ")).toContain("until: 26 December 2026, end of day in Los Angeles");
  });

  test("is reminded until its own day is over, and not after", async () => {
    const r = await start({ reminderDays: 1 });
    await customer(r, "west", ["dpo@west.example"], western);
    await customer(r, "east", ["dpo@east.example"], { ...western, timeZone: "Pacific/Auckland" });
    const path = await drafted(r);
    await announce(r, path, { effectiveOn: "2027-01-10" });
    await r.drain();

    r.setTime("2026-12-27T07:00:00Z"); // both last days are 26 December: over in Auckland and Paris, not in Los Angeles
    await oweReminders(r.deps);

    expect(await subjects(r, "dpo@west.example", 1)).toEqual(["Acme: reminder: you can object until 26 December 2026"]);
    expect(await subjects(r, "dpo@east.example", 1)).toEqual([]);
  });
});

describe("objecting until the effect", () => {
  test("the last day follows from the date that is announced, and from the preview's", async () => {
    const r = await start();
    await customer(r, "until", ["dpo@until.example"], { objectUntilEffect: { daysBefore: 10 } });
    await customer(r, "eve", ["dpo@eve.example"], { objectUntilEffect: {} });
    const path = await drafted(r);

    const preview = await r.json("GET", `${path}/preview`, 200);
    expect(preview).toMatchObject({ earliestEffectiveOn: "2026-12-27" });
    const days = preview.mails.map(({ lastDayToObjectOn }: { lastDayToObjectOn: string }) => lastDayToObjectOn);
    expect(days.sort()).toEqual(["2026-12-17", "2026-12-26"]);
    await announce(r, path, { effectiveOn: "2027-02-01" });

    expect(await concerned(r)).toMatchObject([
      { id: "eve", until: "2027-01-31" },
      { id: "until", until: "2027-01-22" },
    ]);
  });
});

describe("an emergency", () => {
  const emergency = { reason: "The provider is gone." };

  test("does not override the date of a contract that does not allow it, which is named", async () => {
    const r = await start();
    await customer(r, "firm", ["dpo@firm.example"], { noticePeriod: { days: 45 }, emergency: "not-allowed" });
    await customer(r, "lenient", ["dpo@lenient.example"], { noticePeriod: { days: 60 } });
    const path = await drafted(r);
    const before = await r.stored();

    const refused = await r.post(`${path}/announce`, { effectiveOn: "2026-11-26", emergency });
    expect(await expectProblem(refused, 422, "effective-date-too-early", "/effectiveOn")).toMatchObject({
      earliest: "2027-01-11",
      customers: [{ externalId: "firm", earliest: "2027-01-11" }],
    });
    expect(await r.stored()).toEqual(before);
    expect(await announce(r, path, { emergency })).toMatchObject({ effectiveOn: "2027-01-11", emergency });
  });

  test("leaves a customer the notice period that its contract has for one", async () => {
    const r = await start();
    await customer(r, "short", ["dpo@short.example"], { emergency: { days: 3, basis: "business" } });
    const path = await drafted(r);

    const refused = await r.post(`${path}/announce`, { effectiveOn: "2026-12-01", emergency });
    expect(await expectProblem(refused, 422, "effective-date-too-early")).toMatchObject({
      earliest: "2026-12-02",
      customers: [{ externalId: "short", earliest: "2026-12-02" }],
    });
    expect(await announce(r, path, { effectiveOn: "2026-12-02", emergency })).toMatchObject({ emergency });
    expect(await concerned(r)).toMatchObject([{ id: "short", until: "2026-12-26" }]);
    await r.drain();
    const [mail] = await r.messages("dpo@short.example");
    expect(mail?.text.replace(/\s+/g, " ")).toContain("The period that your contract has for emergencies is kept.");
    expect(mail?.text).not.toContain("is not kept");
  });
});

describe("the preview's date is one that announcing takes", () => {
  test.each([
    ["for information", { website: "https://new.example", country: "DE" }],
    ["editorial", { website: "https://new.example" }],
    ["material", { country: "US" }],
  ])("of a vendor with an announced change, %s", async (_, body) => {
    const r = await start();
    const { changeSet } = await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-11", 201, {
      body: vendor({ name: "HubSpot", country: "FR" }),
    });
    for (const query of ["", "?effectiveOn=2027-01-10"]) {
      const { changeSet: draft } = await r.json("PATCH", `/v1/vendors/hubspot${query}`, 200, { body });
      const preview = await r.json("GET", `/v1/change-sets/${draft.number}/preview`, 200);
      expect(preview.changeSet.effectiveOn, query).toBe("2027-01-11");
      expect(preview.earliestEffectiveOn, query).toBe("2027-01-11");
      const undated = await r.post(`/v1/change-sets/${draft.number}/announce`, { effectiveOn: "2027-01-10" });
      expect(undated.status, query).toBeGreaterThanOrEqual(400);
      if (query !== "")
        await announce(r, `/v1/change-sets/${draft.number}`, { effectiveOn: preview.changeSet.effectiveOn });
      else await r.call("DELETE", `/v1/change-sets/${draft.number}`);
    }
    expect(changeSet.number).toBe(1);
  });
});
