import { count } from "../plural.ts";

/** The page of the evidence of a change. */
export const evidence = {
  title: (number: number) => `Evidence of change ${number}`,
  lead: (organisation: string, moment: string) => `Of the records of ${organisation}, as they are on ${moment}.`,
  what: "What was announced",
  moreChanges: (n: number) => `${count(n, "further change is", "further changes are")} in the evidence pack.`,
  whom: "To whom",
  search: "Address or customer",
  readers: "Each mail with its reader, in the order in which they were owed",
  nobody: "Nobody was written to.",
  sent: "Sent",
  arrived: "Arrived",
  state: "What became of it",
  answers: "What was answered, and decided",
  noAnswers: "Nobody has answered.",
  before: "“What was done”, below, says who decided, and what each of them had answered before.",
  came: (date: string, channel: string, entered: string) => `${date}, ${channel}; entered ${entered}`,
  edited: (came: string, edited: string) => `${came}; last edited ${edited}`,
  decided: (outcome: string, moment: string) => `Decided: ${outcome}, ${moment}.`,
  moreAnswers: "Earlier answers are in the evidence pack.",
  done: "What was done",
  times: (timeZone: string) =>
    `By the log, newest first, what follows from an answer above it; times in ${timeZone.replaceAll("_", " ")}`,
  when: "When",
  who: "By whom",
  byLink: (name: string) => `${name}, by a personal link`,
  did: "What",
  entry: "Entry of the log",
  moreEntries: "Earlier entries are in the log, and in the evidence pack.",
  check: "How to check it",
  how: "This page shows the records; the evidence pack proves them. Each entry of the log has a hash that covers the one before: none can be changed, added or left out without all later ones changing.",
  steps: (file: string) => [
    `Take the evidence pack, ${file}. Its Evidence.html is this page, for reading; its README.txt says what the other files are.`,
    `Run “npm run verify -- ${file}” with the published source of this program, without our servers; or compute the hashes by hand as the README says.`,
    "Compare the version and the log’s newest hash with those in the mails that were sent and on the public page: whoever was told has them.",
  ],
  snapshot: (number: number) => `Version ${number} of the list, by which it was announced`,
  head: (sequence: number) => `Newest entry of the log, number ${sequence}`,
  witness: "SHA-256, of canonical JSON (RFC 8785).",
  /** The same page as a file of the evidence pack. */
  file: {
    reading:
      "This page is for reading. What it says is proved by the other files of this archive, which an expert can verify as README.txt says; the page itself is not verified with them.",
    concerned: "Whom it concerned",
    customers: "The customers that it concerned, with the terms that held then and the dates that follow from them",
    noCustomers: "It concerned no customer.",
    customer: "Customer",
    termsHead: "Terms of then",
    terms: {
      notice: (period: string, own: boolean) =>
        `Notice period, by ${own ? "the organisation’s own terms" : "its contract"}: ${period}.`,
      object: (period: string, own: boolean) =>
        `Objection period, by ${own ? "the organisation’s own terms" : "its contract"}: ${period}.`,
      objectAsNotice: "Objection period: as long as the notice period.",
      objectBefore: (days: number) =>
        days === 1
          ? "Objecting is open until the end of the day before the change takes effect."
          : `Objecting is open until ${days} days before the change takes effect.`,
      counted: (date: string, timeZone: string) => `Counted from the notice of ${date}, in days of ${timeZone}.`,
      holidays: (days: string, own: boolean) =>
        `Holidays left out, by ${own ? "the organisation’s own terms" : "its contract"}: ${days}.`,
      noHolidays: "No holiday was stated for that time.",
      emergency: {
        allowed: "In an emergency a change may take effect at once.",
        "not-allowed": "Not even an emergency shortens its notice.",
      },
      emergencyPeriod: (period: string) => `Notice period in an emergency: ${period}.`,
      newcomer: "It came to be concerned after the announcement: nothing waits for its notice period.",
      specific: "Specific authorisation: it takes its approval, and an objection holds it.",
      onObjection: {
        continues: "General authorisation: an objection does not suspend the change.",
        suspends: "General authorisation: an objection in time suspends what concerns it until it is decided.",
      },
      notRecorded: "Its periods were not recorded when it was announced.",
      none: "What concerns it waits for no notice period.",
    },
    earliest: "Earliest effect by these terms",
    until: "Last day to object",
    extended: (first: string, later: string) => `${first}; by a postponement ${later}`,
    since: "Concerned since",
    fromTheFirst: "The announcement",
    mails: {
      title: "The words of each mail",
      hint: "As it was written before it was first sent, and where it is in this archive. What each reader has of their own stands in brackets: [token] and [respond] in their links, [customer] for the customer they speak for, [addressee] for their name.",
      followers: "for followers of the list",
      contacts: "for contacts of customers",
      line: (line: number, file: string) => `${file}, line ${line}`,
    },
    times: (timeZone: string) =>
      `By the log, from the first entry on, what follows from an answer after it; times in ${timeZone.replaceAll("_", " ")}`,
    leftOut:
      "Here is what was done about this change, the vendors in it and the answers to it. That mails were written, or their recipients forgotten once their time was over, is not repeated here, nor what was done about customers and settings: audit.txt has everything that was done in this registry.",
  },
};
