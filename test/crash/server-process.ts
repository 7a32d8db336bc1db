import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, onTestFinished } from "vitest";

/** The real server, in a process of its own. */
export type ServerProcess = {
  url: string;
  /** The signal that ended it; null when it ended by itself. */
  ended: Promise<NodeJS.Signals | null>;
  signal(name: NodeJS.Signals): void;
  output(): string;
};

type Held = { child: ChildProcessByStdio<Writable, Readable, Readable>; ended: ServerProcess["ended"]; output: string };

const root = resolve(import.meta.dirname, "../..");
const preloads = ["tsx", resolve(import.meta.dirname, "hold.ts"), resolve(import.meta.dirname, "kill-at.ts")];

/** Processes that have read the server's modules, or are at it, while the tests before them run. */
const held: Held[] = [];
const HELD = 2;

afterAll(() => {
  for (const { child } of held.splice(0)) child.kill("SIGKILL");
});

function hold(): Held {
  const { PATH = "", HOME = "" } = process.env;
  const args = [...preloads.flatMap((preload) => ["--import", preload]), "src/server.ts"];
  const child = spawn(process.execPath, args, { cwd: root, env: { PATH, HOME }, stdio: ["pipe", "pipe", "pipe"] });
  const ended = once(child, "exit").then(([, signal]) => signal as NodeJS.Signals | null);
  const begun: Held = { child, ended, output: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      begun.output += chunk;
    });
  }
  child.stdin.on("error", () => {}); // it is gone: its exit says so
  return begun;
}

/** Starts a server and gives it once it takes requests. It is killed with the test at the latest. */
export async function startServer(settings: Record<string, string>): Promise<ServerProcess> {
  const started = held.shift() ?? hold();
  while (held.length < HELD) held.push(hold());
  const { child, ended } = started;
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  const port = await freePort();
  child.stdin.write(JSON.stringify({ ...settings, PORT: `${port}` }));
  let gone = false;
  void ended.then(() => {
    gone = true;
  });
  while (!started.output.includes("The docs")) {
    if (gone) throw new Error(`The server ended before it was ready:\n${started.output}`);
    await sleep(10);
  }
  return {
    url: `http://127.0.0.1:${port}`,
    ended,
    signal: (name) => void child.kill(name),
    output: () => started.output,
  };
}

/** Each start has a port of its own: no connection that a killed server left behind is used again. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address ? address.port : 0;
}
