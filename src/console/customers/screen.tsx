import type { Organisation } from "../../model/organisation-document.ts";
import type { ContactView, CustomerView } from "../../model/people/customer-document.ts";
import { href } from "../../page/shell/view.ts";
import type { ConsoleDictionary } from "../../words/dictionary.ts";
import { wordsFor } from "../../words/index.ts";
import { Form } from "../kit/form.tsx";
import type { FormState } from "../kit/form-state.ts";
import { Action, Badge, Confirm, type Tone } from "../kit/parts.tsx";
import { Table } from "../kit/table.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { customerPath, PATH, personPath } from "./paths.ts";
import { type FormOf, MOST_CONTACTS } from "./read.ts";
import { More, Terms, Use, Who } from "./sections.tsx";
import type { TermsExplained } from "./terms.ts";

const SECTIONS = { who: Who, use: Use, terms: Terms } as const;

type FormPage = ConsoleView & {
  form: FormState;
  of: FormOf;
  register: Organisation;
  explained: TermsExplained | null;
};

const backToCustomers = (view: ConsoleView) => ({
  path: PATH,
  label: wordsFor(view.locale).consoleWords.page.customers,
});

/** A new customer. */
export function renderNewCustomer(view: FormPage): string {
  const words = wordsFor(view.locale).screens.customers;
  return renderScreen(
    view,
    { page: "customers", title: words.add, lead: words.addLead, back: backToCustomers(view) },
    <CustomerForm view={view} action={`${PATH}/new`} button={words.add} />,
  );
}

/** A customer as it is, to be edited by whoever may, with what becomes of what its contacts are told. */
export function renderCustomer(view: FormPage & { customer: CustomerView }): string {
  const { customer, form } = view;
  const words = wordsFor(view.locale).screens.customers;
  return renderScreen(
    view,
    {
      page: "customers",
      title: customer.name,
      back: backToCustomers(view),
      buttons: !form.readOnly && <a href={href(view, customerPath("remove", customer.externalId))}>{words.remove}…</a>,
    },
    <>
      {form.readOnly && <p class="notice">{words.readOnly}</p>}
      {!customer.reachable && <p class="notice">{words.unreachable}</p>}
      <CustomerForm view={view} action={customerPath("edit", customer.externalId)} />
      <Contacts view={view} customer={customer} mayWrite={!form.readOnly} />
    </>,
  );
}

function CustomerForm({ view, action, button }: { view: FormPage; action: string; button?: string }) {
  const words = wordsFor(view.locale).screens.customers;
  const sections = Object.entries(SECTIONS) as [keyof typeof SECTIONS, (typeof SECTIONS)[keyof typeof SECTIONS]][];
  const { products, hostingRegions } = view.register;
  const shown = sections.filter(([id]) => id !== "use" || products.length + hostingRegions.length > 0);
  return (
    <Form form={view.form} action={href(view, action)} button={button}>
      {shown.map(([id, Section]) => (
        <section aria-labelledby={id}>
          <h2 id={id}>{words.sections[id]}</h2>
          <Section form={view.form} of={view.of} organisation={view.register} explained={view.explained} />
        </section>
      ))}
      <More form={view.form} of={view.of} organisation={view.register} explained={view.explained} />
    </Form>
  );
}

/** What becomes of what a contact is told. */
function stateOf({ status, suppressed, confirmed }: ContactView): [keyof ContactStates, Tone] {
  if (status === "unsubscribed") return ["left", "bad"];
  if (suppressed) return ["suppressed", "bad"];
  if (status === "pending") return ["pending", "waiting"];
  return confirmed ? ["told", "good"] : ["unconfirmed", "waiting"];
}
type ContactStates = ConsoleDictionary["screens"]["customers"]["contactStates"];

type ContactsProps = { view: ConsoleView; customer: CustomerView; mayWrite: boolean };

function Contacts({ view, customer: { externalId, contacts }, mayWrite }: ContactsProps) {
  const words = wordsFor(view.locale).screens.customers;
  const isToConfirm = ({ confirmed }: ContactView) => mayWrite && !confirmed;
  if (contacts.length === 0) return null;
  return (
    <section aria-labelledby="people">
      <h2 id="people">{words.people}</h2>
      <Table
        caption={contacts.length > MOST_CONTACTS ? words.firstOf(MOST_CONTACTS, contacts.length) : words.peopleCaption}
        rows={contacts.slice(0, MOST_CONTACTS)}
        columns={[
          {
            head: words.columns.person,
            cell: (contact) => (
              <a href={href(view, personPath(contact.id))} dir="auto">
                {contact.name ?? contact.email}
              </a>
            ),
          },
          {
            head: words.columns.state,
            cell: (contact) => {
              const [state, tone] = stateOf(contact);
              return <Badge tone={tone}>{words.contactStates[state]}</Badge>;
            },
          },
          ...(contacts.some(isToConfirm)
            ? [
                {
                  head: words.columns.todo,
                  cell: (contact: ContactView) =>
                    isToConfirm(contact) && (
                      <Action
                        view={view}
                        action={`${customerPath("confirm", externalId)}/${contact.id}`}
                        button={words.confirm}
                        name={words.confirmNamed(contact.name ?? contact.email)}
                        quiet
                      />
                    ),
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

/** Before a customer is removed: what that means. */
export function renderRemoveCustomer(view: ConsoleView & { customer: CustomerView }): string {
  const words = wordsFor(view.locale).screens.customers;
  const { externalId, name, contacts } = view.customer;
  const back = customerPath("edit", externalId);
  return renderScreen(
    view,
    { page: "customers", title: words.removing.title(name), back: { path: back, label: name } },
    <>
      <ul>
        {words.removing.means(contacts.length).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <Confirm view={view} action={customerPath("remove", externalId)} button={words.remove} back={back} />
    </>,
  );
}
