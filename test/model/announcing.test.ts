import fc from "fast-check";
import { expect, test } from "vitest";
import { deadlinesOf } from "../../src/model/change/deadlines.ts";
import { Organisation } from "../../src/model/organisation-document.ts";
import { ContractTerms } from "../../src/model/people/contract-terms.ts";
import { addDays, dateIn, startOf } from "../../src/model/values/dates.ts";
import { answer } from "../setup/customers.ts";
import { type Registry, registry } from "../setup/registry.ts";

/**
 * Random histories of drafts, announcements and contracts of every kind. `random.test.ts` holds the registry against a model
 * of it; here it is held against what must be so of any. `RUNS` and `SEED` make the long runs.
 */
const RUNS = { numRuns: Number(process.env.RUNS ?? 6), seed: Number(process.env.SEED ?? 6) };

const START = "2026-11-26T09:00:00Z";
const ZONE = "Europe/Paris";
const SETTINGS = {
  name: "Acme",
  timeZone: ZONE,
  noticePeriod: { days: 5, basis: "calendar" },
  hostingRegions: ["eu", "us"].map((key) => ({ key, name: key })),
};

const region = fc.constantFrom("eu", "us", null);
const days = fc.integer({ min: 0, max: 20 });
const service = fc.record({ key: fc.constantFrom("a", "b"), country: fc.constantFrom("US", "IN", "BR"), region });
const services = fc.uniqueArray(service, { selector: ({ key }) => key, minLength: 1, maxLength: 2 });
type Service = (typeof service extends fc.Arbitrary<infer Made> ? Made : never) & { key: string };

const contract = fc.record({
  region,
  noticePeriod: fc.option(fc.record({ days, basis: fc.constantFrom("calendar", "business") })),
  objecting: fc.oneof(
    fc.record({ objectionPeriod: fc.option(fc.record({ days, mayOutlastNotice: fc.boolean() })) }),
    fc.record({ objectUntilEffect: fc.record({ daysBefore: fc.integer({ min: 0, max: 8 }) }) }),
  ),
  timeZone: fc.option(fc.constantFrom("America/Los_Angeles", "Pacific/Auckland")),
  authorisation: fc.constantFrom("general", "general", "specific"),
  onObjection: fc.constantFrom("continues", "suspends"),
});
type Contract = typeof contract extends fc.Arbitrary<infer Made> ? Made : never;

const date = fc.option(fc.integer({ min: 0, max: 40 }));
const slug = fc.constantFrom("v0", "v1", "v2");
const customer = fc.constantFrom("c0", "c1", "c2", "c3");
const which = fc.nat(9);

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("contract" as const), customer, contract }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant("draft" as const),
      slug,
      services: fc.option(services, { freq: 6 }),
      which,
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("dates" as const), which, ofSet: date, own: date, slug }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant("announce" as const), which, isUrgent: fc.nat(5) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("pass" as const), days: fc.integer({ min: 1, max: 12 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant("postpone" as const), which, by: fc.integer({ min: 1, max: 9 }) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("approve" as const), which, customer }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("waive" as const), which }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("object" as const), which, customer }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("withdraw" as const), which }) },
);
type Step = typeof step extends fc.Arbitrary<infer Made> ? Made : never;

test(
  "no change is in force while it can be objected to, nobody waits for what is not new to them, and the preview's date is taken; nobody is told twice, or never",
  async () => {
    const seen = {
      announced: 0,
      dated: 0,
      postponed: 0,
      lost: 0,
      new: 0,
      pending: 0,
      withdrawn: 0,
      inPart: 0,
      held: 0,
      told: 0,
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 40 }), async (steps) => {
        const world = await start(seen);
        for (const each of steps) {
          await take(world, each);
          // Of what is announced, an edit of a draft changes nothing.
          if (each.does !== "draft" && each.does !== "dates") await expectNoneInForceWhileOpen(world);
        }
        await world.r.drain();
        await expectEachToldOnce(world);
        // Answers are written as they are, without the entry of the log that a call makes.
        const { bad } = await world.r.json("GET", "/v1/audit/verify", 200);
        expect(bad.filter(({ table }: { table: string }) => table !== "response")).toEqual([]);
      }),
      { ...RUNS, endOnFailure: process.env.SHRINK === undefined },
    );
    // Whatever the properties speak of has happened.
    if (!process.env.SEED) expect(Object.entries(seen).filter(([, times]) => times === 0)).toEqual([]);
  },
  RUNS.numRuns * 120_000,
);

