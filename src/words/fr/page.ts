import type { Dictionary } from "../dictionary.ts";
import { de } from "./names.ts";
import { count } from "./plural.ts";

export const page: Dictionary["page"] = {
  pageTitle: (page, organisation) => `${page} – ${organisation}`,
  description: (organisation) =>
    `Les prestataires qui interviennent lorsque ${organisation} traite des données à caractère personnel\u00a0: pourquoi, où, avec quel instrument de transfert, et ce qui va changer.`,
  unnamed: "Organisation sans nom",
  skip: "Aller au contenu",
  languages: "Langue",
  headings: {
    subprocessor: "Sous-traitants ultérieurs",
    processor: "Sous-traitants",
    various: "Prestataires",
  },
  lead: (organisation) =>
    `Les prestataires qui interviennent lorsque ${organisation} traite des données à caractère personnel\u00a0: pourquoi, où, et avec quel instrument de transfert.`,
  stale: (updated) =>
    `Cette page est affichée de mémoire, avec ce qui était publié le ${updated}. Des changements publiés depuis peuvent manquer.`,
  staleUnknown: "Cette page est affichée de mémoire. Des changements récents peuvent manquer.",
  updated: (date) => `Mis à jour le ${date}`,
  version: (number) => `Version ${number}`,
  services: (n) => count(n, "service", "services"),
  vendors: {
    subprocessor: (n) => count(n, "sous-traitant ultérieur", "sous-traitants ultérieurs"),
    processor: (n) => count(n, "sous-traitant", "sous-traitants"),
    various: (n) => count(n, "prestataire", "prestataires"),
  },
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
      `Cette liste donne des exemples\u00a0: ${organisation} peut faire appel à d’autres prestataires des mêmes catégories.`,
    empty: "Rien n’a encore été publié.",
    emptyHint: "Laissez votre adresse\u00a0: vous serez informé quand cela changera.",
    emptyNow: "Personne ne figure sur la liste à ce jour.",
    emptyOn: (date) => `Rien ne figurait sur la liste le ${date}.`,
    begins: (date) => `Ce registre commence le ${date}\u00a0; les listes antérieures n’y sont pas consignées.`,
    noMatch: "Aucun service ne correspond.",
    noMatchFor: (asked) => `Aucun service ne correspond à ${asked}.`,
    widen: "La recherche donne plus",
    without: (what, found) => `sans ${what} (${count(found, "service", "services")})`,
    quoted: (text) => `«\u00a0${text}\u00a0»`,
    showAll: "Afficher toute la liste",
    matching: (shown, all) => `${shown} sur ${count(all, "service", "services")}`,
    sort: "Trier par",
    data: "Données",
    details: "Détails",
    detailsOf: (service) => `Détails ${de(service)}`,
    openAll: "Ouvrir tous les détails, aussi pour l’impression",
    closeAll: "Fermer tous les détails",
  },

  comes: {
    changes: {
      from: (date) => `change le ${date}`,
      earliest: (date) => `change au plus tôt le ${date}`,
      heldUp: () => "change une fois que des clients l’ont autorisé ou que leurs objections sont réglées",
    },
    leaves: {
      from: (date) => `quitte la liste le ${date}`,
      earliest: (date) => `quitte la liste au plus tôt le ${date}`,
      heldUp: () => "quitte la liste une fois que des clients l’ont autorisé ou que leurs objections sont réglées",
    },
  },

  filters: {
    label: "Filtrer la liste",
    more: "Filtres",
    q: "Rechercher",
    qHint: "Nom, pays, CCT…",
    country: "Pays",
    outsideEea: "Hors de l’EEE",
    product: "Produit",
    region: "Région d’hébergement",
    unknown: "ce choix n’existe pas ici, et la liste n’est pas restreinte en conséquence.",
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
    onlyIn: (names) => `Uniquement pour les données hébergées ici\u00a0: ${names}`,
    cookies: (n) => count(n, "cookie", "cookies"),
  },

  about: {
    short: "À propos de cette liste",
    heading: (organisation) => `À propos ${de(organisation)} et de cette liste`,
    company: "Société",
    registrationNumber: "Numéro d’immatriculation",
    places: "Lieux où elle traite elle-même des données",
    safeguards: "Instruments de transfert indiqués pour l’ensemble de la liste",
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
    contact: "Contact pour la protection des données",
  },

  footer: {
    fingerprint: "Empreinte (SHA-256)",
    fingerprintHint:
      "C’est celle de cette version et de toutes les précédentes\u00a0: gardez-la pour prouver ce qui vous a été montré.",
    auditHead: "Journal d’audit (SHA-256)",
    auditHeadHint:
      "C’est celle de tout ce qui était consigné à la publication de cette version\u00a0: gardée, elle montre si rien n’en a été changé.",
    json: "Cette liste en JSON",
    contact: "Contact",
    unpublished: "Rien n’est encore publié",
  },

  notFound: {
    title: "Il n’y a rien ici",
    text: "L’adresse est peut-être mal saisie, ou la page a été déplacée.",
  },
  unreadable: {
    title: "Ceci n’a pas pu être lu",
    text: "L’adresse, ou ce qui a été envoyé avec elle, contient quelque chose qui n’est pas compris ici, par exemple une date qui n’existe pas.",
    about: (names: string) => `Ce qui n’a pas pu être lu\u00a0: ${names}.`,
    wholeTitle: "Cette page ne se restreint pas",
    whole: (names) =>
      `Elle porte sur l’ensemble du registre, et son adresse n’en demande qu’une partie (${names}). Sans cela, elle peut être affichée.`,
  },
  tooManyRequests: { title: "Trop de demandes", text: "Veuillez attendre une minute, puis réessayer." },
  unavailable: {
    title: "Le registre ne peut pas être affiché pour le moment",
    text: "Un élément dont il dépend ne répond pas. Veuillez réessayer dans quelques minutes.",
  },
  toRegistry: "Aller au registre",
};
