import { describe, expect, test } from "vitest";
import { drain } from "../src/notify/drain.ts";
import { NO_LIMITS } from "../src/notify/mailer.ts";
import { announced, answer, customer, organised, respondLink } from "./setup/answering.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

const put = (r: Registry, id: string, status: number, body: Record<string, unknown>) =>
  r.json("PUT", `/v1/customers/${encodeURIComponent(id)}`, status, { body: { name: id, ...body } });

const get = (r: Registry, id: string, status = 200) => r.json("GET", `/v1/customers/${encodeURIComponent(id)}`, status);

const keyed = (key: string) => ({ key, name: key });
const people = (r: Registry) =>
  r.rows("select email, name, locale, status, confirmed_at is not null as follows from subscribers order by email");

describe("putting a customer", () => {
  test("makes it, says how it is, and puts it again without a trace", async () => {
    const r = await registry();
    await r.organisation({ products: [keyed("app")], hostingRegions: [keyed("eu")] });
    const body = {
      name: "Globex",
      noticePeriod: { days: 10, basis: "business", deemedReceiptDays: 2 },
      objectionPeriod: null,
      objectUntilEffect: { daysBefore: 5 },
      timeZone: "America/New_York",
      holidays: ["2026-11-26"],
      authorisation: "specific",
      onObjection: "suspends",
      emergency: { weeks: 1, basis: "calendar", deemedReceiptDays: 0 },
      remedies: { en: "You may terminate." },
      products: ["app"],
      hostingRegions: ["eu"],
      contacts: [{ email: "Ada@globex.example", name: "Ada", locale: "fr" }],
    };

    const customer = await put(r, "crm-4711", 201, body);

    expect(customer).toEqual({
      id: expect.any(String),
      externalId: "crm-4711",
      ...body,
      contacts: [
        {
          id: expect.any(String),
          email: "Ada@globex.example",
          name: "Ada",
          locale: "fr",
          status: "active",
          follower: false,
          confirmed: true,
          suppressed: false,
        },
      ],
      reachable: true,
      unreachableSince: null,
      createdAt: "2026-11-21T09:00:00.000Z",
      updatedAt: "2026-11-21T09:00:00.000Z",
    });
    r.passHours(1);
    const before = await r.stored();
    expect(await put(r, "crm-4711", 200, body)).toEqual(customer);
    expect(await get(r, "crm-4711")).toEqual(customer);
    expect(await r.stored()).toEqual(before);
  });

  test("replaces all of it: what is not sent is as by default", async () => {
    const r = await registry();
    await r.organisation({ products: [keyed("app")], defaultLocale: "fr" });
    await put(r, "a", 201, { noticePeriod: { days: 5 }, authorisation: "specific", products: ["app"] });
    r.passHours(1);

    const customer = await put(r, "a", 200, { name: "Renamed", contacts: [{ email: "ada@a.example" }] });

    expect(customer).toMatchObject({
      name: "Renamed",
      noticePeriod: null,
      authorisation: "general",
      products: [],
      contacts: [{ name: null, locale: "fr" }],
      createdAt: "2026-11-21T09:00:00.000Z",
      updatedAt: "2026-11-21T10:00:00.000Z",
    });
  });

  test.each(["30", "true", "null", '"quoted"', "{}"])(
    "keeps the text %s a text, though it is JSON",
    async (remedies) => {
      const r = await registry();
      await r.organisation({});
      expect(await put(r, "a", 201, { remedies })).toMatchObject({ remedies });
      expect(await get(r, "a")).toMatchObject({ remedies });
      expect(await put(r, "a", 200, { remedies })).toMatchObject({ remedies });
      expect(await r.json("GET", "/v1/customers", 200)).toMatchObject({ data: [{ remedies }] });
    },
  );

  test("at the same moment makes one customer", async () => {
    const r = await registry();
    const bodies = [1, 2, 3].map((n) => ({ name: `N${n}`, contacts: [{ email: `a${n}@a.example` }] }));

    const statuses = await Promise.all(
      bodies.map(async (body) => (await r.call("PUT", "/v1/customers/a", { body })).status),
    );

    expect(statuses.sort()).toEqual([200, 200, 201]);
    const { data } = await r.json("GET", "/v1/customers", 200);
    expect(data).toMatchObject([{ externalId: "a", contacts: [{ email: expect.any(String) }] }]);
    expect(await people(r)).toHaveLength(1);
  });

  test("takes any visible id in an address", async () => {
    const r = await registry();
    for (const id of ["a/b", "50%", "Müller&Söhne", "?x#y", "..a", "import", "客户"]) {
      expect(await put(r, id, 201, {})).toMatchObject({ externalId: id });
      expect(await get(r, id)).toMatchObject({ externalId: id });
      await r.json("DELETE", `/v1/customers/${encodeURIComponent(id)}`, 204);
      await get(r, id, 404);
    }
  });

  const contact = { email: "ada@a.example" };
  const refused: [string, Record<string, unknown>, string][] = [
    ["no name", { name: undefined }, "/name"],
    ["a period of -1 days", { noticePeriod: { days: -1 } }, "/noticePeriod/days"],
    ["a period of 10,000 days", { objectionPeriod: { days: 10_000 } }, "/objectionPeriod/days"],
    ["half a day", { noticePeriod: { days: 0.5 } }, "/noticePeriod/days"],
    ["days of the moon", { noticePeriod: { days: 5, basis: "lunar" } }, "/noticePeriod/basis"],
    ["days and weeks", { noticePeriod: { days: 5, weeks: 1 } }, "/noticePeriod/weeks"],
    ["no zone", { timeZone: "+02:00" }, "/timeZone"],
    ["a holiday that does not exist", { holidays: ["2027-02-29"] }, "/holidays/0"],
    ["367 holidays", { holidays: Array.from({ length: 367 }, () => "2026-12-25") }, "/holidays"],
    ["half a day before the effect", { objectUntilEffect: { daysBefore: 0.5 } }, "/objectUntilEffect/daysBefore"],
    ["two ends of objecting", { objectionPeriod: { days: 5 }, objectUntilEffect: {} }, "/objectUntilEffect"],
    ["another effect of objecting", { onObjection: "stops" }, "/onObjection"],
    ["an emergency as it pleases", { emergency: "sometimes" }, "/emergency"],
    ["remedies in Latin", { remedies: { la: "nulla" } }, "/remedies"],
    ["another authorisation", { authorisation: "none" }, "/authorisation"],
    ["an unknown product", { products: ["app", "none"] }, "/products/1"],
    ["an unknown hosting region", { hostingRegions: ["mars"] }, "/hostingRegions/0"],
    ["a contact twice", { contacts: [contact, { email: "ADA@a.example" }] }, "/contacts/1/email"],
    ["a contact without an address", { contacts: [{ name: "Ada" }] }, "/contacts/0/email"],
    ["an address that is none", { contacts: [{ email: "ada" }] }, "/contacts/0/email"],
    ["an unknown language", { contacts: [{ ...contact, locale: "la" }] }, "/contacts/0/locale"],
    ["an unknown field", { contacts: [{ ...contact, role: "dpo" }] }, "/contacts/0/role"],
    ["its id in the body", { externalId: "b" }, "/externalId"],
    ["a name that turns the line around", { name: "a\u202Eb" }, "/name"],
  ];
  test.each(refused)("with %s is refused, names the field and writes nothing", async (_, body, pointer) => {
    const r = await registry();
    await r.organisation({ products: [keyed("app")] });
    const before = await r.stored();

    const response = await r.call("PUT", "/v1/customers/a", { body: { name: "A", ...body } });

    await expectProblem(response, 422, "invalid-request", pointer);
    expect(await r.stored()).toEqual(before);
  });

  test("with an id that no address can hold is refused", async () => {
    const r = await registry();
    for (const id of ["a b", "\u200b", "x".repeat(201)]) {
      const response = await r.call("PUT", `/v1/customers/${encodeURIComponent(id)}`, { body: { name: "A" } });
      await expectProblem(response, 422, "invalid-request", "/path/externalId");
    }
  });
});

