import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { signInRequests, users } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { SIGN_IN } from "../../model/people/session.ts";
import { emailKey } from "../../model/values/email.ts";
import type { Locale } from "../../model/values/text.ts";
import { type Locked, writeWithoutLock } from "../log/frame.ts";
import { countedBy, DAY, HOUR, isOverLimit, type Limit, MINUTE } from "../owed/limits.ts";
import { oweUser } from "../owed/owe.ts";
import { settleWaiting, WAITING_PER_IP } from "../owed/waiting.ts";
import { makeMailedLink } from "./links.ts";
import { liveUsers } from "./users.ts";

/** Whoever signs in to announce does so each hour; a mailbox is still nobody's to fill. */
const LIMITS: Limit<"mailboxHash" | "ipHash">[] = [
  { of: "mailboxHash", within: 15 * MINUTE, atMost: 3 },
  { of: "mailboxHash", within: DAY, atMost: 30 },
  { of: "ipHash", within: HOUR, atMost: 30 },
  { of: null, within: HOUR, atMost: 300 },
];

/**
 * Takes a request for a link by mail. One statement whatever the address, so that neither answer nor time tells if it is
 * a user's. Its mail is in that language.
 */
export function askForLink(
  deps: Deps,
  { email, locale, ip }: { email: string; locale: Locale; ip: string | null },
): Promise<void> {
  const { mailboxHash, ipHash } = countedBy(deps.config, { email, ip });
  return writeWithoutLock(deps, "public", async ({ db, now, kick }) => {
    await db.execute(sql`
      insert into ${signInRequests} (requested_at, email, mailbox_hash, ip_hash, locale)
      select ${now.toISOString()}::timestamptz, ${email}, ${mailboxHash}, ${ipHash}, ${locale}
      where (select count(*) from ${signInRequests} where ip_hash = ${ipHash} and settled_at is null) < ${WAITING_PER_IP}`);
    kick();
  });
}

/** Decides what each waiting request leads to: a link by mail, or nothing. Tells if more wait. */
export const settleSignInRequests = (deps: Deps, atMost: number): Promise<boolean> =>
  settleWaiting(deps, atMost, {
    name: "sign-in",
    next: async () => {
      const waiting = deps.db
        .select({ id: signInRequests.id })
        .from(signInRequests)
        .where(isNull(signInRequests.settledAt));
      return (await waiting.orderBy(asc(signInRequests.requestedAt)).limit(1))[0];
    },
    settle: settleOne,
    setAside: async ({ db }, id) => {
      await db.delete(signInRequests).where(eq(signInRequests.id, id));
    },
  });

async function settleOne(w: Locked, id: string): Promise<void> {
  const { db, now } = w;
  const here = eq(signInRequests.id, id);
  const [request] = await db
    .select()
    .from(signInRequests)
    .where(and(here, isNull(signInRequests.settledAt)));
  if (!request?.email) return;
  const [user] = await db
    .select()
    .from(users)
    .where(and(eq(users.emailKey, emailKey(request.email)), liveUsers));
  const isLate = now.getTime() - request.requestedAt.getTime() >= SIGN_IN.mailedLink;
  // Nobody else can use up what a user may be sent: only mails count.
  if (!user || isLate || (await isOverLimit(w, { table: signInRequests, limits: LIMITS }, request))) {
    await db.delete(signInRequests).where(here);
    return;
  }
  const noticeId = await oweUser(w, { kind: "sign-in", about: { locale: request.locale } }, user.email);
  await makeMailedLink(w, { noticeId, userId: user.id, ms: SIGN_IN.mailedLink });
  await db.update(signInRequests).set({ email: null, settledAt: now }).where(here);
}
