import { NOTICE_KINDS, type NoticeKind } from "../../model/people/notice.ts";
import type { About } from "./letters/written.ts";
import { oneLine, TOKEN } from "./mail.ts";

type Addressed = About & { kind: NoticeKind; changeSet: number | null };

/**
 * The headers of a mail: printable ASCII, so that no value can end its line. Notices to readers can be left with one
 * click (RFC 8058) and sorted by list (RFC 2919); mails to one person or to the organisation belong to no list. All mails
 * about a change set refer to the same id, so that mail programs show them as a thread (RFC 5322, 3.6.4). No mail has
 * that id, because providers choose the ids of mails.
 */
export function noticeHeaders({ kind, changeSet, organisation, locale, publicUrl }: Addressed): Record<string, string> {
  // RFC 3834: no machine shall answer, or the privacy team would get an out-of-office note per mail sent. RFC 3282: the language.
  const automatic = { "Auto-Submitted": "auto-generated", "Content-Language": locale };
  const followUp = changeSet === null ? {} : { References: `<change-set-${changeSet}@${listHost(publicUrl)}>` };
  if (NOTICE_KINDS[kind].to !== "readers") return { ...automatic, ...followUp };
  return {
    ...followUp,
    "List-Unsubscribe": `<${new URL(`${publicUrl}/unsubscribe/`).href}${TOKEN}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "List-Id": `${phrase(organisation.name)} <subprocessors.${listHost(publicUrl)}>`,
    ...automatic,
  };
}

/**
 * Who a mail is from, as the provider takes it: an address that is set without a name has the organisation's before it. What may
 * stand in a quoted name alone (RFC 5322, 3.2.3) is left out, as it need not be read there.
 */
export function senderOf(mailFrom: string, { name }: Pick<About["organisation"], "name">): string {
  if (mailFrom.includes("<")) return mailFrom;
  const plain = oneLine(name.replace(/[()<>[\]:;@\\,."]+/g, " "))
    .slice(0, 80)
    .trim();
  return plain === "" ? mailFrom : `${plain} <${mailFrom}>`;
}

/** The host as a domain name. A local one, such as [::1], becomes something a List-Id may contain. */
function listHost(publicUrl: string): string {
  const labels = new URL(publicUrl).hostname.replace(/[^A-Za-z0-9.-]+/g, "-").split(".");
  return labels
    .map((label) => label.replace(/^-+|-+$/g, ""))
    .filter((label) => label !== "")
    .join(".");
}

/** A display name: quoted when it is ASCII (RFC 5322, section 3.2.4), else in encoded words (RFC 2047). */
function phrase(name: string): string {
  const line = [...oneLine(name)].slice(0, 80).join("");
  if (/^[\x20-\x7e]*$/.test(line)) return `"${line.replace(/["\\]/g, "\\$&")}"`;
  return encodedWords(line).join(" ");
}

// An encoded word has at most 75 characters: 12 around at most 60 of base64, which hold 45 bytes.
function encodedWords(line: string): string[] {
  const chunks = [""];
  for (const character of line) {
    const longer = (chunks.at(-1) ?? "") + character;
    if (Buffer.byteLength(longer) > 45) chunks.push(character);
    else chunks[chunks.length - 1] = longer;
  }
  return chunks.map((chunk) => `=?utf-8?B?${Buffer.from(chunk).toString("base64")}?=`);
}
