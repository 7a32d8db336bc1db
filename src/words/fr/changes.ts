import type { Dictionary } from "../dictionary.ts";
import { de } from "./names.ts";
import { count } from "./plural.ts";

export const changes: Dictionary["changes"] = {
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
  newly: (field) => `${field} (ajout)`,
  noLonger: (field) => `${field} (retrait)`,
  more: (n) => `et ${count(n, "autre différence", "autres différences")}`,
  others: (n) => count(n, "autre", "autres"),
  states: { draft: "Brouillon", announced: "Annoncé", effective: "En vigueur", withdrawn: "Annulé" },
  from: (date) => `à partir du ${date}`,
  since: (date) => `depuis le ${date}`,
  heldUp: (date) => `prévu pour le ${date}, en attente d’approbations`,
  withdrawnOn: (date) => `annulé le ${date}`,
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
    editorial: "Rédactionnel : formulations, liens, contacts ou autres détails seulement",
  },
  because: (weight) => `${weight}, parce que :`,
  before: "Avant",
  after: "Après",
  withdrawnNotice: "Ce changement a été annulé et ne s’applique pas.",
  firstPublishedNotice: "Voici la liste telle qu’elle a été publiée ici pour la première fois.",
  noDifference: "Aucun champ ne diffère.",
  correction: "Correction",
  listOn: (date) => `Toute la liste au ${date}`,

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
};
