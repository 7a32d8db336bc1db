import type { ConsoleDictionary } from "../../dictionary.ts";

export const changes: ConsoleDictionary["screens"]["changes"] = {
  lead: "Ce qui se prépare, ce qui est annoncé et encore à venir, et ce qui est passé.",
  newDraft: "Nouveau projet",
  lists: {
    drafts: {
      title: "Projets",
      all: "Tous les projets",
      empty:
        "Aucun projet n’est en cours de rédaction. «\u00a0Nouveau projet\u00a0» en commence un\u00a0; ajouter ou modifier un prestataire aussi.",
    },
    announced: {
      title: "Annoncés",
      all: "Tout ce qui est annoncé",
      empty: "Rien d’annoncé n’est encore à venir. Un projet s’annonce depuis sa propre page.",
    },
    past: {
      title: "Passés\u00a0: entrés en vigueur ou retirés",
      all: "Tout ce qui est passé",
      empty: "Rien n’est encore entré en vigueur ni retiré.",
    },
  },
  columns: { what: "Ce qui change", state: "État", when: "Quand", number: "Numéro" },
  emptyDraft: "Un projet vide",
  noDate: "Pas encore de date",
  edited: (date) => `Modifié en dernier le ${date}`,
  nothingYet: {
    title: "Rien n’a encore été rédigé ici.",
    text: "Commencez un projet et enregistrez-y des sous-traitants. Rien n’est publié, et personne n’est informé, avant l’annonce.",
  },
};
