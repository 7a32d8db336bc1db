import { and, eq, gt, isNull, lte, ne, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { notices, sessions, signInLinks, users } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { SIGN_IN } from "../../model/people/session.ts";
import { FIRST_ADMIN, type User } from "../../model/people/user.ts";
import { emailKey } from "../../model/values/email.ts";
import { sha256 } from "../../model/values/hash.ts";
import type { Locale } from "../../model/values/text.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { DAY } from "../owed/limits.ts";
import { oweUser } from "../owed/owe.ts";
import { makeMailedLink } from "./links.ts";
import { isSecret, newSecret } from "./secret.ts";
import type { SignedIn } from "./sessions.ts";

/** So many mails that confirm an address a user may have sent in a day: a mailbox is nobody's to fill. */
const MOST_A_DAY = 5;

/**
 * Mails a link to an address that a user says is theirs: it becomes theirs when they confirm it, signed in. What they asked
 * for before is void. Where it is another user's nobody is mailed, which the answer does not tell. Tells whether it could be
 * asked: not so often in a day.
 */
export function askForAddress(
  deps: Deps,
  user: Pick<User, "id" | "email">,
  { email, locale }: { email: string; locale: Locale },
): Promise<boolean> {
  return writeRegistry(deps, `user:${user.id}`, async (w) => {
    if ((await askedOfLate(w, user.id)) >= MOST_A_DAY) return false;
    await w.db.delete(signInLinks).where(confirming(user.id));
    if (email === user.email || (await isAnothers(w.db, email, user.id))) return true;
    const about = { locale, user: user.id };
    const noticeId = await oweUser(w, { kind: "address-confirmation", about }, email);
    const link = { noticeId, userId: user.id, ms: SIGN_IN.addressLink };
    await makeMailedLink(w, { ...link, purpose: "confirm-address", email });
    return true;
  });
}

/** Whether a link confirms an address of this user, while it has not been used and has not expired. Changes nothing. */
export async function confirmsAddress({ db, clock }: Deps, userId: string, token: string): Promise<string | null> {
  if (!isSecret(token)) return null;
  const [link] = await db
    .select()
    .from(signInLinks)
    .where(isUsable(userId, token, clock.now()));
  return link?.email ?? null;
}

/**
 * Gives a user the address that a link was mailed to, which is used up by that; by the same user alone, who is signed in. Their
 * other sessions and links end, and the former address is told. Tells whether it did: not by a link that is none, was used or has
 * expired, nor where another user has the address by now.
 */
export function confirmAddress(deps: Deps, { user, session }: SignedIn, token: string): Promise<boolean> {
  if (!isSecret(token)) return Promise.resolve(false);
  return writeRegistry(deps, `user:${user.id}`, async (w) => {
    const { db, now } = w;
    const [link] = await db
      .delete(signInLinks)
      .where(isUsable(user.id, token, now))
      .returning();
    const [before] = await db
      .select()
      .from(users)
      .where(and(eq(users.id, user.id), isNull(users.removedAt)));
    if (!link?.email || !before || (await isAnothers(db, link.email, user.id))) return false;
    await tellFormer(w, before);
    await db
      .update(users)
      .set({ email: link.email, emailKey: emailKey(link.email) })
      .where(eq(users.id, user.id));
    // Whoever reads the former address may be another.
    await db.delete(sessions).where(and(eq(sessions.userId, user.id), ne(sessions.id, session.id)));
    await db.delete(signInLinks).where(and(eq(signInLinks.userId, user.id), eq(signInLinks.purpose, "sign-in")));
    w.audit("user.changed", user.id, { changed: ["email"], role: before.role });
    return true;
  });
}

const confirming = (userId: string) => and(eq(signInLinks.userId, userId), eq(signInLinks.purpose, "confirm-address"));

const isUsable = (userId: string, token: string, now: Date) =>
  and(
    confirming(userId),
    eq(signInLinks.hash, sha256(token)),
    gt(signInLinks.expiresAt, now),
    lte(signInLinks.madeAt, now),
  );

async function isAnothers(db: Db, email: string, userId: string): Promise<boolean> {
  const other = and(eq(users.emailKey, emailKey(email)), ne(users.id, userId));
  return (await db.$count(users, other)) > 0;
}

/** How many mails to confirm an address a user had sent in a day. */
const askedOfLate = ({ db, now }: Locked, userId: string): Promise<number> =>
  db.$count(
    notices,
    and(
      eq(notices.kind, "address-confirmation"),
      gt(notices.createdAt, new Date(now.getTime() - DAY)),
      sql`${notices.about} ->> 'user' = ${userId}`,
    ),
  );

/** Tells the address that a user had, if it was one, that another has taken its place. */
async function tellFormer(w: Locked, { id, email }: Pick<User, "id" | "email">): Promise<void> {
  if (email === FIRST_ADMIN.email) return;
  const noticeId = await oweUser(
    w,
    { kind: "address-changed", about: { locale: w.organisation.defaultLocale } },
    email,
  );
  const expiresAt = new Date(w.now.getTime() + SIGN_IN.invitation);
  const row = { noticeId, userId: id, email, purpose: "tell-former", madeAt: w.now, expiresAt } as const;
  // Nobody has its token.
  await w.db.insert(signInLinks).values({ ...row, hash: sha256(newSecret()) });
}
