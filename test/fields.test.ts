import { describe, expect, test } from "vitest";
import { listOn } from "../src/model/change/history.ts";
import { HttpUrl, LOCALES, type Locale } from "../src/model/values/text.ts";
import { fieldsOf, LINK_FIELDS } from "../src/model/vendor/field-lookup.ts";
import {
  CERTIFICATION_PARTS,
  type Choices,
  CONTACT_PARTS,
  COOKIE_PARTS,
  type FieldName,
  type Fields,
  LOCATION_PARTS,
  type Parts,
  SAFEGUARD_PARTS,
  SERVICE_FIELDS,
  type ServiceField,
  type ServicePart,
  VENDOR_FIELDS,
  type VendorFacts,
  type VendorField,
  type VendorPart,
} from "../src/model/vendor/fields.ts";
import type { GroundCode, Weight } from "../src/model/vendor/grounds.ts";
import {
  Certification,
  Contact,
  Cookie,
  Location,
  Safeguard,
  Service,
  VendorDocument,
  VendorInput,
} from "../src/model/vendor/vendor-document.ts";
import { weigh } from "../src/model/vendor/weight.ts";
import { announcementMail } from "../src/notify/mail/letters/announcement.ts";
import { describeChange } from "../src/page/describe/change.ts";
import { judgingOf } from "../src/page/describe/transfers.ts";
import { describeValue } from "../src/page/describe/value.ts";
import { matching } from "../src/page/register/filters.ts";
import { servicesOf } from "../src/page/register/listed.ts";
import { renderRegistry } from "../src/page/register/registry.tsx";
import { grounds as englishGrounds } from "../src/words/en/grounds.ts";
import { terms as english } from "../src/words/en/terms.ts";
import { grounds as frenchGrounds } from "../src/words/fr/grounds.ts";
import { terms as french } from "../src/words/fr/terms.ts";
import { wordsFor } from "../src/words/index.ts";
import { about, change, changeSet } from "./mail/fixtures.ts";
import { fileOf, publish } from "./page/published.ts";

/** A field alone before and after, and how much that concerns customers. */
type Sample<Value> = { before?: Value; after: Value; weight: Weight };
type Samples<Owner> = { [Field in keyof Owner]-?: Sample<Exclude<Owner[Field], undefined>> };

const VENDORS: Samples<VendorFacts> = {
  name: { before: "Harbor", after: "Harbour", weight: "material" },
  legalName: { before: "Harbor Ltd", after: "Mill SARL", weight: "material" },
  formerNames: { after: ["Harbor Chat GmbH"], weight: "editorial" },
  registrationNumber: { before: "HRB 1234", after: "HRB 5678", weight: "material" },
  identity: { before: "named", after: "category", weight: "material" },
  relationship: { before: "third-party", after: "affiliate", weight: "informative" },
  country: { before: "FR", after: "US", weight: "material" },
  address: { before: "1 Quay Street", after: "2 Mill Lane", weight: "editorial" },
  contact: { before: { email: "a@harbor.example" }, after: { email: "b@harbor.example" }, weight: "editorial" },
  contractSignedOn: { after: "2025-02-01", weight: "editorial" },
  certifications: { after: [{ name: "ISO/IEC 27001" }], weight: "informative" },
  website: { after: "https://harbor.example", weight: "editorial" },
  privacyPolicyUrl: { after: "https://harbor.example/privacy", weight: "editorial" },
  cookiePolicyUrl: { after: "https://harbor.example/cookies", weight: "editorial" },
  dpaUrl: { after: "https://harbor.example/dpa", weight: "editorial" },
  optOutUrl: { after: "https://harbor.example/opt-out", weight: "editorial" },
  subprocessorsUrl: { after: "https://harbor.example/list", weight: "editorial" },
};

const place: Location = { country: "FR", kind: "processing" };
const clauses: Safeguard = { mechanism: "scc", module: 3, regimes: ["eu"], backup: false };

