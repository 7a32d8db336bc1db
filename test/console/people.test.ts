import { expect, test } from "vitest";
import { type Registry, registry } from "../setup/registry.ts";
import { open, post, send, signedIn } from "../setup/signing-in.ts";

const PEOPLE = "/console/people";

const make = (r: Registry, cookie: string, fields: Record<string, string> = {}) => {
  const form = { keyName: "Our CI", keyRole: "write", keyDays: "30", ...fields };
  return post(r, `${PEOPLE}/keys`, cookie, new URLSearchParams(form).toString());
};

const keyIn = (page: string): string => /value="(spr_[0-9A-Za-z]{36})"/.exec(page)?.[1] ?? "";

test("a person makes a key, which is shown once, counts as them, may do no more than they may, and expires", async () => {
  const r = await registry();
  const { id, cookie } = await signedIn(r, "announce");
  const made = await make(r, cookie);
  const page = await made.text();
  expect([made.status, made.headers.get("cache-control")]).toEqual([201, "no-store"]);
  const key = keyIn(page);
  expect(key).not.toBe("");
  expect(page).toContain("The key “Our CI” has been made.");
  const later = await (await open(r, cookie, PEOPLE)).text();
  expect(later).not.toContain(key);
  expect(later).toContain("May write drafts. Made on 21 November 2026, expires on 21 December 2026");

  expect((await r.get("/v1/vendors", { key })).status).toBe(200);
  expect((await r.get("/v1/users", { key })).status).toBe(403);
  const { data } = await r.json("GET", "/v1/audit?action=api-key.created", 200);
  expect(data).toMatchObject([{ actor: `user:${id}`, data: { name: "Our CI", scopes: ["write"] } }]);
  r.passHours(30 * 24);
  expect((await r.get("/v1/vendors", { key })).status).toBe(401);
});

test("a key for more than its maker may, for no time there is, or without a name is not made; what was typed comes back", async () => {
  const r = await registry();
  const { cookie } = await signedIn(r, "write");
  const before = await r.stored();
  for (const fields of [
    { keyRole: "admin" },
    { keyRole: "king" },
    { keyDays: "31" },
    { keyDays: "" },
    { keyName: " " },
  ]) {
    const response = await make(r, cookie, { keyName: "Mine <b>", ...fields });
    const page = await response.text();
    expect([response.status, fields]).toEqual([422, fields]);
    expect(page).toContain('role="alert"');
    if (!("keyName" in fields)) expect(page).toContain('value="Mine &lt;b&gt;"');
    expect(keyIn(page)).toBe("");
  }
  expect(await r.stored()).toEqual(before);
  expect(await (await open(r, cookie, PEOPLE)).text()).not.toContain('<option value="admin"');
});

test("a person says whether they are mailed about answers, and an admin of anybody", async () => {
  const r = await registry();
  await r.organisation({ privacyEmail: "privacy@acme.example" });
  const { id, cookie } = await signedIn(r, "read");
  const page = await (await open(r, cookie, PEOPLE)).text();
  expect(page).toContain("reminders of what is due go to privacy@acme.example.");
  const hears = async () => (await r.rows(`select hears_of_answers as hears from users where id = '${id}'`))[0]?.hears;
  expect((await post(r, `${PEOPLE}/mail`, cookie, "hears=on")).status).toBe(303);
  expect(await hears()).toBe(true);
  expect(await (await open(r, cookie, PEOPLE)).text()).toContain('name="hears" checked');
  const { cookie: admin } = await signedIn(r);
  expect(await (await open(r, admin, PEOPLE)).text()).toMatch(/Turn off mail about answers for Person \d+/);
  await post(r, `${PEOPLE}/users/${id}/mail`, admin);
  expect(await hears()).toBe(false);
});

