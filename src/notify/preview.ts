import type { Deps } from "../deps.ts";
import { getOrganisation } from "../registry/organisation.ts";
import type { ChangeSetView } from "../registry/register.ts";
import type { Locale } from "../registry/text.ts";
import { addressed, announcementMail, type Mail } from "./mail/index.ts";

/** The announcement's mails, one per language the organisation writes, as they would be sent today. */
export async function previewMails(deps: Deps, changeSet: ChangeSetView): Promise<(Mail & { locale: Locale })[]> {
  if (changeSet.weight === "editorial" || changeSet.changes.length === 0) return [];
  const organisation = await getOrganisation(deps.db);
  const announced = { ...changeSet, announcedAt: changeSet.announcedAt ?? deps.clock.now() };
  const about = { organisation, changeSet: announced, snapshot: null, publicUrl: deps.config.publicUrl };
  return organisation.locales.map((locale) => {
    return { locale, ...addressed(announcementMail({ ...about, locale }), "preview") };
  });
}