describe("contacts", () => {
  test("are owed notices without being asked; one who follows too, or stands for several customers, gets one mail", async () => {
    const r = await registry();
    await r.follower("both@a.example");
    await put(r, "a", 201, { contacts: [{ email: "ada@a.example" }, { email: "Both@a.example" }] });
    await put(r, "b", 201, { contacts: [{ email: "both@a.example" }] });

    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10", 201, { body: vendor() });

    const owed = await r.rows(`select s.email from deliveries d join subscribers s on s.id = d.subscriber_id
      join notices n on n.id = d.notice_id where n.kind = 'announcement' order by 1`);
    expect(owed).toEqual([{ email: "ada@a.example" }, { email: "both@a.example" }]);
  });

  test("who wait for a confirmation need none any more; who has left stays away", async () => {
    const r = await registry();
    await r.json("POST", "/v1/subscribers", 201, { body: { email: "pending@a.example" } });
    await r.follower("left@a.example");
    await r.rows("update subscribers set status = 'unsubscribed' where email = 'left@a.example'");

    const contacts = [{ email: "left@a.example" }, { email: "pending@a.example" }];
    const customer = await put(r, "a", 201, { contacts });

    expect(customer.contacts.map(({ status }: { status: string }) => status)).toEqual(["unsubscribed", "active"]);
    expect(await put(r, "a", 200, { contacts: [] })).toMatchObject({ contacts: [] });
    expect(await put(r, "a", 200, { contacts })).toMatchObject({ contacts: [{ status: "unsubscribed" }, {}] });
  });

  test("keep a name or language that is not sent, and followers the language they chose", async () => {
    const r = await registry();
    await r.follower("follower@a.example", { locale: "fr" });
    await put(r, "a", 201, {
      contacts: [
        { email: "ada@a.example", name: "Ada", locale: "fr" },
        { email: "follower@a.example", name: "Fay", locale: "en" },
      ],
    });
    const bare = [{ email: "ada@a.example" }, { email: "follower@a.example" }];
    const { updatedAt } = await put(r, "a", 200, { contacts: bare });

    expect(updatedAt).toBe("2026-11-21T09:00:00.000Z");
    expect(await people(r)).toEqual([
      { email: "ada@a.example", name: "Ada", locale: "fr", status: "active", follows: false },
      { email: "follower@a.example", name: "Fay", locale: "fr", status: "active", follows: true },
    ]);
    await put(r, "a", 200, { contacts: [{ email: "ada@a.example", name: null, locale: "en" }] });
    expect((await people(r))[0]).toMatchObject({ name: null, locale: "en" });
  });

  test("who are named no more are erased, unless they follow, stand for another customer, or have left", async () => {
    const r = await registry();
    await r.follower("follower@a.example");
    const emails = ["ada@a.example", "follower@a.example", "left@a.example", "shared@a.example"];
    await put(r, "a", 201, { contacts: emails.map((email) => ({ email, name: "Somebody" })) });
    await put(r, "b", 201, { contacts: [{ email: "shared@a.example" }] });
    await r.rows("update subscribers set status = 'unsubscribed' where email = 'left@a.example'");

    await put(r, "a", 200, { contacts: [] });

    expect((await people(r)).map(({ email }) => email)).toEqual(emails.slice(1));
  });
});

