import { z } from "@hono/zod-openapi";
import { AuditHead } from "../../evidence/records.ts";
import { keyedHash } from "../../model/values/hash.ts";

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
});
export type ArchiveManifest = z.infer<typeof ArchiveManifest>;

export const secretMark = (tokenSecret: string): string => keyedHash(tokenSecret, "archive", "registry");

export const fileOf = (table: string, part: number): string => `tables/${table}-${String(part).padStart(5, "0")}.jsonl`;
