import { expect, test } from "vitest";
import { isUnavailable } from "../../src/db/errors.ts";
import { respondLink } from "../setup/answering.ts";
import { cuttable, type Moment } from "../setup/cutting.ts";
import { freshDatabase } from "../setup/database.ts";
import { type Registry, registry, vendor } from "../setup/registry.ts";

/**
 * A whole story, in which each call is tried again for as long as a session is cut: the first time at message `rest`, then
 * at every seventh after it, until the call gets through. Every rest together is every message of every call.
 */
const STRIDE = 7;
const rests = process.env.RESTS === "all" ? [0, 1, 2, 3, 4, 5, 6] : [1, 4];

test.each(
  rests.flatMap((rest) => [
    { rest, moment: "before" as const },
    { rest, moment: "after" as const },
  ]),
)(
  "sessions are cut $moment every message, from message $rest: only 200s and 503s, the page from memory, everybody told once",
  async ({ rest, moment }) => {
    const { r, way } = await rehearsal();
    const story: Cutting = { r, through: (attempt) => through(way, { rest, moment }, attempt) };

    const csv = [
      "externalId,name,email",
      ...Array.from({ length: 5 }, (_, n) => `c-${n},Customer ${n},dpo@c${n}.example`),
    ];
    await done(story, "POST", "/v1/customers/import", {
      headers: { "content-type": "text/csv" },
      body: csv.join("\n"),
    });
    await done(story, "POST", "/subscribe", { body: { email: "reader@customer.example" } });
    await done(story, "POST", "/v1/vendors", { body: vendor({ name: "HubSpot" }) });
    await done(story, "POST", "/v1/change-sets/2/announce", { body: { effectiveOn: "2027-01-31" } });
    await drained(story);
    const link = await story.through(() => respondLink(r, "dpo@c1.example", 2));
    await done(story, "POST", link, {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ kind: "objected", customer: "c-1", text: "No." }).toString(),
    });
    await drained(story);
    for (const path of ["/v1/customers", "/v1/audit", "/v1/change-sets/2/evidence", "/v1/change-sets/2/evidence.zip"])
      await done(story, "GET", path);

    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, bad: [] });
    expect(await toldBySubject(r)).toMatchInlineSnapshot(`
      [
        "1x dpo@c0.example: Acme: HubSpot will be added as a subprocessor on 31 January 2027",
        "1x dpo@c1.example: Acme: HubSpot will be added as a subprocessor on 31 January 2027",
        "1x dpo@c1.example: Acme: we have recorded your answer to change 2",
        "1x dpo@c2.example: Acme: HubSpot will be added as a subprocessor on 31 January 2027",
        "1x dpo@c3.example: Acme: HubSpot will be added as a subprocessor on 31 January 2027",
        "1x dpo@c4.example: Acme: HubSpot will be added as a subprocessor on 31 January 2027",
        "1x follower@customer.example: Acme: HubSpot will be added as a subprocessor on 31 January 2027",
        "1x privacy@acme.example: Acme: Customer 1 objects to change 2",
        "1x reader@customer.example: Acme: please confirm that you want to follow our list of vendors",
      ]
    `);
    expect(await counted(r)).toMatchInlineSnapshot(`
      {
        "announcements": 1,
        "changes": 2,
        "customers": 5,
        "notAccepted": 0,
        "openTransactions": 0,
        "responses": 1,
      }
    `);
  },
);

type Cutting = { r: Registry; through: <T>(attempt: () => Promise<T>) => Promise<T> };

async function rehearsal() {
  const database = await freshDatabase();
  const way = await cuttable(database.url);
  const r = await registry({
    database: {
      url: way.url,
      giveBack: async () => {
        await way.close();
        await database.giveBack();
      },
    },
  });
  await r.organisation({ privacyEmail: "privacy@acme.example" });
  await r.listed(vendor({ name: "Cloudflare" }));
  await r.follower("follower@customer.example");
  expect((await r.get("/")).status).toBe(200);
  return { r, way };
}

/** Calls until it is answered, as a client does that retries a 503 under its Idempotency-Key, while others read. */
async function done({ r, through }: Cutting, method: string, path: string, init: Parameters<Registry["call"]>[2] = {}) {
  // The import takes no key: the same file again changes nothing.
  const takesKey = method === "POST" && path.startsWith("/v1/") && !path.endsWith("/import");
  const headers = { ...init.headers, ...(takesKey ? { "idempotency-key": path } : {}) };
  return through(async () => {
    const [page, response] = await Promise.all([r.get("/"), r.call(method, path, { ...init, headers })]);
    expect(page.status).toBe(200);
    const text = await response.text();
    expect([200, 201, 202, 303, 503], text).toContain(response.status);
    if (response.status === 503) throw new Unavailable();
  });
}

class Unavailable extends Error {}

async function through<T>(
  way: Awaited<ReturnType<typeof cuttable>>,
  { rest, moment }: { rest: number; moment: Moment },
  attempt: () => Promise<T>,
): Promise<T> {
  for (let cuts = 0; ; cuts += 1) {
    way.cutAt(rest + STRIDE * cuts, moment);
    try {
      return await attempt();
    } catch (error) {
      const isBroken = error instanceof Error && error.message === "The answer was broken off";
      if (cuts === 500 || !(error instanceof Unavailable || isBroken || isUnavailable(error))) throw error;
    } finally {
      way.mend();
    }
  }
}

/** Sends until nothing is owed. */
async function drained({ r, through }: Cutting): Promise<void> {
  await through(async () => {
    await r.outliveLease();
    await r.drain();
    const [open] = await r.rows(`select
      (select count(*) from deliveries where state = 'pending') as deliveries,
      (select count(*) from signups where settled_at is null) as signups`);
    if (Number(open?.deliveries) + Number(open?.signups) > 0) throw new Unavailable();
  });
}

/** How many mails of each subject each reader has. */
async function toldBySubject(r: Registry): Promise<string[]> {
  const mails = await r.messages();
  const counts = Map.groupBy(mails, ({ to, subject }) => `${to.join()}: ${subject}`);
  return [...counts].map(([mail, { length }]) => `${length}x ${mail}`).toSorted();
}

/** How often each thing is on record. */
async function counted(r: Registry): Promise<unknown> {
  const [counts] = await r.rows(`select
    (select count(*)::int from changes) as changes, (select count(*)::int from notices where kind = 'announcement') as announcements,
    (select count(*)::int from customers) as customers, (select count(*)::int from responses) as responses,
    (select count(*)::int from deliveries where state <> 'accepted') as "notAccepted",
    (select count(*)::int from pg_stat_activity where datname = current_database() and state like 'idle in transaction%') as "openTransactions"`);
  return counts;
}
