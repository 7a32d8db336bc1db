import { createHash, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LOCALES } from "../src/model/values/text.ts";
import { forgetExpired } from "../src/registry/people/forget.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

const slugOf = ({ name }: { name: string }) => name.toLowerCase().replace(" ", "-");

/** A draft that adds a vendor of its own: material, so it waits 30 days. */
async function drafted(r: Registry, query = "", body = vendor()) {
  const { changeSet } = await r.json("POST", `/v1/vendors${query}`, 201, { body });
  return { number: changeSet.number as number, slug: slugOf(body), path: `/v1/change-sets/${changeSet.number}` };
}

/** A vendor that is on the list, and the path of it. */
async function listed(r: Registry, body = vendor()) {
  await r.listed(body);
  return { slug: slugOf(body), path: `/v1/vendors/${slugOf(body)}` };
}

/** Another, announced when the list has begun already. */
async function listedLater(r: Registry) {
  const { number, slug } = await drafted(r);
  await announced(r, number, { emergency: { reason: "The test needs it today." } });
  return { slug, path: `/v1/vendors/${slug}` };
}

const announce = (r: Registry, number: number, body: unknown = {}) =>
  r.post(`/v1/change-sets/${number}/announce`, body);

const announced = async (r: Registry, number: number, body: unknown = {}) =>
  r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body });

/** Who is owed which notice, by address; nothing was sent by it. */
const owed = (r: Registry) =>
  r.rows(`select n.kind, n.change_set, s.email, d.state from deliveries d
    join notices n on n.id = d.notice_id join subscribers s on s.id = d.subscriber_id
    where n.kind in ('announcement', 'withdrawal') order by n.kind, s.email`);

async function expectNothingDone(r: Registry, act: () => Promise<void>): Promise<void> {
  const [before, kicks] = [await r.stored(), r.kicks()];
  await act();
  expect(await r.stored()).toEqual(before);
  expect(r.kicks()).toBe(kicks);
  expect(await r.messages()).toEqual([]);
}

