/** The points at which a server can be ended, named as the tests name them. */

/** What each commit of interest is known by: the SQL of its transaction, statements joined by a line break. */
export const commits = {
  "the announcement": /update "change_sets".*members as materialized/s,
  "a signup's answer": /from "signups".*members as materialized/s,
  "a batch's bytes": /update "batches" set "body"/,
  "the attempt": /^update "batches" set .*jsonb_array_length/s,
  // Before the outcome: a report may close a batch too.
  "a provider's report": /insert into "provider_events"/,
  "the outcome": /update "batches" set "state"/,
} as const;

export type Commit = keyof typeof commits;

/** Around the one call to the provider. */
export const callPoints = [
  "before the call",
  "with half of the request sent",
  "when the provider has accepted and not answered",
  "when the provider has answered",
] as const;

export type Point = `${"before" | "after"} ${Commit}` | (typeof callPoints)[number];
