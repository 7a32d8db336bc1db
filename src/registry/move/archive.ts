import { z } from "@hono/zod-openapi";
import { AuditHead } from "../../evidence/records.ts";
import { canonicalJson, equalBytes, hmac, keyedHash } from "../../model/values/hash.ts";

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
export const isSealed = ({ seal, ...unsealed }: ArchiveManifest, tokenSecret: string): boolean =>
  equalBytes(Buffer.from(seal, "hex"), sealOf(unsealed, tokenSecret));

export const fileOf = (table: string, part: number): string => `tables/${table}-${String(part).padStart(5, "0")}.jsonl`;
