import { describe, expect, test } from "vitest";
import { runMinute } from "../src/notify/minute.ts";
import { announced, answer, customer, organised, respondLink, responsesOf } from "./setup/answering.ts";
import { type Registry, vendor } from "./setup/registry.ts";
import { expectProof } from "./setup/verify.ts";

const start = (settings: Record<string, unknown> = {}) => organised(settings, { now: "2026-11-26T09:00:00Z" });

describe("an objection that suspends by the contract", () => {
  const suspends = { onObjection: "suspends" };

  /** A customer whose contract says so, told of a vendor that is announced for 10 January. */
  async function told() {
    const r = await start();
    await customer(r, "firm", ["dpo@firm.example"], suspends);
    await customer(r, "other", ["dpo@other.example"]);
    const query = "?announce=true&effectiveOn=2027-01-10";
    const { changeSet } = await r.json("POST", `/v1/vendors${query}`, 201, { body: vendor({ name: "Zendesk" }) });
    await r.drain();
    const number: number = changeSet.number;
    const path = `/v1/change-sets/${number}`;
    const objectAs = async (id: string) => {
      const link = await respondLink(r, `dpo@${id}.example`, number);
      await answer(r, link, { kind: "objected", customer: id, text: "No." });
    };
    return { r, path, number, objectAs };
  }

  const resolve = async (r: Registry) => {
    const [response] = await responsesOf(r, "?outcome=open");
    await r.json("POST", `/v1/responses/${response?.id}/resolve`, 200, {
      body: { outcome: "rejected", note: "It stays." },
    });
  };

  test("holds the change until it is resolved, from which day it takes effect", async () => {
    const { r, path, number, objectAs } = await told();
    expect(await r.json("GET", path, 200)).toMatchObject({ awaitsApproval: false, approvals: null });

    await objectAs("firm");

    expect(await r.json("GET", path, 200)).toMatchObject({
      awaitsApproval: true,
      approvals: { required: [], missing: [], objecting: ["firm"], releasedOn: null },
    });
    await expectProof(r, number);
    r.setTime("2027-01-12T09:00:00Z");
    expect(await r.json("GET", path, 200)).toMatchObject({ state: "announced" });
    await resolve(r);
    expect(await r.json("GET", path, 200)).toMatchObject({
      state: "effective",
      effectiveOn: "2027-01-12",
      plannedOn: "2027-01-10",
      approvals: { objecting: [], releasedOn: "2027-01-12" },
    });
    await expectProof(r, number);
  });

  test("is said to hold it by the receipt, to the organisation and in the API; another's is said not to", async () => {
    const { r, objectAs } = await told();
    const newest = async (address: string) => (await r.messages(address)).at(-1)?.text.replace(/\s+/g, " ") ?? "";

    await objectAs("other");
    await r.drain();
    expect(await responsesOf(r, "?customer=other")).toMatchObject([{ holds: [] }]);
    expect(await newest("dpo@other.example")).toContain(
      "your objection does not hold what we announced about Zendesk: it takes effect on 10 January 2027, unless",
    );
    expect(await newest("privacy@acme.example")).toContain(
      "The objection does not hold what was announced about Zendesk: it takes effect on 10 January 2027, unless",
    );

    await objectAs("firm");
    await r.drain();
    expect(await responsesOf(r, "?customer=firm")).toMatchObject([{ holds: ["zendesk"] }]);
    const receipt = await newest("dpo@firm.example");
    expect(receipt).toContain("Your objection holds what we announced about Zendesk: it does not take effect before");
    expect(receipt).not.toMatch(/will be|Takes effect on|needs your approval/);
    expect(await newest("privacy@acme.example")).toContain("the objection holds what was announced about Zendesk");

    await resolve(r);
    await r.drain();
    expect(await newest("dpo@firm.example")).toContain(
      "What we announced about Zendesk takes effect on 10 January 2027, unless we tell you otherwise.",
    );
    expect(await responsesOf(r, "?customer=firm")).toMatchObject([{ holds: [] }]);
  });

  test("leaves the date where it is resolved or taken back before", async () => {
    const { r, path, number, objectAs } = await told();
    await objectAs("firm");
    const link = await respondLink(r, "dpo@firm.example", number);
    await answer(r, link, { kind: "acknowledged", customer: "firm", text: "" });
    expect(await r.json("GET", path, 200)).toMatchObject({ awaitsApproval: false, effectiveOn: "2027-01-10" });
    await objectAs("firm");
    await resolve(r);
    expect(await r.json("GET", path, 200)).toMatchObject({ awaitsApproval: false, effectiveOn: "2027-01-10" });
    await expectProof(r, number);
  });

  test("is none of a customer whose contract says nothing, nor one that is late", async () => {
    const { r, path, objectAs } = await told();
    await objectAs("other");
    expect(await r.json("GET", path, 200)).toMatchObject({ awaitsApproval: false, approvals: null });
    r.setTime("2026-12-27T09:00:00Z");
    await objectAs("firm");
    expect(await r.json("GET", path, 200)).toMatchObject({ awaitsApproval: false, approvals: null });
  });

  test("ends with the customer, whose objection nobody can resolve", async () => {
    const { r, path, number, objectAs } = await told();
    await objectAs("firm");
    r.setTime("2027-01-12T09:00:00Z");
    await r.json("DELETE", "/v1/customers/firm", 204);
    expect(await r.json("GET", path, 200)).toMatchObject({ approvals: { objecting: [], releasedOn: "2027-01-13" } });
    await expectProof(r, number);
  });

  test("holds only what concerns the customer", async () => {
    const r = await start({
      hostingRegions: [
        { key: "eu", name: "EU" },
        { key: "us", name: "US" },
      ],
    });
    await customer(r, "firm", ["dpo@firm.example"], { ...suspends, hostingRegions: ["eu"] });
    const add = (region: string, query = "") =>
      r.json("POST", `/v1/vendors${query}`, 201, {
        body: vendor({ name: `In ${region}` }, { hostingRegions: [region] }),
      });
    const { changeSet } = await add("eu");
    await add("us", `?changeSet=${changeSet.number}`);
    const path = `/v1/change-sets/${changeSet.number}`;
    await r.json("POST", `${path}/announce`, 200, { body: { effectiveOn: "2027-01-10" } });
    await r.drain();
    const link = await respondLink(r, "dpo@firm.example", changeSet.number);
    await answer(r, link, { kind: "objected", customer: "firm", text: "No." });

    r.setTime("2027-01-12T09:00:00Z");
    const list = (await r.json("GET", "/v1/vendors?at=2027-01-12", 200)).data;
    expect(list.map(({ name }: { name: string }) => name)).toEqual(["In us"]);
    await expectProof(r, changeSet.number);
  });
});

