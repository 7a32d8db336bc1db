import { expect, test } from "vitest";
import { isUnavailable } from "../../src/db/errors.ts";
import { signToken } from "../../src/model/values/token.ts";
import { answer } from "../setup/answering.ts";
import { cuttable } from "../setup/cutting.ts";
import { freshDatabase } from "../setup/database.ts";
import { type Registry, registry } from "../setup/registry.ts";
import { addDays, later, Model, type Region, type Vendor } from "./model.ts";

/**
 * Random operations on the registry and on a model of it, while database sessions are cut at random: after each, both
 * say the same. `OPERATIONS` and `SEED` make the long runs.
 */
const OPERATIONS = Number(process.env.OPERATIONS ?? 90);
const SEED = Number(process.env.SEED ?? 7);

test(
  "whatever is done in whatever order, while sessions are lost, the registry is what its model is",
  async () => {
    const world = await start();
    const did = new Set<string>();
    for (let done = 0; done < OPERATIONS; done += 1) {
      const operation = world.below(5) === 0 ? daysPass : world.pick(operations);
      if (await operation(world)) did.add(operation.name);
      await compare(world);
    }
    if (!process.env.SEED)
      expect([...did].toSorted(), "what had something to do").toEqual(operations.map(({ name }) => name).toSorted());
    expect(await world.r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, bad: [] });
    expect(world.cuts()).toBeGreaterThan(OPERATIONS / 10);
  },
  OPERATIONS * 10_000,
);

type World = Awaited<ReturnType<typeof start>>;

async function start() {
  const database = await freshDatabase();
  const way = await cuttable(database.url);
  const giveBack = async () => {
    await way.close();
    await database.giveBack();
  };
  const r = await registry({ now: "2026-11-21T09:00:00Z", database: { url: way.url, giveBack } });
  const model = new Model();
  const noticePeriod = { days: model.ownDays, basis: "calendar" };
  const hostingRegions = [
    { key: "eu", name: "EU" },
    { key: "us", name: "US" },
  ];
  await r.organisation({ timeZone: "UTC", privacyEmail: "privacy@acme.example", noticePeriod, hostingRegions });
  const below = numbersOf(SEED);
  const cutBelow = numbersOf(SEED + 1); // its own, since how often it is asked depends on the connections
  let cuts = 0;
  let keys = 0;

  /** Does it again for as long as a session is lost on the way, as a client does under its key. */
  async function through<T>(attempt: (key: string) => Promise<T>): Promise<T> {
    keys += 1;
    for (;;) {
      if (cutBelow(2) === 0) way.cutAt(cutBelow(30), cutBelow(2) === 0 ? "before" : "after");
      try {
        return await attempt(`key-${keys}`);
      } catch (error) {
        if (!(error instanceof Unavailable || isUnavailable(error))) throw error;
        cuts += 1;
      } finally {
        way.mend();
      }
    }
  }

  return {
    r,
    model,
    through,
    below,
    cuts: () => cuts,
    pick: <Item>(items: readonly Item[]): Item => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("Nothing to pick from");
      return item;
    },
    call: (method: string, path: string, body?: unknown) =>
      through(async (key) => {
        const headers: Record<string, string> = method === "POST" ? { "idempotency-key": key } : {};
        const response = await r.call(method, path, { headers, ...(body === undefined ? {} : { body }) });
        const text = await response.text();
        if (response.status === 503) throw new Unavailable();
        return { status: response.status, body: JSON.parse(text === "" ? "null" : text) };
      }),
  };
}

class Unavailable extends Error {}

async function daysPass({ r, model, below }: World): Promise<boolean> {
  model.today = addDays(model.today, 1 + below(20));
  r.setTime(`${model.today}T09:00:00Z`); // in the morning: minutes pass whenever something is sent
  return true;
}

