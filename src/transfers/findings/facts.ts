import type { IsoDate } from "../../model/values/dates.ts";
import type { LinkField } from "../../model/vendor/field-lookup.ts";
import type { Ground } from "../../model/vendor/grounds.ts";
import type { Mechanism } from "../../model/vendor/mechanisms.ts";
import type { Module, Regime, Service } from "../../model/vendor/vendor-document.ts";
import type { Assessment } from "../verdict.ts";

/** Whom a finding is about: a service, by its own name if it has one; else the vendor. */
type Named = { name: string };
/** A place under one regime, and the verdict on it alone. */
type Judged = Named & { place: string; regimes: [Regime]; assessment: Assessment };
/** A mechanism, and the regime whose name for it is meant. */
type Stating = Named & { mechanism: Mechanism; under: Regime };
/** The Data Privacy Framework, and the regimes whose names for it are meant. */
type Framework = Named & { under: readonly Regime[] };

/** A certification of the vendor, by its name, with its last day. */
type CertifiedUntil = Named & { certification: string; until: IsoDate };

/**
 * What is known of each finding, for words in any language: JSON. `regimes` are those it is about, where not all of the
 * organisation's.
 */
export type FindingFacts = {
  /** `isIncomplete`: clauses are stated without the document that would make them suffice there. */
  "mechanism-cannot-apply": Stating & { regimes: Regime[]; on: IsoDate; isIncomplete: boolean };
  "dpf-outside-us": Framework & { vendor: string; country: string };
  "dpf-without-country": Framework & { vendor: string };
  /** Under `regimes` the verdict depends on where the legal entity is established. */
  "no-country": Named & { legalName: string; regimes: Regime[] };
  "dpf-unsettled": Framework & { place: string };
  "adequacy-absent": Named & { place: string; regimes: Regime[]; on: IsoDate };
  "derogation-without-note": Named & { under: readonly Regime[] };
  "dpf-covers-no-place": Framework;
  /** `listed` is what the organisation states for its list as a whole. */
  gap: Judged & { listed: Mechanism[] };
  /** `of`: of that date, only whether this mechanism covered this place is not recorded. */
  unknown: Named & {
    why: "no-location" | "law-not-recorded";
    regimes: Regime[];
    of?: { mechanism: Mechanism; place: string };
  };
  /** `place` is where the company is established. */
  "importer-outside": Named & { place: string; regimes: Regime[] };
  /** `afterwards` is what covers the place after that day, if anything. */
  expiring: Judged & { until: IsoDate; afterwards: Mechanism | null };
  derogation: Named & { under: readonly Regime[] };
  "addendum-without-scc": Stating;
  "scc-without-module": Named;
  /** `fitting` are the modules there are for who has this role. */
  "scc-module-does-not-fit": Named & { module: Module; role: Service["role"]; fitting: Module[] };
  "dpf-unchecked": Named & { checkedOn: IsoDate | null; isToCome: boolean };
  "no-legal-name": Named & { isCategory: boolean };
  /** `other` is the vendor with that `slug`. */
  "shared-legal-entity": Named & { legalName: string; other: string; slug: string };
  /** `isShared`: the owner links to the same page, and whose the domain is, is not known. */
  "foreign-link": Named & { link: LinkField; domain: string; owner: string; isShared?: true };
  /** What speaks for another country than is stated: the form or the name of the legal entity, or another vendor's document. */
  "country-contradicted": Named & {
    legalName: string;
    country: string;
    by: { form: string } | { place: string } | { place: string; other: string; slug: string };
  };
  "dpf-without-backup": Named & { regimes: Regime[] };
  "approval-not-linked": Stating;
  /** `grounds` are what is material in what a rectification says, in what nobody is told of, or in what waits for nobody. */
  "rectification-adds": Named & { grounds: Ground[] };
  "override-silences": Named & { grounds: Ground[] };
  "override-hastens": Named & { grounds: Ground[] };
  /** A certification that is over on the day it is judged for, or ends within the days that follow. */
  "certification-expired": CertifiedUntil;
  "certification-ends-soon": CertifiedUntil;
  "no-address": Named;
  "no-contact": Named;
  "no-dpa-link": Named;
  "no-data-category": Named;
  /** About no vendor: about what all are judged by. */
  "law-outdated": { edition: IsoDate };
  /** About no vendor: customers whose periods are so, some by name, and how many they are; of none, the organisation's own. */
  "holidays-not-entered": { customers: string[]; total: number };
};
