import { snapshotHash } from "./chain.ts";
import type { Logged } from "./logged.ts";
import type { ChainedSnapshot } from "./records.ts";

/** What can be wrong with a version of the published list. Null: nothing. */

/** How far a snapshot says that the audit log had come when it was taken. */
export type Claim = { snapshot: number; sequence: number; hash: string };

export function snapshotFault({ number, takenAt, content, previousHash, hash }: ChainedSnapshot): string | null {
  if (snapshotHash(previousHash, content) !== hash)
    return "its hash is not that of its content after the one before it";
  const published = publishedContent(content);
  if (published?.number !== number) return "its content is that of another number";
  if (published.takenAt !== takenAt) return "its content was taken at another time";
  return null;
}

export function claimOf({ number, content }: Pick<ChainedSnapshot, "number" | "content">): Claim | null {
  const head = publishedContent(content)?.auditHead as { sequence?: unknown; hash?: unknown } | null | undefined;
  if (typeof head?.sequence !== "number" || typeof head.hash !== "string") return null;
  return { snapshot: number, sequence: head.sequence, hash: head.hash };
}

/** Each snapshot is named by an entry of the log, which was its cause. */
export function namedFault({ cause, hash }: ChainedSnapshot, logged: Logged): string | null {
  const named = logged.snapshots.get(hash);
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
