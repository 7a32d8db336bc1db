import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { LOCALES, Locale } from "../../src/model/values/text.ts";
import { renderRegistry } from "../../src/page/register/registry.tsx";
import { stylesheet, stylesheetPath } from "../../src/page/style/index.ts";
import { loadEveryLanguage } from "../../src/words/index.ts";
import { registerOf, TOLD_IN_FULL } from "../page/many.ts";
import { openBrowser } from "../setup/browser.ts";
import { darkIsSound, pageIsSound, tabTo } from "../setup/page.ts";
import { PATIENT } from "../setup/patient.ts";

const BASE = "http://list.example";

const sixty = registerOf(60);
const six = registerOf(6);

type Screen = { width: number; height: number; javaScriptEnabled?: boolean };

/** The page of a list from no server at all, as a browser without script has it unless a check needs one. */
async function shown(register: typeof sixty, path: string, screen: Screen): Promise<Page> {
  const { javaScriptEnabled = false, ...viewport } = screen;
  const context = await (await openBrowser()).newContext({ viewport, javaScriptEnabled });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(PATIENT.timeout);
  const page = await context.newPage();
  await page.route("**/*", (route) => {
    const url = new URL(route.request().url());
    if (url.pathname === stylesheetPath) return route.fulfill({ contentType: "text/css", body: stylesheet });
    const { at, sort, print, lang, ...filters } = Object.fromEntries(url.searchParams);
    const view = { register, today: "2026-11-21", locale: Locale.parse(lang ?? "en"), publicUrl: BASE, at: at || null };
    return route.fulfill({ contentType: "text/html", body: renderRegistry({ ...view, filters, sort, print }) });
  });
  await page.goto(`${BASE}${path}`);
  return page;
}

const heightOf = async (page: Page) => (await page.locator("html").boundingBox())?.height ?? Number.NaN;
/** Rows whose button to open the details stands on their own words. */
const UNDER_ITS_BUTTON = `[...document.querySelectorAll("tr.listed")].flatMap((row) => {
  const words = document.createRange();
  words.selectNodeContents(row.querySelector(".cover"));
  const button = row.nextElementSibling.querySelector("summary").getBoundingClientRect();
  return [...words.getClientRects()].some(({ right, bottom }) => right > button.left && bottom > button.top) ? row.id : [];
})`;

const pagesIn = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

test("sixty vendors under three regimes are six printed pages", async () => {
  const wide = await shown(sixty, "/", { width: 1280, height: 900 });
  expect(pagesIn(await wide.pdf({ format: "A4", preferCSSPageSize: true }))).toBeLessThanOrEqual(6);
});

test("on paper the links about the organisation and the tags of what is to come are as small as the details", async () => {
  const register = registerOf(6, TOLD_IN_FULL);
  register.organisation.website = "https://acme.example";
  const page = await shown(register, "/", { width: 718, height: 1040 });
  await page.emulateMedia({ media: "print" });
  const sizes = (selector: string) =>
    page.evaluate<string[]>(
      `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => getComputedStyle(one).fontSize)`,
    );
  const [details] = await sizes(".details .who");
  for (const selector of ['.about a[href^="http"]', ".coming .tag"])
    expect([...new Set(await sizes(selector))], selector).toEqual([details]);
});

test("with three changes to come, each told in full, they are six screens, and sixteen of a phone, in every language", async () => {
  const full = registerOf(60, TOLD_IN_FULL);
  full.organisation.locales = [...LOCALES];
  await loadEveryLanguage();
  for (const [width, height, screens] of [
    [1280, 900, 6],
    [375, 812, 16],
  ] as const) {
    const page = await shown(full, "/", { width, height });
    for (const locale of LOCALES) {
      await page.goto(`${BASE}/?lang=${locale}`);
      expect((await heightOf(page)) / height, `${locale} at ${width}`).toBeLessThanOrEqual(screens);
      expect(await page.evaluate(UNDER_ITS_BUTTON), `${locale} at ${width}`).toEqual([]);
    }
  }
});

