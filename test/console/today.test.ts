import { describe, expect, test } from "vitest";
import { drain } from "../../src/notify/drain.ts";
import { type Mailer, NO_LIMITS } from "../../src/notify/mailer.ts";
import { runMinute } from "../../src/notify/minute.ts";
import { takeReport } from "../../src/notify/provider-report.ts";
import { announced, answer, customer, linkTo, organised, respondLink } from "../setup/answering.ts";
import { consoleOf } from "../setup/console.ts";
import { type Registry, registry, vendor } from "../setup/registry.ts";

const PATH = "/console";
const DPO = "dpo@globex.example";

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** What waits, as text with where its button leads. */
function waitingIn(page: string): string[] {
  const [section = ""] = /<section aria-labelledby="waits">.*?<\/section>/s.exec(page) ?? [];
  return [...section.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = ""]) => {
    const [, path = ""] = /href="([^"]*)"/.exec(item) ?? [];
    return `${textOf(item)} → ${path.replaceAll("&amp;", "&").replace(/[0-9a-f-]{36}/, "…")}`;
  });
}

/** The steps of the checklist, those that are done with a tick. */
const stepsIn = (page: string): string[] =>
  [...(/<ol.*<\/ol>/s.exec(page)?.[0].matchAll(/<li>.*?<a [^>]*>(.*?)<\/a>(.*?)<small/gs) ?? [])].map(
    ([, title = "", badge = ""]) => `${badge.includes("✓") ? "✓ " : ""}${title}`,
  );

describe("before anything is published", () => {
  test("a checklist says what comes next, and ticks what is done", async () => {
    const r = await registry();
    const { open } = await consoleOf(r);
    expect(stepsIn(await open(PATH))).toEqual([
      "Say who you are",
      "State your terms",
      "Add the vendors that you use",
      "Name your customers",
      "Publish the list you have",
    ]);
    await r.organisation({ privacyEmail: "privacy@acme.example" });
    const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor() });
    await customer(r, "globex", [DPO]);

    const page = await open(PATH);

    expect(stepsIn(page)).toEqual([
      "✓ Say who you are",
      "✓ State your terms",
      "✓ Add the vendors that you use",
      "✓ Name your customers",
      "Publish the list you have",
    ]);
    expect(textOf(page)).toContain(
      "told: 30 days from the notice, deemed received the day it is sent. That is what it begins with",
    );
    expect(textOf(page)).toContain("Days begin and end at midnight");
    expect(page).toContain(`href="/console/changes/${changeSet.number}/publish"`);
    await open(`/console/changes/${changeSet.number}/publish`);
    await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, { body: { baseline: true } });
    const published = textOf(await open(PATH));
    expect(published).not.toContain("Publish the list you have");
    expect(published).toContain("Nothing waits for you. When something changes, start a draft");
    await r.json("DELETE", "/v1/customers/globex", 204);
    expect(waitingIn(await open(PATH))).toEqual([
      "Nobody is told of changes yet: no customer is named, and nobody follows the list Name your customers → /console/customers",
    ]);
    await r.follower("somebody@elsewhere.example");
    expect(waitingIn(await open(PATH))).toEqual([]);
  });
});