/** Operations; each gives whether there was anything to do. */
const operations: ((world: World) => Promise<boolean>)[] = [
  daysPass,

  async function aCustomerIsPut({ model, call, below, pick }) {
    const id = `c-${below(5)}`;
    const contacts = [0, 1, 2].filter(() => below(2) === 0).map((person) => `person-${person}@${id}.example`);
    const days = below(3) === 0 ? null : below(25);
    const authorisation = below(4) === 0 ? "specific" : "general";
    const region = pick(REGIONS);
    const answered = await call("PUT", `/v1/customers/${id}`, {
      name: id,
      hostingRegions: region === null ? [] : [region],
      noticePeriod: days === null ? null : { days, basis: "calendar" },
      authorisation,
      contacts: contacts.map((email) => ({ email })),
    });
    expect([200, 201]).toContain(answered.status);
    model.customers.set(id, { days, authorisation, region, contacts });
    model.settle();
    return true;
  },

  async function aCustomerLeaves({ model, call, pick }) {
    if (model.customers.size < 3) return false;
    const id = pick([...model.customers.keys()]);
    const { status } = await call("DELETE", `/v1/customers/${id}`);
    expect([204, 404]).toContain(status); // 404 when the first answer was lost
    model.customers.delete(id);
    model.settle();
    return true;
  },

  async function somebodyFollows({ model, call, below }) {
    const email = `follower-${below(6)}@elsewhere.example`;
    const { status } = await call("POST", "/v1/subscribers", { email, confirmed: true });
    expect(status).toBe(model.followers.has(email) ? 409 : 201);
    model.followers.add(email);
    return true;
  },

  async function aVendorIsAdded(world) {
    const drafted: Drafted[] = [];
    let draft = "";
    // Two at once have dates and customers of their own.
    for (const which of world.below(2) === 0 ? ["a"] : ["a", "b"]) {
      const [country, region] = [world.pick(["US", "IN", "JP"]), world.pick(REGIONS)];
      const vendor = { name: `Vendor ${world.model.sets.length}${which}`, country, region };
      const { status, body } = await world.call("POST", `/v1/vendors${draft}`, {
        name: vendor.name,
        services: [serviceIn(vendor)],
      });
      expect(status).toBe(201);
      draft = `?changeSet=${body.changeSet.number}`;
      drafted.push({ number: body.changeSet.number, slug: body.vendor.slug, after: vendor });
    }
    return announce(world, drafted);
  },

  async function aVendorMoves(world) {
    const found = settledVendor(world);
    if (!found) return false;
    const { slug, vendor } = found;
    const country = world.pick(["US", "IN", "JP", "BR"].filter((each) => each !== vendor.country));
    const moved = { ...vendor, country };
    const { status, body } = await world.call("PATCH", `/v1/vendors/${slug}`, { services: [serviceIn(moved)] });
    expect(status).toBe(200);
    return announce(world, [{ number: body.changeSet.number, slug, after: moved }]);
  },

  async function changesArePutOff({ model, call, pick, below }) {
    const pending = model.standing().filter(({ changes }) => changes.some((each) => model.isPending(each)));
    if (pending.length === 0) return false;
    const { number, changes } = pick(pending);
    const coming = changes.filter((each) => model.isPending(each));
    const named = below(2) === 0 ? coming : coming.slice(0, 1);
    const days = named.map((each) => model.inForceOn(each) ?? each.effectiveOn);
    const effectiveOn = addDays(days.reduce(later, model.today), 1 + below(10));
    const all = named === coming ? {} : { changes: named.map(({ slug }) => slug) };
    const { status } = await call("POST", `/v1/change-sets/${number}/postpone`, {
      effectiveOn,
      reason: "Late.",
      ...all,
    });
    expect(status).toBe(200);
    for (const change of named) change.effectiveOn = effectiveOn;
    return true;
  },

  async function aSetIsWithdrawn({ model, call, pick }) {
    const pending = model.standing().filter(({ changes }) => changes.every((each) => model.isPending(each)));
    if (pending.length < 3) return false;
    const set = pick(pending);
    const { status } = await call("POST", `/v1/change-sets/${set.number}/withdraw`, { reason: "We stay." });
    expect(status).toBe(200);
    set.isWithdrawn = true;
    return true;
  },

  async function whatIsInForceStays({ model, call, pick }) {
    const settled = model.standing().filter(({ changes }) => !changes.every((each) => model.isPending(each)));
    if (settled.length === 0) return false;
    const { status } = await call("POST", `/v1/change-sets/${pick(settled).number}/withdraw`, { reason: "Too late." });
    expect(status).toBe(409);
    return true;
  },

  async function aCustomerApproves({ r, model, through, pick }) {
    const waiting = model.standing().flatMap((set) =>
      [...new Set(set.changes.flatMap((change) => model.awaited(change)))].flatMap((id) => {
        const contacts = model.customers.get(id)?.contacts ?? [];
        return contacts.map((email) => ({ set, id, email }));
      }),
    );
    if (waiting.length === 0) return false;
    const { set, id, email } = pick(waiting);
    const link = await linkOf(r, email, set.number);
    // A colleague was told in their place.
    if (link === null) return false;
    await through(async () => {
      const { status } = await answer(r, link, { kind: "approved", customer: id });
      if (status === 503) throw new Unavailable();
      expect(status).toBe(200);
    });
    for (const { approvals } of set.changes) if (approvals.has(id)) approvals.set(id, true);
    model.settle();
    return true;
  },
];

