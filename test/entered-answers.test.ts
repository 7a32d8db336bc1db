import { describe, expect, test } from "vitest";
import { verifyPack } from "../src/evidence/pack/verify-pack.ts";
import { runMinute } from "../src/notify/minute.ts";
import { announced, answer, customer, organised, respondLink, responsesOf, subjects } from "./setup/answering.ts";
import { expectProblem } from "./setup/registry.ts";

const DPO = "dpo@globex.example";
const PRIVACY = "privacy@acme.example";

/** A customer whose last day to object to change 1 is 21 December, on 10 December. */
async function told(terms: Record<string, unknown> = {}) {
  const r = await organised();
  await customer(r, "globex", [DPO, "cto@globex.example"], terms);
  const number = await announced(r);
  r.setTime("2026-12-10T09:00:00Z");
  return { r, number };
}

const letter = {
  changeSet: 1,
  customer: "globex",
  kind: "objected",
  text: "Not in the US.",
  receivedOn: "2026-12-09",
  channel: "post",
};

describe("an answer that came by post", () => {
  test("is entered with the day it came, shown, audited, and confirmed to the customer's contacts", async () => {
    const { r } = await told();
    const entered = await r.json("POST", "/v1/responses", 200, { body: letter });
    const shown = { ...letter, late: false, customerName: "globex Ltd", email: null, lastDayToObjectOn: "2026-12-21" };
    expect(entered).toMatchObject(shown);
    expect(await responsesOf(r, "?outcome=open")).toEqual([entered]);
    const [entry] = await r.rows("select actor, data from audit_log where action = 'response.recorded'");
    expect(entry?.actor).toMatch(/^key:/);
    expect(JSON.parse(String(entry?.data))).toMatchObject({ channel: "post", receivedOn: "2026-12-09", receipts: 2 });

    for (const to of [DPO, "cto@globex.example"]) {
      const subject = "Acme: we have recorded an answer on your company’s behalf to change 1";
      expect(await subjects(r, to, 1)).toEqual([subject]);
      const text = (await r.messages(to)).at(-1)?.text.replace(/\s+/g, " ") ?? "";
      expect(text).toContain("reached us by post on 9 December 2026");
      expect(text).toContain("Not in the US.");
      expect(text).toContain("If nobody at your company gave this answer");
    }
    // Whoever entered it knows of it.
    expect(await subjects(r, PRIVACY)).toEqual([]);
    const page = await (await r.get(await respondLink(r, DPO, 1), { key: null })).text();
    expect(page).toContain("came by post on 9 December 2026, recorded by us");
    expect(page).not.toContain("Not in the US.</textarea>");
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("is in time, or late, by the day it came and not by the day it is entered", async () => {
    const { r } = await told();
    r.setTime("2026-12-29T09:00:00Z");
    const timely = await r.json("POST", "/v1/responses", 200, { body: { ...letter, receivedOn: "2026-12-21" } });
    const late = await r.json("POST", "/v1/responses", 200, { body: { ...letter, receivedOn: "2026-12-22" } });
    expect([timely, late].map(({ id, late }) => [id, late])).toEqual([
      [timely.id, false],
      [late.id, true],
    ]);
    expect(timely.id).not.toBe(late.id);
  });

  test("is in time where it came while what waited had no day, also when it is entered after the release", async () => {
    const r = await organised();
    const own = { objectUntilEffect: { daysBefore: 10 }, onObjection: "suspends" };
    await customer(r, "globex", [DPO], own);
    await customer(r, "strict", ["dpo@strict.example"], { authorisation: "specific" });
    const number = await announced(r);
    // Its last day was 21 December; the day of the change has come, and it waits for the other's approval.
    r.setTime("2027-01-05T09:00:00Z");
    const link = await respondLink(r, "dpo@strict.example", number);
    await answer(r, link, { kind: "approved", customer: "strict" });
    expect(await r.json("GET", "/v1/change-sets/1", 200)).toMatchObject({
      state: "announced",
      effectiveOn: "2027-01-15",
    });
    r.setTime("2027-01-16T09:00:00Z");
    const of = async (receivedOn: string) =>
      (await r.json("POST", "/v1/responses", 200, { body: { ...letter, receivedOn } })).late;
    expect([await of("2027-01-02"), await of("2027-01-06")]).toEqual([false, true]);
    await r.drain();
    const texts = (await r.messages(DPO)).map(({ text }) => text.replace(/\s+/g, " "));
    const [timely, late] = ["2 January", "6 January"].map((day) =>
      texts.find((text) => text.includes(`by post on ${day}`)),
    );
    expect(timely).toContain("has been in effect since 15 January 2027");
    expect(timely).not.toMatch(/late/);
    expect(late).toContain("has been in effect since 15 January 2027");
    const page = await (await r.get(await respondLink(r, DPO, 1), { key: null })).text();
    expect(page.match(/\(late\)/g)).toHaveLength(1);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("entered twice is one; with other words it edits the one there is; its outcome is mailed to the contacts", async () => {
    const { r } = await told();
    const first = await r.json("POST", "/v1/responses", 200, { body: letter });
    expect(await r.json("POST", "/v1/responses", 200, { body: letter })).toEqual(first);
    const body = { ...letter, text: "Not in the US, nor in India." };
    const edited = await r.json("POST", "/v1/responses", 200, { body });
    expect(edited).toMatchObject({ id: first.id, text: body.text, editedAt: expect.any(String) });
    expect(await responsesOf(r)).toHaveLength(1);
    await r.json("POST", `/v1/responses/${first.id}/resolve`, 200, {
      body: { outcome: "rejected", note: "It stays." },
    });
    // Mails that are owed at one instant go out in any order.
    expect(await subjects(r, DPO, 1)).toContain("Acme: our decision on your objection to change 1");
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("stands beside what a contact answers by the link; an approval counts, and an objection holds", async () => {
    const { r } = await told({ authorisation: "specific" });
    await r.json("POST", "/v1/responses", 200, { body: { ...letter, kind: "approved", text: undefined } });
    const set = () => r.json("GET", "/v1/change-sets/1", 200);
    expect(await set()).toMatchObject({ awaitsApproval: false });
    await answer(r, await respondLink(r, DPO, 1), { kind: "objected", customer: "globex", text: "No." });
    expect(await set()).toMatchObject({ awaitsApproval: true, approvals: { missing: ["globex"] } });
    expect(await responsesOf(r)).toHaveLength(2);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("is an entry of its own beside an open question, and each question by letter is; an objection takes back what a contact approved", async () => {
    const { r } = await told({ authorisation: "specific" });
    const set = () => r.json("GET", "/v1/change-sets/1", 200);
    await answer(r, await respondLink(r, DPO, 1), { kind: "approved", customer: "globex" });
    const asked = { ...letter, kind: "asked", text: "Where are the data?" };
    for (const receivedOn of ["2026-12-07", "2026-12-08"])
      await r.json("POST", "/v1/responses", 200, { body: { ...asked, receivedOn } });
    expect(await set(), "a question takes nothing back").toMatchObject({ awaitsApproval: false });
    r.passHours(1);
    const { id } = await r.json("POST", "/v1/responses", 200, { body: letter });
    const open = await responsesOf(r, "?outcome=open");
    expect(open.map(({ kind, receivedOn }) => `${kind} ${receivedOn}`).sort()).toEqual([
      "asked 2026-12-07",
      "asked 2026-12-08",
      "objected 2026-12-09",
    ]);
    const superseded = { by: id, kind: "objected", on: "2026-12-09" };
    expect(await responsesOf(r, "?kind=approved")).toMatchObject([{ superseded }]);
    const page = await (await r.get(await respondLink(r, DPO, 1), { key: null })).text();
    expect(page).toContain("It does not count, because of an objection of 9 December 2026.");
    await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body: { outcome: "rejected", note: "It stays." } });
    expect(await set()).toMatchObject({ awaitsApproval: true, approvals: { missing: ["globex"] } });
    expect(await responsesOf(r, "?kind=approved")).toMatchObject([{ superseded }]);
    r.passHours(1);
    await r.json("POST", "/v1/responses", 200, { body: { ...letter, kind: "approved", text: undefined } });
    expect(await set()).toMatchObject({ awaitsApproval: false });
    const pack = Buffer.from(await (await r.get("/v1/change-sets/1/evidence.zip")).arrayBuffer());
    expect((await verifyPack(pack, r.deps.config.tokenSecret)).wrong).toBeNull();
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("spares the customer's contacts the reminder that nobody has answered", async () => {
    const { r } = await told();
    await r.json("POST", "/v1/responses", 200, { body: letter });
    r.setTime("2026-12-17T09:00:00Z");
    await runMinute(r.deps, { budgetMs: 5000 });
    expect((await r.messages(DPO)).map(({ subject }) => subject)).not.toContainEqual(
      expect.stringContaining("reminder"),
    );
  });

  test("is in the evidence and in the pack, with how and when it came", async () => {
    const { r } = await told();
    await r.json("POST", "/v1/responses", 200, { body: letter });
    await r.drain();
    const evidence = await r.json("GET", "/v1/change-sets/1/evidence", 200);
    expect(evidence.responses).toMatchObject([
      { channel: "post", receivedOn: "2026-12-09", emailHash: null, email: null },
    ]);
    const pack = Buffer.from(await (await r.get("/v1/change-sets/1/evidence.zip")).arrayBuffer());
    expect((await verifyPack(pack, r.deps.config.tokenSecret)).wrong).toBeNull();
  });
});

test("what cannot be entered is refused, naming the field, and nothing is written", async () => {
  const { r, number } = await told();
  const before = await r.stored();
  const refused: [Record<string, unknown>, string][] = [
    [{ kind: "consented" }, "/kind"],
    [{ kind: "asked", text: undefined }, "/text"],
    [{ text: "x".repeat(5001) }, "/text"],
    [{ receivedOn: "2026-12-11" }, "/receivedOn"],
    [{ receivedOn: "2026-11-20" }, "/receivedOn"],
    [{ receivedOn: "yesterday" }, "/receivedOn"],
    [{ channel: "pigeon" }, "/channel"],
    [{ channel: undefined }, "/channel"],
    [{ customer: "initech" }, "/customer"],
    [{ late: false }, "/late"],
  ];
  for (const [part, pointer] of refused) {
    await expectProblem(await r.post("/v1/responses", { ...letter, ...part }), 422, "invalid-request", pointer);
  }
  await expectProblem(await r.post("/v1/responses", { ...letter, changeSet: 99 }), 404, "not-found");
  expect(await r.stored()).toEqual(before);
  await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
  await expectProblem(await r.post("/v1/responses", letter), 409, "not-announced");
});
