import type { Dictionary } from "../../dictionary.ts";
import { de } from "../names.ts";

const these = (count: number) => (count === 1 ? "ce client" : "ces clients");

export const toOrganisation: Dictionary["toOrganisation"] = {
  answer: {
    sentences: {
      acknowledged: (who, number) => `${who} prend acte du changement ${number}`,
      approved: (who, number) => `${who} autorise le changement ${number}`,
      asked: (who, number) => `${who} pose une question sur le changement ${number}`,
      objected: (who, number) => `${who} émet une objection au changement ${number}`,
    },
    changed: (who, number) => `${who} a modifié sa réponse au changement ${number}`,
    follower: "une personne qui suit la liste",
    unverified: (name) => `${name} (selon ses dires, non vérifié)`,
    leads: {
      acknowledged: "Une réponse nous est parvenue\u00a0:",
      approved: "Une autorisation nous est parvenue\u00a0:",
      asked: "Une question nous est parvenue\u00a0:",
      objected: "Une objection nous est parvenue\u00a0:",
    },
    leadChanged: "Une réponse a été modifiée. Voici celle qui vaut désormais\u00a0:",
    answer: "Réponse",
    before: "Auparavant",
    who: "Qui",
    customerId: "Client",
    received: "Reçue le",
    inTime: "à temps",
    texts: {
      acknowledged: "Dans ses termes",
      approved: "Dans ses termes",
      asked: "La question",
      objected: "L’objection",
    },
    open: "Ouvrir cette réponse dans la console",
    next: {
      acknowledged: null,
      approved: null,
      asked: "Répondez-y\u00a0: vos explications sont envoyées à la personne qui a posé la question.",
      objected: "Décidez-y de la suite à donner\u00a0: la décision est envoyée à la personne qui a émis l’objection.",
    },
    does: {
      held: (vendors) =>
        `En vertu du contrat du client, l’objection suspend ce qui a été annoncé concernant ${vendors}\u00a0: cela ne prend pas effet avant que vous n’ayez enregistré la suite donnée à l’objection, ou passé outre, sur la page du changement, pour un motif enregistré.`,
      waiting: (vendors) =>
        `À elle seule, l’objection ne suspend pas ce qui a été annoncé concernant ${vendors}. Cela reste néanmoins en attente\u00a0: la page du changement, dans la console, dit de qui.`,
      coming: (vendors, date) =>
        `L’objection ne suspend pas ce qui a été annoncé concernant ${vendors}\u00a0: cela prend effet le ${date}, sauf si vous le reportez ou l’annulez.`,
      done: (vendors, date) =>
        `Ce qui a été annoncé concernant ${vendors} est en vigueur depuis le ${date}\u00a0; à elle seule, l’objection n’y change rien.`,
      corrected: (vendors) =>
        `Ce que la liste indique concernant ${vendors} valait déjà auparavant\u00a0; à elle seule, l’objection n’y change rien.`,
      approval: (vendors) =>
        `En vertu du contrat du client, ce qui a été annoncé concernant ${vendors} requiert en outre son autorisation.`,
    },
    waiting:
      "Cette autorisation ne compte pas encore\u00a0: un contact a désigné cette personne à sa place. Confirmez qu’elle répond pour le client, ou retirez-la de ses contacts.",
    preheader: (when, date) => `Reçue le ${date}${when === null ? "" : `, ${when}`}.`,
  },
  answers: {
    sentence: (count) =>
      count === 1 ? "une réponse à un avis est parvenue" : `${count} réponses à des avis sont parvenues`,
    lead: (count) =>
      count === 1
        ? "Cette réponse est parvenue sans vous avoir été signalée alors\u00a0:"
        : "Ces réponses sont parvenues sans vous avoir été signalées une à une\u00a0:",
    line: (who, kind, number) => `${who}\u00a0: ${kind} (changement ${number})`,
    more: (count) =>
      count === 1 ? "Et une autre, que donne la console." : `Et ${count} autres, dont la console donne la liste.`,
    open: "Toutes les réponses dans la console",
    preheader: (count) =>
      count === 1 ? "Elle ne vous a pas été signalée à son arrivée." : "Elles ne vous ont pas été signalées une à une.",
  },
  deadline: {
    what: (number, vendors) => `changement ${number}${vendors === null ? "" : ` (${vendors})`}`,
    sentences: {
      "last-day": (what, date) =>
        `le dernier jour pour émettre une objection au ${what} est le ${date}, et des points restent ouverts`,
      "eve-held": (what, date) =>
        `le ${what} ne prendra pas effet le ${date}, sauf si ce qu’il attend est réglé d’ici là`,
      "eve-in-part": (what, date) =>
        `le ${what} doit prendre effet le ${date}, sauf pour partie si ce qu’il attend n’est pas réglé d’ici là`,
      eve: (what, date) => `le ${what} doit prendre effet le ${date}, et des points restent ouverts`,
      "in-force": (what, date) => `le ${what} est en vigueur depuis le ${date}, et des réponses restent ouvertes`,
      held: (what, date) => `le ${what}, prévu pour le ${date}, est en attente\u00a0: des points restent ouverts`,
    },
    leads: {
      "last-day": (_, until) =>
        `Ceci n’est pas réglé, ou pas autorisé, et le dernier jour pour émettre une objection approche, le ${until}\u00a0:`,
      eve: (what) => `Ceci n’est pas réglé, ou pas autorisé, à la veille du jour prévu pour le ${what}\u00a0:`,
      "in-force": (what) =>
        `Ces objections ou questions restent ouvertes bien que le ${what} soit en vigueur. Ceux qui les ont formulées n’ont encore aucune décision de votre part\u00a0:`,
      held: (what) => `Le jour prévu pour le ${what} est arrivé. Il n’est pas en vigueur, et ceci reste ouvert\u00a0:`,
    },
    ofSome: (line, vendors) => `${line} (${vendors})`,
    response: (who, kind, date) => `${who}\u00a0: ${kind} du ${date}`,
    settled: (line) => `${line} (réglé entre-temps)`,
    approval: (who) => `${who}\u00a0: son autorisation manque`,
    next: {
      decide: "Décidez dans la console de la suite à donner à une objection, et répondez-y aux questions.",
      approve:
        "Seul le client peut donner son autorisation\u00a0; une autorisation reçue par courrier ou par e-mail se saisit dans la console.",
      goOn: "Passer outre avant cela exige un motif enregistré, sur la page du changement.",
    },
    preheader: (count) => (count === 1 ? "Un point reste ouvert." : `${count} points restent ouverts.`),
    open: "Les réponses ouvertes dans la console",
  },
  paused: {
    sentence: "l’envoi des avis a été suspendu",
    lead: (date, because) =>
      `Le ${date}, le prestataire d’envoi a refusé tous les messages de ce registre\u00a0: ${because}. Rien n’est perdu, mais avis, confirmations et rappels n’ont plus été envoyés à partir de là.`,
    arrived: "Que ce message vous parvienne montre que l’envoi a repris. Ce qui a dû attendre part en retard.",
    next: "Vérifiez si un dernier jour pour émettre une objection est arrivé ou passé entre-temps. Corrigez la cause auprès du prestataire, si ce n’est pas fait.",
    open: "L’état de l’envoi, dans la console",
    preheader: "Des avis n’ont pas été envoyés pendant un temps.",
  },
  unreachable: {
    sentence: (count) =>
      count === 1
        ? "un client ne peut plus être informé des changements"
        : `${count} clients ne peuvent plus être informés des changements`,
    lead: (count) =>
      `Aucun contact de ${these(count)} ne peut être joint\u00a0: il n’y en a pas, ou chacun est parti ou n’est pas joignable par e-mail.`,
    next: (count) =>
      count === 1
        ? "Les avis lui restent dus\u00a0: indiquez un autre contact."
        : "Les avis leur restent dus\u00a0: indiquez un autre contact pour chacun.",
    open: "Les clients sans contact, dans la console",
    preheader: (count) => `Les avis ${count === 1 ? "lui" : "leur"} restent dus.`,
  },
  contactLeft: {
    sentence: "un contact d’un client est parti",
    lead: (count) => `Un contact de ${these(count)} ne souhaite plus recevoir de messages\u00a0:`,
    next: () =>
      "D’autres contacts restent informés à sa place. Rien n’est à faire\u00a0; indiquez quelqu’un d’autre s’il le faut.",
    open: "De qui il s’agit, dans la console",
  },
  contactReplaced: {
    sentence: "un client a un nouveau contact",
    lead: (count) =>
      `Un contact de ${these(count)} a nommé quelqu’un à sa place, qui l’a confirmé et est désormais informé\u00a0:`,
    next: () =>
      "Tant que ni vous, sur la page du client, ni ce contact n’avez confirmé que cette personne répond pour le client, aucune autorisation de sa part ne compte. Si elle ne doit pas du tout être informée, retirez-la des contacts du client.",
    open: "De qui il s’agit, dans la console",
  },
  contactVouched: {
    sentence: "un contact a confirmé la personne nommée à sa place",
    lead: (count) =>
      `Un contact de ${these(count)} a confirmé que la personne qu’il a nommée répond à sa place\u00a0; ses autorisations comptent désormais\u00a0:`,
    next: (count) =>
      count === 1
        ? "Si cette personne ne doit pas répondre pour ce client, retirez-la de ses contacts."
        : "Si cette personne ne doit pas répondre pour ces clients, retirez-la de leurs contacts.",
    open: "De qui il s’agit, dans la console",
  },
  findings: {
    sentence: (count) => (count === 1 ? "un nouveau constat sur la liste" : `${count} nouveaux constats sur la liste`),
    lead: "Quelque chose a changé à propos de la liste publiée, sans modification de votre part\u00a0:",
    open: "Ce qui vous attend, dans la console",
    preheader: "Quelque chose a changé à propos de la liste publiée, sans modification de votre part.",
  },
  own: (organisation) => `Ce message du registre ${de(organisation)} est adressé à l’organisation elle-même.`,
};
