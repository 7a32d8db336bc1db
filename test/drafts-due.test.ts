import { describe, expect, test } from "vitest";
import { runMinute } from "../src/notify/minute.ts";
import { consoleOf } from "./setup/console.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";
import { expectProof } from "./setup/verify.ts";

const minute = (r: Registry) => runMinute(r.deps, { budgetMs: 10_000 });

/** Subjects of the mails about drafts that went to an address, in the order of time. */
const about = async (r: Registry, to: string): Promise<string[]> =>
  (await r.messages(to)).map(({ subject }) => subject).filter((subject) => /draft \d+ \(/.test(subject));

/** Four users who may write, announce and administer, and a draft that one of them has written for 1 February 2027. */
async function drafted(settings = {}) {
  const r = await registry({ now: "2026-11-21T09:00:00Z" });
  await r.organisation();
  await r.listed(vendor({ name: "Zendesk" }));
  await r.organisation(settings);
  const author = await consoleOf(r, "announce");
  const users = {
    author,
    other: await consoleOf(r, "announce"),
    admin: await consoleOf(r),
    writer: await consoleOf(r, "write"),
  };
  await author.send("/console/changes", {});
  const number = (await r.rows("select max(number)::int as number from change_sets"))[0]?.number as number;
  await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body: vendor({ name: "HubSpot" }) });
  const path = `/console/changes/${number}`;
  const date = async (effectiveOn: string) =>
    expect((await author.send(`${path}/draft`, { effectiveOn }, await author.open(path))).status).toBe(303);
  await date("2027-02-01");
  return { r, number, path, date, ...users };
}

describe("the last day to announce a draft for the day that it gives", () => {
  test("is mailed three days before and on it, once each, to whoever may announce, and to nobody else", async () => {
    const { r, number, author, other, admin, writer } = await drafted();
    r.setTime("2026-12-28T22:00:00Z");
    await minute(r);
    expect(await r.messages()).toEqual([]);

    // Thirty days after 1 January end on 31 January; in Paris it is the 29th.
    r.setTime("2026-12-28T23:01:00Z");
    for (let n = 0; n < 3; n += 1) await minute(r);
    for (const { email } of [author, other, admin])
      expect(await about(r, email)).toEqual([
        expect.stringContaining(`draft ${number} (HubSpot) is to be announced by 1 January 2027`),
      ]);
    expect(await about(r, writer.email)).toEqual([]);

    r.setTime("2027-01-01T08:00:00Z");
    for (let n = 0; n < 3; n += 1) await minute(r);
    for (const { email } of [author, other, admin])
      expect((await about(r, email)).slice(1)).toEqual([
        expect.stringContaining("is to be announced today, 1 January 2027"),
      ]);
    const { text } = (await r.messages(admin.email)).at(-1) ?? { text: "" };
    expect(text).toContain("The change in draft");
    expect(text).toContain("is planned for 1 February 2027");
    expect(text).toContain("If it is announced later, the change takes effect later");
    expect(text).toContain("You can announce it.");
    expect(text).toContain(`/console/changes/${number}`);

    r.setTime("2027-01-02T08:00:00Z");
    await minute(r);
    expect(await about(r, admin.email)).toHaveLength(2);
    await expectProof(r, 1);
  });

  test("is mailed to who can approve it, where that is missing under four eyes; then to all, its author too", async () => {
    const { r, number, path, author, other, admin } = await drafted({ approvalsRequired: 1 });
    r.setTime("2026-12-30T09:00:00Z");
    await minute(r);
    expect(await about(r, author.email)).toEqual([]);
    for (const { email } of [other, admin]) expect(await about(r, email)).toHaveLength(1);
    expect((await r.messages(other.email)).at(-1)?.text).toContain("approve it first: you can do that");

    const again = await consoleOf(r, "announce");
    const [, version = ""] =
      /action="[^"]*\/approve".*?name="version" value="([^"]*)"/s.exec(await again.open(path)) ?? [];
    expect((await again.send(`${path}/approve`, { version })).status).toBe(303);
    r.setTime("2027-01-01T09:00:00Z");
    await minute(r);
    expect(await about(r, author.email)).toEqual([expect.stringContaining(`draft ${number}`)]);
    expect((await r.messages(author.email)).at(-1)?.text).toContain("You can announce it.");
  });

  test("is mailed to its author where nobody else may approve it, who is told to invite somebody", async () => {
    const { r, author, other, admin } = await drafted({ approvalsRequired: 1 });
    await r.rows(
      `with gone as (update users set removed_at = now() where email in ('${other.email}', '${admin.email}') returning 1) select * from gone`,
    );
    r.setTime("2026-12-30T09:00:00Z");
    await minute(r);
    expect((await r.messages(author.email)).at(-1)?.text).toContain("invite somebody who may announce");
  });

  test("is not mailed of a draft that was announced, deleted, or given another day, also where the mail had waited", async () => {
    const announced = await drafted();
    await announced.r.json("POST", `/v1/change-sets/${announced.number}/announce`, 200, { body: {} });
    const deleted = await drafted();
    await deleted.r.json("DELETE", `/v1/change-sets/${deleted.number}`, 204);
    const redated = await drafted();
    await redated.date("2027-03-01");
    for (const { r, admin } of [announced, deleted, redated]) {
      r.setTime("2026-12-30T09:00:00Z");
      await minute(r);
      expect(await about(r, admin.email)).toEqual([]);
    }

    for (const over of ["announced", "deleted", "redated"] as const) {
      const { r, number, admin } = await drafted();
      await r.json("POST", "/v1/sending/hold", 200);
      r.setTime("2026-12-30T09:00:00Z");
      await minute(r);
      expect(await r.rows("select 1 from notices where kind = 'draft-due'")).toHaveLength(3);
      if (over === "announced") await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: {} });
      if (over === "deleted") await r.json("DELETE", `/v1/change-sets/${number}`, 204);
      if (over === "redated")
        await r.json("PATCH", `/v1/change-sets/${number}`, 200, { body: { effectiveOn: "2027-03-01" } });
      await r.json("POST", "/v1/sending/resume", 200);
      await minute(r);
      expect([over, await about(r, admin.email)]).toEqual([over, []]);
    }
  });

  test("is not mailed within an hour of an edit", async () => {
    const { r, number, admin } = await drafted();
    r.setTime("2026-12-30T09:00:00Z");
    await r.json("PATCH", `/v1/change-sets/${number}`, 200, { body: { effectiveOn: "2027-02-02" } });
    r.setTime("2026-12-30T09:59:00Z");
    await minute(r);
    expect(await about(r, admin.email)).toEqual([]);
    r.setTime("2026-12-30T10:01:00Z");
    await minute(r);
    expect(await about(r, admin.email)).toHaveLength(1);
  });
});

