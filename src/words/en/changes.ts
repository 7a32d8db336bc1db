import type { Effect } from "../../model/change/effect.ts";
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
  /** Since or from when a change applies, around the day. */
  when: {
    from: (day: string) => `from ${day}`,
    earliest: (day: string) => `at the earliest on ${day}`,
    heldUp: (day: string) => `planned for ${day}, waits for customers’ approval or for objections to be resolved`,
    since: (day: string) => `since ${day}`,
  } satisfies Record<Effect["as"], (day: string) => string>,
  /** The same of changes that do not all apply alike, around the first day. */
  beginning: {
    from: (day: string) => `from ${day} on`,
    earliest: (day: string) => `at the earliest from ${day} on`,
    heldUp: (day: string) => `planned from ${day} on`,
    since: (day: string) => `since ${day}, in part`,
  } satisfies Record<Effect["as"], (day: string) => string>,
  withdrawnOn: (date: string) => `withdrawn on ${date}`,
  announcedOn: "Announced on",
  announcedFor: "Announced for",
  publishedOn: "Published on",
  effect: {
    from: "Takes effect on",
    earliest: "Takes effect",
    heldUp: "Waits for customers’ approval or for objections to be resolved, was planned for",
    since: "Took effect on",
  } satisfies Record<Effect["as"], string>,
  wouldHaveTakenEffectOn: "Would have taken effect on",
  lastDayToObject: "Last day to object",
  /** For everybody: each customer's own day is in its notice. */
  customersLastDay: "Last day for customers to object, unless agreed otherwise",
  withdrawn: "Withdrawn on",
  waivedOn: "By decision, with its reason, no longer waits for customers since",
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
  /** Where the others of its set are in force. */
  partWithdrawn: (names: string) => `Withdrawn, and does not apply: ${names}. The rest is in force.`,
  firstPublishedNotice: "This is the list as it was first published here.",
  rectifiedLater: (date: string, names: string): Around => [
    `The list of this day was corrected later, on ${date} (${names}): `,
    "",
  ],
  announcementCorrected: (date: string, names: string | null) =>
    `The announcement was corrected on ${date}${names ? ` (${names})` : ""}:`,
  noDifference: "No field differs.",
  correction: "Correction",
  postponement: "Postponed",
  postponedTo: (date: string, vendors: string) => `${vendors}: to ${date}.`,
  objectUntil: (date: string) => `Customers can object until ${date}, unless agreed otherwise.`,
  listOn: (date: string) => `The whole list on ${date}`,

  coming: {
    heading: "What is coming",
    until: (date: string) =>
      `Without a contract that says otherwise, customers may object until ${date}; if you are one, the date in your notice counts.`,
    write: ["To object, write to ", ": say which change."] satisfies Around,
    contact: (organisation: string) => `To object, contact ${organisation}.`,
    over: (date: string) => `Without a contract that says otherwise, customers could object until ${date}.`,
    subject: (number: number) => `Objection to change ${number}`,
    emergency: "Sooner than usual, because:",
    details: (number: number) => `Change ${number} in detail`,
  },

  recent: {
    heading: "Newly in force",
    since: (date: string) => `In force since ${date}`,
  },
};
