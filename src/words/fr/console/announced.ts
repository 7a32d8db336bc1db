import type { ConsoleDictionary } from "../../dictionary.ts";
import { de } from "../names.ts";
import { count } from "../plural.ts";
import { acts } from "./acts.ts";

const customers = (n: number) => count(n, "client", "clients");

export const announced: ConsoleDictionary["screens"]["announced"] = {
  tabs: {
    label: "Ce changement",
    overview: "Aperçu",
    differences: "Ce qui change",
    mails: "Qui a été informé",
  },
  badges: {
    waits: {
      approval: "En attente d’autorisation",
      objection: "Suspendu par une objection",
      other: "En attente d’un changement antérieur",
    },
    emergency: "Plus tôt que d’habitude",
    rectification: "Rectification de la liste",
    baseline: "Première liste",
    postponed: "Reporté",
  },
  facts: "L’annonce",
  firstList: {
    facts: "La publication",
    title: "La liste",
    noNotice: "Première publication de la liste telle qu’elle était. Aucun avis n’a été envoyé.",
    caption: "Les prestataires de la première liste",
    vendor: "Prestataire",
    since: "Première publication ici le",
  },
  next: {
    title: "La suite",
    nothing: "Ce changement n’appelle plus de suite.",
    withdrawn: "Il ne s’applique pas et n’appelle plus de suite.",
    reminder: (names, n) =>
      n === 1
        ? `Rappel aux contacts ${de(names)} qui n’auront pas répondu d’ici là.`
        : `Rappel aux contacts des clients suivants qui n’auront pas répondu d’ici là\u00a0: ${names}.`,
    answered: {
      objected: (name, date) => `objection ${de(name)} le ${date}`,
      asked: (name, date) => `question ${de(name)} le ${date}`,
      approved: (name, date) => `autorisation ${de(name)} le ${date}`,
      acknowledged: (name, date) => `${name} en a pris note le ${date}`,
    },
    decided: (said, date, outcome) => `${said}, décision le ${date} (${outcome})`,
    replied: (said, date) => `${said}, réponse donnée le ${date}`,
    undecided: (said) => `${said}, sans suite à ce jour`,
    alreadyAnswered: (said, more) =>
      `Déjà répondu\u00a0: ${[...said, ...(more > 0 ? [count(more, "autre", "autres")] : [])].join("\u00a0; ")}.`,
    lastDay: (names) => `Dernier jour pour émettre une objection pour ${names}.`,
    followersLastDay: "Dernier jour pour émettre une objection, selon vos propres conditions.",
    effect: (names) => `Prise d’effet\u00a0: ${names}.`,
    earliest: (names, awaited) => `Prise d’effet au plus tôt\u00a0: ${names}. ${awaited}`,
    heldUp: (names, awaited) => `Prise d’effet prévue\u00a0: ${names}. ${awaited}`,
    between: (n) => `${count(n, "autre date", "autres dates")} avant la dernière`,
    awaited: (approval, objection) =>
      [
        approval && `Autorisation attendue\u00a0: ${approval}.`,
        objection && `Votre décision est attendue sur l’objection de ${objection}.`,
      ]
        .filter((each) => each !== "")
        .join(" ") || "Des clients doivent encore se prononcer.",
    open: (n) =>
      n === 1 ? "Une objection ou une question reste sans suite." : `${n} objections et questions restent sans suite.`,
  },
  reminded: (n) => (n === 1 ? "1 client a reçu un rappel." : `${n} clients ont reçu un rappel.`),
  concern: {
    title: "Qui est concerné",
    customers: (n) =>
      n === 0 ? "Aucun client n’est concerné par contrat." : `${customers(n)} ${n === 1 ? "concerné" : "concernés"}.`,
    ofChange: (n) => (n === 0 ? "Aucun client" : customers(n)),
    unreachable: (n) =>
      n === 1
        ? "Pour l’un d’eux, personne n’a pu être informé lors de l’annonce."
        : `Pour ${n} d’entre eux, personne n’a pu être informé lors de l’annonce.`,
    each: "Chaque client, et jusqu’à quand il peut émettre une objection",
    exempted: (n) => `Il ne s’applique pas à ${customers(n)}, comme convenu.`,
  },
  changes: {
    caption: "Les changements, chacun à sa date",
    what: "Ce qui change",
    when: "Quand",
    whom: "Concerne",
    all: (n) => `Les ${n}, champ par champ`,
  },
  approvals: {
    title: "Autorisations",
    missing: (n) =>
      n === 1
        ? "Le contrat d’un client exige son autorisation, qui manque\u00a0:"
        : `Les contrats de ${n} clients exigent leur autorisation, qui manque\u00a0:`,
    objecting: (n) =>
      n === 1
        ? "Un client a émis une objection, et son contrat prévoit que le changement attende l’issue\u00a0:"
        : `${n} clients ont émis une objection, et leurs contrats prévoient que le changement attende l’issue\u00a0:`,
    former: (n) =>
      n === 1
        ? "L’un a été supprimé et n’est plus attendu\u00a0:"
        : `${n} ont été supprimés et ne sont plus attendus\u00a0:`,
    given: (given, all) => `${given} sur ${all} autorisations ont été données.`,
    waived: (date) => `Depuis le ${date}, le changement s’en passe. Raison donnée\u00a0:`,
  },
  accepted: {
    title: "Accepté avec un motif",
    by: "Accepté par",
    at: "Quand",
    why: "Motif donné\u00a0:",
    unsaid: (vendor, code) =>
      `${vendor}\u00a0: un constat du type «\u00a0${code}\u00a0», selon le nom qu’en donne le journal\u00a0; avec les réglages d’aujourd’hui, il ne serait plus fait.`,
    more: (n) => `et ${count(n, "autre", "autres")}, que nomme l’entrée de l’annonce dans le journal`,
    internal: "Cela figure dans le journal et dans les preuves. Ni les clients ni le public ne le voient.",
  },
  answers: {
    title: "Réponses",
    none: "Personne n’a encore répondu.",
    open: (n) => (n === 1 ? "Une attend une suite" : `${n} attendent une suite`),
    superseded: (n) =>
      n === 1
        ? "Une autorisation ne compte pas\u00a0: une autre réponse de son client la prive d’effet."
        : `${n} autorisations ne comptent pas\u00a0: d’autres réponses de leurs clients les privent d’effet.`,
    closed: "L’annulation a clos ce qui était ouvert.",
    kinds: {
      acknowledged: (n) => count(n, "prise d’acte", "prises d’acte"),
      asked: (n) => count(n, "question", "questions"),
      objected: (n) => count(n, "objection", "objections"),
      approved: (n) => count(n, "autorisation", "autorisations"),
    },
    caption: "Objections et questions qui attendent une suite",
    columns: { who: "De", what: "Quoi", until: "Recevable jusqu’au" },
    objected: "Objection",
    asked: "Question",
    late: "tardive",
    onward: "Toutes les réponses",
  },
  mails: {
    title: "E-mails",
    none: "Personne n’a été informé de ce changement.",
    caption: "Ce qui a été envoyé, et où en est l’envoi",
    columns: { notice: "E-mail", since: "Depuis", states: "État" },
    onward: "Envois",
    notices: {
      announcement: "Annonce",
      "late-announcement": "Annonce ultérieure",
      correction: "Correction",
      postponement: "Report",
      release: "Prise d’effet",
      hold: "Mise en attente",
      waiver: "Poursuite sans autorisation",
      reminder: "Rappel",
      withdrawal: "Annulation",
      receipt: "Accusé de réception d’une réponse",
      resolution: "Suite donnée à une réponse",
    },
    states: {
      pending: (n) => `${n} à envoyer`,
      uncertain: (n) => `${n} dont l’issue est inconnue`,
      skipped: (n) => count(n, "n’est plus envoyé", "ne sont plus envoyés"),
      accepted: (n) => count(n, "envoyé, arrivée non confirmée", "envoyés, arrivée non confirmée"),
      suppressed: (n) => `${n} vers des adresses qui n’acceptent pas d’e-mail`,
      failed: (n) => count(n, "en échec", "en échec"),
      delivered: (n) => count(n, "arrivé", "arrivés"),
      bounced: (n) => count(n, "revenu", "revenus"),
      complained: (n) => count(n, "signalé comme indésirable", "signalés comme indésirables"),
    },
    troubled: "Qui n’a pas été joint, et pourquoi",
    newestFirst: "Du plus récent au plus ancien",
    arrivedMeans:
      "«\u00a0Arrivé\u00a0» signifie que le serveur de messagerie du destinataire a accepté l’e-mail pour cette adresse, selon le prestataire d’envoi. Le fait qu’il ait été lu n’est pas enregistré.",
    allReached: "Chaque e-mail est arrivé ou en route.",
    trouble: { who: "À", state: "Ce qui s’est passé", why: "Pourquoi", when: "Quand" },
    state: {
      pending: "À envoyer",
      uncertain: "Issue inconnue",
      skipped: "N’est plus envoyé",
      accepted: "Envoyé",
      suppressed: "L’adresse n’accepte pas d’e-mail",
      failed: "En échec",
      delivered: "Arrivé",
      bounced: "Revenu",
      complained: "Signalé comme indésirable",
    },
    causes: {
      withdrawn: "Le changement a été annulé avant l’envoi.",
      overtaken: "Un jour qu’il mentionne était passé avant l’envoi\u00a0: un autre e-mail l’a remplacé.",
      erased: "La personne a été effacée.",
      suppressed: "L’adresse n’accepte pas d’e-mail.",
      unsubscribed: "La personne ne souhaite plus d’e-mail.",
      "told already": "La personne avait déjà été informée.",
      "nothing to answer": "Il n’y avait plus rien à répondre.",
      bounced: "L’adresse n’existe pas ou n’accepte pas d’e-mail.",
      complained: "Le destinataire a signalé un e-mail antérieur comme indésirable.",
    },
    erased: "Une personne effacée",
    follower: "Abonné",
    missed: (n) =>
      n === 1
        ? "Un e-mail a manqué son destinataire et peut être renvoyé."
        : `${n} e-mails ont manqué leurs destinataires et peuvent être renvoyés.`,
  },
  ...acts,
};
