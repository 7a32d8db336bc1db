import type { Dictionary } from "../../dictionary.ts";

const saying = (label: string, is: string | null, was: string | null): string => {
  if (is === null) return `vårt ${label} anges inte längre i vår förteckning (tidigare ${was})`;
  return `vårt ${label} är nu ${is} (${was === null ? "tidigare inte angivet" : `tidigare ${was}`})`;
};

export const publisher: Dictionary["publisher"] = {
  name: "namn",
  legalName: "juridiska namn",
  sentence: saying,
  lead: (date) => `Sedan den ${date} anger vår leverantörsförteckning nya uppgifter om vem som publicerar den:`,
  sameNumber: (number) => `Organisationsnumret är detsamma, ${number}: det är samma företag.`,
  otherNumber: (is, was) => `Även organisationsnumret är ett annat: ${is} (tidigare ${was}).`,
  unchanged: "Ingen post i förteckningen ändras genom detta.",
  why: (organisation) =>
    `Du får det här mejlet eftersom adressen följer leverantörsförteckningen från ${organisation} eller tillhör en kontaktperson hos en kund.`,
};
