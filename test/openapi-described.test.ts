import { expect, test } from "vitest";
import { generatedFiles } from "../scripts/generated-files.ts";

type Schema = {
  description?: string;
  $ref?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
} & { [of in "allOf" | "anyOf" | "oneOf"]?: Schema[] };
type Content = Record<string, { schema: Schema; example?: unknown }>;
type Operation = {
  summary?: string;
  description?: string;
  parameters?: { name: string; description?: string; schema: Schema }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content?: Content }>;
};
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } };

const document = JSON.parse((await generatedFiles())["openapi.json"] ?? "") as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
);

/** A schema with all that are written within it, each by its place; what it refers to is explained there. */
function within(schema: Schema, at: string): { at: string; schema: Schema }[] {
  const parts = [
    ...(schema.allOf ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...[schema.items ?? []].flat(),
  ];
  const values = typeof schema.additionalProperties === "object" ? [schema.additionalProperties] : [];
  return [
    { at, schema },
    ...[...parts, ...values].flatMap((part) => within(part, `${at}[]`)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => within(field, `${at}.${name}`)),
  ];
}

const schemas = [
  ...Object.entries(document.components.schemas).flatMap(([name, schema]) => within(schema, name)),
  ...operations.flatMap(({ name, parameters = [], requestBody, responses }) => [
    ...parameters.flatMap((parameter) => within(parameter.schema, `${name} ${parameter.name}`)),
    ...[requestBody, ...Object.values(responses)].flatMap((message) =>
      Object.values(message?.content ?? {}).flatMap(({ schema }) => within(schema, name)),
    ),
  ]),
];

const says = ({ description = "", $ref, items, ...rest }: Schema): boolean =>
  description.trim() !== "" ||
  $ref !== undefined ||
  items?.$ref !== undefined ||
  [rest.allOf, rest.anyOf, rest.oneOf].some((parts) => parts?.some((part) => says(part)));

/** Of each kind of thing in the contract, those that nothing explains. */
const UNEXPLAINED: Record<string, () => string[]> = {
  operations: () =>
    operations
      .filter(({ summary, description }) => !summary || !description || description === summary)
      .map(({ name }) => name),
  parameters: () =>
    operations.flatMap(({ name, parameters = [] }) =>
      parameters.filter((each) => !each.description && !says(each.schema)).map((each) => `${name}: ${each.name}`),
    ),
  bodies: () =>
    operations
      .filter(
        ({ requestBody }) =>
          requestBody && Object.values(requestBody.content).every(({ example }) => example === undefined),
      )
      .map(({ name }) => name),
  answers: () =>
    operations.flatMap(({ name, responses }) =>
      Object.entries(responses).flatMap(([status, { description }]) => (description ? [] : `${name} ${status}`)),
    ),
  schemas: () =>
    Object.entries(document.components.schemas).flatMap(([name, { description }]) => (description ? [] : name)),
  fields: () =>
    schemas.flatMap(({ at, schema }) =>
      Object.entries(schema.properties ?? {}).flatMap(([name, field]) => (says(field) ? [] : `${at}.${name}`)),
    ),
  // Each by its name: what a value means is said where it is listed, and a list of one is no choice.
  values: () =>
    schemas.flatMap(({ at, schema }) => {
      const values = (schema.enum ?? []).filter((value) => typeof value === "string" && value !== "");
      return values.length < 2
        ? []
        : values.filter((each) => !schema.description?.includes(`\`${each}\``)).map((each) => `${at}: ${each}`);
    }),
};

test.each(Object.keys(UNEXPLAINED))("no part of the contract goes without an explanation: %s", (kind) => {
  expect(UNEXPLAINED[kind]?.()).toEqual([]);
});

test("what the contract says of a schema that several parts name is said of all of them", () => {
  const { Regime, Period, NoticeKind } = document.components.schemas;
  expect(Regime?.description).toContain("`uk`: the UK GDPR");
  expect(Period?.description).toContain("counted from the day after the notice is received");
  expect(NoticeKind?.description).toContain("`withdrawal`: it was taken back");
});
