import type { Organisation } from "../../model/organisation-document.ts";
import type { ChangeSetView, PublishedSnapshot } from "../../model/register.ts";
import type { Locale } from "../../model/text.ts";
import type { ContactTerms } from "../../registry/changes/readers.ts";
import { wordsFor } from "../../words/index.ts";
import type { PartyRole } from "../../words/role.ts";
import { type Block, type Letter, mailto } from "./letter.ts";
import { type Mail, TOKEN } from "./mail.ts";
import { renderHtml } from "./render/html.tsx";
import { renderPlain } from "./render/plain.ts";

/** What every mail needs to know. `publicUrl` has no slash at its end. */
export type About = { organisation: Organisation; locale: Locale; publicUrl: string };
/** `changeSet` must have the date it takes effect on. `terms` are the reader's; none for a follower. */
export type AboutChangeSet = About & {
  changeSet: ChangeSetView;
  snapshot: PublishedSnapshot | null;
  terms?: readonly ContactTerms[];
};

/** The letter of an organisation, as a mail: who it is from and how it ends are always the same. */
export function written(
  { organisation, locale }: About,
  letter: Pick<Letter, "subject" | "title" | "preheader" | "blocks" | "footer">,
): Mail {
  const words = wordsFor(locale).mail;
  const whole: Letter = {
    ...letter,
    locale,
    sender: organisation.name,
    blocks: [{ type: "paragraph", text: words.greeting }, ...letter.blocks],
    closing: words.closing,
    signature: signatureOf(organisation),
  };
  return { subject: whole.subject, text: renderPlain(whole), html: renderHtml(whole) };
}

function signatureOf({ name, legalName, address, privacyEmail, website }: Organisation): Letter["signature"] {
  const lines = [name, legalName === name ? undefined : legalName, address].filter((each) => each !== undefined);
  return [
    ...lines.map((text) => ({ text })),
    ...(privacyEmail ? [{ text: privacyEmail, href: mailto(privacyEmail) }] : []),
    ...(website ? [{ text: website, href: website }] : []),
  ];
}

/**
 * Where the list and the announcement are, the version of the list that holds it, and the newest entry of the audit log
 * then: whoever keeps the mail is a witness of both.
 */
export function recordBlocks({ locale, publicUrl, changeSet, snapshot }: AboutChangeSet): Block[] {
  const { links } = wordsFor(locale).mail;
  const record: Block[] = snapshot
    ? [
        { type: "paragraph", text: links.version(snapshot.number) },
        { type: "hash", text: snapshot.hash },
        ...(snapshot.auditHead
          ? ([
              { type: "paragraph", text: links.auditHead },
              { type: "hash", text: snapshot.auditHead },
            ] satisfies Block[])
          : []),
      ]
    : [];
  return [
    { type: "heading", text: links.heading },
    {
      type: "links",
      links: [
        { label: links.list, href: `${publicUrl}/` },
        { label: links.change(changeSet.number), href: `${publicUrl}/changes/${changeSet.number}` },
      ],
    },
    ...record,
  ];
}

/** Why a follower gets a mail, and how to get fewer or none. `role` says what the list is of, as far as the mail knows. */
export function followerFooter(about: About, role: PartyRole): Block[] {
  return listFooter(about, wordsFor(about.locale).mail.footer.why(about.organisation.name, role));
}

/** The same for a reader of a notice, who may be a contact instead: by their terms. */
export function readerFooter(about: AboutChangeSet, role: PartyRole): Block[] {
  if (!about.terms || about.terms.length === 0) return followerFooter(about, role);
  return listFooter(about, wordsFor(about.locale).answers.contact(about.organisation.name));
}

function listFooter({ locale, publicUrl }: About, why: string): Block[] {
  const { footer } = wordsFor(locale).mail;
  return [
    { type: "paragraph", text: why },
    {
      type: "links",
      links: [
        { label: footer.preferences, href: `${publicUrl}/preferences/${TOKEN}` },
        { label: footer.unsubscribe, href: `${publicUrl}/unsubscribe/${TOKEN}` },
      ],
    },
  ];
}

/** Why somebody gets a mail that is no list mail: there is nothing to leave, only the list to look at. */
export function onceFooter({ locale, publicUrl }: About, why: string): Block[] {
  return [
    { type: "paragraph", text: why },
    { type: "links", links: [{ label: wordsFor(locale).mail.footer.list, href: `${publicUrl}/` }] },
  ];
}
