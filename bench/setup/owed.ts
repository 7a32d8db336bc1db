import { sql } from "drizzle-orm";
import type { DatabaseServer } from "./database.ts";
import { type Child, start } from "./process.ts";
import { openRegistry } from "./registry.ts";

/** A database in which as many people are owed a notice that nobody has begun to send. */
export async function owed(server: DatabaseServer, people: number): Promise<string> {
  const url = await server.fresh();
  const registry = openRegistry({ url });
  await registry.fill();
  await registry.follow(people);
  await registry.announce(await registry.draft());
  await registry.deps.db.execute(sql`vacuum analyze deliveries, batches`);
  await registry.deps.db.execute(sql`checkpoint`);
  await registry.close();
  return url;
}

/** A database in which a draft that adds so many vendors is to be announced to as many people. */
export async function drafted(server: DatabaseServer, people: number, vendors: number) {
  const url = await server.fresh();
  const registry = openRegistry({ url });
  await registry.fill();
  await registry.follow(people);
  const number = await registry.draft(vendors);
  await registry.close();
  return { url, number };
}

/** Fails unless every one of them was sent exactly one mail, by the provider's ids. */
export async function expectAllSent(url: string, people: number): Promise<void> {
  const registry = openRegistry({ url });
  const [row] = await registry.deps.db.execute<{ accepted: number; mails: number; others: number }>(sql`
    select count(*) filter (where state = 'accepted')::integer as accepted, count(distinct email_id)::integer as mails,
      count(*) filter (where state <> 'accepted')::integer as others from deliveries`);
  await registry.close();
  if (row?.accepted !== people || row.mails !== people || row.others !== 0) {
    throw new Error(`Of ${people} mails: ${JSON.stringify(row)}`);
  }
}

export type Mailbox = { url: string; stop(): Promise<void> };

/**
 * The stand-in for the provider in a process of its own. It remembers every mail it took; so that its memory does not
 * become what is measured, it is emptied every few seconds.
 */
export async function startMailboxProcess(rateLimit: number | null = null): Promise<Mailbox> {
  const child: Child<{ url: string }> = await start("mailbox", { rateLimit }, ["--max-old-space-size=4096"]);
  const { url } = child.answer;
  const emptying = setInterval(() => fetch(`${url}/api/messages`, { method: "DELETE" }).catch(() => {}), 3000);
  return {
    url,
    async stop() {
      clearInterval(emptying);
      await child.stop();
    },
  };
}
