import { refuseLargeJson, unreadable } from "./bounds.ts";
import type { Cells } from "./cells.ts";
import { readValue } from "./values.ts";

/** What a JSON document lists. Refuses: unreadable-file. */
export function readJson(text: string, cells: Cells) {
  refuseLargeJson(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw unreadable(`is no JSON: ${error instanceof Error ? error.message.slice(0, 200) : ""}`);
  }
  return readValue(value, cells);
}
