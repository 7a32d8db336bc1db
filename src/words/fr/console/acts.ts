import type { acts as english } from "../../en/console/acts.ts";
import { count } from "../plural.ts";

const people = (n: number) => count(n, "personne", "personnes");

export const acts: typeof english = {
  can: {
    title: "Ce que vous pouvez faire",
    withdraw: {
      link: "Annuler le changement",
      text: "Y renoncer avant sa prise d’effet. Il reste consigné comme annulé.",
    },
    correct: {
      link: "Corriger",
      text: "Dire ce que l’avis avait de faux. Ce qui a été annoncé reste tel quel.",
    },
    postpone: { link: "Reporter", text: "Le remettre à un jour ultérieur." },
    waive: {
      link: "Se passer des autorisations",
      overObjection: "Poursuivre malgré l’objection",
      another: "Vous avez rédigé ce changement\u00a0: c’est à une autre personne de le faire.",
      text: "Une exception\u00a0: poursuivre sans l’autorisation qu’un contrat exige, ou malgré une objection qui suspend le changement\u00a0; vous ne pouvez répondre à la place du client. Chaque client attendu en est informé, avec votre motif, et les deux restent consignés.",
    },
    resend: {
      link: "Renvoyer",
      text: "Envoyer de nouveau ce qui a manqué ses destinataires, une fois la cause corrigée.",
    },
    evidence: {
      link: "Dossier de preuve",
      text: "Un fichier qui prouve qui a été informé de quoi, et quand. Un tiers peut le vérifier sans nous.",
      read: "Le lire comme une page",
    },
    evidencePage: {
      link: "Preuve",
      text: "Une page qui dit qui a été informé de quoi et quand, ce qui a été répondu et ce qui a été fait. Un administrateur peut l’obtenir sous forme de fichier qui le prouve.",
    },
  },
  began: {
    announce: "Annoncé. Les messages sont en cours d’envoi\u00a0; cette page en suit l’avancement.",
    publish: "Publié. La liste figure désormais sur sa page\u00a0; personne n’a été contacté.",
  },
  act: {
    withdraw: {
      title: "Annuler ce changement",
      lead: "Il ne prendra pas effet. La liste publiée redevient ce qu’elle devait être sans lui, et tous ceux qui ont été informés apprennent l’annulation. C’est définitif\u00a0: pour faire le changement malgré tout, annoncez-le de nouveau.",
      button: "L’annuler et les informer",
      did: "Annulé. Ceux qui avaient été informés du changement l’apprennent.",
    },
    correct: {
      title: "Corriger l’annonce",
      lead: "Dites avec vos mots ce qui était faux et ce qui est exact. C’est publié à côté de l’annonce et envoyé à ceux qui ont été informés de ce que vous corrigez. Le changement lui-même demeure\u00a0: pour modifier ce qui sera fait, annulez-le et annoncez-le de nouveau.",
      button: "Publier la correction et les informer",
      did: "Corrigé. Ceux qui avaient été informés du changement l’apprennent.",
    },
    postpone: {
      title: "Reporter ce changement",
      lead: "Il prend effet un jour ultérieur. Ceux qui en ont été informés apprennent le nouveau jour, et pourquoi.",
      button: "Le reporter et les informer",
      did: "Reporté. Ceux qui en avaient été informés l’apprennent.",
    },
    waive: {
      title: "Se passer des autorisations",
      overObjection: "Poursuivre malgré l’objection",
      lead: "Le changement prend effet à sa date, ou aujourd’hui si elle est passée (plus tard si un contrat laisse encore des jours pour émettre une objection avant), bien que des clients ne l’aient pas autorisé ou aient émis une objection. Leurs contrats exigent leur autorisation, ou prévoient qu’une objection suspend le changement (art. 28, § 2, du RGPD)\u00a0: passer outre peut enfreindre le contrat et cet article. Si deux personnes doivent intervenir, c’est à une autre que l’auteur de le faire. Ils en sont informés aussitôt, avec votre raison.",
      button: "Poursuivre sans les autorisations",
      did: "Le changement se poursuit. Ceux qui étaient attendus en sont informés.",
    },
    resend: {
      title: "Renvoyer ce qui a manqué ses destinataires",
      lead: "Les e-mails en échec ou revenus sont envoyés une fois de plus, aux adresses qui acceptent l’e-mail. Une annonce dit ce qui est vrai aujourd’hui. Corrigez d’abord la cause\u00a0: sans cela, l’envoi échouera de nouveau.",
      button: "Renvoyer",
      did: "Nouvel envoi en cours.",
    },
  },
  wrong: {
    question: "Qu’est-ce qui était inexact\u00a0?",
    onward: "Continuer",
    choices: {
      wording: [
        "Seulement la rédaction de l’avis",
        "La liste est exacte, et rien ne s’ajoute à ce qui a été annoncé. Vous rectifiez l’avis dans vos propres mots\u00a0: ils figurent à côté de l’annonce et sont envoyés à tous ceux qui l’ont reçue.",
      ],
      entry: [
        "Une entrée de la liste",
        "Ce que la liste dit d’un prestataire est inexact, ou la date à laquelle cela s’applique. Des mots n’y changeraient rien\u00a0: l’entrée elle-même est rectifiée, et tous ceux qui ont été informés l’apprennent.",
      ],
      more: [
        "Il manque quelque chose\u00a0: d’autres données, un autre lieu, une autre société ou finalité",
        "Les clients donnent leur autorisation, ou n’émettent pas d’objection, au vu de ce qui leur a été dit (art. 28, par. 2, du RGPD). Ce qui va au-delà demande un avis avec son propre délai d’objection\u00a0; une autorisation antérieure ne le couvre pas.",
      ],
    },
    more: {
      title: "Annoncer ce qui manque",
      lead: "Ce qui a été annoncé ne couvre que ce qui y est dit. Ce qui s’y ajoute appelle son propre délai d’objection et ses propres autorisations.",
      inForce:
        "Ce changement est en vigueur. Ce qui va au-delà est un changement à part\u00a0: modifiez l’entrée et annoncez-le. S’il en est déjà ainsi, annoncez-le comme une urgence, avec son motif.",
      removed:
        "Ce prestataire a quitté la liste. Ce qui s’y fait encore est un changement à part\u00a0: ajoutez-le de nouveau sur sa page.",
      toCome:
        "Ce changement n’est pas encore en vigueur. Annulez-le, puis annoncez-le à nouveau avec ce qui manque\u00a0: le préavis recommence, les réponses sont closes et les autorisations redemandées. Si l’entrée le dit déjà, et qu’aucun contrat n’exige d’autorisation, vous pouvez aussi le reporter avec un nouveau dernier jour pour émettre une objection, en disant dans la raison ce qui manquait.",
    },
    entry: {
      title: "Rectifier l’entrée",
      lead: "Une correction de l’avis laisserait la liste telle quelle. Ce qui est inexact dans une entrée y est rectifié\u00a0; tous ceux qui ont été informés l’apprennent.",
      inForce:
        "Ce changement est en vigueur. Dites ce qui était inexact dès l’origine\u00a0: la liste est rectifiée aussitôt, ses versions passées l’indiquent et les personnes concernées en sont informées. Cette voie ne sert pas à annoncer du nouveau.",
      rectify: "Rectifier une erreur",
      toCome:
        "Ce changement n’est pas encore en vigueur. Annulez-le, puis annoncez-le à nouveau tel qu’il doit être\u00a0: le préavis recommence et les réponses sont closes. Si seule sa date est inexacte, reportez-le. Dans les deux cas, tous ceux qui ont été informés l’apprennent.",
      removed:
        "Ce prestataire a quitté la liste. S’il devait y rester, ajoutez-le de nouveau sur sa page\u00a0; dans ce projet, ouvrez ensuite «\u00a0Une urgence, ou une rectification de la liste\u00a0» et dites ce qui était inexact.",
      toVendor: "Vers le prestataire",
      wording: "Il ne s’agit finalement que de la rédaction de l’avis",
    },
  },
  fields: {
    reason: "Raison",
    text: "Ce qui était faux, et ce qui est exact",
    effectiveOn: "Nouveau jour de prise d’effet",
    lastDayToObjectOn: "Nouveau dernier jour pour émettre une objection",
    changes: "Quels changements",
  },
  hints: {
    date: (now, example) => `Actuellement\u00a0: ${now}. Plus tard, par exemple ${example}.`,
    ofSome: (names, date) => `${names}, le ${date}`,
    otherDays: (n) => `${count(n, "autre jour", "autres jours")} d’autres clients`,
    ownTerms: (date) => `selon vos propres conditions, le ${date}`,
    stays: (goes, stays) =>
      `Est annulé ce qui n’est pas encore en vigueur\u00a0: ${goes}. Reste en vigueur et sur la liste\u00a0: ${stays}. Seuls ceux qui avaient été informés de ce qui est annulé l’apprennent.`,
    withdrawReason: "Facultatif. Tous ceux qui ont été informés la lisent, et le public aussi.",
    publicReason: "Tous ceux qui sont informés la lisent, et le public aussi.",
    waiveReason: "Les clients attendus la lisent\u00a0: n’en nommez aucun autre.",
    resendReason: "Pour le journal\u00a0: ce qui n’allait pas, et ce que vous avez fait.",
    text: "Tous ceux qui sont informés le lisent, et le public aussi.",
    textIn:
      "Tous ceux qui sont informés le lisent, et le public aussi. Qui lit une langue laissée vide reçoit le texte d’une autre.",
    lastDay: (days) =>
      `Laissez vide pour que chacun garde son jour\u00a0: ${days.join("\u00a0; ")}. Si un contrat permet d’émettre une objection jusqu’à tant de jours avant la prise d’effet, son jour est déplacé dans tous les cas.`,
    changesWithdrawn: "Seuls sont informés ceux que ces changements concernent.",
  },
  told: {
    title: "Qui est informé",
    notices: {
      withdrawal: "De l’annulation",
      correction: "De la correction",
      postponement: "Du nouveau jour",
      waiver: "De la poursuite sans leur autorisation",
      release: "Du jour de prise d’effet",
    },
    ofOther: (kind, number) => `${kind}, pour le changement ${number}`,
    people: (all, contacts, followers) =>
      `${people(all)}\u00a0: ${[
        ...(contacts > 0 ? [count(contacts, "contact de clients", "contacts de clients")] : []),
        ...(followers > 0 ? [count(followers, "abonné", "abonnés")] : []),
      ].join(", ")}.`,
    noticeTo: (people) => `Avis adressé à ${people}`,
    nobodyThen: "Personne n’en a été informé.",
    nobody: "Personne n’est informé.",
    byLanguage: (languages) => `Par langue\u00a0: ${languages}.`,
    inLanguage: (language, n) => `${language} ${n}`,
    suppressed: (n) =>
      n === 1
        ? "Une autre a une adresse qui n’accepte pas d’e-mail."
        : `${n} autres ont une adresse qui n’accepte pas d’e-mail.`,
    untried: "Ceux dont l’annonce n’est pas encore partie n’apprennent rien du tout.",
    mail: (audience, language, customer) =>
      audience === "followers"
        ? `À un abonné, ${language}`
        : `À un contact de ${customer ?? "plusieurs clients"}, ${language}`,
    mailHint:
      "L’e-mail tel qu’il est envoyé, avec les liens et les dates d’un lecteur. Les autres lisent les leurs. Le nom du lecteur, s’il est connu, est ajouté à la formule d’appel lors de l’envoi.",
    unwritten: "Remplissez le formulaire pour voir l’e-mail.",
    missed: (n) => (n === 1 ? "Un e-mail est renvoyé." : `${n} e-mails sont renvoyés.`),
  },
  changed: {
    title: "Depuis que vous avez ouvert cette page, quelque chose a changé",
    state: "l’état du changement",
    dates: "le jour de prise d’effet ou le dernier jour pour émettre une objection",
    approvals: "qui l’a autorisé ou a émis une objection",
    notices: "ce qui en a été dit aux destinataires",
    text: "Rien n’a été fait. Vous voyez ci-dessous ce qui vaut maintenant\u00a0: relisez, et renvoyez le formulaire si vous le voulez toujours.",
  },
  cannot: {
    title: "Ce n’est plus possible",
    withdrawn: "Le changement a été annulé entre-temps.",
    draft: "C’est un projet\u00a0: personne n’en a encore été informé.",
    anotherTitle: "C’est à une autre personne de le faire",
    another:
      "Vous avez rédigé ce changement\u00a0: c’est à une autre personne de poursuivre sans les autorisations, ou malgré une objection.",
    back: "Retour au changement",
  },
};
