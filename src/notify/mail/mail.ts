import type { FrozenMail } from "../../model/people/notice.ts";
import { escaped } from "../../model/values/markup.ts";

export type Mail = Pick<FrozenMail, "subject" | "text" | "html">;

/**
 * Stands in a frozen mail for the recipient's own link token. It is made of private-use characters, which every text,
 * address and link of the register refuses (model/values/text.ts): nothing an operator or a visitor wrote can be taken for
 * it and turned into somebody's token. HTML has nothing to escape in it.
 */
export const TOKEN = "\u{E000}token\u{E001}";

/** Stands for the token of the link by which the recipient answers this one notice. */
export const RESPOND = "\u{E000}respond\u{E001}";

/** Stands for the name of the only customer that the recipient speaks for; in HTML, for its name as HTML. */
export const CUSTOMER = "\u{E000}customer\u{E001}";

/** The most bytes that a customer's name takes in HTML: 200 characters, each escaped. */
export const CUSTOMER_BYTES = 200 * "&quot;".length;

/**
 * The mail for one recipient: their tokens in every link, and the name of their customer. Tokens are base64url; anything
 * else is refused (throws).
 */
export function addressed({ subject, text, html }: Mail, token: string, respond = token, customer = ""): Mail {
  if (!/^[\w-]+$/.test(token) || !/^[\w-]+$/.test(respond)) throw new TypeError("A link token is base64url");
  const fill = (part: string, name = customer) =>
    part
      .replaceAll(TOKEN, token)
      .replaceAll(RESPOND, respond)
      .replaceAll(CUSTOMER, () => name);
  return { subject: fill(subject), text: fill(text), html: fill(html, escaped(customer)) };
}

/** One line of visible characters: whatever was typed, it cannot start a header of its own. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
