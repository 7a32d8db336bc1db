/**
 * Every form in which the list, or what changes in it, can be taken along: where, as what, and of which of the two. The
 * page's links, its alternates and `/llms.txt` are made of it; each has a name in `words`, and a maker in `routes/public`.
 */
export const FORMS = {
  csv: { path: "/subprocessors.csv", type: "text/csv", of: "list" },
  docx: {
    path: "/subprocessors.docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    of: "list",
  },
  md: { path: "/subprocessors.md", type: "text/markdown", of: "list" },
  json: { path: "/subprocessors.json", type: "application/json", of: "list" },
  cdx: { path: "/subprocessors.cdx.json", type: "application/vnd.cyclonedx+json", of: "list" },
  embed: { path: "/embed", type: "text/html", of: "list" },
  atom: { path: "/feed.atom", type: "application/atom+xml", of: "changes" },
  jsonFeed: { path: "/feed.json", type: "application/feed+json", of: "changes" },
  calendar: { path: "/calendar.ics", type: "text/calendar", of: "changes" },
} as const satisfies Record<string, { path: `/${string}`; type: string; of: "list" | "changes" }>;

export type FormName = keyof typeof FORMS;

/** The forms of the list, or of its changes, in the order in which they are offered. */
export const formsOf = (what: "list" | "changes"): FormName[] =>
  (Object.keys(FORMS) as FormName[]).filter((name) => FORMS[name].of === what);
