import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import ICAL from "ical.js";
import mammoth from "mammoth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FORMS, type FormName } from "../src/page/formats/forms.ts";
import { announced, customer, organised } from "./setup/answering.ts";
import { expectProblem, type Registry, vendor } from "./setup/registry.ts";

/** The list and its changes in every form there is, through the front door, as whoever takes it along reads it. */

let r: Registry;
let end: () => Promise<void>;
let number: number;

const attack = `<img src=x onerror="alert(1)"></title><script>alert(1)</script>]]>`;
const NAMES = Object.keys(FORMS) as FormName[];
const PATHS = [...NAMES.map((name) => FORMS[name].path), "/robots.txt", "/sitemap.xml", "/llms.txt"];

beforeAll(async () => {
  const products = [{ key: "app", name: "The app" }];
  r = await organised({ name: "Acme & Sons", products }, { atEnd: (ending) => (end = ending) });
  await r.listed(
    vendor({ name: "Harbor", slug: "harbor", legalName: `Harbor ${attack}` }, { purpose: attack, products: ["app"] }),
    vendor({ name: "Mill", slug: "mill" }, { locations: [{ country: "FR" }] }),
  );
  await customer(r, "globex", ["dpo@globex.example"]);
  await r.json("POST", "/v1/users", 201, { body: { email: "op@acme.example", name: "Olga Operator", role: "write" } });
  number = await announced(r);
  await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "Only drafted", slug: "only-drafted" }) });
});

afterAll(() => end());

const get = (path: string, headers: Record<string, string> = {}) => r.get(path, { key: null, headers });
const textAt = async (path: string) => (await get(path)).text();

/** What is read of a form: of a Word document its words. */
async function readAt(path: string): Promise<string> {
  const response = await get(path);
  if (!path.startsWith(FORMS.docx.path)) return response.text();
  return (await mammoth.convertToHtml({ buffer: Buffer.from(await response.arrayBuffer()) })).value;
}

test.each(PATHS)("%s is kept by caches, answers HEAD, and 304 to whoever has it (RFC 9110, 15.4.5)", async (path) => {
  const first = await get(path, { origin: "https://elsewhere.example" });
  expect(first.status).toBe(200);
  expect(first.headers.get("cache-control")).toMatch(/max-age=30/);
  expect(first.headers.get("vary")).toContain("Accept-Language");
  const etag = first.headers.get("etag") ?? "";
  const head = await r.call("HEAD", path, { key: null });
  expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", etag]);
  r.passHours(1);
  const again = await get(path, { "if-none-match": etag, origin: "https://elsewhere.example" });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  for (const name of ["cache-control", "vary", "etag", "access-control-allow-origin"])
    expect(again.headers.get(name), name).toBe(first.headers.get(name));
});

test.each(NAMES)(
  "%s is what its media type says, in a language that is asked for, and any program may read it",
  async (name) => {
    const { path, type } = FORMS[name];
    const answer = await get(`${path}?lang=fr`);
    expect(answer.headers.get("content-type")).toMatch(
      new RegExp(`^${type.replace("+", "\\+")}(; charset=utf-8)?$`, "i"),
    );
    if (name !== "json") expect(answer.headers.get("content-language")).toBe("fr");
    expect(answer.headers.get("access-control-allow-origin")).toBe(name === "embed" ? null : "*");
  },
);

test.each([
  ...NAMES.map((name) => FORMS[name].path),
  "/llms.txt",
  "/sitemap.xml",
  "/",
  "/changes",
  "/vendors/harbor",
  "/compare?from=2026-01-01&to=2027-12-31",
])("%s shows no draft, no customer and nobody who operates the registry", async (path) => {
  expect(await readAt(path)).not.toMatch(/drafted|globex|Olga|op@acme|ADMIN_API_KEY|authors/i);
});

