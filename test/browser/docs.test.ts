import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { listen } from "../../src/node-http.ts";
import { openPage, violations } from "../setup/page.ts";
import { registry } from "../setup/registry.ts";

const WCAG = { type: "tag" as const, values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };

test("the docs begin with the first call, draw every operation, are accessible by light and dark, and ask nobody else", async () => {
  const server = await listen((await registry()).deps, { port: 0, hostname: "127.0.0.1" });
  onTestFinished(async () => {
    server.closeAllConnections();
    await once(server.close(), "close");
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const page = await openPage(`${base}/docs`, 1280);
  await page.getByRole("heading", { name: "The first call" }).waitFor();
  expect(await violations(page, WCAG)).toEqual([]);

  const { paths } = (await (await fetch(`${base}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { tags: string[]; summary: string }>>;
  };
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  const parts = page.getByRole("complementary");
  for (const tag of new Set(operations.flatMap(({ tags }) => tags))) {
    const closed = parts.getByRole("button", { name: `Open Group - ${tag}` });
    if ((await closed.count()) > 0) await closed.click();
  }
  const drawn = await parts.getByRole("link").allInnerTexts();
  for (const { summary } of operations) expect(drawn.join("\n")).toContain(summary);

  // One that is gone to draws its schemas and examples too.
  const announcing = page.getByRole("heading", { name: "Announce a draft" });
  await page.goto(`${base}/docs#tag/change-sets/POST/v1/change-sets/{number}/announce`);
  await announcing.waitFor();
  expect(await violations(page, WCAG)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.reload();
  await announcing.waitFor();
  expect(await page.evaluate("document.body.classList.contains('dark-mode')")).toBe(true);
  expect(await violations(page, WCAG)).toEqual([]);
  const asked = await page.evaluate<string[]>("performance.getEntriesByType('resource').map(({ name }) => name)");
  expect(asked.filter((url) => !url.startsWith(base) && !url.startsWith("data:"))).toEqual([]);
  expect(asked).toContain(`${base}/docs/scalar.js`);
});
