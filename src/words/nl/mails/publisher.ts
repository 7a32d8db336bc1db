import type { Dictionary } from "../../dictionary.ts";

const saying = (label: string, is: string | null, was: string | null): string => {
  if (is === null) return `onze ${label} is niet meer op onze lijst vermeld (was ${was})`;
  return `onze ${label} is nu ${is} (${was === null ? "voorheen niet vermeld" : `voorheen ${was}`})`;
};

export const publisher: Dictionary["publisher"] = {
  name: "naam",
  legalName: "juridische naam",
  sentence: saying,
  lead: (date) => `Sinds ${date} vermeldt onze lijst van dienstverleners anders wie haar publiceert:`,
  sameNumber: (number) => `Het registratienummer is hetzelfde, ${number}: het is hetzelfde bedrijf.`,
  otherNumber: (is, was) => `Ook het registratienummer is een ander: ${is} (voorheen ${was}).`,
  unchanged: "Geen enkele vermelding op de lijst wijzigt hierdoor.",
  why: (organisation) =>
    `U ontvangt deze e-mail omdat dit adres de lijst van dienstverleners van ${organisation} volgt, of van een contactpersoon van een van de klanten is.`,
};
