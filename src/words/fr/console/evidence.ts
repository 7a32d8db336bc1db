import type { ConsoleDictionary } from "../../dictionary.ts";
import { count } from "../plural.ts";

export const evidence: ConsoleDictionary["screens"]["evidence"] = {
  title: (number) => `Preuve du changement ${number}`,
  lead: (organisation, moment) => `D’après les registres de ${organisation}, en l’état du ${moment}.`,
  what: "Ce qui a été annoncé",
  moreChanges: (n) =>
    `${count(n, "autre changement figure", "autres changements figurent")} dans le dossier de preuves.`,
  whom: "À qui",
  search: "Adresse ou client",
  readers: "Chaque e-mail et son destinataire, dans l’ordre où ils étaient dus",
  nobody: "Personne n’a reçu d’e-mail.",
  sent: "Envoyé",
  arrived: "Arrivé",
  state: "Ce qu’il est devenu",
  answers: "Ce qui a été répondu, et décidé",
  noAnswers: "Personne n’a répondu.",
  before: "«\u00a0Ce qui a été fait\u00a0», plus bas, dit qui a décidé et ce que chacun avait répondu auparavant.",
  came: (date, channel, entered) => `${date}, ${channel}\u00a0; saisie le ${entered}`,
  edited: (came, edited) => `${came}\u00a0; modifiée en dernier le ${edited}`,
  decided: (outcome, moment) => `Décision\u00a0: ${outcome}, ${moment}.`,
  moreAnswers: "Les réponses antérieures figurent dans le dossier de preuves.",
  done: "Ce qui a été fait",
  times: (timeZone) =>
    `D’après le journal, du plus récent au plus ancien, ce qui découle d’une réponse au-dessus de celle-ci\u00a0; heures du fuseau ${timeZone.replaceAll("_", " ")}`,
  when: "Quand",
  who: "Par qui",
  byLink: (name) => `${name}, par un lien personnel`,
  did: "Quoi",
  entry: "Entrée du journal",
  moreEntries: "Les entrées antérieures figurent dans le journal et dans le dossier de preuves.",
  check: "Comment le vérifier",
  how: "Cette page montre les registres\u00a0; le dossier de preuves les prouve. Chaque entrée du journal porte une empreinte qui couvre la précédente\u00a0: aucune ne peut être modifiée, ajoutée ou omise sans que toutes les suivantes changent.",
  steps: (file) => [
    `Prenez le dossier de preuves, ${file}. Son fichier Evidence.html est cette page, à lire\u00a0; son fichier README.txt dit ce que contiennent les autres fichiers.`,
    `Exécutez «\u00a0npm run verify -- ${file}\u00a0» avec le code source publié de ce programme, sans nos serveurs\u00a0; ou calculez les empreintes à la main, comme l’explique le README.`,
    "Comparez la version et la dernière empreinte du journal à celles des e-mails envoyés et de la page publique\u00a0: toute personne informée les détient.",
  ],
  snapshot: (number) => `Version ${number} de la liste, par laquelle il a été annoncé`,
  head: (sequence) => `Dernière entrée du journal, numéro ${sequence}`,
  witness: "SHA-256, sur du JSON canonique (RFC 8785).",
  file: {
    reading:
      "Cette page est destinée à la lecture. Ce qu’elle indique est prouvé par les autres fichiers de cette archive, qu’un expert peut vérifier comme l’explique README.txt\u00a0; la page elle-même n’est pas vérifiée avec eux.",
    concerned: "Qui était concerné",
    customers: "Les clients concernés, avec les conditions applicables alors et les dates qui en découlent",
    noCustomers: "Aucun client n’était concerné.",
    customer: "Client",
    termsHead: "Conditions d’alors",
    terms: {
      notice: (period, own) =>
        `Préavis, selon ${own ? "les conditions propres de l’organisation" : "son contrat"}\u00a0: ${period}.`,
      object: (period, own) =>
        `Délai d’objection, selon ${own ? "les conditions propres de l’organisation" : "son contrat"}\u00a0: ${period}.`,
      objectAsNotice: "Délai d’objection\u00a0: aussi long que le préavis.",
      objectBefore: (days) =>
        days === 1
          ? "Une objection peut être émise jusqu’à la fin de la veille de l’effet."
          : `Une objection peut être émise jusqu’à ${days} jours avant l’effet.`,
      counted: (date, timeZone) =>
        `Comptés à partir de l’avis du ${date}, en jours du fuseau horaire ${timeZone.replaceAll("_", " ")}.`,
      holidays: (days, own) =>
        `Jours fériés non comptés, selon ${own ? "les conditions propres de l’organisation" : "son contrat"}\u00a0: ${days}.`,
      noHolidays: "Aucun jour férié n’était indiqué pour cette période.",
      emergency: {
        allowed: "En cas d’urgence, un changement peut prendre effet aussitôt.",
        "not-allowed": "Même une urgence n’abrège pas son préavis.",
      },
      emergencyPeriod: (period) => `Préavis en cas d’urgence\u00a0: ${period}.`,
      newcomer: "Il n’a été concerné qu’après l’annonce\u00a0: rien n’attend la fin de son préavis.",
      specific:
        "Autorisation spécifique\u00a0: chaque changement doit être autorisé, et une objection retient le changement.",
      onObjection: {
        continues: "Autorisation générale\u00a0: une objection ne suspend pas le changement.",
        suspends:
          "Autorisation générale\u00a0: une objection émise à temps suspend ce qui le concerne jusqu’à la décision.",
      },
      notRecorded: "Ses délais n’ont pas été enregistrés lors de l’annonce.",
      none: "Ce qui le concerne n’attend aucun préavis.",
    },
    earliest: "Effet au plus tôt selon ces conditions",
    until: "Dernier jour pour émettre une objection",
    extended: (first, later) => `${first}\u00a0; après un report, ${later}`,
    since: "Concerné depuis",
    fromTheFirst: "L’annonce",
    mails: {
      title: "Le texte de chaque e-mail",
      hint: "Tel qu’il a été rédigé avant le premier envoi, avec sa place dans cette archive. Ce qui est propre à chaque destinataire figure entre crochets\u00a0: [token] et [respond] dans ses liens, [customer] pour le client au nom duquel il parle, [addressee] pour son nom.",
      followers: "pour qui suit la liste",
      contacts: "pour les contacts de clients",
      line: (line, file) => `${file}, ligne ${line}`,
    },
    times: (timeZone) =>
      `D’après le journal, à partir de la première entrée, ce qui découle d’une réponse après celle-ci\u00a0; heures du fuseau ${timeZone.replaceAll("_", " ")}`,
    leftOut:
      "Figure ici ce qui a été fait au sujet de ce changement, de ses prestataires et des réponses reçues. La rédaction des e-mails, ou l’oubli de leurs destinataires une fois leur délai écoulé, n’est pas répétée ici, ni ce qui a été fait au sujet des clients et des réglages\u00a0: audit.txt contient tout ce qui a été fait dans ce registre.",
  },
};
