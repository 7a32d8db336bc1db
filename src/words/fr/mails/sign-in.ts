import type { Dictionary } from "../../dictionary.ts";
import { de } from "../names.ts";

export const signInMails: Dictionary["signInMails"] = {
  signIn: {
    sentence: "votre lien de connexion",
    preheader: (minutes) =>
      `Il ne sert qu’une fois, pendant ${minutes} minutes. Si vous ne l’avez pas demandé, ignorez ce message.`,
    lead: (organisation) =>
      `Quelqu’un a demandé, avec cette adresse, à se connecter à la console où ${organisation} tient sa liste de prestataires. Si c’est vous, ce lien vous connecte\u00a0:`,
    button: "Se connecter",
    validFor: (minutes) =>
      `Le lien ouvre une page avec un seul bouton. Il ne sert qu’une fois, dans les ${minutes} minutes qui suivent la demande.`,
    otherwise:
      "Si ce n’est pas vous, ignorez ce message\u00a0: sans lui, personne ne peut se connecter. Ne le transférez pas non plus.",
    why: (organisation) =>
      `Vous recevez ce message parce que cette adresse est celle d’une personne qui gère la liste de prestataires ${de(organisation)}.`,
  },
  address: {
    sentence: "confirmez votre adresse e-mail",
    preheader: "Il ne sert qu’une fois, pendant une heure, dans le navigateur où vous êtes connecté.",
    lead: (organisation) =>
      `Une personne qui gère la liste de prestataires ${de(organisation)} a indiqué cette adresse comme la sienne. Si c’est vous, confirmez-la\u00a0:`,
    button: "Confirmer l’adresse",
    where:
      "Le lien ouvre une page avec un seul bouton. Il ne sert qu’une fois, pendant une heure, dans le navigateur où vous êtes connecté. Ensuite, vos liens de connexion partent à cette adresse.",
    otherwise: "Si ce n’est pas vous, ignorez ce message\u00a0: sans vous, rien ne change.",
    why: (organisation) =>
      `Nous avons envoyé ce message parce que cette adresse a été saisie dans la console ${de(organisation)}.`,
  },
  addressChanged: {
    sentence: "vos liens de connexion partent à une autre adresse",
    lead: (organisation, date) =>
      `Le ${date}, une autre adresse a été confirmée pour votre compte dans la console ${de(organisation)}. Les liens de connexion et les messages qui vous sont destinés y partent désormais\u00a0; vos autres sessions sont fermées.`,
    otherwise: "Si ce n’est pas vous, informez aussitôt une personne qui administre la liste.",
    why: (organisation) =>
      `Vous recevez ce message parce que cette adresse était celle d’une personne qui gère la liste de prestataires ${de(organisation)}.`,
  },
  invitation: {
    sentence: "invitation à gérer notre liste de prestataires",
    preheader: (organisation) => `Comment vous connecter à la console ${de(organisation)}.`,
    lead: (organisation, by) =>
      `${by ?? "La personne qui l’administre"} vous invite à rejoindre la console où ${organisation} tient la liste des prestataires qui traitent des données à caractère personnel et informe ses clients avant toute modification de cette liste.`,
    role: {
      read: "Vous pourrez y consulter la liste, ses changements et les réponses.",
      write:
        "Vous pourrez y consulter la liste, ses changements et les réponses, et y rédiger des projets de modification.",
      announce:
        "Vous pourrez y consulter la liste, ses changements et les réponses, y rédiger des projets de modification, les approuver et les annoncer.",
      admin: "Vous pourrez tout y faire, et décider de ce que d’autres peuvent y faire.",
    },
    validFor: (hours) =>
      `Le lien ouvre une page avec un seul bouton. Il ne sert qu’une fois, dans les ${hours} heures. Ensuite, vous en demandez un nouveau vous-même, avec cette adresse\u00a0:`,
    another: "Demander un lien de connexion",
    otherwise:
      "Si vous ne vous y attendiez pas, ignorez ce message. Ne le transférez pas non plus\u00a0: ce lien vous est personnel.",
    why: (organisation) =>
      `Nous avons envoyé ce message parce qu’une personne qui administre la liste de prestataires ${de(organisation)} a saisi cette adresse.`,
  },
};

export const testMail: Dictionary["testMail"] = {
  subject: (subject) => `[Essai] ${subject}`,
  notice:
    "Ceci est un essai, envoyé uniquement à vous\u00a0: un message tel que ses lecteurs le recevraient. Il n’informe personne de rien, et les liens qu’il contient montrent ce que verraient ses lecteurs.",
  pageToCome:
    "Le changement n’est pas encore annoncé et n’a pas de page publique\u00a0: son lien mène, dans la console, à cette page telle qu’elle sera.",
};
