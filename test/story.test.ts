import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { runMinute } from "../src/notify/minute.ts";
import { answer } from "./setup/answering.ts";
import { expectProblem, type Message, type Registry, registry } from "./setup/registry.ts";
import { runVerify } from "./setup/verify.ts";

/**
 * The whole story of one change, by nothing but the API, the pages and the mailbox. It is announced on Friday,
 * 18 December 2026, in Paris. Days are worked out by hand:
 *
 * - globex: 10 business days without 25 December and 1 January, to 5 January;
 * - initech: 30 calendar days, to 17 January;
 * - umbrella: the organisation's own 14 days, to 1 January; and its approval is needed.
 */

const GLOBEX = "ada@globex.example";
const INITECH = "dpo@initech.example";
const INITECH_TOO = "legal@initech.example"; // follows the list, besides
const UMBRELLA = "privacy@umbrella.example";
const READER = "reader@example.com";
const PRIVACY = "privacy@acme.example";

const period = (days: number, basis = "calendar") => {
  const each = { days, basis };
  return { noticePeriod: each, objectionPeriod: each };
};

const hubspot = {
  name: "HubSpot",
  legalName: "HubSpot, Inc.",
  services: [
    {
      category: "Managing contacts and sending messages",
      purpose: "Sends the newsletter",
      dataCategories: ["email address"],
      locations: [{ country: "US" }],
      safeguards: [{ mechanism: "dpf", regimes: ["eu"] }],
    },
  ],
};

async function organised(): Promise<Registry> {
  const r = await registry({ now: "2026-12-18T09:00:00Z" });
  await r.organisation({
    privacyEmail: PRIVACY,
    timeZone: "Europe/Paris",
    locales: ["en", "fr"],
    holidays: ["2026-12-25", "2027-01-01"],
    reminderDays: 7,
    ...period(14),
  });
  for (const email of [INITECH_TOO, READER]) await follow(r, email);
  const put = (id: string, body: object) => r.json("PUT", `/v1/customers/${id}`, 201, { body });
  await put("globex", {
    name: "Globex SA",
    contacts: [{ email: GLOBEX, name: "Ada Lovelace", locale: "fr" }],
    ...period(10, "business"),
  });
  await put("initech", { name: "Initech", contacts: [{ email: INITECH }, { email: INITECH_TOO }], ...period(30) });
  await put("umbrella", { name: "Umbrella AG", authorisation: "specific", contacts: [{ email: UMBRELLA }] });
  return r;
}

/** By the form of the page, and the link in the mailbox. */
async function follow(r: Registry, email: string): Promise<void> {
  const asked = await r.call("POST", "/subscribe", { key: null, body: { email } });
  expect(asked.status).toBe(202);
  await r.drain();
  const confirmed = await r.call("POST", linkIn(await lastMail(r, email), "confirm"), { key: null });
  expect(confirmed.status).toBe(200);
}

async function lastMail(r: Registry, to: string): Promise<Message> {
  const mail = (await r.messages(to)).at(-1);
  if (!mail) throw new Error(`Nothing was sent to ${to}`);
  return mail;
}

const unwrapped = ({ text }: Message): string => text.replace(/\s+/g, " ");

/** The path of a link in a mail, as its reader would follow it. */
function linkIn({ subject, text }: Message, kind: string): string {
  const [, path] = new RegExp(`https://registry\\.example(/${kind}/[\\w-]+)\\s`).exec(text) ?? [];
  if (path === undefined) throw new Error(`"${subject}" has no link to ${kind}`);
  return path;
}

/** What runs every minute, on Node and on Workers; twice, since it may overlap and repeat. Gives the new mails. */
async function runAt(r: Registry, at: string): Promise<string[]> {
  r.setTime(at);
  const before = (await r.messages()).length;
  for (let run = 0; run < 2; run += 1) {
    await runMinute(r.deps, { budgetMs: 10_000 });
  }
  const sent = (await r.messages()).slice(before);
  return sent.map(({ to, subject }) => `${to}: ${subject}`).sort();
}

const page = async (r: Registry, path: string) =>
  (await (await r.get(path, { key: null })).text()).replace(/<[^>]+>/g, "").replace(/\s+/g, " ");

const listedOn = async (r: Registry, date: string): Promise<string[]> => {
  const list = await r.json("GET", `/subprocessors.json?at=${date}`, 200, { key: null });
  return list.vendors.map(({ name }: { name: string }) => name);
};

