import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { createFromTemplate } from "./template.ts";

/** An empty, migrated database of its own; the whole server goes at the end of the run. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = inject("postgresUrl");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const url = await createFromTemplate(admin(server), server, name);
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
