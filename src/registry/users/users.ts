import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { columnsOf } from "../../db/columns.ts";
import { apiKeys, users } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { SIGN_IN } from "../../model/people/session.ts";
import { type NewUser, User, type UserChange } from "../../model/people/user.ts";
import { emailKey } from "../../model/values/email.ts";
import { found, Refusal, refuseField } from "../../model/values/refusal.ts";
import type { Locale } from "../../model/values/text.ts";
import { type Actor, userOf } from "../log/audit.ts";
import { type Locked, writeRegistry } from "../log/frame.ts";
import { oweUser } from "../owed/owe.ts";
import { endAccess } from "./access.ts";
import { makeMailedLink } from "./links.ts";

/** Of a user who was removed and is not any more. */
export const RESTORED = { removedAt: null, removedByGroups: false } as const;

/** Of `users`: not removed. */
export const liveUsers = isNull(users.removedAt);

const COLUMNS = columnsOf(users, User);

/** Everybody who operates the registry or has, the first first. */
export const listUsers = ({ db }: Pick<Deps, "db">): Promise<User[]> =>
  db.select(COLUMNS).from(users).orderBy(asc(users.invitedAt), asc(users.id));

/**
 * Makes a user, and mails them a link to sign in by, in that language or else the organisation's. Whoever was removed and is
 * invited again is the same person, so that what they wrote before stays theirs.
 * Refuses: email-taken, insufficient-scope (whoever invites may no longer administer).
 */
export function inviteUser(deps: Deps, actor: Actor, { email, name, role }: NewUser, locale?: Locale): Promise<User> {
  return writeRegistry(deps, actor, async (w) => {
    await refuseFormerAdmin(w);
    const key = emailKey(email);
    const [known] = await w.db.select(COLUMNS).from(users).where(eq(users.emailKey, key));
    if (known && known.removedAt === null) throw emailTaken();
    const row = { email, emailKey: key, name, role, invitedAt: w.now, hearsOfAnswers: false, ...RESTORED };
    const [user] = known
      ? await w.db.update(users).set(row).where(eq(users.id, known.id)).returning(COLUMNS)
      : await w.db.insert(users).values(row).returning(COLUMNS);
    if (!user) throw new Error("A user was not written");
    w.audit("user.invited", user.id, { role });
    const about = { locale: locale ?? w.organisation.defaultLocale, invitedBy: userOf(actor) };
    const noticeId = await oweUser(w, { kind: "user-invitation", about }, email);
    await makeMailedLink(w, { noticeId, userId: user.id, ms: SIGN_IN.invitation });
    return user;
  });
}

/**
 * Changes a user's name, address, role, or what they are mailed; the role holds from the next request on. Refuses:
 * not-found, email-taken, own-role (nobody takes the right to administer from themselves, so that somebody keeps it),
 * insufficient-scope.
 */
export function changeUser(deps: Deps, actor: Actor, id: string, change: UserChange): Promise<User> {
  return writeRegistry(deps, actor, async (w) => {
    await refuseFormerAdmin(w);
    const before = await liveUser(w.db, id);
    const { email = before.email, name = before.name, role = before.role } = change;
    const { hearsOfAnswers = before.hearsOfAnswers } = change;
    const after = { ...before, email, name, role, hearsOfAnswers };
    if (role !== before.role && id === userOf(actor)) throw ownRole();
    const key = emailKey(email);
    const [other] = await w.db.select({ id: users.id }).from(users).where(eq(users.emailKey, key));
    if (other && other.id !== id) throw emailTaken();
    const changed = (["email", "name", "role", "hearsOfAnswers"] as const).filter(
      (field) => after[field] !== before[field],
    );
    if (changed.length === 0) return before;
    await w.db.update(users).set({ email, emailKey: key, name, role, hearsOfAnswers }).where(eq(users.id, id));
    // Whoever reads the former address may be another.
    if (changed.includes("email")) await endAccess(w, id);
    w.audit("user.changed", id, { changed, role });
    return after;
  });
}

