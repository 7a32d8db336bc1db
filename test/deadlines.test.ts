import { describe, expect, test } from "vitest";
import { drain } from "../src/notify/drain.ts";
import { NO_LIMITS, type Outcome } from "../src/notify/mailer.ts";
import { runMinute } from "../src/notify/minute.ts";
import { announced, answer, customer, organised, respondLink, responsesOf } from "./setup/answering.ts";
import { type Registry, vendor } from "./setup/registry.ts";

const PRIVACY = "privacy@acme.example";
const DPO = "dpo@globex.example";

/**
 * A set announced on 21 November, of three vendors for three regions: EU and Shared on 31 December, US on 5 January. One
 * customer uses the EU region, one the US; Shared concerns both.
 */
async function ofSeveralDays(terms: Record<string, unknown> = {}) {
  const hostingRegions = [
    { key: "eu", name: "EU" },
    { key: "us", name: "US" },
  ];
  const r = await organised({ hostingRegions });
  await customer(r, "globex", [DPO], { ...terms, hostingRegions: ["eu"] });
  await customer(r, "initech", ["dpo@initech.example"], { ...terms, hostingRegions: ["us"] });
  const tool = (name: string, regions: string[]) => {
    const service = {
      key: "main",
      purpose: "Hosting",
      locations: [{ country: "US" }],
      safeguards: [{ mechanism: "scc", module: 3 }],
      hostingRegions: regions,
    };
    return vendor({ name, services: [service] });
  };
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: tool("EU tool", ["eu"]) });
  for (const [name, regions] of [["US tool", ["us"]] as const, ["Shared tool", []] as const])
    await r.json("POST", `/v1/vendors?changeSet=${changeSet.number}`, 201, { body: tool(name, [...regions]) });
  await r.json("PATCH", `/v1/change-sets/${changeSet.number}`, 200, {
    body: { changes: { "us-tool": { effectiveOn: "2027-01-05" } } },
  });
  await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: { effectiveOn: "2026-12-31" } });
  await r.drain();
  const say = async (who: "globex" | "initech", kind: string, text = "") =>
    answer(r, await respondLink(r, `dpo@${who}.example`, changeSet.number), { kind, customer: who, text });
  return { r, say };
}

/** A customer who was told of change 1 on 21 November: its last day to object is 21 December, the change planned for the 31st. */
async function told(terms: Record<string, unknown> = {}) {
  const r = await organised();
  await customer(r, "globex", [DPO], terms);
  await announced(r);
  const link = await respondLink(r, DPO, 1);
  const say = (kind: string, text = "") => answer(r, link, { kind, customer: "globex", text });
  return { r, say };
}

const minute = (r: Registry) => runMinute(r.deps, { budgetMs: 5000 });

/** The reminders to the organisation, day by day until a date, with the day each came. */
async function untilDay(r: Registry, from: string, to: string): Promise<string[]> {
  const came: string[] = [];
  let known = (await r.messages(PRIVACY)).length;
  for (const day = new Date(`${from}T09:00:00Z`); day <= new Date(`${to}T09:00:00Z`); day.setDate(day.getDate() + 1)) {
    r.setTime(day.toISOString());
    await minute(r);
    let mails = await r.messages(PRIVACY);
    if (mails.length > known) {
      await minute(r); // what came is not to come again on that day
      mails = await r.messages(PRIVACY);
    }
    for (const { subject } of mails.slice(known))
      came.push(`${day.toISOString().slice(0, 10)} ${subject.replace("Acme: ", "")}`);
    known = mails.length;
  }
  return came;
}

