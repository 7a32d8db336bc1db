import { readdir, readFile } from "node:fs/promises";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { Organisation } from "../model/organisation-document.ts";
import { VendorInput } from "../model/vendor/vendor-document.ts";
import { isEmpty, loadBaseline } from "../registry/changes/baseline.ts";

const examples = new URL("../../examples/", import.meta.url);

const Example = z.strictObject({ organisation: Organisation, vendors: z.array(VendorInput) });

export async function exampleNames(): Promise<string[]> {
  const files = await readdir(examples);
  return files.filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -".json".length));
}

/** Loads an example into an empty registry. Throws when there is no such example; refuses `not-an-empty-registry`. */
export async function loadExample(deps: Pick<Deps, "db" | "clock">, name: string): Promise<void> {
  const names = await exampleNames();
  if (!names.includes(name)) throw new Error(`There is no example "${name}". There are: ${names.sort().join(", ")}.`);
  await loadBaseline(deps, Example.parse(JSON.parse(await readFile(new URL(`${name}.json`, examples), "utf8"))));
}

/** Fills a registry that has nothing yet with an example, unless its name is `none`. Tells whether it did. */
export async function fillEmpty(deps: Pick<Deps, "db" | "clock">, name: string): Promise<boolean> {
  if (name === "none" || !(await isEmpty(deps.db))) return false;
  await loadExample(deps, name);
  return true;
}
