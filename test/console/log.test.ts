import { describe, expect, test } from "vitest";
import { textOf } from "../page/html.ts";
import { consoleOf } from "../setup/console.ts";
import { registry, vendor } from "../setup/registry.ts";
import { tamper } from "../setup/tamper.ts";
import { toldStory } from "../setup/told.ts";

const PATH = "/console/log";

/** Who, what and about what, of each entry of a page. */
const rowsOf = (page: string) =>
  [...page.matchAll(/<tr>(.*?)<\/tr>/gs)]
    .slice(1)
    .map(([row]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)]
        .slice(1, 4)
        .map(([, cell = ""]) => textOf(`<body>${cell}`).trim()),
    );

/** What stands in sight: without what is shown only when it is asked for. */
const inSight = (page: string) =>
  textOf(page.replace(/<details>.*?<\/details>/gs, "").replace(/<select.*?<\/select>/gs, ""));

describe("the log", () => {
  test("says in words who did what, and about what, by name; keys and hashes only when they are asked for", async () => {
    const r = await registry();
    await r.organisation();
    await r.listed(vendor({ name: "Zendesk" }));
    const writer = await consoleOf(r, "write");
    await writer.send("/console/changes", {});
    await r.json("PUT", "/v1/customers/c-1", 201, {
      body: { name: "Globex", contacts: [{ email: "dpo@globex.example" }] },
    });
    await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "HubSpot" }) });
    await r.follower("reader@customer.example");
    const { open } = await consoleOf(r);

    const page = await open(PATH);

    const rows = rowsOf(page);
    expect(rows).toContainEqual([expect.stringMatching(/^Operator \d+$/), "Draft begun", "Change 2"]);
    expect(rows).toContainEqual(["The server’s own admin key", "Organisation changed", "Organisation"]);
    expect(rows.map(([, what, about]) => [what, about])).toEqual(
      expect.arrayContaining([
        ["Vendor added to a draft", "Vendor: HubSpot"],
        ["Customer saved", "Customer: Globex"],
        ["Announced", "Change 1"],
        ["Organisation changed", "Organisation"],
      ]),
    );
    expect(inSight(page)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{64}|change-set|customer\.put|\{"/);
    const { data } = await r.json("GET", "/v1/audit", 200);
    expect(page).toContain(data[0].hash);
    expect(page).toContain('<a href="/console/vendors/hubspot"');
  });

  test("names whatever a registry's life leaves in it, in both languages; the erased by what they were", async () => {
    const { r } = await toldStory();
    const { open } = await consoleOf(r);
    for (const lang of ["en", "fr"]) {
      const text = inSight(await open(`${PATH}?lang=${lang}`));
      expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|undefined|\bnull\b|[a-z]+\.[a-z-]+ed\b/);
    }
    // In sight of whoever asks for the details: words alone, and apart from them the record.
    const told = await open(`${PATH}?what=change-set.announced`);
    const said = (page: string) => textOf(page.replace(/<details><summary>[^<]*<\/summary><dl.*?<\/details>/gs, ""));
    expect(said(told)).toMatch(
      /Change 2 Details Takes effect 30 June 2027 Weight Material Waits for approval Vendor \d+ Customers concerned 1/,
    );
    expect(said(told)).not.toMatch(/[0-9a-f]{64}|effectiveOn|\{"/);
    expect(said(await open(`${PATH}?what=change-set.withdrawn&lang=fr`))).toMatch(
      /Détails .*Motif We stay\..*Messages à envoyer/s,
    );
    expect(said(await open(`${PATH}?what=response.resolved`))).toContain("Change 2");
    const before = await open(`${PATH}?what=response.recorded`);
    expect(rowsOf(before)).toEqual([["Ada (dpo@customer.example)", "Answer received", "Answer, change 2"]]);
    expect(textOf(await open(`${PATH}?what=mail.written`))).toContain("Mail: Announcement, change 2");
    await r.json("DELETE", "/v1/customers/c-1", 204);
    expect(rowsOf(await open(`${PATH}?what=customer.deleted`))[0]?.[2]).toBe("Customer, no longer known");
  });

  test("is searched by who, what, about whom by name, and days", async () => {
    const r = await registry();
    await r.organisation({ timeZone: "Europe/Paris" });
    await r.listed(vendor({ name: "Zendesk" }));
    r.setTime("2026-12-01T22:59:00Z");
    await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "HubSpot" }) });
    r.setTime("2026-12-01T23:00:00Z");
    const { open, send, email } = await consoleOf(r);
    await send("/console/changes", {});
    const whats = async (query: string) => rowsOf(await open(`${PATH}?${query}`)).map(([, what]) => what);

    expect(await whats("about=hubsp")).toEqual(["Vendor added to a draft"]);
    expect(await whats("about=zend")).toEqual(["Announced", "Vendor added to a draft", "Draft begun"]);
    expect(await whats("about=1")).toContain("Draft begun");
    expect(await whats("what=organisation.changed")).toEqual(["Organisation changed"]);
    const page = await open(PATH);
    const name = /Operator \d+/.exec(page)?.[0] ?? "";
    const [, actor = ""] = new RegExp(`<option value="([^"]*)">${name}</option>`).exec(page) ?? [];
    expect(await whats(`who=${actor}`)).toEqual(["Draft begun", "Signed in"]);
    expect(await whats("who=provider")).toEqual([]);
    expect(await whats(`about=${email}&what=user.signed-in`)).toEqual(["Signed in"]);
    // In Paris the second of December has begun.
    expect(await whats("from=2+December+2026")).toEqual(expect.arrayContaining(["Draft begun", "Signed in"]));
    expect(await whats("from=2+December+2026")).not.toContain("Vendor added to a draft");
    expect(await whats("from=1+December+2026&until=1.12.2026")).toEqual(["Vendor added to a draft"]);
    const wrong = await open(`${PATH}?from=soon&until=1+May+9999`, 422);
    expect(wrong).toMatch(/href="#from">From: This is not a date.*href="#until">|href="#until">.*href="#from">/s);
    expect(wrong).toContain('value="soon"');
    const api = await r.json("GET", "/v1/audit?since=2026-12-01T22:59:00.000Z&before=2026-12-01T23:00:00.000Z", 200);
    expect(api.data.map(({ action }: { action: string }) => action)).toEqual(["vendor.added"]);
  });

  test("is read page by page, and is in nobody's navigation who may not open it", async () => {
    const r = await registry();
    const { open, send } = await consoleOf(r);
    for (let n = 0; n < 60; n += 1) await send("/console/changes", { reason: `Draft ${n}` });
    const first = await open(`${PATH}?what=change-set.drafted`);
    expect(first.length).toBeLessThan(300_000);
    const next = /class="onward" href="([^"]*)"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(next).toContain("what=change-set.drafted");
    expect([rowsOf(first).length, rowsOf(await open(next)).length]).toEqual([50, 10]);
    const announcer = await consoleOf(r, "announce");
    expect(await announcer.open("/console/changes")).not.toContain('href="/console/log"');
    await announcer.open(PATH, 403);
  });
});

