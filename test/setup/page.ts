import { once } from "node:events";
import { serve } from "@hono/node-server";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { openBrowser } from "./browser.ts";
import { PATIENT } from "./patient.ts";
import type { Registry } from "./registry.ts";

/** Puts a registry on a port of its own, as a browser reaches it, until the test ends. Gives its address. */
export async function servedAt(r: Registry): Promise<string> {
  const server = serve({ fetch: r.app.fetch, port: 0, hostname: "127.0.0.1" });
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

type Violation = [rule: string, html: string[]];

/**
 * What axe finds wrong by these rules. It is run in the page itself, as ours have no frames: `@axe-core/playwright` opens
 * a second page for each run, which takes longer than the run.
 */
export async function violations(page: Page, runOnly: axe.RunOnly): Promise<Violation[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly, resultTypes: ["violations"] } satisfies axe.RunOptions);
  return page.evaluate<Violation[]>(`axe.run(document, ${options}).then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`);
}

const RULES: axe.RunOnly = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] };

/** What every page must be: accessible, no wider than the screen, and asking no other server for anything. */
export async function pageIsSound(page: Page, base: string): Promise<void> {
  expect(await violations(page, RULES), page.url()).toEqual([]);
  await fitsTheScreen(page);
  const asked = await page.evaluate<string[]>("performance.getEntriesByType('resource').map(({ name }) => name)");
  expect(asked.filter((url) => !url.startsWith(base) && !url.startsWith("data:"))).toEqual([]);
}

export async function fitsTheScreen(page: Page): Promise<void> {
  const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** How a page of the console is looked at. A test walks in one look, and has each page checked in both. */
export const LOOKS = { wide: [1280, "light"], phone: [375, "dark"] } as const;

const LAYOUT: axe.RunOnly = {
  type: "rule",
  values: [
    "color-contrast",
    "link-in-text-block",
    "target-size",
    "scrollable-region-focusable",
    "heading-order",
    "label",
  ],
};

/** Sound as it is looked at; and in the other look by what width and colours can change: the markup is the same. */
export async function soundInBothLooks(page: Page, base: string): Promise<void> {
  await pageIsSound(page, base);
  const own = page.viewportSize();
  const isWide = own?.width === LOOKS.wide[0];
  await lookAt(page, isWide ? LOOKS.phone : LOOKS.wide);
  expect(await violations(page, LAYOUT), `${page.url()}, ${isWide ? "on a phone in the dark" : "wide"}`).toEqual([]);
  await fitsTheScreen(page);
  await lookAt(page, isWide ? LOOKS.wide : LOOKS.phone);
}

async function lookAt(page: Page, [width, colorScheme]: (typeof LOOKS)[keyof typeof LOOKS]): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
}

const COLOURS: axe.RunOnly = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What may differ in the dark of a page that is sound in the light: the stylesheet gives it other colours, and nothing else. */
export async function darkIsSound(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violations(page, COLOURS), `${page.url()}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
}

/** Reaches a control with the Tab key alone. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`Tab never reached ${selector} on ${page.url()}`);
}

/** Presses Enter on what has the focus, and waits for the page it leads to. */
export async function submit(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Enter")]);
  await page.waitForLoadState();
}

/** A page of its own, which must ask for nothing it does not get. */
export async function openPage(
  base: string,
  width: number,
  colorScheme: "light" | "dark" = "light",
  javaScriptEnabled = true,
): Promise<Page> {
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, javaScriptEnabled });
  context.setDefaultTimeout(PATIENT.timeout);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    // 403, 404, 409 and 410 pages are meant; anything else (a blocked style, a broken link) is not.
    expect(complaints.filter((text) => !/40[349]|410|422/.test(text))).toEqual([]);
  });
  await page.goto(base);
  return page;
}

// A page's parts as a screen reader finds them: by role and name, or by what they say. Headings are found by a part of the name.

export const link = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("link", { name, exact: true }).first();
export const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
export const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
export const headed = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
export const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
export const said = (page: Page, text: string | RegExp) => page.getByRole("status").filter({ hasText: text }).waitFor();

/** Opens a screen of the console by the navigation, with the Enter key. */
export async function turnTo(page: Page, name: string): Promise<void> {
  const navigation = page.getByRole("navigation", { name: "Console" });
  await navigation.getByRole("link", { name, exact: true }).press("Enter");
  await headed(page, name);
}
