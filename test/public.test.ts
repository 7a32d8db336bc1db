import { expect, test } from "vitest";
import { createApp } from "../src/app.ts";
import { LOCALES } from "../src/model/values/text.ts";
import { PublishedList } from "../src/page/formats/published-list.ts";
import { wordsFor } from "../src/words/index.ts";
import { registry, vendor } from "./setup/registry.ts";

const html = { accept: "text/html", "accept-language": "en" };

test("the page shows the list, what is coming, and on its date the change is in force", async () => {
  const r = await registry();
  await r.listed(vendor({ name: "Old Vendor" }));
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, {
    body: vendor({ name: "New Vendor" }),
  });
  const today = await r.json("GET", "/subprocessors.json", 200, { key: null });
  expect(today.vendors.map(({ slug }: { slug: string }) => slug)).toEqual(["old-vendor"]);
  expect(today.upcoming).toMatchObject([
    { slug: "new-vendor", effectiveOn: "2026-12-31", lastDayToObjectOn: "2026-12-21" },
  ]);
  expect(await (await r.get("/", { key: null })).text()).toContain("New Vendor");

  r.setTime("2026-12-30T22:59:59Z"); // 23:59:59 in Paris
  expect((await r.json("GET", "/subprocessors.json", 200)).vendors).toHaveLength(1);
  r.setTime("2026-12-30T23:00:00Z");
  expect((await r.json("GET", "/subprocessors.json", 200)).vendors).toHaveLength(2);
  expect((await r.json("GET", "/subprocessors.json?at=2026-12-30", 200)).vendors).toHaveLength(1);
});

test("every published form of the list is one that its own schema accepts", async () => {
  const r = await registry();
  await r.organisation({ intro: { en: "Hello", fr: "Bonjour" }, products: [{ key: "app", name: "App" }] });
  await r.listed(vendor(), vendor({ legalName: "Second, Inc." }, { products: ["app"] }));
  const list = await r.json("GET", "/.well-known/subprocessors.json", 200, { key: null });
  expect(PublishedList.parse(list)).toEqual(list);
  const schema = await r.json("GET", new URL(list.$schema).pathname, 200, { key: null });
  expect(schema).toMatchObject({ $schema: expect.stringContaining("2020-12"), type: "object" });
});

test("programs anywhere may read the list; nobody may frame the page, and it asks no one else for anything", async () => {
  const r = await registry();
  const list = await r.get("/subprocessors.json", { key: null, headers: { origin: "https://elsewhere.example" } });
  expect(list.headers.get("access-control-allow-origin")).toBe("*");
  const page = await r.get("/", { key: null });
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/script-src|unsafe/);
  expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  expect(page.headers.get("strict-transport-security")).toMatch(/max-age=31536000/);
  const text = await page.text();
  expect(text).not.toMatch(/<script|<iframe|<img|@import|\bon\w+=/i);
  const loaded = [...text.matchAll(/<link [^>]*rel="(?:stylesheet|icon|preload)"[^>]*href="([^"]+)"/g)].map(
    ([, to]) => to,
  );
  expect(loaded.filter((to) => !/^(\/assets\/|data:)/.test(to ?? ""))).toEqual([]);
  expect(loaded.length).toBeGreaterThan(0);
});

