import type { Register } from "../../model/change/register.ts";
import { UNNAMED } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { inLanguage, type Locale, type LocalizedText } from "../../model/values/text.ts";
import { namedIn, wordsFor } from "../../words/index.ts";
import type { Turn } from "../parts/turns.tsx";

/** What every page needs to know. */
export type PageView = {
  /** Null when it cannot be read: the page then names nobody. */
  register: Register | null;
  locale: Locale;
  /** The language the address asked for, if it did: links keep it. */
  lang?: Locale | undefined;
  /** In the organisation's time zone; a page without it does not say when the list last changed. */
  today?: IsoDate | undefined;
};

/** What the pages of the register need besides. Dates are in the organisation's time zone. */
export type RegisterView = PageView & {
  register: Register;
  today: IsoDate;
  /** Where the registry is published, without a trailing slash. */
  publicUrl: string;
  /** Shown from memory, because the database does not answer. */
  stale?: boolean | undefined;
  /** Lets whatever else waits have its turn: what is long then is a promise (`renderInTurns`). */
  turn?: Turn | undefined;
};

/** Who publishes the list, also where that cannot be read. */
export const organisationOf = ({ register, locale }: PageView) => register?.organisation ?? namedIn(UNNAMED, locale);

/** Whether nobody has said yet who publishes the list: its pages then name nobody, and are for nobody to find. */
export const isUnnamed = ({ register, locale }: Pick<PageView, "register" | "locale">): boolean =>
  register?.organisation.name === wordsFor(locale).page.unnamed;

/** A title with who publishes the list, once anybody has said that. */
export const titled = (view: RegisterView, title: string, publisher = view.register.organisation.name): string =>
  isUnnamed(view) ? title : wordsFor(view.locale).page.pageTitle(title, publisher);

/** The operator's words, with their language where that is not the page's. */
export const ownWords = (words: LocalizedText, { locale, register }: RegisterView) =>
  inLanguage(words, locale, register.organisation.defaultLocale);

/** What the organisation calls the list, with its language where that is not the page's; null where it is called as usual. */
export function ownTitle(view: RegisterView) {
  const { title } = view.register.organisation.branding ?? {};
  return title === undefined ? null : ownWords(title, view);
}

/**
 * An address of the registry, in the language that was asked for. The path may have parameters and a fragment of its own:
 * what is added goes between them. Empty parameters are left out.
 */
export function href(view: Pick<PageView, "lang">, path: string, parameters: Record<string, string | undefined> = {}) {
  const said = Object.entries<string | undefined>({ ...parameters, lang: view.lang });
  const stated = said.flatMap(([name, value]) => (value ? [[name, value]] : []));
  if (stated.length === 0) return path;
  const [address = "", ...fragment] = path.split("#");
  const between = address.includes("?") ? "&" : "?";
  return [`${address}${between}${new URLSearchParams(stated)}`, ...fragment].join("#");
}
