import { describe, expect, test } from "vitest";
import { drain } from "../../src/notify/drain.ts";
import { type Mailer, NO_LIMITS, type Outcome } from "../../src/notify/mailer.ts";
import { takeReport } from "../../src/notify/provider-report.ts";
import { textOf } from "../page/html.ts";
import { announced, customer, organised } from "../setup/answering.ts";
import { consoleOf } from "../setup/console.ts";
import { type Registry, registry, vendor } from "../setup/registry.ts";

const PATH = "/console/delivery";

/** Sends what is due to a provider that answers so. */
async function drainWith(r: Registry, outcome: Outcome): Promise<void> {
  const mailer: Mailer = { send: async () => ({ outcome, limits: NO_LIMITS }) };
  await drain({ ...r.deps, mailer }, { budgetMs: 10_000 });
}

/** A registry that owes an announcement to followers. */
async function owing(...names: string[]): Promise<Registry> {
  const r = await registry();
  for (const name of names) await r.follower(`${name}@customer.example`);
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, { body: vendor() });
  return r;
}

let events = 0;

async function report(r: Registry, to: string, type: string, detail: string | null = null): Promise<void> {
  events += 1;
  const mail = (await r.messages(to)).at(-1);
  const about = { emailId: mail?.id ?? null, noticeId: null, batchId: null, to };
  const isPermanent = type === "email.bounced";
  await takeReport(r.deps, `event-${events}`, { type, ...about, occurredAt: r.deps.clock.now(), detail, isPermanent });
}

const decideIn = (page: string) => /href="(\/console\/delivery\/batches\/[^"]*)"/.exec(page)?.[1] ?? "";

