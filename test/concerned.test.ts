import { describe, expect, test } from "vitest";
import { LOCALES } from "../src/model/values/text.ts";
import { type CustomerFields, customer } from "./setup/customers.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

const keyed = (...keys: string[]) => keys.map((key) => ({ key, name: key }));
const settings = { products: keyed("app", "shop"), hostingRegions: keyed("eu", "us") };

/** A draft that adds a vendor with these services. Gives its number. */
async function drafted(r: Registry, ...services: Record<string, unknown>[]): Promise<number> {
  const body = { ...vendor(), services: services.map((service, index) => ({ key: `s${index}`, ...service })) };
  return (await r.json("POST", "/v1/vendors", 201, { body })).changeSet.number;
}

const announce = (r: Registry, number: number, body: Record<string, unknown> = { effectiveOn: "2027-06-01" }) =>
  r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body });

/** The customers recorded as concerned, by their own ids. */
const concerned = async (r: Registry, number: number) =>
  (await r.rows(`select external_id from concerned_customers where change_set = ${number} order by 1`)).map(
    ({ external_id }) => external_id,
  );

const told = async (r: Registry) =>
  r.rows(`select s.email, d.customers from deliveries d join notices n on n.id = d.notice_id
    join subscribers s on s.id = d.subscriber_id where n.kind = 'announcement' order by 1`);

/** A mail's paragraphs, but for what differs from one reader to the next: their links, and their customer's name. */
const paragraphs = (text: string) =>
  text
    .trim()
    .replace(/\/(respond|preferences|unsubscribe)\/[\w-]+/g, "/$1/_")
    .replace(/Customer \w+/g, "Customer _")
    .split("\n\n");

describe("a customer is concerned where product and hosting region meet", () => {
  const customers: Record<string, CustomerFields> = {
    all: {},
    app: { products: ["app"] },
    "app-eu": { products: ["app"], hostingRegions: ["eu"] },
    eu: { hostingRegions: ["eu"] },
    "shop-us": { products: ["shop"], hostingRegions: ["us"] },
  };
  const everyone = Object.keys(customers).sort();

  test.each([
    ["for all products everywhere", [{}], everyone],
    ["for one product", [{ products: ["shop"] }], ["all", "eu", "shop-us"]],
    ["in one region", [{ hostingRegions: ["us"] }], ["all", "app", "shop-us"]],
    ["for one product in one region", [{ products: ["shop"], hostingRegions: ["eu"] }], ["all", "eu"]],
    [
      "two, for each a product in another region: never the product of one in the region of the other",
      [
        { products: ["app"], hostingRegions: ["us"] },
        { products: ["shop"], hostingRegions: ["eu"] },
      ],
      ["all", "app", "eu"],
    ],
    ["one for a product, another for all", [{ products: ["shop"] }, {}], everyone],
  ])("of a service %s", async (_, services, expected) => {
    const r = await registry();
    await r.organisation(settings);
    for (const [id, fields] of Object.entries(customers)) await customer(r, id, fields);
    const number = await drafted(r, ...services);
    const { recipients } = await r.json("GET", `/v1/change-sets/${number}/preview`, 200);

    await announce(r, number);

    expect(await concerned(r, number)).toEqual(expected);
    expect((await told(r)).flatMap(({ customers }) => customers).sort()).toEqual(expected);
    expect(recipients).toEqual({ contacts: expected.length, followers: 0, byLocale: { en: expected.length } });
  });

  test("of the service as it was, too: whoever it leaves is told", async () => {
    const r = await registry();
    await r.organisation(settings);
    for (const [id, fields] of Object.entries(customers)) await customer(r, id, fields);
    const body = vendor({}, { products: ["app"], hostingRegions: ["eu"] });
    await r.listed(body);
    const path = `/v1/vendors/${body.name.toLowerCase().replace(" ", "-")}`;
    const moved = { ...(body.services as Record<string, unknown>[])[0], products: ["shop"], hostingRegions: ["us"] };
    const { changeSet } = await r.json("PATCH", path, 200, { body: { services: [moved] } });

    await announce(r, changeSet.number);

    expect(await concerned(r, changeSet.number)).toEqual(everyone);
  });

  test("of the service that changes, not of another of the same vendor; but of all where the vendor itself does", async () => {
    const r = await registry();
    await r.organisation(settings);
    for (const [id, fields] of Object.entries(customers)) await customer(r, id, fields);
    const services = [
      { key: "one", products: ["app"], hostingRegions: ["eu"], dataCategories: ["Name"] },
      { key: "two", products: ["shop"], hostingRegions: ["us"], dataCategories: ["Name"] },
    ];
    const body = { ...vendor({ legalName: "Old Ltd" }), services };
    await r.listed(body);
    const path = `/v1/vendors/${body.name.toLowerCase().replace(" ", "-")}`;
    const [one, two] = services;
    const more = [one, { ...two, dataCategories: ["Name", "Telephone number"] }];
    const { changeSet } = await r.json("PATCH", path, 200, { body: { services: more } });
    await announce(r, changeSet.number);
    const { changeSet: other } = await r.json("PATCH", path, 200, { body: { legalName: "New Ltd" } });
    await announce(r, other.number);

    expect(await concerned(r, changeSet.number)).toEqual(["all", "shop-us"]);
    expect(await concerned(r, other.number)).toEqual(everyone);
  });

  test("and the clock waits for those alone", async () => {
    const r = await registry({ now: "2026-11-21T09:00:00Z" });
    await r.organisation(settings);
    await customer(r, "shop", { products: ["shop"], notice: { days: 90 } });
    await customer(r, "app", { products: ["app"], notice: { days: 60 } });
    const number = await drafted(r, { products: ["app"] });

    expect(await r.json("GET", `/v1/change-sets/${number}/preview`, 200)).toMatchObject({
      earliestEffectiveOn: "2027-01-21",
      decidedBy: [{ customer: "app", withoutIt: "2026-12-22" }],
    });
    await announce(r, number, { effectiveOn: "2027-01-21" });
  });
});

