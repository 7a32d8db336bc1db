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

/** The areas a location may name instead of one country. "001" is the world (UN M49). */
export const AREAS = ["EU", "EEA", "001"] as const;

export const isArea = (code: string): boolean => (AREAS as readonly string[]).includes(code);

// The Union with its outermost regions that have codes of their own (Art. 355(1) TFEU), and the rest of the EEA.
const EU =
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK GF GP MF MQ RE YT AX".split(" ");
const EEA = [...EU, "EU", "IS", "LI", "NO"];
const MEMBERS: Record<string, readonly string[]> = { EU, EEA };

/** Whether a country or area lies within an area. */
export function covers(area: string, place: string): boolean {
  return area === "001" || area === place || (MEMBERS[area]?.includes(place) ?? false);
}

export const Country = z
  .string()
  .refine((code) => CODES.has(code), { error: "must be an ISO 3166-1 alpha-2 country code, such as FR" })
  .openapi({ type: "string", example: "FR" })
  .meta({ pattern: "^[A-Z]{2}$" });

export const CountryOrArea = z
  .string()
  .refine((code) => CODES.has(code) || isArea(code), {
    error: 'must be an ISO 3166-1 alpha-2 country code, "EU", "EEA" or "001" (worldwide)',
  })
  .openapi({ type: "string", example: "US" })
  .meta({ pattern: "^([A-Z]{2}|EEA|001)$" });
