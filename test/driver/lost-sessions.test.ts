import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { bareDatabase } from "../setup/database.ts";

/**
 * postgres.js 3.4.9 writes to the socket of a session that has ended, which ends the process, and runs what is left of
 * a lost transaction in the next one. `patches` holds what mends it; `npm ci` applies it. In workerd its sockets also err
 * after they are closed, which `test/workerd/sockets.test.ts` shows.
 */
const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");

const RIGHT = `the transaction that lost its session: CONNECTION_CLOSED
the one that waited for the connection: done
the statement after the loss: CONNECTION_CLOSED
the statement under way: CONNECTION_CLOSED
the next one: done
statements without a pause: CONNECTION_CLOSED
written: other, other, again
`;

/** `patience`: milliseconds after which a client is taken to wait for ever. */
async function lostSessions(folder: string, patience = 0): Promise<{ code: number; stdout: string; stderr: string }> {
  const { url, giveBack } = await bareDatabase();
  onTestFinished(giveBack);
  const script = join(import.meta.dirname, "lost-sessions.ts");
  return run(process.execPath, ["--import", "tsx", script, url, folder], { cwd: root, timeout: patience }).then(
    (ended) => ({ code: 0, ...ended }),
    (error) => error,
  );
}

test("a database session that ends fails its own statements, and nothing else: not the process, not the next one", async () => {
  const ended = await lostSessions(join(root, "node_modules/postgres"));
  expect(ended.stderr).toBe("");
  expect(ended.stdout).toBe(RIGHT);
});

test("the client as it is published still ends the process, waits for ever or writes what was lost: once it does not, the patch can go", async () => {
  const folder = await mkdtemp(join(tmpdir(), "published-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const part = (path: string) => cp(join(root, path), join(folder, path), { recursive: true });
  await Promise.all(["package.json", "package-lock.json", "patches", "node_modules/postgres"].map(part));
  await run(process.execPath, [join(root, "node_modules/patch-package/index.js"), "--reverse"], { cwd: folder });

  const ended = await lostSessions(join(folder, "node_modules/postgres"), 120_000);
  // Which of them depends on what comes first.
  expect(ended.stdout).not.toBe(RIGHT);
});
