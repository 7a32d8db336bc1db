import { describe, expect, test } from "vitest";
import type { ToldFinding } from "../../src/model/people/notice.ts";
import type { Response } from "../../src/model/people/response.ts";
import { LOCALES, type Locale } from "../../src/model/values/text.ts";
import { correctionMail, reminderMail } from "../../src/notify/mail/letters/follow-ups.ts";
import { contactMail, findingsMail, unreachableMail } from "../../src/notify/mail/letters/organisation.ts";
import { answerMail, receiptMail, resolutionMail } from "../../src/notify/mail/letters/response.ts";
import { addressed, type Mail } from "../../src/notify/mail/mail.ts";
import { assess, currentLaw, type FindingCode } from "../../src/transfers/index.ts";
import { about, change, changeSet, hubspot, organisation, publicUrl, vendor } from "./fixtures.ts";
import { letter } from "./letter.ts";

/** What a letter says between its greeting and its closing. */
const body = (mail: Mail) => addressed(mail, "TOKEN", "RESPOND").text.split(/Kind regards,|Bien cordialement,/)[0];

const oneLine = (text: string | undefined) => text?.replace(/\s+/g, " ");

const response = (given: Partial<Response> = {}): Response => ({
  id: "6f1f2f0e-0b2e-4e6b-9d5b-0f5a3f0c9d11",
  changeSet: 14,
  customer: "globex",
  customerName: "Globex GmbH",
  onBehalfOf: null,
  email: "dpo@globex.example",
  kind: "objected",
  text: "Our data must not leave the EEA.\n\nPlease keep us on the old system.",
  late: false,
  waiting: false,
  channel: null,
  receivedOn: null,
  answeredAt: new Date("2026-12-01T10:00:00Z"),
  editedAt: null,
  superseded: null,
  lastDayToObjectOn: "2026-12-04",
  timeZone: null,
  outcome: null,
  outcomeNote: null,
  resolvedAt: null,
  holds: [],
  ...given,
});

const answered = (given: Partial<Response> = {}, locale: Locale = "en") => ({
  organisation,
  locale,
  publicUrl,
  changeSet: changeSet(),
  snapshot: null,
  law: currentLaw,
  remedies: null,
  toApprove: [],
  response: response(given),
});

const terms = [{ name: null, lastDayToObjectOn: "2026-12-04", authorisation: "general" as const }];

test("an answer to a set of many changes is confirmed and resolved with twenty of them, and said to be more", () => {
  const many = Array.from({ length: 300 }, (_, index) => change(null, vendor({ name: `Vendor ${index}` })));
  const told = {
    ...answered({ outcome: "exempted", outcomeNote: "No.", resolvedAt: new Date("2026-12-02T10:00:00Z") }),
    changeSet: changeSet({ changes: many }),
  };
  for (const mail of [receiptMail(told), resolutionMail(told), answerMail(told)]) {
    expect(mail.text.match(/^- Vendor \d+/gm)).toHaveLength(20);
    expect(mail.text).toContain(`\n- and 280 more\n`);
    expect(mail.text).toContain(`${publicUrl}/changes/14`);
  }
});

