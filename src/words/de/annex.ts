import type { Dictionary } from "../dictionary.ts";

export const annex: Dictionary["annex"] = {
  laidOut:
    "Als Anhang zu einem Vertrag nach Artikel 28 DSGVO. Enthält, was die Standardvertragsklauseln für die Liste der Unterauftragsverarbeiter bei gesonderter Genehmigung verlangen: Anhang IV der Klauseln des Durchführungsbeschlusses (EU) 2021/915 und, für Übermittlungen, Anhang III der Klauseln des Durchführungsbeschlusses (EU) 2021/914.",
  otherRoles: "Einträge mit einer anderen Rolle, die nicht Teil dieser Anhänge sind",
  forProduct: (product) => `Nur, was für ${product} eingesetzt wird.`,
  forRegion: (region) => `Nur für hier gehostete Daten: ${region}.`,
  who: "Name und Anschrift",
  contact: "Name, Funktion und Kontaktdaten der Kontaktperson",
  processing: "Beschreibung der Verarbeitung",
  data: "Personenbezogene Daten und betroffene Personen",
  duration: "Dauer",
  where: "Ort und Übermittlungsinstrumente",
};
