import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { isApiKey, newApiKey } from "../src/model/values/api-key.ts";
import { createFirstApiKey, revokeApiKey } from "../src/registry/users/api-keys.ts";
import { untilLocked } from "./setup/patient.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

const SCOPES = ["read", "write", "announce", "admin"];

type Operation = { method: string; path: string; scope: string; security: unknown; name: string };

/** Every operation under /v1 of the document the app itself publishes, with an address that fits. */
async function operations(r: Registry): Promise<Operation[]> {
  const document = await r.json("GET", "/openapi.json", 200, { key: null });
  return Object.entries<Record<string, Record<string, unknown>>>(document.paths)
    .filter(([path]) => path.startsWith("/v1/"))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path: path
          .replace("{id}", "6f1f2f0e-0b2e-4e6b-9d5b-0f5a3f0c9d11")
          .replace("{number}", "4711")
          .replace(/\{\w+\}/, "nobody"),
        scope: String(operation["x-scope"]),
        security: operation.security,
        name: `${method.toUpperCase()} ${path}`,
      })),
    );
}

const send = (
  r: Registry,
  { method, path }: Operation,
  init: { key?: string | null; headers?: Record<string, string> },
) => r.call(method, path, { ...init, ...(method === "GET" || method === "DELETE" ? {} : { body: {} }) });

const mistyped = (key: string) => `${key.slice(0, 10)}${key[10] === "a" ? "b" : "a"}${key.slice(11)}`;

describe("every operation of the API", () => {
  test("names its scope, and that it needs a key", async () => {
    const r = await registry();

    const all = await operations(r);

    expect(all.length).toBeGreaterThan(15);
    for (const { name, scope, security } of all) {
      expect({ name, scope, security }).toEqual({
        name,
        scope: expect.toBeOneOf(SCOPES),
        security: [{ apiKey: [] }],
      });
    }
  });

  test("that changes something needs more than the scope to read", async () => {
    const r = await registry();
    for (const { name, method, scope } of await operations(r)) {
      if (method !== "GET") expect(scope, name).not.toBe("read");
    }
  });

  test("answers 401 without a key that lives, 403 to one of the next smaller scope, and does nothing", async () => {
    const r = await registry();
    const smaller = Object.fromEntries(
      await Promise.all(SCOPES.slice(0, -1).map(async (scope, index) => [SCOPES[index + 1], await r.key(scope)])),
    );
    const { id, key: revoked } = await r.json("POST", "/v1/api-keys", 201, {
      body: { name: "Old", scopes: ["admin"] },
    });
    await r.json("DELETE", `/v1/api-keys/${id}`, 204);
    const before = await r.stored();

    for (const operation of await operations(r)) {
      for (const authorization of [
        undefined,
        "",
        "Bearer",
        "Bearer not-a-key",
        `Bearer ${mistyped(r.adminKey)}`,
        `Bearer ${r.adminKey}0`,
        `Bearer ${newApiKey()}`,
        `Bearer ${revoked}`,
        `Basic ${btoa(`key:${r.adminKey}`)}`,
        r.adminKey,
      ]) {
        const headers = authorization === undefined ? {} : { authorization };
        const response = await send(r, operation, { key: null, headers });
        expect(response.headers.get("www-authenticate"), operation.name).toMatch(/^Bearer realm=/);
        await expectProblem(response, 401, "unauthenticated");
      }
      if (operation.scope === "read") continue;
      const response = await send(r, operation, { key: smaller[operation.scope] });
      expect(response.headers.get("www-authenticate"), operation.name).toBeNull();
      await expectProblem(response, 403, "insufficient-scope");
    }

    expect(await r.stored()).toEqual(before);
  });

  test("lets a key with its scope pass, or any wider one", async () => {
    const r = await registry();
    const keys = Object.fromEntries(await Promise.all(SCOPES.map(async (scope) => [scope, await r.key(scope)])));

    for (const operation of await operations(r)) {
      for (const scope of SCOPES.slice(SCOPES.indexOf(operation.scope))) {
        const { status } = await send(r, operation, { key: keys[scope] });
        expect([401, 403, 500], `${operation.name} with ${scope}`).not.toContain(status);
      }
    }
  });

  test("checks the key before it reads anything else", async () => {
    const r = await registry();

    for (const operation of await operations(r)) {
      const response = await r.call(operation.method, `${operation.path}?nonsense=1`, {
        key: null,
        ...(operation.method === "GET" || operation.method === "DELETE" ? {} : { body: "{" }),
      });
      await expectProblem(response, 401, "unauthenticated");
    }
  });
});

