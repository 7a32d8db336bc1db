import type { Format, Source } from "../source.ts";
import { MAX_BYTES, unreadable } from "./bounds.ts";
import { Cells } from "./cells.ts";
import { decoded } from "./decode.ts";
import { readDelimited } from "./delimited.ts";

/** What a format is read into. */
export type Found = Pick<Source, "tables" | "remarks"> & Partial<Source>;

/**
 * A file as its tables. Its format is found from content and name where it is not given. Values of formulas are read, and none
 * is computed; nothing outside of the file is. Refuses: unreadable-file, malformed-csv.
 */
export async function readSource(
  bytes: Uint8Array,
  { format = "csv" }: { format?: Format | undefined; fileName?: string | undefined } = {},
): Promise<Source> {
  if (bytes.length > MAX_BYTES) throw unreadable(`has more than ${MAX_BYTES} bytes`);
  const cells = new Cells();
  const found = await readDelimited(decoded(bytes), cells, format === "tsv" ? "\t" : undefined);
  return { format, documents: [], leftOut: [], ...found };
}
