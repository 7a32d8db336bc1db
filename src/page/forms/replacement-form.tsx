import type { Locale } from "../../model/text.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import { EmailField } from "./email-field.tsx";

/** Somebody to be told in a contact's place, as typed. */
export type Replacement = { email: string; name: string };

type Props = { locale: Locale; organisation: string; onBehalfOf: readonly string[]; wrong?: Replacement | undefined };

/** Asks a contact who has left whom to tell instead; posts to the page's own address. */
export function ReplacementForm({ locale, organisation, onBehalfOf, wrong }: Props) {
  const words = wordsFor(locale).page.unsubscribe.replace;
  return (
    <>
      <h2>{words.heading}</h2>
      <p>{words.lead(organisation, formatList(onBehalfOf, locale))}</p>
      <form method="post">
        <EmailField label={words.email} locale={locale} autocomplete="off" wrong={wrong?.email} />
        <p class="field">
          <label for="name">{words.name}</label>
          <input id="name" name="name" type="text" autocomplete="off" maxlength={200} value={wrong?.name} />
        </p>
        <button type="submit">{words.button}</button>
      </form>
    </>
  );
}
