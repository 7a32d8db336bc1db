import { describe, expect, test } from "vitest";
import { replacementsIn, toldTogether } from "../../src/model/change/replacements.ts";
import { announcementMail } from "../../src/notify/mail/letters/announcement.ts";
import { withdrawalMail } from "../../src/notify/mail/letters/follow-ups.ts";
import { gist, summarise } from "../../src/page/changes/summary.ts";
import { about, change, changeSet, informative, vendor } from "./fixtures.ts";

const helpdesk = (name: string, service: Record<string, unknown> = {}, more: Record<string, unknown> = {}) =>
  vendor({ name, services: [{ category: "Support", purpose: "Answering requests", ...service }], ...more });
const comes = (name: string, service?: Record<string, unknown>) => change(null, helpdesk(name, service));
const goes = (name: string, service?: Record<string, unknown>) => change(helpdesk(name, service), null);

/** Names of those that come, each with that of whom it replaces. */
const replaced = (...changes: ReturnType<typeof change>[]) =>
  replacementsIn(changes).map(({ added, removed }) => `${added.name} for ${removed.name}`);

describe("a vendor replaces another", () => {
  test("that goes in the same set, for the same purpose; where that is not stated, of the same category", () => {
    expect(replaced(comes("Tally"), goes("Weglot"))).toEqual(["Tally for Weglot"]);
    expect(replaced(comes("Tally", { purpose: undefined }), goes("Weglot"))).toEqual(["Tally for Weglot"]);
    expect(replaced(comes("Tally", { category: undefined }), goes("Weglot"))).toEqual(["Tally for Weglot"]);
    const hosting = { category: "Hosting", purpose: "Hosts" };
    expect(replaced(comes("Tally"), comes("Cumulus", hosting), goes("Weglot"), goes("Nimbus", hosting))).toEqual([
      "Tally for Weglot",
      "Cumulus for Nimbus",
    ]);
  });

  test("but not where that does something else, in another role or for other customers, or stays", () => {
    expect(replaced(comes("Tally"), goes("Nimbus", { category: "Hosting", purpose: "Hosts" }))).toEqual([]);
    expect(replaced(comes("Tally", { purpose: "Help desk" }), goes("Weglot"))).toEqual([]);
    expect(replaced(comes("Tally", { category: "Chat" }), goes("Weglot"))).toEqual([]);
    expect(replaced(comes("Tally"), goes("Weglot", { role: "recipient" }))).toEqual([]);
    expect(replaced(comes("Tally", { products: ["app"] }), goes("Weglot", { products: ["academy"] }))).toEqual([]);
    expect(replaced(comes("Tally"), change(helpdesk("Weglot"), helpdesk("Weglot", { category: "Chat" })))).toEqual([]);
    const silent = { category: undefined, purpose: undefined };
    expect(replaced(comes("Tally", silent), goes("Weglot", silent))).toEqual([]);
  });

  test("nor where two come or go for the same: which replaces which is not said", () => {
    expect(replaced(comes("Tally"), comes("Front"), goes("Weglot"))).toEqual([]);
    expect(replaced(comes("Tally"), goes("Weglot"), goes("Crisp"))).toEqual([]);
  });

  test("as the operator says, whatever both do; another does not then replace the same", () => {
    const chat = { category: "Chat", purpose: "Chats" };
    const stated = { ...comes("Tally", chat), replaces: "weglot" };
    expect(replaced(stated, goes("Weglot"))).toEqual(["Tally for Weglot"]);
    expect(replaced(stated, comes("Front"), goes("Weglot"), goes("Crisp", chat))).toEqual(["Tally for Weglot"]);
    expect(replaced({ ...stated, replaces: "nobody-here" }, goes("Weglot"))).toEqual([]);
  });

  const set = changeSet({ changes: [goes("Weglot"), comes("Tally")] });

  test("and is said to, as one, in the subject and on the page", () => {
    const [en, fr] = [announcementMail(about(set)), announcementMail(about(set, "fr"))];
    expect(en.subject).toBe("Better ISMS: Tally will replace Weglot as a subprocessor on 22 December 2026");
    expect(fr.subject).toBe(
      "Better ISMS : nous remplacerons Weglot par Tally comme sous-traitant ultérieur le 22 décembre 2026",
    );
    for (const name of ["Tally", "Weglot"]) expect(en.text).toContain(name);
    expect(summarise(set, "en")).toBe("Tally replaces Weglot");
    expect(summarise(set, "fr")).toBe("Tally remplace Weglot");
    const withdrawn = { ...set, state: "withdrawn" as const, withdrawnAt: new Date("2026-11-25T09:00:00Z") };
    expect(withdrawalMail(about(withdrawn)).subject).toBe(
      "Better ISMS: Tally will not replace Weglot as a subprocessor",
    );
  });

  test("but each by itself, and counted, where both do not take effect alike; that it replaces is said all the same", () => {
    const early = { ...goes("Weglot"), effectiveOn: "2026-12-10" };
    const late = { ...comes("Tally"), effectiveOn: "2026-12-22" };
    const mail = announcementMail(about(changeSet({ changes: [early, late] })));
    expect(mail.subject).toBe("Better ISMS: 2 changes to our subprocessors from 10 December 2026 on");
    expect(mail.text).toMatch(/^Weglot – removed$/m);
    expect(toldTogether([early, late]).map((each) => each.map(({ name }) => name))).toEqual([["Weglot"], ["Tally"]]);
    const waits = { ...comes("Tally"), awaitsApproval: true };
    expect(toldTogether([goes("Weglot"), waits])).toHaveLength(2);
    const pair = [goes("Weglot"), waits].map((each) => ({ ...each, effectiveOn: "2026-12-22" }));
    // Who decides on the one that waits reads whom it replaces.
    const apart = announcementMail(about(changeSet({ changes: pair, awaitsApproval: true }))).text;
    expect(apart).toContain("- Tally – added · Replaces Weglot");
    expect(apart).toMatch(/^Replaces Weglot\. At the earliest on 22 December 2026\.$/m);
    expect(mail.text).toMatch(/^Replaces Weglot\. From 22 December 2026\./m);
    expect(toldTogether([goes("Weglot"), comes("Tally")])).toHaveLength(1);
  });

  test("as one of several changes", () => {
    const three = changeSet({
      changes: [goes("Weglot"), comes("Tally"), comes("Cumulus", { category: "X", purpose: "Y" })],
    });
    expect(announcementMail(about(three)).subject).toContain("2 changes to our subprocessors");
    expect(summarise(three, "en")).toBe("Tally replaces Weglot · Added: Cumulus");
  });
});

