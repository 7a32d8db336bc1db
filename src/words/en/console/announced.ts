import { count } from "../plural.ts";

const people = (n: number) => count(n, "person", "people");
const customers = (n: number) => count(n, "customer", "customers");

/** The screen of a change that was announced: what has become of it, and what can be done about it. */
export const announced = {
  tabs: { label: "About this change", overview: "Overview", differences: "What changes", mails: "Who was told" },
  badges: {
    waits: "Waits for approval",
    emergency: "Sooner than usual",
    rectification: "Correction of the list",
    baseline: "First list",
    postponed: "Postponed",
  },
  facts: "The announcement",
  firstList: {
    facts: "The publication",
    title: "The list",
    noNotice: "First publication of the list as it was. No notice was owed.",
    caption: "Vendors of the first list",
    vendor: "Vendor",
    since: "On the list since",
  },
  next: {
    title: "What comes next",
    nothing: "Nothing more is to come of this change.",
    withdrawn: "It does not apply. Nothing more is to come of it.",
    reminder: (names: string, n: number) =>
      n === 1
        ? `${names} is reminded, unless it has answered.`
        : `Whoever of these has not answered is reminded: ${names}.`,
    lastDay: (names: string) => `Last day to object for ${names}.`,
    followersLastDay: "Last day to object, by your own terms.",
    effect: (names: string) => `Takes effect: ${names}.`,
    earliest: (names: string, awaited: string) => `Takes effect at the earliest: ${names}. It waits for ${awaited}.`,
    heldUp: (names: string, awaited: string) => `Was to take effect: ${names}. It waits for ${awaited}.`,
    someCustomers: "customers",
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
  changes: { caption: "Changes, each with its own date", what: "What changes", when: "When", whom: "Concerns" },
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
    given: (given: number, all: number) => `${given} of ${all} approvals have been given.`,
    waived: (date: string) => `Since ${date} it goes on without them. The reason that was given:`,
    more: (n: number) => `and ${n} more`,
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
    somebody: "Somebody who was erased",
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
  can: {
    title: "What you can do",
    withdraw: { link: "Withdraw", text: "Take it back before it takes effect. It stays on record as withdrawn." },
    correct: { link: "Correct", text: "Put right something that the notice said. What was announced stays as it is." },
    postpone: { link: "Postpone", text: "Put it off to a later day." },
    waive: { link: "Waive approvals", text: "Let it take effect without the approvals it waits for." },
    resend: { link: "Send again", text: "Send once more what missed its readers, once the cause is mended." },
    evidence: {
      link: "Evidence pack",
      text: "One file that proves who was told what and when. Somebody else can check it without us.",
      read: "Read it as a page",
    },
  },
  /** Once a draft was announced, or the first list published. */
  began: {
    announce: "Announced. The mails are on their way; this page says how far they have come.",
    publish: "Published. The list stands on its page from now on; nobody was written to.",
  },
  /** What each page that asks before it does says, and the button that does it. */
  act: {
    withdraw: {
      title: "Withdraw this change",
      lead: "It will not take effect. The published list goes back to what it was to be without it, and everybody who was told hears that it is withdrawn. This cannot be undone: to make the change after all, announce it anew.",
      button: "Withdraw it and tell them",
      did: "Withdrawn. Whoever was told is being told so.",
    },
    correct: {
      title: "Correct the announcement",
      lead: "Say in your own words what was wrong, and what is right. It is published beside the announcement, and mailed to whoever was told of what you correct. The change itself stays: to change what will be done, withdraw it and announce it anew.",
      button: "Publish the correction and tell them",
      did: "Corrected. Whoever was told of it is being told so.",
    },
    postpone: {
      title: "Postpone this change",
      lead: "It takes effect on a later day. Whoever was told of it hears the new day, and why.",
      button: "Postpone it and tell them",
      did: "Postponed. Whoever was told of it is being told so.",
    },
    waive: {
      title: "Waive the approvals",
      lead: "The change takes effect on its day, or today if that is over, though customers have not approved it or object to it. Their contracts ask for their approval: going on without it may be a breach of contract. They are told at once, with your reason.",
      button: "Go on without the approvals",
      did: "It goes on without the approvals. Those who were waited for are being told so.",
    },
    resend: {
      title: "Send again what missed its readers",
      lead: "Mails that failed or came back are sent once more, to addresses that take mail. An announcement says what is true today. Mend the cause first: what has not changed fails again.",
      button: "Send again",
      did: "Being sent again.",
    },
  },
  fields: {
    reason: "Reason",
    text: "What was wrong, and what is right",
    effectiveOn: "New day on which it takes effect",
    lastDayToObjectOn: "New last day to object",
    changes: "Which changes",
  },
  hints: {
    date: (now: string, example: string) => `Now: ${now}. Later than that, such as ${example}.`,
    ofSome: (names: string, date: string) => `${names} ${date}`,
    otherDays: (n: number) => `${count(n, "other day", "other days")} of further customers`,
    ownTerms: (date: string) => `by your own terms ${date}`,
    /** Where some of a set is in force already. */
    stays: (goes: string, stays: string) =>
      `Withdrawn is what is not in force yet: ${goes}. In force, and staying on the list: ${stays}. Only those who were told of what is withdrawn are told.`,
    withdrawReason: "Optional. Everybody who was told reads it, and so does the public.",
    publicReason: "Everybody who is told reads it, and so does the public.",
    waiveReason: "The customers who were waited for read it: name no other customer.",
    resendReason: "For the log: what was wrong, and what you have done about it.",
    text: "Everybody who is told reads it, and so does the public. A language that you leave empty is told in another.",
    lastDay: (days: readonly string[]) =>
      `Leave it empty, and each keeps its own day: ${days.join("; ")}. Where a contract lets a customer object until so many days before the effect, its day moves in any case.`,
    changesWithdrawn: "Only those are told whom these changes concern.",
  },
  told: {
    title: "Who is told",
    notices: {
      withdrawal: "Of the withdrawal",
      correction: "Of the correction",
      postponement: "Of the new day",
      waiver: "That it goes on without them",
      release: "Of the day on which it takes effect",
    },
    ofOther: (kind: string, number: number) => `${kind}, of change ${number}`,
    people: (all: number, contacts: number, followers: number) =>
      `${people(all)}: ${[
        ...(contacts > 0 ? [count(contacts, "contact of customers", "contacts of customers")] : []),
        ...(followers > 0 ? [count(followers, "follower", "followers")] : []),
      ].join(", ")}.`,
    nobody: "Nobody is told.",
    byLanguage: (languages: string) => `By language: ${languages}.`,
    inLanguage: (language: string, n: number) => `${language} ${n}`,
    suppressed: (n: number) =>
      n === 1 ? "One more has an address that takes no mail." : `${n} more have an address that takes no mail.`,
    untried: "Whose announcement has not been sent yet hears nothing at all.",
    mail: (audience: "contacts" | "followers", language: string, customer: string | null) =>
      audience === "followers"
        ? `To a follower, ${language}`
        : `To a contact of ${customer ?? "several customers"}, ${language}`,
    mailHint: "The mail as it is sent, with the links and dates of one reader. Others read their own.",
    unwritten: "Fill in the form to see the mail.",
    missed: (n: number) => (n === 1 ? "One mail is sent again." : `${n} mails are sent again.`),
  },
  changed: {
    title: "Since you opened this page, something has changed",
    state: "what state the change is in",
    dates: "when it takes effect, or until when one may object",
    approvals: "who has approved it or objects",
    notices: "what people have been told of it",
    text: "Nothing was done. What stands below is what is so now: look at it, and send the form again if you still mean it.",
  },
  cannot: {
    title: "This cannot be done any more",
    withdrawn: "The change has been withdrawn meanwhile.",
    draft: "This is a draft: nobody has been told of it yet.",
    back: "Back to the change",
  },
};
