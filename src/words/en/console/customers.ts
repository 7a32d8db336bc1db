import { count } from "../plural.ts";

/** The screen of customers: who has a contract, whom it has us tell, and on what terms. */
export const customers = {
  lead: "Everybody on whose behalf you process personal data, by contract. Each is told of what concerns it, on its own terms.",
  lists: "Who is told",
  add: "Add a customer",
  addLead: "A name and somebody to write to is enough: what you leave empty is as in your own terms.",
  import: "Import from a file",
  download: "Download as CSV",
  searchFor: "Name or e-mail address",
  told: { label: "Reachable", all: "All", yes: "Somebody can be told", no: "Nobody can be told" },
  nothingFound: "No customer is like that.",
  none: {
    title: "There is no customer yet.",
    text: "Add each company with which you have a contract on processing, and who there is to be told; or take all of them from a file. Nobody is written to by this.",
  },
  caption: "Customers, with their terms and contacts",
  columns: {
    name: "Customer",
    uses: "Uses",
    terms: "Terms",
    contacts: "Contacts",
    person: "Person",
    state: "State",
    todo: "To do",
  },
  everything: "Everything",
  contacts: (n: number) => (n === 0 ? "Nobody" : count(n, "contact", "contacts")),
  sections: { who: "Who it is, and whom to tell", use: "What it uses", terms: "Terms of its contract" },
  fields: {
    name: "Name",
    externalId: "Your own id of it",
    contacts: "Contacts",
    "contacts.email": "E-mail address",
    "contacts.name": "Name of the person",
    "contacts.locale": "Language of the mails",
    products: "Products it uses",
    hostingRegions: "Where its data is hosted",
    noticePeriod: "Notice period",
    objectionPeriod: "Objection period",
    objectUntilEffect: "Or objecting is open until shortly before a change takes effect",
    "objectUntilEffect.daysBefore": "Days before the change takes effect",
    authorisation: "What the contract says of subprocessors",
    onObjection: "An objection",
    emergency: "In an emergency",
    "emergency.period": "Notice period in an emergency",
    remedies: "What an objection leads to",
    timeZone: "Time zone",
    holidays: "Holidays of its own",
    noHolidays: "No day is a holiday for this contract",
  },
  contact: { one: "Contact", add: "Add a contact" },
  ownLanguage: "As your organisation",
  ownTimeZone: "As your organisation",
  hints: {
    contacts: "Whoever is to be told on its behalf. They are told without being asked, and may leave at any time.",
    products: "It is told of what concerns these. None: all of them.",
    hostingRegions: "None: all of them.",
    noticePeriod: "Empty: your own.",
    objectionPeriod: "Empty: as long as its notice period; or yours, where it has none.",
    objectUntilEffect: "Instead of an objection period. 0 and 1: until the end of the day before.",
    remedies: "In the words of the contract; its contacts read it. Empty: what you say to everybody.",
    timeZone: "In which its days are counted, and end.",
    holidays: "One on each line, such as 25 December 2026. Empty: those of your organisation.",
    externalId: "By which your other systems and files know it; it stays as it is. Empty: it is made from the name.",
  },
  authorisations: {
    general: "General authorisation: it may object",
    specific: "Specific authorisation: each change needs its approval",
  },
  onObjections: {
    continues: "does not hold the change: it takes effect on its day",
    suspends: "holds what concerns it until the objection is resolved",
  },
  alwaysHeld: "With specific authorisation an objection always holds the change.",
  emergencies: {
    "not-allowed": "The contract says nothing of it, or excludes it: the notice stays as long as always",
    allowed: "A change may take effect at once, with its reason",
    period: "There is a notice period of its own",
  },
  rareTerms: "Emergencies, and rarer terms",
  emergencyPeriod: "Notice period in an emergency",
  more: "Time zone, holidays, your own id",
  /** As what is not called anything yet is spoken of. */
  thisCustomer: "this customer",
  knownBy: (id: string) => `Your own id of it: ${id}`,
  tooManyContacts: (n: number) =>
    `It has ${n} contacts, more than a page can hold. They stay as they are; change them by a file.`,
  example: {
    heading: "What this means",
    wrong: "Once the terms are filled in, this says what they mean.",
    mailsSay: "What its mails say of objecting",
    announced: (today: string) => `A change that concerns it, announced today, ${today}:`,
    object: "Last day to object",
    effective: "Earliest effect",
    notBefore: (date: string) => `${date}, and not before it has approved`,
  },
  sentences: {
    notice: (period: string, own: boolean) => `Notice: ${period}${own ? ", as in your own terms" : ""}.`,
    object: (period: string, own: boolean) =>
      own ? `It may object for as long: ${period}.` : `It may object: ${period}.`,
    objectBefore: (days: number) =>
      days === 1
        ? "It may object until the end of the day before a change takes effect."
        : `It may object until ${days} days before a change takes effect.`,
    authorisation: {
      general: "A change needs no approval of it: it is informed, and can object (GDPR Art. 28(2), second sentence).",
      specific:
        "A change waits until it has approved it, however long that takes. Removing a vendor needs no approval (GDPR Art. 28(2), first sentence: engaging another processor).",
    },
    onObjection: {
      continues: "An objection does not hold the change: you decide what follows from it.",
      suspends: "An objection holds what concerns it until you have resolved it.",
    },
    emergency: {
      allowed: "In an emergency a change may take effect at once.",
      "not-allowed": "Not even an emergency shortens its notice.",
    },
    emergencyPeriod: (period: string) => `In an emergency its notice is shorter: ${period}.`,
  },
  short: {
    own: "Your own terms",
    object: (period: string) => `to object: ${period}`,
    objectBefore: (days: number) =>
      days === 1 ? "objecting until the day before" : `objecting until ${days} days before`,
    specific: "needs its approval",
    suspends: "objecting suspends",
    noEmergency: "no shorter notice in emergencies",
    emergency: (period: string) => `in an emergency: ${period}`,
    timeZone: "days of its own time zone",
    holidays: "holidays of its own",
  },
  days: (n: number) => (n === 0 ? "No day" : count(n, "day", "days")),
  notSaid: "Not said",
  imported: (n: number) => `${count(n, "customer has", "customers have")} been imported.`,
  readOnly: "Only somebody who may write drafts can change this.",
  unreachable: "Nobody can be told for this customer: name somebody whose address takes mail.",
  people: "What becomes of mail to its contacts",
  peopleCaption: "Contacts",
  firstOf: (n: number, all: number) => `The first ${n} of ${all} contacts`,
  contactStates: {
    told: "Is told",
    left: "Has left",
    suppressed: "Address takes no mail",
    pending: "Has not confirmed yet",
    unconfirmed: "Named by a contact who left",
  },
  confirm: "Confirm",
  confirmNamed: (who: string) => `Confirm ${who}`,
  remove: "Remove",
  removing: {
    title: (name: string) => `Remove ${name}`,
    means: (contacts: number) => [
      "No later change concerns it, and nothing waits for its approval any more.",
      contacts === 0
        ? "It has no contacts."
        : "Whoever was there only as its contact is erased; who follows by themselves, or has left, stays.",
      "What it was told of and answered so far stays as evidence. If you add it again with the same id, that is its own again.",
      "Nobody is written to.",
    ],
  },
};

