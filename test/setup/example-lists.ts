import { readdirSync, readFileSync } from "node:fs";
import { slugify } from "../../src/model/values/text.ts";
import { VendorInput } from "../../src/model/vendor/vendor-document.ts";

const folder = new URL("../../examples/", import.meta.url);

/** The lists of all examples, each by the name of its file, every vendor with the slug it would get. */
export const exampleLists = () =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => {
      const { vendors } = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as { vendors: unknown[] };
      const read = vendors.map((each) => VendorInput.parse(each));
      return [file, read.map((each) => ({ ...each, slug: each.slug ?? slugify(each.name) }))] as const;
    });
