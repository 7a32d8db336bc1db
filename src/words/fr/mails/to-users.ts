import type { Dictionary } from "../../dictionary.ts";
import { de } from "../names.ts";

export const toUsers: Dictionary["toUsers"] = {
  why: (organisation) =>
    `Vous recevez ce message parce que vous pouvez annoncer les changements de la liste de prestataires ${de(organisation)}.`,
  draft: {
    what: (number, vendors) => `le projet ${number} (${vendors})`,
    sentences: {
      asked: (what) => `${what} attend votre approbation`,
      near: (what, on) => `${what} est à annoncer au plus tard le ${on}`,
      last: (what, on) => `${what} est à annoncer aujourd’hui, ${on}`,
    },
    asked: (what, by) =>
      `${by ?? "L’auteur"} demande une approbation pour ${what}. Le changement pourra ensuite être annoncé.`,
    near: (what, on, wished) =>
      `Le changement que prévoit ${what} est prévu pour le ${wished}. Pour tenir cette date, il doit être annoncé au plus tard le ${on}.`,
    last: (what, on, wished) =>
      `Le changement que prévoit ${what} est prévu pour le ${wished}. Aujourd’hui, ${on}, est le dernier jour où l’annonce permet de tenir cette date.`,
    later:
      "S’il est annoncé plus tard, le changement prend effet plus tard\u00a0: les délais de préavis et d’objection courent à compter de l’annonce.",
    next: {
      approve: "Une autre personne que l’auteur doit d’abord l’approuver\u00a0: vous le pouvez.",
      alone:
        "Une autre personne que l’auteur doit d’abord l’approuver, et personne d’autre ne le peut encore\u00a0: invitez une personne qui peut annoncer.",
      announce: "Vous pouvez l’annoncer.",
    },
    preheader: (wished) =>
      wished === null ? "Lisez-le et approuvez-le dans la console." : `Sinon, il prend effet après le ${wished}.`,
    open: "Ouvrir le projet dans la console",
  },
  fourEyesOff: {
    sentence: "les annonces ne demandent plus l’approbation d’une autre personne",
    lead: (who, date) =>
      `${who} a désactivé la validation par deux personnes le ${date}\u00a0: jusque-là, une autre personne que l’auteur devait approuver chaque annonce.`,
    means:
      "Désormais, qui peut annoncer peut annoncer seul ce qu’il a rédigé, se passer des autorisations des clients et statuer sur les objections.",
    next: "Si vous ne vous y attendiez pas, demandez à qui l’a fait. Une personne qui administre la liste peut la réactiver\u00a0; le journal conserve l’un et l’autre.",
    preheader: "Désormais, qui peut annoncer peut le faire seul.",
    somebody: "Une personne qui administre la liste",
    open: "Ouvrir l’organisation dans la console",
  },
};
