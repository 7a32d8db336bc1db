import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { clockFrom } from "../src/clock.ts";
import { LOOPBACK, nodeSettings } from "../src/config.ts";
import { connect } from "../src/db/client.ts";
import { startChild } from "../src/local/child-process.ts";
import { greeting } from "../src/local/greeting.ts";
import { startQuickstart } from "../src/local/quickstart.ts";
import { newApiKey } from "../src/model/values/api-key.ts";
import { firstSignInLink } from "../src/registry/users/sign-in-links.ts";

/**
 * The product in workerd, Cloudflare's runtime, as `wrangler dev` runs it: with the same PostgreSQL and mailbox as
 * `npm start`, from the same variables, reloading when a file changes.
 */
async function dev(): Promise<void> {
  const settings = nodeSettings(process.env);
  const { DATA_DIR, PORT } = settings;
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${PORT}`;
  const asked = Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  const closing: (() => Promise<void>)[] = [];
  try {
    const local = await startQuickstart(settings, clockFrom(settings.NOW));
    closing.push(local.stop);
    const adminApiKey = settings.ADMIN_API_KEY ?? newApiKey();
    const host = settings.HOST ?? LOOPBACK;
    const wrangler = await startWrangler({ host, port: PORT }, local.databaseUrl, join(DATA_DIR, "dev.vars"), {
      PUBLIC_URL: publicUrl,
      TOKEN_SECRET: local.tokenSecret,
      ADMIN_API_KEY: adminApiKey,
      MAIL_FROM: settings.MAIL_FROM,
      RESEND_API_KEY: settings.RESEND_API_KEY ?? "re_mailbox",
      RESEND_BASE_URL: local.mailboxUrl ?? settings.RESEND_BASE_URL,
      RESEND_WEBHOOK_SECRET: local.webhookSecrets.join(","),
      NOW: settings.NOW?.toISOString(),
    });
    closing.push(() => stopGroup(wrangler));
    const { db, close } = connect(local.databaseUrl, { max: 1 });
    const signIn = await firstSignInLink({ db, clock: clockFrom(settings.NOW) }).finally(close);
    greetWhenReady(
      PORT,
      greeting({
        publicUrl,
        mailboxUrl: local.mailboxUrl,
        key: settings.ADMIN_API_KEY ? "given" : { made: adminApiKey },
        signIn,
      }),
    );

    const cron = setInterval(() => runCron(PORT), 60_000);
    closing.push(async () => clearInterval(cron));

    const ended = once(wrangler, "exit").then(([code]) => code ?? 1);
    process.exitCode = await Promise.race([asked.then(() => 0), ended]);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/** In a process group of its own: the terminal's Ctrl-C reaches only us, and we stop things in order. */
async function startWrangler(
  { host, port }: { host: string; port: number },
  databaseUrl: string,
  varsFile: string,
  vars: Record<string, string | undefined>,
): Promise<ChildProcess> {
  // In a file only we can read: arguments are visible to everyone on the machine.
  const lines = Object.entries(vars).filter(([, value]) => value !== undefined);
  await writeFile(varsFile, lines.map(([name, value]) => `${name}=${JSON.stringify(value)}\n`).join(""), {
    mode: 0o600,
  });
  const program = join(createRequire(import.meta.url).resolve("wrangler/package.json"), "../bin/wrangler.js");
  const args = ["dev", "--local", "--ip", host, "--port", String(port), "--env-file", varsFile];
  const child = startChild(process.execPath, [program, ...args, "--show-interactive-dev-session=false"], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
    // Where it keeps its settings and temporary files, and how the terminal is.
    passed: ["HOME", "XDG_CONFIG_HOME", "APPDATA", "TMPDIR", "TEMP", "TERM", "NO_COLOR"],
    variables: {
      CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: databaseUrl,
      // Neither ask Cloudflare where we are nor npm for news.
      CLOUDFLARE_CF_FETCH_ENABLED: "false",
      WRANGLER_HIDE_BANNER: "true",
      X_LOCAL_OBSERVABILITY: "false", // it would keep the address of every request
      ...(process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: "1" } : {}),
    },
  });
  if (child.stdout) printWithoutRequests(child.stdout);
  await once(child, "spawn");
  return child;
}

/** What wrangler and the app print, but not the line for each request: its address may hold a token. */
async function printWithoutRequests(output: Readable): Promise<void> {
  for await (const line of createInterface({ input: output })) {
    if (!/^\[wrangler:info\] [A-Z]+ \//.test(stripVTControlCharacters(line))) console.log(line);
  }
}

/** Printed last, below what wrangler has to say. */
async function greetWhenReady(port: number, text: string): Promise<void> {
  for (let seconds = 0; seconds < 60; seconds += 1) {
    const isUp = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return console.log(text);
    await sleep(1000);
  }
}

/** Stops wrangler, and then whatever it left of its process group. */
async function stopGroup(leader: ChildProcess): Promise<void> {
  const signal = (name: NodeJS.Signals) => {
    try {
      if (leader.pid) process.kill(-leader.pid, name);
    } catch {
      // nobody is left
    }
  };
  if (leader.exitCode === null && leader.signalCode === null) {
    const gone = once(leader, "exit");
    const patience = setTimeout(() => signal("SIGKILL"), 10_000);
    signal("SIGINT");
    await gone;
    clearTimeout(patience);
  }
  signal("SIGKILL");
}

/** Locally nothing calls the cron but us. A Worker that is just reloading misses one minute. */
async function runCron(port: number): Promise<void> {
  await fetch(`http://127.0.0.1:${port}/cdn-cgi/local/scheduled?cron=*+*+*+*+*`).catch(() => undefined);
}

await dev().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
