import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { apiKeys, users } from "../../db/schema.ts";
import type { Deps } from "../../deps.ts";
import { type ApiKey, isApiKey, KeyScope, newApiKey } from "../../model/values/api-key.ts";
import { equalBytes, sha256 } from "../../model/values/hash.ts";
import { found, Refusal } from "../../model/values/refusal.ts";
import { type Actor, userOf } from "../log/audit.ts";
import { writeWithoutLock } from "../log/frame.ts";
import { liveUsers } from "./users.ts";

export function allows(granted: readonly KeyScope[], needed: KeyScope): boolean {
  return granted.some((scope) => KeyScope.options.indexOf(scope) >= KeyScope.options.indexOf(needed));
}

type Holder = { actor: Actor; scopes: KeyScope[]; ended: "revoked" | "expired" | null };

/**
 * Who a key counts as, what it may do, and whether that has ended; null for a key that there never was. A malformed one
 * never reaches the database.
 */
export async function holderOf({ db, config, clock }: Deps, key: string): Promise<Holder | null> {
  if (!isApiKey(key)) return null;
  if (config.adminApiKey && equalBytes(Buffer.from(config.adminApiKey), Buffer.from(key))) {
    return { actor: "key:ADMIN_API_KEY", scopes: ["admin"], ended: null };
  }
  const [found] = await db
    .select({ row: apiKeys, user: users })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.userId))
    .where(eq(apiKeys.hash, sha256(key)));
  if (!found) return null;
  const { row, user } = found;
  const { scopes } = toApiKey(row);
  const expired = row.expiresAt !== null && row.expiresAt <= clock.now();
  return {
    actor: user ? `user:${user.id}` : `key:${row.id}`,
    scopes: user ? scopes.map((scope) => (allows([user.role], scope) ? scope : user.role)) : scopes,
    ended: row.revokedAt || user?.removedAt ? "revoked" : expired ? "expired" : null,
  };
}

/**
 * Makes a key, which is the person's who makes it. The key itself is in this answer and nowhere else. Waits for no
 * import, nor does revoking one.
 * Refuses: invalid-request (an end in the past).
 */
export function createApiKey(
  deps: Deps,
  actor: Actor,
  { name, scopes, expiresAt = null }: { name: string; scopes: KeyScope[]; expiresAt?: Date | null | undefined },
): Promise<ApiKey & { key: string }> {
  return writeWithoutLock(deps, actor, async (w) => {
    if (expiresAt && expiresAt <= w.now) {
      const errors = [{ pointer: "/expiresAt", detail: "must be in the future" }];
      throw new Refusal("invalid-request", "A key that has expired opens nothing.", { errors });
    }
    const key = newApiKey();
    const [row] = await w.db
      .insert(apiKeys)
      .values({ name, scopes, hash: sha256(key), userId: userOf(actor), createdAt: w.now, expiresAt })
      .returning();
    if (!row) throw new Error("An API key was not inserted");
    const data = { name, scopes, ...(expiresAt && { expiresAt: expiresAt.toISOString() }) };
    w.audit("api-key.created", row.id, data);
    return { ...toApiKey(row), key };
  });
}

/** The first key of a new registry; null when there is one already. Keys of other scopes do not count. */
export async function createFirstApiKey(deps: Deps): Promise<string | null> {
  if (deps.config.adminApiKey || (await liveKeys(deps.db, deps.clock.now())).some(isAdmin)) return null;
  return (await createApiKey(deps, "system", { name: "First key", scopes: ["admin"] })).key;
}

export async function listApiKeys({ db }: Deps): Promise<ApiKey[]> {
  return (await db.select().from(apiKeys).orderBy(asc(apiKeys.createdAt), asc(apiKeys.id))).map(toApiKey);
}

/** The keys that open something at this moment: a user's, or all. */
export async function listOpenKeys({ db, clock }: Deps, userId?: string): Promise<ApiKey[]> {
  const { revokedAt, expiresAt } = apiKeys;
  const opens = and(isNull(revokedAt), or(isNull(expiresAt), gt(expiresAt, clock.now())));
  const rows = await db
    .select({ row: apiKeys })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.userId))
    .where(and(opens, liveUsers, userId === undefined ? undefined : eq(apiKeys.userId, userId)))
    .orderBy(asc(apiKeys.createdAt), asc(apiKeys.id));
  return rows.map(({ row }) => toApiKey(row));
}

/**
 * Revokes a key at once: its owner does, or an admin. Refuses: not-found, for whoever is neither too; last-admin-key
 * (nobody could make another).
 */
export function revokeApiKey(
  deps: Deps,
  actor: Actor,
  id: string,
  { mayAdminister = true }: { mayAdminister?: boolean } = {},
): Promise<void> {
  return writeWithoutLock(deps, actor, async ({ db, config, now, audit }) => {
    // Locked: of two who revoke the last two at once, the second must see that one is left.
    const live = await liveKeys(db, now).for("update");
    const row = found(await db.select().from(apiKeys).where(eq(apiKeys.id, id)), "API key");
    if (!mayAdminister && row.userId !== userOf(actor)) throw new Refusal("not-found", "There is no such API key.");
    if (row.revokedAt) return;
    if (
      !config.adminApiKey &&
      row.userId === null &&
      isAdmin(row) &&
      !live.some((other) => other.id !== id && isAdmin(other))
    ) {
      throw new Refusal("last-admin-key", "This is the last key that may administer the registry: make another first.");
    }
    await db.update(apiKeys).set({ revokedAt: now }).where(eq(apiKeys.id, id));
    audit("api-key.revoked", id);
  });
}

type Row = typeof apiKeys.$inferSelect;

/** The keys that are nobody's: a person's ends with the person. */
const liveKeys = (db: Db, now: Date) =>
  db
    .select()
    .from(apiKeys)
    .where(
      and(isNull(apiKeys.userId), isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now))),
    )
    .orderBy(asc(apiKeys.id));

const isAdmin = (row: Row): boolean => allows(toApiKey(row).scopes, "admin");

function toApiKey(row: Row): ApiKey {
  const scopes = KeyScope.options.filter((scope) => row.scopes.includes(scope));
  const { id, name, userId: user, createdAt, expiresAt, revokedAt } = row;
  return { id, name, scopes, user, createdAt, expiresAt, revokedAt };
}
