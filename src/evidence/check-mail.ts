import { type MailKey, NOTICE_KINDS } from "../model/people/notice.ts";
import { ERASED } from "../model/values/erased.ts";
import { sha256 } from "../model/values/hash.ts";
import { instant, mailContent } from "./chain.ts";
import { type LogContents, mailKey } from "./log-contents.ts";
import type { Mail, MailWords, Notice } from "./records.ts";

/** What can be wrong with a mail. Null: nothing. */

/** Whether all of a mail was erased. */
export const isErased = ({ subject, text, html }: MailWords): boolean =>
  [subject, text, html].every((part) => part === ERASED);

export const keyOfMail = ({ noticeId, locale, variant }: MailKey): string => mailKey(noticeId, locale, sha256(variant));

/** Whether the log has the mails of a notice: those about change sets, and those to readers. */
export const isLogged = ({ kind, changeSet }: Pick<Notice, "kind" | "changeSet">): boolean =>
  changeSet !== null || NOTICE_KINDS[kind].to === "readers";

export function mailFault(mail: Mail, log: LogContents): string | null {
  if (mail.notice === null) return "it is of no notice";
  const recorded = log.mails.get(keyOfMail(mail));
  // Of a mail to one person, or to the organisation, that is about no change set the log says nothing.
  if (recorded === undefined && isLogged(mail.notice)) return "the audit log does not know it";
  if (recorded && recorded.sha256 !== mail.sha256) return "it is not the mail that was written";
  if (recorded && recorded.at !== instant(mail.frozenAt)) return `it was written at ${recorded.at}`;
  // It named somebody who is erased since.
  if (!isLogged(mail.notice) && isErased(mail)) return null;
  const isRedacted = log.responses.get(recorded?.response ?? "")?.isRedacted === true;
  if (isRedacted && isErased(mail)) return null;
  // Where a person was taken out of it, the log has the hash of what was left.
  return sha256(mailContent(mail)) === (recorded?.left ?? mail.sha256)
    ? null
    : "its hash is not that of its subject and words";
}
