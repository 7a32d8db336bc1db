import type { Page } from "../en/page.ts";
import { de } from "./names.ts";

// French counts zero as one.
const count = (n: number, one: string, many: string) => (n < 2 ? `${n} ${one}` : `${n} ${many}`);

const neutral = "Tiers";

export const page: Page = {
  pageTitle: (page, organisation) => `${page} – ${organisation}`,
  description: (organisation) =>
    `Les tiers qui traitent des données personnelles pour ${organisation} : pourquoi, où, avec quelle garantie, et ce qui va changer.`,
  skip: "Aller au contenu",
  languages: "Langue",
  headings: {
    subprocessor: "Sous-traitants ultérieurs",
    processor: "Sous-traitants",
    "independent-controller": neutral,
    recipient: neutral,
    source: neutral,
    various: neutral,
  },
  lead: (organisation) =>
    `Les tiers qui traitent des données personnelles pour ${organisation} : pourquoi, où, et avec quelle garantie.`,
  stale: (updated) =>
    `Cette page est affichée de mémoire, avec ce qui était publié le ${updated}. Des changements publiés depuis peuvent manquer.`,
  staleUnknown: "Cette page est affichée de mémoire. Des changements récents peuvent manquer.",
  updated: (date) => `Mis à jour le ${date}`,
  version: (number) => `Version ${number}`,
  services: (n) => count(n, "service", "services"),
  vendors: (n) => count(n, "tiers", "tiers"),
  onThisPage: "Sur cette page",

  at: {
    past: (date) => `Voici la liste telle qu’elle était le ${date}.`,
    future: (date) => `Voici la liste telle qu’elle sera le ${date}, d’après ce qui est annoncé à ce jour.`,
    back: "Voir la liste d’aujourd’hui",
  },

  list: {
    today: "La liste aujourd’hui",
    on: (date) => `La liste au ${date}`,
    other: "Autres services",
    examples: (organisation) =>
      `Cette liste donne des exemples : ${organisation} peut faire appel à d’autres tiers des mêmes catégories.`,
    empty: "Rien n’a encore été publié.",
    emptyHint: "Laissez votre adresse : vous serez prévenu quand cela changera.",
    emptyNow: "Aucun tiers ne figure sur la liste à ce jour.",
    emptyOn: (date) => `Rien ne figurait sur la liste le ${date}.`,
    begins: (date) => `Ce registre commence le ${date} ; les listes antérieures n’y sont pas consignées.`,
    noMatch: "Aucun service ne correspond.",
    noMatchHint: "Essayez moins de mots, un autre produit ou une autre région.",
    showAll: "Afficher toute la liste",
    matching: (shown, all) => `${shown} sur ${count(all, "service", "services")}`,
  },

  filters: {
    label: "Filtrer la liste",
    q: "Rechercher",
    qHint: "Nom, pays…",
    product: "Produit",
    region: "Région d’hébergement",
    any: "Tout",
    at: "À la date du",
    show: "Afficher",
    clear: "Effacer",
  },

  service: {
    used: "Utilisation",
    placeNotStated: "Lieu non précisé",
    links: (name) => `Liens ${de(name)}`,
    optional: "Seulement si vous le choisissez",
    onlyFor: (names) => `Uniquement pour ${names}`,
    onlyIn: (names) => `Uniquement pour les données hébergées ici : ${names}`,
    cookies: (n) => count(n, "cookie", "cookies"),
  },

  coming: {
    heading: "Ce qui va changer",
    from: "À partir du",
    heldUp: (date) => `Prévu pour le ${date}, en attente d’approbations`,
    objectBefore: (date) => [
      `Vous pouvez vous y opposer jusqu’au ${date} inclus en écrivant à `,
      " : indiquez le changement et vos raisons.",
    ],
    objectElsewhere: (date, organisation) =>
      `Vous pouvez vous y opposer jusqu’au ${date} inclus. Pour cela, contactez ${organisation}.`,
    over: (date) => `Le délai d’opposition a pris fin le ${date}.`,
    subject: (number) => `Opposition au changement ${number}`,
    emergency: "Plus tôt que d’habitude, parce que :",
    details: (number) => `Changement ${number} en détail`,
  },

  recent: {
    heading: "Entré en vigueur récemment",
    since: (date) => `En vigueur depuis le ${date}`,
    open: (date, until) => `En vigueur depuis le ${date}, opposition possible jusqu’au ${until}`,
  },

  changes: {
    heading: "Ce qui a changé",
    title: "Changements",
    lead: (organisation) =>
      `Tous les changements de la liste ${de(organisation)} : annoncés, en vigueur ou annulés, du plus récent au plus ancien. Rien n’en est jamais effacé.`,
    all: "Tous les changements",
    none: "Aucun changement n’a encore été annoncé.",
    number: (number) => `Changement ${number}`,
    firstPublished: "Première publication",
    added: (names) => `Ajout : ${names}`,
    updated: (names) => `Modification : ${names}`,
    removed: (names) => `Retrait : ${names}`,
    more: (n) => `et ${count(n, "autre différence", "autres différences")}`,
    others: (n) => count(n, "autre", "autres"),
    states: { draft: "Brouillon", announced: "Annoncé", effective: "En vigueur", withdrawn: "Annulé" },
    from: (date) => `à partir du ${date}`,
    since: (date) => `depuis le ${date}`,
    heldUp: (date) => `prévu pour le ${date}, en attente d’approbations`,
    withdrawnOn: (date) => `annulé le ${date}`,
    back: "Tous les changements",
    backToList: "La liste aujourd’hui",
    announcedOn: "Annoncé le",
    publishedOn: "Publié le",
    takesEffectOn: "Prend effet le",
    heldUpSince: "En attente d’approbations, était prévu pour le",
    tookEffectOn: "A pris effet le",
    wouldHaveTakenEffectOn: "Aurait pris effet le",
    lastDayToObject: "Dernier jour pour s’opposer",
    withdrawn: "Annulé le",
    why: "Pourquoi",
    whyWithdrawn: "Raison de l’annulation",
    emergency: "Pourquoi plus tôt que d’habitude",
    weight: "Portée",
    weights: {
      material: "Substantiel : il touche à vos données, et les abonnés sont prévenus",
      informative: "Pour information : les abonnés sont prévenus",
      editorial: "Rédactionnel : formulations, liens ou contacts seulement",
    },
    because: (weight) => `${weight}, parce que :`,
    before: "Avant",
    after: "Après",
    withdrawnNotice: "Ce changement a été annulé et ne s’applique pas.",
    firstPublishedNotice: "Voici la liste telle qu’elle a été publiée ici pour la première fois.",
    noDifference: "Aucun champ ne diffère.",
    listOn: (date) => `Toute la liste au ${date}`,
  },

  about: {
    short: "À propos de cette liste",
    heading: (organisation) => `À propos ${de(organisation)} et de cette liste`,
    company: "Société",
    registrationNumber: "Numéro d’immatriculation",
    places: "Lieux où elle traite elle-même des données",
    safeguards: "Garanties indiquées pour l’ensemble de la liste",
    retention: "Conservation",
    cookies: "Cookies de son site et de ses produits",
    definitions: "Données et termes expliqués",
    showAll: (n) => (n < 2 ? "Afficher" : `Afficher les ${n}`),
    policy: "Politique de confidentialité",
    policyVersion: (version) => `version ${version}`,
    policyArchived: "archivée",
    policyUpdated: (date) => `mise à jour le ${date}`,
    roles: {
      "data-protection-officer": "Délégué à la protection des données",
      representative: "Représentant",
      support: "Assistance",
    },
    representativeFor: (regime) => `Représentant (${regime})`,
    authority: "Autorité de contrôle",
    contact: "Contact pour la vie privée",
  },

  footer: {
    fingerprint: "Empreinte (SHA-256)",
    fingerprintHint:
      "C’est celle de cette version et de toutes les précédentes : gardez-la pour prouver ce qui vous a été montré.",
    auditHead: "Journal d’audit (SHA-256)",
    auditHeadHint:
      "C’est celle de tout ce qui était consigné à la publication de cette version : gardée, elle montre si rien n’en a été changé.",
    json: "Cette liste en JSON",
    contact: "Contact",
    unpublished: "Rien n’est encore publié",
  },

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
    again: "Pour être prévenu des changements, laissez votre adresse sur la page du registre.",
  },

  preferences: {
    title: "Vos préférences",
    lead: () => ["Ce qui est envoyé à ", " quand cette liste change."],
    language: "Langue des messages",
    products: "Produits",
    productsHint: "Aucun choix : vous êtes prévenu pour tous.",
    save: "Enregistrer",
    saved: "Enregistré.",
    leave: "Arrêter tous les messages",
  },

  notFound: {
    title: "Il n’y a rien ici",
    text: "L’adresse est peut-être mal saisie, ou la page a été déplacée.",
  },
  unavailable: {
    title: "Le registre ne peut pas être affiché pour le moment",
    text: "Un élément dont il dépend ne répond pas. Veuillez réessayer dans quelques minutes.",
  },
  toRegistry: "Aller au registre",
};
