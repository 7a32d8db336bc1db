import type { ResponseKind } from "../../../model/people/response.ts";
import { count } from "../plural.ts";
import { acts } from "./acts.ts";

const customers = (n: number) => count(n, "customer", "customers");

/** The screen of a change that was announced: what has become of it, whom it was told, and what can be done about it. */
export const announced = {
  tabs: { label: "About this change", overview: "Overview", differences: "What changes", mails: "Who was told" },
  badges: {
    waits: {
      approval: "Waits for approval",
      objection: "Held by an objection",
      other: "Waits for an earlier change",
    },
    emergency: "Sooner than usual",
    rectification: "Correction of the list",
    baseline: "First list",
    postponed: "Postponed",
  },
  facts: "The announcement",
  firstList: {
    facts: "The publication",
    title: "The list",
    noNotice: "First publication of the list as it was. No notice was sent.",
    caption: "Vendors of the first list",
    vendor: "Vendor",
    since: "First published here on",
  },
  next: {
    title: "What comes next",
    nothing: "Nothing more is to come of this change.",
    withdrawn: "It does not apply. Nothing more is to come of it.",
    reminder: (names: string, n: number) =>
      n === 1
        ? `Contacts of ${names} who have not answered by then are reminded.`
        : `Contacts of these customers who have not answered by then are reminded: ${names}.`,
    answered: {
      objected: (name: string, date: string) => `${name} objected on ${date}`,
      asked: (name: string, date: string) => `${name} asked a question on ${date}`,
      approved: (name: string, date: string) => `${name} approved on ${date}`,
      acknowledged: (name: string, date: string) => `${name} took note on ${date}`,
    } satisfies Record<ResponseKind, unknown>,
    decided: (said: string, date: string, outcome: string) => `${said}, decided on ${date} (${outcome})`,
    replied: (said: string, date: string) => `${said}, answered on ${date}`,
    undecided: (said: string) => `${said}, still open`,
    alreadyAnswered: (said: readonly string[], more: number) =>
      `Answered so far: ${[...said, ...(more > 0 ? [count(more, "other", "others")] : [])].join("; ")}.`,
    lastDay: (names: string) => `Last day to object for ${names}.`,
    followersLastDay: "Last day to object, by your own terms.",
    effect: (names: string) => `Takes effect: ${names}.`,
    earliest: (names: string, awaited: string) => `Takes effect at the earliest: ${names}. ${awaited}`,
    heldUp: (names: string, awaited: string) => `Was to take effect: ${names}. ${awaited}`,
    between: (n: number) => `${count(n, "more date", "more dates")} before the last`,
    awaited: (approval: string, objection: string) =>
      [
        approval && `It waits for the approval of ${approval}.`,
        objection && `It waits for your decision on the objection of ${objection}.`,
      ]
        .filter((each) => each !== "")
        .join(" ") || "It waits for customers.",
    open: (n: number) =>
      n === 1 ? "An objection or a question is still open." : `${n} objections and questions are still open.`,
  },
  reminded: (n: number) => `${customers(n)} reminded so far.`,
  concern: {
    title: "Whom it concerns",
    customers: (n: number) => (n === 0 ? "It concerns no customer by contract." : `It concerns ${customers(n)}.`),
    ofChange: (n: number) => (n === 0 ? "No customer" : customers(n)),
    unreachable: (n: number) =>
      n === 1
        ? "For one of them nobody could be told when it was announced."
        : `For ${n} of them nobody could be told when it was announced.`,
    each: "Each customer, and until when it may object",
    exempted: (n: number) => `It does not apply to ${customers(n)}, by what was agreed with them.`,
  },
  changes: {
    caption: "Changes, each with its own date",
    what: "What changes",
    when: "When",
    whom: "Concerns",
    all: (n: number) => `All ${n}, field by field`,
  },
  approvals: {
    title: "Approvals",
    missing: (n: number) =>
      n === 1
        ? "The contract of one customer asks for its approval, which is missing:"
        : `The contracts of ${n} customers ask for their approval, which is missing:`,
    objecting: (n: number) =>
      n === 1
        ? "One customer has objected, and its contract says that the change waits for the outcome:"
        : `${n} customers have objected, and their contracts say that the change waits for the outcome:`,
    former: (n: number) =>
      n === 1
        ? "One has been deleted, and is no longer waited for:"
        : `${n} have been deleted, and are no longer waited for:`,
    given: (given: number, all: number) => `${given} of ${count(all, "approval has", "approvals have")} been given.`,
    waived: (date: string) => `Since ${date} it goes on without them. The reason that was given:`,
  },
  accepted: {
    title: "Accepted with a reason",
    by: "Accepted by",
    at: "When",
    why: "The reason that was given:",
    /** A finding that is not made any more by the program and the settings of today. */
    unsaid: (vendor: string, code: string) =>
      `${vendor}: a finding of the kind “${code}”, as the log names it; by the settings of today it would not be made.`,
    more: (n: number) => `and ${count(n, "other", "others")}, which the entry of the announcement in the log names`,
    internal: "This is in the log and in the evidence. Customers and the public do not see it.",
  },
  answers: {
    title: "Answers",
    none: "Nobody has answered yet.",
    open: (n: number) => (n === 1 ? "One is open" : `${n} are open`),
    superseded: (n: number) =>
      n === 1
        ? "One approval does not count: it is superseded by another answer of its customer."
        : `${n} approvals do not count: they are superseded by other answers of their customers.`,
    closed: "The withdrawal has closed what was open.",
    kinds: {
      acknowledged: (n: number) => `${n} taken note`,
      asked: (n: number) => count(n, "question", "questions"),
      objected: (n: number) => count(n, "objection", "objections"),
      approved: (n: number) => count(n, "approval", "approvals"),
    },
    caption: "Objections and questions that are open",
    columns: { who: "From", what: "What", until: "Could be given until" },
    objected: "Objection",
    asked: "Question",
    late: "late",
    onward: "All answers",
  },
  mails: {
    title: "Mails",
    none: "Nobody was told of this change.",
    caption: "What was sent, and how far it has come",
    columns: { notice: "Mail", since: "Since", states: "How far" },
    onward: "Delivery",
    notices: {
      announcement: "Announcement",
      "late-announcement": "Announcement, later",
      correction: "Correction",
      postponement: "Postponement",
      release: "That it takes effect",
      hold: "That it waits",
      waiver: "That it goes on without an approval",
      reminder: "Reminder",
      withdrawal: "Withdrawal",
      receipt: "Receipt of an answer",
      resolution: "What was decided of an answer",
    } as Record<string, string>,
    states: {
      pending: (n: number) => `${n} to be sent`,
      uncertain: (n: number) => `${n} of unknown outcome`,
      skipped: (n: number) => `${n} not sent any more`,
      accepted: (n: number) => `${n} sent, arrival not confirmed`,
      suppressed: (n: number) => `${n} to addresses that take no mail`,
      failed: (n: number) => `${n} failed`,
      delivered: (n: number) => `${n} arrived`,
      bounced: (n: number) => `${n} came back`,
      complained: (n: number) => `${n} reported as spam`,
    },
    troubled: "Who was not reached, and why",
    newestFirst: "Newest first",
    arrivedMeans:
      "“Arrived” means that the mail server of the recipient has accepted the mail for that address, as the mail provider reported. Whether anybody has read it is not recorded.",
    allReached: "Every mail has arrived, or is on its way.",
    trouble: { who: "To", state: "What happened", why: "Why", when: "When" },
    state: {
      pending: "To be sent",
      uncertain: "Outcome unknown",
      skipped: "Not sent any more",
      accepted: "Sent",
      suppressed: "The address takes no mail",
      failed: "Failed",
      delivered: "Arrived",
      bounced: "Came back",
      complained: "Reported as spam",
    },
    causes: {
      withdrawn: "The change was withdrawn before it was sent.",
      overtaken: "A day in it was over before it was sent: another mail was sent instead.",
      erased: "The person was erased.",
      suppressed: "The address takes no mail.",
      unsubscribed: "The person no longer wants mail.",
      "told already": "The person had been told by then.",
      "nothing to answer": "Nothing was left to answer.",
      bounced: "The address does not exist, or takes no mail.",
      complained: "The reader reported an earlier mail as spam.",
    } as Record<string, string>,
    erased: "Somebody who was erased",
    follower: "Follower",
    missed: (n: number) =>
      n === 1
        ? "One mail missed its reader and can be sent again."
        : `${n} mails missed their readers and can be sent again.`,
  },
  ...acts,
};
