import { afterAll, beforeAll, expect, test } from "vitest";
import { takeReport } from "../src/notify/provider-report.ts";
import { auditHead } from "../src/registry/log/audit.ts";
import { type Verification, verifyRecords } from "../src/registry/proof/verification.ts";
import { expectProblem, type Registry, vendor } from "./setup/registry.ts";
import { tamper } from "./setup/tamper.ts";
import { toldStory } from "./setup/told.ts";

const ends: (() => Promise<void>)[] = [];
let r: Registry;
let head: { sequence: number; hash: string };

/** A registry that was verified hours after its last mail; then set 4 was announced and told, and somebody complained of the mail about set 2. */
beforeAll(async () => {
  ({ r } = await toldStory({ atEnd: (end) => ends.push(end) }));
  r.passHours(5);
  await r.key("read");
  ({ head } = await r.json("GET", "/v1/audit/verify", 200));
  r.passHours(5);
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, { body: vendor() });
  await r.drain();
  r.passHours(5);
  const [mail] = await r.rows(`${DELIVERIES_OF_2} and state = 'delivered'`);
  const occurredAt = r.deps.clock.now();
  const known = { emailId: String(mail?.email_id), noticeId: null, batchId: null, to: null };
  await takeReport(r.deps, "late", {
    ...known,
    type: "email.complained",
    occurredAt,
    detail: null,
    isPermanent: false,
  });
});

afterAll(async () => {
  for (const end of ends) await end();
});

const DELIVERIES_OF_2 =
  "select * from deliveries where notice_id in (select id from notices where change_set = 2 and kind = 'announcement')";

/** What is found of it from the head that was verified, and by the whole check; and takes it back. */
async function found(...statements: string[]): Promise<{ goneOn: Verification; whole: Verification }> {
  let found: { goneOn: Verification; whole: Verification } | undefined;
  await r.db
    .transaction(async (tx) => {
      await tamper(tx, ...statements);
      const deps = { ...r.deps, db: tx };
      found = { goneOn: await verifyRecords(deps, head.hash), whole: await verifyRecords(deps) };
      tx.rollback();
    })
    .catch((error: unknown) => {
      if (!found) throw error;
    });
  if (!found) throw new Error("Nothing was verified");
  return found;
}

test("it goes on after the head that is given, says so, and checks what was written since", async () => {
  const newest = await auditHead(r.db);
  const goneOn = await r.json("GET", `/v1/audit/verify?from=${head.hash}`, 200);
  expect(goneOn).toMatchObject({
    ok: true,
    from: head,
    head: newest,
    entries: (newest?.sequence ?? 0) - head.sequence,
  });
  // The version that set 4 made, and the one before.
  expect(goneOn.snapshots).toBe(2);

  const whole = await r.json("GET", "/v1/audit/verify", 200);
  expect(whole).toMatchObject({ ok: true, from: null, entries: newest?.sequence });
  expect(goneOn.deliveries).toBeLessThan(whole.deliveries);

  const nothing = await r.json("GET", `/v1/audit/verify?from=${newest?.hash}`, 200);
  expect(nothing).toMatchObject({ ok: true, from: newest, head: newest, entries: 0, snapshots: 0 });
});

test.each([
  ["an entry", "update audit_log set actor = 'system' where sequence = (select max(sequence) from audit_log)"],
  ["a version", "update snapshots set content = content || ' ' where number = (select max(number) from snapshots)"],
  ["what was announced", "update change_sets set reason = '\"Forged\"' where number = 4"],
  ["a mail", "update mails set text = 'Forged' where notice_id = (select id from notices where change_set = 4)"],
  [
    "a delivery",
    "update deliveries set email_hash = repeat('a', 64), subscriber_id = null where id = (select id from deliveries where notice_id = (select id from notices where change_set = 4) limit 1)",
  ],
  [
    "a step that an older delivery took since",
    `update delivery_events set cause = 'Forged' where state = 'complained'`,
  ],
  ["what an older change builds on", "update changes set based_on = 3 where change_set = 2"],
])("whoever rewrites %s of what came since is found", async (_, statement) => {
  const { goneOn } = await found(statement);
  expect(goneOn.ok).toBe(false);
});

test.each([
  ["an entry", "update audit_log set actor = 'system' where sequence = 2"],
  ["a version", "update snapshots set content = content || ' ' where number = 1"],
  ["what was announced", "update change_sets set reason = '\"Forged\"' where number = 3"],
])("whoever rewrites %s that was verified before is found by the whole check", async (_, statement) => {
  const { goneOn, whole } = await found(statement);
  expect({ goneOn: goneOn.ok, whole: whole.ok }).toEqual({ goneOn: true, whole: false });
});

test("a head that the log does not have is itself a fault, and everything is checked", async () => {
  const other = await r.json("GET", `/v1/audit/verify?from=${"a".repeat(64)}`, 200);
  expect(other).toMatchObject({
    ok: false,
    from: null,
    entries: (await auditHead(r.db))?.sequence,
    bad: [{ table: "audit", id: "a".repeat(64), reason: expect.stringContaining("not the log that was verified") }],
  });
  const { goneOn } = await found(`update audit_log set hash = repeat('b', 64) where sequence = ${head.sequence}`);
  expect(goneOn.firstBad).toMatchObject({ table: "audit", id: head.hash });
  await expectProblem(await r.get("/v1/audit/verify?from=head"), 422, "invalid-request", "/query/from");
});
