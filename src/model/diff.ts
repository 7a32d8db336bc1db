import { canonicalJson } from "./hash.ts";
import type { Service, VendorDocument } from "./vendor-document.ts";

/** One field that differs, by JSON pointer; services are named by their key. Absent is null. */
export type FieldChange = { path: string; before: unknown; after: unknown };

/** What differs between two versions of a vendor; null stands for "not listed". */
export function diff(before: VendorDocument | null, after: VendorDocument | null): FieldChange[] {
  if (!before || !after) return before === after ? [] : [{ path: "", before, after }];
  return [...fields("", facts(before), facts(after)), ...serviceChanges(before.services, after.services)];
}

function facts({ services: _, ...rest }: VendorDocument) {
  return rest;
}

function serviceChanges(before: Service[], after: Service[]): FieldChange[] {
  const keys = [...new Set([...before, ...after].map(({ key }) => key))];
  return keys.flatMap((key) => {
    const path = `/services/${key}`;
    const [old, now] = [before, after].map((services) => services.find((service) => service.key === key));
    return old && now ? fields(path, old, now) : [{ path, before: old ?? null, after: now ?? null }];
  });
}

function fields(path: string, before: object, after: object): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .map((name) => ({
      path: `${path}/${name}`,
      before: Reflect.get(before, name) ?? null,
      after: Reflect.get(after, name) ?? null,
    }))
    .filter((change) => canonicalJson(change.before) !== canonicalJson(change.after));
}
