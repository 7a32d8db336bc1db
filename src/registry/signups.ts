import { and, asc, count, eq, gt, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "../db/client.ts";
import { signups, subscribers } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { audit } from "./audit.ts";
import { keyedHash } from "./hash.ts";
import { oweMail } from "./owe.ts";
import type { Locale } from "./text.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// A form that mails whatever address is typed into it is a weapon: these are counted over mails, not over requests.
const PER_ADDRESS = [
  { within: 10 * MINUTE, atMost: 1 },
  { within: DAY, atMost: 3 },
];
const PER_IP = [{ within: HOUR, atMost: 30 }];
const IN_ALL = [{ within: HOUR, atMost: 1000 }];

/** How long a signup, and with it the keyed hash of an IP address, is kept: as long as the longest limit. */
export const SIGNUP_KEPT_MS = DAY;

export type Signup = { email: string; locale: Locale; products: string[]; ip: string | null };

/** Takes a request of the form. One insert whatever the address, so that neither answer nor time tells if it is known. */
export async function takeSignup({ db, clock, config }: Deps, signup: Signup): Promise<void> {
  await db.insert(signups).values({
    requestedAt: clock.now(),
    email: signup.email,
    emailHash: hashEmail(config.tokenSecret, signup.email),
    ipHash: signup.ip && keyedHash(config.tokenSecret, "ip", networkOf(signup.ip)),
    locale: signup.locale,
    products: signup.products,
  });
}

/** Decides what each waiting signup leads to: a confirmation mail, a reminder that one follows already, or nothing. */
export async function settleSignups(deps: Deps): Promise<void> {
  while (await deps.db.transaction((tx) => settleOne({ ...deps, db: tx }))) {
    // One transaction each, so that a broken one holds up nobody else.
  }
}

async function settleOne(deps: Deps): Promise<boolean> {
  const { db: tx, clock } = deps;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('signups'))`);
  const [signup] = await tx
    .select()
    .from(signups)
    .where(isNull(signups.settledAt))
    .orderBy(asc(signups.requestedAt))
    .limit(1);
  if (!signup?.email) return false;
  if (await isOverLimit(tx, clock.now(), signup)) {
    await tx.delete(signups).where(eq(signups.id, signup.id));
    return true;
  }
  await answer(deps, { ...signup, email: signup.email });
  await tx.update(signups).set({ email: null, settledAt: clock.now() }).where(eq(signups.id, signup.id));
  return true;
}

async function isOverLimit(tx: Db, now: Date, signup: typeof signups.$inferSelect): Promise<boolean> {
  const rules: [SQL | undefined, { within: number; atMost: number }[]][] = [
    [eq(signups.emailHash, signup.emailHash), PER_ADDRESS],
    [signup.ipHash === null ? sql`false` : eq(signups.ipHash, signup.ipHash), PER_IP],
    [undefined, IN_ALL],
  ];
  for (const [whose, limits] of rules) {
    for (const { within, atMost } of limits) {
      const since = gt(signups.settledAt, new Date(now.getTime() - within));
      const [row] = await tx
        .select({ mails: count() })
        .from(signups)
        .where(and(isNotNull(signups.settledAt), since, whose));
      if ((row?.mails ?? 0) >= atMost) return true;
    }
  }
  return false;
}

async function answer(deps: Deps, signup: Omit<Signup, "ip"> & { emailHash: string }): Promise<void> {
  const { db: tx, clock } = deps;
  const now = clock.now();
  const key = emailKey(signup.email);
  const [known] = await tx.select().from(subscribers).where(eq(subscribers.emailKey, key)).for("update");
  if (known?.status === "active") return oweMail(tx, now, "already-following", known.id);
  const wishes = { email: signup.email, locale: signup.locale, products: signup.products, requestedAt: now };
  const [subscriber] = known
    ? await tx.update(subscribers).set(wishes).where(eq(subscribers.id, known.id)).returning()
    : await tx
        .insert(subscribers)
        .values({ ...wishes, emailKey: key, emailHash: signup.emailHash, status: "pending", createdAt: now })
        .returning();
  if (!subscriber) throw new Error("A subscriber was not inserted");
  await oweMail(tx, now, "confirmation", subscriber.id);
  await audit(tx, clock, { actor: "public", action: "subscriber.requested", subject: `subscriber:${subscriber.id}` });
}

/** An address as it is compared: mail providers ignore case, and so do people. */
export const emailKey = (email: string): string => email.toLowerCase();

export const hashEmail = (secret: string, email: string): string => keyedHash(secret, "email", emailKey(email));

/** An IPv6 visitor owns a /64, so that is what is counted. */
function networkOf(ip: string): string {
  return ip.includes(":") && !ip.includes(".") ? ip.toLowerCase().split(":").slice(0, 4).join(":") : ip;
}
