import { expect, test } from "vitest";
import { forgetExpired } from "../src/registry/people/forget.ts";
import { customer, subjects } from "./setup/answering.ts";
import { customer as stored } from "./setup/customers.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";

/** What people have asked for themselves outlives what others say of them, and of the products. */

const form = { "content-type": "application/x-www-form-urlencoded" };

const post = (r: Registry, path: string, fields: Record<string, string> = {}) =>
  r.call("POST", path, { key: null, headers: form, body: new URLSearchParams(fields).toString() });

const subscribe = (r: Registry, email: string, more: Record<string, unknown> = {}) =>
  r.call("POST", "/subscribe", { key: null, body: { email, ...more } });

/** The path of a link in the mails to somebody, of the last that has one. */
async function link(r: Registry, email: string, kind: "confirm" | "unsubscribe"): Promise<string> {
  await r.drain();
  const texts = (await r.messages(email)).map(({ text }) => new RegExp(`/${kind}/[\\w-]+`).exec(text)?.[0]);
  const path = texts.findLast(Boolean);
  if (!path) throw new Error(`No ${kind} link was sent to ${email}`);
  return path;
}

const person = async (r: Registry, email: string) =>
  (await r.json("GET", "/v1/subscribers?limit=100", 200)).data.find((each: { email: string }) => each.email === email);

const announce = (r: Registry, ...products: string[]) =>
  r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, { body: vendor({}, { products }) });

const PRODUCTS = ["app", "api", "crm"].map((key) => ({ key, name: key.toUpperCase() }));

async function withProducts(...keys: string[]): Promise<Registry> {
  const r = await registry();
  await r.organisation({ products: PRODUCTS.filter(({ key }) => keys.includes(key)) });
  return r;
}

/** Customer "a" with Ada and Bob as contacts, both told; Ada has left. Gives her link, by which she names somebody. */
async function withDeparted() {
  const r = await registry();
  await customer(r, "a", ["ada@a.example", "bob@a.example"]);
  await announce(r);
  const leave = await link(r, "ada@a.example", "unsubscribe");
  await post(r, leave);
  return { r, leave };
}

test("whoever follows only a product that is dropped follows the whole list again; others keep those that are left", async () => {
  const r = await withProducts("app", "api", "crm");
  await r.follower("only@a.example", { products: ["app"] });
  await r.follower("both@a.example", { products: ["crm", "app", "api"] });
  await r.follower("other@a.example", { products: ["api"] });
  await subscribe(r, "waiting@a.example", { products: ["app"] });
  await r.organisation({ products: PRODUCTS.filter(({ key }) => key !== "app") });
  await post(r, await link(r, "waiting@a.example", "confirm"));

  await announce(r, "crm");
  await r.drain();
  const found = ["only@a.example", "both@a.example", "other@a.example", "waiting@a.example"].map(async (email) => [
    (await person(r, email)).products,
    (await r.messages(email)).length,
  ]);
  expect(await Promise.all(found)).toEqual([
    [[], 1],
    [["crm", "api"], 1],
    [["api"], 0],
    [[], 2], // the first asked to confirm
  ]);
});

test("a change of one product's service is told to its followers, and not to those of another that the vendor serves too", async () => {
  const r = await withProducts("app", "api", "crm");
  const [service] = vendor().services as Record<string, unknown>[];
  const services = ["app", "api"].map((key) => ({ ...service, name: `Hosting of ${key}`, products: [key] }));
  await r.listed(vendor({ name: "Hoster", services }));
  for (const key of ["app", "api", "crm"]) await r.follower(`${key}@a.example`, { products: [key] });
  const told = async (after: Record<string, unknown>) => {
    const before = await Promise.all(["app", "api", "crm"].map((key) => r.messages(`${key}@a.example`)));
    await r.json("PATCH", `/v1/vendors/hoster?announce=true&effectiveOn=2026-12-31`, 200, { body: after });
    await r.drain();
    const now = await Promise.all(["app", "api", "crm"].map((key) => r.messages(`${key}@a.example`)));
    return now.map((mails, index) => mails.length - (before[index]?.length ?? 0));
  };

  const locations = [{ country: "IE" }];
  expect(await told({ services: [{ ...services[0], locations }, services[1]] })).toEqual([1, 0, 0]);
  expect(
    await told({
      services: [
        { ...services[0], locations },
        { ...services[1], products: ["crm"] },
      ],
    }),
    "moved",
  ).toEqual([0, 1, 1]);
  expect(await told({ country: "FR" }), "of the vendor itself").toEqual([1, 0, 1]);
});

