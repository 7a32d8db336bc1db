import { describe, expect, test } from "vitest";
import { announcementMail } from "../../src/notify/mail/letters/announcement.ts";
import { correctionMail, reminderMail, withdrawalMail } from "../../src/notify/mail/letters/follow-ups.ts";
import { addressed, type Mail } from "../../src/notify/mail/mail.ts";
import { about, change, changeSet, hubspot, organisation, publicUrl, vendor } from "./fixtures.ts";

const MOST_BYTES = 80_000;
const TOKEN = "t".repeat(90);

const named = (count: number, name = (index: number) => `Vendor ${index}`) =>
  changeSet({
    changes: Array.from({ length: count }, (_, index) => change(null, { ...hubspot(), name: name(index) })),
  });

/** A text as long as one may be, of the character that takes the most bytes in HTML. */
const quotes = (length: number) => '"'.repeat(length);

function expectToFit(mail: Mail): Mail {
  const sent = addressed(mail, TOKEN);
  expect(Buffer.byteLength(sent.html)).toBeLessThan(MOST_BYTES);
  expect(Buffer.byteLength(sent.text)).toBeLessThan(MOST_BYTES);
  return sent;
}

/** How many changes a mail tells in full, in a line, and only counts. */
function toldIn({ text }: Mail) {
  return {
    inFull: text.match(/^Vendor \d+ – added$/gm)?.length ?? 0,
    inALine: text.match(/^- Vendor \d+ will be added/gm)?.length ?? 0,
    counted: Number([...text.matchAll(/^- and (\d+) more$/gm)].at(-1)?.[1] ?? 0),
  };
}

const counts = [1, 2, 5, 6, 11, 12, 40, 80, 300];

describe("an announcement of many vendors", () => {
  test.each(["en", "fr"] as const)("is never too long for a mail (%s)", (locale) => {
    for (const count of counts) expectToFit(announcementMail(about(named(count), locale)));
  });

  test.each(counts)("of %i leaves none out", (count) => {
    const { inFull, inALine, counted } = toldIn(announcementMail(about(named(count))));
    expect(inFull + inALine + counted).toBe(count);
    expect(inFull).toBeGreaterThan(0);
    expect(counted).toBe(0);
  });

  test("counts those that it has no line for, and links to all of them", () => {
    const mail = expectToFit(announcementMail(about(named(600, (index) => `Vendor${index}${"x".repeat(190)}`))));
    const [, list = ""] = mail.text.split("What changes");
    const lines = list.match(/^- Vendor\d+/gm)?.length ?? 0;
    expect(lines).toBeGreaterThan(100);
    expect(mail.text).toContain(`\n- and ${600 - lines} more\n`);
    expect(mail.text).toContain(
      `This is more than a mail can hold. All of it stands here:\n\nChange 14 in detail:\n${publicUrl}/changes/14`,
    );
  });

  test("says nothing of that while there is room", () => {
    expect(announcementMail(about(named(5))).text).not.toContain("more than a mail can hold");
  });

  test.each([6, 12, 80, 300])("of %i has its answer and the ways out before the list", (count) => {
    const { html, text } = announcementMail(about(named(count)));
    for (const part of [html, text]) {
      const list = part.indexOf("What changes");
      for (const path of ["/respond/", "/preferences/", "/unsubscribe/"]) {
        expect(part.indexOf(path), path).toBeGreaterThan(0);
        expect(part.indexOf(path), path).toBeLessThan(list);
      }
      expect(part.lastIndexOf("/unsubscribe/"), "and where everybody looks for it").toBeGreaterThan(list);
    }
  });

  test("has its answer before the tables of one vendor with many services, too, of which it shows what it can", () => {
    const service = (index: number) => ({ name: `Service ${index}`, purpose: "p".repeat(3000) });
    const large = vendor({ name: "Large", services: Array.from({ length: 50 }, (_, index) => service(index)) });
    const mail = expectToFit(announcementMail(about(changeSet({ changes: [change(null, large)] }))));
    expect(mail.text.indexOf("/unsubscribe/")).toBeLessThan(mail.text.indexOf("What changes"));
    expect(mail.text).toContain("Service 7");
    expect(mail.text).toMatch(/\nand \d+ more details\n/);
    expect(mail.text).toContain("Change 14 in detail:");
  });

  test("fits with the longest reasons, names and addresses there can be", () => {
    const set = {
      ...named(300, (index) => `Vendor ${index} ${quotes(180)}`),
      reason: quotes(4000),
      emergency: { reason: quotes(4000) },
    };
    const named200 = { ...organisation, name: quotes(200), legalName: quotes(199), address: quotes(500) };
    expectToFit(announcementMail({ ...about(set), organisation: named200 }));
  });

  test("fits for a contact of a thousand customers, to whom much was corrected since", () => {
    const terms = Array.from({ length: 1000 }, (_, index) => ({
      name: `Customer ${index}`,
      lastDayToObjectOn: "2026-12-21",
      authorisation: "specific" as const,
    }));
    const at = new Date("2026-11-25T09:00:00Z");
    const corrections = Array.from({ length: 40 }, () => ({ at, text: quotes(4000) }));
    const mail = expectToFit(
      announcementMail({ ...about(named(300)), terms, late: { on: "2026-11-26", corrections } }),
    );
    expect(mail.text).toContain("\n- Customer 0: last day to object 21 December 2026, end of day in Paris\n");
    expect(mail.text).toContain("\nCorrection of 25 November 2026:\n");
    const { inFull, inALine, counted } = toldIn(mail);
    expect(inFull + inALine + counted).toBe(300);
  });
});

describe("what follows an announcement of many vendors", () => {
  const long = () => named(300, (index) => `Vendor${index} ${"ü".repeat(150)}`);
  const followUps: [string, () => Mail][] = [
    ["correction", () => correctionMail({ ...about(long()), text: quotes(4000) })],
    ["withdrawal", () => withdrawalMail(about({ ...long(), withdrawnReason: quotes(4000) }))],
    [
      "reminder",
      () =>
        reminderMail({
          ...about(long()),
          terms: [{ name: null, lastDayToObjectOn: "2026-12-21", authorisation: "general" }],
        }),
    ],
  ];

  test.each(followUps)("is never too long for a mail: a %s", (_, write) => {
    const { text } = expectToFit(write());
    const lines = text.match(/^- Vendor\d+/gm)?.length ?? 0;
    expect(text).toContain(`\n- and ${300 - lines} more\n`);
  });

  test.each(followUps)("has the ways out before the list: a %s", (_, write) => {
    const { text } = write();
    expect(text.indexOf("/unsubscribe/")).toBeLessThan(text.indexOf("\n- Vendor0"));
  });
});
