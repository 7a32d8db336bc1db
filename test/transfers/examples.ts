import { readdirSync, readFileSync } from "node:fs";
import { Organisation } from "../../src/model/organisation-document.ts";
import { slugify } from "../../src/model/values/text.ts";
import { VendorInput } from "../../src/model/vendor/vendor-document.ts";
import type { ListedVendor } from "../../src/transfers/index.ts";

const folder = new URL("../../examples/", import.meta.url);

export const EXAMPLES = readdirSync(folder)
  .map((file) => file.replace(/\.json$/, ""))
  .sort();

/** An example as a register would hold it. */
export function example(name: string): { organisation: Organisation; list: ListedVendor[] } {
  const raw = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
  return {
    organisation: Organisation.parse(raw.organisation),
    list: (raw.vendors as unknown[]).map((vendor) => {
      const { slug, ...document } = VendorInput.parse(vendor);
      return { slug: slug ?? slugify(document.name), document };
    }),
  };
}
