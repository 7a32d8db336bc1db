import { asc, eq } from "drizzle-orm";
import { byTime } from "../../db/paging.ts";
import { subscribers, suppressions } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../model/values/refusal.ts";
import type { Actor } from "../log/audit.ts";
import { writeRegistry } from "../log/frame.ts";
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
export function liftSuppression(deps: Deps, actor: Actor, id: string, reason: string): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    const [lifted] = await w.db.delete(suppressions).where(eq(suppressions.id, id)).returning();
    if (!lifted) throw new Refusal("not-found", "There is no such suppression.");
    await noteReachability(w, customersAt(lifted.emailHash));
    w.audit({
      action: "address.unsuppressed",
      subject: `suppression:${id}`,
      data: { reason },
    });
  });
}