test("who has asked to follow can still confirm it after being named as a contact and dropped, for a week as anybody", async () => {
  const r = await registry();
  await subscribe(r, "ada@a.example");
  const confirm = await link(r, "ada@a.example", "confirm");
  await subscribe(r, "late@a.example");
  const late = await link(r, "late@a.example", "confirm");
  await customer(r, "a", ["ada@a.example", "late@a.example", "nobody@a.example"]);
  expect(await person(r, "ada@a.example")).toMatchObject({ status: "active", follower: false });
  await customer(r, "a", []);
  expect(await person(r, "ada@a.example")).toMatchObject({ status: "pending", name: null });
  expect(await person(r, "nobody@a.example")).toBeUndefined();

  await post(r, confirm);
  expect(await person(r, "ada@a.example")).toMatchObject({ status: "active", follower: true });
  r.passHours(7 * 24 + 1);
  await forgetExpired(r.deps);
  expect((await post(r, late)).status).toBe(404);
  await announce(r);
  expect(await subjects(r, "ada@a.example", 1)).toHaveLength(1);
});

test("a request that waits to be answered outlives the contact it names, and not whoever is erased at their own wish", async () => {
  const r = await registry();
  await customer(r, "a", ["ada@a.example", "eve@a.example"]);
  for (const name of ["ada", "eve"]) await subscribe(r, `${name}@a.example`);
  const { id } = await person(r, "eve@a.example");
  await r.json("DELETE", `/v1/subscribers/${id}`, 204);
  await r.json("DELETE", "/v1/customers/a", 204);
  await r.drain();
  expect(await subjects(r, "ada@a.example")).toHaveLength(1);
  expect(await subjects(r, "eve@a.example")).toEqual([]);
});

test("whoever is named in a contact's place and has asked to follow does both by one press, which says so", async () => {
  const { r, leave } = await withDeparted();
  await subscribe(r, "eve@a.example", { locale: "fr" });
  await r.drain();
  r.passHours(1);
  await post(r, leave, { email: "eve@a.example" });
  const confirm = await link(r, "eve@a.example", "confirm");
  expect(await (await r.get(confirm, { key: null })).text()).toContain("le bouton confirme les deux");
  await post(r, confirm);
  expect(await person(r, "eve@a.example")).toMatchObject({ status: "active", follower: true, customers: ["a"] });
  const actions = await r.rows("select action from audit_log where action like '%.confirmed' order by sequence");
  expect(actions).toEqual([{ action: "contact.confirmed" }, { action: "subscriber.confirmed" }]);
  await customer(r, "a", ["bob@a.example"]);
  await announce(r);
  await r.drain();
  expect((await r.messages("eve@a.example")).at(-1)?.subject).toContain("ajouterons");
});

test("whoever is named in a contact's place and asks for another mail, as the first is too old, follows nothing by it", async () => {
  const { r, leave } = await withDeparted();
  await post(r, leave, { email: "eve@a.example" });
  const old = await link(r, "eve@a.example", "confirm");
  r.passHours(50);
  await forgetExpired(r.deps);
  await post(r, old, { again: "1" });
  const confirm = await link(r, "eve@a.example", "confirm");
  expect(confirm).not.toBe(old);
  await post(r, confirm);
  expect(await person(r, "eve@a.example")).toMatchObject({ status: "active", follower: false, customers: ["a"] });
});

test("a proposal outlives that the same person is named for another customer, and dropped there", async () => {
  const { r, leave } = await withDeparted();
  await post(r, leave, { email: "eve@a.example" });
  const confirm = await link(r, "eve@a.example", "confirm");
  await customer(r, "b", ["eve@a.example"]);
  await customer(r, "b", []);
  await post(r, confirm);
  expect(await person(r, "eve@a.example")).toMatchObject({ status: "active", follower: false, customers: ["a"] });
});

test("a customer with 200 contacts, one of whom named another, is exported and imported again, here and elsewhere", async () => {
  const r = await registry();
  const contacts = Array.from({ length: 200 }, (_, index) => `c${index}@a.example`);
  await stored(r, "a", { contacts });
  await announce(r);
  const leave = await link(r, "c0@a.example", "unsubscribe");
  await post(r, leave);
  await post(r, leave, { email: "new@a.example" });
  await post(r, await link(r, "new@a.example", "confirm"));
  const csv = { headers: { accept: "text/csv" } };
  const file = await (await r.get("/v1/customers", csv)).text();
  expect(file.split("\r\n")).toHaveLength(1 + 201 + 1);

  const imported = (to: Registry) =>
    to.json("POST", "/v1/customers/import", 200, { headers: { "content-type": "text/csv" }, body: file });
  expect(await imported(r)).toMatchObject({ created: 0, updated: 0, unchanged: 1, contactsRemoved: 0 });
  const other = await registry();
  expect(await imported(other)).toMatchObject({ created: 1 });
  expect(await (await other.get("/v1/customers", csv)).text()).toBe(file);
  const { id: _, externalId: __, reachable: ___, ...view } = await r.json("GET", "/v1/customers/a", 200);
  const document = {
    name: view.name,
    contacts: view.contacts.map(({ email, name, locale }: Record<string, string>) => ({ email, name, locale })),
  };
  expect(document.contacts).toHaveLength(201);
  await r.json("PUT", "/v1/customers/a", 200, { body: document });
});