describe("announcing with the call that edits", () => {
  test("needs the scope to announce, and without it drafts nothing", async () => {
    const r = await registry();
    const body = vendor();
    await r.listed(body);
    const path = `/v1/vendors/${body.name.toLowerCase().replace(" ", "-")}`;
    const write = await r.key("write");
    const before = await r.stored();

    for (const response of [
      await r.post("/v1/vendors?announce=true&effectiveOn=2027-01-10", vendor(), { key: write }),
      await r.call("PATCH", `${path}?announce=true`, { key: write, body: { website: "https://a.example" } }),
      await r.call("DELETE", `${path}?announce=true`, { key: write }),
    ]) {
      await expectProblem(response, 403, "insufficient-scope");
    }
    expect(await r.stored()).toEqual(before);

    const announce = await r.key("announce");
    expect((await r.call("DELETE", `${path}?announce=true`, { key: announce })).status).toBe(200);
  });

  test("with announce=false is a draft, which the scope to write makes", async () => {
    const r = await registry();
    const write = await r.key("write");

    const { changeSet } = await r.json("POST", "/v1/vendors?announce=false", 201, { key: write, body: vendor() });

    expect(changeSet).toMatchObject({ state: "draft" });
  });
});

describe("the form of a key", () => {
  const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  const base62 = (value: number) => {
    let digits = "";
    for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) digits = ALPHABET[rest % 62] + digits;
    return digits.padStart(6, "0");
  };

  test("is spr_, 30 random digits and six digits of their CRC-32", () => {
    for (let made = 0; made < 200; made += 1) {
      const key = newApiKey();
      expect(key).toMatch(/^spr_[0-9A-Za-z]{36}$/);
      expect(key.slice(34)).toBe(base62(crc32(key.slice(0, 34))));
    }
  });

  test("has fixed examples, whose checksums another program made", () => {
    expect(isApiKey("spr_0000000000000000000000000000000QU11Y")).toBe(true);
    expect(isApiKey("spr_WXYZabcdefghijklmnopqrstuvwxyz2oReFu")).toBe(true);
    expect(isApiKey("spr_000000000000000000000000000000000000")).toBe(false);
  });

  test("with any one character mistyped is recognised as wrong", () => {
    const key = newApiKey();
    for (let at = 0; at < key.length; at += 1) {
      const wrong = key[at] === "x" ? "y" : "x";
      expect(isApiKey(key.slice(0, at) + wrong + key.slice(at + 1)), `at ${at}`).toBe(false);
    }
    for (const text of [
      "",
      key.slice(1),
      `${key}0`,
      ` ${key}`,
      `${key}\n`,
      key.toUpperCase(),
      key.replace("spr_", "spr-"),
    ]) {
      expect(isApiKey(text), JSON.stringify(text)).toBe(false);
    }
  });

  test("is never the same twice, and uses its whole alphabet evenly", () => {
    const keys = Array.from({ length: 2000 }, newApiKey);
    expect(new Set(keys).size).toBe(2000);
    const counts = new Map<string, number>();
    for (const digit of keys.flatMap((key) => [...key.slice(4, 34)])) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    expect(counts.size).toBe(62);
    // 60,000 digits, 968 of each expected: 7 standard deviations either way.
    for (const [digit, count] of counts) expect(Math.abs(count - 968), digit).toBeLessThan(220);
  });
});

