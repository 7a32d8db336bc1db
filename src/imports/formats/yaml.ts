import type { Cells } from "./cells.ts";
import { readValue } from "./values.ts";
import { parsedYaml, plainValue } from "./yaml-document.ts";

/** What a YAML document lists (YAML 1.2). Refuses: unreadable-file, with the line. */
export const readYaml = (text: string, cells: Cells) => readValue(plainValue(parsedYaml(text)), cells);
