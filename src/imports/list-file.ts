import { z } from "@hono/zod-openapi";
import { HttpUrl, slugify } from "../model/values/text.ts";
import { VendorInput } from "../model/vendor/vendor-document.ts";

/** The version of the form. A later one that reads otherwise has another number, and this one is read for ever. */
export const LIST_FILE_VERSION = 1;

/** More vendors than any list that was seen has. */
const MOST_VENDORS = 5000;

/**
 * The list as it is kept in files, such as YAML in git: all of it, as it is meant to be. A vendor that is not in it is removed,
 * and so is a field that a vendor does not state.
 */
export const ListFile = z
  .strictObject({
    $schema: HttpUrl.optional().describe("Where the JSON Schema of this file is."),
    version: z.literal(LIST_FILE_VERSION).describe("Of the form of this file."),
    vendors: z.array(VendorInput).max(MOST_VENDORS).describe("The whole list: a vendor that is not here is removed."),
  })
  .superRefine(({ vendors }, context) => {
    const seen = new Set<string>();
    vendors.forEach((vendor, index) => {
      const slug = slugOf(vendor);
      const wrong = (message: string) =>
        context.addIssue({ code: "custom", path: ["vendors", index, "slug"], message });
      if (slug === "") wrong("must be given: the name has no letters that one can be made of");
      else if (seen.has(slug)) wrong(`must be its own: another vendor of this file has "${slug}"`);
      seen.add(slug);
    });
  })
  .describe("The list of subprocessors as it is kept in a file.");
export type ListFile = z.infer<typeof ListFile>;

/** A vendor's address: the one that is stated, or else that of its name; empty where nothing of that is Latin. */
const slugOf = ({ slug, name }: Pick<VendorInput, "slug" | "name">): string => slug ?? slugify(name);

/** Whether a value is meant as such a file: the published list has a version and vendors as well, and a hash beside them. */
export function isListFile(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return "version" in value && "vendors" in value && !("hash" in value);
}

/** A list as such a file: vendors by slug, members in the order of the schema, and none that says what holds without it. */
export function listFileOf(vendors: readonly (VendorInput & { slug: string })[], schema?: string) {
  const bySlug = vendors.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  return { ...(schema && { $schema: schema }), version: LIST_FILE_VERSION, vendors: bySlug.map(writtenVendor) };
}

/** A vendor begins with what names it. */
function writtenVendor({ slug, ...vendor }: VendorInput & { slug: string }) {
  return { slug, ...(written(VendorInput.in, vendor) as Omit<z.input<typeof VendorInput>, "slug">) };
}

/** A value as its schema orders it, without defaults and what the schema does not know. */
function written(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodOptional) return written(schema.unwrap(), value);
  if (schema instanceof z.ZodDefault)
    return isEqual(value, schema.def.defaultValue) ? undefined : written(schema.unwrap(), value);
  if (schema instanceof z.ZodArray && Array.isArray(value)) return value.map((each) => written(schema.element, each));
  if (schema instanceof z.ZodObject && typeof value === "object" && value !== null) {
    const members = new Map(Object.entries(value));
    const kept = Object.entries<z.core.$ZodType>(schema.shape).map(([name, of]) => [
      name,
      members.has(name) ? written(of, members.get(name)) : undefined,
    ]);
    return Object.fromEntries(kept.filter(([, each]) => each !== undefined));
  }
  return value;
}

/** Defaults are plain values, or empty lists. */
const isEqual = (value: unknown, usual: unknown): boolean =>
  value === usual || (Array.isArray(value) && value.length === 0 && Array.isArray(usual) && usual.length === 0);

export const listFileSchemaPath = "/schemas/list-file-v1.json";

/** The JSON Schema of the file, for editors: in draft-07, which those that complete YAML know best. */
export function listFileJsonSchema(): Record<string, unknown> {
  const { "~standard": _, ...schema } = z.toJSONSchema(ListFile, { target: "draft-07", io: "input" });
  return { ...schema, title: "List of subprocessors, as it is kept in a file" };
}
