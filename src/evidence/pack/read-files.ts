import type { z } from "@hono/zod-openapi";
import { canonicalJson } from "../../model/hash.ts";
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

/** A document, as `documentText` writes it. */
export function read<T extends z.ZodType>(pack: Pack, name: string, schema: T): z.infer<T> {
  const content = textOf(pack, name);
  const document = parse(name, content, schema);
  if (canonicalJson(JSON.parse(content)) !== canonicalJson(document))
    throw new Wrong(name, "says more than what can be checked");
  if (content !== documentText(document)) throw new Wrong(name, WRITTEN_OTHERWISE);
  return document;
}

export function textOf(pack: Pack, name: string): string {
  if (!pack.names.includes(name)) throw new Unusable(`${name} is missing: it is no evidence pack`);
  return pack.read(name).toString();
}

/** Of two members of one name in JSON readers see one, and programs the other: each text is the only one of its kind. */
export const WRITTEN_OTHERWISE = "is written otherwise than the registry writes it";

export const documentText = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

/** The items of an array that is written with one item a line. */
export function lines<T extends z.ZodType>(pack: Pack, name: string, schema: T): z.infer<T>[] {
  const content = pack.read(name);
  const [open, ...rest] = textLines(content);
  if (!endsALine(content)) throw new Wrong(name, WRITTEN_OTHERWISE);
  if (open === "[]" && rest.length === 0) return [];
  const close = rest.pop();
  if (open !== "[" || close !== "]" || rest.length === 0) throw new Wrong(name, WRITTEN_OTHERWISE);
  return rest.map((line, index) => {
    const where = `${name}, item ${index + 1}`;
    const text = index < rest.length - 1 && line.endsWith(",") ? line.slice(0, -1) : line;
    const item = parse(where, text, schema);
    const isLast = index === rest.length - 1;
    if (line !== `${JSON.stringify(item)}${isLast ? "" : ","}`) throw new Wrong(where, WRITTEN_OTHERWISE);
    return item;
  });
}

export const endsALine = (content: Buffer): boolean => content.at(-1) === 10;

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
