import { once } from "node:events";
import { createServer } from "node:http";
import { brotliDecompressSync } from "node:zlib";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { WriteDb } from "../src/db/client.ts";
import { batches, deliveries, mails, notices } from "../src/db/schema.ts";
import { sha256 } from "../src/model/values/hash.ts";
import { recordAttempt } from "../src/notify/attempt.ts";
import { drain } from "../src/notify/drain.ts";
import { takeLease } from "../src/notify/lease.ts";
import { type Mailer, NO_LIMITS, type Outcome } from "../src/notify/mailer.ts";
import { freeze } from "../src/notify/prepare/prepared.ts";
import { resendMailer } from "../src/notify/resend.ts";
import { untilLocked } from "./setup/patient.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";
import { mailsIn } from "./setup/requests.ts";

type Attempt = { bytes: string; key: string; to: string[] };

/** Answers with the outcomes given, one per attempt, and then hands over to the real SDK and mailbox. */
function failing(r: Registry, outcomes: Outcome[]): { mailer: Mailer; attempts: Attempt[] } {
  const attempts: Attempt[] = [];
  const send: Mailer["send"] = async (request, key) => {
    const bytes = Buffer.from(request.body).toString();
    attempts.push({ bytes, key, to: mailsIn(request).map(({ to }) => to) });
    const outcome = outcomes.shift();
    return outcome ? { outcome, limits: NO_LIMITS } : r.deps.mailer.send(request, key);
  };
  return { mailer: { send }, attempts };
}

const announced = (r: Registry, body = vendor()) =>
  r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, { body });

const drainWith = (r: Registry, mailer: Mailer) => drain({ ...r.deps, mailer }, { budgetMs: 10_000 });

const states = async (r: Registry) => (await r.db.select().from(deliveries)).map(({ state }) => state).sort();

test("announcing owes one delivery per subscriber, in frozen batches of a hundred, and sends nothing", async () => {
  const r = await registry();
  await r.organisation();
  for (let index = 0; index < 205; index += 1) await r.follower(`f${index}@customer.example`);
  await announced(r);
  expect(await r.messages()).toEqual([]);
  const owed = await r.db.select().from(deliveries);
  expect(owed).toHaveLength(205);
  const sizes = Map.groupBy(owed, ({ batchId }) => batchId);
  expect([...sizes.values()].map((members) => members.length).sort((a, b) => a - b)).toEqual([5, 100, 100]);
  await r.drain();
  const sent = await r.messages();
  expect(new Set(sent.map(({ to }) => to.join())).size).toBe(205);
  expect(sent).toHaveLength(205);
  expect(await states(r)).toEqual(Array(205).fill("accepted"));
});

/** A set that adds so many vendors, each with all that can be said of it in many bytes. */
async function announcedMany(r: Registry, count: number): Promise<void> {
  const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
  for (let index = 0; index < count; index += 1)
    await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body: vendor({}, { purpose: "p".repeat(2000) }) });
  await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: { effectiveOn: "2026-12-31" } });
}

test("a batch is cut by bytes, before its first attempt; everybody is written to once, each under one key", async () => {
  const r = await registry();
  await r.organisation();
  for (let index = 0; index < 70; index += 1) await r.follower(`f${index}@customer.example`);
  await announcedMany(r, 40);
  const { mailer, attempts } = failing(r, [{ kind: "unknown", because: "no answer in time" }]);
  await drainWith(r, mailer);
  r.passHours(0.1);
  await drainWith(r, mailer);
  const sent = await r.messages();
  expect(sent).toHaveLength(70);
  expect(new Set(sent.map(({ to }) => to.join())).size).toBe(70);
  expect(await states(r)).toEqual(Array(70).fill("accepted"));

  for (const { bytes } of attempts) expect(Buffer.byteLength(bytes)).toBeLessThan(4 * 1024 * 1024);
  const [first, ...more] = attempts;
  expect(more.length, "no more requests than it takes").toBeLessThan(5);
  const [again] = more.filter(({ key }) => key === first?.key);
  expect(again, "the same bytes under the same key").toEqual(first);
  const members = (await r.db.select().from(batches)).map((batch) => batch.members?.length ?? 0);
  expect(members.reduce((sum, each) => sum + each)).toBe(70);
  expect(Math.max(...members), "as many as fit").toBeGreaterThan(20);
});

