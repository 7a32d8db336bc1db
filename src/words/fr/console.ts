import type { Dictionary } from "../dictionary.ts";

export const consoleWords: Dictionary["consoleWords"] = {
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
        "Si rien n’arrive, regardez parmi les courriers indésirables, et vérifiez que l’adresse est celle de votre invitation. La personne qui exploite le serveur peut aussi créer un lien, avec « npm run user ».",
      again: "Demander à nouveau",
    },
    signedOut: "Vous êtes déconnecté.",
  },
  today: {
    lead: "Ce qui attend quelqu’un, par échéance.",
    empty: "Rien ne vous attend.",
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
    save: (name) => `Enregistrer le rôle de ${name}`,
    remove: (name) => `Retirer ${name}`,
    you: "vous",
    ownSessions: "Où vous êtes connecté",
    sessions: "Qui est connecté",
    session: (since, seen) => `Depuis le ${since}, dernière utilisation le ${seen}`,
    thisBrowser: "ce navigateur",
    end: (name, since) => `Mettre fin à la session de ${name} ouverte le ${since}`,
    endShort: "Mettre fin",
    saved: "Enregistré.",
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
    "own-role": "Personne ne se retire le droit d’administrer : un autre administrateur doit le faire.",
    email: "Ce n’est pas une adresse électronique.",
    name: "Veuillez indiquer un nom.",
    role: "Veuillez choisir un rôle.",
  },
};
