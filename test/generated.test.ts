import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { generatedFiles } from "../scripts/generated-files.ts";

const run = promisify(execFile);
const root = new URL("..", import.meta.url).pathname;

const program = (path: string) => join(root, "node_modules", path);

test("the generated files that are checked in are those the code makes (npm run generate)", async () => {
  for (const [path, content] of Object.entries(await generatedFiles())) {
    expect(await readFile(join(root, path), "utf8"), path).toBe(content);
  }
});

test("the migrations make the tables the code expects (npm run generate)", { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "migrations-"));
  try {
    await cp(join(root, "migrations"), folder, { recursive: true });
    const before = await readdir(folder, { recursive: true });
    // drizzle-kit says nothing with its exit code: it writes another migration when the tables have changed.
    const kit = program("drizzle-kit/bin.cjs");
    await run(
      process.execPath,
      [kit, "generate", "--dialect=postgresql", "--schema=./src/db/schema.ts", `--out=${folder}`],
      {
        cwd: root,
      },
    );
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("the OpenAPI document has no errors or warnings by Redocly's rules", { timeout: 60_000 }, async () => {
  const redocly = program("@redocly/cli/bin/cli.js");
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" };
  const { stdout } = await run(process.execPath, [redocly, "lint", "openapi.json", "--format=json"], {
    cwd: root,
    env,
  });
  expect(JSON.parse(stdout).problems).toEqual([]);
});
