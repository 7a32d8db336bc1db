import type { Dictionary } from "../dictionary.ts";
import { de } from "./names.ts";

export const takeAlong: Dictionary["takeAlong"] = {
  heading: "Autres formats",
  list: "La liste",
  changes: "Ce qui change",
  names: {
    csv: "Tableur (CSV)",
    docx: "Annexe à un contrat (Word)",
    md: "Texte (Markdown)",
    json: "Données (JSON)",
    cdx: "Services (CycloneDX)",
    embed: "À intégrer dans une page",
    atom: "Flux (Atom)",
    jsonFeed: "Flux (JSON)",
    calendar: "Calendrier",
  },
  whole: (organisation) => `La liste complète ${de(organisation)}`,
  since: "Inscription inchangée depuis le",
  address: "Adresse web",
};