describe("the screen of delivery", () => {
  test("says what is still to be sent, and that every mail is on its way", async () => {
    const r = await owing("a", "b");
    const { open } = await consoleOf(r, "read");
    const waiting = textOf(await open(PATH));
    expect(waiting).toMatch(/State Waiting Still to be sent 2 mails Next attempt 21 November 2026 at/);

    await r.json("POST", "/v1/sending/hold", 200);
    expect(await r.json("POST", "/v1/sending/hold", 200)).toMatchObject({
      state: "held",
      held: { because: "asked", since: "2026-11-21T09:00:00.000Z" },
    });
    await r.drain();
    expect(await r.messages(), "nothing is sent while it is held").toEqual([]);
    expect(textOf(await open(PATH))).toContain("Sending is held Since 21 November 2026");
    expect(textOf(await open("/console"))).toContain("Sending has been held since 21 November 2026");
    const admin = await consoleOf(r);
    expect((await admin.send(`${PATH}/resume`, {})).status).toBe(303);
    const log = await r.json("GET", "/v1/audit?action=sender.held", 200);
    expect(log.data, "holding what is held is no act").toHaveLength(1);

    await r.drain();
    const after = textOf(await open(PATH));
    expect(after).toContain("State Nothing to send Still to be sent Nothing");
    expect(after).toContain("Every mail was accepted by the mail server of its recipient, or is on its way.");
  });

  test("says that sending is paused and why; an admin sends again at once, without a pause that is told anew", async () => {
    const r = await owing("a");
    await drainWith(r, { kind: "paused", because: "invalid_api_key (401)" });
    const reader = await consoleOf(r, "read");
    expect(await reader.open(PATH)).not.toContain("Send again now");
    const { open, send } = await consoleOf(r);
    const page = await open(PATH);
    expect(textOf(page)).toContain("Sending is paused Since 21 November 2026");
    expect(page).toContain("invalid_api_key (401)");
    // An attempt that the pause cut short is none.
    expect(textOf(page)).toContain("Paused 1 mail: not sent, as sending is paused invalid_api_key (401) Not yet");
    await r.drain();
    expect((await r.json("GET", "/v1/sending", 200)).pending.deliveries).toBe(1);

    expect((await send(`${PATH}/resume`, {})).status).toBe(303);

    const { since } = (await r.json("GET", "/v1/sending", 200)).paused;
    await drainWith(r, { kind: "paused", because: "invalid_api_key (401)" });
    expect((await r.json("GET", "/v1/sending", 200)).paused.since).toBe(since);
    await r.json("POST", "/v1/sending/resume", 200);
    await r.drain();
    expect(await r.json("GET", "/v1/sending", 200)).toMatchObject({ state: "idle", paused: null });
    expect(await open(PATH)).not.toContain("Sending is paused");
    expect((await r.json("GET", "/v1/audit?action=sender.resumed", 200)).data).toHaveLength(2);
    expect((await r.json("GET", "/v1/audit/verify", 200)).ok).toBe(true);
    expect((await send(`${PATH}/resume`, {})).status, "where there is no pause, nothing is done").toBe(303);
    expect((await r.json("GET", "/v1/audit?action=sender.resumed", 200)).data).toHaveLength(2);
  });

  test("mails of unknown outcome are decided in words that say what each does, with a reason", async () => {
    const r = await owing("a", "b");
    await drainWith(r, { kind: "unknown", because: "internal_server_error (500)" });
    r.passHours(24);
    await r.drain();
    expect(decideIn(await (await consoleOf(r, "announce")).open(PATH))).toBe("");
    const { open, send } = await consoleOf(r);
    const page = await open(PATH);
    expect(textOf(page)).toMatch(/Announcement, change 2|Announcement, change 1/);
    expect(textOf(page)).toContain("Unknown 2 mails: whether they arrived is unknown");

    const path = decideIn(page);
    const form = await open(path);
    expect(form).toMatch(/<input type="radio" name="as" value="accepted"[^>]*>They were sent\. The evidence says/);
    const empty = await send(path, {}, form);
    expect([empty.status, textOf(await empty.text())]).toEqual([422, expect.stringContaining("What holds: Please")]);
    const did = await send(path, { as: "accepted", reason: "Asked the provider, ticket 123." }, form);
    expect([did.status, did.headers.get("location")]).toEqual([303, `${PATH}?saved`]);
    expect(await r.rows("select distinct state, cause from deliveries")).toEqual([
      { state: "accepted", cause: "operator: Asked the provider, ticket 123." },
    ]);
    expect((await send(path, { as: "failed", reason: "x" })).status).toBe(404);
    await open(path, 404);
    await open(`${PATH}/batches/x`, 404);
  });

  test("mails that failed are sent again, which is the one thing to choose", async () => {
    const r = await owing("a");
    await drainWith(r, { kind: "refused", because: "validation_error (422): Something is wrong" });
    const { open, send } = await consoleOf(r);
    const page = await open(PATH);
    expect(textOf(page)).toContain("Failed 1 of 1 mail did not reach its reader validation_error (422)");
    const form = await open(decideIn(page));
    expect(form.match(/type="radio"/g)).toHaveLength(1);
    expect(textOf(form)).toContain("Send them again. An announcement goes as a late one");
    expect((await send(decideIn(page), { reason: "Mended." }, form)).status).toBe(303);
    await r.drain();
    expect(await r.messages("a@customer.example")).toHaveLength(1);
    expect(textOf(await open(PATH))).toContain("Every mail was accepted by the mail server of its recipient");
  });

  test("says that mail to the organisation itself does not arrive, and leads to its address", async () => {
    const r = await organised();
    await customer(r, "globex", ["dpo@globex.example"]);
    await announced(r);
    await customer(r, "gone", []);
    const { runMinute } = await import("../../src/notify/minute.ts");
    await runMinute(r.deps, { budgetMs: 10_000 });
    await report(r, "privacy@acme.example", "email.bounced", "Permanent: 550 no such mailbox");
    const page = await (await consoleOf(r, "read")).open(PATH);
    expect(textOf(page)).toMatch(/Mail to you does not arrive Since .*1 mail to privacy@acme\.example did not arrive/);
    expect(page).toContain("550 no such mailbox");
    expect(page).toContain('href="/console/organisation">E-mail address of your organisation</a>');
  });
});