test("the database refuses a second delivery of a notice to the same person", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await announced(r);
  const [owed] = await r.db.select().from(deliveries);
  if (!owed) throw new Error("Nothing was owed");
  const { id: _, ...again } = owed;
  await expect(r.db.insert(deliveries).values(again)).rejects.toMatchObject({
    cause: { constraint_name: "deliveries_one_per_notice_and_subscriber" },
  });
});

test.each([
  ["of no batch", { batchId: crypto.randomUUID() }, "a delivery is of no batch of its notice"],
  ["of a notice that is not its batch's", { noticeId: crypto.randomUUID() }, "a delivery is of no batch of its notice"],
  ["of nobody", { subscriberId: crypto.randomUUID() }, "a delivery is of no subscriber"],
])("the database refuses a delivery %s, however many are owed with it", async (_, wrong, message) => {
  const r = await registry();
  for (const name of ["a", "b"]) await r.follower(`${name}@customer.example`);
  await announced(r);
  const [{ id: _id, ...owed }] = (await r.db.select().from(deliveries).limit(1)) as [typeof deliveries.$inferSelect];
  const sound = { ...owed, subscriberId: null };
  await expect(r.db.insert(deliveries).values([sound, { ...sound, ...wrong }])).rejects.toMatchObject({
    cause: { message, code: "23503" },
  });
});

test.each([
  ["subscriber_id", "whom a delivery was owed to cannot be rewritten"],
  ["notice_id", "whom a delivery was owed to cannot be rewritten"],
  ["batch_id", "a delivery is of no batch of its notice"],
])(
  "the database lets nobody rewrite a delivery's %s; a person who is erased goes out of it",
  async (column, message) => {
    const r = await registry();
    await r.follower("a@customer.example");
    await announced(r);
    await expect(r.rows(`update deliveries set ${column} = gen_random_uuid()`)).rejects.toMatchObject({
      cause: { message },
    });
    await r.rows("update deliveries set subscriber_id = subscriber_id");
    await r.rows("delete from subscribers");
    expect(await r.rows("select subscriber_id from deliveries")).toEqual([{ subscriber_id: null }]);
    await expect(r.rows("update deliveries set subscriber_id = gen_random_uuid()")).rejects.toThrow();
    await expect(r.rows("delete from batches")).rejects.toMatchObject({ cause: { message: "batches is append-only" } });
  },
);

test("after an unknown outcome the same bytes go out under the same key, whatever has changed since", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await announced(r);
  const { mailer, attempts } = failing(r, [{ kind: "unknown", because: "no answer in time" }]);
  await drainWith(r, mailer);
  expect(await states(r)).toEqual(["pending"]);
  await r.organisation({ name: "Renamed since" });
  await drainWith(r, mailer);
  expect(attempts, "not before its time").toHaveLength(1);
  r.passHours(0.1);
  await drainWith(r, mailer);
  expect(attempts).toHaveLength(2);
  expect(attempts[1]).toEqual(attempts[0]);
  expect(await r.messages()).toHaveLength(1);
  expect(await states(r)).toEqual(["accepted"]);
});

test("what was accepted although the answer was lost is not sent twice", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await announced(r);
  let lost = true;
  const mailer: Mailer = {
    async send(sent, key) {
      const answer = await r.deps.mailer.send(sent, key);
      if (!lost) return answer;
      lost = false;
      return { outcome: { kind: "unknown", because: "the connection dropped" }, limits: NO_LIMITS };
    },
  };
  await drainWith(r, mailer);
  r.passHours(0.1);
  await drainWith(r, mailer);
  expect(await r.messages()).toHaveLength(1);
  expect(await states(r)).toEqual(["accepted"]);
});

