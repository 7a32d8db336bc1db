import type { Dictionary } from "../dictionary.ts";

export const annex: Dictionary["annex"] = {
  laidOut:
    "Destinée à l’annexe d’un contrat au titre de l’article 28 du RGPD. Elle contient ce que les clauses contractuelles types demandent de la liste des sous-traitants ultérieurs en cas d’autorisation spécifique\u00a0: annexe IV des clauses de la décision d’exécution (UE) 2021/915 et, pour les transferts, annexe III de celles de la décision d’exécution (UE) 2021/914.",
  otherRoles: "Inscriptions d’une autre qualité, qui ne font pas partie de ces annexes",
  forProduct: (product) => `Uniquement ce qui sert à ${product}.`,
  forRegion: (region) => `Uniquement pour les données hébergées ici\u00a0: ${region}.`,
  who: "Nom et adresse",
  contact: "Nom, fonction et coordonnées de la personne de contact",
  processing: "Description du traitement",
  data: "Données à caractère personnel et personnes concernées",
  duration: "Durée",
  where: "Lieu et instruments de transfert",
};
