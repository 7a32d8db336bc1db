import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createApp } from "../src/app.ts";
import { signups, subscribers } from "../src/db/schema.ts";
import { hashEmail } from "../src/model/values/hash.ts";
import { networkOf } from "../src/model/values/network.ts";
import { writeRegistry } from "../src/registry/log/frame.ts";
import { forgetExpired } from "../src/registry/people/forget.ts";
import { settleSignups, takeSignup } from "../src/registry/people/signups.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";

const form = { "content-type": "application/x-www-form-urlencoded" };

const post = (r: Registry, path: string, fields: Record<string, string> = {}) =>
  r.call("POST", path, { key: null, headers: form, body: new URLSearchParams(fields).toString() });

const subscribe = (r: Registry, email: string, more: Record<string, unknown> = {}) =>
  r.call("POST", "/subscribe", { key: null, body: { email, ...more } });

/** The path of a link in the newest mail to a person that has one. */
async function link(r: Registry, email: string, kind: "confirm" | "unsubscribe" | "preferences" | "departure") {
  await r.drain();
  const isLink = new RegExp(`/${kind}/[\\w-]+`);
  const text = (await r.messages(email)).findLast((mail) => isLink.test(mail.text))?.text ?? "";
  const path = isLink.exec(text)?.[0];
  if (!path) throw new Error(`No ${kind} link in: ${text}`);
  return path;
}

async function follower(r: Registry, email: string): Promise<void> {
  await subscribe(r, email);
  await post(r, await link(r, email, "confirm"));
}

const status = async (r: Registry) => (await r.db.select().from(subscribers)).map((each) => each.status);

const announced = (r: Registry, effectiveOn = "2026-12-31") =>
  r.json("POST", `/v1/vendors?announce=true&effectiveOn=${effectiveOn}`, 201, { body: vendor() });

test("a follower confirms by the button of the page, and then gets notices", async () => {
  const r = await registry();
  expect((await subscribe(r, "a@customer.example")).status).toBe(202);
  const confirm = await link(r, "a@customer.example", "confirm");
  await announced(r);
  expect(await r.drain()).toBeUndefined();
  expect(await r.messages("a@customer.example")).toHaveLength(1);

  const done = await post(r, confirm);
  expect(done.status).toBe(200);
  await announced(r);
  await r.drain();
  expect((await r.messages("a@customer.example")).map(({ subject }) => subject)).toEqual([
    expect.stringContaining("confirm"),
    expect.stringContaining("will be added"),
  ]);
});

test("opening a link changes nothing, however often: scanners open every link", async () => {
  const r = await registry();
  await subscribe(r, "a@customer.example");
  const confirm = await link(r, "a@customer.example", "confirm");
  for (const method of ["GET", "HEAD"]) expect((await r.call(method, confirm, { key: null })).status).toBe(200);
  expect(await status(r)).toEqual(["pending"]);
  await post(r, confirm);
  await announced(r);
  const unsubscribe = await link(r, "a@customer.example", "unsubscribe");
  const preferences = await link(r, "a@customer.example", "preferences");
  for (const path of [unsubscribe, preferences]) expect((await r.get(path, { key: null })).status).toBe(200);
  expect(await status(r)).toEqual(["active"]);
});

test("the answer to a subscription is the same for a new, a pending, a following and a departed address", async () => {
  const r = await registry();
  await follower(r, "active@customer.example");
  await follower(r, "left@customer.example");
  await announced(r);
  await post(r, await link(r, "left@customer.example", "unsubscribe"));
  await subscribe(r, "pending@customer.example");
  await r.drain();
  r.passHours(1);
  const answers = [];
  for (const name of ["new", "pending", "active", "left"]) {
    const response = await subscribe(r, `${name}@customer.example`);
    const headers = Object.fromEntries(response.headers);
    answers.push(JSON.stringify({ status: response.status, headers, body: await response.text() }));
  }
  expect(new Set(answers).size).toBe(1);
});

test("subscribing again never downgrades a subscription: the follower is told that they follow already", async () => {
  const r = await registry();
  await follower(r, "a@customer.example");
  r.passHours(1);
  await subscribe(r, "A@Customer.example", { locale: "fr" });
  await r.drain();
  const [subscriber] = await r.db.select().from(subscribers);
  expect(subscriber).toMatchObject({ status: "active", email: "a@customer.example", locale: "en" });
  expect((await r.messages("a@customer.example")).at(-1)?.text).toMatch(/already/);
});