// That a service's key changes is no change of a field: under another key it is another service.
const SERVICES: Samples<Omit<Service, "key">> = {
  name: { before: "Chat", after: "Tchat", weight: "editorial" },
  role: { before: "subprocessor", after: "recipient", weight: "material" },
  category: { before: "Support", after: "Marketing", weight: "material" },
  purpose: { before: "Sends mails", after: "Hosts the database", weight: "material" },
  nature: { before: "Storage", after: "Storage and analysis", weight: "material" },
  legalBasis: { before: "Contract", after: "Consent", weight: "material" },
  dataCategories: { before: ["Names"], after: ["Names", "Addresses"], weight: "material" },
  dataSubjects: { before: ["Users"], after: ["Users", "Children"], weight: "material" },
  sensitiveData: { before: false, after: true, weight: "material" },
  usedForTraining: { before: "never", after: "with-consent", weight: "material" },
  locations: { before: [place], after: [{ ...place, country: "US" }], weight: "material" },
  safeguards: { before: [clauses], after: [{ ...clauses, mechanism: "bcr" }], weight: "material" },
  retention: { before: "A year", after: "Two years", weight: "informative" },
  products: { before: ["app"], after: ["app", "shop"], weight: "material" },
  hostingRegions: { before: ["eu-1"], after: ["eu-1", "us-1"], weight: "material" },
  optional: { before: true, after: false, weight: "material" },
  cookies: { before: [], after: [{ name: "visits" }], weight: "material" },
  note: { before: "Since May", after: "Since June", weight: "editorial" },
};

const LOCATIONS: Samples<Location> = {
  country: { before: "FR", after: "US", weight: "material" },
  kind: { before: "processing", after: "storage", weight: "informative" },
  detail: { after: "in Lyon", weight: "editorial" },
  hostingRegions: { before: ["eu-1"], after: ["eu-1", "us-1"], weight: "material" },
  products: { before: ["app"], after: ["app", "shop"], weight: "material" },
};
const SAFEGUARDS: Samples<Safeguard> = {
  mechanism: { before: "scc", after: "bcr", weight: "material" },
  module: { before: 2, after: 3, weight: "material" },
  certified: { before: "Harbor, Inc.", after: "Harbor Holdings, Inc.", weight: "material" },
  regimes: { before: ["eu", "uk"], after: ["eu"], weight: "material" },
  countries: { before: ["US", "IN"], after: ["US"], weight: "material" },
  backup: { before: false, after: true, weight: "material" },
  checkedOn: { after: "2026-10-01", weight: "editorial" },
  url: { after: "https://harbor.example/clauses", weight: "editorial" },
  note: { after: "Signed", weight: "editorial" },
};
const COOKIES: Samples<Cookie> = {
  name: { before: "visits", after: "visitors", weight: "material" },
  purpose: { before: "Counts", after: "Follows", weight: "material" },
  expires: { before: "30 days", after: "60 days", weight: "informative" },
  setBy: { before: ["Harbor"], after: ["Harbor", "Mill"], weight: "material" },
};
const CERTIFICATIONS: Samples<Certification> = {
  name: { before: "ISO/IEC 27001", after: "SOC 2", weight: "informative" },
  validUntil: { before: "2027-05-01", after: "2028-05-01", weight: "editorial" },
  url: { after: "https://harbor.example/iso", weight: "editorial" },
};
const CONTACTS: Samples<Contact> = {
  name: { after: "Desk", weight: "editorial" },
  position: { after: "Data protection officer", weight: "editorial" },
  email: { after: "a@harbor.example", weight: "editorial" },
  phone: { after: "+33 1 23", weight: "editorial" },
  url: { after: "https://harbor.example/contact", weight: "editorial" },
};

type Case = { field: FieldName; path: string; weight: Weight; before: VendorDocument; after: VendorDocument };

function stored(vendor: object, service: object): VendorDocument {
  const { slug: _, ...document } = VendorInput.parse({
    name: "Harbor",
    services: [{ key: "chat", ...service }],
    ...vendor,
  });
  return document;
}
const ofVendor = (field: VendorField, { before, after, weight }: Sample<unknown>): Case => ({
  ...{ field, path: `/${field}`, weight },
  before: stored(before === undefined ? {} : { [field]: before }, {}),
  after: stored({ [field]: after }, {}),
});
const ofService = (field: ServiceField, { before, after, weight }: Sample<unknown>): Case => ({
  ...{ field, path: `/services/chat/${field}`, weight },
  before: stored({}, before === undefined ? {} : { [field]: before }),
  after: stored({}, { [field]: after }),
});
/** A sample of a part, as one of the item that has it. */
const inItem = (item: object, part: string, { before, after, weight }: Sample<unknown>): Sample<object> => ({
  before: before === undefined ? item : { ...item, [part]: before },
  after: { ...item, [part]: after },
  weight,
});
const parts = (samples: object, item: object) =>
  Object.entries(samples).map(([part, sample]) => ({ part, sample: inItem(item, part, sample) }));
