import type { Amendment } from "../../../model/amendment.ts";
import type { Decision } from "../../../transfers/index.ts";
import { count } from "../plural.ts";

/** The screen of transfers: whether each is covered, what if a decision fell, and the law. */
export const transfers = {
  lead: "Whether what goes to each vendor is covered, under each law that applies to you.",
  tabs: { verdicts: "Assessment", law: "The law" },
  filter: {
    label: "Which transfers are shown",
    fields: { on: "On", show: "Which", without: "A decision or transfer tool that might fall" },
    all: "All",
    open: "Not covered",
    used: "Your transfers rest on these",
    others: "Others in force",
    button: "Show",
    whatIf: "What if",
    clear: "Show all as they are",
    wrongDay: "This is not a date. Please write it like 26 December 2026.",
    wrongRule: "There is no such rule of the law.",
  },
  /** Of a certification, where it is not stated that the company is established in the United States. */
  withoutCountry: (verdict: string) => `${verdict}, seat not stated`,
  /** Of one of which no day of a check is stated. */
  unchecked: (verdict: string) => `${verdict}, not said to be checked`,
  caption: (date: string) => `The list of ${date}, and the law as it is known`,
  vendor: "Vendor and service",
  none: (date: string) => `The list of ${date} names nobody.`,
  noneText: "Once vendors are on it, this says of each whether what goes to it is covered.",
  noneOpen: (date: string) => `Every transfer of the list of ${date} is covered.`,
  whatIf: {
    title: (rule: string) => `What if this fell: ${rule}`,
    nothing: "Nothing would be covered worse: no transfer rests on it alone.",
    worse: (services: number) =>
      services === 1 ? "One transfer would be covered worse." : `${services} transfers would be covered worse.`,
    concerned: (customers: number) =>
      customers === 0
        ? "No customer uses what it concerns."
        : `It concerns ${count(customers, "customer", "customers")} of today.`,
    caption: (date: string) => `The law and the list of ${date}, the most harmed first`,
    coming: "Announced, and not in force yet",
    comingMore: (n: number) =>
      `${count(n, "row more is", "rows more are")} not shown. Each announced change shows its own vendors, under Changes.`,
    comingCaption: (date: string) => `As they will be, by the law of ${date}`,
    with: "With it",
    /** Of what loses nothing, what is a transfer and what is none. */
    unaffected: (transfers: number, none: number) =>
      [
        ...(transfers > 0 ? [`${transfers} not affected`] : []),
        ...(none > 0 ? [`${none} with no transfer stated`] : []),
      ].join(", "),
    /** Of what keeps its tool: its assessment leans on the same findings about the country. */
    renew: (transfers: number) =>
      transfers === 1
        ? "One transfer keeps its tool; its assessment is to be renewed"
        : `${transfers} transfers keep their tool; their assessment is to be renewed`,
    renewHint:
      "A transfer tool stays. The assessment of the country’s law that it takes may lean on the same findings as this decision: renew it (CJEU C-311/18; standard contractual clauses, clause 14).",
    first: (n: number) => `The first ${n} of them`,
    rests: "What it rests on",
    law: "Law",
    now: "Today",
    left: "What is left",
    customers: "Customers",
    names: (names: string, more: number) => (more > 0 ? `${names}, and ${count(more, "more", "more")}` : names),
    nobody: "None",
    draft: "Make a draft",
    draftHint:
      "An empty draft: why, you write there, as readers are told it. You edit each of these vendors in it; nothing is announced.",
    made: (number: number) => `Draft ${number} has been made. Edit each vendor in it:`,
    open: (number: number) => `Open draft ${number}`,
    edit: (vendor: string) => `Edit ${vendor}`,
  },
  law: {
    lead: "By these rules every verdict is made. The product brings them; you can add what has happened since.",
    edition: "Edition",
    editionOf: (date: string, age: number) =>
      age === 0 ? `${date}, today` : `${date}, ${count(age, "day", "days")} old`,
    isOld: "It is old: look whether a newer version of the product has come out, and what has been decided since.",
    rules: (regime: string) => `Rules: ${regime}`,
    groups: {
      home: (n: number) => `Where its own law applies, or a transfer counts as none (${n})`,
      adequate: (n: number) => `Recognised as adequate (${n})`,
      tools: (n: number) => `Transfer tools (${n})`,
      ended: (n: number) => `No longer in force (${n})`,
    },
    rule: "Rule",
    says: "What it says",
    holds: "When it holds",
    from: (from: string) => `since ${from}`,
    between: (from: string, until: string) => `from ${from} until ${until}`,
    beginning: (from: string) => `from ${from}`,
    states: { now: "In force", past: "Ended", future: "To come" },
    effects: {
      home: (places: string) => `Its own law applies in: ${places}`,
      "treated-as-home": (places: string) => `A transfer there is treated as none: ${places}`,
      adequate: (places: string) => `Recognised as adequate: ${places}`,
    } satisfies Record<Decision["effect"], (places: string) => string>,
    scoped: (text: string, whom: string) => `${text} (${whom})`,
    accepts: (mechanism: string) => `Accepted: ${mechanism}`,
    stated: "not compared with its source",
    amendedBy: (number: number) => `changed by amendment ${number}`,
    addedBy: (number: number) => `added by amendment ${number}`,
    places: (names: string, more: number) => (more > 0 ? `${names} and ${count(more, "more", "more")}` : names),
    named: (regime: string, title: string, about: string | null) => `${regime}: ${title}${about ? ` (${about})` : ""}`,
    amendments: "Amendments",
    noAmendments: "You have added nothing. When a decision falls, or a new one is made, “Amend” adds it from its day.",
    amendmentsCaption: "What you have added, in the order in which it was",
    number: "Number",
    what: "What",
    made: "Made on",
    why: "Why",
    source: "Source",

    ended: (rule: string, date: string) => `${rule}: no longer holds from ${date} on`,
    added: (title: string, places: string, date: string) => `${title}: ${places} adequate from ${date} on`,
    tookBack: (number: number) => `Took amendment ${number} back`,
    takenBack: "taken back",
    amend: "Amend",
  },
  amend: {
    title: "Amend the law",
    lead: "It holds from the day you name, in every verdict, on the published page and for past lists too. It is published at once as a new version of the list, and nobody is written to. What was wrong is taken back by another amendment; nothing is deleted.",
    tabs: "What has happened",
    kinds: {
      end: "A rule ends",
      adequacy: "A country newly recognised as adequate",
      "take-back": "An amendment was wrong",
    } satisfies Record<Amendment["kind"], string>,
    fields: {
      rule: "Rule that ends",
      endsOn: "First day on which it no longer holds",
      regime: "Law it belongs to",
      territories: "Countries it is about, each on a line of its own",
      startsOn: "First day on which it holds",
      scope: "Whom it covers there",
      title: "How it is cited",
      source: "Web address of the judgment or decision",
      reason: "Why",
      number: "Amendment to take back",
    },
    adequacyEnds: "First day on which it no longer holds, if it has one",
    endsOnHint: "Of a judgment, the day on which it was given.",

    titleHint: "Such as: Implementing Decision (EU) 2027/1",
    reasonHint: "Stays with the law, and in the log.",
    everybody: "Everybody there",
    tryFirst: "See first what would be left, with “What if”.",
    noneToTakeBack: "There is no amendment to take back.",
    button: "Amend",
  },
};
