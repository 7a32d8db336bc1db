import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { inject, onTestFinished } from "vitest";
import { freePort } from "../../src/local/free-port.ts";
import { shared } from "../setup/shared.ts";

/** The real server, in a process of its own. */
export type ServerProcess = {
  url: string;
  /** The signal that ended it; null when it ended by itself. */
  ended: Promise<NodeJS.Signals | null>;
  signal(name: NodeJS.Signals): void;
  output(): string;
};

/**
 * Starts a server and gives it once it takes requests. It is killed with the test at the latest. Each start has a port of its
 * own: no connection that a killed server left behind is used again.
 */
export async function startServer(settings: Record<string, string>): Promise<ServerProcess> {
  const [{ main, killAt }, port] = await Promise.all([shared(inject("door"), "server"), freePort()]);
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["--import", killAt, main], {
    env: { PATH, HOME, NODE_COMPILE_CACHE: `${dirname(main)}/compiled`, ...settings, PORT: `${port}` },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit").then(([, signal]) => signal as NodeJS.Signals | null);
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  let output = "";
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
        if (output.includes("The docs")) resolve();
      });
    }
  });
  const early = ended.then(() => {
    throw new Error(`The server ended before it was ready:\n${output}`);
  });
  await Promise.race([ready, early]);
  early.catch(() => {});
  return {
    url: `http://127.0.0.1:${port}`,
    ended,
    signal: (name) => void child.kill(name),
    output: () => output,
  };
}
