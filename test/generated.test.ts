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

test("the migrations make the tables the code expects (npm run generate)", async () => {
  const folder = await mkdtemp(join(tmpdir(), "migrations-"));
  const list = () => readdir(join(folder, "migrations"), { recursive: true });
  try {
    await cp(join(root, "migrations"), join(folder, "migrations"), { recursive: true });
    const before = await list();
    const schema = join(root, "src/db/schema.ts");
    const kit = [
      program("drizzle-kit/bin.cjs"),
      "generate",
      "--dialect=postgresql",
      `--schema=${schema}`,
      "--out=migrations",
    ];
    const { stdout } = await run(process.execPath, kit, { cwd: folder });
    // Whatever goes wrong, its exit code is 0: it must say this, and must not have written another migration.
    expect(stdout).toContain("No schema changes");
    expect(await list()).toEqual(before);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("the OpenAPI document has no errors or warnings by Redocly's rules", async () => {
  const redocly = program("@redocly/cli/bin/cli.js");
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true", NO_COLOR: "1" };
  const { stdout } = await run(process.execPath, [redocly, "lint", "openapi.json", "--format=json"], {
    cwd: root,
    env,
  });
  expect(JSON.parse(stdout).problems).toEqual([]);
});
