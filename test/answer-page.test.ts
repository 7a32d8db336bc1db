import { describe, expect, test } from "vitest";
import { announced, answer, customer, organised, respondLink, responsesOf, subjects } from "./setup/answering.ts";
import { type Registry, vendor } from "./setup/registry.ts";

type Terms = Record<string, unknown>;

/** A change announced for 31 December 2026 to a customer on these terms; its last day to object is 21 December. */
async function told(terms: Terms, settings: Terms = {}) {
  const r = await organised(settings);
  await customer(r, "firm", ["dpo@firm.example"], terms);
  const number = await announced(r);
  return { r, number, link: await respondLink(r, "dpo@firm.example", number) };
}

const read = async (r: Registry, link: string) =>
  (await (await r.get(link, { key: null })).text()).replace(/\s+/g, " ");

const HOLDS = "An objection holds what concerns you until it is resolved.";
const ALWAYS_HOLDS = "An objection holds what concerns you until it is resolved.";
const DOES_NOT = "By itself it does not hold back what we announced";

describe("the page to answer on says what an objection leads to", () => {
  test.each([
    ["goes on", {}, DOES_NOT],
    ["is held, where the contract says that objecting suspends it", { onObjection: "suspends" }, HOLDS],
    ["is held, where it needs an approval", { authorisation: "specific" }, ALWAYS_HOLDS],
  ])("the change %s", async (_, terms, says) => {
    const { r, link } = await told(terms, { remedies: { en: "You may end the contract." } });
    const page = await read(r, link);
    expect(page).toContain(says);
    for (const other of [HOLDS, ALWAYS_HOLDS, DOES_NOT].filter((each) => each !== says))
      expect(page).not.toContain(other);
    expect(page).toContain("You may end the contract.");
  });

  test("in the words of the contract; and a late objection holds nothing, nor one to what is in force", async () => {
    const { r, link } = await told({ onObjection: "suspends", remedies: "Credit for a month." });
    expect(await read(r, link)).toContain("Credit for a month.");
    r.setTime("2026-12-22T09:00:00Z");
    expect(await read(r, link)).toContain(DOES_NOT);
    const other = await told({ authorisation: "specific" });
    await answer(other.r, other.link, { kind: "approved", customer: "firm" });
    other.r.setTime("2027-01-02T09:00:00Z");
    expect(await read(other.r, other.link)).not.toContain(ALWAYS_HOLDS);
  });

  test("for each customer of somebody who answers for several, where they differ", async () => {
    const r = await organised();
    await customer(r, "firm", ["dpo@shared.example"], { onObjection: "suspends" });
    await customer(r, "other", ["dpo@shared.example"]);
    const number = await announced(r);
    const page = await read(r, await respondLink(r, "dpo@shared.example", number));
    expect(page).toContain("For firm Ltd, an objection holds what concerns you until it is resolved.");
    expect(page).toContain("For other Ltd, we examine each objection");
  });
});

test("a follower is spoken to as no party to a contract: on the page, in the receipt and by the decision", async () => {
  const r = await organised({ remedies: { en: "You may end the contract." }, locales: ["en", "fr"] });
  const CONTRACT = /end the contract|rights under the contract|your contract|votre contrat|droits au titre/;
  await r.follower("reader@follows.example");
  await r.follower("lectrice@follows.example", { locale: "fr" });
  const number = await announced(r);
  for (const email of ["reader@follows.example", "lectrice@follows.example"]) {
    const link = await respondLink(r, email, number);
    expect(await read(r, link)).not.toMatch(/What an objection leads to|Ce à quoi mène une objection/);
    await answer(r, link, { kind: "objected", text: "No." });
    await r.drain();
  }
  for (const { id } of await responsesOf(r)) {
    await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body: { outcome: "terminated", note: "Done." } });
    await r.drain();
  }
  for (const email of ["reader@follows.example", "lectrice@follows.example"]) {
    const mails = (await r.messages(email)).slice(1).map(({ text }) => text.replace(/\s+/g, " "));
    expect(mails).toHaveLength(2);
    for (const text of mails) expect(text).not.toMatch(CONTRACT);
    expect(mails[1]).toMatch(/the contract of the customer you have written for|du client pour lequel vous avez écrit/);
  }
});

