import { asc, eq } from "drizzle-orm";
import { byTime } from "../../db/paging.ts";
import { subscribers, suppressions } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../model/refusal.ts";
import { type Actor, audit } from "../log/audit.ts";
import { lockRegistry } from "../log/organisation.ts";
import { customersAt, noteReachability } from "./reachability.ts";

export type Suppression = typeof suppressions.$inferSelect & {
  /** Null when nobody with this address is known any more: only its hash is. */
  email: string | null;
};

const oldestFirst = byTime(asc, suppressions.since, suppressions.id);

/** A page of suppressed addresses, oldest first, after a place in the list. */
export async function listSuppressions(
  { db }: Deps,
  { limit, after }: { limit: number; after: string | null },
): Promise<Suppression[]> {
  const rows = await db
    .select({ suppression: suppressions, email: subscribers.email })
    .from(suppressions)
    .leftJoin(subscribers, eq(subscribers.emailHash, suppressions.emailHash))
    .where(oldestFirst.after(after))
    .orderBy(...oldestFirst.order)
    .limit(limit);
  return rows.map(({ suppression, email }) => ({ ...suppression, email }));
}

/** Lets an address get mail again; the reason goes into the audit log. Refuses: not-found. */
export function liftSuppression(deps: Deps, id: string, reason: string, actor: Actor): Promise<void> {
  return deps.db.transaction(async (tx) => {
    const organisation = await lockRegistry(tx);
    const [lifted] = await tx.delete(suppressions).where(eq(suppressions.id, id)).returning();
    if (!lifted) throw new Refusal("not-found", "There is no such suppression.");
    await noteReachability({ ...deps, db: tx }, organisation, customersAt(lifted.emailHash));
    await audit(tx, deps.clock, {
      actor,
      action: "address.unsuppressed",
      subject: `suppression:${id}`,
      data: { reason },
    });
  });
}
