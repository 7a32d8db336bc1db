import type { Organisation } from "../../model/organisation-document.ts";
import type { Locale } from "../../model/text.ts";
import { wordsFor } from "../../words/index.ts";
import { EmailField } from "./email-field.tsx";

type Props = {
  organisation: Organisation;
  locale: Locale;
  /** What was typed before, when it was not an address. */
  wrong?: { email: string; products: string[] };
};

/** Asks for an address, and nothing else unless there is a choice to make. */
export function SubscribeForm({ organisation, locale, wrong }: Props) {
  const { subscribe } = wordsFor(locale).page;
  return (
    <form method="post" action="/subscribe" class="subscribe-form">
      <EmailField label={subscribe.email} locale={locale} autocomplete="email" wrong={wrong?.email} />
      <Products organisation={organisation} locale={locale} chosen={wrong?.products ?? []} of="subscribe" />
      {organisation.locales.length > 1 ? (
        <LanguageChoice organisation={organisation} locale={locale} chosen={locale} />
      ) : (
        <input type="hidden" name="locale" value={locale} />
      )}
      {/* Programs fill in every field; people never see this one. */}
      <p class="trap" aria-hidden="true">
        <label for="website">{subscribe.trap}</label>
        <input id="website" name="website" type="text" tabindex={-1} autocomplete="off" />
      </p>
      <button type="submit">{subscribe.button}</button>
    </form>
  );
}

/** In which language to write: only those the registry is published in. */
export function LanguageChoice({ organisation, locale, chosen }: Omit<Props, "wrong"> & { chosen: Locale }) {
  return (
    <fieldset class="choices">
      <legend>{wordsFor(locale).page.subscribe.language}</legend>
      {organisation.locales.map((each) => (
        <label>
          <input type="radio" name="locale" value={each} checked={each === chosen} />{" "}
          <span lang={each}>{wordsFor(each).terms.language}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Which products to write about; nothing when the organisation has none. */
export function Products({ organisation, locale, chosen, of }: Omit<Props, "wrong"> & ProductsProps) {
  const words = wordsFor(locale).page[of];
  if (organisation.products.length === 0) return null;
  return (
    <fieldset class="choices">
      <legend>{words.products}</legend>
      <p class="hint">{words.productsHint}</p>
      {organisation.products.map(({ key, name }) => (
        <label>
          <input type="checkbox" name="products" value={key} checked={chosen.includes(key)} />{" "}
          <span dir="auto">{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

type ProductsProps = { chosen: readonly string[]; of: "subscribe" | "preferences" };
