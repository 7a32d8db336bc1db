import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";

/** A secret that is made once and kept in a file only we can read: what it opens stays open after a restart. */
export async function keptSecret(path: string): Promise<string> {
  await writeFile(path, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" }).catch(() => undefined);
  return readFile(path, "utf8");
}
