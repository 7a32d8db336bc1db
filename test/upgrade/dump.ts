import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { connect, type WriteDb } from "../../src/db/client.ts";

type Journal = { entries: { tag: string }[] };

const journalOf = async (folder: string): Promise<Journal> =>
  JSON.parse(await readFile(join(folder, "meta/_journal.json"), "utf8"));

/** The names of the migrations, first to last. */
export const migrations = async (): Promise<string[]> => (await journalOf("migrations")).entries.map(({ tag }) => tag);

/** Makes the tables of an empty database as the migration of this name left them. */
export async function migrateUntil(url: string, tag: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "migrations-"));
  const { db, close } = connect(url, { max: 1 });
  try {
    await cp("migrations", folder, { recursive: true });
    const { entries, ...journal } = await journalOf(folder);
    const until = entries.slice(0, entries.findIndex((entry) => entry.tag === tag) + 1);
    await writeFile(join(folder, "meta/_journal.json"), JSON.stringify({ ...journal, entries: until }));
    await migrate(db, { migrationsFolder: folder });
  } finally {
    await close();
    await rm(folder, { recursive: true });
  }
}

/** Every row of every table, as SQL that puts them into the same tables of another database: one row a line. */
export async function dump(db: WriteDb): Promise<string> {
  const tables = await db.execute<{ name: string; identity: string | null }>(sql`
    select t.table_name as name, c.column_name as identity from information_schema.tables t
    left join information_schema.columns c on c.table_name = t.table_name and c.is_identity = 'YES'
    where t.table_schema = 'public' order by t.table_name`);
  const parts = [
    "-- Past the guards: these rows are history.",
    "set session_replication_role = replica;",
    `truncate ${tables.map(({ name }) => name).join(", ")};`,
  ];
  for (const { name, identity } of tables) {
    const rows = await db.execute<{ row: string }>(
      sql.raw(`select row_to_json(t)::text as row from ${name} t order by row_to_json(t)::text`),
    );
    if (rows.length === 0) throw new Error(`The table ${name} has no row to show what becomes of it`);
    parts.push(
      `insert into ${name} overriding system value select * from json_populate_recordset(null::${name}, $rows$[`,
      rows.map(({ row }) => row).join(",\n"),
      "]$rows$);",
    );
    if (identity)
      parts.push(`select setval(pg_get_serial_sequence('${name}', '${identity}'), max(${identity})) from ${name};`);
  }
  return `${parts.join("\n")}\n`;
}

export async function restore(url: string, dumped: string): Promise<void> {
  const { db, close } = connect(url, { max: 1 });
  try {
    await db.execute(sql.raw(dumped));
  } finally {
    await close();
  }
}
