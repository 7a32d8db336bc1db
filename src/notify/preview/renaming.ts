import type { Deps } from "../../deps.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { Locale } from "../../model/values/text.ts";
import { testToken } from "../../model/values/token.ts";
import type { Reading } from "../../registry/changes/announced/supposed.ts";
import type { Renaming } from "../../registry/changes/renaming.ts";
import { loadEveryLanguage, namedIn } from "../../words/index.ts";
import { addresseeOf } from "../mail/letters/headline.ts";
import { renamedMail } from "../mail/letters/renamed.ts";
import { addressed, type Mail } from "../mail/mail.ts";

/** The mail that tells another name of the publisher, in each language that somebody would read it in, to nobody by name. */
export async function previewRenaming(
  { config }: Deps,
  { now }: Reading,
  { people, before, after }: Renaming,
  organisation: Organisation,
): Promise<(Mail & { locale: Locale; people: number })[]> {
  await loadEveryLanguage();
  return (Object.entries(people) as [Locale, number][]).map(([locale, people]) => {
    const about = { organisation: namedIn(organisation, locale), publicUrl: config.publicUrl, locale };
    const mail = renamedMail({ ...about, before, after, at: now, snapshot: null });
    const token = testToken({ locale, reader: "contact" });
    return { locale, people, ...addressed(mail, token, token, { addressee: addresseeOf(null, locale) }) };
  });
}
