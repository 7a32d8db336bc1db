import { describe, expect, test } from "vitest";
import { firstSignInLink } from "../src/registry/users/sign-in-links.ts";
import { textOf } from "./page/html.ts";
import { type Registry, registry } from "./setup/registry.ts";
import { cookieOf, link, open, post, send, signedIn } from "./setup/signing-in.ts";

const ASK = "/console/people/address";
const NEW = "ina@nordwind.example";

const ask = (r: Registry, cookie: string, ownEmail = NEW) =>
  post(r, ASK, cookie, new URLSearchParams({ ownEmail }).toString());

/** The path of the newest link that confirms an address, as it was mailed there. */
async function mailed(r: Registry, to = NEW): Promise<string> {
  await r.drain();
  const paths = (await r.messages(to)).map(({ text }) => /\/console\/address\/[\w-]+/.exec(text)?.[0]);
  return paths.findLast((path) => path !== undefined) ?? "";
}

const addressOf = async (r: Registry, id: string) =>
  (await r.rows(`select email, email_key from users where id = '${id}'`))[0];

/** A user whose browser has asked for another address, with the link that was mailed there. */
async function asked(role: "read" | "admin" = "read") {
  const r = await registry();
  await r.organisation();
  const user = await signedIn(r, role);
  const response = await ask(r, user.cookie);
  expect([response.status, response.headers.get("location")]).toEqual([303, "/console/people?saved=addressAsked"]);
  return { r, ...user, path: await mailed(r) };
}

const subjects = async (r: Registry, to: string) => (await r.messages(to)).map(({ subject }) => subject);