test("a confirmation link expires after 48 hours and can be asked for again", async () => {
  const r = await registry();
  await subscribe(r, "a@customer.example");
  const first = await link(r, "a@customer.example", "confirm");
  r.passHours(48);
  expect((await r.get(first, { key: null })).status).toBe(200);
  r.passHours(0.1);
  expect((await r.get(first, { key: null })).status).toBe(410);
  expect((await post(r, first)).status).toBe(410);
  expect(await status(r)).toEqual(["pending"]);

  expect((await post(r, first, { again: "1" })).status).toBe(200);
  const second = await link(r, "a@customer.example", "confirm");
  expect(second).not.toBe(first);
  expect((await post(r, second)).status).toBe(200);
  expect(await status(r)).toEqual(["active"]);
});

test("pending addresses are forgotten after seven days; followers are not", async () => {
  const r = await registry();
  await subscribe(r, "a@customer.example");
  const confirm = await link(r, "a@customer.example", "confirm");
  await follower(r, "b@customer.example");
  r.passHours(7 * 24 - 1);
  await forgetExpired(r.deps);
  expect(await status(r)).toHaveLength(2);
  r.passHours(2);
  await forgetExpired(r.deps);
  expect(await status(r)).toEqual(["active"]);
  expect((await post(r, confirm)).status).toBe(404);
});

