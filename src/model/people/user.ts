import { z } from "@hono/zod-openapi";
import { KeyScope } from "../values/api-key.ts";
import { Instant } from "../values/dates.ts";
import { Email, line } from "../values/text.ts";

/** What a user may do: the same words as a key's scopes, each allowing what those before it allow. */
export const Role = KeyScope;
export type Role = z.infer<typeof Role>;

/** A person who operates the registry. Whoever is removed stays by name, as the audit log names them. */
export const User = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: Role.openapi({
      description: "Each role allows what the ones before it allow: read, write, announce, admin.",
    }),
    hearsOfAnswers: z.boolean().openapi({
      description: "Mailed what `privacyEmail` is told of: objections, questions, approvals, and what is due.",
    }),
    invitedAt: Instant,
    removedAt: Instant.nullable().openapi({ description: "From then on they, and their API keys, may do nothing." }),
  })
  .openapi("User");
export type User = z.infer<typeof User>;

export const NewUser = z.strictObject({ email: Email, name: line(), role: Role }).openapi("NewUser");
export type NewUser = z.infer<typeof NewUser>;

export const UserChange = NewUser.extend({ hearsOfAnswers: z.boolean() }).partial().openapi("UserChange");
export type UserChange = z.infer<typeof UserChange>;
