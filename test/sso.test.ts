import { describe, expect, test } from "vitest";
import type { Config } from "../src/config.ts";
import type { GroupRole } from "../src/model/people/identity.ts";
import { issuer } from "./setup/issuer.ts";
import type { Faults } from "./setup/provider.ts";
import { type Registry, registry } from "./setup/registry.ts";
import { cookieOf, open, post, send } from "./setup/signing-in.ts";

const NOW = "2026-11-21T09:00:00Z";
const ROLES: GroupRole[] = [
  { group: "legal", role: "announce" },
  { group: "staff", role: "read" },
  { group: "it", role: "admin" },
];
const LEA = {
  sub: "lea",
  email: "lea@acme.example",
  email_verified: true,
  name: "Léa Roth",
  groups: ["legal", "staff"],
};

/** A registry whose people sign in with a provider of the test's own. */
async function withIssuer({ roles = ROLES, byMail = false }: { roles?: GroupRole[]; byMail?: boolean } = {}) {
  let time: () => Date = () => new Date(NOW);
  const provider = await issuer({ now: () => time() });
  const signIn: Config["signIn"] = { byMail, oidc: provider.settings, access: null, roles };
  const r = await registry({ now: NOW, config: { signIn } });
  time = r.deps.clock.now;

  /** Where the browser is led to sign in, and the cookie by which it remembers that. */
  const begin = async (query = "") => {
    const response = await send(r, "GET", `/console/sign-in/oidc${query}`);
    expect(response.status).toBe(303);
    return { url: response.headers.get("location") ?? "", cookie: cookieOf(response) };
  };
  const come = (path: string, cookie: string) => send(r, "GET", path, { cookie });
  /** All of it: begins, signs in there, comes back. */
  const signIn_ = async (claims: Record<string, unknown> = LEA, faults: Faults = {}) => {
    const { url, cookie } = await begin();
    return come(provider.signIn(url, claims, faults), cookie);
  };
  return { r, provider, begin, come, signIn: signIn_ };
}

/** The session of an answer that signs in: its first cookie is that of the flow, which ends. */
const sessionOf = (response: Response): string =>
  response.headers.getSetCookie().flatMap((each) => /^__Host-session=[^;]+/.exec(each)?.[0] ?? [])[0] ?? "";

const usersOf = async (r: Registry) => (await r.json("GET", "/v1/users", 200)).data;

/** Nobody was signed in: a page says why, and nothing was written. */
async function expectRefused(r: Registry, before: Record<string, string>, response: Response, says: string) {
  const page = await response.text();
  expect([response.status >= 400, page.includes(`<h1>${says}</h1>`) ? "" : page]).toEqual([true, ""]);
  expect(sessionOf(response)).toBe("");
  expect(await r.stored()).toEqual(before);
}

const UNTRUSTED = "The answer of the sign-in service did not hold";

