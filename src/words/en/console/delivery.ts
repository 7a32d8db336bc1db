import type { SuppressionReason } from "../../../model/people/delivery.ts";
import type { NoticeKind } from "../../../model/people/notice.ts";
import { count } from "../plural.ts";

const mails = (n: number) => count(n, "mail", "mails");

/** The screen of delivery: what is being sent, what keeps it, and what did not reach its reader. */
export const delivery = {
  lead: "What is being sent, what holds it up, and which mails did not reach their reader.",
  tabs: { sending: "Sending", suppressed: "Suppressed addresses", reports: "Reports of the provider" },
  states: { idle: "Nothing to send", sending: "Sending now", waiting: "Waiting", paused: "Paused", held: "Held" },
  state: "State",
  pending: "Still to be sent",
  pendingOf: (n: number) => (n === 0 ? "Nothing" : mails(n)),
  next: "Next attempt",
  end: "Expected end",
  limit: "Limit of the provider",
  limitOf: (requests: number, seconds: number) =>
    `${count(requests, "request", "requests")} in ${count(seconds, "second", "seconds")}`,
  paused: {
    title: "Sending is paused",
    text: (since: string) =>
      `Since ${since} the mail provider refuses our mails. Nothing is lost: all of it waits, and is tried again every minute.`,
    because: "It says:",
    resume: "Send again now",
    hint: "Mend the cause with the provider first.",
  },
  held: {
    title: "Sending is held",
    asked: (since: string) =>
      `Since ${since}, somebody holds it: nothing is sent until it is resumed. All of it waits.`,
    arrived: (since: string) =>
      `On ${since} this registry was brought here from another place. What was owed there and not sent waits here.`,
    resume: "Send",
    hint: {
      asked: "If the registry was moved to another place, do not resume here: what is owed would be sent twice.",
      arrived:
        "Make sure first that the other place is shut down, or sends nothing any more: what is owed would be sent twice.",
    },
  },
  privacy: {
    title: "Mail to you does not arrive",
    text: (email: string, n: number, since: string) =>
      `Since ${since}, ${mails(n)} to ${email} did not arrive: answers of customers, reminders and the like.`,
    next: (when: string) => `The next is tried on ${when}. If the address is wrong, change it:`,
    organisation: "E-mail address of your organisation",
  },
  trouble: {
    title: "To decide, or to look at",
    none: "Every mail was accepted by the mail server of its recipient, or is on its way. Whether it was read is not known.",
    noneOfChange: (number: number) =>
      `Every mail about change ${number} was accepted by the mail server of its recipient, or is on its way. Whether it was read is not known.`,
    caption: "Mails that were sent together, newest first",
    what: "What",
    outcome: "What became of it",
    tried: "First tried",
    decide: "Decide",
    decideOf: (what: string) => `Decide: ${what}`,
    ofChange: (kind: string, number: number) => `${kind}, change ${number}`,
    states: {
      uncertain: (n: number) => `${mails(n)}: whether they arrived is unknown`,
      paused: (n: number) => `${mails(n)}: not sent, as sending is paused`,
      held: (n: number) => `${mails(n)}: not sent, as sending is held`,
      pending: (n: number) => `${mails(n)}: not sent yet, and tried again`,
      sent: (failed: number, n: number) =>
        `${failed} of ${mails(n)} did not reach ${failed === 1 ? "its" : "their"} reader`,
      failed: (failed: number, n: number) =>
        `${failed} of ${mails(n)} did not reach ${failed === 1 ? "its" : "their"} reader`,
    },
    badges: {
      paused: "Paused",
      held: "Held",
      uncertain: "Unknown",
      pending: "Tried again",
      sent: "Failed",
      failed: "Failed",
    },
    error: "What was said of it",
    notTried: "Not yet",
    attempts: (n: number) => count(n, "attempt", "attempts"),
  },
  decide: {
    title: (what: string) => `Decide: ${what}`,
    uncertain:
      "For 23 hours the provider gave no answer, so nothing is sent again by itself: nobody is to get a notice twice. Look in the account at the provider whether these mails were sent, then say so.",
    missed:
      "These did not reach their reader, and their addresses take mail. Once the cause is mended they can be sent again.",
    waiting: "This is tried again by itself. There is nothing to decide.",
    as: "What holds",
    options: {
      accepted: "They were sent",
      failed: "They were not sent, and are given up",
      resend: "They were not sent, and are sent again",
    },
    resendMissed: "Send them again",
    does: {
      accepted: "The evidence says that you have confirmed it. Nothing is sent.",
      failed: "The evidence says that they failed. Nobody of them counts as told of it.",
      resend: "Whoever did get it the first time gets it twice.",
      late: "An announcement goes as a late one, with what holds by then and with dates of its own.",
    },
    fields: { as: "What holds", reason: "Why" },
    reasonHint: "Stays in the evidence and in the log, such as: asked the provider, ticket 123.",
    button: "Decide",
  },
  kinds: {
    announcement: "Announcement",
    "late-announcement": "Late announcement",
    correction: "Correction of the list",
    postponement: "Postponement",
    release: "Change that no longer waits",
    hold: "Change that waits again",
    waiver: "Approvals that are waived",
    reminder: "Reminder",
    withdrawal: "Withdrawal",
    "publisher-renamed": "New name of the organisation",
    confirmation: "Confirmation of a follower",
    "already-following": "To somebody who follows already",
    invitation: "Invitation of a contact",
    departure: "Departure of a contact",
    receipt: "Receipt of an answer",
    resolution: "Reply to an answer",
    objection: "Objection, to you",
    question: "Question, to you",
    approval: "Approval, to you",
    "answer-changed": "Changed answer, to you",
    answers: "Summary of answers, to you",
    unreachable: "Customers nobody can tell, to you",
    "contact-left": "Contact who left, to you",
    "contact-replaced": "Contact who was replaced, to you",
    "contact-vouched": "Contact named by another, to you",
    deadline: "Reminder, to you",
    "sending-paused": "Paused sending, to you",
    findings: "Findings, to you",
    "sign-in": "Link to sign in",
    "user-invitation": "Invitation to the console",
    "draft-due": "Draft that waits, to users",
    "four-eyes-off": "Four eyes switched off, to users",
    test: "Test of a draft’s mail",
  } satisfies Record<NoticeKind, string>,
  suppressed: {
    lead: "Nothing is sent to these: they bounced for good, or whoever reads there has complained. A contact who is here cannot be told.",
    search: "Address, or part of it",
    caption: "The oldest first",
    none: "No address is suppressed.",
    noneText:
      "An address comes here when mail to it bounces for good, or its reader complains. Until then every contact can be written to.",
    noneFound: "No such address is suppressed.",
    email: "Address",
    unknown: "No longer known",
    since: "Since",
    why: "Why",
    reasons: {
      bounced: "It does not exist, or takes no mail for good",
      complained: "Its reader marked a mail as unwanted",
      suppressed: "The provider sends nothing there",
    } satisfies Record<SuppressionReason, string>,
    lift: "Lift",
    liftOf: (email: string) => `Lift: ${email}`,
    liftTitle: (email: string) => `Write to ${email} again`,
    liftText:
      "Mail goes there again from now on. If it bounces again, it is suppressed again; and whoever complained may do so again.",
    reason: "Why",
    reasonHint: "Stays in the log for ever: name nobody. Such as: the mailbox exists again.",
    button: "Lift",
  },
  reports: {
    lead: "What the mail provider has told us of mails, newest first.",
    caption: "Newest first",
    none: "The provider has reported nothing yet.",
    noneText:
      "What becomes of each mail stands here once mails are sent. If nothing comes then, look at the webhook in the account at the provider.",
    noneFound: "The provider has reported nothing of this kind.",
    what: "What it says",
    whom: "To whom",
    mail: "Mail",
    when: "When",
    foreign: "None of ours",
    erased: "No longer known",
    types: {
      "email.sent": "Sent",
      "email.delivery_delayed": "Delayed",
      "email.delivered": "Delivered",
      "email.bounced": "Bounced",
      "email.complained": "Complained",
      "email.failed": "Failed",
      "email.suppressed": "Not sent: suppressed",
    } as Record<string, string>,
    filter: "Which",
    all: "All",
    trouble: "Only what did not arrive",
  },
};
