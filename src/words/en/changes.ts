import { count } from "./plural.ts";

/** The words before and after something that is more than words, such as a link. */
export type Around = [before: string, after: string];

/** The pages of changes, and what the register says of those that are coming. */
export const changes = {
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
  replaced: (name: string, former: string) => `${name} replaces ${former}`,
  replaces: (former: string) => `Replaces ${former}`,
  sameCompany: (former: string) => `The same company, formerly ${former}`,
  removed: (names: string) => `Removed: ${names}`,
  newly: (field: string) => `${field} (added)`,
  noLonger: (field: string) => `${field} (removed)`,
  more: (n: number) => `and ${count(n, "other difference", "other differences")}`,
  others: (n: number) => count(n, "other", "others"),
  states: { draft: "Draft", announced: "Announced", effective: "In force", withdrawn: "Withdrawn" },
  from: (date: string) => `from ${date}`,
  since: (date: string) => `since ${date}`,
  heldUp: (date: string) => `planned for ${date}, waits for customers’ agreement`,
  withdrawnOn: (date: string) => `withdrawn on ${date}`,
  announcedOn: "Announced on",
  publishedOn: "Published on",
  takesEffectOn: "Takes effect on",
  heldUpSince: "Waits for customers’ agreement, was planned for",
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
    editorial: "Editorial: wording, links, contacts or other details only",
  },
  because: (weight: string) => `${weight}, because:`,
  before: "Before",
  after: "After",
  withdrawnNotice: "This change was withdrawn and does not apply.",
  firstPublishedNotice: "This is the list as it was first published here.",
  rectified: "Correction of the list",
  rectifiedNotice: "This corrects the list: it says what has been so already, and is no intended change.",
  wrongSince: (date: string) => `The list was wrong since ${date}`,
  whyRectified: "What was wrong",
  rectifiedLater: (date: string): Around => [`The list of this day was corrected later, on ${date}: `, ""],
  noDifference: "No field differs.",
  correction: "Correction",
  listOn: (date: string) => `The whole list on ${date}`,

  coming: {
    heading: "What is coming",
    from: "From",
    heldUp: (date: string) => `Planned for ${date}, waits for customers’ agreement`,
    objectBefore: (date: string): Around => [
      `You may object until ${date}, by writing to `,
      ": say which change, and why.",
    ],
    objectElsewhere: (date: string, organisation: string) =>
      `You may object until ${date}. To object, contact ${organisation}.`,
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
};
