import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, inject, onTestFinished, test, vi } from "vitest";
import { openBrowser } from "../setup/browser.ts";
import { freshDatabase } from "../setup/database.ts";
import { PATIENT } from "../setup/patient.ts";
import { shared } from "../setup/shared.ts";
import { appUrl } from "../setup/template.ts";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}

/** The Node server as it is deployed, with Swagger UI's files beside the app. */
async function startServer(): Promise<string> {
  const { main } = await shared(inject("door"), "server");
  const database = await freshDatabase();
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env.PATH ?? "",
      PORT: `${port}`,
      DATABASE_URL: appUrl(database.url),
      TOKEN_SECRET: "a secret for tests, 32 characters or more",
      RESEND_API_KEY: "re_test",
      RESEND_BASE_URL: "http://127.0.0.1:9", // nothing is sent
    },
  });
  onTestFinished(async () => {
    if (child.exitCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    await database.giveBack();
  });
  const base = `http://127.0.0.1:${port}`;
  await vi.waitFor(async () => expect((await fetch(`${base}/readyz`)).status).toBe(200), PATIENT);
  return base;
}

test("the docs draw every operation, without a complaint of the browser and without asking anyone else", async () => {
  const base = await startServer();
  const page = await (await openBrowser()).newPage();
  onTestFinished(() => page.close());
  page.setDefaultTimeout(PATIENT.timeout);
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => asked.push(request.url()));

  await page.goto(`${base}/docs`);
  await page.locator(".opblock").first().waitFor();

  const { paths } = (await (await fetch(`${base}/openapi.json`)).json()) as { paths: Record<string, object> };
  const operations = Object.values(paths).flatMap((methods) => Object.keys(methods));
  expect(await page.locator(".opblock").count()).toBe(operations.length);
  // One that is opened draws its schemas and examples too.
  await page.locator(".opblock-summary-control").first().click();
  await page.locator(".opblock .responses-wrapper").first().waitFor();
  expect(complaints).toEqual([]);
  expect(asked.filter((url) => !url.startsWith(base) && !url.startsWith("data:"))).toEqual([]);
  expect(asked).toContain(`${base}/docs/swagger-ui-bundle.js`);
});