type World = Awaited<ReturnType<typeof start>>;

async function start(seen: Record<string, number>) {
  const r = await registry({ now: START });
  await r.organisation(SETTINGS);
  return {
    r,
    seen,
    contracts: new Map<string, Contract>(),
    today: dateIn(ZONE, new Date(START)),
    drafts: [] as number[],
    /** What was not in force when somebody objected whose contract says that this holds it. */
    held: [] as { number: number; vendor: string; id: string }[],
  };
}

async function take(world: World, step: Step): Promise<void> {
  const { r, contracts, drafts } = world;
  switch (step.does) {
    case "contract": {
      // Whose objecting may outlast the notice is known by the name, as the contract that held is not shown.
      const { region, objecting, ...terms } = step.contract;
      const outlasts = "objectionPeriod" in objecting && objecting.objectionPeriod?.mayOutlastNotice === true;
      const id = outlasts ? `${step.customer}-outlasts` : step.customer;
      const body = {
        ...terms,
        ...objecting,
        hostingRegions: region === null ? [] : [region],
        name: id,
        contacts: [{ email: `dpo@${id}.example` }],
      };
      expect([200, 201]).toContain((await r.call("PUT", `/v1/customers/${id}`, { body })).status);
      contracts.set(id, step.contract);
      later(r, 1);
      return;
    }
    case "draft": {
      const into = step.which < 5 ? drafts[step.which] : undefined;
      const query = into === undefined ? "" : `?changeSet=${into}`;
      const exists = (await r.call("GET", `/v1/vendors/${step.slug}?at=2099-01-01`)).status === 200;
      if (step.services === null) {
        if (exists) await drafted(world, "DELETE", `/v1/vendors/${step.slug}${query}`);
        return;
      }
      const body = { services: step.services.map(documentOf) };
      if (exists) await drafted(world, "PATCH", `/v1/vendors/${step.slug}${query}`, body);
      else await drafted(world, "POST", `/v1/vendors${query}`, { ...body, name: step.slug, slug: step.slug });
      return;
    }
    case "dates": {
      const number = drafts[step.which % Math.max(drafts.length, 1)];
      if (number === undefined) return;
      const on = (after: number | null) => (after === null ? null : addDays(world.today, after));
      const own = { changes: { [step.slug]: { effectiveOn: on(step.own) } } };
      const edit = (body: object) => r.call("PATCH", `/v1/change-sets/${number}`, { body });
      expect((await edit({ effectiveOn: on(step.ofSet) })).status).toBe(200);
      // Refused where the set does not change that vendor.
      expect((await edit(own)).status).toBeLessThan(500);
      return;
    }
    case "announce":
      return announce(world, drafts[step.which % Math.max(drafts.length, 1)], step.isUrgent === 0);
    case "pass":
      world.today = addDays(world.today, step.days);
      r.setTime(`${world.today}T09:00:00Z`);
      await r.drain();
      return;
    case "postpone": {
      const set = await pending(world, step.which);
      if (!set) return;
      const coming = set.changes.filter((change) => isComing(change, world.today));
      const last =
        coming
          .map(({ effectiveOn }) => effectiveOn)
          .sort()
          .at(-1) ?? world.today;
      const body = { effectiveOn: addDays(last > world.today ? last : world.today, step.by), reason: "Late." };
      const { status } = await r.post(`/v1/change-sets/${set.number}/postpone`, body);
      expect(status).toBeLessThan(500);
      if (status === 200) world.seen.postponed = (world.seen.postponed ?? 0) + 1;
      later(r, 1);
      return;
    }
    case "approve": {
      const set = await pending(world, step.which);
      if (set?.approvals?.missing.includes(step.customer)) await answer(r, set.number, step.customer, "approved");
      return;
    }
    case "waive": {
      const set = await pending(world, step.which);
      if (set?.awaitsApproval)
        await r.post(`/v1/change-sets/${set.number}/waive-approvals`, { reason: "They agreed." });
      return;
    }
    case "object":
      return object(world, step.which, step.customer);
    case "withdraw":
      return withdraw(world, step.which);
  }
}

