import type { Dictionary } from "../dictionary.ts";
import { contractOf, que } from "./names.ts";

const changing = (number: number, vendors: string) => `changement ${number} (${vendors})`;

export const answers: Dictionary["answers"] = {
  kinds: {
    acknowledged: "Prise d’acte",
    approved: "Autorisation",
    asked: "Question",
    objected: "Objection",
  },
  outcomes: {
    withdrawn: "Comme vous nous l’avez indiqué, vous retirez votre objection",
    alternative: "Une autre solution a été trouvée",
    exempted: "Le changement ne s’applique pas à vous",
    terminated: "Le contrat prend fin",
    rejected: "Le changement est maintenu comme annoncé",
    answered: "Votre question a reçu une réponse",
  },
  yourAnswer: "Votre réponse",
  theAnswer: "La réponse",
  theWords: "Dans les termes de la société",
  channels: {
    post: "par courrier",
    email: "par e-mail",
    phone: "par téléphone",
    meeting: "lors d’un entretien",
    other: "par une autre voie",
  },
  cameBy: (channel, date) => `reçue ${channel} le ${date}, enregistrée par nos soins`,
  waiting: (organisation) =>
    `Cette autorisation est enregistrée, mais ne compte pas encore\u00a0: votre désignation vient d’une personne informée avant vous. L’autorisation comptera dès ${que(organisation)}, ou cette personne, aura confirmé que vous répondez pour cette société.`,
  superseded: {
    objected: (date) => `Elle ne compte pas, en raison d’une objection du ${date}.`,
    other: (date) => `Elle ne compte plus\u00a0: une autre réponse a été donnée le ${date}.`,
  },
  behalf: "Au nom de",
  recordedOn: "Enregistrée le",
  written: "Ce que vous avez écrit",
  approvalNeeded: (customers, vendors) =>
    `Selon ${contractOf(customers)}, votre autorisation est nécessaire${vendors === null ? "" : ` pour ce qui change concernant ${vendors}`}.`,
  approvalMissing: "Votre autorisation fait encore défaut.",
  until: (date) => `Vous pouvez modifier votre réponse jusqu’au ${date}.`,
  late: "tardive",
  calendarLink: "Les dates pour votre agenda (.ics)",

  page: {
    title: (number) => `Votre réponse au changement ${number}`,
    company: "Société",
    details: "Le changement en détail",
    saved: "Votre réponse est enregistrée. Un accusé de réception vous est envoyé.",
    decided: (outcome) => `Décision\u00a0: ${outcome}.`,
    over: (date) =>
      `Le dernier jour pour émettre une objection était le ${date}. Une réponse donnée maintenant est enregistrée comme tardive.`,
    overButApproval: (date) =>
      `Le dernier jour pour émettre une objection était le ${date}. Votre autorisation est attendue jusqu’à ce que vous la donniez\u00a0; toute autre réponse donnée maintenant est enregistrée comme tardive.`,
    nothingToDo:
      "Personne n’attend de réponse de votre part\u00a0: vous n’avez rien à faire. Vous pouvez néanmoins répondre.",
    exempted: (customer, date) =>
      `Ce changement ne s’applique pas à ${customer}\u00a0: il en a été décidé ainsi le ${date}. Il n’y a plus lieu d’émettre une objection, ni délai à respecter\u00a0; vous pouvez toujours nous poser une question.`,
    withdrawn: "Ce changement a été annulé et ne s’applique pas. Il n’appelle plus de réponse.",
    choices: {
      acknowledged: "Nous en prenons acte",
      approved: "Nous donnons notre autorisation",
      asked: "Nous avons une question",
      objected: "Nous émettons une objection",
    },
    notAnApproval: "Nous en prenons acte (ceci n’est pas une autorisation)",
    takesBack: "Vous avez donné votre autorisation. En prendre simplement acte, ou émettre une objection, la retire.",
    customerUntil: (date) => `dernier jour pour émettre une objection\u00a0: ${date}`,
    customerOver: (date) =>
      `dernier jour pour émettre une objection\u00a0: ${date}\u00a0; une réponse donnée maintenant est tardive`,
    customerApproval: "son autorisation est nécessaire",
    followerBehalf: "Au nom de (facultatif)",
    followerBehalfHint: "La société pour laquelle vous répondez.",
    text: "Vos explications",
    textHint:
      "Nécessaires pour une question. Pour une objection, des explications aident à trouver une solution\u00a0; ce formulaire ne les exige pas. 5\u202f000 caractères au plus.",
    send: "Envoyer la réponse",
    change: "Modifier la réponse",
    wrongTitle: "Vérifiez votre réponse",
    wrong: {
      kind: "Choisissez une des réponses.",
      text: "Écrivez votre question\u00a0: 5\u202f000 caractères au plus, sans caractères cachés ni de contrôle. Il en va de même des explications jointes à une objection.",
      customer: "Choisissez au nom de qui vous répondez.",
      onBehalfOf: "Ce ne peut être le nom d’une société\u00a0: 200 caractères au plus, sur une ligne.",
    },
    tooOften: "C’est trop de réponses en une journée. La dernière enregistrée est valable\u00a0; réessayez demain.",
  },

  calendar: {
    lastDayForAll: (number, vendors) =>
      `dernier jour pour les objections des clients au changement ${number} (${vendors}), sauf accord contraire`,
    lastDay: (number, vendors, customer) =>
      `dernier jour pour émettre une objection au changement ${number} (${vendors})${customer ? ` – ${customer}` : ""}`,
    effective: {
      from: (number, vendors) => `le ${changing(number, vendors)} prend effet`,
      earliest: (number, vendors) => `le ${changing(number, vendors)} prend effet ce jour-là au plus tôt`,
      heldUp: (number, vendors) =>
        `le ${changing(number, vendors)} était prévu pour ce jour\u00a0: en attente de l’autorisation de clients ou du règlement d’objections`,
      since: (number, vendors) => `le ${changing(number, vendors)} a pris effet`,
    },
  },
};
