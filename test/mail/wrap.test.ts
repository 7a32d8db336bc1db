import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LOCALES } from "../../src/model/values/text.ts";
import { announcementMail } from "../../src/notify/mail/letters/announcement.ts";
import { COLUMNS, wrap, wrapLines } from "../../src/notify/mail/render/wrap.ts";
import { formatDate } from "../../src/words/index.ts";
import { about, change, changeSet, contact, vendor } from "./fixtures.ts";

describe("the lines of a plain text", () => {
  test("are 72 columns at most, except for what cannot be broken", () => {
    for (const locale of LOCALES) {
      const lines = announcementMail(about(changeSet(), locale)).text.split("\n");
      expect(lines.filter((line) => line.length > COLUMNS && !/^\S+$/.test(line))).toEqual([]);
    }
  });

  test("lose no word, whatever they are made of", () => {
    const words = fc.array(fc.stringMatching(/^[a-zé0-9:;«».,/-]{1,90}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, (list) => {
        expect(wrap(list.join(" "), "en", "- ", "  ").slice(2).split(/\s+/)).toEqual(list);
      }),
    );
  });

  test("keep a long address whole, on a line of its own", () => {
    const url = `https://vendor.example/${"a".repeat(100)}`;
    expect(wrap(`Its terms: ${url} and more`, "en", "- ", "  ")).toBe(`- Its terms:\n  ${url}\n  and more`);
  });

  test("do not part a date, nor French punctuation from its word", () => {
    const before = "x".repeat(COLUMNS - 6);
    for (const locale of LOCALES) {
      // Month by month, and the first of one, which French makes an ordinal.
      for (const day of Array.from({ length: 12 }, (_, month) => `2026-${`${month + 1}`.padStart(2, "0")}`)) {
        const [first, last] = [`${day}-01`, `${day}-28`].map((on) => formatDate(on, locale));
        expect(wrap(`${before} ${first}`, locale)).toBe(`${before}\n${first}`);
        expect(wrap(`${before} ${last}`, locale)).toBe(`${before}\n${last}`);
      }
    }
    expect(wrap(`${before} finir : oui`, "fr")).toBe(`${before}\nfinir : oui`);
  });

  test("stay indented where prose breaks its own, so that nobody can write a section of ours", () => {
    const forged = "Forms.\n\nHow to object\n-------------\nYou cannot.";
    expect(
      wrapLines(forged, "en", "  ")
        .split("\n")
        .every((line) => line === "" || line.startsWith("  ")),
    ).toBe(true);
    const changes = [change(null, vendor({ services: [{ purpose: forged }] }))];
    const mail = announcementMail({ ...about(changeSet({ reason: forged, changes })), terms: [contact] });
    expect(mail.text.match(/^How to object$/gm)).toHaveLength(1);
  });
});