test.each(NAMES.filter((name) => FORMS[name].of === "list"))(
  "%s is of a date, a product and a region; what is none of them is refused",
  async (name) => {
    const { path } = FORMS[name];
    // The JSON goes on with what is to come.
    const [before = ""] = (await readAt(`${path}?at=2026-12-30`)).split('"upcoming"');
    expect(before).not.toContain("HubSpot");
    expect(await readAt(`${path}?at=2026-12-31&product=&region=&lang=`)).toContain("HubSpot");
    expect(await readAt(`${path}?product=app`)).toContain("Mill");
    for (const [query, pointer] of [
      ["at=2026-02-30", "/query/at"],
      ["product=nothing", "/query/product"],
      ["region=nowhere", "/query/region"],
      ["lang=%00", "/query/lang"],
    ] as const)
      await expectProblem(await get(`${path}?${query}`), 422, "invalid-request", pointer);
    // What could not say that a list is not recorded refuses it; any other says so.
    const early = await get(`${path}?at=2020-01-01`);
    if (name === "csv" || name === "cdx") await expectProblem(early, 422, "invalid-request", "/query/at");
    else if (name === "json")
      expect(await early.json()).toMatchObject({ vendors: [], upcoming: [{ slug: "hubspot" }] });
    else expect(await readAt(`${path}?at=2020-01-01`)).toContain("This register begins on");
  },
);

test.each(NAMES.filter((name) => FORMS[name].of === "changes"))(
  "%s is of the whole register: what would narrow a list is refused, and what is empty asks for nothing",
  async (name) => {
    const { path } = FORMS[name];
    for (const [query, pointer] of [
      ["at=2026-12-30", "/query/at"],
      ["product=app", "/query/product"],
      ["region=eu", "/query/region"],
    ] as const)
      await expectProblem(await get(`${path}?${query}`), 422, "invalid-request", pointer);
    expect((await get(`${path}?product=&utm_source=mail`)).status).toBe(200);
  },
);

test.each([
  ["/changes", ["at", "product", "region"]],
  ["/changes/1", ["at", "product", "region"]],
  ["/vendors/hubspot", ["product", "region"]],
  ["/compare", ["at", "product", "region"]],
])("the page %s is of all products and regions, and refuses what would narrow a list", async (path, names) => {
  for (const name of names) {
    const value = name === "at" ? "2026-12-30" : "app";
    await expectProblem(await get(`${path}?${name}=${value}`), 422, "invalid-request", `/query/${name}`);
  }
  expect((await get(`${path}?product=&utm_source=mail`)).status).toBe(200);
});

test("the feeds are read by a reader of feeds; an item's id and time stay what they are until something happens to it", async () => {
  const atom = parseAtomFeed(await textAt("/feed.atom"));
  const feed = parseJsonFeed(await textAt("/feed.json"));
  const id = `https://registry.example/changes/${number}`;
  for (const lang of ["en", "fr"]) {
    expect(JSON.parse(await textAt(`/feed.json?lang=${lang}`))).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      language: lang,
    });
    expect(await textAt(`/feed.atom?lang=${lang}`)).toContain(`xml:lang="${lang}"`);
  }
  const set = await r.json("GET", `/v1/change-sets/${number}`, 200);
  expect(atom).toMatchObject({
    id: "https://registry.example/changes",
    title: { value: expect.stringContaining("Acme & Sons") },
    updated: set.updatedAt,
  });
  expect(atom.entries?.[0]).toMatchObject({ id, updated: set.updatedAt, published: set.announcedAt });
  expect(feed.items?.[0]).toMatchObject({ id, url: id, title: "Added: HubSpot" });
  expect(new Date(String(feed.items?.[0]?.date_modified)).toISOString()).toBe(set.updatedAt);
  for (const told of ["HubSpot", "31 December 2026"]) {
    expect(feed.items?.[0]?.content_html).toContain(told);
    expect(atom.entries?.[0]?.content?.value).toContain(told);
  }
  for (const text of [await textAt("/feed.atom"), JSON.stringify(feed.items)])
    expect(text).not.toMatch(/<(script|img)/);
});

test("the calendar is read by a reader of calendars: the last day to object, and the day of the effect", async () => {
  const calendar = new ICAL.Component(ICAL.parse(await textAt("/calendar.ics")));
  expect(calendar.getFirstPropertyValue("name")).toContain("Acme & Sons");
  const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  expect(events.map(({ uid, startDate }) => [uid, startDate.toString()])).toEqual([
    [`change-set-${number}-objection@registry.example`, "2026-12-21"],
    [`change-set-${number}-effective@registry.example`, "2026-12-31"],
  ]);
});

