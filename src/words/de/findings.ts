import type { LinkField } from "../../model/vendor/field-lookup.ts";
import type { Dictionary } from "../dictionary.ts";
import type { FindingSentences } from "../en/findings.ts";
import { frameworks } from "../naming.ts";
import { inPlace, toPlace } from "./names.ts";
import { terms } from "./terms.ts";
import { goingTo } from "./verdicts.ts";

const LINKS: Record<LinkField, string> = {
  website: "zur Website",
  privacyPolicyUrl: "zur Datenschutzerklärung",
  cookiePolicyUrl: "zur Cookie-Richtlinie",
  dpaUrl: "zum Auftragsverarbeitungsvertrag",
  optOutUrl: "zur Opt-out-Seite",
  subprocessorsUrl: "zur Liste der Unterauftragsverarbeiter",
};

const LAPSES = "Eine Zertifizierung erlischt, wenn sie nicht jährlich erneuert wird.";

/** When module 2 fits a subprocessor: exported by a processor, its data takes module 3. */
const BY_CONTROLLER = ", wenn der Verantwortliche selbst unterzeichnet";

export const findings: FindingSentences = {
  "mechanism-cannot-apply": ({ name, mechanism, under, regimes, on, isIncomplete }, say) => {
    const stated = `${name}: Der Eintrag nennt für ${say.regimes(regimes)} ${say.mechanism(mechanism, under)}`;
    return isIncomplete
      ? `${stated}; was dort zusätzlich erforderlich ist, ist nicht angegeben (${say.completion(regimes)}).`
      : `${stated}; eine Übermittlung kann dort am ${say.date(on)} nicht darauf gestützt werden.`;
  },
  "dpf-outside-us": ({ name, under, vendor, country }, say) =>
    `${name}: Der Eintrag nennt ${frameworks(under, say)}, aber nur Unternehmen in den Vereinigten Staaten können zertifiziert sein; ${vendor} hat den Sitz ${inPlace(country, say.country(country))}. Empfängt ein zertifiziertes Unternehmen in den Vereinigten Staaten die Daten, nennen Sie es als zertifiziertes Unternehmen.`,
  "dpf-without-country": ({ name, under, vendor }, say) =>
    `${name}: Der Eintrag nennt ${frameworks(under, say)}, aber nur Unternehmen in den Vereinigten Staaten können zertifiziert sein; in welchem Land ${vendor} den Sitz hat, ist nicht angegeben.`,
  "adequacy-absent": ({ name, place, regimes, on }, say) => {
    const hint =
      place === "US"
        ? ` In den Vereinigten Staaten sind nur zertifizierte Unternehmen erfasst, und zwar durch ${frameworks(regimes, say)}.`
        : "";
    return `${name}: Ein angemessenes Schutzniveau ist angegeben, aber am ${say.date(on)} ist es ${inPlace(place, say.country(place))} für ${say.regimes(regimes)} nicht anerkannt.${hint}`;
  },
  "derogation-without-note": ({ name, under }, say) =>
    `${name}: Der Eintrag beruft sich auf eine Ausnahme (${say.articles(under)}), aber nicht angegeben ist, auf welche und warum.`,
  "dpf-covers-no-place": ({ name, under }, say) =>
    `${name}: Der Eintrag nennt ${frameworks(under, say)}; abgesichert sind dadurch nur Übermittlungen in die Vereinigten Staaten, aber dort ist kein Ort angegeben.`,
  gap: ({ name, regimes: [regime], assessment, listed }, say) => {
    const named = say.list(listed.map((each) => say.mechanism(each, regime)));
    const forTheList = named && ` Die Liste insgesamt nennt ${named}, ohne anzugeben, für welchen Dienstleister.`;
    return `${name}. ${say.verdict(assessment, regime)}${forTheList}`;
  },
  unknown: ({ name, why, regimes, of }, say) => {
    const [under = "eu"] = regimes;
    if (of)
      return `${name}: Ob eine Übermittlung ${toPlace(of.place, say.country(of.place))} zu diesem Zeitpunkt auf ${say.mechanism(of.mechanism, under)} gestützt werden konnte, ist hier für ${say.regimes(regimes)} nicht erfasst.`;
    return why === "no-location"
      ? `${name}: Der Ort der Verarbeitung ist nicht angegeben; ob Daten übermittelt werden und was dies absichert, lässt sich daher nicht sagen.`
      : `${name}: Die Rechtslage zu diesem Zeitpunkt ist hier für ${say.regimes(regimes)} nicht erfasst.`;
  },
  "importer-outside": ({ name, place, regimes }, say) =>
    `${name}: Das Unternehmen hat seinen Sitz ${inPlace(place, say.country(place))}; Daten ihm gegenüber offenzulegen ist daher eine Übermittlung dorthin, wo auch immer seine Server stehen, und keine Angabe sichert diese für ${say.regimes(regimes)} ab. Anzugeben ist, was sie absichert, oder das Unternehmen, mit dem der Vertrag besteht, falls es ein anderes ist.`,
  expiring: ({ name, place, regimes: [regime], assessment, afterwards }, say) => {
    const after = afterwards
      ? `stützt sich die Übermittlung auf ${say.mechanism(afterwards, regime)}`
      : `ist für ${goingTo(place, say)} keine Absicherung angegeben`;
    return `${name}. ${say.verdict(assessment, regime)} Danach ${after}.`;
  },
  derogation: ({ name, under }, say) =>
    `${name}: Eine Ausnahme (${say.articles(under)}) gilt für bestimmte Fälle, nicht für einen regelmäßig genutzten Dienst.`,
  "addendum-without-scc": ({ name, mechanism, under }, say) =>
    `${name}: Der Eintrag nennt ${say.mechanism(mechanism, under)}, nicht aber die Klauseln, die dadurch geändert werden.`,
  "scc-without-module": ({ name }) =>
    `${name}: Welches Modul der Standardvertragsklauseln vereinbart ist, ist nicht angegeben.`,
  "scc-module-does-not-fit": ({ name, module, role, fitting }) =>
    `${name}: Modul ${module} der Standardvertragsklauseln (${terms.sccModules[module]}) passt nicht zur Rolle „${terms.choices.role[role]}“; zu ihr passt ${fitting.map((each) => `Modul ${each} (${terms.sccModules[each]})${role === "subprocessor" && each === 2 ? BY_CONTROLLER : ""}`).join(" oder ")}.`,
  "dpf-unchecked": ({ name, checkedOn, isToCome }, say) => {
    if (checkedOn === null) return `${name}: Nicht angegeben ist, dass die Zertifizierung geprüft wurde. ${LAPSES}`;
    return isToCome
      ? `${name}: Die Prüfung der Zertifizierung ist auf den ${say.date(checkedOn)} datiert, der noch bevorsteht: Sie ist noch nicht geprüft.`
      : `${name}: Die Zertifizierung wurde zuletzt am ${say.date(checkedOn)} geprüft. ${LAPSES}`;
  },
  "no-legal-name": ({ name, isCategory }) =>
    isCategory
      ? "Nur eine Kategorie von Auftragsverarbeitern ist genannt. Jeder Auftragsverarbeiter muss identifizierbar sein."
      : `Welcher Rechtsträger ${name} ist, ist nicht angegeben.`,
  "no-country": ({ name, legalName, regimes }, say) =>
    `${name}: In welchem Land ${legalName} den Sitz hat, ist nicht angegeben. Ist es ein Drittland, ist die Offenlegung von Daten gegenüber diesem Unternehmen eine Übermittlung dorthin, wo auch immer seine Server stehen, und keine Angabe sichert diese für ${say.regimes(regimes)} ab.`,
  "shared-legal-entity": ({ legalName, other, slug }) =>
    `${other} (${slug}) ist derselbe Rechtsträger (${legalName}). Besser ist ein einziger Dienstleister mit mehreren Diensten.`,
  "country-contradicted": ({ name, legalName, country, by }, say) => {
    const stated = `${name}: Angegeben ist das Land „${say.country(country)}“`;
    if ("form" in by) return `${stated}, dessen Recht die Rechtsform „${by.form}“ von ${legalName} nicht kennt.`;
    return "other" in by
      ? `${stated}; ${by.other} (${by.slug}) ist derselbe Rechtsträger (${legalName}), und dort ist das Land „${say.country(by.place)}“ angegeben.`
      : `${stated}, aber der Rechtsträger ${legalName} trägt das Land „${say.country(by.place)}“ im Namen.`;
  },
  "foreign-link": ({ name, link, domain, owner, isShared }) =>
    isShared
      ? `Der Link ${LINKS[link]} von ${name} führt zu einer Seite auf ${domain}, auf die auch ${owner} verlinkt: Einer der beiden Links gehört möglicherweise zu einem anderen Dienstleister.`
      : `Der Link ${LINKS[link]} von ${name} führt zu ${domain}, einer Domain von ${owner}.`,
  "dpf-unsettled": ({ name, under, place }, say) =>
    `${name}: Ob Übermittlungen ${toPlace(place, say.country(place))} durch ${frameworks(under, say)} abgesichert sind, ist ungeklärt. Andere Übermittlungsinstrumente wie Standardvertragsklauseln lassen keinen Zweifel.`,
  "dpf-without-backup": ({ name, regimes }, say) =>
    `${name}: Ohne ${frameworks(regimes, say)} wären die Vereinigten Staaten für ${say.regimes(regimes)} durch nichts mehr abgesichert.`,
  "approval-not-linked": ({ name, mechanism, under }, say) =>
    `${name}: Der Eintrag nennt ${say.mechanism(mechanism, under)}, ohne auf die Genehmigung zu verlinken.`,
  "no-address": ({ name }) => `Die Anschrift von ${name} ist nicht angegeben.`,
  "no-contact": ({ name }) =>
    `An wen man sich bei ${name} in Fragen des Datenschutzes wenden kann, ist nicht angegeben.`,
  "no-dpa-link": ({ name }) => `Für ${name} ist kein Auftragsverarbeitungsvertrag verlinkt.`,
  "rectification-adds": ({ name, grounds }, say) =>
    `${name}: Was die Berichtigung ändert, kann eine beabsichtigte Änderung sein: ${say.grounds(grounds)}. Steht sie erst bevor, ist sie als solche im Voraus anzukündigen.`,
  "override-silences": ({ name, grounds }, say) =>
    `${name}: Wegen der von Ihnen festgelegten Bedeutung erfährt niemand hiervon: ${say.grounds(grounds)}. Über eine beabsichtigte Änderung sind Kunden im Voraus zu informieren, damit sie Einspruch erheben können.`,
  "override-hastens": ({ name, grounds }, say) =>
    `${name}: Wegen der von Ihnen festgelegten Bedeutung wartet dies auf keine Frist und auf niemandes Genehmigung: ${say.grounds(grounds)}. Über eine beabsichtigte Änderung sind Kunden im Voraus zu informieren, damit sie Einspruch erheben können; wo ein Vertrag die Genehmigung verlangt, ist sie nötig.`,
  "certification-expired": ({ name, certification, until }, say) =>
    `${name}: Die Zertifizierung (${certification}) war bis zum ${say.date(until)} gültig. Wurde sie erneuert, ist das neue Datum anzugeben; andernfalls ist sie durch eine Berichtigung aus der Liste zu nehmen.`,
  "certification-ends-soon": ({ name, certification, until }, say) =>
    `${name}: Die Zertifizierung (${certification}) ist nur bis zum ${say.date(until)} gültig. Die erneuerte sollte vorher angefordert werden.`,
  "no-data-category": ({ name }) => `${name}: Welche personenbezogenen Daten verarbeitet werden, ist nicht angegeben.`,
  "law-outdated": ({ edition }, say) =>
    `Die hier bekannte Rechtslage ist vom ${say.date(edition)} und damit mehr als 180 Tage alt: Zu prüfen ist, ob seither ein Beschluss weggefallen oder hinzugekommen ist; dies ist zu erfassen, oder das Produkt ist zu aktualisieren.`,
  "holidays-not-entered": ({ customers, total }, say) =>
    total === 0
      ? "Die eigenen Fristen zählen nach Arbeits- oder Werktagen, und für das Jahr, in dem sie enden, ist kein Feiertag eingetragen: Bei der Berechnung bleibt daher keiner dieses Jahres außer Betracht. Einzutragen sind die Feiertage der Organisation."
      : `Die vereinbarten Fristen (${say.some(customers, total)}) zählen nach Arbeits- oder Werktagen, und für das Jahr, in dem sie enden, ist kein Feiertag eingetragen: Bei der Berechnung bleibt daher keiner dieses Jahres außer Betracht. Einzutragen sind die Feiertage der Organisation oder die des Vertrags.`,
};

