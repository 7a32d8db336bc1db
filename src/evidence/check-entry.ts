import { canonicalJson, chainHash } from "../model/values/hash.ts";
import { entryContent } from "./chain.ts";
import { firstDifference } from "./fault.ts";
import type { AuditEntry } from "./records.ts";

/** What can be wrong with an entry of the audit log. Null: nothing. */

/** What an entry says; undefined where that is not the canonical JSON that was hashed. */
export function dataOf(entry: AuditEntry): unknown {
  const json = readDataOf(entry);
  return json !== undefined && canonicalJson(json) === entry.data ? json : undefined;
}

/** The same of an entry that was checked before; undefined where it is no JSON any more. */
export function readDataOf({ data }: AuditEntry): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

/** Takes the hash of the one before it. */
export function entryFault(entry: AuditEntry, before: string | null): string | null {
  if (dataOf(entry) === undefined) return "its data is not the canonical JSON that was hashed";
  const made = chainHash(entry.previousHash, entryContent(entry));
  return firstDifference([
    [before, entry.previousHash, "does not name the hash of the entry before it"],
    [made, entry.hash, "its hash is not that of its content after the entry before it"],
  ]);
}
