import { z } from "@hono/zod-openapi";
import { emailKey } from "../values/email.ts";
import { explained } from "../values/explained.ts";
import { canonicalJson } from "../values/hash.ts";
import type { Locale } from "../values/text.ts";
import { type ContractTerms, TERMS } from "./contract-terms.ts";
import type { Contact, Customer } from "./customer-document.ts";

export type KnownContact = { name: string | null; locale: Locale; follower: boolean };

/** A customer as it is stored, with its contacts by their addresses as these are compared. */
export type CustomerState = ContractTerms & { name: string; contacts: Map<string, KnownContact> };

const ContactAction = explained({ added: "becomes a contact", updated: "changes", unchanged: "stays as it is" });
type ContactAction = z.infer<typeof ContactAction>;

export const CustomerAction = explained({ created: "is new", updated: "changes", unchanged: "stays as it is" });
export type CustomerAction = z.infer<typeof CustomerAction>;

/** What becomes of customers by a file, line by line. */
export const CustomerImport = z
  .object({
    dryRun: z.boolean().describe("Whether nothing was written."),
    created: z.int().describe("How many customers are new."),
    updated: z.int().describe("How many change."),
    unchanged: z.int().describe("How many stay as they are."),
    contactsRemoved: z.int().openapi({ description: "Contacts of these customers whom the file does not name." }),
    lines: z
      .array(
        z.object({
          line: z.int().describe("Its number in the file; the head is 1."),
          externalId: z.string().describe("Whose line it is."),
          action: CustomerAction,
          changed: z.array(z.string()).openapi({ description: "The customer's fields that differ." }),
          contact: ContactAction.nullable(),
        }),
      )
      .describe("Line by line."),
  })
  .describe("What becomes of customers by a file.")
  .openapi("CustomerImport");
export type CustomerImport = z.infer<typeof CustomerImport>;

/** What becomes of a customer. */
export type CustomerChange = {
  customer: Customer;
  action: CustomerAction;
  /** The fields that differ. */
  changed: string[];
  /** What becomes of each contact named, by the address as it is compared. */
  contacts: Map<string, ContactAction>;
  /** How many are no contacts any more. */
  removed: number;
};

const FIELDS = ["name", ...TERMS] as const;

/** Compares a customer with what is stored; `current` is null when there is none yet. */
export function changeOf(current: CustomerState | null, customer: Customer): CustomerChange {
  const contacts = new Map(
    customer.contacts.map((contact) => {
      const key = emailKey(contact.email);
      return [key, contactAction(current?.contacts.get(key), contact)];
    }),
  );
  const removed = [...(current?.contacts.keys() ?? [])].filter((key) => !contacts.has(key)).length;
  const differs = (field: (typeof FIELDS)[number]) =>
    current === null || canonicalJson(current[field]) !== canonicalJson(customer[field]);
  const people = removed > 0 || [...contacts.values()].some((action) => action !== "unchanged");
  const changed = [...FIELDS.filter(differs), ...(people ? ["contacts"] : [])];
  const action = current === null ? "created" : changed.length > 0 ? "updated" : "unchanged";
  return { customer, action, changed, contacts, removed };
}

/** A name or language that is not given stays; a follower's language is their own. */
function contactAction(known: KnownContact | undefined, { name, locale }: Contact): ContactAction {
  if (!known) return "added";
  const renamed = name !== undefined && name !== known.name;
  const inOther = locale !== undefined && !known.follower && locale !== known.locale;
  return renamed || inOther ? "updated" : "unchanged";
}
