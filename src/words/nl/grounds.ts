import { isArea } from "../../model/vendor/countries.ts";
import type { Dictionary } from "../dictionary.ts";
import { coverBy, type Naming } from "../naming.ts";
import { inPlace } from "./names.ts";
import { terms } from "./terms.ts";

const cover = coverBy(terms, "module", " voor");

const there = (code: string, names: Naming) => inPlace(code, names.country(code));

const texts = {
  category: "categorie",
  purpose: "doeleinde",
  nature: "aard van de verwerking",
  legalBasis: "rechtsgrond",
};

const trained = { never: "nooit", "with-consent": "alleen met toestemming", yes: "ja" };

const scopes = { products: "producten", hostingRegions: "hostingregio’s" };

export const grounds: Dictionary["grounds"] = {
  "vendor-added": () => "dienstverlener toegevoegd",
  "vendor-removed": () => "dienstverlener verwijderd",
  "service-added": ({ name }) => `dienst toegevoegd: ${name}`,
  "service-removed": ({ name }) => `dienst verwijderd: ${name}`,
  "service-moved": ({ name, to }) => `dienst ${name} is nu geheel of gedeeltelijk vermeld onder ${to}`,
  "outside-article-28": ({ role }) =>
    `in de rol van ${terms.choices.role[role].toLowerCase()}, waarop art. 28 AVG niet van toepassing is`,
  "entity-replaced": () => "juridische entiteit vervangen",
  "entity-stated": ({ name }) => `juridische entiteit nu vermeld: ${name}`,
  "entity-not-stated": () => "juridische entiteit niet meer vermeld",
  "name-replaced": () => "andere naam, zonder vermelding van een juridische entiteit",
  "registration-replaced": () => "ander registratienummer, en dus een andere juridische entiteit",
  renamed: ({ was, now }) => `nieuwe naam van dezelfde juridische entiteit: ${was} heet nu ${now}`,
  "identity-changed": () => "met naam genoemde partij en categorie van ontvangers tegen elkaar ingewisseld",
  "relationship-changed": () => "relatie gewijzigd",
  "country-changed": ({ place }, names) => `land van vestiging is nu ${names.place(place)}`,
  "country-not-stated": () => "land van vestiging niet meer vermeld",
  "role-changed": ({ role }) => `nieuwe rol: ${terms.choices.role[role].toLowerCase()}`,
  "text-changed": ({ of }) => `${texts[of]} gewijzigd`,
  "text-stated": ({ of }) => `${texts[of]} nu vermeld`,
  "text-not-stated": ({ of }) => `${texts[of]} niet meer vermeld`,
  "nature-stated": () => "aard van de verwerking nu vermeld",
  "nature-not-stated": () => "aard van de verwerking niet meer vermeld",
  "data-category-added": ({ name }) => `nieuwe categorie van gegevens: ${name}`,
  "data-category-removed": ({ name }) => `categorie van gegevens niet meer verwerkt: ${name}`,
  "data-subjects-added": ({ name }) => `nieuwe betrokkenen: ${name}`,
  "data-subjects-removed": ({ name }) => `niet langer betrokkenen: ${name}`,
  "sensitive-data-added": () => "nu ook bijzondere persoonsgegevens (art. 9 AVG)",
  "sensitive-data-removed": () => "geen bijzondere persoonsgegevens meer (art. 9 AVG)",
  "training-wider": ({ use }) => `ruimer gebruik voor het trainen van AI-modellen, nu: ${trained[use]}`,
  "training-narrower": ({ use }) => `gebruik voor het trainen van AI-modellen nu: ${trained[use]}`,
  "training-not-stated": () => "niet meer vermeld of gegevens worden gebruikt om AI-modellen te trainen",
  "place-added": ({ place }, names) => `nieuw ${isArea(place) ? "gebied" : "land"}: ${names.country(place)}`,
  "place-removed": ({ place }, names) => `niet meer ${there(place, names)}`,
  "places-not-stated": () => "plaatsen niet meer vermeld",
  "place-moved-home": ({ place, from }, names) =>
    `verplaatst: nu ${there(place, names)}, geen derde land (voorheen ${names.list(from.map((each) => there(each, names)))})`,
  "area-narrowed": ({ area, to }, names) =>
    `binnen ${names.place(area)} nu alleen nog ${names.list(to.map((each) => there(each, names)))}`,
  "place-named": ({ place, area }, names) =>
    `${names.place(place)} nu met name genoemd, zoals voorheen binnen ${names.place(area)}`,
  "place-not-named": ({ place, area }, names) =>
    `${names.place(place)} niet meer met name genoemd, maar nog steeds binnen ${names.place(area)}`,
  "use-added": ({ use, place }, names) => `nu ook ${terms.locationKinds[use]} ${there(place, names)}`,
  "use-removed": ({ use, place }, names) => `geen ${terms.locationKinds[use]} meer ${there(place, names)}`,
  "safeguard-added": (safeguard, names) => `doorgifte-instrument toegevoegd: ${cover(safeguard, names)}`,
  "safeguard-lost": (safeguard, names) => `doorgifte-instrument vervallen: ${cover(safeguard, names)}`,
  "safeguard-not-needed": (safeguard, names) =>
    `doorgifte-instrument niet meer vermeld, waar er geen nodig is: ${cover(safeguard, names)}`,
  "safeguard-specified": ({ now, ...was }, names) =>
    `doorgifte-instrument nauwkeuriger afgebakend: voorheen “${cover(was, names)}”, nu ${names.list(now.map((each) => `“${cover(each, names)}”`))}`,
  "safeguard-foremost": (safeguard, names) =>
    `doorgifte-instrument niet langer slechts subsidiair: ${cover(safeguard, names)}`,
  "safeguard-fallback": (safeguard, names) => `doorgifte-instrument nu slechts subsidiair: ${cover(safeguard, names)}`,
  "retention-changed": () => "bewaartermijn gewijzigd",
  "scope-wider": ({ of }) => `meer ${scopes[of]}`,
  "scope-replaced": ({ of }) => `andere ${scopes[of]}`,
  "scope-narrower": ({ of }) => `minder ${scopes[of]}`,
  "now-optional": () => "nu optioneel",
  "no-longer-optional": () => "niet langer optioneel",
  "cookie-added": ({ name }) => `nieuwe cookie: ${name}`,
  "cookie-removed": ({ name }) => `cookie niet meer geplaatst: ${name}`,
  "cookie-purpose-changed": ({ name }) => `doeleinde van een cookie gewijzigd: ${name}`,
  "cookie-party-added": ({ name, party }) => `cookie ${name} nu ook geplaatst door ${party}`,
  "cookie-expiry-changed": ({ name }) => `geldigheidsduur van een cookie gewijzigd: ${name}`,
  "certification-added": ({ name }) => `certificering toegevoegd: ${name}`,
  "certification-removed": ({ name }) => `certificering niet meer vermeld: ${name}`,
  "certification-shortened": ({ name, until }, names) =>
    `certificering eindigt eerder: ${name}, op ${names.date(until)}`,
  "details-only": () => "alleen formuleringen, links, contactgegevens of andere details",
};
