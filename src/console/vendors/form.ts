import type { ConsoleLocale } from "../../model/values/text.ts";
import { fieldsOf } from "../../model/vendor/field-lookup.ts";
import { CONTACT_PARTS, SERVICE_FIELDS, VENDOR_FIELDS } from "../../model/vendor/fields.ts";
import { type Service, VendorInput } from "../../model/vendor/vendor-document.ts";
import { wordsFor } from "../../words/index.ts";
import type { DocumentForm, Labels } from "../kit/form-state.ts";
import { vendorTyped } from "./read.ts";

/** A vendor's form; beside the vendor it says where it is saved, and of a rectification what was wrong. */
export const VENDOR_FORM: DocumentForm<VendorInput> = {
  labels,
  schema: VendorInput,
  // What is absent has no field at all, as in a document that came as JSON.
  read: (typed) => JSON.parse(JSON.stringify(vendorTyped(typed))),
  shown: ({ services, ...vendor }) => ({
    ...vendor,
    services: services.map(({ locations, sensitiveData, ...service }) => ({
      ...service,
      sensitiveData: sensitiveData === undefined ? undefined : sensitiveData ? "yes" : "no",
      // What a place is for goes without saying where it is that.
      locations: locations.map(({ kind, ...each }) => ({ ...each, kind: kind === "processing" ? undefined : kind })),
    })),
  }),
  beside: ["draft", "from", "rectification", "unlisted"],
};

/** Fields are called as readers of the list know them. */
function labels(locale: ConsoleLocale): Labels {
  const { terms, screens } = wordsFor(locale);
  const of = (names: readonly (keyof typeof terms.fields)[], under: string) =>
    Object.fromEntries(names.map((name) => [`${under}${name}`, terms.fields[name]]));
  const parts = Object.entries(screens.organisation.fields).filter(([name]) =>
    /^(locations|safeguards|cookies)\./.test(name),
  );
  return {
    ...of(fieldsOf(VENDOR_FIELDS), ""),
    ...of(fieldsOf(SERVICE_FIELDS), "services."),
    ...Object.fromEntries(parts.map(([name, label]) => [`services.${name}`, label])),
    ...screens.vendors.form.labels,
  };
}

/** A document as a JSON merge patch (RFC 7396) that makes any other version it: what it does not state is taken away. */
export function patchTo({ slug: _, ...document }: VendorInput): Record<string, unknown> {
  const none = (fields: object) => Object.fromEntries(Object.keys(fields).map((field) => [field, null]));
  const contact = document.contact ? { ...none(CONTACT_PARTS), ...document.contact } : null;
  return { ...none(VENDOR_FIELDS), ...document, contact };
}

/** A vendor of which nothing is said yet. */
export const NO_VENDOR: VendorInput = { name: "", identity: "named", relationship: "third-party", services: [] };

/** A service of which nothing is said yet, to be named by its name. */
const NO_SERVICE: Service = {
  key: "",
  role: "subprocessor",
  dataCategories: [],
  dataSubjects: [],
  locations: [],
  safeguards: [],
  products: [],
  hostingRegions: [],
  optional: false,
  cookies: [],
};

/** What a form of a new vendor begins with: what is known of it, and of its service. */
export const vendorBeginning = (facts: Partial<VendorInput>, service: Partial<Service> | null): VendorInput => ({
  ...NO_VENDOR,
  ...facts,
  services: service ? [{ ...NO_SERVICE, ...service }] : [],
});
