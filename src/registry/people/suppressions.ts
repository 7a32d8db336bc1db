import { asc, eq, getTableColumns } from "drizzle-orm";
import { KEY, type Page, type PageOf, pagesOfTable } from "../../db/paging.ts";
import { subscribers, suppressions } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { found } from "../../model/values/refusal.ts";
import type { Actor } from "../log/audit.ts";
import { writeRegistry } from "../log/frame.ts";
import { customersAt, noteReachability } from "./reachability.ts";

export type Suppression = typeof suppressions.$inferSelect & {
  /** Null when nobody with this address is known any more: only its hash is. */
  email: string | null;
};

/** Suppressed addresses, oldest first. */
export const suppressionPages = pagesOfTable({ since: KEY.instant, id: KEY.id }, suppressions, asc);

export function listSuppressions({ db }: Deps, query: PageOf<typeof suppressionPages>): Promise<Page<Suppression>> {
  return suppressionPages.page(query, (after, limit) =>
    db
      .select({ ...getTableColumns(suppressions), email: subscribers.email })
      .from(suppressions)
      .leftJoin(subscribers, eq(subscribers.emailHash, suppressions.emailHash))
      .where(after)
      .orderBy(...suppressionPages.order)
      .limit(limit),
  );
}

/** Lets an address get mail again; the reason goes into the audit log. Refuses: not-found. */
export function liftSuppression(deps: Deps, actor: Actor, id: string, reason: string): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    const lifted = await w.db.delete(suppressions).where(eq(suppressions.id, id)).returning();
    await noteReachability(w, customersAt(found(lifted, "suppression").emailHash));
    w.audit("address.unsuppressed", id, { reason });
  });
}
