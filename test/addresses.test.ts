import { describe, expect, test } from "vitest";
import { mailboxOf } from "../src/model/people/mailbox.ts";
import { asciiEmail, emailKey, mailto } from "../src/model/values/email.ts";
import { hashEmail } from "../src/model/values/hash.ts";
import { Email } from "../src/model/values/text.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";
import { signed } from "./setup/webhook.ts";

const label63 = "a".repeat(63);

describe("an address that exists is taken as it was typed", () => {
  test.each([
    ["dpo@münchen.example", "dpo@xn--mnchen-3ya.example"],
    ["DPO@MÜNCHEN.example", "DPO@xn--mnchen-3ya.example"],
    ["dpo@xn--mnchen-3ya.example", "dpo@xn--mnchen-3ya.example"],
    ["a@президент.рф", "a@xn--d1abbgf6aiiy.xn--p1ai"],
    ["a@b.xn--p1ai", "a@b.xn--p1ai"],
    ["a@例え.テスト", "a@xn--r8jz45g.xn--zckzah"],
    ["a@faß.example", "a@xn--fa-hia.example"],
    ["a&b@example.com", "a&b@example.com"],
    ["!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com"],
    ["first.last+tag@sub.example.co.uk", "first.last+tag@sub.example.co.uk"],
    [`${"a".repeat(64)}@${label63}.${label63}.example`, `${"a".repeat(64)}@${label63}.${label63}.example`],
  ])("%s", (typed, ascii) => {
    expect(Email.parse(typed)).toBe(typed);
    expect(asciiEmail(typed)).toBe(ascii);
  });
});

describe("what is no address is refused", () => {
  test.each([
    "",
    "a",
    "@b.example",
    "a@",
    "a@b",
    "a@b@c.example",
    "a b@c.example",
    "a@b c.example",
    "a@b.example\r\nBcc: everyone@victim.example",
    "a\0@b.example",
    "a@b\u0000.example",
    ".a@b.example",
    "a.@b.example",
    "a..b@c.example",
    "a@.example",
    "a@b..example",
    "a@b.example.",
    "a@-b.example",
    "a@b-.example",
    "a@b_c.example",
    "a@127.0.0.1",
    "a@1.2",
    "a@0x7f.1",
    "a@[127.0.0.1]",
    '"a b"@c.example',
    "a <a@b.example>",
    "a,b@c.example",
    "a(b)@c.example",
    "a@b.c",
    "a@b.4th",
    "a@münchen\u200b.example",
    "a@mün\u00adchen.example",
    "a@mün\u202echen.example",
    "a@b\u2024example",
    "a@b/c.example",
    "a@b?c.example",
    "a@b%2ec.example",
    `${"a".repeat(65)}@b.example`,
    `a@${"a".repeat(64)}.example`,
    `a@${"ü".repeat(60)}.${"ü".repeat(60)}.${"ü".repeat(60)}.${"ü".repeat(60)}.example`,
    `a@${"a.".repeat(130)}example`,
  ])("%j", (typed) => {
    expect(Email.safeParse(typed).success).toBe(false);
  });

  test.each(["müller@b.example", "用户@例え.テスト", "müller+tag@b.example"])("%s, by what is missing", (typed) => {
    expect(Email.safeParse(typed).error?.issues[0]?.message).toMatch(/only ASCII letters before the @.*SMTPUTF8/);
  });
});

test("both forms of a domain are one address, whatever compares it", () => {
  const forms = [
    "dpo@münchen.example",
    "DPO@MÜNCHEN.EXAMPLE",
    "dpo@mu\u0308nchen.example",
    "dpo@XN--MNCHEN-3YA.example",
  ];
  for (const compared of [emailKey, mailboxOf, (email: string) => hashEmail("secret", email)])
    expect(new Set(forms.map(compared)).size).toBe(1);
});

test("a link writes to the domain in ASCII, and nothing in a name ends the address", () => {
  expect(mailto("dpo@münchen.example")).toBe("mailto:dpo@xn--mnchen-3ya.example");
  expect(mailto("a&b?c#d@example.com")).toBe("mailto:a%26b%3Fc%23d@example.com");
});

const typed = "dpo@münchen.example";
const ascii = "dpo@xn--mnchen-3ya.example";

const announce = (r: Registry) =>
  r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, { body: vendor() });

