import { sql } from "drizzle-orm";
import type { WriteDb } from "../../src/db/client.ts";

/** Does what no application can: writes past the triggers, as somebody with the database in their hands. */
export async function tamper(tx: WriteDb, ...statements: string[]): Promise<void> {
  await tx.execute(sql`set local session_replication_role = replica`);
  for (const statement of statements) {
    const done = await tx.execute(sql.raw(statement));
    if (done.count === 0) throw new Error(`Nothing was tampered with by: ${statement}`);
  }
}
