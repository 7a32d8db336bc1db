import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { freshDatabase, postgresUrl } from "./setup/database.ts";
import { keepRows } from "./setup/kept-rows.ts";
import { registry } from "./setup/registry.ts";
import { releasedStory } from "./setup/released.ts";
import { createFromTemplate } from "./setup/template.ts";

/** What a database holds: every table's rows, its sequences, and the names of its columns. */
async function contents(url: string) {
  const client = postgres(url, { max: 1, fetch_types: false });
  const tables = await client<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' order by 1`;
  const rows = Object.fromEntries(
    await Promise.all(
      tables.map(async ({ name }) => [name, [...(await client`select * from ${client(name)} t order by t::text`)]]),
    ),
  );
  const sequences = await client`select sequencename, last_value from pg_sequences order by 1`;
  const columns = await client`select table_name, column_name from information_schema.columns
    where table_schema = 'public' order by 1, ordinal_position`;
  await client.end();
  return { rows, sequences: [...sequences], columns: [...columns] };
}

test("a database that others have used is as a new one", async () => {
  const server = await postgresUrl();
  const admin = postgres(server, { max: 1, fetch_types: false });
  onTestFinished(() => admin.end());
  const asNew = await contents(await createFromTemplate(admin, server, "never_used"));
  await admin`drop database never_used`;

  const ends: (() => Promise<void>)[] = [];
  const used = await releasedStory({ atEnd: (end) => ends.push(end) });
  expect((await contents(used.url)).rows.deliveries?.length).toBeGreaterThan(0);
  for (const end of ends) await end();
  const again = await freshDatabase();
  expect(again.url).toBe(used.url);
  expect(await contents(again.url)).toEqual(asNew);

  const client = postgres(again.url, { max: 1, fetch_types: false });
  await client`alter table organisation rename to hidden`;
  await client.end();
  await again.giveBack();
  const restored = await freshDatabase();
  onTestFinished(restored.giveBack);
  expect(restored.url).toBe(again.url);
  expect(await contents(restored.url)).toEqual(asNew);
});

test("what is kept of one database fills another with the same", async () => {
  const ends: (() => Promise<void>)[] = [];
  const kept = await releasedStory({ atEnd: (end) => ends.push(end) });
  const rows = await keepRows(kept);
  const before = await contents(kept.url);
  for (const end of ends) await end();
  const filled = await registry();
  await filled.rows(rows);
  expect(await contents(filled.url)).toEqual(before);
});
