import { z } from "@hono/zod-openapi";
import { canonicalJson } from "../../model/values/hash.ts";
import { type readZip, Unusable } from "./read-zip.ts";
import { arrayText, documentText } from "./text.ts";

export type Pack = ReturnType<typeof readZip>;

/** Thrown at the first thing that is wrong. */
export class Wrong extends Error {
  readonly where: string;
  constructor(where: string, reason: string) {
    super(reason);
    this.where = where;
  }
}

/** Throws Wrong if there is a reason to. */
export function demand(where: string, reason: string | null): void {
  if (reason !== null) throw new Wrong(where, reason);
}

const WRITTEN_OTHERWISE = "is written otherwise than the registry writes it";

/** Of two members of one name in JSON readers see one, and programs the other: each text is the only one of its kind. */
export function demandText(where: string, text: string, written: string): void {
  if (text === written) return;
  const lines = text.split("\n");
  const other = written.split("\n").findIndex((line, index) => line !== lines[index]);
  throw new Wrong(where, `${WRITTEN_OTHERWISE}, from its line ${other + 1} on`);
}

/** Nothing is there twice: one of the two could say what nobody checks. */
export function refuseTwice<T>(file: string, items: readonly T[], idOf: (item: T) => string): void {
  const seen = new Set<string>();
  for (const id of items.map(idOf)) {
    if (seen.has(id)) throw new Wrong(`${file}, ${id}`, "is there twice");
    seen.add(id);
  }
}

export function textOf(pack: Pack, name: string): string {
  if (!pack.names.includes(name)) throw new Unusable(`${name} is missing: it is no evidence pack`);
  return pack.read(name).toString();
}

export function readDocument<T extends z.ZodType>(pack: Pack, name: string, schema: T): z.infer<T> {
  const text = textOf(pack, name);
  const document = parse(name, text, schema);
  if (canonicalJson(JSON.parse(text)) !== canonicalJson(document))
    throw new Wrong(name, "says more than what can be checked");
  demandText(name, text, documentText(document));
  return document;
}

export async function readArray<T extends z.ZodType>(
  pack: Pack,
  name: string,
  schema: T,
  idOf: (item: z.infer<T>) => string,
): Promise<z.infer<T>[]> {
  const text = textOf(pack, name);
  const items = parse(name, text, z.array(schema));
  let written = "";
  for await (const piece of arrayText(items)) written += piece;
  demandText(name, text, written);
  refuseTwice(name, items, idOf);
  return items;
}

export function* readLines(pack: Pack, name: string): Generator<string> {
  const content = pack.read(name);
  for (let start = 0; start < content.length; ) {
    const end = content.indexOf("\n", start);
    if (end === -1) throw new Wrong(name, `${WRITTEN_OTHERWISE}: its last line has no end`);
    yield content.toString("utf8", start, end);
    start = end + 1;
  }
}

export function parse<T extends z.ZodType>(where: string, text: string, schema: T): z.infer<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Wrong(where, "is not JSON");
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Wrong(where, `is not what it should be: ${issue?.path.join(".")} ${issue?.message}`);
}
