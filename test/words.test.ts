import { expect, test } from "vitest";
import { de } from "../src/words/fr/names.ts";
import { formatDeadline } from "../src/words/index.ts";
import { namingIn } from "../src/words/transfer-sentences.ts";

test.each([
  ["Acme", "d’Acme"],
  ["Équipe", "d’Équipe"],
  ["Cloudflare", "de Cloudflare"],
  ["HubSpot", "de HubSpot"],
  ["2Checkout", "de 2Checkout"],
])("French elides before a vowel: %s", (name, said) => {
  expect(de(name)).toBe(said);
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
