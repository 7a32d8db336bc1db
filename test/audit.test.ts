import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canonicalJson, chainHash, sha256 } from "../src/model/values/hash.ts";
import { drain } from "../src/notify/drain.ts";
import { respond } from "../src/registry/answers/respond.ts";
import { resolveResponse } from "../src/registry/answers/responses.ts";
import { withdrawChangeSet } from "../src/registry/changes/announced/withdraw.ts";
import { audit, auditHead } from "../src/registry/log/audit.ts";
import { type Verification, verifyRecords } from "../src/registry/proof/verification.ts";
import { announced, customer, organised, respondLink } from "./setup/answering.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";
import { releasedStory } from "./setup/released.ts";
import { tamper } from "./setup/tamper.ts";
import { toldStory } from "./setup/told.ts";

type Entry = {
  sequence: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  data: Record<string, unknown>;
  previousHash: string | null;
  hash: string;
};

/** Tampers and verifies, and takes it back. */
async function found(r: Registry, ...statements: string[]): Promise<Verification> {
  let found: Verification | undefined;
  await r.db
    .transaction(async (tx) => {
      await tamper(tx, ...statements);
      found = await verifyRecords({ ...r.deps, db: tx });
      // Nothing is found less when it goes on from the log's beginning: whatever was done since is read.
      const [first] = await tx.execute("select hash from audit_log order by sequence limit 1");
      const goneOn = await verifyRecords({ ...r.deps, db: tx }, String(first?.hash));
      expect(goneOn.bad.map(({ table }) => table)).toEqual(found.bad.map(({ table }) => table));
      tx.rollback();
    })
    .catch((error: unknown) => {
      if (!found) throw error;
    });
  if (!found) throw new Error("Nothing was verified");
  return found;
}

const verify = (r: Registry) => r.json("GET", "/v1/audit/verify", 200);

describe("the log", () => {
  test("lists every mutation newest first, page by page, and anyone can make its hashes again", async () => {
    const r = await registry();
    await r.listed(vendor(), vendor());
    await r.follower("a@customer.example");
    const all: Entry[] = [];
    for (let cursor = ""; ; ) {
      const { data, next } = await r.json("GET", `/v1/audit?limit=2${cursor && `&cursor=${cursor}`}`, 200);
      all.push(...data);
      if (!next) break;
      cursor = next;
    }
    const [head] = all;
    expect(await auditHead(r.db)).toEqual({ sequence: head?.sequence, hash: head?.hash });
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, index) => all.length - index));
    expect(all.map(({ action }) => action)).toContain("change-set.announced");
    let previous: string | null = null;
    for (const { previousHash, hash, ...content } of all.reverse()) {
      expect(previousHash).toBe(previous);
      expect(hash).toBe(chainHash(previousHash, canonicalJson(content)));
      previous = hash;
    }
  });

  test("is filtered by who did it, what was done and to what", async () => {
    const r = await registry();
    await r.listed(vendor());
    await r.follower("a@customer.example");
    const of = async (query: string) => (await r.json("GET", `/v1/audit?${query}`, 200)).data as Entry[];
    const [announced] = await of("action=change-set.announced");
    expect(announced).toMatchObject({ subject: "change-set:1", data: { weight: "material" } });
    expect((await of("subject=change-set:1")).length).toBeGreaterThan(1);
    const mine = await of(`actor=${announced?.actor}`);
    expect(mine.map(({ action }) => action)).toContain("subscriber.added");
    expect(await of("actor=nobody")).toEqual([]);
    expect(await of("action=change-set.announced&subject=change-set:2")).toEqual([]);
  });

  test("refuses what is not a cursor or a limit, and a key that may not see it", async () => {
    const r = await registry();
    await expectProblem(await r.get("/v1/audit?cursor=bm8"), 422, "invalid-request", "/query/cursor");
    await expectProblem(await r.get("/v1/audit?limit=0"), 422, "invalid-request", "/query/limit");
    const key = await r.key("announce");
    for (const path of ["/v1/audit", "/v1/audit/verify"])
      await expectProblem(await r.get(path, { key }), 403, "insufficient-scope");
  });
});

