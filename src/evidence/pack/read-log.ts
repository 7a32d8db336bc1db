import { canonicalJson } from "../../model/hash.ts";
import { EntryContent } from "../formats.ts";
import type { AuditEntry, AuditHead } from "../records.ts";
import { auditLine } from "./audit-line.ts";
import { endsALine, type Pack, parse, textLines, WRITTEN_OTHERWISE, Wrong } from "./read-files.ts";

/** The log of a pack, line by line, until where the manifest says that it ends. */
export function* packedEntries(pack: Pack, end: AuditHead | null): Generator<AuditEntry> {
  const log = pack.read("audit.txt");
  let head: AuditHead | null = null;
  for (const line of textLines(log)) {
    const where = `audit.txt, entry ${(head?.sequence ?? 0) + 1}`;
    const { data, ...content } = parse(where, line.slice(65), EntryContent);
    const previousHash: string | null = head?.hash ?? null;
    const entry: AuditEntry = { ...content, data: canonicalJson(data), previousHash, hash: line.slice(0, 64) };
    if (`${line}\n` !== auditLine(entry)) throw new Wrong(where, WRITTEN_OTHERWISE);
    yield entry;
    head = { sequence: entry.sequence, hash: entry.hash };
  }
  if (head?.hash !== end?.hash || head?.sequence !== end?.sequence)
    throw new Wrong("audit.txt", "does not end where the manifest says");
  if (!endsALine(log)) throw new Wrong("audit.txt", WRITTEN_OTHERWISE);
}