describe("who is told", () => {
  test("a contact of several customers who also follows gets one notice, and counts once, as a contact", async () => {
    const r = await registry();
    await r.follower("both@agency.example");
    await r.follower("fan@else.example", { locale: "fr" });
    await customer(r, "a", { contacts: ["both@agency.example", "legal@a.example"] });
    await customer(r, "b", { contacts: ["both@agency.example"] });
    const number = await drafted(r, {});

    expect((await r.json("GET", `/v1/change-sets/${number}/preview`, 200)).recipients).toEqual({
      contacts: 2,
      followers: 1,
      byLocale: { en: 2, fr: 1 },
    });
    await announce(r, number);

    expect(await told(r)).toEqual([
      { email: "both@agency.example", customers: ["a", "b"] },
      { email: "fan@else.example", customers: null },
      { email: "legal@a.example", customers: ["a"] },
    ]);
  });

  test("the preview shows the mails as each of them would read it", async () => {
    const r = await registry();
    await r.organisation({ locales: ["en", "fr"] });
    await customer(r, "a", { objection: { days: 5 } }); // until 26 November
    await customer(r, "alike", { objection: { days: 5 } });
    await customer(r, "b", { authorisation: "specific", contacts: ["both@agency.example"], locale: "fr" });
    await customer(r, "c", { objection: { days: 10 }, contacts: ["both@agency.example"], locale: "fr" });
    await customer(r, "gone", { objection: { days: 3 } });
    await r.rows("update subscribers set status = 'unsubscribed' where email = 'dpo@gone.example'");
    const number = await drafted(r, {});
    const preview = async () => r.json("GET", `/v1/change-sets/${number}/preview`, 200);

    const { mails, totals } = await preview();
    expect(mails).toMatchObject([
      { locale: "en", audience: "contacts", lastDayToObjectOn: "2026-11-26", authorisation: "general" },
      { locale: "fr", audience: "contacts", lastDayToObjectOn: "2026-12-01", authorisation: "specific" },
    ]);
    expect(totals.mailsToContacts).toBe(2);
    await r.follower("fan@else.example");
    const withFollowers = (await preview()).mails;
    expect(withFollowers.slice(2)).toEqual(mails);
    expect(withFollowers.slice(0, 2)).toMatchObject([
      { locale: "en", audience: "followers", lastDayToObjectOn: "2026-12-21", authorisation: null },
      { locale: "fr", audience: "followers", lastDayToObjectOn: "2026-12-21", authorisation: null },
    ]);

    await announce(r, number, { effectiveOn: "2026-12-22" });
    await r.drain();
    for (const [email, mail] of [
      ["dpo@a.example", withFollowers[2]],
      ["dpo@alike.example", withFollowers[2]],
      ["both@agency.example", withFollowers[3]],
      ["fan@else.example", withFollowers[0]],
    ]) {
      const [sent] = await r.messages(email);
      expect(sent?.subject).toBe(mail.subject);
      // Sent, it names the version of the list as well.
      expect(paragraphs(sent?.text ?? "")).toEqual(expect.arrayContaining(paragraphs(mail.text)));
    }
  });

  test("who speaks for several customers, one of whom is concerned, reads what others on its terms read", async () => {
    const r = await registry();
    await r.organisation(settings);
    await customer(r, "app", { products: ["app"], objection: { days: 5 } });
    await customer(r, "shop", { products: ["shop"], objection: { days: 10 }, contacts: ["both@agency.example"] });
    await customer(r, "other", { products: ["app"], objection: { days: 5 }, contacts: ["both@agency.example"] });
    const number = await drafted(r, { products: ["app"] });

    const { mails, totals } = await r.json("GET", `/v1/change-sets/${number}/preview`, 200);

    expect(totals.mailsToContacts).toBe(1);
    await announce(r, number, { effectiveOn: "2026-12-22" });
    await r.drain();
    for (const email of ["dpo@app.example", "both@agency.example"]) {
      const [sent] = await r.messages(email);
      expect(paragraphs(sent?.text ?? "")).toEqual(expect.arrayContaining(paragraphs(mails[0].text)));
    }
  });

  test("the preview shows no more than twenty mails to contacts, those that most get, and says how many there are", async () => {
    const r = await registry();
    for (let day = 1; day <= 22; day += 1) await customer(r, `c${day}`, { objection: { days: day } });
    await customer(r, "more", { objection: { days: 22 } });
    const number = await drafted(r, {});

    const { mails, totals } = await r.json("GET", `/v1/change-sets/${number}/preview`, 200);

    expect(mails).toHaveLength(20);
    expect(mails[0]).toMatchObject({ audience: "contacts", lastDayToObjectOn: "2026-12-13" });
    expect(totals.mailsToContacts).toBe(22);
  });

  test("the preview shows a follower's mail where nobody would be told", async () => {
    const r = await registry();
    const number = await drafted(r, {});
    const { mails } = await r.json("GET", `/v1/change-sets/${number}/preview`, 200);
    expect(mails.map(({ audience }: { audience: string }) => audience)).toEqual(LOCALES.map(() => "followers"));
  });

  test("the preview writes nothing", async () => {
    const r = await registry();
    await customer(r, "a", { authorisation: "specific" });
    const number = await drafted(r, {});
    const before = await r.stored();

    await r.json("GET", `/v1/change-sets/${number}/preview`, 200);

    expect(await r.stored()).toEqual(before);
  });

  test("whom mail does not reach counts among the recipients, and no mail is shown as theirs", async () => {
    const r = await registry();
    await r.organisation({ locales: ["en"] });
    await customer(r, "a", { contacts: ["here@a.example", "ici@a.example"], locale: "fr" });
    await customer(r, "b", { contacts: ["bounced@b.example"], notice: { days: 50 } });
    await r.rows(`insert into suppressions (email_hash, reason, since)
      select email_hash, 'bounced', now() from subscribers where email = 'bounced@b.example'`);
    const number = await drafted(r, {});

    const preview = await r.json("GET", `/v1/change-sets/${number}/preview`, 200);
    expect(preview.recipients).toEqual({ contacts: 3, followers: 0, byLocale: { en: 3 } });
    const contacts = preview.mails.filter(({ audience }: { audience: string }) => audience === "contacts");
    expect(contacts).toMatchObject([{ locale: "en" }]);
  });

  test("customers nobody can be told for are named, and recorded as such", async () => {
    const r = await registry();
    await customer(r, "none", { contacts: [] });
    await customer(r, "left", { contacts: ["left@a.example"] });
    await customer(r, "bounced", { contacts: ["bounced@a.example"] });
    await customer(r, "one-left", { contacts: ["left@a.example", "here@a.example"] });
    await customer(r, "one-bounced", { contacts: ["bounced@a.example", "here@a.example"] });
    await r.rows("update subscribers set status = 'unsubscribed' where email = 'left@a.example'");
    await r.rows(`insert into suppressions (email_hash, reason, since)
      select email_hash, 'bounced', now() from subscribers where email = 'bounced@a.example'`);
    const number = await drafted(r, {});

    expect(await r.json("GET", `/v1/change-sets/${number}/preview`, 200)).toMatchObject({
      unreachable: [
        { externalId: "bounced", name: "Customer bounced" },
        { externalId: "left", name: "Customer left" },
        { externalId: "none", name: "Customer none" },
      ],
      totals: { unreachable: 3 },
    });
    await announce(r, number);

    expect(await r.rows("select external_id from concerned_customers where reachable order by 1")).toEqual([
      { external_id: "one-bounced" },
      { external_id: "one-left" },
    ]);
  });
});

