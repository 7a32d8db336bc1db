import { entryContent } from "../chain.ts";
import type { AuditEntry } from "../records.ts";

/** An entry of the log as a line of text: its hash, a blank, and what the hash covers after the one before. */
export const auditLine = (entry: AuditEntry): string => `${entry.hash} ${contentOf(entry)}\n`;

/** An entry somebody has spoilt cannot be written as it was hashed: it is shown as it is, and found by its hash. */
function contentOf(entry: AuditEntry): string {
  try {
    return entryContent(entry);
  } catch {
    return JSON.stringify(entry);
  }
}
