import type { Around } from "../changes.ts";

/** A correction of the list: its mail, its page, and how else it is named. It speaks of nothing to come. */
export const rectification = {
  added: (name: string) => `correction of our list: ${name} was missing`,
  updated: (name: string) => `correction of our list: the entry of ${name} was wrong`,
  removed: (name: string) => `correction of our list: ${name} should not have been on it`,
  several: (count: number) => `correction of our list: ${count} entries were wrong`,
  lead: (several: boolean, date: string, since: string | null) =>
    `Our list of vendors ${since === null ? "was wrong" : `had been wrong since ${since}`}; we corrected it on ${date}. This is no change to come: what ${several ? "these entries say" : "the entry says"} now was already the case.`,
  wrong: "What was wrong",
  said: "What the list said, and says now",
  ask: "You can ask about it by your own link and without an account:",
  /** An entry, and what was wrong with it. */
  entry: {
    added: (name: string) => `${name} – was missing`,
    updated: (name: string) => `${name} – was wrong`,
    removed: (name: string) => `${name} – should not have been listed`,
  },
  before: "The list said",
  after: "It says now",
  corrected: "What we corrected",
  facts: {
    on: "Corrected on",
    since: "Had been wrong since",
    answer: "You can",
    anyTime: "object, take note or ask at any time: no last day is set",
    approval: "Your approval",
    notAsked: "your contract asks for it; we did not ask you before",
  },
  /** Of customers whose contract asks for approvals, by name where the reader speaks for several. */
  notAsked: (customers: string | null, several: boolean) =>
    `Under ${customers === null ? "your contract" : `the contract of ${customers}`} ${several ? "such changes need" : "such a change needs"} an approval, and no notice of ours asked for it. We do not ask you to approve ${several ? "them" : "it"} afterwards, and your silence is no approval: you can object or ask.`,
  /** What an objection leads to where no words of a contract say it. */
  examined: (customers: string | null) =>
    `${customers === null ? "We" : `For ${customers}, we`} examine each objection and tell you what becomes of it. By itself it does not undo what was already the case; your rights under the contract remain.`,

  /** What a decision on an objection means. */
  outcome: "The list remains as we corrected it",
  follows: {
    exempted: (customer: string | null) =>
      `From now on this does not apply to ${customer ?? "you"}. Our public list shows it all the same, for others:`,
    alternative:
      "What we have agreed with you applies in place of what the list says, as far as it goes. Apart from that, the list stands as we corrected it:",
    terminated: "What the list says now holds for you until your contract ends:",
    rejected: "Our decision leaves the list as we corrected it.",
  },

  page: {
    title: "Correction of the list",
    notice: "This corrects the list: it says what was already the case, and announces no change to come.",
    added: (names: string) => `Was missing: ${names}`,
    updated: (names: string) => `Entry was wrong: ${names}`,
    removed: (names: string) => `Should not have been listed: ${names}`,
    kinds: { added: "Was missing", updated: "Was wrong", removed: "Should not have been listed" },
    correctedOn: (date: string) => `corrected on ${date}`,
    writeTo: ["To ask about it or to object, write to ", "."] satisfies Around,
    subject: (number: number) => `Correction of the list, change ${number}`,
  },
  calendar: (number: number, vendors: string) => `correction of the list (change ${number}: ${vendors})`,
};
