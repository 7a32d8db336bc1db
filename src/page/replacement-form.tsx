import type { Locale } from "../registry/text.ts";
import { formatList, wordsFor } from "../words/index.ts";

/** Somebody to be told in a contact's place, as typed. */
export type Replacement = { email: string; name: string };

type Props = { locale: Locale; organisation: string; onBehalfOf: readonly string[]; wrong?: Replacement | undefined };

/** Asks a contact who has left whom to tell instead; posts to the page's own address. */
export function ReplacementForm({ locale, organisation, onBehalfOf, wrong }: Props) {
  const { subscribe, unsubscribe } = wordsFor(locale).page;
  const words = unsubscribe.replace;
  return (
    <>
      <h2>{words.heading}</h2>
      <p>{words.lead(organisation, formatList(onBehalfOf, locale))}</p>
      <form method="post">
        <p class="field">
          <label for="email">{words.email}</label>
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="off"
            required
            maxlength={254}
            value={wrong?.email}
            aria-invalid={wrong ? "true" : undefined}
            aria-describedby={wrong ? "email-wrong" : undefined}
            autofocus={wrong !== undefined}
          />
          {wrong && (
            <span class="wrong" id="email-wrong">
              {subscribe.invalid}
            </span>
          )}
        </p>
        <p class="field">
          <label for="name">{words.name}</label>
          <input id="name" name="name" type="text" autocomplete="off" maxlength={200} value={wrong?.name} />
        </p>
        <button type="submit">{words.button}</button>
      </form>
    </>
  );
}
