import { and, eq, ne } from "drizzle-orm";
import { sessions, signInLinks } from "../../db/schema.ts";
import type { Mutation } from "../log/frame.ts";

/** Ends every session of a user, and the links another could be begun by, or the address changed. */
export async function endAccess({ db }: Pick<Mutation, "db">, id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.userId, id));
  await db.delete(signInLinks).where(and(eq(signInLinks.userId, id), ne(signInLinks.purpose, "tell-former")));
}
