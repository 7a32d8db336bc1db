import { and, eq } from "drizzle-orm";
import { sessions, userIdentities, users } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { type Identity, roleOf } from "../../model/people/identity.ts";
import type { SignInMethod } from "../../model/people/session.ts";
import type { Role } from "../../model/people/user.ts";
import { emailKey } from "../../model/values/email.ts";
import { sha256 } from "../../model/values/hash.ts";
import { Email, line } from "../../model/values/text.ts";
import { type Mutation, writeWithoutLock } from "../log/frame.ts";
import { endAccess } from "./access.ts";
import { beginSession } from "./sessions.ts";
import { RESTORED } from "./users.ts";

/** Why somebody whom a provider has signed in may still not come in. */
export type NotLetIn = "unverified" | "taken" | "unknown" | "noRole" | "removed";

type Signing = { method: SignInMethod; former: string | null };
type Row = typeof users.$inferSelect;

/**
 * Signs in whom an identity provider names. Where groups give roles, a role is what they give at each sign-in: whoever has
 * none any more is removed until they have one again, and whoever was not known is made a user. Where they give none,
 * whoever was invited has the role that they were given. A user is found by the provider's name for them, the first time
 * by an address that the provider vouches for, and by no other. Gives the session's token; `former` is that of the browser's
 * session, which ends.
 */
export function signInByIdentity(
  deps: Deps,
  identity: Identity,
  { method, former }: Signing,
): Promise<{ token: string } | { refused: NotLetIn }> {
  return writeWithoutLock(deps, "public", async (w) => {
    const { roles } = w.config.signIn;
    const role = roleOf(roles, identity.groups);
    const known = await userOf(w, identity);
    if (typeof known === "string") return { refused: known };
    if (known?.removedAt && !(known.removedByGroups && role)) return { refused: "removed" };
    if (roles.length > 0 && role === null) {
      if (known?.isLinked) await removeByGroups(w, known);
      return { refused: "noRole" };
    }
    const id = known ? known.id : role && (await join(w, identity, role, method));
    if (id === null) return { refused: "unknown" };
    if (known && role) await follow(w, known, role);
    if (known && !known.isLinked) await linkTo(w, known.id, identity, method);
    if (former) await w.db.delete(sessions).where(eq(sessions.hash, sha256(former)));
    return { token: await beginSession(w, id, method) };
  });
}

/**
 * The user whom a provider names, and whether they are linked to that name; null where there is none. Whoever is linked to
 * another name of the provider is somebody else, who had the address before.
 */
async function userOf(
  { db }: Mutation,
  { issuer, subject, email, emailIsVerified }: Identity,
): Promise<(Row & { isLinked: boolean }) | null | "unverified" | "taken"> {
  const [linked] = await db
    .select({ user: users })
    .from(userIdentities)
    .innerJoin(users, eq(users.id, userIdentities.userId))
    .where(and(eq(userIdentities.issuer, issuer), eq(userIdentities.subject, subject)))
    .for("update", { of: users });
  if (linked) return { ...linked.user, isLinked: true };
  if (email === null || !emailIsVerified || !Email.safeParse(email).success) return "unverified";
  const [named] = await db
    .select()
    .from(users)
    .where(eq(users.emailKey, emailKey(email)))
    .for("update");
  if (!named) return null;
  const isTheirs = and(eq(userIdentities.issuer, issuer), eq(userIdentities.userId, named.id));
  return (await db.$count(userIdentities, isTheirs)) > 0 ? "taken" : { ...named, isLinked: false };
}

async function join(w: Mutation, identity: Identity, role: Role, method: SignInMethod): Promise<string> {
  const email = identity.email ?? "";
  const name = line().safeParse(identity.name ?? "").data ?? email;
  const [made] = await w.db
    .insert(users)
    .values({ email, emailKey: emailKey(email), name, role, invitedAt: w.now })
    .returning({ id: users.id });
  if (!made) throw new Error("A user was not written");
  w.audit("user.joined", made.id, { role, method }, "system");
  await linkTo(w, made.id, identity, method);
  return made.id;
}

async function linkTo({ db, now, audit }: Mutation, userId: string, identity: Identity, method: SignInMethod) {
  const { issuer, subject } = identity;
  await db.insert(userIdentities).values({ issuer, subject, userId, linkedAt: now });
  audit("user.linked", userId, { method }, "system");
}

/** Gives a user the role that their groups give, which holds from the next request on. */
async function follow({ db, audit }: Mutation, user: Row, role: Role): Promise<void> {
  if (user.role === role && user.removedAt === null) return;
  await db
    .update(users)
    .set({ role, ...RESTORED })
    .where(eq(users.id, user.id));
  if (user.removedAt) audit("user.invited", user.id, { role }, "system");
  else audit("user.changed", user.id, { changed: ["role"], role }, "system");
}

async function removeByGroups(w: Mutation, user: Row): Promise<void> {
  if (user.removedAt) return;
  await w.db.update(users).set({ removedAt: w.now, removedByGroups: true }).where(eq(users.id, user.id));
  await endAccess(w, user.id);
  w.audit("user.removed", user.id, {}, "system");
}
