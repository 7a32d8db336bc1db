import { afterAll, beforeAll, expect, test } from "vitest";
import { problems } from "../src/routes/frame/problem-types.ts";
import { textOf } from "./page/html.ts";
import { expectProblem, type Registry, registry, vendor } from "./setup/registry.ts";

/** The pages of vendors, of comparisons and of problem types, through the front door. */

let r: Registry;
let end: () => Promise<void>;

const attack = `<img src=x onerror="alert(1)"></title><script>alert(1)</script>`;
const html = { accept: "text/html", "accept-language": "en" };
const get = (path: string, headers: Record<string, string> = html) => r.get(path, { key: null, headers });

beforeAll(async () => {
  r = await registry({ atEnd: (ending) => (end = ending) });
  await r.organisation({ name: `Acme ${attack}` });
  await r.listed(vendor({ name: `Harbor ${attack}`, slug: "harbor", legalName: attack }));
  await r.json("POST", "/v1/vendors", 201, { body: vendor({ name: "Only drafted", slug: "drafted" }) });
});

afterAll(() => end());

const PAGES = [
  "/vendors/harbor",
  "/compare",
  "/compare?from=2026-01-01&to=2026-12-31",
  "/problems",
  "/problems/not-found",
];

test.each(PAGES)("%s is a page that caches may keep, answers HEAD, and 304 to whoever has it", async (path) => {
  const page = await get(path);
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=UTF-8"]);
  expect(page.headers.get("cache-control")).toMatch(/max-age=30/);
  expect(page.headers.get("vary")).toContain("Accept-Language");
  const text = await page.text();
  expect(text).not.toMatch(/<script|<img|<iframe/);
  const head = await r.call("HEAD", path, { key: null, headers: html });
  expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", page.headers.get("etag")]);
  const again = await get(path, { ...html, "if-none-match": page.headers.get("etag") ?? "" });
  expect([again.status, again.headers.get("cache-control")]).toEqual([304, page.headers.get("cache-control")]);
});

test.each(["/vendors/drafted", "/vendors/nobody", "/vendors/HARBOR", "/problems/nothing-of-the-kind"])(
  "%s is not there: a page that leads to the list",
  async (path) => {
    const page = await get(path);
    expect(page.status).toBe(404);
    const text = await page.text();
    expect(textOf(text)).toContain("There is nothing here");
    expect(text).toContain('href="/"');
    expect(text).not.toContain("Only drafted");
  },
);

test.each(["/changes?product=app", "/compare?product=app", "/vendors/harbor?product=app"])(
  "%s is refused with a page that says it is of the whole register, in the reader's language",
  async (path) => {
    const page = await get(path);
    expect(page.status).toBe(422);
    const text = textOf(await page.text());
    expect(text).toContain("This page is not narrowed");
    expect(text).toContain("It is about the whole register, and its address asks for a part of it (Product).");
    expect(text).not.toContain("This could not be read");
    expect(text).not.toContain("What cannot be read");
  },
);

test.each([
  ["/vendors/harbor?at=2026-02-30", "/query/at"],
  ["/compare?from=yesterday", "/query/from"],
  ["/compare?from=2026-01-01&to=0000-01-01", "/query/to"],
])("%s is refused, and what is no date is named", async (path, pointer) => {
  await expectProblem(await get(path, {}), 422, "invalid-request", pointer);
  const page = await get(path);
  expect([page.status, textOf(await page.text())]).toEqual([
    422,
    expect.stringContaining(`What cannot be read: ${pointer.split("/").at(-1)}.`),
  ]);
});

test("the `type` of a problem leads to a page that explains it, whichever type there is (RFC 9457, 3.1.1)", async () => {
  const { type } = await expectProblem(await r.get("/v1/vendors/nobody"), 404, "not-found");
  const at = new URL(String(type), "https://list.example/v1/vendors/nobody").pathname;
  expect(at).toBe("/problems/not-found");
  const all = textOf(await (await get("/problems")).text());
  for (const [slug, [status, title, explained]] of Object.entries(problems)) {
    const page = textOf(await (await get(`/problems/${slug}`)).text());
    const plain = explained.replaceAll("`", " ").replace(/\s+/g, " ");
    for (const said of [slug, String(status), title]) expect(page, slug).toContain(said);
    expect(all, slug).toContain(title);
    // Code stands between spaces when its tags are taken away.
    const bare = (text: string) => text.replace(/[\s.,:;]+/g, "");
    expect(bare(page), slug).toContain(bare(plain));
    expect(bare(all), slug).toContain(bare(plain));
  }
});
