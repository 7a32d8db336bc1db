import { isArea } from "../../model/vendor/countries.ts";
import type { Ground, GroundCode } from "../../model/vendor/grounds.ts";
import { coverBy, type Naming } from "../naming.ts";
import { terms } from "./terms.ts";

/** Why a change weighs what it does, in a few words for each ground; several are told one after the other. */
type Grounds = { [Code in GroundCode]: (ground: Ground<Code>, names: Naming) => string };

const cover = coverBy(terms, "module", " for");

const texts = {
  category: "category",
  purpose: "purpose",
  nature: "nature of the processing",
  legalBasis: "legal basis",
};

const trained = { never: "never", "with-consent": "only with consent", yes: "yes" };

const scopes = { products: "products", hostingRegions: "hosting regions" };

export const grounds: Grounds = {
  "vendor-added": () => "vendor added",
  "vendor-removed": () => "vendor removed",
  "service-added": ({ name }) => `service added: ${name}`,
  "service-removed": ({ name }) => `service removed: ${name}`,
  "service-moved": ({ name, to }) => `service ${name} is now listed, for some or all, as ${to}`,
  "outside-article-28": ({ role }) =>
    `in the role of ${terms.choices.role[role].toLowerCase()}, to which Art. 28 GDPR does not apply`,
  "entity-replaced": () => "legal entity replaced",
  "entity-stated": ({ name }) => `legal entity is now stated: ${name}`,
  "entity-not-stated": () => "legal entity no longer stated",
  "name-replaced": () => "another name, and no legal entity stated",
  "registration-replaced": () => "another registration number, and so another legal entity",
  renamed: ({ was, now }) => `renamed, the same legal entity: ${was} is now ${now}`,
  "identity-changed": () => "named party and category of recipients exchanged",
  "relationship-changed": () => "relationship changed",
  "country-changed": ({ place }, names) => `country of establishment is now ${names.place(place)}`,
  "country-not-stated": () => "country of establishment no longer stated",
  "role-changed": ({ role }) => `new role: ${terms.choices.role[role]}`,
  "text-changed": ({ of }) => `${texts[of]} changed`,
  "text-stated": ({ of }) => `${texts[of]} now stated`,
  "text-not-stated": ({ of }) => `${texts[of]} no longer stated`,
  "nature-stated": () => "nature of the processing now stated",
  "nature-not-stated": () => "nature of the processing no longer stated",
  "data-category-added": ({ name }) => `new data category: ${name}`,
  "data-category-removed": ({ name }) => `data category no longer processed: ${name}`,
  "data-subjects-added": ({ name }) => `new data subjects: ${name}`,
  "data-subjects-removed": ({ name }) => `data subjects no longer concerned: ${name}`,
  "sensitive-data-added": () => "now also sensitive data (Art. 9 GDPR)",
  "sensitive-data-removed": () => "no longer sensitive data (Art. 9 GDPR)",
  "training-wider": ({ use }) => `more use for training AI models, now: ${trained[use]}`,
  "training-narrower": ({ use }) => `use for training AI models now: ${trained[use]}`,
  "training-not-stated": () => "no longer stated whether data is used to train AI models",
  "place-added": ({ place }, names) => `new ${isArea(place) ? "area" : "country"}: ${names.place(place)}`,
  "place-removed": ({ place }, names) => `no longer in ${names.place(place)}`,
  "places-not-stated": () => "places no longer stated",
  "place-moved-home": ({ place, from }, names) =>
    `moved from ${names.list(from.map(names.place))} to ${names.place(place)}, no third country`,
  "area-narrowed": ({ area, to }, names) =>
    `within ${names.place(area)}, now only in ${names.list(to.map(names.place))}`,
  "place-named": ({ place, area }, names) => `${names.place(place)} now named, within ${names.place(area)} as before`,
  "place-not-named": ({ place, area }, names) =>
    `${names.place(place)} no longer named, but still within ${names.place(area)}`,
  "use-added": ({ use, place }, names) => `now also ${terms.locationKinds[use]} in ${names.place(place)}`,
  "use-removed": ({ use, place }, names) => `no longer ${terms.locationKinds[use]} in ${names.place(place)}`,
  "safeguard-added": (safeguard, names) => `transfer tool added: ${cover(safeguard, names)}`,
  "safeguard-lost": (safeguard, names) => `transfer tool lost: ${cover(safeguard, names)}`,
  "safeguard-not-needed": (safeguard, names) =>
    `transfer tool no longer stated, where none is needed: ${cover(safeguard, names)}`,
  "safeguard-specified": ({ now, ...was }, names) =>
    `transfer tool stated more narrowly: ${cover(was, names)}, now ${names.list(now.map((each) => cover(each, names)))}`,
  "safeguard-foremost": (safeguard, names) => `transfer tool no longer a mere fallback: ${cover(safeguard, names)}`,
  "safeguard-fallback": (safeguard, names) => `transfer tool now a mere fallback: ${cover(safeguard, names)}`,
  "retention-changed": () => "retention changed",
  "scope-wider": ({ of }) => `wider ${scopes[of]}`,
  "scope-replaced": ({ of }) => `other ${scopes[of]}`,
  "scope-narrower": ({ of }) => `narrower ${scopes[of]}`,
  "now-optional": () => "now optional",
  "no-longer-optional": () => "no longer optional",
  "cookie-added": ({ name }) => `new cookie: ${name}`,
  "cookie-removed": ({ name }) => `cookie no longer set: ${name}`,
  "cookie-purpose-changed": ({ name }) => `purpose of a cookie changed: ${name}`,
  "cookie-party-added": ({ name, party }) => `cookie ${name} now also set by ${party}`,
  "cookie-expiry-changed": ({ name }) => `expiry of a cookie changed: ${name}`,
  "certification-added": ({ name }) => `certification added: ${name}`,
  "certification-removed": ({ name }) => `certification no longer stated: ${name}`,
  "certification-shortened": ({ name, until }, names) => `certification ends sooner: ${name}, on ${names.date(until)}`,
  "details-only": () => "wording, links, contact or other details only",
};
