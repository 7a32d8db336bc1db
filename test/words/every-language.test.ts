import { describe, expect, test } from "vitest";
import { isSane, saidIn } from "../../scripts/words.ts";
import { LOCALES } from "../../src/model/values/text.ts";

/** Letters besides the samples: nothing to translate is the same in every language. */
const hasWords = (text: string, shown: readonly string[]) =>
  /\p{L}/u.test(shown.reduce((left, each) => left.replaceAll(each, ""), text).replace(/‹\w+›/gu, ""));

test("every word is tried, with the values that it may be given", () => {
  expect(saidIn("en").length).toBeGreaterThan(900);
  expect(new Set(saidIn("en").map(({ path }) => path)).size).toBeGreaterThan(600);
});

test("what is held is said to wait for objections too, which nobody agrees to, in every language", () => {
  const objection = /objection|Einspr|oposicion|opposizion|bezwar|invändning/;
  const held =
    /followUps\.hold\.(preheader|lead)|followUps\.late\.held|when\.heldUp|(?<!when|beginning)\.heldUp|facts\.waits/;
  for (const locale of LOCALES) {
    const said = saidIn(locale).filter(({ path, said }) => held.test(path) && !/days|Day/.test(path) && said !== "");
    expect(new Set(said.map(({ path }) => path)).size, locale).toBeGreaterThan(6);
    expect(said.filter((each) => !objection.test(each.said)).map(({ path }) => path)).toEqual([]);
  }
});

describe.each(LOCALES)("the words of %s", (locale) => {
  const all = saidIn(locale);

  test("are texts, show whatever the English shows, and have no space too many", () => {
    const isWrong = ({ english, said, shown }: (typeof all)[number]) =>
      !isSane(said) ||
      (said.trim() === "") !== (english.trim() === "") ||
      / {2}/.test(said) ||
      shown.some((each) => !said.includes(each));
    expect(all.filter(isWrong)).toEqual([]);
  });

  if (locale === "en") return;
  test("are the English ones only where its readers say the same, read over", async () => {
    const same = all.filter(({ english, said, shown }) => english === said && hasWords(said, shown));
    const told = [...new Set(same.map(({ path, said }) => `${path}: ${said}`))].sort();
    await expect(`${told.join("\n")}\n`).toMatchFileSnapshot(`same-as-english.${locale}.txt`);
  });
});
