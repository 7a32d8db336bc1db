import { and, between, eq, isNotNull, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Config } from "../../config.ts";
import { domainOf, mailboxOf } from "../../model/people/mailbox.ts";
import { hashEmail, keyedHash } from "../../model/values/hash.ts";
import { networkOf } from "../../model/values/network.ts";
import type { Mutation } from "../log/frame.ts";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The most mails that a form sends within so many milliseconds: to what has the same hash, or in all (null). */
export type Limit<Of extends string> = { of: Of | null; within: number; atMost: number };

/** By what a request of a form counts, as keyed hashes. Visitors nobody can tell apart count as one. */
export function countedBy({ tokenSecret }: Config, { email, ip }: { email: string; ip: string | null }) {
  const domain = domainOf(email);
  return {
    emailHash: hashEmail(tokenSecret, email),
    mailboxHash: keyedHash(tokenSecret, "mailbox", mailboxOf(email)),
    domainHash: domain && keyedHash(tokenSecret, "domain", domain),
    ipHash: keyedHash(tokenSecret, "ip", networkOf(ip ?? "") ?? "unknown"),
  };
}

/**
 * Whether a form has sent as many mails as it may: to the same mailbox or domain, for the same visitor, or in all. Counted
 * are the requests that were settled with a mail.
 */
export async function isOverLimit<Of extends string>(
  { db, now }: Pick<Mutation, "db" | "now">,
  { table, limits }: { table: PgTable & Record<Of | "settledAt", PgColumn>; limits: readonly Limit<Of>[] },
  request: Record<Of, string | null>,
): Promise<boolean> {
  const reached = limits.flatMap(({ of, within, atMost }) => {
    const value = of && request[of];
    if (of && value === null) return [];
    // What lies further ahead was settled before the clock was set back, and limits nobody.
    const lately = between(table.settledAt, new Date(now.getTime() - within), new Date(now.getTime() + within));
    const same = of && value ? eq(table[of], value) : undefined;
    return sql<boolean>`count(*) filter (where ${and(lately, same)}) >= ${atMost}`;
  });
  const [row] = await db
    .select({ isOver: sql<boolean>`${sql.join(reached, sql` or `)}` })
    .from(table as PgTable)
    .where(isNotNull(table.settledAt));
  return row?.isOver ?? false;
}
