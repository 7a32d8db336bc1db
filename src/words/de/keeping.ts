import type { Dictionary } from "../dictionary.ts";
import { count } from "./plural.ts";

const most = (years: number | null) => (years === null ? "" : `, längstens ${count(years, "Jahr", "Jahre")} lang`);

const proof = "den Nachweis dessen, was Ihnen gesandt wurde";

export const keeping: Dictionary["keeping"] = {
  follower: (organisation, years) =>
    `${organisation} speichert Ihre Adresse, um Ihnen diese Nachrichten zu senden, solange Sie sie wünschen. Danach speichert ${organisation} die Adresse nur noch, um Ihnen nicht wieder zu schreiben, und ${proof}${most(years)}. Sie können die Adresse jederzeit löschen lassen.`,
  confirmation: (organisation, years) =>
    `Ohne eine Bestätigung löscht ${organisation} diese Adresse nach sieben Tagen. Mit einer Bestätigung speichert ${organisation} die Adresse, um Ihnen diese Nachrichten zu senden, solange Sie sie wünschen; danach nur noch, um Ihnen nicht wieder zu schreiben, und ${proof}${most(years)}.`,
  contact: (organisation, years) =>
    `${organisation} hat Ihre Adresse von einem Kunden erhalten und speichert sie, um diesem die geschuldeten Mitteilungen zu machen (Art. 28 Abs. 2 DSGVO), solange Sie dessen Kontaktperson sind. Danach speichert ${organisation} ${proof}, und, falls Sie die Nachrichten abbestellen, die Adresse, um Ihnen nicht wieder zu schreiben${most(years)}.`,
  policy: "Datenschutzerklärung",
};
