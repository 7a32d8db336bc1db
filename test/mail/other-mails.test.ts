import { describe, expect, test } from "vitest";
import { withdrawalMail } from "../../src/notify/mail/letters/follow-ups.ts";
import { alreadyFollowingMail, confirmationMail } from "../../src/notify/mail/letters/signup.ts";
import { addressed } from "../../src/notify/mail/mail.ts";
import { about, change, changeSet, hubspot, organisation, publicUrl, zendesk, zendeskAbroad } from "./fixtures.ts";
import { letter } from "./letter.ts";

const withdrawn = changeSet({
  state: "withdrawn",
  withdrawnAt: new Date("2026-12-01T10:00:00Z"),
  withdrawnReason: "We found a supplier whose servers are in the EU.",
});

describe("a withdrawal", () => {
  test("says that nothing changes after all, and why", () => {
    expect(letter(withdrawalMail(about(withdrawn)))).toMatchInlineSnapshot(`
      "Subject: Better ISMS: HubSpot will not be added as a subprocessor

      HubSpot will not be added as a subprocessor

      Hello,

      On 21 November 2026 we announced a change for 22 December 2026. We have
      withdrawn that announcement: the change does not take effect, and
      everything stays as it was. There is nothing left to answer, and nothing
      you need to do.

      Why we withdraw it
      ------------------

        We found a supplier whose servers are in the EU.

      What we had announced
      ---------------------

      - HubSpot was to be added as a subprocessor on 22 December 2026

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
  });

  test("says so in French", () => {
    expect(letter(withdrawalMail(about(withdrawn, "fr")))).toMatchInlineSnapshot(`
      "Subject: Better ISMS : nous n’ajouterons pas HubSpot comme sous-traitant ultérieur

      Nous n’ajouterons pas HubSpot comme sous-traitant ultérieur

      Bonjour,

      Le 21 novembre 2026, nous avons annoncé une modification pour le
      22 décembre 2026. Nous avons annulé cette annonce : la modification ne
      prend pas effet et tout reste en l’état. Aucune réponse n’est plus
      attendue de vous, et vous n’avez rien à faire.

      Pourquoi cette annulation
      -------------------------

        We found a supplier whose servers are in the EU.

      Ce que nous avions annoncé
      --------------------------

      - Nous devions ajouter HubSpot comme sous-traitant ultérieur le
        22 décembre 2026

      Vos questions
      -------------

      Écrivez à privacy@better-isms.example ou répondez à ce message : nous
      vous répondrons volontiers.

      [our list, fr]

      [signature, fr]

      ------------------------------------------------------------------------

      [to whom follows the list, fr]
      "
    `);
  });

  test("of several changes names each, and gives no reason where there is none", () => {
    const changes = [change(null, hubspot()), change(zendesk(), zendeskAbroad())];
    const { text } = withdrawalMail(about({ ...withdrawn, withdrawnReason: null, changes }));
    expect(text).toContain(
      "- HubSpot was to be added as a subprocessor on 22 December 2026\n- Zendesk International Ltd was",
    );
    expect(text).not.toContain("Why");
  });

  test("says why its reader gets it: as a follower, or as a customer's contact", () => {
    const terms = [{ name: null, lastDayToObjectOn: "2026-12-04", authorisation: "general" as const }];
    expect(withdrawalMail(about(withdrawn)).text).toContain("because this address follows the list");
    const { text } = addressed(withdrawalMail({ ...about(withdrawn), terms }), "T", "T", { customer: "Globex" });
    expect(text.replace(/\s+/g, " ")).toContain(
      "because this address is a contact of Globex, a customer of Better ISMS.",
    );
    expect(text).not.toContain("follows");
  });

  test("dates the announcement in the organisation's time zone", () => {
    const lateInParis = { ...withdrawn, announcedAt: new Date("2026-11-21T23:30:00Z") };
    expect(withdrawalMail(about(lateInParis)).text).toContain("On 22 November 2026 we announced");
  });
});

describe("the answers to the form", () => {
  const form = { organisation, publicUrl };

  test("ask for a confirmation, for 48 hours, of an address that they do not name", () => {
    expect(letter(confirmationMail({ ...form, locale: "en" }))).toMatchInlineSnapshot(`
      "Subject: Better ISMS: please confirm that you want to follow our list of vendors

      Please confirm that you want to follow our list of vendors

      Hello,

      Somebody asked us to write to this address whenever the list of vendors
      of Better ISMS is about to change. If that was you, please confirm:

      Confirm this address:
      https://subprocessors.better-isms.example/confirm/TOKEN

      The link opens a page with one button. It is valid for 48 hours.

      If it was not you, please ignore this mail. Nothing changes without a
      confirmation.

      [signature, en]

      ------------------------------------------------------------------------

      We sent this mail because somebody entered this address in the form on
      the list of vendors of Better ISMS.

      The list:
      https://subprocessors.better-isms.example/?lang=en

      Without a confirmation, Better ISMS erases this address after seven
      days. With one it keeps the address to send you these messages, for as
      long as you want them; after that only so as not to write to you again,
      with proof of what it sent you.
      "
    `);
  });

  test("ask for it in French", () => {
    expect(letter(confirmationMail({ ...form, locale: "fr" }))).toMatchInlineSnapshot(`
      "Subject: Better ISMS : confirmez que vous souhaitez suivre notre liste de prestataires

      Confirmez que vous souhaitez suivre notre liste de prestataires

      Bonjour,

      Quelqu’un nous a demandé d’écrire à cette adresse avant chaque
      modification de la liste de prestataires publiée par Better ISMS. Si
      c’est vous, merci de le confirmer :

      Confirmer cette adresse :
      https://subprocessors.better-isms.example/confirm/TOKEN

      Le lien ouvre une page avec un seul bouton. Il est valable 48 heures.

      Si ce n’est pas vous, ignorez ce message. Sans confirmation, rien ne
      change.

      [signature, fr]

      ------------------------------------------------------------------------

      Nous avons envoyé ce message parce que quelqu’un a saisi cette adresse
      dans le formulaire de la liste de prestataires publiée par Better ISMS.

      La liste :
      https://subprocessors.better-isms.example/?lang=fr

      Sans confirmation, Better ISMS efface cette adresse au bout de sept
      jours. Une fois confirmée, elle est conservée pour vous envoyer ces
      messages, aussi longtemps que vous les souhaitez ; ensuite, seulement
      pour ne plus vous écrire, avec la preuve de ce qui vous a été envoyé.
      "
    `);
  });

  test("tell who follows already that nothing has changed, and how to leave", () => {
    expect(letter(alreadyFollowingMail({ ...form, locale: "en" }))).toMatchInlineSnapshot(`
      "Subject: Better ISMS: you already follow our list of vendors

      You already follow our list of vendors

      Hello,

      Somebody asked us to write to this address whenever the list of vendors
      of Better ISMS is about to change. You already follow the list, and the
      request has changed nothing.

      If it was not you, you can ignore this mail.

      [signature, en]

      ------------------------------------------------------------------------

      You receive this mail because this address follows the list of vendors
      of Better ISMS.

      Your preferences:
      https://subprocessors.better-isms.example/preferences/TOKEN

      Unsubscribe:
      https://subprocessors.better-isms.example/unsubscribe/TOKEN
      "
    `);
  });

  test("tell so in French", () => {
    expect(letter(alreadyFollowingMail({ ...form, locale: "fr" }))).toMatchInlineSnapshot(`
      "Subject: Better ISMS : vous suivez déjà notre liste de prestataires

      Vous suivez déjà notre liste de prestataires

      Bonjour,

      Quelqu’un nous a demandé d’écrire à cette adresse avant chaque
      modification de la liste de prestataires publiée par Better ISMS. Vous
      suivez déjà la liste, et cette demande n’y a rien changé.

      Si ce n’est pas vous, vous pouvez ignorer ce message.

      [signature, fr]

      ------------------------------------------------------------------------

      Vous recevez ce message parce que cette adresse est abonnée à la liste
      de prestataires publiée par Better ISMS.

      Vos préférences :
      https://subprocessors.better-isms.example/preferences/TOKEN

      Se désabonner :
      https://subprocessors.better-isms.example/unsubscribe/TOKEN
      "
    `);
  });

  test("offer a confirmation only its own link: neither preferences nor a way to leave what was not joined", () => {
    const { text, html } = addressed(confirmationMail({ ...form, locale: "en" }), "TOKEN");
    expect(html).toContain(`href="${publicUrl}/confirm/TOKEN"`);
    expect(text + html).not.toMatch(/unsubscribe|preferences/i);
  });
});
