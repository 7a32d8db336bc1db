/** What a name is now and was before; null where none is, or was, stated. */
const saying = (label: string, is: string | null, was: string | null): string => {
  if (is === null) return `our list no longer states our ${label} (it was ${was})`;
  return `our ${label} is now ${is} (${was === null ? "none was stated before" : `formerly ${was}`})`;
};

/** The mail about another name of whoever publishes the list. */
export const publisher = {
  name: "name",
  legalName: "legal name",
  sentence: saying,
  lead: (date: string) => `Since ${date} our list of vendors has named its publisher differently:`,
  sameNumber: (number: string) => `The registration number is the same, ${number}: it is the same company.`,
  otherNumber: (is: string, was: string) => `The registration number is another one, too: ${is} (formerly ${was}).`,
  unchanged: "No entry of the list changes by this.",
  why: (organisation: string) =>
    `You receive this mail because this address follows the list of vendors of ${organisation}, or is a contact of one of its customers.`,
};
