import type { Dictionary } from "../dictionary.ts";

export const takeAlong: Dictionary["takeAlong"] = {
  heading: "Andere formaten",
  list: "De lijst",
  changes: "Wat er wijzigt",
  names: {
    csv: "Spreadsheet (CSV)",
    docx: "Bijlage bij een overeenkomst (Word)",
    md: "Tekst (Markdown)",
    json: "Gegevens (JSON)",
    cdx: "Diensten (CycloneDX)",
    embed: "Om in een pagina in te voegen",
    atom: "Feed (Atom)",
    jsonFeed: "Feed (JSON)",
    calendar: "Agenda",
  },
  whole: (organisation) => `De hele lijst van ${organisation}`,
  since: "Zo vermeld sinds",
  address: "Webadres",
};
