import { expect, test } from "vitest";
import { textOf } from "./page/html.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";

const regions = {
  name: "Firma",
  hostingRegions: [
    { key: "eu", name: "Europe" },
    { key: "us", name: "America" },
  ],
};
const eu = { country: "DE", hostingRegions: ["eu"] };
const us = { country: "US", hostingRegions: ["us"] };

/** India is stated without a transfer tool. */
const KNOWN = { acceptFindings: ["gap"], acceptFindingsReason: "Known." };

/** A vendor whose places depend on the region; a customer in each. */
async function regional() {
  const r = await registry({ now: "2026-03-01T09:00:00Z" });
  await r.json("PUT", "/v1/organisation", 200, { body: regions });
  for (const key of ["eu", "us"])
    await r.json("PUT", `/v1/customers/${key}`, 201, {
      body: {
        name: key,
        hostingRegions: [key],
        authorisation: "specific",
        contacts: [{ email: `contact@${key}.example` }],
      },
    });
  await r.listed(vendor({ slug: "harbor", name: "Harbor" }, { locations: [eu, us] }));
  return r;
}

const service = (fields: object) => ({
  services: [{ key: "main", purpose: "Hosting", dataCategories: ["Contact data"], ...fields }],
});

const toldOf = async (r: Registry) => {
  await r.drain();
  return (await r.messages()).map(({ to }) => to[0]).sort();
};

test("a place that is new for one region concerns its customers alone: they are told, and asked to approve", async () => {
  const r = await regional();
  const { changeSet } = await r.json("PATCH", "/v1/vendors/harbor?effectiveOn=2026-06-01", 200, {
    body: service({ locations: [eu, us, { country: "IN", hostingRegions: ["us"] }] }),
  });
  expect(changeSet).toMatchObject({ weight: "material", changes: [{ weightReason: "new country: India" }] });

  const announced = await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: KNOWN });

  expect(announced.approvals).toMatchObject({ required: ["us"] });
  expect(await toldOf(r)).toEqual(["contact@us.example"]);
});

test("a place that changes for all, or another field beside it, concerns everybody", async () => {
  const r = await regional();
  const { changeSet } = await r.json("PATCH", "/v1/vendors/harbor?effectiveOn=2026-06-01", 200, {
    body: service({ locations: [eu, us, { country: "IN" }] }),
  });
  const path = `/v1/change-sets/${changeSet.number}`;
  expect((await r.json("GET", `${path}/preview`, 200)).approvals).toHaveLength(2);
  await r.json("PATCH", `/v1/vendors/harbor?changeSet=${changeSet.number}`, 200, {
    body: service({ locations: [eu, us, { country: "IN", hostingRegions: ["us"] }], dataCategories: ["Health data"] }),
  });
  expect((await r.json("GET", `${path}/preview`, 200)).approvals).toHaveLength(2);
});

test("a service that is split concerns those alone who get something else; whoever keeps what they had is not asked", async () => {
  const r = await regional();
  const part = (region: string, country: string) => ({
    ...service({}).services[0],
    ...{ key: region, name: `Hosting (${region})`, hostingRegions: [region], locations: [{ country }] },
  });
  const split = { services: [part("eu", "DE"), part("us", "IN")] };
  const { changeSet } = await r.json("PATCH", "/v1/vendors/harbor?effectiveOn=2026-06-01", 200, { body: split });
  expect(changeSet).toMatchObject({ weight: "material", changes: [{ weightReason: "new country: India" }] });

  const announced = await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: KNOWN });

  expect(announced.approvals).toMatchObject({ required: ["us"] });
  expect(await toldOf(r)).toEqual(["contact@us.example"]);
});

test("the list of one region has the places of its data, and what covers these alone", async () => {
  const r = await regional();
  const [all, ours, theirs] = await Promise.all(
    ["/", "/?region=eu", "/?region=us"].map(async (path) => {
      const html = await (await r.get(path, { key: null })).text();
      return textOf(`<body>${html.split('<table class="register">')[1]}`);
    }),
  );
  expect(all).toContain("Germany (for data hosted here: Europe)");
  expect(all).toContain("United States (for data hosted here: America)");
  expect(ours).toContain("Germany");
  expect(ours).not.toContain("United States");
  expect(ours).toContain("EU: no transfer to a third country stated");
  expect(theirs).not.toContain("Germany");
  expect(theirs).not.toContain("EU: no transfer to a third country stated");
});

test("a region that a place still names cannot be dropped", async () => {
  const r = await regional();
  await r.json("DELETE", "/v1/customers/us", 204);
  const response = await r.call("PUT", "/v1/organisation", {
    body: { ...regions, hostingRegions: regions.hostingRegions.slice(0, 1) },
  });
  expect([response.status, JSON.stringify(await response.json())]).toEqual([
    422,
    expect.stringContaining('\\"us\\" is still named by Harbor'),
  ]);
});
