import { describe, expect, test } from "vitest";
import { consoleOf, fieldsOf } from "./setup/console.ts";
import { customer } from "./setup/customers.ts";
import { expectProblem, registry, vendor } from "./setup/registry.ts";
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
