import type { Source } from "../source.ts";
import { unreadable } from "./bounds.ts";
import type { Cells } from "./cells.ts";

/** The sheets of a workbook. Refuses: unreadable-file. */
export async function readXlsx(_bytes: Uint8Array, _cells: Cells): Promise<Partial<Source>> {
  throw unreadable("is of a format that is not read yet");
}
