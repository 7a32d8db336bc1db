import { describe, expect, test } from "vitest";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

type Vendor = { slug: string; name: string; status: string };

const slugOf = ({ name }: { name: string }) => name.toLowerCase().replace(" ", "-");

/** A vendor on the list, and the path of it. */
async function listed(r: Registry, body = vendor()) {
  await r.listed(body);
  return { body, slug: slugOf(body), path: `/v1/vendors/${slugOf(body)}` };
}

const patch = (r: Registry, path: string, body: unknown, headers: Record<string, string> = {}) =>
  r.call("PATCH", path, { body, headers });

const announce = (r: Registry, number: number, body: unknown = {}) =>
  r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body });

const slugs = async (r: Registry, query: string): Promise<string[]> =>
  (await r.json("GET", `/v1/vendors?${query}`, 200)).data.map(({ slug }: Vendor) => slug);

const slugOfView = ({ slug }: { slug: string }) => slug;

describe("adding", () => {
  test("makes a draft with the vendor in it, whole, with what was left out filled in", async () => {
    const r = await registry();
    const body = { name: "Zendesk", services: [{ name: "Zendesk Chat" }, {}] };

    const response = await r.post("/v1/vendors?effectiveOn=2027-01-10&reason=Support", body);

    expect(response.status).toBe(201);
    expect(response.headers.get("etag")).toMatch(/^"[^"]+"$/);
    expect(await response.json()).toMatchObject({
      vendor: {
        slug: "zendesk",
        status: "draft",
        changeSet: 1,
        effectiveOn: "2027-01-10",
        relationship: "third-party",
        services: [
          {
            key: "zendesk-chat",
            name: "Zendesk Chat",
            role: "subprocessor",
            locations: [],
            products: [],
            optional: false,
          },
          { key: "main" },
        ],
        pending: [{ changeSet: 1, state: "draft", kind: "added", effectiveOn: "2027-01-10" }],
      },
      changeSet: { number: 1, state: "draft", effectiveOn: "2027-01-10", reason: "Support", weight: "material" },
    });
  });

  test("with announce=true publishes it at once", async () => {
    const r = await registry();
    await r.follower("ada@customer.example");

    const added = await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10", 201, { body: vendor() });

    expect(added).toMatchObject({ vendor: { status: "upcoming" }, changeSet: { state: "announced" } });
    await r.drain();
    expect(await r.messages()).toHaveLength(1);
  });

  test("into a named draft adds to that one, and may change its terms", async () => {
    const r = await registry();
    await r.json("POST", "/v1/vendors", 201, { body: vendor() });

    const { vendor: second, changeSet } = await r.json("POST", "/v1/vendors?changeSet=1&reason=Both", 201, {
      body: vendor(),
    });

    expect(changeSet).toMatchObject({ number: 1, reason: "Both" });
    const own = changeSet.changes.map((change: { vendor: string }) => change.vendor);
    expect(own, "the change that was made, not the whole draft").toEqual([second.slug]);
    expect((await r.json("GET", "/v1/change-sets/1", 200)).changes).toHaveLength(2);
  });

  test.each([
    ["Société Générale", "societe-generale"],
    ["  Amazon Web Services, Inc. ", "amazon-web-services-inc"],
    ["Ærø & Søn", "aero-son"],
    ["monday.com", "monday-com"],
    ["ＺＥＮＤＥＳＫ", "zendesk"],
    ["--a--b--", "a-b"],
    [`${"a".repeat(63)} b`, "a".repeat(63)],
  ])("derives the slug of %s", async (name, slug) => {
    const r = await registry();

    expect((await r.json("POST", "/v1/vendors", 201, { body: { name, services: [{}] } })).vendor.slug).toBe(slug);
  });

  test("a slug that is drafted, upcoming or listed is taken; another may be given", async () => {
    const r = await registry();
    const body = vendor();
    const taken = async () => {
      const before = await r.stored();
      await expectProblem(await r.post("/v1/vendors", body), 409, "slug-taken", "/slug");
      expect(await r.stored()).toEqual(before);
    };
    await r.json("POST", "/v1/vendors?effectiveOn=2027-01-10", 201, { body });
    await taken();
    await announce(r, 1);
    await taken();
    r.setTime("2027-02-01T09:00:00Z");
    await taken();

    const { vendor: second } = await r.json("POST", "/v1/vendors", 201, {
      body: { ...body, slug: `${slugOf(body)}-2` },
    });
    expect(second).toMatchObject({ name: body.name, slug: `${slugOf(body)}-2` });
  });

  test("a removed vendor may be said to return, and keeps its history", async () => {
    const r = await registry();
    const { body, path } = await listed(r);
    await r.json("DELETE", `${path}?announce=true`, 200);
    r.passHours(24);

    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10&returning=true", 201, { body });

    expect(await r.json("GET", path, 200)).toMatchObject({ status: "upcoming" });
    r.setTime("2027-01-10T09:00:00Z");
    expect(await r.json("GET", path, 200)).toMatchObject({ status: "active" });
    const history = (await r.json("GET", `${path}/history`, 200)).data;
    expect(history.map(({ kind }: { kind: string }) => kind)).toEqual(["added", "removed", "added"]);
  });

  test("a stranger of a removed vendor's name gets a slug of their own: history, page and evidence keep the two apart", async () => {
    const r = await registry();
    const kinds = async (slug: string) =>
      (await r.json("GET", `/v1/vendors/${slug}/history`, 200)).data.map(({ kind }: { kind: string }) => kind);
    await r.listed(vendor({ name: "Acme Mail", website: "https://old.example" }));
    await r.json("DELETE", "/v1/vendors/acme-mail?announce=true&effectiveOn=2026-11-21", 200);
    const body = vendor({ name: "Acme Mail", website: "https://stranger.example" });
    const add = (query: string, more = {}) => r.post(`/v1/vendors?${query}`, { ...body, ...more });

    const { vendor: added, changeSet } = await (await add("announce=true&effectiveOn=2027-01-10")).json();

    expect(added).toMatchObject({ slug: "acme-mail-2", website: "https://stranger.example" });
    expect(changeSet.changes).toMatchObject([{ vendor: "acme-mail-2", kind: "added", before: null }]);
    expect([await kinds("acme-mail"), await kinds("acme-mail-2")]).toEqual([["removed", "added"], ["added"]]);
    r.setTime("2027-01-10T09:00:00Z");
    const at = async (on: string) => (await r.json("GET", `/v1/vendors?at=${on}`, 200)).data.map(slugOfView);
    expect([await at("2026-11-20"), await at("2027-01-10")]).toEqual([[], ["acme-mail-2"]]);
    const published = await r.json("GET", "/subprocessors.json", 200, { key: null });
    expect(published.vendors.map(slugOfView)).toEqual(["acme-mail-2"]);
    const evidence = await (await r.get(`/v1/change-sets/${changeSet.number}/evidence`)).text();
    expect(evidence).toContain('"acme-mail-2"');
    expect(evidence).not.toMatch(/"acme-mail"|old\.example/);

    // A second of the new one's name is a mistake, as ever; so is a slug of one that has gone, unless it returns.
    await expectProblem(await add("announce=false"), 409, "slug-taken", "/slug");
    const problem = await expectProblem(await add("", { slug: "acme-mail" }), 409, "slug-taken", "/slug");
    expect(problem.detail).toContain("returning=true");
    expect((await add("returning=true", { slug: "acme-mail" })).status).toBe(201);
    await expectProblem(await add("returning=true", { slug: "acme-mail" }), 409, "slug-taken", "/slug");
    await expectProblem(await add("returning=true", { slug: "nobody" }), 404, "not-found");
  });

  test("a slug that was another's is as long as a slug may be, with its number", async () => {
    const r = await registry();
    const name = `${"a".repeat(61)} bcd`;
    await r.listed(vendor({ name }));
    await r.json("DELETE", `/v1/vendors/${"a".repeat(61)}-bc?announce=true&effectiveOn=2026-11-21`, 200);
    const { vendor: added } = await r.json("POST", "/v1/vendors", 201, { body: vendor({ name }) });
    expect(added.slug).toBe(`${"a".repeat(61)}-2`);
  });

  test("two at once with one name: one is added, the other refused", async () => {
    const r = await registry();
    const body = vendor();

    const responses = await Promise.all([1, 2, 3].map(() => r.post("/v1/vendors", body)));

    expect(responses.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });
});

describe("changing by merge patch", () => {
  test("replaces what is named, removes by null, merges objects, and leaves the rest", async () => {
    const r = await registry();
    const { path } = await listed(
      r,
      vendor({ website: "https://a.example", country: "FR", contact: { name: "Ada", email: "a@b.example" } }),
    );

    const { vendor: changed, changeSet } = await r.json("PATCH", path, 200, {
      body: { website: null, contact: { email: "c@d.example", url: "https://e.example" } },
    });

    expect(changed).toMatchObject({
      country: "FR",
      contact: { name: "Ada", email: "c@d.example", url: "https://e.example" },
      services: [{ key: "main", purpose: "Hosting" }],
    });
    expect(changed).not.toHaveProperty("website");
    expect(changeSet.changes).toMatchObject([{ kind: "updated", weight: "editorial" }]);
  });

  test("replaces lists whole", async () => {
    const r = await registry();
    const { path } = await listed(r, vendor({ services: [{ key: "chat" }, { key: "mail" }] }));

    const { vendor: changed, changeSet } = await r.json("PATCH", path, 200, {
      body: { services: [{ key: "mail", category: "Mail" }] },
    });

    expect(changed.services).toMatchObject([{ key: "mail", category: "Mail" }]);
    expect(changeSet.changes[0].diff.map((each: { path: string }) => each.path).sort()).toEqual([
      "/services/chat",
      "/services/mail/category",
    ]);
  });

  test("takes application/merge-patch+json too", async () => {
    const r = await registry();
    const { path } = await listed(r);

    const response = await patch(r, path, { country: "FR" }, { "content-type": "application/merge-patch+json" });

    expect(response.status).toBe(200);
  });

  test("may name the slug it has", async () => {
    const r = await registry();
    const { path, slug } = await listed(r);

    expect((await patch(r, path, { slug, country: "FR" })).status).toBe(200);
  });

  test("that changes nothing is refused", async () => {
    const r = await registry();
    const { path, body } = await listed(r);
    const before = await r.stored();

    for (const same of [{}, { name: body.name }, { country: null }, { name: ` ${body.name} ` }]) {
      await expectProblem(await patch(r, path, same), 409, "nothing-changed");
    }
    expect(await r.stored()).toEqual(before);
  });

  test("of a vendor that is drafted or removed is refused; in its draft it is possible", async () => {
    const r = await registry();
    const drafted = vendor();
    const { path: removed } = await listed(r);
    await r.json("DELETE", `${removed}?announce=true`, 200);
    const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: drafted });

    await expectProblem(await patch(r, removed, { country: "FR" }), 409, "vendor-not-listed");
    await expectProblem(await patch(r, `/v1/vendors/${slugOf(drafted)}`, { country: "FR" }), 409, "vendor-not-listed");
    await expectProblem(await patch(r, "/v1/vendors/nobody", { country: "FR" }), 404, "not-found");
    const response = await patch(r, `/v1/vendors/${slugOf(drafted)}?changeSet=${changeSet.number}`, { country: "FR" });
    expect(await response.json()).toMatchObject({ vendor: { country: "FR" }, changeSet: { number: changeSet.number } });
  });

  test("builds on what is announced, even before it is in force", async () => {
    const r = await registry();
    const { path } = await listed(r);
    const { changeSet } = await r.json("PATCH", path, 200, { body: { country: "US" } });
    await announce(r, changeSet.number, { effectiveOn: "2027-01-10" });

    const { vendor: next } = await r.json("PATCH", path, 200, { body: { website: "https://a.example" } });

    expect(next).toMatchObject({ country: "US", website: "https://a.example" });
  });
});