test("the CycloneDX document is valid by the schema of 1.6, with a service for each of the list", async () => {
  const text = await textAt("/subprocessors.cdx.json");
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  expect(await validator.validate(text)).toBeNull();
  const { services, serialNumber } = JSON.parse(text);
  expect(services.map(({ name }: { name: string }) => name)).toEqual(["Harbor", "Mill"]);
  expect(JSON.parse(await textAt("/subprocessors.cdx.json")).serialNumber).toBe(serialNumber);
  expect(JSON.parse(await textAt("/subprocessors.cdx.json?product=app")).serialNumber).not.toBe(serialNumber);
});

test("the list in a frame: anybody may put it there, nothing else; no script, no form, and its links open beside it", async () => {
  const framed = await get("/embed");
  expect(framed.headers.get("x-frame-options")).toBeNull();
  expect(framed.headers.get("content-security-policy")).toContain("frame-ancestors *");
  expect(framed.headers.get("content-security-policy")).toContain("default-src 'none'");
  for (const path of ["/", "/embed/", "/changes", "/vendors/mill"]) {
    const { headers } = await get(path);
    expect(headers.get("x-frame-options"), path).toBe("DENY");
    expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
  }
  const html = await framed.text();
  expect(html).not.toMatch(/<(script|form|iframe|img|base)|javascript:/);
  const links = html.match(/<a [^>]*>/g) ?? [];
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) expect(link).toMatch(/target="_blank" rel="noopener"/);
});

test("robots find the pages that are kept, and are told to leave alone what was mailed to one person", async () => {
  const found = await textAt("/sitemap.xml");
  const pages = [...found.matchAll(/<loc>https:\/\/registry\.example(.*?)<\/loc>/g)].map(([, path]) => path ?? "");
  expect(pages).toEqual(expect.arrayContaining(["/", "/changes", "/vendors/mill", `/changes/${number}`]));
  for (const path of pages) expect((await get(path)).status, path).toBe(200);
  const robots = await textAt("/robots.txt");
  expect(robots).toContain("Sitemap: https://registry.example/sitemap.xml");
  for (const path of ["/respond/", "/preferences/", "/v1/"]) expect(robots).toContain(`Disallow: ${path}`);
});

test("language models are told what is here, and where; each address answers", async () => {
  const text = await textAt("/llms.txt");
  expect(text).toMatch(/^# .*Acme & Sons\n\n> /);
  const paths = [...text.matchAll(/\(https:\/\/registry\.example(.*?)\)/g)].map(([, path]) => path ?? "");
  expect(paths).toEqual(expect.arrayContaining(Object.values(FORMS).map(({ path }) => path)));
  for (const path of paths) expect((await get(path)).status, path).toBe(200);
});

test("the page leads to each form, by links and in its head, narrowed as it is; it says what it is where it is shared", async () => {
  const html = await (await get("/?product=app&at=2026-12-31", { accept: "text/html" })).text();
  for (const { path, of, type } of Object.values(FORMS)) {
    const address = of === "list" ? `${path}?at=2026-12-31&amp;product=app` : path;
    expect(html).toContain(`<a href="${address}"`);
    expect(html).toMatch(
      new RegExp(
        `<link rel="alternate" type="${type.replace("+", "\\+")}"[^>]*href="${address.replaceAll("?", "\\?").replaceAll(".", "\\.")}"`,
      ),
    );
  }
  const home = await textAt("/");
  for (const tag of ["og:title", "og:description", "og:site_name"]) expect(home).toContain(`<meta property="${tag}"`);
  expect(home).toContain('<meta property="og:url" content="https://registry.example/"');
  const icon = /<link rel="icon" href="([^"]+)"/.exec(home)?.[1] ?? "";
  expect((await get(icon)).headers.get("content-type")).toBe("image/svg+xml");
  expect((await get("/favicon.ico")).headers.get("content-type")).toBe("image/x-icon");
});
