import { count } from "./plural.ts";

/** The page that compares the lists of two dates. */
export const compare = {
  title: "Compare two dates",
  lead: "What differs between the lists of two dates.",
  between: (from: string, to: string) => `What differs between ${from} and ${to}`,
  from: "From",
  to: "To",
  none: "The lists of both dates say the same.",
  announcedSoFar: "The later date is still to come: it is shown by what has been announced so far.",
  /** Before links to the changes by which a difference came. */
  by: "By:",
  others: (n: number) => `${count(n, "more entry differs", "more entries differ")}:`,
};
