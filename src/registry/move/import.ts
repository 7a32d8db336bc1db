import { sql } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { Config } from "../../config.ts";
import { changeSets, organisation, sender } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { type ArchiveManifest, fileOf, openArchive, refuseUnsealed } from "../../evidence/archive.ts";
import { Unusable } from "../../evidence/pack/read-zip.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { auditHead } from "../log/audit.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { type Verification, verifyRecords } from "../proof/verification.ts";
import { MIGRATION, movedTables } from "./tables.ts";

const ROWS_AT_ONCE = 500;

/** That of a frame, which writes. */
type Db = Locked<Needed>["db"];

type Needed = Pick<Deps, "db" | "clock"> & { config: Pick<Config, "tokenSecret"> };

/**
 * Takes a registry out of its archive into an empty one, in one transaction, and checks every chain before that ends. Sending is
 * held from then on: what was owed and not sent is sent when somebody resumes, who knows that the former place sends nothing.
 * Refuses: not-an-empty-registry; unreadable-file, for another database's form, another TOKEN_SECRET, files that are not
 * those of the manifest, and records that do not hold.
 */
export async function importRegistry(
  deps: Needed,
  bytes: Buffer,
  { onTable }: { onTable?: (name: string, rows: number) => void } = {},
): Promise<Verification> {
  const archive = readArchive(bytes, deps.config.tokenSecret);
  return writeRegistry(deps, "system", async (w) => {
    await refuseUnlessEmpty(w.db);
    const states = new Map<number, string>();
    for (const { name, table } of movedTables) {
      let rows = 0;
      for (const lines of archive.linesOf(name)) {
        rows += lines.length;
        if (name === "change_sets") await insertSets(w.db, lines, states);
        else if (name === "organisation") await fillOrganisation(w.db, lines);
        else await insertRows(w.db, table, lines);
      }
      // What a set changes can only be written while it is a draft.
      if (name === "changes") await announceSets(w.db, states);
      onTable?.(name, rows);
    }
    return settle(w, archive.manifest);
  });
}

async function settle(w: Locked<Needed>, { auditHead: head, madeAt }: ArchiveManifest): Promise<Verification> {
  const there = await auditHead(w.db);
  if (there?.hash !== head.hash) throw unreadable("its log does not end where its manifest says");
  const found = await verifyRecords(w);
  if (!found.ok) {
    const first = found.firstBad;
    throw unreadable(`its records do not hold: ${first?.table} ${first?.id}: ${first?.reason}`);
  }
  await w.db.update(sender).set({ heldSince: w.now, heldBecause: "arrived" });
  w.audit("organisation.arrived", null, { sequence: head.sequence, head: head.hash, madeAt });
  return found;
}

const unreadable = (why: string) => new Refusal("unreadable-file", `The archive cannot be taken: ${why}.`);

/** An archive whose files are those of its manifest, and whose manifest is as it was made. Refuses: unreadable-file. */
function readArchive(bytes: Buffer, tokenSecret: string) {
  const { manifest, refuseOthers, has, read } = usable(() => openArchive(bytes));
  if (manifest.migration !== MIGRATION)
    throw unreadable(
      `it was made with the migration ${manifest.migration}, and this version has ${MIGRATION}: take it in with that version, and upgrade then`,
    );
  usable(() => {
    refuseUnsealed(manifest, tokenSecret);
    refuseOthers();
  });
  function* linesOf(table: string): Generator<string[]> {
    for (let part = 1; part === 1 || has(fileOf(table, part)); part += 1) {
      const name = fileOf(table, part);
      yield* inChunks(usable(() => read(name)));
    }
  }
  return { manifest, linesOf };
}

function usable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unusable) throw unreadable(error.message);
    throw error;
  }
}

/** Lines, some at a time: a file may be longer than a string can be. */
function* inChunks(content: Buffer): Generator<string[]> {
  let lines: string[] = [];
  for (let start = 0; start < content.length; ) {
    const found = content.indexOf(10, start);
    const end = found < 0 ? content.length : found;
    lines.push(content.toString("utf8", start, end));
    start = end + 1;
    if (lines.length === ROWS_AT_ONCE) {
      yield lines;
      lines = [];
    }
  }
  if (lines.length > 0) yield lines;
}

/** Whether nobody has done anything here: not even a first key was made. Refuses: not-an-empty-registry. */
async function refuseUnlessEmpty(db: Db): Promise<void> {
  for (const { name, table } of movedTables) {
    const [row] =
      name === "organisation" ? await db.select({ document: organisation.document }).from(organisation) : [];
    const isEmpty = name === "organisation" ? row?.document === null : (await db.$count(table)) === 0;
    if (!isEmpty)
      throw new Refusal(
        "not-an-empty-registry",
        `This registry has something already (${name}): take the archive into a database that was only migrated.`,
      );
  }
}

const rowsIn = (lines: readonly string[]) => sql`${`[${lines.join(",")}]`}::text::json`;

/** In their order: numbers that the database gives itself are given anew, and say nothing but that. */
async function insertRows(db: Db, table: PgTable, lines: readonly string[]): Promise<void> {
  const { columns } = getTableConfig(table);
  const names = (which: typeof columns) =>
    sql.join(
      which.map((column) => sql.identifier(column.name)),
      sql`, `,
    );
  const given = names(columns.filter(({ generatedIdentity }) => !generatedIdentity));
  const numbered = columns.filter(({ generatedIdentity }) => generatedIdentity);
  const order = numbered.length > 0 ? sql`order by ${names(numbered)}` : sql``;
  await db.execute(sql`
    insert into ${table} (${given}) select ${given} from json_populate_recordset(null::${table}, ${rowsIn(lines)}) ${order}`);
}

/** Sets as drafts; their states are kept for later. */
async function insertSets(db: Db, lines: readonly string[], states: Map<number, string>): Promise<void> {
  const sets = lines.map((line) => JSON.parse(line) as { number: number; state: string });
  for (const { number, state } of sets) states.set(number, state);
  await insertRows(
    db,
    changeSets,
    sets.map((set) => JSON.stringify({ ...set, state: "draft" })),
  );
}

async function announceSets(db: Db, states: ReadonlyMap<number, string>): Promise<void> {
  const rows = [...states].map(([number, state]) => JSON.stringify({ number, state }));
  await db.execute(sql`
    update change_sets set state = was.state from json_to_recordset(${rowsIn(rows)}) as was(number integer, state text)
    where change_sets.number = was.number and was.state <> 'draft'`);
}

/** The one row there is already takes the other's place. */
async function fillOrganisation(db: Db, lines: readonly string[]): Promise<void> {
  await db.execute(sql`
    update organisation set (document, reached, renamed, logo, logo_bytes, last_change_set) =
      (select document, reached, renamed, logo, logo_bytes, last_change_set
       from json_populate_recordset(null::organisation, ${rowsIn(lines)}))`);
}
