import type { Dictionary } from "../dictionary.ts";
import { de } from "./names.ts";

export const follow: Dictionary["follow"] = {
  subscribe: {
    heading: "Être informé avant que cette liste ne change",
    lead: "Un message quand un changement est annoncé, et s’il est ensuite corrigé, reporté ou annulé. Rien d’autre, et un clic suffit pour arrêter.",
    email: "Adresse e-mail",
    language: "Langue des messages",
    products: "Seulement à propos de",
    productsHint: "Aucun choix\u00a0: à propos de tous.",
    button: "M’informer",
    trap: "Laissez ce champ vide",
    unavailable: "L’inscription n’est pas possible pour le moment. Veuillez réessayer plus tard.",
    invalid: "Ceci n’est pas une adresse e-mail. Elle devrait ressembler à nom@societe.example.",
    invalidTitle: "Vérifiez l’adresse",
    doneTitle: "Consultez votre messagerie",
    done: [
      "Si cette adresse est nouvelle ici, nous venons de lui écrire. Ouvrez le lien de ce message pour confirmer que vous voulez être informé.",
      "Rien après quelques minutes\u00a0? Regardez dans les indésirables, ou réessayez avec l’adresse exacte de votre boîte.",
    ],
  },

  confirm: {
    title: "Confirmez votre adresse",
    ask: (organisation) => `Appuyez sur le bouton pour être informé avant que la liste ${de(organisation)} ne change.`,
    askContact: (organisation, customers) =>
      `Une demande vous désigne comme la personne à informer, pour ${customers}, avant que la liste ${de(organisation)} ne change. Appuyez sur le bouton si c’est exact.`,
    askBoth: "Vous avez aussi demandé à suivre la liste vous-même\u00a0: le bouton confirme les deux.",
    button: "Oui, informez-moi",
    doneTitle: "Votre adresse est confirmée",
    done: (organisation) =>
      `Vous serez désormais informé avant que la liste ${de(organisation)} ne change. Chaque message dit comment arrêter.`,
    doneContact: (organisation, customers) =>
      `Vous serez désormais informé, pour ${customers}, avant que la liste ${de(organisation)} ne change. Chaque message dit comment arrêter.`,
    expiredTitle: "Ce lien est trop ancien",
    expired: "Un lien de confirmation est valable 48 heures. Nous pouvons en envoyer un nouveau à la même adresse.",
    again: "En envoyer un nouveau",
    sentTitle: "Consultez votre messagerie",
    sent: "Un nouveau lien de confirmation est en route vers la même adresse.",
  },

  unsubscribe: {
    title: "Ne plus être informé",
    ask: (organisation) =>
      `Appuyez sur le bouton, et ${organisation} ne vous écrira plus quand sa liste de prestataires change.`,
    only: (organisation, customers) =>
      `Vous êtes la seule personne informée pour ${customers}. Si vous arrêtez les messages, ${organisation} ne peut plus y informer personne des changements, et le voit. Ce qui a déjà été annoncé peut encore recevoir une réponse jusqu’aux dates indiquées.`,
    amongOthers: (organisation, customers) =>
      `${organisation} vous informe pour ${customers}. D’autres y sont informés aussi\u00a0; si personne ne lit les avis, les délais d’objection courent néanmoins.`,
    button: "Arrêter les messages",
    without: "Arrêter les messages sans désigner personne",
    doneTitle: "Vous ne recevrez plus de messages",
    done: (organisation) => `${organisation} ne vous écrira plus au sujet des changements de cette liste.`,
    replace: {
      heading: "Qui faut-il informer à votre place\u00a0?",
      lead: (organisation, customers) =>
        `Vous étiez informé pour ${customers}. ${organisation} doit toujours y informer quelqu’un. Si vous nous indiquez cette personne, nous lui demanderons par e-mail de le confirmer.`,
      email: "Son adresse e-mail",
      name: "Son nom (facultatif)",
      leadFirst: (organisation) =>
        `Si vous indiquez ici cette personne, ${organisation} lui demandera par e-mail de le confirmer et ne vous écrira plus.`,
      button: "Lui demander",
      buttonFirst: "Lui demander, et arrêter mes messages",
    },
    replaced: {
      title: "Merci",
      text: [
        "Un message contenant un lien de confirmation est en route vers cette adresse.",
        "Tant que ce lien n’a pas servi, personne n’est informé à votre place\u00a0; l’adresse est effacée au bout de sept jours.",
        "Un message à votre propre adresse vous permet de confirmer que cette personne répond à votre place\u00a0: tant que vous ne l’avez pas fait, aucune autorisation de sa part ne compte.",
      ],
    },
    undoAsk: "C’était une erreur\u00a0?",
    undo: "Reprendre les messages",
    undoneTitle: "Vous êtes de retour",
    undone: (organisation) => `Vous serez informé avant que la liste ${de(organisation)} ne change, comme auparavant.`,
  },

  departure: {
    title: "Votre place de contact",
    hasLeft: (organisation, customers) => `${organisation} ne vous écrit plus pour ${customers}.`,
    isTold: (organisation, customers) => `${organisation} vous informe pour ${customers}, comme auparavant.`,
    isNone: "Vous n’êtes plus le contact d’aucun client.",
    asked: (email, customers) =>
      `${email} a été désignée à votre place pour ${customers}, et n’a pas encore confirmé son adresse.`,
    isContact: (email, customers) => `${email} est informée à votre place pour ${customers}.`,
    vouched: "Vous-même ou la société avez confirmé que cette personne répond à votre place.",
    vouch: "Oui, cette personne répond à ma place",
    undoAsk: (isNamed) =>
      isNamed
        ? "Était-ce une erreur, ou quelqu’un d’autre\u00a0? Aucune personne que vous n’avez pas confirmée ne restera alors à votre place."
        : "Était-ce une erreur, ou quelqu’un d’autre\u00a0?",
    undo: "Annuler\u00a0: informez-moi de nouveau",
  },

  testLink: {
    title: "Ceci est un lien d’essai",
    text: [
      "Dans le message que reçoivent les lecteurs figure ici un lien propre à chacun, qui mène au formulaire par lequel ils répondent ou choisissent ce dont ils sont informés.",
      "Il n’est pas possible de répondre ici, et rien n’est enregistré.",
    ],
    calendar:
      "Dans le message que reçoivent les lecteurs, ce lien donne à chacun un fichier pour son agenda, avec les dates que le message lui indique.",
    form: "Ce que les lecteurs y voient",
  },

  unknownLink: {
    title: "Ce lien ne fonctionne pas",
    follow: [
      "Il a été coupé, ou l’adresse pour laquelle il a été fait a été oubliée\u00a0: celles que personne ne confirme sont gardées sept jours.",
      "Pour être informé des changements, laissez votre adresse sur la page du registre.",
    ],
    answer: [
      "Il a été coupé, ou la personne pour laquelle il a été fait n’est plus connue ici. Aucune réponse n’a été enregistrée par ce lien.",
      "Ouvrez le lien depuis le message lui-même, en entier. Pour répondre quand même à l’avis, répondez à l’e-mail qui vous l’a apporté.",
    ],
  },

  preferences: {
    title: "Vos préférences",
    lead: ["Ce qui est envoyé à ", " quand cette liste change."],
    products: "Produits",
    productsHint: "Aucun choix\u00a0: vous êtes informé pour tous.",
    save: "Enregistrer",
    saved: "Enregistré.",
    leave: "Arrêter tous les messages",
  },
};
