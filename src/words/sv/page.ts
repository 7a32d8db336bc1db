import type { Dictionary } from "../dictionary.ts";
import { count } from "./plural.ts";

export const page: Dictionary["page"] = {
  pageTitle: (page, organisation) => `${page} – ${organisation}`,
  description: (organisation) =>
    `De leverantörer som medverkar när ${organisation} behandlar personuppgifter: för vad, var, med vilket överföringsverktyg och vad som ska ändras.`,
  unnamed: "Organisation utan namn",
  skip: "Gå till innehållet",
  languages: "Språk",
  headings: {
    subprocessor: "Underbiträden",
    processor: "Personuppgiftsbiträden",
    various: "Leverantörer",
  },
  lead: (organisation) =>
    `De leverantörer som medverkar när ${organisation} behandlar personuppgifter: för vad, var och med vilket överföringsverktyg.`,
  stale: (updated) =>
    `Sidan visas från en sparad kopia: den innehåller det som hade publicerats till och med den ${updated}. Ändringar som har publicerats därefter kan saknas.`,
  staleUnknown: "Sidan visas från en sparad kopia. Nya ändringar kan saknas.",
  updated: (date) => `Senast uppdaterad den ${date}`,
  version: (number) => `Version ${number}`,
  services: (n) => count(n, "tjänst", "tjänster"),
  vendors: {
    subprocessor: (n) => count(n, "underbiträde", "underbiträden"),
    processor: (n) => count(n, "personuppgiftsbiträde", "personuppgiftsbiträden"),
    various: (n) => count(n, "leverantör", "leverantörer"),
  },
  onThisPage: "På denna sida",

  at: {
    past: (date) => `Detta är förteckningen så som den var den ${date}.`,
    future: (date) =>
      `Detta är förteckningen så som den kommer att vara den ${date}, enligt vad som hittills har aviserats.`,
    back: "Visa dagens förteckning",
  },

  list: {
    today: "Förteckningen i dag",
    on: (date) => `Förteckningen den ${date}`,
    other: "Andra tjänster",
    examples: (organisation) =>
      `Förteckningen anger exempel: ${organisation} kan använda andra leverantörer av samma slag.`,
    empty: "Ingenting har publicerats ännu.",
    emptyHint: "Lämna din adress så informeras du när det ändras.",
    emptyNow: "För närvarande finns ingen leverantör i förteckningen.",
    emptyOn: (date) => `Ingenting fanns i förteckningen den ${date}.`,
    begins: (date) => `Registret börjar den ${date}; tidigare förteckningar finns inte registrerade här.`,
    noMatch: "Ingen tjänst motsvarar urvalet.",
    noMatchFor: (asked) => `Ingen tjänst motsvarar ${asked}.`,
    widen: "Fler träffar",
    without: (what, found) => `utan ${what} (${count(found, "tjänst", "tjänster")})`,
    quoted: (text) => `”${text}”`,
    showAll: "Visa hela förteckningen",
    matching: (shown, all) => `${shown} av ${count(all, "tjänst", "tjänster")}`,
    sort: "Sortera efter",
    data: "Uppgifter",
    details: "Detaljer",
    detailsOf: (service) => `Detaljer om ${service}`,
    openAll: "Öppna alla detaljer, även för utskrift",
    closeAll: "Stäng alla detaljer",
  },

  comes: {
    changes: {
      from: (date) => `ändras den ${date}`,
      earliest: (date) => `ändras tidigast den ${date}`,
      heldUp: () => "ändras när kunder har lämnat sitt tillstånd eller deras invändningar har avgjorts",
    },
    leaves: {
      from: (date) => `utgår den ${date}`,
      earliest: (date) => `utgår tidigast den ${date}`,
      heldUp: () => "utgår när kunder har lämnat sitt tillstånd eller deras invändningar har avgjorts",
    },
  },

  filters: {
    label: "Filtrera förteckningen",
    more: "Filter",
    q: "Sök",
    qHint: "Namn, land, SCC …",
    country: "Land",
    outsideEea: "Utanför EES",
    product: "Produkt",
    region: "Lagringsregion",
    unknown: "det valet finns inte här, och förteckningen är inte begränsad efter det.",
    any: "Alla",
    at: "Per datum",
    show: "Visa",
    clear: "Rensa",
  },

  service: {
    used: "Används",
    placeNotStated: "Plats inte angiven",
    links: (name) => `Länkar för ${name}`,
    optional: "Endast om ni väljer det",
    onlyFor: (names) => `Endast för ${names}`,
    onlyIn: (names) => `Endast för uppgifter som lagras här: ${names}`,
    cookies: (n) => count(n, "kaka", "kakor"),
  },

  about: {
    short: "Om förteckningen",
    heading: (organisation) => `Om ${organisation} och denna förteckning`,
    company: "Företag",
    registrationNumber: "Organisationsnummer",
    places: "Var företaget självt behandlar uppgifter",
    safeguards: "Överföringsverktyg som anges för hela förteckningen",
    retention: "Lagringstid",
    cookies: "Kakor på webbplatsen och i produkterna",
    definitions: "Uppgifter och begrepp förklarade",
    showAll: (n) => (n === 1 ? "Visa" : `Visa alla ${n}`),
    policy: "Integritetspolicy",
    policyVersion: (version) => `version ${version}`,
    policyArchived: "arkiverad",
    policyUpdated: (date) => `uppdaterad den ${date}`,
    roles: {
      "data-protection-officer": "Dataskyddsombud",
      representative: "Företrädare",
      support: "Support",
    },
    representativeFor: (regime) => `Företrädare (${regime})`,
    authority: "Tillsynsmyndighet",
    contact: "Kontakt för dataskydd",
  },

  footer: {
    fingerprint: "Kontrollsumma (SHA-256)",
    fingerprintHint:
      "Den avser denna version och alla tidigare: spara den för att kunna visa vad som har visats för er.",
    auditHead: "Granskningslogg (SHA-256)",
    auditHeadHint:
      "Den avser allt som vi hade registrerat när denna version publicerades: om den sparas visar den om något har ändrats.",
    json: "Förteckningen som JSON",
    contact: "Kontakt",
    unpublished: "Ingenting publicerat ännu",
  },

  notFound: { title: "Här finns ingenting", text: "Adressen kan vara felskriven, eller så har sidan flyttats." },
  unreadable: {
    title: "Detta kunde inte läsas",
    text: "Adressen, eller det som skickades med den, innehåller något som inte kan tolkas här, till exempel ett datum som inte finns.",
    about: (names) => `Detta kan inte läsas: ${names}.`,
    wholeTitle: "Den här sidan kan inte begränsas",
    whole: (names) =>
      `Den gäller hela registret, men adressen anger bara en del av det (${names}). Utan den angivelsen kan den visas.`,
  },
  tooManyRequests: { title: "För många förfrågningar", text: "Vänta en minut och försök igen." },
  unavailable: {
    title: "Registret kan inte visas för tillfället",
    text: "Något som registret är beroende av svarar inte. Försök igen om några minuter.",
  },
  toRegistry: "Till registret",
};
