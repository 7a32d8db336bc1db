import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runMinute } from "../src/notify/minute.ts";
import { answer, respondLink } from "./setup/answering.ts";
import { consoleOf } from "./setup/console.ts";
import { customer } from "./setup/customers.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";
import { tamper } from "./setup/tamper.ts";
import { expectProof } from "./setup/verify.ts";

const PERIOD = { days: 30, basis: "calendar" };
const REASON = "The contract was not signed.";

/**
 * Zeta, for the shop, from 10 April, and Eta, for the app, from 10 May, announced together: to customers of both, of either,
 * and to a follower of each.
 */
async function announced(options: { send?: boolean; atEnd?: (end: () => Promise<void>) => void } = {}) {
  const { atEnd } = options;
  const r = await registry({ now: "2026-03-01T09:00:00Z", ...(atEnd && { atEnd }) });
  const products = [
    { key: "app", name: "App" },
    { key: "shop", name: "Shop" },
  ];
  const own = { noticePeriod: PERIOD, objectionPeriod: PERIOD, products };
  await r.organisation({ name: "Firma", privacyEmail: "p@firma.example", timeZone: "UTC", ...own });
  await customer(r, "all");
  await customer(r, "shop", { products: ["shop"] });
  await customer(r, "app", { products: ["app"] });
  for (const key of ["app", "shop"]) {
    const body = { email: `follower@${key}.example`, confirmed: true, products: [key] };
    await r.json("POST", "/v1/subscribers", 201, { body });
  }
  const service = { key: "main", purpose: "Hosting", locations: [{ country: "FR" }] };
  const of = (name: string, product: string) => vendor({ name, services: [{ ...service, products: [product] }] });
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: of("Zeta", "shop") });
  const number: number = changeSet.number;
  await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body: of("Eta", "app") });
  const path = `/v1/change-sets/${number}`;
  await r.json("PATCH", path, 200, { body: { changes: { eta: { effectiveOn: "2026-05-10" } } } });
  await r.json("POST", `${path}/announce`, 200, { body: { effectiveOn: "2026-04-10" } });
  if (options.send !== false) await r.drain();
  r.setTime("2026-04-15T09:00:00Z");
  return { r, number, path };
}

const minute = (r: Registry) => runMinute(r.deps, { budgetMs: 10_000 });

const withdraw = (r: Registry, path: string) => r.json("POST", `${path}/withdraw`, 200, { body: { reason: REASON } });

const told = async (r: Registry, email: string) =>
  (await r.messages(email)).map(({ subject, text }) => ({ subject, text: text.replace(/\s+/g, " ") }));

