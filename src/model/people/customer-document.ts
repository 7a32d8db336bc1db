import { z } from "@hono/zod-openapi";
import { DateOn, Instant } from "../values/dates.ts";
import { emailKey } from "../values/email.ts";
import { documentTag } from "../values/entity-tag.ts";
import { datesBeyond } from "../values/stated-dates.ts";
import { Email, Locale, LocalizedText, line, slugify } from "../values/text.ts";
import {
  Authorisation,
  ContractPeriods,
  ContractTerms,
  contradictionIn,
  ObjectUntilEffect,
  OnObjection,
  StatedTerms,
} from "./contract-terms.ts";
import { Subscriber } from "./subscriber.ts";

/** Your own id of a customer: visible characters. Not "." or "..", which no address can hold as a segment (RFC 3986, 5.2.4). */
export const ExternalId = line(200)
  .refine((id) => !/\s/.test(id) && id !== "." && id !== "..", {
    error: "must be visible characters without spaces, and not a dot or two",
  })
  .openapi({ type: "string", minLength: 1, maxLength: 200, example: "crm-4711" });

/** A contact as an operator names it. Name and language belong to the person: what is not given stays as it is. */
export const Contact = z
  .strictObject({
    email: Email.describe("Where they are told."),
    name: line().nullable().optional().describe("What they are called; null takes it away."),
    locale: Locale.optional().openapi({
      description: "By default the organisation's own. A follower keeps the language they chose.",
    }),
  })
  .describe("Who is told for a customer. Name and language belong to the person: what is not given stays.")
  .openapi("CustomerContact");
export type Contact = z.infer<typeof Contact>;

/** A file may name more: whatever a customer has come to, what is exported can be imported again. */
const MAX_CONTACTS = 10_000;

/** A customer without its id: a controller with a contract, and who is told on its behalf. */
export const CustomerDocument = z
  .strictObject({
    name: line().describe("What it is called: its contacts read it."),
    ...ContractTerms.shape,
    contacts: z
      .array(Contact)
      .max(MAX_CONTACTS)
      .default([])
      .describe("Who is told for it: others than these are contacts no more."),
  })
  .superRefine(({ contacts, ...terms }, context) => {
    const contradiction = contradictionIn(terms);
    if (contradiction) {
      context.addIssue({ code: "custom", path: [contradiction.term], message: contradiction.detail });
    }
    for (const { pointer, detail } of datesBeyond(terms))
      context.addIssue({ code: "custom", path: pointer.split("/").slice(1), message: detail });
    const seen = new Set<string>();
    contacts.forEach(({ email }, index) => {
      const key = emailKey(email);
      if (seen.has(key)) {
        context.addIssue({ code: "custom", path: ["contacts", index, "email"], message: "is a contact named before" });
      }
      seen.add(key);
    });
  })
  .describe("A customer: a controller with a contract, its terms, and who is told for it.")
  .openapi("NewCustomer");
export type CustomerDocument = z.infer<typeof CustomerDocument>;

/** The same by your own id. */
export type Customer = CustomerDocument & { externalId: string };

/** A contact as it is: the person, and whether they can be told. */
export const ContactView = Subscriber.pick({ id: true, email: true, name: true, locale: true, status: true }).extend({
  id: z.uuid().openapi({ description: "The subscriber's." }),
  follower: z.boolean().describe("Also follows of their own will."),
  confirmed: z.boolean().openapi({
    description:
      "Whether you have named or confirmed them, or the contact who named them in their own place has: until then an approval of theirs waits.",
  }),
  suppressed: z.boolean().openapi({ description: "Nothing is sent to the address: it bounced, or complained." }),
});
export type ContactView = z.infer<typeof ContactView>;

/** A customer as it is stored, with its contacts. */
export const CustomerView = z
  .object({
    id: z.uuid().openapi({ description: "The audit log's name for it, which says nothing of whom it is." }),
    externalId: z.string().describe("Your own id."),
    name: z.string().describe("What it is called."),
    ...StatedTerms.shape,
    contacts: z.array(ContactView).describe("Who is told for it."),
    reachable: z.boolean().openapi({ description: "Whether a contact is active, and its address takes mail." }),
    unreachableSince: Instant.nullable().describe("Since when nobody can be told; null: somebody can."),
    createdAt: Instant.describe("When it was first put."),
    updatedAt: Instant.describe("When it last changed."),
  })
  .describe("A customer as it is, with its contacts.")
  .openapi("Customer");
export type CustomerView = z.infer<typeof CustomerView>;

/** The id that follows from a name where no other is given, as people would make one: "Kanzlei Roth" → "kanzlei-roth". */
export const idFromName = (name: string): string => slugify(name) || name.trim().replace(/\s+/g, "-");

/** A stored customer as the document that makes it be as it is. */
export function customerDocumentOf(view: CustomerView): Customer {
  const { id: _, reachable: __, unreachableSince: ___, createdAt: ____, updatedAt: _____, contacts, ...own } = view;
  return { ...own, contacts: contacts.map(({ email, name, locale }) => ({ email, name, locale })) };
}

/** The version of a customer: of everything that a document of it says. */
export const customerTag = (view: CustomerView): string => documentTag(customerDocumentOf(view));

export const NamedCustomer = z.object({
  externalId: z.string().describe("Your own id of the customer."),
  name: z.string().describe("What it is called."),
});
export type NamedCustomer = z.infer<typeof NamedCustomer>;

/** A customer whom a change set concerned. */
export const ConcernedCustomer = NamedCustomer.extend({
  authorisation: Authorisation,
  earliestEffectiveOn: DateOn.nullable().describe("The first day that its contract allows."),
  lastDayToObjectOn: DateOn.nullable().describe("Its own last day to object."),
  timeZone: z.string().nullable().default(null).openapi({ description: "In which its days are counted; null: yours." }),
  objectUntil: Instant.nullable().default(null).openapi({
    description: "When its last day to object is over, where it has a time zone of its own.",
  }),
  objectUntilEffect: ObjectUntilEffect.nullable().default(null),
  onObjection: OnObjection.default("continues"),
  remedies: LocalizedText.nullable().default(null).openapi({ description: "What an objection leads to." }),
  periods: ContractPeriods.nullable().default(null).openapi({
    description: "What its dates follow from; null: that was not recorded when it was announced.",
  }),
  extendedTo: DateOn.nullable().openapi({ description: "The later last day to object that a postponement gave." }),
  reachable: z.boolean().describe("Whether somebody could be told."),
  since: Instant.nullable().openapi({
    description: "When it came to concern a customer who was new, or used more; null: when it was announced.",
  }),
  changes: z.array(z.string()).nullable().openapi({
    description: "The changes that concern it, by their vendors' slugs; null: all of the set.",
  }),
}).openapi("ConcernedCustomer", { description: "Whom it concerned, on the terms that held when it did first." });
export type ConcernedCustomer = z.infer<typeof ConcernedCustomer>;