test("after 23 hours without an outcome a batch is uncertain, and never sent again", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await announced(r);
  const unknown: Outcome = { kind: "unknown", because: "internal_server_error (500)" };
  const { mailer, attempts } = failing(r, Array(100).fill(unknown));
  await drainWith(r, mailer);
  r.passHours(22.9);
  await drainWith(r, mailer);
  expect(attempts).toHaveLength(2);
  r.passHours(0.5);
  await drainWith(r, mailer);
  r.passHours(48);
  await drainWith(r, mailer);
  expect(attempts).toHaveLength(2);
  expect(await r.db.select().from(deliveries)).toMatchObject([
    { state: "uncertain", cause: expect.stringContaining("500") },
  ]);
  const [batch] = await r.db.select().from(batches);
  expect(brotliDecompressSync(batch?.body ?? new Uint8Array()).toString()).toContain("a@customer.example");
});

test("a refused mail fails alone; the others of its batch are accepted", async () => {
  const r = await registry();
  for (const name of ["a", "b", "c"]) await r.follower(`${name}@customer.example`);
  await announced(r);
  const mixed: Mailer = {
    async send(sent) {
      const mails = mailsIn(sent).map(({ to }) =>
        to.startsWith("b@") ? { refused: "Invalid `to` field" } : { emailId: crypto.randomUUID() },
      );
      return { outcome: { kind: "accepted", mails }, limits: NO_LIMITS };
    },
  };
  await drainWith(r, mixed);
  expect(await states(r)).toEqual(["accepted", "accepted", "failed"]);
  const failed = await r.db.select().from(deliveries).where(eq(deliveries.state, "failed"));
  expect(failed).toMatchObject([{ cause: "Invalid `to` field", emailId: null }]);
});

test("a whole batch refused is failed with its reason, and the next one is sent", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await announced(r);
  await announced(r);
  const { mailer } = failing(r, [{ kind: "refused", because: "validation_error (422)" }]);
  await drainWith(r, mailer);
  expect(await states(r)).toEqual(["accepted", "failed"]);
});

test("a bad key or a spent quota pauses the sender, says why, and it goes on by itself", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await announced(r);
  const { mailer, attempts } = failing(r, [{ kind: "paused", because: "invalid_api_key (401)" }]);
  await drainWith(r, mailer);
  await drainWith(r, mailer);
  expect(attempts).toHaveLength(1);
  expect(r.logged).toContainEqual({ event: "sending.paused", because: "invalid_api_key (401)" });
  r.passHours(0.1);
  await drainWith(r, mailer);
  expect(await states(r)).toEqual(["accepted"]);
});

test("whoever left before the first attempt is skipped; whoever leaves after it stays in the batch", async () => {
  const r = await registry();
  for (const name of ["early", "late", "erased"]) await r.follower(`${name}@customer.example`);
  await announced(r);
  const { data } = await r.json("GET", "/v1/subscribers", 200);
  const idOf = (name: string) => data.find(({ email }: { email: string }) => email.startsWith(name)).id;
  await r.json("DELETE", `/v1/subscribers/${idOf("erased")}`, 204);
  const { leave } = await leaver(r);
  await leave("early@customer.example");
  const { mailer, attempts } = failing(r, [{ kind: "unknown", because: "lost" }]);
  await drainWith(r, mailer);
  await leave("late@customer.example");
  r.passHours(0.1);
  await drainWith(r, mailer);
  expect(attempts.map(({ to }) => to)).toEqual([["late@customer.example"], ["late@customer.example"]]);
  const rows = await r.db.select().from(deliveries);
  expect(rows.map(({ state, cause }) => [state, cause]).sort()).toEqual([
    ["accepted", null],
    ["skipped", "erased"],
    ["skipped", "unsubscribed"],
  ]);
  for (const { emailHash } of rows) expect(emailHash).toMatch(/^[0-9a-f]{64}$/);
});

