import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

/**
 * Loses database sessions at each moment at which the client once failed. Takes the address of a database and the
 * folder of a postgres.js, and prints what came of it: a client that is wrong ends this process, or waits for ever.
 */
const [, , url = "", folder = ""] = process.argv;
const postgres: typeof import("postgres") = (await import(pathToFileURL(`${folder}/src/index.js`).href)).default;

const operator = postgres(url, { max: 1, fetch_types: false });
await operator`create table if not exists lost_sessions (name text)`;

const clients: Record<string, typeof operator> = {};
const endSessions = async (name: string) => {
  await operator`select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = ${name}`;
  await sleep(50); // the client reads of it
};
const connected = (name: string) => {
  const client = postgres(url, {
    max: 1,
    fetch_types: false,
    backoff: () => 0.02,
    connection: { application_name: name },
  });
  clients[name] = client;
  return client;
};
const report = (...words: unknown[]) => process.stdout.write(`${words.join(" ")}\n`);
const outcome = (work: Promise<unknown>) =>
  Promise.race([
    work.then(
      () => "done",
      (error) => error.code ?? error.message,
    ),
    sleep(10_000, "still waiting", { ref: false }),
  ]);

// A session ends between two statements of a transaction; the second one must not run in the transaction of another.
{
  const client = connected("between");
  let second: Promise<string> | undefined;
  const first = client.begin(async (transaction) => {
    await transaction`insert into lost_sessions values ('first')`;
    await endSessions("between");
    await sleep(100); // the other transaction has the connection by now
    second = outcome(transaction`insert into lost_sessions values ('stray')`);
    await second;
  });
  const other = client.begin(async (transaction) => {
    await transaction`insert into lost_sessions values ('other')`;
    await sleep(300);
    await transaction`insert into lost_sessions values ('other, again')`;
  });
  report("the transaction that lost its session:", await outcome(first));
  report("the one that waited for the connection:", await outcome(other));
  await sleep(300);
  report("the statement after the loss:", await second);
}

// A session ends while a statement is under way.
{
  const client = connected("under way");
  const sleeping = outcome(client.begin((transaction) => transaction`select pg_sleep(30)`));
  await sleep(100);
  await endSessions("under way");
  report("the statement under way:", await sleeping);
  report("the next one:", await outcome(client`select 1`));
}

// A session ends at the very moment at which the next statement is about to be written.
{
  const client = connected("about to write");
  let lost = "";
  for (let round = 0; round < 8; round += 1) {
    const work = client.begin(async (transaction) => {
      await transaction`select 1`;
      await Promise.all([
        operator`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'about to write'`,
        (async () => {
          for (;;) await transaction`select 1`;
        })(),
      ]);
    });
    lost = await outcome(work);
    if (lost === "done" || lost === "still waiting") break;
    if ((await outcome(client`select 1`)) === "still waiting") lost = "still waiting afterwards";
  }
  report("statements without a pause:", lost);
}

report("written:", (await operator`select name from lost_sessions order by name`).map(({ name }) => name).join(", "));
await Promise.all([...Object.values(clients), operator].map((client) => client.end({ timeout: 5 })));
