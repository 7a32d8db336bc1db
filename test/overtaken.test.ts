import { describe, expect, test } from "vitest";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

/** A vendor on the list, and a draft of two changes: of that vendor, which is then announced anew, and of another. */
async function overtaken(edit: unknown, announced: unknown) {
  const r = await registry();
  const [body, other] = [
    vendor({ slug: "hosting", website: "https://old.example" }, { key: "cloud", name: "Cloud" }),
    vendor({ slug: "mail" }),
  ];
  await r.listed(body, other);
  const { changeSet } = await r.json("PATCH", "/v1/vendors/mail", 200, { body: { website: "https://mail.example" } });
  const { number } = changeSet;
  if (edit === null) await r.json("DELETE", `/v1/vendors/hosting?changeSet=${number}`, 200);
  else await r.json("PATCH", `/v1/vendors/hosting?changeSet=${number}`, 200, { body: edit });
  if (announced === null) await r.json("DELETE", "/v1/vendors/hosting?announce=true&effectiveOn=2026-11-21", 200);
  else await r.json("PATCH", "/v1/vendors/hosting?announce=true&effectiveOn=2027-01-31", 200, { body: announced });
  const path = `/v1/change-sets/${number}`;
  const rebase = (slug = "hosting") => r.post(`${path}/changes/${slug}/rebase`);
  return { r, number, path, rebase, announce: () => r.post(`${path}/announce`, { effectiveOn: "2027-01-31" }) };
}

const paths = (changes: { path: string }[]) => changes.map(({ path }) => path);
const entries = (r: Registry) =>
  r.rows("select actor, subject, data from audit_log where action like 'vendor.change-%' order by sequence");

describe("an overtaken vendor", () => {
  test("is named, with the ways out, by the preview and by what announcing and editing it refuse", async () => {
    const { r, path, number, announce } = await overtaken({ country: "FR" }, { country: "DE" });
    expect(await r.json("GET", `${path}/preview`, 200)).toMatchObject({ overtaken: ["hosting"] });
    const edit = r.call("PATCH", `/v1/vendors/hosting?changeSet=${number}`, { body: { country: "ES" } });
    for (const response of [await announce(), await edit]) {
      const problem = await expectProblem(response, 409, "vendor-changed-since");
      expect(problem).toMatchObject({ vendor: "hosting", vendors: ["hosting"] });
      expect(problem.detail).toContain(`POST ${path}/changes/hosting/rebase`);
      expect(problem.detail).toContain(`DELETE ${path}/changes/hosting`);
    }
  });

  test("is dropped from its draft: the others of it are announced", async () => {
    const { r, path, announce } = await overtaken({ country: "FR" }, { country: "DE" });
    await r.json("DELETE", `${path}/changes/hosting`, 204);
    expect((await announce()).status).toBe(200);
    expect((await r.json("GET", path, 200)).changes.map((each: { vendor: string }) => each.vendor)).toEqual(["mail"]);
    const { pending } = await r.json("GET", "/v1/vendors/hosting", 200);
    expect(pending).toMatchObject([{ changeSet: 3, state: "announced" }]);
    expect(await entries(r)).toMatchObject([{ actor: expect.stringMatching(/^key:/), subject: "vendor:hosting" }]);
  });

  test("is rebased: the edit is made again on top of what was announced, which is shown", async () => {
    const edit = { website: "https://new.example", legalName: "Hosting GmbH" };
    const { r, path, rebase, announce } = await overtaken(edit, { country: "DE" });
    const answer = await (await rebase()).json();
    expect(answer).toMatchObject({
      vendor: "hosting",
      conflicts: [],
      change: { kind: "updated", after: { ...edit, country: "DE" } },
    });
    expect(answer.announced).toEqual([{ path: "/country", before: null, after: "DE" }]);
    expect(paths(answer.change.diff).sort()).toEqual(["/legalName", "/website"]);
    expect(await r.json("GET", `${path}/preview`, 200)).toMatchObject({ overtaken: [] });
    expect((await announce()).status).toBe(200);
    expect(await entries(r)).toHaveLength(1);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("is rebased member by member of each service, and says which members both have changed", async () => {
    const service = {
      key: "cloud",
      name: "Cloud",
      purpose: "Hosting",
      locations: [{ country: "FR" }],
      dataCategories: ["Contact data"],
    };
    const { rebase } = await overtaken(
      {
        website: "https://b.example",
        services: [
          { ...service, purpose: "Storage" },
          { ...service, key: "cdn", name: "CDN" },
        ],
      },
      { website: "https://a.example", services: [{ ...service, purpose: "Backups", locations: [{ country: "DE" }] }] },
    );
    const { change, announced, conflicts } = await (await rebase()).json();
    expect(paths(announced)).toEqual(["/website", "/services/cloud/purpose", "/services/cloud/locations"]);
    expect(conflicts).toEqual([
      { path: "/website", announced: "https://a.example", drafted: "https://b.example" },
      { path: "/services/cloud/purpose", announced: "Backups", drafted: "Storage" },
    ]);
    expect(change.after.services).toMatchObject([
      { key: "cloud", purpose: "Storage", locations: [{ country: "DE" }] },
      { key: "cdn" },
    ]);
  });

  test("conflicts where one side removes the service that the other changes", async () => {
    const service = { purpose: "Hosting", locations: [{ country: "FR" }], dataCategories: ["Contact data"] };
    const [cloud, cdn] = [
      { ...service, key: "cloud", name: "Cloud" },
      { ...service, key: "cdn", name: "CDN" },
    ];
    const changed = { ...cloud, purpose: "Storage" };
    const edited = await overtaken({ services: [changed] }, { services: [cdn] });
    const kept = await (await edited.rebase()).json();
    expect(kept.conflicts).toMatchObject([
      { path: "/services/cloud", announced: null, drafted: { purpose: "Storage" } },
    ]);
    expect(kept.change.after.services.map(({ key }: { key: string }) => key).sort()).toEqual(["cdn", "cloud"]);

    const removed = await overtaken({ services: [cdn] }, { services: [changed] });
    const gone = await (await removed.rebase()).json();
    expect(gone.conflicts).toEqual([{ path: "/services/cloud/purpose", announced: "Storage", drafted: null }]);
    expect(gone.change.after.services).toMatchObject([{ key: "cdn" }]);
  });

  test("that was to be removed is removed as it is now, and one that was edited back leaves the draft", async () => {
    const removal = await overtaken(null, { country: "DE" });
    expect(await (await removal.rebase()).json()).toMatchObject({
      change: { kind: "removed", before: { country: "DE" }, after: null },
    });

    const same = await overtaken({ country: "DE" }, { country: "DE" });
    expect(await (await same.rebase()).json()).toMatchObject({ change: null, conflicts: [] });
    expect((await same.announce()).status).toBe(200);
  });

  test("that was removed meanwhile can only be dropped", async () => {
    const { r, path, rebase, announce } = await overtaken({ website: "https://new.example" }, null);
    await expectProblem(await rebase(), 409, "vendor-not-listed");
    await r.json("DELETE", `${path}/changes/hosting`, 204);
    expect((await announce()).status).toBe(200);
  });

  test("that was announced and taken back is rebased on what holds without it", async () => {
    const r = await registry();
    await r.listed(vendor({ slug: "hosting" }));
    const { changeSet } = await r.json("PATCH", "/v1/vendors/hosting?announce=true&effectiveOn=2027-01-31", 200, {
      body: { country: "DE" },
    });
    const { number } = (await r.json("PATCH", "/v1/vendors/hosting", 200, { body: { website: "https://new.example" } }))
      .changeSet;
    await r.json("POST", `/v1/change-sets/${changeSet.number}/withdraw`, 200, { body: {} });
    const answer = await r.json("POST", `/v1/change-sets/${number}/changes/hosting/rebase`, 200);
    expect(answer.announced).toEqual([{ path: "/country", before: "DE", after: null }]);
    expect(paths(answer.change.diff)).toEqual(["/website"]);
    expect(answer.change.after).not.toHaveProperty("country");
    await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: {} });
  });

  test("is not rebased into what is no valid vendor: the draft stays as it was", async () => {
    const service = { purpose: "Hosting", locations: [{ country: "FR" }], dataCategories: ["Contact data"] };
    const many = (kind: string, length: number) =>
      Array.from({ length }, (_, index) => ({ ...service, key: `${kind}-${index}`, name: `${kind} ${index}` }));
    const { r, path, rebase } = await overtaken({ services: many("a", 60) }, { services: many("b", 60) });
    const before = await r.json("GET", path, 200);
    await expectProblem(await rebase(), 422, "invalid-request", "/services");
    expect(await r.json("GET", path, 200)).toEqual(before);
    expect(await entries(r)).toEqual([]);
  });
});

