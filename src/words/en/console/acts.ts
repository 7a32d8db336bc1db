import { count } from "../plural.ts";

const people = (n: number) => count(n, "person", "people");

/** What can be done about a change that was announced: each page asks before it does it, and says whom it tells. */
export const acts = {
  can: {
    title: "What you can do",
    withdraw: { link: "Withdraw", text: "Take it back before it takes effect. It stays on record as withdrawn." },
    correct: { link: "Correct", text: "Put right something that the notice said. What was announced stays as it is." },
    postpone: { link: "Postpone", text: "Put it off to a later day." },
    waive: {
      link: "Waive approvals",
      overObjection: "Go on despite the objection",
      another: "You have written this change, so somebody else has to do this.",
      text: "An exception: go ahead without the approval that a contract asks for, or against an objection that holds the change; you cannot answer in the customer’s place. Each customer that was waited for is told so, with your reason, and both stay on record.",
    },
    resend: { link: "Send again", text: "Send once more what missed its readers, once the cause is mended." },
    evidence: {
      link: "Evidence pack",
      text: "One file that proves who was told what and when. Somebody else can check it without us.",
      read: "Read it as a page",
    },
    evidencePage: {
      link: "Evidence",
      text: "A page that says who was told what and when, what was answered and what was done. An administrator can take it as a file that proves it.",
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
      lead: "Say in your own words what was wrong, and what is right. It adds nothing to what was announced: no data, no place, no company, no purpose. It is published beside the announcement, and mailed to whoever was told of what you correct. The change itself stays: to change what will be done, withdraw it and announce it anew.",
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
      overObjection: "Go on despite the objection",
      lead: "The change takes effect on its day, or today if that is over (later where a contract leaves days to object before that), though customers have not approved it or object to it. Their contracts ask for their approval, or let an objection suspend the change (Art. 28(2) GDPR): to go ahead all the same may breach the contract and that article. Where four eyes are asked for, somebody else than the author does this. They are told at once, with your reason.",
      button: "Go on without the approvals",
      did: "It goes on. Those who were waited for are being told so.",
    },
    resend: {
      title: "Send again what missed its readers",
      lead: "Mails that failed or came back are sent once more, to addresses that take mail. An announcement says what is true today. Mend the cause first: what has not changed fails again.",
      button: "Send again",
      did: "Being sent again.",
    },
  },
  /** What is asked before an announcement is corrected in words: these put no entry of the list right. */
  wrong: {
    question: "What was wrong?",
    onward: "Continue",
    choices: {
      wording: [
        "Only the wording of the notice",
        "The list says it right, and nothing is added to what was announced. You say it right in your own words: they stand beside the announcement, and are mailed to whoever was told.",
      ],
      entry: [
        "An entry of the list",
        "What the list says of a vendor is wrong, or when it applies. Words would leave it wrong there: the entry itself is put right, and whoever was told hears of it.",
      ],
      more: [
        "Something is missing: other data, another place, company or purpose",
        "Customers agree, or do not object, to what they were told (Art. 28(2) GDPR). What goes beyond that needs a notice, with time to object to it; an approval given before does not cover it.",
      ],
    } as Record<"wording" | "entry" | "more", [label: string, does: string]>,
    entry: {
      title: "Put the entry right",
      lead: "A correction in words would leave the list as it is. What is wrong in an entry is put right there; whoever was told hears of it.",
      inForce:
        "It is in force. Say what was wrong from the start: the list is put right at once, its past says so, and those whom it concerns are told. It is no way to announce something new.",
      rectify: "This was wrong from the start",
      toCome:
        "It is not in force yet. Withdraw it, and announce it anew as it should be: the notice period starts again, and answers are closed. Where only its day is wrong, postpone it. Everybody who was told hears of either.",
      removed:
        "It has left the list. Where it should have stayed, add it again on its page; then open “An emergency, or a correction of the list” in that draft, and say what was wrong.",
      toVendor: "To the vendor",
      wording: "It is only the wording of the notice after all",
    },
    more: {
      title: "Announce what is missing",
      lead: "What was announced covers only what it says. What is added to it gets its own time to object, and its own approvals.",
      inForce:
        "It is in force. What goes beyond it is a change of its own: edit the entry and announce that. Where it is so already, say it as an emergency with its reason.",
      removed: "It has left the list. What is still done there is a change of its own: add it again on its page.",
      toCome:
        "It is not in force yet. Withdraw it, and announce it anew with what is missing: the notice period starts again, answers are closed, and approvals are asked for again. Where the entry says it already, and no contract asks for an approval, you can postpone it instead with a new last day to object, and say in the reason what was missing.",
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
    text: "Everybody who is told reads it, and so does the public.",
    textIn:
      "Everybody who is told reads it, and so does the public. Whoever reads a language that you leave empty gets the text of another.",
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
    /** Of a postponement: who was. */
    noticeTo: (people: string) => `Notice of it to ${people}`,
    nobodyThen: "Nobody was told of it.",
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
    mailHint:
      "The mail as it is sent, with the links and dates of one reader. Others read their own. The reader’s own name, where it is known, is put after the greeting as it is sent.",
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
    anotherTitle: "Another person has to do this",
    another:
      "You have written this change, so somebody else has to go on without the approvals, or despite an objection.",
    back: "Back to the change",
  },
};
