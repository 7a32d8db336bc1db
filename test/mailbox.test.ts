import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resend } from "resend";
import { afterEach, expect, test } from "vitest";
import { greeting } from "../src/local/greeting.ts";
import type { Message } from "../src/local/mailbox/mail.ts";
import { type MailboxOptions, startMailbox } from "../src/local/mailbox/server.ts";

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A running mailbox, a real SDK client of it, and a clock that moves when told. */
async function mailbox(options: Partial<MailboxOptions> = {}) {
  const clock = { now: new Date("2026-11-21T09:00:00Z") };
  const { url, close } = await startMailbox({ port: 0, now: () => clock.now, ...options });
  let running = true;
  const stop = async () => {
    if (running) await close();
    running = false;
  };
  cleanups.push(stop);
  return {
    url,
    clock,
    stop,
    resend: new Resend("re_test", { baseUrl: url }),
    messages: async (query = "") =>
      ((await (await fetch(`${url}/api/messages${query}`)).json()) as { data: Message[] }).data,
    page: async (path: string) => (await fetch(url + path)).text(),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      fetch(url + path, {
        method: "POST",
        headers: { authorization: "Bearer re_test", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
  };
}

async function dataFolder() {
  const folder = await mkdtemp(join(tmpdir(), "mailbox-"));
  cleanups.push(() => rm(folder, { recursive: true }));
  return folder;
}

const mail = (fields: Partial<{ to: string; subject: string; html: string; text: string }> = {}) => ({
  from: "Acme privacy <privacy@acme.example>",
  to: "grace@example.com",
  subject: "Zendesk will be added",
  text: "From 2027-01-05.",
  ...fields,
});

test("a mail sent with the Resend SDK is received as it was sent", async () => {
  const { resend, messages } = await mailbox();

  const { data, error, headers } = await resend.emails.send(
    {
      ...mail({ html: "<p>From 2027-01-05.</p>" }),
      to: ["Grace Hopper <grace@example.com>", "ada@example.com"],
      replyTo: "privacy@acme.example",
      headers: { "List-Id": "<registry.acme.example>" },
      tags: [{ name: "notice", value: "n-1" }],
    },
    { idempotencyKey: "batch-1" },
  );

  expect(error).toBeNull();
  expect(headers).toMatchObject({ "ratelimit-limit": "1000", "ratelimit-remaining": "999", "ratelimit-reset": "1" });
  expect(await messages()).toEqual([
    {
      id: data?.id,
      from: "Acme privacy <privacy@acme.example>",
      to: ["Grace Hopper <grace@example.com>", "ada@example.com"],
      subject: "Zendesk will be added",
      text: "From 2027-01-05.",
      html: "<p>From 2027-01-05.</p>",
      headers: { "List-Id": "<registry.acme.example>", "Reply-To": "privacy@acme.example" },
      tags: [{ name: "notice", value: "n-1" }],
      idempotencyKey: "batch-1",
      receivedAt: "2026-11-21T09:00:00.000Z",
    },
  ]);
});

test("a batch is received in its order, an id for each mail", async () => {
  const { resend, messages } = await mailbox();
  const { data } = await resend.batch.send([mail({ to: "a@example.com" }), mail({ to: "b@example.com" })]);
  const received = await messages();
  expect(received.map(({ to }) => to)).toEqual([["a@example.com"], ["b@example.com"]]);
  expect(data).toEqual({ data: received.map(({ id }) => ({ id })) });
});

test("a strict batch with one bad address is refused whole", async () => {
  const { resend, messages } = await mailbox();
  const { error } = await resend.batch.send([mail(), mail({ to: "nobody" })]);
  expect(error).toMatchObject({ statusCode: 422, name: "validation_error" });
  expect(error?.message).toContain("Invalid `to` field");
  expect(await messages()).toEqual([]);
});

test("a permissive batch with one bad address accepts the others, and names the bad one", async () => {
  const { resend, messages } = await mailbox();
  const batch = [mail({ to: "a@example.com" }), mail({ to: "not an address" }), mail({ to: "c@example.com" })];
  const { data } = await resend.batch.send(batch, { batchValidation: "permissive" });
  expect(data?.data).toHaveLength(2);
  expect(data?.errors).toEqual([{ index: 1, message: expect.stringContaining("Invalid `to` field") }]);
  expect((await messages()).map(({ to }) => to[0])).toEqual(["a@example.com", "c@example.com"]);
});

test("a batch takes a hundred mails, and not one more", async () => {
  const { resend, messages } = await mailbox();
  const hundred = Array.from({ length: 100 }, (_, i) => mail({ to: `r${i}@example.com` }));
  expect((await resend.batch.send(hundred)).data?.data).toHaveLength(100);
  const refused = await resend.batch.send([...hundred, mail()], { batchValidation: "permissive" });
  expect(refused.error).toMatchObject({ statusCode: 422, name: "validation_error" });
  expect(await messages()).toHaveLength(100);
});

test.each([
  ["no recipient", { to: undefined }, "missing_required_field"],
  ["no subject", { subject: "" }, "missing_required_field"],
  ["neither HTML nor text", { text: undefined }, "missing_required_field"],
  ["a sender that is not an address", { from: "Acme" }, "validation_error"],
  ["more than 50 recipients", { to: Array(51).fill("a@example.com") }, "validation_error"],
  ["a subject of two lines", { subject: "Hello\r\nBcc: all@example.com" }, "validation_error"],
  ["a header of two lines", { headers: { "X-A": "1\r\nBcc: all@example.com" } }, "validation_error"],
  ["a tag with a space", { tags: [{ name: "notice", value: "a b" }] }, "validation_error"],
  ["an attachment", { attachments: [{ filename: "a.txt", content: "YQ==" }] }, "validation_error"],
])("a mail with %s is refused", async (_, fields, name) => {
  const { post, messages } = await mailbox();
  const alone = await post("/emails", { ...mail(), ...fields });
  const inBatch = await post("/emails/batch", [{ ...mail(), ...fields }]);
  expect([alone.status, inBatch.status]).toEqual([422, 422]);
  expect(await alone.json()).toEqual({ statusCode: 422, name, message: expect.any(String) });
  expect(await messages()).toEqual([]);
});

test("the same key and body get the same answer, and one mail", async () => {
  const { resend, messages } = await mailbox();
  const first = await resend.emails.send(mail(), { idempotencyKey: "k" });
  const again = await resend.emails.send(mail(), { idempotencyKey: "k" });
  expect(again.data).toEqual(first.data);
  expect(await messages()).toHaveLength(1);
});

test("the same key with another body is refused", async () => {
  const { resend, messages } = await mailbox();
  await resend.emails.send(mail(), { idempotencyKey: "k" });
  const { error } = await resend.emails.send(mail({ subject: "Other" }), { idempotencyKey: "k" });
  expect(error).toMatchObject({ statusCode: 409, name: "invalid_idempotent_request" });
  expect(await messages()).toHaveLength(1);
});

test("a refused request leaves its key free", async () => {
  const { resend } = await mailbox();
  await resend.emails.send(mail({ to: "nobody" }), { idempotencyKey: "k" });
  expect((await resend.emails.send(mail(), { idempotencyKey: "k" })).error).toBeNull();
});

test("requests under one key at the same time are accepted once; the others wait or get its answer", async () => {
  const { resend, messages } = await mailbox({ dataDir: await dataFolder() });
  const batch = Array.from({ length: 100 }, () => mail({ text: "x".repeat(1000) }));
  const answers = await Promise.all([1, 2, 3, 4].map(() => resend.batch.send(batch, { idempotencyKey: "k" })));
  const accepted = answers.filter(({ error }) => error === null);
  expect(new Set(accepted.map(({ data }) => data?.data[0]?.id)).size).toBe(1);
  for (const { error } of answers) {
    if (error) expect(error).toMatchObject({ statusCode: 409, name: "concurrent_idempotent_requests" });
  }
  expect(await messages()).toHaveLength(100);
});

test("a key is forgotten 24 hours after its answer, by the mailbox's clock", async () => {
  const { resend, clock, messages } = await mailbox();
  await resend.emails.send(mail(), { idempotencyKey: "k" });
  clock.now = new Date("2026-11-22T08:59:59Z");
  await resend.emails.send(mail(), { idempotencyKey: "k" });
  expect(await messages()).toHaveLength(1);
  clock.now = new Date("2026-11-22T09:00:00Z");
  await resend.emails.send(mail(), { idempotencyKey: "k" });
  expect(await messages()).toHaveLength(2);
});

test("a key longer than 256 characters is refused", async () => {
  const { resend } = await mailbox();
  expect((await resend.emails.send(mail(), { idempotencyKey: "k".repeat(256) })).error).toBeNull();
  const { error } = await resend.emails.send(mail(), { idempotencyKey: "k".repeat(257) });
  expect(error).toMatchObject({ statusCode: 400, name: "invalid_idempotency_key" });
});

test("mail and idempotent answers survive a restart, and a line torn by a crash does not matter", async () => {
  const dataDir = await dataFolder();
  const before = await mailbox({ dataDir });
  const first = await before.resend.emails.send(mail(), { idempotencyKey: "k" });
  const received = await before.messages();
  await before.stop();
  await appendFile(join(dataDir, "mailbox.jsonl"), '{"accepted":[{"id":"torn","to":["gra');

  const after = await mailbox({ dataDir });
  expect(await after.messages()).toEqual(received);
  expect((await after.resend.emails.send(mail(), { idempotencyKey: "k" })).data).toEqual(first.data);
  await after.resend.emails.send(mail({ subject: "Second" }));
  await after.stop();

  const last = await mailbox({ dataDir });
  expect((await last.messages()).map(({ subject }) => subject)).toEqual(["Zendesk will be added", "Second"]);
});

test("messages are found by recipient, whatever the case and the name around the address", async () => {
  const { resend, messages } = await mailbox();
  await resend.batch.send([mail({ to: "Grace <Grace@Example.com>" }), mail({ to: "ada@example.com" })]);
  expect((await messages("?to=grace@example.COM")).map(({ to }) => to)).toEqual([["Grace <Grace@Example.com>"]]);
  expect(await messages("?to=race@example.com")).toEqual([]);
});

test.each([
  ["?to=grace", "Invalid `to` field. Invalid input: expected an email address."],
  ["?to=", "Invalid `to` field. Invalid input: expected an email address."],
  ["?too=grace@example.com", "Unknown field `too`."],
])("the messages of %s are refused, not answered as if there were none", async (query, message) => {
  const { url } = await mailbox();
  const response = await fetch(`${url}/api/messages${query}`);
  expect(response.status).toBe(422);
  expect(await response.json()).toEqual({ statusCode: 422, name: "validation_error", message });
});

test("emptying removes the messages and keeps the idempotent answers, across a restart too", async () => {
  const dataDir = await dataFolder();
  const before = await mailbox({ dataDir });
  const first = await before.resend.emails.send(mail(), { idempotencyKey: "k" });
  expect((await fetch(`${before.url}/api/messages`, { method: "DELETE" })).status).toBe(204);
  expect(await before.messages()).toEqual([]);
  await before.stop();

  const after = await mailbox({ dataDir });
  expect((await after.resend.emails.send(mail(), { idempotencyKey: "k" })).data).toEqual(first.data);
  expect(await after.messages()).toEqual([]);
});

test.each([
  ["no API key", "/emails", "{}", { authorization: "" }, 401, "missing_api_key"],
  ["malformed JSON", "/emails", '{"to":', {}, 400, "validation_error"],
  ["a batch that is no list", "/emails/batch", "{}", {}, 422, "validation_error"],
  ["an empty batch", "/emails/batch", "[]", {}, 422, "validation_error"],
  ["an unknown batch validation", "/emails/batch", "[{}]", { "x-batch-validation": "lax" }, 422, "validation_error"],
  ["a mail that is null", "/emails", "null", {}, 422, "validation_error"],
  ["an unknown path", "/domains", "{}", {}, 404, "not_found"],
  ["more than 40 MB", "/emails", " ".repeat(41 * 1024 * 1024), {}, 413, "validation_error"],
])("%s is refused in Resend's words", async (_, path, body, headers, statusCode, name) => {
  const { post } = await mailbox();
  const answer = await post(path, body, headers);
  expect(await answer.json()).toEqual({ statusCode, name, message: expect.any(String) });
  expect(answer.status).toBe(statusCode);
});

test("a method Resend does not know on its paths is refused", async () => {
  const { url } = await mailbox();
  const answer = await fetch(`${url}/emails/batch`, { headers: { authorization: "Bearer re_test" } });
  expect(answer.status).toBe(405);
});

test("an empty mailbox says what will appear", async () => {
  const { page } = await mailbox();
  const list = await page("/");
  expect(list).toContain("<h1>No mail</h1>");
  expect(list).toContain("What the registry sends will appear here");
});

test("the list shows mail newest first, and only that of the recipient asked for", async () => {
  const { resend, page } = await mailbox();
  await resend.batch.send([
    mail({ to: "ada@example.com", subject: "First" }),
    mail({ to: "grace@example.com", subject: "Second" }),
  ]);
  const list = await page("/");
  expect(list).toContain("<h1>2 mails</h1>");
  expect(list.indexOf("Second")).toBeLessThan(list.indexOf("First"));

  const filtered = await page("/?to=ADA");
  expect(filtered).toContain("<h1>1 mail</h1>");
  expect(filtered).not.toContain("Second");
  expect(await page("/?to=%3Cb%3E")).toContain("Nothing for <strong>&lt;b&gt;</strong>");
});

test("a long list is shown a hundred at a time", async () => {
  const { resend, page } = await mailbox();
  await resend.batch.send(Array.from({ length: 100 }, (_, i) => mail({ subject: `Subject ${i}.` })));
  await resend.emails.send(mail({ subject: "The last" }));
  expect(await page("/")).toContain('<a href="/?page=2">');
  const older = await page("/?page=2");
  expect(older).toContain("Subject 0.");
  expect(older).not.toContain("Subject 1.");
});

test("HTML in what was received is text on the pages", async () => {
  const { resend, page } = await mailbox();
  const bold = "<b>Bold</b>";
  const { data } = await resend.emails.send({
    ...mail({ subject: bold, text: `${bold} https://acme.example/respond/t-1?a=1&b=2.` }),
    headers: { "X-Bold": bold },
  });
  const shown = await page(`/messages/${data?.id}`);
  for (const html of [await page("/"), shown]) {
    expect(html).not.toContain(bold);
    expect(html).toContain("&lt;b&gt;Bold&lt;/b&gt;");
  }
  expect(shown).toContain('<a href="https://acme.example/respond/t-1?a=1&amp;b=2" target="_blank"');
});

test("a mail's own HTML is locked in: no scripts, nothing loaded, links to another tab", async () => {
  const { resend, url } = await mailbox();
  const { data } = await resend.emails.send(mail({ html: "<p>Hello</p><script>alert(1)</script>" }));
  const answer = await fetch(`${url}/messages/${data?.id}/html`);
  const policy = answer.headers.get("content-security-policy");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/^sandbox (?!.*(allow-scripts|allow-same-origin))/);
  expect(await answer.text()).toMatch(/^<!doctype html><base target="_blank"><p>Hello/);
});

test("every page forbids scripts and sniffing; a mail that is gone is 404", async () => {
  const { url } = await mailbox();
  for (const [path, status] of [
    ["/", 200],
    ["/messages/gone", 404],
  ] as const) {
    const answer = await fetch(url + path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'self'/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  }
  expect((await fetch(`${url}/messages/gone/html`)).status).toBe(404);
});

test("a port that is taken is named", async () => {
  const { url } = await mailbox();
  const port = Number(new URL(url).port);
  await expect(startMailbox({ port, now: () => new Date() })).rejects.toThrow(
    `The mailbox cannot listen on 127.0.0.1:${port}: the port is taken; set MAILBOX_PORT to a free one.`,
  );
});

test("the mailbox listens on loopback only, and under its own name only", async () => {
  const { url } = await mailbox();
  expect(new URL(url).hostname).toBe("127.0.0.1");
  const status = await new Promise((resolve) => {
    request(url, { headers: { host: "rebound.example" } }, (answer) => resolve(answer.resume().statusCode)).end();
  });
  expect(status).toBe(403);
});

test("who starts it reads the addresses that the README names", async () => {
  const { url } = await mailbox();
  const said = greeting({ publicUrl: "http://localhost:8787", mailboxUrl: url, key: "given", signIn: null });
  expect(said).toContain(`  The mailbox  http://localhost:${new URL(url).port}/\n`);
  expect(said).not.toContain("127.0.0.1");
});
