import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { inLanguage, type Locale, type LocalizedText, localized } from "../../model/values/text.ts";
import { fieldsOf, kindOf } from "../../model/vendor/field-lookup.ts";
import { CONTACT_PARTS, type FieldName, type Kind, type Kinds } from "../../model/vendor/fields.ts";
import type { Certification, Cookie, Location, Safeguard } from "../../model/vendor/vendor-document.ts";
import { withoutFutureCheck } from "../../transfers/index.ts";
import { formatCountry, formatDate, formatList, wordsFor } from "../../words/index.ts";
import { namesRegime } from "../../words/naming.ts";
import { namingIn } from "../../words/transfer-sentences.ts";

/**
 * What the organisation calls its products and hosting regions: without it, keys are shown. With `on`, no check of a
 * certification is told that is still to come on that date. With `isBrief`, links of safeguards are left out. Texts that
 * are not there in the reader's language are told in the organisation's own; with `textsIn`, in that language first.
 */
export type Names = Pick<Organisation, "products" | "hostingRegions"> & {
  defaultLocale?: Locale;
  on?: IsoDate;
  isBrief?: boolean;
  textsIn?: Locale;
};

type Telling = { field: FieldName; locale: Locale; names: Names | undefined };

/** How each kind of value is told, as lines of text. */
const TELL: { [K in Kind]: (value: Kinds[K], telling: Telling) => string[] } = {
  text: (text) => [text],
  prose: (text) => [text],
  localized: (text, { locale, names }) => [textOf(text, locale, names)],
  choice: (value, { field, locale }) => {
    const words: Partial<Record<FieldName, Record<string, string>>> = wordsFor(locale).terms.choices;
    return [words[field]?.[value] ?? value];
  },
  flag: (isSet, { locale }) => [isSet ? wordsFor(locale).terms.yes : wordsFor(locale).terms.no],
  link: (address) => [address],
  date: (on, { locale }) => [formatDate(on, locale)],
  country: (code, { locale }) => [formatCountry(code, locale)],
  names: (names) => names,
  products: (keys, { locale, names }) => describeKeys(keys, names?.products ?? [], wordsFor(locale).terms.all),
  hostingRegions: (keys, { locale, names }) =>
    describeKeys(keys, names?.hostingRegions ?? [], wordsFor(locale).terms.allRegions),
  contact: (contact) => fieldsOf(CONTACT_PARTS).flatMap((part) => contact[part] ?? []),
  places: (places, { locale, names }) => places.map((place) => describeLocation(place, locale, names)),
  safeguards: (safeguards, { locale, names }) =>
    safeguards.map((each) => describeSafeguard(names?.on ? withoutFutureCheck(each, names.on) : each, locale, names)),
  cookies: (cookies, { locale, names }) => cookies.map((cookie) => describeCookie(cookie, locale, names)),
  certifications: (certifications, { locale, names }) =>
    certifications.map((each) => {
      const url = each.url && !names?.isBrief ? ` <${each.url}>` : "";
      return `${nameCertification(each, locale, names?.on)}${url}`;
    }),
};

/** Whether there is anything to tell; an empty list of products says nothing, though it means all of them. */
export const isStated = (value: unknown): boolean =>
  value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

/** The lines of one field; none where it is absent. */
export function describeValue(field: FieldName, value: unknown, locale: Locale, names?: Names): string[] {
  if (value === null || value === undefined) return [];
  // What is stored passed the document's schema, and the table's type demands a kind that fits it.
  return TELL[kindOf(field)](value as never, { field, locale, names });
}

/** "United States", "United States (storage, us-east-1)". Processing is what a place is for unless it says otherwise. */
export function describeLocation(location: Location, locale: Locale, names?: Names): string {
  const { country, kind, detail, hostingRegions = [], products = [] } = location;
  const { terms } = wordsFor(locale);
  const listed = (keys: string[], known: { key: string; name: string }[] = []) =>
    formatList(describeKeys(keys, known, ""), locale);
  const more = [
    ...(kind === "processing" ? [] : [terms.locationKinds[kind]]),
    ...(detail ? [textOf(detail, locale, names)] : []),
    ...(hostingRegions.length > 0 ? [terms.heldFor(listed(hostingRegions, names?.hostingRegions))] : []),
    ...(products.length > 0 ? [terms.usedFor(listed(products, names?.products))] : []),
  ];
  const place = formatCountry(country, locale);
  return more.length === 0 ? place : `${place} (${more.join(", ")})`;
}

