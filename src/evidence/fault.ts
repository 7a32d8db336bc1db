import { z } from "@hono/zod-openapi";

/** Of what something can be wrong: in this order they are checked. */
export const Table = z.enum(["audit", "snapshot", "change-set", "customer", "notice", "mail", "delivery", "response"]);
export type Table = z.infer<typeof Table>;

/** What is wrong: the record, by what identifies it, and why. */
export const Fault = z.object({ table: Table, id: z.string(), reason: z.string() }).openapi("Fault");
export type Fault = z.infer<typeof Fault>;

/** Takes what a verification finds, as it finds it. */
export type Notes = {
  /** A record is not what it should be. */
  wrong(table: Table, id: string | number, reason: string): void;
  /** Something of a record was erased: what it said cannot be checked any more. */
  erased(table: Table, id: string): void;
  /** So many records of a table were checked. */
  checked(table: Table, count: number): void;
};
