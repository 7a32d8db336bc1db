/** The mails to the organisation itself. */
export const toOrganisation = {
  objection: {
    sentence: (who: string, number: number) => `${who} objects to change ${number}`,
    follower: "somebody who follows the list",
    unverified: (name: string) => `${name} (as stated, not verified)`,
    lead: "An objection has come in:",
    who: "Who",
    customerId: "Customer",
    received: "Received on",
    inTime: "in time",
    text: "The objection",
    api: "This objection in the API",
    next: "Record what becomes of it there with POST …/resolve: the answer is mailed to whoever objected.",
    preheader: (when: string, date: string) => `Received on ${date}, ${when}.`,
  },
  unreachable: {
    sentence: (count: number) =>
      count === 1
        ? "a customer can no longer be told of changes"
        : `${count} customers can no longer be told of changes`,
    lead: "No contact of these customers can be written to: there is none, or each has left or cannot be reached by mail.",
    next: "Notices to them are still owed: name another contact for each.",
    api: "They are listed by the API",
    preheader: "Notices to them are still owed.",
  },
  contactLeft: {
    sentence: "a contact of a customer has left",
    lead: "A contact of these customers wants no more mail:",
    next: "Others are still told for them. Nobody has to be named instead; if somebody should, name them.",
    api: "Who it is, in the API",
  },
  contactReplaced: {
    sentence: "a customer has a new contact",
    lead: "A contact of these customers has named somebody in their place, who has confirmed it and is told from now on:",
    next: "If this person should not be told or answer for them, take them away from the customer’s contacts.",
    api: "Who it is, in the API",
  },
  findings: {
    sentence: (count: number) =>
      count === 1 ? "a new finding about the list" : `${count} new findings about the list`,
    lead: "Something about the published list has changed without an edit of yours:",
    api: "All findings in the API",
    preheader: "Something about the published list has changed without an edit of yours.",
  },
  own: (organisation: string) => `This mail is from the register of ${organisation} to the organisation itself.`,
};