describe("a receipt", () => {
  test("says what was answered, when, for whom, and until when it can be changed", () => {
    expect(letter(receiptMail(answered()))).toMatchInlineSnapshot(`
      "Subject: Better ISMS: we have recorded your answer to change 14

      We have recorded your answer to change 14

      Hello,

      Thank you. This is what we have recorded:

      Change 14

      - Your answer: Objection
      - On behalf of: Globex GmbH
      - Recorded on: 1 December 2026
      - Takes effect on: 22 December 2026, start of day in Paris

      You can change your answer until 4 December 2026, end of day in Paris.

      See or change the answer:
      https://subprocessors.better-isms.example/respond/RESPOND

      The link in this mail is yours alone: whoever has it can answer in your
      name. Please do not forward it.

      What your objection does
      ------------------------

      By itself, your objection does not hold what we announced about HubSpot:
      it takes effect on 22 December 2026, unless we tell you otherwise.

      We examine your objection and tell you what becomes of it; your rights
      under the contract remain.

      What we announced
      -----------------

      - HubSpot will be added as a subprocessor on 22 December 2026

      What you wrote
      --------------

        Our data must not leave the EEA.

        Please keep us on the old system.

      [signature, en]

      ------------------------------------------------------------------------

      You receive this mail because a notice of Better ISMS was answered by
      the link sent to this address. If that was not you, please reply.

      The list:
      https://subprocessors.better-isms.example/?lang=en

      Days begin and end at midnight in Paris, unless another place is named.
      "
    `);
  });

  test("of a late answer says that it is late; without a last day speaks of none", () => {
    expect(oneLine(body(receiptMail(answered({ late: true }))))).toContain("recorded as late");
    expect(body(receiptMail(answered({ lastDayToObjectOn: null })))).not.toMatch(/until|late/);
  });

  test("in French", () => {
    expect(body(receiptMail(answered({ kind: "acknowledged", text: null }, "fr")))).toMatchInlineSnapshot(`
      "Nous avons enregistré votre réponse au changement 14

      Bonjour,

      Merci. Voici ce que nous avons enregistré :

      Changement 14

      - Votre réponse : Prise d’acte
      - Au nom de : Globex GmbH
      - Enregistrée le : 1er décembre 2026
      - Prend effet le : 22 décembre 2026 (début de journée, heure de Paris)

      Vous pouvez modifier votre réponse jusqu’au 4 décembre 2026 (fin de
      journée, heure de Paris).

      Voir ou modifier la réponse :
      https://subprocessors.better-isms.example/respond/RESPOND

      Le lien de ce message vous est personnel : quiconque le possède peut
      répondre en votre nom. Ne le transférez pas.

      Ce que nous avons annoncé
      -------------------------

      - Nous ajouterons HubSpot comme sous-traitant ultérieur le
        22 décembre 2026

      "
    `);
  });
});

