import { makeWorkerUtils } from "graphile-worker";
import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { rounds, timed } from "./measure.ts";
import type { DatabaseServer } from "./setup/database.ts";
import { start } from "./setup/process.ts";
import { openRegistry } from "./setup/registry.ts";
import { printTable, times, whole } from "./table.ts";

/**
 * Owing a notice to everyone who follows, from the HTTP call to its answer. Beside it, in the same run: the bare
 * insertion of the same rows into a table like `deliveries`, and as many jobs put into two job queues by their bulk
 * calls. Each on an empty table, after a checkpoint.
 */
export async function owing(server: DatabaseServer, { people = [1000, 10_000, 100_000], repeats = 3 } = {}) {
  const rows: string[][] = [];
  for (const count of people) {
    const ms = await rounds(repeats, async () => ({
      ...(await announceAndBare(await server.fresh(), count)),
      graphile: await graphile(await server.bare(), count),
      boss: await boss(await server.bare(), count),
    }));
    const { announce, bare } = ms;
    rows.push([whole(count), whole(announce), whole(bare), times(announce / bare), whole(ms.graphile), whole(ms.boss)]);
  }
  const head = ["followers", "announce, ms", "bare insert … select, ms", "ratio", "graphile-worker, ms", "pg-boss, ms"];
  printTable(`Owing (median of ${repeats})`, head, rows);
}

async function announceAndBare(url: string, people: number): Promise<{ announce: number; bare: number }> {
  const registry = openRegistry({ url });
  await registry.fill();
  const app = await start<{ url: string; adminKey: string }>("app", { url });
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    // Twice to nobody, so that neither the server nor this process is cold.
    for (let times = 0; times < 2; times += 1) await announceTo(app.answer, await registry.draft());
    await registry.follow(people);
    const number = await registry.draft();
    await sql`checkpoint`;
    const announce = await timed(() => announceTo(app.answer, number));
    await expectRows(sql, "deliveries", people);
    await makeTableLikeDeliveries(sql);
    await sql`checkpoint`;
    const bare = await timed(() =>
      sql.begin(
        (tx) => tx`
          insert into bare (notice_id, subscriber_id, email_hash, batch_id, state, state_at, chain)
          select notice_id, subscriber_id, email_hash, batch_id, state, state_at, chain from deliveries`,
      ),
    );
    await expectRows(sql, "bare", people);
    return { announce, bare };
  } finally {
    await sql.end();
    await app.stop();
    await registry.close();
  }
}

async function announceTo({ url, adminKey }: { url: string; adminKey: string }, number: number): Promise<void> {
  const response = await fetch(`${url}/v1/change-sets/${number}/announce`, {
    method: "POST",
    headers: { authorization: `Bearer ${adminKey}`, "content-type": "application/json" },
    body: JSON.stringify({ effectiveOn: "2099-01-01" }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`Announcing answered ${response.status}: ${text}`);
}

/** Columns, defaults, indexes and checks by LIKE; foreign keys, which LIKE leaves out, one by one. */
async function makeTableLikeDeliveries(sql: postgres.Sql): Promise<void> {
  await sql`create table bare (like deliveries including all)`;
  const keys = await sql<{ definition: string }[]>`
    select pg_get_constraintdef(oid) as definition from pg_constraint where conrelid = 'deliveries'::regclass and contype = 'f'`;
  for (const { definition } of keys) await sql.unsafe(`alter table bare add ${definition}`);
}

async function expectRows(sql: postgres.Sql, table: string, expected: number): Promise<void> {
  const [row] = await sql<{ rows: number }[]>`select count(*)::integer as rows from ${sql(table)}`;
  if (row?.rows !== expected) throw new Error(`${table} holds ${row?.rows} rows, not ${expected}`);
}

/** What a job needs to know to send one mail. */
function payloads(count: number): { notice: string; subscriber: string }[] {
  const notice = crypto.randomUUID();
  return Array.from({ length: count }, () => ({ notice, subscriber: crypto.randomUUID() }));
}

async function graphile(connectionString: string, count: number): Promise<number> {
  const utils = await makeWorkerUtils({ connectionString });
  try {
    await utils.migrate();
    const jobs = payloads(count).map((payload) => ({ identifier: "send", payload }));
    await utils.withPgClient((client) => client.query("checkpoint"));
    return await timed(() => utils.addJobs(jobs));
  } finally {
    await utils.release();
  }
}

async function boss(connectionString: string, count: number): Promise<number> {
  const queue = new PgBoss({ connectionString, supervise: false, schedule: false });
  queue.on("error", (error) => console.error(error));
  await queue.start();
  try {
    await queue.createQueue("send");
    const jobs = payloads(count).map((data) => ({ data }));
    await queue.getDb().executeSql("checkpoint");
    return await timed(() => queue.insert("send", jobs));
  } finally {
    await queue.stop({ graceful: false });
  }
}
