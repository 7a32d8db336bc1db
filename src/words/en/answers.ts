import type { Effect } from "../../model/change/effect.ts";
import type { ResponseChannel, ResponseKind, ResponseOutcome } from "../../model/people/response.ts";
import { contractOf } from "./contract.ts";

/** What an answer is called once it is given. */
const kinds: Record<ResponseKind, string> = {
  acknowledged: "Taken note",
  approved: "Approval",
  asked: "Question",
  objected: "Objection",
};

const outcomes: Record<ResponseOutcome, string> = {
  withdrawn: "As you told us, you do not object any more",
  alternative: "An alternative was found",
  exempted: "The change does not apply to you",
  terminated: "The contract ends",
  rejected: "The change remains as announced",
  answered: "Your question is answered",
};

const changing = (number: number, vendors: string) => `change ${number} (${vendors})`;

/** Answering a change: the page, its calendar file, and what an answer is called in mails as well. */
export const answers = {
  kinds,
  outcomes,
  yourAnswer: "Your answer",
  /** Of an answer that an operator has entered for a customer. */
  theAnswer: "The answer",
  theWords: "In the company’s words",
  channels: {
    post: "by post",
    email: "by e-mail",
    phone: "by telephone",
    meeting: "in a meeting",
    other: "by another way",
  } satisfies Record<ResponseChannel, string>,
  cameBy: (channel: string, date: string) => `came ${channel} on ${date}, recorded by us`,
  waiting: (organisation: string) =>
    `This approval is recorded, and does not count yet: you were named by somebody who was told before you. It counts once ${organisation}, or whoever has named you, has confirmed that you answer for this company.`,
  /** Of an approval that a later answer has taken back; by its day. */
  superseded: {
    objected: (date: string) => `It does not count, because of an objection of ${date}.`,
    other: (date: string) => `It does not count any more: another answer was given on ${date}.`,
  },
  behalf: "On behalf of",
  recordedOn: "Recorded on",
  written: "What you wrote",
  /** `customers`: whose contract, by name where the reader speaks for others as well. */
  approvalNeeded: (customers: string | null, vendors: string | null) =>
    `Under ${contractOf(customers)} ${vendors === null ? "this" : `what changes about ${vendors}`} needs your approval.`,
  /** To whoever has answered otherwise where their approval is needed. */
  approvalMissing: "Your approval is still missing.",
  until: (date: string) => `You can change your answer until ${date}.`,
  late: "late",
  calendarLink: "The dates for your calendar (.ics)",

  page: {
    title: (number: number) => `Your answer to change ${number}`,
    company: "Company",
    details: "Every detail of the change",
    saved: "Your answer is recorded. A receipt is on its way to you.",
    decided: (outcome: string) => `Decided: ${outcome}.`,
    over: (date: string) => `The last day to object was ${date}. An answer now is recorded as late.`,
    overButApproval: (date: string) =>
      `The last day to object was ${date}. Your approval is waited for until you give it; any other answer now is recorded as late.`,
    nothingToDo: "Nobody waits for an answer from you: there is nothing you need to do. You can answer all the same.",
    /** By a decision of that day. */
    exempted: (customer: string, date: string) =>
      `This change does not apply to ${customer}: so it was decided on ${date}. There is nothing to object to any more, and no day by which; a question is always welcome.`,
    withdrawn: "This change was withdrawn and does not apply. There is nothing left to answer.",
    /** In the order in which the form shows them. */
    choices: {
      acknowledged: "We have taken note",
      approved: "We approve",
      asked: "We have a question",
      objected: "We object",
    } satisfies Record<ResponseKind, string>,
    /** Where an approval is asked for. */
    notAnApproval: "We have taken note (this is not an approval)",
    /** To whoever has approved. */
    takesBack: "You have approved. To take note or to object instead takes your approval back.",
    customerUntil: (date: string) => `last day to object: ${date}`,
    customerOver: (date: string) => `last day to object: ${date}; an answer now is late`,
    customerApproval: "its approval is needed",
    followerBehalf: "On behalf of (optional)",
    followerBehalfHint: "The company you speak for.",
    text: "Your words",
    textHint:
      "Needed for a question. With an objection, reasons help to find a solution; this form does not ask for them. At most 5,000 characters.",
    send: "Send the answer",
    change: "Change the answer",
    wrongTitle: "Please check your answer",
    wrong: {
      kind: "Choose one of the answers.",
      text: "Write your question: up to 5,000 characters, without hidden or control characters. The same holds for what you write to an objection.",
      customer: "Choose on whose behalf you answer.",
      onBehalfOf: "This cannot be the name of a company: up to 200 characters on one line.",
    },
    tooOften: "That is too many answers in one day. The last one recorded holds; please try again tomorrow.",
  },

  calendar: {
    lastDayForAll: (number: number, vendors: string) =>
      `last day for customers to object to change ${number} (${vendors}), unless agreed otherwise`,
    lastDay: (number: number, vendors: string, customer: string | null) =>
      `last day to object to change ${number} (${vendors})${customer ? ` – ${customer}` : ""}`,
    effective: {
      from: (number: number, vendors: string) => `${changing(number, vendors)} takes effect`,
      earliest: (number: number, vendors: string) =>
        `${changing(number, vendors)} takes effect on this day at the earliest`,
      heldUp: (number: number, vendors: string) =>
        `${changing(number, vendors)} was planned for this day: waits for customers’ approval or for objections to be resolved`,
      since: (number: number, vendors: string) => `${changing(number, vendors)} took effect`,
    } satisfies Record<Effect["as"], unknown>,
  },
};
