import { z } from "@hono/zod-openapi";
import { and, asc, inArray, isNull } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { apiKeys, users } from "../../db/schema.ts";

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** The users who may approve and announce what these have written, by name: none of them. */
export async function approversOf(db: Db, authors: readonly string[]): Promise<string[]> {
  const mayAnnounce = and(inArray(users.role, ["announce", "admin"]), isNull(users.removedAt));
  const live = await db.select().from(users).where(mayAnnounce).orderBy(asc(users.invitedAt), asc(users.id));
  return live.filter(({ id }) => !authors.includes(`user:${id}`)).map(({ name }) => name);
}

/** Persons and keys among actors, by what they are called; other actors have no name. */
export async function namesOfActors(db: Db, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  // The admin key of the settings has no row.
  const idsOf = (kind: string) =>
    actors.flatMap((actor) => (actor.startsWith(kind) ? actor.slice(kind.length) : [])).filter(isId);
  const [people, keys] = [idsOf("user:"), idsOf("key:")];
  const named = [
    ...(people.length === 0 ? [] : await db.select().from(users).where(inArray(users.id, people))).map(
      ({ id, name }) => [`user:${id}`, name] as const,
    ),
    ...(keys.length === 0 ? [] : await db.select().from(apiKeys).where(inArray(apiKeys.id, keys))).map(
      ({ id, name }) => [`key:${id}`, name] as const,
    ),
  ];
  return new Map(named);
}
