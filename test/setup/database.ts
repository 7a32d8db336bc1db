import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { createDatabase, createFromTemplate } from "./template.ts";

export type Database = { url: string; drop(): Promise<void> };

/** An empty, migrated database of its own; the whole server goes at the end of the run. */
export const freshDatabase = (): Promise<Database> => made(createFromTemplate);

/** A database of its own without any table. */
export const bareDatabase = (): Promise<Database> => made(createDatabase);

async function made(create: typeof createDatabase): Promise<Database> {
  const server = inject("postgresUrl");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const url = await create(admin(server), server, name);
  return {
    url,
    drop: async () => {
      await admin(server).unsafe(`drop database ${name} with (force)`);
    },
  };
}

let client: postgres.Sql | undefined;

function admin(url: string): postgres.Sql {
  client ??= postgres(url, { max: 1, fetch_types: false, idle_timeout: 1 });
  return client;
}
