import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

type Json = Record<string, unknown>;
type Entry = Json & { key: string; name: string; what: string; slug: string | null; diff: { path: string }[] };
type Plan = Json & { id: string; state: string; vendors: Entry[]; totals: Json };

const listFile = (...vendors: Json[]) => JSON.stringify({ version: 1, vendors });
const of = (plan: Plan, name: string): Entry => {
  const found = plan.vendors.find((each) => each.name === name);
  if (!found) throw new Error(`The plan has no ${name}`);
  return found;
};
const planned = ({ vendors }: Plan) => Object.fromEntries(vendors.map(({ name, what }) => [name, what]));

const importing = (r: Registry) => ({
  plan: (file: string, more: Json = {}): Promise<Plan> =>
    r.json("POST", "/v1/imports", 201, { body: { file, format: "json", ...more } }),
  read: (id: string): Promise<Plan> => r.json("GET", `/v1/imports/${id}`, 200),
  correct: (id: string, body: Json): Promise<Plan> => r.json("PATCH", `/v1/imports/${id}`, 200, { body }),
  apply: (id: string, body: Json = {}): Promise<{ changeSet: number }> =>
    r.json("POST", `/v1/imports/${id}/apply`, 200, { body }),
  refused: (id: string, body: Json = {}) => r.post(`/v1/imports/${id}/apply`, body),
});

const acme = {
  slug: "acme-cloud",
  name: "Acme Cloud",
  services: [{ category: "Hosting", locations: [{ country: "DE" }] }],
};
const mailer = { slug: "mailer", name: "Mailer", services: [{ category: "Mail", locations: [{ country: "FR" }] }] };
const chat = { slug: "chat", name: "Chat", services: [{ category: "Support", locations: [{ country: "US" }] }] };
const moved = { ...acme, services: [{ category: "Hosting", locations: [{ country: "US" }] }] };

describe("a list file", () => {
  test("into an empty registry is published as its first list, once, and planned again changes nothing", async () => {
    const r = await registry();
    const { plan, read, apply, refused } = importing(r);
    await r.organisation();

    const first = await plan(listFile(acme, mailer), { fileName: "list.json" });
    expect(first).toMatchObject({
      state: "open",
      format: "json",
      fileName: "list.json",
      totals: { add: 2, change: 0, remove: 0, same: 0, unsure: 0 },
      changeSet: null,
    });
    expect(of(first, "Acme Cloud")).toMatchObject({
      what: "add",
      before: null,
      weight: "material",
      rows: ["vendors[0]"],
    });
    expect((await r.json("GET", "/v1/vendors", 200)).data, "nothing is applied yet").toEqual([]);

    const { changeSet } = await apply(first.id, { baseline: true });
    expect(await r.json("GET", `/v1/change-sets/${changeSet}`, 200)).toMatchObject({
      state: "effective",
      baseline: true,
    });
    expect((await r.json("GET", "/subprocessors.json", 200, { key: null })).vendors).toHaveLength(2);
    expect(await read(first.id)).toMatchObject({ state: "applied", changeSet });
    expect(await apply(first.id), "once applied it stays that").toEqual({ changeSet });
    await expectProblem(await refused(first.id, { changeSet: 7 }), 409, "plan-applied");
    await expectProblem(await r.call("PATCH", `/v1/imports/${first.id}`, { body: {} }), 409, "plan-applied");

    const again = await plan(listFile(acme, mailer));
    expect(again.totals).toEqual({ add: 0, change: 0, remove: 0, same: 2, unsure: 0 });
    await expectProblem(await refused(again.id), 409, "nothing-changed");
    const published = await (await r.get("/subprocessors.json", { key: null })).text();
    expect((await plan(published)).totals, "nor does the published list").toMatchObject({ same: 2, change: 0 });
  });
});

