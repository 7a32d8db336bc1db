import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { readDocuments } from "../../src/imports/documents.ts";
import { isListFile, ListFile, listFileOf } from "../../src/imports/list-file.ts";
import { readVendors } from "../../src/imports/meaning/read.ts";
import { fieldErrors } from "../../src/model/values/field-errors.ts";
import { VendorInput } from "../../src/model/vendor/vendor-document.ts";
import { exampleLists } from "../setup/example-lists.ts";
import { vendor } from "../setup/registry.ts";
import { read } from "./reading.ts";

const schema = JSON.parse(readFileSync(new URL("../../schemas/list-file-v1.json", import.meta.url), "utf8"));
const isBySchema = new Ajv({ strict: false, validateFormats: false }).compile(schema);

test.each(exampleLists())("every vendor of %s is written into the file and read back as it was", (_, vendors) => {
  const file = JSON.parse(JSON.stringify(listFileOf(vendors, "https://list.example/schemas/list-file-v1.json")));
  expect(isBySchema(file), JSON.stringify(isBySchema.errors)).toBe(true);
  const read = ListFile.parse(file);
  expect(read.vendors).toEqual(vendors.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)));
});

test("the file has vendors by slug, members in the schema's order, and nothing that holds without being said", () => {
  const b = { services: [{ purpose: "Mail", role: "processor" }], country: "FR", name: "B" };
  const a = { services: [{ locations: [{ country: "DE", kind: "processing" }], optional: false }], name: "A" };
  const read = [b, a].map((each) => ({ ...VendorInput.parse(each), slug: each.name.toLowerCase(), changeSet: 7 }));
  expect(JSON.stringify(listFileOf(read))).toBe(
    JSON.stringify({
      version: 1,
      vendors: [
        { slug: "a", name: "A", services: [{ key: "main", locations: [{ country: "DE" }] }] },
        { slug: "b", name: "B", country: "FR", services: [{ key: "main", role: "processor", purpose: "Mail" }] },
      ],
    }),
  );
});

test("what is wrong with a file is named by its place", () => {
  const errorsOf = (file: unknown) => fieldErrors(ListFile.safeParse(file).error?.issues ?? []);
  const named = (fields: Record<string, unknown>) => vendor(fields);
  expect(errorsOf({ version: 2, vendors: [] })).toMatchObject([{ pointer: "/version" }]);
  expect(errorsOf({ version: 1, vendors: [named({ nmae: "A" })] })).toMatchObject([{ pointer: "/vendors/0/nmae" }]);
  expect(errorsOf({ version: 1, vendors: [named({ name: "A" }), named({ name: "a" })] })).toEqual([
    { pointer: "/vendors/1/slug", detail: 'must be its own: another vendor of this file has "a"' },
  ]);
  expect(errorsOf({ version: 1, vendors: [named({ name: "株式会社" })] })).toMatchObject([
    { pointer: "/vendors/0/slug" },
  ]);
  expect(isBySchema({ version: 1, vendors: [named({ nmae: "A" })] })).toBe(false);
});

test("the published list is not taken for such a file", () => {
  expect(isListFile({ version: 1, vendors: [] })).toBe(true);
  expect(isListFile({ version: 1, hash: "0a", vendors: [] })).toBe(false);
  for (const other of [null, "version", [], { vendors: [] }]) expect(isListFile(other)).toBe(false);
});

test("a file of more vendors than anybody has is refused, in whatever form", async () => {
  const text = `Vendor,Purpose\n${Array.from({ length: 2001 }, (_, at) => `Mill ${at},Grinds`).join("\n")}`;
  const source = await read(text, { format: "csv" });
  expect(() => readVendors(source)).toThrow("names more than 2000 vendors");
  const list = { version: 1, vendors: Array(2001).fill(vendor({ name: "Mill" })) };
  for (const document of [
    list,
    { ...list, hash: "0a" },
    { version: 1, hash: "0a", vendors: [], upcoming: list.vendors },
  ])
    expect(() => readDocuments([document])).toThrow("names more than 2000 vendors");
});