describe("a resolution", () => {
  const resolved = {
    outcome: "exempted",
    outcomeNote: "You stay.",
    resolvedAt: new Date("2026-12-03T10:00:00Z"),
  } as const;

  test("says what was decided, why, and about what", () => {
    expect(body(resolutionMail(answered(resolved)))).toMatchInlineSnapshot(`
      "Our decision on your objection to change 14

      Hello,

      You objected on 1 December 2026. This is our decision:

      Change 14

      - Decision: The change does not apply to you
      - On behalf of: Globex GmbH
      - Recorded on: 3 December 2026

      Our explanation
      ---------------

        You stay.

      What follows
      ------------

      This does not apply to Globex GmbH. Our public list may show it all the
      same, for others:

      - HubSpot – added

      Your objection
      --------------

        Our data must not leave the EEA.

        Please keep us on the old system.

      Questions
      ---------

      Write to privacy@better-isms.example or reply to this mail; we are glad
      to answer.

      "
    `);
  });

  test.each([
    [
      "rejected",
      "What we announced about HubSpot takes effect on 22 December 2026, unless we tell you otherwise.",
      true,
    ],
    ["exempted", "This does not apply to Globex GmbH.", false],
    ["withdrawn", "Decision: As you told us, you do not object any more", true],
    ["alternative", "applies in place of what we announced", true],
    ["terminated", "Unless your contract has ended before, what we announced applies to you", true],
  ] as const)("that is %s says what follows for its reader, and from when", (outcome, says, isAdded) => {
    const text = oneLine(body(resolutionMail(answered({ ...resolved, outcome })))) ?? "";
    expect(text).toContain(says);
    expect(text.includes("HubSpot will be added as a subprocessor on 22 December 2026")).toBe(isAdded);
  });

  test("that rejects names what the contract, else the organisation, says that follows, and the rights that remain", () => {
    const rejected = { ...resolved, outcome: "rejected" } as const;
    const undertaken = { ...organisation, remedies: "We look for another way for thirty days." };
    const agreed = "You may end the contract within 30 days, free of charge.";
    const of = (more: object) => oneLine(body(resolutionMail({ ...answered(rejected), ...more }))) ?? "";
    expect(of({ organisation: undertaken })).toContain(undertaken.remedies);
    expect(of({ organisation: undertaken, remedies: agreed })).toContain(agreed);
    expect(of({ organisation: undertaken, remedies: agreed })).not.toContain(undertaken.remedies);
    for (const more of [{}, { remedies: agreed }])
      expect(of(more)).toContain("Your rights under the contract and under");
    const follower = { customer: null, customerName: null, lastDayToObjectOn: null };
    const text = oneLine(body(resolutionMail(answered({ ...rejected, ...follower })))) ?? "";
    expect(text).toContain("This decision leaves your rights as they are.");
    expect(text).not.toContain("contract");
  });

  test("that exempts says apart what was in effect before it, but not what the decision itself has released", () => {
    const changes = [
      { ...change(null, vendor({ name: "Old" })), effectiveOn: "2026-12-01" },
      { ...change(null, vendor({ name: "Freed" })), effectiveOn: "2026-12-03", releasedOn: "2026-12-03" },
      { ...change(null, vendor({ name: "New" })), effectiveOn: "2026-12-22" },
    ];
    const of = (some: typeof changes, locale: Locale = "en") =>
      oneLine(body(resolutionMail({ ...answered(resolved), locale, changeSet: changeSet({ changes: some }) }))) ?? "";
    expect(of(changes)).toContain(
      "does not apply to Globex GmbH. Our public list may show it all the same, for others: - Freed – added - New – added This was in effect already when we decided. It stays so, unless our explanation says otherwise: - Old – added",
    );
    expect(of(changes, "fr")).toContain("Ce qui suit était déjà en vigueur lors de notre décision");
    expect(of(changes.slice(0, 1))).toContain("From now on this, which is in effect already, does not apply to Globex");
  });

  test("that rejects says from when at the earliest what is held is in force, and not that it has no day", () => {
    const zeta = { ...change(null, vendor({ name: "Zeta" })), effectiveOn: "2026-12-22", awaitsApproval: true };
    const held = { changes: [zeta], awaitsApproval: true };
    const of = (more: object, locale: Locale = "en") =>
      oneLine(
        body(
          resolutionMail({
            ...answered({ ...resolved, outcome: "rejected" }),
            locale,
            changeSet: changeSet(held),
            toApprove: ["zeta"],
            ...more,
          }),
        ),
      ) ?? "";
    const text = of({});
    expect(text).toContain("Zeta is held at present: it takes effect on 22 December 2026 at the earliest.");
    expect(text).toContain("Zeta will be added as a subprocessor on 22 December 2026 at the earliest");
    expect(text).not.toMatch(/no day yet|on hold/);
    expect(of({}, "fr")).toContain("cela prend effet le 22 décembre 2026 au plus tôt");
    expect(of({ on: "2026-12-23" })).toContain("it has no day yet on which it takes effect");
  });

  test("is not written before something is decided", () => {
    expect(() => resolutionMail(answered())).toThrow(TypeError);
  });
});

describe("the mail of an objection to the organisation", () => {
  test("says who objects, to what, in time or late, and where to go on", () => {
    expect(letter(answerMail(answered()))).toMatchInlineSnapshot(`
      "Subject: Better ISMS: Globex GmbH objects to change 14

      Globex GmbH objects to change 14

      Hello,

      An objection has come in:

      Change 14

      - Answer: Objection
      - Who: Globex GmbH
      - Customer: globex
      - Received on: 1 December 2026 (in time)
      - Last day to object: 4 December 2026, end of day in Paris
      - Takes effect on: 22 December 2026, start of day in Paris

      The objection does not hold what was announced about HubSpot: it takes
      effect on 22 December 2026, unless you postpone or withdraw it.

      What we announced
      -----------------

      - HubSpot will be added as a subprocessor on 22 December 2026

      The objection
      -------------

        Our data must not leave the EEA.

        Please keep us on the old system.

      Open this answer in the console:
      https://subprocessors.better-isms.example/console/answers/6f1f2f0e-0b2e-4e6b-9d5b-0f5a3f0c9d11

      Decide there what becomes of it: the decision is mailed to whoever
      objected.

      [signature, en]

      ------------------------------------------------------------------------

      This mail is from the register of Better ISMS to the organisation
      itself.

      The list:
      https://subprocessors.better-isms.example/?lang=en

      Days begin and end at midnight in Paris, unless another place is named.
      "
    `);
  });

  test("never holds the person's address: mails outlive erasure", () => {
    const { text, html, subject } = answerMail(answered());
    expect(text + html + subject).not.toContain("dpo@globex.example");
  });

  test("does not take a follower's word for whom they speak", () => {
    const follower = { customer: null, customerName: null };
    expect(answerMail(answered({ ...follower, onBehalfOf: "Vandelay" })).subject).toBe(
      "Better ISMS: Vandelay (as stated, not verified) objects to change 14",
    );
    expect(answerMail(answered(follower)).subject).toBe(
      "Better ISMS: somebody who follows the list objects to change 14",
    );
    const { subject } = answerMail(answered({ ...follower, onBehalfOf: "Vandelay ".repeat(20).trim() }));
    expect(subject).toMatch(/… \(as stated, not verified\) objects to change 14$/);
  });

  test("writes a customer's name as the customer does", () => {
    expect(answerMail(answered({ customerName: "eBay" })).text).toMatch(/^eBay objects to change 14\n/);
    const follower = { customer: null, customerName: null };
    expect(answerMail(answered(follower)).text).toMatch(/^Somebody who follows the list objects/);
  });
});

