import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { createApp } from "../src/app.ts";
import { connect } from "../src/db/client.ts";
import type { Deps } from "../src/deps.ts";
import { DOWNLOADS } from "../src/routes/frame/downloads.ts";
import { PATIENT } from "./setup/patient.ts";
import { expectProblem, type Registry } from "./setup/registry.ts";
import { toldStory } from "./setup/told.ts";

const PACK = "/v1/change-sets/2/evidence.zip";
const FOREVER = 3_600_000;

/** The app over the registry of a test, with limits of its own. */
function limited({ deps: own, adminKey }: Registry, limits: Partial<typeof DOWNLOADS>, more: Partial<Deps> = {}) {
  const deps = { ...own, ...more };
  const runtime = { deps, ip: null, gate: () => Promise.resolve(true) };
  const app = createApp(() => runtime, { limits: { ...DOWNLOADS, ...limits } });
  return (path: string, method = "GET", accept = "*/*") =>
    app.request(path, { method, headers: { authorization: `Bearer ${adminKey}`, accept } });
}

/** A reader who takes the first piece, and nothing more. */
async function stalled(response: Response) {
  const reader = readerOf(response);
  await reader.read();
  return reader;
}

function readerOf({ body }: Response) {
  if (!body) throw new Error("No body");
  return body.getReader();
}

const transactions = async (r: Registry) =>
  (
    await r.rows(`select count(*)::int as open from pg_stat_activity
    where datname = current_database() and state = 'idle in transaction'`)
  )[0]?.open;

test("readers who stall keep the connections of downloads, and no others; more of them are asked to wait", async () => {
  const { r } = await toldStory();
  const get = limited(r, { restMs: FOREVER, totalMs: FOREVER });
  const readers = await Promise.all(Array.from({ length: DOWNLOADS.atOnce }, async () => stalled(await get(PACK))));
  expect(await transactions(r)).toBe(DOWNLOADS.atOnce);

  for (const [path, accept] of [[PACK], ["/v1/change-sets/2/evidence"], ["/v1/customers", "text/csv"]] as const) {
    const refused = await get(path, "GET", accept);
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
    await expectProblem(refused, 429, "too-many-requests");
  }
  expect((await r.post("/subscribe", { email: "reader@customer.example" }, { key: null })).status).toBe(202);
  expect((await get("/v1/customers")).status).toBe(200);

  // A reader who leaves makes room for another.
  await readers[0]?.cancel();
  const next = await get(PACK);
  expect(
    Buffer.from(await next.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  await Promise.all(readers.map((reader) => reader.cancel()));
  expect(await transactions(r)).toBe(0);
});

test.each([
  { limits: { restMs: 20, totalMs: FOREVER }, reason: "rest" },
  { limits: { restMs: FOREVER, totalMs: 20 }, reason: "deadline" },
])("a download that has taken too long is broken off, and keeps nothing: $reason", async ({ limits, reason }) => {
  const { r } = await toldStory();
  const get = limited(r, { ...limits, atOnce: 1 });
  const reader = readerOf(await get(PACK));
  reader.read().catch(() => {}); // it may be too late already

  await vi.waitFor(() => expect(r.logged).toContainEqual({ event: "download.abandoned", reason }), PATIENT);
  await expect(reader.read()).rejects.toThrow("The download took too long");
  await vi.waitFor(async () => expect(await transactions(r)).toBe(0), PATIENT);
  // Nor does one whose reader never came, or who only asks whether it is there.
  for (const method of ["GET", "HEAD", "HEAD"]) {
    await vi.waitFor(async () => expect((await get(PACK, method)).status).toBe(200), PATIENT);
  }
});

test("a download that fails at its beginning is a problem, in whatever format, and keeps no place", async () => {
  const { r } = await toldStory();
  const nowhere = connect("postgres://nobody@127.0.0.1:1/none");
  const get = limited(r, { atOnce: 1 }, { downloads: nowhere.db });
  for (const [path, accept] of [
    [PACK],
    ["/v1/change-sets/2/evidence"],
    ["/v1/change-sets/2/evidence?format=csv"],
    ["/v1/customers", "text/csv"],
  ] as const) {
    const failed = await get(path, "GET", accept);
    expect(failed.headers.get("content-disposition"), path).toBeNull();
    await expectProblem(failed, 503, "database-unavailable");
  }
  await nowhere.close();
});

test("a reader who is slow but steady gets the whole file", async () => {
  const { r } = await toldStory();
  const get = limited(r, {});
  const response = await get("/v1/change-sets/2/evidence");
  let text = "";
  for await (const piece of response.body ?? []) {
    text += Buffer.from(piece).toString();
    await sleep(1);
  }
  expect(JSON.parse(text)).toMatchObject({ changeSet: { number: 2 } });
});
