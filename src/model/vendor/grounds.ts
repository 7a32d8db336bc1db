import type { z } from "@hono/zod-openapi";
import type { IsoDate } from "../values/dates.ts";
import { explained } from "../values/explained.ts";
import type { Mechanism } from "./mechanisms.ts";
import type { Whole } from "./reach.ts";
import type { Location, Regime, Service } from "./vendor-document.ts";

/** The heaviest first. */
export const Weight = explained({
  material: "customers are told, and it waits for their notice period (GDPR Art. 28(2))",
  informative: "customers are told, and it waits for nobody",
  editorial: "nobody is told",
}).openapi("Weight");
export type Weight = z.infer<typeof Weight>;

/**
 * Every ground a change can have, and what it weighs: more of people's data, elsewhere, or less protected is material
 * (GDPR Art. 28(2): an intended addition or replacement); less or better protected is informative.
 */
export const GROUNDS = {
  "vendor-added": "material",
  "vendor-removed": "informative",
  "service-added": "material",
  "service-removed": "informative",
  "service-moved": "informative", // to another service of the vendor, for the same customers
  "outside-article-28": "informative", // why what would be material is not
  "entity-replaced": "material",
  "entity-stated": "material",
  "entity-not-stated": "material",
  "name-replaced": "material", // where that is all that says who the vendor is
  "registration-replaced": "material", // another number is another legal entity
  renamed: "informative", // the same legal entity, under another name
  "identity-changed": "material",
  "relationship-changed": "informative",
  "country-changed": "material",
  "country-not-stated": "material", // whether a contract with it is a transfer cannot be told any more
  "role-changed": "material",
  "text-changed": "material",
  "text-stated": "material",
  "text-not-stated": "informative", // what is stated instead one day is material
  "nature-stated": "informative",
  "nature-not-stated": "informative",
  "data-category-added": "material",
  "data-category-removed": "informative",
  "data-subjects-added": "material",
  "data-subjects-removed": "informative",
  "sensitive-data-added": "material",
  "sensitive-data-removed": "informative",
  "training-wider": "material",
  "training-narrower": "informative",
  "training-not-stated": "material", // what was promised is promised no longer
  "place-added": "material",
  "place-removed": "informative",
  "places-not-stated": "material", // whether data is transferred cannot be told any more
  "place-moved-home": "informative", // to where no regime of the organisation sees a transfer, from where one did
  "area-narrowed": "informative",
  "place-named": "informative", // one within an area that is stated as before
  "place-not-named": "informative", // only an area that covers it is stated now
  "use-added": "informative",
  "use-removed": "informative",
  "safeguard-added": "informative",
  "safeguard-lost": "material",
  "safeguard-not-needed": "informative",
  "safeguard-specified": "material",
  "safeguard-foremost": "informative",
  "safeguard-fallback": "material",
  "retention-changed": "informative",
  "scope-wider": "material",
  "scope-replaced": "material",
  "scope-narrower": "informative",
  "now-optional": "informative",
  "no-longer-optional": "material",
  "cookie-added": "material",
  "cookie-removed": "informative",
  "cookie-purpose-changed": "material",
  "cookie-party-added": "material",
  "cookie-expiry-changed": "informative",
  "certification-added": "informative",
  "certification-removed": "informative",
  "certification-shortened": "informative",
  "details-only": "editorial",
} as const satisfies Record<string, Weight>;
export type GroundCode = keyof typeof GROUNDS;

/** A safeguard under one of the regimes, and for one of the places, it is stated for; of none where none is stated. */
export type Cover = { mechanism: Mechanism; module?: number; certified?: string; regime?: Regime; country?: string };

type Name = { name: string };
/** A country or an area. */
type Place = { place: string };
type Use = Place & { use: Location["kind"] };
type Party = Name & { party: string };
type Of = { of: "category" | "purpose" | "nature" | "legalBasis" };
type Training = { use: NonNullable<Service["usedForTraining"]> };
type Scope = { of: "products" | "hostingRegions" };

/** What is known of the grounds that say more than their code, for words in any language. */
type GroundFacts = {
  /** Services are known by their keys. */
  "service-added": Name;
  "service-removed": Name;
  "service-moved": Name & { to: string };
  "outside-article-28": { role: Service["role"] };
  "entity-stated": Name;
  "country-changed": Place;
  "role-changed": { role: Service["role"] };
  renamed: { was: string; now: string };
  "text-changed": Of;
  "text-stated": Of;
  "text-not-stated": Of;
  "data-category-added": Name;
  "data-category-removed": Name;
  "data-subjects-added": Name;
  "data-subjects-removed": Name;
  "training-wider": Training;
  "training-narrower": Training;
  "place-added": Place;
  "place-removed": Place;
  "place-moved-home": Place & { from: string[] };
  /** `to` is what is left of it. */
  "area-narrowed": { area: string; to: string[] };
  "place-named": Place & { area: string };
  "place-not-named": Place & { area: string };
  "use-added": Use;
  "use-removed": Use;
  "safeguard-added": Cover;
  "safeguard-lost": Cover;
  "safeguard-not-needed": Cover;
  /** The module, the certified company or the regimes of a safeguard are stated, and were not. */
  "safeguard-specified": Cover & { now: Cover[] };
  "safeguard-foremost": Cover;
  "safeguard-fallback": Cover;
  "scope-wider": Scope;
  "scope-replaced": Scope;
  "scope-narrower": Scope;
  "cookie-added": Name;
  "cookie-removed": Name;
  "cookie-purpose-changed": Name;
  "cookie-party-added": Party;
  "cookie-expiry-changed": Name;
  "certification-added": Name;
  "certification-removed": Name;
  "certification-shortened": Name & { until: IsoDate };
};

/** Whom a ground is about, where that is not everybody: those of some products and hosting regions; none named are all. */
type About = { only?: Whole[] };

/** Why a change weighs what it does. */
export type Ground<Code extends GroundCode = GroundCode> = {
  [Each in Code]: { code: Each } & About & (Each extends keyof GroundFacts ? GroundFacts[Each] : unknown);
}[Code];
