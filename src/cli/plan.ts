import { basename } from "node:path";
import type { Document } from "yaml";
import { ListFile } from "../imports/list-file.ts";
import { fieldErrors } from "../model/values/field-errors.ts";
import type { FieldChange } from "../model/vendor/diff.ts";
import type { Client } from "./client.ts";
import { Failure } from "./host.ts";
import { lineOf, readText, yamlOf } from "./list-yaml.ts";

export type PlannedVendor = {
  key: string;
  rows: string[];
  name: string;
  slug: string | null;
  what: "add" | "change" | "remove" | "same" | "unsure";
  diff: FieldChange[];
  weight: string | null;
  weightReason: string | null;
  returning: boolean;
  asked: { slug: string }[];
  inDraft: number | null;
  drafts: number[];
  skipped: boolean;
  guesses: {
    id: string;
    pointer: string;
    from: string;
    made: unknown;
    sure: boolean;
    open: boolean;
    instead: unknown[];
  }[];
  lost: Lost[];
  faults: { pointer: string; detail: string }[];
};
type Lost = { column: string; from: string; why: string };

/** What is read of a plan of the API. */
export type Plan = {
  id: string;
  format: string;
  fileName: string | null;
  file: string;
  totals: Record<PlannedVendor["what"], number>;
  vendors: PlannedVendor[];
  lost: Lost[];
  removals: { count: number; listed: number; categories: string[]; mustBeAllowed: boolean };
};

export const isEmpty = ({ totals }: Plan): boolean => totals.add + totals.change + totals.remove + totals.unsure === 0;

/** A file with the list in our own form. Throws `Failure` that names the line of each thing that is wrong with it. */
export function readList(path: string): string {
  const text = readText(path);
  if (text === null) throw new Failure(`There is no file ${path}: spr pull writes it.`);
  const document = yamlOf(text, path);
  const read = ListFile.safeParse(document.toJS());
  if (read.success) return text;
  const wrong = fieldErrors(read.error.issues).map(({ pointer, detail }) => faultAt(document, text, pointer, detail));
  const more = wrong.length > MOST_FAULTS ? [`  and ${wrong.length - MOST_FAULTS} more`] : [];
  throw new Failure([`${path} is no list:`, ...wrong.slice(0, MOST_FAULTS), ...more].join("\n"));
}

const MOST_FAULTS = 50;

function faultAt(document: Document, text: string, pointer: string, detail: string): string {
  const line = lineOf(document, text, pointer);
  return `  ${line === null ? "" : `line ${line}, `}${pointer || "the whole"}: ${detail}`;
}

/** Has a list planned. YAML has JSON within it, so that a list in JSON is sent as what it is by its name. */
export const planList = (client: Client, path: string, text: string): Promise<Plan> =>
  client.send("POST", "/v1/imports", {
    file: text,
    fileName: basename(path).slice(-200),
    format: path.endsWith(".json") ? "json" : "yaml",
  });