/** What was sent last never gets an answer, and is given up. */
async function giveUp(r: Registry): Promise<void> {
  const outcome = { kind: "unknown", because: "internal_server_error (500)" } as const;
  const mailer = { send: async () => ({ outcome, limits: NO_LIMITS }) };
  await drain({ ...r.deps, mailer }, { budgetMs: 10_000 });
  r.passHours(24);
  await drain({ ...r.deps, mailer }, { budgetMs: 10_000 });
}

describe("deleting a customer", () => {
  test("lets go the bytes that show or quote its contacts, of mails whose outcome stayed unknown; others' stay", async () => {
    const r = await organised();
    for (const id of ["a", "b"]) await customer(r, id, [`dpo@${id}.example`]);
    const number = await announced(r);
    const object = { kind: "objected", customer: "a", text: "No, says dpo@a.example." };
    await answer(r, await respondLink(r, "dpo@a.example", number), object);
    const ask = { kind: "asked", customer: "b", text: "Why?" };
    await answer(r, await respondLink(r, "dpo@b.example", number), ask);
    await giveUp(r);
    const kept = () =>
      r.rows(`select n.kind, count(b.body)::integer as bodies from batches b join notices n on n.id = b.notice_id
        where b.state = 'uncertain' group by n.kind order by n.kind`);
    expect(await kept()).toEqual([
      { kind: "objection", bodies: 1 },
      { kind: "question", bodies: 1 },
      { kind: "receipt", bodies: 2 },
    ]);

    await r.json("DELETE", "/v1/customers/a", 204);

    expect(await kept()).toEqual([
      { kind: "objection", bodies: 0 },
      { kind: "question", bodies: 1 },
      { kind: "receipt", bodies: 1 },
    ]);
  });

  test("erases its contacts and leaves what they were told, and is a 404 the second time", async () => {
    const r = await registry();
    await put(r, "a", 201, { contacts: [{ email: "ada@a.example", name: "Ada" }] });
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10", 201, { body: vendor() });
    await r.drain();
    const before = await r.rows("select id, email_hash, state, customers from deliveries order by id");

    await r.json("DELETE", "/v1/customers/a", 204);

    expect(await people(r)).toEqual([]);
    expect(await r.rows("select id, email_hash, state, customers from deliveries order by id")).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
    await expectProblem(await r.call("DELETE", "/v1/customers/a"), 404, "not-found");
  });
});

