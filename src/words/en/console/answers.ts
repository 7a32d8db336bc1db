import type { ResponseKind, ResponseOutcome } from "../../../model/people/response.ts";
import { count } from "../plural.ts";

type Said = { title: string; does: string };

/** The screen of answers: what customers and followers have answered, and what becomes of it. */
export const answers = {
  lead: "What customers and followers have answered to your announcements. Objections and questions wait for you.",
  /** The rest is in sight where there is room, and always read out. */
  enter: ["Enter an answer", " that came by other ways"] as [begins: string, rest: string],
  tabsLabel: "Which answers",
  tabs: { open: "Open", questions: "Questions", approvals: "Approvals", all: "All" },
  captions: {
    open: "Open objections and questions, by last day to object",
    questions: "Open questions, by last day to object",
    approvals: "Approvals that were given, newest first",
    all: "Every answer, newest first",
  },
  columns: { answer: "Answer", change: "Change", until: "Last day to object", state: "State" },
  empty: {
    open: {
      title: "No objection and no question is open.",
      text: "When somebody objects or asks, it stands here, and you are told by mail.",
    },
    questions: { title: "No question is open.", text: "Questions that were answered stand under “All”." },
    approvals: { title: "No approval was given yet.", text: "Customers approve by the link in their notice." },
    all: {
      title: "Nobody has answered yet.",
      text: "Whoever is told of a change can answer by a link of their own. What comes by post, by e-mail or by telephone you enter here.",
    },
  },
  noneOfChange: (number: number) => `Nothing of this kind to change ${number}.`,
  missing: {
    title: "Approvals that are missing",
    caption: "Customers whose approval a change waits for, by last day to object",
    customer: "Customer",
    next: "What you can do",
    enter: "Enter its approval",
    enterOf: (customer: string, number: number) => `Enter the approval of ${customer} to change ${number}`,
    all: (n: number) => `All ${n} that are missing`,
    none: "No change waits for an approval.",
  },
  given: "Approvals that were given",
  kinds: {
    acknowledged: (who: string) => `${who} has taken note`,
    approved: (who: string) => `${who} approves`,
    asked: (who: string) => `${who} asks`,
    objected: (who: string) => `${who} objects`,
  } satisfies Record<ResponseKind, (who: string) => string>,
  follower: "Somebody who follows the list",
  states: {
    open: "Open",
    acknowledged: "Taken note",
    approved: "Approved",
    waiting: "Does not count yet",
    superseded: "Superseded",
    withdrawn: "Change withdrawn",
    late: "Late",
  },
  /** Of what was answered to a change that is withdrawn. */
  closed: {
    open: "closed by the withdrawal",
    decided: (outcome: string) => `before that: ${outcome}`,
  },
  /** Of an approval: by an objection, or another answer. */
  superseded: (approved: string, byObjection: boolean, on: string) =>
    `Approval of ${approved}, superseded by its ${byObjection ? "objection" : "other answer"} of ${on}`,
  left: (days: number) => (days === 0 ? "today is the last day" : `${count(days, "day", "days")} left`),
  over: (days: number) => `over for ${count(days, "day", "days")}`,
  noDay: "No last day",
  change: (number: number) => `Change ${number}`,

  facts: {
    customer: "Customer",
    behalf: "On behalf of",
    unverified: (name: string) => `${name} (as they say; not verified)`,
    by: "Given by",
    change: "Change",
    received: "Came on",
    came: (date: string, channel: string) => `${date}, ${channel}; entered here`,
    edited: "Changed last on",
    until: "Last day to object",
    inTime: "in time",
    late: "late: after the last day to object",
    receipt: "Confirmation",
    erased: "a person who has been erased since",
  },
  words: {
    acknowledged: "In their words",
    approved: "In their words",
    asked: "The question",
    objected: "The objection",
  } satisfies Record<ResponseKind, string>,
  noWords: "Without words.",
  holds: {
    title: "What it does",
    holds: (names: string) =>
      `It holds what was announced about ${names}: by the customer’s contract that does not take effect before you decide here, or waive it on the page of the change for a reason that is recorded.`,
    holdsNothing:
      "By itself it holds nothing: what was announced takes effect on its day, unless you postpone or withdraw it.",
    inForce: "What was announced is in effect; by itself the objection does not change that.",
    waits: (who: string, { approval, objection }: { approval: string; objection: string }) =>
      [
        `The objection of ${who} does not hold the change.`,
        approval && `It waits for the approval of ${approval}.`,
        objection && `It waits for your decision on the objection of ${objection}.`,
      ]
        .filter((each) => each !== "")
        .join(" "),
    toApprove: (names: string) => `By its contract the customer also has to approve what was announced about ${names}.`,
    corrected: "What the list says was already the case; by itself the objection does not change that.",
    withdrawn: "The change was withdrawn: there is nothing left to decide.",
  },
  terms: {
    title: "The terms recorded for it",
    asAnnounced: "As they were when the change was announced",
    periods: "Periods",
    approval: "Authorisation",
    specific: "specific: changes need its approval",
    general: "general: changes need no approval; it may object",
    objecting: "Objecting",
    suspends: "suspends the change until you decide",
    suspended: "suspended the change for as long as it was undecided",
    continues: "does not suspend the change",
    untilEffect: (days: number) =>
      days === 0
        ? "it may object until the change takes effect"
        : `it may object until ${count(days, "day", "days")} before the change takes effect`,
    remedies: "What an objection leads to",
  },
  history: {
    title: "Everything they have answered to this change",
    titleEntered: "Everything that was entered for this customer to this change",
    lead: "Newest first. The log vouches for each.",
    now: "Stands now",
    gone: "These words are not kept any more.",
    decided: (outcome: string, moment: string) => `${outcome}, on ${moment}`,
  },
  others: "Other answers of this customer to this change",
  decided: {
    on: (moment: string, by: string | null) => (by ? `Decided by ${by} on ${moment}` : `Decided on ${moment}`),
    answeredOn: (moment: string, by: string | null) =>
      by ? `Answered by ${by} on ${moment}` : `Answered on ${moment}`,
    nobody: "Nobody was told by mail: nobody could be written to.",
    note: "In your words",
  },
  /** To whom a mail goes, when it was owed, and what has become of it. */
  mailed: {
    owed: (to: string, _at: string, _state: string) => `Is about to be mailed to ${to}.`,
    sent: (to: string, at: string, state: string) => `Mailed to ${to} (${at}; ${state.toLowerCase()}).`,
    missed: (to: string, _at: string, state: string) => `Did not reach ${to}: ${state.toLowerCase()}.`,
  },

  decide: {
    title: "Decide",
    answerTitle: "Answer the question",
    outcome: "What becomes of it",
    note: "Your words to them",
    noteHint: "They stand in the mail, below the decision. Write in the language of whoever reads them.",
    answer: "Your answer",
    answerHint: "This is the answer in the mail. Write in the language of whoever reads it.",
    write: "The mail stands here once you have written the answer.",
    button: "Decide, and mail it",
    answerButton: "Send the answer",
    reply: "The mail they get",
    choose: "The mail stands here once you have chosen, and written what has to be said.",
    nobody: "Nobody gets it by mail: nobody is left who can be written to. The decision is recorded all the same.",
    to: "To",
    subject: "Subject",
    readOnly: "Somebody who may announce decides on this.",
    givenUp: "If you give the change up, withdraw it: whoever has objected is told so, and nothing is left to decide.",
    withdraw: "Withdraw the change",
    another: "You have written the change that is objected to, so somebody else has to decide.",
  },
  /** Of an outcome after which an approval is still needed: what becomes of what the objection held, and where it held nothing. */
  outcomeThen: {
    held: "The objection no longer holds the change; where the contract asks for an approval, that is still needed.",
    notHeld: "Where the contract asks for an approval, that is still needed.",
  },
  outcomes: {
    rejected: {
      title: "The change remains as announced",
      does: "You stay with it, and say why.",
    },
    alternative: {
      title: "An alternative was found",
      does: "What you have agreed applies to them in place of the change: write below what that is. The list stays as it is: where that changes an entry, such as its transfer tool, edit the vendor too.",
    },
    exempted: {
      title: "The change does not apply to them",
      does: "You do without the change for them, and nothing waits for their approval any more. The public list may show it all the same, for others.",
    },
    terminated: {
      title: "Their contract ends",
      does: "Nothing waits for their approval any more. Write below from when, and by whose notice.",
    },
    withdrawn: {
      title: "They have taken it back",
      does: "They told you so, and the change goes on as if they had not objected.",
    },
    answered: { title: "Answered", does: "Your words are mailed to whoever asked." },
  } satisfies Record<ResponseOutcome, Said>,
  confirm: {
    text: (customer: string) =>
      `This approval does not count yet: a contact of ${customer} has named this person in their place. Confirm it if they answer for ${customer}; if not, take them off its contacts.`,
    button: (customer: string) => `Confirm that they answer for ${customer}`,
    contacts: "To its contacts",
  },

  entering: {
    title: "Enter an answer",
    lead: "What came by post, by e-mail, by telephone or in a meeting counts from the day it came. The customer’s contacts get a confirmation by mail.",
    button: "Enter the answer, and mail the confirmation",
    hears: (to: string) => `The confirmation is mailed to ${to}.`,
    nobodyHears: "None of its contacts can be written to: the answer is recorded, and nobody gets a mail.",
    fields: {
      changeSet: "To which change",
      customer: "Customer",
      which: "Which of these",
      kind: "What they say",
      text: "In their words",
      receivedOn: "Came on",
      channel: "How it came",
    },
    hints: {
      customer: "Its name, or the beginning of it.",
      text: "Needed for a question. With an objection, what was given as its reasons.",
      receivedOn: "The day on which it reached you: by that it is in time, or late.",
    },
    kinds: {
      objected: "They object",
      asked: "They ask something",
      approved: "They approve",
      acknowledged: "They take note",
    } satisfies Record<ResponseKind, string>,
    nobody: "Once the change and the customer are filled in, its last day to object stands here.",
    none: "The change concerns no customer of this name.",
    several: "Several customers have this in their name: choose one below, or type more of it.",
    tooMany: "More than twenty customers have this in their name: please type more of it.",
    found: (name: string) => `${name}:`,
    until: (date: string) => `its last day to object is ${date}.`,
    noDay: "it has no last day to object.",
    late: "An answer of that day is late; an approval counts all the same.",
    soFar: "What it has answered so far:",
    given: (sentence: string, date: string, by: string) => `${sentence} (${date}, ${by})`,
    /** What becomes of these by the answer that is typed. */
    beside: "This answer is recorded beside them, with an entry of its own.",
    stillOpen: "A question that is open stays open until you answer it.",
    takesBack: "Its approval no longer counts.",
    replaces: (sentence: string) =>
      `It takes the place of what was entered for it before, “${sentence}”, which stays in its history.`,
    nothing: "Nothing is announced that could be answered.",
  },
};