describe("an approval", () => {
  test("is offered where it is asked, and nowhere else; sent all the same, it is recorded", async () => {
    const asked = await told({ authorisation: "specific" });
    expect(await read(asked.r, asked.link)).toContain("We approve");
    const { r, link } = await told({});
    expect(await read(r, link)).not.toContain("We approve");
    expect((await answer(r, link, { kind: "approved", customer: "firm" })).status).toBe(200);
    expect(await responsesOf(r)).toMatchObject([{ kind: "approved" }]);
    expect(await read(r, link)).toContain("We approve");
  });

  test("after the last day to object is not called late, as it is waited for; what objects or asks is", async () => {
    const { r, link } = await told({ authorisation: "specific" });
    r.setTime("2026-12-28T09:00:00Z");
    expect(await read(r, link)).toContain("Your approval is waited for until you give it");
    await answer(r, link, { kind: "approved", customer: "firm" });
    const page = await read(r, link);
    expect(page).toContain("Approval, ");
    expect(page).not.toContain("(late)");
    await subjects(r, "dpo@firm.example");
    const [receipt] = (await r.messages("dpo@firm.example")).slice(-1);
    expect(receipt?.subject).toContain("we have recorded your answer");
    expect(receipt?.text).not.toMatch(/recorded as late/);
    const [mail] = (await r.messages("privacy@acme.example")).slice(-1);
    expect(mail?.text).not.toMatch(/\(late\)/);
    await answer(r, link, { kind: "objected", customer: "firm", text: "No." });
    expect(await read(r, link)).toContain("(late)");
  });

  test("is waited for by nothing where nobody asks anything: the page says that there is nothing to do", async () => {
    const r = await organised();
    const body = vendor({ name: "HubSpot" });
    await r.listed(body);
    await customer(r, "firm", ["dpo@firm.example"], { authorisation: "specific" });
    const { changeSet } = await r.json("DELETE", "/v1/vendors/hubspot?announce=true", 200);
    await r.drain();
    const page = await read(r, await respondLink(r, "dpo@firm.example", changeSet.number));
    expect(page).toContain("there is nothing you need to do");
    expect(page).not.toMatch(/We approve|What an objection leads to/);
  });
});

test("the page of a customer to whom the change does not apply says so, and since which decision; it asks for no day, and takes a question", async () => {
  const { r, number, link } = await told({});
  await customer(r, "other", ["dpo@firm.example"]);
  await answer(r, link, { kind: "objected", customer: "firm", text: "Not there." });
  const [response] = await responsesOf(r);
  r.setTime("2026-11-24T09:00:00Z");
  await r.json("POST", `/v1/responses/${response?.id}/resolve`, 200, { body: { outcome: "exempted" } });

  const both = await read(r, link);
  expect(both).toContain("This change does not apply to firm Ltd: so it was decided on 24 November 2026.");
  expect(both).toContain('value="objected"');
  expect(both).not.toContain("firm Ltd</span> <span");

  await r.json("DELETE", "/v1/customers/other", 204);
  const alone = await read(r, link);
  expect(alone).toContain("so it was decided on 24 November 2026");
  expect(alone).not.toMatch(
    /21 December|24 December|31 December|value="objected"|value="approved"|respond\/[^"]*calendar\.ics/,
  );
  expect((await r.get(`${link}/calendar.ics`, { key: null })).status).toBe(404);
  await answer(r, link, { kind: "asked", customer: "firm", text: "And from next year?" });
  expect(await responsesOf(r, `?changeSet=${number}`)).toMatchObject([
    { kind: "asked", outcome: null },
    { kind: "objected", outcome: "exempted" },
  ]);
});
