import type { Registry } from "./registry.ts";

/** What JSON Schema says of a value, as far as the contract uses it. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  maxLength?: number;
  default?: unknown;
  example?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  anyOf?: Schema[];
  allOf?: Schema[];
};

export type Parameter = { name: string; in: "path" | "query" | "header"; required?: boolean; schema: Schema };

export type Operation = {
  method: string;
  path: string;
  security: object[];
  "x-scope"?: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};

/** The operations of the OpenAPI document as it is served, and what its references stand for. */
export async function contractOf(r: Registry) {
  const { paths, components } = await r.json("GET", "/openapi.json", 200, { key: null });
  const all = Object.entries(paths as Record<string, Record<string, Omit<Operation, "method" | "path">>>);
  const operations: Operation[] = all.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, rest]) => ({ ...rest, method: method.toUpperCase(), path })),
  );
  const resolved = (schema: Schema): Schema =>
    schema.$ref === undefined ? schema : components.schemas[schema.$ref.split("/").at(-1) ?? ""];
  return { operations, resolved };
}

/** A value of a request where a text may stand: which operation, where, and the request with any text put there. */
export type Place = {
  operation: Operation;
  /** As a problem would point at it. */
  pointer: string;
  with: (text: unknown) => { path: string; body?: unknown };
};

/** Every place of every operation that a text may be sent in. */
export async function placesOf(r: Registry): Promise<Place[]> {
  const { operations, resolved } = await contractOf(r);
  return operations.flatMap((operation) => {
    const { parameters = [], requestBody } = operation;
    const document = requestBody?.content["application/json"]?.schema;
    const body = document && smallest(document, resolved);
    const address = (name?: string, text?: unknown) => addressOf(operation, resolved, name, text);
    const inAddress = parameters
      .filter((parameter) => parameter.in !== "header")
      .map(({ name, in: where }) => ({
        operation,
        pointer: `/${where}/${name}`,
        with: (text: unknown) => ({ path: address(name, text), ...(body === undefined ? {} : { body }) }),
      }));
    const leaves = document ? leavesOf(document, resolved) : [];
    const inBody = leaves.map(({ pointer, fill }) => ({
      operation,
      pointer,
      with: (text: unknown) => ({ path: address(), body: fill(text) }),
    }));
    return [...inAddress, ...inBody];
  });
}

type Resolve = (schema: Schema) => Schema;

function addressOf({ path, parameters = [] }: Operation, resolved: Resolve, name?: string, text?: unknown): string {
  const sent = (parameter: Parameter) =>
    encodeURIComponent(String(parameter.name === name ? text : smallest(parameter.schema, resolved)));
  const filled = path.replace(/\{(\w+)\}/g, (whole, key) => {
    const parameter = parameters.find((each) => each.in === "path" && each.name === key);
    return parameter ? sent(parameter) : whole;
  });
  const asked = parameters.filter((each) => each.in === "query" && (each.required || each.name === name));
  return `${filled}?${asked.map((each) => `${each.name}=${sent(each)}`).join("&")}`;
}

const typesOf = ({ type }: Schema) => [type ?? []].flat();

/** The smallest value that the contract takes. */
function smallest(given: Schema, resolved: Resolve): unknown {
  const schema = resolved(given);
  const { minimum } = schema as { minimum?: number };
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf?.[0]) return smallest(schema.anyOf[0], resolved);
  const [type] = typesOf(schema);
  if (type === "object") {
    const required = schema.required ?? [];
    return Object.fromEntries(required.map((name) => [name, smallest(schema.properties?.[name] ?? {}, resolved)]));
  }
  if (type === "array") return schema.minItems && schema.items ? [smallest(schema.items, resolved)] : [];
  if (type === "integer" || type === "number") return minimum ?? 1;
  if (type === "boolean") return true;
  if (schema.example !== undefined) return schema.example;
  return schema.format === "uuid" ? "00000000-0000-4000-8000-000000000000" : "a";
}

type Leaf = { pointer: string; fill: (text: unknown) => unknown };

/** Where a text or a number may stand in a value, each with the smallest value around it. */
function leavesOf(given: Schema, resolved: Resolve): Leaf[] {
  const schema = resolved(given);
  if (schema.anyOf) return schema.anyOf.flatMap((each) => leavesOf(each, resolved));
  const types = typesOf(schema);
  if (types.includes("object")) {
    const around = smallest(schema, resolved) as Record<string, unknown>;
    return Object.entries(schema.properties ?? {}).flatMap(([name, each]) =>
      leavesOf(each, resolved).map(({ pointer, fill }) => ({
        pointer: `/${name}${pointer}`,
        fill: (text: unknown) => ({ ...around, [name]: fill(text) }),
      })),
    );
  }
  if (types.includes("array") && schema.items) {
    return leavesOf(schema.items, resolved).map(({ pointer, fill }) => ({
      pointer: `/0${pointer}`,
      fill: (text: unknown) => [fill(text)],
    }));
  }
  return types.some((type) => ["string", "integer", "number"].includes(type))
    ? [{ pointer: "", fill: (text) => text }]
    : [];
}