async function packOf(r: Registry, set: string): Promise<Buffer> {
  const response = await r.get(`${set}/evidence.zip`);
  expect(response.headers.get("content-type")).toBe("application/zip");
  return Buffer.from(await response.arrayBuffer());
}

const fileIn = (pack: Buffer, name: string): string => Buffer.from(unzipSync(pack)[name] ?? []).toString();

const announcedTo = ["globex", "initech", "initech", "umbrella", null];

/** The draft, what it would mean, and a date that one contract does not allow. Gives its address. */
async function drafted(r: Registry): Promise<string> {
  const { number } = await r.json("POST", "/v1/change-sets", 201, { body: { reason: "A newsletter." } });
  await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body: hubspot });
  const set = `/v1/change-sets/${number}`;
  expect(await r.json("GET", `${set}/preview`, 200)).toMatchObject({
    earliestEffectiveOn: "2027-01-18",
    decidedBy: [{ customer: "initech", earliestEffectiveOn: "2027-01-18", withoutIt: "2027-01-06" }],
    approvals: [{ externalId: "umbrella", name: "Umbrella AG" }],
    unreachable: [],
    recipients: { contacts: 4, followers: 1, byLocale: { en: 4, fr: 1 } },
  });
  const before = await r.stored();
  const early = await r.post(`${set}/announce`, { effectiveOn: "2027-01-17" });
  expect(await expectProblem(early, 422, "effective-date-too-early", "/effectiveOn")).toMatchObject({
    earliest: "2027-01-18",
    customers: [{ externalId: "initech", name: "Initech", earliest: "2027-01-18" }],
  });
  expect(await r.stored()).toEqual(before);
  return set;
}