/** A transfer tool, whom it binds, under which law and for which places, without its link or note. */
export function nameSafeguard(safeguard: Safeguard, locale: Locale): string {
  const { mechanism, module, certified, regimes, countries = [], backup, checkedOn } = safeguard;
  const { terms } = wordsFor(locale);
  const [regime] = regimes;
  const national = regime && regimes.length === 1 ? terms.national[regime][mechanism] : undefined;
  let text: string = national ?? terms.mechanisms[mechanism];
  if (module) text = terms.withModule(text, module, terms.sccModules[module]);
  const isNamed = regime && regimes.length === 1 && namesRegime(mechanism, regime);
  const under = isNamed ? [] : regimes.map((each) => terms.regimes[each]);
  if (under.length > 0) text = `${text} (${formatList(under, locale)})`;
  const { place, list } = namingIn(locale);
  if (countries.length > 0) text = terms.forPlaces(text, list(countries.map(place)));
  if (backup) text = terms.asFallback(text);
  if (checkedOn) text = terms.checkedOn(text, formatDate(checkedOn, locale));
  return certified ? terms.withCertified(text, certified) : text;
}

/** A transfer tool with everything that is stated of it, on one line; but for its link where `isBrief`. */
function describeSafeguard(safeguard: Safeguard, locale: Locale, names?: Names): string {
  const note = safeguard.note ? ` – ${textOf(safeguard.note, locale, names)}` : "";
  const url = safeguard.url && !names?.isBrief ? ` <${safeguard.url}>` : "";
  return `${nameSafeguard(safeguard, locale)}${note}${url}`;
}

/** "ISO/IEC 27001 (valid until 1 May 2027)"; or expired, where that is before the day it is told of. */
export function nameCertification({ name, validUntil }: Certification, locale: Locale, on?: IsoDate): string {
  if (!validUntil) return name;
  const { terms } = wordsFor(locale);
  const word = on !== undefined && validUntil < on ? terms.expiredOn : terms.validUntil;
  return word(name, formatDate(validUntil, locale));
}

/** "session (30 days)", "visits, set by Harbor and Mill". */
export function nameCookie({ name, expires, setBy }: Cookie, locale: Locale): string {
  const lasting = expires ? `${name} (${expires})` : name;
  return setBy ? wordsFor(locale).terms.setBy(lasting, formatList(setBy, locale)) : lasting;
}

/** "session (30 days): keeps you signed in". */
function describeCookie(cookie: Cookie, locale: Locale, names?: Names): string {
  const title = nameCookie(cookie, locale);
  return cookie.purpose ? wordsFor(locale).terms.explained(title, textOf(cookie.purpose, locale, names)) : title;
}

/** The language that a field's text is told in, where that is not the reader's. */
export function languageIn(field: FieldName, value: unknown, locale: Locale, names?: Names): Locale | undefined {
  if (kindOf(field) !== "localized" || !isStated(value)) return undefined;
  const asked = names?.textsIn ?? locale;
  const { lang = asked } = inLanguage(value as LocalizedText, asked, names?.defaultLocale ?? asked);
  return lang === locale ? undefined : lang;
}

const textOf = (text: LocalizedText, locale: Locale, names?: Names): string =>
  localized(text, names?.textsIn ?? locale, names?.defaultLocale);

/** Keys by the organisation's names for them. No keys means all of them. */
function describeKeys(keys: string[], known: { key: string; name: string }[], all: string): string[] {
  if (keys.length === 0) return [all];
  return keys.map((key) => known.find((each) => each.key === key)?.name ?? key);
}
