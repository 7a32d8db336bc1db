import { CONFIRMATION_HOURS } from "../../../model/values/token.ts";
import { wordsFor } from "../../../words/index.ts";
import { button, paragraph } from "../letter.ts";
import { type Mail, TOKEN } from "../mail.ts";
import { type About, kept, listFooter, onceFooter, written } from "./written.ts";

/**
 * Asks whoever reads an address whether they want notices (double opt-in). It carries nothing the visitor typed: the
 * form sends mail to addresses of strangers, and must not carry a message to them.
 */
export function confirmationMail(about: About): Mail {
  const { organisation, locale, publicUrl } = about;
  const { confirmation: words, footer } = wordsFor(locale).mail;
  return written(about, {
    headline: () => words.sentence,
    preheader: words.preheader(CONFIRMATION_HOURS),
    blocks: [
      paragraph(words.lead(organisation.name)),
      button(words.button, `${publicUrl}/confirm/${TOKEN}`),
      paragraph(words.validFor(CONFIRMATION_HOURS)),
      paragraph(words.otherwise),
    ],
    footer: [...onceFooter(about, footer.once(organisation.name)), ...kept(about, "confirmation")],
  });
}

/** Answers a request to follow for an address that does already. Only its owner learns that, and nothing changes. */
export function alreadyFollowingMail(about: About): Mail {
  const { organisation, locale } = about;
  const { alreadyFollowing: words, footer } = wordsFor(locale).mail;
  return written(about, {
    headline: () => words.sentence,
    preheader: words.preheader,
    blocks: [paragraph(words.lead(organisation.name)), paragraph(words.otherwise)],
    footer: listFooter(about, footer.why(organisation.name, "various")),
  });
}
