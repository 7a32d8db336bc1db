import { and, eq } from "drizzle-orm";
import { mails, type notices, snapshots } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { getChangeSet } from "../registry/change-sets.ts";
import { canonicalJson, sha256 } from "../registry/hash.ts";
import { getOrganisation } from "../registry/organisation.ts";
import type { Locale } from "../registry/text.ts";
import { alreadyFollowingMail, announcementMail, confirmationMail, type Mail, withdrawalMail } from "./mail/index.ts";

export type Notice = typeof notices.$inferSelect;

/** The notice's mail in one language: written and frozen the first time it is needed, the same ever after. */
export async function frozenMail(deps: Deps, notice: Notice, locale: Locale): Promise<Mail> {
  const here = and(eq(mails.noticeId, notice.id), eq(mails.locale, locale));
  const [frozen] = await deps.db.select().from(mails).where(here);
  if (frozen) return frozen;
  const mail = await write(deps, notice, locale);
  await deps.db
    .insert(mails)
    .values({ noticeId: notice.id, locale, ...mail, sha256: sha256(canonicalJson(mail)), frozenAt: deps.clock.now() });
  return mail;
}

async function write(deps: Deps, notice: Notice, locale: Locale): Promise<Mail> {
  const organisation = await getOrganisation(deps.db);
  const about = { organisation, locale, publicUrl: deps.config.publicUrl };
  if (notice.kind === "confirmation") return confirmationMail(about);
  if (notice.kind === "already-following") return alreadyFollowingMail(about);
  if (notice.changeSet === null || notice.snapshot === null) throw new Error(`Notice ${notice.id} is about nothing`);
  const [snapshot] = await deps.db.select().from(snapshots).where(eq(snapshots.number, notice.snapshot));
  const subject = { ...about, changeSet: await getChangeSet(deps, notice.changeSet), snapshot: snapshot ?? null };
  return notice.kind === "announcement" ? announcementMail(subject) : withdrawalMail(subject);
}
