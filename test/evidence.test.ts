import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { subscribers } from "../src/db/schema.ts";
import { hashEmail } from "../src/model/values/hash.ts";
import { drain } from "../src/notify/drain.ts";
import { type Mailer, NO_LIMITS } from "../src/notify/mailer.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";
import { mailsIn } from "./setup/requests.ts";

type Delivery = {
  id: string;
  noticeId: string;
  email: string | null;
  emailHash: string;
  state: string;
  stateAt: string;
  cause: string | null;
  emailId: string | null;
  events: { state: string; at: string; cause: string | null }[];
};

const TOKEN = "\u{E000}token\u{E001}";
const RESPOND = "\u{E000}respond\u{E001}";

const announce = (r: Registry) =>
  r.json("POST", "/v1/vendors?announce=true&effectiveOn=2027-06-30", 201, { body: vendor() });

const evidence = (r: Registry, number = 1) => r.json("GET", `/v1/change-sets/${number}/evidence`, 200);

async function csvOf(r: Registry, number = 1): Promise<{ response: Response; rows: string[][] }> {
  const response = await r.get(`/v1/change-sets/${number}/evidence`, { headers: { accept: "text/csv" } });
  return { response, rows: parseCsv(await response.clone().text()) };
}

/** RFC 4180, read by its grammar. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (let rest = text; rest !== ""; ) {
    const row: string[] = [];
    for (;;) {
      const field = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
      if (!field) throw new Error(`Not CSV: ${rest.slice(0, 100)}`);
      row.push(field[1]?.replaceAll('""', '"') ?? field[2] ?? "");
      rest = rest.slice(field[0].length);
      if (field[3] !== ",") break;
    }
    rows.push(row);
  }
  return rows;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("of a change set that 2,600 people were told of", () => {
  const PEOPLE = 2600;
  const ends: (() => Promise<void>)[] = [];
  let r: Registry;

  beforeAll(async () => {
    r = await registry({ atEnd: (end) => ends.push(end) });
    const now = r.deps.clock.now();
    const people = Array.from({ length: PEOPLE }, (_, index) => {
      const email = `p${index}@customer.example`;
      const emailHash = hashEmail(r.deps.config.tokenSecret, email);
      const locale = index % 3 === 0 ? ("fr" as const) : ("en" as const);
      return { email, emailKey: email, emailHash, locale, status: "active" as const, createdAt: now, confirmedAt: now };
    });
    await r.db.insert(subscribers).values(people);
    await announce(r);
    const { data } = await r.json("GET", "/v1/subscribers?limit=1", 200);
    await r.json("DELETE", `/v1/subscribers/${data[0].id}`, 204);
    r.passHours(1);
    await r.drain();
  });

  afterAll(async () => {
    for (const end of ends) await end();
  });

  test("the JSON is whole, and adds up", async () => {
    const whole = await evidence(r);
    const deliveries: Delivery[] = whole.deliveries;
    expect(deliveries).toHaveLength(PEOPLE);
    expect(new Set(deliveries.map(({ id }) => id)).size).toBe(PEOPLE);
    const states = Map.groupBy(deliveries, ({ state }) => state);
    expect(Object.fromEntries([...states].map(([state, some]) => [state, some.length]))).toEqual({
      accepted: PEOPLE - 1,
      skipped: 1,
    });
    const ids = new Set((await r.messages()).map(({ id }) => id));
    for (const { state, emailId } of deliveries) expect(ids.has(emailId ?? "")).toBe(state === "accepted");
    expect(whole.changeSet).toMatchObject({ number: 1, state: "announced" });
    expect(whole.notices).toMatchObject([{ kind: "announcement", mails: [{ locale: "en" }, { locale: "fr" }] }]);
    const [snapshot] = await r.rows("select number, hash from snapshots order by number desc limit 1");
    expect(whole.snapshot).toMatchObject(snapshot ?? {});
    const [last] = await r.rows("select sequence, hash from audit_log order by sequence desc limit 1");
    expect(whole.auditHead).toEqual(last);
  });

  test("it arrives in pieces, and its first piece before all of it was read", async () => {
    const response = await r.get("/v1/change-sets/1/evidence");
    expect(response.headers.get("content-type")).toContain("application/json");
    let pieces = 0;
    let largest = 0;
    const text: Uint8Array[] = [];
    for await (const piece of response.body ?? []) {
      pieces += 1;
      largest = Math.max(largest, piece.length);
      text.push(piece);
    }
    expect(pieces).toBeGreaterThan(100);
    expect(largest).toBeLessThan(64 * 1024);
    expect(JSON.parse(Buffer.concat(text).toString()).deliveries).toHaveLength(PEOPLE);
  });

  test("the CSV says the same as the JSON", async () => {
    const { deliveries } = await evidence(r);
    const { response, rows } = await csvOf(r);
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const asked = await r.get("/v1/change-sets/1/evidence?format=csv");
    expect(asked.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(await asked.text()).toBe(await response.clone().text());
    const [head, ...lines] = rows;
    expect(head).toEqual([
      "id",
      "noticeId",
      "email",
      "emailHash",
      "customer",
      "state",
      "stateAt",
      "cause",
      "emailId",
      "chain",
      "events",
    ]);
    const expected = deliveries.map((each: Delivery) => [
      each.id,
      each.noticeId,
      each.email ?? "",
      each.emailHash,
      "",
      each.state,
      each.stateAt,
      each.cause ?? "",
      each.emailId ?? "",
    ]);
    expect(lines.map((line) => line.slice(0, 9))).toEqual(expected);
  });

  test("of whoever was erased the hash stays, and why nothing was sent", async () => {
    const { deliveries } = await evidence(r);
    const erased = deliveries.filter(({ email }: Delivery) => email === null);
    expect(erased).toMatchObject([{ state: "skipped", cause: "erased", emailId: null }]);
    const hashes = Array.from({ length: PEOPLE }, (_, index) =>
      hashEmail(r.deps.config.tokenSecret, `p${index}@customer.example`),
    );
    expect(deliveries.map(({ emailHash }: Delivery) => emailHash).sort()).toEqual(hashes.sort());
  });
});

test("a delivery's evidence has every step in its order, with its time and cause", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await announce(r);
  r.passHours(1);
  const unknown: Mailer = {
    send: async () => ({ outcome: { kind: "unknown", because: "no answer in time" }, limits: NO_LIMITS }),
  };
  await drain({ ...r.deps, mailer: unknown }, { budgetMs: 10_000 });
  r.passHours(24);
  await r.drain();
  const [batch] = await r.rows("select id from batches");
  r.passHours(1);
  await r.json("POST", `/v1/sending/batches/${batch?.id}/decide`, 200, {
    body: { as: "resend", reason: "It is lost." },
  });
  r.passHours(1);
  await r.drain();
  const first = [
    { at: "2026-11-21T09:00:00.000Z", state: "pending", cause: "owed" },
    { at: "2026-11-22T10:00:00.000Z", state: "uncertain", cause: expect.stringContaining("no answer in time") },
    { at: "2026-11-22T11:00:00.000Z", state: "failed", cause: "operator: It is lost." },
  ];
  const late = [
    { at: "2026-11-22T11:00:00.000Z", state: "pending", cause: "owed" },
    { at: "2026-11-22T12:00:00.000Z", state: "accepted", cause: null },
  ];
  expect((await evidence(r)).deliveries).toMatchObject([
    { state: "failed", stateAt: first.at(-1)?.at, events: first },
    { state: "accepted", stateAt: late.at(-1)?.at, events: late },
  ]);
  const { rows } = await csvOf(r);
  for (const [index, steps] of [first, late].entries()) {
    const told = rows[index + 1]?.at(-1) ?? "";
    const times = told.match(/\d{4}-\d\d-\d\dT[\d:.]+Z(?= (pending|uncertain|failed|accepted))/g);
    expect(times, told).toEqual(steps.map(({ at }) => at));
  }
});

test("what a spreadsheet would run as a formula is text in the CSV", async () => {
  const r = await registry();
  for (const email of ["=cmd@customer.example", "+1@customer.example", "-1@customer.example"]) {
    // Not every one of these is taken as an address; what is taken must be safe.
    await r.call("POST", "/v1/subscribers", { body: { email, confirmed: true } });
  }
  await r.follower("plain@customer.example");
  await announce(r);
  const causes = ['=HYPERLINK("https://evil.example","a, b")', "@SUM(1)", "\tTab", "plain"];
  const mailer: Mailer = {
    send: async (request) => ({
      outcome: { kind: "accepted", mails: mailsIn(request).map(() => ({ refused: causes.shift() ?? "plain" })) },
      limits: NO_LIMITS,
    }),
  };
  await drain({ ...r.deps, mailer }, { budgetMs: 10_000 });
  const { rows } = await csvOf(r);
  expect(rows.length).toBeGreaterThan(1);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  const first = rows.slice(1).flatMap((row) => row[7] ?? []);
  expect(first).toContain(`'=HYPERLINK("https://evil.example","a, b")`);
});

test("a withdrawn set has both notices, and each delivery says which it was of", async () => {
  const r = await registry();
  for (const name of ["a", "b"]) await r.follower(`${name}@customer.example`);
  await announce(r);
  await r.drain();
  r.passHours(1);
  await r.json("POST", "/v1/change-sets/1/withdraw", 200, { body: { reason: "We stay." } });
  await r.drain();
  await announce(r); // another set, which is not in it
  const { changeSet, notices, deliveries } = await evidence(r);
  expect(changeSet.state).toBe("withdrawn");
  expect(notices.map(({ kind }: { kind: string }) => kind)).toEqual(["announcement", "withdrawal"]);
  for (const { id } of notices) {
    const emails = deliveries.filter(({ noticeId }: Delivery) => noticeId === id).map(({ email }: Delivery) => email);
    expect(emails.sort()).toEqual(["a@customer.example", "b@customer.example"]);
  }
  expect(deliveries).toHaveLength(4);
});

test("the mail in evidence is, with a reader's own token, what that reader got; its hash can be made by anyone", async () => {
  const r = await registry();
  await r.organisation({ locales: ["en", "fr"] });
  await r.follower("en@customer.example", { locale: "en" });
  await r.follower("fr@customer.example", { locale: "fr" });
  await announce(r);
  await r.drain();
  await r.organisation({ name: "Renamed since", locales: ["en", "fr"] });
  const { notices } = await evidence(r);
  const [notice] = notices;
  for (const locale of ["en", "fr"]) {
    const mail = await r.json("GET", `/v1/notices/${notice.id}/mail?locale=${locale}`, 200);
    const { subject, text, html } = mail;
    expect(mail).toMatchObject({ noticeId: notice.id, locale });
    expect(text).toContain(TOKEN);
    expect(mail.sha256).toBe(sha256(canonicalize({ subject, text, html }) ?? ""));
    const listed = notice.mails.find((each: { locale: string }) => each.locale === locale);
    expect(listed).toEqual({ locale, variant: "", subject, sha256: mail.sha256, frozenAt: mail.frozenAt });
    const [got] = await r.messages(`${locale}@customer.example`);
    const token = /\/unsubscribe\/([\w-]+)/.exec(got?.text ?? "")?.[1] ?? "";
    const respond = /\/respond\/([\w-]+)/.exec(got?.text ?? "")?.[1] ?? "";
    const fill = (part: string) => part.replaceAll(TOKEN, token).replaceAll(RESPOND, respond);
    expect({ subject: got?.subject, text: got?.text, html: got?.html }).toEqual({
      subject: fill(subject),
      text: fill(text),
      html: fill(html),
    });
  }
});

test("an address says in which format evidence is, whatever is accepted; one that there is not is refused", async () => {
  const r = await registry();
  await announce(r);
  const json = await r.get("/v1/change-sets/1/evidence?format=json", { headers: { accept: "text/csv" } });
  expect(json.headers.get("content-type")).toBe("application/json");
  await json.json();
  const query = (text: string) => r.get(`/v1/change-sets/1/evidence?${text}`);
  await expectProblem(await query("format=xlsx"), 422, "invalid-request", "/query/format");
  await expectProblem(await query("as=csv"), 422, "invalid-request", "/query/as");
});

test("evidence asks for a key, a set and a mail that there are", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  await announce(r);
  const [notice] = (await evidence(r)).notices;
  expect(notice.mails, "nothing is written before it is sent").toEqual([]);
  await expectProblem(await r.get("/v1/change-sets/1/evidence", { key: null }), 401, "unauthenticated");
  await expectProblem(await r.get("/v1/change-sets/99/evidence"), 404, "not-found");
  const accept = { headers: { accept: "text/csv" } };
  await expectProblem(await r.get("/v1/change-sets/99/evidence", accept), 404, "not-found");
  await expectProblem(await r.get(`/v1/notices/${notice.id}/mail?locale=en`), 404, "not-found");
  await expectProblem(await r.get(`/v1/notices/${notice.id}/mail?locale=xx`), 422, "invalid-request");
  await expectProblem(await r.get(`/v1/notices/${notice.id}/mail?locale=en`, { key: null }), 401, "unauthenticated");
});

test("of a set that nobody was told of there is evidence too: that nobody was", async () => {
  const r = await registry();
  await announce(r);
  expect(await evidence(r)).toMatchObject({ deliveries: [], responses: [], notices: [{ kind: "announcement" }] });
  expect((await csvOf(r)).rows).toHaveLength(1);
});

test("whoever breaks off reading, or asks for the headers alone, leaves no transaction open", async () => {
  const r = await registry();
  for (const name of ["a", "b", "c"]) await r.follower(`${name}@customer.example`);
  await announce(r);
  const open = async () =>
    (
      await r.rows(`select count(*)::int as count from pg_stat_activity
        where datname = current_database() and state like 'idle in transaction%'`)
    )[0]?.count;
  for (const path of ["/v1/change-sets/1/evidence", "/v1/change-sets/1/evidence.zip"]) {
    expect((await r.call("HEAD", path)).status).toBe(200);
    expect(await open()).toBe(0);
    const reader = (await r.get(path)).body?.getReader();
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
    expect(await open()).toBe(1);
    await reader?.cancel();
    await expect.poll(open).toBe(0);
  }
});