describe("a draft holds one change per vendor", () => {
  test("editing again merges", async () => {
    const r = await registry();
    const { path } = await listed(r);
    const { changeSet } = await r.json("PATCH", path, 200, { body: { country: "FR" } });

    const second = await r.json("PATCH", `${path}?changeSet=${changeSet.number}`, 200, {
      body: { website: "https://a.example" },
    });

    expect(second.vendor).toMatchObject({ country: "FR", website: "https://a.example" });
    expect(second.changeSet.changes).toHaveLength(1);
    expect(second.changeSet.changes[0].diff).toHaveLength(2);
  });

  test("editing back to what is announced drops the change", async () => {
    const r = await registry();
    const { path } = await listed(r);
    const { changeSet } = await r.json("PATCH", path, 200, { body: { country: "FR" } });

    const back = await r.json("PATCH", `${path}?changeSet=${changeSet.number}`, 200, { body: { country: null } });

    expect(back.changeSet).toMatchObject({ number: changeSet.number, changes: [] });
    expect(back.vendor).toMatchObject({ status: "active", pending: [] });
  });

  test("removing what was only added there drops the change, and the vendor", async () => {
    const r = await registry();
    const body = vendor();
    await r.json("POST", "/v1/vendors", 201, { body });

    const removed = await r.json("DELETE", `/v1/vendors/${slugOf(body)}?changeSet=1`, 200);

    expect(removed).toMatchObject({ vendor: null, changeSet: { number: 1, changes: [] } });
    await expectProblem(await r.get(`/v1/vendors/${slugOf(body)}`), 404, "not-found");
  });

  test("an edit, then a removal, is a removal", async () => {
    const r = await registry();
    const { path } = await listed(r);
    const { changeSet } = await r.json("PATCH", path, 200, { body: { country: "FR" } });

    const removed = await r.json("DELETE", `${path}?changeSet=${changeSet.number}`, 200);

    expect(removed.changeSet.changes).toMatchObject([{ kind: "removed", after: null, weight: "informative" }]);
    expect(removed.changeSet.changes[0].before).not.toHaveProperty("country");
  });

  test("a removal can be taken back out of it", async () => {
    const r = await registry();
    const { path, body } = await listed(r);
    const { changeSet } = await r.json("DELETE", path, 200);

    const add = (query: string) => r.post(`/v1/vendors?changeSet=${changeSet.number}${query}`, body);
    await expectProblem(await add(""), 409, "slug-taken");
    const again = await add("&returning=true");

    expect(again.status).toBe(201);
    expect(await r.json("GET", `/v1/change-sets/${changeSet.number}`, 200)).toMatchObject({ changes: [] });
  });
});

