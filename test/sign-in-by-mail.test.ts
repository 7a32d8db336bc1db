import { describe, expect, test } from "vitest";
import { runMinute } from "../src/notify/minute.ts";
import { type Registry, registry } from "./setup/registry.ts";
import { cookieOf, link, open, post, send, signedIn } from "./setup/signing-in.ts";

const ask = (r: Registry, email: string, query = "") =>
  post(r, `/console/sign-in${query}`, null, new URLSearchParams({ email }).toString());

/** The links to sign in by in the mails to an address, the newest last. */
const links = async (r: Registry, email: string) =>
  (await r.messages(email)).flatMap(({ text }) => text.match(/\/console\/sign-in\/[\w-]{43}/g) ?? []);

const audited = async (r: Registry, action: string) => (await r.json("GET", `/v1/audit?action=${action}`, 200)).data;

describe("a link by mail", () => {
  test("comes to a user who asks for it, and signs them in once, by its button alone, for fifteen minutes", async () => {
    const r = await registry();
    await r.organisation();
    const { id, email } = await link(r, "write");
    const answer = await ask(r, email.toUpperCase());
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/console/sign-in?sent"]);
    expect(r.kicks()).toBeGreaterThan(0);
    await r.drain();

    const [mail] = await r.messages(email);
    expect(mail?.subject).toBe("Acme: your link to sign in");
    const [path = ""] = await links(r, email);
    const before = await r.stored();
    for (const method of ["GET", "HEAD"]) expect((await send(r, method, path)).status).toBe(200);
    expect(await r.stored()).toEqual(before);
    const first = await post(r, path, null);
    expect([first.status, first.headers.get("location")]).toEqual([303, "/console"]);
    expect((await open(r, cookieOf(first))).status).toBe(200);
    expect((await post(r, path, null)).status).toBe(410);
    expect(await audited(r, "user.signed-in")).toMatchObject([{ actor: `user:${id}`, data: { method: "link" } }]);

    r.passHours(0.5);
    await ask(r, email);
    await r.drain();
    r.passHours(0.25);
    const late = (await links(r, email)).at(-1) ?? "";
    expect(late).not.toBe(path);
    expect((await post(r, late, null)).status).toBe(410);
  });

  test("is asked for with the same answer, and the same work, whatever the address", async () => {
    const r = await registry();
    const known = await link(r);
    const removed = await link(r);
    await r.json("DELETE", `/v1/users/${removed.id}`, 204);
    const answers = [];
    for (const email of [known.email, removed.email, "nobody@elsewhere.example"]) {
      const response = await ask(r, email);
      answers.push([response.status, [...response.headers].sort(), await response.text()]);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(await r.rows("select count(*)::int as n from sign_in_requests")).toEqual([{ n: 3 }]);
    await r.drain();
    expect(await r.messages(removed.email)).toEqual([]);
    expect(await r.messages("nobody@elsewhere.example")).toEqual([]);
    expect(await links(r, known.email)).toHaveLength(1);
    // What was typed is kept no longer than it waits.
    expect(await r.rows("select email from sign_in_requests")).toEqual([{ email: null }]);
  });

  test("asked for thirty times comes three times in a quarter of an hour, and uses up nobody else's", async () => {
    const r = await registry();
    const [one, other] = [await link(r), await link(r)];
    for (let asked = 0; asked < 30; asked += 1) expect((await ask(r, one.email)).status).toBe(303);
    await r.drain();
    expect(await links(r, one.email)).toHaveLength(3);
    await ask(r, other.email);
    await r.drain();
    expect(await links(r, other.email)).toHaveLength(1);
    r.passHours(0.5);
    await ask(r, one.email);
    await r.drain();
    expect(await links(r, one.email)).toHaveLength(4);
  });

  test("has limits for a visitor and in all that count mails alone, and none of the sign-up form's", async () => {
    const r = await registry();
    const { email } = await link(r);
    for (let asked = 0; asked < 99; asked += 1) await ask(r, `nobody-${asked}@elsewhere.example`);
    await r.drain();
    for (let asked = 0; asked < 3; asked += 1)
      await r.call("POST", "/subscribe", { key: null, body: { email: `reader-${asked}@elsewhere.example` } });
    await r.call("POST", "/subscribe", { key: null, body: { email } });
    await r.drain();
    await ask(r, email);
    await r.drain();
    expect(await links(r, email)).toHaveLength(1);

    const mailboxes = Array.from({ length: 35 }, (_, index) => `user-${index}@acme.example`);
    for (const each of mailboxes) {
      await r.json("POST", "/v1/users", 201, { body: { email: each, name: "U", role: "read" } });
      await ask(r, each);
    }
    await r.drain();
    const asked = await r.rows("select count(*)::int as n from notices where kind = 'sign-in'");
    expect(asked).toEqual([{ n: 30 }]);
  });

  test("signs in nobody but whom it was mailed to, at the address that they have", async () => {
    const r = await registry();
    const { id, email } = await link(r);
    await ask(r, email);
    await r.json("PATCH", `/v1/users/${id}`, 200, { body: { email: "moved@acme.example" } });
    await r.drain();
    // Asked for with an address that is nobody's by the time.
    expect(await r.messages(email)).toEqual([]);
    await ask(r, "moved@acme.example");
    await r.drain();
    const [path = ""] = await links(r, "moved@acme.example");
    await r.json("PATCH", `/v1/users/${id}`, 200, { body: { email: "again@acme.example" } });
    expect((await post(r, path, null)).status).toBe(410);
  });

  test("is not sent once it signs nobody in: its user is removed, or its time is over", async () => {
    const r = await registry();
    const invited = { email: "invited@acme.example", name: "Invited", role: "read" };
    const { id } = await r.json("POST", "/v1/users", 201, { body: invited });
    await r.json("DELETE", `/v1/users/${id}`, 204);
    await r.json("POST", "/v1/users", 201, { body: { ...invited, email: "late@acme.example" } });
    r.passHours(72);
    await r.drain();
    expect(await r.messages("invited@acme.example")).toEqual([]);
    expect(await r.messages("late@acme.example")).toEqual([]);
    expect(await r.rows("select state, cause from deliveries")).toEqual([
      { state: "skipped", cause: "link ended" },
      { state: "skipped", cause: "link ended" },
    ]);
  });

  test("is in the language of the page where it was asked for, also one the organisation does not publish in", async () => {
    const r = await registry();
    await r.organisation();
    const { email } = await link(r);
    const answer = await ask(r, email, "?lang=fr");
    expect(answer.headers.get("location")).toBe("/console/sign-in?sent&lang=fr");
    await r.drain();
    const [mail] = await r.messages(email);
    expect(mail?.subject).toMatch(/^Acme\s: votre lien de connexion$/);
    expect(mail?.headers["Content-Language"]).toBe("fr");
    expect(mail?.text).toContain("?lang=fr");
  });

  test("comes back with what was typed where that is no address", async () => {
    const r = await registry();
    const answer = await ask(r, 'no"body');
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('value="no&quot;body"');
    expect(page).toContain("This is not an e-mail address.");
    expect((await ask(r, `${"a".repeat(9000)}@acme.example`)).status).toBe(422);
  });

  test("counts as no notice of a change, and what became of it concerns nobody else", async () => {
    const r = await registry();
    await r.organisation({ privacyEmail: "privacy@acme.example" });
    const { email } = await link(r);
    await ask(r, email);
    await r.drain();
    const [mail] = await r.messages(email);
    expect(mail?.headers).not.toHaveProperty("List-Unsubscribe");
    expect(mail?.headers["Auto-Submitted"]).toBe("auto-generated");
    // Nor where it is refused: the organisation's own mail is well, and nobody sends an old link again.
    await fetch(`${r.mailboxUrl}/api/faults`, { method: "PUT", body: JSON.stringify({ refuse: [email] }) });
    await ask(r, email);
    await r.drain();
    expect(await r.rows("select state from deliveries order by state")).toEqual([
      { state: "accepted" },
      { state: "failed" },
    ]);
    const status = await r.json("GET", "/v1/sending", 200);
    expect(status).toMatchObject({ privacyEmail: null, missed: { batches: 0, deliveries: 0 } });
    await runMinute(r.deps, { budgetMs: 10_000 });
    expect(await links(r, email)).toHaveLength(1);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, bad: [] });
  });

  test("leaves its token nowhere once its mail is out: not in rows, not in the log", async () => {
    const r = await registry();
    const { email } = await link(r);
    await ask(r, email);
    await r.drain();
    const token = ((await links(r, email))[0] ?? "").split("/").at(-1) ?? "";
    expect(token).toHaveLength(43);
    const tables = await r.rows(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    for (const { name } of tables)
      expect(JSON.stringify(await r.rows(`select * from "${name}"`)), `${name}`).not.toContain(token);
    expect(await r.rows("select body from batches")).toEqual([{ body: null }]);
    expect(JSON.stringify(r.logged)).not.toContain(token);
  });
});

describe("an invitation", () => {
  test("is mailed to whoever is made a user: by whom, as what, and with a link that signs in once within 72 hours", async () => {
    const r = await registry();
    await r.organisation();
    const admin = await signedIn(r);
    await post(r, "/console/people/users", admin.cookie, "email=new@acme.example&name=New&role=announce");
    await r.drain();
    const [mail] = await r.messages("new@acme.example");
    expect(mail?.subject).toBe("Acme: you are invited to work on our list of vendors");
    expect(mail?.text).toMatch(/Person \d+ has invited you/);
    expect(mail?.text.replace(/\s+/g, " ")).toContain("draft changes, and approve and announce them");
    const [path = ""] = await links(r, "new@acme.example");
    r.passHours(71);
    const first = await post(r, path, null);
    expect(first.status).toBe(303);
    expect(await (await open(r, cookieOf(first))).text()).toContain("New");
    expect((await post(r, path, null)).status).toBe(410);

    await r.json("POST", "/v1/users", 201, { body: { email: "by-key@acme.example", name: "K", role: "read" } });
    await r.drain();
    const [second] = await r.messages("by-key@acme.example");
    expect(second?.text).toContain("Whoever administers it has invited you");
  });
});