describe("a reminder", () => {
  test("repeats the customer's own last day and what was announced, with the link to answer and the calendar", () => {
    expect(letter(reminderMail({ ...about(), terms }))).toMatchInlineSnapshot(`
      "Subject: Better ISMS: reminder: you can object until 4 December 2026

      Reminder: you can object until 4 December 2026

      Hello,

      On 21 November 2026 we told you of what follows, and we have no answer
      from you yet.

      - For: Globex
      - Takes effect on: 22 December 2026, start of day in Paris
      - You can object until: 4 December 2026, end of day in Paris

      Object, take note or ask:
      https://subprocessors.better-isms.example/respond/RESPOND

      The dates for your calendar (.ics):
      https://subprocessors.better-isms.example/respond/RESPOND/calendar.ics

      What we announced
      -----------------

      - HubSpot will be added as a subprocessor on 22 December 2026

      The change takes effect on 22 December 2026 as announced, unless we tell
      you otherwise.

      What an objection leads to
      --------------------------

      We examine each objection and tell you what becomes of it. By itself it
      does not hold back what we announced; your rights under the contract
      remain.

      [our list, en]

      [signature, en]

      ------------------------------------------------------------------------

      [to a contact, en]
      "
    `);
  });

  test("to a contact of several customers names the day of each, and whose approval is needed", () => {
    const several = [
      { name: "Globex GmbH", lastDayToObjectOn: "2026-12-04", authorisation: "specific" as const },
      { name: "Initech", lastDayToObjectOn: "2026-12-10", authorisation: "general" as const },
    ];
    const text = body(reminderMail({ ...about(), terms: several }));
    expect(text).toContain("- Globex GmbH: last day to object 4 December 2026, end of day in Paris\n");
    expect(text).toContain("- Globex GmbH: under the contract this needs your approval\n");
    expect(text).toContain("- Initech: last day to object 10 December 2026, end of day in Paris\n");
  });

  test("in French; and never without a last day to object", () => {
    expect(letter(reminderMail({ ...about(changeSet(), "fr"), terms }))).toMatchInlineSnapshot(`
      "Subject: Better ISMS : rappel : vous pouvez émettre une objection jusqu’au 4 décembre 2026

      Rappel : vous pouvez émettre une objection jusqu’au 4 décembre 2026

      Bonjour,

      Le 21 novembre 2026, nous vous avons annoncé ce qui suit, et nous
      n’avons pas encore de réponse de votre part.

      - Pour : Globex
      - Prend effet le : 22 décembre 2026 (début de journée, heure de Paris)
      - Objection possible jusqu’au : 4 décembre 2026 (fin de journée, heure
        de Paris)

      Émettre une objection, prendre acte ou poser une question :
      https://subprocessors.better-isms.example/respond/RESPOND

      Les dates pour votre agenda (.ics) :
      https://subprocessors.better-isms.example/respond/RESPOND/calendar.ics

      Ce que nous avons annoncé
      -------------------------

      - Nous ajouterons HubSpot comme sous-traitant ultérieur le
        22 décembre 2026

      La modification prend effet le 22 décembre 2026 comme annoncé, sauf avis
      contraire de notre part.

      Ce à quoi mène une objection
      ----------------------------

      Nous examinons chaque objection et vous disons ce qu’il en advient. Elle
      ne suspend pas à elle seule ce que nous avons annoncé ; vos droits au
      titre du contrat demeurent.

      [our list, fr]

      [signature, fr]

      ------------------------------------------------------------------------

      [to a contact, fr]
      "
    `);
    const withoutDay = terms.map((each) => ({ ...each, lastDayToObjectOn: null }));
    expect(() => reminderMail({ ...about(), terms: withoutDay })).toThrow(TypeError);
  });
});

