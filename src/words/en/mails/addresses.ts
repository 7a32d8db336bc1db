/** The mails about an address: to confirm it, to be told in a contact's place, that a contact left, that it follows already. */
export const addressMails = {
  confirmation: {
    sentence: "please confirm that you want to follow our list of vendors",
    lead: (organisation: string) =>
      `Somebody asked us to write to this address whenever the list of vendors of ${organisation} is about to change. If that was you, please confirm:`,
    button: "Confirm this address",
    validFor: (hours: number) => `The link opens a page with one button. It is valid for ${hours} hours.`,
    otherwise: "If it was not you, please ignore this mail. Nothing changes without a confirmation.",
    preheader: (hours: number) => `The link is valid for ${hours} hours. If it was not you, ignore this mail.`,
  },
  invitation: {
    sentence: (customers: string) => `please confirm that you are to be told on behalf of ${customers}`,
    lead: (organisation: string, customers: string, by: string | null) =>
      `${by ?? "A contact who was told until now"} has named this address to be told, on behalf of ${customers}, before ${organisation} changes the vendors that process personal data.`,
    meaning: (organisation: string) =>
      `Once you have confirmed it, ${organisation} sends you its notices, and the days to object to a change are counted from them.`,
    button: "Confirm that you are to be told",
    otherwise: "If that is not right, please ignore this mail. Nothing changes without a confirmation.",
    why: (organisation: string) =>
      `We sent this mail because a contact of a customer of ${organisation} has entered this address.`,
  },
  departure: {
    left: {
      sentence: (customers: string) => `you are no longer told on behalf of ${customers}`,
      lead: (organisation: string, customers: string, _other: string | null) =>
        `By the link in a mail to this address, somebody has just ended the notices of ${organisation} that it was sent on behalf of ${customers}.`,
      meaning: (_organisation: string) =>
        "If that was you, there is nothing to do. If it was not, or it was a mistake, undo it here:",
    },
    named: {
      sentence: (customers: string) => `somebody is to be told in your place on behalf of ${customers}`,
      lead: (organisation: string, customers: string, other: string | null) =>
        `By the link in a mail to this address, ${other ?? "another address"} was named to be told in your place before ${organisation} changes the vendors that process personal data of ${customers}.`,
      meaning: (organisation: string) =>
        `If that is right, please confirm it here: until you or ${organisation} have done so, no approval of theirs counts. If it is not, undo it: you are told again, and they are not.`,
    },
    button: "Confirm or undo",
    preheader: "If it was not you, undo it.",
    personal: "This link is yours alone. Please do not forward this mail.",
    why: (organisation: string) =>
      `You receive this mail once, because this address is a contact of a customer of ${organisation}.`,
  },
  alreadyFollowing: {
    sentence: "you already follow our list of vendors",
    lead: (organisation: string) =>
      `Somebody asked us to write to this address whenever the list of vendors of ${organisation} is about to change. You already follow the list, and the request has changed nothing.`,
    otherwise: "If it was not you, you can ignore this mail.",
    preheader: "Your subscription is unchanged.",
  },
};
