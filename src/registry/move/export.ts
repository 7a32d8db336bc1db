import { linesOf } from "../../db/reading.ts";
import type { Deps } from "../../deps.ts";
import { ARCHIVE_FORMAT, fileOf, sealed, secretMark } from "../../evidence/archive.ts";
import { type PackFile, zipped } from "../../evidence/pack/write-zip.ts";
import type { Actor } from "../log/audit.ts";
import { auditHead } from "../log/audit.ts";
import { writeRegistry } from "../log/frame.ts";
import { MIGRATION, movedTables, writtenAt } from "./tables.ts";

/** So much of a table is one file: whoever reads the archive has one of them in memory. */
const PART_BYTES = 64 * 1024 * 1024;

/** That everything is taken out is in the log, and so in what is taken. */
export const recordExport = (deps: Deps, actor: Actor): Promise<void> =>
  writeRegistry(deps, actor, async (w) => w.audit("organisation.exported", null));

/**
 * Everything an organisation has here, as a zip archive that another registry takes in while it is empty. Read it in one
 * repeatable-read transaction. Holds personal data, and the bytes of mails that wait with their readers' links; no session, and no key.
 */
export async function* registryArchive({ db, clock, config }: Deps): AsyncGenerator<Uint8Array> {
  const head = await auditHead(db);
  if (!head) throw new Error("A registry whose export is in its log has no log");
  const at = clock.now();
  const about = {
    format: ARCHIVE_FORMAT,
    migration: MIGRATION,
    madeAt: at.toISOString(),
    secret: secretMark(config.tokenSecret),
    auditHead: head,
  } as const;
  yield* zipped(files(db, at), (sums) => sealed({ ...about, files: sums }, config.tokenSecret), at);
}

async function* files(db: Deps["db"], at: Date): AsyncGenerator<PackFile> {
  for (const { name, table } of movedTables) {
    const lines = linesOf(db, table, writtenAt(at)[name])[Symbol.asyncIterator]();
    let next = await lines.next();
    for (let part = 1; part === 1 || !next.done; part += 1) {
      yield {
        name: fileOf(name, part),
        content: (async function* () {
          for (let bytes = 0; !next.done && bytes < PART_BYTES; next = await lines.next()) {
            bytes += next.value.length;
            yield next.value;
          }
        })(),
      };
    }
  }
}
