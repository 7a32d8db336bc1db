import type { Dictionary } from "../../dictionary.ts";
import { contractWith } from "../names.ts";

export const rectification: Dictionary["rectification"] = {
  added: (name) => `Berichtigung unserer Liste: ${name} fehlte`,
  updated: (name) => `Berichtigung unserer Liste: Der Eintrag zu ${name} war falsch`,
  removed: (name) => `Berichtigung unserer Liste: ${name} hätte nicht darauf stehen sollen`,
  several: (count) => `Berichtigung unserer Liste: ${count} Einträge waren falsch`,
  lead: (several, date, since) =>
    `Unsere Liste der Dienstleister war ${since === null ? "" : `seit dem ${since} `}falsch; wir haben sie am ${date} berichtigt. Dies ist keine bevorstehende Änderung: Was ${several ? "diese Einträge nun angeben" : "der Eintrag nun angibt"}, galt schon zuvor.`,
  wrong: "Was falsch war",
  said: "Was die Liste angab und was sie nun angibt",
  ask: "Sie können über Ihren eigenen Link und ohne Konto Fragen dazu stellen:",
  entry: {
    added: (name) => `${name} – fehlte`,
    updated: (name) => `${name} – war falsch`,
    removed: (name) => `${name} – hätte nicht aufgeführt sein sollen`,
  },
  before: "Die Liste gab an",
  after: "Sie gibt nun an",
  corrected: "Was wir berichtigt haben",
  facts: {
    on: "Berichtigt am",
    since: "War falsch seit",
    answer: "Sie können",
    anyTime: "jederzeit Einspruch erheben, Kenntnis nehmen oder fragen: ein letzter Tag ist nicht festgelegt",
    approval: "Ihre Genehmigung",
    notAsked: "Ihr Vertrag verlangt sie; wir haben Sie zuvor nicht darum gebeten",
  },
  notAsked: (customers, several) =>
    `Nach ${contractWith(customers)} ist für ${several ? "solche Änderungen" : "eine solche Änderung"} eine Genehmigung erforderlich, und keine unserer Mitteilungen hat darum gebeten. Wir bitten Sie nicht um eine nachträgliche Genehmigung, und Ihr Schweigen gilt nicht als Genehmigung: Sie können Einspruch erheben oder Fragen stellen.`,
  examined: (customers) =>
    `${customers === null ? "Wir prüfen" : `Für ${customers} prüfen wir`} jeden Einspruch und teilen Ihnen das Ergebnis mit. Für sich allein macht er nicht rückgängig, was schon zuvor galt; Ihre Rechte aus dem Vertrag bleiben bestehen.`,

  outcome: "Es bleibt bei der Liste, wie wir sie berichtigt haben",
  follows: {
    exempted: (customer) =>
      `Von nun an gilt dies nicht für ${customer ?? "Sie"}. Unsere öffentliche Liste zeigt es dennoch, für andere:`,
    alternative:
      "Was wir mit Ihnen vereinbart haben, tritt, soweit es reicht, an die Stelle dessen, was die Liste angibt. Im Übrigen bleibt es bei der Liste, wie wir sie berichtigt haben:",
    terminated: "Was die Liste nun angibt, gilt für Sie, bis Ihr Vertrag endet:",
    rejected: "Unsere Entscheidung belässt die Liste, wie wir sie berichtigt haben.",
  },

  page: {
    title: "Berichtigung der Liste",
    notice: "Dies berichtigt die Liste: Es gibt an, was schon zuvor galt, und kündigt keine künftige Änderung an.",
    added: (names) => `Fehlte: ${names}`,
    updated: (names) => `Eintrag war falsch: ${names}`,
    removed: (names) => `Hätte nicht aufgeführt sein sollen: ${names}`,
    kinds: { added: "Fehlte", updated: "War falsch", removed: "Hätte nicht aufgeführt sein sollen" },
    correctedOn: (date) => `berichtigt am ${date}`,
    writeTo: ["Fragen dazu oder einen Einspruch richten Sie bitte an ", "."],
    subject: (number) => `Berichtigung der Liste, Änderung ${number}`,
  },
  calendar: (number, vendors) => `Berichtigung der Liste (Änderung ${number}: ${vendors})`,
};
