import { expect, test } from "vitest";
import { loadWords, wordsFor } from "../../src/words/index.ts";
import { inPlace } from "../../src/words/sv/names.ts";

await loadWords("sv");

test("where something is in Swedish is “på” an island, and “i” elsewhere", () => {
  expect(inPlace("IN", "Indien")).toBe("i Indien");
  expect(inPlace("IS", "Island")).toBe("på Island");
  expect(inPlace("001", "Hela världen")).toBe("i hela världen");
});

test("a Swedish processor is engaged, and whoever else is listed is added", () => {
  const { coming } = wordsFor("sv").headlines;
  const earliest = wordsFor("sv").mail.atEarliest("3 maj 2027");
  expect(coming.added("Acme", "subprocessor", earliest)).toBe(
    "Acme anlitas som underbiträde den 3 maj 2027 som tidigast",
  );
  expect(coming.added("Acme", "source", "3 maj 2027")).toBe(
    "Acme läggs till som källa till personuppgifter den 3 maj 2027",
  );
});
