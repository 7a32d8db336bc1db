import { UNNAMED } from "../model/organisation-document.ts";
import { canonicalJson, sha256 } from "../model/values/hash.ts";
import { snapshotHash } from "./chain.ts";
import { type Comparison, firstDifference } from "./fault.ts";
import type { LogContents } from "./log-contents.ts";
import type { ChainedSnapshot, StoredSnapshot } from "./records.ts";

/** What can be wrong with a version of the published list. Null: nothing. */

/** Takes the hash of the one before it, what its content says, and the hash of what was left of it, if a person was erased. */
export function snapshotFault(
  snapshot: ChainedSnapshot,
  { before, published, left }: { before: string | null; published: Published; left: string | undefined },
): string | null {
  const { number, takenAt, content, previousHash, hash } = snapshot;
  const whole: Comparison = [
    snapshotHash(previousHash, content),
    hash,
    "its hash is not that of its content after the one before it",
  ];
  const rest: Comparison = [left, sha256(content), "its content is not what was left of it"];
  return firstDifference([
    [before, previousHash, "does not name the hash of the one before it"],
    left === undefined ? whole : rest,
    [published?.number, number, "its content is that of another number"],
    [published?.takenAt, takenAt, "its content was taken at another time"],
  ]);
}

/** What a snapshot says against an entry of the log: how far that had come when it was taken. Takes the entries' hashes. */
export function claimFault(
  { number }: ChainedSnapshot,
  published: Published,
  hashes: ReadonlyMap<number, string>,
): { sequence: number; reason: string } | null {
  const head = published?.auditHead as { sequence?: unknown; hash?: unknown } | null | undefined;
  if (typeof head?.sequence !== "number" || typeof head.hash !== "string") return null;
  const { sequence } = head;
  const hash = hashes.get(sequence);
  if (hash === head.hash) return null;
  const reason =
    hash === undefined
      ? `is missing: snapshot ${number} was taken after it`
      : `snapshot ${number} was taken after another entry of this number`;
  return { sequence, reason };
}

/** Who published is kept, apart, of each version that says otherwise than the one before. Takes what both say. */
export function publisherFault({ publisher }: StoredSnapshot, published: Published, before: Published): string | null {
  const said = canonicalJson(published?.organisation ?? null);
  if (publisher === undefined || said === canonicalJson(publisher)) return null;
  if (publisher !== null) return "who is kept as its publisher is not who it says";
  const isAsBefore = [before?.organisation ?? null, UNNAMED].some((each) => canonicalJson(each) === said);
  return isAsBefore ? null : "who published it is not kept";
}

/** Each snapshot is named by an entry of the log, which was its cause. */
export function namedFault({ cause, hash }: ChainedSnapshot, log: LogContents): string | null {
  const named = log.snapshots.get(hash);
  if (!named) return "no entry of the audit log names its hash";
  return named.cause === cause ? null : `its cause was ${named.cause}`;
}

/** What a version says was added to the law is what the log has had added by the entry that names it. */
export function lawFault({ hash }: ChainedSnapshot, published: Published, log: LogContents): string | null {
  const named = log.snapshots.get(hash)?.sequence ?? 0;
  const logged = log.amendments.filter(({ sequence }) => sequence <= named).map(({ recorded }) => recorded);
  const law = published?.law as { amendments?: unknown } | undefined;
  return canonicalJson(law?.amendments ?? []) === canonicalJson(logged) ? null : "its law is not that of the audit log";
}

export type Published = Record<string, unknown> | null;

export function publishedContent(content: string): Published {
  try {
    const read: unknown = JSON.parse(content);
    return typeof read === "object" ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