const later = (r: Registry, seconds: number) =>
  r.setTime(new Date(r.deps.clock.now().getTime() + seconds * 1000).toISOString());

/** The changes of a set that wait for a customer, by slug, where its contract lets an objection of today hold them. */
async function heldBy({ r, today }: World, { number, changes }: SetView, id: string): Promise<string[]> {
  const rows = await r.rows(`select p.vendors from concerned_customers c
    left join change_set_parts p on p.change_set = c.change_set and p.number = c.part
    where c.change_set = ${number} and c.external_id = '${id}' and c.last_day_to_object_on >= '${today}'
      and (c.authorisation = 'specific' or c.on_objection = 'suspends')`);
  return changes
    .filter((change) => change.weight === "material" && isComing(change, today))
    .filter(({ vendor }) => rows.some(({ vendors }) => vendors === null || (vendors as string[]).includes(vendor)))
    .flatMap(({ vendor, releasedReason }) => (releasedReason === null ? vendor : []));
}

async function object(world: World, which: number, id: string): Promise<void> {
  const set = await pending(world, which);
  if (!set) return;
  const held = await heldBy(world, set, id);
  if (held.length === 0) return;
  await answer(world.r, set.number, id, "objected");
  world.held.push(...held.map((vendor) => ({ number: set.number, vendor, id })));
  count(world.seen, "held");
}

/** Withdraws what of a set is to come: what is in force of it stays, from the day that it was. */
async function withdraw(world: World, which: number): Promise<void> {
  const { r, today, seen } = world;
  // Sets of which some is in force are few, and what is asked most.
  const set =
    (await pending(world, which, (change) => !change.withdrawn && !isComing(change, today))) ??
    (await pending(world, which));
  if (!set) return;
  later(r, 1);
  const response = await r.post(`/v1/change-sets/${set.number}/withdraw`, {});
  expect([200, 409]).toContain(response.status);
  // Another change builds on it.
  if (response.status === 409) return;
  const after = (await response.json()) as SetView;
  const stays = set.changes.filter((change) => !isComing(change, today));
  expect(after.state).toBe(stays.length > 0 ? "effective" : "withdrawn");
  for (const { vendor, effectiveOn } of stays)
    expect(after.changes).toContainEqual(expect.objectContaining({ vendor, effectiveOn, withdrawn: false }));
  count(seen, stays.length > 0 ? "inPart" : "withdrawn");
  later(r, 1);
}

const documentOf = ({ key, country, region }: Service) => ({
  key,
  purpose: "Hosting",
  locations: [{ country }],
  dataCategories: ["Contact data"],
  hostingRegions: region === null ? [] : [region],
});

/** An edit of a vendor, which may be refused: the vendor may be in a draft already, or not change. */
async function drafted({ r, drafts }: World, method: string, path: string, body?: object): Promise<void> {
  const response = await r.call(method, path, body ? { body } : {});
  expect(response.status, await response.clone().text()).toBeLessThan(500);
  if (!response.ok) return;
  const { changeSet } = (await response.json()) as { changeSet: { number: number } };
  if (!drafts.includes(changeSet.number)) drafts.push(changeSet.number);
}

/** An announced set of which something is still to come. */
async function pending(
  { r, today }: World,
  which: number,
  such: (change: ChangeView) => boolean = () => true,
): Promise<SetView | undefined> {
  const sets = (await setsOf(r)).filter(({ state, changes }) => {
    return state === "announced" && changes.some((change) => isComing(change, today)) && changes.some(such);
  });
  return sets[which % Math.max(sets.length, 1)];
}

