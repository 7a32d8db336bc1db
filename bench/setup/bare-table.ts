import type postgres from "postgres";

/**
 * Makes an empty table `bare_<table>` that costs as much to fill: columns, defaults, indexes and checks by LIKE, and
 * foreign keys, which LIKE leaves out, one by one.
 */
export async function makeBareTable(sql: postgres.Sql, table: string): Promise<void> {
  await sql.unsafe(`create table bare_${table} (like ${table} including all)`);
  const keys = await sql<{ definition: string }[]>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = ${table}::regclass and contype = 'f'`;
  for (const { definition } of keys) await sql.unsafe(`alter table bare_${table} add ${definition}`);
}
