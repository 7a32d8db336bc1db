import type { Dictionary } from "../dictionary.ts";

export const vendorPage: Dictionary["vendorPage"] = {
  description: (vendor, organisation) =>
    `Wat ${vendor} voor ${organisation} doet: met welke gegevens, waar, met welk doorgifte-instrument en wat er is gewijzigd.`,
  entry: { listed: "Wat is vermeld", left: "Zoals laatst vermeld", coming: "Zoals aangekondigd" },
  listedAs: (date) => `Zo vermeld sinds ${date}.`,
  past: (name, date) => `Dit vermeldde de lijst op ${date} over ${name}.`,
  future: (name, date) => `Dit zal de lijst op ${date} over ${name} vermelden, volgens wat tot nu toe is aangekondigd.`,
  notListedOn: (name, date) => `${name} staat niet op de lijst van ${date}.`,
  left: (name, date) => `${name} staat sinds ${date} niet meer op de lijst.`,
  notYet: (name) => `${name} staat nog niet op de lijst: de opneming is aangekondigd.`,
  never: (name) => `${name} staat niet op de lijst: wat daarover was aangekondigd, is ingetrokken.`,
  asOf: (date) => `De vermelding van ${date}`,
  otherDate: "Een andere datum",
};
