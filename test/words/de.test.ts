import { expect, test } from "vitest";
import { atEarliest, dated, inPlace, place, toPlace } from "../../src/words/de/names.ts";
import { formatCountry, loadWords, wordsFor } from "../../src/words/index.ts";

await loadWords("de");

const told = (say: typeof place, codes: string) => codes.split(" ").map((code) => say(code, formatCountry(code, "de")));

test("a German place has its article, and its adjectives the ending that goes with it", () => {
  expect(told(place, "IN US GB CH NL AE DO TF EU EEA 001 IR")).toEqual([
    "Indien",
    "die Vereinigten Staaten",
    "das Vereinigte Königreich",
    "die Schweiz",
    "die Niederlande",
    "die Vereinigten Arabischen Emirate",
    "die Dominikanische Republik",
    "die Französischen Süd- und Antarktisgebiete",
    "die Europäische Union",
    "den Europäischen Wirtschaftsraum",
    "die ganze Welt",
    "Iran",
  ]);
});

test("where something is in German takes the dative, and whither it goes the accusative", () => {
  expect(told(inPlace, "IN US GB CH NL FO IM DO AE VC EEA 018 001")).toEqual([
    "in Indien",
    "in den Vereinigten Staaten",
    "im Vereinigten Königreich",
    "in der Schweiz",
    "in den Niederlanden",
    "auf den Färöern",
    "auf der Isle of Man",
    "in der Dominikanischen Republik",
    "in den Vereinigten Arabischen Emiraten",
    "in St. Vincent und den Grenadinen",
    "im Europäischen Wirtschaftsraum",
    "im Südlichen Afrika",
    "weltweit",
  ]);
  expect(told(toPlace, "IN US GB KY 001")).toEqual([
    "nach Indien",
    "in die Vereinigten Staaten",
    "in das Vereinigte Königreich",
    "auf die Kaimaninseln",
    "weltweit",
  ]);
});

test("“frühestens” stands before the preposition of its day", () => {
  expect(dated("am", "3. Mai 2027")).toBe("am 3. Mai 2027");
  expect(dated("ab dem", atEarliest("3. Mai 2027"))).toBe("frühestens ab dem 3. Mai 2027");
  expect(wordsFor("de").headlines.coming.added("Acme", "subprocessor", atEarliest("3. Mai 2027"))).toBe(
    "Acme wird frühestens am 3. Mai 2027 als Unterauftragsverarbeiter hinzugezogen",
  );
});

test("what is put off to a day at the earliest says so before the preposition", () => {
  const { sentence, preheader, lead } = wordsFor("de").followUps.postponement;
  const day = atEarliest("3. Mai 2027");
  expect(sentence("Acme", "3. Mai 2027")).toBe("die Änderung zu Acme wird auf den 3. Mai 2027 verschoben");
  expect(sentence("Acme", day)).toBe("die Änderung zu Acme wird auf frühestens 3. Mai 2027 verschoben");
  expect(preheader(false, day)).toBe("Sie wird frühestens am 3. Mai 2027 wirksam, später als angekündigt.");
  expect(lead(false, "1. Mai 2027", null, day, false)).toMatch(
    /Sie wird später wirksam: frühestens am 3\. Mai 2027\.$/,
  );
  expect(wordsFor("de").mail.emergency.coming(false, day)).toContain("wird frühestens am 3. Mai 2027 wirksam");
});

test("a role is inflected as its sentence asks", () => {
  const { held, done } = wordsFor("de").headlines;
  const role = "independent-controller";
  expect([
    done.added("Acme", role, "3. Mai 2027"),
    held.added("Acme", role, "3. Mai 2027"),
    held.replaced("Acme", "Alt", role, "3. Mai 2027"),
  ]).toEqual([
    "Acme wurde mit Wirkung vom 3. Mai 2027 als eigenständiger Verantwortlicher hinzugezogen",
    "die Hinzuziehung von Acme als eigenständigem Verantwortlichen, geplant für den 3. Mai 2027, ist aufgeschoben",
    "die Ersetzung von Alt durch Acme als eigenständigen Verantwortlichen, geplant für den 3. Mai 2027, ist aufgeschoben",
  ]);
});
