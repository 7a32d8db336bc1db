import { once } from "node:events";
import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { deliveries, sender } from "../src/db/schema.ts";
import { drain } from "../src/notify/drain.ts";
import { resendMailer } from "../src/notify/resend.ts";
import { type Registry, registry, vendor } from "./setup/registry.ts";

/** What a proxy before the provider says, and whether the provider has had the request nonetheless. */
type Gateway = { status: number; body: string; passesOn: boolean; times: number; headers?: Record<string, string> };

/** A mailer whose first requests are answered by a gateway; from then on by the provider. */
async function behind(r: Registry, { status, body, passesOn, times, headers: own = {} }: Gateway) {
  let left = times;
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const { host: _, connection: _c, "content-length": _l, "transfer-encoding": _t, ...headers } = request.headers;
    const answersItself = left > 0;
    left -= 1;
    const init = { method: "POST", headers: headers as Record<string, string>, body: Buffer.concat(pieces) };
    const answer = !answersItself || passesOn ? await fetch(r.mailboxUrl + request.url, init) : null;
    const [code, text] = answersItself || !answer ? [status, body] : [answer.status, await answer.text()];
    response.writeHead(code, { "content-type": "application/json", ...(answersItself ? own : {}) }).end(text);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  return resendMailer({ apiKey: "re_test", baseUrl: `http://127.0.0.1:${port}`, webhookSecrets: [] });
}

async function toldThrough(gateway: Gateway) {
  const r = await registry();
  for (const name of ["a", "b", "c"]) await r.follower(`${name}@customer.example`);
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, { body: vendor() });
  const mailer = await behind(r, gateway);
  for (let minute = 0; minute < 8; minute += 1) {
    await drain({ ...r.deps, mailer }, { budgetMs: 5000 });
    r.passHours(0.4);
  }
  const states = (await r.db.select().from(deliveries)).map(({ state }) => state);
  return { mails: (await r.messages()).map(({ to }) => to.join()).sort(), states };
}

const told = {
  mails: ["a@customer.example", "b@customer.example", "c@customer.example"],
  states: ["accepted", "accepted", "accepted"],
};

test.each([
  [504, '{"message":"Endpoint request timed out"}'],
  [400, '{"message":"Bad Request"}'],
  [422, "<html>not ours</html>"],
  [500, '"oops"'],
  [502, "{}"],
])("a gateway's %i after the provider has accepted is no refusal: nobody is told twice, %s", async (status, body) => {
  expect(await toldThrough({ status, body, passesOn: true, times: 1 })).toEqual(told);
});

test.each([
  [503, '{"message":"Service Unavailable"}'],
  [429, '{"message":"Too Many Requests"}'],
  [403, '{"message":"Forbidden"}'],
  [404, "<html>not found</html>"],
  [500, "null"],
])("a gateway's %i instead of the provider is no refusal: nobody is missed, %s", async (status, body) => {
  expect(await toldThrough({ status, body, passesOn: false, times: 3 })).toEqual(told);
});

test.each([301, 302, 307, 308])(
  "a gateway's %i is followed nowhere: the mails, and whom they are for, go to no other address",
  async (status) => {
    let asked = 0;
    const elsewhere = createServer((_, response) => {
      asked += 1;
      response.end("{}");
    }).listen(0, "127.0.0.1");
    await once(elsewhere, "listening");
    onTestFinished(() => void elsewhere.close());
    const { port } = elsewhere.address() as { port: number };
    const headers = { location: `http://127.0.0.1:${port}/emails/batch` };

    expect(await toldThrough({ status, body: "", passesOn: false, times: 1, headers })).toEqual(told);

    expect(asked).toBe(0);
  },
);

test("a date until which a gateway wants silence is waited for", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, { body: vendor() });
  // By the gateway's clock, which is eleven hours ahead of ours.
  const silence = { date: "Sat, 21 Nov 2026 20:00:00 GMT", "retry-after": "Sat, 21 Nov 2026 20:10:00 GMT" };
  const mailer = await behind(r, {
    status: 429,
    body: "{}",
    passesOn: false,
    times: 1,
    headers: silence,
  });
  for (let asked = 0; asked < 2; asked += 1) await drain({ ...r.deps, mailer }, { budgetMs: 5000 });
  expect(await r.db.select({ readyAt: sender.readyAt }).from(sender)).toEqual([
    { readyAt: new Date("2026-11-21T09:10:00Z") },
  ]);
  expect(await r.messages()).toEqual([]);
});
