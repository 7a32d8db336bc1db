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

/** Stands for the recipient's own name in the greeting, as `addressee` of their language says it; in HTML, as HTML. */
export const ADDRESSEE = "\u{E000}addressee\u{E001}";

/** So much of a recipient's name stands in a greeting. */
export const ADDRESSEE_LENGTH = 80;

/** The most bytes that what stands for names takes in HTML, each character escaped: a customer's, 200 long, twice, and the recipient's. */
export const NAME_BYTES = (2 * 200 + ADDRESSEE_LENGTH) * "&quot;".length;

/**
 * The mail for one recipient: their tokens in every link, the name of their customer, and how they are addressed. Tokens are
 * base64url; anything else is refused (throws).
 */
export function addressed(
  { subject, text, html }: Mail,
  token: string,
  respond = token,
  { customer = "", addressee = "" } = {},
): Mail {
  if (!/^[\w-]+$/.test(token) || !/^[\w-]+$/.test(respond)) throw new TypeError("A link token is base64url");
  const fill = (part: string, shown = (name: string) => name) =>
    part
      .replaceAll(TOKEN, token)
      .replaceAll(RESPOND, respond)
      .replaceAll(CUSTOMER, () => shown(customer))
      .replaceAll(ADDRESSEE, () => shown(addressee));
  return { subject: fill(subject), text: fill(text), html: fill(html, escaped) };
}

/** One line of visible characters: whatever was typed, it cannot start a header of its own. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
