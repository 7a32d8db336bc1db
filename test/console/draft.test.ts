import { describe, expect, test } from "vitest";
import { textOf } from "../page/html.ts";
import { consoleOf } from "../setup/console.ts";
import { likeTheFirst } from "../setup/many-vendors.ts";
import { type Registry, registry, vendor } from "../setup/registry.ts";

/** A registry with a list, three customers and a follower, and a draft that adds HubSpot and changes Zendesk. */
async function drafted() {
  const r = await registry();
  await r.organisation();
  await r.listed(vendor({ name: "Zendesk" }));
  const put = (id: string, body: object) => r.call("PUT", `/v1/customers/${id}`, { body });
  await put("roth", {
    name: "Kanzlei Roth",
    contacts: [{ email: "roth@roth.example", locale: "fr" }],
    noticePeriod: { days: 45, basis: "business" },
  });
  await put("two", { name: "Two AG", contacts: [{ email: "two@two.example" }], authorisation: "specific" });
  await put("three", { name: "Three Ltd", contacts: [] });
  await r.follower("follower@example.com");
  const number = await draftOf(r, "HubSpot");
  await edited(r, number, { website: "https://zendesk.example" });
  return { r, number, path: `/console/changes/${number}` };
}

const draftOf = async (r: Registry, name: string): Promise<number> =>
  (await r.json("POST", "/v1/vendors", 201, { body: vendor({ name }) })).changeSet.number;

const edited = (r: Registry, number: number, body: object) =>
  r.json("PATCH", `/v1/vendors/zendesk?changeSet=${number}`, 200, { body });

const stateOf = async (r: Registry, number: number) => r.json("GET", `/v1/change-sets/${number}`, 200);

