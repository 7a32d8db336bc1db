import type { IsoDate } from "../values/dates.ts";
import type { LocalizedText } from "../values/text.ts";
import type {
  Certification,
  Contact,
  Cookie,
  Location,
  Safeguard,
  Service,
  VendorDocument,
} from "./vendor-document.ts";
import { anyPart, changed, editorial, gainsAndLosses, scope, type Weighs } from "./weighing.ts";
import {
  certificationExpiry,
  certified,
  cookieExpiry,
  cookieNames,
  cookieParties,
  cookiePurposes,
  said,
  sensitive,
  training,
} from "./weighing-contents.ts";
import { countries, uses } from "./weighing-places.ts";
import { cover, entity, firstCover, register } from "./weighing-rules.ts";

/** What a field can hold. Each kind is told in one way: on the page, in notices, in searches. */
export type Kinds = {
  text: string;
  prose: string;
  localized: LocalizedText;
  /** One of a few values, each with a word of its own. */
  choice: string;
  flag: boolean;
  /** The address of a page. */
  link: string;
  country: string;
  date: IsoDate;
  names: string[];
  products: string[];
  hostingRegions: string[];
  contact: Contact;
  places: Location[];
  safeguards: Safeguard[];
  cookies: Cookie[];
  certifications: Certification[];
};
export type Kind = keyof Kinds;

type Fitting<Value> = { [K in Kind]: [Value] extends [Kinds[K]] ? K : never }[Kind];
/** The kinds that fit a value: a few fixed values are a choice and nothing else, so that each has a word. */
type KindOf<Value> = [Value] extends [string]
  ? string extends Value
    ? Exclude<Fitting<Value>, "choice" | "localized">
    : "choice"
  : Fitting<Value>;

/**
 * Where an entry of the list shows what is stated of the vendor: as its title or tags, below these, or as a link. A
 * field of `who`, `links`, `what`, `remark` or `where` is shown by what it holds, any other by `page/register/service.tsx`.
 */
export type VendorPart = "title" | "tags" | "who" | "links";
/** Where it shows what is stated of the service; a field may also group the entries, or be their anchor. */
export type ServicePart = "anchor" | "group" | "title" | "tags" | "what" | "used" | "remark" | "where" | "details";

export type Shown<Part> = {
  page: Part;
  /**
   * Whether notices of a change have a row of it; `always`: of what is new, even where nothing is stated. A title has one
   * only where it changes; a key never changes.
   */
  notice: "row" | "always" | "title" | "never";
  /** Whether readers find an entry by words of it. */
  searched?: boolean;
};
type FieldSpec<Value, Owner, Part> = Shown<Part> & {
  holds: KindOf<NonNullable<Value>>;
  /** What goes without saying: left out where all there is to say of a vendor is listed. */
  usual?: Value;
  weighs: Weighs<Value, Owner>;
};
export type Fields<Owner, Part = VendorPart | ServicePart> = {
  [Field in keyof Owner]-?: FieldSpec<Owner[Field], Owner, Part>;
};

/** What a difference in one part of a list's items weighs. A part without an entry does not compile. */
export type Parts<Item> = { [Part in keyof Item]-?: Weighs<Item[], never> };

/** What is stated of a vendor itself. */
export type VendorFacts = Omit<VendorDocument, "services">;

export const LOCATION_PARTS = {
  country: countries,
  kind: uses,
  detail: editorial,
  hostingRegions: countries,
  products: countries,
} as const satisfies Parts<Location>;

export const SAFEGUARD_PARTS = {
  mechanism: cover,
  module: cover,
  regimes: cover,
  countries: cover,
  backup: firstCover,
  certified: cover,
  checkedOn: editorial,
  url: editorial,
  note: editorial,
} as const satisfies Parts<Safeguard>;

export const COOKIE_PARTS = {
  name: cookieNames,
  purpose: cookiePurposes,
  expires: cookieExpiry,
  setBy: cookieParties,
} as const satisfies Parts<Cookie>;

export const CERTIFICATION_PARTS = {
  name: certified,
  validUntil: certificationExpiry,
  url: editorial,
} as const satisfies Parts<Certification>;

/** In the order in which they are written; any difference in them is editorial. */
export const CONTACT_PARTS = {
  name: "text",
  position: "text",
  email: "email",
  phone: "phone",
  url: "link",
} as const satisfies Record<keyof Contact, "text" | "email" | "phone" | "link">;

const LINK = { holds: "link", page: "links", notice: "row", weighs: editorial } as const;

/**
 * Every field of a vendor, in the order in which it is told. A field without an entry does not compile, nor one without
 * a word in each language (`words/en/terms.ts`). The published file holds them all.
 */
