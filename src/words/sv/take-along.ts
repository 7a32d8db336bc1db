import type { Dictionary } from "../dictionary.ts";

export const takeAlong: Dictionary["takeAlong"] = {
  heading: "Andra format",
  list: "Förteckningen",
  changes: "Ändringar",
  names: {
    csv: "Kalkylblad (CSV)",
    docx: "Avtalsbilaga (Word)",
    md: "Text (Markdown)",
    json: "Data (JSON)",
    cdx: "Tjänster (CycloneDX)",
    embed: "Att bädda in på en sida",
    atom: "Flöde (Atom)",
    jsonFeed: "Flöde (JSON)",
    calendar: "Kalender",
  },
  whole: (organisation) => `Hela förteckningen från ${organisation}`,
  since: "Upptagen så sedan",
  address: "Webbadress",
};
