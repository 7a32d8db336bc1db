import type { Dictionary } from "../dictionary.ts";

export const annex: Dictionary["annex"] = {
  laidOut:
    "Redatto come richiede l’allegato III delle clausole contrattuali tipo (decisione di esecuzione (UE) 2021/914), e quale allegato a un contratto ai sensi dell’articolo 28 del GDPR.",
  otherRoles: "Voci relative ad altri ruoli, che non fanno parte dell’allegato III",
  forProduct: (product) => `Soltanto ciò che è utilizzato per ${product}.`,
  forRegion: (region) => `Soltanto per i dati ospitati qui: ${region}.`,
  who: "Nome e indirizzo",
  contact: "Nome, qualifica e dati di contatto del referente",
  processing: "Descrizione del trattamento",
  data: "Dati personali e interessati",
  duration: "Durata",
  where: "Luogo e strumenti di trasferimento",
};
