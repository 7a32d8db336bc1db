import { describe, expect, test } from "vitest";
import { HttpUrl, line, prose } from "../../src/model/values/text.ts";
import { announcementMail } from "../../src/notify/mail/letters/announcement.ts";
import { confirmationMail } from "../../src/notify/mail/letters/signup.ts";
import { addressed, TOKEN } from "../../src/notify/mail/mail.ts";
import { about, change, changeSet, organisation, publicUrl, vendor } from "./fixtures.ts";

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
