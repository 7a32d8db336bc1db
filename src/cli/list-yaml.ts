import { existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { MAX_BYTES } from "../imports/formats/bounds.ts";
import { parsedYaml } from "../imports/formats/yaml-document.ts";
import { Refusal } from "../model/values/refusal.ts";
import { slugify } from "../model/values/text.ts";
import { Failure } from "./host.ts";

/** Longer lines are folded by nobody: a diff shows what changed, not how it wrapped. */
const WRITTEN = { lineWidth: 0 } as const;

/** The text of a file; null where there is none. Throws `Failure` for one that cannot be read. */
export function readText(path: string): string | null {
  try {
    if (statSync(path).size > MAX_BYTES) throw new Failure(`${path} has more than ${MAX_BYTES} bytes.`);
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return null;
    throw new Failure(code === "EISDIR" ? `${path} is a folder.` : `${path} cannot be read.`);
  }
}

/** Writes a file under its name once all of it is there; whoever is interrupted keeps the one before. Throws `Failure`. */
export function writeText(path: string, text: string): void {
  // A link stays one: what it leads to is written.
  const target = existsSync(path) ? realpathSync(path) : path;
  const part = `${target}.part`;
  try {
    writeFileSync(part, text, existsSync(target) ? { mode: statSync(target).mode } : {});
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw new Failure(`${path} cannot be written: ${error instanceof Error ? error.message : error}.`);
  }
}

/** A YAML document that has a value. Throws `Failure` that names the line of what is none, as a registry would refuse it. */
export function yamlOf(text: string, path: string): Document {
  try {
    return parsedYaml(text);
  } catch (error) {
    if (error instanceof Refusal) throw new Failure(`${path} ${error.message}.`);
    throw error;
  }
}

/** A text with the ends of lines that another one has, such as those of Windows. */
export const withEndsOf = (other: string, text: string): string =>
  other.includes("\r\n") ? text.replace(/\r?\n/g, "\r\n") : text;

/** A new document, which tells editors by which schema it is completed and checked. */
export function newYaml(list: object, schema: string): string {
  return `# yaml-language-server: $schema=${schema}\n${stringOf(parsedFrom(list))}`;
}

/** The same document with another value: what stays keeps its comments and its form, blank lines and quotes included. */
export function editedYaml(document: Document, list: object): string {
  if (isMap(document.contents)) merge(document.contents, list as Record<string, unknown>, document);
  else document.contents = document.createNode(list) as typeof document.contents;
  return stringOf(document);
}

const parsedFrom = (value: object) => {
  const document = parseDocument("");
  document.contents = document.createNode(value) as typeof document.contents;
  return document;
};

const stringOf = (document: Document): string => document.toString(WRITTEN);

/** Makes a node say a value, in place where it can. */
function mergedNode(node: Node | null | undefined, value: unknown, document: Document): Node {
  if (isMap(node) && typeof value === "object" && value !== null && !Array.isArray(value)) {
    merge(node, value as Record<string, unknown>, document);
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    mergeList(node, value, document);
    return node;
  }
  if (isScalar(node) && (typeof value !== "object" || value === null)) {
    if (node.value !== value) node.value = value;
    return node;
  }
  return document.createNode(value) as Node;
}

function merge(map: YAMLMap, value: Record<string, unknown>, document: Document): void {
  for (const name of map.items.map(nameOf)) if (!Object.hasOwn(value, name)) map.delete(name);
  for (const [name, each] of Object.entries(value)) {
    const there = map.get(name, true) as Node | undefined;
    const made = mergedNode(there, each, document);
    if (made !== there) map.set(map.items.find((pair) => nameOf(pair) === name)?.key ?? name, made);
  }
}

const nameOf = ({ key }: { key: unknown }): string => String(isScalar(key) ? key.value : key);

/**
 * Elements that have a key are the ones of that key, others those of the same place; in the order of the values. Vendors stay in
 * the order that somebody gave them, and new ones come where their slug would stand.
 */
function mergeList(list: YAMLSeq, values: readonly unknown[], document: Document): void {
  const [first] = list.items;
  // What stands before the first element is of that element, wherever it goes.
  if (isMap(first) && list.commentBefore && !first.commentBefore) {
    first.commentBefore = list.commentBefore;
    list.commentBefore = null;
  }
  const there = list.items.filter(isNode);
  // An empty list is written as [], which says nothing of how somebody wants a full one.
  if (there.length === 0) list.flow = false;
  const named = new Map<string | null, Node>(there.map((item) => [nameIn(item), item]));
  named.delete(null);
  const made = values.map((value, index) => {
    const here = there[index];
    const same = named.get(nameOfValue(value)) ?? (here && nameIn(here) === null ? here : undefined);
    return { same, node: mergedNode(same, value, document) };
  });
  if (!values.some(isVendor)) {
    list.items = made.map(({ node }) => node);
    return;
  }
  const kept = made.filter(({ same }) => same !== undefined).map(({ node }) => node);
  list.items = kept.toSorted((a, b) => there.indexOf(a) - there.indexOf(b));
  for (const { node } of made.filter(({ same }) => same === undefined)) {
    const place = list.items.findIndex((item) => (nameIn(item as Node) ?? "") > (nameIn(node) ?? ""));
    list.items.splice(place < 0 ? list.items.length : place, 0, node);
  }
}

type Named = { slug?: unknown; key?: unknown; name?: unknown };

const isVendor = (value: unknown): value is Named => typeof value === "object" && value !== null && "services" in value;

/** What names an element, or null; a vendor without a slug has that of its name. */
function nameOfValue(value: unknown): string | null {
  const { slug, key, name } = (value ?? {}) as Named;
  const named = slug ?? key ?? (isVendor(value) ? slugify(String(name)) : undefined);
  return named === undefined ? null : String(named);
}

const nameIn = (item: Node): string | null => (isMap(item) ? nameOfValue(item.toJSON()) : null);

/** The line, from 1 on, of what a JSON pointer leads to, or of what is nearest above it. */
export function lineOf(document: Document, text: string, pointer: string): number | null {
  const path = pointer.split("/").slice(1).map(unescaped);
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) return text.slice(0, start).split("\n").length;
  }
  return null;
}

const unescaped = (part: string) => part.replaceAll("~1", "/").replaceAll("~0", "~");
