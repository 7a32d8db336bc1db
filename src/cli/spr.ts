#!/usr/bin/env node
import { createInterface } from "node:readline/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Host } from "./host.ts";
import { main } from "./main.ts";

/** The command line's process: Node runs this file as it is. */
const host: Host = {
  env: process.env,
  fetch,
  cwd: process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: { out: process.stdout.isTTY === true, err: process.stderr.isTTY === true },
  wait: (milliseconds) => sleep(milliseconds),
  ask: process.stdin.isTTY
    ? async (question) => {
        const lines = createInterface({ input: process.stdin, output: process.stderr });
        const answer = await lines.question(question).finally(() => lines.close());
        return answer.trim();
      }
    : null,
};

// Whoever reads the output may have enough of it.
process.stdout.on("error", (error: Error & { code?: string }) => {
  if (error.code !== "EPIPE") throw error;
});
process.exitCode = await main(process.argv.slice(2), host);
