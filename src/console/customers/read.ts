import type { ContractTerms } from "../../model/people/contract-terms.ts";
import { type Contact, type Customer, idFromName } from "../../model/people/customer-document.ts";
import { emailKey } from "../../model/values/email.ts";
import { dateTyped } from "../kit/dates.ts";
import { periodTyped } from "../kit/period.tsx";
import type { Typed } from "../kit/typed.ts";

/** What was typed of a contract. A term that the form forgets does not compile. */
export const termsTyped = (typed: Typed) =>
  ({
    noticePeriod: periodTyped(typed, "noticePeriod") ?? null,
    objectionPeriod: periodTyped(typed, "objectionPeriod") ?? null,
    objectUntilEffect:
      typed.group("objectUntilEffect", (group) => ({ daysBefore: group.number("daysBefore") })) ?? null,
    timeZone: typed.text("timeZone") ?? null,
    holidays: holidaysTyped(typed),
    authorisation: typed.text("authorisation"),
    onObjection: typed.text("onObjection"),
    // Where a period of its own is chosen and none typed, the choice is what is wrong.
    emergency:
      (typed.text("emergency") === "period" && periodTyped(typed, "emergency.period")) || typed.text("emergency"),
    remedies: typed.texts("remedies") ?? null,
    products: typed.all("products"),
    hostingRegions: typed.all("hostingRegions"),
  }) satisfies { [Term in keyof ContractTerms]-?: unknown };

/** What a form of a customer is about: one that is there by its id, and whom it had as contacts; or a new one. */
export type FormOf = { externalId: string | null; contacts: readonly Contact[] };

/** What was typed of a customer, as its document with its id. A field that the form forgets does not compile. */
export function customerTyped(typed: Typed, { externalId, contacts }: FormOf) {
  const name = typed.text("name");
  return {
    ...termsTyped(typed),
    // Without a name nothing is saved: that is said once, of the name.
    externalId: externalId ?? typed.text("externalId") ?? idFromName(name ?? "-"),
    name,
    contacts: areInForm(contacts) ? contactsTyped(typed, contacts) : contacts,
  } satisfies { [Field in keyof Customer]-?: unknown };
}

/** The most contacts that a form has rows for. Those of a customer with more are changed by a file. */
export const MOST_CONTACTS = 100;

export const areInForm = (contacts: readonly Contact[]): boolean => contacts.length <= MOST_CONTACTS;

function contactsTyped(typed: Typed, stored: readonly Contact[]) {
  const known = new Set(stored.map(({ email }) => emailKey(email)));
  return typed.rows("contacts", (row) => {
    const email = row.text("email");
    // Of somebody whom the form did not show, an empty name says nothing: they may have one as another customer's contact.
    const none = email !== undefined && known.has(emailKey(email)) ? null : undefined;
    return { email, name: row.text("name") ?? none, locale: row.text("locale") };
  });
}

/** Days off of a contract's own; none at all where that is said; null: the organisation's. */
function holidaysTyped(typed: Typed) {
  const days = typed.lines("holidays").map(dateTyped);
  return days.length > 0 || typed.flag("noHolidays") ? days : null;
}
