import { describe, expect, test } from "vitest";
import { expectProblem, registry, vendor } from "./setup/registry.ts";

const COMMIT = "3b11505c0ffee";

describe("a change set's reference", () => {
  test("finds it, and is no other's", async () => {
    const r = await registry();
    const set = await r.json("POST", "/v1/change-sets", 201, { body: { reference: COMMIT } });
    const other = await r.json("POST", "/v1/change-sets", 201, { body: {} });
    expect(set).toMatchObject({ reference: COMMIT });
    expect(other).toMatchObject({ reference: null });
    const { data, next } = await r.json("GET", `/v1/change-sets?reference=${COMMIT}`, 200);
    expect([data.map(({ number }: { number: number }) => number), next]).toEqual([[set.number], null]);
    expect((await r.json("GET", "/v1/change-sets?reference=none", 200)).data).toEqual([]);
    for (const [list, name] of [
      ["change-sets", "reference"],
      ["responses", "customer"],
      ["audit", "actor"],
    ])
      await expectProblem(await r.get(`/v1/${list}?${name}=`), 422, "invalid-request", `/query/${name}`);
    const before = await r.stored();
    for (const refused of [
      await r.post("/v1/change-sets", { reference: COMMIT }),
      await r.call("PATCH", `/v1/change-sets/${other.number}`, { body: { reference: COMMIT } }),
    ]) {
      const problem = await expectProblem(refused, 409, "reference-taken");
      expect(problem).toMatchObject({ changeSet: set.number, errors: [{ pointer: "/reference" }] });
    }
    expect(await r.stored()).toEqual(before);
    await r.json("PATCH", `/v1/change-sets/${set.number}`, 200, { body: { reference: COMMIT } });
    await r.json("PATCH", `/v1/change-sets/${set.number}`, 200, { body: { reference: null } });
    await r.json("PATCH", `/v1/change-sets/${other.number}`, 200, { body: { reference: COMMIT } });
  });

  test("is announced with it, and its evidence is held to it", async () => {
    const r = await registry();
    await r.listed(vendor());
    const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor() });
    await r.json("PATCH", `/v1/change-sets/${changeSet.number}`, 200, { body: { reference: COMMIT } });
    const body = { effectiveOn: "2027-03-01" };
    expect(await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body })).toMatchObject({
      reference: COMMIT,
    });
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, bad: [] });
    await r.rows(`set session_replication_role = replica; update change_sets set reference = 'other' where number = ${changeSet.number};
      set session_replication_role = origin`);
    expect((await r.json("GET", "/v1/audit/verify", 200)).bad).toMatchObject([
      { table: "change-set", reason: expect.stringContaining("not what was announced") },
    ]);
  });

  test.each([
    ["", "2 lines\nlong"],
    ["x".repeat(201), "\0"],
  ])("must be a line of up to 200 characters", async (...bad) => {
    const r = await registry();
    for (const reference of bad)
      await expectProblem(await r.post("/v1/change-sets", { reference }), 422, "invalid-request");
  });
});

describe("where nothing was announced yet", () => {
  test("whatever refuses an announcement names the first list", async () => {
    const r = await registry();
    const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor() });
    const path = `/v1/change-sets/${changeSet.number}/announce`;
    for (const [body, status, slug] of [
      [{}, 422, "no-effective-date"],
      [{ effectiveOn: "2026-11-22" }, 422, "effective-date-too-early"],
      [{ effectiveOn: "2026-01-01" }, 422, "effective-date-in-the-past"],
      [{ draftHash: "0".repeat(64) }, 409, "draft-changed"],
    ] as const)
      expect((await expectProblem(await r.post(path, body), status, slug)).detail).toContain("`baseline: true`");
    const edit = await r.post("/v1/vendors?announce=true", vendor());
    expect((await expectProblem(edit, 422, "no-effective-date")).detail).toContain("`baseline: true`");
    await r.json("POST", path, 200, { body: { baseline: true } });
    const later = await r.post("/v1/vendors?announce=true", vendor());
    expect((await expectProblem(later, 422, "no-effective-date")).detail).not.toContain("baseline");
  });
});
