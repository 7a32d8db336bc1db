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

/** A mail marked as a test, before anything else that it says. */
function marked({ subject, text, html }: Mail, locale: Locale): Mail {
  const words = wordsFor(locale).testMail;
  const notice = `<p style="margin:0;padding:12px 16px;background:#fff3c4;color:#3d2f00;font:600 15px/1.5 sans-serif">${escaped(words.notice)}</p>`;
  return {
    subject: words.subject(subject),
    text: `${words.notice}\n\n${text}`,
    html: html.replace(/<body[^>]*>/, (body) => `${body}${notice}`),
  };
}

/**
 * Owes a draft's mail as it was previewed, to whoever asks for it and at their own address alone. It is marked as a test, and no
 * notice to anybody: nothing is counted, reminded or proved by it.
 */
export function sendTest(
  deps: Deps,
  actor: Actor,
  user: Pick<User, "id" | "email">,
  { number, locale, mail }: { number: number; locale: Locale; mail: Mail },
): Promise<void> {
  return writeRegistry(deps, actor, async (w) => {
    const noticeId = await oweUser(w, { kind: "test", about: { locale, user: user.id } }, user.email);
    const { subject, text, html } = marked(mail, locale);
    const hash = sha256(canonicalJson({ subject, text, html }));
    await w.db
      .insert(mails)
      .values({ noticeId, locale, variant: "", subject, text, html, sha256: hash, frozenAt: w.now });
    w.audit("change-set.test-mailed", number);
  });
}
