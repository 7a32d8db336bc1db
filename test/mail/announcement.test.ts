import { describe, expect, test } from "vitest";
import type { ReaderTerms } from "../../src/model/people/reader.ts";
import { announcementMail } from "../../src/notify/mail/letters/announcement.ts";
import { reminderMail } from "../../src/notify/mail/letters/follow-ups.ts";
import { CUSTOMER } from "../../src/notify/mail/mail.ts";
import {
  about,
  change,
  changeSet,
  contact,
  hubspot,
  informative,
  organisation,
  vendor,
  zendesk,
  zendeskAbroad,
} from "./fixtures.ts";
import { letter, wholeLetter } from "./letter.ts";

/** To a contact of one customer. */
const announced = (...given: Parameters<typeof about>) => {
  const { changeSet: set, ...rest } = about(...given);
  return announcementMail({
    ...rest,
    changeSet: set,
    terms: [{ ...contact, lastDayToObjectOn: set.lastDayToObjectOn }],
  });
};

const tally = () =>
  vendor({
    name: "Tally",
    country: "BE",
    services: [{ purpose: "Forms on our website", locations: [{ country: "EU" }] }],
  });

const several = () =>
  changeSet({
    reason: "Support moves to one tool for chat and mail.\nThe old one is no longer maintained.",
    changes: [change(null, hubspot()), change(zendesk(), zendeskAbroad()), change(tally(), null)],
  });

