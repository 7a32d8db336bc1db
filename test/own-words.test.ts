import { describe, expect, test } from "vitest";
import { consoleOf, fieldsOf } from "./setup/console.ts";
import { customer } from "./setup/customers.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";
import { expectProof } from "./setup/verify.ts";

const NOW = "2026-03-01T09:00:00Z";
const PERIOD = { days: 30, basis: "calendar" };

/** A draft that adds Tally, which does something else than Weglot, and removes Weglot; with a contact in each language. */
async function drafted() {
  const r = await registry({ now: NOW });
  await r.organisation({
    name: "Firma",
    privacyEmail: "p@firma.example",
    timeZone: "UTC",
    locales: ["en", "fr"],
    noticePeriod: PERIOD,
    objectionPeriod: PERIOD,
  });
  const service = (purpose: string) => [{ key: "main", purpose, locations: [{ country: "IE" }] }];
  await r.listed(vendor({ name: "Weglot", services: service("Translates pages") }));
  await customer(r, "uk");
  const contacts = [{ email: "dpo@fr.example", locale: "fr" }];
  await r.json("PUT", "/v1/customers/fr", 201, { body: { name: "Dupont", contacts } });
  const { number } = await r.json("POST", "/v1/change-sets", 201, { body: {} });
  const path = `/v1/change-sets/${number}`;
  await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, {
    body: vendor({ name: "Tally", services: service("Asks questions") }),
  });
  await r.json("DELETE", `/v1/vendors/weglot?changeSet=${number}`, 200);
  const newest = async (email: string) => (await r.messages(email)).at(-1);
  return { r, number, path, newest };
}

describe("what an operator says", () => {
  test("each reader gets in their language, by mail and on the page; in another it is marked as such", async () => {
    const { r, number, path, newest } = await drafted();
    const reason = { en: "It asks better.", fr: "Il pose mieux les questions." };
    await r.json("PATCH", path, 200, { body: { reason } });
    await r.json("POST", `${path}/announce`, 200, { body: { effectiveOn: "2026-04-10" } });
    await r.drain();

    expect((await newest("dpo@uk.example"))?.text).toContain(reason.en);
    expect((await newest("dpo@fr.example"))?.text).toContain(reason.fr);
    const page = async (lang: string) => (await r.get(`/changes/${number}?lang=${lang}`, { key: null })).text();
    expect([await page("en"), await page("fr")]).toEqual([
      expect.stringContaining(reason.en),
      expect.stringContaining(reason.fr),
    ]);

    const later = { en: "Signed later.", fr: "Signé plus tard." };
    await r.json("POST", `${path}/postpone`, 200, { body: { effectiveOn: "2026-05-15", reason: later } });
    await r.drain();
    expect((await newest("dpo@fr.example"))?.text).toContain(later.fr);
    expect((await newest("dpo@uk.example"))?.text).toContain(later.en);

    await r.json("POST", `${path}/withdraw`, 200, { body: { reason: { fr: "Nous gardons Weglot." } } });
    await r.drain();
    expect((await newest("dpo@uk.example"))?.html).toMatch(/lang="fr"[^>]*>\s*Nous gardons Weglot\./);
    expect((await newest("dpo@fr.example"))?.html).not.toMatch(/lang="en"[^>]*>\s*Nous gardons/);
    expect(await page("en")).toMatch(/lang="fr">Nous gardons Weglot\./);
    await expectProof(r, number);

    const wrong = { body: { reason: { en: "x".repeat(2001) } } };
    await expectProblem(await r.call("POST", "/v1/change-sets", wrong), 422, "invalid-request", "/reason");
  });

  test("is typed in the console in its own language, and in the others where these are unfolded", async () => {
    const { r, number } = await drafted();
    const { open, send } = await consoleOf(r, "announce");
    const path = `/console/changes/${number}`;
    const page = await open(path);
    expect(page).toContain('<label for="reason">Why you change this</label>');
    expect(page).toMatch(/<details><summary>Why you change this: in other languages<\/summary>/);
    const reasonIn = async () => (await r.json("GET", `/v1/change-sets/${number}`, 200)).reason;

    await send(`${path}/draft`, { reason: "Better." }, page);
    expect(await reasonIn()).toBe("Better.");
    await send(`${path}/draft`, { "reason.fr": "Mieux." }, await open(path));
    expect(await reasonIn()).toEqual({ en: "Better.", fr: "Mieux." });
    expect(await open(path)).toMatch(/<details open=""><summary>Why you change this: in other languages/);
    await send(`${path}/draft`, { reason: "" }, await open(path));
    expect(await reasonIn()).toEqual({ fr: "Mieux." });
  });
});

