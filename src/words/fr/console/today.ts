import type { ConsoleDictionary } from "../../dictionary.ts";
import { count } from "../plural.ts";

export const today: ConsoleDictionary["screens"]["today"] = {
  lead: "Ce qui attend quelqu’un, par échéance.",
  waits: "Ce qui attend",
  due: {
    until: (date) => `jusqu’au ${date}`,
    decide: (date) => `à décider avant le ${date}`,
    reply: (date) => `à répondre au plus tard le ${date}`,
    announce: (date) => `à annoncer au plus tard le ${date}`,
    needed: (date) => `requise avant le ${date}`,
  },
  over: (date) => `depuis le ${date}`,
  now: "maintenant",
  items: {
    answer: (sentence, number, title) => `${sentence}\u00a0: changement ${number} (${title})`,
    moreAnswers: (n) => `${count(n, "autre réponse reste ouverte", "autres réponses restent ouvertes")}`,
    approvals: (n, names) =>
      n === 1
        ? `L’autorisation manque encore\u00a0: ${names}`
        : `${count(n, "autorisation manque", "autorisations manquent")}\u00a0: ${names}`,
    unconfirmed: (n) =>
      n === 1
        ? "1 autorisation ne compte pas tant que vous n’avez pas confirmé qui l’a donnée"
        : `${n} autorisations ne comptent pas tant que vous n’avez pas confirmé qui les a données`,
    whoAreYou:
      "Vous êtes connecté comme l’administrateur du premier démarrage\u00a0: dites qui vous êtes, et confirmez votre adresse",
    draft: (title) => `Projet\u00a0: ${title}`,
    fourEyes: (title) => `En attente de l’approbation d’une autre personne\u00a0: ${title}`,
    toPublish: (title) => `Approuvé, pas encore publié\u00a0: ${title}`,
    moreDrafts: "D’autres projets sont en cours de rédaction",
    held: (date) => `L’envoi est retenu depuis le ${date}\u00a0: quelqu’un doit en décider la reprise`,
    paused: (date, because) => `L’envoi est suspendu depuis le ${date}\u00a0: ${because}`,
    missed: (n) => count(n, "message n’a pas atteint son destinataire", "messages n’ont pas atteint leur destinataire"),
    uncertain: (n) => (n === 1 ? "On ignore si 1 message est parti" : `On ignore si ${n} messages sont partis`),
    ownMail: (n, email) =>
      `${count(n, "message", "messages")} à votre propre adresse ${email} ${n === 1 ? "n’est pas arrivé" : "ne sont pas arrivés"}`,
    noOwnMail:
      "Aucune adresse e-mail pour la protection des données n’est indiquée\u00a0: personne n’est informé des objections ni des échéances",
    nobodyTold:
      "Personne n’est encore informé des changements\u00a0: aucun client n’est indiqué et personne ne suit la liste",
    unreachable: (n, names) => `Personne ne peut être informé pour ${count(n, "client", "clients")}\u00a0: ${names}`,
    moreFindings: (n) => `${count(n, "autre constat", "autres constats")} sur la liste`,
  },
  buttons: {
    decide: "Décider",
    answer: "Répondre",
    all: "Tout voir",
    who: "Voir de qui",
    draft: "Ouvrir le projet",
    approve: "Lire et approuver",
    publish: "Lire et publier",
    delivery: "Ouvrir l’envoi",
    address: "Indiquer ou corriger l’adresse",
    customers: "Indiquer un contact",
    name: "Indiquer vos clients",
    vendor: "Ouvrir le prestataire",
    law: "Ouvrir le droit",
    self: "Indiquer votre nom et votre adresse",
    read: "Lire",
  },
  empty: "Rien ne vous attend.",
  emptyNext: (date) => `La suite figure ci-dessous, à la date du ${date}.`,
  emptyNothing:
    "Lorsque quelque chose change, commencez un projet ou modifiez un prestataire\u00a0: personne n’est informé avant l’annonce.",
  toChanges: "Vers les changements",
  next: "Prochaines dates",
  dates: {
    lastDay: (number) =>
      `Dernier jour pour émettre une objection au changement ${number}, selon vos propres conditions`,
    contract: (number, names) => `Dernier jour pour émettre une objection au changement ${number} pour ${names}`,
    effect: (number) => `Le changement ${number} prend effet`,
    waiting: (number) => `Le changement ${number} prend effet au plus tôt\u00a0: il attend des clients`,
  },
  start: {
    title: "Avant de publier",
    lead: "Cinq étapes jusqu’à la liste que vous avez. Personne n’en est informé\u00a0: c’est votre point de départ.",
    done: "fait",
    unchanged: "C’est la valeur de départ\u00a0: vérifiez que vos contrats disent la même chose.",
    steps: {
      organisation: {
        title: "Dites qui vous êtes",
        text: "Votre nom, comment vous joindre, et les langues dans lesquelles vous écrivez.",
      },
      terms: {
        title: "Indiquez vos délais",
        text: "Combien de temps avant un changement vos clients sont informés\u00a0: ",
      },
      vendors: {
        title: "Ajoutez vos prestataires",
        text: "Chacun entre dans un projet, que le public ne voit pas.",
      },
      customers: {
        title: "Indiquez vos clients",
        text: "Quiconque est indiqué est informé de chaque changement qui le concerne. Vous pouvez aussi le faire plus tard.",
      },
      publish: {
        title: "Publier la liste existante",
        text: "Dès lors, chacun peut la lire et la suivre.",
      },
    },
  },
};