describe("an announcement", () => {
  test("says what changes, from when, and how to object until when", () => {
    expect(wholeLetter(announced())).toMatchInlineSnapshot(`
      "Subject: Better ISMS: HubSpot will be added as a subprocessor on 22 December 2026

      HubSpot will be added as a subprocessor on 22 December 2026

      Hello,

      We are writing to tell you in advance about a change that concerns
      personal data in our service.

      - For: Globex
      - Takes effect on: 22 December 2026, start of day in Paris
      - You can object until: 21 December 2026, end of day in Paris

      Object, take note or ask:
      https://subprocessors.better-isms.example/respond/RESPOND

      What changes
      ------------

      HubSpot – added

      - Purpose: Keeping track of our conversations with customers, from the
        first question to the end of the contract.
      - Personal data:
        - Name
        - Business email address
        - Content of messages
      - People concerned: Contacts at customers
      - Where:
        - Germany
        - United States (remote access, support outside European hours)
      - Transfer tools:
        - Data Privacy Framework (EU and UK), checked 1 October 2026
        - Standard contractual clauses, module 3: processor to processor (EU),
          as a fallback
      - Transfers (EU): covered by standard contractual clauses (United
        States)
      - Products: The application
      - Category: Customer relations
      - Role: Subprocessor
      - Legal entity: HubSpot Ireland Limited
      - Country of establishment: Ireland
      - Website: https://www.hubspot.com
      - Data processing agreement: https://legal.hubspot.com/dpa

      How to object
      -------------

      You can object until 21 December 2026, end of day in Paris, by your own
      link and without an account. There you can also take note or ask:

      Answer:
      https://subprocessors.better-isms.example/respond/RESPOND

      The dates for your calendar (.ics):
      https://subprocessors.better-isms.example/respond/RESPOND/calendar.ics

      Write to privacy@better-isms.example or reply to this mail if you
      prefer; please tell us then which company you write for and what
      concerns you.

      The change takes effect on 22 December 2026 as announced, unless we tell
      you otherwise.

      What an objection leads to
      --------------------------

      We examine each objection and tell you what becomes of it. By itself it
      does not hold back what we announced; your rights under the contract
      remain.

      Our list
      --------

      The full list:
      https://subprocessors.better-isms.example/?lang=en

      Change 14:
      https://subprocessors.better-isms.example/changes/14?lang=en

      Kind regards,

      Better ISMS
      Better ISMS SAS
      12 rue des Archives
      75003 Paris, France
      privacy@better-isms.example
      https://better-isms.example

      ------------------------------------------------------------------------

      You receive this mail because this address is a contact of Globex, a
      customer of Better ISMS.

      Your preferences:
      https://subprocessors.better-isms.example/preferences/TOKEN

      Unsubscribe:
      https://subprocessors.better-isms.example/unsubscribe/TOKEN

      Days begin and end at midnight in Paris, unless another place is named.

      The links in this mail are yours alone: whoever has them can answer and
      leave in your name. Please do not forward it; the page of the change is
      public.

      Better ISMS has your address from its customer, and keeps it to give the
      notices that it owes that customer (Art. 28(2) GDPR), for as long as you
      are the contact. After that it keeps proof of what it sent you and, if
      you unsubscribe, the address so as not to write to you again.

      This is recorded in version 27 of our list. Its fingerprint (SHA-256)
      is:

      9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

      The newest entry of our record of changes had this fingerprint then:

      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
      "
    `);
  });

  test("says the same in French", () => {
    expect(wholeLetter(announced(changeSet(), "fr"))).toMatchInlineSnapshot(`
      "Subject: Better ISMS : nous ajouterons HubSpot comme sous-traitant ultérieur le 22 décembre 2026

      Nous ajouterons HubSpot comme sous-traitant ultérieur le
      22 décembre 2026

      Bonjour,

      Nous vous informons à l’avance d’une modification qui concerne des
      données à caractère personnel dans notre service.

      - Pour : Globex
      - Prend effet le : 22 décembre 2026 (début de journée, heure de Paris)
      - Objection possible jusqu’au : 21 décembre 2026 (fin de journée, heure
        de Paris)

      Émettre une objection, prendre acte ou poser une question :
      https://subprocessors.better-isms.example/respond/RESPOND

      Ce qui change
      -------------

      HubSpot – ajout

      - Finalité : Suivre nos échanges avec nos clients, de la première
        question à la fin du contrat.
      - Données à caractère personnel :
        - Name
        - Business email address
        - Content of messages
      - Personnes concernées : Contacts at customers
      - Lieux :
        - Allemagne
        - États-Unis (accès à distance, support outside European hours)
      - Instruments de transfert :
        - Data Privacy Framework (UE et Royaume-Uni), dernière vérification le
          1er octobre 2026
        - Clauses contractuelles types, module 3 : de sous-traitant à
          sous-traitant (UE), en second recours
      - Transfert (UE) : couvert par des clauses contractuelles types
        (États-Unis)
      - Produits : The application
      - Catégorie : Customer relations
      - Rôle : Sous-traitant ultérieur
      - Entité juridique : HubSpot Ireland Limited
      - Pays d’établissement : Irlande
      - Site web : https://www.hubspot.com
      - Accord de sous-traitance : https://legal.hubspot.com/dpa

      Comment émettre une objection
      -----------------------------

      Vous pouvez émettre une objection jusqu’au 21 décembre 2026 (fin de
      journée, heure de Paris), par votre propre lien et sans compte. Vous
      pouvez aussi prendre acte ou poser une question :

      Répondre :
      https://subprocessors.better-isms.example/respond/RESPOND

      Les dates pour votre agenda (.ics) :
      https://subprocessors.better-isms.example/respond/RESPOND/calendar.ics

      Écrivez à privacy@better-isms.example ou répondez à ce message si vous
      préférez ; indiquez-nous alors pour quelle société vous écrivez et ce
      qui vous préoccupe.

      La modification prend effet le 22 décembre 2026 comme annoncé, sauf avis
      contraire de notre part.

      Ce à quoi mène une objection
      ----------------------------

      Nous examinons chaque objection et vous disons ce qu’il en advient. Elle
      ne suspend pas à elle seule ce que nous avons annoncé ; vos droits au
      titre du contrat demeurent.

      Notre liste
      -----------

      La liste complète :
      https://subprocessors.better-isms.example/?lang=fr

      Changement 14 :
      https://subprocessors.better-isms.example/changes/14?lang=fr

      Bien cordialement,

      Better ISMS
      Better ISMS SAS
      12 rue des Archives
      75003 Paris, France
      privacy@better-isms.example
      https://better-isms.example

      ------------------------------------------------------------------------

      Vous recevez ce message parce que cette adresse est celle d’un contact
      pour Globex, client de Better ISMS.

      Vos préférences :
      https://subprocessors.better-isms.example/preferences/TOKEN

      Se désabonner :
      https://subprocessors.better-isms.example/unsubscribe/TOKEN

      Les jours commencent et finissent à minuit, heure de Paris, sauf si un
      autre lieu est indiqué.

      Les liens de ce message vous sont personnels : quiconque les possède
      peut répondre et se désabonner en votre nom. Ne le transférez pas ; la
      page du changement est publique.

      Better ISMS tient votre adresse de son client et la conserve pour
      adresser à celui-ci les informations qui lui sont dues (art. 28, § 2, du
      RGPD), tant que vous en êtes le contact. Ensuite, sont conservées la
      preuve de ce qui vous a été envoyé et, si vous vous désabonnez,
      l’adresse pour ne plus vous écrire.

      Cette information est consignée dans la version 27 de notre liste. Son
      empreinte (SHA-256) est :

      9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

      La dernière entrée de notre journal des modifications avait alors cette
      empreinte :

      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
      "
    `);
  });

  test("of several changes goes through them one by one, each field before and after", () => {
    expect(letter(announced(several()))).toMatchInlineSnapshot(`
      "Subject: Better ISMS: 3 changes to our subprocessors from 22 December 2026

      3 changes to our subprocessors from 22 December 2026

      Hello,

      We are writing to tell you in advance about changes that concern
      personal data in our service.

      - In short:
        - HubSpot – added
        - Zendesk – changed
        - Tally – removed
      - For: Globex
      - Take effect on: 22 December 2026, start of day in Paris
      - You can object until: 21 December 2026, end of day in Paris

      Object, take note or ask:
      https://subprocessors.better-isms.example/respond/RESPOND

      Why we make these changes
      -------------------------

        Support moves to one tool for chat and mail.
        The old one is no longer maintained.

      What changes
      ------------

      [HubSpot, as it is added, en]

      Zendesk – changed

      - Personal data
        Before:
          - Name
          - Content of messages
        After:
          - Name
          - Content of messages
          - Telephone number
      - Where
        Before: Ireland
        After:
          - Ireland
          - United States (storage)
      - Transfer tools
        Newly listed: Standard contractual clauses, module 3: processor to
          processor (EU)
      - Transfers (EU)
        Before: transfer tool not stated (company established in the United
          States)
        After: covered by standard contractual clauses (United States)
      - Legal entity
        Before: Zendesk, Inc.
        After: Zendesk International Ltd

      Tally – removed

      Until then it is listed with:

      - Purpose: Forms on our website
      - Where: European Union
      - Role: Subprocessor
      - Country of establishment: Belgium

      How to object
      -------------

      You can object until 21 December 2026, end of day in Paris, by your own
      link and without an account. There you can also take note or ask:

      Answer:
      https://subprocessors.better-isms.example/respond/RESPOND

      The dates for your calendar (.ics):
      https://subprocessors.better-isms.example/respond/RESPOND/calendar.ics

      Write to privacy@better-isms.example or reply to this mail if you
      prefer; please tell us then which company you write for and what
      concerns you.

      The changes take effect on 22 December 2026 as announced, unless we tell
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

  test("of several changes does so in French, where French has its own rules", () => {
    expect(letter(announced(several(), "fr"))).toMatchInlineSnapshot(`
      "Subject: Better ISMS : 3 changements concernant nos sous-traitants ultérieurs à partir du 22 décembre 2026

      3 changements concernant nos sous-traitants ultérieurs à partir du
      22 décembre 2026

      Bonjour,

      Nous vous informons à l’avance de modifications qui concernent des
      données à caractère personnel dans notre service.

      - En bref :
        - HubSpot – ajout
        - Zendesk – modification
        - Tally – retrait
      - Pour : Globex
      - Prennent effet le : 22 décembre 2026 (début de journée, heure de
        Paris)
      - Objection possible jusqu’au : 21 décembre 2026 (fin de journée, heure
        de Paris)

      Émettre une objection, prendre acte ou poser une question :
      https://subprocessors.better-isms.example/respond/RESPOND

      Pourquoi ces modifications
      --------------------------

        Support moves to one tool for chat and mail.
        The old one is no longer maintained.

      Ce qui change
      -------------

      [HubSpot, as it is added, fr]

      Zendesk – modification

      - Données à caractère personnel
        Avant :
          - Name
          - Content of messages
        Après :
          - Name
          - Content of messages
          - Telephone number
      - Lieux
        Avant : Irlande
        Après :
          - Irlande
          - États-Unis (stockage)
      - Instruments de transfert
        Nouvelle mention : Clauses contractuelles types, module 3 : de
          sous-traitant à sous-traitant (UE)
      - Transfert (UE)
        Avant : instrument de transfert non précisé (pays d’établissement de
          la société : les États-Unis)
        Après : couvert par des clauses contractuelles types (États-Unis)
      - Entité juridique
        Avant : Zendesk, Inc.
        Après : Zendesk International Ltd

      Tally – retrait

      Jusque-là, la liste indique :

      - Finalité : Forms on our website
      - Lieux : Union européenne
      - Rôle : Sous-traitant ultérieur
      - Pays d’établissement : Belgique

      Comment émettre une objection
      -----------------------------

      Vous pouvez émettre une objection jusqu’au 21 décembre 2026 (fin de
      journée, heure de Paris), par votre propre lien et sans compte. Vous
      pouvez aussi prendre acte ou poser une question :

      Répondre :
      https://subprocessors.better-isms.example/respond/RESPOND

      Les dates pour votre agenda (.ics) :
      https://subprocessors.better-isms.example/respond/RESPOND/calendar.ics

      Écrivez à privacy@better-isms.example ou répondez à ce message si vous
      préférez ; indiquez-nous alors pour quelle société vous écrivez et ce
      qui vous préoccupe.

      Les modifications prennent effet le 22 décembre 2026 comme annoncé, sauf
      avis contraire de notre part.

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
  });

  test("of an emergency says so plainly, why, and that it does not wait for the objections it invites", () => {
    const emergency = { reason: "Our provider of chat ends its service on 23 November." };
    expect(letter(announced(changeSet({ effectiveOn: "2026-11-23", emergency })))).toMatchInlineSnapshot(`
      "Subject: Better ISMS: HubSpot will be added as a subprocessor on 23 November 2026

      HubSpot will be added as a subprocessor on 23 November 2026

      Hello,

      We are writing to tell you in advance about a change that concerns
      personal data in our service.

      - For: Globex
      - Takes effect on: 23 November 2026, start of day in Paris
      - You can object until: 21 December 2026, end of day in Paris

      Object, take note or ask:
      https://subprocessors.better-isms.example/respond/RESPOND

      Why this change cannot wait
      ---------------------------

      This is an emergency change. It takes effect on 23 November 2026 and
      does not wait for our usual notice period. The reason:

        Our provider of chat ends its service on 23 November.

      What changes
      ------------

      [HubSpot, as it is added, en]

      How to object
      -------------

      You can object until 21 December 2026, end of day in Paris, by your own
      link and without an account. There you can also take note or ask:

      Answer:
      https://subprocessors.better-isms.example/respond/RESPOND

      The dates for your calendar (.ics):
      https://subprocessors.better-isms.example/respond/RESPOND/calendar.ics

      Write to privacy@better-isms.example or reply to this mail if you
      prefer; please tell us then which company you write for and what
      concerns you.

      The change takes effect on 23 November 2026, while you can still object.

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

  test("of an emergency in effect on the same day does not speak of the future", () => {
    const { subject, text } = announced(
      changeSet({ effectiveOn: "2026-11-21", emergency: { reason: "A breach at the old one." } }),
    );
    expect(subject).toBe("Better ISMS: HubSpot has been added as a subprocessor, effective 21 November 2026");
    expect(text).toMatch(/It is in effect as of\s21 November 2026 and\sdid not\swait/);
    expect(text).toContain("The change is already in effect. You can object all the same.");
  });

  test("for information invites questions, not objections", () => {
    expect(letter(announced(informative()))).toMatchInlineSnapshot(`
      "Subject: Better ISMS: Zendesk is no longer a subprocessor, effective 21 November 2026

      Zendesk is no longer a subprocessor, effective 21 November 2026

      Hello,

      We are writing to tell you about a change that concerns personal data in
      our service. There is nothing you need to do.

      - For: Globex
      - In effect since: 21 November 2026

      What changes
      ------------

      Zendesk – removed

      Until now it was listed with:

      - Purpose: Answering support requests
      - Personal data:
        - Name
        - Content of messages
      - Where: Ireland
      - Role: Subprocessor
      - Legal entity: Zendesk, Inc.
      - Country of establishment: United States

      Questions
      ---------

      Write to privacy@better-isms.example or reply to this mail; we are glad
      to answer.

      Answer:
      https://subprocessors.better-isms.example/respond/RESPOND

      The dates for your calendar (.ics):
      https://subprocessors.better-isms.example/respond/RESPOND/calendar.ics

      [our list, en]

      [signature, en]

      ------------------------------------------------------------------------

      [to a contact, en]
      "
    `);
  });

  test("tells a follower what changes and when, and speaks to them as no customer; one may write for a customer", () => {
    expect(letter(announcementMail(about()))).toMatchInlineSnapshot(`
      "Subject: Better ISMS: HubSpot will be added as a subprocessor on 22 December 2026

      HubSpot will be added as a subprocessor on 22 December 2026

      Hello,

      We are writing to tell you in advance about a change that concerns
      personal data in our service.

      - Takes effect on: 22 December 2026, start of day in Paris

      What changes
      ------------

      [HubSpot, as it is added, en]

      Questions
      ---------

      Write to privacy@better-isms.example or reply to this mail; we are glad
      to answer.

      If you write for a customer
      ---------------------------

      Customers can object until 21 December 2026, end of day in Paris; where
      another date is agreed with a customer, that one counts.

      Answer:
      https://subprocessors.better-isms.example/respond/RESPOND

      The dates for your calendar (.ics):
      https://subprocessors.better-isms.example/respond/RESPOND/calendar.ics

      [our list, en]

      [signature, en]

      ------------------------------------------------------------------------

      [to whom follows the list, en]
      "
    `);
    expect(letter(announcementMail(about(changeSet(), "fr")))).toMatchInlineSnapshot(`
      "Subject: Better ISMS : nous ajouterons HubSpot comme sous-traitant ultérieur le 22 décembre 2026

      Nous ajouterons HubSpot comme sous-traitant ultérieur le
      22 décembre 2026

      Bonjour,

      Nous vous informons à l’avance d’une modification qui concerne des
      données à caractère personnel dans notre service.

      - Prend effet le : 22 décembre 2026 (début de journée, heure de Paris)

      Ce qui change
      -------------

      [HubSpot, as it is added, fr]

      Vos questions
      -------------

      Écrivez à privacy@better-isms.example ou répondez à ce message : nous
      vous répondrons volontiers.

      Si vous écrivez pour un client
      ------------------------------

      Les clients peuvent émettre une objection jusqu’au 21 décembre 2026 (fin
      de journée, heure de Paris) ; si une autre date est convenue avec un
      client, c’est celle-ci qui vaut.

      Répondre :
      https://subprocessors.better-isms.example/respond/RESPOND

      Les dates pour votre agenda (.ics) :
      https://subprocessors.better-isms.example/respond/RESPOND/calendar.ics

      [our list, fr]

      [signature, fr]

      ------------------------------------------------------------------------

      [to whom follows the list, fr]
      "
    `);
    const emergency = { reason: "A breach at the old one." };
    const sets = [changeSet(), several(), informative(), changeSet({ effectiveOn: "2026-11-23", emergency })];
    for (const set of [...sets, changeSet({ effectiveOn: "2026-11-21", emergency })])
      for (const locale of ["en", "fr"] as const) {
        const { text, html } = announcementMail(about(set, locale));
        expect(`${text} ${html}`).not.toMatch(
          /you (can|may) object|your (contract|last day)|votre contrat|(vous pouvez|comment) émettre/i,
        );
      }
    // Once that day is over, nothing is said of it, and nothing of a day that was missed.
    const late = announcementMail({ ...about(), late: { on: "2026-12-23", corrections: [] } }).text;
    expect(late).not.toMatch(/object|last day/i);
  });

  test("carries a contact's own last day, and says that silence is no approval where the contract asks for one", () => {
    const own = { name: null, lastDayToObjectOn: "2026-12-04", authorisation: "general" as const };
    const text = announcementMail({ ...about(), terms: [own] }).text.replace(/\s+/g, " ");
    expect(text).toContain("You can object until 4 December 2026, end of day in Paris");
    expect(text).not.toContain("21 December 2026");
    expect(text).toContain("The change takes effect on 22 December 2026 as announced, unless we tell you otherwise.");
    expect(text).not.toContain("If you do not object");
    const suspending = announcementMail({ ...about(), terms: [{ ...own, onObjection: "suspends" }] }).text;
    expect(suspending.replace(/\s+/g, " ")).toContain(
      "If you do not object, the change takes effect on 22 December 2026 as announced, unless we tell you otherwise.",
    );
    expect(text).toContain(`this address is a contact of ${CUSTOMER}, a customer of Better ISMS`);

    const specific = announcementMail({ ...about(), terms: [{ ...own, authorisation: "specific" }] }).text;
    expect(specific.replace(/\s+/g, " ")).toContain(
      "Under your contract this change needs your approval. Silence is no approval: until you have given it, it waits.",
    );
    expect(specific).not.toContain("If you do not object");
  });

  test("says what may take effect while its reader can still object, though it waits for others or has several days", () => {
    const own = { name: null, lastDayToObjectOn: "2026-12-31", authorisation: "general" as const };
    const waiting = { ...change(null, hubspot()), effectiveOn: "2026-12-22", awaitsApproval: true };
    const early = "What we announced can take effect from 22 December 2026 on, while you can still object.";
    const text = (changes: (typeof waiting)[], until: string) => {
      const set = changeSet({ changes, awaitsApproval: changes.some(({ awaitsApproval }) => awaitsApproval) });
      const terms = [{ ...own, lastDayToObjectOn: until, onObjection: "suspends" as const }];
      return announcementMail({ ...about(set), terms }).text.replace(/\s+/g, " ");
    };
    const days = [
      { ...waiting, ...change(zendesk(), null), effectiveOn: "2026-12-22" },
      { ...waiting, effectiveOn: "2027-01-05", awaitsApproval: false },
    ];
    for (const changes of [[waiting], days]) {
      expect(text(changes, "2026-12-31")).toContain(early);
      expect(text(changes, "2026-12-31")).not.toContain("If you do not object");
      expect(text(changes, "2026-12-21")).toContain("If you do not object");
    }
  });

  test("names each customer of somebody who speaks for several, with its own day", () => {
    const terms = [
      { name: "Globex", lastDayToObjectOn: "2026-12-21", authorisation: "general" as const },
      { name: "Initech", lastDayToObjectOn: "2026-12-04", authorisation: "specific" as const },
    ];
    const { text } = announcementMail({ ...about(), terms });
    expect(text).toContain("You can object until 4 December 2026, end of day in Paris");
    expect(text).toContain("- Globex: last day to object 21 December 2026");
    expect(text).toContain("- Initech: last day to object 4 December 2026");
    expect(text).toContain("- Initech: under the contract this needs your approval");
  });

  test("sends whoever objects where somebody reads it: a reply goes nowhere without an address of the organisation", () => {
    const { privacyEmail: _, website, address, ...nowhere } = organisation;
    const how = (reach: object, locale: "en" | "fr" = "en") => {
      const { text } = announcementMail({
        ...about(changeSet(), locale),
        terms: [contact],
        organisation: { ...nowhere, ...reach },
      });
      const [, paragraph = ""] = /calendar\.ics\n\n(.*?(?:prefer|préférez))/s.exec(text) ?? [];
      return paragraph.replace(/\s+/g, " ");
    };
    expect([
      how({ website, address }),
      how({ website }),
      how({ address }),
      how({}),
      how({ website, address }, "fr"),
      how({ website }, "fr"),
      how({ address }, "fr"),
      how({}, "fr"),
    ]).toMatchInlineSnapshot(`
      [
        "Contact us through our website or at our postal address (given below our name) if you prefer",
        "Contact us through our website (given below our name) if you prefer",
        "Write to us at our postal address (given below our name) if you prefer",
        "Reply to this mail if you prefer",
        "Contactez-nous par notre site web ou à notre adresse postale (sous notre nom) si vous préférez",
        "Contactez-nous par notre site web (son adresse est sous notre nom) si vous préférez",
        "Écrivez-nous à notre adresse postale (sous notre nom) si vous préférez",
        "Répondez à ce message si vous préférez",
      ]
    `);
    const informing = announcementMail({ ...about(informative()), organisation: { ...nowhere, website } });
    expect(informing.text).toMatch(/Contact us through our website \(given below our name\);\s/);
  });

  test("says so where it takes effect while objecting is open, on the last day too", () => {
    const set = changeSet({ effectiveOn: "2026-12-21" });
    const text = (locale: "en" | "fr") => announced(set, locale).text.replace(/\s+/g, " ");
    expect(text("en")).toContain(
      "- Takes effect on: 21 December 2026, start of day in Paris - You can object until: 21 December 2026, end of day in Paris",
    );
    expect(text("en")).toContain(
      "The change takes effect on 21 December 2026, while you can still object. What an objection leads to",
    );
    expect(text("fr")).toContain("- Objection possible jusqu’au : 21 décembre 2026 (fin de journée, heure de Paris)");
    expect(text("fr")).toContain(
      "La modification prend effet le 21 décembre 2026, alors que vous pouvez encore émettre une objection. Ce à quoi",
    );
  });

  describe("says what an objection leads to", () => {
    const told = (terms: ReaderTerms[], given: object = {}, locale: "en" | "fr" = "en") => {
      const mail = announcementMail({
        ...about(changeSet(), locale),
        terms,
        organisation: { ...organisation, ...given },
      });
      const said = mail.text.replace(/\s+/g, " ");
      expect(said).not.toMatch(/stays? in effect|rest\w+ en vigueur/);
      return said;
    };
    const own = { name: null, lastDayToObjectOn: "2026-12-04", authorisation: "general" } as const;
    const remedies = { en: "You may end the contract within a month.", fr: "Vous pouvez résilier sous un mois." };

    test("in the words of the contract, else in those of the organisation, in the reader's language", () => {
      expect(told([{ ...own, remedies }])).toContain(`This is what is agreed, or what we undertake: ${remedies.en}`);
      expect(told([own], { remedies })).toContain(remedies.en);
      expect(told([own], { remedies }, "fr")).toContain(remedies.fr);
      // Our own sentence stands before what is agreed, not as if it were agreed.
      expect(told([{ ...own, remedies }])).toMatch(/does not hold back what we announced.*This is what is agreed/);
      const both = told([{ ...own, remedies }], { remedies: "We look into it." });
      expect(both).not.toContain("We look into it.");
      // What is agreed says nothing of whether it holds the change: the mail does.
      expect(both).toContain("By itself it does not hold back what we announced");
    });

    test("and without any that it is examined, and does not by itself hold the change back", () => {
      expect(told([own])).toContain("By itself it does not hold back what we announced");
      expect(told([own], {}, "fr")).toContain("Elle ne suspend pas à elle seule ce que nous avons annoncé");
    });

    test("and that it holds the change where the contract says so, or asks for an approval", () => {
      const held = "An objection holds what concerns you until it is resolved.";
      expect(told([{ ...own, onObjection: "suspends" }])).toContain(held);
      // No contract lets us go on all the same: the mail does not announce that we might.
      const specific = told([{ ...own, authorisation: "specific" }]);
      expect(specific).toContain(held);
      expect(told([{ ...own, onObjection: "suspends" }])).not.toContain("does not hold back");
    });

    test("and what it holds, and what takes an approval, where other changes are told besides and wait for nobody", () => {
      const mixed = changeSet({ changes: [change(null, hubspot()), change(zendesk(), null)] });
      const plain = (mail: { text: string }) => mail.text.replace(/\s+/g, " ");
      for (const [locale, holds, needs] of [
        [
          "en",
          "An objection holds what changes about HubSpot until",
          "Under your contract what changes about HubSpot needs",
        ],
        [
          "fr",
          "Une objection suspend ce qui change concernant HubSpot",
          "est nécessaire pour ce qui change concernant HubSpot.",
        ],
      ] as const) {
        const reader = { ...about(mixed, locale), terms: [{ ...own, authorisation: "specific" as const }] };
        expect(plain(announcementMail(reader))).toContain(holds);
        expect(plain(reminderMail({ ...reader, on: "2026-12-10" }))).toContain(holds);
        expect(plain(reminderMail({ ...reader, on: "2026-12-10" }))).toContain(needs);
      }
    });

    test("for each customer of a reader who speaks for several, where they differ", () => {
      const text = told([
        { ...own, name: "Globex", onObjection: "suspends" },
        { ...own, name: "Initech", remedies },
        { ...own, name: "Umbrella" },
        { ...own, name: "Vandelay" },
      ]);
      expect(text).toContain("For Globex, an objection holds what concerns you");
      expect(text).toContain(`For Initech this is agreed, or undertaken: ${remedies.en}`);
      expect(text).toContain("For Umbrella and Vandelay, we examine each objection");
      // Of one whom two parts concern, of which its objection holds one, there is one rule.
      const lost = { ...own, part: 1, lastDayToObjectOn: null };
      const parts = told([{ ...own, onObjection: "suspends" as const }, lost]);
      expect(parts).toContain("An objection holds what concerns you");
      expect(parts).not.toContain("does not hold back");
    });
  });

  test("calls the list the same in its footer, whatever the change is about", () => {
    const footer = (role: string, locale: "en" | "fr" = "en") => {
      const changes = [change(null, vendor({ services: [{ role }] }))];
      return announcementMail(about(changeSet({ changes }), locale))
        .text.split("-".repeat(72))[1]
        ?.replace(/\s+/g, " ");
    };
    for (const role of ["subprocessor", "processor", "recipient"]) {
      expect(footer(role)).toContain("follows the list of vendors of Better ISMS.");
      expect(footer(role, "fr")).toContain("est abonnée à la liste de prestataires publiée par Better ISMS.");
    }
  });

  test("without a snapshot mentions none", () => {
    expect(announcementMail({ ...about(), snapshot: null }).text).not.toMatch(/version|fingerprint|SHA/);
  });

  test("never speaks of a period the law would set, nor of a draft that has no date", () => {
    const sets = [changeSet(), several(), informative()];
    const all = sets.flatMap((set) => [wholeLetter(announced(set)), wholeLetter(announced(set, "fr"))]).join();
    expect(all).not.toMatch(/statutory|legal period|by law|délai légal|la loi/i);
    expect(() => announced(changeSet({ effectiveOn: null }))).toThrow("no date");
  });
});