describe("what waits for a person", () => {
  test("stands by its day, with the one button that helps: answers, approvals, customers nobody can tell, drafts", async () => {
    const r = await organised();
    await customer(r, "globex", [DPO]);
    await customer(r, "initech", ["law@initech.example"], { noticePeriod: { days: 10, basis: "calendar" } });
    await customer(r, "hooli", ["law@hooli.example"], { authorisation: "specific" });
    const number = await announced(r);
    await answer(r, await respondLink(r, DPO, number), { kind: "objected", customer: "globex", text: "No." });
    const asked = { kind: "asked", customer: "initech", text: "Where?" };
    await answer(r, await respondLink(r, "law@initech.example", number), asked);
    await customer(r, "umbrella", []);
    await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "Weglot" }) });
    const { open } = await consoleOf(r, "admin");

    const page = await open(PATH);

    expect(waitingIn(page)).toEqual([
      "initech Ltd asks: change 1 (Added: HubSpot) reply by 1 December 2026 Answer → /console/answers/…",
      "globex Ltd objects: change 1 (Added: HubSpot) decide before 31 December 2026 Decide → /console/answers/…",
      "The approval of hooli Ltd is missing needed before 31 December 2026 See who → /console/answers?show=approvals",
      "Draft: Added: Weglot Open the draft → /console/changes/2",
      "Nobody can be told for 1 customer: umbrella Ltd Name a contact → /console/customers?told=no",
    ]);
    expect(textOf(page)).toContain(
      "Next dates 1 December 2026 Last day for initech Ltd to object to change 1 Added: HubSpot 21 December 2026 Last day to object to change 1, by your own terms Added: HubSpot 31 December 2026 Change 1 takes effect at the earliest: it waits for customers",
    );
    for (const [, path = ""] of page.matchAll(/<a class="button quiet" href="([^"]*)"/g))
      await open(path.replaceAll("&amp;", "&"));
    expect(textOf(await open(`${PATH}?lang=fr`))).toContain("globex Ltd émet une objection");
    const { open: byReader } = await consoleOf(r, "read");
    const read = waitingIn(await byReader(PATH));
    for (const [index, ends] of ["Read it", "Read it", "See who", "Open the draft", "Read it"].entries())
      expect(read[index]).toContain(` ${ends} → `);
    r.setTime("2026-12-22T09:00:00Z");
    const { open: later } = await consoleOf(r, "read");
    expect(waitingIn(await later(PATH))[0]).toContain("since 1 December 2026");
    expect(waitingIn(await later(PATH))[1]).toContain("decide before 31 December 2026");
  });

  test("is what keeps mail from arriving, before anything else: a pause, mails that failed, also to the organisation", async () => {
    const r = await organised();
    await r.follower("follower@elsewhere.example");
    await customer(r, "globex", [DPO]);
    const number = await announced(r);
    await failed(r, "follower@elsewhere.example");
    await answer(r, await respondLink(r, DPO, number), { kind: "asked", customer: "globex", text: "Where?" });
    await r.drain();
    await failed(r, "privacy@acme.example");
    await r.follower("other@elsewhere.example", { confirmed: false });
    const mailer: Mailer = {
      send: async () => ({ outcome: { kind: "paused", because: "invalid_api_key (401)" }, limits: NO_LIMITS }),
    };
    await drain({ ...r.deps, mailer }, { budgetMs: 10_000 });
    const { open } = await consoleOf(r, "announce");
    expect(waitingIn(await open(PATH))).toEqual([
      "Sending has been paused since 21 November 2026: invalid_api_key (401) now Open delivery → /console/delivery",
      "1 mail did not reach its reader now Open delivery → /console/delivery",
      "1 mail to your own address privacy@acme.example did not arrive now Open delivery → /console/delivery",
      "globex Ltd asks: change 1 (Added: HubSpot) reply by 21 December 2026 Answer → /console/answers/…",
    ]);
    await r.organisation();
    expect(waitingIn(await open(PATH)).join()).toContain("nobody is told of objections and deadlines");
  });

  test("is a draft that another person has to approve, which whoever may do that is asked for", async () => {
    const r = await organised();
    await r.listed(vendor());
    await r.organisation({ privacyEmail: "privacy@acme.example", approvalsRequired: 1 });
    await r.follower("somebody@elsewhere.example");
    await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "Weglot" }) });
    const { open } = await consoleOf(r, "announce");
    expect(waitingIn(await open(PATH))).toEqual([
      "Waits for approval by another person: Added: Weglot Read and approve → /console/changes/2",
    ]);
    const { open: written, send } = await consoleOf(r, "write");
    expect(waitingIn(await written(PATH))[0]).toContain("Open the draft");
    await send("/console/changes", {});
    expect(waitingIn(await written(PATH))[0]).toContain("An empty draft Open the draft → /console/changes/3");
  });

  test("is what the calendar brings about: a certification to check again, and the age of the law", async () => {
    const r = await organised();
    const certifications = [{ name: "ISO 27001", validUntil: "2026-12-05" }];
    await r.follower("somebody@elsewhere.example");
    await r.listed(vendor({ name: "Zendesk", certifications }));
    // On the day of this change the certification will be over: that is not so yet.
    const change = "/v1/vendors/zendesk?announce=true&effectiveOn=2027-03-01";
    await r.json("PATCH", change, 200, { body: { address: "989 Market Street" } });
    const { open } = await consoleOf(r, "read");
    expect(waitingIn(await open(PATH))).toEqual([
      expect.stringMatching(/ISO 27001.* until 5 December 2026 Open the vendor → \/console\/vendors\/zendesk$/),
    ]);
    r.setTime("2029-01-01T09:00:00Z");
    const { open: later } = await consoleOf(r, "read");
    expect(waitingIn(await later(PATH)).join()).toContain("Open the law → /console/transfers/law");
  });

  test("is counted beyond the first few, and the page stays short", async () => {
    const r = await organised();
    const lines = Array.from({ length: 300 }, (_, n) => `c-${n},Customer ${n},`);
    const file = `externalId,name,email\n${lines.join("\n")}`;
    await r.json("POST", "/v1/customers/import", 200, { body: file, headers: { "content-type": "text/csv" } });
    await r.listed(vendor());
    for (let n = 0; n < 7; n += 1) await r.json("POST", "/v1/change-sets", 201, { body: {} });
    const { open } = await consoleOf(r, "read");
    const page = await open(PATH);
    const waiting = waitingIn(page);
    expect(waiting.filter((each) => each.startsWith("Draft: "))).toHaveLength(5);
    expect(waiting.join("\n")).toContain("More drafts are being written See all → /console/changes?list=drafts");
    expect(waiting.join("\n")).toMatch(/Nobody can be told for 300 customers: Customer .* and 295 others/);
    expect(page.length).toBeLessThan(50_000);
  });
});