describe("suppressed addresses", () => {
  /** Followers of whom the first so many bounced for good. */
  async function bounced(count: number): Promise<Registry> {
    const names = Array.from({ length: count }, (_, n) => `f${String(n).padStart(2, "0")}`);
    const r = await owing(...names);
    await r.drain();
    for (const name of names) await report(r, `${name}@customer.example`, "email.bounced", "Permanent: gone");
    return r;
  }

  test("are found by a part of them, page by page; an admin lifts one with a reason", async () => {
    const r = await bounced(52);
    const { open, send } = await consoleOf(r);
    const path = `${PATH}/suppressed`;
    const first = await open(path);
    expect(first.match(/@customer\.example<\/span>/g)).toHaveLength(50);
    const next = /class="onward" href="([^"]*)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect((await open(next)).match(/@customer\.example<\/span>/g)).toHaveLength(2);

    const found = await open(`${path}?q=F07@cust`);
    expect(found.match(/@customer\.example<\/span>/g)).toHaveLength(1);
    expect(textOf(found)).toContain("It does not exist, or takes no mail for good");
    expect((await r.json("GET", "/v1/suppressions?email=f07", 200)).data).toHaveLength(1);
    const lift = /href="(\/console\/delivery\/suppressed\/[^"]*)"/.exec(found)?.[1] ?? "";
    const form = await open(lift);
    expect(textOf(form)).toContain("Write to f07@customer.example again");
    const empty = await send(lift, { reason: " " }, form);
    expect(empty.status).toBe(422);
    expect((await send(lift, { reason: "The mailbox exists again." }, form)).status).toBe(303);
    expect(textOf(await open(`${path}?q=f07`))).toContain("No such address is suppressed.");
    await open(lift, 404);
    expect(await (await consoleOf(r, "announce")).open(path)).not.toContain(">Lift<");
  });

  test("of whom only the hash is known are found by the whole address", async () => {
    const r = await bounced(1);
    const { data } = await r.json("GET", "/v1/subscribers", 200);
    await r.json("DELETE", `/v1/subscribers/${data[0].id}`, 204);
    const { open } = await consoleOf(r, "read");
    expect(textOf(await open(`${PATH}/suppressed?q=f00@customer.example`))).toContain("No longer known");
    expect(textOf(await open(`${PATH}/suppressed?q=f00`))).toContain("No such address is suppressed.");
  });
});

test("reports of the provider are listed in words, newest first, page by page; or only those of what did not arrive", async () => {
  const r = await owing("a", "b");
  await r.drain();
  await report(r, "a@customer.example", "email.delivered");
  r.passHours(1);
  await report(r, "b@customer.example", "email.bounced", "Permanent: gone");
  const { open } = await consoleOf(r, "read");
  const rows = (page: string) =>
    [...page.matchAll(/<tr><th scope="row">(.*?)<\/tr>/gs)].map(([row]) => textOf(`<body>${row}`).trim());
  expect(rows(await open(`${PATH}/reports`))).toEqual([
    expect.stringMatching(/^Bounced Permanent: gone b@customer\.example Announcement, change 1 21 November 2026 at/),
    expect.stringMatching(/^Delivered a@customer\.example Announcement, change 1 21 November 2026 at/),
  ]);
  expect(rows(await open(`${PATH}/reports?show=trouble`))).toHaveLength(1);
  for (let n = 0; n < 60; n += 1) await report(r, "a@customer.example", "email.delivery_delayed");
  const first = await open(`${PATH}/reports`);
  const next = /class="onward" href="([^"]*)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect([rows(first).length, rows(await open(next)).length]).toEqual([50, 12]);
  const { data } = await r.json("GET", "/v1/sending/reports?limit=1", 200);
  expect(data).toMatchObject([{ type: "email.delivery_delayed", kind: "announcement", changeSet: 1 }]);
});
