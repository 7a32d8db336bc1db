import type { FrozenMail } from "../../model/people/notice.ts";

export type Mail = Pick<FrozenMail, "subject" | "text" | "html">;

/**
 * Stands in a frozen mail for the recipient's own link token. It is made of private-use characters, which every text,
 * address and link of the register refuses (model/text.ts): nothing an operator or a visitor wrote can be taken for
 * it and turned into somebody's token. HTML has nothing to escape in it.
 */
export const TOKEN = "\u{E000}token\u{E001}";

/** Stands for the token of the link by which the recipient answers this one notice. */
export const RESPOND = "\u{E000}respond\u{E001}";

/** The mail for one recipient: their tokens in every link. Tokens are base64url; anything else is refused (throws). */
export function addressed({ subject, text, html }: Mail, token: string, respond = token): Mail {
  if (!/^[\w-]+$/.test(token) || !/^[\w-]+$/.test(respond)) throw new TypeError("A link token is base64url");
  const fill = (part: string) => part.replaceAll(TOKEN, token).replaceAll(RESPOND, respond);
  return { subject: fill(subject), text: fill(text), html: fill(html) };
}

/** One line of visible characters: whatever was typed, it cannot start a header of its own. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
