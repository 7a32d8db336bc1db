import { expect, test } from "vitest";
import { rowsOf } from "../src/db/reading.ts";
import { apiKeys, suppressions } from "../src/db/schema.ts";
import type { Deps } from "../src/deps.ts";
import { Refusal } from "../src/model/values/refusal.ts";
import { reviseVendorsOf } from "../src/registry/changes/revisions.ts";
import { type Locked, writeRegistry, writeWithoutLock } from "../src/registry/log/frame.ts";
import { takeSnapshot } from "../src/registry/log/snapshots.ts";
import { oweOrganisation } from "../src/registry/owed/owe.ts";
import { takeSignup } from "../src/registry/people/signups.ts";
import { createApiKey, revokeApiKey } from "../src/registry/users/api-keys.ts";
import { registry } from "./setup/registry.ts";

const owed = { kind: "unreachable" as const, about: { customers: ["globex"] } };

test("what a verb owes kicks once, after it is committed; one that owes nothing kicks nobody", async () => {
  const r = await registry();
  await r.organisation({ privacyEmail: "privacy@acme.example" });
  const before = r.kicks();

  await writeRegistry(r.deps, "system", async (w) => {
    await oweOrganisation(w, owed);
    await oweOrganisation(w, owed);
    expect(r.kicks()).toBe(before);
  });
  expect(r.kicks()).toBe(before + 1);

  await writeRegistry(r.deps, "system", async (w) => w.audit("api-key.revoked", "test"));
  expect(r.kicks()).toBe(before + 1);
});

test("a refused verb has written nothing, owes nothing and kicks nobody", async () => {
  const r = await registry();
  await r.organisation({ privacyEmail: "privacy@acme.example" });
  const [stored, kicks] = [await r.stored(), r.kicks()];

  const refused = writeRegistry(r.deps, "system", async (w) => {
    await takeSnapshot(w, "test");
    await oweOrganisation(w, owed);
    w.audit("api-key.revoked", "test");
    throw new Refusal("invalid-request", "No.");
  });

  await expect(refused).rejects.toThrow(Refusal);
  expect(await r.stored()).toEqual(stored);
  expect(r.kicks()).toBe(kicks);
});

test("entries are written last, in the order given, by whoever acts and at the frame's own time", async () => {
  const r = await registry();
  const { now, published } = await writeRegistry(r.deps, "key:test", async (w) => {
    w.audit("change-set.drafted", "test");
    w.audit("change-set.deleted", "test", {}, "system");
    return { now: w.now, published: await takeSnapshot(w, "test") };
  });
  const { data } = await r.json("GET", "/v1/audit?subject=change-set:test", 200);
  expect(data).toMatchObject([
    { action: "change-set.deleted", actor: "system", at: now.toISOString() },
    { action: "change-set.drafted", actor: "key:test", at: now.toISOString() },
  ]);
  const [snapshot] = await r.rows(
    `select content::jsonb -> 'auditHead' as head from snapshots where hash = '${published.hash}'`,
  );
  expect(snapshot).toEqual({ head: null });
});

test("two verbs at the same moment take turns", async () => {
  const r = await registry();
  const order: string[] = [];
  const verb = (name: string) =>
    writeRegistry(r.deps, "system", async (w) => {
      order.push(`${name} begins`);
      await w.db.execute("select pg_sleep(0.05)");
      order.push(`${name} ends`);
    });
  await Promise.all([verb("a"), verb("b")]);
  const [first] = order[0]?.split(" ") ?? [];
  expect(order.slice(0, 2)).toEqual([`${first} begins`, `${first} ends`]);
});

test("a function that needs the lock takes nothing that was made without it", async () => {
  const r = await registry();
  const made = { ...r.deps, organisation: {}, now: new Date(), today: "2026-11-21", actor: "system", audit: () => {} };
  // @ts-expect-error only `writeRegistry` makes what it takes
  const call = () => reviseVendorsOf(made, 1);
  // @ts-expect-error nor a copy of it, with another database
  const copied = (w: Locked) => reviseVendorsOf({ ...w, db: r.db }, 1);
  expect([call, copied]).toHaveLength(2);
});

