import type { ConsoleDictionary } from "../../dictionary.ts";
import { count } from "../plural.ts";

export const transfers: ConsoleDictionary["screens"]["transfers"] = {
  lead: "Si ce qui part vers chaque prestataire est couvert, selon chaque droit qui s’applique à vous.",
  tabs: { verdicts: "Appréciation", law: "Le droit" },
  filter: {
    label: "Transferts affichés",
    fields: { on: "Au", show: "Lesquels", without: "Décision ou instrument qui pourrait tomber" },
    all: "Tous",
    open: "Non couverts",
    used: "Vos transferts reposent sur",
    others: "Autres règles en vigueur",
    button: "Afficher",
    whatIf: "Et si",
    clear: "Tout afficher tel quel",
    wrongDay: "Ce n’est pas une date. Écrivez-la comme 26 décembre 2026.",
    wrongRule: "Cette règle n’existe pas.",
  },
  withoutCountry: (verdict) => `${verdict}, siège non indiqué`,
  unchecked: (verdict) => `${verdict}, vérification non indiquée`,
  caption: (date) => `La liste au ${date}, et le droit tel qu’il est connu`,
  vendor: "Prestataire et service",
  none: (date) => `La liste au ${date} ne nomme personne.`,
  noneText: "Dès qu’elle nomme des prestataires, ceci dit pour chacun si ce qui lui est transmis est couvert.",
  noneOpen: (date) => `Tous les transferts de la liste au ${date} sont couverts.`,
  whatIf: {
    title: (rule) => `Et si ceci tombait\u00a0: ${rule}`,
    nothing: "Rien ne serait moins bien couvert\u00a0: aucun transfert ne repose sur cette seule règle.",
    worse: (services) =>
      services === 1
        ? "Un transfert serait moins bien couvert."
        : `${services} transferts seraient moins bien couverts.`,
    concerned: (customers) =>
      customers === 0
        ? "Aucun client n’utilise ce qui est en cause."
        : `${count(customers, "client actuel est concerné", "clients actuels sont concernés")}.`,
    caption: (date) => `Le droit et la liste du ${date}, les plus touchés d’abord`,
    coming: "Annoncé, pas encore en vigueur",
    comingMore: (n) =>
      `${count(n, "ligne de plus n’est pas affichée", "lignes de plus ne sont pas affichées")}. Chaque changement annoncé montre ses prestataires, sous Changements.`,
    comingCaption: (date) => `Tels qu’ils seront, selon le droit du ${date}`,
    with: "Avec elle",
    unaffected: (transfers, none) =>
      [
        ...(transfers > 0 ? [count(transfers, "transfert non concerné", "transferts non concernés")] : []),
        ...(none > 0 ? [`${none} sans transfert indiqué`] : []),
      ].join(", "),
    renew: (transfers) =>
      transfers === 1
        ? "Un transfert garde son instrument\u00a0; son évaluation est à refaire"
        : `${transfers} transferts gardent leur instrument\u00a0; leur évaluation est à refaire`,
    renewHint:
      "L’instrument de transfert demeure. L’évaluation du droit du pays qu’il suppose peut s’appuyer sur les mêmes constatations que cette décision\u00a0: refaites-la (CJUE, C-311/18\u00a0; clauses contractuelles types, clause 14).",
    first: (n) => `Les ${n} premiers d’entre eux`,
    rests: "Sur quoi il repose",
    law: "Droit",
    now: "Aujourd’hui",
    left: "Ce qui reste",
    customers: "Clients",
    names: (names, more) => (more > 0 ? `${names} et ${count(more, "de plus", "de plus")}` : names),
    nobody: "Aucun",
    draft: "Créer un projet",
    draftHint:
      "Un projet vide\u00a0: vous y écrivez pourquoi, comme les lecteurs le liront. Vous y modifiez chacun de ces prestataires\u00a0; rien n’est annoncé.",
    made: (number) => `Le projet ${number} est créé. Modifiez-y chaque prestataire\u00a0:`,
    open: (number) => `Ouvrir le projet ${number}`,
    edit: (vendor) => `Modifier ${vendor}`,
  },
  law: {
    lead: "Chaque verdict découle de ces règles. Le produit les apporte\u00a0; vous pouvez ajouter ce qui s’est passé depuis.",
    edition: "Édition",
    editionOf: (date, age) => (age === 0 ? `${date}, aujourd’hui` : `${date}, il y a ${count(age, "jour", "jours")}`),
    isOld:
      "Elle est ancienne\u00a0: voyez si une version plus récente du produit est parue, et ce qui a été décidé depuis.",
    groups: {
      home: (n) => `Où son propre droit s’applique, ou un transfert n’est pas considéré comme tel (${n})`,
      adequate: (n) => `Reconnus adéquats (${n})`,
      tools: (n) => `Instruments de transfert (${n})`,
      ended: (n) => `Plus en vigueur (${n})`,
    },
    rules: (regime) => `Règles\u00a0: ${regime}`,
    rule: "Règle",
    says: "Ce qu’elle dit",
    holds: "Quand elle vaut",
    from: (from) => `depuis le ${from}`,
    between: (from, until) => `du ${from} au ${until}`,
    beginning: (from) => `à partir du ${from}`,
    states: { now: "En vigueur", past: "Terminée", future: "À venir" },
    effects: {
      home: (places) => `Son propre droit s’y applique\u00a0: ${places}`,
      "treated-as-home": (places) => `Un transfert n’y est pas considéré comme tel\u00a0: ${places}`,
      adequate: (places) => `Niveau reconnu adéquat\u00a0: ${places}`,
    },
    scoped: (text, whom) => `${text} (${whom})`,
    accepts: (mechanism) => `Admis\u00a0: ${mechanism}`,
    stated: "non comparée à sa source",
    amendedBy: (number) => `modifiée par l’ajout n°\u00a0${number}`,
    addedBy: (number) => `issue de l’ajout n°\u00a0${number}`,
    places: (names, more) => (more > 0 ? `${names} et ${count(more, "de plus", "de plus")}` : names),
    named: (regime, title, about) => `${regime}\u00a0: ${title}${about ? ` (${about})` : ""}`,
    amendments: "Ajouts",
    noAmendments:
      "Vous n’avez rien ajouté. Quand une décision tombe, ou qu’une nouvelle est prise, «\u00a0Compléter\u00a0» l’ajoute à compter de son jour.",
    amendmentsCaption: "Ce que vous avez ajouté, dans l’ordre",
    number: "Numéro",
    what: "Quoi",
    made: "Fait le",
    why: "Pourquoi",
    source: "Source",

    ended: (rule, date) => `${rule}\u00a0: ne vaut plus à partir du ${date}`,
    added: (title, places, date) => `${title}\u00a0: ${places}, niveau adéquat à partir du ${date}`,
    tookBack: (number) => `L’ajout n°\u00a0${number} est retiré`,
    takenBack: "retiré",
    amend: "Compléter",
  },
  amend: {
    title: "Compléter le droit",
    lead: "L’ajout vaut à partir du jour que vous indiquez, dans chaque verdict, sur la page publiée et pour les listes passées aussi. Il est aussitôt publié comme nouvelle version de la liste, et personne n’en est informé. Ce qui était erroné se retire par un autre ajout\u00a0; rien n’est effacé.",
    tabs: "Ce qui s’est passé",
    kinds: {
      end: "Une règle prend fin",
      adequacy: "Nouveau pays reconnu comme adéquat",
      "take-back": "Un ajout était erroné",
    },
    fields: {
      rule: "Règle qui prend fin",
      endsOn: "Premier jour où elle ne vaut plus",
      regime: "Droit dont elle relève",
      territories: "Pays concernés, un par ligne",
      startsOn: "Premier jour où elle vaut",
      scope: "Qui elle couvre dans ces pays",
      title: "Comment on la cite",
      source: "Adresse web de l’arrêt ou de la décision",
      reason: "Pourquoi",
      number: "Ajout à retirer",
    },
    adequacyEnds: "Premier jour où elle ne vaut plus, si sa fin est connue",
    endsOnHint: "Pour un arrêt, le jour où il a été rendu.",

    titleHint: "Par exemple\u00a0: décision d’exécution (UE) 2027/1",
    reasonHint: "Reste avec le droit, et dans le journal.",
    everybody: "Tous dans ces pays",
    tryFirst: "Voyez d’abord ce qui resterait, avec «\u00a0Et si\u00a0».",
    noneToTakeBack: "Il n’y a aucun ajout à retirer.",
    button: "Compléter",
  },
};
