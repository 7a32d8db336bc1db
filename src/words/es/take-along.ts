import type { Dictionary } from "../dictionary.ts";

export const takeAlong: Dictionary["takeAlong"] = {
  heading: "Descargar y suscribirse",
  list: "La lista",
  changes: "Qué cambia",
  names: {
    csv: "Hoja de cálculo (CSV)",
    docx: "Anexo de un contrato (Word)",
    md: "Texto (Markdown)",
    json: "Datos (JSON)",
    cdx: "Servicios (CycloneDX)",
    embed: "Para insertar en una página",
    atom: "Canal (Atom)",
    jsonFeed: "Canal (JSON)",
    calendar: "Calendario",
  },
  whole: (organisation) => `La lista completa de ${organisation}`,
  since: "Figura así desde",
  address: "Dirección web",
};
