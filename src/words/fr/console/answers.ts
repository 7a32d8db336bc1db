import type { ConsoleDictionary } from "../../dictionary.ts";
import { count } from "../plural.ts";

export const answers: ConsoleDictionary["screens"]["answers"] = {
  lead: "Ce que clients et abonnés ont répondu à vos annonces. Les objections et les questions vous attendent.",
  enter: ["Saisir une réponse", " reçue autrement"],
  tabsLabel: "Quelles réponses",
  tabs: { open: "Ouvertes", questions: "Questions", approvals: "Autorisations", all: "Toutes" },
  captions: {
    open: "Objections et questions ouvertes, par dernier jour pour émettre une objection",
    questions: "Questions ouvertes, par dernier jour pour émettre une objection",
    approvals: "Autorisations données, de la plus récente à la plus ancienne",
    all: "Toutes les réponses, de la plus récente à la plus ancienne",
  },
  columns: { answer: "Réponse", change: "Changement", until: "Objections jusqu’au", state: "État" },
  empty: {
    open: {
      title: "Aucune objection ni question n’est ouverte.",
      text: "Lorsque quelqu’un émet une objection ou pose une question, elle figure ici et vous en êtes informé par e-mail.",
    },
    questions: {
      title: "Aucune question n’est ouverte.",
      text: "Celles qui ont reçu une réponse figurent sous «\u00a0Toutes\u00a0».",
    },
    approvals: {
      title: "Aucune autorisation n’a encore été donnée.",
      text: "Les clients donnent leur autorisation par le lien figurant dans leur avis.",
    },
    all: {
      title: "Personne n’a encore répondu.",
      text: "Quiconque est informé d’un changement peut y répondre par un lien personnel. Ce qui vous parvient par courrier, par e-mail ou par téléphone se saisit ici.",
    },
  },
  noneOfChange: (number) => `Rien de tel à propos du changement ${number}.`,
  missing: {
    title: "Autorisations manquantes",
    caption: "Clients dont un changement attend l’autorisation, par dernier jour pour émettre une objection",
    customer: "Client",
    next: "Que faire",
    enter: "Saisir son autorisation",
    enterOf: (customer, number) => `Saisir l’autorisation de ${customer} pour le changement ${number}`,
    all: (n) => `Les ${n} autorisations manquantes`,
    none: "Aucun changement n’attend d’autorisation.",
  },
  given: "Autorisations données",
  kinds: {
    acknowledged: (who) => `${who} prend acte`,
    approved: (who) => `${who} donne son autorisation`,
    asked: (who) => `${who} pose une question`,
    objected: (who) => `${who} émet une objection`,
  },
  follower: "Une personne qui suit la liste",
  states: {
    open: "Ouverte",
    acknowledged: "Prise d’acte",
    approved: "Autorisé",
    waiting: "Ne compte pas encore",
    superseded: "Remplacée",
    withdrawn: "Changement annulé",
    late: "Tardive",
  },
  closed: {
    open: "close par l’annulation",
    decided: (outcome) => `auparavant\u00a0: ${outcome}`,
  },
  superseded: (approved, byObjection, on) =>
    `Autorisation du ${approved}, privée d’effet par ${byObjection ? "son objection" : "son autre réponse"} du ${on}`,
  left: (days) => (days === 0 ? "dernier jour aujourd’hui" : `encore ${count(days, "jour", "jours")}`),
  over: (days) => `passé depuis ${count(days, "jour", "jours")}`,
  noDay: "Aucun dernier jour",
  change: (number) => `Changement ${number}`,

  facts: {
    customer: "Client",
    behalf: "Au nom de",
    unverified: (name) => `${name} (selon ses dires, non vérifié)`,
    by: "Donnée par",
    change: "Changement",
    received: "Reçue le",
    came: (date, channel) => `${date}, ${channel}\u00a0; saisie ici`,
    edited: "Modifiée en dernier le",
    until: "Dernier jour pour émettre une objection",
    inTime: "à temps",
    late: "tardive\u00a0: après le dernier jour pour émettre une objection",
    receipt: "Confirmation",
    erased: "une personne dont les données ont été effacées depuis",
  },
  words: {
    acknowledged: "Dans leurs termes",
    approved: "Dans leurs termes",
    asked: "La question",
    objected: "L’objection",
  },
  noWords: "Sans commentaire.",
  holds: {
    title: "Ce qu’elle entraîne",
    holds: (names) =>
      `Elle suspend ce qui a été annoncé concernant ${names}\u00a0: en vertu du contrat du client, cela ne prend pas effet avant que vous n’ayez décidé ici, ou passé outre sur la page du changement pour un motif enregistré.`,
    holdsNothing:
      "À elle seule, elle ne suspend rien\u00a0: ce qui a été annoncé prend effet à sa date, sauf si vous le reportez ou l’annulez.",
    inForce: "Ce qui a été annoncé est en vigueur\u00a0; à elle seule, l’objection n’y change rien.",
    waits: (who, { approval, objection }) =>
      [
        `L’objection de ${who} ne suspend pas le changement.`,
        approval && `Il attend l’autorisation de ${approval}.`,
        objection && `Il attend votre décision sur l’objection de ${objection}.`,
      ]
        .filter((each) => each !== "")
        .join(" "),
    toApprove: (names) =>
      `En vertu de son contrat, le client doit en outre autoriser ce qui a été annoncé concernant ${names}.`,
    corrected: "Ce que la liste indique était déjà le cas\u00a0; à elle seule, l’objection n’y change rien.",
    withdrawn: "Le changement a été annulé\u00a0: il n’y a plus rien à décider.",
  },
  terms: {
    title: "Les conditions enregistrées à son sujet",
    asAnnounced: "Telles qu’elles étaient lors de l’annonce du changement",
    periods: "Délais",
    approval: "Autorisation",
    specific: "spécifique\u00a0: chaque changement doit être autorisé",
    general:
      "générale\u00a0: les changements ne requièrent pas d’autorisation spécifique\u00a0; il peut émettre une objection",
    objecting: "Objection",
    suspends: "suspend le changement jusqu’à votre décision",
    suspended: "suspendait le changement tant qu’elle était sans suite",
    continues: "ne suspend pas le changement",
    untilEffect: (days) =>
      days === 0
        ? "il peut émettre une objection jusqu’à la prise d’effet du changement"
        : `il peut émettre une objection jusqu’à ${count(days, "jour", "jours")} avant la prise d’effet du changement`,
    remedies: "Suites d’une objection",
  },
  history: {
    title: "Tout ce que cette personne a répondu à ce changement",
    titleEntered: "Tout ce qui a été saisi pour ce client à propos de ce changement",
    lead: "De la plus récente à la plus ancienne. Le journal atteste chacune d’elles.",
    now: "Réponse actuelle",
    gone: "Ces mots ne sont plus conservés.",
    decided: (outcome, moment) => `${outcome}, le ${moment}`,
  },
  others: "Autres réponses de ce client à ce changement",
  decided: {
    on: (moment, by) => (by ? `Décidé par ${by} le ${moment}` : `Décidé le ${moment}`),
    answeredOn: (moment, by) => (by ? `Répondu par ${by} le ${moment}` : `Répondu le ${moment}`),
    nobody: "Personne n’en a été informé par e-mail\u00a0: personne n’était joignable.",
    note: "Dans vos termes",
  },
  mailed: {
    owed: (to) => `Sur le point d’être envoyé à ${to}.`,
    sent: (to, at, state) => `Envoyé par e-mail à ${to} (${at}\u00a0; ${state.toLowerCase()}).`,
    missed: (to, _at, state) => `N’est pas parvenu à ${to}\u00a0: ${state.toLowerCase()}.`,
  },

  decide: {
    title: "Décider",
    answerTitle: "Répondre à la question",
    outcome: "Suite donnée",
    note: "Vos explications",
    noteHint: "Elles figurent dans le message, sous la décision. Écrivez dans la langue du destinataire.",
    answer: "Votre réponse",
    answerHint: "C’est la réponse qui figure dans le message. Écrivez dans la langue du destinataire.",
    write: "Le message figure ici dès que vous avez rédigé la réponse.",
    button: "Décider et envoyer",
    answerButton: "Envoyer la réponse",
    reply: "Le message qu’ils reçoivent",
    choose: "Le message figure ici dès que vous avez choisi et rédigé ce qui doit être dit.",
    nobody:
      "Personne ne le reçoit par e-mail\u00a0: plus personne ne peut être joint. La décision est néanmoins enregistrée.",
    to: "À",
    subject: "Objet",
    readOnly: "La décision revient à une personne autorisée à annoncer.",
    givenUp:
      "Si vous renoncez au changement, annulez-le\u00a0: ceux qui s’y sont opposés en sont informés, et il n’y a plus rien à décider.",
    withdraw: "Annuler le changement",
    another:
      "Vous avez rédigé le changement qui fait l’objet de l’objection\u00a0: c’est à une autre personne de décider.",
  },
  outcomeThen: {
    held: "L’objection ne suspend plus le changement\u00a0; si le contrat exige une autorisation, elle reste nécessaire.",
    notHeld: "Si le contrat exige une autorisation, elle reste nécessaire.",
  },
  outcomes: {
    rejected: {
      title: "Le changement est maintenu comme annoncé",
      does: "Vous le maintenez et dites pourquoi.",
    },
    alternative: {
      title: "Une autre solution a été trouvée",
      does: "Ce dont vous êtes convenus s’applique à eux à la place du changement\u00a0: indiquez-le ci-dessous. La liste reste telle quelle\u00a0: si une mention change, comme l’instrument de transfert, modifiez aussi le prestataire.",
    },
    exempted: {
      title: "Le changement ne s’applique pas à eux",
      does: "Vous renoncez au changement à leur égard, et plus rien n’attend leur autorisation. La liste publique peut néanmoins le mentionner, pour d’autres.",
    },
    terminated: {
      title: "Leur contrat prend fin",
      does: "Plus rien n’attend leur autorisation. Indiquez ci-dessous à partir de quand, et qui y met fin.",
    },
    withdrawn: {
      title: "Ils ont retiré leur objection",
      does: "Ils vous l’ont fait savoir, et le changement suit son cours comme s’ils ne s’y étaient pas opposés.",
    },
    answered: { title: "Répondu", does: "Votre réponse est envoyée à la personne qui a posé la question." },
  },
  confirm: {
    text: (customer) =>
      `Cette autorisation ne compte pas encore\u00a0: un contact de ${customer} a désigné cette personne à sa place. Confirmez-la si elle répond pour ${customer}\u00a0; sinon, retirez-la de ses contacts.`,
    button: (customer) => `Confirmer que cette personne répond pour ${customer}`,
    contacts: "Vers ses contacts",
  },

  entering: {
    title: "Saisir une réponse",
    lead: "Ce qui est parvenu par courrier, par e-mail, par téléphone ou lors d’un entretien compte à partir du jour de réception. Les contacts du client en reçoivent confirmation par e-mail.",
    button: "Enregistrer la réponse et envoyer la confirmation",
    hears: (to) => `La confirmation est envoyée par e-mail à ${to}.`,
    nobodyHears:
      "Aucun de ses contacts n’est joignable\u00a0: la réponse est enregistrée, et personne ne reçoit d’e-mail.",
    fields: {
      changeSet: "À quel changement",
      customer: "Client",
      which: "Lequel de ceux-ci",
      kind: "Ce qu’ils disent",
      text: "Dans leurs termes",
      receivedOn: "Reçue le",
      channel: "Par quelle voie",
    },
    hints: {
      customer: "Son nom, ou le début de celui-ci.",
      text: "Nécessaire pour une question. Pour une objection, les motifs qui ont été donnés.",
      receivedOn: "Le jour où elle vous est parvenue\u00a0: il détermine si elle est à temps ou tardive.",
    },
    kinds: {
      objected: "Ils émettent une objection",
      asked: "Ils posent une question",
      approved: "Ils donnent leur autorisation",
      acknowledged: "Ils prennent acte",
    },
    nobody: "Dès que le changement et le client sont indiqués, son dernier jour pour émettre une objection figure ici.",
    none: "Le changement ne concerne aucun client de ce nom.",
    several: "Plusieurs clients ont ces mots dans leur nom\u00a0: choisissez-en un ci-dessous, ou complétez.",
    tooMany: "Plus de vingt clients ont ces mots dans leur nom\u00a0: veuillez compléter.",
    found: (name) => `${name}\u00a0:`,
    until: (date) => `son dernier jour pour émettre une objection est le ${date}.`,
    noDay: "il n’a pas de dernier jour pour émettre une objection.",
    late: "Une réponse de ce jour est tardive\u00a0; une autorisation compte néanmoins.",
    soFar: "Ce qu’il a répondu jusqu’ici\u00a0:",
    given: (sentence, date, by) => `${sentence} (${date}, ${by})`,
    beside: "Cette réponse est enregistrée à côté, comme réponse distincte.",
    stillOpen: "Une question ouverte le reste jusqu’à ce que vous y répondiez.",
    takesBack: "Son autorisation ne compte plus.",
    replaces: (sentence) =>
      `Elle remplace ce qui a été saisi auparavant pour lui, «\u00a0${sentence}\u00a0», qui demeure dans l’historique.`,
    nothing: "Rien n’est annoncé à quoi l’on puisse répondre.",
  },
};
