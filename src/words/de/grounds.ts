import { isArea } from "../../model/vendor/countries.ts";
import type { Dictionary } from "../dictionary.ts";
import { coverBy, type Naming } from "../naming.ts";
import { inPlace } from "./names.ts";
import { terms } from "./terms.ts";

const cover = coverBy(terms, "Modul", ", für");

const there = (code: string, names: Naming) => inPlace(code, names.country(code));

const texts = {
  category: "Kategorie",
  purpose: "Zweck",
  nature: "Art der Verarbeitung",
  legalBasis: "Rechtsgrundlage",
};

const trained = { never: "nie", "with-consent": "nur mit Einwilligung", yes: "ja" };

const scopes = { products: "Produkte", hostingRegions: "Hosting-Regionen" };

export const grounds: Dictionary["grounds"] = {
  "vendor-added": () => "Dienstleister hinzugefügt",
  "vendor-removed": () => "Dienstleister entfernt",
  "service-added": ({ name }) => `Dienst hinzugefügt: ${name}`,
  "service-removed": ({ name }) => `Dienst entfernt: ${name}`,
  "service-moved": ({ name, to }) => `Dienst ${name} ist nun ganz oder teilweise unter ${to} aufgeführt`,
  "outside-article-28": ({ role }) => `Rolle „${terms.choices.role[role]}“, für die Art. 28 DSGVO nicht gilt`,
  "entity-replaced": () => "Rechtsträger ersetzt",
  "entity-stated": ({ name }) => `Rechtsträger nun angegeben: ${name}`,
  "entity-not-stated": () => "Rechtsträger nicht mehr angegeben",
  "name-replaced": () => "anderer Name, ohne Angabe eines Rechtsträgers",
  "registration-replaced": () => "andere Registernummer und damit anderer Rechtsträger",
  renamed: ({ was, now }) => `neuer Name desselben Rechtsträgers: ${was} heißt nun ${now}`,
  "identity-changed": () => "namentlich genannter Dienstleister und Kategorie von Empfängern ausgetauscht",
  "relationship-changed": () => "Verhältnis geändert",
  "country-changed": ({ place }, names) => `Sitzland nun: ${names.country(place)}`,
  "country-not-stated": () => "Sitzland nicht mehr angegeben",
  "role-changed": ({ role }) => `neue Rolle: ${terms.choices.role[role]}`,
  "text-changed": ({ of }) => `${texts[of]} geändert`,
  "text-stated": ({ of }) => `${texts[of]} nun angegeben`,
  "text-not-stated": ({ of }) => `${texts[of]} nicht mehr angegeben`,
  "nature-stated": () => "Art der Verarbeitung nun angegeben",
  "nature-not-stated": () => "Art der Verarbeitung nicht mehr angegeben",
  "data-category-added": ({ name }) => `neue Datenkategorie: ${name}`,
  "data-category-removed": ({ name }) => `nicht mehr verarbeitete Datenkategorie: ${name}`,
  "data-subjects-added": ({ name }) => `neue betroffene Personen: ${name}`,
  "data-subjects-removed": ({ name }) => `nicht mehr betroffene Personen: ${name}`,
  "sensitive-data-added": () => "nun auch sensible Daten (Art. 9 DSGVO)",
  "sensitive-data-removed": () => "keine sensiblen Daten mehr (Art. 9 DSGVO)",
  "training-wider": ({ use }) => `weitergehende Nutzung zum Training von KI-Modellen, nun: ${trained[use]}`,
  "training-narrower": ({ use }) => `Nutzung zum Training von KI-Modellen nun: ${trained[use]}`,
  "training-not-stated": () => "nicht mehr angegeben, ob Daten zum Training von KI-Modellen genutzt werden",
  "place-added": ({ place }, names) => `neues ${isArea(place) ? "Gebiet" : "Land"}: ${names.country(place)}`,
  "place-removed": ({ place }, names) => `nicht mehr ${there(place, names)}`,
  "places-not-stated": () => "Orte nicht mehr angegeben",
  "place-moved-home": ({ place, from }, names) =>
    `verlegt: nun ${there(place, names)}, kein Drittland (bisher ${names.list(from.map((each) => there(each, names)))})`,
  "area-narrowed": ({ area, to }, names) =>
    `Gebiet eingegrenzt (${names.country(area)}): nun nur noch ${names.list(to.map((each) => there(each, names)))}`,
  "place-named": ({ place, area }, names) =>
    `${names.country(place)} nun ausdrücklich genannt, wie bisher von „${names.country(area)}“ umfasst`,
  "place-not-named": ({ place, area }, names) =>
    `${names.country(place)} nicht mehr ausdrücklich genannt, aber weiterhin von „${names.country(area)}“ umfasst`,
  "use-added": ({ use, place }, names) => `nun auch ${terms.locationKinds[use]} ${there(place, names)}`,
  "use-removed": ({ use, place }, names) => `nicht mehr ${there(place, names)}: ${terms.locationKinds[use]}`,
  "safeguard-added": (safeguard, names) => `Übermittlungsinstrument hinzugefügt: ${cover(safeguard, names)}`,
  "safeguard-lost": (safeguard, names) => `Übermittlungsinstrument weggefallen: ${cover(safeguard, names)}`,
  "safeguard-not-needed": (safeguard, names) =>
    `Übermittlungsinstrument nicht mehr angegeben, wo keines erforderlich ist: ${cover(safeguard, names)}`,
  "safeguard-specified": ({ now, ...was }, names) =>
    `Übermittlungsinstrument enger gefasst: bisher „${cover(was, names)}“, nun ${names.list(now.map((each) => `„${cover(each, names)}“`))}`,
  "safeguard-foremost": (safeguard, names) =>
    `Übermittlungsinstrument nicht mehr nur hilfsweise: ${cover(safeguard, names)}`,
  "safeguard-fallback": (safeguard, names) =>
    `Übermittlungsinstrument nun nur noch hilfsweise: ${cover(safeguard, names)}`,
  "retention-changed": () => "Speicherdauer geändert",
  "scope-wider": ({ of }) => `mehr ${scopes[of]}`,
  "scope-replaced": ({ of }) => `andere ${scopes[of]}`,
  "scope-narrower": ({ of }) => `weniger ${scopes[of]}`,
  "now-optional": () => "nun optional",
  "no-longer-optional": () => "nicht mehr optional",
  "cookie-added": ({ name }) => `neues Cookie: ${name}`,
  "cookie-removed": ({ name }) => `nicht mehr gesetztes Cookie: ${name}`,
  "cookie-purpose-changed": ({ name }) => `Zweck eines Cookies geändert: ${name}`,
  "cookie-party-added": ({ name, party }) => `Cookie ${name} nun auch gesetzt von ${party}`,
  "cookie-expiry-changed": ({ name }) => `Speicherdauer eines Cookies geändert: ${name}`,
  "certification-added": ({ name }) => `Zertifizierung hinzugefügt: ${name}`,
  "certification-removed": ({ name }) => `Zertifizierung nicht mehr angegeben: ${name}`,
  "certification-shortened": ({ name, until }, names) =>
    `Zertifizierung endet früher: ${name}, am ${names.date(until)}`,
  "details-only": () => "nur Formulierungen, Links, Kontakte oder andere Einzelheiten",
};