test("languages are all in sight where there is room; on a phone more than two of them open by keyboard, without script", async () => {
  const inAll = registerOf(6);
  inAll.organisation.locales = [...LOCALES];
  const inTwo = registerOf(6);
  inTwo.organisation.locales = ["en", "fr"];
  const seen = (page: Page) => page.locator(".languages a:visible").allTextContents();
  const all = ["English", "Français", "Deutsch", "Español", "Italiano", "Nederlands", "Svenska"];

  expect(await seen(await shown(inAll, "/", { width: 1280, height: 900 }))).toEqual(all);
  expect(await seen(await shown(inTwo, "/", { width: 375, height: 812 }))).toEqual(all.slice(0, 2));
  const phone = await shown(inAll, "/", { width: 375, height: 812 });
  expect(await seen(phone)).toEqual([]);
  await tabTo(phone, ".languages summary");
  await phone.keyboard.press("Enter");
  expect(await seen(phone)).toEqual(all);
});

test("a row is at most three lines; by keyboard alone its details open without script, and the row is told in full", async () => {
  const page = await shown(sixty, "/", { width: 1280, height: 900 });
  const [line, padding] = [17.5, 8];
  for (const row of await page.locator("tr.listed").all())
    expect((await row.boundingBox())?.height).toBeLessThan(4 * line + padding);
  const details = page.locator("details").filter({ hasText: "1 Example Street" }).first();
  expect(await details.getByText("1 Example Street").isVisible()).toBe(false);
  await tabTo(page, ".folded summary");
  await page.keyboard.press("Enter");
  expect(await page.locator(".folded details[open]").count()).toBe(1);
});

test("whoever is led to what is folded sees it: details open by themselves for an address within them", async () => {
  const page = await shown(six, "/", { width: 1280, height: 900 });
  const html = (await page.content()).replace('<div class="details">', '<div class="details" id="within">');
  await page.route("**/within", (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.goto(`${BASE}/within#within`);
  expect(await page.locator(".folded details[open]").count()).toBe(1);
});

test("a filter is a plain form whose results are where one looks, and every filter is in its address", async () => {
  const page = await shown(sixty, "/", { width: 375, height: 812 });
  await page.getByRole("searchbox").fill("heron");
  await page.getByText("Filters", { exact: true }).click();
  await page.getByLabel("Country").selectOption("Outside the EEA");
  await page.getByRole("button", { name: "Show" }).click();
  expect(page.url()).toBe(`${BASE}/?q=heron&category=&country=outside-eea&product=&region=&at=#list`);
  expect(await page.title()).toMatch(/^\d of 60 services · Subprocessors – Acme$/);
  expect((await page.locator("tr.listed").first().boundingBox())?.y).toBeLessThan(812);
});

for (const [name, path, width] of [
  ["a wide screen", "/?print=details", 1280],
  ["a phone", "/?print=details&sort=country", 375],
  ["320 px, as a wide screen at 400 %", "/?q=cloud", 320],
  ["a wide screen at 200 %", "/", 640],
] as const) {
  test(`the list is sound on ${name}, light and dark`, async () => {
    const page = await shown(six, path, { width, height: 800, javaScriptEnabled: true });
    await pageIsSound(page, BASE);
    await darkIsSound(page);
  });
}

const ROOM_BESIDE_HINT = `(() => {
  const field = document.querySelector("#q");
  const text = Object.assign(document.createElement("span"), { textContent: field.placeholder });
  const { font, paddingLeft, paddingRight } = getComputedStyle(field);
  Object.assign(text.style, { font, position: "absolute", whiteSpace: "nowrap" });
  document.body.append(text);
  return field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - text.offsetWidth;
})()`;

test("the search field's hint is shown whole, wide and on a phone, in every language", async () => {
  await loadEveryLanguage();
  for (const width of [1280, 375]) {
    const page = await shown(sixty, "/", { width, height: 900 });
    for (const locale of LOCALES) {
      await page.goto(`${BASE}/?lang=${locale}`);
      const room = await page.evaluate<number>(ROOM_BESIDE_HINT);
      expect(room, `${locale} at ${width}`).toBeGreaterThanOrEqual(0);
    }
  }
});
