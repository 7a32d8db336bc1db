import type { Dictionary } from "../../dictionary.ts";
import { de, que } from "../names.ts";

export const addressMails: Dictionary["addressMails"] = {
  confirmation: {
    sentence: "confirmez que vous souhaitez suivre notre liste de prestataires",
    lead: (organisation) =>
      `Quelqu’un nous a demandé d’écrire à cette adresse avant chaque modification de la liste de prestataires publiée par ${organisation}. Si c’est vous, merci de le confirmer\u00a0:`,
    button: "Confirmer cette adresse",
    validFor: (hours) => `Le lien ouvre une page avec un seul bouton. Il est valable ${hours} heures.`,
    otherwise: "Si ce n’est pas vous, ignorez ce message. Sans confirmation, rien ne change.",
    preheader: (hours) => `Le lien est valable ${hours} heures. Si ce n’est pas vous, ignorez ce message.`,
  },
  invitation: {
    sentence: (customers) => `confirmez que vous recevrez les avis destinés à ${customers}`,
    lead: (organisation, customers, by) =>
      `${by ?? "Un contact jusqu’ici informé"} a désigné cette adresse pour être informée, au nom ${de(customers)}, avant ${que(organisation)} ne change de prestataires traitant des données à caractère personnel.`,
    meaning: (organisation) =>
      `Dès que vous l’aurez confirmé, ${organisation} vous enverra ses avis, et les délais d’objection courront à compter de ceux-ci.`,
    button: "Confirmer que je recevrai ces avis",
    otherwise: "Si ce n’est pas exact, ignorez ce message. Sans confirmation, rien ne change.",
    why: (organisation) =>
      `Nous avons envoyé ce message parce qu’un contact d’un client ${de(organisation)} a saisi cette adresse.`,
  },
  departure: {
    left: {
      sentence: (customers) => `vous ne recevez plus les avis destinés à ${customers}`,
      lead: (organisation, customers) =>
        `Par le lien d’un message envoyé à cette adresse, quelqu’un vient de mettre fin aux avis ${de(organisation)} qu’elle recevait au nom ${de(customers)}.`,
      meaning: () => "Si c’était vous, il n’y a rien à faire. Sinon, ou si c’était une erreur, annulez-le ici\u00a0:",
    },
    named: {
      sentence: (customers) => `quelqu’un doit être informé à votre place pour ${customers}`,
      lead: (organisation, customers, other) =>
        `Par le lien d’un message envoyé à cette adresse, ${other ?? "une autre adresse"} a été désignée pour être informée à votre place avant ${que(organisation)} ne change de prestataires traitant des données à caractère personnel ${de(customers)}.`,
      meaning: (organisation) =>
        `Si c’est exact, confirmez-le ici\u00a0: tant que ni vous ni ${organisation} ne l’avez fait, aucune autorisation de cette personne ne compte. Sinon, annulez-le\u00a0: vous recevrez de nouveau les avis, et elle n’en recevra plus.`,
    },
    button: "Confirmer ou annuler",
    preheader: "Si ce n’était pas vous, annulez-le.",
    personal: "Ce lien vous est personnel. Ne transférez pas ce message.",
    why: (organisation) =>
      `Vous recevez ce message une seule fois, parce que cette adresse est un contact d’un client ${de(organisation)}.`,
  },
  alreadyFollowing: {
    sentence: "vous suivez déjà notre liste de prestataires",
    lead: (organisation) =>
      `Quelqu’un nous a demandé d’écrire à cette adresse avant chaque modification de la liste de prestataires publiée par ${organisation}. Vous suivez déjà la liste, et cette demande n’y a rien changé.`,
    otherwise: "Si ce n’est pas vous, vous pouvez ignorer ce message.",
    preheader: "Votre abonnement reste inchangé.",
  },
};