describe("signing in with OpenID Connect", () => {
  test("asks with PKCE, a nonce and a state of its own, and makes a user of whoever has a group with a role", async () => {
    const { r, begin, provider, come } = await withIssuer();
    const { url, cookie } = await begin();
    const query = Object.fromEntries(new URL(url).searchParams);
    expect(query).toMatchObject({
      client_id: "registry",
      response_type: "code",
      redirect_uri: "https://registry.example/console/sign-in/oidc/callback",
      scope: "openid email profile",
      code_challenge_method: "S256",
    });
    const { state = "", nonce = "", code_challenge = "" } = query;
    expect(new Set([state, nonce, code_challenge].map((each) => each.length))).toEqual(new Set([43]));
    expect(cookie).toMatch(/^__Host-flow-/);

    const response = await come(provider.signIn(url, LEA), cookie);

    expect([response.status, response.headers.get("location")]).toEqual([303, "/console"]);
    expect((await open(r, sessionOf(response))).status).toBe(200);
    const [user] = await usersOf(r);
    expect(user).toMatchObject({ email: "lea@acme.example", name: "Léa Roth", role: "announce" });
    const { data } = await r.json("GET", "/v1/audit?limit=100", 200);
    const ours = data.filter(({ subject }: { subject: string }) => subject === `user:${user.id}`);
    expect(ours.map(({ action, actor }: { action: string; actor: string }) => [action, actor])).toEqual(
      expect.arrayContaining([
        ["user.joined", "system"],
        ["user.linked", "system"],
        ["user.signed-in", `user:${user.id}`],
      ]),
    );
    expect(JSON.stringify(ours)).not.toMatch(/lea|roth/i);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  });

  test("is begun without effect, and its answer signs in once, in the browser that began it", async () => {
    const { r, begin, provider, come } = await withIssuer();
    const before = await r.stored();
    const { url, cookie } = await begin();
    expect(await r.stored()).toEqual(before);
    const back = provider.signIn(url, LEA);
    await expectRefused(r, before, await come(back, ""), "This sign-in was not begun here");
    const other = await begin();
    await expectRefused(r, before, await come(back, other.cookie), "This sign-in was not begun here");
    const first = await come(back, `${cookie}; __Host-wanted=${encodeURIComponent("/console/answers?change=4")}`);
    expect([first.status, first.headers.get("location")]).toEqual([303, "/console/answers?change=4"]);
    expect(
      first.headers
        .getSetCookie()
        .some((each) => each.startsWith(cookie.split("=")[0] ?? "") && /Max-Age=0/.test(each)),
    ).toBe(true);
    const after = await r.stored();
    await expectRefused(r, after, await come(back, cookie), "The sign-in service did not sign you in");
  });

  test("in two tabs at once signs in by both", async () => {
    const { begin, provider, come } = await withIssuer();
    const [one, two] = [await begin(), await begin()];
    const cookies = `${one.cookie}; ${two.cookie}`;
    for (const tab of [two, one]) expect((await come(provider.signIn(tab.url, LEA), cookies)).status).toBe(303);
  });

  test.for<[what: string, faults: Faults, says: string]>([
    ["state", { answer: { state: "A".repeat(43) } }, "This sign-in was not begun here"],
    ["issuer of the answer", { answer: { iss: "https://evil.example" } }, UNTRUSTED],
    ["code", { answer: { code: "another" } }, "The sign-in service did not sign you in"],
    ["nonce", { claims: { nonce: "A".repeat(43) } }, UNTRUSTED],
    ["nonce: none", { claims: { nonce: undefined } }, UNTRUSTED],
    ["audience", { claims: { aud: "another" } }, UNTRUSTED],
    ["issuer", { claims: { iss: "https://evil.example" } }, UNTRUSTED],
    ["time: over", { claims: { exp: Date.parse(NOW) / 1000 - 60 } }, UNTRUSTED],
    ["signature", { forged: true }, UNTRUSTED],
    ["subject: none", { claims: { sub: undefined } }, UNTRUSTED],
  ])("takes no answer with a wrong %s", async ([, faults, says]) => {
    const { r, signIn } = await withIssuer();
    const before = await r.stored();
    await expectRefused(r, before, await signIn(LEA, faults), says);
    expect(r.logged.filter(({ event }) => event === "sign-in.failed")).toHaveLength(1);
    expect(JSON.stringify(r.logged)).not.toContain("lea@");
  });

  test("links nobody by an address that the provider does not vouch for, and makes nobody of it", async () => {
    const { r, signIn } = await withIssuer();
    await r.json("POST", "/v1/users", 201, { body: { email: LEA.email, name: "Léa", role: "admin" } });
    const before = await r.stored();
    for (const email_verified of [false, undefined, "yes"]) {
      const says = "Your e-mail address is not confirmed";
      await expectRefused(r, before, await signIn({ ...LEA, email_verified }), says);
      await expectRefused(r, before, await signIn({ ...LEA, email: "new@acme.example", email_verified }), says);
    }
    await expectRefused(r, before, await signIn({ ...LEA, email: undefined }), "Your e-mail address is not confirmed");
  });

  test("knows a user by the provider's name for them from then on, whatever their address becomes", async () => {
    const { r, signIn } = await withIssuer();
    const { id } = await r.json("POST", "/v1/users", 201, { body: { email: LEA.email, name: "Léa", role: "read" } });
    expect((await signIn()).status).toBe(303);
    expect((await signIn({ ...LEA, email: "married@acme.example", email_verified: false })).status).toBe(303);
    expect(await usersOf(r)).toMatchObject([{ id, email: LEA.email, role: "announce" }]);
    // Whoever has their address later is somebody else.
    const before = await r.stored();
    await expectRefused(
      r,
      before,
      await signIn({ ...LEA, sub: "other" }),
      "This e-mail address belongs to another account",
    );
  });

  test("gives at each sign-in the role of the groups: a smaller one acts at once, and without any one is removed", async () => {
    const { r, signIn } = await withIssuer();
    const admin = sessionOf(await signIn({ ...LEA, groups: ["it"] }));
    const invite = (email: string) => post(r, "/console/people/users", admin, `email=${email}&name=P&role=read`);
    expect((await invite("one@acme.example")).status).toBe(303);
    await signIn({ ...LEA, groups: ["staff"] });
    expect((await invite("two@acme.example")).status).toBe(403);
    expect((await open(r, admin)).status).toBe(200);

    const none = await signIn({ ...LEA, groups: ["sales"] });
    expect(await none.text()).toContain("Your account has no role here");
    expect((await open(r, admin)).status).toBe(303);
    const find = async () => (await usersOf(r)).find(({ email }: { email: string }) => email === LEA.email);
    expect((await find()).removedAt).not.toBeNull();
    expect((await signIn()).status).toBe(303);
    expect(await find()).toMatchObject({ role: "announce", removedAt: null });
  });

  test("brings nobody back whom an admin has removed", async () => {
    const { r, signIn } = await withIssuer();
    await signIn();
    const [{ id }] = await usersOf(r);
    await r.json("DELETE", `/v1/users/${id}`, 204);
    const before = await r.stored();
    await expectRefused(r, before, await signIn(), "You have been removed from this registry");
    await expectRefused(r, before, await signIn({ ...LEA, groups: [] }), "You have been removed from this registry");
  });

  test("is for whoever was invited, with the role that they were given, where no groups give any", async () => {
    const { r, signIn } = await withIssuer({ roles: [] });
    const before = await r.stored();
    await expectRefused(r, before, await signIn(), "You have not been invited yet");
    await r.json("POST", "/v1/users", 201, { body: { email: LEA.email, name: "Léa", role: "write" } });
    expect((await signIn()).status).toBe(303);
    expect(await usersOf(r)).toMatchObject([{ role: "write" }]);
  });

  test("reads what the ID token does not say at the provider's address for it, of the same person alone", async () => {
    const { r, signIn } = await withIssuer();
    const { sub, ...rest } = LEA;
    expect((await signIn({ sub }, { userinfo: rest })).status).toBe(303);
    expect(await usersOf(r)).toMatchObject([{ email: LEA.email, role: "announce" }]);
    const before = await r.stored();
    await expectRefused(r, before, await signIn({ sub }, { userinfo: { ...rest, sub: "other" } }), UNTRUSTED);
  });

  test("says in words that the provider does not answer, declines, or answers nonsense", async () => {
    const { r, provider, begin, come, signIn } = await withIssuer();
    const before = await r.stored();
    const declined = "The sign-in service did not sign you in";
    const { url, cookie } = await begin();
    const back = new URL(provider.signIn(url, LEA), "https://registry.example");
    back.searchParams.delete("code");
    back.searchParams.set("error", "access_denied");
    back.searchParams.set("error_description", "<b>you</b>");
    await expectRefused(r, before, await come(back.pathname + back.search, cookie), declined);
    const silent = "The sign-in service does not answer";
    await expectRefused(r, before, await signIn(LEA, { isSilent: true }), silent);
    provider.goDown();
    const down = await begin();
    await expectRefused(r, before, await come(provider.signIn(down.url, LEA), down.cookie), silent);
  });

  test("ends the session that the browser had, and asks the provider anew where a fresh sign-in is asked for", async () => {
    const { r, begin, provider, come, signIn } = await withIssuer();
    const former = sessionOf(await signIn());
    const { url, cookie } = await begin("?again=yes");
    expect(new URL(url).searchParams.get("prompt")).toBe("login");
    const response = await come(provider.signIn(url, LEA), `${cookie}; ${former}`);
    expect((await open(r, former)).status).toBe(303);
    expect((await open(r, sessionOf(response))).status).toBe(200);
  });
});

