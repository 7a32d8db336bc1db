// Places where one is "på" and not "i", by code (ISO 3166-1): islands, but for those that are foremost a state.
const ISLANDS = new Set(
  "AC AX BB BM BQ BS BV CC CK CU CV CX CY FJ FK FO GG GL GU HM IC IM IS JE JM KM KY MG MH MP MT MU MV NF NU NZ PH PM PN RE SB SC SH SJ TC TK TO UM VG VI WF YT".split(
    " ",
  ),
);
const AREAS: Record<string, string> = { EEA: "Europeiska ekonomiska samarbetsområdet", "001": "hela världen" };

/** A place as it stands in a sentence: "Indien", "Europeiska ekonomiska samarbetsområdet", "hela världen". */
export const place = (code: string, name: string): string => AREAS[code] ?? name;

/** Where: "i Indien", "på Island". */
export const inPlace = (code: string, name: string): string => `${ISLANDS.has(code) ? "på" : "i"} ${place(code, name)}`;

/** Whose contract it is, after "enligt": the reader's, or by name that with customers. */
export const contractWith = (customers: string | null): string =>
  customers === null ? "ert avtal" : `avtalet med ${customers}`;

/** The same where its period is meant: "fristen i ert avtal". */
export const periodOf = (customers: string | null): string => `fristen i ${contractWith(customers)}`;