describe("verifying", () => {
  test("finds an empty registry in order", async () => {
    const r = await registry();
    expect(await verify(r)).toMatchObject({ ok: true, snapshots: 0, deliveries: 0, firstBad: null, bad: [] });
  });

  test("counts what it checked, and writes nothing", async () => {
    const { r } = await toldStory();
    const before = await r.stored();
    const [counted] = await r.rows(
      `select (select count(*)::int from audit_log) as entries, (select count(*)::int from snapshots) as snapshots,
        (select count(*)::int from deliveries) as deliveries`,
    );
    const head = await auditHead(r.db);
    expect(await verify(r)).toEqual({ ok: true, ...counted, from: null, head, firstBad: null, bad: [] });
    expect(await r.stored()).toEqual(before);
  });
});

describe("whoever has the database in their hands and", () => {
  const ends: (() => Promise<void>)[] = [];
  let r: Registry;
  beforeAll(async () => {
    ({ r } = await toldStory({ atEnd: (end) => ends.push(end) }));
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });

  const sequence = "(select max(sequence) / 2 from audit_log)";
  const first = "(select min(id::text)::uuid from deliveries where state = 'delivered')";
  const event = `(select max(id) from delivery_events where delivery_id = ${first})`;
  const announced =
    "(select data::jsonb -> 'owed' ->> 'notice' from audit_log where action = 'change-set.announced' and subject = 'change-set:2')::uuid";
  const relink = "chain_of_event";
  const forged = "'f0f0f0f0-0000-4000-8000-000000000000'::uuid";
  const receipt = "(select id from notices where kind = 'receipt')";
  /** Everything that says that a customer was told who never was, with each hash as it should be. */
  const forgedNotice = (kind: string, changeSet: string): string[] => [
    `insert into notices (id, kind, change_set, created_at) values (${forged}, '${kind}', ${changeSet}, '2026-11-22T12:00:00Z')`,
    `insert into batches (id, notice_id, position, priority, state, next_attempt_at) values (${forged}, ${forged}, 0, 1, 'sent', now())`,
    `insert into mails (notice_id, locale, variant, subject, text, html, sha256, frozen_at) select ${forged}, locale, 'forged', subject, text, html, sha256, frozen_at from mails where notice_id = ${announced} limit 1`,
    `insert into deliveries (id, notice_id, email_hash, customers, batch_id, state, state_at, chain) values (${forged}, ${forged}, repeat('a', 64), '["c-9"]', ${forged}, 'delivered', '2026-11-22T12:01:00Z', ${relink}(chain_of_owed(${forged}, ${forged}, repeat('a', 64), '["c-9"]'), 'delivered', '2026-11-22T12:01:00Z', null, null))`,
    `insert into delivery_events (delivery_id, state, at, hash) select id, state, state_at, chain from deliveries where id = ${forged}`,
    `insert into provider_events (id, type, occurred_at, received_at, delivery_id) values ('forged', 'email.delivered', now(), '2026-11-22T12:01:00Z', ${forged})`,
  ];

  test("does nothing is not accused", async () => {
    expect(await verify(r)).toMatchObject({ ok: true });
  });

  test.each<[string, string, string, RegExp | null, ...string[]]>([
    [
      "rewrites an entry's action",
      "audit",
      "",
      /hash/,
      `update audit_log set action = 'nothing' where sequence = ${sequence}`,
    ],
    ["rewrites who did it", "audit", "", /hash/, `update audit_log set actor = 'system' where sequence = ${sequence}`],
    [
      "rewrites when it was done",
      "audit",
      "",
      /hash/,
      `update audit_log set at = at - interval '1 day' where sequence = ${sequence}`,
    ],
    [
      "rewrites what it was done to",
      "audit",
      "",
      /hash/,
      `update audit_log set subject = 'nobody' where sequence = ${sequence}`,
    ],
    [
      "rewrites its data",
      "audit",
      "",
      /hash/,
      `update audit_log set data = '{"forged":true}' where sequence = ${sequence}`,
    ],
    [
      "writes a time of an entry that is none",
      "audit",
      "",
      /hash/,
      `update audit_log set at = 'infinity' where sequence = ${sequence}`,
    ],
    ["spoils its data", "audit", "", /canonical/, `update audit_log set data = '{' where sequence = ${sequence}`],
    [
      "puts a blank into its data",
      "audit",
      "",
      /canonical/,
      `update audit_log set data = data || ' ' where sequence = ${sequence}`,
    ],
    ["takes an entry away", "audit", "", /is missing/, `delete from audit_log where sequence = ${sequence}`],
    ["takes the last entries away", "audit", "", /is missing/, `delete from audit_log where sequence > 3`],
    ["swaps the hash", "audit", "", /hash/, `update audit_log set hash = repeat('0', 64) where sequence = ${sequence}`],
    [
      "rewrites what was published",
      "snapshot",
      "2",
      /hash/,
      "update snapshots set content = replace(content, 'Acme', 'Acne') where number = 2",
    ],
    [
      "rewrites when it was published",
      "snapshot",
      "2",
      /time/,
      "update snapshots set taken_at = taken_at - interval '1 day' where number = 2",
    ],
    [
      "says that something else was published",
      "snapshot",
      "3",
      /its cause was change-set.announced:2/,
      "update snapshots set cause = 'change-set.withdrawn:1' where number = 3",
    ],
    [
      "forges a snapshot with its hash",
      "snapshot",
      "",
      /names? /,
      "update snapshots set content = replace(content, 'Acme', 'Acne') where number = (select max(number) from snapshots)",
      "update snapshots set hash = encode(sha256(convert_to(previous_hash || content, 'UTF8')), 'hex') where number = (select max(number) from snapshots)",
    ],
    ["takes a snapshot away", "snapshot", "2", /is missing/, "delete from snapshots where number = 2"],
    [
      "takes the newest snapshot away",
      "snapshot",
      "",
      /is missing: entry \d+ of the audit log names it/,
      "delete from snapshots where number = (select max(number) from snapshots)",
    ],
    [
      "rewrites a vendor as announced",
      "change-set",
      "2",
      /announced/,
      `update changes set after = jsonb_set(after, '{legalName}', '"Other, Inc."') where change_set = 2`,
    ],
    [
      "moves the date a set was announced for",
      "change-set",
      "2",
      /announced/,
      "update change_sets set effective_on = effective_on - 30 where number = 2",
    ],
    [
      "changes the order in which sets were announced",
      "change-set",
      "2",
      /another version/,
      "update change_sets set published_as = 2 where number = 2",
    ],
    [
      "says that it was published as a version that is not there",
      "change-set",
      "2",
      /another version/,
      "update change_sets set published_as = 99 where number = 2",
    ],
    [
      "says that a change builds on another",
      "change-set",
      "2",
      /builds on change set none/,
      "update changes set based_on = 1 where change_set = 2",
    ],
    [
      "makes it an emergency",
      "change-set",
      "2",
      /announced/,
      "update change_sets set emergency_reason = '\"Fire\"' where number = 2",
    ],
    [
      "gives another reason of a withdrawal",
      "change-set",
      "3",
      /reason/,
      "update change_sets set withdrawn_reason = '\"Whim\"' where number = 3",
    ],
    [
      "takes a withdrawal back",
      "change-set",
      "3",
      /withdrawal/,
      "update change_sets set state = 'announced', withdrawn_at = null, withdrawn_reason = null where number = 3",
    ],
    [
      "shortens a customer's terms",
      "customer",
      "change-set:2",
      /terms/,
      "update concerned_customers set last_day_to_object_on = last_day_to_object_on - 5 where change_set = 2",
    ],
    [
      "takes a concerned customer away",
      "customer",
      "change-set:2",
      /concerned/,
      "delete from concerned_customers where change_set = 2 and external_id = 'c-1'",
    ],
    [
      "says that a delivery ended otherwise",
      "delivery",
      "",
      /state/,
      `update deliveries set state = 'bounced' where id = ${first}`,
    ],
    [
      "moves the time of its state",
      "delivery",
      "",
      /time/,
      `update deliveries set state_at = state_at - interval '1 day' where id = ${first}`,
    ],
    ["invents a cause", "delivery", "", /cause/, `update deliveries set cause = 'because' where id = ${first}`],
    ["swaps the mail's id", "delivery", "", /id/, `update deliveries set email_id = 'other' where id = ${first}`],
    [
      "says it was owed to another person",
      "delivery",
      "",
      /step|chain/,
      `update deliveries set email_hash = repeat('0', 64) where id = ${first}`,
    ],
    [
      "says it was owed for another customer",
      "delivery",
      "",
      /step|chain/,
      "update deliveries set customers = '[\"c-9\"]' where customers = '[\"c-1\"]'",
    ],
    [
      "rewrites a step",
      "delivery",
      "",
      /step/,
      `update delivery_events set at = at - interval '1 day' where id = ${event}`,
    ],
    ["takes a step away", "delivery", "", /chain/, `delete from delivery_events where id = ${event}`],
    [
      "takes a step away, and makes the row agree",
      "delivery",
      "",
      /reported/,
      `delete from delivery_events where id = ${event}`,
      `update deliveries d set state = e.state, state_at = e.at, cause = e.cause, chain = e.hash from delivery_events e where e.id = (select max(id) from delivery_events where delivery_id = d.id) and d.id = ${first}`,
    ],
    [
      "adds a step with its hash",
      "delivery",
      "",
      /no report/,
      `insert into delivery_events (delivery_id, state, at, cause, hash) select id, 'complained', state_at, 'Spam', ${relink}(chain, 'complained', state_at, 'Spam', null) from deliveries where id = ${first}`,
      `update deliveries set state = 'complained', cause = 'Spam', chain = ${relink}(chain, 'complained', state_at, 'Spam', null) where id = ${first}`,
    ],
    [
      "takes a whole delivery away",
      "notice",
      "",
      /were owed/,
      `delete from delivery_events where delivery_id = ${first}`,
      `delete from deliveries where id = ${first}`,
    ],
    [
      "adds a recipient nobody was owed",
      "notice",
      "",
      /were owed/,
      `insert into deliveries (id, notice_id, email_hash, batch_id, state, state_at, chain) select u.id, d.notice_id, repeat('a', 64), d.batch_id, 'pending', n.created_at, chain_of_owed(u.id, d.notice_id, repeat('a', 64), null) from deliveries d join notices n on n.id = d.notice_id cross join (select gen_random_uuid() as id) u where d.notice_id = ${announced} limit 1`,
    ],
    [
      "puts another recipient in the place of one",
      "notice",
      "",
      /not those/,
      `update deliveries set email_hash = repeat('a', 64), subscriber_id = null where notice_id = ${announced} and customers is null and state = 'delivered'`,
      `update deliveries set chain = chain_of_owed(id, notice_id, email_hash, customers), state = 'pending', state_at = (select created_at from notices where id = notice_id), email_id = null where email_hash = repeat('a', 64)`,
      `delete from delivery_events where delivery_id in (select id from deliveries where email_hash = repeat('a', 64))`,
    ],
    [
      "shows an address nobody was told at, in the place of a person",
      "delivery",
      "",
      /not to the organisation/,
      `update deliveries set subscriber_id = null, address = 'other@else.example' where id = ${first}`,
    ],
    [
      "shows another address of the organisation",
      "delivery",
      "",
      /address is not that of its hash/,
      "update deliveries set address = 'other@else.example' where address is not null",
    ],
    [
      "shows another address of a person",
      "delivery",
      "",
      /address is not that of its hash/,
      "update subscribers set email = 'other@else.example', email_key = 'other@else.example' where email = 'fr@customer.example'",
    ],
    [
      "gives a delivery to another person",
      "delivery",
      "",
      /another person/,
      `update deliveries set subscriber_id = (select id from subscribers where email = 'fr@customer.example') where notice_id = ${receipt}`,
    ],
    [
      "says that a notice told of another version of the list",
      "notice",
      "",
      /another version/,
      `update notices set snapshot = snapshot - 1 where id = ${announced}`,
    ],
    [
      "says that a notice told of no version of the list",
      "notice",
      "",
      /another version/,
      "update notices set snapshot = null where kind = 'withdrawal'",
    ],
    [
      "moves the time a receipt was owed",
      "notice",
      "",
      /nothing was answered/,
      `update notices set created_at = created_at - interval '1 second' where id = ${receipt}`,
    ],
    [
      "moves the time a mail was written",
      "mail",
      "",
      /written at/,
      `update mails set frozen_at = frozen_at - interval '1 second' where notice_id = ${announced}`,
    ],
    [
      "moves the time a notice was owed",
      "notice",
      "",
      /owed at/,
      `update notices set created_at = created_at - interval '1 day' where id = ${announced}`,
    ],
    [
      "forges a late announcement",
      "notice",
      "f0f0f0f0-0000-4000-8000-000000000000",
      /no such late-announcement/,
      ...forgedNotice("late-announcement", "2"),
    ],
    [
      "forges one of no change set",
      "notice",
      "f0f0f0f0-0000-4000-8000-000000000000",
      /no such announcement/,
      ...forgedNotice("announcement", "null"),
    ],
    [
      "forges a confirmation of a change set",
      "notice",
      "f0f0f0f0-0000-4000-8000-000000000000",
      /about no change set/,
      ...forgedNotice("confirmation", "2"),
    ],
    [
      "forges a receipt",
      "notice",
      "f0f0f0f0-0000-4000-8000-000000000000",
      /receipt of an answer/,
      ...forgedNotice("receipt", "2"),
    ],
    [
      "forges a mail of a notice that was owed",
      "mail",
      "",
      /does not know/,
      `insert into mails (notice_id, locale, variant, subject, text, html, sha256, frozen_at) select notice_id, locale, 'forged', subject, text, html, sha256, frozen_at from mails where notice_id = ${announced} limit 1`,
    ],
    [
      "makes a resolution a reminder",
      "notice",
      "",
      /no such reminder/,
      "update notices set kind = 'reminder' where kind = 'resolution'",
    ],
    [
      "says that a notice was about another set",
      "notice",
      "",
      /about change set 2/,
      `update notices set change_set = 1 where id = ${announced}`,
    ],
    [
      "takes the delivery of a receipt away",
      "notice",
      "",
      /1 delivery/,
      `delete from deliveries where notice_id = ${receipt}`,
    ],
    [
      "says that a receipt went to somebody else",
      "notice",
      "",
      /to whoever answered/,
      `update deliveries set email_hash = repeat('a', 64), subscriber_id = null where notice_id = ${receipt}`,
    ],
    ["takes the notice of a receipt away", "delivery", "", /of none/, "delete from notices where kind = 'receipt'"],
    [
      "takes a receipt away altogether",
      "notice",
      "",
      /receipts owed: 1/,
      `delete from mails where notice_id = ${receipt}`,
      `delete from deliveries where notice_id = ${receipt}`,
      "delete from notices where kind = 'receipt'",
    ],
    [
      "writes customers that are no list",
      "delivery",
      "",
      /no list/,
      `update deliveries set customers = '{"a":1}' where customers = '["c-1"]'`,
    ],
    [
      "writes customers that are no texts",
      "delivery",
      "",
      /no list/,
      `update deliveries set customers = '[1]' where customers = '["c-1"]'`,
    ],
    [
      "writes a time that is none",
      "notice",
      "",
      /row of its table/,
      `update notices set created_at = 'infinity' where id = ${announced}`,
    ],
    [
      "says that a set was withdrawn",
      "change-set",
      "2",
      /by the audit log it is announced/,
      "update change_sets set state = 'withdrawn' where number = 2",
    ],
    [
      "says that a withdrawn set is announced still",
      "change-set",
      "3",
      /by the audit log it is withdrawn/,
      "update change_sets set state = 'announced' where number = 3",
    ],
    [
      "says that a set waits for an approval that nobody was asked for",
      "change-set",
      "2",
      /takes none/,
      "update changes set awaits_approval = true where change_set = 2",
    ],
    ["rewrites a mail", "mail", "", /hash|written/, "update mails set text = replace(text, 'Acme', 'Acne')"],
    [
      "rewrites a mail with its hash",
      "mail",
      "",
      /hash|written/,
      "update mails set text = 'Nothing changes.', html = '', subject = ''",
      `update mails set sha256 = encode(sha256(convert_to('{"html":"","subject":"","text":"Nothing changes."}', 'UTF8')), 'hex')`,
    ],
    [
      "rewrites what a customer answered",
      "response",
      "",
      /text/,
      "update responses set text = 'We agree.' where kind = 'objected'",
    ],
    [
      "says that a part of it was erased",
      "response",
      "",
      /text/,
      "update responses set text = 'We [erased].' where kind = 'objected'",
    ],
    [
      "says that all of a mail was erased",
      "mail",
      "",
      /hash/,
      "update mails set subject = '[erased]', text = '[erased]', html = '[erased]' where notice_id in (select id from notices where kind = 'receipt')",
    ],
    [
      "gives another time of a withdrawal",
      "change-set",
      "3",
      /another time/,
      "update change_sets set withdrawn_at = withdrawn_at - interval '1 second' where number = 3",
    ],
    [
      "makes an objection an approval",
      "response",
      "",
      /kind/,
      "update responses set kind = 'approved' where kind = 'objected'",
    ],
    ["makes an answer late", "response", "", /late/, "update responses set late = true where kind = 'objected'"],
    ["takes an objection away", "response", "", /is missing/, "delete from responses where kind = 'objected'"],
    [
      "says that somebody else answered",
      "response",
      "",
      /another person/,
      "update responses set subscriber_id = (select id from subscribers where email = 'fr@customer.example')",
    ],
    [
      "invents an answer",
      "response",
      "",
      /does not know/,
      "insert into responses (change_set, email_hash, kind, late, answered_at) select 2, repeat('b', 64), 'approved', false, now()",
    ],
  ])("%s is found", async (_, table, id, reason, ...statements) => {
    const { ok, bad } = await found(r, ...statements);
    expect(ok).toBe(false);
    const fault = bad.find((each) => each.table === table);
    expect(fault, JSON.stringify(bad)).toMatchObject({ table, reason: expect.stringMatching(reason ?? /./) });
    if (id) expect(fault?.id).toBe(id);
  });

  test("rewrites the log from its first entry is found by what others have kept, not by the log", async () => {
    const head = await auditHead(r.db);
    const forged = await r.db.transaction(async () => {
      const { data } = await r.json("GET", "/v1/audit?limit=200", 200);
      let previousHash: string | null = null;
      return (data as Entry[]).reverse().map(({ previousHash: _, hash: __, ...content }) => {
        const actor = "system";
        const hash = chainHash(previousHash, canonicalJson({ ...content, actor }));
        const row = `update audit_log set actor = 'system', previous_hash = ${previousHash ? `'${previousHash}'` : "null"}, hash = '${hash}' where sequence = ${content.sequence}`;
        previousHash = hash;
        return row;
      });
    });
    const { bad, head: after } = await found(r, ...forged);
    expect(after?.hash).not.toBe(head?.hash);
    // The snapshots hold how far the log had come: they are such witnesses themselves.
    expect(bad[0]).toMatchObject({ table: "audit", reason: expect.stringContaining("snapshot") });
  });
});