export const sources: Dictionary["sources"] = {
  "chapter-v": "Kapitel V DSGVO und die entsprechenden Vorschriften im Vereinigten Königreich und in der Schweiz",
  "appropriate-safeguards":
    "Art. 44 und 46 DSGVO, Art. 44A und 46 UK GDPR, Art. 16 DSG: Ohne Angemessenheitsbeschluss setzt eine Übermittlung geeignete Garantien voraus",
  establishment:
    "EDSA-Leitlinien 05/2021: Übermittelt wird an den, der die Daten in einem Drittland erhält, wo auch immer seine Server stehen",
  "dpf-decision":
    "Durchführungsbeschluss (EU) 2023/1795, Art. 1, und seine britische und Schweizer Entsprechung: zertifizierte Organisationen in den Vereinigten Staaten",
  "dpf-principles": "Grundsätze des Data Privacy Framework: Die Zertifizierung wird jährlich erneuert",
  "dpf-appeal":
    "Rechtssache C-703/25 P: Rechtsmittel gegen das Urteil, das den Beschluss zum EU-US Data Privacy Framework bestätigt hat",
  adequacy: "Art. 45 DSGVO, Art. 45A UK GDPR, Anhang 1 der Schweizer Datenschutzverordnung",
  "derogation-documented": "Art. 49 Abs. 1 und 6 DSGVO: Die herangezogene Ausnahme wird dokumentiert",
  "derogation-occasional":
    "Art. 49 und Erwägungsgrund 111 DSGVO, Art. 49 UK GDPR, Art. 17 DSG, EDSA-Leitlinien 2/2018: Art. 49 Abs. 1 Buchst. b, c und e gelten für gelegentliche Übermittlungen; jede Ausnahme ist eng auszulegen",
  addendum: "britisches Addendum und Anerkennung der Klauseln durch den EDÖB: Beide ändern die Klauseln der EU",
  modules: "Durchführungsbeschluss (EU) 2021/914: vier Module, nach den Rollen der Parteien",
  approval: "Art. 46 Abs. 2 Buchst. b, e und f und Abs. 3 Buchst. a DSGVO: Eine Behörde genehmigt sie",
  identity:
    "EDSA-Stellungnahme 22/2024: Name, Anschrift und Kontaktperson jedes Auftragsverarbeiters, jederzeit verfügbar",
  contract:
    "Art. 28 Abs. 3 DSGVO: Die Verarbeitung durch einen Auftragsverarbeiter erfolgt auf der Grundlage eines Vertrags",
  "law-changes":
    "Art. 45 Abs. 3 bis 5 DSGVO: Angemessenheitsbeschlüsse werden überprüft und können widerrufen, geändert oder ausgesetzt werden",
  "intended-changes":
    "Art. 28 Abs. 2 DSGVO: Der Verantwortliche wird über beabsichtigte Änderungen informiert und kann Einspruch erheben",
  guarantees:
    "Art. 28 Abs. 1 DSGVO, EDSA-Leitlinien 07/2020: Die Garantien eines Auftragsverarbeiters sind durchgehend hinreichend und werden in Abständen überprüft",
  "contract-contents": "Art. 28 Abs. 3 DSGVO: Der Vertrag legt die Art der personenbezogenen Daten fest",
  "working-days":
    "Verordnung (EWG, Euratom) Nr. 1182/71, Art. 2: Arbeitstage sind alle Tage außer Feiertagen, Sonntagen und Sonnabenden",
};
