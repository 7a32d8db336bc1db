import type { Dictionary } from "../dictionary.ts";

export const annex: Dictionary["annex"] = {
  laidOut:
    "Présentée comme le demande l’annexe III des clauses contractuelles types (décision d’exécution (UE) 2021/914), et pour l’annexe d’un contrat au titre de l’article 28 du RGPD.",
  otherRoles: "Inscriptions d’une autre qualité, qui ne font pas partie de l’annexe III",
  forProduct: (product) => `Uniquement ce qui sert à ${product}.`,
  forRegion: (region) => `Uniquement pour les données hébergées ici\u00a0: ${region}.`,
  who: "Nom et adresse",
  contact: "Nom, fonction et coordonnées de la personne de contact",
  processing: "Description du traitement",
  data: "Données à caractère personnel et personnes concernées",
  duration: "Durée",
  where: "Lieu et instruments de transfert",
};
