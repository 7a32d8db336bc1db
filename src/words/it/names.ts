const set = (codes: string) => new Set(codes.split(" "));
// Where the last letter of the first word of an Italian name does not tell its article: by ISO 3166-1 code or UN M49.
const MASCULINE = set("BW CA EH GH KE LK NI RW VE ZA ZM 015");
const FEMININE = set("HK MO RE VA 057");
const MASCULINE_PLURAL = set("AE BQ NL PS US 029");
const FEMININE_PLURAL = set("AS BM BS FJ KM MV PH SC SJ TF 019");
const WITHOUT = set(
  "AD AG AI AW BB BL CU CV CW CY DJ GD GG GI GU HT IL JE KI KN LC MC MF MS MT MU NR NU PA PM PR PW SG SH SM ST SV SX " +
    "TK TL TO TT TV TW VC VU WF WS YT",
);

const PLURAL_ISLANDS = /^Isole /u;
const VOWEL = /^[aeiouh]/i;
/** What a masculine noun has "lo" and "gli" before: z, y, and s before another consonant. */
const IMPURE = /^(?:z|y|s[^aeiou])/i;

const plain = (text: string) => text.normalize("NFD");

/** A place as it stands in a sentence that asks for no preposition with an article: "gli Stati Uniti", "l’India", "Malta". */
export function place(code: string, name: string): string {
  if (code === "001") return "tutto il mondo";
  if (WITHOUT.has(code)) return name;
  if (FEMININE_PLURAL.has(code) || PLURAL_ISLANDS.test(name)) return `le ${name}`;
  const isVowel = VOWEL.test(plain(name));
  if (MASCULINE_PLURAL.has(code)) return `${isVowel || IMPURE.test(name) ? "gli" : "i"} ${name}`;
  if (isVowel) return `l’${name}`;
  const [first = ""] = name.split(/[ -]/);
  if (FEMININE.has(code) || (first.endsWith("a") && !MASCULINE.has(code))) return `la ${name}`;
  return `${IMPURE.test(name) ? "lo" : "il"} ${name}`;
}

const ARTICLE = /^(il|lo|la|i|gli|le) |^l’/u;
const ENDINGS: Record<string, string> = { il: "l ", lo: "llo ", la: "lla ", i: "i ", gli: "gli ", le: "lle " };

/** A preposition drawn together with the article after it: "de" and "gli Stati Uniti" are "degli Stati Uniti". */
const contracted = (stem: "de" | "a" | "da" | "ne", text: string) =>
  text.replace(ARTICLE, (_, article?: string) => `${stem}${(article && ENDINGS[article]) ?? "ll’"}`);

/** Nouns that keep their article after "in": "nel Regno Unito", but "in Giappone". */
const COMMON = /^(?:Regno|Repubblica|Spazio|Unione|Territorio|Isola|Città|RAS|Regione) /u;

/** Where, of a place as `place` gives it: "in India", "negli Stati Uniti", "nel Regno Unito", "a Malta". */
export function within(place: string): string {
  if (!ARTICLE.test(place)) return /^(?:tutto|Israele|El) ?/u.test(place) ? `in ${place}` : to(place);
  const name = place.replace(ARTICLE, "");
  return /^(?:i|gli|le) /u.test(place) || COMMON.test(name) ? contracted("ne", place) : `in ${name}`;
}

/** "a Cloudflare", "ad Acme". */
export const to = (name: string): string => `${/^a/i.test(plain(name)) ? "ad" : "a"} ${name}`;

const EARLIEST = "non prima ";

/** A day before which something does not take effect; a preposition before it falls away. */
export const atEarliest = (day: string): string => `${EARLIEST}${del(day)}`;

/** A day, or what else begins with its number, with its article: "il 10 gennaio 2027", "l’8 gennaio 2027". */
export const il = (day: string): string =>
  day.startsWith(EARLIEST) ? day : `${/^(?:8\d?|11)(?!\d)/.test(day) ? "l’" : "il "}${day}`;

export const del = (day: string): string => contracted("de", il(day));
export const dal = (day: string): string => contracted("da", il(day));
export const al = (day: string): string => contracted("a", il(day));

/** A day that something is put off to: "al 10 gennaio 2027", "a non prima del 10 gennaio 2027". */
export const putOffTo = (day: string): string => (day.startsWith(EARLIEST) ? `a ${day}` : al(day));

/** For a day that something is planned for: "per il 10 gennaio 2027", "per l’8 gennaio 2027". */
export const perIl = (day: string): string => `per ${il(day)}`;

/** Whose contract it is, after "in base": the reader's, or by name that of customers. */
export const toContractOf = (customers: string | null): string =>
  customers === null ? "al Suo contratto" : `al contratto di ${customers}`;

/** The same after a noun: "il termine del Suo contratto". */
export const ofContractOf = (customers: string | null): string =>
  customers === null ? "del Suo contratto" : `del contratto di ${customers}`;
