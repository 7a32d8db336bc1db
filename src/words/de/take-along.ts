import type { Dictionary } from "../dictionary.ts";

export const takeAlong: Dictionary["takeAlong"] = {
  heading: "Weitere Formate",
  list: "Die Liste",
  changes: "Was sich ändert",
  names: {
    csv: "Tabelle (CSV)",
    docx: "Anhang zu einem Vertrag (Word)",
    md: "Text (Markdown)",
    json: "Daten (JSON)",
    cdx: "Dienste (CycloneDX)",
    embed: "Zum Einbetten in eine Seite",
    atom: "Feed (Atom)",
    jsonFeed: "Feed (JSON)",
    calendar: "Kalender",
  },
  whole: (organisation) => `Die ganze Liste von ${organisation}`,
  since: "So aufgeführt seit",
  address: "Webadresse",
};
