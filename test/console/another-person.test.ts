import { describe, expect, test } from "vitest";
import { textOf } from "../page/html.ts";
import { answer, customer, organised, respondLink } from "../setup/answering.ts";
import { consoleOf } from "../setup/console.ts";
import { vendor } from "../setup/registry.ts";

const REASON = "The supplier closes the old region.";
const DPO = "dpo@globex.example";

/** A change that one operator has written and another approved, announced to a customer on these terms, four eyes on. */
async function announcedByTwo(terms: Record<string, unknown>) {
  const r = await organised();
  await r.listed(vendor({ name: "Zendesk" }));
  await customer(r, "globex", [DPO], terms);
  const { changeSet } = await r.json("POST", "/v1/vendors?effectiveOn=2026-12-31", 201, {
    body: vendor({ name: "HubSpot" }),
  });
  const path = `/console/changes/${changeSet.number}`;
  const [author, other] = [await consoleOf(r), await consoleOf(r, "announce")];
  await author.send(`${path}/draft`, { reason: "First" }, await author.open(path));
  await r.organisation({ privacyEmail: "privacy@acme.example", timeZone: "Europe/Paris", approvalsRequired: 1 });
  const [, version = ""] =
    /action="[^"]*\/approve".*?name="version" value="([^"]*)"/s.exec(await other.open(path)) ?? [];
  expect((await other.send(`${path}/approve`, { version })).status).toBe(303);
  await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: {} });
  await r.drain();
  return { r, number: changeSet.number as number, path, author, other };
}

const nameOf = (page: string): string => /Who can: (Operator \d+)\./.exec(page)?.[1] ?? "";

describe("under four eyes", () => {
  test("going on without approvals is not offered to the author, who reads who can, also by the address", async () => {
    const { path, author, other } = await announcedByTwo({ authorisation: "specific" });
    const page = await author.open(path);
    expect(page).not.toContain(`${path}/waive-approvals`);
    expect(textOf(page)).toContain("You have written this change, so somebody else has to do this. Who can: Operator");
    expect(textOf(page)).toContain("Waits for approval");
    expect(textOf(await author.open(`${path}/waive-approvals`, 409))).toContain("Another person has to do this");
    expect((await author.send(`${path}/waive-approvals`, { reason: REASON })).status).toBe(409);

    const asked = await other.open(`${path}/waive-approvals`);
    expect(await other.open(path)).toContain(`${path}/waive-approvals`);
    expect((await other.send(`${path}/waive-approvals`, { reason: REASON }, asked)).status).toBe(303);
    expect(textOf(await other.open(path))).not.toContain("Waits for approval");
  });

  test("an objection is decided on by another than the author, who is offered no form and told who can", async () => {
    const { r, number, path, author, other } = await announcedByTwo({ onObjection: "suspends" });
    await answer(r, await respondLink(r, DPO, number), { kind: "objected", customer: "globex", text: "No." });
    const today = await author.open("/console");
    const [, place = ""] = /href="(\/console\/answers\/[0-9a-f-]{36})/.exec(today) ?? [];
    expect(textOf(today)).toMatch(/globex Ltd objects: .* Read it/);
    expect(textOf(await other.open("/console"))).toMatch(/globex Ltd objects: .* Decide/);

    const page = await author.open(place);
    expect(page).not.toContain('name="outcome"');
    expect(textOf(page)).toContain("You have written the change that is objected to, so somebody else has to decide.");
    expect(nameOf(textOf(page))).not.toBe("");
    const decision = { outcome: "rejected", note: "It is needed." };
    expect((await author.send(place, decision)).status).toBe(409);
    expect(await r.rows("select outcome from responses")).toEqual([{ outcome: null }]);

    // Held by an objection alone, it waits for nobody's approval.
    const held = await other.open(path);
    expect(textOf(held)).toContain("Held by an objection");
    expect(textOf(held)).not.toMatch(/Waits for approval|Waive approvals/);
    expect(textOf(await other.open(`${path}/waive-approvals`))).toContain("Go on despite the objection");
    const form = await other.open(place);
    expect((await other.send(place, decision, form)).status).toBe(303);
    expect(textOf(await author.open(path))).not.toContain("Held by an objection");
  });
});
