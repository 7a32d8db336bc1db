import { count } from "../plural.ts";

type Unit = "calendar" | "business" | "working" | "weeks" | "months";

const DAYS = {
  calendar: ["day", "days"],
  business: ["business day", "business days"],
  working: ["working day", "working days"],
} as const;

const days = (n: number, basis: keyof typeof DAYS): string => count(n, DAYS[basis][0], DAYS[basis][1]);

/** What every screen of the console is built of. */
export const kit = {
  saved: "Saved.",
  /** Of what was done that is more than to save something, by its name in the address. */
  done: {
    approved: "You have approved this draft as it is now: any edit takes your approval back.",
    asked: "Whoever may approve this draft has been mailed: once, as long as it stays as it is.",
    addressAsked:
      "A link is on its way to that address, if nobody else here has it: open it in this browser within an hour.",
    erased: "Erased: the name and address are kept no more. The log says that it was done, and names nobody.",
    dropped: "Taken out of the draft.",
    rebased: "The change now stands on top of what was announced meanwhile.",
    decided: "Decided. Below is who is told of it by mail, in which words.",
    answered: "Answered. Below is to whom your words are mailed.",
    confirmed: "Confirmed: the answer counts.",
    entered: "Recorded. Below is to whom the confirmation is mailed.",
  },
  /** Of what goes on while its reader looks at it. */
  underWay: "Under way.",
  refresh: "Refresh",
  save: "Save",
  cancel: "Cancel",
  required: "required",
  optional: "optional",
  choose: "Please choose",
  wrong: (n: number) => `Please look at ${count(n, "thing", "things")} below`,
  nothingDone: "Nothing was saved.",
  named: (field: string, fault: string) => `${field}: ${fault}`,
  check: "Please check this.",
  meanwhile: {
    title: "Somebody else has saved this meanwhile, or you in another window",
    text: "Nothing of yours is lost, and nothing of it is saved yet. Where what is saved differs from what is here, it stands beside the field. Take over what you want to keep of it; saving again replaces it with what is here.",
    differs: "differs from what is saved",
    now: (value: string) => `Saved meanwhile: ${value}`,
    empty: "nothing",
  },
  inLine: (n: number, fault: string) => `Line ${n}: ${fault}`,
  ofChange: {
    label: "About change",
    all: "All changes",
    number: (number: number) => `Change ${number}`,
    named: (number: number, title: string) => `Change ${number}: ${title}`,
  },
  narrow: "Show",
  clear: "Show all",
  remove: "Remove",
  row: (what: string, n: number) => `${what} ${n}`,
  unsaved: "Not saved yet.",
  onlyAdmins: "Only somebody who administers the registry can change this.",
  show: "Refresh",
  autosave: { saving: "Saving…", saved: "All saved.", failed: "Not saved just now. The button says why." },
  next: "Next page",
  first: "First page",
  pages: "Pages",
  search: "Search",
  back: "Back",
  yes: "Yes",
  no: "No",
  inLanguage: (label: string, language: string) => `${label} (${language})`,
  /** Where a text can be written in further languages; a reader of one that is left out reads another, marked as such. */
  otherLanguages: (label: string) => `${label}: in other languages`,
  datesHint: "One on each line, such as 25 December 2026.",
  anotherDay: "One more day",
  period: {
    length: "How many",
    unit: "What is counted",
    units: {
      calendar: "days",
      business: "business days (Monday to Friday)",
      working: "working days (Monday to Saturday)",
      weeks: "weeks",
      months: "months",
    } satisfies Record<Unit, string>,
    more: "Receipt, and days off",
    receipt: "Received after",
    receiptHint:
      "A contract may say that a notice counts as received some days after it is sent: the period runs from then. 0: it counts as received the day it is sent.",
    receiptUnit: "Counted in",
    extend: "A last day on a weekend or holiday moves to the next working day",
    outlast: "A change may take effect while objecting is still open",
    text: (
      length: number,
      unit: Unit,
      receipt: { days: number; basis: keyof typeof DAYS } | null,
      more: { extend: boolean; outlast: boolean },
    ): string => {
      const counted =
        unit === "weeks"
          ? count(length, "week", "weeks")
          : unit === "months"
            ? count(length, "month", "months")
            : days(length, unit);
      const received = receipt ? `${days(receipt.days, receipt.basis)} after it is sent` : "the day it is sent";
      return [
        `${counted} from the notice, deemed received ${received}`,
        ...(more.extend ? ["a last day on a day off moves on"] : []),
        ...(more.outlast ? ["may outlast the notice"] : []),
      ].join("; ");
    },
  },
  /** Who is told, by name. */
  people: {
    all: "Who that is, by name",
    person: (named: string, customers: string | null) => `${named} (${customers ?? "follower"})`,
    more: (n: number) => `and ${n} more`,
  },
};
