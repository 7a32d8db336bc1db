import { keepingOf, type Organisation } from "../../model/organisation-document.ts";
import { LANGUAGES } from "../../model/values/languages.ts";
import type { Locale } from "../../model/values/text.ts";
import { wordsFor } from "../../words/index.ts";
import { Choices, Field } from "../parts/fields.tsx";
import { plainPage, renderPlainPage } from "../shell/plain-page.tsx";
import { href, organisationOf, type PageView } from "../shell/view.ts";

type Props = {
  organisation: Organisation;
  locale: Locale;
  /** What was typed before, when it was not an address. */
  wrong?: { email: string; products: string[] };
};

/** Asks for an address, and nothing else unless there is a choice to make. */
export function SubscribeForm({ organisation, locale, wrong }: Props) {
  const words = wordsFor(locale).follow.subscribe;
  return (
    <form method="post" action="/subscribe" class="subscribe-form">
      <EmailField label={words.email} locale={locale} autocomplete="email" wrong={wrong?.email} />
      <ProductChoice organisation={organisation} words={words} chosen={wrong?.products ?? []} />
      {organisation.locales.length > 1 ? (
        <LanguageChoice organisation={organisation} locale={locale} chosen={locale} />
      ) : (
        <input type="hidden" name="locale" value={locale} />
      )}
      {/* Programs fill in every field; people never see this one. */}
      <p class="trap" aria-hidden="true">
        <label for="website">{words.trap}</label>
        <input id="website" name="website" type="text" tabindex={-1} autocomplete="off" />
      </p>
      <Kept organisation={organisation} locale={locale} />
      <button type="submit">{words.button}</button>
    </form>
  );
}

/** Who keeps the address, why and for how long, before it is given (GDPR Art. 13). */
function Kept({ organisation, locale }: Omit<Props, "wrong">) {
  const words = wordsFor(locale).keeping;
  const { url } = organisation.policy ?? {};
  return (
    <p class="hint">
      {words.follower(organisation.name, keepingOf(organisation).evidenceYears ?? null)}{" "}
      {url && <a href={url}>{words.policy}</a>}
    </p>
  );
}

type EmailProps = {
  label: string;
  locale: Locale;
  /** What a browser may fill in: the reader's own address, or nothing. */
  autocomplete: "email" | "off";
  /** What was typed before, when it was not an address. */
  wrong?: string | undefined;
};

/** Asks for an address of mail, and says so when it was not one. */
export function EmailField({ label, locale, autocomplete, wrong }: EmailProps) {
  const isWrong = wrong !== undefined;
  return (
    <Field
      name="email"
      label={label}
      type="email"
      autocomplete={autocomplete}
      required
      maxlength={254}
      value={wrong}
      wrong={isWrong ? wordsFor(locale).follow.subscribe.invalid : undefined}
      autofocus={isWrong}
    />
  );
}

/** In which language to write: only those the registry is published in. */
export function LanguageChoice({ organisation, locale, chosen }: Omit<Props, "wrong"> & { chosen: Locale }) {
  return (
    <Choices name="locale" label={wordsFor(locale).follow.subscribe.language}>
      {organisation.locales.map((each) => (
        <label>
          <input type="radio" name="locale" value={each} checked={each === chosen} />{" "}
          <span lang={each}>{LANGUAGES[each].name}</span>
        </label>
      ))}
    </Choices>
  );
}

type ProductProps = {
  organisation: Organisation;
  words: { products: string; productsHint: string };
  chosen: readonly string[];
};

/** Which products to write about; nothing when the organisation has none. */
export function ProductChoice({ organisation: { products }, words, chosen }: ProductProps) {
  if (products.length === 0) return null;
  return (
    <Choices name="products" label={words.products}>
      <p class="hint">{words.productsHint}</p>
      {products.map(({ key, name }) => (
        <label>
          <input type="checkbox" name="products" value={key} checked={chosen.includes(key)} />{" "}
          <span dir="auto">{name}</span>
        </label>
      ))}
    </Choices>
  );
}

// Nothing is to be read at /subscribe: another language starts again at the form.
const atTheForm = (lang: Locale) => href({ lang }, "/");

/** After `POST /subscribe`: the same whether or not the address is known. */
export function renderSubscribed(view: PageView): string {
  const { doneTitle, done } = wordsFor(view.locale).follow.subscribe;
  return renderPlainPage({ ...view, title: doneTitle, paragraphs: done, inLanguage: atTheForm });
}

/** The form again, with what was typed, when that is not an address. */
export function renderSubscribeError(view: PageView & { email: string; products?: string[] | undefined }): string {
  const { locale, email, products = [] } = view;
  return plainPage(
    { ...view, inLanguage: atTheForm },
    wordsFor(locale).follow.subscribe.invalidTitle,
    <SubscribeForm organisation={organisationOf(view)} locale={locale} wrong={{ email, products }} />,
  );
}
