import { z } from "@hono/zod-openapi";

// ISO 3166-1 alpha-2, officially assigned (2026), and XK, which the EU uses for Kosovo. Names come from Intl.
const CODES = new Set(
  (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
    "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
    "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT " +
    "MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
    "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ " +
    "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
  ).split(" "),
);

const list = (codes: string) => codes.split(" ");

// The Union with its outermost regions that have codes of their own (Art. 355(1) TFEU), and the rest of the EEA.
const EU = list(
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK GF GP MF MQ RE YT AX",
);

/** UN M49: each area by the countries and areas it is made of. Their names come from Intl. */
const PARTS = {
  "002": list("015 202"),
  "003": list("013 021 029"),
  "005": list("AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE"),
  "009": list("053 054 057 061"),
  "011": list("BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG"),
  "013": list("BZ CR GT HN MX NI PA SV"),
  "014": list("BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW"),
  "015": list("DZ EG EH LY MA SD TN"),
  "017": list("AO CD CF CG CM GA GQ ST TD"),
  "018": list("BW LS NA SZ ZA"),
  "019": list("003 005 419"),
  "021": list("BM CA GL PM US"),
  "029": list("AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI"),
  "030": list("CN HK JP KP KR MN MO TW"),
  "034": list("AF BD BT IN IR LK MV NP PK"),
  "035": list("BN ID KH LA MM MY PH SG TH TL VN"),
  "039": list("AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK"),
  "053": list("AU CC CX HM NF NZ"),
  "054": list("FJ NC PG SB VU"),
  "057": list("FM GU KI MH MP NR PW UM"),
  "061": list("AS CK NU PF PN TK TO TV WF WS"),
  "142": list("030 034 035 143 145"),
  "143": list("KG KZ TJ TM UZ"),
  "145": list("AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE"),
  "150": list("039 151 154 155"),
  "151": list("BG BY CZ HU MD PL RO RU SK UA"),
  "154": list("AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ"),
  "155": list("AT BE CH DE FR LI LU MC NL"),
  "202": list("011 014 017 018"),
  "419": list("005 013 029"),
  EU,
  EEA: list("EU IS LI NO"),
};

const membersOf = (area: string): string[] => {
  const parts: Partial<Record<string, readonly string[]>> = PARTS;
  return (parts[area] ?? []).flatMap((part) => [part, ...membersOf(part)]);
};

/** Every area with whatever lies in it, at whatever depth. */
const MEMBERS = new Map(Object.keys(PARTS).map((area) => [area, new Set(membersOf(area))]));
// Whoever names Europe means the Union with it, though M49 counts Cyprus and Réunion elsewhere.
for (const union of ["EU", "EEA"]) MEMBERS.get("150")?.add(union);

/** Every country, and every area that a place may be instead of one. */
export const COUNTRIES_AND_AREAS: readonly string[] = [...CODES, ...Object.keys(PARTS), "001"];

/** The areas a place may be instead of one country. "001" is the world. */
export const isArea = (code: string): boolean => code === "001" || MEMBERS.has(code);

/** Whether a country or area lies within an area. */
export function covers(area: string, place: string): boolean {
  return area === "001" || area === place || (MEMBERS.get(area)?.has(place) ?? false);
}

export const Country = z
  .string()
  .refine((code) => CODES.has(code), { error: "must be an ISO 3166-1 alpha-2 country code, such as FR" })
  .openapi({ type: "string", example: "FR" })
  .meta({ pattern: "^[A-Z]{2}$" });

export const CountryOrArea = z
  .string()
  .refine((code) => CODES.has(code) || isArea(code), {
    error: 'must be an ISO 3166-1 alpha-2 country code, "EU", "EEA" or an area of UN M49, such as "150" (Europe)',
  })
  .openapi({ type: "string", example: "US" })
  .meta({ pattern: "^([A-Z]{2}|EEA|[0-9]{3})$" });
