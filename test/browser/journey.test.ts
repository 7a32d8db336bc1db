import { once } from "node:events";
import { AxeBuilder } from "@axe-core/playwright";
import { serve } from "@hono/node-server";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { launchBrowser } from "../setup/browser.ts";
import { type Registry, registry, vendor } from "../setup/registry.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The registry on a port of its own, as a browser reaches it. */
async function served(): Promise<{ r: Registry; base: string }> {
  const config = { publicUrl: "" };
  const r = await registry({ config });
  const server = serve({ fetch: r.app.fetch, port: 0, hostname: "127.0.0.1" });
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  r.deps.config.publicUrl = base;
  await r.organisation({
    name: "Acme",
    privacyEmail: "privacy@acme.example",
    products: [
      { key: "app", name: "The app" },
      { key: "api", name: "The API" },
    ],
  });
  await r.listed(
    vendor({ name: "Host", legalName: "Host SAS" }, { category: "Hosting", products: ["app"] }),
    vendor({ name: "Help desk" }, { category: "Support", locations: [{ country: "US" }] }),
  );
  return { r, base };
}

/** What every page must be: accessible, no wider than the screen, and asking no other server for anything. */
async function pageIsSound(page: Page, base: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    page.url(),
  ).toEqual([]);
  const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
  const asked = await page.evaluate<string[]>("performance.getEntriesByType('resource').map(({ name }) => name)");
  expect(asked.filter((url) => !url.startsWith(base) && !url.startsWith("data:"))).toEqual([]);
}

/** Reaches a control with the Tab key alone. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
  }
  throw new Error(`Tab never reached ${selector} on ${page.url()}`);
}

/** Presses Enter on what has the focus, and waits for the page it leads to. */
async function submit(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Enter")]);
  await page.waitForLoadState();
}

async function open(base: string, width: number, colorScheme: "light" | "dark" = "light"): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, javaScriptEnabled: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    // 404 and 410 pages are meant; anything else (a blocked style, a broken link) is not.
    expect(complaints.filter((text) => !/40[4]|410|422/.test(text))).toEqual([]);
  });
  await page.goto(base);
  return page;
}

async function linkIn(r: Registry, kind: string): Promise<string> {
  await r.drain();
  const mail = (await r.messages("dpo@customer.example")).at(-1);
  return new RegExp(`http://127\\.0\\.0\\.1:\\d+/${kind}/[\\w-]+`).exec(mail?.text ?? "")?.[0] ?? "";
}

for (const width of [1280, 360]) {
  test(`by keyboard alone, at ${width} px: follow, confirm, choose, leave, come back`, async () => {
    const { r, base } = await served();
    const page = await open(base, width);
    await pageIsSound(page, base);

    await tabTo(page, "input[name=email]");
    await page.keyboard.type("dpo@customer.example");
    await submit(page);
    await pageIsSound(page, base);

    await page.goto(await linkIn(r, "confirm"));
    await pageIsSound(page, base);
    await tabTo(page, "button");
    await submit(page);
    await pageIsSound(page, base);
    expect((await r.json("GET", "/v1/subscribers", 200)).data).toMatchObject([{ status: "active" }]);

    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, {
      body: vendor({ name: "Newsletter tool" }),
    });
    await page.goto(await linkIn(r, "preferences"));
    await pageIsSound(page, base);
    await tabTo(page, "input[name=products]");
    await page.keyboard.press("Space");
    await tabTo(page, "main form button");
    await submit(page);
    await pageIsSound(page, base);
    expect((await r.json("GET", "/v1/subscribers", 200)).data).toMatchObject([{ products: ["app"] }]);

    await page.goto(await linkIn(r, "unsubscribe"));
    await pageIsSound(page, base);
    await tabTo(page, "main form button");
    await submit(page);
    await pageIsSound(page, base);
    expect((await r.json("GET", "/v1/subscribers", 200)).data).toMatchObject([{ status: "unsubscribed" }]);
    await tabTo(page, "main form button");
    await submit(page);
    expect((await r.json("GET", "/v1/subscribers", 200)).data).toMatchObject([{ status: "active" }]);
  });

  test(`every page is sound at ${width} px, light and dark, in both languages`, async () => {
    const { r, base } = await served();
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, {
      body: vendor({ name: "Newsletter tool" }),
    });
    await r.json("POST", "/v1/vendors?announce=true&effectiveOn=2026-12-31", 201, {
      body: vendor({ name: "Withdrawn tool" }),
    });
    await r.json("POST", "/v1/change-sets/3/withdraw", 200, { body: {} });
    const paths = ["/", "/?lang=fr", "/?q=nothing+like+it", "/?product=app", "/?at=2026-11-20", "/?at=2027-01-01"];
    paths.push(
      "/changes",
      "/changes/1",
      "/changes/2?lang=fr",
      "/changes/3",
      "/changes/99",
      "/confirm/unknown",
      "/nowhere",
    );
    for (const scheme of ["light", "dark"] as const) {
      const page = await open(base, width, scheme);
      for (const path of paths) {
        await page.goto(`${base}${path}`);
        await pageIsSound(page, base);
      }
    }
  });
}

test("a mistyped address gets the form back, with what was typed and what is wrong", async () => {
  const { base } = await served();
  const page = await open(base, 1280);
  await page.locator("form[action='/subscribe']").evaluate("(form) => { form.noValidate = true }");
  await page.fill("input[name=email]", "dpo@customer");
  await page.focus("form[action='/subscribe'] button");
  await submit(page);
  expect(await page.inputValue("input[name=email]")).toBe("dpo@customer");
  await pageIsSound(page, base);
});

test("the filters work as a plain form and as links", async () => {
  const { base } = await served();
  const page = await open(base, 1280);
  await page.fill("input[name=q]", "desk");
  await submit(page);
  const main = await page.locator("main").innerText();
  expect(main).toContain("Help desk");
  expect(await page.locator("article.service").count()).toBe(1);
});

test("an empty registry is a page one can show", async () => {
  const r = await registry();
  const server = serve({ fetch: r.app.fetch, port: 0, hostname: "127.0.0.1" });
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  for (const width of [1280, 360]) await pageIsSound(await open(base, width), base);
});
