import { CONFIRMATION_HOURS } from "../../../model/values/token.ts";
import { formatList, wordsFor } from "../../../words/index.ts";
import { button, paragraph } from "../letter.ts";
import { type Mail, TOKEN } from "../mail.ts";
import { type About, kept, listFooter, onceFooter, written } from "./written.ts";

/**
 * Asks whoever reads an address whether they want notices (double opt-in). It carries nothing the visitor typed: the
 * form sends mail to addresses of strangers, and must not carry a message to them.
 */
export function confirmationMail(about: About): Mail {
  const { organisation, locale, publicUrl } = about;
  const {
    mail: { footer },
    addressMails: { confirmation: words },
  } = wordsFor(locale);
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

/** What a mail about a contact's place needs: the customers' names, and the address of the other person; null once erased. */
type AboutPlace = About & { customers: readonly string[]; other: string | null };

/**
 * Asks whoever a contact has named in their place. It says by whom and for whom, as the register knows these: nothing in
 * it was typed by whoever had the link.
 */
export function invitationMail({ customers, other, ...about }: AboutPlace): Mail {
  const { organisation, locale, publicUrl } = about;
  const { confirmation, invitation: words } = wordsFor(locale).addressMails;
  const whom = formatList(customers, locale);
  return written(about, {
    headline: (name) => words.sentence(name(whom)),
    preheader: confirmation.preheader(CONFIRMATION_HOURS),
    blocks: [
      paragraph(words.lead(organisation.name, whom, other)),
      paragraph(words.meaning(organisation.name)),
      button(words.button, `${publicUrl}/confirm/${TOKEN}`),
      paragraph(confirmation.validFor(CONFIRMATION_HOURS)),
      paragraph(words.otherwise),
    ],
    footer: onceFooter(about, words.why(organisation.name)),
  });
}

/** Tells a contact what was done by their link: that they have left, or whom they named. `named`: that it is the latter. */
export function departureMail({ customers, other, named, ...about }: AboutPlace & { named: boolean }): Mail {
  const { organisation, locale, publicUrl } = about;
  const words = wordsFor(locale).addressMails.departure;
  const whom = formatList(customers, locale);
  const does = named ? words.named : words.left;
  return written(about, {
    headline: (name) => does.sentence(name(whom)),
    preheader: words.preheader,
    blocks: [
      paragraph(does.lead(organisation.name, whom, other)),
      paragraph(does.meaning(organisation.name)),
      button(words.button, `${publicUrl}/departure/${TOKEN}`),
      paragraph(words.personal),
    ],
    footer: onceFooter(about, words.why(organisation.name)),
  });
}

/** Answers a request to follow for an address that does already. Only its owner learns that, and nothing changes. */
export function alreadyFollowingMail(about: About): Mail {
  const { organisation, locale } = about;
  const {
    mail: { footer },
    addressMails: { alreadyFollowing: words },
  } = wordsFor(locale);
  return written(about, {
    headline: () => words.sentence,
    preheader: words.preheader,
    blocks: [paragraph(words.lead(organisation.name)), paragraph(words.otherwise)],
    footer: listFooter(about, footer.why(organisation.name)),
  });
}
