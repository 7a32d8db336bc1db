import type { z } from "@hono/zod-openapi";
import { type readZip, Unusable } from "./read-zip.ts";

export type Pack = ReturnType<typeof readZip>;

/** Thrown at the first thing that is wrong. */
export class Wrong extends Error {
  readonly where: string;
  constructor(where: string, reason: string) {
    super(reason);
    this.where = where;
  }
}

/** Says where, if there is a reason to. */
export function demand(where: string, reason: string | null): void {
  if (reason !== null) throw new Wrong(where, reason);
}

/** Nothing is there twice: one of the two could say what nobody checks. */
export function refuseTwice<T>(file: string, items: readonly T[], idOf: (item: T) => string): void {
  const seen = new Set<string>();
  for (const id of items.map(idOf)) {
    if (seen.has(id)) throw new Wrong(`${file}, ${id}`, "is there twice");
    seen.add(id);
  }
}

export function read<T extends z.ZodType>(pack: Pack, name: string, schema: T): z.infer<T> {
  if (!pack.names.includes(name)) throw new Unusable(`${name} is missing: it is no evidence pack`);
  return parse(name, pack.read(name).toString(), schema);
}

/** The items of an array that is written with one item a line, one at a time. */
export function lines<T extends z.ZodType>(pack: Pack, name: string, schema: T): z.infer<T>[] {
  const items: z.infer<T>[] = [];
  for (const line of textLines(pack.read(name))) {
    if (line === "[" || line === "]" || line === "[]") continue;
    items.push(parse(`${name}, item ${items.length + 1}`, line.replace(/,$/, ""), schema));
  }
  return items;
}

export function* textLines(content: Buffer): Generator<string> {
  for (let start = 0; start < content.length; ) {
    const end = content.indexOf(10, start);
    yield content.toString("utf8", start, end === -1 ? content.length : end);
    if (end === -1) return;
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
