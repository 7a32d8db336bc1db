import { expect, test } from "vitest";
import { verifyPack } from "../src/evidence/pack/verify-pack.ts";
import { endRetention } from "../src/registry/people/retention.ts";
import type { Registry } from "./setup/registry.ts";
import { tamper } from "./setup/tamper.ts";
import { toldStory } from "./setup/told.ts";

const keep = (r: Registry, retention: Record<string, number>) =>
  r.organisation({ locales: ["en", "fr"], privacyEmail: "privacy@acme.example", retention });

const verified = async (r: Registry) => {
  const all = await r.json("GET", "/v1/audit/verify", 200);
  const pack = await verifyPack(Buffer.from(await (await r.get("/v1/change-sets/2/evidence.zip")).arrayBuffer()));
  return { bad: all.bad, wrong: pack.wrong };
};

const hashes = (r: Registry) => r.rows("select chain from deliveries order by id");

test("people are erased from deliveries when their time is over; numbers and hashes stay, and all of it verifies", async () => {
  const { r } = await toldStory();
  await keep(r, { evidenceYears: 3 });
  const [before, count] = [await hashes(r), await r.rows("select count(*) from deliveries")];
  r.setTime("2029-11-20T09:00:00Z");
  await endRetention(r.deps);
  expect(await r.rows("select id from deliveries where email_hash like 'ended:%'")).toEqual([]);
  const head = (await r.json("GET", "/v1/audit?limit=1", 200)).data[0].hash;

  r.setTime("2030-07-02T09:00:00Z");
  for (let minute = 0; minute < 20; minute += 1) await endRetention(r.deps);

  const left = await r.rows("select subscriber_id, email_hash from deliveries where address is null");
  for (const { subscriber_id, email_hash } of left) {
    expect(subscriber_id).toBe(null);
    expect(email_hash).toMatch(/^ended:[0-9a-f]{64}$/);
  }
  expect(await hashes(r)).toEqual(before);
  expect(await r.rows("select count(*) from deliveries")).toEqual(count);
  expect(await r.rows("select email_hash from provider_events where email_hash is not null")).toEqual([]);
  // Whoever follows follows still.
  expect((await r.json("GET", "/v1/subscribers", 200)).data).toHaveLength(3);
  expect(await verified(r)).toEqual({ bad: [], wrong: null });
  expect(await r.json("GET", `/v1/audit/verify?from=${head}`, 200)).toMatchObject({ ok: true, bad: [] });
  const entries = await r.rows("select 1 from audit_log");
  await endRetention(r.deps);
  expect(await r.rows("select 1 from audit_log")).toEqual(entries);
});

test("what was answered keeps its kind and times, and loses whose it was and the words, in mails too", async () => {
  const { r, objection } = await toldStory();
  await keep(r, { responseYears: 1 });
  r.setTime("2027-12-30T09:00:00Z");

  await endRetention(r.deps);

  const [response] = (await r.json("GET", "/v1/responses", 200)).data;
  expect(response).toMatchObject({
    kind: "objected",
    outcome: "exempted",
    text: "[erased]",
    outcomeNote: "[erased]",
    email: null,
  });
  for (const { name } of await r.rows(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  ))
    expect(JSON.stringify(await r.rows(`select * from ${name}`))).not.toContain(objection);
  expect(await verified(r)).toEqual({ bad: [], wrong: null });
  // The log leads from no answer to its address: not even by the keyed hash.
  const [{ email_hash }] = (await r.rows(
    "select email_hash from subscribers where email = 'dpo@customer.example'",
  )) as [{ email_hash: string }];
  expect(JSON.stringify(await r.rows("select data from audit_log where action like 'response.%'"))).not.toContain(
    email_hash,
  );
});

test("a set that is to come is kept, however long ago it was announced", async () => {
  const { r } = await toldStory();
  await keep(r, { evidenceYears: 1, responseYears: 1 });
  await r.db.transaction((tx) => tamper(tx, "update change_sets set effective_on = '2040-01-01' where number = 2"));
  r.setTime("2030-01-01T09:00:00Z");
  for (let minute = 0; minute < 20; minute += 1) await endRetention(r.deps);
  const kept = await r.rows(`select d.email_hash from deliveries d join notices n on n.id = d.notice_id
    where n.change_set = 2 and d.email_hash like 'ended:%'`);
  expect(kept).toEqual([]);
  expect((await r.json("GET", "/v1/responses", 200)).data[0].email).toBe("dpo@customer.example");
});

test("whoever has left, and what bounced, is forgotten too; without retention nothing is", async () => {
  const { r } = await toldStory();
  const { data } = await r.json("GET", "/v1/subscribers", 200);
  await r.rows(
    "update subscribers set status = 'unsubscribed', unsubscribed_at = '2026-12-01' where email = 'en@customer.example'",
  );
  const french = data.find(({ email }: { email: string }) => email === "fr@customer.example");
  await r.json("DELETE", `/v1/subscribers/${french.id}`, 204);
  r.setTime("2031-01-01T09:00:00Z");
  const before = await r.stored();
  await endRetention(r.deps);
  expect(await r.stored()).toEqual(before);

  await keep(r, { evidenceYears: 4 });
  for (let minute = 0; minute < 20; minute += 1) await endRetention(r.deps);

  expect((await r.json("GET", "/v1/subscribers", 200)).data.map(({ email }: { email: string }) => email)).toEqual([
    "dpo@customer.example",
  ]);
  expect(await r.rows("select 1 from suppressions")).toEqual([]);
  expect(await verified(r)).toEqual({ bad: [], wrong: null });
});

test("some at a time: a thousand deliveries in a minute", async () => {
  const { r } = await toldStory();
  await keep(r, { evidenceYears: 1 });
  await r.rows(`insert into subscribers (email, email_key, email_hash, locale, status, created_at, confirmed_at)
    select 'p' || n || '@many.example', 'p' || n || '@many.example', md5(n::text), 'en', 'active', now(), now() from generate_series(1, 1500) n`);
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, {
    body: { name: "Many", services: [{ purpose: "Hosting", locations: [{ country: "FR" }] }] },
  });
  r.setTime("2030-01-01T09:00:00Z");
  const ended = async () => (await r.rows("select 1 from deliveries where email_hash like 'ended:%'")).length;
  const steps: number[] = [];
  for (let minute = 0; minute < 20; minute += 1) {
    const before = await ended();
    await endRetention(r.deps);
    steps.push((await ended()) - before);
  }
  expect(Math.max(...steps)).toBe(1000);
  expect(await r.rows("select 1 from deliveries where email_hash not like 'ended:%' and address is null")).toEqual([]);
  expect((await r.json("GET", "/v1/audit/verify", 200)).bad).toEqual([]);
});

test.each([
  [
    "that the log does not know of",
    "update deliveries set email_hash = 'ended:' || chain_of_owed(id, notice_id, email_hash, customers), subscriber_id = null where customers is not null",
  ],
  [
    "is given to another",
    "update deliveries set email_hash = 'ended:' || repeat('a', 64), subscriber_id = null where customers is not null",
  ],
])("a delivery that is nobody's, %s, is found", async (_, statement) => {
  const { r } = await toldStory();
  await r.db.transaction((tx) => tamper(tx, statement));
  expect((await r.json("GET", "/v1/audit/verify", 200)).ok).toBe(false);
});
