/** The forms in which the list and its changes can be taken along. */
export const takeAlong = {
  heading: "Take it along",
  list: "The list",
  changes: "What changes",
  names: {
    csv: "Spreadsheet (CSV)",
    docx: "Annex to a contract (Word)",
    md: "Text (Markdown)",
    json: "Data (JSON)",
    cdx: "Services (CycloneDX)",
    embed: "To embed in a page",
    atom: "Feed (Atom)",
    jsonFeed: "Feed (JSON)",
    calendar: "Calendar",
  },
  /** Of a link out of a frame. */
  whole: (organisation: string) => `The whole list of ${organisation}`,
  /** Columns of the spreadsheet. */
  since: "As listed since",
  address: "Web address",
};
