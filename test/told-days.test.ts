import { describe, expect, test } from "vitest";
import { runMinute } from "../src/notify/minute.ts";
import { announced, answer, customer, organised, respondLink, responsesOf } from "./setup/answering.ts";
import { type Registry, vendor } from "./setup/registry.ts";
import { tamper } from "./setup/tamper.ts";
import { expectProof } from "./setup/verify.ts";

const specific = { authorisation: "specific" };
const suspends = { onObjection: "suspends" };
const REASON = "The supplier closes the old region.";

/** A change announced for 31 December 2026 to customers on these terms, and to a follower. */
async function told(customers: Record<string, Record<string, unknown>>, settings: Record<string, unknown> = {}) {
  const r = await organised(settings);
  for (const [id, terms] of Object.entries(customers)) await customer(r, id, [`dpo@${id}.example`], terms);
  await r.follower("reader@follower.example");
  const number = await announced(r);
  return { r, number, path: `/v1/change-sets/${number}` };
}

const minute = (r: Registry) => runMinute(r.deps, { budgetMs: 10_000 });

const waive = (r: Registry, path: string) =>
  r.json("POST", `${path}/waive-approvals`, 200, { body: { reason: REASON } });

/** The mails to an address after the announcement, but for those about its own answers; without line breaks. */
async function since(r: Registry, to: string) {
  await minute(r);
  const after = (await r.messages(to)).slice(1).filter(({ subject }) => !/your answer|our decision/.test(subject));
  return after.map(({ subject, text }) => ({ subject, text: text.replace(/\s+/g, " ") }));
}

async function say(r: Registry, number: number, id: string, kind: string) {
  const link = await respondLink(r, `dpo@${id}.example`, number);
  expect((await answer(r, link, { kind, customer: id, text: kind === "objected" ? "No." : "" })).status).toBe(200);
}

const page = async (r: Registry, number: number, id: string) =>
  (await (await r.get(await respondLink(r, `dpo@${id}.example`, number), { key: null })).text()).replace(/\s+/g, " ");

describe("when approvals are waived", () => {
  test("whoever was asked and had not approved is told at once and once: what is so now, why, and what is left to them", async () => {
    const { r, number, path } = await told(
      { strict: specific, given: specific, easy: {} },
      { remedies: "You may end the contract." },
    );
    await say(r, number, "given", "approved");
    await waive(r, path);
    const [mail, ...more] = await since(r, "dpo@strict.example");
    expect(more).toEqual([]);
    expect(mail?.subject).toBe("Acme: the change concerning HubSpot no longer waits for your approval");
    expect(mail?.text).toContain("that needs your approval under your contract. We have decided to go on without it");
    expect(mail?.text).toContain("The change takes effect on 31 December 2026.");
    expect(mail?.text).toContain(REASON);
    expect(mail?.text).toMatch(/You can object until:? 21 December 2026/);
    expect(mail?.text).toContain("You may end the contract.");
    expect(mail?.text).toContain("Your rights under the contract and under the law remain");
    expect(mail?.text).toContain("By itself it does not hold back what we announced");
    expect(mail?.text).toContain("/respond/");
    expect(mail?.text).not.toMatch(/needed under your contract|Silence is no approval|until it is resolved/);
    for (const other of ["dpo@easy.example", "dpo@given.example", "reader@follower.example"])
      expect(await since(r, other)).toEqual([]);
    r.passHours(24);
    expect(await since(r, "dpo@strict.example")).toHaveLength(1);
    await expectProof(r, number);
  });

  test("a reminder, the answer page and the page of the change say what is so", async () => {
    const { r, number, path } = await told({ strict: specific });
    expect(await page(r, number, "strict")).toContain("Under your contract this needs your approval.");
    await waive(r, path);
    expect(await page(r, number, "strict")).not.toMatch(/needs your approval|We approve|until it is resolved/);
    r.setTime("2026-12-18T09:00:00Z");
    const [, reminder] = await since(r, "dpo@strict.example");
    expect(reminder?.subject).toContain("reminder: you can object until 21 December 2026");
    expect(reminder?.text).toContain("By itself it does not hold back what we announced");
    expect(reminder?.text).not.toMatch(/approval is needed|needs your approval|until it is resolved/);
    const change = await (await r.get(`/changes/${number}`, { key: null })).text();
    expect(change).toContain("no longer waits for customers since");
    expect(change).not.toMatch(/strict/i);
  });

  test("whose objection held it is told that it does no longer, and that the objection stays open", async () => {
    const { r, number, path } = await told({ firm: suspends, other: suspends });
    await say(r, number, "firm", "objected");
    await waive(r, path);
    const [mail, ...more] = await since(r, "dpo@firm.example");
    expect(more).toEqual([]);
    expect(mail?.subject).toContain("no longer waits for your objection to be resolved");
    expect(mail?.text).toContain("Your objection stays open until we have told you what becomes of it.");
    expect(mail?.text).not.toContain("holds what concerns you until it is resolved");
    expect(await since(r, "dpo@other.example")).toEqual([]);
    await expectProof(r, number);
  });

  test("after the day everybody who was told it hears the new one, and those who were asked one mail", async () => {
    const { r, number, path } = await told({ strict: specific, easy: {} });
    r.setTime("2027-01-02T09:00:00Z");
    await waive(r, path);
    const strict = await since(r, "dpo@strict.example");
    expect(strict.filter(({ text }) => text.includes("in effect since 2 January 2027"))).toHaveLength(1);
    for (const other of ["dpo@easy.example", "reader@follower.example"]) {
      const [mail] = (await since(r, other)).slice(-1);
      expect(mail?.subject).toBe("Acme: the change concerning HubSpot has been in effect since 2 January 2027");
    }
    await expectProof(r, number);
  });
});

