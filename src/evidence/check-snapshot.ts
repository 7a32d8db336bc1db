import { snapshotHash } from "./chain.ts";
import { firstDifference } from "./fault.ts";
import type { LogContents } from "./log-contents.ts";
import type { AuditHead, ChainedSnapshot } from "./records.ts";

/** What can be wrong with a version of the published list. Null: nothing. */

/** Takes the hash of the one before it. */
export function snapshotFault(snapshot: ChainedSnapshot, before: string | null): string | null {
  const { number, takenAt, content, previousHash, hash } = snapshot;
  const published = publishedContent(content);
  return firstDifference([
    [before, previousHash, "does not name the hash of the one before it"],
    [snapshotHash(previousHash, content), hash, "its hash is not that of its content after the one before it"],
    [published?.number, number, "its content is that of another number"],
    [published?.takenAt, takenAt, "its content was taken at another time"],
  ]);
}

/** How far a snapshot says that the audit log had come when it was taken. */
export type Claim = { snapshot: number; sequence: number; hash: string };

export function claimOf({ number, content }: Pick<ChainedSnapshot, "number" | "content">): Claim | null {
  const head = publishedContent(content)?.auditHead as { sequence?: unknown; hash?: unknown } | null | undefined;
  if (typeof head?.sequence !== "number" || typeof head.hash !== "string") return null;
  return { snapshot: number, sequence: head.sequence, hash: head.hash };
}

/** What a snapshot says against an entry of the log. */
export const claimFault = (entry: AuditHead, claim: Claim | undefined): string | null =>
  claim && claim.hash !== entry.hash ? `snapshot ${claim.snapshot} was taken after another entry of this number` : null;

/** Each snapshot is named by an entry of the log, which was its cause. */
export function namedFault({ cause, hash }: ChainedSnapshot, log: LogContents): string | null {
  const named = log.snapshots.get(hash);
  if (!named) return "no entry of the audit log names its hash";
  return named.cause === cause ? null : `its cause was ${named.cause}`;
}

export function publishedContent(content: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(content);
    return typeof read === "object" ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