describe("a plan", () => {
  let r: Registry;
  let end: () => Promise<void>;
  beforeAll(async () => {
    r = await registry({ atEnd: (ending) => (end = ending) });
    await r.organisation();
    await r.listed(
      acme,
      mailer,
      chat,
      vendor({ name: "Other" }),
      vendor({ name: "Further" }),
      vendor({ name: "Last" }),
    );
  });
  afterAll(() => end());

  const others = async (): Promise<Json[]> => {
    const { data } = await r.json("GET", "/v1/vendors", 200);
    return (data as Json[])
      .filter(({ slug }) => !["acme-cloud", "mailer", "chat"].includes(String(slug)))
      .map(({ name, slug, services }) => ({ name, slug, services }));
  };

  test("says of each vendor what becomes of it, with diff and weight as change sets do, and goes into one draft", async () => {
    const { plan, apply } = importing(r);
    const file = listFile(moved, mailer, { name: "New One", services: [{}] }, ...(await others()));
    const made = await plan(file);
    expect(made.totals).toEqual({ add: 1, change: 1, remove: 1, same: 4, unsure: 0 });
    expect(of(made, "Acme Cloud")).toMatchObject({
      what: "change",
      slug: "acme-cloud",
      diff: [{ path: "/services/main/locations" }],
      weight: "material",
    });
    expect(of(made, "Chat")).toMatchObject({ what: "remove", slug: "chat", after: null, rows: [] });
    expect(made.removals).toMatchObject({ count: 1, listed: 6, categories: ["Support"], mustBeAllowed: true });

    const refusal = await r.post(`/v1/imports/${made.id}/apply`, {});
    expect(await expectProblem(refusal, 409, "removals-not-allowed", "/allowRemovals")).toMatchObject({
      removals: 1,
      categories: ["Support"],
    });
    const { changeSet } = await apply(made.id, { allowRemovals: 1, reference: "abc123", reason: "Reviewed" });
    const set = await r.json("GET", `/v1/change-sets/${changeSet}`, 200);
    expect(set).toMatchObject({ state: "draft", reference: "abc123", reason: "Reviewed" });
    expect(set.changes.map((each: Json) => [each.vendor, each.kind, each.weightReason])).toEqual([
      ["acme-cloud", "updated", of(made, "Acme Cloud").weightReason],
      ["chat", "removed", of(made, "Chat").weightReason],
      ["new-one", "added", of(made, "New One").weightReason],
    ]);

    const again = await plan(file);
    expect(again.totals, "what a draft holds already is planned no more").toMatchObject({ same: 7 });
    expect(of(again, "Chat")).toMatchObject({ what: "same", inDraft: changeSet });
    expect(await apply(again.id, { reference: "abc123" }), "the same file under the same reference").toEqual({
      changeSet,
    });
    const other = await plan(listFile(moved));
    await expectProblem(
      await r.post(`/v1/imports/${other.id}/apply`, { reference: "abc123", allowRemovals: 4 }),
      409,
      "reference-taken",
    );
    await r.json("DELETE", `/v1/change-sets/${changeSet}`, 204);
  });

  test("goes stale when the list changes, or a draft of the same vendors, and is planned anew by a correction", async () => {
    const { plan, read, correct, apply } = importing(r);
    const made = await plan(listFile(moved, mailer, chat, ...(await others())));
    const elsewhere = await r.json("PATCH", "/v1/vendors/mailer", 200, { body: { address: "Lyon" } });
    expect((await read(made.id)).state, "another vendor's draft is no matter").toBe("open");
    const { changeSet: set } = await r.json("PATCH", "/v1/vendors/acme-cloud", 200, { body: { address: "Berlin" } });

    expect(await read(made.id)).toMatchObject({ state: "stale", changedSince: ["Acme Cloud"] });
    const { data } = await r.json("GET", "/v1/imports", 200);
    expect(data).toContainEqual(expect.objectContaining({ id: made.id, state: "stale", totals: made.totals }));
    const refusal = await r.post(`/v1/imports/${made.id}/apply`, {});
    expect(await expectProblem(refusal, 409, "plan-stale")).toMatchObject({ vendors: ["Acme Cloud"] });

    const anew = await correct(made.id, {});
    expect(anew.state).toBe("open");
    expect(of(anew, "Acme Cloud")).toMatchObject({ what: "change", drafts: [set.number] });
    const { changeSet } = await apply(made.id);
    for (const { number } of [elsewhere.changeSet, set, { number: changeSet }])
      await r.json("DELETE", `/v1/change-sets/${number}`, 204);
  });

  test("leaves a vendor as it is where somebody says so, and asks nothing of it", async () => {
    const { plan, correct, apply } = importing(r);
    const made = await plan(listFile(moved, mailer, ...(await others())));
    const left = await correct(made.id, { vendors: { [of(made, "Chat").key]: { skip: true } } });
    expect(of(left, "Chat")).toMatchObject({ what: "same", skipped: true, diff: [] });
    expect(left.removals).toMatchObject({ count: 0, mustBeAllowed: false });
    const { changeSet } = await apply(made.id);
    expect((await r.json("GET", `/v1/change-sets/${changeSet}`, 200)).changes).toHaveLength(1);
    await r.json("DELETE", `/v1/change-sets/${changeSet}`, 204);
  });

  test("puts what it has into an existing draft, and names what is wrong with a document", async () => {
    const { plan, apply, correct } = importing(r);
    const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
    const unknown = {
      ...mailer,
      services: [{ category: "Mail", products: ["nothing"], locations: [{ country: "FR" }] }],
    };
    const made = await plan(listFile(moved, unknown, chat, ...(await others())));
    expect(of(made, "Mailer")).toMatchObject({ what: "unsure", faults: [{ pointer: "/services/0/products/0" }] });
    await expectProblem(await r.post(`/v1/imports/${made.id}/apply`, {}), 409, "plan-unsure", "/vendors/mailer");
    await correct(made.id, { vendors: { mailer: { skip: true } } });
    expect(await apply(made.id, { changeSet: number })).toEqual({ changeSet: number });
    await r.json("DELETE", `/v1/change-sets/${number}`, 204);
  });

  test("is deleted, and what is not a list, not a plan or not an answer is refused", async () => {
    const { plan } = importing(r);
    const made = await plan(listFile(moved, mailer, chat));
    const bad = await r.call("PATCH", `/v1/imports/${made.id}`, { body: { guesses: { nobody: true } } });
    await expectProblem(bad, 422, "invalid-request", "/guesses/nobody");
    await r.json("DELETE", `/v1/imports/${made.id}`, 204);
    await expectProblem(await r.get(`/v1/imports/${made.id}`), 404, "not-found");
    const fault = await r.post("/v1/imports", { file: listFile({ ...acme, colour: "blue" }), format: "json" });
    await expectProblem(fault, 422, "invalid-request", "/file/vendors/0/colour");
    const wrong = await r.post("/v1/imports", { file: "é", encoding: "base64" });
    await expectProblem(wrong, 422, "invalid-request", "/file");
    const big = await r.post("/v1/imports", { file: "a".repeat(8_000_000) });
    await expectProblem(big, 413, "body-too-large");
  });

  test("is taken as a form of parts as well, as curl sends a file", async () => {
    const form = new FormData();
    form.set("file", new File([listFile(moved, mailer, chat, ...(await others()))], "list.json"));
    form.set("format", "json");
    const answer = await r.app.request("/v1/imports", {
      method: "POST",
      headers: { authorization: `Bearer ${r.adminKey}` },
      body: form,
    });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ fileName: "list.json", totals: { change: 1, same: 5 } });
    await expectProblem(
      await r.call("POST", "/v1/imports", { body: "x", headers: { "content-type": "text/csv" } }),
      415,
      "unsupported-media-type",
    );
  });

  test("is made by whoever may write, and published by whoever may announce", async () => {
    const { plan } = importing(r);
    const made = await plan(listFile(moved, mailer, chat, ...(await others())));
    const key = await r.key("write");
    const refusal = await r.post(`/v1/imports/${made.id}/apply`, { baseline: true }, { key });
    await expectProblem(refusal, 403, "insufficient-scope");
    const published = await r.post(`/v1/imports/${made.id}/apply`, { baseline: true });
    await expectProblem(published, 409, "not-an-empty-registry");
    expect(planned(await importing(r).read(made.id))["Acme Cloud"], "nothing of it stayed").toBe("change");
  });
});
