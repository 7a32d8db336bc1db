import { readFile, unlink } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runChild } from "./child-process.ts";

/** The server's own argument that names the Node process it works for; see `makeWay`. */
export const ownerFlag = (pid: number) => `registry.owner=${pid}`;

/** What a running PostgreSQL wrote into its cluster's `postmaster.pid`. */
export async function readPidFile(cluster: string): Promise<{ pid: number; port: number; ready: boolean } | undefined> {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" } : undefined;
}

/** The port of the cluster's server while it works for a living process; nothing where it does for none, or is not ready. */
export async function portInUse(cluster: string): Promise<number | undefined> {
  const found = await readPidFile(cluster);
  const running = found?.ready && (await processOf(found.pid));
  return running && worksForItsParent(running, cluster) ? found.port : undefined;
}

/**
 * Makes the cluster free for a new server, or throws one clear line.
 *
 * - Its server works for a living process: refused. Sharing it would end with whoever stops first.
 * - Its server was left behind by a killed Node: stopped cleanly. Its parent is then no longer the owner it was given.
 * - The pid in the file belongs to something else by now: the file is removed, because PostgreSQL would believe it.
 *   Should another start come between, PostgreSQL's lock on the cluster's shared memory still refuses a second server.
 */
export async function makeWay(cluster: string): Promise<void> {
  const found = await readPidFile(cluster);
  if (!found) return;
  const running = await processOf(found.pid);
  if (!running?.command.includes("postgres")) {
    if ((await readPidFile(cluster))?.pid === found.pid) await unlink(join(cluster, "postmaster.pid"));
    return;
  }
  // Some other PostgreSQL, or this folder was renamed under it: PostgreSQL itself knows best, and says so in its log.
  if (!running.command.includes(cluster)) return;
  if (worksForItsParent(running, cluster)) {
    throw new Error(
      `The database in ${cluster} is in use by process ${running.parent}: stop it, or set another DATA_DIR.`,
    );
  }
  await stopLeftover(cluster, found.pid);
}

type Running = { parent: number; command: string };

/** Whether a process is the cluster's server and its parent the Node that started it; another parent took over what was left behind. */
const worksForItsParent = ({ parent, command }: Running, cluster: string): boolean =>
  command.includes(cluster) && command.includes(`${ownerFlag(parent)} `);

async function stopLeftover(cluster: string, pid: number): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 20) {
    const there = (await readPidFile(cluster))?.pid === pid && (await processOf(pid))?.command.includes(cluster);
    if (!there) return;
    // PostgreSQL's "fast" shutdown: ends sessions, writes a checkpoint. Another start may have asked for it already.
    if (waited === 0) process.kill(pid, "SIGINT");
    await sleep(20);
  }
  throw new Error(`PostgreSQL (process ${pid}) was left running in ${cluster} and does not stop.`);
}

/** The parent and the command line of a process, arguments divided and ended by a space. Nothing for a dead one. */
async function processOf(pid: number): Promise<Running | undefined> {
  try {
    if (process.platform === "linux") {
      const stat = await readFile(`/proc/${pid}/stat`, "utf8");
      const [, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const command = await readFile(`/proc/${pid}/cmdline`, "utf8");
      return { parent: Number(parent), command: command.replaceAll("\0", " ") };
    }
    const { stdout } = runChild("ps", ["-ww", "-o", "ppid=,command=", "-p", String(pid)]);
    const [, parent, command] = /^\s*(\d+)\s+(.*)/.exec(stdout) ?? [];
    return command === undefined ? undefined : { parent: Number(parent), command: `${command} ` };
  } catch {
    return undefined;
  }
}
