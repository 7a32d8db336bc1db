import { once } from "node:events";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { expect, onTestFinished, test } from "vitest";
import { consoleStyle, consoleStylePath } from "../../src/console/style/index.ts";
import { stylesheet, stylesheetPath } from "../../src/page/style/index.ts";
import { kitScreen } from "../setup/kit-screen.tsx";
import { LOOKS, openPage, pageIsSound } from "../setup/page.ts";

for (const [width, scheme] of Object.values(LOOKS)) {
  test(`at ${width} px, ${scheme}: every part of the kit is sound; a table is cards on a phone`, async () => {
    const app = new Hono();
    app.get(stylesheetPath, (c) => c.body(stylesheet, 200, { "content-type": "text/css" }));
    app.get(consoleStylePath, (c) => c.body(consoleStyle, 200, { "content-type": "text/css" }));
    app.get("/assets/*", (c) => c.body("", 200, { "content-type": "text/javascript" }));
    app.get("/", (c) => c.html(kitScreen()));
    const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" });
    await once(server, "listening");
    onTestFinished(() => {
      server.close();
    });
    const address = server.address();
    const base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    const page = await openPage(base, width, scheme);
    await pageIsSound(page, base);
    const [first, second] = await page.locator("tbody tr").first().locator("th, td").all();
    const [upper, lower] = [await first?.boundingBox(), await second?.boundingBox()];
    expect((lower?.y ?? 0) > (upper?.y ?? 0)).toBe(width === 375);
    expect(await page.getByRole("link", { name: "Next page" }).getAttribute("href")).toBe("/?state=open&cursor=b");
  });
}
