import type { PropsWithChildren } from "hono/jsx";
import { fieldsOf } from "../../model/field-lookup.ts";
import { CONTACT_PARTS } from "../../model/fields.ts";
import { type Locale, localized } from "../../model/text.ts";
import type { Contact, Cookie, Location, Safeguard } from "../../model/vendor-document.ts";
import { wordsFor } from "../../words/index.ts";
import { describeLocation, nameCookie, nameSafeguard } from "../describe/value.ts";

/** One term of a description list and what is stated about it. */
export function Fact({ label, wide, children }: PropsWithChildren<{ label: string; wide?: boolean }>) {
  return (
    <div class={wide ? "fact wide" : "fact"}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Short items on one line. */
export function Items({ items }: { items: readonly string[] }) {
  return (
    <ul class="inline">
      {items.map((item) => (
        <li dir="auto">{item}</li>
      ))}
    </ul>
  );
}

/** Prose as somebody wrote it, in whichever direction it reads. */
export function Prose({ text, of = "prose" }: { text: string; of?: string }) {
  return (
    <p class={of} dir="auto">
      {text}
    </p>
  );
}

export function Places({ locations, locale }: { locations: readonly Location[]; locale: Locale }) {
  return (
    <ul class="plain">
      {locations.map((location) => (
        <li dir="auto">{describeLocation(location, locale)}</li>
      ))}
    </ul>
  );
}

/** Transfer tools in plain words, each with its note and where it can be checked. */
export function Safeguards({ safeguards, locale }: { safeguards: readonly Safeguard[]; locale: Locale }) {
  return (
    <ul class="plain">
      {safeguards.map((safeguard) => (
        <li>
          {safeguard.url ? (
            <a href={safeguard.url}>{nameSafeguard(safeguard, locale)}</a>
          ) : (
            nameSafeguard(safeguard, locale)
          )}
          {safeguard.note && <Prose text={localized(safeguard.note, locale)} of="aside" />}
        </li>
      ))}
    </ul>
  );
}

export function Cookies({ cookies, locale }: { cookies: readonly Cookie[]; locale: Locale }) {
  return (
    <ul>
      {cookies.map((cookie) => (
        <li dir="auto">
          <span class="cookie">{nameCookie(cookie, locale)}</span>
          {cookie.purpose && wordsFor(locale).terms.explained("", localized(cookie.purpose, locale))}
        </li>
      ))}
    </ul>
  );
}

export function NotStated({ locale, text }: { locale: Locale; text?: string }) {
  return <span class="unstated">{text ?? wordsFor(locale).terms.notStated}</span>;
}

/** How each part of a contact is reached. */
const REACHED = {
  text: (name: string) => <span dir="auto">{name}</span>,
  email: (address: string) => <a href={`mailto:${address}`}>{address}</a>,
  phone: (number: string) => <PhoneNumber number={number} />,
  link: (url: string) => <a href={url}>{url.replace(/^https?:\/\//, "").replace(/\/$/, "")}</a>,
};

/** A person or desk: the name, and how to reach it. */
export function ContactLines({ contact }: { contact: Contact }) {
  return <>{fieldsOf(CONTACT_PARTS).map((part) => contact[part] && REACHED[CONTACT_PARTS[part]](contact[part]))}</>;
}

/** A number to call: a link where it is nothing but a number, since an extension is not dialled with it. */
export function PhoneNumber({ number }: { number: string }) {
  if (!/^\+?[\d\s.-]+$/.test(number)) return <span dir="auto">{number}</span>;
  return (
    <a class="phone" href={`tel:${number.replace(/[^+\d]/g, "")}`}>
      {number}
    </a>
  );
}
