/** The mail that tells of a correction of the list. */
export const rectification = {
  added: (name: string) => `correction of our list: ${name} was missing`,
  updated: (name: string) => `correction of our list: the entry of ${name} was wrong`,
  removed: (name: string) => `correction of our list: ${name} should not have been on it`,
  several: (count: number) => `correction of our list: ${count} entries were wrong`,
  lead: (several: boolean, date: string, since: string | null) =>
    `Our list of third parties was wrong${since === null ? "" : ` since ${since}`}, and we have corrected it on ${date}. This is no change to come: what ${several ? "these entries say" : "the entry says"} now has been so already.`,
  wrong: "What was wrong",
  said: "What the list said, and says now",
  ask: "You can ask about it by your own link and without an account:",
  answer: "You can ask about it, or object, by your own link and without an account:",
};
