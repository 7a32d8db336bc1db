import type { IsoDate } from "../model/dates.ts";
import type { Organisation } from "../model/organisation-document.ts";
import { type Locale, type LocalizedText, localized } from "../model/text.ts";
import type { Cookie, Location, Safeguard, Service, VendorDocument } from "../model/vendor-document.ts";
import { checkedBy } from "../transfers/index.ts";
import { formatCountry, formatDate, formatList, wordsFor } from "../words/index.ts";

/**
 * What the organisation calls its products and hosting regions: without it, keys are shown. With `on`, no check of a
 * certification is told that is still to come on that date.
 */
export type Names = Pick<Organisation, "products" | "hostingRegions"> & { on?: IsoDate };

type Contact = NonNullable<VendorDocument["contact"]>;

/** The lines of one field. What was stored passed the vendor document's schema, which is what the casts rely on. */
export function describeValue(field: string, value: unknown, locale: Locale, names?: Names): string[] {
  if (value === null || value === undefined) return [];
  const { terms } = wordsFor(locale);
  switch (field) {
    case "country":
      return [formatCountry(value as string, locale)];
    case "identity":
      return [terms.identities[value as VendorDocument["identity"]]];
    case "relationship":
      return [terms.relationships[value as VendorDocument["relationship"]]];
    case "role":
      return [terms.roles[value as Service["role"]]];
    case "contact":
      return describeContact(value as Contact);
    case "locations":
      return (value as Location[]).map((location) => describeLocation(location, locale));
    case "safeguards":
      return (value as Safeguard[]).map((safeguard) =>
        describeSafeguard(names?.on ? checkedBy(names.on, safeguard) : safeguard, locale),
      );
    case "cookies":
      return (value as Cookie[]).map((cookie) => describeCookie(cookie, locale));
    case "products":
      return describeKeys(value as string[], names?.products ?? [], terms.all);
    case "hostingRegions":
      return describeKeys(value as string[], names?.hostingRegions ?? [], terms.allRegions);
    case "optional":
      return [value ? terms.yes : terms.no];
    default:
      return describeText(value, locale);
  }
}

function describeText(value: unknown, locale: Locale): string[] {
  if (Array.isArray(value)) return value.map(String);
  return [isLocalized(value) ? localized(value as LocalizedText, locale) : String(value)];
}

/** Whether a value is one text per language. */
export function isLocalized(value: unknown): boolean {
  return typeof value === "object" && value !== null && ("en" in value || "fr" in value);
}

/** "United States", "United States (storage, us-east-1)". Processing is what a place is for unless it says otherwise. */
export function describeLocation({ country, kind, detail }: Location, locale: Locale): string {
  const kindName = kind === "processing" ? [] : [wordsFor(locale).terms.locationKinds[kind]];
  const more = [...kindName, ...(detail ? [localized(detail, locale)] : [])];
  const place = formatCountry(country, locale);
  return more.length === 0 ? place : `${place} (${more.join(", ")})`;
}

/** A transfer tool, whom it binds and under which law, without its link or note. */
export function nameSafeguard({ mechanism, module, regimes, backup, checkedOn }: Safeguard, locale: Locale): string {
  const { terms } = wordsFor(locale);
  const swiss = regimes.every((regime) => regime === "ch") && regimes.length > 0;
  let text: string = (swiss && terms.swissMechanisms[mechanism]) || terms.mechanisms[mechanism];
  if (module) text = terms.withModule(text, module, terms.sccModules[module]);
  const under = regimes.map((regime) => terms.regimes[regime]);
  if (under.length > 0) text = `${text} (${formatList(under, locale)})`;
  if (backup) text = terms.asFallback(text);
  return checkedOn ? terms.checkedOn(text, formatDate(checkedOn, locale)) : text;
}

/** A transfer tool with everything that is stated of it, on one line. */
export function describeSafeguard(safeguard: Safeguard, locale: Locale): string {
  const note = safeguard.note ? ` – ${localized(safeguard.note, locale)}` : "";
  const url = safeguard.url ? ` <${safeguard.url}>` : "";
  return `${nameSafeguard(safeguard, locale)}${note}${url}`;
}

function describeContact({ name, email, phone, url }: Contact): string[] {
  return [name, email, phone, url].filter((each) => each !== undefined);
}

/** "session (30 days)", "visits, set by Harbor and Mill". */
export function nameCookie({ name, expires, setBy }: Cookie, locale: Locale): string {
  const lasting = expires ? `${name} (${expires})` : name;
  return setBy ? wordsFor(locale).terms.setBy(lasting, formatList(setBy, locale)) : lasting;
}

/** "session (30 days): keeps you signed in". */
export function describeCookie(cookie: Cookie, locale: Locale): string {
  const title = nameCookie(cookie, locale);
  return cookie.purpose ? wordsFor(locale).terms.explained(title, localized(cookie.purpose, locale)) : title;
}

/** Keys by the organisation's names for them. No keys means all of them. */
export function describeKeys(keys: string[], known: { key: string; name: string }[], all: string): string[] {
  if (keys.length === 0) return [all];
  return keys.map((key) => known.find((each) => each.key === key)?.name ?? key);
}