describe("drafts", () => {
  test("a draft starts empty, takes vendors, and shows what each change is", async () => {
    const r = await registry();
    const { path } = await listed(r, vendor({ name: "Zendesk", website: "https://zendesk.example" }));

    const draft = await r.json("POST", "/v1/change-sets", 201, {
      body: { reason: "Support", effectiveOn: "2027-01-10" },
    });
    expect(draft).toMatchObject({
      number: 2,
      state: "draft",
      effectiveOn: "2027-01-10",
      reason: "Support",
      changes: [],
    });
    await r.json("PATCH", `${path}?changeSet=2`, 200, { body: { website: null, country: "US" } });
    const added = vendor();
    await r.json("POST", "/v1/vendors?changeSet=2", 201, { body: added });

    const set = await r.json("GET", "/v1/change-sets/2", 200);
    expect(set).toMatchObject({ weight: "material", announcedAt: null, deliveries: {} });
    expect(set.changes.map((each: { kind: string }) => each.kind).sort()).toEqual(["added", "updated"]);
    expect(set.changes.find((each: { vendor: string }) => each.vendor === "zendesk")).toMatchObject({
      kind: "updated",
      weight: "material",
      weightReason: "country of establishment is now the United States",
      weightOverride: null,
      diff: expect.arrayContaining([
        { path: "/website", before: "https://zendesk.example", after: null },
        { path: "/country", before: null, after: "US" },
      ]),
    });
  });

  test("a draft publishes nothing, owes nothing and is not on the list", async () => {
    const r = await registry();
    await r.listed(vendor());
    await r.follower("ada@customer.example");
    const [published] = await r.rows("select count(*)::int as count from snapshots");

    await drafted(r);

    expect((await r.rows("select count(*)::int as count from snapshots"))[0]).toEqual(published);
    expect(await owed(r)).toEqual([]);
    expect((await r.json("GET", "/v1/vendors?at=2030-01-01", 200)).data).toHaveLength(1);
  });

  test("its date and reason can be changed and taken back; what is not named stays", async () => {
    const r = await registry();
    const { path } = await drafted(r, "?effectiveOn=2027-01-10&reason=First");

    expect(await r.json("PATCH", path, 200, { body: { reason: "Second" } })).toMatchObject({
      effectiveOn: "2027-01-10",
      reason: "Second",
    });
    expect(await r.json("PATCH", path, 200, { body: { effectiveOn: null } })).toMatchObject({
      effectiveOn: null,
      reason: "Second",
    });
  });

  test("deleting it takes the vendors that existed in it alone, and leaves the list", async () => {
    const r = await registry();
    const { slug, path } = await drafted(r);
    const kept = await listed(r);

    await r.json("DELETE", path, 204);

    await expectProblem(await r.get(path), 404, "not-found");
    await expectProblem(await r.get(`/v1/vendors/${slug}`), 404, "not-found");
    expect(await r.json("GET", kept.path, 200)).toMatchObject({ status: "active" });
  });

  test("is deleted, and a change taken out of it, as it was read, where that is named", async () => {
    const r = await registry();
    const { slug, path } = await drafted(r);
    const { draftHash } = await r.json("GET", `${path}/preview`, 200);
    const change = `${path}/changes/${slug}`;
    await r.json("PATCH", path, 200, { body: { reason: "Another wrote this meanwhile." } });
    for (const address of [change, path])
      await expectProblem(
        await r.call("DELETE", `${address}?draftHash=${draftHash}`),
        409,
        "draft-changed",
        "/draftHash",
      );
    await expectProblem(await r.call("DELETE", `${path}?draftHash=x`), 422, "invalid-request");
    const now = (await r.json("GET", `${path}/preview`, 200)).draftHash;
    await r.json("DELETE", `${change}?draftHash=${now}`, 204);
    const empty = (await r.json("GET", `${path}/preview`, 200)).draftHash;
    await r.json("DELETE", `${path}?draftHash=${empty}`, 204);
  });

  test("the number of a deleted draft is not used again", async () => {
    const r = await registry();
    const first = await drafted(r);
    await r.json("DELETE", first.path, 204);

    expect((await drafted(r)).number).toBe(first.number + 1);
  });

  test("a refused draft does not use up a number", async () => {
    const r = await registry();
    const first = await drafted(r);
    await expectProblem(
      await r.post("/v1/change-sets", { effectiveOn: "2020-01-01" }),
      422,
      "effective-date-in-the-past",
      "/effectiveOn",
    );

    expect((await drafted(r)).number).toBe(first.number + 1);
  });

  test("drafts made at the same time get different numbers", async () => {
    const r = await registry();

    const sets = await Promise.all(
      Array.from({ length: 8 }, () => r.json("POST", "/v1/change-sets", 201, { body: {} })),
    );

    expect(sets.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("change sets are listed newest first, page by page", async () => {
    const r = await registry();
    for (let made = 0; made < 5; made += 1) await drafted(r);

    const numbers: number[] = [];
    let next: string | null = "";
    while (next !== null) {
      const page: { data: { number: number }[]; next: string | null } = await r.json(
        "GET",
        `/v1/change-sets?limit=2${next && `&cursor=${next}`}`,
        200,
      );
      expect(page.data.length).toBeLessThanOrEqual(2);
      numbers.push(...page.data.map(({ number }) => number));
      next = page.next;
    }
    expect(numbers).toEqual([5, 4, 3, 2, 1]);
  });
});

describe("the preview", () => {
  test("says the earliest date, who would be told and in which language, with the mails, and writes nothing", async () => {
    const r = await registry();
    await r.follower("ada@customer.example", { locale: "en" });
    await r.follower("bob@customer.example", { locale: "fr" });
    await r.follower("eve@customer.example", { locale: "fr" });
    const body = vendor();
    const { path } = await drafted(r, "", body);

    await expectNothingDone(r, async () => {
      const preview = await r.json("GET", `${path}/preview`, 200);
      expect(preview).toMatchObject({
        earliestEffectiveOn: "2026-12-22",
        recipients: { contacts: 0, followers: 3, byLocale: { en: 1, fr: 2 } },
        changeSet: { state: "draft", effectiveOn: "2026-12-22", lastDayToObjectOn: "2026-12-21" },
      });
      expect(preview.mails.map((each: { locale: string }) => each.locale)).toEqual(LOCALES);
      for (const mail of preview.mails) {
        expect(mail.text).toContain(body.name);
        expect(mail.html).toContain(body.name);
      }
    });
  });

  test("an editorial change would mail nobody", async () => {
    const r = await registry();
    await r.follower("ada@customer.example");
    const { path } = await listed(r);
    const { changeSet } = await r.json("PATCH", path, 200, { body: { website: "https://new.example" } });

    expect(await r.json("GET", `/v1/change-sets/${changeSet.number}/preview`, 200)).toMatchObject({
      earliestEffectiveOn: "2026-11-21",
      recipients: { followers: 0, byLocale: {} },
      mails: [],
    });
  });
});

describe("announcing", () => {
  test("publishes a snapshot and owes one delivery to each follower, sends nothing itself, and asks for sending", async () => {
    const r = await registry();
    await r.follower("ada@customer.example");
    await r.follower("bob@customer.example");
    const { number } = await drafted(r, "?effectiveOn=2026-12-22");
    const [{ count: before } = {}] = await r.rows("select count(*)::int as count from snapshots");
    const kicks = r.kicks();

    expect(await announced(r, number)).toMatchObject({
      state: "announced",
      weight: "material",
      effectiveOn: "2026-12-22",
      lastDayToObjectOn: "2026-12-21",
      announcedAt: "2026-11-21T09:00:00.000Z",
      emergency: null,
    });

    expect(await r.messages()).toEqual([]);
    expect(r.kicks()).toBe(kicks + 1);
    expect(await owed(r)).toEqual([
      { kind: "announcement", change_set: number, email: "ada@customer.example", state: "pending" },
      { kind: "announcement", change_set: number, email: "bob@customer.example", state: "pending" },
    ]);
    expect(await r.rows("select count(*)::int as count from snapshots")).toEqual([{ count: Number(before) + 1 }]);
    await r.drain();
    expect((await r.messages()).flatMap(({ to }) => to).sort()).toEqual([
      "ada@customer.example",
      "bob@customer.example",
    ]);
    expect((await r.json("GET", `/v1/change-sets/${number}`, 200)).deliveries).toEqual({ accepted: 2 });
  });

  test("a draft's own date counts unless the announcement names another", async () => {
    const r = await registry();
    const [kept, moved] = [await drafted(r, "?effectiveOn=2027-02-01"), await drafted(r, "?effectiveOn=2027-02-01")];

    expect(await announced(r, kept.number)).toMatchObject({ effectiveOn: "2027-02-01" });
    expect(await announced(r, moved.number, { effectiveOn: "2027-03-01" })).toMatchObject({
      effectiveOn: "2027-03-01",
    });
  });

  test("a set is announced once: the second time it is no draft", async () => {
    const r = await registry();
    const { number, path, slug } = await drafted(r, "?effectiveOn=2027-01-10");
    await announced(r, number);

    await expectNothingDone(r, async () => {
      await expectProblem(await announce(r, number), 409, "not-a-draft");
      await expectProblem(await r.call("PATCH", path, { body: { reason: "x" } }), 409, "not-a-draft");
      await expectProblem(await r.call("DELETE", path), 409, "not-a-draft");
      await expectProblem(await r.post(`/v1/vendors?changeSet=${number}`, vendor()), 409, "not-a-draft");
      await expectProblem(
        await r.call("PATCH", `/v1/vendors/${slug}?changeSet=${number}`, { body: { country: "FR" } }),
        409,
        "not-a-draft",
      );
      await expectProblem(await r.call("DELETE", `/v1/vendors/${slug}?changeSet=${number}`), 409, "not-a-draft");
    });
  });

  test("two who announce the same draft at once publish it once", async () => {
    const r = await registry();
    await r.follower("ada@customer.example");
    const { number } = await drafted(r, "?effectiveOn=2027-01-10");

    const statuses = await Promise.all([1, 2, 3].map(async () => (await announce(r, number)).status));

    expect(statuses.sort()).toEqual([200, 409, 409]);
    expect(await owed(r)).toHaveLength(1);
  });

  test("an empty set is refused", async () => {
    const r = await registry();
    const { number } = await r.json("POST", "/v1/change-sets", 201, { body: { effectiveOn: "2027-01-10" } });

    await expectNothingDone(r, async () => {
      await expectProblem(await announce(r, number), 409, "empty-change-set");
      await expectProblem(await announce(r, number, { baseline: true }), 409, "empty-change-set");
    });
  });

  test("a draft overtaken by another announcement of the vendor is refused, and owes nothing", async () => {
    const r = await registry();
    await r.follower("ada@customer.example");
    const { path, slug } = await listed(r);
    const { changeSet: first } = await r.json("PATCH", path, 200, { body: { website: "https://one.example" } });
    const { changeSet: second } = await r.json("PATCH", path, 200, { body: { website: "https://two.example" } });
    await announced(r, second.number);

    await expectNothingDone(r, async () => {
      const problem = await expectProblem(await announce(r, first.number), 409, "vendor-changed-since");
      expect(problem).toMatchObject({ vendor: slug });
    });
    expect(await r.json("GET", path, 200)).toMatchObject({ website: "https://two.example" });
  });

  test("a change cannot come into force before one of the same vendor that is already announced", async () => {
    const r = await registry();
    const { path, slug } = await listed(r);
    const { changeSet: move } = await r.json("PATCH", path, 200, { body: { country: "US" } });
    await announced(r, move.number, { effectiveOn: "2027-02-01" });
    const { changeSet: link } = await r.json("PATCH", path, 200, { body: { website: "https://new.example" } });

    await expectNothingDone(r, async () => {
      const answer = await announce(r, link.number);
      const problem = await expectProblem(answer, 409, "earlier-than-pending-change", "/effectiveOn");
      expect(problem).toMatchObject({ vendor: slug, earliest: "2027-02-01" });
    });
    expect(await announced(r, link.number, { effectiveOn: "2027-02-01" })).toMatchObject({ state: "announced" });
  });

  test("the earliest date that is named for a change is not before the announced one it builds on", async () => {
    const r = await registry();
    const acme = { name: "Acme", noticePeriod: { days: 45, basis: "calendar" }, contacts: [] };
    await r.json("PUT", "/v1/customers/acme", 201, { body: acme });
    const { path } = await listed(r);
    const { changeSet: move } = await r.json("PATCH", path, 200, { body: { country: "US" } });
    await announced(r, move.number, { effectiveOn: "2027-02-01" });
    const { changeSet: name } = await r.json("PATCH", path, 200, { body: { legalName: "Another GmbH" } });

    expect(await r.json("GET", `/v1/change-sets/${name.number}/preview`, 200)).toMatchObject({
      earliestEffectiveOn: "2027-02-01",
      changeSet: { effectiveOn: "2027-02-01" },
      decidedBy: [],
    });
    const tooEarly = await announce(r, name.number, { effectiveOn: "2026-12-01" });
    const early = await expectProblem(tooEarly, 422, "effective-date-too-early", "/effectiveOn");
    expect(early).toMatchObject({ earliest: "2027-02-01", customers: [{ externalId: "acme" }] });
    const dateless = await expectProblem(await announce(r, name.number), 422, "no-effective-date", "/effectiveOn");
    expect(dateless).toMatchObject({ earliest: "2027-02-01" });
    expect(await announced(r, name.number, { effectiveOn: "2027-02-01" })).toMatchObject({ state: "announced" });
  });

  test("of two changes of a vendor on one day the one announced later holds, whichever set is older", async () => {
    const r = await registry();
    const { path } = await listed(r);
    const { path: other } = await listedLater(r);
    const { changeSet: older } = await r.json("PATCH", other, 200, { body: { website: "https://other.example" } });
    await r.json("PATCH", `${path}?announce=true`, 200, { body: { website: "https://first.example" } });
    r.passHours(1);
    await r.json("PATCH", `${path}?changeSet=${older.number}`, 200, { body: { website: "https://second.example" } });
    await announced(r, older.number);

    expect(await r.json("GET", path, 200)).toMatchObject({ website: "https://second.example" });
    expect((await r.json("GET", "/v1/vendors?at=2026-11-21&q=second.example", 200)).data).toHaveLength(1);
  });

  test("an overtaken draft that is edited again does not take back what was announced meanwhile", async () => {
    const r = await registry();
    const { path } = await listed(r);
    const { changeSet: draft } = await r.json("PATCH", path, 200, { body: { website: "https://a.example" } });
    await r.json("PATCH", `${path}?announce=true`, 200, { body: { dpaUrl: "https://a.example/dpa" } });

    // Refused, or put on top of the announced text: both are right.
    await r.call("PATCH", `${path}?changeSet=${draft.number}`, { body: { website: "https://b.example" } });
    await announce(r, draft.number);

    expect(await r.json("GET", path, 200)).toMatchObject({ dpaUrl: "https://a.example/dpa" });
    const set = await r.json("GET", `/v1/change-sets/${draft.number}`, 200);
    if (set.state === "effective") {
      expect(set.changes[0].diff.map((each: { path: string }) => each.path)).toEqual(["/website"]);
    }
  });

  test("a set that would take effect inside the notice period is refused with the earliest date", async () => {
    const r = await registry();
    await r.follower("ada@customer.example");
    const { number } = await drafted(r);

    await expectNothingDone(r, async () => {
      const problem = await expectProblem(
        await announce(r, number, { effectiveOn: "2026-12-21" }),
        422,
        "effective-date-too-early",
        "/effectiveOn",
      );
      expect(problem).toMatchObject({ earliest: "2026-12-22" });
    });
    expect(await announced(r, number, { effectiveOn: "2026-12-22" })).toMatchObject({ state: "announced" });
  });

  test("the draft's own date is too early once too much time has passed", async () => {
    const r = await registry();
    const { number } = await drafted(r, "?effectiveOn=2026-12-22");
    r.setTime("2026-11-23T09:00:00Z");

    await expectNothingDone(r, async () => {
      const problem = await expectProblem(await announce(r, number), 422, "effective-date-too-early", "/effectiveOn");
      expect(problem).toMatchObject({ earliest: "2026-12-24" });
    });
  });

  test("a material change without a date is refused with the earliest date", async () => {
    const r = await registry();
    const { number } = await drafted(r);

    await expectNothingDone(r, async () => {
      const problem = await expectProblem(await announce(r, number), 422, "no-effective-date", "/effectiveOn");
      expect(problem).toMatchObject({ earliest: "2026-12-22" });
    });
  });

  test("a draft whose date has passed is refused", async () => {
    const r = await registry();
    const { path } = await listed(r);
    const { changeSet } = await r.json("PATCH", `${path}?effectiveOn=2026-11-22`, 200, {
      body: { website: "https://new.example" },
    });
    r.setTime("2026-11-24T09:00:00Z");

    await expectNothingDone(r, async () => {
      const response = await announce(r, changeSet.number);
      await expectProblem(response, 422, "effective-date-in-the-past", "/effectiveOn");
    });
  });

  test("a refused announcement may be mended and repeated", async () => {
    const r = await registry();
    const { number, path } = await drafted(r);
    await expectProblem(await announce(r, number), 422, "no-effective-date");

    await r.json("PATCH", path, 200, { body: { effectiveOn: "2027-01-10" } });

    expect(await announced(r, number)).toMatchObject({ state: "announced", effectiveOn: "2027-01-10" });
  });

  test("an emergency takes effect at once, says why, and still tells everyone", async () => {
    const r = await registry();
    await r.follower("ada@customer.example");
    const { number } = await drafted(r);

    expect(await announced(r, number, { emergency: { reason: "The former vendor is insolvent." } })).toMatchObject({
      state: "effective",
      effectiveOn: "2026-11-21",
      emergency: { reason: "The former vendor is insolvent." },
    });

    await r.drain();
    const [mail] = await r.messages("ada@customer.example");
    expect(mail?.text).toContain("The former vendor is insolvent.");
  });

  test("an emergency may still be dated, but not in the past", async () => {
    const r = await registry();
    const emergency = { reason: "A fire." };
    const [soon, past] = [await drafted(r), await drafted(r)];

    expect(await announced(r, soon.number, { emergency, effectiveOn: "2026-11-25" })).toMatchObject({
      state: "announced",
      effectiveOn: "2026-11-25",
    });
    await expectNothingDone(r, async () => {
      const response = await announce(r, past.number, { emergency, effectiveOn: "2026-11-20" });
      await expectProblem(response, 422, "effective-date-in-the-past", "/effectiveOn");
    });
  });

  test("an emergency that need not hurry is not called one", async () => {
    const r = await registry();
    const { number, path } = await drafted(r);

    const answer = await announce(r, number, { effectiveOn: "2027-03-01", emergency: { reason: "To be safe" } });

    expect(answer.status).toBe(200);
    expect(await r.json("GET", path, 200)).toMatchObject({ effectiveOn: "2027-03-01", emergency: null });
  });

  test("without a body it is announced on the draft's own terms", async () => {
    const r = await registry();
    const { number } = await drafted(r, "?effectiveOn=2027-01-10");

    expect((await r.post(`/v1/change-sets/${number}/announce`)).status).toBe(200);
  });

  test("an addition announced with the call that makes it is refused whole when its date is too early", async () => {
    const r = await registry();
    await r.follower("ada@customer.example");

    await expectNothingDone(r, async () => {
      const response = await r.post("/v1/vendors?announce=true&effectiveOn=2026-12-01", vendor());
      const problem = await expectProblem(response, 422, "effective-date-too-early", "/effectiveOn");
      expect(problem).toMatchObject({ earliest: "2026-12-22" });
    });
  });
});

describe("a baseline", () => {
  test("is in force at once and tells nobody", async () => {
    const r = await registry();
    await r.follower("ada@customer.example");
    const { number, slug } = await drafted(r);

    expect(await announced(r, number, { baseline: true })).toMatchObject({
      state: "effective",
      baseline: true,
      effectiveOn: "2026-11-21",
      lastDayToObjectOn: null,
    });

    expect(await r.json("GET", `/v1/vendors/${slug}`, 200)).toMatchObject({ status: "active" });
    expect(await owed(r)).toEqual([]);
    await r.drain();
    expect(await r.messages()).toEqual([]);
  });

  test("is the first announcement only", async () => {
    const r = await registry();
    await r.listed(vendor());
    const { number } = await drafted(r);

    await expectNothingDone(r, async () => {
      await expectProblem(await announce(r, number, { baseline: true }), 409, "not-an-empty-registry");
    });
  });

  test("is not possible after a withdrawn announcement either", async () => {
    const r = await registry();
    const first = await drafted(r, "?effectiveOn=2027-01-10");
    await announced(r, first.number);
    await r.json("POST", `${first.path}/withdraw`, 200, { body: {} });
    const { number } = await drafted(r);

    await expectProblem(await announce(r, number, { baseline: true }), 409, "not-an-empty-registry");
  });
});

describe("withdrawing", () => {
  test("takes the change back and tells those who were told", async () => {
    const r = await registry();
    await r.follower("ada@customer.example");
    const { number, path, slug } = await drafted(r, "?effectiveOn=2027-01-10");
    await announced(r, number);
    await r.drain();
    await r.follower("late@customer.example");

    const set = await r.json("POST", `${path}/withdraw`, 200, { body: { reason: "The price was wrong." } });

    expect(set).toMatchObject({
      state: "withdrawn",
      withdrawnAt: "2026-11-21T09:00:00.000Z",
      withdrawnReason: "The price was wrong.",
      effectiveOn: "2027-01-10",
    });
    expect((await owed(r)).filter(({ kind }) => kind === "withdrawal")).toEqual([
      { kind: "withdrawal", change_set: number, email: "ada@customer.example", state: "pending" },
    ]);
    await r.drain();
    expect((await r.messages("ada@customer.example")).at(-1)?.text).toContain("The price was wrong.");
    r.setTime("2027-02-01T09:00:00Z");
    expect((await r.json("GET", "/v1/vendors", 200)).data).toEqual([]);
    expect(await r.json("GET", `/v1/vendors/${slug}/history`, 200)).toMatchObject({ data: [{ state: "withdrawn" }] });
  });

  test("does not tell those who have left since", async () => {
    const r = await registry();
    const { id } = await r.follower("ada@customer.example");
    const { number, path } = await drafted(r, "?effectiveOn=2027-01-10");
    await announced(r, number);
    await r.rows(`update subscribers set status = 'unsubscribed' where id = '${id}'`);

    await r.json("POST", `${path}/withdraw`, 200, { body: {} });

    expect((await owed(r)).filter(({ kind }) => kind === "withdrawal")).toEqual([]);
  });

  test("is refused for a draft, and for what was withdrawn before", async () => {
    const r = await registry();
    const { number, path } = await drafted(r, "?effectiveOn=2027-01-10");
    await expectNothingDone(r, async () => {
      await expectProblem(await r.post(`${path}/withdraw`, {}), 409, "not-announced");
    });
    await announced(r, number);
    await r.json("POST", `${path}/withdraw`, 200, { body: {} });

    await expectNothingDone(r, async () => {
      await expectProblem(await r.post(`${path}/withdraw`, {}), 409, "not-announced");
    });
  });

  test("is refused from the day on which the change takes effect", async () => {
    const r = await registry();
    const { number, path } = await drafted(r, "?effectiveOn=2027-01-10");
    await announced(r, number);
    r.setTime("2027-01-09T23:00:00Z"); // midnight in Paris

    await expectNothingDone(r, async () => {
      await expectProblem(await r.post(`${path}/withdraw`, {}), 409, "already-effective");
    });
  });

  test("is refused while a later change builds on it", async () => {
    const r = await registry();
    const { number, path, slug } = await drafted(r, "?effectiveOn=2027-01-10");
    await announced(r, number);
    const { changeSet: later } = await r.json("PATCH", `/v1/vendors/${slug}`, 200, { body: { country: "FR" } });
    await announced(r, later.number, { effectiveOn: "2027-01-20" });

    await expectNothingDone(r, async () => {
      await expectProblem(await r.post(`${path}/withdraw`, {}), 409, "later-change-exists");
    });
    await r.json("POST", `/v1/change-sets/${later.number}/withdraw`, 200, { body: {} });
    await r.json("POST", `${path}/withdraw`, 200, { body: {} });
  });

  test("leaves a draft that built on it unannounceable", async () => {
    const r = await registry();
    const { number, path, slug } = await drafted(r, "?effectiveOn=2027-01-10");
    await announced(r, number);
    const { changeSet: later } = await r.json("PATCH", `/v1/vendors/${slug}`, 200, { body: { country: "FR" } });
    await r.json("POST", `${path}/withdraw`, 200, { body: {} });

    const response = await announce(r, later.number, { effectiveOn: "2027-01-20" });

    await expectProblem(response, 409, "vendor-changed-since");
  });
});

describe("taking effect", () => {
  const stateAt = async (r: Registry, path: string, at: string) => {
    r.setTime(at);
    return (await r.json("GET", path, 200)).state;
  };

  test("happens at midnight in the organisation's time zone, in winter", async () => {
    const r = await registry();
    const { number, path } = await drafted(r, "?effectiveOn=2027-01-10");
    await announced(r, number);

    expect(await stateAt(r, path, "2027-01-09T22:59:59.999Z")).toBe("announced");
    expect(await stateAt(r, path, "2027-01-09T23:00:00.000Z")).toBe("effective");
  });

  test("happens at midnight of summer time", async () => {
    const r = await registry();
    const { number, path } = await drafted(r, "?effectiveOn=2027-07-01");
    await announced(r, number);

    expect(await stateAt(r, path, "2027-06-30T21:59:59.999Z")).toBe("announced");
    expect(await stateAt(r, path, "2027-06-30T22:00:00.000Z")).toBe("effective");
  });

  test("happens at midnight west of Greenwich", async () => {
    const r = await registry();
    await r.organisation({ timeZone: "America/Los_Angeles" });
    const { number, path } = await drafted(r, "?effectiveOn=2027-03-14"); // the clocks change two hours later
    await announced(r, number);

    expect(await stateAt(r, path, "2027-03-14T07:59:59.999Z")).toBe("announced");
    expect(await stateAt(r, path, "2027-03-14T08:00:00.000Z")).toBe("effective");
  });

  test("is never taken back by a time zone further west: the day that had begun lasts until it has come there", async () => {
    const r = await registry();
    const west = () => r.organisation({ timeZone: "America/Los_Angeles", phone: "+1 555 0100" });
    await r.organisation({ timeZone: "Pacific/Kiritimati" });
    await r.listed(vendor({ slug: "old" }));
    const { path } = await drafted(r, "?effectiveOn=2027-01-10", vendor({ slug: "new" }));
    await r.json("POST", `${path}/announce`, 200, { body: {} });
    const seen = async () => {
      const { state } = await r.json("GET", path, 200);
      const { status } = await r.json("GET", "/v1/vendors/new", 200);
      const page = await (await r.get("/", { key: null })).text();
      const [published] = await r.rows(`select content::jsonb #>> '{inForce,0,slug}' as first,
        jsonb_array_length(content::jsonb -> 'inForce')::int as listed from snapshots order by number desc limit 1`);
      return { state, status, isListed: page.includes('id="new-'), listed: published?.listed };
    };
    r.setTime("2027-01-09T10:00:00Z");
    await r.organisation({ timeZone: "Pacific/Kiritimati" });
    const before = await seen();
    expect(before).toMatchObject({ state: "effective", status: "active", isListed: true, listed: 2 });

    await west();
    expect(await seen()).toEqual(before);
    await expectProblem(await r.post(`${path}/withdraw`, {}), 409, "already-effective");
    const late = await r.post(`/v1/vendors?announce=true&effectiveOn=2027-01-09`, vendor());
    await expectProblem(late, 422, "effective-date-in-the-past");

    // Settings that are put again take nothing back, and a day later all is as if it had always been there.
    r.setTime("2027-01-10T07:00:00Z");
    await west();
    expect(await seen()).toEqual(before);
    r.setTime("2027-01-11T07:59:59Z");
    await expectProblem(
      await r.post(`/v1/vendors?announce=true&effectiveOn=2027-01-09`, vendor()),
      422,
      "effective-date-in-the-past",
    );
    const { changeSet } = await r.json("POST", `/v1/vendors?effectiveOn=2027-01-10`, 201, { body: vendor() });
    expect(changeSet.state).toBe("draft");
    r.setTime("2027-01-11T08:00:00Z");
    await expectProblem(
      await r.post(`/v1/vendors?effectiveOn=2027-01-10`, vendor()),
      422,
      "effective-date-in-the-past",
    );
  });

  test.each([
    ["a second before midnight counts from that day", "Europe/Paris", "2026-11-21T22:59:59Z", "2026-12-22"],
    ["a second later counts from the next", "Europe/Paris", "2026-11-21T23:00:00Z", "2026-12-23"],
    [
      "the last second of a day of Kiribati is another day's in Greenwich",
      "Pacific/Kiritimati",
      "2026-11-21T09:59:59Z",
      "2026-12-22",
    ],
    ["and its next day begins there first", "Pacific/Kiritimati", "2026-11-21T10:00:00Z", "2026-12-23"],
    ["summer time ends within the period", "Europe/Paris", "2026-10-20T21:59:59Z", "2026-11-20"],
    ["summer time begins within the period", "Europe/Paris", "2027-03-10T22:59:59Z", "2027-04-10"],
    ["announced in the night the clocks go back", "Europe/Paris", "2026-10-25T00:30:00Z", "2026-11-25"],
  ])("announced %s", async (_, timeZone, now, earliest) => {
    const r = await registry({ now });
    await r.organisation({ timeZone });
    const { number } = await drafted(r);

    const problem = await expectProblem(await announce(r, number), 422, "no-effective-date");

    expect(problem).toMatchObject({ earliest });
    expect(await announced(r, number, { effectiveOn: earliest })).toMatchObject({ effectiveOn: earliest });
  });

  test("the organisation's period and holidays count: 10 business days over Christmas", async () => {
    const r = await registry({ now: "2026-12-18T10:00:00Z" });
    await r.organisation({
      noticePeriod: { days: 10, basis: "business" },
      objectionPeriod: { days: 5, basis: "business", deemedReceiptDays: 2 },
      holidays: ["2026-12-25", "2027-01-01"],
    });
    const { number } = await drafted(r);

    const early = await announce(r, number, { effectiveOn: "2027-01-05" });
    expect(await expectProblem(early, 422, "effective-date-too-early")).toMatchObject({ earliest: "2027-01-06" });
    // Received on Sunday 20 December; 21, 22, 23, 24 and 28 December are the five days.
    expect(await announced(r, number, { effectiveOn: "2027-01-06" })).toMatchObject({
      lastDayToObjectOn: "2026-12-28",
    });
  });
});

describe("Idempotency-Key", () => {
  const withKey = (r: Registry, path: string, body: unknown, key: string, as: { key?: string } = {}) =>
    r.post(path, body, { ...as, headers: { "idempotency-key": key } });

  test("a repeat gets the same answer, and it is done once", async () => {
    const r = await registry();
    await r.follower("ada@customer.example");
    const { number } = await drafted(r, "?effectiveOn=2027-01-10");
    const key = randomUUID();
    const path = `/v1/change-sets/${number}/announce`;
    const first = await withKey(r, path, {}, key);
    const answer = await first.text();

    await expectNothingDone(r, async () => {
      r.passHours(1);
      const repeat = await withKey(r, path, {}, key);
      expect([repeat.status, await repeat.text()]).toEqual([first.status, answer]);
      expect(repeat.headers.get("content-type")).toBe(first.headers.get("content-type"));
    });
    expect(await owed(r)).toHaveLength(1);
  });

  test("a repeated addition gets the same answer, its status and its ETag too", async () => {
    const r = await registry();
    const [key, body] = [randomUUID(), vendor()];

    const [first, repeat] = [await withKey(r, "/v1/vendors", body, key), await withKey(r, "/v1/vendors", body, key)];

    expect([repeat.status, await repeat.text()]).toEqual([201, await first.text()]);
    expect(repeat.headers.get("etag")).toBe(first.headers.get("etag"));
    expect((await r.json("GET", "/v1/change-sets", 200)).data).toHaveLength(1);
  });

  test("the same key with another body, or another address, is refused", async () => {
    const r = await registry();
    const [key, body] = [randomUUID(), vendor()];
    await withKey(r, "/v1/vendors", body, key);

    await expectNothingDone(r, async () => {
      for (const [path, other] of [
        ["/v1/vendors", vendor()],
        ["/v1/vendors?reason=other", body],
        ["/v1/change-sets", body],
      ] as const) {
        const response = await withKey(r, path, other, key);
        await expectProblem(response, 422, "idempotency-key-reused", "/header/idempotency-key");
      }
    });
  });

  test("the key of one caller is not the key of another", async () => {
    const r = await registry();
    const [key, other] = [randomUUID(), await r.key("write")];

    const mine = await withKey(r, "/v1/vendors", vendor(), key);
    const theirs = await withKey(r, "/v1/vendors", vendor(), key, { key: other });

    expect([mine.status, theirs.status]).toEqual([201, 201]);
  });

  test("two at once under one key have one effect and one answer", async () => {
    const r = await registry();
    await r.follower("ada@customer.example");
    const { number } = await drafted(r, "?effectiveOn=2027-01-10");
    const key = randomUUID();

    const responses = await Promise.all([1, 2, 3].map(() => withKey(r, `/v1/change-sets/${number}/announce`, {}, key)));

    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(await Promise.all(responses.map((each) => each.text()))).size).toBe(1);
    expect(await owed(r)).toHaveLength(1);
  });

  test("a refused request is not remembered: mended, the same key works", async () => {
    const r = await registry();
    const { number, path } = await drafted(r);
    const key = randomUUID();
    await expectNothingDone(r, async () => {
      const refused = await withKey(r, `${path}/announce`, {}, key);
      await expectProblem(refused, 422, "no-effective-date");
    });
    await r.json("PATCH", path, 200, { body: { effectiveOn: "2027-01-10" } });

    expect((await withKey(r, `/v1/change-sets/${number}/announce`, {}, key)).status).toBe(200);
  });

  test("a failure nobody foresaw is not remembered either, and leaves nothing", async () => {
    const r = await registry();
    const [key, body] = [randomUUID(), vendor()];
    await poison(r, "audit_log", "vendor.added");
    await expectNothingDone(r, async () => {
      await expectProblem(await withKey(r, "/v1/vendors", body, key), 500, "internal-error");
    });
    await r.rows("drop trigger poisoned on audit_log");

    expect((await withKey(r, "/v1/vendors", body, key)).status).toBe(201);
  });

  test("after a day the key means nothing any more", async () => {
    const r = await registry();
    const key = randomUUID();
    await withKey(r, "/v1/vendors", vendor(), key);
    r.passHours(25);
    await forgetExpired(r.deps); // what runs every minute

    expect((await withKey(r, "/v1/vendors", vendor(), key)).status).toBe(201);
  });

  test.each(["/v1/api-keys", "/v1/api%2Dkeys", "/v1/%61pi-keys"])(
    "is refused for %s: an answer kept would be a key kept",
    async (path) => {
      const r = await registry();

      await expectNothingDone(r, async () => {
        const response = await withKey(r, path, { name: "CI", scopes: ["write"] }, randomUUID());
        await expectProblem(response, 422, "invalid-request", "/header/idempotency-key");
      });
    },
  );
});

/** Makes the database fail when the audit entry `action` is written: the last step of what it records. */
async function poison(r: Registry, table: string, action?: string): Promise<void> {
  const condition = action === undefined ? "" : `when (new.action = '${action}')`;
  await r.rows(`create function poisoned() returns trigger language plpgsql as $$
    begin raise exception 'poisoned by the test'; end $$`);
  await r.rows(
    `create trigger poisoned before insert on ${table} for each row ${condition} execute function poisoned()`,
  );
}

describe("one transaction", () => {
  test.each(["snapshots", "notices", "batches", "deliveries", "audit_log"])(
    "an announcement that fails at %s leaves nothing, and can be repeated",
    async (table) => {
      const r = await registry();
      await r.follower("ada@customer.example");
      const { number } = await drafted(r, "?effectiveOn=2027-01-10");
      await poison(r, table);

      await expectNothingDone(r, async () => {
        await expectProblem(await announce(r, number), 500, "internal-error");
      });

      await r.rows(`drop trigger poisoned on ${table}`);
      expect(await announced(r, number)).toMatchObject({ state: "announced" });
      expect(await owed(r)).toHaveLength(1);
    },
  );

  test.each(["snapshots", "notices", "batches", "deliveries", "audit_log"])(
    "a withdrawal that fails at %s leaves nothing",
    async (table) => {
      const r = await registry();
      await r.follower("ada@customer.example");
      const { number, path } = await drafted(r, "?effectiveOn=2027-01-10");
      await announced(r, number);
      // The announcement has been tried, so that its withdrawal is owed to those who may have it.
      await r.rows("update batches set first_attempt_at = now()");
      await poison(r, table);

      await expectNothingDone(r, async () => {
        await expectProblem(await r.post(`${path}/withdraw`, {}), 500, "internal-error");
      });
      expect(await r.json("GET", path, 200)).toMatchObject({ state: "announced" });
    },
  );

  test("an addition announced at once that fails leaves no draft and no vendor", async () => {
    const r = await registry();
    await poison(r, "audit_log", "change-set.announced");

    await expectNothingDone(r, async () => {
      const response = await r.post("/v1/vendors?announce=true&effectiveOn=2027-01-10", vendor());
      await expectProblem(response, 500, "internal-error");
    });
  });
});

describe("history is append-only, whoever asks", () => {
  // One registry for every statement: each is tried in a transaction that is rolled back.
  let r: Registry;
  let end: () => Promise<void>;

  /** Sets 1 (announced), 2 (draft) and 3 (withdrawn). */
  beforeAll(async () => {
    r = await registry({ atEnd: (ending) => (end = ending) });
    const first = await drafted(r, "?effectiveOn=2027-01-10");
    await announced(r, first.number);
    await drafted(r);
    const third = await drafted(r, "?effectiveOn=2027-01-10");
    await announced(r, third.number);
    await r.json("POST", `${third.path}/withdraw`, 200, { body: {} });
  });

  afterAll(() => end());

  test.each([
    "update changes set after = null where change_set = 1",
    "update changes set weight = 'editorial' where change_set = 1",
    "update changes set change_set = 2 where change_set = 1",
    "update changes set change_set = 1 where change_set = 2",
    "delete from changes where change_set = 1",
    "insert into changes (change_set, vendor_id, kind, weight, weight_grounds) select 1, vendor_id, 'removed', 'editorial', '[]' from changes where change_set = 2",
    "update change_sets set effective_on = '2000-01-01' where number = 1",
    "update change_sets set state = 'draft' where number = 1",
    "update change_sets set reason = '{}' where number = 1",
    "update change_sets set number = 9 where number = 1",
    "update change_sets set state = 'withdrawn', effective_on = '2000-01-01' where number = 1",
    "delete from change_sets where number = 1",
    "update change_sets set state = 'announced' where number = 3",
    "delete from change_sets where number = 3",
    "update snapshots set content = '{}'",
    "delete from snapshots",
    "truncate snapshots cascade",
    "update audit_log set actor = 'nobody'",
    "delete from audit_log",
    "truncate audit_log",
    "truncate changes",
    "truncate change_sets cascade",
  ])("%s", async (statement) => {
    const attempt = r.db.transaction(async (tx) => {
      await tx.execute(sql.raw(statement));
      throw new Error("The database let it pass");
    });

    await expect(attempt).rejects.toMatchObject({ cause: { code: "23001" } });
  });

  test("delete from vendors", async () => {
    await expect(r.rows("delete from vendors")).rejects.toMatchObject({ cause: { code: "23503" } });
  });
});

describe("the audit log", () => {
  /** JSON in its canonical form (RFC 8785), written anew: for plain ASCII names sorting and JSON.stringify suffice. */
  const canonical = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join()}}`;
  };
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

  test("every mutation writes its entry, and the hashes chain them", async () => {
    const r = await registry();
    const actions: string[] = [];
    const mutate = async (method: string, path: string, status: number, body?: unknown) => {
      const [{ count: before } = {}] = await r.rows("select count(*)::int as count from audit_log");
      const answer = await r.json(method, path, status, body === undefined ? {} : { body });
      const entries = await r.rows(`select action from audit_log where sequence > ${before} order by sequence`);
      expect(entries.length, `${method} ${path}`).toBeGreaterThan(0);
      actions.push(...entries.map(({ action }) => String(action)));
      return answer;
    };
    const [body, other] = [vendor(), vendor()];

    await mutate("PUT", "/v1/organisation", 200, { name: "Acme" });
    const key = await mutate("POST", "/v1/api-keys", 201, { name: "CI", scopes: ["read"] });
    await mutate("DELETE", `/v1/api-keys/${key.id}`, 204);
    const follower = await mutate("POST", "/v1/subscribers", 201, { email: "ada@customer.example", confirmed: true });
    await mutate("POST", "/v1/change-sets", 201, {});
    await mutate("PATCH", "/v1/change-sets/1", 200, { effectiveOn: "2027-01-10" });
    await mutate("POST", "/v1/vendors?changeSet=1", 201, body);
    await mutate("PATCH", `/v1/vendors/${slugOf(body)}?changeSet=1`, 200, { country: "FR" });
    await mutate("POST", "/v1/change-sets/1/announce", 200, {});
    await mutate("POST", "/v1/change-sets/1/withdraw", 200, { reason: "No." });
    await mutate("POST", "/v1/vendors", 201, other);
    await mutate("DELETE", `/v1/vendors/${slugOf(other)}?changeSet=2`, 200);
    await mutate("DELETE", "/v1/change-sets/2", 204);
    await mutate("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10", 201, other);
    await mutate("DELETE", `/v1/subscribers/${follower.id}`, 204);

    expect(actions).toEqual([
      "organisation.changed",
      "api-key.created",
      "api-key.revoked",
      "subscriber.added",
      "change-set.drafted",
      "change-set.edited",
      "vendor.added",
      "vendor.changed",
      "change-set.announced",
      "change-set.withdrawn",
      "vendor.added",
      "vendor.removed",
      "change-set.deleted",
      "vendor.added",
      "change-set.announced",
      "subscriber.erased",
    ]);
    let previous: string | null = null;
    const entries = await r.rows(
      `select sequence, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, actor, action, subject,
        data, previous_hash, hash from audit_log order by sequence`,
    );
    for (const [index, { data, previous_hash, hash, ...entry }] of entries.entries()) {
      expect(entry).toMatchObject({ sequence: index + 1, actor: "key:ADMIN_API_KEY" });
      expect(previous_hash).toBe(previous);
      expect(hash).toBe(sha256((previous ?? "") + canonical({ ...entry, data: JSON.parse(String(data)) })));
      previous = String(hash);
    }
    expect(JSON.stringify(entries)).not.toContain("ada@customer.example");
    expect(JSON.stringify(entries)).not.toContain(key.key);
  });

  test("the snapshots chain too, and each holds what was published", async () => {
    const r = await registry();
    const { path, slug } = await listed(r);
    const { changeSet } = await r.json("PATCH", path, 200, { body: { country: "US" } });
    await announced(r, changeSet.number, { effectiveOn: "2027-01-10" });

    const snapshots = await r.rows("select number, content, previous_hash, hash from snapshots order by number");
    let previous: string | null = null;
    for (const { content, previous_hash, hash } of snapshots) {
      expect(previous_hash).toBe(previous);
      expect(hash).toBe(sha256((previous ?? "") + content));
      expect(canonical(JSON.parse(String(content)))).toBe(content);
      previous = String(hash);
    }
    expect(JSON.parse(String(snapshots.at(-1)?.content))).toMatchObject({
      inForce: [{ slug, document: expect.not.objectContaining({ country: "US" }) }],
      upcoming: [{ slug, kind: "updated", after: { country: "US" }, effectiveOn: "2027-01-10" }],
    });
  });

  test("who acted is the key, by its id", async () => {
    const r = await registry();
    const { id, key } = await r.json("POST", "/v1/api-keys", 201, { body: { name: "CI", scopes: ["write"] } });

    await r.json("POST", "/v1/vendors", 201, { key, body: vendor() });

    expect(await r.rows("select actor from audit_log order by sequence desc limit 1")).toEqual([
      { actor: `key:${id}` },
    ]);
  });
});

describe("who is owed a notice", () => {
  const products = [
    { key: "app", name: "App" },
    { key: "shop", name: "Shop" },
  ];
  const told = async (r: Registry, service: Record<string, unknown>) => {
    const { number } = await drafted(r, "?effectiveOn=2027-01-10", vendor({}, service));
    const preview = await r.json("GET", `/v1/change-sets/${number}/preview`, 200);
    await announced(r, number);
    const people = (await owed(r)).map(({ email }) => email);
    expect(preview.recipients.followers).toBe(people.length);
    return people;
  };

  test("those of the product, and those of all products", async () => {
    const r = await registry();
    await r.organisation({ products });
    await r.follower("all@customer.example");
    await r.follower("app@customer.example", { products: ["app"] });
    await r.follower("both@customer.example", { products: ["app", "shop"] });
    await r.follower("shop@customer.example", { products: ["shop"] });

    expect(await told(r, { products: ["shop"] })).toEqual([
      "all@customer.example",
      "both@customer.example",
      "shop@customer.example",
    ]);
  });

  test("everybody, when the service is for all products", async () => {
    const r = await registry();
    await r.organisation({ products });
    await r.follower("all@customer.example");
    await r.follower("app@customer.example", { products: ["app"] });

    expect(await told(r, { products: [] })).toEqual(["all@customer.example", "app@customer.example"]);
  });

  test("those of the product that is left behind, too", async () => {
    const r = await registry();
    await r.organisation({ products });
    await r.follower("app@customer.example", { products: ["app"] });
    const { path } = await listed(r, vendor({}, { products: ["app"] }));
    const { changeSet } = await r.json("PATCH", path, 200, { body: { services: [{ products: ["shop"] }] } });

    await announced(r, changeSet.number, { effectiveOn: "2027-01-10" });

    expect(await owed(r)).toHaveLength(1);
  });

  test("nobody who has not confirmed, has unsubscribed or was erased", async () => {
    const r = await registry();
    await r.follower("here@customer.example");
    await r.json("POST", "/v1/subscribers", 201, { body: { email: "pending@customer.example" } });
    const gone = await r.follower("gone@customer.example");
    const erased = await r.follower("erased@customer.example");
    await r.rows(`update subscribers set status = 'unsubscribed' where id = '${gone.id}'`);
    await r.json("DELETE", `/v1/subscribers/${erased.id}`, 204);

    expect(await told(r, {})).toEqual(["here@customer.example"]);
  });

  test("250 people are owed in batches of at most 100, each once", async () => {
    const r = await registry();
    await r.rows(`insert into subscribers (email, email_key, email_hash, locale, status, created_at, confirmed_at)
      select 'p' || i || '@customer.example', 'p' || i || '@customer.example', md5(i::text), 'en', 'active', now(), now()
      from generate_series(1, 250) i`);

    await told(r, {});

    expect(
      await r.rows(`select b.position, count(*)::int as members, count(distinct d.subscriber_id)::int as people
        from deliveries d join batches b on b.id = d.batch_id group by 1 order by 1`),
    ).toEqual([
      { position: 0, members: 100, people: 100 },
      { position: 1, members: 100, people: 100 },
      { position: 2, members: 50, people: 50 },
    ]);
  });

  test("the database refuses a second delivery of a notice to the same person", async () => {
    const r = await registry();
    await r.follower("ada@customer.example");
    await told(r, {});

    const again = r.rows(`insert into deliveries (notice_id, subscriber_id, email_hash, batch_id, state_at, chain)
      select notice_id, subscriber_id, email_hash, batch_id, state_at, chain from deliveries`);

    await expect(again).rejects.toMatchObject({
      cause: { constraint_name: "deliveries_one_per_notice_and_subscriber" },
    });
  });

  test("an announcement that concerns nobody is still announced", async () => {
    const r = await registry();
    const { number } = await drafted(r, "?effectiveOn=2027-01-10");

    expect(await announced(r, number)).toMatchObject({ state: "announced" });
    await r.drain();
    expect(await r.messages()).toEqual([]);
  });
});
