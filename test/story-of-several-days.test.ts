import { expect, test } from "vitest";
import { runMinute } from "../src/notify/minute.ts";
import { answer, customer, organised, respondLink, responsesOf } from "./setup/answering.ts";
import { type Registry, vendor } from "./setup/registry.ts";
import { expectProof } from "./setup/verify.ts";

/**
 * Three changes in one notice, each with its own day, and all that can happen to them. Announced on Thursday, 26 November
 * 2026, in Paris, with 30 days to object: to 26 December, so the addition may be in force from 27 December. The company
 * that is only called otherwise is so at once, and who leaves goes on 10 December.
 */

const PERIOD = { days: 30, basis: "calendar" };
const PRIVACY = "privacy@acme.example";
const alt = { name: "Alt", legalName: "Alt B.V.", registrationNumber: "KvK 12345678" };
const places = (...countries: string[]) => ({
  services: [{ key: "main", purpose: "Asks questions", locations: countries.map((country) => ({ country })) }],
});

/** Gives the set's number. */
async function announced(r: Registry): Promise<number> {
  await customer(r, "firm", ["dpo@firm.example"], { onObjection: "suspends" });
  await customer(r, "asker", ["dpo@asker.example"]);
  await r.json("POST", "/v1/subscribers", 201, { body: { email: "reader@follower.example", confirmed: true } });
  await r.listed(vendor(alt), vendor({ name: "Weglot", ...places("FR") }));
  const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
  const into = `?changeSet=${number}`;
  await r.json("POST", `/v1/vendors${into}`, 201, { body: vendor({ name: "Tally", ...places("BE", "NL") }) });
  const neu = { name: "Neu", legalName: "Neu B.V.", formerNames: ["Alt B.V."] };
  await r.json("PATCH", `/v1/vendors/alt${into}`, 200, { body: neu });
  await r.json("DELETE", `/v1/vendors/weglot${into}`, 200);
  const days = { alt: { effectiveOn: "2026-11-26" }, weglot: { effectiveOn: "2026-12-10" } };
  await r.json("PATCH", `/v1/change-sets/${number}`, 200, { body: { changes: days } });
  const early = await r.post(`/v1/change-sets/${number}/announce`, { effectiveOn: "2026-12-26" });
  expect([early.status, (await early.json()).earliest]).toEqual([422, "2026-12-27"]);
  await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: { effectiveOn: "2027-01-10" } });
  await r.drain();
  return number;
}

const listedOn = async (r: Registry, at: string): Promise<string[]> =>
  (await r.json("GET", `/subprocessors.json?at=${at}`, 200, { key: null })).vendors.map(
    ({ name }: { name: string }) => name,
  );

/** The subjects of what somebody has got since they were last asked for, a minute after that hour. */
function mailbox(r: Registry) {
  const read = new Map<string, number>();
  return async (to: string, at?: string): Promise<string[]> => {
    if (at) r.setTime(at);
    await runMinute(r.deps, { budgetMs: 10_000 });
    const all = await r.messages(to);
    const fresh = all.slice(read.get(to) ?? 0).map(({ subject }) => subject.replace("Acme: ", ""));
    read.set(to, all.length);
    return fresh;
  };
}

test("changes of several days are asked about, objected to, put off, held, released and put right", async () => {
  const r = await organised({ noticePeriod: PERIOD, objectionPeriod: PERIOD }, { now: "2026-11-26T09:00:00Z" });
  const number = await announced(r);
  const path = `/v1/change-sets/${number}`;
  const got = mailbox(r);
  expect(await got("dpo@firm.example")).toEqual(["3 changes to our subprocessors from 26 November 2026 on"]);
  for (const to of ["dpo@asker.example", "reader@follower.example"]) await got(to);
  expect(await listedOn(r, "2026-11-26")).toEqual(["Neu", "Weglot"]);
  expect(await listedOn(r, "2026-12-10")).toEqual(["Neu"]);
  expect(await listedOn(r, "2027-01-10")).toEqual(["Neu", "Tally"]);

  const say = async (id: string, kind: string, text: string) =>
    answer(r, await respondLink(r, `dpo@${id}.example`, number), { kind, customer: id, text });
  await say("asker", "asked", "Where is it?");
  await say("firm", "objected", "Not in the Netherlands.");
  expect((await got(PRIVACY)).sort()).toEqual(["asker Ltd asks about change 2", "firm Ltd objects to change 2"]);
  await got("dpo@firm.example");
  // The contract lets the objection hold the addition, and nothing else of the set.
  expect((await r.json("GET", path, 200)).changes).toMatchObject([
    { vendor: "alt", awaitsApproval: false },
    { vendor: "tally", awaitsApproval: true },
    { vendor: "weglot", awaitsApproval: false },
  ]);

  r.setTime("2026-12-20T09:00:00Z");
  const later = { effectiveOn: "2027-01-20", reason: "The contract is not signed.", changes: ["tally"] };
  await r.json("POST", `${path}/postpone`, 200, { body: later });
  expect(await got("dpo@firm.example")).toContain(
    "the change concerning Tally is postponed to 20 January 2027 at the earliest",
  );
  await got("reader@follower.example");
  expect((await got(PRIVACY, "2026-12-23T09:00:00Z")).at(-1)).toContain("the last day to object to change 2");

  expect(await got("reader@follower.example", "2027-01-20T09:00:00Z")).toEqual([
    "the change concerning Tally has not taken effect",
  ]);
  expect(await got(PRIVACY)).toContainEqual(expect.stringContaining("was planned for 20 January 2027 and is held"));

  r.setTime("2027-01-22T09:00:00Z");
  for (const { id, kind } of await responsesOf(r, "?outcome=open")) {
    const body =
      kind === "asked" ? { outcome: "answered", note: "In Ghent." } : { outcome: "rejected", note: "It stays." };
    await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body });
  }
  expect(await got("reader@follower.example")).toEqual([
    "the change concerning Tally has been in effect since 22 January 2027",
  ]);
  expect((await r.messages("dpo@asker.example")).map(({ text }) => text).join()).toContain("In Ghent.");
  expect([await listedOn(r, "2027-01-21"), await listedOn(r, "2027-01-22")]).toEqual([["Neu"], ["Neu", "Tally"]]);
  await expectProof(r, number);

  r.setTime("2027-02-01T09:00:00Z");
  const wrong = { rectification: { reason: "It was never in the Netherlands.", since: "2027-01-22" } };
  const { number: right } = await r.json("POST", "/v1/change-sets", 201, { body: wrong });
  await r.json("PATCH", `/v1/vendors/tally?changeSet=${right}`, 200, { body: places("BE") });
  await r.json("POST", `/v1/change-sets/${right}/announce`, 200, { body: {} });
  expect(await got("reader@follower.example")).toEqual(["correction of our list: the entry of Tally was wrong"]);
  const past = await (await r.get("/?at=2027-01-23", { key: null })).text();
  expect(past).toContain("The list of this day was corrected later, on 1 February 2027 (Tally): ");
  expect(past).toContain("Netherlands");
  await expectProof(r, right);
});
