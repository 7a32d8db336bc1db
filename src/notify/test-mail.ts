import { mails } from "../db/schema.ts";
import type { Deps } from "../deps.ts";
import type { User } from "../model/people/user.ts";
import { canonicalJson, sha256 } from "../model/values/hash.ts";
import { escaped } from "../model/values/markup.ts";
import type { Locale } from "../model/values/text.ts";
import type { Actor } from "../registry/log/audit.ts";
import { writeRegistry } from "../registry/log/frame.ts";
import { oweUser } from "../registry/owed/owe.ts";
import { wordsFor } from "../words/index.ts";
import type { Mail } from "./mail/mail.ts";

/** What a test is of: a mail about a change set, which may be a draft. */
export type Tested = { number: number; isDraft: boolean; locale: Locale; mail: Mail };

/** A mail marked as a test, before anything else that it says. */
function marked({ locale, isDraft, mail: { subject, text, html } }: Tested): Mail {
  const words = wordsFor(locale).testMail;
  const said = isDraft ? `${words.notice} ${words.pageToCome}` : words.notice;
  const notice = `<p style="margin:0;padding:12px 16px;background:#fff3c4;color:#3d2f00;font:600 15px/1.5 sans-serif">${escaped(said)}</p>`;
  return {
    subject: words.subject(subject),
    text: `${said}\n\n${text}`,
    html: html.replace(/<body[^>]*>/, (body) => `${body}${notice}`),
  };
}

/** With the link to the page of a draft, which nobody but users can see, leading to that page as it will be, in the console. */
function leadingToPage({ number, mail: { subject, text, html } }: Tested, publicUrl: string): Mail {
  const [page, toCome] = [`${publicUrl}/changes/${number}`, `${publicUrl}/console/changes/${number}/page`];
  const led = (words: string) =>
    words.split(page).reduce((before, after) => `${before}${/^[\d/]/.test(after) ? page : toCome}${after}`);
  return { subject, text: led(text), html: led(html) };
}

/**
 * Owes a mail as it was previewed, to whoever asks for it and at their own address alone. It is marked as a test, and no
 * notice to anybody: nothing is counted, reminded or proved by it.
 */
export function sendTest(deps: Deps, actor: Actor, user: Pick<User, "id" | "email">, tested: Tested): Promise<void> {
  const { number, locale } = tested;
  return writeRegistry(deps, actor, async (w) => {
    const noticeId = await oweUser(w, { kind: "test", about: { locale, user: user.id } }, user.email);
    const mail = tested.isDraft ? leadingToPage(tested, w.config.publicUrl) : tested.mail;
    const { subject, text, html } = marked({ ...tested, mail });
    const hash = sha256(canonicalJson({ subject, text, html }));
    await w.db
      .insert(mails)
      .values({ noticeId, locale, variant: "", subject, text, html, sha256: hash, frozenAt: w.now });
    w.audit("change-set.test-mailed", number);
  });
}