test("what was approved, released, reminded and answered is as recorded, and else it is found", async () => {
  const r = await releasedStory();
  expect(await verify(r)).toMatchObject({ ok: true, bad: [] });
  const [set, strict, easy] = ["update change_sets set", "where customer = 'strict'", "where customer = 'easy'"];
  const tampered: [string, string, RegExp][] = [
    [`${set} authors = '[]'`, "change-set", /written by/],
    [`${set} approved_by = 'key:other'`, "change-set", /approved by/],
    [`${set} approved_at = approved_at - interval '1 day'`, "change-set", /approved at/],
    ["update changes set released_on = released_on - 1", "change-set", /released/],
    ["update changes set awaits_approval = false", "change-set", /nobody's approval/],
    ["update changes set released_on = null", "change-set", /released/],
    ["update changes set released_reason = '\"They agreed.\"'", "change-set", /another reason/],
    ["update changes set planned_on = '2026-12-30'", "change-set", /not what was announced/],
    ["update concerned_customers set reminded_at = null", "customer", /reminded/],
    [
      "update concerned_customers set reminded_at = (select max(reminded_at) from concerned_customers) where external_id = 'strict'",
      "customer",
      /reminded/,
    ],
    ["update responses set on_behalf_of = 'Initech' where customer is null", "response", /onBehalfOf/],
    [`update responses set on_behalf_of = 'Initech' ${easy}`, "response", /onBehalfOf/],
    [`update responses set email_hash = repeat('0', 64) ${easy}`, "response", /emailHash/],
    [`update responses set edited_at = null ${strict}`, "response", /edited at/],
    [`update responses set edited_at = edited_at - interval '1 second' ${strict}`, "response", /edited at/],
    [`update responses set edited_at = answered_at ${easy}`, "response", /edited at/],
    [`update responses set resolved_at = resolved_at - interval '1 second' ${easy}`, "response", /resolved at/],
    [`update responses set outcome_note = 'We [erased].' ${easy}`, "response", /note/],
  ];
  for (const [statement, table, reason] of tampered) {
    const { bad } = await found(r, statement);
    expect(bad, statement).toMatchObject([{ table, reason: expect.stringMatching(reason) }]);
  }
});

test("an entry in its place in the chain whose data is not what its action holds is found", async () => {
  const r = await registry();
  const entry = { actor: "system", action: "change-set.released", subject: "change-set:2" } as const;
  await audit(r.db, r.deps.clock.now(), { ...entry, data: { snapshot: sha256("2"), releasedOn: "2026-11-21" } });
  await audit(r.db, r.deps.clock.now(), { ...entry, data: { snapshot: sha256("3"), heldOn: "2026-11-21" } });
  const { bad } = await verify(r);
  expect(bad).toContainEqual({ table: "audit", id: "2", reason: "its data is not what its action holds" });
  expect(bad).not.toContainEqual(expect.objectContaining({ table: "audit", id: "1" }));
});

test("a record and its entry have one time, however the clock moves while they are written", async () => {
  const r = await organised();
  await customer(r, "globex", ["ada@globex.example"]);
  const number = await announced(r);
  const token = (await respondLink(r, "ada@globex.example", number)).split("/").at(-1) ?? "";
  let time = r.deps.clock.now().getTime() + 60_000;
  const setBack = { ...r.deps, clock: { now: () => new Date(time--) } };
  const answer = { kind: "objected", text: "No.", customer: "globex", onBehalfOf: null } as const;
  await respond(setBack, token, answer);
  const [response] = await r.rows("select id from responses");
  await resolveResponse(setBack, "system", String(response?.id), { outcome: "rejected", note: null });
  await withdrawChangeSet(setBack, "system", number, "We stay.");
  time += 60_000;
  const goesOn = { ...r.deps, clock: { now: () => new Date(time++) } };
  await drain(goesOn, { budgetMs: 10_000 });
  const [written] = await r.rows(`select count(distinct frozen_at)::int as times from mails
    where notice_id in (select id from notices where kind in ('receipt', 'resolution', 'withdrawal'))`);
  expect(written?.times, "the clock moved").toBeGreaterThan(1);
  expect(await verify(r)).toMatchObject({ ok: true, bad: [] });
});

test("what a vendor's changes build on follows from the order of announcements, and of withdrawals", async () => {
  const r = await registry();
  await r.listed(vendor({ slug: "zendesk" }));
  const patch = async (body: object) => {
    const headers = { "content-type": "application/merge-patch+json" };
    const { changeSet } = await r.json("PATCH", "/v1/vendors/zendesk?announce=true&effectiveOn=2027-06-30", 200, {
      body,
      headers,
    });
    return changeSet.number;
  };
  const second = await patch({ legalName: "Zendesk, Inc." });
  await r.json("POST", `/v1/change-sets/${second}/withdraw`, 200, { body: {} });
  const third = await patch({ legalName: "Zendesk Ltd" });
  expect(await r.rows(`select based_on from changes where change_set = ${third}`)).toEqual([{ based_on: 1 }]);
  expect(await verify(r)).toMatchObject({ ok: true, bad: [] });
  const { bad } = await found(r, `update changes set based_on = ${second} where change_set = ${third}`);
  expect(bad).toMatchObject([{ table: "change-set", id: String(third), reason: expect.stringContaining("set 1,") }]);
});

test("an entry holds no personal data: what was answered is there by its hash", async () => {
  const { r, objection } = await toldStory();
  const { data } = await r.json("GET", "/v1/audit?action=response.recorded", 200);
  expect(data.map((entry: Entry) => entry.data.text)).toContain(sha256(objection));
  const text = JSON.stringify((await r.json("GET", "/v1/audit?limit=200", 200)).data);
  for (const personal of ["@customer.example", "Ada", objection]) expect(text).not.toContain(personal);
});

test("the head as of each publication is in the snapshot, on the page and in the published list", async () => {
  const r = await registry();
  await r.listed(vendor());
  const head = await auditHead(r.db);
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, { body: vendor() });
  const published = await r.json("GET", "/subprocessors.json", 200, { key: null });
  const entries: Entry[] = (await r.json("GET", "/v1/audit?limit=200", 200)).data;
  const announced = entries.find(
    ({ action, subject }) => action === "change-set.announced" && subject === "change-set:2",
  );
  expect(announced?.data).toMatchObject({ snapshot: published.hash });
  // The entries of the same mutation come after its snapshot: the last of them names it.
  expect(published.auditHead).toBe(head?.hash);
  expect(announced?.sequence).toBeGreaterThan(head?.sequence ?? 0);
  expect(await (await r.get("/", { key: null })).text()).toContain(published.auditHead);

  const version = published.version;
  await r.follower("a@customer.example");
  const later = await r.json("GET", "/subprocessors.json", 200, { key: null });
  expect({ version: later.version, auditHead: later.auditHead }).toEqual({ version, auditHead: published.auditHead });
});
