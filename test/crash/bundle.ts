import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll } from "vitest";

const root = resolve(import.meta.dirname, "../..");

export type Bundle = { server: string; killAt: string };

let bundled: Promise<Bundle> | undefined;

/** The server, and what is loaded ahead of it, as one file each: they start in a sixth of the time. */
export const bundle = (): Promise<Bundle> => {
  bundled ??= write();
  return bundled;
};

async function write(): Promise<Bundle> {
  // Where what is not bundled is found from.
  const cache = join(root, "node_modules/.cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "server-"));
  folders.push(folder);
  await build({
    absWorkingDir: root,
    entryPoints: ["src/server.ts", "test/crash/kill-at.ts"],
    entryNames: "[name]",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    // For the packages among ours that are CommonJS.
    banner: {
      js: `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);`,
    },
    logLevel: "warning",
  });
  return { server: join(folder, "server.mjs"), killAt: join(folder, "kill-at.mjs") };
}

const folders: string[] = [];

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));
