import { count } from "./plural.ts";

/** The page that compares the lists of two dates. */
export const compare = {
  title: "Compare two dates",
  lead: "What differs between the lists of two dates.",
  between: (from: string, to: string) => `What differs between ${from} and ${to}`,
  from: "From",
  to: "To",
  none: "The lists of both dates say the same.",
  /** Where the register begins after the earlier date: that it begins before the later, and which lists are compared, or that it does not. */
  instead: (from: string, to: string) => `Compared here are the lists of ${from} and ${to}.`,
  noneBetween: (from: string, to: string) => `The lists of ${from} and ${to} say the same.`,
  cannot: "So the lists of these dates cannot be compared.",
  announcedSoFar: "The later date is still to come: it is shown by what has been announced so far.",
  /** Before links to the changes by which a difference came. */
  by: "By:",
  others: (n: number) => `${count(n, "more entry differs", "more entries differ")}:`,
};