test("a reader who has the current page is told so with 304, in each language", async () => {
  const r = await registry();
  await r.listed(vendor());
  const first = await r.get("/", { key: null, headers: html });
  const etag = first.headers.get("etag") ?? "";
  expect(first.headers.get("cache-control")).toMatch(/stale-while-revalidate/);
  expect(first.headers.get("vary")).toContain("Accept-Language");
  const again = await r.get("/", { key: null, headers: { ...html, "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  for (const name of ["cache-control", "vary", "etag"]) {
    expect(again.headers.get(name), name).toBe(first.headers.get(name));
  }
  const french = await r.get("/", {
    key: null,
    headers: { ...html, "accept-language": "fr-CA, en;q=0.5", "if-none-match": etag },
  });
  expect(french.status).toBe(200);
  expect(await french.text()).toContain('<html lang="fr"');
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, { body: vendor() });
  expect((await r.get("/", { key: null, headers: { ...html, "if-none-match": etag } })).status).toBe(200);
});

test("a page is in the language its reader likes best of those it is written in (RFC 9110, 12.5.4)", async () => {
  const r = await registry();
  const liked = [
    ["en;q=0.2, fr;q=0.8", "fr"],
    ["la, fr-CA;q=0.5, en;q=0.4", "fr"],
    ["FR;q=0, la", "en"],
    ["*, fr ; q=0.1", "fr"],
    ["", "en"],
  ] as const;
  for (const [accepted, read] of liked) {
    const page = await r.get("/", { key: null, headers: { ...html, "accept-language": accepted } });
    expect(await page.text(), accepted).toContain(`<html lang="${read}"`);
    expect(page.headers.get("content-language"), accepted).toBe(read);
  }
});

test("every answer that may be cached says so on 304 as well (RFC 9110, 15.4.5), and to any site that may read it", async () => {
  const r = await registry();
  await r.listed(vendor());
  const lists = ["/subprocessors.json", "/.well-known/subprocessors.json"];
  for (const path of ["/", "/changes", "/changes/1", ...lists]) {
    const headers = { origin: "https://elsewhere.example" };
    const first = await r.get(path, { key: null, headers });
    expect(first.status, path).toBe(200);
    const again = await r.get(path, {
      key: null,
      headers: { ...headers, "if-none-match": first.headers.get("etag") ?? "" },
    });
    expect(again.status, path).toBe(304);
    for (const name of ["cache-control", "vary", "etag", "access-control-allow-origin"]) {
      expect(again.headers.get(name), `${path} ${name}`).toBe(first.headers.get(name));
    }
    expect(again.headers.get("cache-control"), path).toMatch(/max-age/);
    expect(again.headers.get("access-control-allow-origin"), path).toBe(lists.includes(path) ? "*" : null);
  }
});

test("the list is served from memory while the database is down, and the API says 503", async () => {
  const r = await registry();
  await r.listed(vendor({ name: "Remembered Vendor" }));
  await r.get("/", { key: null });
  await r.close();
  const page = await r.get("/", { key: null, headers: html });
  expect(page.status).toBe(200);
  const text = await page.text();
  expect(text).toContain("Remembered Vendor");
  expect(text).toContain("from memory");
  expect((await r.json("GET", "/subprocessors.json", 200, { key: null })).vendors).toHaveLength(1);
  expect(await r.json("GET", "/v1/vendors", 503)).toMatchObject({ type: "/problems/database-unavailable" });
  expect((await r.get("/healthz")).status).toBe(200);
  expect((await r.get("/readyz")).status).toBe(503);
});

test("before anything was read, a database that is down makes a page that says so", async () => {
  const r = await registry();
  await r.close();
  const page = await r.get("/", { key: null, headers: html });
  expect([page.status, page.headers.get("content-type")]).toEqual([503, "text/html; charset=UTF-8"]);
  expect((await r.get("/subprocessors.json", { key: null })).headers.get("content-type")).toBe(
    "application/problem+json",
  );
});

test("HTML in any field is text on the page and in the mail", async () => {
  const r = await registry();
  const attack = `<img src=x onerror="alert(1)"></title><script>alert(1)</script>`;
  await r.organisation({ name: `Acme ${attack}`, intro: attack, address: attack });
  await r.follower("a@customer.example");
  await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31&reason=%3Cscript%3E", 201, {
    body: vendor(
      { name: `V ${attack}`, slug: "v", legalName: attack, address: attack },
      { name: attack, purpose: attack, category: attack, dataCategories: [attack], note: attack },
    ),
  });
  await r.drain();
  const pages = ["/", "/changes", "/changes/1", "/?at=2027-01-01", "/?q=%3Cscript%3E"];
  const texts = await Promise.all(pages.map(async (path) => (await r.get(path, { key: null })).text()));
  const [mail] = await r.messages();
  for (const text of [...texts, mail?.html ?? ""]) {
    expect(text).not.toMatch(/<script|<img/);
    expect(text).toContain("&lt;");
  }
  expect(mail?.subject).not.toMatch(/[\r\n]/);
});

test("an address that leads nowhere is a page for people and a problem for programs", async () => {
  const r = await registry();
  const page = await r.get("/changes/99", { key: null, headers: html });
  expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html; charset=UTF-8"]);
  const nowhere = await r.get("/nowhere", { key: null, headers: html });
  expect(nowhere.headers.get("content-type")).toContain("text/html");
  const program = await r.get("/nowhere", { key: null });
  expect(await program.json()).toMatchObject({ type: "/problems/not-found", status: 404 });
});

