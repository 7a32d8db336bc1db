import { z } from "@hono/zod-openapi";
import type { Organisation } from "../organisation-document.ts";
import { explained } from "../values/explained.ts";
import { Refusal, refuseField } from "../values/refusal.ts";
import { Key } from "../values/text.ts";
import type { Whole } from "../vendor/reach.ts";
import type { VendorDocument } from "../vendor/vendor-document.ts";
import type { RecordedChange } from "./change-set.ts";

/** What keys of the organisation's products and hosting regions were called, each beside the present one. */
export type Renamed = { field: KeyField; from: string; to: string }[];

const KeyField = explained({ products: "of a product", hostingRegions: "of a hosting region" });
type KeyField = z.infer<typeof KeyField>;

/** Another key for a product or hosting region that stays the same. */
export const KeyRename = z
  .strictObject({
    field: KeyField,
    from: Key.describe("The key it has."),
    to: Key.describe("The key it is to have: no other's, present or former."),
  })
  .describe("Another key for a product or hosting region that stays the same.")
  .openapi("KeyRename");
export type KeyRename = z.infer<typeof KeyRename>;

/**
 * The organisation with a key renamed, and what is then known of former keys. Refuses (invalid-request) a key that it
 * does not have, and one that is another's or was.
 */
export function renameKey(organisation: Organisation, renamed: Renamed, { field, from, to }: KeyRename) {
  const isHere = (key: string) => organisation[field].some((each) => each.key === key);
  if (!isHere(from)) throw refuseField("invalid-request", "/from", "is not a key that the organisation has");
  const former = renamed.filter((each) => each.field === field);
  // Back to its former key is no other's.
  const isAnothers = former.some((each) => each.from === to && each.to !== from);
  if (isHere(to) || isAnothers) throw refuseField("invalid-request", "/to", `"${to}" is another's, or was`);
  const items = organisation[field].map((each) => (each.key === from ? { ...each, key: to } : each));
  const others = renamed.filter((each) => each.field !== field);
  const known = [...former.map((each) => (each.to === from ? { ...each, to } : each)), { field, from, to }];
  return {
    organisation: { ...organisation, [field]: items },
    renamed: [...others, ...known.filter((each) => each.from !== to)],
  };
}

/** Refuses (invalid-request) an organisation that has a former key again: what is recorded under it is another's. */
export function refuseFormerKeys(organisation: Organisation, renamed: Renamed): void {
  const errors = renamed.flatMap(({ field, from, to }) =>
    organisation[field].flatMap(({ key }, index) =>
      key === from ? [{ pointer: `/${field}/${index}/key`, detail: `"${from}" is what "${to}" was called` }] : [],
    ),
  );
  if (errors.length > 0) throw new Refusal("invalid-request", "A key is a former one of another.", { errors });
}

/** A recorded change as it reads with the present keys: what is recorded is never rewritten. */
export function withPresentKeys<
  Change extends Pick<RecordedChange, "before" | "after"> & Partial<Pick<RecordedChange, "weightGrounds">>,
>(change: Change, renamed: Renamed): Change {
  if (renamed.length === 0) return change;
  const read = (document: VendorDocument | null) =>
    document && { ...document, services: document.services.map(present) };
  const present = (service: VendorDocument["services"][number]) => ({
    ...service,
    products: presentKeys("products", service.products, renamed),
    hostingRegions: presentKeys("hostingRegions", service.hostingRegions, renamed),
    locations: service.locations.map((place) => ({
      ...place,
      ...(place.products && { products: presentKeys("products", place.products, renamed) }),
      ...(place.hostingRegions && { hostingRegions: presentKeys("hostingRegions", place.hostingRegions, renamed) }),
    })),
  });
  const whom = ({ products, hostingRegions }: Whole): Whole => ({
    products: presentKeys("products", products, renamed),
    hostingRegions: presentKeys("hostingRegions", hostingRegions, renamed),
  });
  return {
    ...change,
    before: read(change.before),
    after: read(change.after),
    ...(change.weightGrounds && {
      weightGrounds: change.weightGrounds.map((each) => (each.only ? { ...each, only: each.only.map(whom) } : each)),
    }),
  };
}

/** The same of an organisation as it was. */
export const organisationWithPresentKeys = (organisation: Organisation, renamed: Renamed): Organisation => {
  const read = (field: KeyField) =>
    organisation[field].map((each) => ({ ...each, key: presentKeys(field, [each.key], renamed)[0] ?? each.key }));
  return { ...organisation, products: read("products"), hostingRegions: read("hostingRegions") };
};

const presentKeys = (field: KeyField, keys: string[], renamed: Renamed): string[] =>
  keys.map((key) => renamed.find((each) => each.field === field && each.from === key)?.to ?? key);
