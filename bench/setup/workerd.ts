import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../src/local/free-port.ts";

/** workerd itself, with the Worker as it is deployed, and beside it one that answers texts by their size. */
export type Workerd = { url: string; bareUrl: string; cpu(): number; stop(): Promise<void> };

const BARE = (sizes: readonly number[]) => `
const texts = new Map(${JSON.stringify(sizes)}.map((bytes) => ["/" + bytes, "x".repeat(bytes)]));
export default { fetch: ({ url }) => new Response(texts.get(new URL(url).pathname)) };`;

/**
 * Without what `wrangler dev` puts before it, which costs more than either. The registry is given no cache of its place, as on
 * workers.dev: what is measured is an isolate that has kept its answers.
 */
export async function startWorkerd(databaseUrl: string, sizes: readonly number[]): Promise<Workerd> {
  const folder = await mkdtemp(join(tmpdir(), "subprocessor-registry-workerd-"));
  const wrangler = join(createRequire(import.meta.url).resolve("wrangler/package.json"), "../bin/wrangler.js");
  execFileSync(process.execPath, [wrangler, "deploy", "--dry-run", "--minify", "--outdir", folder], {
    stdio: "ignore",
  });
  await writeFile(join(folder, "bare.js"), BARE(sizes));
  const [port, barePort] = [await freePort(), await freePort()];
  const text = JSON.stringify;
  const vars = {
    PUBLIC_URL: "https://registry.example",
    TOKEN_SECRET: "a secret for benches, 32 characters or more",
    MAIL_FROM: "Registry <registry@registry.example>",
    RESEND_API_KEY: "re_bench",
    RESEND_BASE_URL: "http://127.0.0.1:1",
  };
  const bindings = [
    ...Object.entries(vars).map(([name, value]) => `(name = ${text(name)}, text = ${text(value)})`),
    `(name = "HYPERDRIVE", json = ${text(text({ connectionString: databaseUrl }))})`,
  ];
  const date = /^compatibility_date = "(.+)"$/m.exec(await readFile("wrangler.toml", "utf8"))?.[1];
  const worker = (file: string, bound: readonly string[]) =>
    `(modules = [(name = "${file}", esModule = embed "${file}")], compatibilityDate = "${date}", bindings = [${bound.join(", ")}])`;
  const socket = (name: string, at: number) =>
    `(name = "${name}", address = "127.0.0.1:${at}", http = (), service = "${name}")`;
  await writeFile(
    join(folder, "config.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "registry", worker = ${worker("worker.js", bindings)}),
    (name = "bare", worker = ${worker("bare.js", [])}),
    (name = "internet", network = (allow = ["private", "public"])),
  ],
  sockets = [${socket("registry", port)}, ${socket("bare", barePort)}],
);
`,
  );
  const program = join(dirname(createRequire(wrangler).resolve("workerd/package.json")), "bin/workerd");
  const child = spawn(program, ["serve", join(folder, "config.capnp")], { stdio: ["ignore", "ignore", "inherit"] });
  const stop = async () => {
    const gone = child.exitCode === null ? once(child, "exit") : null;
    child.kill("SIGKILL");
    await gone;
    await rm(folder, { recursive: true });
  };
  const [url, bareUrl] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${barePort}`];
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`${url}/`).catch(() => null);
    if (answer?.ok) return { url, bareUrl, cpu: () => cpuOf(child.pid ?? 0), stop };
    await sleep(100);
  }
  await stop();
  throw new Error("workerd does not answer");
}

/** The CPU time of a process, in microseconds: it is counted in hundredths of a second. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}
