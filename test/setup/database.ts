import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { type Clients, openClients } from "./clients.ts";
import { emptyTables } from "./empty-database.ts";
import { type Shared, shared } from "./shared.ts";
import { createDatabase, createFromTemplate, databaseUrl } from "./template.ts";

export type Database = { url: string; clients?: Clients; giveBack(): Promise<void> };

/**
 * A migrated database with nothing in it, until it is given back. Making one costs more than most tests do: those that
 * were given back are emptied for the next test.
 */
export async function freshDatabase(): Promise<Database> {
  const spare = ours.find(({ taken }) => !taken);
  if (spare) spare.taken = true;
  const database = spare ?? (await claim());
  if (!(await isMadeEmpty(database))) await makeAnew(database);
  if (database.clients.closed) database.clients = openClients(database.url);
  const giveBack = async () => {
    database.taken = false;
  };
  return { url: database.url, clients: database.clients, giveBack };
}

/** A database without any table. */
export async function bareDatabase(): Promise<Database> {
  const server = await postgresUrl();
  const name = `bare_${randomUUID().replaceAll("-", "")}`;
  const url = await createDatabase(admin(server), server, name);
  const giveBack = async () => {
    await admin(server).unsafe(`drop database ${name} with (force)`);
  };
  return { url, giveBack };
}

type Reused = { name: string; url: string; client: postgres.Sql; clients: Clients; taken: boolean };

/** The databases that this file has. */
const ours: Reused[] = [];
let lastAsked = 0;

/** Takes the first database that no other file has: a file keeps its locks for as long as it is connected. */
async function claim(): Promise<Reused> {
  const server = await postgresUrl();
  for (;;) {
    lastAsked += 1;
    const number = lastAsked;
    const [lock] = await admin(server)`select pg_try_advisory_lock(${number}) as taken`;
    if (!lock?.taken) continue;
    const name = `test_${number}`;
    const there = await admin(server)`select from pg_database where datname = ${name}`;
    if (there.length === 0) await createFromTemplate(admin(server), server, name);
    const url = databaseUrl(server, name);
    const database = { name, url, client: clientOf(url), clients: openClients(url), taken: true };
    ours.push(database);
    return database;
  }
}

/** Empties a database, unless its tables were changed, or have grown so large that making it anew is faster. */
async function isMadeEmpty({ client, clients }: Reused): Promise<boolean> {
  // Whatever a test has left open. A client whose connections are ended from here might not know of it yet.
  const leftOpen =
    await client`select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
    and not (state = 'idle' and application_name = 'subprocessor-registry')`;
  if (leftOpen.length > 0) {
    await client`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    await clients.close();
  }
  const [found] = await client`select exists (select from setup.changes)
      or (select sum(pg_relation_size(oid)) > 5e6 from pg_class where relnamespace = 'public'::regnamespace) as spoilt`;
  if (found?.spoilt) return false;
  await emptyTables(client);
  return true;
}

async function makeAnew(database: Reused): Promise<void> {
  const server = await postgresUrl();
  await Promise.all([database.client.end(), database.clients.close()]);
  await admin(server).unsafe(`drop database ${database.name} with (force)`);
  await createFromTemplate(admin(server), server, database.name);
  database.client = clientOf(database.url);
}

let services: Promise<Shared["services"]> | undefined;

export async function postgresUrl(): Promise<string> {
  services ??= shared(inject("door"), "services");
  return (await services).postgresUrl;
}

let connected: postgres.Sql | undefined;

function admin(server: string): postgres.Sql {
  connected ??= clientOf(server);
  return connected;
}

const clientOf = (url: string) => postgres(url, { max: 1, fetch_types: false });
