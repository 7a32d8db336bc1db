import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runChild, startChild } from "../src/local/child-process.ts";
import { type LocalPostgres, startPostgres } from "../src/local/postgres.ts";

let dataDir: string;
const started: LocalPostgres[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "local-postgres-"));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(started.splice(0).map((server) => server.stop()));
  await rm(dataDir, { recursive: true });
});

async function start(): Promise<LocalPostgres> {
  const server = await startPostgres({ dataDir });
  started.push(server);
  return server;
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, fetch_types: false });
  try {
    return (await sql.unsafe(statement)).map((row) => Object.values(row)[0]);
  } finally {
    await sql.end();
  }
}

/** A process of its own that starts the server and commits a row; resolves once that has happened. */
async function startInAnotherProcess() {
  const program = fileURLToPath(new URL("../src/local/postgres.ts", import.meta.url));
  const source = `
    import { startPostgres } from ${JSON.stringify(program)};
    import postgres from "postgres";
    const { url } = await startPostgres({ dataDir: process.argv[1] });
    await postgres(url)\`create table kept as select 'committed' as word\`;
    console.log("ready");
    setInterval(() => {}, 1000);`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", source, dataDir];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

test("the first start makes a UTF-8 cluster that is the same on every machine, and reachable only with its password", async () => {
  const { url } = await start();
  expect(
    await query(url, "select concat(current_setting('server_encoding'), ' ', datlocale) from pg_database limit 1"),
  ).toEqual(["UTF8 C.UTF-8"]);
  expect(await query(url, "select upper('é') || current_setting('TimeZone')")).toEqual(["ÉUTC"]);
  expect((await stat(join(dataDir, "postgres", "password"))).mode & 0o777).toBe(0o600);
  const wrong = new URL(url);
  wrong.password = "wrong";
  await expect(query(wrong.href, "select 1")).rejects.toThrow("password authentication failed");
});

test("the server gets none of our environment, which may hold secrets", async () => {
  vi.stubEnv("TOKEN_SECRET", "a secret of ours");
  const { url } = await start();
  const sql = postgres(url, { max: 1, fetch_types: false });
  await sql.unsafe("create table environment (line text); copy environment from program 'env'");
  const lines = (await sql<{ line: string }[]>`select line from environment`).map(({ line }) => line);
  await sql.end();
  expect(lines).toContain("TZ=UTC");
  expect(lines.join("\n")).not.toMatch(/SECRET|secret/);
});

test("no program we start gets more of our environment than what it needs and is named", async () => {
  vi.stubEnv("ADMIN_API_KEY", "a key of ours");
  vi.stubEnv("TERM", "dumb");
  const program = ["-p", "JSON.stringify(process.env)"];
  const variables = { LC_ALL: "C" };
  const child = startChild(process.execPath, program, { passed: ["TERM", "NOT_SET"], variables });
  const printed: Buffer[] = [];
  child.stdout?.on("data", (piece) => printed.push(piece));
  await once(child, "close");

  const { PATH } = process.env;
  expect(JSON.parse(Buffer.concat(printed).toString())).toEqual({ PATH, TERM: "dumb", LC_ALL: "C" });
  expect(JSON.parse(runChild(process.execPath, program).stdout)).toEqual({ PATH });
  expect(runChild("no-such-program", [])).toEqual({ status: null, stdout: "" });
});

test("a restart keeps the data", async () => {
  const first = await start();
  await query(first.url, "create table kept as select 'committed' as word");
  await first.stop();
  await first.stop();
  expect(existsSync(join(dataDir, "postgres", "data", "postmaster.pid"))).toBe(false);

  const second = await start();
  expect(await query(second.url, "select word from kept")).toEqual(["committed"]);
});

test("after its Node was killed, the server left running is replaced and what was committed is there", async () => {
  const child = await startInAnotherProcess();
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(existsSync(join(dataDir, "postgres", "data", "postmaster.pid"))).toBe(true);

  const { url } = await start();
  expect(await query(url, "select word from kept")).toEqual(["committed"]);
});

test("while another process uses it, a start is refused in one line that names the process, and disturbs nothing", async () => {
  const child = await startInAnotherProcess();
  await expect(start()).rejects.toThrow(new RegExp(`^The database in .* is in use by process ${child.pid}: [^\n]*$`));
  child.kill("SIGKILL");
  await once(child, "exit");

  const { url } = await start();
  expect(await query(url, "select word from kept")).toEqual(["committed"]);
});

test("of two first starts at once exactly one gets the database, and the other is refused in one line", async () => {
  const outcomes = await Promise.allSettled([start(), start()]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const refused = outcomes.find((outcome) => outcome.status === "rejected");
  expect(refused?.reason.message).toMatch(/^The database in .* is in use by process \d+: [^\n]*$/);
  expect(await query(started[0]?.url ?? "", "select 1")).toEqual([1]);
});

test("a pid file left by a crash is not believed when its pid belongs to another program by now", async () => {
  await (await start()).stop();
  const cluster = join(dataDir, "postgres", "data");
  const { uid, gid } = await stat(cluster);
  const bystander = spawn("sleep", ["60"], process.getuid?.() === 0 ? { uid, gid } : {});
  await writeFile(join(cluster, "postmaster.pid"), `${bystander.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n`);

  const { url } = await start();
  expect(await query(url, "select 1")).toEqual([1]);
  expect(bystander.kill()).toBe(true);
});

test("a port that is taken is reported in one error with the words of the log", async () => {
  const first = await start();
  const port = Number(new URL(first.url).port);
  const other = await mkdtemp(join(tmpdir(), "local-postgres-"));
  await expect(startPostgres({ dataDir: other, port })).rejects.toThrow(/did not start.*Address already in use/s);
  await rm(other, { recursive: true });
});
