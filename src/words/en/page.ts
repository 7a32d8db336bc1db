import { count } from "./plural.ts";

/** The words of the public page. */
export const page = {
  pageTitle: (page: string, organisation: string) => `${page} – ${organisation}`,
  description: (organisation: string) =>
    `Who is involved where ${organisation} processes personal data: what for, where, by which transfer tool, and what is about to change.`,
  unnamed: "Unnamed organisation",
  skip: "Skip to the content",
  languages: "Language",
  /** What the list is called, by the role of everything on it. */
  headings: {
    subprocessor: "Subprocessors",
    processor: "Processors",
    various: "Vendors",
  },
  lead: (organisation: string) =>
    `Who is involved where ${organisation} processes personal data: what for, where, and by which transfer tool.`,
  stale: (updated: string) =>
    `This page is shown from memory: it holds what was published by ${updated}. Changes published since may be missing.`,
  staleUnknown: "This page is shown from memory. Recent changes may be missing.",
  updated: (date: string) => `Last updated on ${date}`,
  version: (number: number) => `Version ${number}`,
  services: (n: number) => count(n, "service", "services"),
  /** How many are on a list, by what it is called. */
  vendors: {
    subprocessor: (n: number) => count(n, "subprocessor", "subprocessors"),
    processor: (n: number) => count(n, "processor", "processors"),
    various: (n: number) => count(n, "vendor", "vendors"),
  },
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
    examples: (organisation: string) => `This list names examples: ${organisation} may use others of the same kinds.`,
    empty: "Nothing has been published yet.",
    emptyHint: "Leave your address, and you will be told when that changes.",
    emptyNow: "Nobody is on the list at present.",
    emptyOn: (date: string) => `Nothing was on the list on ${date}.`,
    begins: (date: string) => `This register begins on ${date}; earlier lists are not recorded here.`,
    noMatch: "No service matches.",
    noMatchFor: (asked: string) => `No service matches ${asked}.`,
    widen: "More is found",
    without: (what: string, found: number) => `without ${what} (${count(found, "service", "services")})`,
    quoted: (text: string) => `“${text}”`,
    showAll: "Show the whole list",
    matching: (shown: number, all: number) => `${shown} of ${count(all, "service", "services")}`,
    sort: "Sort by",
    /** Of the categories of personal data, where there are no columns. */
    data: "Data",
    details: "Details",
    detailsOf: (service: string) => `Details of ${service}`,
    openAll: "Open all details, also for print",
    closeAll: "Close all details",
  },

  /** Of a service in the list: what is to become of it. */
  comes: {
    changes: {
      from: (date: string) => `changes on ${date}`,
      earliest: (date: string) => `changes on ${date} at the earliest`,
      heldUp: () => "changes once customers have approved or their objections are resolved",
    },
    leaves: {
      from: (date: string) => `leaves on ${date}`,
      earliest: (date: string) => `leaves on ${date} at the earliest`,
      heldUp: () => "leaves once customers have approved or their objections are resolved",
    },
  },

  filters: {
    label: "Filter the list",
    more: "Filters",
    q: "Search",
    qHint: "Name, country, SCC…",
    country: "Country",
    outsideEea: "Outside the EEA",
    product: "Product",
    region: "Hosting region",
    /** After what was asked for: "Product “shop”: …". */
    unknown: "there is no such choice here, and the list is not narrowed by it.",
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

  about: {
    short: "About this list",
    heading: (organisation: string) => `About ${organisation} and this list`,
    company: "Company",
    registrationNumber: "Registration number",
    places: "Where it processes data itself",
    safeguards: "Transfer tools stated for the list as a whole",
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

  notFound: { title: "There is nothing here", text: "The address may be mistyped, or the page may have moved." },
  unreadable: {
    title: "This could not be read",
    text: "The address, or what was sent with it, says something that is not understood here, such as a date that does not exist.",
    about: (names: string) => `What cannot be read: ${names}.`,
    /** Where a page of all there is is asked for a part of it. */
    wholeTitle: "This page is not narrowed",
    whole: (names: string) =>
      `It is about the whole register, and its address asks for a part of it (${names}). Without that it can be shown.`,
  },
  tooManyRequests: { title: "Too many requests", text: "Please wait a minute, and try again." },
  unavailable: {
    title: "The register cannot be shown at the moment",
    text: "Something it depends on is not answering. Please try again in a few minutes.",
  },
  toRegistry: "Go to the registry",
};