export const VENDOR_FIELDS = {
  name: { holds: "text", page: "title", notice: "title", searched: true, weighs: entity },
  legalName: { holds: "text", page: "title", notice: "row", searched: true, weighs: entity },
  formerNames: { holds: "names", page: "who", notice: "row", searched: true, weighs: editorial },
  registrationNumber: { holds: "text", page: "who", notice: "row", searched: true, weighs: register },
  identity: {
    holds: "choice",
    page: "tags",
    notice: "row",
    usual: "named",
    weighs: changed(() => ({ code: "identity-changed" })),
  },
  relationship: {
    holds: "choice",
    page: "tags",
    notice: "row",
    usual: "third-party",
    weighs: changed(() => ({ code: "relationship-changed" })),
  },
  country: {
    holds: "country",
    page: "who",
    notice: "row",
    searched: true,
    weighs: changed((place) => (place ? { code: "country-changed", place } : { code: "country-not-stated" })),
  },
  address: { holds: "prose", page: "who", notice: "row", weighs: editorial },
  contact: { holds: "contact", page: "who", notice: "row", weighs: editorial },
  contractSignedOn: { holds: "date", page: "who", notice: "row", weighs: editorial },
  certifications: {
    holds: "certifications",
    page: "who",
    notice: "row",
    searched: true,
    weighs: anyPart(CERTIFICATION_PARTS),
  },
  website: LINK,
  privacyPolicyUrl: LINK,
  cookiePolicyUrl: LINK,
  dpaUrl: LINK,
  optOutUrl: LINK,
  subprocessorsUrl: LINK,
} as const satisfies Fields<VendorFacts, VendorPart>;

/** Every field of a service, in the order in which readers of a notice ask: what for, whose data, where, under what cover. */
export const SERVICE_FIELDS = {
  key: { holds: "text", page: "anchor", notice: "never", weighs: editorial },
  name: { holds: "text", page: "title", notice: "title", searched: true, weighs: editorial },
  purpose: { holds: "localized", page: "what", notice: "always", searched: true, weighs: said("purpose") },
  nature: { holds: "localized", page: "what", notice: "row", searched: true, weighs: said("nature") },
  dataCategories: {
    holds: "names",
    page: "what",
    notice: "always",
    searched: true,
    weighs: gainsAndLosses("data-category"),
  },
  sensitiveData: { holds: "flag", page: "what", notice: "row", usual: false, weighs: sensitive },
  dataSubjects: {
    holds: "names",
    page: "what",
    notice: "always",
    searched: true,
    weighs: gainsAndLosses("data-subjects"),
  },
  usedForTraining: { holds: "choice", page: "what", notice: "row", weighs: training },
  locations: { holds: "places", page: "where", notice: "always", searched: true, weighs: anyPart(LOCATION_PARTS) },
  safeguards: {
    holds: "safeguards",
    page: "where",
    notice: "always",
    searched: true,
    weighs: anyPart(SAFEGUARD_PARTS),
  },
  products: { holds: "products", page: "used", notice: "row", weighs: scope("products") },
  hostingRegions: { holds: "hostingRegions", page: "used", notice: "row", weighs: scope("hostingRegions") },
  optional: {
    holds: "flag",
    page: "used",
    notice: "row",
    usual: false,
    weighs: changed((optional) => ({ code: optional ? "now-optional" : "no-longer-optional" })),
  },
  retention: {
    holds: "localized",
    page: "what",
    notice: "row",
    weighs: changed(() => ({ code: "retention-changed" })),
  },
  legalBasis: { holds: "localized", page: "what", notice: "row", searched: true, weighs: said("legalBasis") },
  cookies: { holds: "cookies", page: "details", notice: "row", weighs: anyPart(COOKIE_PARTS) },
  category: { holds: "text", page: "group", notice: "row", searched: true, weighs: said("category") },
  role: { holds: "choice", page: "tags", notice: "row", weighs: changed((role) => ({ code: "role-changed", role })) },
  note: { holds: "localized", page: "remark", notice: "row", searched: true, weighs: editorial },
} as const satisfies Fields<Service, ServicePart>;

export type VendorField = keyof typeof VENDOR_FIELDS;
export type ServiceField = keyof typeof SERVICE_FIELDS;
export type FieldName = VendorField | ServiceField;

export type Holding<Table, K extends Kind> = {
  [Field in keyof Table]: Table[Field] extends { holds: K } ? Field : never;
}[keyof Table];

/** The values of every field that holds one of a few. */
export type Choices = Pick<VendorDocument, Holding<typeof VENDOR_FIELDS, "choice">> &
  Pick<Service, Holding<typeof SERVICE_FIELDS, "choice">>;
