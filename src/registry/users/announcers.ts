import { and, asc, inArray, isNull, ne } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { users } from "../../db/schema.ts";
import type { KindTo, NewNotice } from "../../model/people/notice.ts";
import { FIRST_ADMIN } from "../../model/people/user.ts";
import type { Locked } from "../log/frame.ts";
import { oweUser } from "../owed/owe.ts";

type Announcer = { id: string; email: string };

/** The users who may announce and have an address: whoever administers before anybody is invited may have stated none. */
export const announcers = (db: Db): Promise<Announcer[]> =>
  db
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(and(inArray(users.role, ["announce", "admin"]), isNull(users.removedAt), ne(users.email, FIRST_ADMIN.email)))
    .orderBy(asc(users.invitedAt), asc(users.id));

/** Owes a mail to each of some users, in a notice of their own. */
export async function oweUsers(
  w: Locked,
  readers: readonly Announcer[],
  noticeTo: (user: string) => NewNotice<KindTo<"user">>,
): Promise<void> {
  for (const { id, email } of readers) await oweUser(w, noticeTo(id), email);
}
