import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../src/local/free-port.ts";

export type Nginx = { version: string; url: string; stop(): Promise<void> };

/** nginx with one worker process, which gives files of these sizes by their size, from the cache of the system. Null where there is none. */
export async function startNginx(sizes: readonly number[]): Promise<Nginx | null> {
  const version = versionOf();
  if (version === null) return null;
  const folder = await mkdtemp(join(tmpdir(), "subprocessor-registry-nginx-"));
  for (const bytes of sizes) await writeFile(join(folder, String(bytes)), "x".repeat(bytes), { mode: 0o644 });
  const port = await freePort();
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((each) => `${each}_temp_path ${folder};`);
  await writeFile(
    join(folder, "nginx.conf"),
    `daemon off; user root; worker_processes 1; pid ${folder}/pid; error_log ${folder}/errors;
     events { worker_connections 256; }
     http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; open_file_cache max=100; ${temporary.join(" ")}
       server { listen 127.0.0.1:${port}; root ${folder}; } }`,
  );
  const child = spawn("nginx", ["-e", join(folder, "errors"), "-c", join(folder, "nginx.conf")], { stdio: "inherit" });
  const stop = async () => {
    const gone = child.exitCode === null ? once(child, "exit") : null;
    child.kill("SIGTERM");
    await gone;
    await rm(folder, { recursive: true });
  };
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${url}/${sizes[0]}`).catch(() => null);
    if (answer?.ok) return { version, url, stop };
    await sleep(50);
  }
  await stop();
  throw new Error("nginx does not answer");
}

function versionOf(): string | null {
  try {
    return execFileSync("sh", ["-c", "nginx -v 2>&1"], { encoding: "utf8" }).trim().split(": ").at(-1) ?? null;
  } catch {
    return null;
  }
}
