import type { Registry } from "./registry.ts";

/** Statements, sent as one and so in one transaction, that fill an empty database with what this one holds now. */
export async function keepRows(r: Registry): Promise<string> {
  const tables = await r.rows("select quote_ident(tablename) as name from pg_tables where schemaname = 'public'");
  const kept = await r.rows(
    tables
      .map(({ name }) => `select '${name}' as name, json_agg(t)::text as rows from ${name} t having count(*) > 0`)
      .join(" union all "),
  );
  const sequences = await r.rows(`select format('select setval(%L, %s)', sequencename, last_value) as statement
    from pg_sequences where schemaname = 'public' and last_value is not null`);
  return [
    "set local session_replication_role = replica", // as rows that are there already: no trigger acts on them
    ...kept.flatMap(({ name, rows }) => [
      `delete from ${name}`, // what migrations leave
      `insert into ${name} overriding system value
        select * from json_populate_recordset(null::${name}, '${String(rows).replaceAll("'", "''")}')`,
    ]),
    ...sequences.map(({ statement }) => statement),
  ].join("; ");
}
