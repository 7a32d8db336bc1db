import { covers } from "../../model/vendor/countries.ts";

/**
 * Legal forms that only some countries have, as a legal name ends with them. None is here that is also used to translate
 * those of other countries, such as "Ltd" or "LLC": a finding must be worth reading.
 */
const FORMS: readonly (readonly [form: RegExp, countries: string])[] = [
  [/\bGmbH( & Co\. ?KG)?$/, "DE AT CH LI IT"],
  [/\bUG \(haftungsbeschränkt\)$/, "DE"],
  [/\bAG$/, "DE AT CH LI LU IT BE"],
  [/\bB\.?V\.?$/, "NL BE SR AW CW SX BQ"],
  [/\bS\.p\.A\.?$/, "IT SM CL DZ"],
  [/\bOyj?$/, "FI AX"],
  [/\bAB$/, "SE FI AX"],
  [/\bApS$/, "DK GL FO"],
  [/\bA\/S$/, "DK GL FO NO"],
  [/\b(Kft|Zrt)\.?$/, "HU"],
  [/\b[Ss]p\. ?z ?o\. ?o\.?$/, "PL"],
  [/\bs\. ?r\. ?o\.?$/, "CZ SK"],
  [/\bd\. ?o\. ?o\.?$/, "SI HR BA RS ME MK XK"],
  [/\bOÜ$/, "EE"],
  [/\bPte\.? Ltd\.?$/, "SG BN"],
  [/\bPty\.? (Ltd|Limited)\.?$/, "AU ZA NA BW SZ LS ZW PG"],
];

/** No country of Europe has it, and many others do. */
const INC = /\bInc(\.|orporated)?$/;
const hasNoInc = (country: string): boolean =>
  country === "GB" || country === "CH" || (covers("EEA", country) && covers("150", country));

/** Countries whose names companies carry before their legal form: "Acme Ireland Limited". */
const NAMES: Record<string, string> = {
  Ireland: "IE",
  Deutschland: "DE",
  Germany: "DE",
  France: "FR",
  Nederland: "NL",
  Netherlands: "NL",
  UK: "GB",
  Schweiz: "CH",
  Switzerland: "CH",
  Sweden: "SE",
  Luxembourg: "LU",
  Singapore: "SG",
  Australia: "AU",
  Canada: "CA",
  India: "IN",
  Japan: "JP",
};
const NAMED = new RegExp(
  `(?<!Northern )\\b(${Object.keys(NAMES).join("|")}) (Operations |International )?` +
    "(Unlimited Company|Ltd\\.?|Limited|DAC|UC|GmbH|B\\.?V\\.?|SAS|S\\.?[aà] ?r\\.?l\\.?|AB|AG|Inc\\.?|Pty Ltd|Pte\\.? Ltd\\.?|Private Limited|Pvt\\.? Ltd\\.?|K\\.?K\\.?)$",
);

/** What a legal name says of its country, where that is another than is stated; null where nothing contradicts. */
export function contradictionIn(legalName: string, country: string): { form: string } | { place: string } | null {
  const name = legalName.trim();
  const place = NAMES[NAMED.exec(name)?.[1] ?? ""];
  if (place) return place === country ? null : { place };
  for (const [form, countries] of FORMS) {
    const [found] = form.exec(name) ?? [];
    if (found) return countries.split(" ").includes(country) ? null : { form: found };
  }
  const [inc] = INC.exec(name) ?? [];
  return inc && hasNoInc(country) ? { form: inc } : null;
}
