import { eq } from "drizzle-orm";
import { sessions, signInLinks } from "../../db/schema.ts";
import type { Mutation } from "../log/frame.ts";

/** Ends every session of a user, and the links another could be begun by. */
export async function endAccess({ db }: Pick<Mutation, "db">, id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.userId, id));
  await db.delete(signInLinks).where(eq(signInLinks.userId, id));
}
