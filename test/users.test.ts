import { describe, expect, test } from "vitest";
import { createApiKey } from "../src/registry/users/api-keys.ts";
import { changeUser, removeUser } from "../src/registry/users/users.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

let made = 0;

/** A person with a role, and a key of theirs. */
async function person(r: Registry, role: "read" | "write" | "announce" | "admin", scope = role) {
  made += 1;
  const email = `person-${made}@acme.example`;
  const user = await r.json("POST", "/v1/users", 201, { body: { email, name: `Person ${made}`, role } });
  const { key } = await createApiKey(r.deps, `user:${user.id}`, { name: "Mine", scopes: [scope] });
  return { ...user, key } as { id: string; email: string; name: string; key: string };
}

const log = async (r: Registry, action: string) => (await r.json("GET", `/v1/audit?action=${action}`, 200)).data;

describe("users", () => {
  test("are invited, listed, changed and removed, and the log says by whom without their address", async () => {
    const r = await registry();
    const body = { email: "Léa@acme.example", name: "Léa Roth", role: "announce" };
    await expectProblem(await r.post("/v1/users", body), 422, "invalid-request", "/email");
    const lea = await r.json("POST", "/v1/users", 201, { body: { ...body, email: "Lea@acme.example" } });
    expect(lea).toEqual({
      ...body,
      email: "Lea@acme.example",
      id: expect.any(String),
      hearsOfAnswers: false,
      invitedAt: "2026-11-21T09:00:00.000Z",
      removedAt: null,
    });
    await expectProblem(
      await r.post("/v1/users", { ...body, email: "lea@ACME.example" }),
      409,
      "email-taken",
      "/email",
    );

    const changed = await r.json("PATCH", `/v1/users/${lea.id}`, 200, { body: { role: "write" } });
    expect(changed).toEqual({ ...lea, role: "write" });
    const before = await r.stored();
    await r.json("PATCH", `/v1/users/${lea.id}`, 200, { body: { role: "write" } });
    expect(await r.stored()).toEqual(before);

    r.passHours(1);
    await r.json("DELETE", `/v1/users/${lea.id}`, 204);
    await r.json("DELETE", `/v1/users/${lea.id}`, 204);
    const { data } = await r.json("GET", "/v1/users", 200);
    expect(data).toEqual([{ ...changed, removedAt: "2026-11-21T10:00:00.000Z" }]);
    await expectProblem(await r.call("PATCH", `/v1/users/${lea.id}`, { body: { name: "Other" } }), 404, "not-found");

    const entry = { actor: "key:ADMIN_API_KEY", subject: `user:${lea.id}` };
    expect(await log(r, "user.invited")).toMatchObject([{ ...entry, data: { role: "announce" } }]);
    expect(await log(r, "user.changed")).toMatchObject([{ ...entry, data: { changed: ["role"], role: "write" } }]);
    expect(await log(r, "user.removed")).toMatchObject([entry]);
    expect(JSON.stringify(await r.json("GET", "/v1/audit", 200))).not.toMatch(/lea@|Roth/i);
  });

  test("who are invited again are the same persons, with what they wrote", async () => {
    const r = await registry();
    const { id, email } = await person(r, "write");
    await r.json("DELETE", `/v1/users/${id}`, 204);

    const again = await r.json("POST", "/v1/users", 201, { body: { email, name: "Again", role: "read" } });

    expect(again).toMatchObject({ id, name: "Again", role: "read", removedAt: null });
  });

  test("take no address of another, be they removed", async () => {
    const r = await registry();
    const [one, other] = [await person(r, "read"), await person(r, "read")];
    await r.json("DELETE", `/v1/users/${other.id}`, 204);
    const response = await r.call("PATCH", `/v1/users/${one.id}`, { body: { email: other.email } });
    await expectProblem(response, 409, "email-taken", "/email");
  });

  test("keep their own right to administer until another admin takes it", async () => {
    const r = await registry();
    const [one, other] = [await person(r, "admin"), await person(r, "admin")];
    const path = `/v1/users/${one.id}`;
    const before = await r.stored();
    await expectProblem(await r.call("DELETE", path, { key: one.key }), 409, "own-role");
    await expectProblem(await r.call("PATCH", path, { key: one.key, body: { role: "read" } }), 409, "own-role");
    expect(await r.stored()).toEqual(before);

    await r.json("PATCH", path, 200, { key: other.key, body: { role: "read" } });

    await expectProblem(await r.get("/v1/users", { key: one.key }), 403, "insufficient-scope");
  });

  test("who remove each other at the same time leave one who administers", async () => {
    const r = await registry();
    const [one, other] = [await person(r, "admin"), await person(r, "admin")];

    const done = await Promise.allSettled([
      removeUser(r.deps, `user:${one.id}`, other.id),
      changeUser(r.deps, `user:${other.id}`, one.id, { role: "read" }),
    ]);

    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { data } = await r.json("GET", "/v1/users", 200);
    expect(data.filter(({ role, removedAt }: Record<string, unknown>) => role === "admin" && !removedAt)).toHaveLength(
      1,
    );
  });
});