test("a correction and a postponement say what an objection leads to, while one can be made", async () => {
  const { r, path } = await told({ firm: suspends, easy: {} });
  const remind = async (to: string) => (await since(r, to)).at(-1)?.text;
  const change = async (of: string, body: object) => {
    r.passHours(1);
    await r.json("POST", `${path}/${of}`, of === "correction" ? 201 : 200, { body });
  };
  for (const [of, body] of [
    ["correction", { text: "In Ireland." }],
    ["postpone", { effectiveOn: "2027-01-31", reason: "Later." }],
  ] as const) {
    await change(of, body);
    expect(await remind("dpo@firm.example")).toContain("holds what concerns you until it is resolved");
    expect(await remind("dpo@easy.example")).toContain("By itself it does not hold back what we announced");
    expect(await remind("reader@follower.example")).not.toContain("What an objection leads to");
  }
});

describe("a change whose day comes while it waits", () => {
  test.each([
    ["an approval is missing", { strict: specific, easy: {} }, null],
    ["an objection suspends it", { firm: suspends, easy: {} }, "firm"],
  ])("is told as held where %s, once, and its new day once it has one", async (_, customers, objecting) => {
    const { r, number } = await told(customers);
    const [first = ""] = Object.keys(customers);
    if (objecting) await say(r, number, objecting, "objected");
    r.setTime("2026-12-31T09:00:00Z");
    const [held, ...more] = await since(r, "dpo@easy.example");
    expect(more.filter(({ subject }) => !subject.includes("reminder"))).toEqual([]);
    expect(held?.subject).toBe("Acme: the change concerning HubSpot has not taken effect");
    expect(held?.text).toContain(
      "It has not taken effect: it waits for customers’ approval or for objections to be resolved",
    );
    expect(held?.text).toContain("31 December 2026");
    await expectProof(r, number);
    r.passHours(48);
    expect(await since(r, "dpo@easy.example")).toHaveLength(1);
    if (objecting) {
      const [open] = await responsesOf(r, "?outcome=open");
      await r.json("POST", `/v1/responses/${open?.id}/resolve`, 200, { body: { outcome: "alternative" } });
    } else await say(r, number, first, "approved");
    for (const to of ["dpo@easy.example", "reader@follower.example", `dpo@${first}.example`]) {
      const days = (await since(r, to)).filter(({ text }) => text.includes("had to wait"));
      expect(days.map(({ subject }) => subject)).toEqual([
        "Acme: the change concerning HubSpot has been in effect since 2 January 2027",
      ]);
    }
    await expectProof(r, number);
  });

  test.each([
    [
      "en",
      "Under the contract of strict Ltd this needs your approval.",
      "Last day to object was: - easy Ltd: 11 December 2026, end of day in Paris - strict Ltd: 21 December 2026, end of",
      "Your approval: needed under the contract of strict Ltd",
    ],
    [
      "fr",
      "Selon le contrat de strict Ltd, votre autorisation est nécessaire.",
      "L’objection était possible jusqu’au : - easy Ltd : 11 décembre 2026",
      "Votre autorisation : nécessaire d’après le contrat de strict Ltd",
    ],
  ])(
    "names to whoever speaks for several customers whose day was which, and whose approval is missing (%s)",
    async (locale, ...says) => {
      const r = await organised({ locales: ["en", "fr"] });
      const contacts = [{ email: "dpo@both.example", locale }];
      await customer(r, "easy", [], { contacts, objectionPeriod: { days: 20, basis: "calendar" } });
      await customer(r, "strict", [], { contacts, ...specific });
      const number = await announced(r);
      r.setTime("2026-12-31T09:00:00Z");
      const plain = (text = "") => text.replace(/[\s\u00a0\u202f]+/g, " ");
      const held = (await since(r, "dpo@both.example")).at(-1);
      for (const words of says) expect(plain(held?.text)).toContain(words);
      await r.json("POST", `/v1/change-sets/${number}/correction`, 201, { body: { text: "Also for alerts." } });
      const correction = (await since(r, "dpo@both.example")).at(-1);
      for (const words of says.slice(1)) expect(plain(correction?.text)).toContain(words);
      await expectProof(r, number);
    },
  );

  test("and is put off at the very instant at which that is told: the later day is what was told last", async () => {
    const { r, number } = await told({ strict: specific, easy: {} });
    r.setTime("2026-12-31T09:00:00Z");
    await since(r, "dpo@easy.example");
    const body = { effectiveOn: "2027-01-20", reason: "The contract is not signed." };
    await r.json("POST", `/v1/change-sets/${number}/postpone`, 200, { body });
    const [[held], [later]] = [
      await r.rows("select created_at at from notices where kind = 'hold'"),
      await r.rows("select at from postponements"),
    ];
    expect(later?.at).toEqual(held?.at);
    await say(r, number, "strict", "approved");
    expect(await r.rows("select id from notices where kind = 'release'")).toEqual([]);
  });

  test("is told to nobody where what it waits for is settled before: the day is as announced", async () => {
    const { r, number } = await told({ strict: specific, easy: {} });
    await say(r, number, "strict", "approved");
    r.setTime("2026-12-31T09:00:00Z");
    expect(await since(r, "dpo@easy.example")).toEqual([]);
    expect(await since(r, "reader@follower.example")).toEqual([]);
  });

  test("is told change by change, to those whom the change concerns, and not to whom it does not apply", async () => {
    const regions = ["eu", "us"].map((key) => ({ key, name: key.toUpperCase() }));
    const r = await organised({ hostingRegions: regions });
    await customer(r, "strict", ["dpo@strict.example"], { ...specific, hostingRegions: ["eu"] });
    await customer(r, "european", ["dpo@european.example"], { hostingRegions: ["eu"] });
    await customer(r, "american", ["dpo@american.example"], { hostingRegions: ["us"] });
    const add = (name: string, region: string, query = "") =>
      r.json("POST", `/v1/vendors${query}`, 201, { body: vendor({ name }, { hostingRegions: [region] }) });
    const { changeSet } = await add("Eins", "eu");
    await add("Zwei", "us", `?changeSet=${changeSet.number}`);
    await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: { effectiveOn: "2026-12-31" } });
    await r.drain();
    await say(r, changeSet.number, "european", "objected");
    const [open] = await responsesOf(r, "?outcome=open");
    await r.json("POST", `/v1/responses/${open?.id}/resolve`, 200, { body: { outcome: "exempted" } });
    r.setTime("2026-12-31T09:00:00Z");
    const notTaken = async (id: string) =>
      (await since(r, `dpo@${id}.example`)).filter(({ subject }) => subject.includes("has not taken effect"));
    expect(await notTaken("strict")).toHaveLength(1);
    expect(await notTaken("american")).toEqual([]);
    expect(await notTaken("european")).toEqual([]);
    expect((await notTaken("strict"))[0]?.text).not.toContain("Zwei");
    await expectProof(r, changeSet.number);
  });

  test("is told once by two processes at once, and what is told is as recorded", async () => {
    const { r, number } = await told({ strict: specific, easy: {} });
    r.setTime("2026-12-31T09:00:00Z");
    await Promise.all([minute(r), minute(r)]);
    expect(await r.rows("select about from notices where kind = 'hold'")).toHaveLength(1);
    expect(await since(r, "dpo@easy.example")).toHaveLength(1);
    await r.db.transaction((tx) =>
      tamper(tx, `update notices set about = jsonb_set(about, '{days,0,was}', '"2026-12-30"') where kind = 'hold'`),
    );
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({
      ok: false,
      bad: [{ reason: "its words are not what was recorded" }],
    });
    expect(number).toBeGreaterThan(0);
  });
});

