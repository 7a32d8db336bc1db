import { and, eq, gt, isNull, lte } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { sessions, signInLinks, users } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { SIGN_IN } from "../../model/people/session.ts";
import { FIRST_ADMIN, type Role } from "../../model/people/user.ts";
import { emailKey } from "../../model/values/email.ts";
import { sha256 } from "../../model/values/hash.ts";
import { type Bare, writeWithoutLock } from "../log/frame.ts";
import { makeLink } from "./links.ts";
import { isSecret } from "./secret.ts";
import { beginSession } from "./sessions.ts";
import { liveUsers, RESTORED } from "./users.ts";

/** Whose link it is, while it has not been used and has not expired; null for any other text. Changes nothing. */
export async function userOfLink({ db, clock, config }: Deps, token: string): Promise<string | null> {
  if (!isSecret(token)) return null;
  const [link] = await db
    .select({ userId: signInLinks.userId })
    .from(signInLinks)
    .innerJoin(users, eq(users.id, signInLinks.userId))
    .where(and(isUsable(token, clock.now(), config), liveUsers));
  return link?.userId ?? null;
}

const isUsable = (token: string, now: Date, { signIn }: Deps["config"]) =>
  and(
    eq(signInLinks.hash, sha256(token)),
    eq(signInLinks.purpose, "sign-in"),
    gt(signInLinks.expiresAt, now),
    lte(signInLinks.madeAt, now),
    signIn.byMail ? undefined : isNull(signInLinks.noticeId),
  );

/**
 * Signs in by a link, which is used up by that. Gives the new session's token; null for a link that is none, was used,
 * has expired, or is of somebody who was removed. `former` is the token that the browser had: its session ends.
 */
export function signInByLink(deps: Deps, token: string, former: string | null): Promise<string | null> {
  if (!isSecret(token)) return Promise.resolve(null);
  return writeWithoutLock(deps, "public", async (w) => {
    // Deleting locks the row: of two who use it at once, one finds it gone.
    const [link] = await w.db
      .delete(signInLinks)
      .where(isUsable(token, w.now, w.config))
      .returning({ userId: signInLinks.userId });
    if (!link) return null;
    const [user] = await w.db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, link.userId), liveUsers))
      .for("share");
    if (!user) return null;
    // Whoever has signed in needs no other link.
    await w.db.delete(signInLinks).where(and(eq(signInLinks.userId, user.id), eq(signInLinks.purpose, "sign-in")));
    if (former) await w.db.delete(sessions).where(eq(sessions.hash, sha256(former)));
    return beginSession(w, user.id, "link");
  });
}

/** A link for whoever runs the server, for the user with that address; makes the user, or gives them that role. */
export function linkForOperator(deps: Bare, person: { email: string; name: string; role: Role }): Promise<string> {
  return writeWithoutLock(deps, "system", async (w) => {
    const { email, name, role } = person;
    const key = emailKey(email);
    const row = { role, ...RESTORED };
    // Two servers that start for the first time at once both make the first user.
    const [made] = await w.db
      .insert(users)
      .values({ ...row, email, emailKey: key, name, invitedAt: w.now })
      .onConflictDoNothing({ target: users.emailKey })
      .returning({ id: users.id });
    const [known] = made ? [] : await w.db.select().from(users).where(eq(users.emailKey, key)).for("update");
    if (known) await w.db.update(users).set(row).where(eq(users.id, known.id));
    const user = made ?? known;
    if (!user) throw new Error("A user was not written");
    if (!known || known.removedAt) w.audit("user.invited", user.id, { role });
    else if (known.role !== role) w.audit("user.changed", user.id, { changed: ["role"], role });
    return makeLink(w, user.id, SIGN_IN.shownLink);
  });
}

/** A link for the first user; null once there are others, or anybody has signed in. */
export async function firstSignInLink(deps: Bare): Promise<string | null> {
  if (!(await isBeforeFirstSignIn(deps.db))) return null;
  return linkForOperator(deps, FIRST_ADMIN);
}

async function isBeforeFirstSignIn(db: Db): Promise<boolean> {
  const known = await db.select({ email: users.email, signedInAt: users.signedInAt }).from(users).limit(2);
  return known.every(({ email, signedInAt }) => email === FIRST_ADMIN.email && signedInAt === null);
}
