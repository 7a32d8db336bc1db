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
    id: z.uuid().describe("Names them."),
    email: z.string().describe("Where they get their links."),
    name: z.string().describe("What they are called."),
    role: Role,
    hearsOfAnswers: z.boolean().openapi({
      description:
        "Mailed what `privacyEmail` is told of, whether there is one or not: objections, questions, approvals, and what is due.",
    }),
    invitedAt: Instant.describe("When they were invited."),
    removedAt: Instant.nullable().openapi({ description: "From then on they, and their API keys, may do nothing." }),
  })
  .describe("A person who operates the registry.")
  .openapi("User");
export type User = z.infer<typeof User>;

/** Who administers a registry before anybody has said who they are; the address is nobody's. */
export const FIRST_ADMIN = { email: "admin@localhost.example", name: "Administrator", role: "admin" } as const;

export const NewUser = z
  .strictObject({
    email: Email.describe("Where they get their links."),
    name: line().describe("What they are called: the log names them by it."),
    role: Role,
  })
  .describe("A person to be invited.")
  .openapi("NewUser");
export type NewUser = z.infer<typeof NewUser>;

export const UserChange = NewUser.extend({ hearsOfAnswers: User.shape.hearsOfAnswers })
  .partial()
  .describe("What is to change; the rest stays.")
  .openapi("UserChange");
export type UserChange = z.infer<typeof UserChange>;
