import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished } from "vitest";
import { verifyPack } from "../../src/evidence/pack/verify-pack.ts";
import type { Registry } from "./registry.ts";

/** All that is recorded is in order, in the registry and in the pack of a set. */
export async function expectProof(r: Registry, changeSet: number): Promise<void> {
  expect(await r.json("GET", "/v1/audit/verify", 200)).toMatchObject({ ok: true, bad: [] });
  const pack = await (await r.get(`/v1/change-sets/${changeSet}/evidence.zip`)).arrayBuffer();
  expect((await verifyPack(Buffer.from(pack), r.deps.config.tokenSecret)).wrong).toBeNull();
}

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