test("what is handed to the registry and to the routes only reads: writing takes a frame", async () => {
  const r = await registry();
  const deps: Deps = r.deps;
  const stored = await r.stored();
  const writes = [
    // @ts-expect-error what reads inserts nothing
    (of: Deps) => of.db.insert(suppressions),
    // @ts-expect-error nor does it change a row
    (of: Deps) => of.db.update(suppressions),
    // @ts-expect-error nor delete one
    (of: Deps) => of.db.delete(suppressions),
    // @ts-expect-error nor take a statement of its own
    (of: Deps) => of.db.execute("delete from suppressions"),
    // @ts-expect-error nor open a transaction that could
    (of: Deps) => of.db.transaction(async () => {}),
  ];
  expect(writes).toHaveLength(5);
  const query = rowsOf(deps.db)`with gone as (delete from ${apiKeys} returning id) select id from gone`;
  await expect(query).rejects.toThrow();
  await expect(rowsOf(deps.db)`delete from ${apiKeys} returning id`).rejects.toThrow();
  expect(await r.stored()).toEqual(stored);
});

test("what waits for nobody is written while the registry is, with its entries and its kick", async () => {
  const r = await registry();
  const [begun, done] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const importing = writeRegistry(r.deps, "system", async () => {
    begun.resolve();
    await done.promise;
  });
  await begun.promise;
  const { id } = await createApiKey(r.deps, "key:test", { name: "CI", scopes: ["read"] });
  await revokeApiKey(r.deps, "key:test", id);
  const kicks = r.kicks();
  await writeWithoutLock(r.deps, "public", async (w) => {
    w.audit("subscriber.requested", "test");
    w.kick();
    expect(r.kicks()).toBe(kicks);
  });
  expect(r.kicks()).toBe(kicks + 1);
  done.resolve();
  await importing;
  const { data } = await r.json("GET", "/v1/audit?limit=3", 200);
  expect(data).toMatchObject([
    { action: "subscriber.requested", actor: "public" },
    { action: "api-key.revoked", subject: `api-key:${id}` },
    { action: "api-key.created", subject: `api-key:${id}` },
  ]);
});

test("what is recorded of an action is what the log holds of it, neither more nor less nor of another kind", async () => {
  const r = await registry();
  const written = await writeRegistry(r.deps, "system", async (w) => [
    w.audit("api-key.created", "test", { name: "Test", scopes: [] }),
    // @ts-expect-error a member is missing
    w.audit("api-key.created", "test", { name: "Test" }),
    // @ts-expect-error nothing is held of it
    w.audit("api-key.revoked", "test", { name: "Test" }),
    // @ts-expect-error it has another name
    w.audit("api-key.created", "test", { title: "Test", scopes: [] }),
    // @ts-expect-error there is no such action
    w.audit("api-key.lost", "test"),
  ]);
  expect(written).toHaveLength(5);
});

test("what a verb has written down cannot grow once it has ended", async () => {
  const r = await registry();
  const ended = await writeRegistry(r.deps, "system", async (w) => w);
  expect(() => ended.audit("api-key.revoked", "test")).toThrow("has ended");
});

test("sending goes on while the registry is written; a signup waits for the next time", async () => {
  const r = await registry();
  const { resolve, promise } = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const writing = writeRegistry(r.deps, "system", async () => {
    begun.resolve();
    await promise;
  });
  await begun.promise;
  await takeSignup(r.deps, { email: "ada@a.example", locale: "en", products: [], ip: null });
  await r.drain();
  expect(await r.messages("ada@a.example")).toEqual([]);
  resolve();
  await writing;
  await r.drain();
  expect(await r.messages("ada@a.example")).toHaveLength(1);
});

test("whoever holds the lock and says nothing for two minutes loses it with the session; nobody else has such a limit", async () => {
  const r = await registry();
  const limit = async (db: Locked["db"]) => {
    const [row] = await rowsOf<{ limit: string }>(
      db,
    )`select current_setting('idle_in_transaction_session_timeout') as limit`;
    return row?.limit;
  };
  expect(await writeRegistry(r.deps, "system", async ({ db }) => limit(db))).toBe("2min");
  expect(await limit(r.db)).toBe("0");
});
