import { z } from "@hono/zod-openapi";
import { canonicalJson } from "../values/hash.ts";
import { fieldsOf } from "./field-lookup.ts";
import { type FieldName, type Fields, SERVICE_FIELDS, VENDOR_FIELDS, type VendorFacts } from "./fields.ts";
import type { Service, VendorDocument } from "./vendor-document.ts";

/** One field that differs, by JSON pointer; services are named by their key. Absent is null. */
export const FieldChange = z.object({
  path: z.string().describe("JSON Pointer; services are named by their key."),
  before: z.unknown().describe("As it was; null: absent."),
  after: z.unknown().describe("As it is to be; null: absent."),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** What differs between two versions of a vendor, in the order of the fields' table; null stands for "not listed". */
export function diff(before: VendorDocument | null, after: VendorDocument | null): FieldChange[] {
  if (!before || !after) return before === after ? [] : [{ path: "", before, after }];
  return [
    ...changes<VendorFacts>("", VENDOR_FIELDS, before, after),
    ...serviceChanges(before.services, after.services),
  ];
}

/** What a path of a change is about: a field of the vendor, or of the service with this key, or all of that service. */
export function fieldAt(path: string): { service: string | null; field: FieldName | null } {
  const [, service, field] = /^\/services\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
  if (service === undefined) return { service: null, field: path.slice(1) as FieldName };
  return { service, field: field === undefined ? null : (field as FieldName) };
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
    (field) => canonicalJson(stated(before[field])) !== canonicalJson(stated(after[field])),
  );
}

/** An empty list states nothing, as if it were absent. */
const stated = (value: unknown): unknown => (Array.isArray(value) && value.length === 0 ? null : (value ?? null));
