import { CONFIRMATION_HOURS } from "../../model/token.ts";
import { wordsFor } from "../../words/index.ts";
import { type About, followerFooter, written } from "./frame.ts";
import { type Mail, TOKEN } from "./mail.ts";
import { subjectOf, titleOf } from "./sentence.ts";

/**
 * Asks whoever reads an address whether they want notices (double opt-in). It carries nothing the visitor typed: the
 * form sends mail to addresses of strangers, and must not carry a message to them.
 */
export function confirmationMail(about: About): Mail {
  const { organisation, locale, publicUrl } = about;
  const { mail } = wordsFor(locale);
  const words = mail.confirmation;
  const sentence = () => words.sentence;
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence),
    preheader: words.preheader(CONFIRMATION_HOURS),
    blocks: [
      { type: "paragraph", text: words.lead(organisation.name) },
      { type: "button", label: words.button, href: `${publicUrl}/confirm/${TOKEN}` },
      { type: "paragraph", text: words.validFor(CONFIRMATION_HOURS) },
      { type: "paragraph", text: words.otherwise },
    ],
    footer: [
      { type: "paragraph", text: mail.footer.once(organisation.name) },
      { type: "links", links: [{ label: mail.footer.list, href: `${publicUrl}/` }] },
    ],
  });
}

/** Answers a request to follow for an address that does already. Only its owner learns that, and nothing changes. */
export function alreadyFollowingMail(about: About): Mail {
  const { organisation, locale } = about;
  const words = wordsFor(locale).mail.alreadyFollowing;
  const sentence = () => words.sentence;
  return written(about, {
    subject: subjectOf(organisation.name, sentence, locale),
    title: titleOf(sentence),
    preheader: words.preheader,
    blocks: [
      { type: "paragraph", text: words.lead(organisation.name) },
      { type: "paragraph", text: words.otherwise },
    ],
    footer: followerFooter(about, "various"),
  });
}
