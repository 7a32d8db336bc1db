import { SIGN_IN } from "../../../model/people/session.ts";
import type { Role } from "../../../model/people/user.ts";
import { wordsFor } from "../../../words/index.ts";
import { button, link, paragraph } from "../letter.ts";
import { type Mail, TOKEN } from "../mail.ts";
import { type About, dayOf, onceFooter, written } from "./written.ts";

const MINUTES = SIGN_IN.mailedLink / 60_000;
const HOURS = SIGN_IN.invitation / 3_600_000;

/** The link to sign in by that a user has asked for. It carries nothing that was typed. */
export function signInMail(about: About): Mail {
  const { organisation, locale } = about;
  const { signIn: words } = wordsFor(locale).signInMails;
  return written(about, {
    headline: () => words.sentence,
    preheader: words.preheader(MINUTES),
    blocks: [
      paragraph(words.lead(organisation.name)),
      button(words.button, signInUrl(about, `/${TOKEN}`)),
      paragraph(words.validFor(MINUTES)),
      paragraph(words.otherwise),
    ],
    footer: onceFooter(about, words.why(organisation.name)),
  });
}

type AboutInvitation = About & {
  role: Role;
  /** Who invited them, by name. */
  by: string | null;
  /** Whether the link in the mail signs in; else it leads to where one does. */
  byMail: boolean;
};

/** Invites somebody to operate the registry: by whom, as what, and how they sign in. */
export function userInvitationMail({ role, by, byMail, ...about }: AboutInvitation): Mail {
  const { organisation, locale } = about;
  const { signIn, invitation: words } = wordsFor(locale).signInMails;
  const page = signInUrl(about, "");
  return written(about, {
    headline: () => words.sentence,
    preheader: words.preheader(organisation.name),
    blocks: [
      paragraph(words.lead(organisation.name, by)),
      paragraph(words.role[role]),
      ...(byMail
        ? [
            button(signIn.button, signInUrl(about, `/${TOKEN}`)),
            paragraph(words.validFor(HOURS)),
            link(words.another, page),
          ]
        : [button(signIn.button, page)]),
      paragraph(words.otherwise),
    ],
    footer: onceFooter(about, words.why(organisation.name)),
  });
}

/** Asks a user whether an address is theirs. It carries nothing that was typed. */
export function addressConfirmationMail(about: About): Mail {
  const { organisation, locale, publicUrl } = about;
  const { address: words } = wordsFor(locale).signInMails;
  return written(about, {
    headline: () => words.sentence,
    preheader: words.preheader,
    blocks: [
      paragraph(words.lead(organisation.name)),
      button(words.button, `${publicUrl}/console/address/${TOKEN}?lang=${locale}`),
      paragraph(words.where),
      paragraph(words.otherwise),
    ],
    footer: onceFooter(about, words.why(organisation.name)),
  });
}

/** Tells the address that a user had that another has taken its place, which it does not name. */
export function addressChangedMail({ at, ...about }: About & { at: Date }): Mail {
  const { organisation, locale } = about;
  const { addressChanged: words } = wordsFor(locale).signInMails;
  return written(about, {
    headline: () => words.sentence,
    preheader: words.otherwise,
    blocks: [paragraph(words.lead(organisation.name, dayOf(about, at))), paragraph(words.otherwise)],
    footer: onceFooter(about, words.why(organisation.name)),
  });
}

/** A page to sign in at, in the language of the mail: the console speaks every language there is. */
const signInUrl = ({ publicUrl, locale }: About, path: string): string =>
  `${publicUrl}/console/sign-in${path}?lang=${locale}`;
