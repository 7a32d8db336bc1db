const count = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`);

/** The words before and after something that is more than words, such as a link. */
export type Around = [before: string, after: string];

const neutral = "Third parties";

/** The words of the public page. */
export const page = {
  pageTitle: (page: string, organisation: string) => `${page} – ${organisation}`,
  description: (organisation: string) =>
    `The third parties that process personal data for ${organisation}: what for, where, under which safeguard, and what is about to change.`,
  skip: "Skip to the content",
  languages: "Language",
  /** What the list is called, by the role of everything on it. */
  headings: {
    subprocessor: "Subprocessors",
    processor: "Processors",
    "independent-controller": neutral,
    recipient: neutral,
    source: neutral,
    various: neutral,
  },
  lead: (organisation: string) =>
    `The third parties that process personal data for ${organisation}: what for, where, and under which safeguard.`,
  stale: (updated: string) =>
    `This page is shown from memory: it holds what was published by ${updated}. Changes published since may be missing.`,
  staleUnknown: "This page is shown from memory. Recent changes may be missing.",
  updated: (date: string) => `Last updated on ${date}`,
  version: (number: number) => `Version ${number}`,
  services: (n: number) => count(n, "service", "services"),
  vendors: (n: number) => count(n, "third party", "third parties"),
  onThisPage: "On this page",

  at: {
    past: (date: string) => `This is the list as it was on ${date}.`,
    future: (date: string) => `This is the list as it will be on ${date}, by what has been announced so far.`,
    back: "See today’s list",
  },

  list: {
    today: "The list today",
    on: (date: string) => `The list on ${date}`,
    other: "Other services",
    examples: (organisation: string) =>
      `This list names examples: ${organisation} may use other third parties of the same kinds.`,
    empty: "Nothing has been published yet.",
    emptyHint: "Leave your address, and you will be told when that changes.",
    emptyNow: "No third party is on the list at present.",
    emptyOn: (date: string) => `Nothing was on the list on ${date}.`,
    begins: (date: string) => `This register begins on ${date}; earlier lists are not recorded here.`,
    noMatch: "No service matches.",
    noMatchHint: "Try fewer words, or another product or region.",
    showAll: "Show the whole list",
    matching: (shown: number, all: number) => `${shown} of ${count(all, "service", "services")}`,
  },

  filters: {
    label: "Filter the list",
    q: "Search",
    qHint: "Name, country…",
    product: "Product",
    region: "Hosting region",
    any: "All",
    at: "As of",
    show: "Show",
    clear: "Clear",
  },

  service: {
    used: "Used",
    placeNotStated: "Place not stated",
    links: (name: string) => `Links of ${name}`,
    optional: "Only if you choose it",
    onlyFor: (names: string) => `Only for ${names}`,
    onlyIn: (names: string) => `Only for data hosted here: ${names}`,
    cookies: (n: number) => count(n, "cookie", "cookies"),
  },

  coming: {
    heading: "What is coming",
    from: "From",
    heldUp: (date: string) => `Planned for ${date}, waits for approvals`,
    objectBefore: (date: string): Around => [
      `You may object until the end of ${date} by writing to `,
      ": say which change, and why.",
    ],
    objectElsewhere: (date: string, organisation: string) =>
      `You may object until the end of ${date}. To object, contact ${organisation}.`,
    over: (date: string) => `The time to object ended on ${date}.`,
    subject: (number: number) => `Objection to change ${number}`,
    emergency: "Sooner than usual, because:",
    details: (number: number) => `Change ${number} in detail`,
  },

  recent: {
    heading: "Newly in force",
    since: (date: string) => `In force since ${date}`,
    open: (date: string, until: string) => `In force since ${date}, objections open until ${until}`,
  },

  changes: {
    heading: "What changed",
    title: "Changes",
    lead: (organisation: string) =>
      `Every change to the list of ${organisation}: announced, in force and withdrawn, newest first. Nothing is ever removed from it.`,
    all: "All changes",
    none: "No change has been announced yet.",
    number: (number: number) => `Change ${number}`,
    firstPublished: "First published",
    added: (names: string) => `Added: ${names}`,
    updated: (names: string) => `Changed: ${names}`,
    removed: (names: string) => `Removed: ${names}`,
    more: (n: number) => `and ${count(n, "other difference", "other differences")}`,
    others: (n: number) => count(n, "other", "others"),
    states: { draft: "Draft", announced: "Announced", effective: "In force", withdrawn: "Withdrawn" },
    from: (date: string) => `from ${date}`,
    since: (date: string) => `since ${date}`,
    heldUp: (date: string) => `planned for ${date}, waits for approvals`,
    withdrawnOn: (date: string) => `withdrawn on ${date}`,
    back: "All changes",
    backToList: "The list today",
    announcedOn: "Announced on",
    publishedOn: "Published on",
    takesEffectOn: "Takes effect on",
    heldUpSince: "Waits for approvals, was planned for",
    tookEffectOn: "Took effect on",
    wouldHaveTakenEffectOn: "Would have taken effect on",
    lastDayToObject: "Last day to object",
    withdrawn: "Withdrawn on",
    why: "Why",
    whyWithdrawn: "Why it was withdrawn",
    emergency: "Why it was sooner than usual",
    weight: "Weight",
    weights: {
      material: "Material: it matters to your data, and subscribers are told",
      informative: "For information: subscribers are told",
      editorial: "Editorial: wording, links or contacts only",
    },
    because: (weight: string) => `${weight}, because:`,
    before: "Before",
    after: "After",
    withdrawnNotice: "This change was withdrawn and does not apply.",
    firstPublishedNotice: "This is the list as it was first published here.",
    noDifference: "No field differs.",
    listOn: (date: string) => `The whole list on ${date}`,
  },

  about: {
    short: "About this list",
    heading: (organisation: string) => `About ${organisation} and this list`,
    company: "Company",
    registrationNumber: "Registration number",
    places: "Where it processes data itself",
    safeguards: "Safeguards stated for the list as a whole",
    retention: "Retention",
    cookies: "Cookies on its site and in its products",
    definitions: "Data and terms explained",
    showAll: (n: number) => (n === 1 ? "Show it" : `Show all ${n}`),
    policy: "Privacy policy",
    policyVersion: (version: string) => `version ${version}`,
    policyArchived: "archived",
    policyUpdated: (date: string) => `updated on ${date}`,
    roles: {
      "data-protection-officer": "Data protection officer",
      representative: "Representative",
      support: "Support",
    },
    representativeFor: (regime: string) => `Representative (${regime})`,
    authority: "Supervisory authority",
    contact: "Privacy contact",
  },

  footer: {
    fingerprint: "Fingerprint (SHA-256)",
    fingerprintHint: "It is that of this version and all before it: keep it to prove what you were shown.",
    auditHead: "Audit log (SHA-256)",
    auditHeadHint:
      "It is that of all we had recorded when this version was published: kept, it shows if any of it is changed.",
    json: "This list as JSON",
    contact: "Contact",
    unpublished: "Nothing published yet",
  },

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
    again: "To be told about changes, leave your address on the registry’s page.",
  },

  preferences: {
    title: "Your preferences",
    lead: (): Around => ["What is sent to ", " when this list changes."],
    language: "Language of the messages",
    products: "Products",
    productsHint: "None chosen: you are told about all of them.",
    save: "Save",
    saved: "Saved.",
    leave: "Stop all messages",
  },

  notFound: { title: "There is nothing here", text: "The address may be mistyped, or the page may have moved." },
  unavailable: {
    title: "The register cannot be shown at the moment",
    text: "Something it depends on is not answering. Please try again in a few minutes.",
  },
  toRegistry: "Go to the registry",
};

export type Page = typeof page;
