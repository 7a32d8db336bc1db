import { and, eq } from "drizzle-orm";
import { mails } from "../../db/schema.ts";
import { isLogged } from "../../evidence/check-mail.ts";
import type { Reader } from "../../model/people/reader.ts";
import { canonicalJson, sha256 } from "../../model/values/hash.ts";
import { loadWords, namedIn } from "../../words/index.ts";
import type { Mail } from "../mail/mail.ts";
import { MAILS, type Writing } from "./mails-by-kind.ts";

const MOST_KEPT = 16;

/** Readers with the same variant, in the same language, read the same mail. */
export function variantOf({ terms, products }: Reader): string {
  if (terms.length > 0) return canonicalJson(terms);
  return products ? canonicalJson({ products }) : "";
}

/** The notice's mail for a reader: written and frozen the first time it is needed, the same ever after. */
export async function frozenMail(writing: Writing, reader: Reader): Promise<Mail> {
  const { deps, organisation, notice, letters } = writing;
  const { locale, terms, products } = reader;
  const variant = variantOf(reader);
  const name = JSON.stringify([notice.id, locale, variant]);
  const known = letters.get(name);
  if (known) return known;
  const here = and(eq(mails.noticeId, notice.id), eq(mails.locale, locale), eq(mails.variant, variant));
  const [frozen] = await deps.db.select().from(mails).where(here);
  if (frozen) {
    // Not where it is written: the transaction may be undone.
    if (letters.size === MOST_KEPT) letters.clear();
    letters.set(name, frozen);
    return frozen;
  }
  await loadWords(locale);
  const about = { organisation: namedIn(organisation, locale), locale, publicUrl: deps.config.publicUrl };
  const mail = await MAILS[notice.kind]({ ...writing, about, terms, products });
  const hash = sha256(canonicalJson(mail));
  const row = { noticeId: notice.id, locale, variant, ...mail, sha256: hash, frozenAt: deps.now };
  await deps.db.insert(mails).values(row);
  if (isLogged(notice)) {
    deps.audit("mail.written", notice.id, {
      locale,
      variant: sha256(variant),
      sha256: hash,
      response: notice.about?.response ?? null,
    });
  }
  return mail;
}
