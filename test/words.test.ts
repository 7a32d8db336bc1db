import { expect, test } from "vitest";
import type { Locale } from "../src/model/values/text.ts";
import type { Dictionary } from "../src/words/dictionary.ts";
import { de, que } from "../src/words/fr/names.ts";
import { formatDeadline, wordsFor } from "../src/words/index.ts";
import { namingIn } from "../src/words/transfer-sentences.ts";

test.each([
  ["Acme", "d’Acme"],
  ["Équipe", "d’Équipe"],
  ["Cloudflare", "de Cloudflare"],
  ["HubSpot", "de HubSpot"],
  ["2Checkout", "de 2Checkout"],
])("French elides before a vowel: %s", (name, said) => {
  expect(de(name)).toBe(said);
  expect(que(name)).toBe(said.replace(/^d/, "qu"));
});

/** Whatever words say: those that take something are given each kind of thing in turn, where they can bear it. */
function everySaid(words: unknown): string[] {
  if (typeof words === "string") return [words];
  if (typeof words !== "function") return words instanceof Object ? Object.values(words).flatMap(everySaid) : [];
  return ["X", 2, true, false, null].flatMap((given) => {
    try {
      return everySaid(words(...Array(6).fill(given)));
    } catch {
      return [];
    }
  });
}

test("no line of French ends before its punctuation, or within its quotes: no-break spaces stand there", () => {
  const said = everySaid(wordsFor("fr"));
  expect(said.length).toBeGreaterThan(2000);
  expect(said.filter((text) => / [:;!?»]|« /.test(text))).toEqual([]);
});

test.each([
  ["FR", "la France", "France"],
  ["JP", "le Japon", "Japan"],
  ["IN", "l’Inde", "India"],
  ["EG", "l’Égypte", "Egypt"],
  ["US", "les États-Unis", "the United States"],
  ["PH", "les Philippines", "the Philippines"],
  ["GB", "le Royaume-Uni", "the United Kingdom"],
  ["MX", "le Mexique", "Mexico"],
  ["KR", "la Corée du Sud", "South Korea"],
  ["GQ", "la Guinée équatoriale", "Equatorial Guinea"],
  ["HK", "la R.A.S. chinoise de Hong Kong", "Hong Kong SAR China"],
  ["YE", "le Yémen", "Yemen"],
  ["HU", "la Hongrie", "Hungary"],
  ["HT", "Haïti", "Haiti"],
  ["SG", "Singapour", "Singapore"],
  ["IL", "Israël", "Israel"],
  ["RE", "la Réunion", "Réunion"],
  ["EEA", "l’Espace économique européen", "the European Economic Area"],
  ["150", "l’Europe", "Europe"],
  ["019", "les Amériques", "the Americas"],
  ["029", "les Caraïbes", "the Caribbean"],
  ["057", "la région micronésienne", "the Micronesian Region"],
  ["202", "l’Afrique subsaharienne", "Sub-Saharan Africa"],
  ["001", "le monde entier", "the world"],
])("%s stands in a sentence as %s, or %s", (code, french, english) => {
  expect([namingIn("fr").place(code), namingIn("en").place(code)]).toEqual([french, english]);
});

test.each([
  ["Europe/Paris", "26 December 2026, end of day in Paris", "26 décembre 2026 (fin de journée, heure de Paris)"],
  ["Europe/Athens", "26 December 2026, end of day in Athens", "26 décembre 2026 (fin de journée, heure d’Athènes)"],
  [
    "America/New_York",
    "26 December 2026, end of day in New York",
    "26 décembre 2026 (fin de journée, heure de New York)",
  ],
  [
    "America/Argentina/Buenos_Aires",
    "26 December 2026, end of day in Buenos Aires",
    "26 décembre 2026 (fin de journée, heure de Buenos Aires)",
  ],
  ["UTC", "26 December 2026, end of day UTC", "26 décembre 2026 (fin de journée, heure UTC)"],
  ["Etc/GMT+5", "26 December 2026, end of day GMT+5", "26 décembre 2026 (fin de journée, heure GMT+5)"],
])("a deadline says whose midnight it is: %s", (timeZone, english, french) => {
  expect(formatDeadline("2026-12-26", "en", timeZone)).toBe(english);
  expect(formatDeadline("2026-12-26", "fr", timeZone)).toBe(french);
});

/** What is said of one, and of several, and how it begins. */
const COUNTED: Partial<Record<Locale, (words: Dictionary) => [said: string, begins: string][]>> = {
  en: ({ mail, toOrganisation: own }) => [
    [mail.facts.from(false), "Takes effect on"],
    [mail.facts.from(true), "Take effect on"],
    [mail.facts.planned(false), "Was planned for"],
    [mail.facts.planned(true), "Were planned for"],
    [own.unreachable.lead(1), "No contact of this customer"],
    [own.unreachable.lead(2), "No contact of these customers"],
    [own.unreachable.next(1), "Notices to it"],
    [own.unreachable.next(2), "Notices to them"],
    [own.contactLeft.lead(1), "A contact of this customer"],
    [own.contactReplaced.lead(2), "A contact of these customers"],
    [own.contactVouched.lead(1), "A contact of this customer"],
    [own.contactVouched.next(2), "If this person should not answer for these customers"],
    [own.answers.lead(1), "This answer has"],
    [own.answers.lead(2), "These answers have"],
    [own.answers.preheader(1), "It was"],
    [own.answers.preheader(2), "They were"],
  ],
  fr: ({ mail, toOrganisation: own }) => [
    [mail.facts.from(false), "Prend effet le"],
    [mail.facts.from(true), "Prennent effet le"],
    [mail.facts.planned(false), "Était prévue pour le"],
    [mail.facts.planned(true), "Étaient prévues pour le"],
    [own.unreachable.lead(1), "Aucun contact de ce client"],
    [own.unreachable.lead(2), "Aucun contact de ces clients"],
    [own.unreachable.next(1), "Les avis lui restent dus"],
    [own.unreachable.next(2), "Les avis leur restent dus"],
    [own.contactLeft.lead(1), "Un contact de ce client"],
    [own.contactReplaced.lead(2), "Un contact de ces clients"],
    [own.contactVouched.lead(1), "Un contact de ce client"],
    [own.contactVouched.next(2), "Si cette personne ne doit pas répondre pour ces clients"],
    [own.answers.lead(1), "Cette réponse est parvenue"],
    [own.answers.lead(2), "Ces réponses sont parvenues"],
    [own.answers.preheader(1), "Elle ne vous a pas été signalée"],
    [own.answers.preheader(2), "Elles ne vous ont pas été signalées"],
  ],
};

test.each(Object.entries(COUNTED))("one and several agree in number: %s", (locale, counted) => {
  for (const [said, begins] of counted(wordsFor(locale as Locale))) expect(said.startsWith(begins), said).toBe(true);
});
