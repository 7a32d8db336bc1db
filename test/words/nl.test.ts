import { expect, test } from "vitest";
import { formatCountry, loadWords, wordsFor } from "../../src/words/index.ts";
import { atEarliest, dated, inPlace, place, toPlace } from "../../src/words/nl/names.ts";

await loadWords("nl");

const told = (say: typeof place, codes: string) => codes.split(" ").map((code) => say(code, formatCountry(code, "nl")));

test("a Dutch place has its article, and is “op” where it is islands", () => {
  expect(told(place, "IN US GB NL DO EEA 001")).toEqual([
    "India",
    "de Verenigde Staten",
    "het Verenigd Koninkrijk",
    "Nederland",
    "de Dominicaanse Republiek",
    "de Europese Economische Ruimte",
    "de hele wereld",
  ]);
  expect(told(inPlace, "IN US FO IM JE 001")).toEqual([
    "in India",
    "in de Verenigde Staten",
    "op de Faeröer",
    "op de Isle of Man",
    "op Jersey",
    "wereldwijd",
  ]);
  expect(told(toPlace, "IN GB 001")).toEqual(["naar India", "naar het Verenigd Koninkrijk", "wereldwijd"]);
});

test("“op zijn vroegst” stands before the preposition of its day", () => {
  expect(dated("op", "3 mei 2027")).toBe("op 3 mei 2027");
  expect(dated("vanaf", atEarliest("3 mei 2027"))).toBe("op zijn vroegst vanaf 3 mei 2027");
  expect(wordsFor("nl").headlines.coming.added("Acme", "subprocessor", atEarliest("3 mei 2027"))).toBe(
    "Acme wordt op zijn vroegst op 3 mei 2027 toegevoegd als subverwerker",
  );
});

test("a last day is said in Dutch as one that still counts", () => {
  const { mail, beforeEffect } = wordsFor("nl");
  expect(mail.canObject("3 mei 2027")).toBe("U kunt tot en met 3 mei 2027 bezwaar maken.");
  expect([beforeEffect(1), beforeEffect(5)]).toEqual(["de dag vóór de ingangsdatum", "de 5e dag vóór de ingangsdatum"]);
});

test("what is put off to a day at the earliest says “op” once", () => {
  const { sentence, preheader, lead } = wordsFor("nl").followUps.postponement;
  const day = wordsFor("nl").mail.atEarliest("3 mei 2027");
  expect(sentence("Acme", day)).toBe("de wijziging voor Acme is uitgesteld tot op zijn vroegst 3 mei 2027");
  expect(preheader(false, day)).toBe("Zij gaat op zijn vroegst op 3 mei 2027 in, later dan aangekondigd.");
  expect(lead(false, "1 mei 2027", null, day, false)).toMatch(/Zij gaat later in: op zijn vroegst op 3 mei 2027\.$/);
  expect(wordsFor("nl").mail.emergency.coming(false, day)).toContain("Zij gaat op zijn vroegst op 3 mei 2027 in en");
});
