import { canonicalJson, chainHash } from "../model/values/hash.ts";
import { entryContent } from "./chain.ts";
import type { AuditEntry, AuditHead } from "./records.ts";

/** What can be wrong with an entry of the audit log. */

/** What an entry says; undefined where that is not the canonical JSON that was hashed. */
export function dataOf({ data }: AuditEntry): unknown {
  try {
    const json: unknown = JSON.parse(data);
    return canonicalJson(json) === data ? json : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with an entry after the one before, and with which; null: nothing. */
export function entryFault(entry: AuditEntry, head: AuditHead | null): { sequence: number; reason: string } | null {
  const { sequence, previousHash, hash } = entry;
  if (dataOf(entry) === undefined) return { sequence, reason: "its data is not the canonical JSON that was hashed" };
  const next = (head?.sequence ?? 0) + 1;
  if (sequence !== next) return { sequence: next, reason: `is missing: entry ${sequence} is where it should be` };
  if (previousHash !== (head?.hash ?? null))
    return { sequence, reason: "does not name the hash of the entry before it" };
  if (hash === chainHash(previousHash, entryContent(entry))) return null;
  return { sequence, reason: "its hash is not that of its content after the entry before it" };
}
