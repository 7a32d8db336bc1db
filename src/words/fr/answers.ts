import type { Dictionary } from "../dictionary.ts";
import { de } from "./names.ts";

export const answers: Dictionary["answers"] = {
  kinds: {
    acknowledged: "Prise d’acte",
    approved: "Approbation",
    asked: "Question",
    objected: "Opposition",
  },
  outcomes: {
    withdrawn: "Le changement est retiré",
    alternative: "Une autre solution a été trouvée",
    exempted: "Le changement ne s’applique pas à vous",
    terminated: "Le contrat prend fin",
    rejected: "Le changement est maintenu comme annoncé",
  },
  yourAnswer: "Votre réponse",
  behalf: "Au nom de",
  recordedOn: "Enregistrée le",
  written: "Ce que vous avez écrit",
  announced: "Ce que nous avons annoncé",
  contact: (organisation) =>
    `Vous recevez ce message parce que cette adresse est un contact d’un client ${de(organisation)}.`,
  approvalNeeded: "Selon votre contrat, votre approbation est nécessaire.",
  until: (date) => `Vous pouvez modifier votre réponse jusqu’au ${date} inclus.`,
  lateAnswer: (date) =>
    `Elle est arrivée après le dernier jour pour s’opposer, le ${date}, et est enregistrée comme tardive.`,

  page: {
    title: (number) => `Votre réponse au changement ${number}`,
    company: "Société",
    details: "Le changement en détail",
    calendar: "Les dates pour votre agenda (.ics)",
    saved: "Votre réponse est enregistrée. Un accusé de réception vous est envoyé.",
    late: "tardive",
    decided: (outcome) => `Décision\u00a0: ${outcome}.`,
    over: (date) =>
      `Le dernier jour pour s’opposer était le ${date}. Une réponse donnée maintenant est enregistrée comme tardive.`,
    withdrawn: "Ce changement a été retiré et ne s’applique pas. Il n’appelle plus de réponse.",
    choices: {
      acknowledged: "Nous en prenons acte",
      approved: "Nous approuvons",
      asked: "Nous avons une question",
      objected: "Nous nous opposons",
    },
    customerUntil: (date) => `dernier jour pour s’opposer\u00a0: ${date}`,
    customerOver: (date) =>
      `dernier jour pour s’opposer\u00a0: ${date}\u00a0; une réponse donnée maintenant est tardive`,
    customerApproval: "son approbation est nécessaire",
    followerBehalf: "Au nom de (facultatif)",
    followerBehalfHint: "La société pour laquelle vous répondez.",
    text: "Vos explications",
    textHint:
      "Nécessaires pour une question ou une opposition\u00a0: qu’est-ce qui vous préoccupe\u00a0? 5\u202f000 caractères au plus.",
    send: "Envoyer la réponse",
    change: "Modifier la réponse",
    wrongTitle: "Vérifiez votre réponse",
    wrong: {
      kind: "Choisissez une des réponses.",
      text: "Écrivez votre question ou les motifs de votre opposition\u00a0: 5\u202f000 caractères au plus, sans caractères cachés ni de contrôle.",
      customer: "Choisissez au nom de qui vous répondez.",
      onBehalfOf: "Ce ne peut être le nom d’une société\u00a0: 200 caractères au plus, sur une ligne.",
    },
    tooOften: "C’est trop de réponses en une journée. La dernière enregistrée est valable\u00a0; réessayez demain.",
  },

  calendar: {
    lastDay: (number, customer) =>
      `dernier jour pour s’opposer au changement ${number}${customer ? ` (${customer})` : ""}`,
    effective: (number) => `le changement ${number} prend effet`,
  },

  receipt: {
    sentence: (number) => `nous avons enregistré votre réponse au changement ${number}`,
    lead: "Merci. Voici ce que nous avons enregistré\u00a0:",
    button: "Voir ou modifier la réponse",
    preheader: (kind, date) => `${kind}, enregistrée le ${date}.`,
    why: (organisation) =>
      `Vous recevez ce message parce qu’un avis ${de(organisation)} a reçu une réponse par le lien envoyé à cette adresse. Si ce n’est pas vous, merci de répondre à ce message.`,
  },
  resolution: {
    sentence: (number) => `notre décision sur votre opposition au changement ${number}`,
    lead: (date) => `Vous vous êtes opposé le ${date}. Voici notre décision\u00a0:`,
    decision: "Décision",
    objection: "Votre opposition",
    note: "Nos explications",
    why: (organisation) =>
      `Vous recevez ce message parce que vous vous êtes opposé à un changement ${de(organisation)}.`,
  },
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

  reminder: {
    sentence: (date) => `rappel\u00a0: vous pouvez vous opposer jusqu’au ${date}`,
    lead: (announced) =>
      `Le ${announced}, nous vous avons informé de ce qui suit, et nous n’avons pas encore de réponse de votre part.`,
    until: (date) => `Votre dernier jour pour vous opposer est le ${date}.`,
    untilFor: (customer, date) => `${customer}\u00a0: dernier jour pour vous opposer, le ${date}`,
    approvalFor: (customer) => `${customer}\u00a0: selon le contrat, votre approbation est nécessaire`,
    button: "Répondre",
  },
  correction: {
    sentence: (number) => `correction de notre avis sur le changement ${number}`,
    lead: (announced) => `Dans notre avis du ${announced}, quelque chose n’était pas exact. Voici la correction\u00a0:`,
    preheader: (announced) => `Une correction de notre avis du ${announced}.`,
  },
  late: {
    planned: (several, date) =>
      several ? `Les changements étaient prévus pour le ${date}.` : `Le changement était prévu pour le ${date}.`,
    corrected: "Ce que nous avons corrigé depuis",
    readWith: (announced) =>
      `Nous avons annoncé ce qui suit le ${announced}. Merci de le lire avec ce que nous avons corrigé depuis.`,
    correctedOn: (date) => `Correction du ${date}\u00a0:`,
    heading: "Comment répondre",
    byLink:
      "Le dernier jour pour s’opposer est passé\u00a0; votre approbation reste nécessaire. Vous pouvez la donner, ou vous opposer, par votre propre lien et sans compte\u00a0:",
  },
};