/** Vendors move to any country without a transfer tool. */
const KNOWN = { acceptFindings: ["gap"], acceptFindingsReason: "Known." };

/** Announces a draft as its preview says, a day earlier first. */
async function announce(world: World, number: number | undefined, isUrgent: boolean): Promise<void> {
  const { r, seen } = world;
  if (number === undefined) return;
  const path = `/v1/change-sets/${number}`;
  if (isUrgent) await r.json("PATCH", path, 200, { body: { emergency: { reason: "The provider is gone." } } });
  const preview: Preview = await r.json("GET", `${path}/preview`, 200);
  const { effectiveOn, changes } = preview.changeSet;
  /** As the draft is; where that takes a date, for the one that the preview shows. */
  const asPreviewed = async () => {
    const undated = await r.post(`${path}/announce`, KNOWN);
    return undated.ok || effectiveOn === null ? undated : r.post(`${path}/announce`, { effectiveOn, ...KNOWN });
  };
  if (changes.length === 0 || preview.overtaken.length > 0) {
    // Refused for that, or for a date of its own that is too early besides.
    expect([409, 422]).toContain((await asPreviewed()).status);
    world.drafts.splice(world.drafts.indexOf(number), 1);
    return;
  }
  const pendingVendors = await pendingIn(world, changes);
  const own = await r.rows(`select v.slug, planned_on::text as day from changes join vendors v on v.id = vendor_id
    where change_set = ${number} and planned_on is not null`);
  if (own.length === 0 && !isUrgent && preview.earliestEffectiveOn > world.today) {
    const early = await r.post(`${path}/announce`, { effectiveOn: addDays(preview.earliestEffectiveOn, -1), ...KNOWN });
    expect([409, 422]).toContain(early.status);
  }
  const byVendor = Object.fromEntries(changes.map((change) => [change.vendor, change.effectiveOn]));
  if (own.some(({ slug, day }) => byVendor[String(slug)] !== day)) {
    // A date of its own that is too early is put to the day that the preview shows.
    expect((await asPreviewed()).status).toBeGreaterThanOrEqual(400);
    const dates = own.map(({ slug }) => [slug, { effectiveOn: byVendor[String(slug)] }]);
    await r.json("PATCH", path, 200, { body: { changes: Object.fromEntries(dates) } });
  }
  const announced = await asPreviewed();
  expect(announced.status, await announced.clone().text()).toBe(200);
  world.drafts.splice(world.drafts.indexOf(number), 1);
  const set: SetView = await r.json("GET", path, 200);
  expect(set.effectiveOn).toBe(effectiveOn);
  expect(Object.fromEntries(set.changes.map((change) => [change.vendor, change.effectiveOn]))).toEqual(byVendor);
  count(seen, "announced");
  if (own.length > 0) count(seen, "dated");
  if (pendingVendors) count(seen, "pending");
  await expectNobodyElseAsked(world, { preview, set, isDatedByOthers: pendingVendors });
}

const isComing = ({ awaitsApproval, effectiveOn, withdrawn }: ChangeView, today: string) =>
  !withdrawn && (awaitsApproval || effectiveOn > today);

const count = (seen: Record<string, number>, what: string) => {
  seen[what] = (seen[what] ?? 0) + 1;
};

const pendingIn = async ({ r, today }: World, changes: readonly ChangeView[]): Promise<boolean> =>
  (await setsOf(r)).some(
    (set) =>
      set.state === "announced" &&
      set.changes.some((each) => isComing(each, today) && changes.some(({ vendor }) => each.vendor === vendor)),
  );

