import { setTimeout as wait } from "node:timers/promises";
import { runAction } from "./github/action.ts";
import type { Host } from "./host.ts";

/** The process of `action.yml`. */
const host: Host = {
  env: process.env,
  fetch,
  cwd: process.env.GITHUB_WORKSPACE ?? process.cwd(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal: { out: false, err: false },
  wait: (milliseconds) => wait(milliseconds),
  ask: null,
};
process.exitCode = await runAction(host);
