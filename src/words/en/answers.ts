import type { ResponseKind, ResponseOutcome } from "../../model/people/response.ts";

/** What an answer is called once it is given. */
const kinds: Record<ResponseKind, string> = {
  acknowledged: "Taken note",
  approved: "Approval",
  asked: "Question",
  objected: "Objection",
};

const outcomes: Record<ResponseOutcome, string> = {
  withdrawn: "The change is withdrawn",
  alternative: "An alternative was found",
  exempted: "The change does not apply to you",
  terminated: "The contract ends",
  rejected: "The change remains as announced",
};

/** Answering a change: the page, its calendar file, and the mails that follow. */
export const answers = {
  kinds,
  outcomes,
  yourAnswer: "Your answer",
  behalf: "On behalf of",
  recordedOn: "Recorded on",
  written: "What you wrote",
  announced: "What we announced",
  contact: (organisation: string) =>
    `You receive this mail because this address is a contact of a customer of ${organisation}.`,
  approvalNeeded: "Under your contract this needs your approval.",
  until: (date: string) => `You can change your answer until the end of ${date}.`,
  lateAnswer: (date: string) => `It came after the last day to object, ${date}, and is recorded as late.`,

  page: {
    title: (number: number) => `Your answer to change ${number}`,
    company: "Company",
    details: "Every detail of the change",
    calendar: "The dates for your calendar (.ics)",
    saved: "Your answer is recorded. A receipt is on its way to you.",
    late: "late",
    decided: (outcome: string) => `Decided: ${outcome}.`,
    over: (date: string) => `The last day to object was ${date}. An answer now is recorded as late.`,
    withdrawn: "This change was withdrawn and does not apply. There is nothing left to answer.",
    /** In the order in which the form shows them. */
    choices: {
      acknowledged: "We have taken note",
      approved: "We approve",
      asked: "We have a question",
      objected: "We object",
    } satisfies Record<ResponseKind, string>,
    customerUntil: (date: string) => `last day to object: ${date}`,
    customerOver: (date: string) => `last day to object: ${date}; an answer now is late`,
    customerApproval: "its approval is needed",
    followerBehalf: "On behalf of (optional)",
    followerBehalfHint: "The company you speak for.",
    text: "Your words",
    textHint: "Needed for a question or an objection: what is it that concerns you? At most 5,000 characters.",
    send: "Send the answer",
    change: "Change the answer",
    wrongTitle: "Please check your answer",
    wrong: {
      kind: "Choose one of the answers.",
      text: "Write your question or what you object to: up to 5,000 characters, without hidden or control characters.",
      customer: "Choose on whose behalf you answer.",
      onBehalfOf: "This cannot be the name of a company: up to 200 characters on one line.",
    },
    tooOften: "That is too many answers in one day. The last one recorded holds; please try again tomorrow.",
  },

  calendar: {
    lastDay: (number: number, customer: string | null) =>
      `last day to object to change ${number}${customer ? ` (${customer})` : ""}`,
    effective: (number: number) => `change ${number} takes effect`,
  },

  receipt: {
    sentence: (number: number) => `we have recorded your answer to change ${number}`,
    lead: "Thank you. This is what we have recorded:",
    button: "See or change the answer",
    preheader: (kind: string, date: string) => `${kind}, recorded on ${date}.`,
    why: (organisation: string) =>
      `You receive this mail because a notice of ${organisation} was answered by the link sent to this address. If that was not you, please reply.`,
  },
  resolution: {
    sentence: (number: number) => `our decision on your objection to change ${number}`,
    lead: (date: string) => `You objected on ${date}. This is our decision:`,
    decision: "Decision",
    objection: "Your objection",
    note: "Our explanation",
    why: (organisation: string) => `You receive this mail because you objected to a change of ${organisation}.`,
  },
  objection: {
    sentence: (who: string, number: number) => `${who} objects to change ${number}`,
    follower: "somebody who follows the list",
    unverified: (name: string) => `${name} (as stated, not verified)`,
    lead: "An objection has come in:",
    who: "Who",
    customerId: "Customer",
    received: "Received on",
    inTime: "in time",
    text: "The objection",
    api: "This objection in the API",
    next: "Record what becomes of it there with POST …/resolve: the answer is mailed to whoever objected.",
    preheader: (when: string, date: string) => `Received on ${date}, ${when}.`,
  },
  unreachable: {
    sentence: (count: number) =>
      count === 1
        ? "a customer can no longer be told of changes"
        : `${count} customers can no longer be told of changes`,
    lead: "No contact of these customers can be written to: there is none, or each has left or cannot be reached by mail.",
    next: "Notices to them are still owed: name another contact for each.",
    api: "They are listed by the API",
    preheader: "Notices to them are still owed.",
  },
  contactLeft: {
    sentence: "a contact of a customer has left",
    lead: "A contact of these customers wants no more mail:",
    next: "Others are still told for them. Nobody has to be named instead; if somebody should, name them.",
    api: "Who it is, in the API",
  },
  contactReplaced: {
    sentence: "a customer has a new contact",
    lead: "A contact of these customers has named somebody in their place, who has confirmed it and is told from now on:",
    next: "If this person should not be told or answer for them, take them away from the customer’s contacts.",
    api: "Who it is, in the API",
  },
  findings: {
    sentence: (count: number) =>
      count === 1 ? "a new finding about the list" : `${count} new findings about the list`,
    lead: "Something about the published list has changed without an edit of yours:",
    api: "All findings in the API",
    preheader: "Something about the published list has changed without an edit of yours.",
  },
  own: (organisation: string) => `This mail is from the register of ${organisation} to the organisation itself.`,

  reminder: {
    sentence: (date: string) => `reminder: you can object until ${date}`,
    lead: (announced: string) => `On ${announced} we told you of what follows, and we have no answer from you yet.`,
    until: (date: string) => `Your last day to object is ${date}.`,
    untilFor: (customer: string, date: string) => `${customer}: last day to object ${date}`,
    approvalFor: (customer: string) => `${customer}: under the contract this needs your approval`,
    button: "Answer",
  },
  correction: {
    sentence: (number: number) => `correction to our notice of change ${number}`,
    lead: (announced: string) => `In our notice of ${announced} something was not right. This is the correction:`,
    preheader: (announced: string) => `A correction to our notice of ${announced}.`,
  },
  /** An announcement to somebody who is told later than the others. */
  late: {
    planned: (several: boolean, date: string) =>
      `${several ? "The changes were" : "The change was"} planned for ${date}.`,
    corrected: "What we have corrected since",
    readWith: (announced: string) =>
      `We announced what follows on ${announced}. Please read it with what we have corrected since then.`,
    correctedOn: (date: string) => `Correction of ${date}:`,
    heading: "How to answer",
    byLink:
      "The last day to object is over; your approval is needed all the same. You can give it, or object, by your own link and without an account:",
  },
};