describe("with single sign-on", () => {
  test("links by mail can be switched off: none is sent, and one that was sent signs nobody in", async () => {
    const { r } = await withIssuer();
    await r.organisation();
    await r.json("POST", "/v1/users", 201, { body: { email: "invited@acme.example", name: "I", role: "read" } });
    await r.drain();
    const [mail] = await r.messages("invited@acme.example");
    expect(mail?.text).toMatch(/\/console\/sign-in\?lang=en/);
    expect(mail?.text).not.toMatch(/\/console\/sign-in\/[\w-]{43}/);
    const before = await r.stored();
    expect((await post(r, "/console/sign-in", null, "email=invited%40acme.example")).status).toBe(403);
    expect(await r.stored()).toEqual(before);
    const page = await (await send(r, "GET", "/console/sign-in")).text();
    expect(page).toContain("Sign in with your company account");
    expect(page).not.toContain('name="email"');
  });

  test("there are no addresses of a provider that is not set", async () => {
    const r = await registry();
    for (const [method, path] of [
      ["GET", "/console/sign-in/oidc"],
      ["GET", "/console/sign-in/oidc/callback?state=x&code=y"],
      ["POST", "/console/sign-in/access"],
    ] as const) {
      const response = method === "GET" ? await send(r, method, path) : await post(r, path, null);
      expect([response.status, path]).toEqual([404, path]);
    }
  });
});

