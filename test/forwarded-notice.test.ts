import { describe, expect, test } from "vitest";
import {
  announced,
  answer,
  customer,
  linkTo,
  organised,
  respondLink,
  responsesOf,
  subjects,
} from "./setup/answering.ts";
import { expectProblem, type Registry } from "./setup/registry.ts";
import { expectProof } from "./setup/verify.ts";

const ADA = "ada@globex.example";
const EVE = "eve@elsewhere.example";
const PRIVACY = "privacy@acme.example";

const post = (r: Registry, path: string, fields: Record<string, string> = {}) => answer(r, path, fields);
const html = async (r: Registry, path: string) => (await r.get(path, { key: null })).text();

const idOf = async (r: Registry, email: string) =>
  String((await r.rows(`select id from subscribers where email = '${email}'`))[0]?.id);
const set = (r: Registry) => r.json("GET", "/v1/change-sets/1", 200);

/**
 * Globex, whose contract asks for approval, and its contact Ada, whose notice was forwarded to Eve: Eve leaves by Ada's
 * link, names herself, confirms her address, and approves by the notice that she then gets.
 */
async function forwarded(others: string[] = []) {
  const r = await organised();
  await customer(r, "globex", [ADA, ...others], { authorisation: "specific" });
  await announced(r);
  const leave = await linkTo(r, ADA, "unsubscribe");
  await post(r, leave, { email: EVE, name: "Eve" });
  await post(r, await linkTo(r, EVE, "confirm"));
  await r.drain();
  return { r, leave };
}

async function approvedByEve(r: Registry) {
  await r.drain();
  const link = await linkTo(r, EVE, "respond");
  const done = await answer(r, link, { kind: "approved", customer: "globex" });
  expect(done.status).toBe(200);
  return link;
}

describe("a notice that was forwarded", () => {
  test("says that its links are personal", async () => {
    const { r } = await forwarded();
    const [notice] = await r.messages(ADA);
    expect(notice?.text.replace(/\s+/g, " ")).toContain("The links in this mail are yours alone");
  });

  test("lets whoever has it name themselves, and approve nothing: the approval waits, and the organisation is told", async () => {
    const { r } = await forwarded();
    const link = await approvedByEve(r);
    expect(await set(r)).toMatchObject({ awaitsApproval: true, approvals: { missing: ["globex"], releasedOn: null } });
    expect(await responsesOf(r)).toMatchObject([{ kind: "approved", waiting: true }]);
    expect(await html(r, link)).toContain("does not count yet");
    const told = await subjects(r, PRIVACY);
    expect(told.at(-1)).toBe("Acme: globex Ltd approves change 1");
    const mail = (await r.messages(PRIVACY)).at(-1)?.text.replace(/\s+/g, " ");
    expect(mail).toContain("This approval does not count yet");
    expect((await r.messages(EVE)).at(-1)?.text.replace(/\s+/g, " ")).toContain("does not count yet");
    await expectProof(r, 1);
  });

  test("is told of to the contact at once: that they have left, and who was named; a click by POST undoes both", async () => {
    const { r } = await forwarded();
    await approvedByEve(r);
    expect((await subjects(r, ADA, 1)).sort()).toEqual([
      "Acme: somebody is to be told in your place on behalf of globex Ltd",
      "Acme: you are no longer told on behalf of globex Ltd",
    ]);
    const mails = (await r.messages(ADA)).slice(1).map(({ text }) => text);
    expect(mails.some((text) => text.includes(EVE))).toBe(true);
    const mine = await linkTo(r, ADA, "departure");
    const before = await r.stored();
    for (const method of ["GET", "HEAD"]) expect((await r.call(method, mine, { key: null })).status).toBe(200);
    expect(await r.stored()).toEqual(before);

    const undone = await post(r, mine, { undo: "1" });
    expect(await undone.text()).toContain("tells you on behalf of globex Ltd, as before");
    const { contacts } = await r.json("GET", "/v1/customers/globex", 200);
    expect(contacts).toMatchObject([{ email: ADA, status: "active" }]);
    expect(await set(r)).toMatchObject({ awaitsApproval: true });
    await r.drain();
    const kept = await r.rows(`select text from mails where text like '%${EVE}%'`);
    expect(kept).toEqual([]);
    await expectProof(r, 1);
  });

  test("cannot be used to confirm oneself: the links in it open nothing of that, nor does that of whom nobody confirmed", async () => {
    const { r, leave } = await forwarded();
    await approvedByEve(r);
    const eve = await idOf(r, EVE);
    await post(r, leave, { vouch: eve });
    expect((await post(r, leave.replace("unsubscribe", "departure"), { vouch: eve })).status).toBe(404);
    // Eve leaves in turn, names a second address of hers, and vouches for it.
    await post(r, await linkTo(r, EVE, "unsubscribe"), { email: "eve2@elsewhere.example" });
    await post(r, await linkTo(r, "eve2@elsewhere.example", "confirm"));
    await post(r, await linkTo(r, EVE, "departure"), { vouch: await idOf(r, "eve2@elsewhere.example") });
    await r.drain();
    await answer(r, await linkTo(r, "eve2@elsewhere.example", "respond"), { kind: "approved", customer: "globex" });
    expect(await set(r)).toMatchObject({ awaitsApproval: true, approvals: { missing: ["globex"] } });
    expect((await responsesOf(r)).map(({ waiting }) => waiting)).toEqual([true, true]);
    await expectProof(r, 1);
  });
});

