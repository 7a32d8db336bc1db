import { expect, test } from "vitest";
import { verifyPack } from "../src/evidence/pack/verify-pack.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

const settings = {
  name: "Acme",
  products: [
    { key: "app", name: "The App" },
    { key: "api", name: "The API" },
  ],
  hostingRegions: [{ key: "europe", name: "Europe" }],
};

const rename = (r: Registry, from: string, to: string, field = "products") =>
  r.post("/v1/organisation/rename-key", { field, from, to });

const productsOf = (document: { services: { products: string[] }[] }) =>
  document.services.map(({ products }) => products);

/** A vendor each of the app and of the API, on the list; a customer and a follower of each. */
async function inUse() {
  const r = await registry();
  await r.json("PUT", "/v1/organisation", 200, { body: settings });
  for (const key of ["app", "api"]) {
    await r.json("PUT", `/v1/customers/${key}`, 201, {
      body: { name: key, products: [key], contacts: [{ email: `contact@${key}.example` }] },
    });
    await r.follower(`follower@${key}.example`, { products: [key] });
  }
  const locations = (slug: string) => [{ country: "FR", products: [slug], hostingRegions: ["europe"] }];
  const scoped = (slug: string) =>
    vendor({ slug }, { products: [slug], hostingRegions: ["europe"], locations: locations(slug) });
  await r.listed(scoped("app"), scoped("api"), vendor({ slug: "all" }));
  return r;
}

test("a product's key is renamed: services, customers and followers name it on, and nobody is told of anything", async () => {
  const r = await inUse();
  await r.call("POST", "/subscribe", { key: null, body: { email: "new@customer.example", products: ["app"] } });
  const [sets, notices, etag] = [
    await r.json("GET", "/v1/change-sets", 200),
    await r.rows("select * from notices"),
    (await r.get("/v1/vendors/app")).headers.get("etag"),
  ];

  const answer = await rename(r, "app", "platform");

  expect([answer.status, (await answer.json()).products]).toEqual([
    200,
    [{ key: "platform", name: "The App" }, settings.products[1]],
  ]);
  expect((await r.json("GET", "/v1/change-sets", 200)).data.length).toBe(sets.data.length);
  expect(await r.rows("select * from notices")).toEqual(notices);
  expect(productsOf(await r.json("GET", "/v1/vendors/app", 200))).toEqual([["platform"]]);
  expect(productsOf(await r.json("GET", "/v1/vendors/api", 200))).toEqual([["api"]]);
  const { services } = await r.json("GET", "/v1/vendors/app", 200);
  expect(services[0].locations).toMatchObject([{ products: ["platform"], hostingRegions: ["europe"] }]);
  expect((await r.get("/v1/vendors/app")).headers.get("etag")).not.toBe(etag);
  expect(await r.json("GET", "/v1/customers/app", 200)).toMatchObject({ products: ["platform"] });
  expect(await r.json("GET", "/v1/customers/api", 200)).toMatchObject({ products: ["api"] });
  await r.drain();
  const people = await r.rows(
    "select email, products from subscribers where email not like 'contact@%' order by email",
  );
  expect(people).toEqual([
    { email: "follower@api.example", products: ["api"] },
    { email: "follower@app.example", products: ["platform"] },
    { email: "new@customer.example", products: ["platform"] },
  ]);
  const page = await (await r.get("/?product=platform", { key: null })).text();
  expect(page).toContain('id="app--main"');
  expect(page).not.toContain('id="api--main"');
});

test("what follows is about what it was about before, and an edit of such a vendor is that edit alone", async () => {
  const r = await inUse();
  await rename(r, "app", "platform");
  await r.drain();

  const { changeSet } = await r.json("PATCH", "/v1/vendors/app?effectiveOn=2027-01-31", 200, {
    body: { country: "US" },
  });
  expect(changeSet.changes).toMatchObject([{ diff: [{ path: "/country" }] }]);
  await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: {} });
  await r.drain();
  expect((await r.messages()).map(({ to }) => to[0]).sort()).toEqual(["contact@app.example", "follower@app.example"]);

  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, bad: [] });
  const pack = Buffer.from(await (await r.get(`/v1/change-sets/${changeSet.number}/evidence.zip`)).arrayBuffer());
  expect((await verifyPack(pack, r.deps.config.tokenSecret)).wrong).toBeNull();
});

