import { basename } from "node:path";
import type { Document } from "yaml";
import { z } from "zod";
import { ListFile } from "../imports/list-file.ts";
import { fieldErrors } from "../model/values/field-errors.ts";
import type { Client } from "./client.ts";
import { Failure } from "./host.ts";
import { lineOf, readText, yamlOf } from "./list-yaml.ts";

const Lost = z.looseObject({ column: z.string(), from: z.string(), why: z.string() });

const PlannedVendor = z.looseObject({
  name: z.string(),
  what: z.enum(["add", "change", "remove", "same", "unsure"]),
  diff: z.array(z.object({ path: z.string(), before: z.unknown(), after: z.unknown() })),
  weight: z.string().nullable(),
  weightReason: z.string().nullable(),
  returning: z.boolean(),
  asked: z.array(z.looseObject({ slug: z.string() })),
  inDraft: z.int().nullable(),
  drafts: z.array(z.int()),
  guesses: z.array(
    z.looseObject({
      id: z.string(),
      pointer: z.string(),
      from: z.string(),
      made: z.unknown(),
      rule: z.string(),
      instead: z.array(z.unknown()),
      unclear: z.array(z.string()).default([]),
      sure: z.boolean(),
      open: z.boolean(),
    }),
  ),
  lost: z.array(Lost),
  faults: z.array(z.object({ pointer: z.string(), detail: z.string() })),
});
export type PlannedVendor = z.infer<typeof PlannedVendor>;

const Table = z.looseObject({
  heading: z.string(),
  used: z.boolean(),
  columns: z.array(
    z.object({ header: z.string(), samples: z.array(z.string()), field: z.string().nullable(), sure: z.boolean() }),
  ),
});

/** What is read of a plan of the API; it is told as JSON with all it has. */
export const Plan = z.looseObject({
  id: z.string(),
  totals: z.object({ add: z.int(), change: z.int(), remove: z.int(), same: z.int(), unsure: z.int() }),
  /** None of a list in our own form. */
  tables: z.array(Table),
  vendors: z.array(PlannedVendor),
  lost: z.array(Lost),
  removals: z.object({
    count: z.int(),
    listed: z.int(),
    categories: z.array(z.string()),
    mustBeAllowed: z.boolean(),
  }),
});
export type Plan = z.infer<typeof Plan>;

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
  client.send("POST", "/v1/imports", Plan, {
    file: text,
    fileName: basename(path).slice(-200),
    format: path.endsWith(".json") ? "json" : "yaml",
  });
