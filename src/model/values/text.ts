import { z } from "@hono/zod-openapi";
import { emailFault } from "./email.ts";
import { meaningOf } from "./explained.ts";
import { CONSOLE_LANGUAGES, LANGUAGES } from "./languages.ts";

// Control and format characters are how a name is made to look like another one (bidi overrides, zero-width
// joiners, NUL); line and paragraph separators break mail headers; U+FFFD is what bytes become that are no UTF-8. None
// has a place in a register.
const invisible = /[\uFFFD\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
const invisibleInProse = /[^\P{Cc}\n\t]|[\uFFFD\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
// Marks stacked on one letter spill over their neighbours.
const stacked = /\p{M}{4}/u;
// Normalising takes time with the square of the marks on one letter: no writing needs more (UAX #15, stream-safe text).
const overloaded = /\p{M}{31}/u;

/** A text of at most `max` characters: of a longer one nothing is computed, it is refused first. */
export const bounded = (max: number) => z.string().max(max, { abort: true });

function text(max: number, forbidden: RegExp) {
  const isPlain = (value: string) => value.isWellFormed() && !forbidden.test(value) && !overloaded.test(value);
  return bounded(max)
    .refine((value) => isPlain(value) && !stacked.test(value.normalize("NFC")), {
      error: "must be UTF-8, without control, invisible, text-direction or stacked characters",
    })
    .transform((value) => value.normalize("NFC").trim())
    .pipe(z.string().min(1, { error: "must not be empty" }))
    .openapi({ type: "string", minLength: 1, maxLength: max });
}

/** One line of visible text, trimmed and NFC-normalised. */
export const line = (max = 200) => text(max, invisible);

/** Prose that may break lines. */
export const prose = (max = 4000) => text(max, invisibleInProse);

/** The languages every page and mail can be written in. */
export const Locale = z
  .enum(Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])
  .describe(meaningOf(Object.fromEntries(Object.entries(LANGUAGES).map(([tag, { name }]) => [tag, name]))))
  .openapi("Locale");
export type Locale = z.infer<typeof Locale>;
export const LOCALES = Locale.options;

/** The languages that the console is in. */
export type ConsoleLocale = (typeof CONSOLE_LANGUAGES)[number];

/** The console's language for a reader of any: of one that it is not in, its first. */
export const consoleLocale = (locale: Locale): ConsoleLocale =>
  CONSOLE_LANGUAGES.find((each) => each === locale) ?? CONSOLE_LANGUAGES[0];

/** A name without what never makes another one of it: case and blanks. */
export const foldName = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s/g, "");

/** A text in one language for all readers, or one for each language. */
const byLanguage = (text: ReturnType<typeof prose>) =>
  z.union(
    [
      text,
      z
        .strictObject(
          Object.fromEntries(
            LOCALES.map((locale) => [locale, text.optional().describe(`The text in ${LANGUAGES[locale].name}.`)]),
          ) as Record<Locale, z.ZodOptional<typeof text>>,
        )
        .refine((texts) => LOCALES.some((locale) => texts[locale]), {
          error: "give the text in at least one language",
        }),
    ],
    {
      error: ({ input }) =>
        input === undefined
          ? "is required"
          : input === ""
            ? "must not be empty"
            : `must be a text, or an object of texts by language (${LOCALES.join(", ")})`,
    },
  );

export const LocalizedText = byLanguage(prose())
  .describe("One text for all readers, or one for each language.")
  .openapi("LocalizedText");
export type LocalizedText = z.infer<typeof LocalizedText>;

/** Why something is done, as its readers are told: in one language, or in each. */
export const ReasonInOne = prose(2000);
export const Reason = byLanguage(ReasonInOne);

/** The same of at most so many characters, on one line. */
export const localizedLine = (max: number) => byLanguage(line(max));

/** The text for a reader of `locale`, falling back to the organisation's own language, and to whichever there is. */
export const localized = (text: LocalizedText, locale: Locale, own = locale): string =>
  inLanguage(text, locale, own).text;

/**
 * The same with its language, where that is not the reader's: a text that names none is in the organisation's own, its
 * `defaultLocale`.
 */
export function inLanguage(text: LocalizedText, locale: Locale, own: Locale): { text: string; lang?: Locale } {
  const known = typeof text === "string" ? { [own]: text } : text;
  const lang = [locale, own, ...LOCALES].find((each) => known[each] !== undefined) ?? locale;
  return { text: known[lang] ?? "", ...(lang === locale ? {} : { lang }) };
}

/**
 * Whether two texts say the same: in every language that both have. A translation that is added says nothing new. A text
 * without a language is one of the other's.
 */
export function isSameText(one: LocalizedText, other: LocalizedText): boolean {
  const isSame = (a?: string, b?: string) => a !== undefined && b !== undefined && foldName(a) === foldName(b);
  if (typeof other === "string")
    return (typeof one === "string" ? [one] : Object.values(one)).some((text) => isSame(text, other));
  if (typeof one === "string") return isSameText(other, one);
  const inBoth = LOCALES.filter((locale) => one[locale] !== undefined && other[locale] !== undefined);
  return inBoth.length > 0 && inBoth.every((locale) => isSame(one[locale], other[locale]));
}

/**
 * A link a reader may follow: http or https, without credentials. Without a backslash, which browsers take for a slash
 * and others for part of a name: they would disagree on the host.
 */
export const HttpUrl = bounded(2000)
  .refine(isHttpUrl, { error: "must be an http or https address" })
  .openapi({ type: "string", maxLength: 2000, example: "https://vendor.example/privacy" })
  .meta({ format: "uri" });

/** The same over TLS. */
export const HttpsUrl = bounded(2000)
  .refine((value) => isHttpUrl(value) && /^https:/i.test(value), { error: "must be an https address" })
  .openapi({ type: "string", maxLength: 2000, example: "https://company.example" })
  .meta({ format: "uri" });

/** A web address within a text, without what ends a sentence or a bracket around it: for `split`, at odd places. */
export const ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>"().,;:!?])/;

function isHttpUrl(value: string): boolean {
  if (!value.isWellFormed() || !/^https?:\/\//i.test(value) || invisible.test(value) || /[\s\\]/.test(value))
    return false;
  const url = URL.parse(value);
  return url !== null && url.hostname !== "" && url.username === "" && url.password === "";
}

/** An address that mail can be sent to, as it was typed: its domain may be in any script. */
export const Email = bounded(254)
  .refine((value) => emailFault(value) === null, { error: ({ input }) => emailFault(String(input)) ?? undefined })
  .openapi({ type: "string", maxLength: 254, example: "privacy@customer.example" })
  .meta({ format: "idn-email" });

/** A key an operator chooses: lower-case letters, digits and hyphens. */
export const Key = bounded(64).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: "must be lower-case letters, digits and single hyphens",
});

/** Letters of their own in some alphabets, as they are written where only the Latin alphabet's are to be had. */
const SPELT: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/** A text in lower case, its letters without accents: "Łódź Straße" → "lodz strasse". */
export const plainLetters = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => SPELT[letter] ?? letter);

/** Turns a name into a key; empty when nothing of it is Latin. "Société Générale" → "societe-generale". */
export function slugify(name: string): string {
  return plainLetters(name)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 64)
    .replace(/^-+|-+$/g, "");
}
