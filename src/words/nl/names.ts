// Places whose name has an article, by code (ISO 3166-1, UN M49); all others stand without one.
const set = (codes: string) => new Set(codes.split(" "));
const DE = set("AE BS CC CF CK DO EEA EH EU FK FO IC IM KM KY MH MP MV PH PN PS SB SC TC TF UM US VG VI 057");
const HET = set("GB IO 029");
// Of those, and of others, where one is "op" and not "in".
const ISLANDS = set(
  "AC AG AI AW BB BL BM BS BV CC CK CP CU CW CX CY DM FK FO GD GG GU HM IC IM JE JM KM KN KY LC LK MF MG MH MP MQ MS MT MU MV NF NR NU PN PR RE SB SC SH SJ SX TA TC TK TT UM VC VG VI YT",
);
const WORLD = "001";

/** A place as it stands in a sentence: "de Verenigde Staten", "het Verenigd Koninkrijk", "India". */
export function place(code: string, name: string): string {
  if (code === WORLD) return "de hele wereld";
  if (DE.has(code)) return `de ${name}`;
  return HET.has(code) ? `het ${name}` : name;
}

/** Where: "in India", "in de Verenigde Staten", "op de Faeröer". */
export const inPlace = (code: string, name: string): string =>
  code === WORLD ? "wereldwijd" : `${ISLANDS.has(code) ? "op" : "in"} ${place(code, name)}`;

/** Whither: "naar India", "naar het Verenigd Koninkrijk". */
export const toPlace = (code: string, name: string): string =>
  code === WORLD ? "wereldwijd" : `naar ${place(code, name)}`;

const EARLIEST = "op zijn vroegst ";

/** A day before which something does not take effect. */
export const atEarliest = (date: string): string => EARLIEST + date;

/** A day after its preposition, which "op zijn vroegst" goes before: "op 3 mei 2027", "op zijn vroegst op 3 mei 2027". */
export const dated = (preposition: string, day: string): string =>
  day.startsWith(EARLIEST) ? `${EARLIEST}${preposition} ${day.slice(EARLIEST.length)}` : `${preposition} ${day}`;

/** Whose contract it is: the reader's, or by name that with customers. */
export const contractWith = (customers: string | null): string =>
  customers === null ? "uw overeenkomst" : `de overeenkomst met ${customers}`;
