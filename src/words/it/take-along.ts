import type { Dictionary } from "../dictionary.ts";

export const takeAlong: Dictionary["takeAlong"] = {
  heading: "Scarica o segui",
  list: "L’elenco",
  changes: "Che cosa cambia",
  names: {
    csv: "Foglio di calcolo (CSV)",
    docx: "Allegato a un contratto (Word)",
    md: "Testo (Markdown)",
    json: "Dati (JSON)",
    cdx: "Servizi (CycloneDX)",
    embed: "Da incorporare in una pagina",
    atom: "Feed (Atom)",
    jsonFeed: "Feed (JSON)",
    calendar: "Calendario",
  },
  whole: (organisation) => `L’elenco completo di ${organisation}`,
  since: "Voce invariata dal giorno",
  address: "Indirizzo web",
};
