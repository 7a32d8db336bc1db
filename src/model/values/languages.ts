/**
 * The languages of pages and mails: each by its own name, and by the tag under which `Intl` writes its dates and lists
 * ("en" alone would write dates the American way, and readers expect the day before the month).
 */
export const LANGUAGES = {
  en: { name: "English", tag: "en-GB" },
  fr: { name: "Français", tag: "fr-FR" },
  de: { name: "Deutsch", tag: "de-DE" },
  es: { name: "Español", tag: "es-ES" },
  it: { name: "Italiano", tag: "it-IT" },
  nl: { name: "Nederlands", tag: "nl-NL" },
  sv: { name: "Svenska", tag: "sv-SE" },
} as const;

/** The languages of the console: whoever reads another sees it in the first. */
export const CONSOLE_LANGUAGES = ["en", "fr"] as const satisfies (keyof typeof LANGUAGES)[];
