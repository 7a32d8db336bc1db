import { canonicalJson } from "../model/hash.ts";
import type { Said } from "./audit-walk.ts";
import { type AnnouncedSet, snapshotHash } from "./chain.ts";

/** What can be wrong with a version of the published list. Null: nothing. */

/** `takenAt` is an ISO instant; `content` is what was published, byte for byte. */
export type ChainedSnapshot = {
  number: number;
  takenAt: string;
  cause: string;
  content: string;
  previousHash: string | null;
  hash: string;
};

/** How far a snapshot says that the audit log had come when it was taken. */
export type Claim = { snapshot: number; sequence: number; hash: string };

export function snapshotFault({ number, takenAt, content, previousHash, hash }: ChainedSnapshot): string | null {
  if (snapshotHash(previousHash, content) !== hash)
    return "its hash is not that of its content after the one before it";
  const published = contentOf(content);
  if (published?.number !== number) return "its content is that of another number";
  if (published.takenAt !== takenAt) return "its content was taken at another time";
  return null;
}

export function claimOf({ number, content }: Pick<ChainedSnapshot, "number" | "content">): Claim | null {
  const head = contentOf(content)?.auditHead as { sequence?: unknown; hash?: unknown } | null | undefined;
  if (typeof head?.sequence !== "number" || typeof head.hash !== "string") return null;
  return { snapshot: number, sequence: head.sequence, hash: head.hash };
}

/** Each snapshot is named by an entry of the log, which was its cause. */
export function namedFault({ cause, hash }: ChainedSnapshot, said: Said): string | null {
  const named = said.snapshots.get(hash);
  if (!named) return "no entry of the audit log names its hash";
  return named.cause === cause ? null : `its cause was ${named.cause}`;
}

function contentOf(content: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(content);
    return typeof read === "object" ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Each change is in what was published then: among what is to come, or in force. */
export function publishedFault(set: AnnouncedSet, snapshotContent: string): string | null {
  const published = contentOf(snapshotContent);
  const listed = [published?.inForce, published?.upcoming].flatMap((each) => (Array.isArray(each) ? each : []));
  const missing = set.changes.find(({ vendor, after }) => {
    const entry = listed.find(({ slug, changeSet }) => slug === vendor && changeSet === set.number);
    // A vendor that is removed at once is in neither.
    if (entry === undefined) return after !== null;
    return canonicalJson(entry.document ?? entry.after ?? null) !== canonicalJson(after);
  });
  return missing ? `its change of "${missing.vendor}" is not the one that was published` : null;
}
