import { isArea } from "../../model/vendor/countries.ts";
import type { Dictionary } from "../dictionary.ts";
import { coverBy } from "../naming.ts";
import { terms } from "./terms.ts";

const cover = coverBy(terms, "module", ", pour");

const texts = {
  category: "catégorie",
  purpose: "finalité",
  nature: "nature du traitement",
  legalBasis: "base légale",
};

const trained = { never: "jamais", "with-consent": "seulement avec consentement", yes: "oui" };

const scopes = { products: "produits", hostingRegions: "régions d’hébergement" };

export const grounds: Dictionary["grounds"] = {
  "vendor-added": () => "prestataire ajouté",
  "vendor-removed": () => "prestataire retiré",
  "service-added": ({ name }) => `service ajouté\u00a0: ${name}`,
  "service-removed": ({ name }) => `service retiré\u00a0: ${name}`,
  "service-moved": ({ name, to }) => `le service ${name} figure désormais, en tout ou en partie, sous ${to}`,
  "outside-article-28": ({ role }) =>
    `en tant que ${terms.choices.role[role].toLowerCase()}, rôle auquel l’article 28 du RGPD ne s’applique pas`,
  "entity-replaced": () => "entité juridique remplacée",
  "entity-stated": ({ name }) => `entité juridique désormais précisée\u00a0: ${name}`,
  "entity-not-stated": () => "l’entité juridique n’est plus précisée",
  "name-replaced": () => "autre nom, sans entité juridique précisée",
  "registration-replaced": () => "autre numéro d’immatriculation, donc autre entité juridique",
  renamed: ({ was, now }) => `nouveau nom de la même entité juridique\u00a0: ${was} devient ${now}`,
  "identity-changed": () => "prestataire nommé et catégorie de destinataires échangés",
  "relationship-changed": () => "relation modifiée",
  "country-changed": ({ place }, names) => `pays d’établissement désormais\u00a0: ${names.place(place)}`,
  "country-not-stated": () => "le pays d’établissement n’est plus précisé",
  "role-changed": ({ role }) => `nouveau rôle\u00a0: ${terms.choices.role[role]}`,
  "text-changed": ({ of }) => `${texts[of]} modifiée`,
  "text-stated": ({ of }) => `${texts[of]} désormais précisée`,
  "text-not-stated": ({ of }) => `la ${texts[of]} n’est plus précisée`,
  "nature-stated": () => "nature du traitement désormais précisée",
  "nature-not-stated": () => "la nature du traitement n’est plus précisée",
  "data-category-added": ({ name }) => `nouvelle catégorie de données\u00a0: ${name}`,
  "data-category-removed": ({ name }) => `catégorie de données qui n’est plus traitée\u00a0: ${name}`,
  "data-subjects-added": ({ name }) => `nouvelles personnes concernées\u00a0: ${name}`,
  "data-subjects-removed": ({ name }) => `personnes qui ne sont plus concernées\u00a0: ${name}`,
  "sensitive-data-added": () => "désormais aussi des données sensibles (art. 9 RGPD)",
  "sensitive-data-removed": () => "plus de données sensibles (art. 9 RGPD)",
  "training-wider": ({ use }) => `utilisation accrue pour entraîner des modèles d’IA, désormais\u00a0: ${trained[use]}`,
  "training-narrower": ({ use }) => `utilisation pour entraîner des modèles d’IA, désormais\u00a0: ${trained[use]}`,
  "training-not-stated": () => "il n’est plus précisé si les données servent à entraîner des modèles d’IA",
  "place-added": ({ place }, names) =>
    `${isArea(place) ? "nouvelle zone" : "nouveau pays"}\u00a0: ${names.place(place)}`,
  "place-removed": ({ place }, names) =>
    `${isArea(place) ? "zone retirée" : "pays retiré"}\u00a0: ${names.place(place)}`,
  "places-not-stated": () => "les lieux ne sont plus précisés",
  "place-moved-home": ({ place, from }, names) =>
    `lieu déplacé hors des pays tiers\u00a0: ${names.place(place)} (auparavant ${names.list(from.map(names.place))})`,
  "area-narrowed": ({ area, to }, names) =>
    `pour ${names.place(area)}, désormais seulement\u00a0: ${names.list(to.map(names.place))}`,
  "place-named": ({ place, area }, names) =>
    `désormais nommé\u00a0: ${names.place(place)}, toujours couvert par ${names.place(area)}`,
  "place-not-named": ({ place, area }, names) =>
    `n’est plus nommé\u00a0: ${names.place(place)}, toujours couvert par ${names.place(area)}`,
  "use-added": ({ use, place }, names) => `usage ajouté\u00a0: ${terms.locationKinds[use]} (${names.place(place)})`,
  "use-removed": ({ use, place }, names) =>
    `usage abandonné\u00a0: ${terms.locationKinds[use]} (${names.place(place)})`,
  "safeguard-added": (safeguard, names) => `instrument de transfert ajouté\u00a0: ${cover(safeguard, names)}`,
  "safeguard-lost": (safeguard, names) => `instrument de transfert perdu\u00a0: ${cover(safeguard, names)}`,
  "safeguard-not-needed": (safeguard, names) =>
    `instrument de transfert qui n’est plus mentionné, là où il n’en faut pas\u00a0: ${cover(safeguard, names)}`,
  "safeguard-specified": ({ now, ...was }, names) =>
    `instrument de transfert précisé\u00a0: ${cover(was, names)}, désormais ${names.list(now.map((each) => cover(each, names)))}`,
  "safeguard-foremost": (safeguard, names) =>
    `instrument de transfert qui n’est plus en second recours\u00a0: ${cover(safeguard, names)}`,
  "safeguard-fallback": (safeguard, names) =>
    `instrument de transfert désormais en second recours\u00a0: ${cover(safeguard, names)}`,
  "retention-changed": () => "durée de conservation modifiée",
  "scope-wider": ({ of }) => `davantage de ${scopes[of]}`,
  "scope-replaced": ({ of }) => `autres ${scopes[of]}`,
  "scope-narrower": ({ of }) => `moins de ${scopes[of]}`,
  "now-optional": () => "désormais facultatif",
  "no-longer-optional": () => "n’est plus facultatif",
  "cookie-added": ({ name }) => `nouveau cookie\u00a0: ${name}`,
  "cookie-removed": ({ name }) => `cookie qui n’est plus déposé\u00a0: ${name}`,
  "cookie-purpose-changed": ({ name }) => `finalité d’un cookie modifiée\u00a0: ${name}`,
  "cookie-party-added": ({ name, party }) => `cookie ${name} désormais aussi déposé par ${party}`,
  "cookie-expiry-changed": ({ name }) => `durée d’un cookie modifiée\u00a0: ${name}`,
  "certification-added": ({ name }) => `certification ajoutée\u00a0: ${name}`,
  "certification-removed": ({ name }) => `certification qui n’est plus mentionnée\u00a0: ${name}`,
  "certification-shortened": ({ name, until }, names) =>
    `certification qui prend fin plus tôt\u00a0: ${name}, le ${names.date(until)}`,
  "details-only": () => "formulations, liens, contacts ou autres détails seulement",
};
