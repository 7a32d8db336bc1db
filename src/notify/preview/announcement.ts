import { z } from "@hono/zod-openapi";
import type { Deps } from "../../deps.ts";
import { Authorisation } from "../../model/people/contract-terms.ts";
import type { ReaderTerms } from "../../model/people/reader.ts";
import { DateOn, dateIn } from "../../model/values/dates.ts";
import { explained } from "../../model/values/explained.ts";
import { Locale } from "../../model/values/text.ts";
import { testToken } from "../../model/values/token.ts";
import type { Preview } from "../../registry/changes/draft/preview.ts";
import { readOrganisation } from "../../registry/log/organisation.ts";
import { lawWith } from "../../transfers/index.ts";
import { loadEveryLanguage } from "../../words/index.ts";
import { announcementMail } from "../mail/letters/announcement.ts";
import { addresseeOf } from "../mail/letters/headline.ts";
import { lastDayOf } from "../mail/letters/reader.ts";
import { addressed } from "../mail/mail.ts";
import { reducedTo } from "../prepare/shares.ts";

/** A mail of an announcement, and who would read it. */
export const PreviewedMail = z.object({
  locale: Locale,
  audience: explained({
    followers: "whoever follows the list",
    contacts: "the contacts of customers whom it concerns",
  }),
  lastDayToObjectOn: DateOn.nullable().openapi({ description: "The reader's own." }),
  /** What their contracts ask for: "specific" if any does. */
  authorisation: Authorisation.nullable(),
  subject: z.string().describe("Its subject."),
  text: z.string().describe("As plain text."),
  html: z.string().describe("As HTML."),
});
export type PreviewedMail = z.infer<typeof PreviewedMail>;

/** With the name of a customer whose contact reads it, and how many people do; null for followers. */
export type DraftedMail = PreviewedMail & { reader: { customer: string; people: number } | null };

/**
 * The announcement's mails as they would be sent today: one to followers in each language the organisation writes, unless
 * only contacts would be told; and one to contacts for each language and terms there are among them.
 */
export async function previewMails(
  deps: Deps,
  { changeSet, recipients, readers, parts, awaitingApproval, isSilent }: Preview,
): Promise<DraftedMail[]> {
  if (isSilent || changeSet.changes.length === 0) return [];
  await loadEveryLanguage();
  const { organisation, amendments } = await readOrganisation(deps.db);
  const law = lawWith(amendments);
  const announced = {
    ...changeSet,
    announcedAt: changeSet.announcedAt ?? deps.clock.now(),
    awaitsApproval: awaitingApproval.size > 0,
    changes: changeSet.changes.map((each) => ({ ...each, awaitsApproval: awaitingApproval.has(each.vendor) })),
  };
  const today = dateIn(organisation.timeZone, deps.clock.now());
  const vendors = new Map(parts.map((part) => [part.number, part.vendors]));
  const write = (locale: Locale, terms: readonly ReaderTerms[], reader: DraftedMail["reader"] = null): DraftedMail => {
    const { publicUrl } = deps.config;
    const share = reducedTo(announced, { terms }, vendors, today);
    const about = { organisation, ...share, parts: vendors, snapshot: null, law, publicUrl, locale, terms };
    const isContact = terms.length > 0;
    const isSpecific = terms.some(({ authorisation }) => authorisation === "specific");
    const token = testToken({ locale, reader: isSpecific ? "approver" : isContact ? "contact" : "follower" });
    return {
      locale,
      audience: isContact ? "contacts" : "followers",
      lastDayToObjectOn: lastDayOf(about),
      authorisation: isContact ? (isSpecific ? "specific" : "general") : null,
      reader,
      ...addressed(announcementMail(about), token, token, {
        customer: reader?.customer ?? "",
        addressee: addresseeOf(null, locale),
      }),
    };
  };
  const toFollowers = recipients.followers > 0 || readers.total === 0 ? organisation.locales : [];
  return [
    ...toFollowers.map((locale) => write(locale, [])),
    ...readers.named.map(({ locale, terms, customer, people }) => write(locale, terms, { customer, people })),
  ];
}
