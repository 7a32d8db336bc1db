import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type worker from "../../src/worker.ts";
import { emptyDatabase } from "../setup/empty-database.ts";

beforeEach(() => emptyDatabase(env.OWNER_URL));
afterEach(() => {
  vi.useRealTimers();
});

type Worker = typeof worker;
type Bindings = Parameters<Worker["fetch"]>[1];

const up = { ...env, KICK: { send: async () => {} } } as Bindings;
/** Where nothing listens. */
const down: Bindings = { ...up, HYPERDRIVE: { connectionString: "postgres://nobody:none@127.0.0.1:9/nothing" } };

/** The Worker as another isolate has it: with nothing in its memory. */
async function isolate(): Promise<Worker> {
  vi.resetModules();
  return (await import("../../src/worker.ts")).default;
}

async function ask(at: Worker, path: string, bindings: Bindings, init: RequestInit = {}): Promise<Response> {
  const context = createExecutionContext();
  const response = await at.fetch(new Request(`https://registry.example${path}`, init), bindings, context);
  const bytes = await response.bytes();
  await waitOnExecutionContext(context);
  return new Response(response.status === 304 ? null : bytes, response);
}

async function publish(at: Worker, name: string): Promise<void> {
  const headers = { authorization: `Bearer ${env.ADMIN_API_KEY}`, "content-type": "application/json" };
  const effectiveOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const body = JSON.stringify({ name, services: [{ purpose: "Newsletter", locations: [{ country: "FR" }] }] });
  const path = `/v1/vendors?announce=true&effectiveOn=${effectiveOn}`;
  const announced = await ask(at, path, up, { method: "POST", headers, body });
  expect(announced.status, await announced.clone().text()).toBe(201);
}

/** So many seconds later; whatever else waits is left alone. */
function passSeconds(seconds: number): void {
  const now = Date.now() + seconds * 1000;
  vi.useFakeTimers({ toFake: ["Date"], now });
}

test("while the database is down an isolate goes on with what it has kept, and one that has nothing with what its place has", async () => {
  const here = await isolate();
  await publish(here, "HubSpot");
  const page = await ask(here, "/", up);
  const text = await page.text();
  expect(text).toContain("HubSpot");
  expect(await (await ask(here, "/", down)).text()).toBe(text);

  for (const seconds of [5, 60]) {
    passSeconds(seconds);
    const there = await isolate();
    const kept = await ask(there, "/", down);
    expect(await kept.text(), `${seconds} seconds later`).toBe(text);
    expect([...kept.headers]).toEqual([...page.headers]);
    const headers = { "if-none-match": page.headers.get("etag") ?? "" };
    expect((await ask(there, "/", down, { headers })).status).toBe(304);
    expect((await ask(there, "/changes", down)).status).toBe(503);
  }
});

test("when the list changes, what the place has kept is let go at once; elsewhere after half a minute", async () => {
  const [here, there] = [await isolate(), await isolate()];
  await publish(here, "HubSpot");
  const has = async (at: Worker, name: string) => (await (await ask(at, "/", up)).text()).includes(name);
  expect([await has(here, "Zendesk"), await has(there, "Zendesk")]).toEqual([false, false]);
  await publish(there, "Zendesk");
  expect([await has(there, "Zendesk"), await has(await isolate(), "Zendesk")]).toEqual([true, true]);
  passSeconds(1);
  expect(await has(here, "Zendesk")).toBe(true);

  // In another place the cache still says which version there was, however old by then.
  const version = "https://registry.example/.kept/version";
  const cache = (caches as unknown as { default: Cache }).default;
  const before = await cache.match(version);
  await publish(here, "Mailchimp");
  await cache.put(version, before?.clone() ?? new Response());
  expect([await has(await isolate(), "Mailchimp"), await has(here, "Mailchimp")]).toEqual([false, true]);
  await cache.put(version, before ?? new Response());
  passSeconds(30);
  expect(await has(await isolate(), "Mailchimp")).toBe(true);
});
