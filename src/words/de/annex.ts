import type { Dictionary } from "../dictionary.ts";

export const annex: Dictionary["annex"] = {
  laidOut:
    "Aufgebaut, wie es Anhang III der Standardvertragsklauseln (Durchführungsbeschluss (EU) 2021/914) verlangt, und als Anhang zu einem Vertrag nach Artikel 28 DSGVO.",
  otherRoles: "Einträge mit einer anderen Rolle, die nicht Teil von Anhang III sind",
  forProduct: (product) => `Nur, was für ${product} eingesetzt wird.`,
  forRegion: (region) => `Nur für hier gehostete Daten: ${region}.`,
  who: "Name und Anschrift",
  contact: "Name, Funktion und Kontaktdaten der Kontaktperson",
  processing: "Beschreibung der Verarbeitung",
  data: "Personenbezogene Daten und betroffene Personen",
  duration: "Dauer",
  where: "Ort und Übermittlungsinstrumente",
};
