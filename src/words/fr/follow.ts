import type { Dictionary } from "../dictionary.ts";
import { de } from "./names.ts";

export const follow: Dictionary["follow"] = {
  subscribe: {
    heading: "Être prévenu avant que cette liste ne change",
    lead: "Un message quand un changement est annoncé, à temps pour s’y opposer. Rien d’autre, et un clic suffit pour arrêter.",
    email: "Adresse e-mail",
    language: "Langue des messages",
    products: "Seulement à propos de",
    productsHint: "Aucun choix : à propos de tous.",
    button: "Me prévenir",
    trap: "Laissez ce champ vide",
    unavailable: "L’inscription n’est pas possible pour le moment. Veuillez réessayer plus tard.",
    invalid: "Ceci n’est pas une adresse e-mail. Elle devrait ressembler à nom@societe.example.",
    invalidTitle: "Vérifiez l’adresse",
    doneTitle: "Consultez votre messagerie",
    done: [
      "Si cette adresse est nouvelle ici, nous venons de lui écrire. Ouvrez le lien de ce message pour confirmer que vous voulez être prévenu.",
      "Rien après quelques minutes ? Regardez dans les indésirables, ou réessayez avec l’adresse exacte de votre boîte.",
    ],
  },

  confirm: {
    title: "Confirmez votre adresse",
    ask: (organisation) => `Appuyez sur le bouton pour être prévenu avant que la liste ${de(organisation)} ne change.`,
    askContact: (organisation, customers) =>
      `Vous avez été désigné comme la personne à prévenir, pour ${customers}, avant que la liste ${de(organisation)} ne change. Appuyez sur le bouton si c’est exact.`,
    askBoth: "Vous avez aussi demandé à suivre la liste vous-même : le bouton confirme les deux.",
    button: "Oui, prévenez-moi",
    doneTitle: "Votre adresse est confirmée",
    done: (organisation) =>
      `Vous serez désormais prévenu avant que la liste ${de(organisation)} ne change. Chaque message dit comment arrêter.`,
    doneContact: (organisation, customers) =>
      `Vous serez désormais prévenu, pour ${customers}, avant que la liste ${de(organisation)} ne change. Chaque message dit comment arrêter.`,
    expiredTitle: "Ce lien est trop ancien",
    expired: "Un lien de confirmation est valable 48 heures. Nous pouvons en envoyer un nouveau à la même adresse.",
    again: "En envoyer un nouveau",
    sentTitle: "Consultez votre messagerie",
    sent: "Un nouveau lien de confirmation est en route vers la même adresse.",
  },

  unsubscribe: {
    title: "Ne plus être prévenu",
    ask: (organisation) =>
      `Appuyez sur le bouton, et ${organisation} ne vous écrira plus quand sa liste de tiers change.`,
    button: "Arrêter les messages",
    doneTitle: "Vous ne recevrez plus de messages",
    done: (organisation) => `${organisation} ne vous écrira plus au sujet des changements de cette liste.`,
    replace: {
      heading: "Qui faut-il prévenir à votre place ?",
      lead: (organisation, customers) =>
        `Vous étiez prévenu pour ${customers}. ${organisation} doit toujours y prévenir quelqu’un. Si vous nous indiquez cette personne, nous lui demanderons par e-mail de le confirmer.`,
      email: "Son adresse e-mail",
      name: "Son nom (facultatif)",
      button: "Lui demander",
    },
    replaced: {
      title: "Merci",
      text: [
        "Un message contenant un lien de confirmation est en route vers cette adresse.",
        "Tant que ce lien n’a pas servi, personne n’est prévenu à votre place ; l’adresse est oubliée au bout de sept jours.",
      ],
    },
    undoAsk: "C’était une erreur ?",
    undo: "Reprendre les messages",
    undoneTitle: "Vous êtes de retour",
    undone: (organisation) => `Vous serez prévenu avant que la liste ${de(organisation)} ne change, comme auparavant.`,
  },

  unknownLink: {
    title: "Ce lien ne fonctionne pas",
    text: "Il a été coupé, ou l’adresse pour laquelle il a été fait a été oubliée : celles que personne ne confirme sont gardées sept jours.",
    answer: "Pour répondre quand même à un avis, répondez à l’e-mail qui vous l’a apporté.",
    follow: "Pour être prévenu des changements, laissez votre adresse sur la page du registre.",
  },

  preferences: {
    title: "Vos préférences",
    lead: ["Ce qui est envoyé à ", " quand cette liste change."],
    products: "Produits",
    productsHint: "Aucun choix : vous êtes prévenu pour tous.",
    save: "Enregistrer",
    saved: "Enregistré.",
    leave: "Arrêter tous les messages",
  },
};