describe("a customer that may object until so many days before the effect, while that has no day", () => {
  test("objects in time after the planned day; a release leaves it so many days from when it is told of its last day anew", async () => {
    const r = await organised();
    await customer(r, "strict", ["dpo@strict.example"], { authorisation: "specific" });
    for (const id of ["early", "firm"])
      await customer(r, id, [`dpo@${id}.example`], { onObjection: "suspends", objectUntilEffect: { daysBefore: 5 } });
    const number = await announced(r);
    const text = async (to: string) => {
      await runMinute(r.deps, { budgetMs: 10_000 });
      return (await r.messages(to)).at(-1)?.text.replace(/\s+/g, " ") ?? "";
    };
    const say = async (id: string, kind: string) => {
      const path = await respondLink(r, `dpo@${id}.example`, number);
      expect((await answer(r, path, { kind, customer: id, text: "No." })).status).toBe(200);
    };
    r.setTime("2026-12-31T09:00:00Z");
    expect(await text("dpo@firm.example")).toContain("You can object until: 5 days before it takes effect");
    r.setTime("2027-01-04T09:00:00Z");
    await say("firm", "objected");
    const [objection] = await responsesOf(r, "?kind=objected");
    expect(objection).toMatchObject({ late: false, holds: ["hubspot"] });
    expect(await text("dpo@firm.example")).not.toMatch(/late|You can change your answer until/);
    await say("strict", "approved");
    expect(await text("dpo@strict.example")).not.toMatch(/You can change your answer until|21 December 2026/);
    expect(await text("privacy@acme.example")).not.toContain("Last day to object");
    expect(await r.json("GET", `/v1/change-sets/${number}`, 200)).toMatchObject({ awaitsApproval: true });
    r.setTime("2027-02-01T09:00:00Z");
    await r.json("POST", `/v1/responses/${objection?.id}/resolve`, 200, {
      body: { outcome: "rejected", note: "It stays." },
    });
    // Five days before 6 February is that day, which is theirs to object on.
    const path = `/v1/change-sets/${number}`;
    expect(await r.json("GET", path, 200)).toMatchObject({ effectiveOn: "2027-02-06", awaitsApproval: false });
    expect(await text("dpo@early.example")).toContain("You can object until: 1 February 2027");
    const released = (await r.messages("dpo@early.example")).find((mail) => mail.text.includes("It waits no"));
    expect(released?.text).toContain("You can object until: 1 February 2027");
    expect(released?.text).not.toContain("recorded in version");
    r.passHours(1);
    await say("early", "objected");
    const [early] = await responsesOf(r, "?customer=early");
    expect(early).toMatchObject({ late: false, lastDayToObjectOn: "2027-02-01", holds: ["hubspot"] });
    expect(await r.json("GET", path, 200)).toMatchObject({ awaitsApproval: true });
    const decided = { outcome: "rejected", note: "It stays." };
    await r.json("POST", `/v1/responses/${early?.id}/resolve`, 200, { body: decided });
    r.setTime("2027-02-02T09:00:00Z");
    await say("firm", "objected");
    expect((await responsesOf(r, "?customer=firm"))[0]).toMatchObject({ late: true, holds: [] });
    expect(await r.json("GET", path, 200)).toMatchObject({ effectiveOn: "2027-02-06", awaitsApproval: false });
    await expectProof(r, number);
  });
});