test("a follower of such an address is shown it as typed, written to in ASCII, and is one person by both forms", async () => {
  const r = await registry();
  await r.json("POST", "/subscribe", 202, { body: { email: typed } });
  await r.drain();
  const [asked] = await r.messages(ascii);
  const confirm = /\/confirm\/[\w-]+/.exec(asked?.text ?? "")?.[0] ?? "";
  await r.call("POST", confirm);
  await r.json("POST", "/v1/subscribers", 409, { body: { email: ascii } });
  const { data } = await r.json("GET", "/v1/subscribers", 200);
  expect(data).toMatchObject([{ email: typed, status: "active" }]);
  await announce(r);
  await r.drain();
  expect((await r.messages()).map(({ to }) => to)).toEqual([[ascii], [ascii]]);
});

test("a contact of such an address is the same by call and by CSV in either form, found by both, and goes back as typed", async () => {
  const r = await registry();
  const body = { name: "Munich", contacts: [{ email: typed }] };
  await r.json("PUT", "/v1/customers/munich", 201, { body });
  const twice = await r.call("PUT", "/v1/customers/munich", {
    body: { ...body, contacts: [{ email: typed }, { email: ascii }] },
  });
  expect(twice.status).toBe(422);
  const csv = (email: string) => ({
    headers: { "content-type": "text/csv" },
    body: `externalId,name,email\nmunich,Munich,${email}\n`,
  });
  for (const email of [typed, ascii])
    expect(await r.json("POST", "/v1/customers/import", 200, csv(email))).toMatchObject({
      unchanged: 1,
      contactsRemoved: 0,
    });
  const file = await r.get("/v1/customers", { headers: { accept: "text/csv" } });
  expect(await file.text()).toContain(`,${typed},`);
  for (const q of ["MÜNCHEN", "xn--mnchen"]) {
    const { data } = await r.json("GET", `/v1/customers?q=${encodeURIComponent(q)}`, 200);
    expect(data).toMatchObject([{ contacts: [{ email: typed }] }]);
  }
});

test.each([typed, ascii])("the provider's report of %s finds and suppresses the person", async (to) => {
  const r = await registry();
  await r.follower(typed);
  await announce(r);
  await r.drain();
  const [mail] = await r.messages(ascii);
  const tags = Object.fromEntries(mail?.tags.map(({ name, value }) => [name, value]) ?? []);
  const data = { email_id: "another", to: [to], tags, bounce: { type: "Permanent", message: "No such mailbox" } };
  const event = JSON.stringify({ type: "email.bounced", created_at: r.deps.clock.now().toISOString(), data });
  const report = await r.call("POST", "/hooks/resend", {
    key: null,
    headers: signed(event),
    body: event,
  });
  expect(report.status).toBe(200);
  const { data: suppressed } = await r.json("GET", "/v1/suppressions", 200);
  expect(suppressed).toMatchObject([{ email: typed, reason: "bounced" }]);
});

test("the organisation's own address is shown as typed, answered and written to in ASCII", async () => {
  const r = await registry();
  await r.organisation({ privacyEmail: "datenschutz@köln.example" });
  await r.follower("a@customer.example");
  await announce(r);
  await r.drain();
  const [mail] = await r.messages("a@customer.example");
  expect(mail?.headers["Reply-To"]).toBe("datenschutz@xn--kln-sna.example");
  expect(mail?.text).toContain("datenschutz@köln.example");
  expect(mail?.html).toContain('<a href="mailto:datenschutz@xn--kln-sna.example"');
  const page = await (await r.get("/", { key: null })).text();
  expect(page).toContain('<a href="mailto:datenschutz@xn--kln-sna.example">datenschutz@köln.example</a>');
});

test("whoever is erased is taken out of what was answered, in either form of the address", async () => {
  const r = await registry();
  const { id } = await r.follower(typed);
  await announce(r);
  await r.drain();
  const [mail] = await r.messages(ascii);
  const link = /\/respond\/[\w-]+/.exec(mail?.text ?? "")?.[0] ?? "";
  const body = new URLSearchParams({ kind: "asked", text: `Write to DPO@München.example, or ${ascii}.` }).toString();
  const form = { key: null, headers: { "content-type": "application/x-www-form-urlencoded" }, body };
  expect((await r.call("POST", link, form)).status).toBe(200);
  await r.drain();
  await r.json("DELETE", `/v1/subscribers/${id}`, 204);
  const { data } = await r.json("GET", "/v1/responses", 200);
  expect(data).toMatchObject([{ text: "Write to [erased], or [erased]." }]);
  const kept = JSON.stringify([
    await r.rows("select text, html from mails"),
    await r.rows("select * from deliveries"),
    await r.rows("select * from idempotency_keys"),
  ]);
  expect(kept).not.toMatch(/dpo@/i);
});