test("keys are made and ended by whoever has signed in within the hour", async () => {
  const r = await registry();
  const { cookie } = await signedIn(r);
  await make(r, cookie);
  const [key] = (await r.json("GET", "/v1/api-keys", 200)).data;
  r.passHours(1);
  for (const response of [await make(r, cookie), await post(r, `${PEOPLE}/keys/${key.id}/end`, cookie)]) {
    const page = await response.text();
    expect(response.status).toBe(403);
    expect(page).toContain("Please sign in again");
    expect(page).toContain("/console/sign-in?again=yes");
  }
  expect((await r.json("GET", "/v1/api-keys", 200)).data).toMatchObject([{ id: key.id, revokedAt: null }]);
});

test("a key is ended by its owner or an admin, by nobody else, and is listed for these alone", async () => {
  const r = await registry();
  const [owner, other, admin] = [await signedIn(r, "write"), await signedIn(r, "announce"), await signedIn(r)];
  const keys = [
    keyIn(await (await make(r, owner.cookie)).text()),
    keyIn(await (await make(r, owner.cookie, { keyName: "Two" })).text()),
  ];
  const rows = (await r.json("GET", "/v1/api-keys", 200)).data;
  const end = (id: string, cookie: string) => post(r, `${PEOPLE}/keys/${id}/end`, cookie);
  expect((await end(rows[0].id, other.cookie)).status).toBe(404);
  expect(await (await open(r, other.cookie, PEOPLE)).text()).not.toContain("Our CI");
  expect(await (await open(r, admin.cookie, PEOPLE)).text()).toContain("Our CI");
  for (const key of keys) expect((await r.get("/v1/vendors", { key })).status).toBe(200);
  expect((await end(rows[0].id, owner.cookie)).status).toBe(303);
  expect((await end(rows[1].id, admin.cookie)).status).toBe(303);
  for (const key of keys) expect((await r.get("/v1/vendors", { key })).status).toBe(401);
  const nobodys = await r.key("read");
  const { id } = (await r.json("GET", "/v1/api-keys", 200)).data.find(
    ({ user }: { user: string | null }) => user === null,
  );
  expect((await end(id, owner.cookie)).status).toBe(404);
  expect((await r.get("/v1/vendors", { key: nobodys })).status).toBe(200);
});

test("the language that an address asks for stays, whatever is sent and wherever that leads", async () => {
  const r = await registry();
  const { cookie } = await signedIn(r);
  const invited = await post(r, `${PEOPLE}/users?lang=fr`, cookie, "email=a%40acme.example&name=A&role=read");
  const shown = invited.headers.get("location") ?? "";
  expect(shown).toMatch(/^\/console\/people\?invited=[0-9a-f-]{36}&lang=fr$/);
  expect(await (await open(r, cookie, shown)).text()).toContain(
    "un lien de connexion part par e-mail à a@acme.example",
  );
  const page = await (await open(r, cookie, `${PEOPLE}?lang=fr`)).text();
  expect([...page.matchAll(/action="([^"]*)"/g)].every(([, action = ""]) => action.includes("lang=fr"))).toBe(true);
  const out = await post(r, "/console/sign-out?lang=fr", cookie);
  expect(out.headers.get("location")).toBe("/console/sign-in?signed-out&lang=fr");
  expect((await send(r, "GET", "/console?lang=fr")).headers.get("location")).toBe("/console/sign-in?lang=fr");
});

test("whoever is signed in says what they are called, and is named so from then on", async () => {
  const r = await registry();
  const { id, cookie } = await signedIn(r, "read");
  const named = (ownName: string) => post(r, `${PEOPLE}/name`, cookie, new URLSearchParams({ ownName }).toString());
  expect((await named("  ")).status).toBe(422);
  expect((await named("Anna Sturm")).status).toBe(303);
  expect(await (await open(r, cookie, PEOPLE)).text()).toContain('value="Anna Sturm"');
  const { data } = await r.json("GET", "/v1/audit?action=user.changed", 200);
  expect(data).toMatchObject([{ actor: `user:${id}`, data: { changed: ["name"] } }]);
});
