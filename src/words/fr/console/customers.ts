import type { ConsoleDictionary } from "../../dictionary.ts";
import { count } from "../plural.ts";

export const customers: ConsoleDictionary["screens"]["customers"] = {
  lead: "Tous ceux pour le compte de qui vous traitez des données en vertu d’un contrat. Chacun est informé de ce qui le concerne, selon ses propres conditions.",
  lists: "Qui est informé",
  add: "Ajouter un client",
  addLead:
    "Un nom et une personne à qui écrire suffisent\u00a0: ce que vous laissez vide est régi par vos propres conditions.",
  import: "Importer d’un fichier",
  download: "Télécharger en CSV",
  searchFor: "Nom ou adresse e-mail",
  told: {
    label: "Joignable",
    all: "Tous",
    yes: "Quelqu’un peut être informé",
    no: "Personne ne peut être informé",
  },
  nothingFound: "Aucun client ne correspond.",
  none: {
    title: "Il n’y a encore aucun client.",
    text: "Ajoutez chaque entreprise avec laquelle vous avez un contrat de sous-traitance, et qui doit y être informé\u00a0; ou reprenez-les toutes d’un fichier. Personne n’en reçoit de message.",
  },
  caption: "Clients, avec leurs conditions et leurs contacts",
  columns: {
    name: "Client",
    uses: "Utilise",
    terms: "Conditions",
    contacts: "Contacts",
    person: "Personne",
    state: "État",
    todo: "À faire",
  },
  everything: "Tout",
  contacts: (n) => (n === 0 ? "Personne" : count(n, "contact", "contacts")),
  sections: {
    who: "Qui il est, et qui informer",
    use: "Ce qu’il utilise",
    terms: "Conditions de son contrat",
  },
  fields: {
    name: "Nom",
    externalId: "Votre identifiant pour ce client",
    contacts: "Contacts",
    "contacts.email": "Adresse e-mail",
    "contacts.name": "Nom de la personne",
    "contacts.locale": "Langue des messages",
    products: "Produits qu’il utilise",
    hostingRegions: "Où ses données sont hébergées",
    noticePeriod: "Délai de préavis",
    objectionPeriod: "Délai d’objection",
    objectUntilEffect: "Ou une objection reste possible jusque peu avant l’effet du changement",
    "objectUntilEffect.daysBefore": "Jours avant l’effet du changement",
    authorisation: "Ce que le contrat dit des sous-traitants ultérieurs",
    onObjection: "Une objection",
    emergency: "En cas d’urgence",
    "emergency.period": "Délai de préavis en cas d’urgence",
    remedies: "Suites d’une objection",
    timeZone: "Fuseau horaire",
    holidays: "Ses propres jours fériés",
    noHolidays: "Aucun jour n’est férié pour ce contrat",
  },
  contact: { one: "Contact", add: "Ajouter un contact" },
  ownLanguage: "Comme votre organisation",
  ownTimeZone: "Comme votre organisation",
  hints: {
    contacts:
      "Les personnes à informer en son nom. Elles le sont sans qu’on le leur demande, et peuvent se désinscrire à tout moment.",
    products: "Il est informé de ce qui les concerne. Aucun choix\u00a0: tous.",
    hostingRegions: "Aucun choix\u00a0: toutes.",
    noticePeriod: "Vide\u00a0: le vôtre.",
    objectionPeriod: "Vide\u00a0: aussi long que son délai de préavis\u00a0; ou le vôtre, s’il n’en a pas.",
    objectUntilEffect: "Au lieu d’un délai d’objection. 0 et 1\u00a0: jusqu’à la fin de la veille.",
    remedies: "Dans les termes du contrat\u00a0; ses contacts le lisent. Vide\u00a0: ce que vous dites à tous.",
    timeZone: "Celui dans lequel ses jours sont comptés et prennent fin.",
    holidays: "Un par ligne, par exemple 25 décembre 2026. Vide\u00a0: ceux de votre organisation.",
    externalId:
      "Celui par lequel vos autres systèmes et fichiers le connaissent\u00a0; il ne change plus. Vide\u00a0: il est tiré du nom.",
  },
  authorisations: {
    general: "Autorisation générale\u00a0: il peut émettre une objection",
    specific: "Autorisation spécifique\u00a0: il doit autoriser chaque changement",
  },
  onObjections: {
    continues: "ne retient pas le changement\u00a0: il prend effet à sa date",
    suspends: "retient ce qui le concerne tant qu’elle n’est pas résolue",
  },
  alwaysHeld: "En cas d’autorisation spécifique, une objection retient toujours le changement.",
  emergencies: {
    "not-allowed": "Le contrat n’en dit rien, ou l’exclut\u00a0: le préavis reste le même",
    allowed: "Un changement peut prendre effet aussitôt, avec son motif",
    period: "Un délai de préavis propre s’applique",
  },
  rareTerms: "Urgences, et clauses plus rares",
  emergencyPeriod: "Délai de préavis en cas d’urgence",
  more: "Fuseau horaire, jours fériés, votre identifiant",
  thisCustomer: "ce client",
  knownBy: (id) => `Votre identifiant pour ce client\u00a0: ${id}`,
  tooManyContacts: (n) =>
    `Ce client a ${n} contacts, plus qu’une page ne peut en contenir. Ils restent tels quels\u00a0; modifiez-les par un fichier.`,
  example: {
    heading: "Ce que cela signifie",
    wrong: "Dès que les conditions sont remplies, ceci dit ce qu’elles signifient.",
    mailsSay: "Ce que ses messages disent des objections",
    announced: (today) => `Un changement qui le concerne, annoncé aujourd’hui, ${today}\u00a0:`,
    object: "Dernier jour pour émettre une objection",
    effective: "Effet au plus tôt",
    notBefore: (date) => `${date}, et pas avant son autorisation`,
  },
  sentences: {
    notice: (period, own) => `Préavis\u00a0: ${period}${own ? ", selon vos propres conditions" : ""}.`,
    object: (period, own) =>
      own
        ? `Il peut émettre une objection aussi longtemps\u00a0: ${period}.`
        : `Il peut émettre une objection\u00a0: ${period}.`,
    objectBefore: (days) =>
      days === 1
        ? "Il peut émettre une objection jusqu’à la fin de la veille de l’effet."
        : `Il peut émettre une objection jusqu’à ${days} jours avant l’effet.`,
    authorisation: {
      general:
        "Un changement ne requiert pas d’autorisation spécifique\u00a0: il en est informé et peut émettre une objection (art. 28, § 2, deuxième phrase, du RGPD).",
      specific:
        "Un changement attend qu’il l’ait autorisé, aussi longtemps qu’il le faut. Le retrait d’un sous-traitant ultérieur ne requiert pas d’autorisation (art. 28, § 2, première phrase, du RGPD\u00a0: recrutement d’un autre sous-traitant).",
    },
    onObjection: {
      continues: "Une objection ne retient pas le changement\u00a0: vous décidez de la suite.",
      suspends: "Une objection retient ce qui le concerne tant que vous ne l’avez pas résolue.",
    },
    emergency: {
      allowed: "En cas d’urgence, un changement peut prendre effet aussitôt.",
      "not-allowed": "Même une urgence n’abrège pas son préavis.",
    },
    emergencyPeriod: (period) => `En cas d’urgence, son préavis est plus court\u00a0: ${period}.`,
  },
  short: {
    own: "Vos propres conditions",
    object: (period) => `objections\u00a0: ${period}`,
    objectBefore: (days) => (days === 1 ? "objections jusqu’à la veille" : `objections jusqu’à ${days} jours avant`),
    specific: "requiert son autorisation",
    suspends: "une objection suspend",
    noEmergency: "même préavis en cas d’urgence",
    emergency: (period) => `en cas d’urgence\u00a0: ${period}`,
    timeZone: "jours de son propre fuseau horaire",
    holidays: "ses propres jours fériés",
  },
  days: (n) => (n === 0 ? "Aucun jour" : count(n, "jour", "jours")),
  notSaid: "Non précisé",
  imported: (n) => `${count(n, "client a été importé", "clients ont été importés")}.`,
  readOnly: "Seule une personne qui peut rédiger des projets peut le modifier.",
  unreachable:
    "Personne ne peut être informé pour ce client\u00a0: désignez quelqu’un dont l’adresse reçoit les messages.",
  people: "Ce que deviennent les messages à ses contacts",
  peopleCaption: "Contacts",
  firstOf: (n, all) => `Les ${n} premiers contacts sur ${all}`,
  contactStates: {
    told: "Est informé",
    left: "S’est désinscrit",
    suppressed: "L’adresse ne reçoit pas",
    pending: "N’a pas encore confirmé",
    unconfirmed: "Désigné par un contact parti",
  },
  confirm: "Confirmer",
  confirmNamed: (who) => `Confirmer ${who}`,
  remove: "Retirer",
  removing: {
    title: (name) => `Retirer ${name}`,
    means: (contacts) => [
      "Aucun changement ultérieur ne le concerne, et rien n’attend plus son autorisation.",
      contacts === 0
        ? "Il n’a pas de contact."
        : "Quiconque n’était là que comme son contact est effacé\u00a0; qui suit la liste de lui-même, ou s’est désinscrit, reste.",
      "Ce dont il a été informé et ce qu’il a répondu reste comme preuve. Si vous l’ajoutez de nouveau avec le même identifiant, cela lui revient.",
      "Personne n’en reçoit de message.",
    ],
  },
};

