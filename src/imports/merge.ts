import { canonicalJson } from "../model/values/hash.ts";
import { foldName, isSameText, LocalizedText, slugify } from "../model/values/text.ts";
import type { Service, VendorDocument, VendorInput } from "../model/vendor/vendor-document.ts";
import { namesIn } from "./meaning/split-names.ts";

/** A document that a file's was put into, and the keys that the file's services have there. */
export type Merged = { document: VendorDocument; keys: readonly string[] };

type Members = Readonly<Record<string, unknown>>;

/**
 * A listed vendor with what a file states of it: fields that the file is not about stay, and so does what a field holds
 * beyond what the file says (the city of a place, translations of a text). Services that the file does not have go.
 */
export function mergeStated(before: VendorDocument, file: VendorInput, stated: readonly string[]): Merged {
  const { slug: _, services: __, ...facts } = file;
  const vendor = fieldsMerged(before, facts, fieldsAt(stated, ""));
  const pairs = pairServices(before.services, file.services);
  const used = new Set(before.services.map(({ key }) => key));
  const services = file.services.map((service, at) => {
    const old = pairs[at];
    if (old) return fieldsMerged(old, service, fieldsAt(stated, `/services/${at}`)) as Service;
    const key = freeKey(service.key, used);
    used.add(key);
    return { ...service, key };
  });
  const order = new Map(before.services.map(({ key }, at) => [key, at]));
  const placeOf = ({ key }: Service) => order.get(key) ?? before.services.length;
  return {
    document: { ...vendor, services: services.toSorted((a, b) => placeOf(a) - placeOf(b)) } as VendorDocument,
    keys: services.map(({ key }) => key),
  };
}

/** The members of a document, or of one of its services, that a file is about: of `/contact/email` it is `contact`. */
function fieldsAt(stated: readonly string[], at: string): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  for (const pointer of stated) {
    if (!pointer.startsWith(`${at}/`)) continue;
    const [field = "", member] = pointer.slice(at.length + 1).split("/");
    if (field === "" || (at === "" && field === "services")) continue;
    const members = fields.get(field) ?? new Set();
    if (member !== undefined) members.add(member);
    fields.set(field, members);
  }
  return fields;
}

function fieldsMerged(before: Members, file: Members, stated: ReadonlyMap<string, ReadonlySet<string>>): Members {
  const merged: Record<string, unknown> = { ...before };
  for (const [field, members] of stated) {
    if (field === "key") continue;
    const value = merged[field] === undefined ? file[field] : valueMerged(field, merged[field], file[field], members);
    if (value === undefined) delete merged[field];
    else merged[field] = value;
  }
  return merged;
}

/** By which member the items of a list are the same, and what they have where they say no more than that. */
export const ITEMS: Readonly<Record<string, { by: string; usual: Members }>> = {
  locations: { by: "country", usual: { kind: "processing" } },
  safeguards: { by: "mechanism", usual: { regimes: [], backup: false } },
  certifications: { by: "name", usual: {} },
  cookies: { by: "name", usual: {} },
};

function valueMerged(field: string, before: unknown, file: unknown, members: ReadonlySet<string>): unknown {
  if (file === undefined) return undefined;
  if (Array.isArray(before) && Array.isArray(file)) {
    if (isSameNames(before, file)) return before;
    const items = ITEMS[field];
    return inOrderOf(before, items ? itemsMerged(before, file, items) : file);
  }
  if (field === "contact") return contactMerged(before as Members, file as Members, members);
  return isTranslated(before) && Object.values(before).some((text) => text === file) ? before : file;
}

/** Whether names would be read as a file has them, were they written into a cell: "a, b" is one name or two. */
const isSameNames = (before: readonly unknown[], file: readonly unknown[]): boolean =>
  before.every((each) => typeof each === "string") &&
  ["; ", "\n"].some((sign) => JSON.stringify(namesIn(before.join(sign)).names) === JSON.stringify(file));

/** Texts by language: where a file says one of them, the others stay. */
const isTranslated = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && LocalizedText.safeParse(value).success;

const contactMerged = (before: Members, file: Members, members: ReadonlySet<string>): Members =>
  members.size === 0 ? file : { ...before, ...Object.fromEntries([...members].map((name) => [name, file[name]])) };

/** Items of a list that say of the same thing no more than was said stay as they were. */
function itemsMerged(before: readonly Members[], file: readonly Members[], { by, usual }: (typeof ITEMS)[string]) {
  const nameOf = (item: Members) => foldName(String(item[by]));
  const old = Map.groupBy(before, nameOf);
  return [...Map.groupBy(file, nameOf)].flatMap(([name, items]): Members[] => {
    const known = old.get(name) ?? [];
    if (known.length === items.length)
      return items.map((item, at) => ({ ...known[at], ...beyond(item, usual), [by]: known[at]?.[by] ?? item[by] }));
    const isBare = items.every((item) => Object.keys(beyond(item, usual)).every((member) => member === by));
    return isBare && known.length > 0 ? known : items;
  });
}

/** What an item says beyond what holds without it. */
const beyond = (item: Members, usual: Members): Members =>
  Object.fromEntries(
    Object.entries(item).filter(
      ([name, value]) =>
        value !== undefined && (!(name in usual) || canonicalJson(value) !== canonicalJson(usual[name])),
    ),
  );

/** The former order, where the items are the same. */
function inOrderOf(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const sorted = (items: readonly unknown[]) =>
    items
      .map((each) => canonicalJson(each))
      .sort()
      .join();
  return sorted(before) === sorted(now) ? before : now;
}

type AnyService = VendorInput["services"][number];

const isSaid = <Value>(one: Value | undefined, other: Value | undefined, isSame: (a: Value, b: Value) => boolean) =>
  one !== undefined && other !== undefined && isSame(one, other);
const isSameName = (one: string, other: string) => foldName(one) === foldName(other);

/** By what two services are the same, one after the other. A key that follows from nothing says nothing. */
const SAME_SERVICE: readonly ((before: AnyService, file: AnyService) => boolean)[] = [
  (before, file) => before.key === file.key && (file.name !== undefined || file.key !== "main"),
  (before, file) => isSaid(before.name, file.name, isSameName),
  (before, file) => isSaid(before.purpose, file.purpose, isSameText),
  (before, file) => isSaid(before.category, file.category, isSameName),
];

/** The service that each of a file's is; or the one that is left where one is on both sides. */
function pairServices(before: readonly Service[], file: VendorInput["services"]): (Service | undefined)[] {
  const pairs: (Service | undefined)[] = file.map(() => undefined);
  const left = new Set(before);
  for (const isSame of SAME_SERVICE) {
    for (const [at, service] of file.entries()) {
      const [one, ...others] = pairs[at] ? [] : [...left].filter((each) => isSame(each, service));
      if (!one || others.length > 0) continue;
      pairs[at] = one;
      left.delete(one);
    }
  }
  const [last, ...others] = left;
  const [at, ...more] = pairs.flatMap((pair, index) => (pair ? [] : [index]));
  if (last && at !== undefined && others.length + more.length === 0) pairs[at] = last;
  return pairs;
}

function freeKey(key: string, used: ReadonlySet<string>): string {
  let free = key;
  for (let number = 2; used.has(free); number += 1) free = `${slugify(key).slice(0, 60)}-${number}`;
  return free;
}
