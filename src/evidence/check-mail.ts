import { canonicalJson, sha256 } from "../model/hash.ts";
import type { FrozenMail, MailKey } from "../model/notice.ts";
import { type Logged, mailKey } from "./logged.ts";
import type { MailWords, Notice } from "./records.ts";
import { instant } from "./times.ts";

/** What can be wrong with a mail. Null: nothing. */

/** What the hash of a mail is made of. */
export const mailContent = ({ subject, text, html }: MailWords): string => canonicalJson({ subject, text, html });

/** Stands for what was erased of a person: in a text in its place, of a mail that quoted it for the whole. */
export const ERASED = "[erased]";

/** Whether all of a mail was erased. */
export const isErased = ({ subject, text, html }: MailWords): boolean =>
  [subject, text, html].every((part) => part === ERASED);

export const keyOfMail = ({ noticeId, locale, variant }: MailKey): string => mailKey(noticeId, locale, sha256(variant));

export function mailFault(mail: FrozenMail, notice: Pick<Notice, "changeSet"> | null, logged: Logged): string | null {
  if (notice === null) return "it is of no notice";
  const recorded = logged.mails.get(keyOfMail(mail));
  // Of a mail that is about no change set the log says nothing.
  if (recorded === undefined && notice.changeSet !== null) return "the audit log does not know it";
  if (recorded && recorded.sha256 !== mail.sha256) return "it is not the mail that was written";
  if (recorded && instant(mail.frozenAt) !== recorded.at) return `it was written at ${recorded.at}`;
  const isRedacted = logged.responses.get(recorded?.response ?? "")?.isRedacted === true;
  if (isRedacted && isErased(mail)) return null;
  return sha256(mailContent(mail)) === mail.sha256 ? null : "its hash is not that of its subject and words";
}
