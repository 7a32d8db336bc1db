import { describe, expect, test } from "vitest";
import { HttpUrl, LOCALES, line, prose } from "../../src/model/values/text.ts";
import { announcementMail } from "../../src/notify/mail/letters/announcement.ts";
import { addresseeOf } from "../../src/notify/mail/letters/headline.ts";
import { confirmationMail } from "../../src/notify/mail/letters/signup.ts";
import { addressed, TOKEN } from "../../src/notify/mail/mail.ts";
import { about, change, changeSet, contact, organisation, publicUrl, vendor } from "./fixtures.ts";

describe("the stand-in for a recipient's token", () => {
  test("cannot be typed: every input that reaches a mail refuses it", () => {
    for (const input of [line(), prose(), HttpUrl]) {
      expect(input.safeParse(TOKEN).success).toBe(false);
      expect(input.safeParse(`https://vendor.example/${TOKEN}`).success).toBe(false);
    }
  });

  test("is replaced wherever it stands, in text and HTML alike, and nothing of it is left", () => {
    const mail = announcementMail(about());
    expect(mail.text.split(TOKEN)).toHaveLength(3);
    expect(mail.html.split(TOKEN)).toHaveLength(3);
    const { text, html, subject } = addressed(mail, "abc-DEF_123");
    expect(text).toContain(`${publicUrl}/unsubscribe/abc-DEF_123`);
    expect(html).toContain(`href="${publicUrl}/preferences/abc-DEF_123"`);
    expect(subject + text + html).not.toMatch(/\p{Co}/u);
  });

  test("leaves what only looks like it as it was written", () => {
    const changes = [change(null, vendor({ name: "{token} $& token" }))];
    const { text } = addressed(announcementMail(about(changeSet({ changes }))), "abc");
    expect(text).toContain("{token} $& token will be added");
  });

  test("gives way to the reader's name in each language's greeting, and to none where it is not known", () => {
    const greeted = LOCALES.map((locale) => {
      const mail = announcementMail({ ...about(changeSet(), locale), terms: [contact] });
      return ["Dr. Anna Roth", null].map((name) => {
        const { text } = addressed(mail, "abc", "abc", { addressee: addresseeOf(name, locale) });
        return text.split("\n\n")[1];
      });
    });
    expect(Object.fromEntries(greeted.map((lines, index) => [LOCALES[index], lines]))).toEqual({
      en: ["Hello Dr. Anna Roth,", "Hello,"],
      fr: ["Bonjour Dr. Anna Roth,", "Bonjour,"],
      de: ["Guten Tag Dr. Anna Roth", "Guten Tag"],
      es: ["Buenos días, Dr. Anna Roth:", "Buenos días:"],
      it: ["Buongiorno Dr. Anna Roth,", "Buongiorno,"],
      nl: ["Goedendag Dr. Anna Roth,", "Goedendag,"],
      sv: ["Hej Dr. Anna Roth!", "Hej!"],
    });
  });

  test("gives way to tokens only, and takes nothing along that is not the mail", () => {
    const mail = confirmationMail({ organisation, locale: "en", publicUrl });
    expect(() => addressed(mail, '"><script>')).toThrow(TypeError);
    expect(Object.keys(addressed({ ...mail, locale: "en" } as typeof mail, "abc"))).toEqual([
      "subject",
      "text",
      "html",
    ]);
  });
});
