import { describe, expect, test } from "vitest";
import { runMinute } from "../src/notify/minute.ts";
import { announced, answer, customer, organised, respondLink, subjects } from "./setup/answering.ts";
import type { Registry } from "./setup/registry.ts";

const PRIVACY = "privacy@acme.example";

/** So many customers, each with a contact who was told of change 1. */
async function toldCustomers(count: number, settings: Record<string, unknown> = {}) {
  const r = await organised(settings);
  const ids = Array.from({ length: count }, (_, index) => `c${String(index + 1).padStart(2, "0")}`);
  for (const id of ids) await customer(r, id, [`dpo@${id}.example`]);
  const number = await announced(r);
  const links = new Map<string, string>();
  for (const id of ids) links.set(id, await respondLink(r, `dpo@${id}.example`, number));
  const say = async (id: string, kind: string, text = "") => {
    const response = await answer(r, links.get(id) ?? "", { kind, customer: id, text });
    expect(response.status).toBe(200);
  };
  return { r, ids, say };
}

const minute = (r: Registry) => runMinute(r.deps, { budgetMs: 5000 });

/** The mails to the organisation that tell of several answers. */
const gathered = async (r: Registry) => {
  await minute(r);
  return (await r.messages(PRIVACY)).filter(({ subject }) => /answers? to (a )?notice/.test(subject));
};

test("every kind of answer reaches the organisation: all but an acknowledgement at once", async () => {
  const { r, say } = await toldCustomers(4);
  await say("c01", "objected", "No.");
  await say("c02", "asked", "Why?");
  await say("c03", "approved");
  await say("c04", "acknowledged");
  expect((await subjects(r, PRIVACY)).sort()).toEqual([
    "Acme: c01 Ltd objects to change 1",
    "Acme: c02 Ltd asks about change 1",
    "Acme: c03 Ltd approves change 1",
  ]);
});

describe("acknowledgements", () => {
  test("are told once a day in a summary, after the day is over where the organisation is, and only if there are any", async () => {
    const { r, say } = await toldCustomers(3);
    r.setTime("2026-11-24T09:00:00Z");
    await say("c01", "acknowledged");
    r.passHours(1);
    await say("c02", "acknowledged", "Thank you.");
    r.setTime("2026-11-24T22:59:00Z"); // 23:59 in Paris
    expect(await gathered(r)).toEqual([]);
    r.setTime("2026-11-24T23:00:00Z");
    const [summary, ...others] = await gathered(r);
    expect(others).toEqual([]);
    expect(summary?.subject).toBe("Acme: 2 answers to notices have come in");
    expect(summary?.text).toContain("- c01 Ltd: Taken note (change 1)\n- c02 Ltd: Taken note (change 1)");
    expect(summary?.text).not.toContain("Thank you.");
    for (const day of ["25", "26"]) {
      r.setTime(`2026-11-${day}T23:05:00Z`);
      expect(await gathered(r)).toHaveLength(1);
    }
    await say("c03", "acknowledged");
    r.setTime("2026-11-28T09:00:00Z");
    expect((await gathered(r)).map(({ subject }) => subject)).toEqual([
      "Acme: 2 answers to notices have come in",
      "Acme: an answer to a notice has come in",
    ]);
  });

  test("of two processes at once are told once, and the log says that they were", async () => {
    const { r, say } = await toldCustomers(1);
    await say("c01", "acknowledged");
    r.passHours(24);
    await Promise.all([minute(r), minute(r)]);
    expect(await gathered(r)).toHaveLength(1);
    const told = await r.rows("select actor, subject, data from audit_log where action = 'responses.told'");
    expect(told).toEqual([{ actor: "system", subject: "organisation", data: '{"responses":1}' }]);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });
});

