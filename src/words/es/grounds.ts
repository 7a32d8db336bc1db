import { isArea } from "../../model/vendor/countries.ts";
import type { Dictionary } from "../dictionary.ts";
import { coverBy } from "../naming.ts";
import { de } from "./names.ts";
import { terms } from "./terms.ts";

const cover = coverBy(terms, "módulo", ", para");

const texts = {
  category: "categoría",
  purpose: "finalidad",
  nature: "naturaleza del tratamiento",
  legalBasis: "base jurídica",
};

const trained = { never: "nunca", "with-consent": "solo con consentimiento", yes: "sí" };

const scopes = { products: "productos", hostingRegions: "regiones de alojamiento" };

export const grounds: Dictionary["grounds"] = {
  "vendor-added": () => "proveedor incorporado",
  "vendor-removed": () => "proveedor retirado",
  "service-added": ({ name }) => `servicio añadido: ${name}`,
  "service-removed": ({ name }) => `servicio retirado: ${name}`,
  "service-moved": ({ name, to }) => `el servicio ${name} figura ahora, en todo o en parte, como ${to}`,
  "outside-article-28": ({ role }) =>
    `en calidad de ${terms.choices.role[role].toLowerCase()}, a la que no se aplica el art. 28 RGPD`,
  "entity-replaced": () => "entidad jurídica sustituida",
  "entity-stated": ({ name }) => `ahora consta la entidad jurídica: ${name}`,
  "entity-not-stated": () => "ya no consta la entidad jurídica",
  "name-replaced": () => "otro nombre, sin que conste la entidad jurídica",
  "registration-replaced": () => "otro número de registro y, por tanto, otra entidad jurídica",
  renamed: ({ was, now }) => `nuevo nombre de la misma entidad jurídica: ${was} es ahora ${now}`,
  "identity-changed": () => "una parte identificada se sustituye por una categoría de destinatarios, o a la inversa",
  "relationship-changed": () => "cambio de relación",
  "country-changed": ({ place }, names) => `el país de establecimiento es ahora ${names.place(place)}`,
  "country-not-stated": () => "ya no consta el país de establecimiento",
  "role-changed": ({ role }) => `nueva función: ${terms.choices.role[role]}`,
  "text-changed": ({ of }) => `${texts[of]}: se modifica`,
  "text-stated": ({ of }) => `ahora consta la ${texts[of]}`,
  "text-not-stated": ({ of }) => `ya no consta la ${texts[of]}`,
  "nature-stated": () => "ahora consta la naturaleza del tratamiento",
  "nature-not-stated": () => "ya no consta la naturaleza del tratamiento",
  "data-category-added": ({ name }) => `nueva categoría de datos: ${name}`,
  "data-category-removed": ({ name }) => `categoría de datos que ya no se trata: ${name}`,
  "data-subjects-added": ({ name }) => `nuevos interesados: ${name}`,
  "data-subjects-removed": ({ name }) => `interesados que ya no se ven afectados: ${name}`,
  "sensitive-data-added": () => "ahora también categorías especiales de datos (art. 9 RGPD)",
  "sensitive-data-removed": () => "ya no hay categorías especiales de datos (art. 9 RGPD)",
  "training-wider": ({ use }) => `mayor uso para entrenar modelos de IA, ahora: ${trained[use]}`,
  "training-narrower": ({ use }) => `uso para entrenar modelos de IA, ahora: ${trained[use]}`,
  "training-not-stated": () => "ya no consta si los datos se usan para entrenar modelos de IA",
  "place-added": ({ place }, names) => `${isArea(place) ? "nueva zona" : "nuevo país"}: ${names.place(place)}`,
  "place-removed": ({ place }, names) => `ya no en ${names.place(place)}`,
  "places-not-stated": () => "ya no constan los lugares",
  "place-moved-home": ({ place, from }, names) =>
    `traslado a un lugar que no es un tercer país: ${names.place(place)} (antes: ${names.list(from.map(names.place))})`,
  "area-narrowed": ({ area, to }, names) =>
    `dentro ${de(names.place(area))}, ahora solo en ${names.list(to.map(names.place))}`,
  "place-named": ({ place, area }, names) =>
    `ahora se nombra ${names.place(place)}, dentro ${de(names.place(area))}, como antes`,
  "place-not-named": ({ place, area }, names) =>
    `ya no se nombra ${names.place(place)}, pero sigue dentro ${de(names.place(area))}`,
  "use-added": ({ use, place }, names) => `ahora también ${terms.locationKinds[use]} en ${names.place(place)}`,
  "use-removed": ({ use, place }, names) => `ya no hay ${terms.locationKinds[use]} en ${names.place(place)}`,
  "safeguard-added": (safeguard, names) => `instrumento de transferencia añadido: ${cover(safeguard, names)}`,
  "safeguard-lost": (safeguard, names) => `instrumento de transferencia perdido: ${cover(safeguard, names)}`,
  "safeguard-not-needed": (safeguard, names) =>
    `instrumento de transferencia que ya no se indica, donde no es necesario: ${cover(safeguard, names)}`,
  "safeguard-specified": ({ now, ...was }, names) =>
    `instrumento de transferencia indicado con más precisión: ${cover(was, names)}; ahora: ${names.list(now.map((each) => cover(each, names)))}`,
  "safeguard-foremost": (safeguard, names) =>
    `instrumento de transferencia que deja de ser meramente subsidiario: ${cover(safeguard, names)}`,
  "safeguard-fallback": (safeguard, names) =>
    `instrumento de transferencia ahora meramente subsidiario: ${cover(safeguard, names)}`,
  "retention-changed": () => "plazo de conservación modificado",
  "scope-wider": ({ of }) => `más ${scopes[of]}`,
  "scope-replaced": ({ of }) => (of === "products" ? `otros ${scopes[of]}` : `otras ${scopes[of]}`),
  "scope-narrower": ({ of }) => `menos ${scopes[of]}`,
  "now-optional": () => "ahora es opcional",
  "no-longer-optional": () => "ya no es opcional",
  "cookie-added": ({ name }) => `nueva cookie: ${name}`,
  "cookie-removed": ({ name }) => `cookie que ya no se instala: ${name}`,
  "cookie-purpose-changed": ({ name }) => `finalidad de una cookie modificada: ${name}`,
  "cookie-party-added": ({ name, party }) => `cookie ${name}: ahora también la instala ${party}`,
  "cookie-expiry-changed": ({ name }) => `caducidad de una cookie modificada: ${name}`,
  "certification-added": ({ name }) => `certificación añadida: ${name}`,
  "certification-removed": ({ name }) => `certificación que ya no consta: ${name}`,
  "certification-shortened": ({ name, until }, names) =>
    `certificación que finaliza antes: ${name}, el ${names.date(until)}`,
  "details-only": () => "solo formulaciones, enlaces, contactos u otros detalles",
};
