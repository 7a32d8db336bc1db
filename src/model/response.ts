import { z } from "@hono/zod-openapi";

export const ResponseKind = z.enum(["acknowledged", "asked", "objected", "approved"]);
export type ResponseKind = z.infer<typeof ResponseKind>;

/** What becomes of an objection. */
export const ResponseOutcome = z.enum(["withdrawn", "alternative", "exempted", "terminated", "rejected"]);
export type ResponseOutcome = z.infer<typeof ResponseOutcome>;
