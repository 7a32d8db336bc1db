import {
  type Fields,
  fieldsOf,
  SERVICE_FIELDS,
  type ServiceField,
  VENDOR_FIELDS,
  type VendorFacts,
  type VendorField,
} from "./fields.ts";
import { canonicalJson } from "./hash.ts";
import type { Service, VendorDocument } from "./vendor-document.ts";

/** One field that differs, by JSON pointer; services are named by their key. Absent is null. */
export type FieldChange = { path: string; before: unknown; after: unknown };

/** What differs between two versions of a vendor, in the order of the fields' table; null stands for "not listed". */
export function diff(before: VendorDocument | null, after: VendorDocument | null): FieldChange[] {
  if (!before || !after) return before === after ? [] : [{ path: "", before, after }];
  return [
    ...changes<VendorFacts>("", VENDOR_FIELDS, before, after),
    ...serviceChanges(before.services, after.services),
  ];
}

/** The field a path of a change is about: of the vendor, of one of its services, or that service as a whole. */
export type FieldAt =
  | { service: null; field: VendorField }
  | { service: string; field: ServiceField }
  | { service: string; field: null };

export function fieldAt(path: string): FieldAt {
  const [, service, field] = /^\/services\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  if (service === undefined) return { service: null, field: path.slice(1) as VendorField };
  return field === undefined ? { service, field: null } : { service, field: field as ServiceField };
}

function serviceChanges(before: Service[], after: Service[]): FieldChange[] {
  const keys = [...new Set([...before, ...after].map(({ key }) => key))];
  return keys.flatMap((key) => {
    const path = `/services/${key}`;
    const [old, now] = [before, after].map((services) => services.find((service) => service.key === key));
    return old && now ? changes(path, SERVICE_FIELDS, old, now) : [{ path, before: old ?? null, after: now ?? null }];
  });
}

function changes<Owner extends object>(
  path: string,
  fields: Fields<Owner>,
  before: Owner,
  after: Owner,
): FieldChange[] {
  return differing(fields, before, after).map((field) => ({
    path: `${path}/${field}`,
    before: before[field] ?? null,
    after: after[field] ?? null,
  }));
}

/** The fields of a table in which two vendors, or two services, differ. */
export function differing<Owner extends object>(fields: Fields<Owner>, before: Owner, after: Owner) {
  return fieldsOf(fields).filter(
    (field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null),
  );
}
