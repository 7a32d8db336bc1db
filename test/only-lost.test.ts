import { expect, test } from "vitest";
import { answer as respond, respondLink } from "./setup/answering.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";
import { expectProof } from "./setup/verify.ts";

/** Nobody waits for, or is asked to approve, what brings them nothing new. */

const service = (hostingRegions: string[]) => ({
  key: "main",
  purpose: "Hosting",
  locations: [{ country: "DE" }],
  hostingRegions,
});

/** `eu` must approve and has 90 days; a tool of its region goes to the other one, and whatever else is given is added. */
async function moved(more: object[] = []) {
  const r = await registry({ now: "2026-03-01T09:00:00Z" });
  const hostingRegions = ["eu", "us"].map((key) => ({ key, name: key }));
  await r.organisation({ noticePeriod: { days: 30, basis: "calendar" }, timeZone: "UTC", hostingRegions });
  await r.listed(vendor({ name: "Tool", services: [service(["eu"])] }));
  await put(r, "eu", ["eu"]);
  const body = { name: "us", hostingRegions: ["us"], contacts: [{ email: "dpo@us.example" }] };
  await r.json("PUT", "/v1/customers/us", 201, { body });
  const edit = { body: { services: [service(["us"])] } };
  const { changeSet } = await r.json("PATCH", "/v1/vendors/tool", 200, edit);
  const { number } = changeSet;
  for (const each of more) await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body: each });
  return { r, number: number as number };
}

const put = (r: Registry, id: string, hostingRegions: string[], status = 201) =>
  r.json("PUT", `/v1/customers/${id}`, status, {
    body: {
      name: id,
      hostingRegions,
      authorisation: "specific",
      onObjection: "suspends",
      noticePeriod: { days: 90 },
      contacts: [{ email: `dpo@${id}.example` }],
    },
  });

const announce = (r: Registry, number: number, effectiveOn: string) =>
  r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: { effectiveOn } });

test("who only loses something is told of it, without a last day, an approval or anything to suspend", async () => {
  const { r, number } = await moved();
  expect(await announce(r, number, "2026-04-01")).toMatchObject({ awaitsApproval: false, approvals: null });
  const { customers } = await r.json("GET", `/v1/change-sets/${number}/evidence`, 200);
  expect(customers).toMatchObject([
    { externalId: "eu", changes: ["tool"], earliestEffectiveOn: null, lastDayToObjectOn: null },
    { externalId: "us", changes: null, earliestEffectiveOn: "2026-04-01", lastDayToObjectOn: "2026-03-31" },
  ]);
  await r.drain();
  const [mail] = await r.messages("dpo@eu.example");
  expect(mail?.text).toContain("There is nothing you need to do.");
  expect(mail?.text).not.toMatch(/object|approv/i);
  await respond(r, await respondLink(r, "dpo@eu.example", number), {
    kind: "objected",
    customer: "eu",
    text: "We liked it.",
  });
  expect(await r.json("GET", `/v1/change-sets/${number}`, 200)).toMatchObject({ awaitsApproval: false });
  r.setTime("2026-04-01T09:00:00Z");
  expect(await r.json("GET", `/v1/change-sets/${number}`, 200)).toMatchObject({ state: "effective" });
  await expectProof(r, number);
});

test("beside what is new to them they are asked for that alone", async () => {
  const { r, number } = await moved([vendor({ name: "New", services: [service(["eu"])] })]);
  await r.json("PATCH", `/v1/change-sets/${number}`, 200, { body: { effectiveOn: "2026-05-31" } });
  const preview = await r.json("GET", `/v1/change-sets/${number}/preview`, 200);
  expect(preview).toMatchObject({
    earliestEffectiveOn: "2026-05-31",
    approvals: [{ externalId: "eu" }],
    recipients: { contacts: 2 },
    totals: { approvals: 1, mailsToContacts: 2, unreachable: 0 },
  });
  const set = await announce(r, number, "2026-05-31");
  const waiting = set.changes.map((each: { vendor: string; awaitsApproval: boolean }) => [
    each.vendor,
    each.awaitsApproval,
  ]);
  expect(waiting).toEqual([
    ["new", true],
    ["tool", false],
  ]);
  await r.drain();
  const mails = await r.messages("dpo@eu.example");
  expect(mails).toHaveLength(1);
  const asPreviewed = preview.mails.find((each: { authorisation: string | null }) => each.authorisation === "specific");
  expect(mails[0]?.subject).toBe(asPreviewed?.subject);
  await expectProof(r, number);
});

test("who comes to use the other region too is asked for what is new to them then", async () => {
  const { r, number } = await moved();
  await announce(r, number, "2026-04-01");
  await r.drain();
  await put(r, "eu", ["eu", "us"], 200);
  expect(await r.json("GET", `/v1/change-sets/${number}`, 200)).toMatchObject({
    awaitsApproval: true,
    approvals: { required: ["eu"], missing: ["eu"] },
  });
  await expectProof(r, number);
  await put(r, "eu", ["us"], 200);
  await expectProof(r, number);
});
