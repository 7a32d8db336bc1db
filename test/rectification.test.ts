import { describe, expect, test } from "vitest";
import { verifyPack } from "../src/evidence/pack/verify-pack.ts";
import { answer, respondLink } from "./setup/answering.ts";
import { customer } from "./setup/customers.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

const unwrapped = (text: string | undefined) => (text ?? "").replace(/\s+/g, " ");
const REASON = "Its servers were in Ireland from the start; we had stated France.";

/** A list with a vendor in France, a customer with a long notice and a veto, and a follower. */
async function listed(): Promise<Registry> {
  const r = await registry({ now: "2026-03-01T09:00:00Z" });
  await r.organisation({ name: "Firma", locales: ["en", "fr"], privacyEmail: "p@firma.example" });
  await r.listed(vendor({ name: "Host", slug: "host" }, { purpose: "Hosting", dataCategories: ["Contact data"] }));
  await customer(r, "c-1", { notice: { days: 90 }, authorisation: "specific", contacts: ["dpo@c-1.example"] });
  await r.follower("fan@suiveur.example", { locale: "fr" });
  r.setTime("2026-06-10T09:00:00Z");
  return r;
}

const services = (country: string, more = {}) => [
  { key: "main", purpose: "Hosting", locations: [{ country }], dataCategories: ["Contact data"], ...more },
];

async function draft(
  r: Registry,
  services: unknown[],
  rectification: unknown = { reason: REASON, since: "2026-04-01" },
) {
  const { number } = await r.json("POST", "/v1/change-sets", 201, { body: { rectification } });
  await r.json("PATCH", `/v1/vendors/host?changeSet=${number}`, 200, { body: { services } });
  return number as number;
}

const accepted = { acceptFindings: ["rectification-adds"], acceptFindingsReason: "It has been so." };

const rectified = async (r: Registry) => {
  const number = await draft(r, services("IE"));
  return r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: accepted });
};

