import { z } from "@hono/zod-openapi";
import { canonicalJson, equalBytes, hmac, keyedHash, sha256 } from "../model/values/hash.ts";
import { readZip, Unusable } from "./pack/read-zip.ts";
import { MANIFEST, SUMS, sumsOf } from "./pack/write-zip.ts";
import { AuditHead } from "./records.ts";

export const ARCHIVE_FORMAT = "registry-archive/1";

/** What an archive says of itself, beside the sums of its files: `tables/<name>-<part>.jsonl`, a row of the table a line. */
export const ArchiveManifest = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  /** The last migration of the database that the rows were read from. */
  migration: z.string(),
  madeAt: z.iso.datetime(),
  /** A keyed hash that only the same TOKEN_SECRET gives: addresses are recognised, and links in mails signed, by it. */
  secret: z.string(),
  /** How far the log had come. */
  auditHead: AuditHead,
  files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
  /**
   * A keyed hash of the rest of the manifest, and so of every file: most tables, such as users and contacts, have no chain that
   * would tell of a change.
   */
  seal: z.string(),
});
export type ArchiveManifest = z.infer<typeof ArchiveManifest>;

export const secretMark = (tokenSecret: string): string => keyedHash(tokenSecret, "archive", "registry");

const sealOf = (unsealed: Omit<ArchiveManifest, "seal">, tokenSecret: string): Buffer =>
  hmac(tokenSecret, "archive manifest", canonicalJson(unsealed));

export const sealed = (unsealed: Omit<ArchiveManifest, "seal">, tokenSecret: string): ArchiveManifest => ({
  ...unsealed,
  seal: sealOf(unsealed, tokenSecret).toString("hex"),
});

/** Whether a manifest is as it was sealed by whoever had the same TOKEN_SECRET. */
const isSealed = ({ seal, ...unsealed }: ArchiveManifest, tokenSecret: string): boolean =>
  equalBytes(Buffer.from(seal, "hex"), sealOf(unsealed, tokenSecret));

export const fileOf = (table: string, part: number): string => `tables/${table}-${String(part).padStart(5, "0")}.jsonl`;

/** What an archive may be when it is unpacked; a file of it at a time is in memory. */
const MOST_BYTES = 32 * 1024 * 1024 * 1024;

/** An archive with its manifest; `read` gives a file that is as the manifest lists it. Both throw `Unusable` for others. */
export function openArchive(bytes: Buffer) {
  const zip = readZip(bytes, MOST_BYTES);
  const own = zip.read(MANIFEST);
  const { data: manifest } = ArchiveManifest.safeParse(parsed(own.toString("utf8")));
  if (!manifest) throw new Unusable("it is not one of a registry");
  const sums = new Map(manifest.files.map((file) => [file.name, file.sha256]));
  return {
    manifest,
    has: (name: string) => sums.has(name),
    /** Refuses an archive that has other files than its manifest says. */
    refuseOthers() {
      const other = zip.names.find((name) => !sums.has(name) && name !== MANIFEST && name !== SUMS);
      if (other !== undefined) throw new Unusable(`${other} is in it, and not in its manifest`);
      const all = [...manifest.files, { name: MANIFEST, bytes: own.length, sha256: sha256(own) }];
      if (zip.read(SUMS).toString() !== sumsOf(all))
        throw new Unusable(`${SUMS} does not say the same as its manifest`);
    },
    read(name: string): Buffer {
      if (!sums.has(name)) throw new Unusable(`${name} is missing`);
      const content = zip.read(name);
      if (sha256(content) !== sums.get(name)) throw new Unusable(`${name} is not the file that its manifest names`);
      return content;
    },
  };
}

/** The value of a JSON text; null of any other. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether a manifest was made with that secret, and is as it was then. Throws `Unusable` where it is not. */
export function refuseUnsealed(manifest: ArchiveManifest, tokenSecret: string): void {
  if (manifest.secret !== secretMark(tokenSecret))
    throw new Unusable(
      "TOKEN_SECRET is not the one it was made with: links in mails that were sent, and the addresses that nothing is sent to, are known by it",
    );
  if (!isSealed(manifest, tokenSecret))
    throw new Unusable("somebody has changed it: its manifest is not as it was sealed");
}

/** Whether a file means to be an archive, rather than evidence of a change. Throws `Unusable` for what is no zip archive. */
export function isArchive(bytes: Buffer): boolean {
  const zip = readZip(bytes, MOST_BYTES);
  if (!zip.names.includes(MANIFEST)) return false;
  const text = zip.read(MANIFEST).toString("utf8");
  return ArchiveManifest.pick({ format: true }).safeParse(parsed(text)).success;
}

/**
 * Checks that an archive is as it was written. What its records say is checked where a registry takes it in. Throws `Unusable`,
 * with what does not hold.
 */
export function verifyArchive(bytes: Buffer, tokenSecret?: string): { checked: string[]; excepted: string[] } {
  const { manifest, refuseOthers, read } = openArchive(bytes);
  if (tokenSecret !== undefined) refuseUnsealed(manifest, tokenSecret);
  refuseOthers();
  for (const { name } of manifest.files) read(name);
  const { auditHead, files, madeAt } = manifest;
  return {
    checked: [
      `${files.length} files are as the manifest lists them`,
      ...(tokenSecret === undefined ? [] : ["nobody has changed it: its seal was made with this TOKEN_SECRET"]),
      `everything of a registry at ${madeAt}; the log's head is ${auditHead.hash}`,
    ],
    excepted: [
      ...(tokenSecret === undefined ? ["its seal: that takes the registry's secret, as TOKEN_SECRET"] : []),
      "the chains of its records: spr import --all checks them before any of it stays",
    ],
  };
}