/** Nobody is asked, waited for, or decides a date, to whom nothing of what changes is new; and to whom it is, waits. */
async function expectNobodyElseAsked(
  { r, seen, contracts, today }: World,
  { preview, set, isDatedByOthers }: { preview: Preview; set: SetView; isDatedByOthers: boolean },
): Promise<void> {
  const organisation = Organisation.parse(SETTINGS);
  const waiting = await r.rows(`select c.external_id as id, p.vendors from concerned_customers c
    left join change_set_parts p on p.change_set = c.change_set and p.number = c.part
    where c.change_set = ${set.number} and c.last_day_to_object_on is not null`);
  const waitsFor = (id: string, vendor: string) =>
    waiting.some((row) => row.id === id && (row.vendors === null || (row.vendors as string[]).includes(vendor)));
  const mayBeAsked = new Set<string>();
  let [least, most] = [today, today];
  for (const change of set.changes) {
    if (change.weight !== "material") continue;
    const ours = deadlinesOf(organisation, today).earliestEffectiveOn;
    [least, most] = [ours > least ? ours : least, ours > most ? ours : most];
    for (const [id, contract] of contracts) {
      const [before, after] = [partOf(change.before, contract), partOf(change.after, contract)];
      const isLost = after.every((each) => before.includes(each));
      const places = (each: string[]) => each.map((text) => text.replace(/^\w+ /, ""));
      const isNew = places(after).some((each) => !places(before).includes(each));
      if (isLost) expect(waitsFor(id, change.vendor), `${id} waits for ${change.vendor}`).toBe(false);
      else mayBeAsked.add(id);
      if (isNew) expect(waitsFor(id, change.vendor), `${id} is waited for by ${change.vendor}`).toBe(true);
      count(seen, isLost ? "lost" : "new");
      const { region: _, objecting, ...terms } = contract;
      const own = deadlinesOf(organisation, today, ContractTerms.parse({ ...terms, ...objecting }), {
        now: r.deps.clock.now(),
      }).earliestEffectiveOn;
      if (isNew && own > least) least = own;
      if (!isLost && own > most) most = own;
    }
  }
  if (!isDatedByOthers) {
    expect(preview.earliestEffectiveOn >= least, `${preview.earliestEffectiveOn} is not before ${least}`).toBe(true);
    expect(preview.earliestEffectiveOn <= most, `${preview.earliestEffectiveOn} is not after ${most}`).toBe(true);
  }
  const asked = [...preview.approvals.map(({ externalId }) => externalId), ...(set.approvals?.required ?? [])];
  const decide = preview.decidedBy.map(({ customer: id }) => id);
  expect([...asked, ...decide].filter((id) => !mayBeAsked.has(id))).toEqual([]);
}

/** What of a vendor is for a customer, region by region: the service's key, the region and the country. */
function partOf(document: Document | null, { region: theirs }: Contract): string[] {
  return (document?.services ?? []).flatMap(({ key, hostingRegions, locations }) =>
    ["eu", "us"]
      .filter((each) => (theirs ?? each) === each && (hostingRegions.length === 0 || hostingRegions.includes(each)))
      .flatMap((each) => locations.map(({ country }) => `${key} ${each} ${country}`)),
  );
}

/**
 * No change that waits is in force before every customer it waits for can no longer object, unless an emergency or a waiver
 * is on record, or the contract lets objecting outlast the notice.
 */
async function expectNoneInForceWhileOpen({ r, held, today }: World): Promise<void> {
  const rows = await r.rows(`select c.change_set as number, c.external_id as id, p.vendors,
      c.last_day_to_object_on::text as day, coalesce(c.time_zone, '${ZONE}') as zone
    from concerned_customers c join change_sets s on s.number = c.change_set
    left join change_set_parts p on p.change_set = c.change_set and p.number = c.part
    where c.last_day_to_object_on is not null and s.emergency_reason is null and s.state = 'announced'`);
  const sets = new Map((await setsOf(r)).map((set) => [set.number, set]));
  // What an open objection holds is in force by a recorded reason alone.
  for (const { number, vendor, id } of held) {
    const change = sets.get(number)?.changes.find((each) => each.vendor === vendor);
    const isHeld = change?.awaitsApproval || change?.withdrawn || sets.get(number)?.state === "withdrawn";
    const goesOn = change?.releasedReason !== null || change.effectiveOn > today;
    expect(isHeld || goesOn, `${vendor} of set ${number} waits for ${id}`).toBe(true);
  }
  for (const { number, id, vendors, day, zone } of rows) {
    const until = startOf(addDays(String(day), 1), String(zone));
    for (const change of sets.get(Number(number))?.changes ?? []) {
      if (String(id).endsWith("outlasts") || change.weight !== "material" || change.awaitsApproval || change.withdrawn)
        continue;
      if (vendors !== null && !(vendors as string[]).includes(change.vendor)) continue;
      const from = startOf(change.effectiveOn, ZONE);
      expect(from >= until, `${change.vendor} of set ${number} from ${change.effectiveOn}, ${id} until ${day}`).toBe(
        true,
      );
    }
  }
}