test("a pack made after a renaming proves what was announced before it, and what was drafted before and announced since", async () => {
  const r = await inUse();
  const coming = vendor({ slug: "coming" }, { products: ["app"], hostingRegions: ["europe"] });
  const announced = await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-03-31", 201, { body: coming });
  const edited = await r.json("PATCH", "/v1/vendors/app?effectiveOn=2027-01-31", 200, { body: { country: "US" } });
  const added = await r.json("POST", "/v1/vendors?effectiveOn=2027-01-31", 201, {
    body: vendor({}, { products: ["app"], hostingRegions: ["europe"] }),
  });
  await rename(r, "app", "platform");
  await rename(r, "europe", "eu", "hostingRegions");
  for (const { changeSet } of [edited, added]) {
    const { draftHash } = await r.json("GET", `/v1/change-sets/${changeSet.number}/preview`, 200);
    await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: { draftHash } });
  }
  await r.drain();
  await rename(r, "platform", "suite");

  for (const { changeSet } of [announced, edited, added]) {
    const pack = Buffer.from(await (await r.get(`/v1/change-sets/${changeSet.number}/evidence.zip`)).arrayBuffer());
    expect((await verifyPack(pack, r.deps.config.tokenSecret)).wrong).toBeNull();
  }
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, bad: [] });
});

test("the list on past dates, and changes announced or drafted before, are read with the present key; what was announced is not rewritten", async () => {
  const r = await inUse();
  const service = { key: "main", purpose: "Hosting", dataCategories: ["Contact data"], locations: [{ country: "FR" }] };
  const services = (products: string[]) => [{ ...service, products, hostingRegions: ["europe"] }];
  await r.json("PATCH", "/v1/vendors/app?announce=true&effectiveOn=2027-01-10", 200, {
    body: { services: services(["app", "api"]) },
  });
  const draft = (await r.json("PATCH", "/v1/vendors/all", 200, { body: { services: services(["app"]) } })).changeSet
    .number;
  const recorded = () =>
    r.rows(
      `select before, after from changes join change_sets on number = change_set where state <> 'draft' order by 1, 2`,
    );
  const stored = await recorded();
  r.setTime("2027-02-01T09:00:00Z");

  await rename(r, "app", "platform");
  await rename(r, "europe", "eu", "hostingRegions");

  expect(await recorded()).toEqual(stored);
  const at = async (on: string) =>
    (await r.json("GET", `/v1/vendors?at=${on}`, 200)).data.find(({ slug }: { slug: string }) => slug === "app");
  expect((await at("2026-12-01")).services).toMatchObject([{ products: ["platform"], hostingRegions: ["eu"] }]);
  expect((await at("2027-01-10")).services).toMatchObject([{ products: ["platform", "api"] }]);
  expect(await (await r.get("/?at=2026-12-01", { key: null })).text()).toContain("The App");
  const [newest] = await r.rows("select content from snapshots order by number desc limit 1");
  expect(newest?.content).not.toMatch(/"(app|europe)"\]/);
  const { changes } = await r.json("POST", `/v1/change-sets/${draft}/announce`, 200, { body: {} });
  expect(productsOf(changes[0].after)).toEqual([["platform"]]);
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, bad: [] });
});

test("a key is renamed more than once, and back; a former one is given to nothing else", async () => {
  const r = await inUse();
  const put = (products: { key: string; name: string }[]) =>
    r.call("PUT", "/v1/organisation", { body: { ...settings, products } });
  const shown = async () => productsOf(await r.json("GET", "/v1/vendors/app", 200));
  for (const [from, to] of [
    ["app", "platform"],
    ["platform", "suite"],
  ] as const)
    expect((await rename(r, from, to)).status).toBe(200);
  expect(await shown()).toEqual([["suite"]]);

  await expectProblem(await rename(r, "none", "some"), 422, "invalid-request", "/from");
  await expectProblem(await rename(r, "app", "some"), 422, "invalid-request", "/from");
  await expectProblem(await rename(r, "suite", "api"), 422, "invalid-request", "/to");
  await expectProblem(await rename(r, "suite", "suite"), 422, "invalid-request", "/to");
  await expectProblem(await rename(r, "api", "app"), 422, "invalid-request", "/to");
  const suite = { key: "suite", name: "The Suite" };
  const api = { key: "api", name: "The API" };
  await expectProblem(
    await put([suite, api, { key: "app", name: "Another" }]),
    422,
    "invalid-request",
    "/products/2/key",
  );
  await expectProblem(await put([...settings.products]), 422, "invalid-request", "/products/0/key");
  expect((await put([suite, api])).status).toBe(200);

  expect((await rename(r, "suite", "app")).status).toBe(200);
  expect(await shown()).toEqual([["app"]]);
  await r.json("PATCH", "/v1/vendors/app?announce=true&effectiveOn=2026-11-21", 200, {
    body: { website: "https://new.example" },
  });
  expect((await rename(r, "app", "suite")).status).toBe(200);
  expect(await shown()).toEqual([["suite"]]);
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, bad: [] });
});
