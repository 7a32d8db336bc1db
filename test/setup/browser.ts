import { existsSync } from "node:fs";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { inject } from "vitest";
import { shared } from "./shared.ts";

const args = [
  // Nothing but this machine exists: neither the page under test nor the browser itself can reach anyone else.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-pings",
  "--no-sandbox", // Chromium refuses to run as root with it, and containers are often root
];

let open: Promise<Browser> | undefined;

/** The browser of this worker. It is started when a test first asks, and ends with the worker: tests have contexts of their own. */
export function openBrowser(): Promise<Browser> {
  open ??= launch();
  return open;
}

/** A headless Chromium: the one npm brought on Linux x64, an installed one elsewhere. Without one it throws. */
async function launch(): Promise<Browser> {
  const attempts: LaunchOptions[] = [{ channel: "chrome" }, { channel: "chromium" }];
  if (existsSync("/usr/bin/chromium")) attempts.push({ executablePath: "/usr/bin/chromium" });
  if (process.platform === "linux" && process.arch === "x64") attempts.unshift(await bundled());

  const reasons: string[] = [];
  for (const attempt of attempts) {
    try {
      return await chromium.launch({ ...attempt, args });
    } catch (error) {
      reasons.push(String(error).split("\n")[0] ?? "");
    }
  }
  throw new Error(
    `The browser tests found no Chromium that starts. Install Chrome or Chromium.\n${reasons.join("\n")}`,
  );
}

/** Its own flags are left aside: made for another place, they switch web security off. */
async function bundled(): Promise<LaunchOptions> {
  return { executablePath: await shared(inject("door"), "chromium") };
}
