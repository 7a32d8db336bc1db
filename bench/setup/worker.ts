import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../src/local/free-port.ts";
import { newApiKey } from "../../src/model/values/api-key.ts";

export type RunningWorker = {
  url: string;
  adminKey: string;
  /** The WebSocket that speaks the Chrome DevTools Protocol for the Worker's isolate. */
  inspectorUrl: string;
  /** Of wrangler, and of every process it started, workerd among them. */
  processGroup: number;
  stop(): Promise<void>;
};

/** The Worker, minified, in workerd as `wrangler dev` runs it, over a database and a mailbox. */
export async function startWorker(databaseUrl: string, mailboxUrl: string): Promise<RunningWorker> {
  const folder = await mkdtemp(join(tmpdir(), "subprocessor-registry-worker-"));
  const adminKey = newApiKey();
  const vars = {
    PUBLIC_URL: "https://registry.example",
    TOKEN_SECRET: "a secret for benches, 32 characters or more",
    ADMIN_API_KEY: adminKey,
    MAIL_FROM: "Registry <registry@registry.example>",
    RESEND_API_KEY: "re_bench",
    RESEND_BASE_URL: mailboxUrl,
  };
  const varsFile = join(folder, "vars");
  const lines = Object.entries(vars).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`);
  await writeFile(varsFile, lines.join(""));
  const [port, inspectorPort] = [await freePort(), await freePort()];
  const program = join(createRequire(import.meta.url).resolve("wrangler/package.json"), "../bin/wrangler.js");
  const args = ["dev", "--local", "--minify", "--ip", "127.0.0.1", "--port", String(port)];
  args.push("--inspector-port", String(inspectorPort), "--env-file", varsFile, "--persist-to", join(folder, "state"));
  const child = spawn(process.execPath, [program, ...args, "--show-interactive-dev-session=false"], {
    stdio: "ignore",
    detached: true,
    env: {
      ...process.env,
      CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: databaseUrl,
      CLOUDFLARE_CF_FETCH_ENABLED: "false",
      WRANGLER_HIDE_BANNER: "true",
    },
  });
  await once(child, "spawn");
  const group = child.pid ?? 0;
  const stop = async () => {
    const gone = child.exitCode === null && child.signalCode === null ? once(child, "exit") : null;
    process.kill(-group, "SIGKILL"); // nothing of it is kept
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const url = `http://127.0.0.1:${port}`;
    await until(async () => (await fetch(`${url}/readyz`)).ok);
    const targets = await fetch(`http://127.0.0.1:${inspectorPort}/json`);
    const [target] = (await targets.json()) as { webSocketDebuggerUrl: string }[];
    return { url, adminKey, inspectorUrl: target?.webSocketDebuggerUrl ?? "", processGroup: group, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function until(isDone: () => Promise<boolean>): Promise<void> {
  for (let seconds = 0; seconds < 60; seconds += 1) {
    if (await isDone().catch(() => false)) return;
    await sleep(1000);
  }
  throw new Error("The Worker did not start within a minute");
}
