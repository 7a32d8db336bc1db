import type { ConsoleDictionary } from "../dictionary.ts";

export const consoleWords: ConsoleDictionary["consoleWords"] = {
  name: "Console",
  title: (page, organisation) => `${page} · ${organisation}`,
  navigation: "Console",
  page: {
    today: "Aujourd’hui",
    changes: "Changements",
    answers: "Réponses",
    vendors: "Prestataires",
    customers: "Clients",
    transfers: "Transferts",
    delivery: "Envois",
    organisation: "Organisation",
    people: "Personnes",
    log: "Journal",
  },
  theList: "La liste publiée",
  signedInAs: (name) => `Connecté en tant que ${name}`,
  signOut: "Se déconnecter",
  roles: {
    read: "Peut consulter",
    write: "Peut rédiger des projets",
    announce: "Peut annoncer",
    admin: "Peut administrer",
  },
  signIn: {
    title: "Connexion à la console",
    button: "Se connecter",
    link: "Ce lien vous connecte une seule fois, dans ce navigateur.",
    ended: "Ce lien a déjà servi, ou il a expiré.",
    email: "Adresse électronique",
    byMail: (minutes) => `Nous vous envoyons un lien qui vous connecte une seule fois, pendant ${minutes} minutes.`,
    send: "M’envoyer un lien",
    wrong: "Ce n’est pas une adresse électronique.",
    byOidc: "Se connecter avec votre compte d’entreprise",
    byAccess: "Se connecter avec Cloudflare Access",
    failed: {
      unreachable: {
        title: "Le service de connexion ne répond pas",
        text: "Vous n’êtes pas connecté. Réessayez dans quelques minutes\u00a0; si cela persiste, prévenez la personne qui exploite le registre.",
      },
      declined: {
        title: "Le service de connexion ne vous a pas connecté",
        text: "Il a refusé, ou vous l’avez quitté avant la fin. Vous pouvez réessayer.",
      },
      untrusted: {
        title: "La réponse du service de connexion n’est pas valable",
        text: "Elle n’est pas destinée à ce registre, ou n’est pas authentique\u00a0: vous n’êtes donc pas connecté. Si vous êtes venu par le bouton de cette page, prévenez la personne qui exploite le registre\u00a0: sa configuration est peut-être erronée.",
      },
      expired: {
        title: "Cette connexion n’a pas commencé ici",
        text: "Elle a commencé dans un autre navigateur, est déjà terminée ou a duré plus de dix minutes. Recommencez.",
      },
      unverified: {
        title: "Votre adresse électronique n’est pas confirmée",
        text: "Le service de connexion ne garantit pas que l’adresse de votre compte est bien la vôtre. Dès qu’il le fera, vous pourrez vous connecter ici.",
      },
      taken: {
        title: "Cette adresse électronique est celle d’un autre compte",
        text: "Quelqu’un s’est connecté avec elle sous un autre compte. Une personne qui administre le registre peut vous inviter avec une autre adresse.",
      },
      unknown: {
        title: "Vous n’êtes pas encore invité",
        text: "Nous savons qui vous êtes, mais personne ne vous a invité. Une personne qui administre le registre peut le faire.",
      },
      noRole: {
        title: "Votre compte n’a aucun rôle ici",
        text: "Nous savons qui vous êtes, mais aucun de vos groupes ne vous permet de travailler dans ce registre. La personne qui gère les comptes de votre entreprise peut y remédier.",
      },
      removed: {
        title: "Vous avez été retiré de ce registre",
        text: "Une personne qui administre le registre vous a retiré\u00a0; elle peut vous inviter de nouveau.",
      },
    },
    sent: {
      title: "Consultez votre messagerie",
      text: (minutes) =>
        `Si une personne ayant cette adresse travaille ici, un lien de connexion lui est envoyé. Il ne sert qu’une fois, pendant ${minutes} minutes.`,
      otherwise:
        "Si rien n’arrive, regardez parmi les courriers indésirables, et vérifiez que l’adresse est celle de votre invitation. La personne qui exploite le serveur peut aussi créer un lien, avec «\u00a0npm run user\u00a0».",
      again: "Demander à nouveau",
    },
    signedOut: "Vous êtes déconnecté.",
  },
  people: {
    users: "Utilisateurs",
    usersLead:
      "Les personnes qui exploitent le registre. Le journal nomme chacune d’elles, y compris pour ce qui est fait avec ses clés d’API.",
    person: "Nom",
    email: "Adresse électronique",
    role: "Rôle",
    removed: (date) => `Retiré le ${date}`,
    invite: "Inviter une personne",
    inviteButton: "Inviter",
    invited: (email) => `Invitation envoyée\u00a0: un lien de connexion part par courriel à ${email}.`,
    save: (name) => `Enregistrer le rôle de ${name}`,
    remove: (name) => `Retirer ${name}`,
    you: "vous",
    roleHint: "Qui peut annoncer peut aussi approuver ce que d’autres ont rédigé.",
    removing:
      "Ses sessions se ferment aussitôt, et ses clés d’API n’ouvrent plus rien. Ce qui a été fait en son nom le reste.",
    own: {
      title: "Votre nom et votre adresse",
      name: "Votre nom",
      hint: "Le journal, les courriels et les preuves vous désignent ainsi.",
      button: "Enregistrer le nom",
      email: "Votre adresse e-mail",
      emailHint: (email) =>
        `Vos liens de connexion et les courriels qui vous sont destinés partent à ${email}. Une autre adresse reçoit un lien qui la confirme, dès que vous l’ouvrez dans ce navigateur, pendant une heure.`,
      emailMissing:
        "Vos liens de connexion et les courriels qui vous sont destinés partent à cette adresse. Elle reçoit un lien qui la confirme, dès que vous l’ouvrez dans ce navigateur, pendant une heure.",
      ask: "Envoyer le lien à cette adresse",
      confirmButton: "Confirmer cette adresse",
      confirm: (email) =>
        `Dès lors, vos liens de connexion et les courriels qui vous sont destinés partent à ${email}.`,
      confirmTitle: "Confirmer votre adresse e-mail",
      ended:
        "Ce lien a déjà servi, a expiré, ou est celui d’un autre utilisateur. Vous pouvez en demander un nouveau sous «\u00a0Personnes\u00a0».",
    },
    ownSessions: "Où vous êtes connecté",
    sessions: "Qui est connecté",
    session: (since, seen) => `Depuis le ${since}, dernière utilisation le ${seen}`,
    thisBrowser: "ce navigateur",
    end: (name, since) => `Fermer la session de ${name} ouverte le ${since}`,
    endShort: "Fermer la session",
    mail: {
      title: "Vos courriels",
      text: (to) =>
        `Les objections, les questions, les autorisations et les rappels d’échéance sont envoyés à ${to}. Vous pouvez aussi les recevoir à votre propre adresse.`,
      nobody:
        "Les objections, les questions, les autorisations et les rappels d’échéance sont envoyés dès que l’organisation a une adresse électronique (page Organisation). Vous pouvez alors aussi les recevoir.",
      check: "M’écrire à propos des objections, des questions, des autorisations et des rappels",
      button: "Enregistrer",
      column: "Courriels sur les réponses",
      on: "Les reçoit",
      off: "N’en reçoit pas",
      turnOn: (name) => `Activer les courriels sur les réponses pour ${name}`,
      turnOff: (name) => `Désactiver les courriels sur les réponses pour ${name}`,
      turnOnShort: "Activer",
      turnOffShort: "Désactiver",
    },
    keys: {
      own: "Vos clés d’API",
      all: "Clés d’API",
      lead: "Un programme qui a votre clé agit en votre nom\u00a0: le journal vous nomme, et il ne peut jamais faire plus que vous.",
      nobodys: "sans titulaire",
      made: (name) => `La clé «\u00a0${name}\u00a0» a été créée.`,
      once: "Copiez-la maintenant\u00a0: elle n’est affichée que cette fois, et n’est conservée nulle part.",
      key: "La clé",
      about: (may, made, expires) =>
        `${may}. Créée le ${made}, ${expires === null ? "sans date d’expiration" : `expire le ${expires}`}`,
      end: (name) => `Révoquer la clé ${name}`,
      endShort: "Révoquer",
      make: "Créer une clé",
      name: "À quoi elle sert",
      nameHint: "Ce nom vous permettra de la reconnaître.",
      may: "Ce qu’elle permet",
      expires: "Expiration",
      in: (days) => (days === 365 ? "dans un an" : `dans ${days} jours`),
      never: "jamais",
      makeButton: "Créer la clé",
      last: "C’est la dernière clé qui permet d’administrer le registre sans être celle d’une personne\u00a0: créez-en d’abord une autre.",
    },
  },
  refused: {
    crossSite: {
      title: "Cette demande vient d’un autre site",
      text: "La console n’accepte que les formulaires de ses propres pages. Rien n’a été fait.",
    },
    role: {
      title: "Votre rôle ne le permet pas",
      text: "Rien n’a été fait. Une personne qui administre le registre peut vous donner un autre rôle.",
    },
    signedOut: {
      title: "Vous n’êtes plus connecté",
      text: "Rien n’a été fait. Connectez-vous de nouveau, puis recommencez.",
    },
    wrong: { title: "Veuillez vérifier votre saisie", notFound: "Il n’y a plus rien ici." },
    fresh: {
      title: "Veuillez vous reconnecter",
      text: "Pour cela, vous devez vous être connecté il y a moins d’une heure. Rien n’a été fait.",
    },
  },
  wrong: {
    "email-taken": "Un autre utilisateur a cette adresse.",
    "own-role": "Personne ne se retire le droit d’administrer\u00a0: un autre administrateur doit le faire.",
    email: "Ce n’est pas une adresse électronique.",
    name: "Veuillez indiquer un nom.",
    role: "Veuillez choisir un rôle.",
    keyName: "Veuillez indiquer à quoi sert la clé.",
    keyRole: "Veuillez choisir ce que vous pouvez faire vous-même, ou moins.",
    keyDays: "Veuillez choisir quand elle expire.",
  },
};