describe("the list", () => {
  const walk = async (r: Registry, query: string): Promise<string[]> => {
    const ids: string[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const page: { data: { externalId: string }[]; next: string | null } = await r.json(
        "GET",
        `/v1/customers?${query}${next && `&cursor=${next}`}`,
        200,
      );
      ids.push(...page.data.map(({ externalId }) => externalId));
      next = page.next;
    }
    return ids;
  };

  test("is in the order of the ids, each once, page by page, however long they are", async () => {
    const r = await registry();
    const ids = ["a", "b", "c", `d${"ü".repeat(199)}`, "e"];
    for (const id of ids.toReversed()) await put(r, id, 201, {});

    expect(await walk(r, "limit=2")).toEqual(ids);
    expect(await walk(r, "limit=1")).toEqual(ids);
    await expectProblem(await r.get("/v1/customers?cursor=IA"), 422, "invalid-request", "/query/cursor");
  });

  test("can be asked for part of an id, a name or a contact's address, and for whom nobody can be told", async () => {
    const r = await registry();
    await put(r, "a-1", 201, { name: "Globex", contacts: [{ email: "ada@globex.example" }] });
    await put(r, "b-2", 201, { name: "Initech 100%", contacts: [{ email: "bob@initech.example" }] });
    await put(r, "c-3", 201, { name: "Umbrella" });

    expect(await walk(r, "q=GLOBEX.exam")).toEqual(["a-1"]);
    expect(await walk(r, "q=initech")).toEqual(["b-2"]);
    expect(await walk(r, `q=${encodeURIComponent("%")}`)).toEqual(["b-2"]);
    expect(await walk(r, "q=-3")).toEqual(["c-3"]);
    expect(await walk(r, "reachable=false")).toEqual(["c-3"]);
    expect(await walk(r, "reachable=true&limit=1")).toEqual(["a-1", "b-2"]);
  });
});

test("the audit log has each mutation once, by an id that names nobody", async () => {
  const r = await registry();
  const { id } = await put(r, "ada@a.example", 201, { name: "Ada", contacts: [{ email: "ada@a.example" }] });
  await put(r, "ada@a.example", 200, { name: "Ada", contacts: [{ email: "ada@a.example" }] });
  await put(r, "ada@a.example", 200, { name: "Ada" });
  await r.json("DELETE", "/v1/customers/ada%40a.example", 204);

  const entries = await r.rows(
    "select action, subject, data from audit_log where subject like 'customer%' order by sequence",
  );
  expect(entries.map(({ action, subject }) => ({ action, subject }))).toEqual(
    ["customer.put", "customer.put", "customer.deleted"].map((action) => ({ action, subject: `customer:${id}` })),
  );
  expect(JSON.parse(String(entries[1]?.data))).toEqual({
    changed: ["contacts"],
    document: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(JSON.stringify(entries)).not.toMatch(/\bada\b/i);
});

test("a product or hosting region that a customer names cannot be dropped", async () => {
  const r = await registry();
  await r.organisation({ products: [keyed("app"), keyed("api")], hostingRegions: [keyed("eu")] });
  await put(r, "a", 201, { products: ["app"], hostingRegions: ["eu"] });
  const before = await r.stored();

  const response = await r.call("PUT", "/v1/organisation", { body: { name: "Acme", products: [keyed("api")] } });

  const { errors } = await expectProblem(response, 422, "invalid-request", "/products");
  expect(errors).toMatchObject([{ pointer: "/products" }, { pointer: "/hostingRegions" }]);
  expect(await r.stored()).toEqual(before);
  await r.organisation({ products: [keyed("app")], hostingRegions: [keyed("eu")] });
});