test("an author asks for approval by a button: whoever may give it is mailed, once for the draft as it is", async () => {
  const { r, number, path, date, author, other, admin, writer } = await drafted({ approvalsRequired: 1 });
  expect(await author.open(path)).toContain("Ask for approval by mail");
  expect(await other.open(path)).not.toContain("Ask for approval by mail");
  for (let n = 0; n < 2; n += 1) {
    const asked = await author.send(`${path}/ask`, {});
    expect([asked.status, asked.headers.get("location")]).toEqual([303, `${path}?saved=asked`]);
  }
  await r.drain();
  for (const { email } of [other, admin])
    expect(await about(r, email)).toEqual([
      expect.stringContaining(`draft ${number} (HubSpot) waits for your approval`),
    ]);
  const { text } = (await r.messages(other.email)).at(-1) ?? { text: "" };
  expect(text.replace(/\s+/g, " ")).toMatch(new RegExp(`Operator \\d+ asks for an approval of draft ${number} `));
  for (const { email } of [author, writer]) expect(await about(r, email)).toEqual([]);

  await date("2027-02-02");
  await author.send(`${path}/ask`, {});
  await r.drain();
  expect(await about(r, other.email)).toHaveLength(2);
  await expectProof(r, 1);
});

test("switching four eyes off is mailed to whoever may announce, by whom, and the log says it as such", async () => {
  const { r, author, other, admin, writer } = await drafted({ approvalsRequired: 1 });
  const settings = await r.json("GET", "/v1/organisation", 200);
  await r.json("PUT", "/v1/organisation", 200, { body: settings });
  await r.drain();
  expect(await r.messages()).toEqual([]);

  const form = await admin.open("/console/organisation");
  expect((await admin.send("/console/organisation", { approvalsRequired: [] }, form)).status).toBe(303);
  await r.drain();

  for (const { email } of [author, other, admin]) {
    const [mail, ...more] = await r.messages(email);
    expect([mail?.subject, more]).toEqual([
      expect.stringContaining("announcements no longer need another person’s approval"),
      [],
    ]);
    expect(mail?.text).toMatch(/Operator \d+ has switched four eyes off on 21 November 2026/);
  }
  expect(await r.messages(writer.email)).toEqual([]);
  const log = await admin.open("/console/log");
  expect(log).toContain("Four eyes switched off");
  await r.organisation({ approvalsRequired: 1 });
  expect(await admin.open("/console/log")).toContain("Four eyes switched on");
  await expectProof(r, 1);
});
