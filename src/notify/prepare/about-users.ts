import { eq } from "drizzle-orm";
import { type notices, signInLinks, users } from "../../db/schema.ts";
import { lacksApproval } from "../../model/change/four-eyes.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import { getChangeSet } from "../../registry/changes/change-sets.ts";
import type { Mutation } from "../../registry/log/frame.ts";
import { namesOfActors } from "../../registry/users/actors.ts";
import type { About } from "../mail/letters/written.ts";

/** What mails to users are about, beside what they are told of answers. */

type Writing = { deps: Mutation; organisation: Organisation; notice: typeof notices.$inferSelect; about: About };

/** What an invitation to operate the registry is about: as what, and who invited them. */
export async function invited({ deps, about, notice }: Writing) {
  const { invitedBy } = notice.about ?? {};
  const [user] = await deps.db
    .select({ role: users.role })
    .from(signInLinks)
    .innerJoin(users, eq(users.id, signInLinks.userId))
    .where(eq(signInLinks.noticeId, notice.id));
  if (!user) throw new Error(`Notice ${notice.id} has no link`);
  const [other] = invitedBy
    ? await deps.db.select({ name: users.name }).from(users).where(eq(users.id, invitedBy))
    : [];
  return { ...about, role: user.role, by: other?.name ?? null, byMail: deps.config.signIn.byMail };
}

/** What a mail about a draft that waits says of it as it is now. */
export async function draftDue({ deps, about, notice, organisation }: Writing) {
  const { draft: due, user, by } = notice.about ?? {};
  if (!due) throw new Error(`Notice ${notice.id} is about no draft`);
  const changeSet = await getChangeSet(deps, due.changeSet);
  const isOwn = changeSet.authors.includes(`user:${user}`);
  const lacks = lacksApproval(organisation, changeSet) ? (isOwn ? "another" : "reader") : null;
  return { ...about, due, changeSet, lacks, by: await nameOf(deps, by) } as const;
}

/** Who did what a mail tells of, by name; null where nobody is named. */
const nameOf = async ({ db }: Mutation, by = "") => (await namesOfActors(db, [by])).get(by) ?? null;

/** Who has switched four eyes off, by name, and when. */
export async function fourEyesOff({ deps, about, notice }: Writing) {
  return { ...about, by: await nameOf(deps, notice.about?.by), at: notice.createdAt };
}
