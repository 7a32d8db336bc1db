import { type Customer, CustomerDocument, ExternalId } from "../../model/people/customer-document.ts";
import { wordsFor } from "../../words/index.ts";
import type { DocumentForm } from "../kit/form-state.ts";
import { areInForm, customerTyped, type FormOf } from "./read.ts";

const NamedDocument = CustomerDocument.safeExtend({ externalId: ExternalId });

export const customerForm = (of: FormOf): DocumentForm<Customer> => ({
  labels: (locale) => wordsFor(locale).screens.customers.fields,
  schema: NamedDocument,
  read: (typed) => customerTyped(typed, of),
  shown: ({ emergency, contacts, holidays, ...customer }) => ({
    ...customer,
    holidays,
    noHolidays: holidays?.length === 0,
    contacts: areInForm(contacts) ? contacts : [],
    ...(typeof emergency === "string" ? { emergency } : { emergency: "period", "emergency.period": emergency }),
  }),
});

export const NEW_CUSTOMER: FormOf = { externalId: null, contacts: [] };

/**
 * What the form of a new customer has before anything is typed. That an emergency shortens its notice is for somebody to
 * say who has read so in its contract.
 */
export const blankCustomer = (): Customer => ({
  externalId: "",
  ...CustomerDocument.parse({ name: "-", emergency: "not-allowed" }),
  name: "",
});