/** Only of the framework is anybody certified. */
const SAFEGUARD_SAMPLES = (({ certified, ...others }) => [
  ...parts(others, clauses),
  ...parts({ certified }, { mechanism: "dpf" }),
])(SAFEGUARDS);
const asList = ({ before, after, weight }: Sample<object>) => ({ before: [before], after: [after], weight });

const FIELDS: [string, Case][] = [
  ...Object.entries(VENDORS).map(([field, sample]) => ofVendor(field as VendorField, sample)),
  ...Object.entries(SERVICES).map(([field, sample]) => ofService(field as ServiceField, sample)),
].map((each) => [each.path.replace("/services/chat", "service"), each]);

const PARTS: [string, Case][] = [
  ...parts(CONTACTS, {}).map(({ part, sample }) => [`contact: ${part}`, ofVendor("contact", sample)] as const),
  ...parts(CERTIFICATIONS, { name: "ISO/IEC 27001" }).map(
    ({ part, sample }) => [`certification: ${part}`, ofVendor("certifications", asList(sample))] as const,
  ),
  ...parts(LOCATIONS, place).map(
    ({ part, sample }) => [`place: ${part}`, ofService("locations", asList(sample))] as const,
  ),
  ...SAFEGUARD_SAMPLES.map(
    ({ part, sample }) => [`safeguard: ${part}`, ofService("safeguards", asList(sample))] as const,
  ),
  ...parts(COOKIES, { name: "visits" }).map(
    ({ part, sample }) => [`cookie: ${part}`, ofService("cookies", asList(sample))] as const,
  ),
].map(([name, each]) => [name, each]);

/** The list as the page shows it, but for what covers the transfers: many fields change that as well. */
function listOf(document: VendorDocument, locale: Locale): string {
  const view = { today: "2026-11-21", at: null, filters: {}, locale, publicUrl: "https://list.example" };
  const [, list = ""] = renderRegistry({ ...view, register: inForce(document) }).split('<section id="list"');
  const transfers = new RegExp(`<dt>${wordsFor(locale).terms.fields.transfers}</dt>.*?</dd>`, "g");
  return list.slice(0, list.indexOf("</section>")).replace(transfers, "");
}

const inForce = (document: VendorDocument) => publish().baseline([document], "2026-01-01").register();

describe("no field is silent", () => {
  test.each([...FIELDS, ...PARTS])("%s is in the diff, alone", (_, { path, before, after }) => {
    expect(change(before, after).diff.map((each) => each.path)).toEqual([path]);
  });

  test.each([...FIELDS, ...PARTS])("%s has its weight", (_, { weight, before, after }) => {
    expect(weigh(before, after).weight).toBe(weight);
  });

  test.each([...FIELDS, ...PARTS])("%s is told in every language, by its name there", (_, { field, before, after }) => {
    for (const locale of LOCALES) {
      const { rows } = describeChange(change(before, after), locale);
      expect(rows.map(({ label }) => label)).toEqual([wordsFor(locale).terms.fields[field]]);
      expect(rows[0]?.before).not.toEqual(rows[0]?.after);
    }
  });

  test.each(FIELDS)("%s is in the notice, in every language", (_, { field, before, after }) => {
    for (const locale of LOCALES) {
      const set = changeSet({ changes: [change(before, after)] });
      const { text, html } = announcementMail(about(set, locale));
      const label = wordsFor(locale).terms.fields[field];
      expect(text).toContain(`- ${label}`);
      expect(html).toContain(label);
    }
  });

  test.each([...FIELDS, ...PARTS])("%s is on the page, in every language", (_, { before, after }) => {
    for (const locale of LOCALES) {
      expect(listOf(before, locale)).toContain("Harbor");
      expect(listOf(after, locale)).not.toBe(listOf(before, locale));
    }
  });

  test.each([...FIELDS, ...PARTS])("%s is in the published file", (_, { before, after }) => {
    const [was, is] = [before, after].map((document) => fileOf(inForce(document), "2026-11-21").vendors);
    expect(is).not.toEqual(was);
  });
});

