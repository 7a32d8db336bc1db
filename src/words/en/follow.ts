import type { Around } from "./changes.ts";

/** Following the list: signing up, confirming, leaving, preferences. */
export const follow = {
  subscribe: {
    heading: "Be told before this list changes",
    lead: "A message when a change is announced, and if it is then corrected, put off or withdrawn. Nothing else, and leaving takes one click.",
    email: "E-mail address",
    language: "Language of the messages",
    products: "Only about",
    productsHint: "None chosen: about all of them.",
    button: "Tell me",
    trap: "Leave this empty",
    unavailable: "Signing up is not possible at the moment. Please try again later.",
    invalid: "This is not an e-mail address. It should look like name@company.example.",
    invalidTitle: "Check the address",
    doneTitle: "Check your inbox",
    done: [
      "If this address is new here, we have just written to it. Open the link in that message to confirm that you want to be told.",
      "Nothing has come after a few minutes? Look in the spam folder, or try again with the address spelled as your mailbox knows it.",
    ],
  },

  confirm: {
    title: "Confirm your address",
    ask: (organisation: string) => `Press the button to be told before the list of ${organisation} changes.`,
    askContact: (organisation: string, customers: string) =>
      `You have been named as the person to be told, on behalf of ${customers}, before the list of ${organisation} changes. Press the button if that is right.`,
    askBoth: "You have asked to follow the list yourself as well: the button confirms both.",
    button: "Yes, tell me",
    doneTitle: "Your address is confirmed",
    done: (organisation: string) =>
      `From now on you will be told before the list of ${organisation} changes. Every message says how to leave.`,
    doneContact: (organisation: string, customers: string) =>
      `From now on you will be told, on behalf of ${customers}, before the list of ${organisation} changes. Every message says how to leave.`,
    expiredTitle: "This link is too old",
    expired: "A confirmation link works for 48 hours. We can send a new one to the same address.",
    again: "Send a new one",
    sentTitle: "Check your inbox",
    sent: "A new confirmation link is on its way to the same address.",
  },

  unsubscribe: {
    title: "Stop being told",
    ask: (organisation: string) =>
      `Press the button, and ${organisation} will no longer write to you when its list of vendors changes.`,
    only: (organisation: string, customers: string) =>
      `You are the only one told on behalf of ${customers}. If you stop the messages, ${organisation} can tell nobody there of changes, and sees that it cannot. What has been announced already can still be answered by the days that were named.`,
    amongOthers: (organisation: string, customers: string) =>
      `${organisation} tells you on behalf of ${customers}. Others are told there, too; if nobody reads the notices, the days to object run all the same.`,
    button: "Stop the messages",
    without: "Stop the messages, and name nobody",
    doneTitle: "You will get no more messages",
    done: (organisation: string) => `${organisation} will no longer write to you about changes to this list.`,
    replace: {
      heading: "Who should be told instead?",
      lead: (organisation: string, customers: string) =>
        `You were told on behalf of ${customers}. ${organisation} still has to tell somebody there. If you name that person, we ask them by mail to confirm it.`,
      email: "Their e-mail address",
      name: "Their name (optional)",
      leadFirst: (organisation: string) =>
        `If you name that person here, ${organisation} asks them by mail to confirm it, and no longer writes to you.`,
      button: "Ask them",
      buttonFirst: "Ask them, and stop the messages to me",
    },
    replaced: {
      title: "Thank you",
      text: [
        "A message with a link to confirm is on its way to that address.",
        "Until the link is used, nobody is told in your place, and the address is forgotten after seven days.",
        "A mail to your own address lets you confirm that this person answers in your place: until you have, no approval of theirs counts.",
      ],
    },
    undoAsk: "Did that by mistake?",
    undo: "Undo",
    undoneTitle: "You are back",
    undone: (organisation: string) => `You will be told before the list of ${organisation} changes, as before.`,
  },

  /** To the contact who has left, by a link that is in no notice. */
  departure: {
    title: "Your place as a contact",
    hasLeft: (organisation: string, customers: string) =>
      `${organisation} no longer writes to you on behalf of ${customers}.`,
    isTold: (organisation: string, customers: string) =>
      `${organisation} tells you on behalf of ${customers}, as before.`,
    isNone: "You are a contact of no customer any more.",
    asked: (email: string, customers: string) =>
      `${email} was named in your place on behalf of ${customers}, and has not confirmed the address yet.`,
    isContact: (email: string, customers: string) => `${email} is told in your place on behalf of ${customers}.`,
    vouched: "You or the company have confirmed that this person answers in your place.",
    vouch: "Yes, this person answers in my place",
    undoAsk: (isNamed: boolean): string =>
      isNamed
        ? "Was that a mistake, or somebody else? Then nobody you have not confirmed stays in your place."
        : "Was that a mistake, or somebody else?",
    undo: "Undo: tell me again",
  },

  testLink: {
    title: "This is a test link",
    text: [
      "In the mail that readers get, a link of their own stands here: it leads each of them to the form in which they answer, or say what they want to be told.",
      "Nothing can be answered here, and nothing is recorded.",
    ],
    calendar:
      "In the mail that readers get, this link gives each of them a file for their calendar, with the dates that the mail tells them.",
    form: "What readers see there",
  },

  unknownLink: {
    title: "This link does not work",
    follow: [
      "It was cut short, or the address it was made for has been forgotten: addresses that nobody confirms are kept for seven days.",
      "To be told about changes, leave your address on the registry’s page.",
    ],
    answer: [
      "It was cut short, or the person it was made for is no longer known here. No answer was recorded by it.",
      "Open the link from the mail itself, in full. To answer the notice all the same, reply to the mail it came in.",
    ],
  },

  preferences: {
    title: "Your preferences",
    lead: ["What is sent to ", " when this list changes."] as Around,
    products: "Products",
    productsHint: "None chosen: you are told about all of them.",
    save: "Save",
    saved: "Saved.",
    leave: "Stop all messages",
  },
};
