import postgres from "postgres";
import { migrateDatabase } from "../../src/db/migrate.ts";
import { asAppRole, makeAppRole } from "../../src/local/database.ts";

const template = "template_migrated";

/** Notes every command that changes a database's tables, so that it is known to be no longer as it was made. */
const NOTE_CHANGES = `
  create schema setup;
  create table setup.changes (command text);
  create function setup.note() returns event_trigger language plpgsql security definer as
    $$ begin insert into setup.changes values (tg_tag); end $$;
  create event trigger note on ddl_command_end execute function setup.note();
  alter event trigger note enable always`;

const APP_PASSWORD = "registry";

/** The address of a database for the role that the app has. */
export const appUrl = (url: string): string => asAppRole(url, APP_PASSWORD);

/** Runs the migrations once, in a database that every other is copied from. */
export async function makeTemplate(admin: postgres.Sql, server: string): Promise<void> {
  await admin.unsafe(`create database ${template}`);
  await makeAppRole(server, APP_PASSWORD);
  await migrateDatabase(databaseUrl(server, template));
  const client = postgres(databaseUrl(server, template), { max: 1, onnotice: () => {} });
  await client.unsafe(NOTE_CHANGES);
  await client.end(); // a template can be copied only while nobody is connected to it
}

export async function createDatabase(admin: postgres.Sql, server: string, name: string): Promise<string> {
  await admin.unsafe(`create database ${name}`);
  return databaseUrl(server, name);
}

/** Copies the files: the default would write them through the log besides. */
export async function createFromTemplate(admin: postgres.Sql, server: string, name: string): Promise<string> {
  await admin.unsafe(`create database ${name} template ${template} strategy file_copy`);
  return databaseUrl(server, name);
}

export function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
