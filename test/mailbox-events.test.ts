import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Resend, type WebhookEventPayload } from "resend";
import { expect, onTestFinished, test, vi } from "vitest";
import { type MailboxOptions, startMailbox } from "../src/local/mailbox/server.ts";
import { PATIENT } from "./setup/patient.ts";

const secret = `whsec_${Buffer.from("a secret for tests, 32 bytes or so").toString("base64")}`;
const resend = new Resend("re_test");

type Request = { headers: IncomingMessage["headers"]; body: string };

/** An app that keeps the webhooks it got, and answers each as it is told to; `null` answers nothing at all. */
async function app(answer: (request: number) => number | null | Promise<number | null> = () => 200) {
  const requests: Request[] = [];
  const server = createServer(async (request, response) => {
    const position = requests.push({ headers: request.headers, body: await text(request) });
    const status = await answer(position);
    if (status !== null) response.writeHead(status, { location: "/elsewhere" }).end("ignored");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const events = () => requests.map(({ body }) => JSON.parse(body) as WebhookEventPayload);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/resend`, requests, events };
}

async function mailbox(options: Partial<MailboxOptions> = {}) {
  const { url, close } = await startMailbox({ port: 0, now: () => new Date("2027-03-01T09:00:00Z"), ...options });
  let closed: Promise<void> | undefined;
  const stop = () => {
    closed ??= close();
    return closed;
  };
  onTestFinished(stop);
  const client = new Resend("re_test", { baseUrl: url });
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method,
      headers,
      redirect: "manual",
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  return {
    url,
    stop,
    ask,
    client,
    event: (body: unknown) => ask("POST", "/api/events", body),
    send: async (to = "grace@example.com", subject = "Zendesk will be added") => {
      const tags = [
        { name: "notice", value: "n-1" },
        { name: "batch", value: "b-1" },
      ];
      const { data } = await client.emails.send({ from: "Acme <privacy@acme.example>", to, subject, text: "…", tags });
      return data?.id ?? "";
    },
  };
}

const verified = ({ headers, body }: Request) =>
  resend.webhooks.verify({
    payload: body,
    headers: {
      id: String(headers["svix-id"]),
      timestamp: String(headers["svix-timestamp"]),
      signature: String(headers["svix-signature"]),
    },
    webhookSecret: secret,
  });

test("an event arrives as the SDK verifies it, though the mailbox lives in another year", async () => {
  const { url, requests } = await app();
  const { send, event } = await mailbox({ webhook: { url, secret } });
  const id = await send("Grace Hopper <grace@example.com>");

  const answer = await event({ type: "email.bounced", to: "GRACE@example.com", bounce: { type: "Transient" } });

  expect(answer.status).toBe(202);
  const [request] = requests;
  if (!request) throw new Error("nothing arrived");
  expect(await answer.json()).toEqual({ data: [{ id: request.headers["svix-id"], status: 200 }] });
  expect(request.headers["content-type"]).toBe("application/json");
  expect(verified(request)).toEqual({
    type: "email.bounced",
    created_at: "2027-03-01T09:00:00.000Z",
    data: {
      created_at: "2027-03-01T09:00:00.000Z",
      email_id: id,
      message_id: `<${id}@mailbox.localhost>`,
      from: "Acme <privacy@acme.example>",
      to: ["Grace Hopper <grace@example.com>"],
      subject: "Zendesk will be added",
      tags: { notice: "n-1", batch: "b-1" },
      bounce: { type: "Transient", subType: "General", message: expect.any(String) },
    },
  });
  expect(() => verified({ ...request, body: request.body.replace("Transient", "Permanent") })).toThrow();
});

test.each([
  ["email.delivered", {}],
  ["email.sent", {}],
  ["email.delivery_delayed", {}],
  ["email.complained", {}],
  ["email.opened", {}],
  ["email.bounced", { bounce: { type: "Permanent", subType: "General", message: expect.any(String) } }],
  ["email.failed", { failed: { reason: expect.any(String) } }],
  ["email.suppressed", { suppressed: { type: expect.any(String), message: expect.any(String) } }],
  ["email.clicked", { click: expect.objectContaining({ link: expect.any(String) }) }],
])("%s carries its own detail", async (type, detail) => {
  const { url, events } = await app();
  const { send, event } = await mailbox({ webhook: { url, secret } });
  await send();
  await event({ type, to: "grace@example.com" });
  expect(events()).toMatchObject([{ type, data: { subject: "Zendesk will be added", ...detail } }]);
});

test("an event is about the newest mail to the address, or the one that is named", async () => {
  const { url, events } = await app();
  const { send, event } = await mailbox({ webhook: { url, secret } });
  const first = await send();
  await send();
  const other = await send("ada@example.com", "Other");
  const newest = await send();
  await event({ type: "email.delivered", to: "grace@example.com" });
  await event({ type: "email.delivered", emailId: first });
  await event({ type: "email.delivered", emailId: other, to: "ada@example.com" });
  expect(events().map(({ data }) => "email_id" in data && data.email_id)).toEqual([newest, first, other]);
  expect((await event({ type: "email.delivered", emailId: other, to: "grace@example.com" })).status).toBe(404);
});

test("copies are the same event under the same id, each with its own answer, all at once", async () => {
  // No copy is answered before all three have come.
  const { promise, resolve } = Promise.withResolvers<void>();
  const { url, requests } = await app(async (position) => {
    if (position === 3) resolve();
    await promise;
    return position === 2 ? 500 : 200;
  });
  const { send, event } = await mailbox({ webhook: { url, secret } });
  await send();
  const { data } = (await (await event({ type: "email.delivered", to: "grace@example.com", copies: 3 })).json()) as {
    data: { id: string; status: number }[];
  };
  expect(data.map(({ status }) => status).sort()).toEqual([200, 200, 500]);
  expect(new Set(data.map(({ id }) => id)).size).toBe(1);
  expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
  for (const request of requests) expect(verified(request)).toMatchObject({ type: "email.delivered" });
});

test("two events have two ids", async () => {
  const { url, requests } = await app();
  const { send, event } = await mailbox({ webhook: { url, secret } });
  await send();
  for (let i = 0; i < 2; i++) await event({ type: "email.delivered", to: "grace@example.com" });
  expect(new Set(requests.map(({ headers }) => headers["svix-id"])).size).toBe(2);
});

test("a delayed event is promised at once and arrives later, as old as it is", async () => {
  const { url, requests, events } = await app();
  let minutes = 0;
  const now = () => new Date(Date.UTC(2027, 2, 1, 9, minutes));
  const { send, event } = await mailbox({ webhook: { url, secret }, now });
  await send();
  const delayed = { type: "email.delivered", to: "grace@example.com", delayMs: 30, copies: 2 };
  const answer = await event(delayed);
  expect(answer.status).toBe(202);
  const promised = ((await answer.json()) as { data: { id: string; status: null }[] }).data;
  expect(promised).toEqual(Array(2).fill({ id: expect.stringMatching(/^msg_/), status: null }));

  minutes = 1;
  await event({ type: "email.complained", to: "grace@example.com" });
  await vi.waitUntil(() => requests.length === 3, PATIENT);
  const ids = requests.map(({ headers }) => headers["svix-id"]);
  expect(ids.filter((id) => id === promised[0]?.id)).toHaveLength(2);
  const delivered = events().find(({ type }) => type === "email.delivered");
  const complained = events().find(({ type }) => type === "email.complained");
  expect([delivered?.created_at, complained?.created_at]).toEqual([
    "2027-03-01T09:00:00.000Z",
    "2027-03-01T09:01:00.000Z",
  ]);
  for (const request of requests) verified(request);
});

test("an event delayed beyond the end of the mailbox never arrives, and does not hold it up", async () => {
  const { url, requests } = await app();
  const { send, event, stop } = await mailbox({ webhook: { url, secret } });
  await send();
  await event({ type: "email.delivered", to: "grace@example.com", delayMs: 3_600_000 });
  await stop();
  expect(requests).toEqual([]);
});

test("an app that is down, silent or elsewhere is reported as it is", async () => {
  const moved = await app(() => 302);
  const redirected = await mailbox({ webhook: { url: moved.url, secret } });
  await redirected.send();
  const answer = await redirected.event({ type: "email.delivered", to: "grace@example.com" });
  expect(await answer.json()).toEqual({ data: [{ id: expect.any(String), status: 302 }] });
  expect(moved.requests).toHaveLength(1);

  const down = await mailbox({ webhook: { url: "http://127.0.0.1:1/hooks/resend", secret } });
  await down.send();
  const refused = await down.event({ type: "email.delivered", to: "grace@example.com" });
  expect(refused.status).toBe(202);
  expect(await refused.json()).toEqual({
    data: [{ id: expect.any(String), status: null, error: expect.any(String) }],
  });

  const silent = await app(() => null);
  const waiting = await mailbox({ webhook: { url: silent.url, secret } });
  await waiting.send();
  const given = waiting.event({ type: "email.delivered", to: "grace@example.com" });
  await vi.waitUntil(() => silent.requests.length === 1, PATIENT);
  await waiting.stop();
  expect(await (await given).json()).toMatchObject({ data: [{ status: null, error: "the mailbox was closed" }] });
});

test.each([
  ["no type", { to: "grace@example.com" }, 422, "type"],
  ["a type that is no mail's", { type: "contact.created", to: "grace@example.com" }, 422, "type"],
  ["neither recipient nor mail", { type: "email.sent" }, 422, "to"],
  ["a recipient that is no address", { type: "email.sent", to: "grace" }, 422, "to"],
  ["a list of recipients", { type: "email.sent", to: ["grace@example.com"] }, 422, "to"],
  ["an unknown field", { type: "email.sent", to: "grace@example.com", delay: 1 }, 422, "delay"],
  ["no copies", { type: "email.sent", to: "grace@example.com", copies: 0 }, 422, "copies"],
  ["too many copies", { type: "email.sent", to: "grace@example.com", copies: 101 }, 422, "copies"],
  ["a delay in words", { type: "email.sent", to: "grace@example.com", delayMs: "1" }, 422, "delayMs"],
  ["a bounce of no kind", { type: "email.bounced", to: "grace@example.com", bounce: {} }, 422, "bounce.type"],
  [
    "a bounce of what was delivered",
    { type: "email.delivered", to: "grace@example.com", bounce: { type: "Permanent" } },
    422,
    "bounce",
  ],
  ["malformed JSON", "{", 400, "JSON"],
])("%s is refused by name, and nothing is sent", async (_, body, status, named) => {
  const { url, requests } = await app();
  const { send, event } = await mailbox({ webhook: { url, secret } });
  await send();
  const answer = await event(body);
  expect(answer.status).toBe(status);
  const refusal = (await answer.json()) as { name: string; message: string };
  expect(refusal.name).toBe("validation_error");
  expect(refusal.message).toContain(named);
  expect(requests).toEqual([]);
});

test("an event about mail that was never accepted is 404, and one without a webhook 409", async () => {
  const { url } = await app();
  const withWebhook = await mailbox({ webhook: { url, secret } });
  const unknown = await withWebhook.event({ type: "email.sent", to: "grace@example.com" });
  expect([unknown.status, ((await unknown.json()) as { name: string }).name]).toEqual([404, "not_found"]);

  const without = await mailbox();
  await without.send();
  const refused = await without.event({ type: "email.sent", to: "grace@example.com" });
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ message: expect.stringContaining("started without a webhook") });
});

test("with events on, every accepted mail is followed by email.delivered, even if its answer was lost", async () => {
  const { url, requests, events } = await app();
  const { ask, client, send } = await mailbox({ webhook: { url, secret } });
  await send("before@example.com");
  await ask("PUT", "/api/faults", { events: "delivered", mode: "drop-after", times: 1 });
  const to = Array.from({ length: 30 }, (_, i) => `r${i}@example.com`);
  const batch = to.map((to) => ({ from: "privacy@acme.example", to, subject: "Hello", text: "…" }));
  await client.batch.send(batch, { idempotencyKey: "k" });
  await client.batch.send(batch, { idempotencyKey: "k" });
  await send("last@example.com");
  await vi.waitUntil(() => requests.length >= 31, PATIENT);
  const recipients = events().map(({ type, data }) => type === "email.delivered" && data.to[0]);
  expect(recipients.sort()).toEqual([...to, "last@example.com"].sort());
  for (const request of requests) verified(request);
});

test("a few events are under way at a time, and all of them arrive", async () => {
  let underWay = 0;
  let most = 0;
  const { url, requests } = await app(async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await new Promise((resolve) => setTimeout(resolve, 5));
    underWay -= 1;
    return 200;
  });
  const { send, client } = await mailbox({ webhook: { url, secret }, autoDeliver: true });
  const batch = Array(40).fill({ from: "a@acme.example", to: "grace@example.com", subject: "Hello", text: "…" });
  await Promise.all([client.batch.send(batch), client.batch.send(batch), send()]);
  await vi.waitUntil(() => requests.length === 81, PATIENT);
  expect(most).toBeLessThanOrEqual(8);
});
