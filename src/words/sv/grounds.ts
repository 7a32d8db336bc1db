import { isArea } from "../../model/vendor/countries.ts";
import type { Dictionary } from "../dictionary.ts";
import { coverBy, type Naming } from "../naming.ts";
import { inPlace } from "./names.ts";
import { terms } from "./terms.ts";

const cover = coverBy(terms, "modul", ", för");

const there = (code: string, names: Naming) => inPlace(code, names.country(code));

// All of them in the common gender: "kategorin ändrad", "den rättsliga grunden ändrad".
const texts = {
  category: "kategorin",
  purpose: "beskrivningen av ändamålet",
  nature: "behandlingens art",
  legalBasis: "den rättsliga grunden",
};

const trained = { never: "aldrig", "with-consent": "endast med samtycke", yes: "ja" };

const scopes = { products: "produkter", hostingRegions: "lagringsregioner" };

export const grounds: Dictionary["grounds"] = {
  "vendor-added": () => "leverantör tillagd",
  "vendor-removed": () => "leverantör borttagen",
  "service-added": ({ name }) => `tjänst tillagd: ${name}`,
  "service-removed": ({ name }) => `tjänst borttagen: ${name}`,
  "service-moved": ({ name, to }) => `tjänsten ${name} anges nu, helt eller delvis, som ${to}`,
  "outside-article-28": ({ role }) =>
    `i rollen ${terms.choices.role[role].toLowerCase()}, för vilken artikel 28 i dataskyddsförordningen inte gäller`,
  "entity-replaced": () => "juridisk person ersatt",
  "entity-stated": ({ name }) => `juridisk person anges nu: ${name}`,
  "entity-not-stated": () => "juridisk person anges inte längre",
  "name-replaced": () => "annat namn, utan att någon juridisk person anges",
  "registration-replaced": () => "annat organisationsnummer och därmed en annan juridisk person",
  renamed: ({ was, now }) => `nytt namn på samma juridiska person: ${was} heter nu ${now}`,
  "identity-changed": () => "namngiven leverantör och kategori av mottagare utbytta mot varandra",
  "relationship-changed": () => "förhållandet ändrat",
  "country-changed": ({ place }, names) => `etableringslandet är nu ${names.place(place)}`,
  "country-not-stated": () => "etableringslandet anges inte längre",
  "role-changed": ({ role }) => `ny roll: ${terms.choices.role[role]}`,
  "text-changed": ({ of }) => `${texts[of]} ändrad`,
  "text-stated": ({ of }) => `${texts[of]} anges nu`,
  "text-not-stated": ({ of }) => `${texts[of]} anges inte längre`,
  "nature-stated": () => "behandlingens art anges nu",
  "nature-not-stated": () => "behandlingens art anges inte längre",
  "data-category-added": ({ name }) => `ny kategori av uppgifter: ${name}`,
  "data-category-removed": ({ name }) => `kategori av uppgifter som inte längre behandlas: ${name}`,
  "data-subjects-added": ({ name }) => `nya registrerade: ${name}`,
  "data-subjects-removed": ({ name }) => `registrerade som inte längre berörs: ${name}`,
  "sensitive-data-added": () => "nu även känsliga personuppgifter (artikel 9 i dataskyddsförordningen)",
  "sensitive-data-removed": () => "inte längre känsliga personuppgifter (artikel 9 i dataskyddsförordningen)",
  "training-wider": ({ use }) => `mer användning för träning av AI-modeller, nu: ${trained[use]}`,
  "training-narrower": ({ use }) => `användning för träning av AI-modeller nu: ${trained[use]}`,
  "training-not-stated": () => "anges inte längre om uppgifter används för att träna AI-modeller",
  "place-added": ({ place }, names) => `nytt ${isArea(place) ? "område" : "land"}: ${names.place(place)}`,
  "place-removed": ({ place }, names) => `inte längre ${there(place, names)}`,
  "places-not-stated": () => "platser anges inte längre",
  "place-moved-home": ({ place, from }, names) =>
    `flyttat från ${names.list(from.map(names.place))} till ${names.place(place)}, som inte är ett tredjeland`,
  "area-narrowed": ({ area, to }, names) =>
    `inom ${names.place(area)}, nu endast ${names.list(to.map((each) => there(each, names)))}`,
  "place-named": ({ place, area }, names) => `${names.place(place)} anges nu, inom ${names.place(area)} som tidigare`,
  "place-not-named": ({ place, area }, names) =>
    `${names.place(place)} anges inte längre, men fortfarande inom ${names.place(area)}`,
  "use-added": ({ use, place }, names) => `nu även ${terms.locationKinds[use]} ${there(place, names)}`,
  "use-removed": ({ use, place }, names) => `inte längre ${terms.locationKinds[use]} ${there(place, names)}`,
  "safeguard-added": (safeguard, names) => `överföringsverktyg tillagt: ${cover(safeguard, names)}`,
  "safeguard-lost": (safeguard, names) => `överföringsverktyg bortfallet: ${cover(safeguard, names)}`,
  "safeguard-not-needed": (safeguard, names) =>
    `överföringsverktyg anges inte längre, där inget krävs: ${cover(safeguard, names)}`,
  "safeguard-specified": ({ now, ...was }, names) =>
    `överföringsverktyg angivet snävare: ${cover(was, names)}, nu ${names.list(now.map((each) => cover(each, names)))}`,
  "safeguard-foremost": (safeguard, names) =>
    `överföringsverktyg inte längre endast i andra hand: ${cover(safeguard, names)}`,
  "safeguard-fallback": (safeguard, names) => `överföringsverktyg nu endast i andra hand: ${cover(safeguard, names)}`,
  "retention-changed": () => "lagringstiden ändrad",
  "scope-wider": ({ of }) => `fler ${scopes[of]}`,
  "scope-replaced": ({ of }) => `andra ${scopes[of]}`,
  "scope-narrower": ({ of }) => `färre ${scopes[of]}`,
  "now-optional": () => "nu valfri",
  "no-longer-optional": () => "inte längre valfri",
  "cookie-added": ({ name }) => `ny kaka: ${name}`,
  "cookie-removed": ({ name }) => `kaka som inte längre sätts: ${name}`,
  "cookie-purpose-changed": ({ name }) => `ändamålet med en kaka ändrat: ${name}`,
  "cookie-party-added": ({ name, party }) => `kakan ${name} sätts nu även av ${party}`,
  "cookie-expiry-changed": ({ name }) => `lagringstiden för en kaka ändrad: ${name}`,
  "certification-added": ({ name }) => `certifiering tillagd: ${name}`,
  "certification-removed": ({ name }) => `certifiering anges inte längre: ${name}`,
  "certification-shortened": ({ name, until }, names) =>
    `certifiering upphör tidigare: ${name}, den ${names.date(until)}`,
  "details-only": () => "endast formuleringar, länkar, kontakter eller andra detaljer",
};
