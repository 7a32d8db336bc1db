import { describe, expect, test } from "vitest";
import { answer, customer, organised, respondLink } from "./setup/answering.ts";
import { type Registry, vendor } from "./setup/registry.ts";

/** What waits for customers has no fixed day: neither pages nor calendars nor mails say one. */

const LANGUAGES = ["en", "fr"];
const plain = (html: string) => html.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, "").replace(/\s+/g, " ");

/** Every place where a day is named, with what stands around it. */
const around = (text: string, day: RegExp): string[] =>
  [...text.matchAll(new RegExp(`.{0,70}${day.source}.{0,70}`, "g"))].map(([found]) => found);

const WAITING = /10 (January|janvier) 2027/;
const NOT_BEFORE = /at the earliest|not before|au plus tôt|pas avant/i;

/** All that anybody reads of a set, by where it stands; calendars by their events on a day. */
async function readOf(r: Registry, number: number, readers: readonly string[]) {
  const links = await Promise.all(readers.map((email) => respondLink(r, email, number)));
  const pages = ["/", "/changes", `/changes/${number}`, ...links].flatMap((path) =>
    LANGUAGES.map((lang) => `${path}?lang=${lang}`),
  );
  const texts = await Promise.all(
    pages.map(async (path) => [path, plain(await (await r.get(path, { key: null })).text())] as const),
  );
  const calendars = await Promise.all(
    [`/changes/${number}`, ...links].map(async (path) => {
      const response = await r.get(`${path}/calendar.ics`, { key: null });
      return [path, (await response.text()).replaceAll("\r\n ", "")] as const;
    }),
  );
  return { texts, calendars };
}

const eventsOn = (calendar: string, day: string) =>
  calendar
    .split("BEGIN:VEVENT")
    .filter((event) => event.includes(`DTSTART;VALUE=DATE:${day}`))
    .map((event) => `${/SUMMARY:(.*?)\r/.exec(event)?.[1]} ${/STATUS:(\w+)/.exec(event)?.[1]}`);

/** A set that adds one vendor, for which an approval is missing, and removes another earlier. */
async function withTwoFates() {
  const r = await organised({ locales: LANGUAGES }, { now: "2026-11-26T09:00:00Z" });
  await r.listed(vendor({ name: "Mill", services: [{ key: "archive", purpose: "Archiving" }] }));
  await customer(r, "strict", ["dpo@strict.example"], { authorisation: "specific" });
  await customer(r, "easy", ["dpo@easy.example"], { contacts: [{ email: "dpo@easy.example", locale: "fr" }] });
  await r.follower("reader@example.org");
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "Quill" }) });
  const number: number = changeSet.number;
  const path = `/v1/change-sets/${number}`;
  await r.json("DELETE", `/v1/vendors/mill?changeSet=${number}`, 200);
  return { r, number, path };
}

