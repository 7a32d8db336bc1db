import type { ChangeKind } from "../../../model/change/change-set.ts";
import type { Organisation } from "../../../model/organisation-document.ts";
import { contractOf } from "../contract.ts";
import { count } from "../plural.ts";

/** `several` says that a sentence is about more than one change. */
const change = (several: boolean) => (several ? "The changes" : "The change");
const takes = (several: boolean) => (several ? "take" : "takes");
const is = (several: boolean) => (several ? "are" : "is");
const does = (several: boolean) => (several ? "do" : "does");
const it = (several: boolean) => (several ? "they" : "it");
const emergency = (several: boolean) => (several ? "These are emergency changes." : "This is an emergency change.");

/** How the organisation is reached. Replies go to `privacyEmail`, so only with it, or with nothing else, may one reply. */
export type Reach = Pick<Organisation, "privacyEmail" | "website" | "address">;

function writing({ privacyEmail, website, address }: Reach): string {
  if (privacyEmail) return `Write to ${privacyEmail} or reply to this mail`;
  if (website && address) return "Contact us through our website or at our postal address (given below our name)";
  if (website) return "Contact us through our website (given below our name)";
  return address ? "Write to us at our postal address (given below our name)" : "Reply to this mail";
}

/** The mails of an announcement and of its withdrawal, and what every mail about changes has. */
export const mail = {
  /** `who`: the reader, as `addressee` says it. */
  greeting: (who: string) => `Hello${who},`,
  /** A contact by name; null: a follower, or whoever is known by the address alone. */
  addressee: (name: string | null) => (name === null ? "" : ` ${name}`),
  closing: "Kind regards,",
  labelled: (label: string) => `${label}:`,

  subject: (organisation: string, sentence: string) => `${organisation}: ${sentence}`,

  leadComing: (several: boolean) =>
    `We are writing to tell you in advance about ${several ? "changes that concern" : "a change that concerns"} personal data in our service.`,
  leadDone: (several: boolean) =>
    `We are writing to tell you about ${several ? "changes that concern" : "a change that concerns"} personal data in our service.`,
  takesEffect: (several: boolean, date: string) => `${change(several)} ${takes(several)} effect on ${date}.`,
  inEffect: (several: boolean, date: string) => `${change(several)} ${is(several)} in effect as of ${date}.`,
  formerly: (name: string, former: string) => `${name} (formerly ${former})`,
  /** A day before which changes do not take effect, and beyond which they wait for customers who have not agreed by then. */
  atEarliest: (date: string) => `${date} at the earliest`,
  waits: (several: boolean, earliest: string) => `${change(several)} ${takes(several)} effect on ${earliest}.`,
  severalDays: (first: string) => `The first of these changes takes effect on ${first}. Each says when it does.`,
  since: (date: string) => `In effect since ${date}.`,
  canObject: (until: string) => `You can object until ${until}.`,
  /** To whoever follows the list, and may write for a customer. */
  customers: {
    heading: "If you write for a customer",
    until: (date: string) =>
      `Customers can object until ${date}; where another date is agreed with a customer, that one counts.`,
  },
  nothingToDo: "There is nothing you need to do.",

  facts: {
    forWhom: "For",
    uses: (customer: string, products: string | null, regions: string | null) =>
      [customer, ...(products ? [`which uses ${products}`] : []), ...(regions ? [`hosted in: ${regions}`] : [])].join(
        ", ",
      ),
    from: (several: boolean): string => (several ? "Take effect on" : "Takes effect on"),
    since: "In effect since",
    planned: (several: boolean): string => (several ? "Were planned for" : "Was planned for"),
    /** Of a day that has passed while approvals are missing. */
    waits: (date: string) => `${date}; waiting for customers’ approval or for objections to be resolved`,
    onceApproved: (date: string) => `${date}, at the earliest, and not before you have approved`,
    earliest: (date: string) => `${date}, at the earliest`,
    already: (date: string) => `${date}, and is in effect`,
    beginning: (first: string) => `${first} and later: each change says when it does`,
    named: (name: string, value: string) => `${name}: ${value}`,
    until: "You can object until",
    over: "Last day to object was",
    first: (date: string) => `${date}, the first of several days that are listed below`,
    approval: "Your approval",
    approvalNeeded: (customers: string | null) => `needed under ${contractOf(customers)}`,
  },
  buttons: { object: "Object, take note or ask", approve: "Approve, object or ask", late: "Answer late" },
  toApprove: (sentence: string) => `your approval is needed: ${sentence}`,

  emergency: {
    heading: (several: boolean): string => (several ? "Why these changes cannot wait" : "Why this change cannot wait"),
    coming: (several: boolean, date: string) =>
      `${emergency(several)} ${several ? "They take" : "It takes"} effect on ${date} and ${does(several)} not wait for our usual notice period. The reason:`,
    done: (several: boolean, date: string) =>
      `${emergency(several)} ${several ? "They are" : "It is"} in effect as of ${date} and did not wait for our usual notice period. The reason:`,
    ownNotKept: (customer: string | null, date: string) =>
      `The period of ${contractOf(customer)} is not kept: by it, ${date} would have been the earliest day.`,
    ownEmergencyKept: (customer: string | null) =>
      `The period that ${contractOf(customer)} has for emergencies is kept.`,
    ownKept: (customer: string | null) => `The period of ${contractOf(customer)} is kept all the same.`,
    some: "Some of these changes are urgent and do not wait for our usual notice period. The reason:",
  },
  reason: (several: boolean): string => (several ? "Why we make these changes" : "Why we make this change"),

  whatChanges: "What changes",
  inShort: "In short",
  /** Of an announcement that is for others, too. */
  others: (n: number) =>
    n === 1
      ? "The announcement has one more change, which does not concern you."
      : `The announcement has ${n} more changes, which do not concern you.`,
  changed: (name: string, kind: ChangeKind) =>
    `${name} – ${{ added: "added", updated: "changed", removed: "removed" }[kind]}`,
  wasListed: "Until then it is listed with:",
  wasListedUntil: "Until now it was listed with:",
  othersBelow: (n: number) => `and ${n} more, listed below`,
  /** Where a mail cannot hold everything. */
  tooLong: {
    elsewhere: "This is more than a mail can hold. All of it stands here:",
    rows: (n: number) => `and ${count(n, "more detail", "more details")}`,
    others: (n: number) => `and ${n} more`,
  },
  newly: "Newly listed",
  noLonger: "No longer listed",

  objection: {
    heading: "How to object",
    byLink: (until: string, approves: boolean) =>
      `You can object until ${until}, by your own link and without an account. There you can also take note${approves ? ", approve" : ""} or ask:`,
    how: (reach: Reach) =>
      `${writing(reach)} if you prefer; please tell us then which company you write for and what concerns you.`,
    approval: (several: boolean, customers: string | null) =>
      `Under ${contractOf(customers)} ${several ? "these changes need" : "this change needs"} your approval. Silence is no approval: until you have given it, ${it(several)} ${several ? "wait" : "waits"}.`,
    approvalOf: (vendors: string, several: boolean, customers: string | null) =>
      `Under ${contractOf(customers)} what changes about ${vendors} needs your approval. Silence is no approval: until you have given it, ${several ? "these changes wait" : "this change waits"}.`,
    silence: (several: boolean, date: string) =>
      `If you do not object, ${several ? "the changes" : "the change"} ${takes(several)} effect on ${date} as announced, unless we tell you otherwise.`,
    /** Where an objection does not hold by itself what was announced. */
    goesOn: (several: boolean, date: string) =>
      `${change(several)} ${takes(several)} effect on ${date} as announced, unless we tell you otherwise.`,
    goesOnDays: "Each change takes effect on its day as announced, unless we tell you otherwise.",
    silenceEarly: (several: boolean, date: string) =>
      `${change(several)} ${takes(several)} effect on ${date}, while you can still object.`,
    /** Of changes of several days, or that wait for others, the first of whose days is no later than the last to object. */
    silenceEarlyFrom: (date: string) =>
      `What we announced can take effect from ${date} on, while you can still object.`,
    silenceWaits: (date: string) =>
      `If you do not object, there is nothing more you need to do. What we announced “at the earliest” does not take effect before ${date}.`,
    silenceDays:
      "If you do not object, each change takes effect on its day as announced, unless we tell you otherwise.",
    silenceDone: (several: boolean) =>
      `${change(several)} ${is(several)} already in effect. You can object all the same.`,
    leadsTo: {
      heading: "What an objection leads to",
      saysFor: (customers: string | null) =>
        customers === null
          ? "This is what is agreed, or what we undertake:"
          : `For ${customers} this is agreed, or undertaken:`,
      holds: (customers: string | null, what: string | null) =>
        `${customers === null ? "An" : `For ${customers}, an`} objection holds ${what === null ? "what concerns you" : `what changes about ${what}`} until it is resolved.`,
      examined: (customers: string | null) =>
        `${customers === null ? "We" : `For ${customers}, we`} examine each objection and tell you what becomes of it. By itself it does not hold back what we announced; your rights under the contract remain.`,
    },
  },
  questions: {
    heading: "Questions",
    how: (reach: Reach) => `${writing(reach)}; we are glad to answer.`,
  },

  withdrawal: {
    /** `later`: to when it was put off since; null where it was not. */
    lead: (several: boolean, announced: string, date: string, later: string | null) =>
      `On ${announced} we announced ${several ? "changes" : "a change"} for ${date}${later === null ? "" : `, and have postponed ${several ? "them" : "it"} to ${later} since`}. We have withdrawn that announcement: ${several ? "the changes do" : "the change does"} not take effect, and everything stays as it was. There is nothing left to answer, and nothing you need to do.`,
    leadDays: (announced: string) =>
      `On ${announced} we announced changes, each for a day of its own. We have withdrawn that announcement: the changes do not take effect, and everything stays as it was. There is nothing left to answer, and nothing you need to do.`,
    /** Where other changes of the announcement are in effect, and stay. */
    leadPart: (several: boolean, announced: string, stays: string) =>
      `On ${announced} we announced several changes. We have withdrawn ${several ? "those below: they do" : "the one below: it does"} not take effect. What we announced besides is in effect, and stays so: ${stays}. ${several ? "To those that are withdrawn" : "To the one that is withdrawn"} there is nothing left to answer.`,
    preheader: (announced: string, isPart: boolean) =>
      `We have withdrawn ${isPart ? "a part of " : ""}our announcement of ${announced}.`,
    reason: "Why we withdraw it",
    heading: "What we had announced",
  },

  links: {
    heading: "Our list",
    list: "The full list",
    theirs: "The list of what concerns you",
    version: (number: number) => `This is recorded in version ${number} of our list. Its fingerprint (SHA-256) is:`,
    auditHead: "The newest entry of our record of changes had this fingerprint then:",
  },
  footer: {
    why: (organisation: string) =>
      `You receive this mail because this address follows the list of vendors of ${organisation}.`,
    personal:
      "The links in this mail are yours alone: whoever has them can answer and leave in your name. Please do not forward it; the page of the change is public.",
    preferences: "Your preferences",
    unsubscribe: "Unsubscribe",
    once: (organisation: string) =>
      `We sent this mail because somebody entered this address in the form on the list of vendors of ${organisation}.`,
    list: "The list",
  },
};
