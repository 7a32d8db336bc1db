import { and, eq } from "drizzle-orm";
import { mails, type notices } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import { dateIn } from "../model/dates.ts";
import { canonicalJson, sha256 } from "../model/hash.ts";
import type { Organisation } from "../model/organisation-document.ts";
import type { Locale } from "../model/text.ts";
import { getResponse } from "../registry/answers/responses.ts";
import { getChangeSet } from "../registry/changes/change-sets.ts";
import type { ContactTerms } from "../registry/changes/concerned.ts";
import { findChangeSet } from "../registry/changes/drafts.ts";
import { audit } from "../registry/log/audit.ts";
import { loadCorrections } from "../registry/log/load-register.ts";
import { getOrganisation } from "../registry/log/organisation.ts";
import { getSnapshot } from "../registry/log/snapshots.ts";
import {
  alreadyFollowingMail,
  announcementMail,
  confirmationMail,
  contactLeftMail,
  contactReplacedMail,
  correctionMail,
  findingsMail,
  type Late,
  type Mail,
  objectionMail,
  receiptMail,
  reminderMail,
  resolutionMail,
  unreachableMail,
  withdrawalMail,
} from "./mail/index.ts";

export type Notice = typeof notices.$inferSelect;

/** Whom a mail is written for: a follower, who has no terms of their own, or a contact, by their customers' terms. */
export type Reader = { locale: Locale; terms: readonly ContactTerms[] };

/** Readers with the same variant, in the same language, read the same mail. */
export const variantOf = ({ terms }: Reader): string => (terms.length === 0 ? "" : canonicalJson(terms));

/** The notice's mail for a reader: written and frozen the first time it is needed, the same ever after. */
export async function frozenMail(deps: Deps, notice: Notice, reader: Reader): Promise<Mail> {
  const { locale } = reader;
  const variant = variantOf(reader);
  const here = and(eq(mails.noticeId, notice.id), eq(mails.locale, locale), eq(mails.variant, variant));
  const [frozen] = await deps.db.select().from(mails).where(here);
  if (frozen) return frozen;
  const mail = await write(deps, notice, reader);
  const hash = sha256(canonicalJson(mail));
  await deps.db
    .insert(mails)
    .values({ noticeId: notice.id, locale, variant, ...mail, sha256: hash, frozenAt: deps.clock.now() });
  if (notice.changeSet !== null) {
    await audit(deps.db, deps.clock, {
      actor: "system",
      action: "mail.written",
      subject: `notice:${notice.id}`,
      data: { locale, variant: sha256(variant), sha256: hash, response: notice.about?.response ?? null },
    });
  }
  return mail;
}

async function write(deps: Deps, notice: Notice, { locale, terms }: Reader): Promise<Mail> {
  const organisation = await getOrganisation(deps.db);
  const about = { organisation, locale, publicUrl: deps.config.publicUrl };
  switch (notice.kind) {
    case "confirmation":
      return confirmationMail(about);
    case "already-following":
      return alreadyFollowingMail(about);
    case "unreachable":
      return unreachableMail({ ...about, customers: notice.about?.customers ?? [] });
    case "contact-left":
      return contactLeftMail({ ...about, ...contactOf(notice) });
    case "contact-replaced":
      return contactReplacedMail({ ...about, ...contactOf(notice) });
    case "findings":
      return findingsMail({
        ...about,
        findings: (notice.about?.findings ?? []).map(({ name, message }) => ({ vendor: name, message })),
      });
    case "receipt":
      return receiptMail({ ...about, ...(await answered(deps, notice)) });
    case "resolution":
      return resolutionMail({ ...about, ...(await answered(deps, notice)) });
    case "objection":
      return objectionMail({ ...about, ...(await answered(deps, notice)) });
  }
  const subject = { ...about, terms, ...(await announced(deps, notice)) };
  switch (notice.kind) {
    case "announcement":
      return announcementMail(subject);
    case "late-announcement":
      return announcementMail({ ...subject, late: await since(deps, notice, organisation) });
    case "withdrawal":
      return withdrawalMail(subject);
    case "reminder":
      return reminderMail(subject);
    case "correction":
      return correctionMail({ ...subject, text: notice.about?.text ?? "" });
  }
  throw new Error(`Nobody writes the mail of notice ${notice.id}`);
}

/** The contact a notice to the organisation is about, and whose. */
function contactOf({ id, about }: Notice) {
  if (!about?.subscriber || !about.customers) throw new Error(`Notice ${id} is about no contact`);
  return { subscriber: about.subscriber, customers: about.customers };
}

/** The change set a notice is about, and the version of the list that was published with it. */
async function announced(deps: Deps, { id, changeSet, snapshot }: Notice) {
  if (changeSet === null) throw new Error(`Notice ${id} is about no change set`);
  const number = snapshot ?? (await findChangeSet(deps.db, changeSet)).publishedAs;
  return {
    changeSet: await getChangeSet(deps, changeSet),
    snapshot: number === null ? null : await getSnapshot(deps.db, number),
  };
}

/** What was corrected before a late announcement was owed; of what is corrected later its readers are told as the others. */
async function since({ db }: Deps, { changeSet, createdAt }: Notice, { timeZone }: Organisation): Promise<Late> {
  const corrections = (await loadCorrections(db)).filter(
    (each) => each.changeSet === changeSet && each.at <= createdAt,
  );
  return { on: dateIn(timeZone, createdAt), corrections };
}

/** The answer a notice is about, and the change set it was given to. */
async function answered(deps: Deps, { id, about }: Notice) {
  if (!about?.response) throw new Error(`Notice ${id} is about no answer`);
  const response = await getResponse(deps, about.response);
  return { response, changeSet: await getChangeSet(deps, response.changeSet) };
}
