import type { Deadline } from "../../../model/people/notice.ts";
import type { ResponseKind } from "../../../model/people/response.ts";

type PerMoment<Words, More extends string = never> = Record<Deadline["moment"] | More, Words>;
type PerKind<Words> = Record<ResponseKind, Words>;

const these = (count: number) => (count === 1 ? "this customer" : "these customers");

/** The mails to the organisation itself. */
export const toOrganisation = {
  answer: {
    sentences: {
      acknowledged: (who, number) => `${who} has taken note of change ${number}`,
      approved: (who, number) => `${who} approves change ${number}`,
      asked: (who, number) => `${who} asks about change ${number}`,
      objected: (who, number) => `${who} objects to change ${number}`,
    } satisfies PerKind<(who: string, number: number) => string>,
    changed: (who: string, number: number) => `${who} has changed the answer to change ${number}`,
    follower: "somebody who follows the list",
    unverified: (name: string) => `${name} (as stated, not verified)`,
    leads: {
      acknowledged: "An answer has come in:",
      approved: "An approval has come in:",
      asked: "A question has come in:",
      objected: "An objection has come in:",
    } satisfies PerKind<string>,
    leadChanged: "An answer was changed. This is what holds now:",
    answer: "Answer",
    before: "Before that",
    who: "Who",
    customerId: "Customer",
    received: "Received on",
    inTime: "in time",
    texts: {
      acknowledged: "In their words",
      approved: "In their words",
      asked: "The question",
      objected: "The objection",
    } satisfies PerKind<string>,
    open: "Open this answer in the console",
    next: {
      acknowledged: null,
      approved: null,
      asked: "Answer it there: your words are mailed to whoever asked.",
      objected: "Decide there what becomes of it: the decision is mailed to whoever objected.",
    } satisfies PerKind<string | null>,
    /** Of an objection that is open. */
    does: {
      held: (vendors: string) =>
        `By the customer’s contract the objection holds what was announced about ${vendors}: it does not take effect before you record what becomes of the objection, or go on without that, on the page of the change, for a reason that is recorded.`,
      waiting: (vendors: string) =>
        `The objection does not by itself hold what was announced about ${vendors}. It waits all the same: the page of the change in the console says for whom.`,
      coming: (vendors: string, date: string) =>
        `The objection does not hold what was announced about ${vendors}: it takes effect on ${date}, unless you postpone or withdraw it.`,
      done: (vendors: string, date: string) =>
        `What was announced about ${vendors} has been in effect since ${date}; by itself the objection does not change that.`,
      corrected: (vendors: string) =>
        `What the list says about ${vendors} was already the case; by itself the objection does not change that.`,
      approval: (vendors: string) =>
        `By the customer’s contract what was announced about ${vendors} also takes its approval.`,
    },
    waiting:
      "This approval does not count yet: a contact has named this person in their place. Confirm that they answer for the customer, or take them away from its contacts.",
    preheader: (when: string | null, date: string) => `Received on ${date}${when === null ? "" : `, ${when}`}.`,
  },
  answers: {
    sentence: (count: number) =>
      count === 1 ? "an answer to a notice has come in" : `${count} answers to notices have come in`,
    lead: (count: number): string =>
      count === 1
        ? "This answer has come in and was not told to you then:"
        : "These answers have come in and were not told to you one by one:",
    line: (who: string, kind: string, number: number) => `${who}: ${kind} (change ${number})`,
    more: (count: number) => `And ${count} more, which the console lists.`,
    open: "All answers in the console",
    preheader: (count: number): string =>
      count === 1 ? "It was not told to you when it came in." : "They were not told to you one by one.",
  },
  deadline: {
    /** A change set, or those of its changes that are meant, by their vendors. */
    what: (number: number, vendors: string | null) => `change ${number}${vendors === null ? "" : ` (${vendors})`}`,
    sentences: {
      "last-day": (what, date) => `the last day to object to ${what} is ${date}, and something is open`,
      eve: (what, date) => `${what} is to take effect on ${date}, and something is open`,
      "eve-held": (what, date) => `${what} does not take effect on ${date} unless what it waits for is settled by then`,
      "eve-in-part": (what, date) =>
        `${what} is to take effect on ${date}; some of it does not unless what it waits for is settled by then`,
      "in-force": (what, date) => `${what} has been in effect since ${date}, and answers to it are open`,
      held: (what, date) => `${what} was planned for ${date} and is held: something is open`,
    } satisfies PerMoment<(what: string, date: string) => string, "eve-held" | "eve-in-part">,
    leads: {
      "last-day": (_, until) => `This is not resolved, or not approved, and the last day to object is near (${until}):`,
      eve: (what) => `This is not resolved, or not approved, on the eve of the day that ${what} is planned for:`,
      "in-force": (what) =>
        `These objections or questions are open although ${what} is in effect. Whoever raised them has no decision from you yet:`,
      held: (what) => `The day that ${what} was planned for has come. It is not in effect, and this is open:`,
    } satisfies PerMoment<(what: string, until: string) => string>,
    ofSome: (line: string, vendors: string) => `${line} (${vendors})`,
    response: (who: string, kind: string, date: string) => `${who}: ${kind} of ${date}`,
    settled: (line: string) => `${line} (settled meanwhile)`,
    approval: (who: string) => `${who}: its approval is missing`,
    next: {
      decide: "Decide in the console what becomes of an objection, and answer questions there.",
      approve: "Only the customer can approve; an approval that came by post or mail is entered in the console.",
      goOn: "To go on before that, record a reason on the page of the change.",
    },
    preheader: (count: number): string => (count === 1 ? "One thing is open." : `${count} things are open.`),
    open: "Open answers in the console",
  },
  paused: {
    sentence: "the sending of notices was paused",
    lead: (date: string, because: string) =>
      `On ${date} the mail provider refused all mails of this register: ${because}. Nothing was lost, but notices, confirmations and reminders were not sent from then on.`,
    arrived: "That this mail has reached you shows that sending has resumed. What had to wait is sent late.",
    next: "See whether a last day to object has come or passed meanwhile. Mend the cause with the provider, if that is not done.",
    open: "The state of sending, in the console",
    preheader: "Notices were not sent for a while.",
  },
  unreachable: {
    sentence: (count: number) =>
      count === 1
        ? "a customer can no longer be told of changes"
        : `${count} customers can no longer be told of changes`,
    lead: (count: number): string =>
      `No contact of ${these(count)} can be written to: there is none, or each has left or cannot be reached by mail.`,
    next: (count: number): string =>
      count === 1
        ? "Notices to it are still owed: name another contact."
        : "Notices to them are still owed: name another contact for each.",
    open: "Customers without a contact, in the console",
    preheader: (count: number): string => `Notices to ${count === 1 ? "it" : "them"} are still owed.`,
  },
  contactLeft: {
    sentence: "a contact of a customer has left",
    lead: (count: number): string => `A contact of ${these(count)} wants no more mail:`,
    next: () => "Others are still told in their place. Nobody has to be named instead; if somebody should, name them.",
    open: "Who it is, in the console",
  },
  contactReplaced: {
    sentence: "a customer has a new contact",
    lead: (count: number): string =>
      `A contact of ${these(count)} has named somebody in their place, who has confirmed it and is told from now on:`,
    next: () =>
      "Until you have confirmed on the customer’s page that they answer for it, or that contact has, no approval of theirs counts. If they should not be told at all, take them away from the customer’s contacts.",
    open: "Who it is, in the console",
  },
  contactVouched: {
    sentence: "a contact has confirmed whom they named in their place",
    lead: (count: number): string =>
      `A contact of ${these(count)} has confirmed that the person they named answers in their place; approvals of that person count from now on:`,
    next: (count: number): string =>
      `If this person should not answer for ${these(count)}, take them away from the contacts there.`,
    open: "Who it is, in the console",
  },
  findings: {
    sentence: (count: number) =>
      count === 1 ? "a new finding about the list" : `${count} new findings about the list`,
    lead: "Something about the published list has changed without an edit of yours:",
    open: "What waits for you, in the console",
    preheader: "Something about the published list has changed without an edit of yours.",
  },
  own: (organisation: string) => `This mail is from the register of ${organisation} to the organisation itself.`,
};
