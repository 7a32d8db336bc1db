import { and, desc, eq, lt, lte, or } from "drizzle-orm";
import { columnsOf } from "../../db/columns.ts";
import { sessions, signInLinks, signInRequests, users } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { isLive, Session, SIGN_IN, type SignInMethod } from "../../model/people/session.ts";
import { User } from "../../model/people/user.ts";
import { sha256 } from "../../model/values/hash.ts";
import { found, Refusal } from "../../model/values/refusal.ts";
import { type Actor, userOf } from "../log/audit.ts";
import { type Bare, type Mutation, writeWithoutLock } from "../log/frame.ts";
import { DAY, HOUR } from "../owed/limits.ts";
import { isSecret, newSecret } from "./secret.ts";
import { liveUsers } from "./users.ts";

/** How far behind the time of a session's last request may be: not every request is to write. */
const SEEN_EVERY_MS = 5 * 60_000;

/** A user who is signed in, as they are at this request: their role may have changed since they signed in. */
export type SignedIn = { user: User; session: Session };

/** Begins a session of a user. Gives its token, which is in this answer and nowhere else. */
export async function beginSession(w: Mutation<Bare>, userId: string, method: SignInMethod): Promise<string> {
  const { db, now, audit } = w;
  const token = newSecret();
  const row = { userId, method, hash: sha256(token), signedInAt: now, seenAt: now };
  await db.insert(sessions).values(row);
  await db.update(users).set({ signedInAt: now }).where(eq(users.id, userId));
  audit("user.signed-in", userId, { method }, `user:${userId}`);
  return token;
}

/** Who is signed in by a token, while the session holds and the user is not removed; null for any other text. */
export async function signedInBy(deps: Deps, token: string): Promise<SignedIn | null> {
  if (!isSecret(token)) return null;
  const { db, clock } = deps;
  const [row] = await db
    .select({ user: columnsOf(users, User), session: columnsOf(sessions, Session) })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.hash, sha256(token)), liveUsers));
  const now = clock.now();
  if (!row || !isLive(row.session, now)) return null;
  if (now.getTime() - row.session.seenAt.getTime() >= SEEN_EVERY_MS) {
    await writeWithoutLock(deps, `user:${row.user.id}`, async (w) => {
      await w.db.update(sessions).set({ seenAt: now }).where(eq(sessions.id, row.session.id));
    });
  }
  return row;
}

/** The sessions that hold: a user's, or everybody's, the newest first. */
export async function listSessions({ db, clock }: Deps, userId?: string): Promise<Session[]> {
  const rows = await db
    .select(columnsOf(sessions, Session))
    .from(sessions)
    .where(userId === undefined ? undefined : eq(sessions.userId, userId))
    .orderBy(desc(sessions.signedInAt), desc(sessions.id));
  return rows.filter((session) => isLive(session, clock.now()));
}

/**
 * Ends a session, at once: by its owner, or by an admin. Refuses: not-found, for whoever is neither too.
 */
export function endSession(deps: Deps, actor: Actor, id: string, { isAdmin }: { isAdmin: boolean }): Promise<void> {
  return writeWithoutLock(deps, actor, async ({ db, audit }) => {
    const session = found(await db.select().from(sessions).where(eq(sessions.id, id)), "session");
    if (!isAdmin && session.userId !== userOf(actor)) throw new Refusal("not-found", "There is no such session.");
    await db.delete(sessions).where(eq(sessions.id, id));
    audit("user.session-ended", session.userId);
  });
}

/**
 * Forgets the sessions that hold no more, and the links that have expired; of requests for a link the keyed hash of an IP
 * address after the hour it counts, and the rest after a day.
 */
export async function forgetAccess({ db, now }: Pick<Mutation<Bare>, "db" | "now">): Promise<void> {
  await db.delete(signInLinks).where(lte(signInLinks.expiresAt, now));
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const { requestedAt } = signInRequests;
  await db
    .update(signInRequests)
    .set({ ipHash: null })
    .where(lt(requestedAt, ago(HOUR)));
  await db.delete(signInRequests).where(lt(requestedAt, ago(DAY)));
  await db
    .delete(sessions)
    .where(or(lt(sessions.signedInAt, ago(SIGN_IN.longest)), lt(sessions.seenAt, ago(SIGN_IN.idle))));
}