async function leaver(r: Registry) {
  const { signToken } = await import("../src/model/values/token.ts");
  const { data } = await r.json("GET", "/v1/subscribers", 200);
  const leave = async (email: string) => {
    const { id } = data.find((each: { email: string }) => each.email === email);
    const token = signToken(r.deps.config.tokenSecret, "subscription", id, r.deps.clock.now());
    await r.call("POST", `/unsubscribe/${token}`, { key: null });
  };
  return { leave };
}

test("two senders at once send everything once, because only one of them may", async () => {
  const r = await registry();
  for (let index = 0; index < 20; index += 1) await r.follower(`f${index}@customer.example`);
  for (let index = 0; index < 5; index += 1) await announced(r);
  await Promise.all([r.drain(), r.drain(), r.drain()]);
  await r.drain();
  expect(await r.messages()).toHaveLength(100);
  expect(new Set(await states(r))).toEqual(new Set(["accepted"]));
});

test("while another process holds the lease nothing is sent", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await announced(r);
  expect(await takeLease(r.db, crypto.randomUUID())).not.toBeNull();
  await r.drain();
  expect(await r.messages()).toEqual([]);
});

test("a batch that breaks before it is sent does not hold up the others", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await announced(r);
  const [broken] = await r.db.select().from(notices);
  if (!broken) throw new Error("Nothing was owed");
  // Bytes that cannot be read: as if a row had been damaged.
  await r.db
    .update(batches)
    .set({ body: Buffer.from("not brotli") })
    .where(eq(batches.noticeId, broken.id));
  await announced(r);
  await r.drain();
  expect(await states(r)).toEqual(["accepted", "pending"]);
  expect(r.logged).toContainEqual(expect.objectContaining({ event: "batch.broken" }));
});

test("each recipient is written to in their language, with one frozen mail per language", async () => {
  const r = await registry();
  await r.follower("en@customer.example", { locale: "en" });
  await r.follower("fr@customer.example", { locale: "fr" });
  await announced(r);
  await r.drain();
  expect((await r.messages("fr@customer.example"))[0]?.text).toMatch(/^Bonjour/m);
  expect((await r.messages("en@customer.example"))[0]?.text).toMatch(/^Hello/m);
  expect((await r.db.select().from(mails)).map(({ locale }) => locale).sort()).toEqual(["en", "fr"]);
});

test("a mail names its notice and batch, the organisation to answer, and carries no tracking", async () => {
  const r = await registry();
  await r.organisation({ privacyEmail: "privacy@acme.example" });
  await r.follower("a@customer.example");
  await announced(r);
  await r.drain();
  const [mail] = await r.messages();
  const [batch] = await r.db.select().from(batches);
  expect(mail?.tags).toEqual([
    { name: "notice", value: batch?.noticeId },
    { name: "batch", value: batch?.id },
  ]);
  expect(mail?.idempotencyKey).toBe(batch?.id);
  expect(mail?.headers).toMatchObject({ "Reply-To": "privacy@acme.example", "Auto-Submitted": "auto-generated" });
  expect(mail?.html).not.toMatch(/<img|https?:\/\/(?!registry\.example)/);
});

test("a withdrawal goes to those who were told, and to nobody else", async () => {
  const r = await registry();
  await r.follower("told@customer.example");
  await announced(r);
  await r.drain();
  await r.follower("later@customer.example");
  await r.json("POST", "/v1/change-sets/1/withdraw", 200, { body: { reason: "We stay with the present host." } });
  await r.drain();
  expect(await r.messages("later@customer.example")).toEqual([]);
  expect((await r.messages("told@customer.example")).at(-1)?.text).toContain("We stay with the present host.");
});

