import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { DateOn } from "../../model/values/dates.ts";
import { fieldErrors } from "../../model/values/field-errors.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { bounded, Key } from "../../model/values/text.ts";
import { type Asked, type ListView, listViewOf } from "../../page/formats/list-for.ts";
import type { App } from "../frame/context.ts";
import { registerView } from "./reader.ts";

/** A form sends what is left empty as an empty text: it asks for nothing. */
const orNone = <T extends z.ZodType>(schema: T) => z.literal("").or(schema).optional();

/** A date in an address; none is today. */
export const At = z.object({ at: orNone(DateOn).describe("The list of that day; today's by default.") });

/** The language that an answer is asked in. */
export const LanguageQuery = z.object({
  lang: orNone(bounded(35).regex(/^[A-Za-z0-9-]*$/, { error: "must be a language tag, such as fr" })).openapi({
    description:
      "A language that the organisation writes, before what `Accept-Language` says; any other changes nothing.",
    example: "fr",
  }),
});

/** What every form of the list takes. */
export const ListQuery = At.extend({
  product: orNone(Key).openapi({ description: "Only what is used for this product, by its key.", example: "app" }),
  region: orNone(Key).openapi({ description: "Only what is used for data hosted in this region, by its key." }),
  ...LanguageQuery.shape,
});

/** Reads the query of a page, of which none is in the contract. Refuses: invalid-request, naming what is not valid. */
export function readQuery<Query>(schema: z.ZodType<Query>, c: Context): Query {
  const read = schema.safeParse(c.req.query());
  if (read.success) return read.data;
  throw new Refusal("invalid-request", "The address asks for something that is not valid.", {
    errors: fieldErrors(read.error.issues, ["query"]),
  });
}

/** What a reader has asked for, as the page shows it. Refuses: invalid-request, for a product or region that there is not. */
export async function listView(c: Context<App>, query: z.infer<typeof ListQuery>): Promise<ListView> {
  const view = await registerView(c);
  const asked: Asked = {
    on: query.at || view.today,
    product: query.product || undefined,
    region: query.region || undefined,
  };
  const found = listViewOf(view, asked);
  const { products, hostingRegions } = found.register.organisation;
  // A file for a product that there is not would pass for the file of one.
  const errors = [...unknown("product", asked.product, products), ...unknown("region", asked.region, hostingRegions)];
  if (errors.length > 0) throw new Refusal("invalid-request", "The list is not known to be used for that.", { errors });
  return found;
}

const unknown = (name: string, key: string | undefined, known: readonly { key: string }[]) =>
  key === undefined || known.some((each) => each.key === key)
    ? []
    : [{ pointer: `/query/${name}`, detail: "is not a key that the organisation has" }];

/** What is wrong with a parameter that narrows a list, where an answer is of the whole register. */
export const NARROWS = "narrows the list, and is not taken here: this is of the whole register";

/**
 * Refuses: invalid-request, for what narrows a list where an answer is of the whole register: all of it would pass for what
 * is used for one product, or in force on one day.
 */
export function refuseNarrowing(c: Context, names: readonly ("at" | "product" | "region")[]): void {
  const errors = names
    .filter((name) => c.req.query(name))
    .map((name) => ({ pointer: `/query/${name}`, detail: NARROWS }));
  if (errors.length > 0) throw new Refusal("invalid-request", "This is of the whole register.", { errors });
}
