import { z } from "@hono/zod-openapi";

/** What the contract says of an enumeration: each value with its meaning, as Markdown lists them. */
export const meaningOf = (meanings: Readonly<Record<string, string>>): string =>
  Object.entries(meanings)
    .map(([value, meaning]) => `- \`${value}\`: ${meaning}`)
    .join("\n");

/** An enumeration of which each value is explained where it is defined. */
export const explained = <const Meanings extends Readonly<Record<string, string>>>(meanings: Meanings) =>
  z.enum(Object.keys(meanings) as (keyof Meanings & string)[]).describe(meaningOf(meanings));
