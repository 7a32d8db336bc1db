import { and, between, eq, isNotNull, sql } from "drizzle-orm";
import type { Config } from "../../config.ts";
import { signups } from "../../db/schema.ts";
import { domainOf, mailboxOf } from "../../model/people/mailbox.ts";
import { hashEmail, keyedHash } from "../../model/values/hash.ts";
import { networkOf } from "../../model/values/network.ts";
import type { Mutation } from "../log/frame.ts";

type Row = typeof signups.$inferSelect;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A form that mails whatever address is typed into it is a weapon: these are counted over mails, not over requests. A
 * domain may belong to one person, or take every name there is.
 */
const LIMITS: { of: "mailboxHash" | "domainHash" | "ipHash" | null; within: number; atMost: number }[] = [
  { of: "mailboxHash", within: 10 * MINUTE, atMost: 1 },
  { of: "mailboxHash", within: DAY, atMost: 3 },
  { of: "domainHash", within: HOUR, atMost: 40 },
  { of: "domainHash", within: DAY, atMost: 200 },
  { of: "ipHash", within: HOUR, atMost: 30 },
  { of: null, within: HOUR, atMost: 1000 },
];

/** By what a request counts, as keyed hashes. Visitors nobody can tell apart count as one. */
export function countedBy({ tokenSecret }: Config, { email, ip }: { email: string; ip: string | null }) {
  const domain = domainOf(email);
  return {
    emailHash: hashEmail(tokenSecret, email),
    mailboxHash: keyedHash(tokenSecret, "mailbox", mailboxOf(email)),
    domainHash: domain && keyedHash(tokenSecret, "domain", domain),
    ipHash: keyedHash(tokenSecret, "ip", networkOf(ip ?? "") ?? "unknown"),
  };
}

/** Whether as many mails as may be have gone out already to the same mailbox or domain, for the same visitor, or in all. */
export async function isOverLimit({ db, now }: Pick<Mutation, "db" | "now">, signup: Row): Promise<boolean> {
  const reached = LIMITS.flatMap(({ of, within, atMost }) => {
    const value = of && signup[of];
    if (of && value === null) return [];
    // What lies further ahead was settled before the clock was set back, and limits nobody.
    const lately = between(signups.settledAt, new Date(now.getTime() - within), new Date(now.getTime() + within));
    const same = of && value ? eq(signups[of], value) : undefined;
    return sql<boolean>`count(*) filter (where ${and(lately, same)}) >= ${atMost}`;
  });
  const [row] = await db
    .select({ isOver: sql<boolean>`${sql.join(reached, sql` or `)}` })
    .from(signups)
    .where(isNotNull(signups.settledAt));
  return row?.isOver ?? false;
}