test("a vendor whose legal entity is not stated cannot be swapped for another as wording", async () => {
  const r = await registry();
  await r.listed({ ...vendor({ name: "Heatmaps" }), slug: "heatmaps" });

  const body = { name: "Another company", legalName: "Another Company Ltd." };
  const { changeSet } = await r.json("PATCH", "/v1/vendors/heatmaps", 200, { body });

  expect(changeSet).toMatchObject({ weight: "material", changes: [{ weightReason: "legal entity replaced" }] });
});

describe("removing", () => {
  test("makes a draft, and leaves the vendor as it is until announced", async () => {
    const r = await registry();
    const { path } = await listed(r);

    const removed = await r.json("DELETE", `${path}?reason=Cost`, 200);

    expect(removed).toMatchObject({
      vendor: { status: "active", pending: [{ kind: "removed", state: "draft" }] },
      changeSet: { state: "draft", reason: "Cost", weight: "informative", changes: [{ kind: "removed", after: null }] },
    });
  });

  test("on a later day lets it leave on that day", async () => {
    const r = await registry();
    const { path, slug } = await listed(r);

    await r.json("DELETE", `${path}?announce=true&effectiveOn=2026-12-01`, 200);

    expect(await r.json("GET", path, 200)).toMatchObject({ status: "leaving" });
    r.setTime("2026-12-01T09:00:00Z");
    expect(await r.json("GET", path, 200)).toMatchObject({ status: "removed" });
    expect(await slugs(r, "")).toEqual([]);
    expect(await slugs(r, "status=removed")).toEqual([slug]);
    await expectProblem(await r.call("DELETE", path), 409, "vendor-not-listed");
  });
});