test("what was not overtaken is not rebased; what is no change of a draft is neither rebased nor dropped", async () => {
  const { r, path, rebase, announce } = await overtaken({ country: "FR" }, { country: "DE" });
  await expectProblem(await rebase("mail"), 409, "nothing-changed");
  for (const slug of ["nobody", "mail"]) {
    await expectProblem(await r.post(`/v1/change-sets/999/changes/${slug}/rebase`), 404, "not-found");
    await expectProblem(await r.call("DELETE", `/v1/change-sets/999/changes/${slug}`), 404, "not-found");
  }
  await r.json("DELETE", `${path}/changes/hosting`, 204);
  await expectProblem(await rebase(), 404, "not-found");
  await expectProblem(await r.call("DELETE", `${path}/changes/hosting`), 404, "not-found");
  expect((await announce()).status).toBe(200);
  await expectProblem(await rebase("mail"), 409, "not-a-draft");
  await expectProblem(await r.call("DELETE", `${path}/changes/mail`), 409, "not-a-draft");
});

test("dropping a vendor that existed in the draft alone forgets it; both edits make an author and take approvals back", async () => {
  const { r, number, path, rebase } = await overtaken({ country: "FR" }, { country: "DE" });
  await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body: vendor({ slug: "fresh" }) });
  const another = await r.key("write", "announce", "read");
  for (const act of [() => rebase(), () => r.call("DELETE", `${path}/changes/fresh`)]) {
    await r.json("POST", `${path}/approve`, 200, { key: another });
    expect((await act()).ok).toBe(true);
    expect(await r.json("GET", path, 200)).toMatchObject({ approvedBy: null });
  }
  await expectProblem(await r.get("/v1/vendors/fresh"), 404, "not-found");
  const [{ id } = {}] = await r.rows(`select id from api_keys where name = 'write,announce,read'`);
  await r.json("DELETE", `${path}/changes/mail`, 204, { key: another });
  expect((await r.json("GET", path, 200)).authors).toContain(`key:${id}`);
});