export const persons: ConsoleDictionary["screens"]["persons"] = {
  followers: "Abonnés",
  lead: "Ceux qui ont demandé, sur la page, à être informés des changements. Ils n’ont pas de contrat\u00a0: aucun changement n’attend leur autorisation.",
  searchFor: "Adresse e-mail ou nom",
  all: "Tous",
  nothingFound: "Personne ne correspond.",
  none: {
    title: "Personne n’est encore abonné.",
    text: "Les visiteurs de la page publiée peuvent y demander à être informés des changements. Ils confirment leur adresse, et peuvent se désinscrire à tout moment.",
  },
  email: "Adresse e-mail",
  state: "État",
  language: "Langue",
  since: "Connu depuis le",
  follows: "Abonné de son propre chef",
  contactOf: "Contact de",
  nobody: "Personne",
  yes: "Oui",
  no: "Non",
  states: { active: "Est informé", pending: "N’a pas encore confirmé", unsubscribed: "S’est désinscrit" },
  rights: "Ce que la personne peut vous demander",
  export: "Exporter pour une personne",
  exportText:
    "Tout ce qui est détenu à son sujet en un fichier, à lui remettre (art. 15 RGPD)\u00a0: qui elle est, ce qui lui a été envoyé, ce qu’elle a répondu.",
  erase: "Effacer",
  eraseText:
    "Son nom et son adresse sont retirés de tout ce qui est conservé (art. 17 RGPD). Ce qui a été communiqué et répondu demeure sans eux, comme preuve pour des droits en justice (art. 17, § 3, point e)).",
  onlyAdmins: "Seul un administrateur du registre peut exporter ou effacer une personne.",
  erasing: {
    title: (who) => `Effacer ${who}`,
    means: [
      "Son nom et son adresse sont retirés de tout ce qui est conservé, y compris de ce qu’elle a écrit. C’est irréversible.",
      "Plus rien ne lui est envoyé\u00a0; seul ce qui part en ce moment même peut encore lui parvenir.",
      "Restent comme preuve, pour la constatation, l’exercice ou la défense de droits en justice (art. 17, § 3, point e), du RGPD), le fait que quelqu’un a été informé, quand, et ce qui a été répondu\u00a0: sous un code qui ne nomme personne.",
      "Rien ne lui est écrit. Rien n’empêche qu’elle soit ajoutée de nouveau, ou s’abonne de nouveau.",
    ],
    lone: (customers, n) =>
      n === 1
        ? `Personne d’autre ne peut être informé pour ${customers}\u00a0: désignez-y un autre contact.`
        : `Personne d’autre ne peut être informé pour ${customers}\u00a0: désignez-y d’autres contacts.`,
  },
};
