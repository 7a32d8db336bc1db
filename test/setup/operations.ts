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
