import { type SQL, sql } from "drizzle-orm";

/** A value as one parameter of type `jsonb`. Sent as text: the driver would make a JSON string of what is JSON already. */
export const json = (value: unknown): SQL => sql`${JSON.stringify(value)}::text::jsonb`;

/** A list to look for a text in, as in `name in ${texts(names)}`: one parameter, however long it is. */
export const texts = (values: readonly string[]): SQL =>
  sql`(select value from jsonb_array_elements_text(${json(values)}))`;

/** The same for ids. */
export const uuids = (ids: readonly string[]): SQL =>
  sql`(select value::uuid from jsonb_array_elements_text(${json(ids)}))`;
