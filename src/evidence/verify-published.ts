import type { z } from "@hono/zod-openapi";
import { canonicalJson } from "../model/hash.ts";
import { auditLine } from "./audit-line.ts";
import { auditWalk, type Said } from "./audit-walk.ts";
import { claimOf, namedFault, publishedFault, snapshotFault } from "./check-snapshots.ts";
import { type ChangeSetFile, EntryContent, type ManifestFile, SnapshotLine } from "./formats.ts";
import {
  demand,
  endsALine,
  lines,
  type Pack,
  parse,
  refuseTwice,
  type Session,
  textLines,
  WRITTEN_OTHERWISE,
  Wrong,
} from "./read-pack.ts";

/** A pack's log, and the versions of the list in it. */

/** The log, line by line from its first; gives what it says of everything else. */
export function verifyLog(
  pack: Pack,
  { auditHead }: z.infer<typeof ManifestFile>,
  snapshots: PackedSnapshot[],
  { checked }: Session,
): Said {
  const walk = auditWalk();
  const claims = new Map(snapshots.flatMap((each) => claimOf(each) ?? []).map((claim) => [claim.sequence, claim]));
  const log = pack.read("audit.txt");
  let previousHash: string | null = null;
  for (const line of textLines(log)) {
    const [hash = "", content] = [line.slice(0, 64), line.slice(65)];
    const next: number = (walk.head()?.sequence ?? 0) + 1;
    const where = `audit.txt, entry ${next}`;
    const { data, ...rest } = parse(where, content, EntryContent);
    const entry = { ...rest, data: canonicalJson(data), previousHash, hash };
    const fault = walk.take(entry);
    if (fault) throw new Wrong(`audit.txt, entry ${fault.id}`, fault.reason);
    if (`${line}\n` !== auditLine(entry)) throw new Wrong(where, WRITTEN_OTHERWISE);
    previousHash = hash;
    const claim = claims.get(next);
    if (claim && claim.hash !== hash)
      throw new Wrong(where, `version ${claim.snapshot} of the list was published after another entry of this number`);
    claims.delete(next);
  }
  for (const { sequence, snapshot } of claims.values())
    throw new Wrong(
      `audit.txt, entry ${sequence}`,
      `is missing: version ${snapshot} of the list was published after it`,
    );
  const head = walk.head();
  if (head?.hash !== auditHead?.hash || head?.sequence !== auditHead?.sequence)
    throw new Wrong("audit.txt", "does not end where the manifest says");
  if (!endsALine(log)) throw new Wrong("audit.txt", WRITTEN_OTHERWISE);
  checked.push(`the audit log's ${head?.sequence ?? 0} entries are whole; its head is ${head?.hash ?? "nothing"}`);
  return walk.said;
}

export type PackedSnapshot = z.infer<typeof SnapshotLine> & { name: string; content: string };

export function snapshotsOf(pack: Pack): PackedSnapshot[] {
  const taken = lines(pack, "snapshots.json", SnapshotLine);
  refuseTwice("snapshots.json", taken, ({ number }) => String(number));
  return taken.map((line) => {
    const name = `snapshots/${line.number}.json`;
    return { ...line, name, content: pack.read(name).toString() };
  });
}

/** Each version that published something of the set is there, and the one before each; and no other. */
export function verifySnapshots(
  taken: PackedSnapshot[],
  set: z.infer<typeof ChangeSetFile>,
  said: Said,
  { checked }: Session,
): void {
  const byNumber = new Map(taken.map((snapshot) => [snapshot.number, snapshot]));
  for (const snapshot of taken) {
    const { name, number, previousHash } = snapshot;
    demand(name, snapshotFault(snapshot) ?? namedFault(snapshot, said));
    const before = byNumber.get(number - 1);
    if (before && before.hash !== previousHash) throw new Wrong(name, "does not follow the version before it");
  }
  const versions = said.versions.get(set.number) ?? [];
  for (const hash of versions) {
    const version = taken.find((snapshot) => snapshot.hash === hash);
    if (!version) throw new Wrong("snapshots.json", `the version ${hash} of the change set is missing`);
    if (version.number > 1 && !byNumber.has(version.number - 1))
      throw new Wrong("snapshots.json", `the version before ${version.number} is missing`);
  }
  for (const { name, number, hash } of taken) {
    const isOfSet = [hash, byNumber.get(number + 1)?.hash].some((each) => each && versions.includes(each));
    if (!isOfSet) throw new Wrong(name, "is neither a version that published the change set, nor the one before one");
  }
  const announced = taken.find(({ hash }) => hash === said.announced.get(set.number)?.snapshot);
  if (!announced) throw new Wrong("snapshots.json", "the version that announced the change set is missing");
  demand("change-set.json", publishedFault(set, announced.content));
  checked.push(`${taken.length} versions of the list are as published; version ${announced.number} announced the set`);
}