describe("keys", () => {
  const make = (r: Registry, name: string, ...scopes: string[]) =>
    r.json("POST", "/v1/api-keys", 201, { body: { name, scopes } });

  test("are stored as SHA-256 alone: the key is nowhere in the database", async () => {
    const r = await registry();
    const { id, key } = await make(r, "CI", "write");

    expect(await r.rows(`select hash from api_keys where id = '${id}'`)).toEqual([
      { hash: createHash("sha256").update(key).digest("hex") },
    ]);
    const tables = await r.rows(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    for (const { name } of tables) {
      expect(JSON.stringify(await r.rows(`select * from ${name}`)), String(name)).not.toContain(key.slice(4));
    }
  });

  test("are shown once, and listed without a secret", async () => {
    const r = await registry();
    const made = await make(r, "CI", "write", "announce");
    expect(made).toMatchObject({ name: "CI", scopes: ["write", "announce"], createdAt: "2026-11-21T09:00:00.000Z" });
    expect(isApiKey(made.key)).toBe(true);

    const list = await r.json("GET", "/v1/api-keys", 200);

    const { key, ...rest } = made;
    expect(list).toEqual({ data: [rest], next: null });
    expect(JSON.stringify(list)).not.toContain(createHash("sha256").update(key).digest("hex"));
  });

  test("stop working the moment they are revoked, and stay on the list", async () => {
    const r = await registry();
    const { id, key } = await make(r, "CI", "read");
    expect((await r.get("/v1/vendors", { key })).status).toBe(200);
    r.passHours(1);

    await r.json("DELETE", `/v1/api-keys/${id}`, 204);

    await expectProblem(await r.get("/v1/vendors", { key }), 401, "unauthenticated");
    expect((await r.json("GET", "/v1/api-keys", 200)).data).toMatchObject([
      { id, revokedAt: "2026-11-21T10:00:00.000Z" },
    ]);
  });

  test("may be revoked twice: nothing more happens", async () => {
    const r = await registry();
    const { id } = await make(r, "CI", "read");
    await r.json("DELETE", `/v1/api-keys/${id}`, 204);
    r.passHours(1);
    const before = await r.stored();

    await r.json("DELETE", `/v1/api-keys/${id}`, 204);

    expect(await r.stored()).toEqual(before);
  });

  test("of an empty registry are one, which is not made again", async () => {
    const r = await registry({ config: { adminApiKey: null } });

    const key = await createFirstApiKey(r.deps);

    expect(isApiKey(String(key))).toBe(true);
    expect(await createFirstApiKey(r.deps)).toBeNull();
    expect((await r.get("/v1/api-keys", { key })).status).toBe(200);
    await expectProblem(await r.get("/v1/api-keys"), 401, "unauthenticated"); // the harness' own is unknown here
  });

  test("may have an end, which is listed: from then on they open nothing, and the answer says that they expired", async () => {
    const r = await registry();
    const expiresAt = "2026-11-21T11:30:00.000Z";
    const body = { name: "Audit", scopes: ["read"], expiresAt };
    const { id, key } = await r.json("POST", "/v1/api-keys", 201, { body });
    expect((await r.json("GET", "/v1/api-keys", 200)).data).toMatchObject([{ id, expiresAt, revokedAt: null }]);
    const [entry] = (await r.json("GET", "/v1/audit?action=api-key.created", 200)).data;
    expect(entry.data).toEqual(body);
    r.setTime("2026-11-21T11:29:59.999Z");
    expect((await r.get("/v1/vendors", { key })).status).toBe(200);

    r.setTime(expiresAt);

    const refused = await expectProblem(await r.get("/v1/vendors", { key }), 401, "unauthenticated");
    expect(refused.detail).toContain("expired");
    expect(r.logged.at(-1)).toMatchObject({ event: "access.refused", by: `key:${id}` });
    expect((await r.json("GET", "/v1/api-keys", 200)).data).toMatchObject([{ id, expiresAt }]);
  });

  test.each(["2026-11-21T09:00:00Z", "2026-11-21T09:59:00+01:00", "0000-01-01T00:00:00Z"])(
    "cannot end when they begin, nor before: %s",
    async (expiresAt) => {
      const r = await registry();
      const before = await r.stored();

      const response = await r.post("/v1/api-keys", { name: "Late", scopes: ["read"], expiresAt });

      await expectProblem(response, 422, "invalid-request", "/expiresAt");
      expect(await r.stored()).toEqual(before);
    },
  );

  test.each(["tomorrow", "2026-12-01", "275760-09-13T00:00:00Z", 1_800_000_000])(
    "end at an instant: %s",
    async (expiresAt) => {
      const r = await registry();
      const response = await r.post("/v1/api-keys", { name: "Odd", scopes: ["read"], expiresAt });
      await expectProblem(response, 422, "invalid-request", "/expiresAt");
    },
  );

  test("that administer count as long as they have not expired: a registry left without one gets another", async () => {
    const r = await registry({ config: { adminApiKey: null } });
    const key = String(await createFirstApiKey(r.deps));
    const expiresAt = "2026-11-22T09:00:00.000Z";
    const body = { name: "Second", scopes: ["admin"], expiresAt };
    const { key: second } = await r.json("POST", "/v1/api-keys", 201, { key, body });
    const { data } = await r.json("GET", "/v1/api-keys", 200, { key });
    const first = data.find(({ name }: { name: string }) => name === "First key");
    r.setTime(expiresAt);
    await expectProblem(await r.call("DELETE", `/v1/api-keys/${first.id}`, { key }), 409, "last-admin-key");
    r.setTime("2026-11-21T09:00:00Z");
    await r.json("DELETE", `/v1/api-keys/${first.id}`, 204, { key: second });
    expect(await createFirstApiKey(r.deps)).toBeNull();

    r.setTime(expiresAt);

    expect(isApiKey(String(await createFirstApiKey(r.deps)))).toBe(true);
  });

  test("never run out: the last that may administer cannot be revoked", async () => {
    const r = await registry({ config: { adminApiKey: null } });
    const key = await createFirstApiKey(r.deps);
    const [first] = (await r.json("GET", "/v1/api-keys", 200, { key })).data;
    await r.json("POST", "/v1/api-keys", 201, { key, body: { name: "CI", scopes: ["announce"] } });
    const before = await r.stored();

    await expectProblem(await r.call("DELETE", `/v1/api-keys/${first.id}`, { key }), 409, "last-admin-key");

    expect(await r.stored()).toEqual(before);
    await r.json("POST", "/v1/api-keys", 201, { key, body: { name: "Second", scopes: ["admin"] } });
    await r.json("DELETE", `/v1/api-keys/${first.id}`, 204, { key });
  });

  test("never run out: two who revoke each other at the same time leave one", async () => {
    const r = await registry({ config: { adminApiKey: null } });
    const key = await createFirstApiKey(r.deps);
    await r.json("POST", "/v1/api-keys", 201, { key, body: { name: "Second", scopes: ["admin"] } });
    const ids: string[] = (await r.json("GET", "/v1/api-keys", 200, { key })).data.map(({ id }: { id: string }) => id);

    // Both wait for the keys, so that neither is a moment earlier than the other.
    const { both } = await r.db.transaction(async (tx) => {
      await tx.execute(sql`select id from api_keys for update`);
      const both = Promise.allSettled(ids.map((id) => revokeApiKey(r.deps, "key:test", id)));
      await untilLocked(r, 2);
      return { both };
    });

    const refusals = (await both).flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(refusals).toMatchObject([{ slug: "last-admin-key" }]);
  });

  test("may all be revoked where the configuration has one", async () => {
    const r = await registry();
    const { id } = await make(r, "CI", "admin");

    await r.json("DELETE", `/v1/api-keys/${id}`, 204);
  });

  test("are in no log, whatever goes wrong", async () => {
    const r = await registry();
    const { key } = await make(r, "CI", "admin");
    await r.get("/v1/vendors", { key: mistyped(key) });
    await r.get(`/v1/vendors?key=${key}`, { key });
    await r.rows("alter table changes rename to hidden_changes");
    await r.get("/v1/vendors", { key });
    await r.close();
    await r.get("/v1/vendors", { key });

    expect(r.logged.length).toBeGreaterThan(0);
    for (const secret of [key, mistyped(key), r.adminKey]) expect(JSON.stringify(r.logged)).not.toContain(secret);
  });
});

describe("access that is refused", () => {
  const refused = (r: Registry) => r.logged.filter(({ event }) => event === "access.refused");

  test("leaves a line that names the route, the key by its id where it has one, why, and how often in the hour", async () => {
    const r = await registry();
    const { id, key } = await r.json("POST", "/v1/api-keys", 201, { body: { name: "Old", scopes: ["admin"] } });
    const { id: reader, key: read } = await r.json("POST", "/v1/api-keys", 201, {
      body: { name: "Reader", scopes: ["read"] },
    });
    await r.json("DELETE", `/v1/api-keys/${id}`, 204);

    await r.get("/v1/vendors?q=person@customer.example", { key: null });
    await r.get("/v1/customers/person@customer.example", { key: mistyped(key) });
    await r.get("/v1/vendors", { key });
    await r.call("PUT", "/v1/customers/acme", { key: read, body: {} });
    await r.get("/v1/no-such-thing", { key: newApiKey() });
    r.passHours(1);
    await r.get("/v1/vendors", { key: newApiKey() });

    const [unknown, ended] = ["The API key is unknown or mistyped.", "The API key is revoked."];
    const line = { event: "access.refused", status: 401, route: "GET /v1/vendors", by: null, because: unknown };
    expect(refused(r)).toEqual([
      { ...line, because: expect.stringContaining("Send an API key"), inHour: 1 },
      { ...line, route: "GET /v1/customers/:externalId", inHour: 2 },
      { ...line, by: `key:${id}`, because: ended, inHour: 3 },
      {
        ...line,
        status: 403,
        route: "PUT /v1/customers/:externalId",
        by: `key:${reader}`,
        because: expect.stringContaining('"write"'),
        inHour: 1,
      },
      { ...line, route: expect.stringMatching(/^GET \//), inHour: 4 },
      { ...line, inHour: 1 },
    ]);
    expect(JSON.stringify(r.logged)).not.toMatch(/spr_\w|customer\.example/);
  });

  test("is on every route of the API, and on none that answers", async () => {
    const r = await registry();
    const all = await operations(r);
    for (const operation of all) await send(r, operation, { key: null });
    expect(refused(r)).toHaveLength(all.length);
    await r.get("/v1/vendors");
    await r.get("/", { key: null });
    expect(refused(r)).toHaveLength(all.length);
  });

  test("counts reports with a bad signature as well, and repeats nothing of them", async () => {
    const r = await registry();
    const headers = { "svix-id": "msg_1", "svix-timestamp": "1795251600", "svix-signature": "v1,c2VjcmV0" };
    const response = await r.post("/hooks/resend", { type: "email.bounced" }, { key: null, headers });
    await expectProblem(response, 401, "unauthenticated");
    expect(refused(r)).toMatchObject([{ route: "POST /hooks/resend", by: null, inHour: 1 }]);
    expect(JSON.stringify(r.logged)).not.toContain("c2VjcmV0");
  });
});
