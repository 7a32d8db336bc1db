import { resolve } from "node:path";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "..");

/**
 * The server on Node as one file, which starts in a fifth of the time that its source takes; what only the quickstart needs
 * lies beside it, and is read when that is asked for.
 */
export const bundleServer = (folder: string, besides: readonly string[] = []): Promise<void> =>
  bundle(folder, ["src/server.ts", ...besides]);

/**
 * Programs for Node, each as one file named as its source is. `folder` is two below the root, as are the files of `src` that
 * find migrations and examples from where they stand.
 */
export async function bundle(folder: string, programs: readonly string[]): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [...programs],
    entryNames: "[name]",
    outdir: resolve(root, folder),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    sourcemap: true,
    sourcesContent: false,
    // For the packages among ours that are CommonJS.
    banner: {
      js: `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);`,
    },
    logLevel: "warning",
  });
}

if (import.meta.main) await bundleServer("dist/node");
