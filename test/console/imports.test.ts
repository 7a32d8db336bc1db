import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { consoleOf } from "../setup/console.ts";
import { type Registry, registry, vendor } from "../setup/registry.ts";

type Json = Record<string, unknown>;

const listFile = (...vendors: Json[]) => JSON.stringify({ version: 1, vendors });
const hosting = {
  slug: "hosting",
  name: "Hosting Inc",
  services: [{ purpose: "Runs it", locations: [{ country: "DE" }] }],
};
const mailer = {
  slug: "mailer",
  name: "Mailer",
  services: [{ purpose: "Sends mail", locations: [{ country: "FR" }] }],
};
const moved = { ...hosting, services: [{ purpose: "Runs it", locations: [{ country: "US" }] }] };

/** The text that a reader sees. */
const textOf = (page: string) =>
  page
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;|&quot;/g, "'")
    .replace(/\s+/g, " ");

const pathIn = (response: Response) => response.headers.get("location") ?? "";

describe("an import in the console", () => {
  let r: Registry;
  let end: () => Promise<void>;
  beforeAll(async () => {
    r = await registry({ atEnd: (ending) => (end = ending) });
    await r.organisation();
  });
  afterAll(() => end());

  test("of the first list: pasted, looked at, and published by the button of the checklist", async () => {
    const { open, send } = await consoleOf(r, "announce");
    expect(textOf(await open("/console"))).toContain("Import a list");
    expect(textOf(await open("/console/vendors"))).toContain("Import a list");
    const blank = await open("/console/import");
    expect(textOf(blank)).toContain("An address is not fetched");

    expect((await send("/console/import", { text: " " })).status, "nothing was chosen").toBe(422);
    const bad = await send("/console/import", { text: listFile({ ...hosting, colour: "blue" }), format: "json" });
    expect(bad.status).toBe(422);
    expect(textOf(await bad.text())).toContain("Vendor 1, “colour”: This is not known here.");
    const broken = await send("/console/import", { text: "{", format: "json" });
    expect(textOf(await broken.text()), "of all of a file no place is said").toMatch(
      /saved\. This cannot be read as JSON/,
    );
    const many = Array.from({ length: 30 }, (_, n) => ({ ...hosting, slug: `v${n}`, name: `V${n}`, colour: "blue" }));
    const faulty = textOf(await (await send("/console/import", { text: listFile(...many), format: "json" })).text());
    expect(faulty).toMatch(/Vendor 20, “colour”: .*and 10 more/);
    expect(faulty).not.toContain("Vendor 21,");

    const sent = await send("/console/import", { text: listFile(hosting, mailer) });
    expect(sent.status).toBe(303);
    const path = pathIn(sent);
    const log = textOf(await (await consoleOf(r, "admin")).open("/console/log?what=import.planned"));
    expect(log).toContain("the import planned");
    expect(log, "it has no name, and is there").not.toContain("no longer known");
    const page = textOf(await open(path));
    for (const text of ["2 new", "Hosting Inc", "Runs it · Germany", "Publish the list you have"])
      expect(page).toContain(text);

    const put = await send(`${path}/put`, { do: "publish" });
    expect(pathIn(put)).toMatch(/^\/console\/changes\/\d+\/publish$/);
    const publish = await open(pathIn(put));
    const version = /name="version" value="([^"]+)"/.exec(publish)?.[1] ?? "";
    expect((await send(pathIn(put), { version })).status).toBe(303);
    expect((await r.json("GET", "/subprocessors.json", 200, { key: null })).vendors).toHaveLength(2);
    expect(textOf(await open(path))).toContain("This was put into change 1");
    expect(textOf(await open("/console/import"))).toContain("In a draft");
  });

  test("says of each question what was not understood", async () => {
    const { open, send } = await consoleOf(r, "write");
    const text = "Vendor,Location,Transfer mechanism\nPebble,US,DPF (until further notice)\nTern,US,DPF (Tern LLC)\n";
    const page = textOf(await open(pathIn(await send("/console/import", { text }))));
    expect(page).toContain("Not understood: “until further notice”.");
    expect(page).not.toContain("“Tern LLC”");
  });

  test("of a later list: by kind, with what differs and weighs; what leaves is counted by hand", async () => {
    const { open, send } = await consoleOf(r, "write");
    const path = pathIn(await send("/console/import", { text: listFile(moved, vendor({ name: "Chat" })) }));
    expect(textOf(await open("/console/vendors")), "what a service without a name is for").toContain("Sends mail");
    const page = textOf(await open(`${path}?show=change`));
    for (const text of ["1 new, 1 changed, 1 removed", "Germany", "United States"]) expect(page).toContain(text);
    expect(page, "of this role").not.toContain("Publish the list you have");

    const removed = textOf(await open(`${path}?show=remove`));
    for (const text of ["Mailer", "This removes 1 of 2 vendors", "leave them as they are"])
      expect(removed).toContain(text);
    const unsaid = await send(`${path}/put`, {});
    expect(unsaid.status).toBe(409);
    expect(textOf(await unsaid.text())).toContain("It removes 1: type that number to go on.");
    const put = await send(`${path}/put`, { allowRemovals: "1", reason: "As reviewed" });
    expect(put.status).toBe(303);
    const number = /\d+/.exec(pathIn(put))?.[0];
    expect(await r.json("GET", `/v1/change-sets/${number}`, 200)).toMatchObject({
      reason: "As reviewed",
      changes: [{ vendor: expect.any(String) }, { vendor: "hosting" }, { vendor: "mailer", kind: "removed" }],
    });
    await r.json("DELETE", `/v1/change-sets/${number}`, 204);
  });

  test("leaves what a part of a list does not name, tells when the list has changed, and is deleted", async () => {
    const { open, send } = await consoleOf(r, "write");
    const path = pathIn(await send("/console/import", { text: listFile(moved) }));
    expect(pathIn(await send(`${path}/keep`, {}))).toContain(path);
    expect(textOf(await open(`${path}?show=same`))).toContain("left as it is, as you said");
    const key = "mailer";
    await send(`${path}/skip`, { key, skip: "no" });
    expect(textOf(await open(`${path}?show=remove`))).toContain("Mailer");
    await send(`${path}/skip`, { key, skip: "yes" });

    const { changeSet } = await r.json("PATCH", "/v1/vendors/hosting", 200, { body: { address: "Bonn" } });
    expect(textOf(await open(path))).toContain("has changed since this was compared with it: Hosting Inc");
    expect((await send(`${path}/put`, {})).status).toBe(409);
    await send(`${path}/again`, {});
    expect(textOf(await open(path))).toContain(`Also changed in draft ${changeSet.number}, otherwise than here.`);
    expect(pathIn(await send(`${path}/delete`, {}))).toBe("/console/import");
    await open(path, 404);
    await r.json("DELETE", `/v1/change-sets/${changeSet.number}`, 204);
  });

  test("leaves a new vendor out that somebody says to leave out", async () => {
    const { open, send } = await consoleOf(r, "write");
    const path = pathIn(await send("/console/import", { text: listFile(moved, mailer, vendor({ name: "AWS" })) }));
    expect(textOf(await open(`${path}?show=add`))).toContain("Leave AWS out");

    await send(`${path}/skip`, { key: "aws", skip: "yes" });

    expect(textOf(await open(`${path}?show=same`))).toContain("AWS");
    const put = await send(`${path}/put`, { allowRemovals: "0" });
    const number = /\d+/.exec(pathIn(put))?.[0];
    const { changes } = await r.json("GET", `/v1/change-sets/${number}`, 200);
    expect(changes).toMatchObject([{ vendor: "hosting", kind: "updated" }]);
    await r.json("DELETE", `/v1/change-sets/${number}`, 204);
  });

  test("confirms at once only what has one reading; what may be two places is asked by itself", async () => {
    const { open, send } = await consoleOf(r, "write");
    const text =
      "| Vendor | Purpose | Location |\n|---|---|---|\n| Beta | Mail | Worldwide |\n| Alpha | Mail | CA, USA |\n| Iota | Mail | FR |\n";
    const path = pathIn(await send("/console/import", { text }));
    const page = textOf(await open(path));
    for (const said of ["Yes: Canada", "No: United States", "Confirm the one that has one reading: Places"])
      expect(page).toContain(said);
    expect(page, "no two fields have one name").toMatch(/Beta: “Worldwide”.*Alpha: “CA”/);
    expect(textOf(await open(`${path}?lang=fr`))).toContain("Dans le fichier : ligne 3");
    await send(`${path}/answers`, { do: "confirm:places" });
    const left = textOf(await open(path));
    expect(left).toContain("Yes: Canada");
    expect(left).not.toMatch(/Yes: Worldwide|one reading|Confirm all/);
    const field = /name="(guesses\.g[^"]+)"/.exec(await open(path))?.[1] ?? "";
    await send(`${path}/answers`, { [field]: "no:0" });
    const answered = textOf(await open(`${path}?show=add`));
    expect(answered).not.toMatch(/What to check|What is wrong/);
    expect(answered).toContain("Mail · United States");
    expect(answered, "named once").not.toContain("United States and United States");
    await send(`${path}/delete`, {});
  });

  test("speaks French", async () => {
    const { open, send } = await consoleOf(r, "write");
    const path = pathIn(await send("/console/import", { text: listFile(moved) }));
    const page = textOf(await open(`${path}?lang=fr&show=change`));
    for (const text of ["Import : Texte collé", "1 modifié, 1 retiré", "Allemagne"]) expect(page).toContain(text);
    expect(textOf(await open("/console/import?lang=fr"))).toContain("Importer une liste");
  });

  test("and whatever else the console leads to keep the language that was asked for, before any fragment", async () => {
    const { cookie } = await consoleOf(r);
    const seen = new Set<string>();
    const next = ["/console?lang=fr"];
    for (let path = next.pop(); path !== undefined && seen.size < 40; path = next.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const answer = await r.call("GET", path, { key: null, headers: { cookie, accept: "text/html" } });
      // The log leads to drafts that are deleted.
      if (answer.status === 404) continue;
      const page = await answer.text();
      expect(/ (?:href|action)="[^"]*#[^"]*\?[^"]*"/.exec(page)?.[0], path).toBe(undefined);
      const links = [...page.matchAll(/ href="(\/console[^"]*)"/g)].map(([, to = ""]) => to.replaceAll("&amp;", "&"));
      const lost = links.filter((to) => !/\.[a-z]+$/.test(to) && !/[?&]lang=(fr|en)(&|#|$)/.test(to));
      expect([path, lost]).toEqual([path, []]);
      next.push(...links.filter((to) => /lang=fr/.test(to) && !/\.csv/.test(to)).map((to) => to.replace(/#.*/, "")));
    }
    expect(seen.size).toBeGreaterThan(20);
  });
});
