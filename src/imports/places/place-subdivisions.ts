import { US_STATES } from "./place-regions.ts";

/** Parts of countries by the letters that ISO 3166-2 has behind the country's: of each country here, all. */
const SUBDIVISIONS: Readonly<Record<string, string>> = {
  AT: "",
  AU: "ACT NSW NT QLD SA TAS VIC WA",
  BE: "BRU VLG WAL VAN VBR VLI VOV VWV WBR WHT WLG WLX WNA",
  BR: "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO",
  CA: "AB BC MB NB NL NS NT NU ON PE QC SK YT",
  CH: "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH",
  DE: "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH",
  ES: "AN AR AS CB CE CL CM CN CT EX GA IB MC MD ML NC PV RI VC A AB AL AV B BA BI BU C CA CC CO CR CS CU GC GI GR GU H HU J L LE LO LU M MA MU NA O OR P PM PO S SA SE SG SO SS T TE TF TO V VA VI Z ZA",
  FR: "ARA BFC BRE COR CVL GES HDF IDF NAQ NOR OCC PAC PDL",
  GB: "ENG SCT WLS NIR LND",
  IE: "C CE CN CO CW D DL G KE KK KY L LD LH LK LM LS M MH MN MO OY RN SO TA U WD WH WW WX",
  IN: "AN AP AR AS BR CG CH CT DH DL GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UK UP UT WB",
  IT: "AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV",
  NL: "DR FL FR GE GR LI NB NH OV UT ZE ZH",
  US: US_STATES.replace(/ [^|]+\|?/g, " ").trim(),
};

const BY_COUNTRY = new Map(Object.entries(SUBDIVISIONS).map(([code, parts]) => [code, new Set(parts.split(" "))]));

/** Whether "IT-MI" is a code of ISO 3166-2; undefined where the country's are not known. */
export const isSubdivision = (country: string, part: string): boolean | undefined => BY_COUNTRY.get(country)?.has(part);
