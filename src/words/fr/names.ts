// Where the first word of a French name does not tell its article: by ISO 3166-1 code.
const PLURAL = new Set(
  "AE AS AX BM BQ BS CC CK FJ FK FO KM KY HM MH MP MV NL PH PN PS PW SB SC TC TF TO TV UM US VG VI 029".split(" "),
);
const FEMININE = new Set("HK MO SL TT 057".split(" "));
const MASCULINE = new Set("BZ GB IO KH MX MZ SR ZW".split(" "));
const WITHOUT = new Set(
  (
    "AD AG AI AW BH BL CU CW CY DJ GG GI GU HT IL JE KI KN LC MC MF MG MS MT MU NR NU OM PM PR " +
    "SG SH SM ST SX TK TW VC WF YT"
  ).split(" "),
);
const OTHERWISE: Record<string, string> = { "001": "le monde entier", "019": "les Amériques", RE: "la Réunion" };

/** A place as it stands in a sentence that asks for no "à" or "de" before it: "les États-Unis", "l’Inde", "Malte". */
export function place(code: string, name: string): string {
  const otherwise = OTHERWISE[code] ?? (WITHOUT.has(code) ? name : undefined);
  if (otherwise) return otherwise;
  if (PLURAL.has(code)) return `les ${name}`;
  if (/^[aeiou]/i.test(name.normalize("NFD"))) return `l’${name}`;
  const [first = ""] = name.split(/[ -]/);
  return FEMININE.has(code) || (first.endsWith("e") && !MASCULINE.has(code)) ? `la ${name}` : `le ${name}`;
}

/** Whether a word before a name loses its e: before an h or y it may or may not, and is left alone. */
const elides = (name: string): boolean => /^[aeiouœæ]/i.test(name.normalize("NFD"));

/** "de Cloudflare", "d’Acme". */
export const de = (name: string): string => (elides(name) ? `d’${name}` : `de ${name}`);

/** "que Cloudflare", "qu’Acme". */
export const que = (name: string): string => (elides(name) ? `qu’${name}` : `que ${name}`);

/** Whose contract it is: the reader's, or by name that of customers. */
export const contractOf = (customers: string | null): string =>
  customers === null ? "votre contrat" : `le contrat ${de(customers)}`;
