/** The page of one vendor. */
export const vendorPage = {
  description: (vendor: string, organisation: string) =>
    `What ${vendor} does for ${organisation}: with which data, where, by which transfer tool, and what has changed.`,
  /** What the section with what is stated is called, by whether that holds. */
  entry: { listed: "What is stated", left: "As it was last listed", coming: "As it is announced" },
  listedAs: (date: string) => `As listed since ${date}.`,
  past: (name: string, date: string) => `This is what the list said of ${name} on ${date}.`,
  future: (name: string, date: string) =>
    `This is what the list will say of ${name} on ${date}, by what has been announced so far.`,
  notListedOn: (name: string, date: string) => `${name} is not on the list of ${date}.`,
  left: (name: string, date: string) => `${name} has not been on the list since ${date}.`,
  notYet: (name: string) => `${name} is not on the list yet: it has been announced.`,
  never: (name: string) => `${name} is not on the list: what was announced of it was withdrawn.`,
  asOf: (date: string) => `The entry of ${date}`,
  otherDate: "Another date",
};
