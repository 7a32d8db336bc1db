import type { ConsoleDictionary } from "../../dictionary.ts";

export const changes: ConsoleDictionary["screens"]["changes"] = {
  lead: "Ce qui se prépare, ce qui est annoncé et encore à venir, et ce qui est passé.",
  newDraft: "Nouveau projet",
  beginning: {
    lead: "Rien n’est publié, et personne n’est informé, avant que le projet ne soit annoncé.",
    fields: { is: "De quoi il s’agit", reason: "Pourquoi" },
    intended: {
      title: "Un changement que vous envisagez",
      does: "Il est annoncé à l’avance\u00a0: les clients peuvent émettre une objection, et il prend effet à une date à venir.",
    },
    correction: {
      title: "Quelque chose qui est déjà ainsi",
      does: "La liste était erronée, ou cela a déjà eu lieu\u00a0: elle est rectifiée aussitôt, et c’est annoncé comme une rectification.",
    },
    reasonHint:
      "Les lecteurs le voient. Pour un changement, cela peut attendre\u00a0; pour une rectification, dites ce qui était erroné.",
    button: "Commencer le projet",
  },
  lists: {
    drafts: {
      title: "Projets",
      all: "Tous les projets",
      empty: "Aucun projet n’est en cours de rédaction.",
      begun: "«\u00a0Nouveau projet\u00a0» en commence un\u00a0; ajouter ou modifier un prestataire aussi.",
    },
    announced: {
      title: "Annoncés",
      all: "Tout ce qui est annoncé",
      empty: "Rien d’annoncé n’est encore à venir. Un projet s’annonce depuis sa propre page.",
    },
    past: {
      title: "Passés\u00a0: entrés en vigueur ou annulés",
      all: "Tout ce qui est passé",
      empty: "Rien n’est encore entré en vigueur ni annulé.",
    },
  },
  columns: { what: "Ce qui change", state: "État", when: "Quand", number: "Numéro" },
  noVendorYet: (reason) => `Aucun prestataire encore\u00a0: ${reason}`,
  emptyDraft: "Un projet vide",
  noDate: "Pas encore de date",
  edited: (date) => `Modifié en dernier le ${date}`,
  nothingYet: {
    title: "Rien n’a encore été rédigé ici.",
    text: "Commencez un projet et enregistrez-y des prestataires. Rien n’est publié, et personne n’est informé, avant l’annonce.",
  },
};
