import type { Dictionary } from "../dictionary.ts";

export const annex: Dictionary["annex"] = {
  laidOut:
    "Da allegare a un contratto ai sensi dell’articolo 28 del GDPR. Contiene quanto le clausole contrattuali tipo richiedono per l’elenco dei sub-responsabili in caso di autorizzazione specifica: allegato IV delle clausole di cui alla decisione di esecuzione (UE) 2021/915 e, per i trasferimenti, allegato III di quelle di cui alla decisione di esecuzione (UE) 2021/914.",
  otherRoles: "Voci relative ad altri ruoli, che non fanno parte di tali allegati",
  forProduct: (product) => `Soltanto ciò che è utilizzato per ${product}.`,
  forRegion: (region) => `Soltanto per i dati ospitati qui: ${region}.`,
  who: "Nome e indirizzo",
  contact: "Nome, qualifica e dati di contatto del referente",
  processing: "Descrizione del trattamento",
  data: "Dati personali e interessati",
  duration: "Durata",
  where: "Luogo e strumenti di trasferimento",
};
