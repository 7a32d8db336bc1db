import postgres from "postgres";

/**
 * Empties every table, past the guards of what is append-only, and leaves what the migrations leave. Where there is
 * little to delete it costs a tenth of truncating.
 */
const EMPTY = `do $$
  declare name text;
  begin
    set local session_replication_role = replica;
    for name in select tablename from pg_tables where schemaname = 'public' loop
      execute format('delete from %I', name);
    end loop;
    for name in select sequencename from pg_sequences where schemaname = 'public' loop
      perform setval(format('%I', name), 1, false);
    end loop;
    insert into organisation (id) values (1);
    insert into sender (id) values (1);
  end $$`;

export async function emptyTables(client: postgres.Sql): Promise<void> {
  await client.unsafe(EMPTY);
}

const DEADLOCK = "40P01";

/** For tests in workerd, which share one database. */
export async function emptyDatabase(url: string): Promise<void> {
  // The client is not ended: workerd closes its socket with the test, and complains about ending it.
  const client = postgres(url, { max: 1, fetch_types: false });
  for (;;) {
    try {
      return await emptyTables(client);
    } catch (error) {
      // What the queue still does of the test before may hold a row that this waits for, and wait for one that this has.
      if (!(error instanceof postgres.PostgresError && error.code === DEADLOCK)) throw error;
    }
  }
}
