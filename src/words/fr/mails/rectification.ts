import type { Dictionary } from "../../dictionary.ts";
import { contractOf, de } from "../names.ts";

export const rectification: Dictionary["rectification"] = {
  added: (name) => `rectification de notre liste\u00a0: ${name} n’y figurait pas`,
  updated: (name) => `rectification de notre liste\u00a0: la mention ${de(name)} était inexacte`,
  removed: (name) => `rectification de notre liste\u00a0: ${name} n’aurait pas dû y figurer`,
  several: (count) => `rectification de notre liste\u00a0: ${count} mentions étaient inexactes`,
  lead: (several, date, since) =>
    `Notre liste de prestataires était inexacte${since === null ? "" : ` depuis le ${since}`}\u00a0; nous l’avons rectifiée le ${date}. Il ne s’agit pas d’un changement à venir\u00a0: ce ${several ? "qu’indiquent désormais ces mentions" : "qu’indique désormais la mention"} valait déjà auparavant.`,
  wrong: "Ce qui était inexact",
  said: "Ce que la liste indiquait, et ce qu’elle indique désormais",
  ask: "Vous pouvez poser une question par votre propre lien et sans compte\u00a0:",
  entry: {
    added: (name) => `${name} – ne figurait pas sur la liste`,
    updated: (name) => `${name} – mention inexacte`,
    removed: (name) => `${name} – n’aurait pas dû figurer sur la liste`,
  },
  before: "La liste indiquait",
  after: "Elle indique désormais",
  corrected: "Ce que nous avons rectifié",
  facts: {
    on: "Rectifiée le",
    since: "Inexacte depuis le",
    answer: "Vous pouvez",
    anyTime:
      "émettre une objection, prendre acte ou poser une question à tout moment\u00a0: aucun dernier jour n’est fixé",
    approval: "Votre autorisation",
    notAsked: "votre contrat la prévoit\u00a0; nous ne vous l’avions pas demandée",
  },
  notAsked: (customers, several) =>
    `Selon ${contractOf(customers)}, ${several ? "de tels changements requièrent" : "un tel changement requiert"} une autorisation, qu’aucun avis de notre part n’a demandée. Nous ne vous demandons pas d’autoriser après coup, et votre silence ne vaut pas autorisation\u00a0: vous pouvez émettre une objection ou poser une question.`,
  examined: (customers) =>
    `${customers === null ? "Nous" : `Pour ${customers}, nous`} examinons chaque objection et vous informons de la suite qui lui est donnée. À elle seule, elle ne revient pas sur ce qui est déjà le cas\u00a0; vos droits issus du contrat demeurent.`,

  outcome: "La liste demeure telle que nous l’avons rectifiée",
  follows: {
    exempted: (customer) =>
      `Ce qui suit ne s’applique plus à ${customer ?? "vous"} désormais. Notre liste publique l’indique néanmoins, pour d’autres\u00a0:`,
    alternative:
      "Ce dont nous sommes convenus avec vous s’applique à la place de ce qu’indique la liste, dans la mesure convenue. Pour le reste, la liste demeure telle que nous l’avons rectifiée\u00a0:",
    terminated: "Ce qu’indique désormais la liste vaut pour vous jusqu’à la fin de votre contrat\u00a0:",
    rejected: "Notre décision laisse la liste telle que nous l’avons rectifiée.",
  },

  page: {
    title: "Rectification de la liste",
    notice:
      "Ceci rectifie la liste\u00a0: elle indique ce qui était déjà le cas, et n’annonce aucun changement à venir.",
    added: (names) => `Ne figurait pas sur la liste\u00a0: ${names}`,
    updated: (names) => `Mention inexacte\u00a0: ${names}`,
    removed: (names) => `N’aurait pas dû figurer sur la liste\u00a0: ${names}`,
    kinds: { added: "Ne figurait pas", updated: "Inexacte", removed: "N’aurait pas dû figurer" },
    correctedOn: (date) => `rectifiée le ${date}`,
    writeTo: ["Pour poser une question ou émettre une objection, écrivez à ", "."],
    subject: (number) => `Rectification de la liste, changement ${number}`,
  },
  calendar: (number, vendors) => `rectification de la liste (changement ${number}\u00a0: ${vendors})`,
};