test("a withdrawal never comes before its announcement: untried it is not sent at all, half sent it waits", async () => {
  const r = await registry();
  for (let index = 0; index < 150; index += 1) await r.follower(`f${index}@customer.example`);
  await announced(r);
  // The first batch goes out, the second gets no answer.
  const { mailer } = failing(r, []);
  let calls = 0;
  const half: Mailer = {
    send: (sent, key) => {
      calls += 1;
      return calls === 2
        ? Promise.resolve({ outcome: { kind: "unknown", because: "lost" }, limits: NO_LIMITS })
        : mailer.send(sent, key);
    },
  };
  await drainWith(r, half);
  await r.json("POST", "/v1/change-sets/1/withdraw", 200, { body: {} });
  await r.drain();
  // The first withdrawal's batch has the readers of the first announcement's.
  const told = (await r.messages()).filter(({ subject }) => subject.includes("will not be added"));
  expect(told, "nobody whose announcement may be under way").toHaveLength(100);
  r.passHours(0.1);
  await r.drain();
  const sent = await r.messages();
  expect(sent).toHaveLength(300);
  for (let index = 0; index < 150; index += 1) {
    const [first, second] = sent.filter(({ to }) => to[0] === `f${index}@customer.example`);
    expect([first?.subject, second?.subject]).toEqual([
      expect.stringContaining("will be added"),
      expect.stringContaining("will not be added"),
    ]);
  }

  await announced(r);
  await r.json("POST", "/v1/change-sets/2/withdraw", 200, { body: {} });
  await r.drain();
  expect(await r.messages()).toHaveLength(300);
});

test("whoever leaves after the bytes were made, but before they were tried, gets nothing", async () => {
  const r = await registry();
  for (const name of ["stays", "leaves"]) await r.follower(`${name}@customer.example`);
  await announced(r);
  const { leave } = await leaver(r);
  const [batch] = await r.db.select().from(batches);
  const prepared = await freeze(r.deps, batch?.id ?? "");
  expect(prepared && mailsIn(prepared)).toHaveLength(2);
  await leave("leaves@customer.example");
  await r.drain();
  expect((await r.messages()).map(({ to }) => to)).toEqual([["stays@customer.example"]]);
  expect(await states(r)).toEqual(["accepted", "skipped"]);
});

test("bytes that another process has made anew, and not tried yet, are not sent as they were before", async () => {
  const r = await registry();
  await r.follower("leaves@customer.example");
  await r.follower("stays@customer.example");
  await announced(r);
  const [{ id } = { id: "" }] = await r.db.select().from(batches);
  const mine = await freeze(r.deps, id);
  await r.rows("update subscribers set status = 'unsubscribed' where email = 'leaves@customer.example'");
  await r.db.update(batches).set({ body: null, bodySha256: null, members: null });
  const theirs = await freeze(r.deps, id);
  if (!mine || !theirs) throw new Error("The batch was not frozen");

  const tried = await recordAttempt(r.deps, mine);

  expect(mailsIn({ body: tried?.body ?? new Uint8Array() }).map(({ to }) => to)).toEqual(["stays@customer.example"]);
  expect((await r.db.select().from(batches))[0]).toMatchObject({ attempts: 1, bodySha256: sha256(tried?.body ?? "") });
  expect(await recordAttempt(r.deps, theirs)).toBe(null);
});

test("a batch made ready before its key expired is not tried after it, however long the process slept in between", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await announced(r);
  const { mailer } = failing(r, [{ kind: "unknown", because: "no answer in time" }]);
  await drainWith(r, mailer);
  r.passHours(22.5);
  const [batch] = await r.db.select().from(batches);
  const prepared = await freeze(r.deps, batch?.id ?? "");
  if (!prepared) throw new Error("Nothing was due");
  r.passHours(2);
  expect(await recordAttempt(r.deps, prepared)).toBe(null);
  await r.drain();
  expect(await states(r)).toEqual(["uncertain"]);
});

