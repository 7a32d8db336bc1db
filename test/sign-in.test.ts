import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Role } from "../src/model/people/user.ts";
import { firstSignInLink } from "../src/registry/users/sign-in-links.ts";
import { CONSOLE_ROUTES } from "../src/routes/console/routes.ts";
import { registry } from "./setup/registry.ts";
import { cookieOf, link, OWN, open, post, send, signedIn } from "./setup/signing-in.ts";

const ROLES: Role[] = ["read", "write", "announce", "admin"];

describe("a link to sign in by", () => {
  test("is opened without effect, and signs in once, by its button alone", async () => {
    const r = await registry();
    const { id, path } = await link(r);
    const before = await r.stored();
    for (let opened = 0; opened < 3; opened += 1) {
      const page = await send(r, "GET", path);
      expect(page.status).toBe(200);
      expect(await page.text()).toMatch(/<form method="post"><button type="submit">Sign in<\/button><\/form>/);
      await send(r, "HEAD", path);
    }
    expect(await r.stored()).toEqual(before);

    const first = await post(r, path, null);

    expect([first.status, first.headers.get("location")]).toEqual([303, "/console"]);
    expect((await open(r, cookieOf(first))).status).toBe(200);
    const again = await post(r, path, null);
    expect([again.status, again.headers.get("set-cookie")]).toEqual([410, null]);
    expect((await send(r, "GET", path)).status).toBe(410);
    const { data } = await r.json("GET", "/v1/audit?action=user.signed-in", 200);
    expect(data).toMatchObject([{ actor: `user:${id}`, subject: `user:${id}`, data: { method: "link" } }]);
  });

  test("used by two at once signs in one", async () => {
    const r = await registry();
    const { path } = await link(r);
    const answers = await Promise.all([post(r, path, null), post(r, path, null)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
  });

  test("ends after its time, with its user, and with the address it was made for; nothing else is one", async () => {
    const r = await registry();
    const [late, removed, moved] = [await link(r), await link(r), await link(r)];
    await r.json("DELETE", `/v1/users/${removed.id}`, 204);
    await r.json("PATCH", `/v1/users/${moved.id}`, 200, { body: { email: "moved@acme.example" } });
    r.passHours(24);
    const other = late.token.startsWith("A") ? "B" : "A";
    for (const token of [late.token, removed.token, moved.token, other + late.token.slice(1), "x", "a".repeat(9000)]) {
      const before = await r.stored();
      const response = await post(r, `/console/sign-in/${token}`, null);
      expect([response.status, response.headers.get("set-cookie")]).toEqual([410, null]);
      expect(await r.stored()).toEqual(before);
    }
  });

  test("and a session are stored as SHA-256 alone, and are in no log line", async () => {
    const r = await registry();
    const { token, path } = await link(r);
    const [stored] = await r.rows("select hash from sign_in_links");
    expect(stored).toEqual({ hash: createHash("sha256").update(token).digest("hex") });
    const cookie = cookieOf(await post(r, path, null));
    await post(r, path, cookie);
    const secret = cookie.split("=")[1] ?? "";
    const rows = await Promise.all(
      ["sessions", "sign_in_links", "audit_log"].map((name) => r.rows(`select * from ${name}`)),
    );
    for (const text of [JSON.stringify(rows), JSON.stringify(r.logged)]) {
      expect(text).not.toContain(token);
      expect(text).not.toContain(secret);
    }
  });

  test("of the first start is for one who administers, until somebody has signed in", async () => {
    const r = await registry();
    const first = await firstSignInLink(r.deps);
    const second = await firstSignInLink(r.deps);
    expect((await r.json("GET", "/v1/users", 200)).data).toMatchObject([{ role: "admin" }]);
    const cookie = cookieOf(await post(r, `/console/sign-in/${second}`, null));
    expect((await open(r, cookie, "/console/people")).status).toBe(200);
    expect(await firstSignInLink(r.deps)).toBeNull();
    expect(first).not.toBe(second);
  });
});

describe("a session", () => {
  test("is a cookie of this host, for https and no script; over http for this machine alone", async () => {
    const flags = async (publicUrl: string) => {
      const r = await registry({ config: { publicUrl } });
      const response = await post(r, (await link(r)).path, null);
      return response.headers.get("set-cookie")?.replace(/=[\w-]{43};/, "=…;");
    };
    const rest = "Max-Age=604800; Path=/; HttpOnly";
    expect(await flags("https://registry.example")).toBe(`__Host-session=…; ${rest}; Secure; SameSite=Lax`);
    expect(await flags("http://localhost:8787")).toBe(`session=…; ${rest}; SameSite=Lax`);
    expect(await flags("http://127.0.0.1:8787")).toBe(`session=…; ${rest}; SameSite=Lax`);
    expect(await flags("http://registry.example")).toBe(`__Host-session=…; ${rest}; Secure; SameSite=Lax`);
  });

  test("is never one that the browser brought: what was planted before opens nothing after", async () => {
    const r = await registry();
    const planted = `__Host-session=${"A".repeat(43)}`;
    const cookie = cookieOf(await post(r, (await link(r)).path, planted));
    expect(cookie).not.toBe(planted);
    expect((await open(r, planted)).status).toBe(303);
    // Nor is one's own former session left open by signing in anew.
    const anew = cookieOf(await post(r, (await link(r)).path, cookie));
    expect((await open(r, cookie)).status).toBe(303);
    expect((await open(r, anew)).status).toBe(200);
  });

  test("ends when its user signs out, when it is idle for twelve hours, and after seven days", async () => {
    const r = await registry();
    const { cookie } = await signedIn(r);
    const out = await post(r, "/console/sign-out", cookie);
    expect([out.status, out.headers.get("set-cookie")]).toEqual([303, expect.stringContaining("Max-Age=0")]);
    expect((await open(r, cookie)).headers.get("location")).toBe("/console/sign-in");
    expect((await post(r, "/console/people/users", cookie, "email=a@acme.example&name=A&role=read")).status).toBe(401);

    const idle = await signedIn(r);
    r.passHours(11.9);
    expect((await open(r, idle.cookie)).status).toBe(200);
    r.passHours(11.9);
    expect((await open(r, idle.cookie)).status).toBe(200);
    r.passHours(12);
    expect((await open(r, idle.cookie)).status).toBe(303);

    const busy = await signedIn(r);
    for (let hours = 0; hours + 8 < 7 * 24; hours += 8) {
      r.passHours(8);
      expect((await open(r, busy.cookie)).status).toBe(200);
    }
    r.passHours(8);
    expect((await open(r, busy.cookie)).status).toBe(303);
  });

  test("is of the user as they are now: a smaller role, or a removal, acts at the next request", async () => {
    const r = await registry();
    const { id, cookie } = await signedIn(r);
    const invite = () =>
      post(r, "/console/people/users", cookie, `email=p${Math.random()}@acme.example&name=P&role=read`);
    expect((await invite()).status).toBe(303);
    await r.json("PATCH", `/v1/users/${id}`, 200, { body: { role: "write" } });
    expect((await invite()).status).toBe(403);
    expect((await open(r, cookie)).status).toBe(200);
    await r.json("DELETE", `/v1/users/${id}`, 204);
    expect((await open(r, cookie)).status).toBe(303);
    await r.rows("select 1");
    expect(await r.rows("select * from sessions")).toEqual([]);
  });

  test("begins on the page that was wanted, once; never on another site, or on what a cookie makes up", async () => {
    const r = await registry();
    const { path } = await link(r);
    const wanted = await send(r, "GET", "/console/answers?show=all&change=4");
    expect(wanted.headers.get("location")).toBe("/console/sign-in");
    const cookie = cookieOf(wanted);
    const signed = await post(r, path, cookie);
    expect(signed.headers.get("location")).toBe("/console/answers?show=all&change=4");
    expect(signed.headers.getSetCookie().some((each) => /wanted=;.*Max-Age=0/.test(each))).toBe(true);
    for (const made of [
      "https://elsewhere.example/console",
      "//elsewhere.example/console",
      "/console//elsewhere.example",
      "/console/../../v1/vendors",
      "/consolex",
      "/console/sign-out",
      "/console/sign-in/x",
      "\\\\elsewhere.example",
      "javascript:alert(1)",
      `/console/${"a".repeat(600)}`,
    ]) {
      const next = await link(r);
      const other = await post(r, next.path, `${cookie.split("=")[0]}=${encodeURIComponent(made)}`);
      expect([made, other.status, other.headers.get("location")]).toEqual([made, 303, "/console"]);
    }
    // What asks for a fresh sign-in is begun again from its page.
    const { cookie: session } = await signedIn(r);
    r.passHours(2);
    const referer = `${r.deps.config.publicUrl}/console/people`;
    const stale = await send(r, "POST", "/console/people/keys", { ...OWN, cookie: session, referer }, "");
    expect(stale.status).toBe(403);
    expect(decodeURIComponent(cookieOf(stale))).toMatch(/wanted=\/console\/people$/);
  });

  test("is ended by its owner, or by an admin; by nobody else", async () => {
    const r = await registry();
    const [one, other, admin] = [await signedIn(r, "announce"), await signedIn(r, "announce"), await signedIn(r)];
    const [session] = await r.rows(`select id from sessions where user_id = '${one.id}'`);
    const end = (cookie: string) => post(r, `/console/people/sessions/${session?.id}/end`, cookie);
    expect((await end(other.cookie)).status).toBe(404);
    expect((await open(r, one.cookie)).status).toBe(200);
    expect(await (await open(r, other.cookie, "/console/people")).text()).not.toContain(String(session?.id));
    expect(await (await open(r, admin.cookie, "/console/people")).text()).toContain(String(session?.id));
    expect((await end(admin.cookie)).status).toBe(303);
    expect((await open(r, one.cookie)).status).toBe(303);
    const [own] = await r.rows(`select id from sessions where user_id = '${other.id}'`);
    expect((await post(r, `/console/people/sessions/${own?.id}/end`, other.cookie)).status).toBe(303);
    expect((await open(r, other.cookie)).status).toBe(303);
  });

  test("opens nothing of the API", async () => {
    const r = await registry();
    const { cookie } = await signedIn(r);
    expect((await send(r, "GET", "/v1/vendors", { cookie })).status).toBe(401);
  });
});

describe("every address of the console", () => {
  /** Of what an address names there is none, whatever it is named by. */
  const NAMED: Record<string, string> = {
    id: "6f1f2f0e-0b2e-4e6b-9d5b-0f5a3f0c9d11",
    token: "x".repeat(43),
    number: "999",
  };
  const filled = (path: string) => path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name) => NAMED[name] ?? "nobody");

  test("is in the table of roles", async () => {
    const r = await registry();
    const known = CONSOLE_ROUTES.map(({ method, path }) => `${method} ${path}`);
    const served = r.app.routes.filter(({ path, method }) => path.startsWith("/console") && method !== "ALL");
    expect([...new Set(served.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual(known.sort());
    expect(known.length).toBeGreaterThan(7);
  });

  test("is for its role and wider ones: others are led to sign in, or refused, and nothing is done", async () => {
    const r = await registry();
    const people = Object.fromEntries(await Promise.all(ROLES.map(async (role) => [role, await signedIn(r, role)])));
    for (const { method, path, role } of CONSOLE_ROUTES) {
      if (role === null) continue;
      const name = `${method} ${path}`;
      const before = await r.stored();
      const stranger = await send(r, method, filled(path), OWN, method === "POST" ? "" : undefined);
      expect([stranger.status, name]).toEqual([method === "GET" ? 303 : 401, name]);
      for (const each of ROLES.slice(0, ROLES.indexOf(role))) {
        const { cookie } = people[each] as { cookie: string };
        const response = await send(r, method, filled(path), { ...OWN, cookie }, method === "POST" ? "" : undefined);
        expect([response.status, name, each]).toEqual([403, name, each]);
      }
      expect(await r.stored()).toEqual(before);
      for (const each of ROLES.slice(ROLES.indexOf(role))) {
        if (path === "/console/sign-out") continue;
        const { cookie } = people[each] as { cookie: string };
        const { status, headers } = await send(
          r,
          method,
          filled(path),
          { ...OWN, cookie },
          method === "POST" ? "" : undefined,
        );
        expect([401, 403, 500], `${name} as ${each}`).not.toContain(status);
        // Whatever cannot be done is said by a page.
        if (status >= 400) expect([name, headers.get("content-type")]).toEqual([name, "text/html; charset=UTF-8"]);
      }
    }
  });

  test("answers a browser by a page, also where there is nothing, or not by this method, or what was sent is no form", async () => {
    const r = await registry();
    const { cookie } = await signedIn(r);
    const headers = { ...OWN, accept: "text/html", cookie };
    const json = { ...headers, "content-type": "application/json" };
    for (const [method, path, sent, body] of [
      ["GET", "/console/nothing", headers, undefined],
      ["GET", "/console/changes/999999999", headers, undefined],
      ["PUT", "/console", headers, ""],
      ["DELETE", "/console/organisation", headers, undefined],
      ["POST", "/console/organisation", json, "{}"],
      ["POST", "/console/changes", headers, `reason=${"x".repeat(3_000_000)}`],
      ["POST", "/console/customers/file", headers, "file=x"],
    ] as const) {
      const response = await send(r, method, path, sent, body);
      const page = await response.text();
      const what = [method, path, body?.slice(0, 10)];
      expect([...what, response.headers.get("content-type")]).toEqual([...what, "text/html; charset=UTF-8"]);
      expect(page).toContain("</html>");
    }
  });

  test("that changes something takes nothing from another site, whatever the body: a form, JSON, a file", async () => {
    const r = await registry();
    const { cookie } = await signedIn(r);
    const { path: unused } = await link(r);
    const posts = CONSOLE_ROUTES.filter(({ method }) => method === "POST").map(({ path }) => filled(path));
    const bodies = {
      "application/x-www-form-urlencoded": "email=x@acme.example&name=X&role=admin",
      "application/json": JSON.stringify({ email: "x@acme.example", name: "X", role: "admin" }),
      "text/plain": '{"role":"admin"}',
      "multipart/form-data; boundary=x": '--x\r\ncontent-disposition: form-data; name="role"\r\n\r\nadmin\r\n--x--\r\n',
    };
    const sites: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
      { "sec-fetch-site": "same-site", origin: "https://sub.registry.example" },
      { "sec-fetch-site": "none" },
      { "sec-fetch-site": "cross-site", origin: "https://registry.example" },
      { origin: "https://evil.example" },
      { origin: "https://registry.example.evil.example" },
      { origin: "null" },
      {},
    ];
    const before = await r.stored();
    for (const path of [...posts, unused]) {
      for (const [type, body] of Object.entries(bodies)) {
        for (const site of sites) {
          const response = await send(r, "POST", path, { ...site, "content-type": type, cookie }, body);
          expect([response.status, path, type, site]).toEqual([403, path, type, site]);
        }
      }
    }
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      expect((await send(r, method, "/console/people", { cookie, origin: "https://evil.example" }, "")).status).toBe(
        403,
      );
    }
    expect(await r.stored()).toEqual(before);
    // An older browser says the origin alone.
    const own = { origin: "https://registry.example", "content-type": OWN["content-type"], cookie };
    expect((await send(r, "POST", "/console/people/users", own, "email=x@acme.example&name=X&role=read")).status).toBe(
      303,
    );
  });

  test("is kept by nobody, runs no script but its own, and says to no other site where its reader came from", async () => {
    const r = await registry();
    const { cookie } = await signedIn(r);
    for (const path of ["/console", "/console/people", "/console/sign-in"]) {
      const { headers } = await open(r, cookie, path);
      expect(headers.get("cache-control"), path).toBe("no-store");
      expect(headers.get("referrer-policy"), path).toBe("same-origin");
      expect(headers.get("content-security-policy"), path).toMatch(/^default-src 'none'; /);
      expect(headers.get("content-security-policy"), path).toContain("; script-src 'self'; ");
      expect(headers.get("content-security-policy"), path).not.toContain("unsafe");
    }
  });
});

describe("the page of people", () => {
  test("invites, changes a role and removes, by forms; what was not taken comes back with its reason", async () => {
    const r = await registry();
    const { id, cookie } = await signedIn(r);
    const wrong = await post(r, "/console/people/users", cookie, "email=nobody&name=%3Cb%3E&role=king");
    const page = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(page).toContain('value="nobody"');
    expect(page).toContain('value="&lt;b&gt;"');
    expect(page).toContain("This is not an e-mail address.");
    expect((await post(r, "/console/people/users", cookie, "email=new@acme.example&name=New&role=write")).status).toBe(
      303,
    );
    const taken = await post(r, "/console/people/users", cookie, "email=NEW@acme.example&name=N&role=read");
    expect([taken.status, await taken.text()]).toEqual([
      409,
      expect.stringContaining("Another user has this address."),
    ]);
    const list = async () => (await r.json("GET", "/v1/users", 200)).data;
    const fresh = (await list()).find(({ email }: { email: string }) => email === "new@acme.example");
    expect((await post(r, `/console/people/users/${fresh.id}/role`, cookie, "role=announce")).status).toBe(303);
    expect((await post(r, `/console/people/users/${id}/role`, cookie, "role=read")).status).toBe(409);
    expect((await post(r, `/console/people/users/${fresh.id}/remove`, cookie)).status).toBe(303);
    expect((await list()).find((user: { id: string }) => user.id === fresh.id)).toMatchObject({
      role: "announce",
      removedAt: expect.any(String),
    });
    const { data } = await r.json("GET", `/v1/audit?actor=user:${id}&action=user.invited`, 200);
    expect(data).toMatchObject([{ subject: `user:${fresh.id}`, data: { role: "write" } }]);
    expect(await (await open(r, cookie, "/console/people?lang=fr")).text()).toContain("<h1>Personnes</h1>");
  });
});
