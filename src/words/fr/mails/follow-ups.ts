import type { Dictionary } from "../../dictionary.ts";
import { de } from "../names.ts";

export const followUps: Dictionary["followUps"] = {
  announced: "Ce que nous avons annoncé",
  contact: (organisation, customers, several) => {
    const whose = `${several ? "clients" : "client"} ${de(organisation)}`;
    const who = customers === null ? `${several ? "de" : "d’un"} ${whose}` : `pour ${customers}, ${whose}`;
    return `Vous recevez ce message parce que cette adresse est celle d’un contact ${who}.`;
  },
  lateAnswer: (date) =>
    `Elle est arrivée après le dernier jour pour émettre une objection, le ${date}, et est enregistrée comme tardive.`,
  receipt: {
    sentence: (number) => `nous avons enregistré votre réponse au changement ${number}`,
    lead: "Merci. Voici ce que nous avons enregistré\u00a0:",
    entered: (channel, date) =>
      `Une réponse au nom de la société dont vous êtes un contact nous est parvenue ${channel} le ${date}. Voici ce que nous avons enregistré\u00a0:`,
    enteredSentence: (number) => `nous avons enregistré une réponse de votre société au changement ${number}`,
    enteredNext:
      "Si personne chez vous n’a donné cette réponse, ou pas en ces termes, merci de répondre aussitôt à ce message.",
    personal:
      "Le lien de ce message vous est personnel\u00a0: quiconque le possède peut répondre en votre nom. Ne le transférez pas.",
    does: {
      heading: "Effet de votre objection",
      held: (vendors) =>
        `Votre objection suspend ce que nous avons annoncé concernant ${vendors}\u00a0: cela ne prend pas effet avant que nous n’ayons statué sur cette objection.`,
      waiting: (vendors) =>
        `À elle seule, votre objection ne suspend pas ce que nous avons annoncé concernant ${vendors}, dont le jour de prise d’effet n’est pas encore fixé.`,
      coming: (vendors, date) =>
        `À elle seule, votre objection ne suspend pas ce que nous avons annoncé concernant ${vendors}\u00a0: cela prend effet le ${date}, sauf avis contraire de notre part.`,
      done: (vendors, date) =>
        `Ce que nous avons annoncé concernant ${vendors} est en vigueur depuis le ${date}. À elle seule, votre objection n’y change rien.`,
      corrected: (vendors) =>
        `Ce que notre liste indique au sujet ${de(vendors)} valait déjà auparavant. À elle seule, votre objection n’y change rien.`,
      approval: (vendors) =>
        `En vertu de votre contrat, ce que nous avons annoncé concernant ${vendors} requiert en outre votre autorisation.`,
      next: "Nous examinons votre objection et vous disons ce qu’il en advient\u00a0; vos droits au titre du contrat demeurent.",
      nextToFollower: "Nous examinons votre objection et vous disons ce qu’il en advient.",
    },
    button: "Voir ou modifier la réponse",
    preheader: (kind, date) => `${kind}, enregistrée le ${date}.`,
    why: (organisation) =>
      `Vous recevez ce message parce qu’un avis ${de(organisation)} a reçu une réponse par le lien envoyé à cette adresse. Si ce n’est pas vous, merci de répondre à ce message.`,
  },
  resolution: {
    sentence: (number) => `notre décision sur votre objection au changement ${number}`,
    lead: (date) => `Votre objection date du ${date}. Voici notre décision\u00a0:`,
    decision: "Décision",
    objection: "Votre objection",
    note: "Nos explications",
    follows: {
      heading: "Ce qui s’ensuit",
      exempted: (customer) =>
        `Ce qui suit ne s’applique pas à ${customer ?? "vous"}. Notre liste publique peut néanmoins l’indiquer, pour d’autres\u00a0:`,
      exemptedSince: (customer) =>
        `Ce qui suit, déjà en vigueur, ne s’applique plus à ${customer ?? "vous"} désormais. Notre liste publique peut néanmoins l’indiquer, pour d’autres\u00a0:`,
      exemptedBut:
        "Ce qui suit était déjà en vigueur lors de notre décision, et le reste, sauf indication contraire dans nos explications\u00a0:",
      alternative:
        "Ce dont nous sommes convenus avec vous s’applique à la place de ce que nous avons annoncé, dans la mesure convenue. Pour le reste, ce que nous avons annoncé est maintenu\u00a0:",
      terminated:
        "Sauf si votre contrat a pris fin avant, ce que nous avons annoncé s’applique à vous à compter du jour indiqué\u00a0:",
      terminatedToFollower:
        "Cela concerne le contrat du client pour lequel vous avez écrit. Pour tous les autres, ce que nous avons annoncé est maintenu\u00a0:",
      rejected: "Notre décision maintient ce que nous avons annoncé.",
      stands: {
        waiting: (vendors) =>
          `Ce que nous avons annoncé concernant ${vendors} est actuellement en attente\u00a0: le jour de sa prise d’effet n’est pas encore fixé.`,
        earliest: (vendors, date) =>
          `Ce que nous avons annoncé concernant ${vendors} est actuellement en attente\u00a0: cela prend effet le ${date} au plus tôt.`,
        coming: (vendors, date) =>
          `Ce que nous avons annoncé concernant ${vendors} prend effet le ${date}, sauf avis contraire de notre part.`,
        done: (vendors, date) => `Ce que nous avons annoncé concernant ${vendors} est en vigueur depuis le ${date}.`,
        corrected: (vendors) => `Ce que notre liste indique au sujet ${de(vendors)} valait déjà auparavant.`,
      },
      approval: (vendors) =>
        `En vertu de votre contrat, ce que nous avons annoncé concernant ${vendors} requiert néanmoins votre autorisation\u00a0: cela ne prend pas effet avant que vous ne l’ayez donnée.`,
      remain:
        "Vos droits au titre du contrat et de la loi demeurent, y compris lorsqu’ils vous permettent de mettre fin au contrat en raison de ce changement.",
      remainToFollower: "Cette décision laisse vos droits intacts.",
    },
    why: (organisation) =>
      `Vous recevez ce message parce que vous avez émis une objection à un changement ${de(organisation)}.`,
  },
  answered: {
    sentence: (number) => `notre réponse à votre question sur le changement ${number}`,
    lead: (date) => `Vous nous avez posé une question le ${date}. Voici notre réponse\u00a0:`,
    decision: "La réponse à votre question.",
    objection: "Votre question",
    note: "Notre réponse",
    why: (organisation) =>
      `Vous recevez ce message parce que vous avez posé une question sur un changement ${de(organisation)}.`,
  },
  standing: {
    approvalStands: (customer, date) =>
      `${customer === null ? "Votre autorisation" : `L’autorisation de ${customer}`} du ${date} reste acquise.`,
    approvalBefore: (customer, date) =>
      `${customer === null ? "Votre autorisation" : `L’autorisation de ${customer}`} du ${date} a été donnée avant cette correction, au vu de ce que l’avis indiquait alors. Si vous n’êtes pas d’accord avec ce qui est corrigé, vous pouvez émettre une objection au lieu d’autoriser, par votre propre lien.`,
    objectionOpen: (customer, date) =>
      `${customer === null ? "Votre objection" : `L’objection de ${customer}`} du ${date} est en cours d’examen\u00a0: nous vous dirons quelle suite lui est donnée.`,
    agreed: "Ce qui a été convenu s’applique, dans la mesure convenue, à la place de ce qu’indique ce message.",
    objectionDecided: (customer, date, decided) =>
      `Il a été statué le ${decided} sur ${customer === null ? "votre objection" : `l’objection de ${customer}`} du ${date}.`,
  },
  reminder: {
    toApprove: (date) =>
      `rappel\u00a0: votre autorisation est nécessaire\u00a0; vous pouvez émettre une objection jusqu’au ${date}`,
    sentence: (date) => `rappel\u00a0: vous pouvez émettre une objection jusqu’au ${date}`,
    lead: (announced) =>
      `Le ${announced}, nous vous avons annoncé ce qui suit, et nous n’avons pas encore de réponse de votre part.`,
    until: (date) => `Votre dernier jour pour émettre une objection est le ${date}.`,
    untilFor: (customer, date) => `${customer}\u00a0: dernier jour pour émettre une objection, le ${date}`,
    approvalFor: (customer) => `${customer}\u00a0: selon le contrat, votre autorisation est nécessaire`,
    button: "Répondre",
  },
  postponement: {
    sentence: (name, date) =>
      name === null
        ? `des modifications annoncées sont reportées au ${date}`
        : `la modification concernant ${name} est reportée au ${date}`,
    preheader: (several, date) =>
      `${several ? "Elles prennent" : "Elle prend"} effet le ${date}, plus tard qu’annoncé.`,
    lead: (several, announced, planned, date, again) => {
      const later = again ? "plus tard encore" : "plus tard";
      if (several) {
        const was = again ? `, reportées depuis au ${planned}` : ` qui devaient prendre effet le ${planned}`;
        return `Le ${announced}, nous avons annoncé des modifications${planned === null ? "" : was}. Elles prennent effet ${later}\u00a0: le ${date}.`;
      }
      const was = again ? `, reportée depuis au ${planned}` : ` qui devait prendre effet le ${planned}`;
      return `Le ${announced}, nous avons annoncé une modification${planned === null ? "" : was}. Elle prend effet ${later}\u00a0: le ${date}.`;
    },
    wereTo: "Elles devaient jusqu’ici prendre effet aux dates suivantes\u00a0:",
    otherwiseSame: () => "Rien d’autre n’y change.",
    reason: "Pourquoi ce report",
    until: (date) => `Vous pouvez émettre une objection jusqu’au ${date}.`,
    untilStays: (date) => `Votre dernier jour pour émettre une objection reste le ${date}.`,
    untilOver: (date) => `Votre dernier jour pour émettre une objection était le ${date}, et le reste.`,
    heading: "Ce qui est reporté",
  },
  release: {
    sentence: (name, date, isDone) => {
      const on = date === null ? "" : isDone ? ` depuis le ${date}` : ` le ${date}`;
      if (name === null)
        return `des modifications qui devaient attendre ${isDone ? "sont en vigueur" : "prennent effet"}${on}`;
      return `la modification concernant ${name} ${isDone ? "est en vigueur" : "prend effet"}${on}`;
    },
    lead: (several, announced) =>
      several
        ? `Le ${announced}, nous avons annoncé des modifications qui ont dû attendre. Elles n’attendent plus.`
        : `Le ${announced}, nous avons annoncé une modification qui a dû attendre. Elle n’attend plus.`,
    effect: (several, date, isDone) => {
      if (date === null) return "Chaque modification indique sa date.";
      if (isDone) return `${several ? "Les modifications sont" : "La modification est"} en vigueur depuis le ${date}.`;
      return `${several ? "Les modifications prennent" : "La modification prend"} effet le ${date}.`;
    },
    heading: "Ce qui n’attend plus",
  },
  hold: {
    sentence: (name) =>
      name === null
        ? "des modifications annoncées n’ont pas pris effet"
        : `la modification concernant ${name} n’a pas pris effet`,
    preheader: (several) =>
      `${several ? "Elles attendent" : "Elle attend"} l’autorisation de clients ou le règlement d’objections.`,
    lead: (several, announced, date) =>
      several
        ? `Le ${announced}, nous avons annoncé des modifications${date === null ? "" : ` pour le ${date}`}. Celles qui suivent n’ont pas pris effet\u00a0: elles attendent l’autorisation de clients ou le règlement d’objections, ou une autre modification elle-même en attente.`
        : `Le ${announced}, nous avons annoncé une modification${date === null ? "" : ` pour le ${date}`}. Elle n’a pas pris effet\u00a0: elle attend l’autorisation de clients ou le règlement d’objections, ou une autre modification elle-même en attente.`,
    stays: (several) =>
      `D’ici là, ${several ? "elles ne s’appliquent" : "elle ne s’applique"} pas. Nous vous dirons à partir de quand ${several ? "elles s’appliquent" : "elle s’applique"}.`,
    byObjection: (customer, date) =>
      `${customer === null ? "Votre objection" : `L’objection de ${customer}`} du ${date} suspend ce qui ${customer === null ? "vous" : "le"} concerne, jusqu’à ce qu’elle soit réglée.`,
    heading: "Ce qui attend",
  },
  waiver: {
    sentence: (name, isOfApproval) => {
      const what = isOfApproval ? "votre autorisation" : "le règlement de votre objection";
      return name === null
        ? `des modifications annoncées n’attendent plus ${what}`
        : `la modification concernant ${name} n’attend plus ${what}`;
    },
    lead: (several, announced, isOfApproval) =>
      isOfApproval
        ? `Le ${announced}, nous vous avons annoncé ${several ? "des modifications qui demandent" : "une modification qui demande"} votre autorisation d’après votre contrat. Nous avons décidé de poursuivre sans elle\u00a0: ${several ? "les modifications ne l’attendent" : "la modification ne l’attend"} plus.`
        : `Votre objection suspendait ${several ? "des modifications annoncées" : "une modification annoncée"} le ${announced}. Nous avons décidé de poursuivre avant qu’elle soit réglée\u00a0: ${several ? "les modifications n’attendent" : "la modification n’attend"} plus son règlement. Votre objection reste ouverte jusqu’à ce que nous vous ayons dit ce qu’il en advient.`,
    buildsOn: (several) =>
      `${several ? "Certaines attendent" : "Elle attend"} encore une autre modification, dont nous vous informerons.`,
    reason: "Pourquoi nous poursuivons",
    heading: "Ce qui se poursuit",
  },
  correction: {
    sentence: (number, name) =>
      `correction de notre avis sur le changement ${number}${name === null ? "" : ` (${name})`}`,
    lead: (announced, names) =>
      `Dans notre avis du ${announced}, quelque chose n’était pas exact${names === null ? "" : ` au sujet ${de(names)}`}. Voici la correction\u00a0:`,
    otherwiseStands:
      "Le reste de l’avis demeure. Une réponse que vous avez déjà donnée reste enregistrée telle quelle\u00a0; vous pouvez la modifier par votre propre lien.",
    preheader: (announced) => `Une correction de notre avis du ${announced}.`,
  },
  late: {
    held: (several, date) =>
      several
        ? `Les modifications étaient prévues pour le ${date}, et attendent l’autorisation de clients ou le règlement d’objections.`
        : `La modification était prévue pour le ${date}, et attend l’autorisation de clients ou le règlement d’objections.`,
    toldBefore: (announced) =>
      `Nous vous écrivons maintenant parce que ce qui suit vous concerne désormais, bien que nous l’ayons annoncé le ${announced}. Ce que nous vous avions déjà dit de cette annonce reste valable, de même que votre réponse.`,
    corrected: "Ce que nous avons corrigé depuis",
    readWith: (announced) =>
      `Nous avons annoncé ce qui suit le ${announced}. Merci de le lire avec ce que nous avons corrigé depuis.`,
    correctedOn: (date) => `Correction du ${date}\u00a0:`,
    over: "Votre dernier jour pour émettre une objection était passé avant notre envoi. Vous pouvez encore répondre\u00a0: votre réponse sera enregistrée comme tardive.",
    canAnswer: "Vous pouvez encore répondre\u00a0; une objection ou une question est enregistrée comme tardive.",
    heading: "Comment répondre",
    byLink:
      "Le dernier jour pour émettre une objection est passé\u00a0; votre autorisation reste nécessaire. Vous pouvez la donner, ou émettre une objection, par votre propre lien et sans compte\u00a0:",
  },
};