describe("a set of which one change is in force can be withdrawn", () => {
  let made: Awaited<ReturnType<typeof announced>>;
  let asked = "";
  beforeAll(async () => {
    made = await announced({ atEnd: afterAll });
    const { r, number, path } = made;
    const link = await respondLink(r, "dpo@app.example", number);
    await answer(r, link, { kind: "objected", text: "Not this one.", customer: "app" });
    await r.drain();
    expect((await r.json("GET", "/v1/responses?outcome=open", 200)).data).toHaveLength(1);
    const { open } = await consoleOf(r);
    asked = (await open(`/console/changes/${number}/withdraw`)).replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    await withdraw(r, path);
    await r.drain();
  });

  test("which the console says before it is done, with whom it tells", () => {
    expect(asked).toContain("Withdrawn is what is not in force yet: Eta. In force, and staying on the list: Zeta.");
    expect(asked).toContain("3 people: 2 contacts of customers, 1 follower.");
  });

  test("without that one: it stays on the list, on the page and in the file; the other never comes", async () => {
    const { r, number, path } = made;
    expect(await r.json("GET", path, 200)).toMatchObject({
      state: "effective",
      effectiveOn: "2026-04-10",
      withdrawnReason: REASON,
      changes: [
        { vendor: "eta", withdrawn: true },
        { vendor: "zeta", withdrawn: false },
      ],
    });
    const on = async (at: string) =>
      (await r.json("GET", `/v1/vendors?at=${at}`, 200)).data.map(({ slug }: { slug: string }) => slug);
    expect(await on("2026-12-31")).toEqual(["zeta"]);
    expect((await r.json("GET", "/subprocessors.json", 200)).upcoming).toEqual([]);
    expect(await r.json("GET", "/v1/vendors/eta", 200)).toMatchObject({ status: "removed" });
    const page = (await (await r.get(`/changes/${number}`, { key: null })).text()).replace(/<[^>]+>/g, " ");
    expect(page).toContain("Withdrawn, and does not apply: Eta. The rest is in force.");
    expect(page).toContain("withdrawn on 15 April 2026");
    expect(page).toContain(REASON);
    expect(page).not.toContain("10 May 2026");
    const calendar = await (await r.get(`/changes/${number}/calendar.ics`, { key: null })).text();
    const events = calendar.replace(/\r\n /g, "").split("BEGIN:VEVENT").slice(1);
    const standing = events.map((event) => [
      /UID:change-set-1-(\S+)@/.exec(event)?.[1],
      /STATUS:(\w+)/.exec(event)?.[1],
      /DTSTART;VALUE=DATE:(\d+)/.exec(event)?.[1],
    ]);
    expect(standing).toEqual([
      ["objection", "CONFIRMED", "20260331"],
      ["effective", "CANCELLED", "20260510"],
      ["effective-zeta", "CONFIRMED", "20260410"],
    ]);
  });

  test("which is told to those who were told of it, once, and to nobody else; to whom more was told, what stays", async () => {
    const { r } = made;
    const of = async (email: string) =>
      (await told(r, email)).filter(({ subject }) => /withdrawn|not be added/i.test(subject));
    for (const email of ["dpo@shop.example", "follower@shop.example"]) expect(await of(email)).toEqual([]);
    for (const email of ["dpo@app.example", "follower@app.example"]) {
      const [mail, ...more] = await of(email);
      expect(more).toEqual([]);
      expect(mail?.text).toContain("everything stays as it was");
      expect(mail?.text).toContain(REASON);
      expect(mail?.text).not.toContain("Zeta");
    }
    const [mail, ...more] = await of("dpo@all.example");
    expect(more).toEqual([]);
    expect(mail?.subject).toContain("Eta");
    expect(mail?.text).toContain("What we announced besides is in effect, and stays so: Zeta.");
    expect(mail?.text).not.toContain("everything stays as it was");
  });

  test("and is then decided: an objection to it is open no more, nothing reminds of it, and its answer page says so", async () => {
    const { r, path } = made;
    expect(await r.json("GET", "/v1/responses?outcome=open", 200)).toMatchObject({ data: [] });
    const link = await respondLink(r, "dpo@app.example", 1);
    const page = (await (await r.get(link, { key: null })).text()).replace(/<[^>]+>/g, " ");
    expect(page).toContain("was withdrawn and does not apply");
    const before = (await r.messages()).length;
    for (const day of ["2026-05-09", "2026-05-10", "2026-06-01"]) {
      r.setTime(`${day}T09:00:00Z`);
      await minute(r);
    }
    expect((await r.messages()).slice(before)).toEqual([]);
    await expectProblem(await r.post(`${path}/withdraw`, {}), 409, "already-effective");
    const late = { effectiveOn: "2026-07-01", reason: REASON, changes: ["eta"] };
    await expectProblem(await r.post(`${path}/postpone`, late), 422, "invalid-request", "/changes/0");
  });

  test("and is in the evidence, in the log and for whoever verifies either", async () => {
    const { r, number } = made;
    await expectProof(r, number);
    await r.db.transaction((tx) => tamper(tx, "update changes set withdrawn = not withdrawn"));
    expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({
      ok: false,
      bad: [{ reason: expect.stringContaining("other changes of it were withdrawn") }],
    });
  });
});

test("whoever was not told yet is told of what stays alone, and of what is withdrawn nothing at all", async () => {
  const { r, number, path } = await announced({ send: false });
  await withdraw(r, path);
  await minute(r);
  for (const email of ["dpo@all.example", "dpo@shop.example", "follower@shop.example"]) {
    const [mail, ...more] = await told(r, email);
    expect(more).toEqual([]);
    expect(mail?.text).toContain("Zeta");
    expect(mail?.text).not.toContain("Eta ");
  }
  for (const email of ["dpo@app.example", "follower@app.example"]) expect(await told(r, email)).toEqual([]);
  await expectProof(r, number);
});

test("who comes to use what was withdrawn is told nothing of it", async () => {
  const { r, number, path } = await announced();
  await withdraw(r, path);
  const body = { name: "New", contacts: [{ email: "dpo@new.example" }], products: ["app"] };
  await r.json("PUT", "/v1/customers/new", 201, { body });
  await minute(r);
  expect(await r.messages("dpo@new.example")).toEqual([]);
  await expectProof(r, number);
});
