import type { Dictionary } from "../../dictionary.ts";
import type { Reach } from "../../en/mails/mail.ts";
import { contractOf } from "../names.ts";
import { count } from "../plural.ts";

const change = (several: boolean) => (several ? "Les modifications" : "La modification");
const take = (several: boolean) => (several ? "prennent" : "prend");
const about = (several: boolean) => (several ? "de modifications qui concernent" : "d’une modification qui concerne");
const emergency = (several: boolean) =>
  several ? "Ces modifications sont urgentes." : "Cette modification est urgente.";

function writing({ privacyEmail, website, address }: Reach): string {
  if (privacyEmail) return `Écrivez à ${privacyEmail} ou répondez à ce message`;
  if (website && address) return "Contactez-nous par notre site web ou à notre adresse postale (sous notre nom)";
  if (website) return "Contactez-nous par notre site web (son adresse est sous notre nom)";
  return address ? "Écrivez-nous à notre adresse postale (sous notre nom)" : "Répondez à ce message";
}

export const mail: Dictionary["mail"] = {
  greeting: (who) => `Bonjour${who},`,
  addressee: (name) => (name === null ? "" : ` ${name}`),
  closing: "Bien cordialement,",
  labelled: (label) => `${label}\u00a0:`,

  subject: (organisation, sentence) => `${organisation}\u00a0: ${sentence}`,

  leadComing: (several) =>
    `Nous vous informons à l’avance ${about(several)} des données à caractère personnel dans notre service.`,
  leadDone: (several) => `Nous vous informons ${about(several)} des données à caractère personnel dans notre service.`,
  takesEffect: (several, date) => `${change(several)} ${take(several)} effet le ${date}.`,
  inEffect: (several, date) => `${change(several)} ${several ? "sont" : "est"} en vigueur depuis le ${date}.`,
  formerly: (name, former) => `${name} (anciennement ${former})`,
  atEarliest: (date) => `${date} au plus tôt`,
  waits: (several, earliest) => `${change(several)} ${take(several)} effet le ${earliest}.`,
  severalDays: (first) => `La première de ces modifications prend effet le ${first}. La date de chacune est indiquée.`,
  since: (date) => `En vigueur depuis le ${date}.`,
  canObject: (until) => `Vous pouvez émettre une objection jusqu’au ${until}.`,
  customers: {
    heading: "Si vous écrivez pour un client",
    until: (date) =>
      `Les clients peuvent émettre une objection jusqu’au ${date}\u00a0; si une autre date est convenue avec un client, c’est celle-ci qui vaut.`,
  },
  nothingToDo: "Vous n’avez rien à faire.",

  facts: {
    forWhom: "Pour",
    uses: (customer, products, regions) =>
      [
        customer,
        ...(products ? [`qui utilise ${products}`] : []),
        ...(regions ? [`hébergement\u00a0: ${regions}`] : []),
      ].join(", "),
    from: (several) => (several ? "Prennent effet le" : "Prend effet le"),
    since: "En vigueur depuis le",
    planned: (several) => (several ? "Étaient prévues pour le" : "Était prévue pour le"),
    waits: (date) => `${date}\u00a0; en attente de l’autorisation de clients ou du règlement d’objections`,
    onceApproved: (date) => `${date} au plus tôt, et pas avant que vous ayez donné votre autorisation`,
    earliest: (date) => `${date} au plus tôt`,
    already: (date) => `${date}\u00a0; déjà en vigueur`,
    beginning: (first) => `${first} et plus tard\u00a0; la date de chaque modification est indiquée`,
    named: (name, value) => `${name}\u00a0: ${value}`,
    until: "Objection possible jusqu’au",
    over: "L’objection était possible jusqu’au",
    first: (date) => `${date}, première de plusieurs dates indiquées plus bas`,
    approval: "Votre autorisation",
    approvalNeeded: (customers) => `nécessaire d’après ${contractOf(customers)}`,
  },
  buttons: {
    object: "Émettre une objection, prendre acte ou poser une question",
    approve: "Autoriser, émettre une objection ou poser une question",
    late: "Répondre tardivement",
  },
  toApprove: (sentence) => `votre autorisation est nécessaire\u00a0: ${sentence}`,

  emergency: {
    heading: (several) =>
      several
        ? "Pourquoi ces modifications ne peuvent pas attendre"
        : "Pourquoi cette modification ne peut pas attendre",
    coming: (several, date) =>
      `${emergency(several)} ${several ? "Elles prennent" : "Elle prend"} effet le ${date}, sans attendre la fin de notre préavis habituel. En voici la raison\u00a0:`,
    done: (several, date) =>
      `${emergency(several)} ${several ? "Elles sont" : "Elle est"} en vigueur depuis le ${date}, sans attendre la fin de notre préavis habituel. En voici la raison\u00a0:`,
    ownNotKept: (customer, date) =>
      `Le délai prévu par ${contractOf(customer)} n’est pas respecté\u00a0: d’après celui-ci, la première date possible aurait été le ${date}.`,
    ownEmergencyKept: (customer) => `Le délai que ${contractOf(customer)} prévoit en cas d’urgence est respecté.`,
    ownKept: (customer) => `Le délai prévu par ${contractOf(customer)} est néanmoins respecté.`,
    some: "Certaines de ces modifications sont urgentes et n’attendent pas la fin de notre préavis habituel. En voici la raison\u00a0:",
  },
  reason: (several) => (several ? "Pourquoi ces modifications" : "Pourquoi cette modification"),

  whatChanges: "Ce qui change",
  inShort: "En bref",
  others: (n) =>
    n === 1
      ? "L’annonce comporte une autre modification, qui ne vous concerne pas."
      : `L’annonce comporte ${n} autres modifications, qui ne vous concernent pas.`,
  changed: (name, kind) => `${name} – ${{ added: "ajout", updated: "modification", removed: "retrait" }[kind]}`,
  wasListed: "Jusque-là, la liste indique\u00a0:",
  wasListedUntil: "Jusqu’à présent, la liste indiquait\u00a0:",
  othersBelow: (n) => `et ${count(n, "autre", "autres")} plus bas`,
  tooLong: {
    elsewhere: "C’est plus qu’un message ne peut contenir. L’ensemble se trouve ici\u00a0:",
    rows: (n) => `et ${count(n, "autre élément", "autres éléments")}`,
    others: (n) => `et ${count(n, "autre", "autres")}`,
  },
  newly: "Nouvelle mention",
  noLonger: "Mention supprimée",

  objection: {
    heading: "Comment émettre une objection",
    byLink: (until, approves) =>
      `Vous pouvez émettre une objection jusqu’au ${until}, par votre propre lien et sans compte. Vous pouvez aussi prendre acte${approves ? ", donner votre autorisation" : ""} ou poser une question\u00a0:`,
    how: (reach) =>
      `${writing(reach)} si vous préférez\u00a0; indiquez-nous alors pour quelle société vous écrivez et ce qui vous préoccupe.`,
    approval: (several, customers) =>
      `D’après ${contractOf(customers)}, ${several ? "ces modifications demandent" : "cette modification demande"} votre autorisation. Le silence ne vaut pas autorisation\u00a0: ${several ? "ces modifications attendent" : "cette modification attend"} jusqu’à ce que vous l’ayez donnée.`,
    approvalOf: (vendors, several, customers) =>
      `D’après ${contractOf(customers)}, ce qui change concernant ${vendors} demande votre autorisation. Le silence ne vaut pas autorisation\u00a0: ${several ? "ces modifications attendent" : "cette modification attend"} jusqu’à ce que vous l’ayez donnée.`,
    silence: (several, date) =>
      `Si vous n’émettez pas d’objection, ${several ? "les modifications" : "la modification"} ${take(several)} effet le ${date} comme annoncé, sauf avis contraire de notre part.`,
    goesOn: (several, date) =>
      `${change(several)} ${take(several)} effet le ${date} comme annoncé, sauf avis contraire de notre part.`,
    goesOnDays: "Chaque modification prend effet à sa date, comme annoncé, sauf avis contraire de notre part.",
    silenceEarly: (several, date) =>
      `${change(several)} ${take(several)} effet le ${date}, alors que vous pouvez encore émettre une objection.`,
    silenceEarlyFrom: (date) =>
      `Ce que nous avons annoncé peut prendre effet à partir du ${date}, alors que vous pouvez encore émettre une objection.`,
    silenceWaits: (date) =>
      `Si vous n’émettez pas d’objection, vous n’avez rien d’autre à faire. Ce que nous annonçons «\u00a0au plus tôt\u00a0» ne prend pas effet avant le ${date}.`,
    silenceDays:
      "Si vous n’émettez pas d’objection, chaque modification prend effet à sa date, comme annoncé, sauf avis contraire de notre part.",
    silenceDone: (several) =>
      `${change(several)} ${several ? "sont" : "est"} déjà en vigueur. Vous pouvez néanmoins émettre une objection.`,
    leadsTo: {
      heading: "Ce à quoi mène une objection",
      saysFor: (customers) =>
        customers === null
          ? "Voici ce qui est convenu, ou ce à quoi nous nous engageons\u00a0:"
          : `Pour ${customers}, voici ce qui est convenu, ou ce à quoi nous nous engageons\u00a0:`,
      holds: (customers, what) =>
        `${customers === null ? "Une" : `Pour ${customers}, une`} objection suspend ${what === null ? "ce qui vous concerne" : `ce qui change concernant ${what}`} jusqu’à ce qu’elle soit réglée.`,
      examined: (customers) =>
        `${customers === null ? "Nous" : `Pour ${customers}, nous`} examinons chaque objection et vous disons ce qu’il en advient. Elle ne suspend pas à elle seule ce que nous avons annoncé\u00a0; vos droits au titre du contrat demeurent.`,
    },
  },
  questions: {
    heading: "Vos questions",
    how: (reach) => `${writing(reach)}\u00a0: nous vous répondrons volontiers.`,
  },

  withdrawal: {
    lead: (several, announced, date, later) =>
      `Le ${announced}, nous avons annoncé ${several ? "des modifications" : "une modification"} pour le ${date}${later === null ? "" : several ? `, puis nous les avons reportées au ${later}` : `, puis nous l’avons reportée au ${later}`}. Nous avons annulé cette annonce\u00a0: ${several ? "les modifications ne prennent pas effet" : "la modification ne prend pas effet"} et tout reste en l’état. Aucune réponse n’est plus attendue de vous, et vous n’avez rien à faire.`,
    leadDays: (announced) =>
      `Le ${announced}, nous avons annoncé des modifications, chacune à sa date. Nous avons annulé cette annonce\u00a0: les modifications ne prennent pas effet et tout reste en l’état. Aucune réponse n’est plus attendue de vous, et vous n’avez rien à faire.`,
    leadPart: (several, announced, stays) =>
      `Le ${announced}, nous avons annoncé plusieurs modifications. Nous avons annulé ${several ? "celles qui figurent ci-dessous\u00a0: elles ne prennent" : "celle qui figure ci-dessous\u00a0: elle ne prend"} pas effet. Ce que nous avions annoncé par ailleurs est en vigueur et le reste\u00a0: ${stays}. ${several ? "Aucune réponse n’est plus attendue de vous sur les modifications annulées" : "Aucune réponse n’est plus attendue de vous sur la modification annulée"}.`,
    preheader: (announced, isPart) =>
      `Nous avons annulé ${isPart ? "une partie de " : ""}notre annonce du ${announced}.`,
    reason: "Pourquoi cette annulation",
    heading: "Ce que nous avions annoncé",
  },

  links: {
    heading: "Notre liste",
    list: "La liste complète",
    theirs: "La liste de ce qui vous concerne",
    version: (number) =>
      `Cette information est consignée dans la version ${number} de notre liste. Son empreinte (SHA-256) est\u00a0:`,
    auditHead: "La dernière entrée de notre journal des modifications avait alors cette empreinte\u00a0:",
  },
  footer: {
    why: (organisation) =>
      `Vous recevez ce message parce que cette adresse est abonnée à la liste de prestataires publiée par ${organisation}.`,
    personal:
      "Les liens de ce message vous sont personnels\u00a0: quiconque les possède peut répondre et se désabonner en votre nom. Ne le transférez pas\u00a0; la page du changement est publique.",
    preferences: "Vos préférences",
    unsubscribe: "Se désabonner",
    once: (organisation) =>
      `Nous avons envoyé ce message parce que quelqu’un a saisi cette adresse dans le formulaire de la liste de prestataires publiée par ${organisation}.`,
    list: "La liste",
  },
};