/** Changes what a user is called: themselves, or an admin. */
export const renameUser = (deps: Deps, actor: Actor, id: string, name: string): Promise<User> =>
  writeRegistry(deps, actor, async (w) => {
    if (id !== userOf(actor)) await refuseFormerAdmin(w);
    const before = await liveUser(w.db, id);
    if (before.name === name) return before;
    await w.db.update(users).set({ name }).where(eq(users.id, id));
    w.audit("user.changed", id, { changed: ["name"], role: before.role });
    return { ...before, name };
  });

/** Says whether a user is mailed what the organisation is told of answers and of what is due: themselves, or an admin. */
export const hearOfAnswers = (deps: Deps, actor: Actor, id: string, hearsOfAnswers: boolean): Promise<User> =>
  writeRegistry(deps, actor, async (w) => {
    if (id !== userOf(actor)) await refuseFormerAdmin(w);
    const before = await liveUser(w.db, id);
    if (before.hearsOfAnswers === hearsOfAnswers) return before;
    await w.db.update(users).set({ hearsOfAnswers }).where(eq(users.id, id));
    w.audit("user.changed", id, { changed: ["hearsOfAnswers"], role: before.role });
    return { ...before, hearsOfAnswers };
  });

/**
 * Removes a user, at once, and revokes their API keys. Twice is once. Refuses: not-found, own-role,
 * insufficient-scope.
 */
export function removeUser(deps: Deps, actor: Actor, id: string): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    await refuseFormerAdmin(w);
    const user = found(await w.db.select(COLUMNS).from(users).where(eq(users.id, id)), "user");
    if (id === userOf(actor)) throw ownRole();
    // Whom their groups have removed is not brought back by these after that.
    await w.db
      .update(users)
      .set({ removedAt: user.removedAt ?? w.now, removedByGroups: false })
      .where(eq(users.id, id));
    // A key may be what others have got hold of: whoever is invited again makes new ones.
    await w.db
      .update(apiKeys)
      .set({ revokedAt: w.now })
      .where(and(eq(apiKeys.userId, id), isNull(apiKeys.revokedAt)));
    if (user.removedAt) return;
    await endAccess(w, id);
    w.audit("user.removed", id);
  });
}

/** Of two admins who remove each other at once, the second is none any more. Keys that are nobody's were checked before. */
async function refuseFormerAdmin({ db, actor }: Locked): Promise<void> {
  const id = userOf(actor);
  if (id === null) return;
  const [user] = await db
    .select({ role: users.role })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.removedAt)));
  if (user?.role !== "admin")
    throw new Refusal("insufficient-scope", "This needs somebody who administers the registry.");
}

async function liveUser(db: Db, id: string): Promise<User> {
  const isLive = and(eq(users.id, id), isNull(users.removedAt));
  return found(await db.select(COLUMNS).from(users).where(isLive), "user");
}

const emailTaken = () => refuseField("email-taken", "/email", "is another user's");

const ownRole = () =>
  new Refusal("own-role", "Nobody takes the right to administer from themselves: another admin has to do it.");

/**
 * To whom a test goes: somebody who operates the registry, by address; without one, whoever asks. Refuses: invalid-request
 * where there is nobody like that.
 */
export async function testReader({ db }: Pick<Deps, "db">, actor: Actor, email?: string): Promise<User> {
  const id = userOf(actor);
  if (email === undefined && id === null)
    throw refuseField("invalid-request", "/to", "is required: this key is of nobody in particular");
  const live = (await listUsers({ db })).filter(({ removedAt }) => removedAt === null);
  const user = live.find((each) => (email === undefined ? each.id === id : emailKey(each.email) === emailKey(email)));
  if (!user) throw refuseField("invalid-request", "/to", "is of nobody who operates the registry");
  return user;
}