describe("signing in with Cloudflare Access", () => {
  const AUDIENCE = "a1b2c3";
  const PERSON = { aud: [AUDIENCE], sub: "lea", email: LEA.email, custom: { groups: ["legal"] } };

  async function withAccess() {
    const provider = await issuer({ now: () => new Date(NOW) });
    const signIn: Config["signIn"] = {
      byMail: false,
      oidc: null,
      access: { teamUrl: provider.url, audience: AUDIENCE },
      roles: ROLES,
    };
    const r = await registry({ now: NOW, config: { signIn } });
    const come = (token: string | null) =>
      send(
        r,
        "POST",
        "/console/sign-in/access",
        { "sec-fetch-site": "same-origin", ...(token && { "cf-access-jwt-assertion": token }) },
        "",
      );
    return { r, provider, come };
  }

  test("signs in by its button whom Access has let through, by the rules of every provider", async () => {
    const { r, provider, come } = await withAccess();
    expect(await (await send(r, "GET", "/console/sign-in")).text()).toContain("Sign in with Cloudflare Access");
    const response = await come(await provider.accessToken(PERSON));
    expect(response.status).toBe(303);
    expect((await open(r, sessionOf(response))).status).toBe(200);
    expect(await usersOf(r)).toMatchObject([{ email: LEA.email, role: "announce" }]);
  });

  test("takes no token of another application, team or time, none that is forged, of a program or of nobody", async () => {
    const { r, provider, come } = await withAccess();
    const before = await r.stored();
    const past = Date.parse(NOW) / 1000 - 60;
    const tokens = [
      await provider.accessToken({ ...PERSON, aud: ["another"] }),
      await provider.accessToken({ ...PERSON, aud: [] }),
      await provider.accessToken({ ...PERSON, iss: "https://other.cloudflareaccess.com" }),
      await provider.accessToken({ ...PERSON, exp: past }),
      await provider.accessToken({ ...PERSON, nbf: Date.parse(NOW) / 1000 + 3600 }),
      await provider.accessToken(PERSON, { forged: true }),
      await provider.accessToken({ aud: [AUDIENCE], sub: "", common_name: "a-program.access" }),
      `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify(PERSON)).toString("base64url")}.`,
      "no token",
    ];
    for (const token of tokens) await expectRefused(r, before, await come(token), UNTRUSTED);
    await expectRefused(r, before, await come(null), "This sign-in was not begun here");
    expect(
      (await send(r, "GET", "/console", { "cf-access-jwt-assertion": await provider.accessToken(PERSON) })).status,
    ).toBe(303);
  });
});