describe("a rectification", () => {
  test("is in force at once, and waits for no period and no approval", async () => {
    const r = await listed();
    const set = await rectified(r);
    expect(set).toMatchObject({
      state: "effective",
      effectiveOn: "2026-06-10",
      lastDayToObjectOn: null,
      awaitsApproval: false,
      approvals: null,
      rectification: { reason: REASON, since: "2026-04-01" },
    });
    const list = await (await r.get("/subprocessors.json")).json();
    expect(list.vendors[0].services[0].locations[0].country).toBe("IE");
  });

  test("is told as a correction of the list: in the subject, in the first sentence, with what was wrong", async () => {
    const r = await listed();
    await rectified(r);
    await r.drain();

    const [mail] = await r.messages("dpo@c-1.example");
    expect(mail?.subject).toBe("Firma: correction of our list: the entry of Host was wrong");
    const text = unwrapped(mail?.text);
    expect(text).toContain(
      "Our list of vendors had been wrong since 1 April 2026; we corrected it on 10 June 2026. This is no change to come: what the entry says now was already the case.",
    );
    expect(text).toContain(`What was wrong -------------- ${REASON}`);
    expect(text).not.toMatch(
      /in advance|needs your approval|until the end of|nothing you need to do|takes? effect|\.ics/i,
    );
    const [french] = await r.messages("fan@suiveur.example");
    expect(french?.subject).toBe("Firma : rectification de notre liste : la mention de Host était inexacte");
    expect(unwrapped(french?.text)).toContain("Il ne s’agit pas d’un changement à venir");
  });

  test("says at first sight what was wrong, what is so, since when, for whom, and what they may do, with the button", async () => {
    const r = await listed();
    await rectified(r);
    await r.drain();
    const [mail] = await r.messages("dpo@c-1.example");
    const text = unwrapped(mail?.text);
    // However long the reason is, what fits the first screen stands before it, with the button.
    const order = [
      "had been wrong since 1 April 2026",
      "For: Customer c-1",
      "Corrected on: 10 June 2026",
      "Had been wrong since: 1 April 2026",
      "You can: object, take note or ask at any time: no last day is set",
      "Object, take note or ask: https://registry.example/respond/",
      `What was wrong -------------- ${REASON}`,
      "The list said: France It says now: Ireland",
    ];
    expect(order.map((part) => text.indexOf(part)).toSorted((a, b) => a - b)).toEqual(
      order.map((part) => text.indexOf(part)),
    );
    expect(text.indexOf(REASON)).toBeGreaterThan(0);
    const [french] = await r.messages("fan@suiveur.example");
    expect(unwrapped(french?.text)).toContain("Inexacte depuis le : 1er avril 2026");
    expect(unwrapped(french?.text)).not.toMatch(/Vous pouvez : émettre une objection|prend effet|prendra effet/);
  });

  test("tells whose contract asks for approvals that theirs was not asked for, and what is left to them", async () => {
    const r = await listed();
    await customer(r, "general", {});
    await r.organisation({
      name: "Firma",
      locales: ["en", "fr"],
      privacyEmail: "p@firma.example",
      remedies: { en: "You may terminate the services concerned." },
    });
    await rectified(r);
    await r.drain();
    const theirs = unwrapped((await r.messages("dpo@c-1.example"))[0]?.text);
    expect(theirs).toContain("Your approval: your contract asks for it; we did not ask you before");
    expect(theirs).toContain(
      "Under your contract such a change needs an approval, and no notice of ours asked for it. We do not ask you to approve it afterwards, and your silence is no approval: you can object or ask.",
    );
    expect(theirs).toContain("You may terminate the services concerned.");
    expect(unwrapped((await r.messages("dpo@general.example"))[0]?.text)).not.toMatch(/approv/i);
  });

  test("of what takes no approval, such as a certification that has lapsed, says nothing of one", async () => {
    const r = await registry({ now: "2026-03-01T09:00:00Z" });
    await r.organisation({ name: "Firma", privacyEmail: "p@firma.example" });
    await r.listed(vendor({ name: "Host", slug: "host", certifications: [{ name: "ISO/IEC 27001" }] }));
    await customer(r, "c-1", { authorisation: "specific" });
    const { number } = await r.json("POST", "/v1/change-sets", 201, {
      body: { rectification: { reason: "The certification lapsed.", since: "2026-02-15" } },
    });
    await r.json("PATCH", `/v1/vendors/host?changeSet=${number}`, 200, { body: { certifications: [] } });
    await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: {} });
    await r.drain();
    const text = unwrapped((await r.messages("dpo@c-1.example"))[0]?.text);
    expect(text).toContain("The certification lapsed.");
    expect(text).not.toMatch(/approv/i);
  });

  test("is not approved: that is not offered, by no way taken, and nothing is written", async () => {
    const r = await listed();
    const { number } = await rectified(r);
    await r.drain();
    const link = await respondLink(r, "dpo@c-1.example", number);
    const page = await (await r.get(link, { key: null })).text();
    expect(page).toContain("announces no change to come");
    expect(page).toContain('value="objected"');
    expect(page).not.toMatch(/value="approved"|respond\/[^"]*calendar\.ics|[Tt]akes effect|Took effect/);
    const before = await r.stored();
    expect((await answer(r, link, { kind: "approved", customer: "c-1" })).status).toBe(422);
    const entered = { changeSet: number, customer: "c-1", kind: "approved", channel: "post", receivedOn: "2026-06-10" };
    await expectProblem(await r.post("/v1/responses", entered), 422, "invalid-request", "/kind");
    expect(await r.stored()).toEqual(before);
  });

  test("is named as one wherever it is read: its page, the list of changes, the calendar, receipts and corrections", async () => {
    const r = await listed();
    const { number } = await rectified(r);
    await r.drain();
    const future = /[Tt]akes effect|Took effect|In force|\b[Ff]rom 10 June|will (be|change)/;
    const page = await (await r.get(`/changes/${number}`)).text();
    expect(page).toMatch(/Corrected on[\s\S]*10 June 2026/);
    expect(page).toContain("Entry was wrong: Host");
    expect(page).toContain("To ask about it or to object, write to");
    expect(page).not.toMatch(future);
    const [, entry = ""] = /(<li class="effective">[\s\S]*?<\/li>)/.exec(await (await r.get("/changes")).text()) ?? [];
    expect(entry).toContain("Correction of the list · Entry was wrong: Host");
    expect(entry).toContain("corrected on 10 June 2026");
    expect(entry).not.toMatch(future);
    expect(await (await r.get("/")).text()).toContain("corrected on 10 June 2026");
    const calendar = (await (await r.get(`/changes/${number}/calendar.ics`)).text()).replaceAll("\r\n ", "");
    expect(calendar).toContain(`SUMMARY:Firma: correction of the list (change ${number}: Host)`);
    expect(calendar).not.toMatch(/takes effect/);

    await answer(r, await respondLink(r, "dpo@c-1.example", number), { kind: "asked", customer: "c-1", text: "Why?" });
    await r.json("POST", `/v1/change-sets/${number}/correction`, 201, { body: { text: "It is Malta." } });
    await r.drain();
    for (const mail of (await r.messages("dpo@c-1.example")).slice(1)) {
      expect(unwrapped(mail.text), mail.subject).toContain(
        "What we corrected ----------------- - Correction of our list: the entry of Host was wrong",
      );
      expect(mail.text, mail.subject).not.toMatch(future);
    }
  });

  test("that was objected to is said to stand as corrected, in the receipt, to the organisation and in the decision", async () => {
    const r = await listed();
    const { number } = await rectified(r);
    await r.drain();
    const link = await respondLink(r, "dpo@c-1.example", number);
    await answer(r, link, { kind: "objected", customer: "c-1", text: "We were not told." });
    const [{ id }] = (await r.json("GET", `/v1/responses?changeSet=${number}`, 200)).data;
    await r.drain();
    expect(unwrapped((await r.messages("dpo@c-1.example")).at(-1)?.text)).toContain(
      "What our list says about Host was already the case. By itself, your objection does not change that.",
    );
    const told = unwrapped((await r.messages("p@firma.example")).at(-1)?.text);
    expect(told).toContain("was already the case; by itself");
    // There was no day to answer by.
    expect(told).not.toContain("in time");
    await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body: { outcome: "rejected", note: "It is so." } });
    await r.drain();
    const decision = unwrapped((await r.messages("dpo@c-1.example")).at(-1)?.text);
    expect(decision).toContain("Decision: The list remains as we corrected it");
    expect(decision).toContain("Our decision leaves the list as we corrected it.");
    expect(await (await r.get(link, { key: null })).text()).toContain("The list remains as we corrected it");
    for (const { subject, text } of [
      ...(await r.messages("dpo@c-1.example")),
      ...(await r.messages("p@firma.example")),
    ])
      expect(text, subject).not.toMatch(/in effect|takes? effect|as announced|we announced/);
  });

  test("is said since when the list was wrong wherever it is answered, and the page that no last day is set", async () => {
    const r = await listed();
    const { number } = await rectified(r);
    await r.drain();
    const link = await respondLink(r, "dpo@c-1.example", number);
    const page = unwrapped(await (await r.get(link, { key: null })).text());
    expect(page).toContain("at any time: no last day is set");
    expect(page).toContain("What an objection leads to");
    expect(page).toContain("it does not undo what was already the case");
    expect(page).not.toContain("there is nothing you need to do");
    await answer(r, link, { kind: "objected", customer: "c-1", text: "We were not told." });
    await r.drain();
    for (const to of ["dpo@c-1.example", "p@firma.example"]) {
      const text = unwrapped((await r.messages(to)).at(-1)?.text);
      expect(text, to).toContain("- Corrected on: 10 June 2026 - Had been wrong since: 1 April 2026");
      expect(text, to).not.toContain("In effect since");
    }
    const [{ id }] = (await r.json("GET", `/v1/responses?changeSet=${number}`, 200)).data;
    await r.json("POST", `/v1/responses/${id}/resolve`, 200, { body: { outcome: "exempted", note: "You stay." } });
    await r.drain();
    expect(unwrapped((await r.messages("dpo@c-1.example")).at(-1)?.text)).toContain(
      "From now on this does not apply to Customer c-1. Our public list shows it all the same, for others: - Host – was wrong",
    );
  });

  test("that is told late holds what was corrected since", async () => {
    const r = await listed();
    const { number } = await rectified(r);
    await r.drain();
    await r.json("POST", `/v1/change-sets/${number}/correction`, 201, { body: { text: "It is Malta." } });
    await r.json("PUT", "/v1/customers/c-1", 200, {
      body: { name: "Customer c-1", authorisation: "specific", contacts: [{ email: "new@c-1.example" }] },
    });
    await r.drain();
    const [late] = await r.messages("new@c-1.example");
    expect(late?.subject).toBe("Firma: correction of our list: the entry of Host was wrong");
    expect(late?.text).toContain("It is Malta.");
  });

  test("can be asked about and objected to, and holds nothing", async () => {
    const r = await listed();
    const { number } = await rectified(r);
    await r.drain();
    const link = await respondLink(r, "dpo@c-1.example", number);
    expect((await answer(r, link, { kind: "objected", customer: "c-1", text: "We were not told." })).status).toBe(200);
    expect((await r.json("GET", `/v1/responses?changeSet=${number}`, 200)).data).toMatchObject([
      { kind: "objected", late: false },
    ]);
    expect(await r.json("GET", `/v1/change-sets/${number}`, 200)).toMatchObject({
      state: "effective",
      awaitsApproval: false,
    });
  });

  test("is marked on its page, and on the lists of the days concerned; what was published stays", async () => {
    const r = await listed();
    const { number } = await rectified(r);
    const page = async (path: string) => (await r.get(path)).text();

    expect(await page(`/changes/${number}`)).toMatch(
      /Correction of the list[\s\S]*Had been wrong since[\s\S]*1 April 2026/,
    );
    expect(await page("/changes")).toContain("Correction of the list");
    for (const [day, isMarked] of [
      ["2026-03-31", false],
      ["2026-04-01", true],
      ["2026-06-09", true],
      ["2026-06-10", false],
    ] as const) {
      const html = await page(`/?at=${day}`);
      expect(html.includes("The list of this day was corrected later, on 10 June 2026 (Host): "), day).toBe(isMarked);
      const { rectified, vendors } = await (await r.get(`/subprocessors.json?at=${day}`)).json();
      expect(rectified, day).toEqual(
        isMarked
          ? [{ changeSet: number, rectifiedOn: "2026-06-10", since: "2026-04-01", reason: REASON, vendors: ["host"] }]
          : [],
      );
      expect(vendors[0].services[0].locations[0].country).toBe(day < "2026-06-10" ? "FR" : "IE");
    }
  });

  test("without a day concerns the list since what is put right stood there", async () => {
    const r = await listed();
    const number = await draft(r, services("IE"), { reason: REASON });
    await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: accepted });
    const at = async (day: string) => (await (await r.get(`/subprocessors.json?at=${day}`)).json()).rectified;
    expect(await at("2026-03-01")).toMatchObject([{ since: "2026-03-01" }]);
    expect(await at("2026-02-28")).toEqual([]);
  });

  test("of a certification that has lapsed takes no acceptance", async () => {
    const r = await listed();
    const number = await draft(r, services("FR", { dataCategories: [] }), {
      reason: "It lapsed.",
      since: "2026-05-01",
    });
    expect(await r.json("POST", `/v1/change-sets/${number}/announce`, 200, {})).toMatchObject({ state: "effective" });
  });

  test.each([
    ["a place", services("IE")],
    ["a category of data", services("FR", { dataCategories: ["Contact data", "Health data"] })],
    ["use for training", services("FR", { usedForTraining: "yes" })],
    ["another purpose", services("FR", { purpose: "Advertising" })],
  ])("that adds %s is an error that has to be accepted with a reason", async (_, changed) => {
    const r = await listed();
    const number = await draft(r, changed);
    const { findings, earliestEffectiveOn } = await r.json("GET", `/v1/change-sets/${number}/preview`, 200);
    expect(earliestEffectiveOn).toBe("2026-06-10");
    expect(findings).toContainEqual(
      expect.objectContaining({ code: "rectification-adds", severity: "error", vendor: "host" }),
    );
    const refused = await r.post(`/v1/change-sets/${number}/announce`, {});
    expect(await expectProblem(refused, 409, "findings-not-accepted")).toMatchObject({
      findings: [{ code: "rectification-adds" }],
    });
    expect(await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: accepted })).toMatchObject({
      state: "effective",
    });
  });

  test.each([
    [
      "a place at home, instead of one abroad",
      { locations: [{ country: "US" }] },
      { locations: [{ country: "FR" }] },
      "France",
    ],
    [
      "a service to customers of another product",
      { products: ["app"] },
      { products: ["app", "shop"] },
      "wider products",
    ],
    [
      "a service to customers of another region",
      { hostingRegions: ["eu"] },
      { hostingRegions: ["us"] },
      "other hosting regions",
    ],
  ])("that adds %s is one, too", async (_, was, now, said) => {
    const r = await registry({ now: "2026-03-01T09:00:00Z" });
    const named = (...keys: string[]) => keys.map((key) => ({ key, name: key }));
    await r.organisation({ name: "Firma", products: named("app", "shop"), hostingRegions: named("eu", "us", "asia") });
    await r.listed(vendor({ name: "Host", slug: "host" }, { locations: [{ country: "FR" }], ...was }));
    const { number } = await r.json("POST", "/v1/change-sets", 201, { body: { rectification: { reason: REASON } } });
    const service = {
      key: "main",
      purpose: "Hosting",
      dataCategories: ["Contact data"],
      locations: [{ country: "FR" }],
    };
    await r.json("PATCH", `/v1/vendors/host?changeSet=${number}`, 200, {
      body: { services: [{ ...service, ...now }] },
    });
    const refused = await r.post(`/v1/change-sets/${number}/announce`, {});
    const { findings } = await expectProblem(refused, 409, "findings-not-accepted");
    expect(findings).toMatchObject([{ code: "rectification-adds", message: expect.stringContaining(said) }]);
  });

  test("that replaces the legal entity or moves it is one, too; that a cover has lapsed is none", async () => {
    const r = await registry({ now: "2026-03-01T09:00:00Z" });
    const host = vendor({ name: "Alpha", slug: "alpha", legalName: "Alpha GmbH", country: "DE" });
    await r.listed({
      ...host,
      services: [{ ...services("US")[0], safeguards: [{ mechanism: "scc", module: 3, regimes: ["eu"] }] }],
    });
    const { number } = await r.json("POST", "/v1/change-sets", 201, { body: { rectification: { reason: REASON } } });
    const edited = (body: unknown) => r.json("PATCH", `/v1/vendors/alpha?changeSet=${number}`, 200, { body });
    const found = async () => {
      const { findings } = await r.json("GET", `/v1/change-sets/${number}/preview`, 200);
      const errors = findings.filter(({ severity }: { severity: string }) => severity === "error");
      return errors.map(({ code, message }: { code: string; message: string }) => [code, message]);
    };
    await edited({ services: services("US") });
    expect(await found()).toEqual([]);
    await edited({ legalName: "Beta Ltd", country: "IN" });
    expect(await found()).toEqual([
      [
        "rectification-adds",
        "Alpha: what the rectification changes may be an intended change: legal entity replaced; country of establishment is now India. If that is only to come, announce it as one, before.",
      ],
    ]);
  });

  test("of a vendor that was missing, without a day, concerns every list there was before", async () => {
    const r = await listed();
    const { number } = await r.json("POST", "/v1/change-sets", 201, {
      body: { rectification: { reason: "Forgotten." } },
    });
    await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body: vendor({ name: "Forgotten" }) });
    await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: accepted });
    const at = async (day: string) => (await (await r.get(`/subprocessors.json?at=${day}`)).json()).rectified;
    expect(await at("2026-03-01")).toMatchObject([{ since: null, vendors: ["forgotten"], rectifiedOn: "2026-06-10" }]);
    expect(await at("2026-02-28")).toEqual([]);
    expect(await at("2026-06-10")).toEqual([]);
  });

  test("is told to whom it concerns, and to nobody else", async () => {
    const r = await registry({ now: "2026-03-01T09:00:00Z" });
    const products = ["app", "shop"].map((key) => ({ key, name: key }));
    await r.organisation({ name: "Firma", products });
    const service = { key: "main", purpose: "Hosting", locations: [{ country: "FR" }], products: ["app"] };
    await r.listed(vendor({ name: "Host", slug: "host", services: [service] }));
    await customer(r, "app", { products: ["app"] });
    await customer(r, "shop", { products: ["shop"] });
    await r.follower("shop@follower.example", { products: ["shop"] });
    const { number } = await r.json("POST", "/v1/change-sets", 201, { body: { rectification: { reason: REASON } } });
    const services = [{ ...service, locations: [{ country: "IE" }] }];
    await r.json("PATCH", `/v1/vendors/host?changeSet=${number}`, 200, { body: { services } });
    await r.json("POST", `/v1/change-sets/${number}/announce`, 200, { body: accepted });
    await r.drain();
    expect((await r.messages()).flatMap(({ to }) => to)).toEqual(["dpo@app.example"]);
  });

  test("that adds a vendor is one, too", async () => {
    const r = await listed();
    const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
    await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body: vendor({ name: "Forgotten" }) });
    const announce = (body: unknown) => r.post(`/v1/change-sets/${number}/announce`, body);
    const rectification = { reason: "We had forgotten it." };
    await expectProblem(await announce({ rectification }), 409, "findings-not-accepted");
    expect((await announce({ rectification, ...accepted })).status).toBe(200);
    await r.drain();
    expect((await r.messages("dpo@c-1.example"))[0]?.subject).toBe(
      "Firma: correction of our list: Forgotten was missing",
    );
  });

  test("takes no date, emergency or day to come, and says a reason", async () => {
    const r = await listed();
    const number = await draft(r, services("IE"));
    const before = await r.stored();
    const announce = (body: unknown) => r.post(`/v1/change-sets/${number}/announce`, body);
    for (const more of [{ effectiveOn: "2026-07-01" }, { emergency: { reason: "x" } }, { effectiveOn: "2026-06-10" }])
      await expectProblem(await announce({ ...accepted, ...more }), 422, "invalid-request", "/rectification");
    const since = { reason: "x", since: "2026-06-11" };
    await expectProblem(await announce({ rectification: since }), 422, "invalid-request", "/rectification/since");
    const edit = await r.call("PATCH", `/v1/change-sets/${number}`, { body: { rectification: since } });
    await expectProblem(edit, 422, "invalid-request", "/rectification/since");
    await expectProblem(await announce({ rectification: {} }), 422, "invalid-request", "/rectification/reason");
    expect(await r.stored()).toEqual(before);
  });

  test("is verified, in the log and in its pack; another reason is found", async () => {
    const r = await listed();
    const { number } = await rectified(r);
    await r.drain();
    expect((await r.json("GET", "/v1/audit/verify", 200)).bad).toEqual([]);
    const pack = Buffer.from(await (await r.get(`/v1/change-sets/${number}/evidence.zip`)).arrayBuffer());
    expect((await verifyPack(pack)).wrong).toBe(null);
    await r.db.execute("alter table change_sets disable trigger user");
    await r.rows(
      `update change_sets set rectification = '{"reason": "Other", "since": null}' where number = ${number}`,
    );
    expect((await r.json("GET", "/v1/audit/verify", 200)).firstBad).toMatchObject({ table: "change-set" });
  });

  test("is approved as what it is: one that was not drafted needs another approval", async () => {
    const r = await listed();
    await r.organisation({ name: "Firma", approvalsRequired: 1 });
    const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
    await r.json("PATCH", `/v1/vendors/host?changeSet=${number}`, 200, { body: { services: services("IE") } });
    const key = await r.key("read", "write", "announce", "admin");
    await r.json("POST", `/v1/change-sets/${number}/approve`, 200, { key, body: {} });
    const answer = await r.post(`/v1/change-sets/${number}/announce`, { rectification: { reason: REASON } }, { key });
    await expectProblem(answer, 409, "approval-required", "/rectification");
  });
});
