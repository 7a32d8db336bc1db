import type { Around } from "./changes.ts";

/** Following the list: signing up, confirming, leaving, preferences. */
export const follow = {
  subscribe: {
    heading: "Be told before this list changes",
    lead: "One message when a change is announced, in time to object. Nothing else, and leaving takes one click.",
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
      `Press the button, and ${organisation} will no longer write to you when its list of third parties changes.`,
    button: "Stop the messages",
    doneTitle: "You will get no more messages",
    done: (organisation: string) => `${organisation} will no longer write to you about changes to this list.`,
    replace: {
      heading: "Who should be told instead?",
      lead: (organisation: string, customers: string) =>
        `You were told on behalf of ${customers}. ${organisation} still has to tell somebody there. If you name that person, we ask them by mail to confirm it.`,
      email: "Their e-mail address",
      name: "Their name (optional)",
      button: "Ask them",
    },
    replaced: {
      title: "Thank you",
      text: [
        "A message with a link to confirm is on its way to that address.",
        "Until the link is used, nobody is told in your place, and the address is forgotten after seven days.",
      ],
    },
    undoAsk: "Did that by mistake?",
    undo: "Undo",
    undoneTitle: "You are back",
    undone: (organisation: string) => `You will be told before the list of ${organisation} changes, as before.`,
  },

  unknownLink: {
    title: "This link does not work",
    text: "It was cut short, or the address it was made for has been forgotten: addresses that nobody confirms are kept for seven days.",
    answer: "To answer a notice all the same, reply to the mail it came in.",
    follow: "To be told about changes, leave your address on the registry’s page.",
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
