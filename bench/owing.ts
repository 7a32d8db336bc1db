import { makeWorkerUtils } from "graphile-worker";
import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { rounds, timed } from "./measure.ts";
import { startApp } from "./setup/app.ts";
import { makeBareTable } from "./setup/bare-table.ts";
import type { DatabaseServer } from "./setup/database.ts";
import { openRegistry } from "./setup/registry.ts";
import { printTable, times, whole } from "./table.ts";

/**
 * Owing a notice to everyone who follows, from the HTTP call to its answer. Beside it, in the same run: the bare
 * insertion of the same rows into a table like `deliveries`; the same with foreign keys for what our triggers check; and
 * as many jobs put into two job queues by their bulk calls. Each on an empty table, after a checkpoint.
 */
export async function owing(server: DatabaseServer, { people = [1000, 10_000, 100_000], repeats = 3 } = {}) {
  const rows: string[][] = [];
  for (const count of people) {
    const ms = await rounds(repeats, async () => ({
      ...(await announceAndBare(await server.fresh(), count)),
      graphile: await graphile(await server.bare(), count),
      boss: await boss(await server.bare(), count),
    }));
    const { announce, bare, guarded } = ms;
    const ratios = [times(announce / bare), whole(guarded), times(announce / guarded)];
    rows.push([whole(count), whole(announce), whole(bare), ...ratios, whole(ms.graphile), whole(ms.boss)]);
  }
  const head = [
    "followers",
    "announce, ms",
    "bare insert … select, ms",
    "ratio",
    "with foreign keys, ms",
    "ratio",
    "graphile-worker, ms",
    "pg-boss, ms",
  ];
  printTable(`Owing (median of ${repeats})`, head, rows);
}

async function announceAndBare(
  url: string,
  people: number,
): Promise<{ announce: number; bare: number; guarded: number }> {
  const registry = openRegistry({ url });
  await registry.fill();
  const app = await startApp(url);
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    // Twice to nobody, so that neither the server nor this process is cold.
    for (let times = 0; times < 2; times += 1) await app.announce(await registry.draft());
    await registry.follow(people);
    const number = await registry.draft();
    await sql`checkpoint`;
    const announce = await timed(() => app.announce(number));
    await expectRows(sql, "deliveries", people);
    const insert = async () => {
      await sql`checkpoint`;
      const ms = await timed(() =>
        sql.begin(
          (tx) => tx`
            insert into bare_deliveries (notice_id, subscriber_id, email_hash, batch_id, state, state_at, chain)
            select notice_id, subscriber_id, email_hash, batch_id, state, state_at, chain from deliveries`,
        ),
      );
      await expectRows(sql, "bare_deliveries", people);
      return ms;
    };
    await makeBareTable(sql, "deliveries");
    const bare = await insert();
    await sql`drop table bare_deliveries`;
    await makeBareTable(sql, "deliveries");
    await sql`alter table bare_deliveries add foreign key (batch_id) references batches (id),
      add foreign key (subscriber_id) references subscribers (id) on delete set null`;
    return { announce, bare, guarded: await insert() };
  } finally {
    await sql.end();
    await app.stop();
    await registry.close();
  }
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
