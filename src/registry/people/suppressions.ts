import { z } from "@hono/zod-openapi";
import { and, asc, eq, getTableColumns, or, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { KEY, type Page, type PageOf, pagesOfTable } from "../../db/paging.ts";
import { subscribers, suppressions } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { hashEmail } from "../../model/values/hash.ts";
import { found } from "../../model/values/refusal.ts";
import { prose } from "../../model/values/text.ts";
import type { Actor } from "../log/audit.ts";
import { writeRegistry } from "../log/frame.ts";
import { customersAt, noteReachability } from "./reachability.ts";

export type Suppression = typeof suppressions.$inferSelect & {
  /** Null when nobody with this address is known any more: only its hash is. */
  email: string | null;
};

/** Suppressed addresses, oldest first. */
export const suppressionPages = pagesOfTable({ since: KEY.instant, id: KEY.id }, suppressions, asc);

/**
 * Suppressed addresses; with `email`, those that have it in them. One of which only the hash is known is found by the
 * whole of it.
 */
export function listSuppressions(
  { db, config }: Pick<Deps, "db" | "config">,
  { email, ...query }: PageOf<typeof suppressionPages> & { email?: string | undefined },
): Promise<Page<Suppression>> {
  const isLike =
    email === undefined
      ? undefined
      : or(
          sql`strpos(${subscribers.emailKey}, lower(${email})) > 0`,
          eq(suppressions.emailHash, hashEmail(config.tokenSecret, email)),
        );
  return suppressionPages.page(query, (after, limit) =>
    selectSuppressions(db)
      .where(and(isLike, after))
      .orderBy(...suppressionPages.order)
      .limit(limit),
  );
}

/** A suppressed address. Refuses: not-found. */
export async function getSuppression({ db }: Pick<Deps, "db">, id: string): Promise<Suppression> {
  return found(await selectSuppressions(db).where(eq(suppressions.id, id)), "suppression");
}

const selectSuppressions = (db: Db) =>
  db
    .select({ ...getTableColumns(suppressions), email: subscribers.email })
    .from(suppressions)
    .leftJoin(subscribers, eq(subscribers.emailHash, suppressions.emailHash));

export const LiftSuppression = z.strictObject({
  reason: prose(500).describe("Why mail is wanted again: it is recorded."),
});

/** Lets an address get mail again; the reason goes into the audit log. Refuses: not-found. */
export function liftSuppression(deps: Deps, actor: Actor, id: string, reason: string): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    const lifted = await w.db.delete(suppressions).where(eq(suppressions.id, id)).returning();
    await noteReachability(w, customersAt(found(lifted, "suppression").emailHash));
    w.audit("address.unsuppressed", id, { reason });
  });
}