describe("the check of the log", () => {
  test("says how many of each it has read, that nothing was altered, and where the next goes on", async () => {
    const { r } = await toldStory();
    const { open } = await consoleOf(r);
    expect(await open(PATH)).toContain("Check that nothing was altered");

    const page = await open(`${PATH}/check`);

    const { entries, head } = await r.json("GET", "/v1/audit/verify", 200);
    expect(textOf(page)).toContain(`Entries of the log: ${entries} checked`);
    expect(textOf(page)).toMatch(/Deliveries: \d+ checked .*Nothing was altered\./);
    expect(page.trim()).toMatch(/<\/html>$/);
    expect(page).toContain(`<code>${head.hash}</code>`);
    await r.json("POST", "/v1/change-sets", 201, { body: {} });
    const later = textOf(await open(`${PATH}/check?from=${head.hash}`));
    expect(later).toContain("Entries of the log: 1 checked");
    expect(later).toContain("What had been checked before was not read again.");
    expect(textOf(await open(`${PATH}/check?from=${"0".repeat(64)}`))).toContain("1 thing is not as recorded");
    expect(await open(`${PATH}/check?from=abc`, 422)).toContain("This is no hash");
  });

  test("names what was tampered with", async () => {
    const { r } = await toldStory();
    await r.db.transaction((tx) => tamper(tx, "update audit_log set actor = 'system' where sequence = 3"));
    const { open } = await consoleOf(r);
    const page = textOf(await open(`${PATH}/check`));
    expect(page).toMatch(
      /not as recorded Tell whoever runs the registry.*Entries of the log, 3: its hash does not fit/,
    );
    expect(textOf(await open(`${PATH}/check?lang=fr`))).toContain(
      "Entrées du journal, 3 : l’empreinte ne correspond pas",
    );
    expect(page).not.toContain("Nothing was altered");
  });
});
