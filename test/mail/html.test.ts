import { describe, expect, test } from "vitest";
import { announcementMail } from "../../src/notify/mail/letters/announcement.ts";
import { withdrawalMail } from "../../src/notify/mail/letters/follow-ups.ts";
import { confirmationMail } from "../../src/notify/mail/letters/signup.ts";
import { addressed } from "../../src/notify/mail/mail.ts";
import {
  about,
  change,
  changeSet,
  contact,
  hubspot,
  organisation,
  publicUrl,
  vendor,
  zendesk,
  zendeskAbroad,
} from "./fixtures.ts";

const set = () => changeSet({ changes: [change(null, hubspot()), change(zendesk(), zendeskAbroad())] });
const html = (locale: "en" | "fr" = "en") =>
  addressed(announcementMail({ ...about(set(), locale), terms: [contact] }), "TOKEN").html;

describe("the HTML of a mail", () => {
  test("says its language, on the document and, for programs that drop it, inside", () => {
    expect(html("fr")).toMatch(/<html lang="fr"/);
    expect(html("fr")).toMatch(/<div lang="fr"/);
    expect(html("en")).toMatch(/<html lang="en"/);
  });

  test("says the language of the operator's words, where that is not the mail's", () => {
    const reason = "We need a better help desk.";
    const of = (own: "en" | "fr", locale: "en" | "fr") =>
      announcementMail({
        ...about(changeSet({ reason }), locale),
        organisation: { ...organisation, defaultLocale: own },
      }).html;
    expect(of("en", "fr")).toMatch(/<td[^>]* lang="en"[^>]*>\s*We need a better help desk\./);
    for (const same of ["en", "fr"] as const) expect(of(same, same)).not.toMatch(/<td[^>]* lang=/);
    const remedies = { fr: "Vous pouvez résilier." };
    const terms = [{ name: null, lastDayToObjectOn: "2026-12-21", authorisation: "general" as const }];
    const { html } = announcementMail({ ...about(changeSet()), terms, organisation: { ...organisation, remedies } });
    expect(html).toMatch(/<td[^>]* lang="fr"[^>]*>\s*Vous pouvez résilier\./);
  });

  test("links to the reader's answer and dates, the list, the announcement, the preferences, the way out and what is stated of the vendor, and to nothing else", () => {
    const links = [...html().matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(links).toEqual([
      `${publicUrl}/respond/TOKEN`,
      "https://www.hubspot.com",
      "https://legal.hubspot.com/dpa",
      `${publicUrl}/respond/TOKEN`,
      `${publicUrl}/respond/TOKEN/calendar.ics`,
      "mailto:privacy@better-isms.example",
      `${publicUrl}/?lang=en`,
      `${publicUrl}/changes/14?lang=en`,
      "mailto:privacy@better-isms.example",
      "https://better-isms.example",
      `${publicUrl}/preferences/TOKEN`,
      `${publicUrl}/unsubscribe/TOKEN`,
    ]);
  });

  test("loads nothing from anywhere, and runs nothing", () => {
    const mails = [
      html(),
      withdrawalMail(about()).html,
      confirmationMail({ organisation, locale: "en", publicUrl }).html,
    ];
    for (const mail of mails)
      expect(mail).not.toMatch(/<(img|script|link|iframe|object|form|input|base)\b|src=|url\(|@import/i);
  });

  test("shows what anyone wrote as text", () => {
    const hostile = `<img src=x onerror="alert(1)"> & 'Co' </style><script>`;
    const mail = announcementMail({
      ...about(changeSet({ reason: hostile, changes: [change(null, vendor({ name: hostile, address: hostile }))] })),
      organisation: { ...organisation, name: hostile, address: `${hostile}\n-->` },
    });
    expect(mail.html).not.toMatch(/<img|<script|onerror="/);
    expect(mail.html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;Co&#39;");
    expect(mail.html.match(/<\/style>/g)).toHaveLength(2);
    expect(mail.text).toContain(hostile);
  });

  test("marks tables that only lay out, and names the rows of those that tell something", () => {
    const page = html().replace(/<!--[\s\S]*?-->/g, "");
    const tables = page.match(/<table\b[^>]*>/g) ?? [];
    expect(tables.filter((table) => !table.includes('role="presentation"'))).toHaveLength(3);
    expect(page.match(/<th scope="row"/g)?.length).toBeGreaterThan(10);
    expect([...page.matchAll(/<(h\d)\b/g)].map(([, level]) => level)).toEqual([
      "h1",
      "h2",
      "h3",
      "h3",
      "h2",
      "h2",
      "h2",
    ]);
  });

  test("is small enough that no mail program cuts it short", () => {
    expect(html().length).toBeLessThan(30_000);
  });

  test("says the same as the text", () => {
    const { text, html } = announcementMail({ ...about(set()), terms: [contact] });
    const words = (given: string) => given.replace(/\s+/g, " ");
    const shown = words(html.replace(/<[^>]+>/g, " ").replaceAll("&amp;", "&"));
    for (const line of [
      "Telephone number",
      "Zendesk International Ltd",
      "You can object until 21 December 2026, end of day in Paris",
    ]) {
      expect(words(text)).toContain(line);
      expect(shown).toContain(line);
    }
  });
});
