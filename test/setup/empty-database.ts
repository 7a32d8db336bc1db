import postgres from "postgres";

/** Empties every table, past the guards of what is append-only. For tests in workerd, which share one database. */
export async function emptyDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, fetch_types: false });
  await client.begin(async (sql) => {
    const tables =
      await sql`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'`;
    await sql.unsafe("set local session_replication_role = replica");
    await sql.unsafe(`truncate ${tables.map(({ name }) => name).join(", ")} restart identity`);
    await sql.unsafe("insert into organisation (id) values (1); insert into sender (id) values (1)");
  });
  // The client is not ended: workerd closes its socket with the test, and complains about ending it.
}