describe("more than twenty answers in an hour", () => {
  test("are told in one mail within the hour, objections first; none is lost, none is told twice", async () => {
    const { r, ids, say } = await toldCustomers(24);
    for (const id of ids.slice(0, 21)) await say(id, "approved");
    await say("c22", "asked", "Why?");
    await say("c23", "objected", "No.");
    const atOnce = await subjects(r, PRIVACY);
    expect(atOnce).toHaveLength(20);
    r.passHours(0.9);
    expect(await gathered(r)).toEqual([]);
    r.passHours(0.1);
    const [mail] = await gathered(r);
    expect(mail?.subject).toBe("Acme: 3 answers to notices have come in");
    const list = mail?.text.match(/^- c\d\d Ltd: .*/gm) ?? [];
    expect(list[0]).toBe("- c23 Ltd: Objection (change 1)");
    expect(list.slice(1).sort()).toEqual(["- c21 Ltd: Approval (change 1)", "- c22 Ltd: Question (change 1)"]);
    r.passHours(2);
    expect(await gathered(r)).toHaveLength(1);
    await say("c24", "objected", "No.");
    expect((await subjects(r, PRIVACY)).at(-1)).toBe("Acme: c24 Ltd objects to change 1");
  });
});

test("without an address of the organisation answers wait, and are told together once there is one", async () => {
  const { r, say } = await toldCustomers(2, { privacyEmail: undefined });
  await say("c01", "objected", "No.");
  await say("c02", "acknowledged");
  r.passHours(48);
  await minute(r);
  await r.organisation({ privacyEmail: PRIVACY, timeZone: "Europe/Paris" });
  const lists = (await gathered(r)).map(({ text }) => text.match(/^- c\d\d Ltd: .*/gm));
  expect(lists.sort()).toEqual([["- c01 Ltd: Objection (change 1)"], ["- c02 Ltd: Taken note (change 1)"]]);
});

test("without an address of the organisation users who want to hear of answers do, and are reminded of what is due", async () => {
  const { r, ids, say } = await toldCustomers(22, { privacyEmail: undefined });
  const email = "lea@acme.example";
  const { id } = await r.json("POST", "/v1/users", 201, { body: { email, name: "Lea", role: "read" } });
  await r.json("PATCH", `/v1/users/${id}`, 200, { body: { hearsOfAnswers: true } });
  const heard = async () => (await subjects(r, email)).filter((subject) => !/invited/i.test(subject));
  const [first = "", ...others] = ids;
  await say(first, "objected", "No.");
  expect(await heard()).toEqual(["Acme: c01 Ltd objects to change 1"]);
  for (const other of others) await say(other, "approved");
  // Beyond twenty an hour they come in one mail.
  expect(await heard()).toHaveLength(20);
  r.passHours(1);
  await minute(r);
  expect((await heard()).at(-1)).toBe("Acme: 2 answers to notices have come in");
  r.setTime("2026-12-18T09:00:00Z");
  await minute(r);
  expect((await heard()).at(-1)).toContain("the last day to object to change 1 is 21 December 2026");
});

test("users who want to hear of answers and of what is due are mailed the same, each once; whoever is removed is not", async () => {
  const { r, say } = await toldCustomers(2);
  const user = async (name: string, hearsOfAnswers = true) => {
    const email = name === "privacy" ? "Privacy@acme.example" : `${name}@acme.example`;
    const { id } = await r.json("POST", "/v1/users", 201, { body: { email, name, role: "read" } });
    const body = { hearsOfAnswers };
    expect(await r.json("PATCH", `/v1/users/${id}`, 200, { body })).toMatchObject(body);
    return String(id);
  };
  for (const name of ["lea", "privacy"]) await user(name);
  await user("max", false);
  const gone = await user("zoe");
  const heard = async (name: string) =>
    (await subjects(r, `${name}@acme.example`)).filter((subject) => !/invited/i.test(subject));
  await subjects(r, PRIVACY);

  await say("c01", "objected", "No.");
  await r.json("DELETE", `/v1/users/${gone}`, 204);
  const objects = "Acme: c01 Ltd objects to change 1";
  expect([await heard("lea"), await heard("max"), await heard("zoe")]).toEqual([[objects], [], []]);
  expect((await subjects(r, PRIVACY)).filter((subject) => subject === objects)).toHaveLength(1);

  r.setTime("2026-12-30T09:00:00Z");
  await minute(r);
  const reminder = (await subjects(r, PRIVACY)).at(-1);
  expect(reminder).not.toBe(objects);
  expect(await heard("lea")).toEqual([objects, reminder]);
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
});