test("a correction says what was not right, in the reader's language, and what it is about", () => {
  const text = { en: "The servers are in Ireland.", fr: "Les serveurs sont en Irlande." };
  expect(letter(correctionMail({ ...about(), text }))).toMatchInlineSnapshot(`
    "Subject: Better ISMS: correction to our notice of change 14

    Correction to our notice of change 14

    Hello,

    In our notice of 21 November 2026 something was not right. This is the
    correction:

      The servers are in Ireland.

    - Takes effect on: 22 December 2026, start of day in Paris

    The rest of the notice stands. An answer you have given stays recorded
    as it is; you can change it by your own link.

    Answer:
    https://subprocessors.better-isms.example/respond/RESPOND

    What we announced
    -----------------

    - HubSpot will be added as a subprocessor on 22 December 2026

    Questions
    ---------

    Write to privacy@better-isms.example or reply to this mail; we are glad
    to answer.

    [our list, en]

    [signature, en]

    ------------------------------------------------------------------------

    [to whom follows the list, en]
    "
  `);
  expect(body(correctionMail({ ...about(changeSet(), "fr"), text }))).toContain("Les serveurs sont en Irlande.");
});

test("the organisation is told which customers nobody can be told for, a hundred of them by name", () => {
  const own = { organisation, locale: "en" as const, publicUrl };
  expect(letter(unreachableMail({ ...own, customers: ["globex", "initech"] }))).toMatchInlineSnapshot(`
    "Subject: Better ISMS: 2 customers can no longer be told of changes

    2 customers can no longer be told of changes

    Hello,

    No contact of these customers can be written to: there is none, or each
    has left or cannot be reached by mail.

    - globex
    - initech

    Notices to them are still owed: name another contact for each.

    Customers without a contact, in the console:
    https://subprocessors.better-isms.example/console/customers?told=no

    [signature, en]

    ------------------------------------------------------------------------

    This mail is from the register of Better ISMS to the organisation
    itself.

    The list:
    https://subprocessors.better-isms.example/?lang=en
    "
  `);
  const many = Array.from({ length: 130 }, (_, index) => `c-${index}`);
  const text = body(unreachableMail({ ...own, customers: many }));
  expect(text).toContain("- c-99\n- and 30 more\n");
});

test("the organisation is told which contact has left, or was replaced, by an id that can be erased", () => {
  const gone = { organisation, publicUrl, customers: ["globex"], subscriber: "7f3c" };
  expect(body(contactMail({ ...gone, locale: "en" }, "contactLeft"))).toMatchInlineSnapshot(`
    "A contact of a customer has left

    Hello,

    A contact of this customer wants no more mail:

    - globex

    Others are still told in their place. Nobody has to be named instead; if
    somebody should, name them.

    Who it is, in the console:
    https://subprocessors.better-isms.example/console/customers/people/7f3c

    "
  `);
  expect(body(contactMail({ ...gone, locale: "fr" }, "contactReplaced"))).toMatchInlineSnapshot(`
    "Un client a un nouveau contact

    Bonjour,

    Un contact de ce client a nommé quelqu’un à sa place, qui l’a confirmé
    et est désormais informé :

    - globex

    Tant que ni vous, sur la page du client, ni ce contact n’avez confirmé
    que cette personne répond pour le client, aucune autorisation de sa part
    ne compte. Si elle ne doit pas du tout être informée, retirez-la des
    contacts du client.

    De qui il s’agit, dans la console :
    https://subprocessors.better-isms.example/console/customers/people/7f3c

    "
  `);
});

const told = (code: FindingCode, facts: { name: string }, vendorName = "HubSpot"): ToldFinding => ({
  vendor: "hubspot",
  vendorName,
  changeSet: 1,
  pointer: "/services/0/safeguards/0",
  code,
  facts,
  identity: code,
});

