import { fieldErrors } from "../model/values/field-errors.ts";
import { Refusal, refuseField } from "../model/values/refusal.ts";
import { VendorInput } from "../model/vendor/vendor-document.ts";
import { refuseManyVendors } from "./formats/bounds.ts";
import { isListFile, ListFile } from "./list-file.ts";
import type { VendorReading } from "./reading.ts";

/**
 * The vendors of a file in our own form, each as it is to be: of a list file those that it has; of the published list those of
 * its day with what is announced to come after it. Refuses: unreadable-file; invalid-request, with a pointer into the file.
 */
export function readDocuments([file, ...more]: readonly unknown[]): VendorReading[] {
  if (more.length > 0) throw refuseField("invalid-request", "/file", "holds several lists");
  const vendors = isListFile(file) ? ofListFile(file) : ofPublished(file);
  return vendors.map((document, at) => ({
    rows: [`vendors[${at}]`],
    document,
    stated: [],
    guesses: [],
    lost: [],
  }));
}

function ofListFile(file: unknown): VendorInput[] {
  const { vendors } = membersOf(file);
  if (Array.isArray(vendors)) refuseManyVendors(vendors.length);
  const read = ListFile.safeParse(file);
  if (read.success) return read.data.vendors;
  throw new Refusal("invalid-request", "The file is not a list in our form.", {
    errors: fieldErrors(read.error.issues, ["file"]),
  });
}

type Change = { slug: string; after: VendorInput | null };

/** A change that is announced to come is what the list is to be. */
function ofPublished(file: unknown): VendorInput[] {
  const { vendors, upcoming } = membersOf(file);
  for (const each of [vendors, upcoming]) if (Array.isArray(each)) refuseManyVendors(each.length);
  const list = new Map(arrayOf(vendors, "vendors").map((vendor, at) => entryOf(vendor, `vendors/${at}`)));
  for (const { slug, after } of arrayOf(upcoming ?? [], "upcoming").map(changeOf)) {
    if (after) list.set(slug, after);
    else list.delete(slug);
  }
  return [...list.values()];
}

const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {};

function arrayOf(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw refuseField("invalid-request", `/file/${name}`, "must be an array");
}

/** A vendor's own members, without what the list says of it. */
function entryOf(value: unknown, at: string): [string, VendorInput] {
  const { effectiveOn: _, changeSet: __, transfers: ___, ...vendor } = membersOf(value);
  const read = VendorInput.safeParse(vendor);
  if (read.success && read.data.slug !== undefined) return [read.data.slug, read.data];
  const errors = read.success
    ? [{ pointer: `/file/${at}/slug`, detail: "is missing" }]
    : fieldErrors(read.error.issues, ["file", ...at.split("/")]);
  throw new Refusal("invalid-request", "The file is not a published list.", { errors });
}

function changeOf(value: unknown, at: number): Change {
  const { slug, after } = membersOf(value);
  if (after === undefined || after === null) return { slug: String(slug), after: null };
  const [, document] = entryOf({ ...membersOf(after), slug }, `upcoming/${at}/after`);
  return { slug: String(slug), after: document };
}
