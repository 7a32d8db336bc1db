import type { Dictionary } from "../dictionary.ts";
import { count } from "./plural.ts";

export const page: Dictionary["page"] = {
  pageTitle: (page, organisation) => `${page} – ${organisation}`,
  description: (organisation) =>
    `Die Dienstleister, die an der Verarbeitung personenbezogener Daten durch ${organisation} beteiligt sind: wofür, wo, mit welchem Übermittlungsinstrument und was sich ändern wird.`,
  unnamed: "Organisation ohne Namen",
  skip: "Zum Inhalt springen",
  languages: "Sprache",
  headings: {
    subprocessor: "Unterauftragsverarbeiter",
    processor: "Auftragsverarbeiter",
    various: "Dienstleister",
  },
  lead: (organisation) =>
    `Die Dienstleister, die an der Verarbeitung personenbezogener Daten durch ${organisation} beteiligt sind: wofür, wo und mit welchem Übermittlungsinstrument.`,
  stale: (updated) =>
    `Diese Seite wird aus dem Zwischenspeicher gezeigt: Sie enthält, was bis zum ${updated} veröffentlicht war. Seitdem veröffentlichte Änderungen fehlen möglicherweise.`,
  staleUnknown: "Diese Seite wird aus dem Zwischenspeicher gezeigt. Neuere Änderungen fehlen möglicherweise.",
  updated: (date) => `Zuletzt aktualisiert am ${date}`,
  version: (number) => `Version ${number}`,
  services: (n) => count(n, "Dienst", "Dienste"),
  vendors: {
    subprocessor: (n) => count(n, "Unterauftragsverarbeiter", "Unterauftragsverarbeiter"),
    processor: (n) => count(n, "Auftragsverarbeiter", "Auftragsverarbeiter"),
    various: (n) => count(n, "Dienstleister", "Dienstleister"),
  },
  onThisPage: "Auf dieser Seite",

  at: {
    past: (date) => `Dies ist die Liste, wie sie am ${date} war.`,
    future: (date) => `Dies ist die Liste, wie sie am ${date} sein wird, nach dem, was bisher angekündigt ist.`,
    back: "Die heutige Liste ansehen",
  },

  list: {
    today: "Die Liste heute",
    on: (date) => `Die Liste am ${date}`,
    other: "Weitere Dienste",
    examples: (organisation) =>
      `Diese Liste nennt Beispiele: ${organisation} setzt möglicherweise weitere Dienstleister derselben Art ein.`,
    empty: "Es wurde noch nichts veröffentlicht.",
    emptyHint: "Hinterlassen Sie Ihre Adresse, und Sie werden informiert, wenn sich das ändert.",
    emptyNow: "Derzeit steht kein Dienstleister auf der Liste.",
    emptyOn: (date) => `Am ${date} stand nichts auf der Liste.`,
    begins: (date) => `Dieses Register beginnt am ${date}; frühere Listen sind hier nicht erfasst.`,
    noMatch: "Kein Dienst entspricht der Auswahl.",
    noMatchFor: (asked) => `Kein Dienst entspricht ${asked}.`,
    widen: "Mehr Treffer",
    without: (what, found) => `ohne ${what} (${count(found, "Dienst", "Dienste")})`,
    quoted: (text) => `„${text}“`,
    showAll: "Die ganze Liste zeigen",
    matching: (shown, all) => `${shown} von ${count(all, "Dienst", "Diensten")}`,
    sort: "Sortieren nach",
    data: "Daten",
    details: "Details",
    detailsOf: (service) => `Details zu ${service}`,
    openAll: "Alle Details öffnen, auch für den Druck",
    closeAll: "Alle Details schließen",
  },

  comes: {
    changes: {
      from: (date) => `ändert sich am ${date}`,
      earliest: (date) => `ändert sich frühestens am ${date}`,
      heldUp: () => "ändert sich, sobald Kunden es genehmigt haben oder ihre Einsprüche erledigt sind",
    },
    leaves: {
      from: (date) => `entfällt am ${date}`,
      earliest: (date) => `entfällt frühestens am ${date}`,
      heldUp: () => "entfällt, sobald Kunden es genehmigt haben oder ihre Einsprüche erledigt sind",
    },
  },

  filters: {
    label: "Liste filtern",
    more: "Filter",
    q: "Suche",
    qHint: "Name, Land, SCC …",
    country: "Land",
    outsideEea: "Außerhalb des EWR",
    product: "Produkt",
    region: "Hosting-Region",
    unknown: "Diese Auswahl gibt es hier nicht; die Liste ist danach nicht eingegrenzt.",
    any: "Alle",
    at: "Stand",
    show: "Anzeigen",
    clear: "Zurücksetzen",
  },

  service: {
    used: "Einsatz",
    placeNotStated: "Ort nicht angegeben",
    links: (name) => `Links von ${name}`,
    optional: "Nur, wenn Sie es wählen",
    onlyFor: (names) => `Nur für ${names}`,
    onlyIn: (names) => `Nur für hier gehostete Daten: ${names}`,
    cookies: (n) => count(n, "Cookie", "Cookies"),
  },

  about: {
    short: "Über diese Liste",
    heading: (organisation) => `Über ${organisation} und diese Liste`,
    company: "Unternehmen",
    registrationNumber: "Registernummer",
    places: "Wo das Unternehmen selbst Daten verarbeitet",
    safeguards: "Für die Liste insgesamt angegebene Übermittlungsinstrumente",
    retention: "Speicherdauer",
    cookies: "Cookies auf der Website und in den Produkten",
    definitions: "Daten und Begriffe erläutert",
    showAll: (n) => (n === 1 ? "Anzeigen" : `Alle ${n} anzeigen`),
    policy: "Datenschutzerklärung",
    policyVersion: (version) => `Version ${version}`,
    policyArchived: "archiviert",
    policyUpdated: (date) => `aktualisiert am ${date}`,
    roles: {
      "data-protection-officer": "Datenschutzbeauftragter",
      representative: "Vertreter",
      support: "Support",
    },
    representativeFor: (regime) => `Vertreter (${regime})`,
    authority: "Aufsichtsbehörde",
    contact: "Kontakt für Datenschutz",
  },

  footer: {
    fingerprint: "Hashwert (SHA-256)",
    fingerprintHint:
      "Es ist der Hashwert dieser Version und aller vorherigen: Bewahren Sie ihn auf, um zu belegen, was Ihnen gezeigt wurde.",
    auditHead: "Audit-Protokoll (SHA-256)",
    auditHeadHint:
      "Es ist der Hashwert alles dessen, was bei Veröffentlichung dieser Version erfasst war: Aufbewahrt zeigt er, ob etwas davon geändert wurde.",
    json: "Diese Liste als JSON",
    contact: "Kontakt",
    unpublished: "Noch nichts veröffentlicht",
  },

  notFound: {
    title: "Hier ist nichts",
    text: "Die Adresse ist möglicherweise falsch geschrieben, oder die Seite wurde verschoben.",
  },
  unreadable: {
    title: "Dies konnte nicht gelesen werden",
    text: "Die Adresse, oder was mit ihr gesandt wurde, enthält etwas, das hier nicht verstanden wird, etwa ein Datum, das es nicht gibt.",
    about: (names) => `Was nicht gelesen werden kann: ${names}.`,
    wholeTitle: "Diese Seite lässt sich nicht eingrenzen",
    whole: (names) =>
      `Sie betrifft das gesamte Register, ihre Adresse verlangt aber nur einen Teil davon (${names}). Ohne diese Angabe lässt sie sich anzeigen.`,
  },
  tooManyRequests: { title: "Zu viele Anfragen", text: "Bitte warten Sie eine Minute, und versuchen Sie es erneut." },
  unavailable: {
    title: "Das Register kann derzeit nicht angezeigt werden",
    text: "Etwas, worauf es angewiesen ist, antwortet nicht. Bitte versuchen Sie es in einigen Minuten erneut.",
  },
  toRegistry: "Zum Register",
};
