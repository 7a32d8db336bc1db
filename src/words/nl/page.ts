import type { Dictionary } from "../dictionary.ts";
import { count } from "./plural.ts";

export const page: Dictionary["page"] = {
  pageTitle: (page, organisation) => `${page} – ${organisation}`,
  description: (organisation) =>
    `De dienstverleners die betrokken zijn waar ${organisation} persoonsgegevens verwerkt: waarvoor, waar, met welk doorgifte-instrument en wat er gaat wijzigen.`,
  unnamed: "Organisatie zonder naam",
  skip: "Naar de inhoud",
  languages: "Taal",
  headings: {
    subprocessor: "Subverwerkers",
    processor: "Verwerkers",
    various: "Dienstverleners",
  },
  lead: (organisation) =>
    `De dienstverleners die betrokken zijn waar ${organisation} persoonsgegevens verwerkt: waarvoor, waar en met welk doorgifte-instrument.`,
  stale: (updated) =>
    `Deze pagina wordt uit het geheugen getoond: zij bevat wat tot en met ${updated} was gepubliceerd. Wijzigingen die sindsdien zijn gepubliceerd, kunnen ontbreken.`,
  staleUnknown: "Deze pagina wordt uit het geheugen getoond. Recente wijzigingen kunnen ontbreken.",
  updated: (date) => `Laatst bijgewerkt op ${date}`,
  version: (number) => `Versie ${number}`,
  services: (n) => count(n, "dienst", "diensten"),
  vendors: {
    subprocessor: (n) => count(n, "subverwerker", "subverwerkers"),
    processor: (n) => count(n, "verwerker", "verwerkers"),
    various: (n) => count(n, "dienstverlener", "dienstverleners"),
  },
  onThisPage: "Op deze pagina",

  at: {
    past: (date) => `Dit is de lijst zoals zij op ${date} was.`,
    future: (date) => `Dit is de lijst zoals zij op ${date} zal zijn, volgens wat tot nu toe is aangekondigd.`,
    back: "De lijst van vandaag bekijken",
  },

  list: {
    today: "De lijst vandaag",
    on: (date) => `De lijst op ${date}`,
    other: "Andere diensten",
    examples: (organisation) =>
      `Deze lijst noemt voorbeelden: ${organisation} kan andere dienstverleners van dezelfde soort gebruiken.`,
    empty: "Er is nog niets gepubliceerd.",
    emptyHint: "Laat uw adres achter, en u wordt op de hoogte gesteld wanneer dat verandert.",
    emptyNow: "Op dit moment staat er geen dienstverlener op de lijst.",
    emptyOn: (date) => `Op ${date} stond er niets op de lijst.`,
    begins: (date) => `Dit register begint op ${date}; eerdere lijsten zijn hier niet vastgelegd.`,
    noMatch: "Geen dienst voldoet aan de selectie.",
    noMatchFor: (asked) => `Geen dienst voldoet aan ${asked}.`,
    widen: "Meer resultaten",
    without: (what, found) => `zonder ${what} (${count(found, "dienst", "diensten")})`,
    quoted: (text) => `“${text}”`,
    showAll: "De hele lijst tonen",
    matching: (shown, all) => `${shown} van ${count(all, "dienst", "diensten")}`,
    sort: "Sorteren op",
    data: "Gegevens",
    details: "Details",
    detailsOf: (service) => `Details van ${service}`,
    openAll: "Alle details openen, ook om af te drukken",
    closeAll: "Alle details sluiten",
  },

  comes: {
    changes: {
      from: (date) => `wijzigt op ${date}`,
      earliest: (date) => `wijzigt op zijn vroegst op ${date}`,
      heldUp: () => "wijzigt zodra klanten hiervoor toestemming hebben gegeven of hun bezwaren zijn afgehandeld",
    },
    leaves: {
      from: (date) => `vervalt op ${date}`,
      earliest: (date) => `vervalt op zijn vroegst op ${date}`,
      heldUp: () => "vervalt zodra klanten hiervoor toestemming hebben gegeven of hun bezwaren zijn afgehandeld",
    },
  },

  filters: {
    label: "De lijst filteren",
    more: "Filters",
    q: "Zoeken",
    qHint: "Naam, land, SCC…",
    country: "Land",
    outsideEea: "Buiten de EER",
    product: "Product",
    region: "Hostingregio",
    unknown: "die keuze bestaat hier niet; de lijst is er niet op gefilterd.",
    any: "Alle",
    at: "Per",
    show: "Tonen",
    clear: "Wissen",
  },

  service: {
    used: "Gebruik",
    placeNotStated: "Plaats niet vermeld",
    links: (name) => `Links van ${name}`,
    optional: "Alleen als u ervoor kiest",
    onlyFor: (names) => `Alleen voor ${names}`,
    onlyIn: (names) => `Alleen voor gegevens die hier worden gehost: ${names}`,
    cookies: (n) => count(n, "cookie", "cookies"),
  },

  about: {
    short: "Over deze lijst",
    heading: (organisation) => `Over ${organisation} en deze lijst`,
    company: "Bedrijf",
    registrationNumber: "Registratienummer",
    places: "Waar het bedrijf zelf gegevens verwerkt",
    safeguards: "Doorgifte-instrumenten die voor de lijst als geheel zijn vermeld",
    retention: "Bewaartermijn",
    cookies: "Cookies op de site en in de producten",
    definitions: "Gegevens en begrippen toegelicht",
    showAll: (n) => (n === 1 ? "Tonen" : `Alle ${n} tonen`),
    policy: "Privacyverklaring",
    policyVersion: (version) => `versie ${version}`,
    policyArchived: "gearchiveerd",
    policyUpdated: (date) => `bijgewerkt op ${date}`,
    roles: {
      "data-protection-officer": "Functionaris voor gegevensbescherming",
      representative: "Vertegenwoordiger",
      support: "Klantenservice",
    },
    representativeFor: (regime) => `Vertegenwoordiger (${regime})`,
    authority: "Toezichthoudende autoriteit",
    contact: "Contact voor privacy",
  },

  footer: {
    fingerprint: "Hashwaarde (SHA-256)",
    fingerprintHint:
      "Dit is de hashwaarde van deze versie en alle eerdere: bewaar haar om te bewijzen wat u is getoond.",
    auditHead: "Auditlogboek (SHA-256)",
    auditHeadHint:
      "Dit is de hashwaarde van alles wat was vastgelegd toen deze versie werd gepubliceerd: wie haar bewaart, kan zien of daar iets van is gewijzigd.",
    json: "Deze lijst als JSON",
    contact: "Contact",
    unpublished: "Nog niets gepubliceerd",
  },

  notFound: {
    title: "Hier is niets",
    text: "Het adres is misschien verkeerd getypt, of de pagina is verplaatst.",
  },
  unreadable: {
    title: "Dit kon niet worden gelezen",
    text: "Het adres, of wat ermee is meegestuurd, bevat iets dat hier niet wordt begrepen, zoals een datum die niet bestaat.",
    about: (names) => `Wat niet kan worden gelezen: ${names}.`,
    wholeTitle: "Deze pagina kan niet worden beperkt",
    whole: (names) =>
      `Zij gaat over het hele register, maar het adres vraagt slechts een deel daarvan (${names}). Zonder die aanduiding kan zij worden getoond.`,
  },
  tooManyRequests: { title: "Te veel verzoeken", text: "Wacht een minuut en probeer het opnieuw." },
  unavailable: {
    title: "Het register kan op dit moment niet worden getoond",
    text: "Iets waarvan het afhankelijk is, antwoordt niet. Probeer het over enkele minuten opnieuw.",
  },
  toRegistry: "Naar het register",
};