test("what the organisation itself is mailed leads to pages of the console that are there, and to none of the API", async () => {
  const r = await organised();
  await customer(r, "globex", [DPO, "cto@globex.example"]);
  await customer(r, "initech", ["law@initech.example"]);
  await r.listed(vendor({ name: "Zendesk", certifications: [{ name: "ISO 27001", validUntil: "2026-12-10" }] }));
  const number = await announced(r);
  await answer(r, await respondLink(r, DPO, number), { kind: "objected", customer: "globex", text: "No." });
  await answer(r, await linkTo(r, "cto@globex.example", "unsubscribe"), {});
  await answer(r, await linkTo(r, "law@initech.example", "unsubscribe"), {});
  r.setTime("2026-12-19T09:00:00Z");
  await runMinute(r.deps, { budgetMs: 5000 });
  await r.drain();

  const mails = await r.messages("privacy@acme.example");

  const subjects = mails.map(({ subject }) => subject);
  for (const said of ["objects to change", "no longer be told", "has left", "last day to object", "new finding"])
    expect(subjects.join("\n")).toContain(said);
  const { open } = await consoleOf(r, "read");
  for (const { text, html } of mails) {
    expect(`${text}${html}`).not.toMatch(/\/v1\/|the API|POST/);
    const [, path = ""] = /registry\.example(\/console\S*)/.exec(text) ?? [];
    expect(path).not.toBe("");
    await open(path);
  }
});

/** The provider reports that the newest mail to an address failed. */
async function failed(r: Registry, to: string): Promise<void> {
  const mail = (await r.messages(to)).at(-1);
  const about = { emailId: mail?.id ?? null, noticeId: null, batchId: null, to };
  const said = { type: "email.failed", occurredAt: r.deps.clock.now(), detail: "rejected", isPermanent: false };
  await takeReport(r.deps, `failed-${to}`, { ...about, ...said });
}
