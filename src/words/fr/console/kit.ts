import type { ConsoleDictionary } from "../../dictionary.ts";
import { count } from "../plural.ts";

const DAYS = {
  calendar: ["jour", "jours"],
  business: ["jour ouvré", "jours ouvrés"],
  working: ["jour ouvrable", "jours ouvrables"],
} as const;

const days = (n: number, basis: keyof typeof DAYS): string => count(n, DAYS[basis][0], DAYS[basis][1]);

export const kit: ConsoleDictionary["screens"]["kit"] = {
  saved: "Enregistré.",
  done: {
    approved: "Vous avez approuvé ce projet tel qu’il est\u00a0; toute modification annule votre approbation.",
    asked:
      "Les personnes qui peuvent approuver ce projet ont été informées par e-mail\u00a0: une fois, tant qu’il reste tel quel.",
    addressAsked:
      "Un lien est envoyé à cette adresse, sauf si un autre utilisateur l’a déjà\u00a0: ouvrez-le dans ce navigateur dans l’heure.",
    erased:
      "Effacé\u00a0: le nom et l’adresse ne sont plus conservés. Le journal dit que cela a été fait, sans nommer personne.",
    dropped: "Retiré du projet.",
    rebased: "Le changement s’applique désormais à ce qui a été annoncé entre-temps.",
    decided: "La décision est prise. Qui en est informé par e-mail, et dans quels termes, figure ci-dessous.",
    answered: "La réponse est donnée. À qui vos mots sont envoyés figure ci-dessous.",
    confirmed: "Confirmé\u00a0: la réponse compte.",
    entered: "C’est enregistré. À qui la confirmation est envoyée figure ci-dessous.",
  },
  underWay: "En cours.",
  refresh: "Actualiser",
  save: "Enregistrer",
  cancel: "Retour",
  required: "obligatoire",
  optional: "facultatif",
  choose: "Veuillez choisir",
  wrong: (n) => `Veuillez vérifier ${count(n, "point", "points")} ci-dessous`,
  nothingDone: "Rien n’a été enregistré.",
  named: (field, fault) => `${field}\u00a0: ${fault}`,
  check: "Veuillez vérifier ce champ.",
  meanwhile: {
    title: "Quelqu’un d’autre a enregistré cette page entre-temps, ou vous dans une autre fenêtre",
    text: "Rien de votre saisie n’est perdu, et rien n’en est encore enregistré. Là où ce qui est enregistré diffère de ce qui figure ici, il est indiqué à côté du champ. Reprenez-en ce que vous voulez garder\u00a0; enregistrer de nouveau le remplace par ce qui figure ici.",
    differs: "diffère de ce qui est enregistré",
    now: (value) => `Enregistré entre-temps\u00a0: ${value}`,
    empty: "rien",
  },
  inLine: (n, fault) => `Ligne ${n}\u00a0: ${fault}`,
  ofChange: {
    label: "Changement concerné",
    all: "Tous les changements",
    number: (number) => `Changement ${number}`,
    named: (number, title) => `Changement ${number}\u00a0: ${title}`,
  },
  narrow: "Afficher",
  clear: "Tout afficher",
  remove: "Retirer",
  row: (what, n) => `${what} ${n}`,
  unsaved: "Pas encore enregistré.",
  onlyAdmins: "Seule une personne qui administre le registre peut le modifier.",
  show: "Actualiser",
  autosave: {
    saving: "Enregistrement…",
    saved: "Tout est enregistré.",
    failed: "Pas enregistré à l’instant. Le bouton dit pourquoi.",
  },
  next: "Page suivante",
  first: "Première page",
  pages: "Pages",
  search: "Rechercher",
  back: "Retour",
  yes: "Oui",
  no: "Non",
  inLanguage: (label, language) => `${label} (${language})`,
  otherLanguages: (label) => `${label}\u00a0: dans d’autres langues`,
  datesHint: "Une par ligne, par exemple 25 décembre 2026.",
  anotherDay: "Un jour de plus",
  period: {
    length: "Combien",
    unit: "Ce qui est compté",
    units: {
      calendar: "jours",
      business: "jours ouvrés (du lundi au vendredi)",
      working: "jours ouvrables (du lundi au samedi)",
      weeks: "semaines",
      months: "mois",
    },
    more: "Réception, et jours chômés",
    receipt: "Reçu au bout de",
    receiptHint:
      "Un contrat peut prévoir qu’un avis est réputé reçu quelques jours après son envoi\u00a0: le délai court alors à partir de là. 0\u00a0: il est réputé reçu le jour de son envoi.",
    receiptUnit: "Comptés en",
    extend:
      "Un dernier jour qui tombe un samedi, un dimanche ou un jour férié est reporté au premier jour ouvré suivant",
    outlast: "Un changement peut prendre effet alors qu’une objection est encore possible",
    text: (length, unit, receipt, more) => {
      const counted =
        unit === "weeks"
          ? count(length, "semaine", "semaines")
          : unit === "months"
            ? `${length} mois`
            : days(length, unit);
      const received = receipt ? `${days(receipt.days, receipt.basis)} après son envoi` : "le jour de son envoi";
      return [
        `${counted} à compter de l’avis, réputé reçu ${received}`,
        ...(more.extend ? ["un dernier jour chômé est reporté"] : []),
        ...(more.outlast ? ["peut durer plus longtemps que le préavis"] : []),
      ].join("\u00a0; ");
    },
  },
  people: {
    all: "De qui il s’agit, nommément",
    person: (named, customers) => `${named} (${customers ?? "abonné"})`,
    more: (n) => `et ${n} autres`,
  },
};
