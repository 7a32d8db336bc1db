import type { Dictionary } from "../dictionary.ts";

export const vendorPage: Dictionary["vendorPage"] = {
  description: (vendor, organisation) =>
    `Was ${vendor} für ${organisation} tut: mit welchen Daten, wo, mit welchem Übermittlungsinstrument und was sich geändert hat.`,
  entry: { listed: "Was angegeben ist", left: "Wie zuletzt aufgeführt", coming: "Wie angekündigt" },
  listedAs: (date) => `So aufgeführt seit dem ${date}.`,
  past: (name, date) => `Dies gab die Liste am ${date} zu ${name} an.`,
  future: (name, date) => `Dies wird die Liste am ${date} zu ${name} angeben, nach dem, was bisher angekündigt ist.`,
  notListedOn: (name, date) => `${name} steht nicht auf der Liste vom ${date}.`,
  left: (name, date) => `${name} steht seit dem ${date} nicht mehr auf der Liste.`,
  notYet: (name) => `${name} steht noch nicht auf der Liste: Die Aufnahme ist angekündigt.`,
  never: (name) => `${name} steht nicht auf der Liste: Was dazu angekündigt war, wurde zurückgenommen.`,
  asOf: (date) => `Der Eintrag vom ${date}`,
  otherDate: "Anderes Datum",
};
