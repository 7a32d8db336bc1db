import type { ConsoleDictionary } from "../../dictionary.ts";
import { count } from "../plural.ts";

const mails = (n: number) => count(n, "message", "messages");

export const delivery: ConsoleDictionary["screens"]["delivery"] = {
  lead: "Ce qui est en cours d’envoi, ce qui le retient, et quels messages n’ont pas atteint leur lecteur.",
  tabs: { sending: "Envoi", suppressed: "Adresses exclues", reports: "Rapports du prestataire d’envoi" },
  states: {
    idle: "Rien à envoyer",
    sending: "Envoi en cours",
    waiting: "En attente",
    paused: "Suspendu",
    held: "Retenu",
  },
  state: "État",
  pending: "Reste à envoyer",
  pendingOf: (n) => (n === 0 ? "Rien" : mails(n)),
  next: "Prochaine tentative",
  end: "Fin prévue",
  limit: "Limite du prestataire d’envoi",
  limitOf: (requests, seconds) =>
    `${count(requests, "requête", "requêtes")} en ${count(seconds, "seconde", "secondes")}`,
  paused: {
    title: "L’envoi est suspendu",
    text: (since) =>
      `Depuis le ${since}, le prestataire d’envoi refuse nos messages. Rien n’est perdu\u00a0: tout attend, et un nouvel essai a lieu chaque minute.`,
    because: "Il répond\u00a0:",
    resume: "Reprendre l’envoi maintenant",
    hint: "Réglez d’abord la cause avec le prestataire d’envoi.",
  },
  held: {
    title: "L’envoi est retenu",
    asked: (since) =>
      `Depuis le ${since}, quelqu’un le retient\u00a0: rien n’est envoyé avant sa reprise. Tout reste en attente.`,
    arrived: (since) =>
      `Le ${since}, ce registre a été transféré ici depuis un autre emplacement. Ce qui y restait à envoyer attend ici.`,
    resume: "Envoyer",
    hint: {
      asked:
        "Si le registre a été transféré ailleurs, ne reprenez pas l’envoi ici\u00a0: ce qui est dû serait envoyé deux fois.",
      arrived:
        "Assurez-vous d’abord que l’autre emplacement est arrêté, ou n’envoie plus rien\u00a0: ce qui est dû serait envoyé deux fois.",
    },
  },
  privacy: {
    title: "Le courrier qui vous est destiné n’arrive pas",
    text: (email, n, since) =>
      `Depuis le ${since}, ${mails(n)} à ${email} ${n < 2 ? "n’est pas arrivé" : "ne sont pas arrivés"}\u00a0: réponses de clients, rappels et autres.`,
    next: (when) => `Prochain essai le ${when}. Si l’adresse est fausse, changez-la\u00a0:`,
    organisation: "Adresse électronique de votre organisation",
  },
  trouble: {
    title: "À trancher ou à examiner",
    none: "Chaque message a été accepté par le serveur de messagerie de son destinataire, ou est en route. On ignore s’il a été lu.",
    noneOfChange: (number) =>
      `Chaque message à propos du changement ${number} a été accepté par le serveur de messagerie de son destinataire, ou est en route. On ignore s’il a été lu.`,
    caption: "Messages envoyés ensemble, les plus récents d’abord",
    what: "Quoi",
    outcome: "Ce qu’il en est advenu",
    tried: "Premier essai",
    decide: "Trancher",
    decideOf: (what) => `Trancher\u00a0: ${what}`,
    ofChange: (kind, number) => `${kind}, changement ${number}`,
    states: {
      uncertain: (n) => `${mails(n)}\u00a0: on ignore ${n < 2 ? "s’il est arrivé" : "s’ils sont arrivés"}`,
      paused: (n) => `${mails(n)}\u00a0: non parti, car l’envoi est en pause`,
      held: (n) => `${mails(n)}\u00a0: non parti, car l’envoi est retenu`,
      pending: (n) => `${mails(n)}\u00a0: pas encore ${n < 2 ? "envoyé" : "envoyés"}, nouvel essai prévu`,
      sent: (failed, n) =>
        `${failed} sur ${mails(n)} ${failed < 2 ? "n’a" : "n’ont"} pas atteint ${failed < 2 ? "son lecteur" : "leur lecteur"}`,
      failed: (failed, n) =>
        `${failed} sur ${mails(n)} ${failed < 2 ? "n’a" : "n’ont"} pas atteint ${failed < 2 ? "son lecteur" : "leur lecteur"}`,
    },
    badges: {
      paused: "En pause",
      held: "Retenu",
      uncertain: "Inconnu",
      pending: "Nouvel essai",
      sent: "Échec",
      failed: "Échec",
    },
    error: "Ce qui en a été dit",
    notTried: "Pas encore",
    attempts: (n) => count(n, "tentative", "tentatives"),
  },
  decide: {
    title: (what) => `Trancher\u00a0: ${what}`,
    uncertain:
      "Pendant 23 heures, le prestataire d’envoi n’a donné aucune réponse\u00a0; rien n’est donc renvoyé de soi-même, pour que personne ne reçoive deux fois la même notification. Vérifiez dans votre compte chez lui si ces messages sont partis, puis dites-le ici.",
    missed:
      "Ces messages n’ont pas atteint leur lecteur, alors que son adresse reçoit du courrier. Une fois la cause réglée, ils peuvent être renvoyés.",
    waiting: "Un nouvel essai aura lieu de lui-même. Il n’y a rien à trancher.",
    as: "Ce qu’il en est",
    options: {
      accepted: "Ils sont partis",
      failed: "Ils ne sont pas partis, et on y renonce",
      resend: "Ils ne sont pas partis, et sont renvoyés",
    },
    resendMissed: "Les renvoyer",
    does: {
      accepted: "Les preuves disent que vous l’avez confirmé. Rien n’est envoyé.",
      failed: "Les preuves disent qu’ils ont échoué. Aucun de leurs destinataires ne compte comme informé par eux.",
      resend: "Qui l’a tout de même reçu la première fois le reçoit deux fois.",
      late: "Une annonce repart comme annonce tardive, avec ce qui vaut alors et ses propres dates.",
    },
    fields: { as: "Ce qu’il en est", reason: "Pourquoi" },
    reasonHint: "Reste dans les preuves et le journal, par exemple\u00a0: vérifié chez le prestataire, ticket 123.",
    button: "Trancher",
  },
  kinds: {
    announcement: "Annonce",
    "late-announcement": "Annonce tardive",
    correction: "Rectification de la liste",
    postponement: "Report",
    release: "Changement qui n’attend plus",
    hold: "Changement de nouveau en attente",
    waiver: "Approbations auxquelles il est renoncé",
    reminder: "Rappel",
    withdrawal: "Retrait",
    "publisher-renamed": "Nouveau nom de l’organisation",
    confirmation: "Confirmation d’abonnement",
    "already-following": "À une personne déjà abonnée",
    invitation: "Invitation d’un contact",
    departure: "Départ d’un contact",
    receipt: "Accusé de réception d’une réponse",
    resolution: "Suite donnée à une réponse",
    objection: "Opposition, à vous",
    question: "Question, à vous",
    approval: "Approbation, à vous",
    "answer-changed": "Réponse modifiée, à vous",
    answers: "Récapitulatif des réponses, à vous",
    unreachable: "Clients que personne ne peut informer, à vous",
    "contact-left": "Contact parti, à vous",
    "contact-replaced": "Contact remplacé, à vous",
    "contact-vouched": "Contact nommé par un autre, à vous",
    deadline: "Rappel d’échéance, à vous",
    "sending-paused": "Envoi suspendu, à vous",
    findings: "Constats, à vous",
    "sign-in": "Lien de connexion",
    "user-invitation": "Invitation à la console",
    "draft-due": "Projet en attente, aux utilisateurs",
    "four-eyes-off": "Quatre yeux désactivé, aux utilisateurs",
    test: "Essai d’un courriel de projet",
  },
  suppressed: {
    lead: "Rien n’est envoyé à ces adresses\u00a0: le courrier y est définitivement refusé, ou leur lecteur s’est plaint. Un contact qui figure ici ne peut pas être informé.",
    search: "Adresse, ou une partie",
    caption: "Les plus anciennes d’abord",
    none: "Aucune adresse n’est exclue.",
    noneText:
      "Une adresse arrive ici quand un message lui revient définitivement, ou que son lecteur se plaint. D’ici là, on peut écrire à chaque contact.",
    noneFound: "Aucune adresse exclue ne correspond.",
    email: "Adresse",
    unknown: "N’est plus connue",
    since: "Depuis",
    why: "Pourquoi",
    reasons: {
      bounced: "Elle n’existe pas, ou refuse définitivement le courrier",
      complained: "Son lecteur a signalé un message comme indésirable",
      suppressed: "Le prestataire d’envoi n’y envoie rien",
    },
    lift: "Lever",
    liftOf: (email) => `Lever\u00a0: ${email}`,
    liftTitle: (email) => `Écrire de nouveau à ${email}`,
    liftText:
      "Du courrier y est de nouveau envoyé dès maintenant. S’il est encore refusé, l’adresse est exclue de nouveau\u00a0; et qui s’est plaint peut le refaire.",
    reason: "Pourquoi",
    reasonHint:
      "Reste pour toujours dans le journal\u00a0: ne nommez personne. Par exemple\u00a0: la boîte existe de nouveau.",
    button: "Lever",
  },
  reports: {
    lead: "Ce que le prestataire d’envoi nous a dit des messages, le plus récent d’abord.",
    caption: "Les plus récents d’abord",
    none: "Le prestataire d’envoi n’a encore rien signalé.",
    noneText:
      "Ce que devient chaque message figure ici dès que des messages sont envoyés. Si rien n’arrive alors, vérifiez le webhook dans le compte chez le prestataire.",
    noneFound: "Le prestataire d’envoi n’a rien signalé de tel.",
    what: "Ce qu’il dit",
    whom: "À qui",
    mail: "Message",
    when: "Quand",
    foreign: "Aucun des nôtres",
    erased: "N’est plus connu",
    types: {
      "email.sent": "Envoyé",
      "email.delivery_delayed": "Retardé",
      "email.delivered": "Remis",
      "email.bounced": "Refusé",
      "email.complained": "Signalé comme indésirable",
      "email.failed": "Échoué",
      "email.suppressed": "Non envoyé\u00a0: adresse exclue",
    },
    filter: "Lesquels",
    all: "Tous",
    trouble: "Seulement ce qui n’est pas arrivé",
  },
};