describe("a user's own address", () => {
  test("is theirs once they confirm it by the link mailed there: the former is told, other sessions and links end, and it is logged", async () => {
    const { r, id, email, cookie, path } = await asked();
    expect(await addressOf(r, id)).toMatchObject({ email });
    await post(r, "/console/sign-in", null, new URLSearchParams({ email }).toString());
    await r.drain();
    const former = /\/console\/sign-in\/[\w-]+/.exec((await r.messages(email)).at(-1)?.text ?? "")?.[0] ?? "";
    const page = await open(r, cookie, path);
    expect([page.status, textOf(await page.text())]).toEqual([200, expect.stringContaining(`go to ${NEW}`)]);

    const confirmed = await post(r, path, cookie);
    expect([confirmed.status, confirmed.headers.get("location")]).toEqual([303, "/console/people?saved"]);

    expect(await addressOf(r, id)).toEqual({ email: NEW, email_key: NEW });
    expect((await open(r, cookie)).status).toBe(200);
    expect((await post(r, former, null)).status).toBe(410);
    await r.drain();
    expect(await subjects(r, email)).toContainEqual(
      expect.stringContaining("your links to sign in go to another address"),
    );
    expect((await r.messages(email)).map(({ text }) => text).join()).not.toContain(NEW);
    const { data } = await r.json("GET", "/v1/audit?action=user.changed", 200);
    expect(data).toMatchObject([{ actor: `user:${id}`, subject: `user:${id}`, data: { changed: ["email"] } }]);
    expect((await r.json("GET", "/v1/audit?action=user.address-asked", 200)).data).toMatchObject([
      { actor: `user:${id}` },
    ]);
    await post(r, "/console/sign-in", null, new URLSearchParams({ email: NEW }).toString());
    await r.drain();
    expect(await subjects(r, NEW)).toContainEqual(expect.stringContaining("your link to sign in"));
  });

  test("ends the user's sessions in other browsers", async () => {
    const { r, email, cookie, path } = await asked();
    await post(r, "/console/sign-in", null, new URLSearchParams({ email }).toString());
    await r.drain();
    const former = /\/console\/sign-in\/[\w-]+/.exec((await r.messages(email)).at(-1)?.text ?? "")?.[0] ?? "";
    const other = cookieOf(await post(r, former, null));
    expect((await open(r, other)).status).toBe(200);
    await post(r, path, cookie);
    expect((await open(r, other)).status).toBe(303);
    expect((await open(r, cookie)).status).toBe(200);
  });

  test("is not changed by a GET, by a page of another site, twice, too late, by another user, nor without being signed in", async () => {
    const { r, id, email, cookie, path } = await asked();
    const other = await signedIn(r, "admin");
    for (let n = 0; n < 2; n += 1) expect((await open(r, cookie, path)).status).toBe(200);
    const form = { cookie, "content-type": "application/x-www-form-urlencoded" };
    for (const from of [{ "sec-fetch-site": "cross-site" }, { origin: "https://evil.example" }, {}])
      expect((await send(r, "POST", path, { ...form, ...from })).status).toBe(403);
    expect(
      (await send(r, "POST", ASK, { ...form, "sec-fetch-site": "cross-site" }, "ownEmail=x@evil.example")).status,
    ).toBe(403);
    expect((await post(r, path, null)).status).toBe(401);
    expect((await post(r, path, other.cookie)).status).toBe(410);
    expect(
      (
        await post(
          r,
          path.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
          cookie,
        )
      ).status,
    ).toBe(410);
    // It confirms, and signs nobody in.
    expect((await post(r, path.replace("address", "sign-in"), null)).status).toBe(410);
    expect(await addressOf(r, id)).toMatchObject({ email });

    expect((await post(r, path, cookie)).status).toBe(303);
    expect((await post(r, path, cookie)).status).toBe(410);
    expect((await open(r, cookie, path)).status).toBe(410);

    const late = await asked();
    late.r.passHours(1.01);
    expect((await post(late.r, late.path, late.cookie)).status).toBe(410);
    expect(await addressOf(late.r, late.id)).toMatchObject({ email: late.email });
  });

  test("once used by two at the same moment is used once", async () => {
    const { r, cookie, path } = await asked();
    const both = await Promise.all([post(r, path, cookie), post(r, path, cookie)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410]);
  });

  test("of somebody else is answered alike and mailed to nobody, and one that is taken meanwhile is not given", async () => {
    const { r, id, email, cookie, path } = await asked();
    const taken = await link(r, "read");
    const response = await ask(r, cookie, taken.email.toUpperCase().replace("ACME.EXAMPLE", "acme.example"));
    expect([response.status, response.headers.get("location")]).toEqual([303, "/console/people?saved=addressAsked"]);
    await r.drain();
    expect(await r.messages(taken.email)).toEqual([]);
    // What was asked for before is void.
    expect((await post(r, path, cookie)).status).toBe(410);

    await ask(r, cookie);
    const again = await mailed(r);
    await r.json("POST", "/v1/users", 201, { body: { email: NEW, name: "Another", role: "read" } });
    expect((await post(r, again, cookie)).status).toBe(410);
    expect(await addressOf(r, id)).toMatchObject({ email });
  });

  test("is asked for within an hour of signing in, five times a day, and as an address", async () => {
    const { r, cookie } = await asked();
    for (const wrong of ["", "ina", "ina@", `${"a".repeat(300)}@x.example`, "ina@x.example\r\nBcc: b@x.example"])
      expect([wrong, (await ask(r, cookie, wrong)).status]).toEqual([wrong, 422]);
    for (let n = 0; n < 4; n += 1) expect((await ask(r, cookie, `ina${n}@nordwind.example`)).status).toBe(303);
    await r.drain();
    const before = (await r.messages()).length;
    expect((await ask(r, cookie, "one-more@nordwind.example")).status).toBe(429);
    await r.drain();
    expect(await r.messages()).toHaveLength(before);
    r.passHours(1.01);
    const stale = await ask(r, cookie);
    expect(stale.status).toBe(403);
  });

  test("of a user who was removed, or whose address an admin changed, is not confirmed any more", async () => {
    const changed = await asked();
    await changed.r.json("PATCH", `/v1/users/${changed.id}`, 200, { body: { email: "other@acme.example" } });
    expect((await post(changed.r, changed.path, changed.cookie)).status).toBe(401);
    expect(await changed.r.rows("select 1 from sign_in_links where purpose = 'confirm-address'")).toEqual([]);
    const removed = await asked();
    await removed.r.json("DELETE", `/v1/users/${removed.id}`, 204);
    expect((await post(removed.r, removed.path, removed.cookie)).status).toBe(401);
  });
});

test("whoever signs in by the link of the first start is asked who they are, and nobody is told that they were nobody", async () => {
  const r = await registry();
  const cookie = cookieOf(await post(r, `/console/sign-in/${await firstSignInLink(r.deps)}`, null));
  const today = await (await open(r, cookie)).text();
  expect(textOf(today)).toContain("say who you are, and confirm your address");
  expect(today).toContain('href="/console/people#own"');
  const people = await (await open(r, cookie, "/console/people")).text();
  expect(/<input[^>]*name="ownEmail"[^>]*>/.exec(people)?.[0]).not.toContain("localhost.example");

  await post(r, "/console/people/name", cookie, "ownName=Ina");
  await ask(r, cookie);
  expect((await post(r, await mailed(r), cookie)).status).toBe(303);
  await r.drain();
  expect(await r.messages("admin@localhost.example")).toEqual([]);
  expect(await r.rows("select name, email from users")).toEqual([{ name: "Ina", email: NEW }]);
  expect(textOf(await (await open(r, cookie)).text())).not.toContain("say who you are, and confirm");
});