test("bytes that show somebody who was erased are not kept beyond their outcome", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await announced(r);
  const { mailer } = failing(r, [{ kind: "unknown", because: "no answer in time" }]);
  await drainWith(r, mailer);
  const { data } = await r.json("GET", "/v1/subscribers", 200);
  await r.json("DELETE", `/v1/subscribers/${data[0].id}`, 204);
  r.passHours(23.5);
  await r.drain();
  expect(await r.db.select().from(batches)).toMatchObject([{ state: "uncertain", body: null }]);
});

test("whoever leaves while an attempt waits for another process's lock gets nothing", async () => {
  const r = await registry();
  await r.follower("stays@customer.example");
  await r.follower("leaves@customer.example");
  await announced(r);
  const [{ id } = { id: "" }] = await r.db.select().from(batches);
  const mine = await freeze(r.deps, id);
  if (!mine) throw new Error("The batch was not frozen");
  const [locked, left] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const other = r.db.transaction(async (tx) => {
    await tx.select().from(batches).where(eq(batches.id, id)).for("update");
    locked.resolve();
    await left.promise;
  });
  await locked.promise;
  const attempt = recordAttempt(r.deps, mine);
  await untilLocked(r, 1);
  await r.rows("update subscribers set status = 'unsubscribed' where email = 'leaves@customer.example'");
  left.resolve();
  await other;
  const tried = await attempt;
  expect(mailsIn({ body: tried?.body ?? new Uint8Array() }).map(({ to }) => to)).toEqual(["stays@customer.example"]);
});

test("a mail that was written in a transaction that was undone is written again, and is on record", async () => {
  const r = await registry();
  for (let index = 0; index < 150; index += 1) await r.follower(`f${index}@customer.example`);
  await announced(r);
  let undone = false;
  const undoing = (db: WriteDb): WriteDb =>
    new Proxy(db, {
      get(target, name) {
        const member = Reflect.get(target, name);
        if (name === "transaction")
          return (work: (tx: WriteDb) => unknown) => target.transaction(async (tx) => work(undoing(tx)));
        if (name !== "update") return member;
        return (table: unknown) => {
          // The end of the first freezing.
          if (table === batches && db !== r.db && !undone) {
            undone = true;
            throw Object.assign(new Error("deadlock detected"), { code: "40P01" });
          }
          return Reflect.apply(member as () => unknown, target, [table]);
        };
      },
    });
  await drain({ ...r.deps, db: undoing(r.deps.db) }, { budgetMs: 10_000 });
  expect([undone, (await r.messages()).length]).toEqual([true, 50]);
  await r.organisation({ name: "Renamed since" });
  r.passHours(0.1);
  await r.drain();
  const sent = await r.messages();
  expect(sent).toHaveLength(150);
  const [frozen, ...others] = await r.db.select().from(mails);
  expect(others).toEqual([]);
  expect(new Set(sent.map(({ subject }) => subject))).toEqual(new Set([frozen?.subject]));
});

test("what the provider says of a mail can be recorded, whatever it says", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await announced(r);
  const answer = { data: [], errors: [{ index: 0, message: `\0${"x".repeat(249)}\u{1f600}` }] };
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  await drainWith(r, resendMailer({ apiKey: "re_test", baseUrl: `http://127.0.0.1:${port}`, webhookSecrets: [] }));
  server.close();
  expect(await r.db.select().from(deliveries)).toMatchObject([{ state: "failed", cause: `${"x".repeat(249)}\ufffd` }]);
});

test("a flood of the form does not hold up a notice", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await r.db.execute(sql`
    insert into signups (requested_at, email, email_hash, mailbox_hash, locale, products)
    select now() - interval '1 hour', 'f' || n || '@flood.example', md5(n::text), md5(n::text), 'en', '[]' from generate_series(1, 60) n`);
  await announced(r);
  const order: string[] = [];
  const watching: Mailer = {
    send: (sent, key) => {
      order.push(...mailsIn(sent).map(({ to }) => to));
      return r.deps.mailer.send(sent, key);
    },
  };
  await drainWith(r, watching);
  expect(order.indexOf("a@customer.example")).toBeLessThan(5);
  expect(order).toHaveLength(61);
});
