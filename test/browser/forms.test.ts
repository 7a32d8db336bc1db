import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { darkIsSound, openPage, pageIsSound, servedAt } from "../setup/page.ts";
import { type Registry, registry, vendor } from "../setup/registry.ts";

let r: Registry;
let end: () => Promise<void>;

beforeAll(async () => {
  r = await registry({ atEnd: (ending) => (end = ending) });
  await r.organisation({ name: "Acme", privacyEmail: "privacy@acme.example" });
  await r.listed(
    vendor({ name: "Harbor", slug: "harbor", legalName: "Harbor SAS", contact: { name: "Ada Quay" } }),
    vendor({ name: "Help desk", slug: "desk" }, { category: "Support", locations: [{ country: "US" }] }),
  );
  const safeguards = [{ mechanism: "scc", module: 3 }];
  const body = { services: [{ key: "main", purpose: "Hosting", locations: [{ country: "IN" }], safeguards }] };
  await r.json("PATCH", "/v1/vendors/harbor?announce=true&effectiveOn=2026-12-31", 200, { body });
});

afterAll(() => end());

/** A page of another origin with the list in a frame; its address, until the test ends. */
async function framing(base: string): Promise<string> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><title>Elsewhere</title><iframe title="List" src="${base}/embed">`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}

test("the list stands in a frame of another origin without script, and its links open beside it", async () => {
  const base = await servedAt(r);
  const page = await openPage(await framing(base), 800, "light", false);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("rowheader", { name: "Harbor" }).waitFor();
  const [opened] = await Promise.all([
    page.context().waitForEvent("page"),
    frame.getByRole("link", { name: "Harbor", exact: true }).click(),
  ]);
  await opened.getByRole("heading", { level: 1, name: "Harbor" }).waitFor();
  expect(new URL(opened.url()).pathname).toBe("/vendors/harbor");
  expect(await page.title()).toBe("Elsewhere");
});

test.each([1280, 320])(
  "a vendor, a comparison, a problem and the frame are sound at %i px, light and dark",
  async (width) => {
    const base = await servedAt(r);
    const page = await openPage(base, width);
    for (const path of [
      "/vendors/harbor",
      "/vendors/harbor?at=2026-12-31",
      "/compare",
      "/compare?from=2026-11-21&to=2026-12-31",
      "/?at=2026-02-30",
      "/vendors/nobody",
      "/problems",
      "/problems/effective-date-too-early",
      "/embed",
    ]) {
      await page.goto(`${base}${path}`);
      await pageIsSound(page, base);
      await darkIsSound(page);
    }
  },
);