/** People who are told of changes, one by one. */
export const persons = {
  followers: "Followers",
  lead: "Whoever has asked on the page to be told of changes. They have no contract: nothing waits for them.",
  searchFor: "E-mail address or name",
  all: "All",
  nothingFound: "Nobody is like that.",
  none: {
    title: "Nobody follows yet.",
    text: "Visitors of the published page may ask there to be told of changes. They confirm their address, and may leave at any time.",
  },
  email: "E-mail address",
  state: "State",
  language: "Language",
  since: "Known since",
  follows: "Follows by themselves",
  contactOf: "Contact of",
  nobody: "Nobody",
  yes: "Yes",
  no: "No",
  states: { active: "Is told", pending: "Has not confirmed yet", unsubscribed: "Has left" },
  rights: "What the person may ask of you",
  export: "Export for a person",
  exportText:
    "Everything that is held about them in one file, to be given to them (Art. 15 GDPR): who they are, what they were sent, what they answered.",
  erase: "Erase",
  eraseText:
    "Their name and address are taken out of everything that is kept (Art. 17 GDPR). What was told and answered stays without them, as evidence for legal claims (Art. 17(3)(e)).",
  onlyAdmins: "Only somebody who administers the registry can export or erase a person.",
  erasing: {
    title: (who: string) => `Erase ${who}`,
    means: [
      "Their name and address are taken out of everything that is kept, what they wrote included. This cannot be undone.",
      "They are sent nothing more; only what is being sent at this very moment may still reach them.",
      "As evidence for legal claims (Art. 17(3)(e) GDPR) there stays that somebody was told, when, and what they answered: with a code that names nobody.",
      "They are not written to. Nothing hinders that they are added again, or follow again.",
    ],
    lone: (customers: string, n: number) =>
      n === 1
        ? `Nobody else can be told for ${customers}: name another contact there.`
        : `Nobody else can be told for ${customers}: name other contacts there.`,
  },
};
