import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { firstSignInLink } from "../../src/registry/users/sign-in-links.ts";
import { launchBrowser } from "../setup/browser.ts";
import { openPage, pageIsSound, servedAt } from "../setup/page.ts";
import { registry } from "../setup/registry.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

for (const [width, scheme] of [
  [1280, "light"],
  [375, "dark"],
] as const) {
  test(`at ${width} px, ${scheme}: the first link signs in, somebody is invited, and the session is ended`, async () => {
    const config = { publicUrl: "http://127.0.0.1" };
    const r = await registry({ config });
    const base = await servedAt(r);
    r.deps.config.publicUrl = base;
    const page = await openPage(browser, base, width, scheme);
    await page.goto(`${base}/console/sign-in/${await firstSignInLink(r.deps)}`);
    await pageIsSound(page, base);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "Today" }).waitFor();
    await pageIsSound(page, base);
    await page.getByRole("link", { name: "People" }).click();
    await page.getByLabel("Name").fill("Léa Roth");
    await page.getByLabel("E-mail").fill("admin@localhost.example");
    await page.getByRole("button", { name: "Invite" }).click();
    await page.getByText("Another user has this address.").first().waitFor();
    await pageIsSound(page, base);
    await page.getByLabel("E-mail").fill("lea@acme.example");
    await page.getByRole("button", { name: "Invite" }).click();
    await page.getByRole("status").waitFor();
    await pageIsSound(page, base);
    await page.getByText("lea@acme.example", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByText("You have signed out.").waitFor();
    await pageIsSound(page, base);
    await page.goto(`${base}/console/people`);
    expect(new URL(page.url()).pathname).toBe("/console/sign-in");
  });
}