describe("what is recorded of them", () => {
  test("is how it was when it was announced, whatever becomes of the customer", async () => {
    const r = await registry({ now: "2026-11-21T09:00:00Z" });
    await customer(r, "a", { name: "Alpha", notice: { days: 20 } });
    const number = await drafted(r, {});
    await announce(r, number);

    await r.rows("update customers set name = 'Omega', notice_period = null where external_id = 'a'");
    await r.rows("delete from customers where external_id = 'a'");

    expect(
      await r.rows(
        "select external_id, name, authorisation, earliest_effective_on::text as earliest from concerned_customers",
      ),
    ).toEqual([{ external_id: "a", name: "Alpha", authorisation: "general", earliest: "2026-12-12" }]);
    await expect(r.rows("update concerned_customers set earliest_effective_on = '2026-01-01'")).rejects.toMatchObject({
      cause: { message: expect.stringContaining("cannot be rewritten") },
    });
  });

  test("has no dates where nothing had to be waited for; editorial changes and the first list concern nobody", async () => {
    const r = await registry();
    await customer(r, "a", { notice: { days: 90 } });
    const body = vendor();
    await r.listed(body);
    const path = `/v1/vendors/${body.name.toLowerCase().replace(" ", "-")}`;
    await r.json("PATCH", `${path}?announce=true`, 200, { body: { website: "https://new.example" } });
    expect(await r.rows("select 1 from concerned_customers")).toEqual([]);

    await r.json("DELETE", `${path}?announce=true`, 200);

    expect(
      await r.rows("select external_id, earliest_effective_on, last_day_to_object_on from concerned_customers"),
    ).toEqual([{ external_id: "a", earliest_effective_on: null, last_day_to_object_on: null }]);
    expect(await told(r)).toHaveLength(1);
  });

  test("is nothing where announcing is refused", async () => {
    const r = await registry();
    await customer(r, "a", { notice: { days: 90 } });
    const number = await drafted(r, {});

    await expectProblem(
      await r.post(`/v1/change-sets/${number}/announce`, { effectiveOn: "2026-12-24" }),
      422,
      "effective-date-too-early",
    );

    expect(await concerned(r, number)).toEqual([]);
  });
});