test("whose contract ends is told every day and asked for nothing; to whom a change does not apply hears no more of it", async () => {
  const { r, number, path } = await told({ strict: specific, ending: specific, free: { onObjection: "suspends" } });
  for (const id of ["ending", "free"]) await say(r, number, id, "objected");
  for (const { id, customer: whose } of await responsesOf(r, "?outcome=open")) {
    const outcome = whose === "free" ? "exempted" : "terminated";
    await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body: { outcome, note: "So." } });
  }
  const before = (await since(r, "dpo@ending.example")).length;
  const asking = /needs your approval|approval is needed|before you have approved|We approve/;
  const expectTold = async (mails: number, said: RegExp) => {
    const all = (await since(r, "dpo@ending.example")).slice(before);
    expect(all).toHaveLength(mails);
    expect(all.at(-1)?.text).toMatch(said);
    expect(all.at(-1)?.text).not.toMatch(asking);
    expect(await page(r, number, "ending")).not.toMatch(asking);
    expect(await since(r, "dpo@free.example")).toEqual([]);
  };
  r.passHours(1);
  await r.json("POST", `${path}/postpone`, 200, { body: { effectiveOn: "2027-01-31", reason: "Later." } });
  await expectTold(1, /31 January 2027/);
  r.setTime("2027-01-31T09:00:00Z");
  await expectTold(2, /not taken effect/);
  r.setTime("2027-02-02T09:00:00Z");
  await say(r, number, "strict", "approved");
  await expectTold(3, /in effect since 2 February 2027/);
  await expectProof(r, number);
});