describe("the page of a draft", () => {
  test("says what is in one language alone, where readers read others", async () => {
    const r = await registry();
    await r.organisation({ locales: ["en", "fr"] });
    const purpose = { en: "Support", fr: "Assistance" };
    const labels = { category: "CRM <b>", dataCategories: ["E-mail address"], dataSubjects: ["Contacts"] };
    const body = vendor({ name: "HubSpot" }, { purpose, ...labels });
    const { changeSet } = await r.json("POST", "/v1/vendors?effectiveOn=2026-12-31", 201, { body });
    const path = `/console/changes/${changeSet.number}`;
    const { open } = await consoleOf(r);
    const written =
      "written once, and read as they stand in every language: “CRM <b>”, “E-mail address” and “Contacts”.";

    const page = textOf(await open(path));
    expect(page).toContain("Not all of it is in French");
    expect(page).toContain(written);
    expect(page).not.toContain("The reason is not in");
    await r.json("PATCH", `/v1/change-sets/${changeSet.number}`, 200, { body: { reason: { en: "A new tool." } } });
    expect(textOf(await open(path))).toContain("The reason is not in French.");

    await r.organisation({ locales: ["en"] });
    expect(textOf(await open(path))).not.toContain("written once");
  });

  test("says what announcing today means: the earliest date, who decides it, who is told and who cannot be", async () => {
    const { r, path } = await drafted();
    const { open } = await consoleOf(r);

    const page = textOf(await open(path));

    for (const said of [
      "23 January 2027",
      "Kanzlei Roth decides: 45 business days from the notice, deemed received the day it is sent; without it 22 December 2026.",
      "2 contacts of customers and 1 follower",
      "English: 2",
      "Français: 1",
      "3 customers",
      "Two AG",
      "Three Ltd",
      "These customers have no contact whom mail reaches.",
      "HubSpot: 23 January 2027, and not before Two AG has approved",
      "The date is decided by Kanzlei Roth. 3 people are told.",
      "Not in French: HubSpot and Zendesk.",
      "Those readers get what is missing in another language, as a rule in English.",
      "Please check The periods agreed with Kanzlei Roth are counted in business or working days, and no holiday is entered for the year in which they end, so none of that year is left out. Enter the holidays of your organisation, or those of the contract.",
      "Organisation: Holidays",
      "Two AG: may object until 21 December 2026. Kanzlei Roth: may object until 22 January 2027.",
    ])
      expect(page).toContain(said);
    expect(textOf(await open(`${path}?lang=fr`)).replaceAll("\u00a0", " ")).toContain(
      "Kanzlei Roth en décide : 45 jours ouvrés à compter de l’avis, réputé reçu le jour de son envoi ; sans ce client, le 22 décembre 2026.",
    );
    // What comes next is to announce it; saving is beside that.
    expect(await open(path)).toMatch(
      /class="quiet">\s*Save the draft<.*formaction="[^"]*next=announce"[^>]*>\s*Announce…/s,
    );
    expect(await open(path)).toMatch(
      /href="\/console\/vendors\/hubspot\/edit\?draft=\d+#[a-z0-9.]+" aria-label="HubSpot: to the field"/i,
    );
    const { changeSet } = await r.json("DELETE", "/v1/vendors/zendesk", 200);
    const removal = textOf(await open(`/console/changes/${changeSet.number}`));
    expect(removal).toContain(
      "Removing a vendor needs no notice and no approval: Art. 28(2) GDPR asks for them where another processor is engaged, added or replaced.",
    );
    expect(removal).not.toContain("terms decide");
  });

  test("saves what was edited, and nothing where nothing is other than it was", async () => {
    const { r, number, path } = await drafted();
    const { open, send } = await consoleOf(r, "write");
    const before = await r.stored();
    expect((await send(`${path}/draft`, {}, await open(path))).status).toBe(303);
    expect(await r.stored()).toEqual(before);

    const fields = {
      effectiveOn: "2027-02-01",
      reason: "We want to see our customers better.",
      "weights.zendesk.weight": "material",
      "weights.zendesk.reason": "It is another site.",
    };
    const saved = await send(`${path}/draft`, fields, await open(path));

    expect([saved.status, saved.headers.get("location")]).toEqual([303, `${path}?saved`]);
    expect(await stateOf(r, number)).toMatchObject({
      effectiveOn: "2027-02-01",
      reason: fields.reason,
      changes: [
        { vendor: "hubspot", weightOverride: null },
        { vendor: "zendesk", weightOverride: { weight: "material", reason: "It is another site." } },
      ],
    });
    const cleared = { reason: "", "weights.zendesk.weight": "", "weights.zendesk.reason": "" };
    await send(`${path}/draft`, cleared, await open(path));
    expect(await stateOf(r, number)).toMatchObject({ reason: null, changes: [{}, { weightOverride: null }] });
  });

  test("gives back what was typed with what is wrong beside it; and says what somebody else has saved meanwhile", async () => {
    const { r, path } = await drafted();
    const { open, send } = await consoleOf(r);
    const page = await open(path);
    const before = await r.stored();
    const wrong = await send(`${path}/draft`, { "weights.zendesk.weight": "editorial", reason: "Typed" }, page);
    expect(wrong.status).toBe(422);
    const back = await wrong.text();
    expect(back).toContain('href="#weights.zendesk.reason">Why it weighs that: Zendesk: Please fill this in.</a>');
    expect(back).toContain("Typed</textarea>");
    expect(await r.stored()).toEqual(before);

    await send(`${path}/draft`, { reason: "Theirs" }, page);
    const late = await send(`${path}/draft`, { reason: "Mine" }, page);
    expect(late.status).toBe(409);
    const collided = await late.text();
    expect(collided).toContain("Saved meanwhile: Theirs");
    expect((await send(`${path}/draft`, {}, collided)).status).toBe(303);
    expect(await open(path)).toContain("Mine</textarea>");
  });

  test("takes a vendor out, applies one to the list as it is now, and is discarded", async () => {
    const { r, number, path } = await drafted();
    const { open, send } = await consoleOf(r);
    const other = (await r.json("POST", "/v1/change-sets", 201, { body: {} })).number;
    await edited(r, other, { website: "https://other.example", privacyPolicyUrl: "https://other.example/privacy" });
    await r.json("POST", `/v1/change-sets/${other}/announce`, 200, { body: {} });

    const page = await open(path);
    expect(textOf(page)).toContain("Zendesk has been announced anew since this draft was written");
    expect(textOf(page)).toContain("This draft changes the same: Website");
    expect(textOf(await open(`${path}/announce`))).toContain("Announced anew since this draft was written: Zendesk.");
    expect((await send(`${path}/vendors/zendesk/rebase`, { reason: "Why" }, page)).status).toBe(303);
    expect((await stateOf(r, number)).changes[1].after).toMatchObject({
      website: "https://zendesk.example",
      privacyPolicyUrl: "https://other.example/privacy",
    });
    expect((await stateOf(r, number)).reason).toBe("Why");
    const before = await open(path);
    await edited(r, number, { website: "https://fourth.example" });
    expect((await send(`${path}/vendors/zendesk/drop`, {}, before)).status).toBe(409);
    expect((await send(`${path}/vendors/hubspot/drop`, {}, await open(path))).status).toBe(303);
    expect((await stateOf(r, number)).changes.map(({ vendor }: { vendor: string }) => vendor)).toEqual(["zendesk"]);

    const [, version = ""] = /name="version" value="([^"]*)"/.exec(await open(`${path}/discard`)) ?? [];
    await edited(r, number, { website: "https://third.example" });
    const stale = await send(`${path}/discard`, { version });
    expect([stale.status, textOf(await stale.text())]).toEqual([409, expect.stringContaining("Somebody has edited")]);
    const asked = await open(`${path}/discard`);
    expect(asked).toContain("Discard the draft?");
    const [, now = ""] = /name="version" value="([^"]*)"/.exec(asked) ?? [];
    expect((await send(`${path}/discard`, { version: now })).headers.get("location")).toBe("/console/changes");
    await r.json("GET", `/v1/change-sets/${number}`, 404);
  });

  test("on paper is a sheet to sign: what changes from when and why, who is told, what was found, and where it is signed", async () => {
    const { r, number, path } = await drafted();
    const { open } = await consoleOf(r, "read");
    await r.json("PATCH", `/v1/change-sets/${number}`, 200, { body: { reason: "To see our customers better." } });

    const page = await open(`${path}/sheet`);

    const sheet = /<article class="on-paper">.*<\/article>/s.exec(page)?.[0] ?? "";
    expect(sheet).not.toMatch(/<button|<input|<a href="\/|<details/);
    for (const said of [
      "To see our customers better.",
      "2 contacts of customers and 1 follower",
      "What changes: 2 vendors",
      "Earliest date 23 January 2027 Who decides the earliest date Kanzlei Roth decides: 45 business days",
      "Chosen date None: the earliest that there is when it is announced Would take effect HubSpot: 23 January 2027, and not before Two AG has approved",
      "Last day to object, by your own terms 21 December 2026, end of day in Paris",
      "Two AG: may object until 21 December 2026.",
      "Kanzlei Roth: may object until 22 January 2027.",
      "From 23 January 2027, and not before Two AG has approved",
      "Material: Vendor added",
      "https://zendesk.example",
      "Please check: Which legal entity HubSpot is, is not stated.",
      "is approved for announcement. Place and date Name and function Signature",
    ])
      expect(textOf(page)).toContain(said);
    await r.json("PATCH", `/v1/change-sets/${number}`, 200, { body: { effectiveOn: "2027-02-08" } });
    const chosen = textOf(await open(`${path}/sheet`));
    expect(chosen).toContain("Earliest date 23 January 2027");
    expect(chosen).toContain("Chosen date 8 February 2027 Would take effect HubSpot: 8 February 2027, and not before");
    expect(await open(path)).toContain('<article class="on-paper">');
    expect(textOf(await open(`${path}/sheet?lang=fr`))).toContain("est approuvé pour annonce. Lieu et date");
  });

  test("has no button for whoever may only read", async () => {
    const { r, path } = await drafted();
    const { open, send } = await consoleOf(r, "read");
    const main = /<main.*<\/main>/s.exec(await open(path))?.[0] ?? "";
    expect(main).not.toMatch(/<button|<form/);
    expect((await send(`${path}/draft`, { reason: "x" })).status).toBe(403);
    const writer = await consoleOf(r, "write");
    expect(await writer.open(path)).not.toContain("Announce…");
  });

  test("stays below 300 KB with 300 vendors, page by page", async () => {
    const r = await registry();
    await r.organisation();
    const number = await draftOf(r, "Vendor 1000");
    await r.rows(likeTheFirst(300));
    const { open } = await consoleOf(r);
    const at = `/console/changes/${number}`;
    const pages = [await open(at), await open(`${at}?page=15`), await open(`${at}/sheet`)];
    for (const page of pages) expect(Buffer.byteLength(page)).toBeLessThan(300_000);
    expect(pages[1]).toContain("Vendor 1299");
  });

  test("stays below 300 KB with vendors of which much is said, fewer on a page, and prints whole where it is one", async () => {
    const r = await registry();
    await r.organisation();
    const { open } = await consoleOf(r);
    const services = Array.from({ length: 5 }, (_, index) => ({
      dataCategories: ["Names"],
      key: `part-${index}`,
      purpose: "Handles what customers write to us, and keeps it. ".repeat(20),
      locations: [{ country: "FR" }, { country: "JP" }],
    }));
    const add = async (n: number, at: string) =>
      (await r.json("POST", `/v1/vendors${at}`, 201, { body: { ...vendor({ name: `Vendor ${n}` }), services } }))
        .changeSet.number;
    const number = await add(10, "");
    const at = `/console/changes/${number}`;
    expect(await open(at)).toContain('<article class="on-paper">');
    for (let n = 11; n < 40; n += 1) await add(n, `?changeSet=${number}`);
    const shown: string[] = [];
    for (let page = 1; shown.length < 30; page += 1) {
      const text = await open(`${at}?page=${page}`);
      expect(Buffer.byteLength(text)).toBeLessThan(300_000);
      expect(text).not.toContain('<article class="on-paper">');
      const names = [...text.matchAll(/name="vendors" value="([^"]+)"/g)].map(([, slug = ""]) => slug);
      expect(names.length).toBeGreaterThan(1);
      shown.push(...names);
    }
    expect(shown).toEqual(Array.from({ length: 30 }, (_, index) => `vendor-${index + 10}`));
    expect(Buffer.byteLength(await open(`${at}/sheet`))).toBeLessThan(300_000);
  });
});
