import { createScheduledController } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { beforeEach, expect, test, vi } from "vitest";
import worker from "../../src/worker.ts";
import { emptyDatabase } from "../setup/empty-database.ts";
import { PATIENT } from "../setup/patient.ts";

type Message = { subject: string; text: string; headers: Record<string, string> };

beforeEach(async () => {
  await emptyDatabase(env.OWNER_URL);
  await fetch(`${env.RESEND_BASE_URL}/api/messages`, { method: "DELETE" });
});

const fetchApp = (path: string, init: RequestInit = {}) =>
  exports.default.fetch(`https://registry.example${path}`, init);

const call = (method: string, path: string, body?: unknown) =>
  fetchApp(path, {
    method,
    headers: { authorization: `Bearer ${env.ADMIN_API_KEY}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

async function messages(): Promise<Message[]> {
  const response = await fetch(`${env.RESEND_BASE_URL}/api/messages?to=dpo@customer.example`);
  return ((await response.json()) as { data: Message[] }).data;
}

const runCron = () => worker.scheduled(createScheduledController({ cron: "* * * * *" }), env);

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const hubspot = {
  name: "HubSpot",
  legalName: "HubSpot, Inc.",
  services: [{ purpose: "Newsletter", locations: [{ country: "US" }], safeguards: [{ mechanism: "scc", module: 3 }] }],
};

test("the whole journey in workerd, by its queue: follow, confirm, one call, the notice, the page", async () => {
  expect((await call("PUT", "/v1/organisation", { name: "Acme" })).status).toBe(200);
  const follow = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"email":"dpo@customer.example"}',
  };
  expect((await fetchApp("/subscribe", follow)).status).toBe(202);
  await vi.waitFor(async () => expect(await messages()).toHaveLength(1), PATIENT);
  const confirm = /\/confirm\/[\w-]+/.exec((await messages())[0]?.text ?? "")?.[0] ?? "";
  expect((await fetchApp(confirm, { method: "POST" })).status).toBe(200);

  const added = await call("POST", `/v1/vendors?announce=true&effectiveOn=${inDays(32)}`, hubspot);
  expect(added.status).toBe(201);
  await vi.waitFor(async () => expect(await messages()).toHaveLength(2), PATIENT);
  const [, notice] = await messages();
  expect(notice?.subject).toContain("HubSpot");
  expect(notice?.text).toContain("https://registry.example/changes/1");
  expect(notice?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");

  expect(await (await fetchApp("/changes/1")).text()).toContain("HubSpot");

  // A logo is made harmless, kept and shown there as well.
  const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><script/><path d="M0 0h9v3z"/></svg>';
  const headers = { authorization: `Bearer ${env.ADMIN_API_KEY}`, "content-type": "image/svg+xml" };
  const stored = await fetchApp("/v1/organisation/logo", { method: "PUT", headers, body: logo });
  const { url } = (await stored.json()) as { url: string };
  const shown = await fetchApp(new URL(url).pathname);
  expect([stored.status, shown.status, await shown.text()]).toEqual([
    200,
    200,
    expect.stringMatching(/^<svg [^<]*<path/),
  ]);
  // What is taken along, with the library of feeds that is loaded when one is asked for.
  for (const form of ["/feed.atom", "/feed.json", "/calendar.ics", "/subprocessors.csv", "/subprocessors.cdx.json"])
    expect((await fetchApp(form)).status, form).toBe(200);
  expect(await (await fetchApp("/feed.atom")).text()).toContain("HubSpot");
  const word = new Uint8Array(await (await fetchApp("/subprocessors.docx")).arrayBuffer());
  expect([...word.slice(0, 2)]).toEqual([0x50, 0x4b]); // a ZIP archive's
  expect(await (await fetchApp("/changes/1?lang=fr")).text()).toContain("Annoncé");
  const listOn = async (date: string) =>
    JSON.parse(await (await fetchApp(`/subprocessors.json?at=${date}`)).text()).vendors;
  const [before, after] = [await listOn(inDays(29)), await listOn(inDays(33))];
  expect([before.length, after.length]).toEqual([0, 1]);

  const unsubscribe = /\/unsubscribe\/[\w-]+/.exec(notice?.text ?? "")?.[0] ?? "";
  const oneClick = { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) };
  expect((await fetchApp(unsubscribe, oneClick)).status).toBe(200);

  const archive = await call("POST", "/v1/export");
  expect([archive.status, archive.headers.get("content-type")]).toEqual([200, "application/zip"]);
  const text = new TextDecoder("latin1").decode(await archive.bytes());
  expect([text.slice(0, 4), text.slice(-22, -18)]).toEqual(["PK\u0003\u0004", "PK\u0005\u0006"]);
  for (const file of ["manifest.json", "tables/audit_log"]) expect(text).toContain(file);
});

test("the law is amended in workerd, and the page follows", async () => {
  await call("PUT", "/v1/organisation", { name: "Acme" });
  const safeguards = [{ mechanism: "dpf", regimes: ["eu"] }];
  const services = [{ ...hubspot.services[0], safeguards }];
  const { number } = JSON.parse(await (await call("POST", "/v1/change-sets", {})).text());
  await call("POST", `/v1/vendors?changeSet=${number}`, { ...hubspot, country: "US", services });
  await call("POST", `/v1/change-sets/${number}/announce`, { baseline: true });
  expect(await (await fetchApp("/")).text()).toContain("covered by the EU-US Data Privacy Framework");
  const fall = {
    kind: "end",
    rule: "eu-us-dpf",
    endsOn: inDays(0),
    source: "https://court.example/1",
    reason: "Annulled.",
  };
  expect((await call("POST", "/v1/law/amendments", fall)).status).toBe(201);
  expect(await (await fetchApp("/")).text()).toContain("no transfer tool stated covers this place");
});

test("the cron alone pays what is owed, and paying again sends nothing more", async () => {
  await call("PUT", "/v1/organisation", { name: "Acme" });
  await call("POST", "/v1/subscribers", { email: "dpo@customer.example", confirmed: true });
  const added = await call("POST", `/v1/vendors?announce=true&effectiveOn=${inDays(32)}`, hubspot);
  expect(added.status).toBe(201);
  await Promise.all([runCron(), runCron()]);
  await vi.waitFor(async () => expect(await messages()).toHaveLength(1), PATIENT);
  await runCron();
  expect(await messages()).toHaveLength(1);
});

test("the first gate stops a visitor who asks too often, before anything is written", async () => {
  const follow = {
    method: "POST",
    headers: { "content-type": "application/json", "cf-connecting-ip": "203.0.113.99" },
    body: '{"email":"not an address"}',
  };
  // The gate counts by the minute, and a minute may end in the midst of this: then the next one's sixty come after it.
  const statuses: number[] = [];
  while (statuses.at(-1) !== 429 && statuses.length <= 120)
    statuses.push((await fetchApp("/subscribe", follow)).status);
  expect(statuses.at(0)).toBe(422);
  expect(statuses.at(-1)).toBe(429);
  expect(statuses.length).toBeGreaterThan(60);
});

test("a Worker with missing settings names them all", async () => {
  const settings = { HYPERDRIVE: env.HYPERDRIVE, TOKEN_SECRET: "short", MAIL_FROM: "nobody" };
  await expect(worker.scheduled({}, settings as never)).rejects.toThrow(
    /TOKEN_SECRET[\s\S]*MAIL_FROM[\s\S]*PUBLIC_URL/,
  );
});
