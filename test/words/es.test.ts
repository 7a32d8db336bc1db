import { expect, test } from "vitest";
import { a, de, place } from "../../src/words/es/names.ts";
import { formatCountry, formatDate, loadWords } from "../../src/words/index.ts";

await loadWords("es");

const told = (codes: string) => codes.split(" ").map((code) => place(code, formatCountry(code, "es")));

test("a Spanish place has its article where it takes one, and no abbreviation that would end a sentence", () => {
  expect(told("FR US GB NL IN DO FO VI EU EEA SV 150 001")).toEqual([
    "Francia",
    "Estados Unidos",
    "el Reino Unido",
    "los Países Bajos",
    "la India",
    "la República Dominicana",
    "las Islas Feroe",
    "las Islas Vírgenes de Estados Unidos",
    "la Unión Europea",
    "el Espacio Económico Europeo",
    "El Salvador",
    "Europa",
    "todo el mundo",
  ]);
});

test("“el” joins the preposition before it, but not where it is part of a name", () => {
  expect(told("GB NL SV US").map(de)).toEqual([
    "del Reino Unido",
    "de los Países Bajos",
    "de El Salvador",
    "de Estados Unidos",
  ]);
  expect(told("EEA IN SV").map(a)).toEqual(["al Espacio Económico Europeo", "a la India", "a El Salvador"]);
});

test("a Spanish date says the first of a month as any other day", () => {
  expect([formatDate("2027-01-01", "es"), formatDate("2026-12-21", "es")]).toEqual([
    "1 de enero de 2027",
    "21 de diciembre de 2026",
  ]);
});