describe("the organisation is reminded", () => {
  test("of an open objection three days before the last day, on the eve, and when the change is in effect; once each", async () => {
    const { r, say } = await told();
    r.setTime("2026-11-25T09:00:00Z");
    await say("objected", "No.");
    await minute(r);
    expect(await untilDay(r, "2026-11-26", "2027-01-10")).toEqual([
      "2026-12-18 the last day to object to change 1 is 21 December 2026, and something is open",
      "2026-12-30 change 1 is to take effect on 31 December 2026, and something is open",
      "2026-12-31 change 1 has been in effect since 31 December 2026, and answers to it are open",
    ]);
    const texts = (await r.messages(PRIVACY)).slice(1).map(({ text }) => text);
    for (const text of texts) {
      expect(text).toContain("- globex Ltd: Objection of 25 November 2026");
      expect(text).not.toMatch(/can\s+approve|To\s+go\s+on/);
    }
    expect(texts.at(-1)?.replace(/\s+/g, " ")).toContain("Whoever raised them has no decision from you yet");
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("of an open question as of an objection, of each that came by letter, and of nothing that is resolved, answered or withdrawn", async () => {
    const { r, say } = await told();
    await say("asked", "Why?");
    r.setTime("2026-11-24T09:00:00Z");
    const letter = { changeSet: 1, customer: "globex", kind: "asked", channel: "post", text: "Where?" };
    for (const receivedOn of ["2026-11-23", "2026-11-24"])
      await r.json("POST", "/v1/responses", 200, { body: { ...letter, receivedOn } });
    await minute(r);
    expect(await untilDay(r, "2026-12-17", "2026-12-19")).toHaveLength(1);
    const lines = (await r.messages(PRIVACY)).at(-1)?.text.match(/^- .*/gm);
    expect(lines?.toSorted()).toEqual([21, 23, 24].map((day) => `- globex Ltd: Question of ${day} November 2026`));
    const asked = await responsesOf(r);
    const ofLast = asked.find(({ receivedOn }) => receivedOn === "2026-11-24");
    const answered = { outcome: "answered", note: "So." };
    for (const { id } of asked)
      if (id !== ofLast?.id) await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body: answered });
    expect(await untilDay(r, "2026-12-20", "2026-12-30")).toHaveLength(1);
    expect((await r.messages(PRIVACY)).at(-1)?.text.match(/^- .*/gm)).toEqual(
      lines?.filter((line) => line.includes("24")),
    );
    await r.json("POST", `/v1/responses/${ofLast?.id}/resolve`, 200, { body: answered });
    expect(await untilDay(r, "2026-12-31", "2027-01-03")).toEqual([]);

    const other = await told();
    await other.say("objected", "No.");
    await minute(other.r);
    await other.r.json("POST", "/v1/change-sets/1/withdraw", 200, { body: {} });
    expect(await untilDay(other.r, "2026-12-17", "2027-01-03")).toEqual([]);
  });

  test("of missing approvals before the last day and on the eve, and when the day has come and the change is held", async () => {
    const { r } = await told({ authorisation: "specific", timeZone: "America/New_York" });
    expect(await untilDay(r, "2026-12-01", "2027-01-10")).toEqual([
      "2026-12-18 the last day to object to change 1 is 21 December 2026, and something is open",
      "2026-12-30 change 1 does not take effect on 31 December 2026 unless what it waits for is settled by then",
      "2026-12-31 change 1 was planned for 31 December 2026 and is held: something is open",
    ]);
    const texts = (await r.messages(PRIVACY)).map(({ text }) => text.replace(/\s+/g, " "));
    expect(texts.at(-1)).toContain("- globex Ltd (globex): its approval is missing");
    expect(texts[0]).toContain("the last day to object is near (21 December 2026, end of day in New York):");
    for (const text of texts) {
      expect(text).toContain("Only the customer can approve");
      expect(text).not.toContain("what becomes of an objection");
    }
  });

  test("not on the day an answer comes in, of which it hears at once; of a late one the day after", async () => {
    const { r, say } = await told();
    r.setTime("2026-12-20T09:00:00Z");
    await say("objected", "No.");
    expect(await untilDay(r, "2026-12-20", "2026-12-21")).toEqual([
      "2026-12-20 globex Ltd objects to change 1",
      "2026-12-21 the last day to object to change 1 is 21 December 2026, and something is open",
    ]);
    r.setTime("2027-01-05T09:00:00Z");
    await say("objected", "Still no.");
    const came = await untilDay(r, "2027-01-05", "2027-01-08");
    expect(came.map((line) => line.slice(0, 24)).sort()).toEqual([
      "2027-01-05 change 1 has ",
      "2027-01-05 globex Ltd ob",
      "2027-01-06 change 1 has ",
    ]);
  });

  test("of a set with several days, of each change on its own and once, and for a customer only of those that concern it", async () => {
    const { r, say } = await ofSeveralDays();
    r.setTime("2026-11-25T09:00:00Z");
    await say("globex", "objected", "No.");
    await say("initech", "objected", "Neither.");
    await minute(r);
    expect(await untilDay(r, "2026-11-26", "2027-01-20")).toEqual([
      "2026-12-18 the last day to object to change 1 is 21 December 2026, and something is open",
      "2026-12-30 change 1 (EU tool and Shared tool) is to take effect on 31 December 2026, and something is open",
      "2026-12-31 change 1 (EU tool and Shared tool) has been in effect since 31 December 2026, and answers to it are open",
      "2027-01-04 change 1 (US tool) is to take effect on 5 January 2027, and something is open",
      "2027-01-05 change 1 (US tool) has been in effect since 5 January 2027, and answers to it are open",
    ]);
    const lines = (await r.messages(PRIVACY)).slice(2).map(({ text }) => text.match(/^- .*/gm));
    const [globex, initech] = ["globex", "initech"].map((who) => `- ${who} Ltd: Objection of 25 November 2026`);
    const ofDecember = [`${globex} (EU tool and Shared tool)`, `${initech} (Shared tool)`].sort();
    expect(lines.map((each) => each?.toSorted())).toEqual([
      [`${globex} (EU tool and Shared tool)`, `${initech} (Shared tool and US tool)`].sort(),
      ofDecember,
      ofDecember,
      [`${initech} (US tool)`],
      [`${initech} (US tool)`],
    ]);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("of a second change that is held when its day has come, and not of one that another's approval is missing for", async () => {
    const { r, say } = await ofSeveralDays({ authorisation: "specific" });
    r.setTime("2026-11-25T09:00:00Z");
    await say("globex", "approved");
    await minute(r);
    expect(await untilDay(r, "2026-12-19", "2027-01-20")).toEqual([
      "2026-12-19 the last day to object to change 1 (Shared tool and US tool) is 21 December 2026, and something is open",
      "2026-12-30 change 1 (Shared tool) does not take effect on 31 December 2026 unless what it waits for is settled by then",
      "2026-12-31 change 1 (Shared tool) was planned for 31 December 2026 and is held: something is open",
      "2027-01-04 change 1 (US tool) does not take effect on 5 January 2027 unless what it waits for is settled by then",
      "2027-01-05 change 1 (US tool) was planned for 5 January 2027 and is held: something is open",
    ]);
    const last = (await r.messages(PRIVACY)).at(-1)?.text;
    expect(last).toContain("- initech Ltd (initech): its approval is missing (US tool)");
    expect(last?.replace(/\s+/g, " ")).toContain("The day that change 1 (US tool) was planned for has come. It is not");
  });

  test("once, by two processes at once", async () => {
    const { r, say } = await told();
    await say("objected", "No.");
    await minute(r);
    r.setTime("2026-12-18T09:00:00Z");
    await Promise.all([minute(r), minute(r)]);
    await minute(r);
    expect(await r.rows("select kind from notices where kind = 'deadline'")).toHaveLength(1);
  });
});

test("a pause that the provider forces is shown, owed to the organisation once, and told when sending goes on", async () => {
  const { r, say } = await told();
  await say("objected", "No.");
  const outcome: Outcome = { kind: "paused", because: "daily_quota_exceeded (429)" };
  const refusing = { ...r.deps, mailer: { send: async () => ({ outcome, limits: NO_LIMITS }) } };
  await drain(refusing, { budgetMs: 5000 });
  expect(await r.json("GET", "/v1/sending", 200)).toMatchObject({
    state: "paused",
    paused: { because: "daily_quota_exceeded (429)" },
  });
  for (let each = 0; each < 3; each += 1) {
    await runMinute(refusing, { budgetMs: 5000 });
    r.passHours(1);
  }
  expect(await r.rows("select kind from notices where kind = 'sending-paused'")).toHaveLength(1);
  await minute(r);
  const mail = (await r.messages(PRIVACY)).find(({ subject }) => subject === "Acme: the sending of notices was paused");
  expect(mail?.text.replace(/\s+/g, " ")).toContain("daily_quota_exceeded (429). Nothing was lost");
  r.passHours(1);
  await minute(r);
  expect(await r.rows("select kind from notices where kind = 'sending-paused'")).toHaveLength(1);
});