describe("whoever a contact has named", () => {
  test("is confirmed by the operator: what they approved counts from then on, and so does what they approve later", async () => {
    const { r } = await forwarded();
    await approvedByEve(r);
    const path = `/v1/customers/globex/contacts/${await idOf(r, EVE)}/confirm`;
    const { contacts } = await r.json("GET", "/v1/customers/globex", 200);
    expect(contacts.map(({ confirmed }: { confirmed: boolean }) => confirmed)).toEqual([true, false]);
    const confirmed = await r.json("POST", path, 200);
    expect(confirmed.contacts).toMatchObject([{ confirmed: true }, { email: EVE, confirmed: true }]);
    expect(await set(r)).toMatchObject({ awaitsApproval: false });
    expect(await responsesOf(r)).toMatchObject([{ kind: "approved", waiting: false }]);
    const before = await r.stored();
    await r.json("POST", path, 200);
    expect(await r.stored()).toEqual(before);
    await expectProblem(await r.post(path.replace("globex", "initech")), 404, "not-found");
    const nobody = "6f1f2f0e-0b2e-4e6b-9d5b-0f5a3f0c9d11";
    await expectProblem(await r.post(`/v1/customers/globex/contacts/${nobody}/confirm`), 404, "not-found");
    await expectProof(r, 1);
  });

  test("is confirmed, under four eyes, by another than the author of what they approved", async () => {
    const { r } = await forwarded();
    await approvedByEve(r);
    await r.organisation({ approvalsRequired: 1 });
    const path = `/v1/customers/globex/contacts/${await idOf(r, EVE)}/confirm`;
    await expectProblem(await r.post(path), 409, "approval-required");
    expect(await set(r)).toMatchObject({ awaitsApproval: true });
    await r.json("POST", path, 200, { key: await r.key("write") });
    expect(await set(r)).toMatchObject({ awaitsApproval: false });
  });

  test("is confirmed by the contact, before or after they confirm their address; the organisation hears of it", async () => {
    const { r } = await forwarded();
    await approvedByEve(r);
    const mine = await linkTo(r, ADA, "departure");
    expect(await html(r, mine)).toContain(EVE);
    for (let press = 0; press < 2; press += 1) await post(r, mine, { vouch: await idOf(r, EVE) });
    expect(await html(r, mine)).toContain("have confirmed that this person answers in your place");
    expect(await set(r)).toMatchObject({ awaitsApproval: false });
    const told = (await subjects(r, PRIVACY)).filter((subject) => subject.includes("has confirmed whom they named"));
    expect(told).toHaveLength(1);
    expect((await r.messages(PRIVACY)).at(-1)?.text).toContain("- globex Ltd (globex)");
    await expectProof(r, 1);
  });

  test("and whom the contact has confirmed before they confirmed their address, approves at once", async () => {
    const r = await organised();
    await customer(r, "globex", [ADA], { authorisation: "specific" });
    await announced(r);
    await post(r, await linkTo(r, ADA, "unsubscribe"), { email: EVE });
    const confirm = await linkTo(r, EVE, "confirm");
    await post(r, await linkTo(r, ADA, "departure"), { vouch: await idOf(r, EVE) });
    await post(r, confirm);
    await r.drain();
    await approvedByEve(r);
    expect(await set(r)).toMatchObject({ awaitsApproval: false });
    await expectProof(r, 1);
  });

  test("may object at once: that holds the change, and harms nobody", async () => {
    const { r } = await forwarded();
    const link = await linkTo(r, EVE, "respond");
    await answer(r, link, { kind: "objected", customer: "globex", text: "No." });
    expect(await responsesOf(r, "?outcome=open")).toMatchObject([{ kind: "objected", waiting: false }]);
  });

  test("counts as confirmed when the operator has named them", async () => {
    const r = await organised();
    await customer(r, "globex", [ADA, EVE], { authorisation: "specific" });
    await announced(r);
    await answer(r, await respondLink(r, EVE, 1), { kind: "approved", customer: "globex" });
    expect(await set(r)).toMatchObject({ awaitsApproval: false });
  });
});