/** The link of the mail that announced a set to somebody, at once or late. */
async function linkOf(r: Registry, email: string, changeSet: number): Promise<string | null> {
  const [delivery] = await r.rows(`select d.id from deliveries d join notices n on n.id = d.notice_id
    join subscribers s on s.id = d.subscriber_id
    where n.kind in ('announcement', 'late-announcement') and n.change_set = ${changeSet} and s.email = '${email}' limit 1`);
  if (!delivery) return null;
  return `/respond/${signToken(r.deps.config.tokenSecret, "respond", String(delivery.id), r.deps.clock.now())}`;
}

/** Its vendors state no transfer tool: that is known, and announced. */
const KNOWN = { acceptFindings: ["gap"], acceptFindingsReason: "Known." };

const REGIONS: readonly Region[] = ["eu", "us", null];

const serviceIn = ({ country, region }: Vendor) => ({
  key: "main",
  purpose: "Hosting",
  locations: [{ country }],
  dataCategories: ["Contact data"],
  hostingRegions: region === null ? [] : [region],
});

/** A vendor's change in the draft of a number. */
type Drafted = { number: number; slug: string; after: Vendor };

function settledVendor({ model, pick }: World) {
  const known = [...model.listOn(model.today)].filter(([slug]) => !model.hasPending(slug));
  if (known.length === 0) return null;
  const [slug, vendor] = pick(known);
  return { slug, vendor };
}

/**
 * Announces a draft for a day that is early, right or late; what is refused is then announced for the first right day. One
 * of several changes may have a date of its own, as early as it may be.
 */
async function announce(world: World, drafted: Drafted[]): Promise<boolean> {
  const { model, call, below } = world;
  const number = drafted[0]?.number ?? 0;
  const first = drafted.map(({ after }) => model.earliest(after.region));
  const own = drafted.length > 1 && below(2) === 0 ? 0 : null;
  if (own !== null) {
    const changes = { [drafted[own]?.slug ?? ""]: { effectiveOn: first[own] } };
    expect((await call("PATCH", `/v1/change-sets/${number}`, { changes })).status).toBe(200);
  }
  const preview = await call("GET", `/v1/change-sets/${number}/preview`);
  expect(preview.body).toMatchObject({ earliestEffectiveOn: first.reduce(later) });
  const allowed = first.filter((_, index) => index !== own).reduce(later);
  let effectiveOn = later(addDays(allowed, below(5) - 2), model.today);
  const answered = await call("POST", `/v1/change-sets/${number}/announce`, { effectiveOn, ...KNOWN });
  expect(answered.status).toBe(effectiveOn < allowed ? 422 : 200);
  if (answered.status === 422) {
    effectiveOn = allowed;
    expect((await call("POST", `/v1/change-sets/${number}/announce`, { effectiveOn, ...KNOWN })).status).toBe(200);
  }
  const changes = drafted.map(({ slug, after }, index) => ({
    slug,
    after,
    region: after.region,
    effectiveOn: (index === own ? first[index] : null) ?? effectiveOn,
    concerned: new Set<string>(),
    approvals: new Map<string, boolean>(),
    releasedOn: null,
  }));
  const owed = model.readers(drafted.map(({ after }) => after.region));
  model.sets.push({ number, changes, owed, isWithdrawn: false });
  model.settle();
  return true;
}

/** Sends what is owed, and holds the list of three days, the states of the sets and the mails against the model. */
async function compare({ r, model, through, below }: World): Promise<void> {
  await through(async () => {
    await r.outliveLease();
    await r.drain();
    const [open] = await r.rows("select count(*)::int as owed from deliveries where state = 'pending'");
    if (open?.owed !== 0) throw new Unavailable();
  });
  for (const day of [model.today, addDays(model.today, -below(30)), addDays(model.today, below(60))]) {
    const { data } = await r.json("GET", `/v1/vendors?limit=200&at=${day}`, 200);
    const listed = data.map((each: Listed) => [each.slug, each.services[0]?.locations[0]?.country]);
    const expected = [...model.listOn(day)].map(([slug, { country }]) => [slug, country]);
    expect(listed.toSorted(), `the list on ${day}`).toEqual(expected.toSorted());
  }
  const told = Map.groupBy(await r.messages(), ({ tags }) => tags.find(({ name }) => name === "notice")?.value);
  const notices = await r.rows("select id, change_set from notices where kind = 'announcement'");
  for (const set of model.sets) {
    const mails = notices.filter((each) => each.change_set === set.number).flatMap(({ id }) => told.get(`${id}`) ?? []);
    const readers = mails.flatMap(({ to }) => to);
    expect(new Set(readers).size, `nobody is told of set ${set.number} twice`).toBe(readers.length);
    expect(
      [...set.owed].filter((email) => !readers.includes(email)),
      `missed by set ${set.number}`,
    ).toEqual([]);
  }
}

type Listed = { slug: string; services: { locations: { country: string }[] }[] };

/** Whole numbers below a limit, the same for the same seed (mulberry32). */
function numbersOf(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
