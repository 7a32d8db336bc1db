#!/usr/bin/env node
import { createInterface } from "node:readline/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { EXIT, Failure, type Host } from "./host.ts";
import { main } from "./main.ts";

/** What a shell has for a process that Ctrl-C has ended. */
const INTERRUPTED = 130;

/** How long what is under way has to end on its own. */
const PATIENCE_MS = 3000;

/** Aborted by Ctrl-C: whatever waits for the registry, for time or for an answer breaks off, and takes back what is half written. */
const stop = new AbortController();

function interrupt(): void {
  if (stop.signal.aborted) process.exit(INTERRUPTED);
  stop.abort();
  setTimeout(() => {
    sayStopped();
    process.exit(INTERRUPTED);
  }, PATIENCE_MS).unref();
}

const sayStopped = () =>
  process.stderr.write(
    "\nStopped. No file is left half written. What the registry was asked already, it may have done: see spr status.\n",
  );

/** The command line's process: Node runs this file as it is. */
const host: Host = {
  env: process.env,
  fetch: (input, init) =>
    fetch(input, { ...init, signal: AbortSignal.any([stop.signal, ...(init?.signal ? [init.signal] : [])]) }),
  cwd: process.cwd(),
  out: (text) => void process.stdout.write(text),
  // Once stopped, why something broke off is known.
  err: (text) => void (stop.signal.aborted || process.stderr.write(text)),
  isTerminal: { out: process.stdout.isTTY === true, err: process.stderr.isTTY === true },
  wait: (milliseconds) => sleep(milliseconds, undefined, { signal: stop.signal }).catch(failStopped),
  ask: process.stdin.isTTY
    ? async (question) => {
        const lines = createInterface({ input: process.stdin, output: process.stderr });
        // A terminal gives Ctrl-C to whoever reads lines from it.
        lines.on("SIGINT", interrupt);
        const asked = lines.question(question, { signal: stop.signal }).catch(failStopped);
        return (await asked.finally(() => lines.close())).trim();
      }
    : null,
};

function failStopped(): never {
  throw new Failure("Stopped.");
}

process.on("SIGINT", interrupt);
// Whoever reads the output may have enough of it.
process.stdout.on("error", (error: Error & { code?: string }) => {
  if (error.code !== "EPIPE") throw error;
});
const ended = await main(process.argv.slice(2), host);
// What was done all the same is no failure.
const isStopped = stop.signal.aborted && ended === EXIT.failed;
if (isStopped) sayStopped();
process.exitCode = isStopped ? INTERRUPTED : ended;