describe("what waits for approvals", () => {
  test("is said to take effect at the earliest on its day, wherever that stands; what does not wait, on its own", async () => {
    const { r, number, path } = await withTwoFates();
    await r.json("PATCH", path, 200, {
      body: { effectiveOn: "2027-01-10", changes: { mill: { effectiveOn: "2027-01-03" } } },
    });
    const { mails } = await r.json("GET", `${path}/preview`, 200);
    await r.json("POST", `${path}/announce`, 200, { body: { effectiveOn: "2027-01-10" } });
    await r.drain();

    const { texts, calendars } = await readOf(r, number, ["dpo@easy.example", "dpo@strict.example"]);
    for (const [where, text] of texts) {
      expect(around(text, WAITING), where).not.toEqual([]);
      for (const said of around(text, WAITING)) expect(said, where).toMatch(NOT_BEFORE);
      expect(text, where).toMatch(/lang=fr/.test(where) ? /à partir du 3 janvier 2027/i : /from 3 January 2027/i);
    }
    for (const [where, calendar] of calendars) {
      expect(eventsOn(calendar, "20270110"), where).toEqual([
        expect.stringMatching(/change(ment)? \d+ \(Quill\) .*(at the earliest|au plus tôt).* TENTATIVE$/),
      ]);
      const toObject = where.startsWith("/changes")
        ? `Acme: last day for customers to object to change ${number} (Mill and Quill)\\, unless agreed otherwise CONFIRMED`
        : expect.stringMatching(/(last day to object|dernier jour pour émettre une objection).* CONFIRMED$/);
      expect(eventsOn(calendar, "20261226"), where).toEqual([toObject]);
      expect(eventsOn(calendar, "20270103"), where).toEqual([
        expect.stringMatching(/\(Mill\) (takes effect|prend effet) CONFIRMED$/),
      ]);
    }

    const sent = await Promise.all(
      ["dpo@easy.example", "dpo@strict.example", "reader@example.org"].map((to) => r.messages(to)),
    );
    expect(sent.flat()).toHaveLength(3);
    for (const { subject, text, html } of [...sent.flat(), ...mails]) {
      expect(subject).toMatch(/from 3 January 2027 on$|à partir du 3 janvier 2027, par étapes$/);
      for (const said of [
        ...around(plain(html), /10 (January|janvier) 2027/),
        ...around(text.replace(/\s+/g, " "), WAITING),
      ])
        if (!/was|prévu/.test(said)) expect(said).toMatch(NOT_BEFORE);
    }
    const [toStrict] = await r.messages("dpo@strict.example");
    expect(toStrict?.text.replace(/\s+/g, " ")).toContain(
      "Under your contract what changes about Quill needs your approval. Silence is no approval: until you have given it, this change waits.",
    );
    const preheader = plain(sent.flat().at(-1)?.html ?? "");
    expect(preheader).toContain("The first of these changes takes effect on 3 January 2027. Each says when it does.");
  });

  test("and where all of it waits: in subject and preheader, too", async () => {
    const { r, number, path } = await withTwoFates();
    await r.call("DELETE", `${path}/changes/mill`);
    await r.json("POST", `${path}/announce`, 200, { body: { effectiveOn: "2027-01-10" } });
    await r.drain();

    const { texts, calendars } = await readOf(r, number, ["dpo@easy.example"]);
    for (const [where, text] of texts) {
      expect(around(text, WAITING), where).not.toEqual([]);
      for (const said of around(text, WAITING)) expect(said, where).toMatch(NOT_BEFORE);
    }
    expect(calendars.map(([, calendar]) => eventsOn(calendar, "20270110"))).toEqual([
      [`Acme: change ${number} (Quill) takes effect on this day at the earliest TENTATIVE`],
      [`Acme\u00a0: le changement ${number} (Quill) prend effet ce jour-là au plus tôt TENTATIVE`],
    ]);
    const [toFollower] = await r.messages("reader@example.org");
    expect(toFollower?.subject).toBe("Acme: Quill will be added as a subprocessor on 10 January 2027 at the earliest");
    expect(plain(toFollower?.html ?? "")).toContain("The change takes effect on 10 January 2027 at the earliest.");
    const [toEasy] = await r.messages("dpo@easy.example");
    expect(toEasy?.subject).toBe(
      "Acme : nous ajouterons Quill comme sous-traitant ultérieur le 10 janvier 2027 au plus tôt",
    );
    const [toStrict] = await r.messages("dpo@strict.example");
    expect(toStrict?.subject).toMatch(/your approval is needed: Quill .* on 10 January 2027 at the earliest$/);
    expect(toStrict?.text.replace(/\s+/g, " ")).toContain(
      "Takes effect on: 10 January 2027, start of day in Paris, at the earliest, and not before you have approved",
    );

    await answer(r, await respondLink(r, "dpo@strict.example", number), {
      kind: "approved",
      customer: "strict",
      text: "",
    });
    const page = plain(await (await r.get(`/changes/${number}`, { key: null })).text());
    expect(page).toContain("Takes effect on10 January 2027");
    expect(page).not.toMatch(NOT_BEFORE);
    const calendar = await (await r.get(`/changes/${number}/calendar.ics`, { key: null })).text();
    expect(eventsOn(calendar, "20270110")).toEqual([`Acme: change ${number} (Quill) takes effect CONFIRMED`]);
  });

  test("of two vendors on one day, only of the one that waits", async () => {
    const { r, number, path } = await withTwoFates();
    await r.json("POST", `${path}/announce`, 200, { body: { effectiveOn: "2027-01-10" } });
    await r.drain();
    const page = async (at: string) => plain(await (await r.get(at, { key: null })).text());
    expect(await page("/changes")).toContain("Mill: from 10 January 2027 · Quill: at the earliest on 10 January 2027");
    expect(await page(`/changes/${number}`)).toMatch(/Mill: from 10 January 2027.*Quill: at the earliest on 10/);
    expect(await page("/")).toMatch(/From 10 January 2027 on/);
    const calendar = (await (await r.get(`/changes/${number}/calendar.ics`, { key: null })).text()).replaceAll(
      "\r\n ",
      "",
    );
    expect(eventsOn(calendar, "20270110")).toEqual([
      `Acme: change ${number} (Quill) takes effect on this day at the earliest TENTATIVE`,
      `Acme: change ${number} (Mill) takes effect CONFIRMED`,
    ]);
    const [mail] = await r.messages("reader@example.org");
    expect(mail?.subject).toBe("Acme: 2 changes to our subprocessors from 10 January 2027");
    expect(mail?.text).toContain("At the earliest on 10 January 2027.");
    expect(mail?.text).toContain("From 10 January 2027.");
  });
});

test("what an objection suspends has no fixed day, until that is resolved", async () => {
  const r = await organised({}, { now: "2026-11-26T09:00:00Z" });
  await customer(r, "firm", ["dpo@firm.example"], { onObjection: "suspends" });
  const { changeSet } = await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-01-10", 201, {
    body: vendor(),
  });
  await r.drain();
  const { number } = changeSet;
  const link = await respondLink(r, "dpo@firm.example", number);
  expect((await readOf(r, number, ["dpo@firm.example"])).texts.some(([, text]) => NOT_BEFORE.test(text))).toBe(false);
  await answer(r, link, { kind: "objected", customer: "firm", text: "No." });
  const { texts, calendars } = await readOf(r, number, ["dpo@firm.example"]);
  for (const [where, text] of texts) for (const said of around(text, WAITING)) expect(said, where).toMatch(NOT_BEFORE);
  for (const [where, calendar] of calendars)
    expect(eventsOn(calendar, "20270110"), where).toEqual([expect.stringMatching(/at the earliest.*TENTATIVE$/)]);

  const body = { effectiveOn: "2027-02-10", reason: "We talk first." };
  await r.json("POST", `/v1/change-sets/${number}/postpone`, 200, { body });
  await r.drain();
  const postponed = (await r.messages("dpo@firm.example")).find(({ subject }) => subject.includes("postponed"));
  expect(postponed?.subject).toMatch(/postponed to 10 February 2027 at the earliest$/);
  for (const said of around(postponed?.text.replace(/\s+/g, " ") ?? "", /10 February 2027/))
    expect(said).toMatch(NOT_BEFORE);
});
