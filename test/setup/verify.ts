import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";

/** `npm run verify` of a file with these bytes, or of one that is not there: what it prints, and its exit code. */
export async function runVerify(
  bytes: Buffer | null,
  name = "evidence.zip",
): Promise<{ code: number; stdout: string; stderr: string }> {
  const folder = await mkdtemp(join(tmpdir(), "evidence-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  if (bytes) await writeFile(join(folder, name), bytes);
  const root = resolve(import.meta.dirname, "../..");
  // No database, no server, and nothing of the registry's environment.
  const options = { env: { PATH: process.env.PATH ?? "" }, cwd: root };
  const args = ["--import", "tsx", join(root, "scripts/verify.ts"), join(folder, name)];
  return promisify(execFile)(process.execPath, args, options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );
}
