import { z } from "zod";
import { bareAddress } from "../address.ts";
import { type Bounce, eventTypes } from "./event.ts";

const line = z.string().min(1).max(1000);

/** What `POST /api/events` takes. The mail is the newest to `to`, or the one with `emailId`; given both, it is both. */
export const EventRequest = z
  .strictObject({
    type: z.enum(eventTypes),
    to: z
      .string()
      .refine((text) => bareAddress(text) !== null, "Invalid input: expected an email address")
      .optional(),
    emailId: line.optional(),
    bounce: z
      .strictObject({
        type: z.enum(["Permanent", "Transient", "Undetermined"]),
        subType: line.default("General"),
        message: line.default("The recipient's mail server sent a bounce message."),
      } satisfies Record<keyof Bounce, z.ZodType>)
      .optional(),
    /** How many times the same event arrives, all at once and under one id. */
    copies: z.int().min(1).max(100).default(1),
    delayMs: z.int().min(0).max(3_600_000).default(0),
  })
  .refine(({ to, emailId }) => to !== undefined || emailId !== undefined, {
    path: ["to"],
    message: "Give it, or `emailId`",
  })
  .refine(({ type, bounce }) => bounce === undefined || type === "email.bounced", {
    path: ["bounce"],
    message: "Only `email.bounced` has one",
  });
export type EventRequest = z.infer<typeof EventRequest>;