test("one click unsubscribes as RFC 8058 asks: no key, cookie, origin or redirect", async () => {
  const r = await registry();
  await follower(r, "a@customer.example");
  await announced(r);
  await r.drain();
  const headers = (await r.messages("a@customer.example")).at(-1)?.headers ?? {};
  expect(headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  const url =
    /^<(https:\/\/registry\.example\/unsubscribe\/[\w-]+)>$/.exec(headers["List-Unsubscribe"] ?? "")?.[1] ?? "";
  const response = await r.call("POST", new URL(url).pathname, {
    key: null,
    headers: { ...form, origin: "https://mail.provider.example" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(response.status).toBe(200);
  expect(response.headers.get("set-cookie")).toBeNull();
  expect(await status(r)).toEqual(["unsubscribed"]);

  await announced(r);
  await r.drain();
  expect(await r.messages("a@customer.example")).toHaveLength(2);
});

test("an unsubscription can be taken back, and pressed twice", async () => {
  const r = await registry();
  await follower(r, "a@customer.example");
  await announced(r);
  const unsubscribe = await link(r, "a@customer.example", "unsubscribe");
  await post(r, unsubscribe);
  expect((await post(r, unsubscribe)).status).toBe(200);
  expect(await status(r)).toEqual(["unsubscribed"]);
  expect((await post(r, unsubscribe, { undo: "1" })).status).toBe(200);
  expect(await status(r)).toEqual(["active"]);
});

test("preferences set the language and the products of the mails", async () => {
  const r = await registry();
  await r.organisation({
    products: [
      { key: "app", name: "App" },
      { key: "api", name: "API" },
    ],
  });
  await follower(r, "a@customer.example");
  await announced(r);
  const preferences = await link(r, "a@customer.example", "preferences");
  const saved = await post(r, preferences, { locale: "fr", products: "api" });
  expect(await saved.text()).toContain('lang="fr"');
  expect((await r.db.select().from(subscribers))[0]).toMatchObject({ locale: "fr", products: ["api"] });

  const count = (await r.messages("a@customer.example")).length;
  const body = (products: string[]) => ({ body: vendor({}, { products }) });
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, body(["app"]));
  await r.drain();
  expect(await r.messages("a@customer.example")).toHaveLength(count);
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, body(["api"]));
  await r.drain();
  expect((await r.messages("a@customer.example")).at(-1)?.text).toContain("Bonjour");
});

test("the preferences of somebody who has left say so, and lead back", async () => {
  const r = await registry();
  await follower(r, "a@customer.example");
  await announced(r);
  const preferences = await link(r, "a@customer.example", "preferences");
  const leave = await link(r, "a@customer.example", "unsubscribe");
  const page = async () => (await r.get(preferences, { key: null })).text();
  expect(await page()).not.toContain("will no longer write to you");

  await post(r, leave);
  const left = await page();
  expect(left).toContain("will no longer write to you");
  expect(left).not.toContain("What is sent to");
  expect(left).not.toContain("Stop all messages");
  expect(left).toMatch(new RegExp(`Did that by mistake\\? <a href="${leave}">Undo</a>`));
});

test("an address gets one confirmation in ten minutes and three in a day", async () => {
  const r = await registry();
  const counts = [];
  for (const minutes of [0, 5, 6, 15, 15, 24 * 60]) {
    r.passHours(minutes / 60);
    await subscribe(r, "a@customer.example");
    await r.drain();
    counts.push((await r.messages("a@customer.example")).length);
  }
  expect(counts).toEqual([1, 1, 2, 3, 3, 4]);
});

test("one visitor can have no more than thirty addresses written to in an hour", async () => {
  const r = await registry();
  for (let index = 0; index < 32; index += 1) await subscribe(r, `a${index}@customer.example`);
  await r.drain();
  expect(await r.messages()).toHaveLength(30);
  r.passHours(1.01);
  await subscribe(r, "late@customer.example");
  await r.drain();
  expect(await r.messages("late@customer.example")).toHaveLength(1);
});

test("plus tags are one mailbox for the limits, and of Gmail its dots and its other name", async () => {
  const r = await registry();
  const same = [
    ["ada@customer.example", "Ada+list@customer.example", "ada+2+3@customer.example"],
    ["ada.love.lace@gmail.com", "adalovelace@googlemail.com", "a.dalovelace+x@Gmail.com"],
  ];
  const others = ["a.da@customer.example", "grace.hopper@gmail.com", "+@customer.example", "+list@customer.example"];
  for (const email of [...same.flat(), ...others]) {
    expect((await subscribe(r, email)).status, email).toBe(202);
    r.passHours(0.001);
  }
  await r.drain();
  const written = (await r.messages()).map(({ to }) => to[0] ?? "");
  expect(written.toSorted()).toEqual([...same.map(([first = ""]) => first), ...others].toSorted());
});

test("who somebody is stays the address as typed: tags and dots make others of them", async () => {
  const r = await registry();
  const people = ["ada@gmail.com", "a.da@gmail.com", "ada+list@gmail.com"];
  for (const email of people) {
    await follower(r, email);
    r.passHours(1);
  }
  const rows = await r.db.select().from(subscribers).orderBy(subscribers.createdAt);
  expect(rows.map(({ email, status }) => ({ email, status }))).toEqual(
    people.map((email) => ({ email, status: "active" })),
  );
  expect(new Set(rows.map(({ emailHash }) => emailHash)).size).toBe(3);
});

/** Signs up somebody at each of these domains in turn, every one from another visitor. */
async function fromEverywhere(r: Registry, people: number, domain: (index: number) => string) {
  for (let index = 0; index < people; index += 1) {
    await takeSignup(r.deps, {
      email: `a${index}@${domain(index)}`,
      locale: "en",
      products: [],
      ip: `198.51.100.${index}`,
    });
  }
  await r.drain();
  return r.messages();
}

test("a domain whose mail is one company's has no more than forty of its addresses written to in an hour", async () => {
  const r = await registry();
  expect(await fromEverywhere(r, 45, () => "victim.example")).toHaveLength(40);
  expect(await fromEverywhere(r, 45, (index) => `company-${index}.example`)).toHaveLength(85);
});

test("a provider of mailboxes to the public is no such domain", async () => {
  expect(await fromEverywhere(await registry(), 45, () => "gmail.com")).toHaveLength(45);
});

test("a visitor is counted by their address, however proxies write it: IPv6 by its /64, rubbish as unknown", () => {
  const counted: [string, string | null][] = [
    ["203.0.113.7:4711", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::FFFF:cb00:7107", "203.0.113.7"],
    ["[::ffff:203.0.113.7]:443", "203.0.113.7"],
    ["2001:db8:0:1::1", "2001:db8:0:1::/64"],
    ["2001:DB8::1:ffff:0:0:9", "2001:db8:0:1::/64"],
    ["[2001:0db8:0000:0001:0:0:0:1]:65535", "2001:db8:0:1::/64"],
    ["2001:db8:0:1:2:3:4:5%eth0", "2001:db8:0:1::/64"],
    ["::1", "0:0:0:0::/64"],
    ["1::", "1:0:0:0::/64"],
    ["256.0.0.1", null],
    ["1.2.3", null],
    ["2001:db8:::1", null],
    ["1:2:3:4:5:6:7", null],
    ["unknown", null],
    ["_hidden", null],
    ["", null],
    ["203.0.113.7, 198.51.100.1", null],
    ["]/@x", null],
    [`${"0:".repeat(100_000)}1`, null],
  ];
  for (const [ip, network] of counted) expect(networkOf(ip), ip.slice(0, 50)).toBe(network);
});

test("the first gate knows a visitor by the same, before anything is written", async () => {
  const r = await registry();
  const asked: string[] = [];
  const gate = async (key: string) => asked.push(key) === 0;
  for (const ip of ["203.0.113.7:4711", "2001:db8:0:1::1", "2001:db8:0:1::2", "rubbish", null]) {
    const app = createApp(() => ({ deps: r.deps, ip, gate }));
    const body = JSON.stringify({ email: "a@customer.example" });
    const headers = { "content-type": "application/json" };
    const response = await app.request("/subscribe", { method: "POST", headers, body });
    expect(response.status).toBe(429);
  }
  expect(asked).toEqual(["203.0.113.7", "2001:db8:0:1::/64", "2001:db8:0:1::/64", "unknown", "unknown"]);
  expect(await r.db.select().from(signups)).toEqual([]);
});

test("visitors nobody can tell apart have the limit of one", async () => {
  const r = await registry();
  for (let index = 0; index < 32; index += 1) {
    const ip = index % 2 === 0 ? null : `rubbish-${index}`;
    await takeSignup(r.deps, { email: `a@company-${index}.example`, locale: "en", products: [], ip });
  }
  await r.drain();
  expect(await r.messages()).toHaveLength(30);
});

test("no IP address is stored, only a keyed hash, and that for a day", async () => {
  const r = await registry();
  await subscribe(r, "a@customer.example");
  await r.drain();
  const rows = await r.db.select().from(signups);
  expect(JSON.stringify(rows)).not.toContain("203.0.113.7");
  expect(rows).toMatchObject([{ email: null, ipHash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  r.passHours(24.1);
  await forgetExpired(r.deps);
  expect(await r.db.select().from(signups)).toEqual([]);
});

test("a program that fills in the hidden field is answered like a person, and nothing happens", async () => {
  const r = await registry();
  const person = await post(r, "/subscribe", { email: "a@customer.example" });
  const program = await post(r, "/subscribe", { email: "b@customer.example", website: "https://spam.example" });
  expect([program.status, await program.text()]).toEqual([person.status, await person.text()]);
  await r.drain();
  expect(await r.messages("b@customer.example")).toEqual([]);
});

test("an address that is none is refused, in the form's own page and as a problem", async () => {
  const r = await registry();
  const page = await post(r, "/subscribe", { email: '"><script>alert(1)</script>' });
  expect(page.status).toBe(422);
  expect(await page.text()).not.toContain("<script>");
  const json = await subscribe(r, "nobody");
  expect(json.status).toBe(422);
  expect(await json.json()).toMatchObject({ errors: [{ pointer: "/email" }] });
  const product = await subscribe(r, "a@customer.example", { products: ["none"] });
  expect(await product.json()).toMatchObject({ errors: [{ pointer: "/products/0" }] });
});

test("a link that was altered, or made for another purpose, is unknown", async () => {
  const r = await registry();
  await follower(r, "a@customer.example");
  await announced(r);
  const unsubscribe = await link(r, "a@customer.example", "unsubscribe");
  const token = unsubscribe.split("/").at(-1) ?? "";
  const altered = `${token.startsWith("A") ? "B" : "A"}${token.slice(1)}`;
  for (const path of [`/unsubscribe/${altered}`, `/confirm/${token}`, "/unsubscribe/x", `/preferences/${token}A`]) {
    expect((await post(r, path)).status, path).toBe(404);
  }
  expect(await status(r)).toEqual(["active"]);
});

test("the confirmation mail carries nothing the visitor typed", async () => {
  const r = await registry();
  await r.organisation({ products: [{ key: "app", name: "Very particular product" }] });
  await subscribe(r, "call-me-now@customer.example", { products: ["app"] });
  await r.drain();
  const [mail] = await r.messages("call-me-now@customer.example");
  expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(/call-me-now|particular/);
});

test("no address, token or key is ever logged", async () => {
  const r = await registry();
  await follower(r, "a@customer.example");
  await announced(r);
  await r.drain();
  expect(r.logged.length).toBeGreaterThan(0);
  expect(JSON.stringify(r.logged)).not.toMatch(/@|spr_|confirm\/|unsubscribe\//);
});

describe("a contact who leaves", () => {
  const contact = { email: "ada@a.example", name: "Ada", locale: "en" };

  /** A registry with customer "a" whose only contact, Ada, has a notice; gives her link to leave. */
  async function told(...others: string[]) {
    const r = await registry();
    await r.organisation({ privacyEmail: "privacy@acme.example" });
    const contacts = [contact, ...others.map((email) => ({ email }))];
    await r.json("PUT", "/v1/customers/a", 201, { body: { name: "Globex <AG>", contacts } });
    await announced(r);
    return { r, leave: await link(r, contact.email, "unsubscribe") };
  }

  const customer = (r: Registry) => r.json("GET", "/v1/customers/a", 200);
  const unreachable = (r: Registry) => r.rows("select about from notices where kind = 'unreachable'");

  test("ends it with one click, is asked whom to tell instead, and the organisation is told that nobody is left", async () => {
    const { r, leave } = await told();

    const page = await post(r, leave, { "List-Unsubscribe": "One-Click" });

    expect([page.status, page.redirected]).toEqual([200, false]);
    const html = await page.text();
    expect(html).toContain("Globex &lt;AG&gt;");
    expect(html).toMatch(/<label for="email">[^<]+<\/label><input id="email" name="email" type="email"/);
    expect(await customer(r)).toMatchObject({ reachable: false, contacts: [{ status: "unsubscribed" }] });
    expect(await unreachable(r)).toEqual([{ about: { customers: ["a"] } }]);
    expect(await (await r.get(leave, { key: null })).text()).toContain('name="email"');
  });

  const tellings = (r: Registry) =>
    r.rows(
      "select kind, about from notices where kind like 'contact-%' or kind = 'unreachable' order by created_at, kind",
    );

  test("is told of to the organisation, once for each customer: that they left, or that nobody is left", async () => {
    const { r, leave } = await told("bob@a.example");
    await r.json("PUT", "/v1/customers/b", 201, { body: { name: "Initech", contacts: [contact] } });
    const [{ id } = {}] = await r.rows(`select id from subscribers where email = '${contact.email}'`);

    for (let press = 0; press < 2; press += 1) await post(r, leave);

    expect(await tellings(r)).toEqual([
      { kind: "contact-left", about: { customers: ["a"], subscriber: id } },
      { kind: "unreachable", about: { customers: ["b"] } },
    ]);
    await r.drain();
    const mail = (await r.messages("privacy@acme.example")).find(({ subject }) => subject.includes("has left"));
    expect(mail?.text).toContain(`https://registry.example/console/customers/people/${id}`);
    expect(mail?.text).toContain("- Globex <AG> (a)\n");
    expect(`${mail?.text}${mail?.html}`).not.toContain(contact.email);
  });

  test("is told of to the organisation when whom they named takes their place", async () => {
    const { r, leave } = await told("bob@a.example");
    await post(r, leave, { email: "eve@a.example", name: "Eve" });
    const confirm = await link(r, "eve@a.example", "confirm");
    const [{ ada } = {}] = await r.rows(`select id as ada from subscribers where email = '${contact.email}'`);
    const hasLeft = { kind: "contact-left", about: { customers: ["a"], subscriber: ada } };
    expect(await tellings(r)).toEqual([hasLeft]);

    for (let press = 0; press < 2; press += 1) await post(r, confirm);

    const [{ id } = {}] = await r.rows("select id from subscribers where email = 'eve@a.example'");
    const isReplaced = { kind: "contact-replaced", about: { customers: ["a"], subscriber: id } };
    expect(await tellings(r)).toEqual([hasLeft, isReplaced]);
    await r.drain();
    const mail = (await r.messages("privacy@acme.example")).at(-1);
    expect(mail?.subject).toBe("Acme: a customer has a new contact");
    expect(mail?.text).toContain(`/console/customers/people/${id}`);
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/eve@|\bEve\b/);
  });

  test("leaves the customer reachable while another contact is there, and undoing it makes them one again", async () => {
    const { r, leave } = await told("bob@a.example");

    await post(r, leave);
    expect(await customer(r)).toMatchObject({ reachable: true });
    expect(await unreachable(r)).toEqual([]);
    await post(r, leave, { undo: "1" });
    expect((await customer(r)).contacts).toMatchObject([{ email: contact.email, status: "active" }, {}]);
  });

  test("names somebody, who is asked by a mail that says by whom and for whom and nothing that was typed, and is a contact once they press the button", async () => {
    const { r, leave } = await told();
    await post(r, leave);
    const answer = await post(r, leave, { email: "Eve@a.example", name: "Eve Very Particular" });
    expect(answer.status).toBe(200);
    const confirm = await link(r, "Eve@a.example", "confirm");
    const [mail] = await r.messages("Eve@a.example");
    expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(/Particular/);
    expect(mail?.text.replace(/\s+/g, " ")).toContain(
      `${contact.email} has named this address to be told, on behalf of Globex <AG>`,
    );
    expect((await customer(r)).contacts).toHaveLength(1);

    const ask = await r.get(confirm, { key: null });
    expect(await ask.text()).toContain("on behalf of Globex &lt;AG&gt;");
    expect((await customer(r)).contacts).toHaveLength(1);
    for (let press = 0; press < 2; press += 1) expect((await post(r, confirm)).status).toBe(200);

    expect(await customer(r)).toMatchObject({
      reachable: true,
      unreachableSince: null,
      contacts: [
        { status: "unsubscribed" },
        { email: "Eve@a.example", name: "Eve Very Particular", status: "active", follower: false },
      ],
    });
    const actions = await r.rows("select action from audit_log where action like 'contact.%' order by sequence");
    expect(actions.map(({ action }) => action)).toEqual(["contact.proposed", "contact.confirmed"]);
  });

  test("may name a follower, who stands for nobody until they confirm it, and goes on following", async () => {
    const { r, leave } = await told();
    await r.follower("fay@a.example", { locale: "fr" });
    await post(r, leave, { email: "fay@a.example" });
    const confirm = await link(r, "fay@a.example", "confirm");
    expect((await customer(r)).contacts).toHaveLength(1);

    await post(r, confirm);

    const { contacts } = await customer(r);
    expect(contacts[1]).toMatchObject({ email: "fay@a.example", follower: true, locale: "fr", status: "active" });
  });

  test("gets the same answer for an address that is known and one that is not, and a form again for none", async () => {
    const { r, leave } = await told("bob@a.example");
    await post(r, leave);
    const answers = [];
    for (const email of ["bob@a.example", "new@a.example", contact.email]) {
      const response = await post(r, leave, { email });
      answers.push(`${response.status} ${await response.text()}`);
    }
    expect(new Set(answers).size).toBe(1);
    const wrong = await post(r, leave, { email: '"><script>', name: "<b>" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).not.toMatch(/<script>|value="<b>/);
  });

  test("cannot have more people written to than the form can", async () => {
    const { r, leave } = await told();
    for (let press = 0; press < 3; press += 1) await post(r, leave, { email: "victim@b.example" });
    for (let index = 0; index < 32; index += 1) await post(r, leave, { email: `v${index}@b.example` });
    await r.drain();
    expect(await r.messages("victim@b.example")).toHaveLength(1);
    expect((await r.messages()).filter(({ to }) => to[0]?.endsWith("@b.example"))).toHaveLength(30);
  });

  test("has named nobody once the customer is gone, or after seven days", async () => {
    const { r, leave } = await told();
    await post(r, leave, { email: "eve@a.example" });
    const confirm = await link(r, "eve@a.example", "confirm");
    r.passHours(7 * 24 + 1);
    await forgetExpired(r.deps);
    expect((await post(r, confirm)).status).toBe(404);
    expect(await r.rows("select * from proposed_contacts")).toEqual([]);

    await post(r, leave, { email: "late@a.example" });
    await r.json("DELETE", "/v1/customers/a", 204);
    await r.drain();
    expect(await r.messages("late@a.example")).toEqual([]);
  });

  test("is asked nothing when they only follow, and may not name anybody", async () => {
    const r = await registry();
    await follower(r, "a@customer.example");
    await announced(r);
    const leave = await link(r, "a@customer.example", "unsubscribe");

    const page = await post(r, leave, { email: "victim@b.example" });

    expect(await page.text()).not.toContain('name="email"');
    expect(await status(r)).toEqual(["unsubscribed"]);
    expect(await r.rows("select replaces from signups where replaces is not null")).toEqual([]);
  });
});

describe("a contact who types their address into the form", () => {
  const contact = async () => {
    const r = await registry();
    await r.json("PUT", "/v1/customers/a", 201, { body: { name: "A", contacts: [{ email: "ada@a.example" }] } });
    await subscribe(r, "ada@a.example", { locale: "fr" });
    await r.drain();
    return { r, confirmation: await link(r, "ada@a.example", "confirm") };
  };
  const ada = async (r: Registry) => (await r.db.select().from(subscribers))[0];

  test("follows once they confirm, keeps their language, and is still told when they are a contact no more", async () => {
    const { r, confirmation } = await contact();
    expect(await ada(r)).toMatchObject({ status: "active", locale: "en", confirmedAt: null });

    const asked = await r.call("GET", confirmation, { key: null });
    expect(await asked.text()).toContain("<button");
    await post(r, confirmation);
    await r.json("DELETE", "/v1/customers/a", 204);

    expect(await ada(r)).toMatchObject({ status: "active", locale: "en", confirmedAt: expect.any(Date) });
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, { body: vendor() });
    await r.drain();
    expect(await r.messages("ada@a.example")).toHaveLength(2);
  });

  test("stays a contact, told once of each change, when they do not", async () => {
    const { r } = await contact();
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, { body: vendor() });
    await r.passHours(8 * 24);
    await r.drain();
    expect(await r.messages("ada@a.example")).toHaveLength(2);
    expect(await ada(r)).toMatchObject({ status: "active", confirmedAt: null });
  });

  test("is told that they follow already, once they do", async () => {
    const { r, confirmation } = await contact();
    await post(r, confirmation);
    r.passHours(1);
    await subscribe(r, "ada@a.example", { locale: "fr" });
    await r.drain();
    expect(
      await r.rows("select kind from notices where kind in ('confirmation', 'already-following') order by created_at"),
    ).toEqual([{ kind: "confirmation" }, { kind: "already-following" }]);
  });
});

test("whoever has agreed to be a contact follows nothing by pressing the button again", async () => {
  const r = await registry();
  await r.json("PUT", "/v1/customers/a", 201, { body: { name: "A", contacts: [{ email: "ada@a.example" }] } });
  await announced(r);
  await post(r, await link(r, "ada@a.example", "unsubscribe"));
  await post(r, await link(r, "ada@a.example", "unsubscribe"), { email: "bob@a.example" });
  await r.drain();
  const confirmation = await link(r, "bob@a.example", "confirm");
  await post(r, confirmation);
  await post(r, confirmation);
  expect((await r.db.select().from(subscribers)).find(({ email }) => email === "bob@a.example")).toMatchObject({
    status: "active",
    confirmedAt: null,
  });
});

test("a request is not lost to whoever names the same address at the same moment", async () => {
  const r = await registry();
  await subscribe(r, "ada@a.example");
  const [named, settled] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const other = writeRegistry(r.deps, "system", async ({ db }) => {
    await db.execute(sql`insert into subscribers (email, email_key, email_hash, locale, status, created_at)
      values ('ada@a.example', 'ada@a.example', ${hashEmail(r.deps.config.tokenSecret, "ada@a.example")}, 'en', 'active', now())`);
    named.resolve();
    await settled.promise;
  });
  await named.promise;
  expect(await settleSignups(r.deps, 20)).toBe(false);
  settled.resolve();
  await other;
  await r.drain();
  expect(await r.messages("ada@a.example")).toHaveLength(1);
});
