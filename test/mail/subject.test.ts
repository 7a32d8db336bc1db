import { describe, expect, test } from "vitest";
import { LOCALES, type Locale } from "../../src/model/values/text.ts";
import { announcementMail } from "../../src/notify/mail/letters/announcement.ts";
import { withdrawalMail } from "../../src/notify/mail/letters/follow-ups.ts";
import { about, change, changeSet, hubspot, organisation, vendor, zendesk, zendeskAbroad } from "./fixtures.ts";

const subject = (changes = [change(null, hubspot())], locale: Locale = "en", name = "Better ISMS") =>
  announcementMail({ ...about(changeSet({ changes }), locale), organisation: { ...organisation, name } }).subject;

const withRole = (role: string) => change(null, vendor({ name: "Stripe", services: [{ role }] }));

/** The same company, elsewhere. */
const moved = () => ({ ...zendeskAbroad(), legalName: "Zendesk, Inc." });

describe("a subject", () => {
  test("names the one change it is about", () => {
    expect([
      subject(),
      subject([change(zendesk(), moved())]),
      subject([change(zendesk(), zendeskAbroad())]),
      subject([change(zendesk(), null)]),
      subject([change(zendesk(), null), change(null, hubspot())]),
    ]).toMatchInlineSnapshot(`
      [
        "Better ISMS: HubSpot will be added as a subprocessor on 22 December 2026",
        "Better ISMS: our use of Zendesk will change on 22 December 2026",
        "Better ISMS: Zendesk International Ltd will replace Zendesk, Inc. as a subprocessor on 22 December 2026",
        "Better ISMS: Zendesk will no longer be a subprocessor from 22 December 2026",
        "Better ISMS: 2 changes to our subprocessors from 22 December 2026",
      ]
    `);
  });

  test("calls a vendor what it is", () => {
    const mixed = change(null, vendor({ services: [{ key: "a" }, { key: "b", role: "recipient" }] }));
    const category = change(null, vendor({ name: "Payment providers", identity: "category" }));
    const changes = [...["processor", "independent-controller", "recipient"].map(withRole), mixed, category];
    expect(changes.flatMap((each) => [subject([each]), subject([each], "fr")])).toMatchInlineSnapshot(`
      [
        "Better ISMS: Stripe will be added as a processor on 22 December 2026",
        "Better ISMS : nous ajouterons Stripe comme sous-traitant le 22 décembre 2026",
        "Better ISMS: Stripe will be added as an independent controller on 22 December 2026",
        "Better ISMS : nous ajouterons Stripe comme responsable de traitement indépendant le 22 décembre 2026",
        "Better ISMS: Stripe will be added as a recipient of personal data on 22 December 2026",
        "Better ISMS : nous ajouterons Stripe comme destinataire de données le 22 décembre 2026",
        "Better ISMS: HubSpot will be added to our list of vendors on 22 December 2026",
        "Better ISMS : nous ajouterons HubSpot à notre liste de prestataires le 22 décembre 2026",
        "Better ISMS: Payment providers will be added to our list of vendors on 22 December 2026",
        "Better ISMS : nous ajouterons Payment providers à notre liste de prestataires le 22 décembre 2026",
      ]
    `);
  });

  test("of a withdrawal says what stays as it is", () => {
    const sets = [[change(null, hubspot())], [change(zendesk(), zendeskAbroad())], [change(zendesk(), null)]];
    const subjects = [...sets, sets.flat()].flatMap((changes) =>
      (["en", "fr"] as const).map((locale) => withdrawalMail(about(changeSet({ changes }), locale)).subject),
    );
    expect(subjects).toMatchInlineSnapshot(`
      [
        "Better ISMS: HubSpot will not be added as a subprocessor",
        "Better ISMS : nous n’ajouterons pas HubSpot comme sous-traitant ultérieur",
        "Better ISMS: Zendesk International Ltd will not replace Zendesk, Inc. as a subprocessor",
        "Better ISMS : nous ne remplacerons pas Zendesk, Inc. par Zendesk International Ltd comme sous-traitant ultérieur",
        "Better ISMS: Zendesk remains a subprocessor",
        "Better ISMS : nous continuons de faire appel à Zendesk comme sous-traitant ultérieur",
        "Better ISMS: 3 announced changes to our subprocessors are withdrawn",
        "Better ISMS : 3 changements annoncés concernant nos sous-traitants ultérieurs sont annulés",
      ]
    `);
  });

  test("counts the first of a month the way French does", () => {
    const set = changeSet({ effectiveOn: "2027-01-01" });
    expect(announcementMail(about(set, "fr")).subject).toContain("le 1er janvier 2027");
    expect(announcementMail(about(set, "en")).subject).toContain("on 1 January 2027");
  });

  test("is one line of at most 150 characters, however long the names are", () => {
    const long = "Fédération internationale des sociétés de services 🇫🇷🇧🇪 ".repeat(4).slice(0, 200).trim();
    for (const locale of LOCALES) {
      for (const role of ["subprocessor", "independent-controller", "recipient"]) {
        const changes = [change(vendor({ name: long, services: [{ role }] }), null)];
        const line = subject(changes, locale, long);
        expect(line.length).toBeLessThanOrEqual(150);
        expect(line).toContain("2026");
        expect(line).toContain("…");
        expect(line.isWellFormed()).toBe(true);
      }
    }
  });

  test("cannot be broken into two lines by a name that escaped validation", () => {
    const line = subject([change(null, { ...hubspot(), name: "Hub\r\nBcc: x@y.example" })], "en", "A\u2028B\nC");
    expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  });

  test("leaves a name as its owner writes it, and starts a title with a capital otherwise", () => {
    const ebay = announcementMail(about(changeSet({ changes: [change(null, vendor({ name: "eBay" }))] })));
    expect(ebay.text).toMatch(/^eBay will be added/);
    const update = announcementMail(about(changeSet({ changes: [change(zendesk(), moved())] })));
    expect(update.text).toMatch(/^Our use of Zendesk will change/);
  });
});
