import type { PropsWithChildren } from "hono/jsx";
import type { IsoDate } from "../../model/values/dates.ts";
import { inLanguage, type Locale, type LocalizedText } from "../../model/values/text.ts";
import type { Certification, Cookie, Safeguard } from "../../model/vendor/vendor-document.ts";
import { wordsFor } from "../../words/index.ts";
import { nameCertification, nameCookie, nameSafeguard } from "../describe/value.ts";
import { ownWords, type RegisterView } from "../shell/view.ts";

/** One term of a description list and what is stated about it; left out where nothing is. */
export function Fact({ label, wide, children }: PropsWithChildren<{ label: string; wide?: boolean }>) {
  if (!children) return null;
  return (
    <div class={wide ? "fact wide" : "fact"}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What is stated, each on a line of its own; short items `inline`, with commas that are copied with them. */
export function Lines({ lines, of = "plain" }: { lines: readonly string[]; of?: "plain" | "inline" | "plain terms" }) {
  return (
    <ul class={of}>
      {lines.map((line, index) => (
        <li dir="auto">{of === "inline" && index < lines.length - 1 ? `${line}, ` : line}</li>
      ))}
    </ul>
  );
}

/** Prose as somebody wrote it, in whichever direction it reads. `lang`: its language, where that is known not to be the page's. */
export function Prose({ text, of = "prose", lang }: { text: string; of?: string; lang?: Locale | undefined }) {
  return (
    <p class={of} dir="auto" lang={lang}>
      {text}
    </p>
  );
}

/** The operator's words within a line. */
export function OwnWords({ words, view }: { words: LocalizedText; view: RegisterView }) {
  const { text, lang } = ownWords(words, view);
  return (
    <span dir="auto" lang={lang}>
      {text}
    </span>
  );
}

/** The language of words that name none, where that is not the page's: the organisation's own. */
export const ownLang = ({ defaultLocale }: { defaultLocale: Locale }, locale: Locale): Locale | undefined =>
  defaultLocale === locale ? undefined : defaultLocale;

/** `own`: the language that texts are in which name none, and that is read where a reader's is missing. */
type Reading = { locale: Locale; own: Locale };

/** Transfer tools in plain words, each with its note and where it can be checked. */
export function Safeguards({ safeguards, locale, own }: Reading & { safeguards: readonly Safeguard[] }) {
  return (
    <ul class="plain">
      {safeguards.map((safeguard) => (
        <li>
          {safeguard.url ? (
            <a href={safeguard.url}>{nameSafeguard(safeguard, locale)}</a>
          ) : (
            nameSafeguard(safeguard, locale)
          )}
          {safeguard.note && <Prose {...inLanguage(safeguard.note, locale, own)} of="aside" />}
        </li>
      ))}
    </ul>
  );
}

/** What others have certified, each with where that can be checked; of a day, since they expire. */
export function Certifications(props: { certifications: readonly Certification[]; on: IsoDate; locale: Locale }) {
  const { certifications, on, locale } = props;
  return (
    <ul class="plain">
      {certifications.map((each) => {
        const name = nameCertification(each, locale, on);
        return <li dir="auto">{each.url ? <a href={each.url}>{name}</a> : name}</li>;
      })}
    </ul>
  );
}

export function Cookies({ cookies, locale, own }: Reading & { cookies: readonly Cookie[] }) {
  return (
    <ul>
      {cookies.map((cookie) => {
        const purpose = cookie.purpose && inLanguage(cookie.purpose, locale, own);
        return (
          <li dir="auto">
            <span class="cookie">{nameCookie(cookie, locale)}</span>
            {purpose && <span lang={purpose.lang}>{wordsFor(locale).terms.explained("", purpose.text)}</span>}
          </li>
        );
      })}
    </ul>
  );
}

export function NotStated({ locale, text }: { locale: Locale; text?: string }) {
  return <span class="unstated">{text ?? wordsFor(locale).terms.notStated}</span>;
}