describe("whom a vendor replaces", () => {
  test("is said by the operator where it does not follow from what both do; and told as one change", async () => {
    const { r, number, path, newest } = await drafted();
    const { open, send } = await consoleOf(r, "announce");
    const at = `/console/changes/${number}`;
    const page = await open(at);
    expect(fieldsOf(page)).toContainEqual(["changes.tally.replaces", ""]);
    await send(`${at}/draft`, { "changes.tally.replaces": "weglot" }, page);
    const changes = async () => (await r.json("GET", path, 200)).changes;
    expect(await changes()).toMatchObject([
      { vendor: "tally", replaces: "weglot" },
      { vendor: "weglot", replaces: null },
    ]);

    await r.json("POST", `${path}/announce`, 200, { body: { effectiveOn: "2026-04-10" } });
    await r.drain();
    expect((await newest("dpo@uk.example"))?.subject).toBe(
      "Firma: Tally will replace Weglot as a subprocessor on 10 April 2026",
    );
    expect(await (await r.get("/", { key: null })).text()).toContain("Replaces Weglot");
    await expectProof(r, number);
  });

  const slugsOn = async (r: Registry, on: string) =>
    (await r.json("GET", `/v1/vendors?at=${on}`, 200)).data.map(({ slug }: { slug: string }) => slug);
  const enter = (r: Registry, changeSet: number, of: string, kind: string) => {
    const receivedOn = r.deps.clock.now().toISOString().slice(0, 10);
    return r.json("POST", "/v1/responses", 200, {
      body: { changeSet, customer: of, kind, text: "As agreed.", receivedOn, channel: "post" },
    });
  };
  const statesOf = async (r: Registry, path: string) =>
    (await r.json("GET", path, 200)).changes.map((change: Record<string, unknown>) => [
      change.vendor,
      change.awaitsApproval,
      change.releasedOn,
    ]);
  const service = { key: "main", purpose: "Asks questions", locations: [{ country: "IE" }] };

  test("leaves no earlier than its newcomer comes, for whom an approval is missing; both are told as one", async () => {
    const { r, number, path, newest } = await drafted();
    await customer(r, "strict", { authorisation: "specific" });
    // It follows from what both do, and is recorded once it is announced.
    const same = { services: [{ ...service, purpose: "Translates pages" }] };
    await r.json("PATCH", `/v1/vendors/tally?changeSet=${number}`, 200, { body: same });
    await r.json("POST", `${path}/announce`, 200, { body: { effectiveOn: "2026-04-10" } });
    await r.drain();
    expect((await newest("dpo@uk.example"))?.subject).toBe(
      "Firma: Tally will replace Weglot as a subprocessor on 10 April 2026 at the earliest",
    );
    expect((await newest("dpo@strict.example"))?.text).not.toContain("2 changes");
    expect((await r.json("GET", path, 200)).changes).toMatchObject([{ replaces: "weglot" }, { replaces: null }]);

    r.setTime("2026-04-20T09:00:00Z");
    expect(await slugsOn(r, "2026-04-20")).toEqual(["weglot"]);
    expect(await statesOf(r, path)).toEqual([
      ["tally", true, null],
      ["weglot", true, null],
    ]);
    await expectProof(r, number);

    await enter(r, number, "strict", "approved");
    expect(await slugsOn(r, "2026-04-19")).toEqual(["weglot"]);
    expect(await slugsOn(r, "2026-04-20")).toEqual(["tally"]);
    expect(await statesOf(r, path)).toEqual([
      ["tally", false, "2026-04-20"],
      ["weglot", false, "2026-04-20"],
    ]);
    await expectProof(r, number);
  });

  test("is held by an objection, put off and waived with it; but goes by the earlier day it was given", async () => {
    const { r, number, path } = await drafted();
    const contacts = [{ email: "dpo@holding.example" }];
    await r.json("PUT", "/v1/customers/holding", 201, { body: { name: "Holding", contacts, onObjection: "suspends" } });
    await r.json("PATCH", path, 200, { body: { changes: { tally: { replaces: "weglot" } } } });
    await r.json("POST", `${path}/announce`, 200, { body: { effectiveOn: "2026-04-10" } });
    await enter(r, number, "holding", "objected");
    const held = [
      ["tally", true, null],
      ["weglot", true, null],
    ];
    expect(await statesOf(r, path)).toEqual(held);
    await expectProof(r, number);

    const body = { effectiveOn: "2026-05-15", reason: "Signed later.", changes: ["tally"] };
    const { postponements } = await r.json("POST", `${path}/postpone`, 200, { body });
    expect(postponements).toMatchObject([{ changes: ["tally", "weglot"] }]);
    await r.json("POST", `${path}/waive-approvals`, 200, { body: { reason: "They agreed by telephone." } });
    expect([await slugsOn(r, "2026-05-14"), await slugsOn(r, "2026-05-15")]).toEqual([["weglot"], ["tally"]]);
    await expectProof(r, number);

    const apart = await drafted();
    const days = { tally: { replaces: "weglot", effectiveOn: "2026-04-20" }, weglot: { effectiveOn: "2026-04-10" } };
    await customer(apart.r, "strict", { authorisation: "specific" });
    await apart.r.json("PATCH", apart.path, 200, { body: { changes: days } });
    await apart.r.json("POST", `${apart.path}/announce`, 200, { body: { effectiveOn: "2026-04-20" } });
    expect(await statesOf(apart.r, apart.path)).toEqual([
      ["tally", true, null],
      ["weglot", false, null],
    ]);
    await expectProof(apart.r, apart.number);
  });

  test("is refused where that one is not removed by the same draft, and forgotten once it is not", async () => {
    const { r, number, path } = await drafted();
    const say = (slug: string, replaces: string | null) =>
      r.call("PATCH", path, { body: { changes: { [slug]: { replaces } } } });
    for (const [slug, replaces, pointer] of [
      ["tally", "tally", "/changes/tally/replaces"],
      ["tally", "nobody", "/changes/tally/replaces"],
      ["weglot", "weglot", "/changes/weglot/replaces"],
      ["other", "weglot", "/changes/other"],
    ] as const)
      await expectProblem(await say(slug, replaces), 422, "invalid-request", pointer);
    expect((await say("tally", "weglot")).status).toBe(200);
    await r.json("POST", `/v1/vendors?changeSet=${number}`, 201, { body: vendor({ name: "Front" }) });
    await expectProblem(await say("tally", "weglot").then(() => say("front", "weglot")), 422, "invalid-request");

    await r.json("DELETE", `${path}/changes/weglot`, 204);
    expect((await r.json("GET", path, 200)).changes.map(({ replaces }: { replaces: unknown }) => replaces)).toEqual([
      null,
      null,
    ]);
  });
});