describe("a company that is called otherwise", () => {
  const alt = helpdesk("Alt", {}, { legalName: "Alt B.V.", registrationNumber: "KvK 12345678" });
  const neu = { ...alt, name: "Neu", legalName: "Neu B.V.", formerNames: ["Alt B.V."] };
  const renamed = informative({ changes: [change(alt, neu)] });

  test("is said to be the same, in the subject, above its table and on the page", () => {
    const [en, fr] = [announcementMail(about(renamed)), announcementMail(about(renamed, "fr"))];
    expect(en.subject).toBe(
      "Better ISMS: Alt B.V. is now called Neu B.V., effective 21 November 2026; it is the same company",
    );
    expect(en.text).toContain("The same company, formerly Alt B.V.");
    expect(fr.subject).toBe(
      "Better ISMS : Alt B.V. s’appelle désormais Neu B.V., avec effet au 21 novembre 2026 ; c’est la même société",
    );
    expect(fr.text).toContain("La même société, anciennement Alt B.V.");
    expect(gist(change(alt, neu), "en", about().organisation)[0]).toBe("The same company, formerly Alt B.V.");
  });

  test("and changes besides, is said to change: its name does not hide what does", () => {
    const more = { ...neu, services: neu.services.map((each) => ({ ...each, dataCategories: ["Health data"] })) };
    const { subject, text } = announcementMail(about(changeSet({ changes: [change(alt, more)] })));
    expect(subject).toBe("Better ISMS: our use of Neu B.V. (formerly Alt B.V.) will change on 22 December 2026");
    expect(text).toContain("The same company, formerly Alt B.V.");
  });

  test("is not said of another company under another number", () => {
    const other = { ...neu, registrationNumber: "KvK 87654321" };
    const { subject, text } = announcementMail(about(changeSet({ changes: [change(alt, other)] })));
    expect(text).not.toContain("same company");
    expect(subject).toBe("Better ISMS: Neu B.V. will replace Alt B.V. as a subprocessor on 22 December 2026");
    // Another legal entity under the same name of a product.
    const { registrationNumber: _, ...unregistered } = alt;
    const sold = change(unregistered, { ...unregistered, legalName: "Neu B.V." });
    for (const [locale, said] of [
      ["en", "Neu B.V. will replace Alt B.V."],
      ["fr", "nous remplacerons Alt B.V. par Neu B.V."],
    ] as const)
      expect(announcementMail(about(changeSet({ changes: [sold] }), locale)).subject).toContain(said);
  });
});
