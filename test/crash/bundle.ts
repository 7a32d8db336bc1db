import { join, resolve } from "node:path";
import { build } from "esbuild";
import { inject } from "vitest";

export type Bundle = { server: string; killAt: string };

let bundled: Promise<Bundle> | undefined;

/** The server, and what is loaded ahead of it, as one file each: they start in a sixth of the time. */
export function bundle(): Promise<Bundle> {
  bundled ??= write(join(inject("folder"), `server-${process.pid}`));
  return bundled;
}

async function write(outdir: string): Promise<Bundle> {
  await build({
    absWorkingDir: resolve(import.meta.dirname, "../.."),
    entryPoints: ["src/server.ts", "test/crash/kill-at.ts"],
    entryNames: "[name]",
    outdir,
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
  return { server: join(outdir, "server.mjs"), killAt: join(outdir, "kill-at.mjs") };
}
