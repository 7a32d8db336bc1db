import { expect, test } from "vitest";
import { changeSetViews } from "../src/model/change/register.ts";
import { drain } from "../src/notify/drain.ts";
import { type Mailer, NO_LIMITS } from "../src/notify/mailer.ts";
import { renderCalendar } from "../src/page/formats/calendar.ts";
import { publish } from "./page/published.ts";
import { announced, customer, organised, respondLink, subjects } from "./setup/answering.ts";
import { expectProblem, vendor } from "./setup/registry.ts";

test("a correction reaches whoever was told, in their language, and stands on the page with its date", async () => {
  const r = await organised();
  await customer(r, "globex", ["dpo@globex.example"]);
  await r.follower("lecteur@example.com", { locale: "fr" });
  const number = await announced(r);
  await r.follower("later@example.com");
  const page = `/changes/${number}`;
  expect(await (await r.get(page, { key: null })).text()).not.toContain("It is Ireland");

  r.setTime("2026-12-03T09:00:00Z");
  const text = { en: "It is Ireland, not France.", fr: "C’est l’Irlande, non la France." };
  const made = await r.json("POST", `/v1/change-sets/${number}/correction`, 201, { body: { text } });
  expect(made).toEqual({ changeSet: number, text, at: "2026-12-03T09:00:00.000Z" });

  expect(await subjects(r, "dpo@globex.example", 1)).toEqual([`Acme: correction to our notice of change ${number}`]);
  expect((await r.messages("dpo@globex.example")).at(-1)?.text).toContain(text.en);
  expect((await r.messages("lecteur@example.com")).at(-1)?.text).toContain(text.fr);
  expect(await subjects(r, "later@example.com")).toEqual([]);
  const shown = await (await r.get(page, { key: null })).text();
  expect(shown).toContain(text.en);
  expect(shown).toContain("3 December 2026");
  // Wherever somebody reads of the change, in their language: what is coming, the vendor, its list of the day, feeds, dates.
  const corrected = "The announcement was corrected on 3 December 2026:";
  for (const path of [
    "/",
    page,
    "/vendors/hubspot",
    "/?at=2027-01-31",
    "/feed.atom",
    "/calendar.ics",
    `${page}/calendar.ics`,
  ]) {
    const told = (await (await r.get(path, { key: null })).text()).replaceAll("\r\n ", "").replaceAll("\\,", ",");
    expect([path, told.includes(corrected), told.includes(text.en)]).toEqual([path, true, true]);
  }
  expect(await (await r.get("/?lang=fr", { key: null })).text()).toContain(
    "L’annonce a été corrigée le 3 décembre 2026",
  );
  expect(await (await r.get("/?at=2026-12-02", { key: null })).text()).not.toContain(corrected);
  const [entry] = await r.rows("select data from audit_log where action = 'change-set.corrected'");
  expect(JSON.parse(String(entry?.data))).toMatchObject({
    text: expect.stringMatching(/^[0-9a-f]{64}$/),
    snapshot: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test.each([
  [
    "en",
    "What we have corrected since",
    "Correction of 3 December 2026:",
    "It is Ireland, not France.",
    "It is Spain.",
  ],
  ["fr", "Ce que nous avons corrigé depuis", "Correction du 3 décembre 2026", "C’est l’Irlande.", "C’est l’Espagne."],
])(
  "whoever is told late is told of what was corrected before, and of what is later as the others are: %s",
  async (locale, heading, dated, before, after) => {
    const r = await organised({ locales: ["en", "fr"] });
    await customer(r, "told", ["dpo@told.example"]);
    await customer(r, "globex", []);
    const number = await announced(r);
    const correct = (text: string) =>
      r.json("POST", `/v1/change-sets/${number}/correction`, 201, { body: { text: { en: "-", [locale]: text } } });
    r.setTime("2026-12-03T09:00:00Z");
    await correct(before);
    r.setTime("2026-12-04T09:00:00Z");
    await customer(r, "globex", [], { contacts: [{ email: "new@globex.example", locale }] });
    r.setTime("2026-12-05T09:00:00Z");
    await correct(after);
    await r.drain();

    const [late, correction, ...more] = await r.messages("new@globex.example");
    expect(more).toEqual([]);
    for (const part of [late?.text, late?.html]) {
      for (const words of [heading, dated, before]) expect(part).toContain(words);
      expect(part).not.toContain(after);
    }
    expect(correction?.text).toContain(after);
    const [first] = await r.messages("dpo@told.example");
    for (const part of [first?.text, first?.html]) expect(part).not.toContain(before);
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true });
  },
);

test("a correction is in the thread of the announcement", async () => {
  const r = await organised();
  await r.follower("reader@example.com");
  const number = await announced(r);
  await r.json("POST", `/v1/change-sets/${number}/correction`, 201, { body: { text: "It is Ireland." } });
  await r.drain();
  const threads = (await r.messages("reader@example.com")).map(({ headers }) => headers.References);
  expect(threads).toEqual([`<change-set-${number}@registry.example>`, `<change-set-${number}@registry.example>`]);
});

test("a correction the provider would not take at first comes before what follows it", async () => {
  const r = await organised();
  await r.follower("reader@example.com");
  const number = await announced(r);
  await r.drain();
  const correct = (text: string) => r.json("POST", `/v1/change-sets/${number}/correction`, 201, { body: { text } });
  const away: Mailer = {
    send: async () => ({ outcome: { kind: "unknown", because: "internal_server_error (500)" }, limits: NO_LIMITS }),
  };
  await correct("It is Ireland.");
  await drain({ ...r.deps, mailer: away }, { budgetMs: 5000 });
  r.setTime("2026-11-21T09:00:01Z");
  await correct("It is Ireland and France.");
  await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
  await r.drain();
  expect(await subjects(r, "reader@example.com", 1)).toEqual([]);
  r.passHours(1);
  await r.drain();
  const mails = (await r.messages("reader@example.com")).slice(1);
  expect(mails.map(({ subject }) => subject)).toEqual([
    `Acme: correction to our notice of change ${number}`,
    expect.stringContaining("will not be added"),
  ]);
  expect(mails[0]?.text).toContain("It is Ireland.");
});

test("only what is announced and was told to somebody can be corrected, once per key", async () => {
  const r = await organised();
  const { number: draft } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
  const { number: baseline } = await r.listed(vendor());
  const number = await announced(r);
  const path = (set: number) => `/v1/change-sets/${set}/correction`;
  const body = { text: "It is Ireland." };
  const before = await r.stored();
  await expectProblem(await r.post(path(draft), body), 409, "not-announced");
  await expectProblem(await r.post(path(baseline), body), 409, "nobody-was-told");
  await expectProblem(await r.post(path(4711), body), 404, "not-found");
  await expectProblem(await r.post(path(number), { text: "" }), 422, "invalid-request", "/text");
  await expectProblem(await r.post(path(number), { text: {} }), 422, "invalid-request", "/text");
  await expectProblem(await r.post(path(number), { text: "\u{E000}token\u{E001}" }), 422, "invalid-request", "/text");
  await expectProblem(await r.post(path(number), { ...body, to: "all" }), 422, "invalid-request", "/to");
  expect(await r.stored()).toEqual(before);

  const init = { headers: { "idempotency-key": "once" } };
  for (let time = 0; time < 2; time += 1) expect((await r.post(path(number), body, init)).status).toBe(201);
  expect(await r.rows("select id from notices where kind = 'correction'")).toHaveLength(1);
  await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
  await expectProblem(await r.post(path(number), body), 409, "not-announced");
});

test("the same correction sent twenty times at once is made and mailed once; in other words it is another", async () => {
  const r = await organised();
  await customer(r, "globex", ["dpo@globex.example"]);
  const number = await announced(r);
  const correct = (text: string) => r.post(`/v1/change-sets/${number}/correction`, { text });
  const answers = await Promise.all(Array.from({ length: 20 }, () => correct("It is Ireland.")));
  const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
  expect(statuses).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
  await expectProblem(await correct("It is Ireland."), 409, "nothing-changed");
  for (const text of ["It is Malta.", "It is Ireland."]) expect((await correct(text)).status).toBe(201);

  await r.drain();
  expect((await subjects(r, "dpo@globex.example", 1)).length).toBe(3);
});

/** The lines of a calendar file, unfolded. */
const lines = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

test("the calendar of a change holds its two days as whole days, stable in what identifies them", async () => {
  const r = await organised({ name: "Société Générale de Démonstration, dont le nom est très long; vraiment" });
  await customer(r, "globex", ["dpo@globex.example"], { objectionPeriod: { days: 10, basis: "business" } });
  const number = await announced(r);
  const open = await r.get(`/changes/${number}/calendar.ics`, { key: null });
  expect(open.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const text = await open.text();
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(lines(text)).toEqual(
    expect.arrayContaining([
      "VERSION:2.0",
      `UID:change-set-${number}-objection@registry.example`,
      "DTSTAMP:20261121T090000Z",
      "DTSTART;VALUE=DATE:20261221",
      "DTEND;VALUE=DATE:20261222",
      `SUMMARY:Société Générale de Démonstration\\, dont le nom est très long\\; vraiment: last day for customers to object to change ${number} (HubSpot)\\, unless agreed otherwise`,
      `UID:change-set-${number}-effective@registry.example`,
      "DTSTART;VALUE=DATE:20261231",
    ]),
  );
  expect(await (await r.get(`/changes/${number}/calendar.ics`, { key: null })).text()).toBe(text);

  const own = await r.get(`${await respondLink(r, "dpo@globex.example", number)}/calendar.ics`, { key: null });
  const theirs = lines(await own.text());
  expect(theirs).toContain(`UID:change-set-${number}-objection-globex@registry.example`);
  expect(theirs).toContain("DTSTART;VALUE=DATE:20261204");
  expect(theirs).not.toContain("DTSTART;VALUE=DATE:20261221");
});

test("the last day there can be lasts a day in the calendar like any other, though none follows it", async () => {
  const register = publish()
    .put({ name: "Quill", services: [{}] }, "9999-12-31")
    .register();
  const view = { register, today: "2026-11-21", locale: "en", publicUrl: "https://list.example" } as const;
  const [set] = changeSetViews(register.history, view.today);
  if (!set) throw new Error("Nothing was announced");
  const text = renderCalendar(view, set, []) ?? "";
  const last = lines(text).filter((line) => /^DT(START|END)/.test(line));
  expect(last).toEqual(["DTSTART;VALUE=DATE:99991231"]);
});

test("the calendar of a withdrawn change cancels the same events; of a draft there is none", async () => {
  const r = await organised();
  const number = await announced(r);
  r.passHours(24);
  await r.json("POST", `/v1/change-sets/${number}/withdraw`, 200, { body: {} });
  const text = await (await r.get(`/changes/${number}/calendar.ics`, { key: null })).text();
  expect(lines(text).filter((line) => /^(STATUS|SEQUENCE|DTSTAMP)/.test(line))).toEqual([
    "DTSTAMP:20261122T090000Z",
    "SEQUENCE:2",
    "STATUS:CANCELLED",
    "DTSTAMP:20261122T090000Z",
    "SEQUENCE:2",
    "STATUS:CANCELLED",
  ]);
  const { number: draft } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
  expect((await r.get(`/changes/${draft}/calendar.ics`, { key: null })).status).toBe(404);
});