/**
 * Each customer's contact is told of a set once, and once more whenever it has come to concern more of the customer; of a
 * withdrawal once, where they were told of what was withdrawn, and else never.
 */
async function expectEachToldOnce({ r, seen }: World): Promise<void> {
  const rows = await r.rows(`select s.number, c.external_id as id, s.state, s.withdrawn_at is not null as withdrawn,
      count(distinct coalesce(c.since, s.announced_at))::int as times,
      (select count(*)::int from deliveries d join notices n on n.id = d.notice_id
        where n.change_set = s.number and n.kind in ('announcement', 'late-announcement') and d.customers ? c.external_id
          and d.state <> 'skipped') as told,
      (select count(*)::int from deliveries d join notices n on n.id = d.notice_id
        where n.change_set = s.number and n.kind = 'withdrawal' and d.customers ? c.external_id) as ended,
      (select count(*)::int from deliveries d join notices n on n.id = d.notice_id
        where n.change_set = s.number and n.kind in ('announcement', 'late-announcement') and d.customers ? c.external_id
          and d.state <> 'skipped' and n.created_at < s.withdrawn_at) as before,
      bool_or(exists (select 1 from changes g join vendors v on v.id = g.vendor_id
        left join change_set_parts p on p.change_set = g.change_set and p.number = c.part
        where g.change_set = s.number and (s.state = 'withdrawn' or g.withdrawn) and (c.part = 0 or p.vendors ? v.slug))) as lost,
      bool_or(exists (select 1 from changes g join vendors v on v.id = g.vendor_id
        left join change_set_parts p on p.change_set = g.change_set and p.number = c.part
        where g.change_set = s.number and s.state <> 'withdrawn' and not g.withdrawn and (c.part = 0 or p.vendors ? v.slug))) as stays
    from concerned_customers c join change_sets s on s.number = c.change_set group by s.number, c.external_id`);
  for (const { number, id, times, told, ended, before, lost, stays } of rows) {
    const what = `${id} of set ${number}`;
    if (stays) expect(Number(told), `${what} is told`).toBeGreaterThan(0);
    expect(Number(told), `${what} is told once`).toBeLessThanOrEqual(Number(times));
    expect(Number(ended), `${what} is told of a withdrawal`).toBe(lost && Number(before) > 0 ? 1 : 0);
    count(seen, "told");
  }
}

const setsOf = async (r: Registry): Promise<SetView[]> => (await r.json("GET", "/v1/change-sets?limit=200", 200)).data;

type Document = { services: { key: string; hostingRegions: string[]; locations: { country: string }[] }[] };
type ChangeView = {
  vendor: string;
  weight: string;
  effectiveOn: string;
  awaitsApproval: boolean;
  withdrawn: boolean;
  releasedReason: string | null;
  before: Document | null;
  after: Document | null;
};
type SetView = {
  number: number;
  state: string;
  effectiveOn: string | null;
  awaitsApproval: boolean;
  approvals: { required: string[]; missing: string[] } | null;
  changes: ChangeView[];
};
type Preview = {
  changeSet: SetView;
  earliestEffectiveOn: string;
  overtaken: string[];
  approvals: { externalId: string }[];
  decidedBy: { customer: string }[];
};