const checkedLast = (name: string) => told("dpf-unchecked", { name, ...{ checkedOn: "2025-12-01", isToCome: false } });

test("the organisation is told of new findings, each with its vendor, in the organisation's language", () => {
  const gb = assess({ locations: [{ country: "GB" }], safeguards: [] }, "eu", "2031-12-01", currentLaw);
  const place = { name: "HubSpot CRM", place: "GB", regimes: ["eu"], assessment: gb };
  const findings = [
    checkedLast("Chat"),
    checkedLast("HubSpot"),
    told("expiring", { ...place, ...{ until: "2031-12-27", afterwards: null } }),
    // Of a code there no longer is, nobody can say what it meant.
    { ...checkedLast("HubSpot"), code: "gone" },
  ];
  const [english, french] = LOCALES.map((locale) => body(findingsMail({ organisation, locale, publicUrl, findings })));
  expect(english).toMatchInlineSnapshot(`
    "3 new findings about the list

    Hello,

    Something about the published list has changed without an edit of yours:

    - HubSpot: Chat: the certification was last checked on 1 December 2025.
      Certifications lapse unless renewed every year.
    - HubSpot: the certification was last checked on 1 December 2025.
      Certifications lapse unless renewed every year.
    - HubSpot CRM. EU: the United Kingdom is recognised as adequate
      (Implementing Decision (EU) 2021/1772, renewed by Implementing
      Decision (EU) 2025/2574); the verdict holds until 27 December 2031.
      After that, nothing stated covers the United Kingdom.

    What waits for you, in the console:
    https://subprocessors.better-isms.example/console

    "
  `);
  expect(french).toMatchInlineSnapshot(`
    "3 nouveaux constats sur la liste

    Bonjour,

    Quelque chose a changé à propos de la liste publiée, sans modification
    de votre part :

    - HubSpot : Chat : la certification a été vérifiée pour la dernière fois
      le 1er décembre 2025. Une certification expire si elle n’est pas
      renouvelée chaque année.
    - HubSpot : la certification a été vérifiée pour la dernière fois le
      1er décembre 2025. Une certification expire si elle n’est pas
      renouvelée chaque année.
    - HubSpot CRM. UE : pour le Royaume-Uni, le transfert est couvert par
      une décision d’adéquation (décision d’exécution (UE) 2021/1772,
      renouvelée par la décision d’exécution (UE) 2025/2574) ; cette
      appréciation vaut jusqu’au 27 décembre 2031. Ensuite, rien de ce qui
      est indiqué ne couvrira le Royaume-Uni.

    Ce qui vous attend, dans la console :
    https://subprocessors.better-isms.example/console

    "
  `);
});

test("what anyone wrote is text, one line in a subject, and none of our mails states a period the law would set", () => {
  const hostile = `<img src=x onerror="alert(1)">\nBcc: all@victim.example`;
  const set = changeSet({ changes: [change(null, hubspot()), change(null, vendor({ name: "Tally" }))] });
  for (const locale of LOCALES) {
    const own = { organisation, locale, publicUrl };
    const mails = [
      receiptMail({ ...answered({ text: hostile }, locale), changeSet: set }),
      answerMail({
        ...answered({ text: hostile, customerName: null, customer: null, onBehalfOf: hostile }, locale),
        changeSet: set,
      }),
      resolutionMail(answered({ outcome: "rejected", outcomeNote: hostile, resolvedAt: new Date(0) }, locale)),
      correctionMail({ ...about(set, locale), text: hostile }),
      reminderMail({
        ...about(set, locale),
        terms: [{ ...terms[0], name: hostile, lastDayToObjectOn: "2026-12-04", authorisation: "specific" }],
      }),
      unreachableMail({ ...own, customers: [hostile] }),
      contactMail({ ...own, customers: [hostile], subscriber: "1" }, "contactLeft"),
      contactMail({ ...own, customers: [hostile], subscriber: "1" }, "contactReplaced"),
      findingsMail({ ...own, findings: [told("no-address", { name: hostile }, hostile)] }),
    ];
    for (const { subject, text, html } of mails) {
      expect(html).not.toMatch(/<img|onerror="/);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(subject.length).toBeLessThanOrEqual(150);
      expect(text).not.toMatch(/\b\d+ (calendar |business )?days\b|\b\d+ jours\b/);
    }
  }
});