/** Each has one mail, with their own last day and links that work. Gives the mails. */
async function announced(r: Registry, set: string): Promise<Message[]> {
  await r.json("POST", `${set}/announce`, 200, { body: { effectiveOn: "2027-01-18" } });
  const sent = await runAt(r, "2026-12-18T09:05:00Z");
  expect(sent.map((mail) => mail.split(":")[0])).toEqual([GLOBEX, INITECH, INITECH_TOO, UMBRELLA, READER]);
  const mails = [];
  for (const [email, lastDay, inCalendar] of [
    [GLOBEX, "jusqu’au 5 janvier 2027 (fin de journée, heure de Paris)", "20270105"],
    [INITECH, "until 17 January 2027, end of day in Paris", "20270117"],
    [INITECH_TOO, "until 17 January 2027, end of day in Paris", "20270117"],
    [UMBRELLA, "until 1 January 2027, end of day in Paris", "20270101"],
    [READER, "until 1 January 2027, end of day in Paris", "20270101"],
  ] as const) {
    const mail = await lastMail(r, email);
    const link = linkIn(mail, "respond");
    expect(unwrapped(mail), email).toContain(lastDay);
    expect((await r.get(link, { key: null })).status, email).toBe(200);
    expect(mail.text, email).toContain(`${link}/calendar.ics`);
    const calendar = await (await r.get(`${link}/calendar.ics`, { key: null })).text();
    const dates = [...calendar.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map(([, date]) => date);
    expect(dates, email).toEqual([inCalendar, "20270118"]);
    mails.push(mail);
  }
  expect(unwrapped(await lastMail(r, UMBRELLA))).toContain("Silence is no approval");
  return mails;
}

/** One objects by the link in the mail; the organisation hears of it, exempts them, and they hear of that. */
async function objectedAndExempted(r: Registry, set: string): Promise<void> {
  r.setTime("2026-12-21T10:00:00Z");
  const text = "Ada Lovelace: pas hors de l’EEE.";
  const link = linkIn(await lastMail(r, GLOBEX), "respond");
  expect((await answer(r, link, { kind: "objected", customer: "globex", text })).status).toBe(200);
  expect(await runAt(r, "2026-12-21T10:05:00Z")).toEqual([
    `${GLOBEX}: Acme : nous avons enregistré votre réponse au changement 1`,
    `${PRIVACY}: Acme: Globex SA objects to change 1`,
  ]);
  expect(unwrapped(await lastMail(r, PRIVACY))).toContain(text);

  const { data } = await r.json("GET", "/v1/responses?outcome=open", 200);
  expect(data).toMatchObject([{ customer: "globex", kind: "objected", text, late: false }]);
  await r.json("POST", `/v1/responses/${data[0].id}/resolve`, 200, {
    body: { outcome: "exempted", note: "Your data stays with the old tool." },
  });
  expect(await runAt(r, "2026-12-21T11:00:00Z")).toEqual([
    `${GLOBEX}: Acme : notre décision sur votre objection au changement 1`,
  ]);
  expect(unwrapped(await lastMail(r, GLOBEX))).toContain("Your data stays with the old tool.");
  expect(await r.json("GET", set, 200)).toMatchObject({ exempted: ["globex"] });
}

/** Those whom the change still concerns, or who follow the list. */
const WAITING = [INITECH, INITECH_TOO, UMBRELLA, "reader@example.com"];

/** Day by day to the date: whoever has not answered is reminded a week before their own last day, once. */
async function reminded(r: Registry): Promise<void> {
  const mails: Record<string, string[]> = {};
  for (const from = new Date("2026-12-22T09:00:00Z"); from < new Date("2027-01-19"); from.setDate(from.getDate() + 1)) {
    const sent = await runAt(r, from.toISOString());
    if (sent.length > 0) mails[from.toISOString().slice(0, 10)] = sent;
  }
  expect(mails).toEqual({
    "2026-12-25": [`${UMBRELLA}: Acme: reminder: your approval is needed; you can object until 1 January 2027`],
    "2026-12-29": [`${PRIVACY}: Acme: the last day to object to change 1 is 1 January 2027, and something is open`],
    "2027-01-10": [INITECH, INITECH_TOO].map((to) => `${to}: Acme: reminder: you can object until 17 January 2027`),
    "2027-01-17": [
      `${PRIVACY}: Acme: change 1 does not take effect on 18 January 2027 unless what it waits for is settled by then`,
    ],
    "2027-01-18": [
      ...WAITING.map((to) => `${to}: Acme: the change concerning HubSpot has not taken effect`),
      `${PRIVACY}: Acme: change 1 was planned for 18 January 2027 and is held: something is open`,
    ].sort(),
  });
}

/** On its date an approval is missing, so nothing takes effect until it arrives. */
async function approvedAtLast(r: Registry, set: string): Promise<void> {
  expect(await r.json("GET", set, 200)).toMatchObject({
    state: "announced",
    awaitsApproval: true,
    approvals: { required: ["umbrella"], missing: ["umbrella"], releasedOn: null },
  });
  expect(await listedOn(r, "2027-01-18")).toEqual([]);
  expect(await page(r, "/")).toContain(
    "Planned for 18 January 2027, waits for customers’ approval or for objections to be resolved",
  );

  r.setTime("2027-01-20T09:00:00Z");
  const link = linkIn(await lastMail(r, UMBRELLA), "respond");
  expect((await answer(r, link, { kind: "approved", customer: "umbrella" })).status).toBe(200);
  expect(await r.json("GET", set, 200)).toMatchObject({
    state: "effective",
    effectiveOn: "2027-01-20",
    plannedOn: "2027-01-18",
    approvals: { missing: [], releasedOn: "2027-01-20", releasedReason: null },
    exempted: ["globex"],
  });
  expect([await listedOn(r, "2027-01-19"), await listedOn(r, "2027-01-20")]).toEqual([[], ["HubSpot"]]);
  expect(await page(r, "/")).not.toContain("waits for customers’ approval or for objections to be resolved");
  expect(await runAt(r, "2027-01-20T09:05:00Z")).toEqual(
    [
      `${PRIVACY}: Acme: Umbrella AG approves change 1`,
      `${UMBRELLA}: Acme: we have recorded your answer to change 1`,
      ...WAITING.map((to) => `${to}: Acme: the change concerning HubSpot has been in effect since 20 January 2027`),
    ].sort(),
  );
}

/** The evidence says who was told, for whom, and who is exempt; each announcement's reader can bear witness to it. */
async function proved(r: Registry, set: string, announcements: Message[]): Promise<Buffer> {
  const { changeSet, notices, deliveries } = await r.json("GET", `${set}/evidence`, 200);
  expect(changeSet).toMatchObject({ exempted: ["globex"] });
  const { id } = notices.find(({ kind }: { kind: string }) => kind === "announcement");
  const told: Delivery[] = deliveries.filter(({ noticeId }: Delivery) => noticeId === id);
  expect(told.map(({ customers }) => customers?.join() ?? null).sort()).toEqual(announcedTo.toSorted());
  expect(new Set(told.map(({ state }) => state))).toEqual(new Set(["accepted"]));

  const pack = await packOf(r, set);
  expect(JSON.parse(fileIn(pack, "change-set.json"))).toMatchObject({ exempted: ["globex"] });
  const ends = new Set([...fileIn(pack, "audit.txt").matchAll(/^[0-9a-f]{64}(?= )/gm)].map(([hash]) => hash));
  for (const { to, text } of announcements) {
    const head =
      text
        .trim()
        .match(/\b[0-9a-f]{64}\b/g)
        ?.at(-1) ?? "";
    expect(ends, `${to}`).toContain(head);
  }
  return pack;
}

type Delivery = {
  noticeId: string;
  email: string | null;
  emailHash: string;
  state: string;
  customers: string[] | null;
};

/** Whoever reads a date, in a mail or on a page, reads on it by whose midnight days begin and end. */
async function datedByMidnights(r: Registry): Promise<void> {
  const says = { en: /midnight in Paris/, fr: /minuit, heure de Paris/ };
  const [dated, said] = [/\d(er)? \p{L}+ \d{4}/u, new RegExp(`${says.en.source}|${says.fr.source}`)];
  const mails = await r.messages();
  for (const mail of mails)
    for (const text of [unwrapped(mail), mail.html]) {
      expect(dated.test(text) && !said.test(text), mail.subject).toBe(false);
    }
  expect(mails.filter((mail) => dated.test(mail.text)).length).toBeGreaterThan(10);
  const respond = linkIn(await lastMail(r, UMBRELLA), "respond");
  for (const path of ["/", "/?at=2027-01-18", "/changes", "/changes/1", "/feed.atom", respond])
    for (const locale of ["en", "fr"] as const) {
      const text = await page(r, `${path}${path.includes("?") ? "&" : "?"}lang=${locale}`);
      expect(text, path).toMatch(dated);
      expect(text, path).toMatch(says[locale]);
    }
}

/** A person's name and address are nowhere; what they were sent, and said, is there by the hash. */
async function erased(r: Registry, set: string, before: Buffer): Promise<Buffer> {
  r.setTime("2027-02-01T09:00:00Z");
  const { contacts } = await r.json("GET", "/v1/customers/globex", 200);
  await r.json("DELETE", `/v1/subscribers/${contacts[0].id}`, 204);
  const tables = await r.rows("select table_name as name from information_schema.tables where table_schema = 'public'");
  for (const { name } of tables) {
    expect(JSON.stringify(await r.rows(`select * from ${name}`)), `${name}`).not.toMatch(/lovelace|ada@globex/i);
  }

  const pack = await packOf(r, set);
  for (const name of Object.keys(unzipSync(pack))) expect(fileIn(pack, name), name).not.toMatch(/lovelace|ada@globex/i);
  const theirs: Delivery[] = JSON.parse(fileIn(before, "deliveries.json"));
  const mine = theirs.filter(({ email }) => email === GLOBEX);
  expect(mine).toHaveLength(3); // the announcement, the receipt and the decision
  expect(JSON.parse(fileIn(pack, "deliveries.json"))).toEqual(
    theirs.map((each) => (each.email === GLOBEX ? { ...each, email: null } : each)),
  );
  expect(JSON.parse(fileIn(pack, "responses.json"))).toContainEqual(
    expect.objectContaining({ email: null, emailHash: mine[0]?.emailHash, kind: "objected", outcome: "exempted" }),
  );
  return pack;
}

test("one change, from its draft to evidence that outlives an erasure", async () => {
  const r = await organised();
  const set = await drafted(r);
  const announcements = await announced(r, set);
  await objectedAndExempted(r, set);
  await reminded(r);
  await approvedAtLast(r, set);
  await datedByMidnights(r);
  const pack = await proved(r, set, announcements);
  const later = await erased(r, set, pack);

  const inOrder = { code: 0, stdout: expect.stringContaining("Everything is as it was recorded") };
  const [first, second] = [await runVerify(pack), await runVerify(later)];
  expect([first, second]).toMatchObject([inOrder, inOrder]);
  expect(first.stdout.match(/not checked: .*/g)).toEqual([
    expect.stringMatching(/addresses .* TOKEN_SECRET/),
    expect.stringContaining("Evidence.html: it is for reading"),
  ]);
  expect(second.stdout).toMatch(/not checked: responses\.json, .* erased/);
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, bad: [] });
});