test.each([
  { path: "/?at=2026-02-30", status: 422, says: ["This could not be read", "Ceci n’a pas pu être lu"] },
  { path: "/%", status: 400, says: ["This could not be read", "Ceci n’a pas pu être lu"] },
  { path: "/nowhere", status: 404, says: ["There is nothing here", "Il n’y a rien ici"] },
  { path: "/subscribe", method: "DELETE", status: 405, says: ["There is nothing here", "Il n’y a rien ici"] },
  {
    path: "/subscribe",
    method: "POST",
    often: true,
    status: 429,
    says: ["Too many requests", "Trop de demandes"],
  },
])("what is refused is a page in a person's language, and a problem for programs: $path $status", async (each) => {
  const { path, method = "GET", status, says, often = false } = each;
  const r = await registry();
  await r.organisation({ locales: ["en", "fr"] });
  const app = createApp(() => ({ deps: r.deps, ip: "203.0.113.7", gate: async () => !often }));
  const ask = (accept: string, language: string) =>
    app.request(path, { method, headers: { accept, "accept-language": language } });

  for (const [at, language] of ["en", "fr"].entries()) {
    const page = await ask("text/html,*/*;q=0.8", language);
    expect([page.status, page.headers.get("content-type")]).toEqual([status, "text/html; charset=UTF-8"]);
    expect(page.headers.get("etag")).toBeNull();
    expect(page.headers.get("vary")).toContain("Accept");
    expect(await page.text()).toContain(says[at]);
    if (often) expect(page.headers.get("retry-after")).toMatch(/^\d+$/);
  }
  expect((await ask("*/*", "en")).headers.get("content-type")).toBe("application/problem+json");
});

test("a date that is none is refused; an empty one is today", async () => {
  const r = await registry();
  expect((await r.get("/?at=&q=&product=", { key: null })).status).toBe(200);
  const refused = await r.get("/?at=2026-02-30", { key: null });
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ errors: [{ pointer: "/query/at" }] });
  const page = await r.get("/?at=2026-02-30", { key: null, headers: html });
  expect(await page.text()).toContain("What cannot be read: at.");
});

test("a registry that nobody has named yet names nobody on its pages, asks for nothing and is not to be found; its mails say so", async () => {
  const r = await registry();
  const page = async (path: string) => (await r.get(path, { key: null, headers: html })).text();
  for (const path of ["/", "/changes", "/compare", "/nowhere"]) {
    for (const lang of ["en", "fr"]) {
      const text = await page(`${path}?lang=${lang}`);
      expect(text, path).not.toMatch(
        /Unnamed|Organisation sans nom|class="languages"|<form method="post"|hreflang|canonical|og:/,
      );
      expect(text, path).toContain('<meta name="robots" content="noindex"/>');
    }
  }
  expect(await page("/?lang=fr")).toContain("<title>Sous-traitants ultérieurs</title>");
  for (const path of ["/feed.atom", "/feed.json", "/calendar.ics", "/embed", "/llms.txt", "/subprocessors.md"])
    for (const lang of LOCALES) {
      const { unnamed } = wordsFor(lang).page;
      const text = await page(`${path}?lang=${lang}`);
      expect(text, path).not.toMatch(/Unnamed/);
      expect(text, path).not.toContain(unnamed);
    }
  // Where the box of "no change yet" stands below a heading, it keeps its distance.
  const changes = await page("/changes");
  expect(changes).toMatch(/<div class="intro"><h1>[^<]*<\/h1><\/div><p class="empty">/);
  const style = await (await r.get(/href="([^"]+\.css)"/.exec(changes)?.[1] ?? "", { key: null })).text();
  expect(style).toContain(".intro + .empty { margin-top: 2rem; }");
  await r.json("POST", "/v1/subscribers", 201, { body: { email: "lecteur@customer.example", locale: "fr" } });
  await r.drain();
  const [mail] = await r.messages("lecteur@customer.example");
  expect(`${mail?.subject} ${mail?.text}`).toContain("Organisation sans nom");
  expect(JSON.stringify(mail)).not.toContain("Unnamed");
});

test("an emergency is named on the page and in the notice", async () => {
  const r = await registry();
  await r.follower("a@customer.example");
  const { changeSet } = await r.json("POST", "/v1/vendors", 201, { body: vendor() });
  const emergency = { reason: "The former host closes its doors tomorrow." };
  await r.json("POST", `/v1/change-sets/${changeSet.number}/announce`, 200, {
    body: { emergency, effectiveOn: "2026-11-22" },
  });
  await r.drain();
  expect(await (await r.get("/", { key: null })).text()).toContain(emergency.reason);
  expect(await (await r.get("/changes/1", { key: null })).text()).toContain(emergency.reason);
  expect((await r.messages())[0]?.text).toContain(emergency.reason);
});
