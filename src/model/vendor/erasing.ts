import { ERASED, type Eraser, erasedDeep } from "../values/erased.ts";
import { fieldsOf } from "./field-lookup.ts";
import { type Kind, SERVICE_FIELDS, VENDOR_FIELDS } from "./fields.ts";
import { type Contact, entityOf, type VendorDocument } from "./vendor-document.ts";

/** What is erased of a field, by what it holds: words that somebody wrote. Codes, keys, dates and links to pages stay. */
const ERASES: Record<Kind, "words" | "contact" | readonly string[] | null> = {
  text: "words",
  prose: "words",
  localized: "words",
  names: "words",
  contact: "contact",
  places: ["detail"],
  safeguards: ["note"],
  cookies: ["name", "purpose", "setBy"],
  certifications: ["name"],
  choice: null,
  flag: null,
  link: null,
  country: null,
  date: null,
  products: null,
  hostingRegions: null,
};

/** A vendor's document without a person. */
export function erasedFrom(document: VendorDocument, eraser: Eraser): VendorDocument {
  const read = (fields: Record<string, { holds: Kind }>, owner: object) =>
    Object.fromEntries(
      Object.entries(owner).map(([field, value]) => [
        field,
        value === null || field === "key" ? value : erased(fields[field]?.holds, value, eraser),
      ]),
    );
  const services = document.services.map((service) => read(SERVICE_FIELDS, service));
  return { ...read(VENDOR_FIELDS, document), services } as VendorDocument;
}

function erased(kind: Kind | undefined, value: unknown, eraser: Eraser): unknown {
  const what = kind === undefined ? null : ERASES[kind];
  if (what === "words") return erasedDeep(value, eraser);
  if (what === "contact") return erasedContact(value as Contact, eraser);
  if (what === null) return value;
  return (value as Record<string, unknown>[]).map((item) =>
    Object.fromEntries(
      Object.entries(item).map(([part, each]) => [part, what.includes(part) ? erasedDeep(each, eraser) : each]),
    ),
  );
}

/** Half an address would still be somebody's, or another's. */
const erasedContact = (contact: Contact, eraser: Eraser): Contact =>
  Object.fromEntries(
    fieldsOf(contact).map((part) => {
      const value = contact[part] ?? "";
      const isAddress = part === "email" || part === "phone" || part === "url";
      return [part, isAddress && eraser.isIn(value) ? ERASED : eraser.erase(value)];
    }),
  );

/** Whether a document has a value where people are named: in its contact, a name or a note. */
export function namesPerson(document: VendorDocument, eraser: Eraser): boolean {
  const { name, legalName, formerNames, contact, services } = document;
  const written = services.flatMap(({ name, note, safeguards, locations }) => [
    name,
    note,
    safeguards.map((each) => each.note),
    locations.map((each) => each.detail),
  ]);
  const said = { name, legalName, formerNames, contact, written };
  return JSON.stringify(erasedDeep(said, eraser)) !== JSON.stringify(said);
}

/** Whether a value is the vendor's own name, and no person's. */
export const isOwnName = ({ name, legalName, formerNames = [] }: VendorDocument, value: string): boolean =>
  [name, entityOf({ name, legalName }), ...formerNames].some((each) => folded(each) === folded(value));

const folded = (text: string): string => text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();

/** A document as it reads: addresses that were erased are none. */
export function withoutErased(document: VendorDocument): VendorDocument {
  if (!document.contact || !Object.values(document.contact).includes(ERASED)) return document;
  const left = fieldsOf(document.contact).filter(
    (part) => document.contact?.[part] !== ERASED || part === "name" || part === "position",
  );
  const contact = Object.fromEntries(left.map((part) => [part, document.contact?.[part]]));
  return { ...document, contact };
}