describe("a person's API keys", () => {
  test("count as the person: in the log, on a draft, and for four eyes, however many they have", async () => {
    const r = await registry();
    await r.organisation({ approvalsRequired: 1 });
    const [author, other] = [await person(r, "announce"), await person(r, "announce")];
    const second = await r.json("POST", "/v1/api-keys", 403, {
      key: author.key,
      body: { name: "x", scopes: ["read"] },
    });
    expect(second.type).toBe("/problems/insufficient-scope");
    const { key: another } = await createApiKey(r.deps, `user:${author.id}`, { name: "2", scopes: ["announce"] });
    const { changeSet } = await r.json("POST", "/v1/vendors?effectiveOn=2027-01-10", 201, {
      key: author.key,
      body: vendor(),
    });
    const path = `/v1/change-sets/${changeSet.number}`;
    expect(await r.json("GET", path, 200)).toMatchObject({ authors: [`user:${author.id}`] });

    await expectProblem(await r.post(`${path}/approve`, undefined, { key: another }), 409, "own-draft");
    await r.json("POST", `${path}/approve`, 200, { key: other.key });
    await r.json("POST", `${path}/announce`, 200, { key: another, body: {} });

    expect(await log(r, "change-set.announced")).toMatchObject([
      {
        actor: `user:${author.id}`,
        data: { authors: [`user:${author.id}`], approvedBy: `user:${other.id}` },
      },
    ]);
  });

  test("are of whoever makes them, and listed so", async () => {
    const r = await registry();
    const admin = await person(r, "admin");
    const body = { name: "CI", scopes: ["read"] };
    const key = await r.json("POST", "/v1/api-keys", 201, { key: admin.key, body });
    const nobodys = await r.json("POST", "/v1/api-keys", 201, { body });
    expect([key.user, nobodys.user]).toEqual([admin.id, null]);
    const { data } = await r.json("GET", "/v1/api-keys", 200);
    expect(data.map(({ user }: { user: string | null }) => user).sort()).toEqual([admin.id, admin.id, null].sort());
  });

  test("may do no more than the person: a role that shrinks, or a removal, acts at the next request", async () => {
    const r = await registry();
    const { id, key } = await person(r, "admin");
    const narrow = await person(r, "admin", "read");
    await expectProblem(await r.get("/v1/users", { key: narrow.key }), 403, "insufficient-scope");
    expect((await r.get("/v1/users", { key })).status).toBe(200);

    await r.json("PATCH", `/v1/users/${id}`, 200, { body: { role: "read" } });
    await expectProblem(await r.get("/v1/users", { key }), 403, "insufficient-scope");
    expect((await r.get("/v1/vendors", { key })).status).toBe(200);

    await r.json("DELETE", `/v1/users/${id}`, 204);
    await expectProblem(await r.get("/v1/vendors", { key }), 401, "unauthenticated");
  });

  test("stay revoked when whoever was removed is invited again", async () => {
    const r = await registry();
    const { id, email, name, key } = await person(r, "admin");
    await r.json("DELETE", `/v1/users/${id}`, 204);
    await r.json("POST", "/v1/users", 201, { body: { email, name, role: "admin" } });
    await expectProblem(await r.get("/v1/vendors", { key }), 401, "unauthenticated");
    const { data } = await r.json("GET", "/v1/api-keys", 200);
    expect(data.filter(({ user }: { user: string }) => user === id)).toMatchObject([{ revokedAt: expect.any(String) }]);
  });

  test("do not count where the last key that administers is kept: they end with the person", async () => {
    const r = await registry({ config: { adminApiKey: null } });
    const { id: first, key } = await createApiKey(r.deps, "system", { name: "First key", scopes: ["admin"] });
    const body = { email: "admin@acme.example", name: "Admin", role: "admin" };
    const user = await r.json("POST", "/v1/users", 201, { key, body });
    const own = await createApiKey(r.deps, `user:${user.id}`, { name: "Mine", scopes: ["admin"] });

    await expectProblem(await r.call("DELETE", `/v1/api-keys/${first}`, { key }), 409, "last-admin-key");
    await r.json("DELETE", `/v1/api-keys/${own.id}`, 204, { key });
  });
});