describe("the tables", () => {
  const keysOf = (object: object) => Object.keys(object).sort();

  test("have an entry for each field and part of the schema, and none besides", () => {
    const { services: _, ...vendor } = VendorDocument.shape;
    expect(keysOf(VENDOR_FIELDS)).toEqual(keysOf(vendor));
    expect(keysOf(SERVICE_FIELDS)).toEqual(keysOf(Service.shape));
    expect(keysOf(LOCATION_PARTS)).toEqual(keysOf(Location.shape));
    expect(keysOf(SAFEGUARD_PARTS)).toEqual(keysOf(Safeguard.shape));
    expect(keysOf(COOKIE_PARTS)).toEqual(keysOf(Cookie.shape));
    expect(keysOf(CERTIFICATION_PARTS)).toEqual(keysOf(Certification.shape));
    expect(keysOf(CONTACT_PARTS)).toEqual(keysOf(Contact.shape));
  });

  test("leave only a service's key out of notices: under another key it is another service", () => {
    const tables = [VENDOR_FIELDS, SERVICE_FIELDS] as Record<string, { notice: string }>[];
    const left = tables.flatMap((table) => Object.entries(table).filter(([, { notice }]) => notice === "never"));
    expect(left.map(([field]) => field)).toEqual(["key"]);
  });

  test("mean the same by a name that vendors and services share", () => {
    const services: Record<string, { holds: string }> = SERVICE_FIELDS;
    for (const field of fieldsOf(VENDOR_FIELDS))
      expect(services[field]?.holds ?? VENDOR_FIELDS[field].holds).toBe(VENDOR_FIELDS[field].holds);
  });

  test("say which fields are links: those that the schema takes as addresses of pages", () => {
    const schemas = Object.entries<{ _zod: { def: object } }>(VendorDocument.shape);
    const links = schemas.filter(([, { _zod }]) => "innerType" in _zod.def && _zod.def.innerType === HttpUrl);
    expect(LINK_FIELDS).toEqual(links.map(([field]) => field));
  });

  test.each(FIELDS)("say whether %s is searched", (_, { field, before, after }) => {
    const searched = "searched" in { ...VENDOR_FIELDS, ...SERVICE_FIELDS }[field];
    const value = change(before, after).diff[0]?.after;
    const [line = ""] = describeValue(field, value, "en");
    expect(line).not.toBe("");
    const register = inForce(after);
    const services = servicesOf(listOn(register.history, "2026-11-21"));
    expect(matching(services, { q: line }, judgingOf(register, "2026-11-21"), "en")).toHaveLength(searched ? 1 : 0);
  });
});

/** A document with a field, or an item with a part, that its table has no entry for. */
type With<Owner> = Owner & { nicknames: string[] };
type NewName = FieldName | "nicknames";

// That these do not compile is the proof: without an error in the line below it, an expected error is one itself.
export const INCOMPLETE = [
  // @ts-expect-error a field of a vendor without an entry
  VENDOR_FIELDS satisfies Fields<With<VendorFacts>, VendorPart>,
  // @ts-expect-error a field of a service without an entry
  SERVICE_FIELDS satisfies Fields<With<Service>, ServicePart>,
  // @ts-expect-error a part of a place without an entry
  LOCATION_PARTS satisfies Parts<With<Location>>,
  // @ts-expect-error a part of a safeguard without an entry
  SAFEGUARD_PARTS satisfies Parts<With<Safeguard>>,
  // @ts-expect-error a part of a cookie without an entry
  COOKIE_PARTS satisfies Parts<With<Cookie>>,
  // @ts-expect-error a part of a certification without an entry
  CERTIFICATION_PARTS satisfies Parts<With<Certification>>,
  // @ts-expect-error a part of a contact without an entry
  CONTACT_PARTS satisfies Record<keyof With<Contact>, string>,
  // @ts-expect-error a field without a word in English
  english.fields satisfies Record<NewName, string>,
  // @ts-expect-error a field without a word in French
  french.fields satisfies Record<NewName, string>,
  // @ts-expect-error a ground of a weight without a word in English
  englishGrounds satisfies Record<GroundCode | "moved", unknown>,
  // @ts-expect-error a ground of a weight without a word in French
  frenchGrounds satisfies Record<GroundCode | "moved", unknown>,
  // @ts-expect-error a choice without a word
  english.choices.role satisfies Record<Choices["role"] | "joint-controller", string>,
  // @ts-expect-error a value that no kind fits
  { holds: "text", page: "who", notice: "row", weighs: () => [] } satisfies Fields<{ since: number }>["since"],
  // @ts-expect-error a choice that would be shown without a word of its own
  { holds: "text", page: "who", notice: "row", weighs: () => [] } satisfies Fields<{ size: "s" | "l" }>["size"],
];
