import type { Dictionary } from "../dictionary.ts";
import { de } from "./names.ts";

export const toOrganisation: Dictionary["toOrganisation"] = {
  objection: {
    sentence: (who, number) => `${who} s’oppose au changement ${number}`,
    follower: "une personne qui suit la liste",
    unverified: (name) => `${name} (selon ses dires, non vérifié)`,
    lead: "Une opposition nous est parvenue\u00a0:",
    who: "Qui",
    customerId: "Client",
    received: "Reçue le",
    inTime: "à temps",
    text: "L’opposition",
    api: "Cette opposition dans l’API",
    next: "Enregistrez-y la suite donnée par POST …/resolve\u00a0: la réponse est envoyée à la personne qui s’est opposée.",
    preheader: (when, date) => `Reçue le ${date}, ${when}.`,
  },
  unreachable: {
    sentence: (count) =>
      count === 1
        ? "un client ne peut plus être informé des changements"
        : `${count} clients ne peuvent plus être informés des changements`,
    lead: "Aucun contact de ces clients ne peut être joint\u00a0: il n’y en a pas, ou chacun est parti ou n’est pas joignable par e-mail.",
    next: "Les avis leur restent dus\u00a0: indiquez un autre contact pour chacun.",
    api: "L’API en donne la liste",
    preheader: "Les avis leur restent dus.",
  },
  contactLeft: {
    sentence: "un contact d’un client est parti",
    lead: "Un contact de ces clients ne souhaite plus recevoir de messages\u00a0:",
    next: "D’autres contacts restent informés pour eux. Rien n’est à faire\u00a0; indiquez quelqu’un d’autre s’il le faut.",
    api: "De qui il s’agit, dans l’API",
  },
  contactReplaced: {
    sentence: "un client a un nouveau contact",
    lead: "Un contact de ces clients a nommé quelqu’un à sa place, qui l’a confirmé et est désormais informé\u00a0:",
    next: "Si cette personne ne doit être ni informée ni répondre pour eux, retirez-la des contacts du client.",
    api: "De qui il s’agit, dans l’API",
  },
  findings: {
    sentence: (count) => (count === 1 ? "un nouveau constat sur la liste" : `${count} nouveaux constats sur la liste`),
    lead: "Quelque chose a changé à propos de la liste publiée, sans modification de votre part\u00a0:",
    api: "Tous les constats dans l’API",
    preheader: "Quelque chose a changé à propos de la liste publiée, sans modification de votre part.",
  },
  own: (organisation) => `Ce message du registre ${de(organisation)} est adressé à l’organisation elle-même.`,
};