describe("the page to leave by", () => {
  test("tells the only contact before anything happens what it means, and asks for a successor first", async () => {
    const r = await organised();
    await customer(r, "globex", [ADA]);
    await announced(r);
    const leave = await linkTo(r, ADA, "unsubscribe");
    const before = await r.stored();
    const page = await html(r, leave);
    expect(page).toContain("You are the only one told on behalf of globex Ltd.");
    expect(page).toContain("Acme can tell nobody there of changes, and sees that it cannot");
    expect(page.indexOf('name="email"')).toBeLessThan(page.indexOf("Stop the messages, and name nobody"));
    const wrong = await post(r, leave, { email: "nobody" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("You are the only one told");
    expect(await r.stored()).toEqual(before);

    await post(r, leave);
    await r.drain();
    const mail = (await r.messages(PRIVACY)).at(-1);
    expect(mail?.text).toContain("- globex Ltd (globex)");
  });

  test("of one contact of several says that others are told; a follower's says nothing of customers", async () => {
    const r = await organised();
    await customer(r, "globex", [ADA, "bob@globex.example"]);
    await r.follower("reader@example.com");
    await announced(r);
    expect(await html(r, await linkTo(r, ADA, "unsubscribe"))).toContain("Others are told there, too");
    const follower = await html(r, await linkTo(r, "reader@example.com", "unsubscribe"));
    expect(follower).toContain("Press the button");
    expect(follower).not.toContain("on behalf of");
  });

  test("mails a contact no more than five times a day, however often it is pressed", async () => {
    const r = await organised();
    await customer(r, "globex", [ADA]);
    await announced(r);
    const leave = await linkTo(r, ADA, "unsubscribe");
    for (let press = 0; press < 7; press += 1) {
      await post(r, leave);
      await post(r, leave, { undo: "1" });
    }
    expect(await subjects(r, ADA, 1)).toHaveLength(5);
  });
});

test("a link to answer that is broken speaks of answers, and of no confirmation", async () => {
  const { r } = await forwarded();
  const page = await html(r, `${await linkTo(r, ADA, "respond")}x`);
  expect(page).toContain("No answer was recorded by it");
  expect(page).not.toContain("confirm");
});
