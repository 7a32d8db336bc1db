// Places whose name has an article, by code (ISO 3166-1, UN M49); all others stand without one.
const set = (codes: string) => new Set(codes.split(" "));
const FEMININE = set("AQ BV CF CH CX DO EH EU HK IM MD MN MO NF SK TR UA VA 029");
const NEUTER = set("GB IO 018 021 057");
const PLURAL = set("AE AX BQ BS CC CK FK FO KM KY MH MP MV NL PH PN PS SB SC TC TF UM US VG VI");
const MASCULINE = set("EEA");
// Of those, where one is "auf" and not "in".
const ISLANDS = set("AX BS BV CC CK CX FK FO IM KM KY MH MP MV NF PH PN SB SC TC UM VG VI");
const WORLD = "001";

/** The adjectives before a noun, which `Intl` gives as they stand without an article: "Vereinigtes Königreich". */
const withEnding = (name: string, ending: "e" | "en") =>
  name.replace(/(?<!\p{L})(\p{Lu}\p{L}+?)(?:e|er|es)(?= \p{Lu})/gu, `$1${ending}`);

/**
 * A place as it stands after "für", and, but for the European Economic Area, as a subject: "die Vereinigten Staaten",
 * "das Vereinigte Königreich", "Indien".
 */
export function place(code: string, name: string): string {
  if (code === WORLD) return "die ganze Welt";
  if (FEMININE.has(code)) return `die ${withEnding(name, "e")}`;
  if (NEUTER.has(code)) return `das ${withEnding(name, "e")}`;
  if (PLURAL.has(code)) return `die ${withEnding(name, "en")}`;
  return MASCULINE.has(code) ? `den ${withEnding(name, "en")}` : name;
}

/** Where: "in Indien", "in der Schweiz", "im Vereinigten Königreich", "auf den Färöern". */
export function inPlace(code: string, name: string): string {
  if (code === WORLD) return "weltweit";
  const [at, there] = [ISLANDS.has(code) ? "auf" : "in", withEnding(name, "en")];
  if (FEMININE.has(code)) return `${at} der ${there}`;
  if (PLURAL.has(code)) return `${at} den ${there.replace(/(?:e|er)$/, "$&n")}`;
  return NEUTER.has(code) || MASCULINE.has(code) ? `im ${there}` : `in ${name.replace(" und die ", " und den ")}`;
}

/** Whither: "nach Indien", "in die Schweiz", "auf die Färöer". */
export function toPlace(code: string, name: string): string {
  if (code === WORLD) return "weltweit";
  const there = place(code, name);
  if (there === name) return `nach ${name}`;
  return `${ISLANDS.has(code) ? "auf" : "in"} ${there}`;
}

const EARLIEST = "frühestens ";

/** A day before which something does not take effect. */
export const atEarliest = (date: string): string => EARLIEST + date;

/** A day after its preposition, which "frühestens" goes before: "am 3. Mai 2027", "frühestens am 3. Mai 2027". */
export const dated = (preposition: string, day: string): string =>
  day.startsWith(EARLIEST) ? `${EARLIEST}${preposition} ${day.slice(EARLIEST.length)}` : `${preposition} ${day}`;

/** A day that something is put off to: "auf den 3. Mai 2027", "auf frühestens 3. Mai 2027". */
export const ontoDay = (day: string): string => (day.startsWith(EARLIEST) ? `auf ${day}` : `auf den ${day}`);

/** Whose contract it is, after "nach": the reader's, or by name that with customers. */
export const contractWith = (customers: string | null): string =>
  customers === null ? "Ihrem Vertrag" : `dem Vertrag mit ${customers}`;
