import { entryContent } from "../chain.ts";
import type { AuditEntry } from "../records.ts";

/** How the files of a pack are written. Whoever reads one writes it again, and compares. */

export const documentText = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

/** An array piece by piece, with one item a line: it can be read line by line, too. */
export async function* arrayText(items: AsyncIterable<unknown> | Iterable<unknown>): AsyncGenerator<string> {
  let separator = "[\n";
  for await (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

/** An entry of the log: its hash, a blank, and what the hash covers after the one before. */
export const entryLine = (entry: AuditEntry): string => `${entry.hash} ${contentOf(entry)}\n`;

/** An entry somebody has spoilt cannot be written as it was hashed: it is shown as it is, and found by its hash. */
function contentOf(entry: AuditEntry): string {
  try {
    return entryContent(entry);
  } catch {
    return JSON.stringify(entry);
  }
}