describe("ETag and If-Match", () => {
  const etag = async (r: Registry, path: string) => (await r.get(path)).headers.get("etag") ?? "none";

  test("a stale version is refused, and nothing is drafted", async () => {
    const r = await registry();
    const { path } = await listed(r);
    const stale = await etag(r, path);
    await r.json("PATCH", path, 200, { body: { country: "FR" } });
    const before = await r.stored();

    for (const ifMatch of [stale, '"nonsense"', `W/${await etag(r, path)}`, ""]) {
      const response = await patch(r, path, { country: "DE" }, { "if-match": ifMatch });
      await expectProblem(response, 412, "stale-version");
      await expectProblem(await r.call("DELETE", path, { headers: { "if-match": ifMatch } }), 412, "stale-version");
    }
    expect(await r.stored()).toEqual(before);
  });

  test("the current version, one of several, or any is taken", async () => {
    const r = await registry();
    const { path } = await listed(r);

    for (const [country, ifMatch] of [
      ["FR", await etag(r, path)],
      ["DE", "*"],
    ] as const) {
      expect((await patch(r, path, { country }, { "if-match": ifMatch })).status).toBe(200);
    }
    const several = `"other", ${await etag(r, path)}`;
    expect((await patch(r, path, { country: "IT" }, { "if-match": several })).status).toBe(200);
    expect((await r.call("DELETE", path, { headers: { "if-match": await etag(r, path) } })).status).toBe(200);
  });

  test("changes with each edit, announcement and withdrawal, and each answer gives the new one", async () => {
    const r = await registry();
    const { path } = await listed(r);
    const seen = [await etag(r, path)];
    const note = async (response: Response) => {
      expect(response.status).toBe(200);
      const now = await etag(r, path);
      if (response.headers.has("etag")) expect(response.headers.get("etag")).toBe(now);
      expect(seen).not.toContain(now);
      seen.push(now);
    };

    const first = await patch(r, path, { country: "FR" });
    expect(first.headers.has("etag")).toBe(true);
    const { number } = ((await first.clone().json()) as { changeSet: { number: number } }).changeSet;
    await note(first);
    await note(await patch(r, `${path}?changeSet=${number}`, { country: "DE" }));
    await note(await r.post(`/v1/change-sets/${number}/announce`, { effectiveOn: "2027-01-10" }));
    await note(await r.post(`/v1/change-sets/${number}/withdraw`, {}));
  });

  test("changes when the draft that changes the vendor is deleted or re-dated", async () => {
    const r = await registry();
    const { path } = await listed(r);
    await r.json("PATCH", path, 200, { body: { country: "FR" } });
    const drafted = await etag(r, path);

    await r.json("PATCH", "/v1/change-sets/2", 200, { body: { effectiveOn: "2027-01-10" } });
    const dated = await etag(r, path);
    await r.json("DELETE", "/v1/change-sets/2", 204);

    expect(new Set([drafted, dated, await etag(r, path)]).size).toBe(3);
  });

  test("is not the one of a vendor of that name that was dropped before", async () => {
    const r = await registry();
    const body = vendor();
    await r.json("POST", "/v1/vendors", 201, { body });
    const dropped = await etag(r, `/v1/vendors/${slugOf(body)}`);
    await r.json("DELETE", "/v1/change-sets/1", 204);
    await r.json("POST", "/v1/vendors", 201, { body: { ...body, country: "FR" } });

    expect(await etag(r, `/v1/vendors/${slugOf(body)}`)).not.toBe(dropped);
  });

  test("stays through what is refused, and through what concerns others", async () => {
    const r = await registry();
    const { path } = await listed(r);
    const before = await etag(r, path);
    await expectProblem(await patch(r, path, {}), 409, "nothing-changed");
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10", 201, { body: vendor() });

    expect(await etag(r, path)).toBe(before);
  });

  test("two who change the same version at once: one is refused", async () => {
    const r = await registry();
    const { path } = await listed(r);
    const headers = { "if-match": await etag(r, path) };

    const responses = await Promise.all(["FR", "DE", "IT"].map((country) => patch(r, path, { country }, headers)));

    expect(responses.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });
});

describe("a vendor's status over time", () => {
  test("draft, upcoming, active, leaving, removed", async () => {
    const r = await registry();
    const body = vendor();
    const path = `/v1/vendors/${slugOf(body)}`;
    const status = async () => (await r.json("GET", path, 200)).status;
    await r.json("POST", "/v1/vendors?effectiveOn=2027-01-10", 201, { body });
    expect(await status()).toBe("draft");
    await announce(r, 1);
    expect(await status()).toBe("upcoming");
    r.setTime("2027-01-09T22:59:59Z");
    expect(await status()).toBe("upcoming");
    r.setTime("2027-01-09T23:00:00Z");
    expect(await status()).toBe("active");
    await r.json("DELETE", `${path}?announce=true&effectiveOn=2027-02-01`, 200);
    expect(await status()).toBe("leaving");
    r.setTime("2027-02-01T09:00:00Z");
    expect(await status()).toBe("removed");
  });

  test("is upcoming no more when the addition is withdrawn", async () => {
    const r = await registry();
    const body = vendor();
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10", 201, { body });
    await r.json("POST", "/v1/change-sets/1/withdraw", 200, { body: {} });

    expect(await slugs(r, "")).toEqual([]);
    expect(await slugs(r, "status=upcoming")).toEqual([]);
    expect((await r.post("/v1/vendors", body)).status).toBe(201);
  });

  test("is leaving no more when the removal is withdrawn", async () => {
    const r = await registry();
    const { path } = await listed(r);
    const { changeSet } = await r.json("DELETE", `${path}?announce=true&effectiveOn=2026-12-01`, 200);
    await r.json("POST", `/v1/change-sets/${changeSet.number}/withdraw`, 200, { body: {} });
    r.setTime("2027-01-01T09:00:00Z");

    expect(await r.json("GET", path, 200)).toMatchObject({ status: "active" });
  });
});

describe("the list on a date", () => {
  /** Three vendors: here from 21 November 2026, coming on 10 January, and gone on 1 February 2027. */
  async function overTime() {
    const r = await registry();
    const [here, coming, going] = [vendor({ country: "FR" }), vendor(), vendor()];
    await r.listed(here, going);
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10", 201, { body: coming });
    await r.json("DELETE", `/v1/vendors/${slugOf(going)}?announce=true&effectiveOn=2027-02-01`, 200);
    await r.json("PATCH", `/v1/vendors/${slugOf(here)}?announce=true&effectiveOn=2027-01-20`, 200, {
      body: { country: "US" },
    });
    await r.json("POST", "/v1/vendors", 201, { body: vendor() }); // a draft is on no list
    return { r, here: slugOf(here), coming: slugOf(coming), going: slugOf(going) };
  }

  test("is what was and will be in force, whenever it is asked", async () => {
    const { r, here, coming, going } = await overTime();
    for (const now of ["2026-11-21T09:00:00Z", "2027-01-15T09:00:00Z", "2030-06-01T09:00:00Z"]) {
      r.setTime(now);
      expect(await slugs(r, "at=2026-11-20")).toEqual([]);
      expect((await slugs(r, "at=2026-11-21")).sort()).toEqual([here, going].sort());
      expect((await slugs(r, "at=2027-01-09")).sort()).toEqual([here, going].sort());
      expect((await slugs(r, "at=2027-01-10")).sort()).toEqual([here, coming, going].sort());
      expect((await slugs(r, "at=2027-01-31")).sort()).toEqual([here, coming, going].sort());
      expect((await slugs(r, "at=2027-02-01")).sort()).toEqual([here, coming].sort());
      expect((await slugs(r, "at=9999-12-31")).sort()).toEqual([here, coming].sort());
    }
  });

  test("shows each vendor as it was or will be then", async () => {
    const { r, here, coming } = await overTime();
    const country = async (at: string) => (await r.json("GET", `/v1/vendors/${here}?at=${at}`, 200)).country;

    expect([await country("2027-01-19"), await country("2027-01-20")]).toEqual(["FR", "US"]);
    expect(await r.json("GET", `/v1/vendors/${here}`, 200)).toMatchObject({ country: "FR", status: "active" });
    await expectProblem(await r.get(`/v1/vendors/${coming}?at=2027-01-09`), 404, "not-found");
    expect(await r.json("GET", `/v1/vendors/${coming}?at=2027-01-10`, 200)).toMatchObject({ status: "active" });
  });

  test("a set that is withdrawn was never on it", async () => {
    const { r, coming } = await overTime();
    await r.json("POST", "/v1/change-sets/2/withdraw", 200, { body: {} });

    expect(await slugs(r, "at=2027-06-01")).not.toContain(coming);
  });
});

describe("finding", () => {
  test("by status", async () => {
    const r = await registry();
    const [active, leaving, upcoming, draft] = [vendor(), vendor(), vendor(), vendor()];
    await r.listed(active, leaving);
    await r.json("DELETE", `/v1/vendors/${slugOf(leaving)}?announce=true&effectiveOn=2026-12-01`, 200);
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10", 201, { body: upcoming });
    await r.json("POST", "/v1/vendors", 201, { body: draft });

    expect(await slugs(r, "status=active")).toEqual([slugOf(active)]);
    expect(await slugs(r, "status=leaving")).toEqual([slugOf(leaving)]);
    expect(await slugs(r, "status=upcoming")).toEqual([slugOf(upcoming)]);
    expect(await slugs(r, "status=draft")).toEqual([slugOf(draft)]);
    expect(await slugs(r, "status=removed")).toEqual([]);
  });

  test("by a text in any case, in what is said of the vendor", async () => {
    const r = await registry();
    const [zendesk, tally] = [vendor({ legalName: "Zendesk, Inc." }), vendor({}, { purpose: { fr: "Enquêtes" } })];
    await r.listed(zendesk, tally);

    expect(await slugs(r, "q=ZENDESK")).toEqual([slugOf(zendesk)]);
    expect(await slugs(r, `q=${encodeURIComponent("enquêtes")}`)).toEqual([slugOf(tally)]);
    expect(await slugs(r, `q=${encodeURIComponent('"')}`)).toEqual([]);
    expect(await slugs(r, "q=nobody-says-this")).toEqual([]);
  });

  test("is not led astray by the names of fields", async () => {
    const r = await registry();
    await r.listed(vendor());

    expect(await slugs(r, "q=dataCategories")).toEqual([]);
    expect(await slugs(r, "q=pending")).toEqual([]);
  });

  test("page by page, each once, in order, whatever the size of a page", async () => {
    const r = await registry();
    const all = Array.from({ length: 7 }, () => vendor());
    await r.listed(...all);
    const expected = all.map(slugOf).sort();

    for (const limit of [1, 2, 3, 7, 200]) {
      const walked: string[] = [];
      let next: string | null = "";
      while (next !== null) {
        const page: { data: Vendor[]; next: string | null } = await r.json(
          "GET",
          `/v1/vendors?limit=${limit}${next && `&cursor=${next}`}`,
          200,
        );
        expect(page.data.length).toBeGreaterThan(0);
        walked.push(...page.data.map(({ slug }) => slug));
        next = page.next;
      }
      expect(walked, `limit ${limit}`).toEqual(expected);
    }
    expect(await r.json("GET", "/v1/vendors", 200)).toMatchObject({ next: null });
  });

  test("50 to a page when nobody says how many", async () => {
    const r = await registry();
    await r.listed(...Array.from({ length: 51 }, () => vendor()));

    const { data, next } = await r.json("GET", "/v1/vendors", 200);

    expect(data).toHaveLength(50);
    expect((await r.json("GET", `/v1/vendors?cursor=${next}`, 200)).data).toHaveLength(1);
  });
});

test("the history has every change, newest first, drafts and withdrawn ones too", async () => {
  const r = await registry();
  const { path } = await listed(r);
  await r.json("PATCH", `${path}?announce=true`, 200, { body: { website: "https://a.example" } });
  await r.json("PATCH", `${path}?announce=true&effectiveOn=2027-01-10`, 200, { body: { country: "US" } });
  await r.json("POST", "/v1/change-sets/3/withdraw", 200, { body: {} });
  await r.json("PATCH", `${path}?reason=Later`, 200, { body: { country: "FR" } });

  const { data, next } = await r.json("GET", `${path}/history`, 200);

  expect(next).toBeNull();
  expect(data).toMatchObject([
    { number: 4, state: "draft", kind: "updated", reason: "Later", announcedAt: null },
    { number: 3, state: "withdrawn", weight: "material", effectiveOn: "2027-01-10" },
    { number: 2, state: "effective", weight: "editorial", diff: [{ path: "/website", before: null }] },
    { number: 1, state: "effective", kind: "added", before: null },
  ]);
});

test("HEAD and GET change nothing", async () => {
  const r = await registry();
  const { path } = await listed(r);
  const before = await r.stored();

  for (const method of ["GET", "HEAD"]) {
    for (const address of ["/v1/vendors", path, `${path}/history`, "/v1/change-sets", "/v1/change-sets/1/preview"]) {
      expect((await r.call(method, address)).status, `${method} ${address}`).toBe(200);
    }
  }
  expect(await r.stored()).toEqual(before);
});
