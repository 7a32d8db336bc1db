import type { Context } from "hono";
import { blankCustomer, customerForm, NEW_CUSTOMER } from "../../console/customers/form.ts";
import { renderCustomers } from "../../console/customers/list.tsx";
import { customerPath, PATH } from "../../console/customers/paths.ts";
import type { FormOf } from "../../console/customers/read.ts";
import { renderCustomer, renderNewCustomer, renderRemoveCustomer } from "../../console/customers/screen.tsx";
import { termsExplained } from "../../console/customers/terms.ts";
import { type FormState, formOf } from "../../console/kit/form-state.ts";
import {
  type CustomerView,
  customerDocumentOf,
  customerTag,
  ExternalId,
} from "../../model/people/customer-document.ts";
import { Refusal } from "../../model/values/refusal.ts";
import { line } from "../../model/values/text.ts";
import {
  allCustomers,
  confirmContact,
  customerPages,
  deleteCustomer,
  getCustomer,
  listCustomers,
  putCustomer,
} from "../../registry/customers/customers.ts";
import { customersCsv } from "../../registry/customers/customers-csv.ts";
import { organisationToday } from "../../registry/log/organisation.ts";
import { allows } from "../../registry/users/api-keys.ts";
import { type App, createRouter } from "../frame/context.ts";
import { UUID } from "../frame/contract.ts";
import { done, takeForm } from "./form.ts";
import { consoleView, freshSignIn } from "./frame.ts";
import { consoleRoutes } from "./routes.ts";

export const customersScreen = createRouter();

const route = consoleRoutes(customersScreen);

const ON_A_PAGE = 50;

/** What the address filters by; what is none is not asked for. */
function filtersIn(c: Context<App>) {
  const told = c.req.query("told");
  return {
    q: line().safeParse(c.req.query("q")).data,
    told: told === "yes" || told === "no" ? told : undefined,
  } as const;
}

const filterOf = ({ q, told }: ReturnType<typeof filtersIn>) => ({
  q,
  reachable: told === undefined ? undefined : told === "yes",
});

route("GET", PATH, { role: "read" }, async (c) => {
  const { deps, signedIn, scopes } = c.var;
  const filters = filtersIn(c);
  const cursor = c.req.query("cursor");
  const customers = await listCustomers(deps, {
    ...filterOf(filters),
    limit: ON_A_PAGE,
    // A cursor that is none begins at the beginning.
    cursor: customerPages.cursor.safeParse(cursor).data,
  });
  const { organisation: register } = await organisationToday(deps);
  const view = await consoleView(c, signedIn.user);
  const [, imported] = /^(\d{1,6})$/.exec(c.req.query("imported") ?? "") ?? [];
  return c.html(
    renderCustomers({
      ...view,
      register,
      customers,
      filters: { ...filters, cursor },
      mayWrite: allows(scopes, "write"),
      imported: imported === undefined ? null : Number(imported),
    }),
  );
});

route("GET", `${PATH}/file.csv`, { role: "read" }, (c) => {
  const { deps } = c.var;
  const lines = customersCsv(allCustomers({ db: deps.downloads }, filterOf(filtersIn(c))));
  const headers = {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="customers.csv"',
  };
  return c.var.download(c, lines, headers, deps.log);
});

/** What the pages of a form need besides. */
async function formPage(c: Context<App>, form: FormState, of: FormOf) {
  const { deps, signedIn, scopes } = c.var;
  const { organisation, today } = await organisationToday(deps);
  return {
    ...(await consoleView(c, signedIn.user)),
    form: { ...form, readOnly: !allows(scopes, "write") },
    of,
    register: organisation,
    explained: termsExplained(form, organisation, { now: deps.clock.now(), today }),
  };
}

const newPage = async (c: Context<App>, form: FormState) => renderNewCustomer(await formPage(c, form, NEW_CUSTOMER));

route("GET", `${PATH}/new`, { role: "write" }, async (c) => {
  const { locale } = await consoleView(c);
  const form = formOf(customerForm(NEW_CUSTOMER), blankCustomer(), locale);
  return c.html(await newPage(c, { ...form, version: undefined }));
});

route("POST", `${PATH}/new`, { role: "write" }, (c) =>
  takeForm(c, customerForm(NEW_CUSTOMER), {
    act: async (customer) => {
      await putCustomer(c.var.deps, c.var.actor, customer, { isNew: true });
      return customerPath("edit", customer.externalId);
    },
    page: (form) => newPage(c, form),
  }),
);

/** The customer that an address names. Refuses: not-found. */
function named(c: Context<App>): Promise<CustomerView> {
  const id = ExternalId.safeParse(c.req.param("externalId"));
  if (!id.success) throw new Refusal("not-found", "There is no such customer.");
  return getCustomer(c.var.deps, id.data);
}

const editPage = async (c: Context<App>, customer: CustomerView, form: FormState, of: FormOf) =>
  renderCustomer({ ...(await formPage(c, form, of)), customer });

route("GET", `${PATH}/edit/:externalId`, { role: "read" }, async (c) => {
  const customer = await named(c);
  const document = customerDocumentOf(customer);
  const { locale } = await consoleView(c);
  return c.html(await editPage(c, customer, formOf(customerForm(document), document, locale), document));
});

route("POST", `${PATH}/edit/:externalId`, { role: "write" }, async (c) => {
  const customer = await named(c);
  const of = customerDocumentOf(customer);
  return takeForm(c, customerForm(of), {
    current: async () => {
      const now = await named(c);
      return { document: customerDocumentOf(now), version: customerTag(now) };
    },
    act: async (document, ifMatch) => {
      await putCustomer(c.var.deps, c.var.actor, document, { ifMatch });
      return customerPath("edit", document.externalId);
    },
    page: (form) => editPage(c, customer, form, of),
  });
});

route("POST", `${PATH}/confirm/:externalId/:id`, { role: "write" }, async (c) => {
  const { externalId } = await named(c);
  const id = c.req.param("id") ?? "";
  if (!UUID.test(id)) throw new Refusal("not-found", "There is no such contact.");
  await confirmContact(c.var.deps, c.var.actor, externalId, id);
  return done(c, customerPath("edit", externalId));
});

route("GET", `${PATH}/remove/:externalId`, { role: "write" }, async (c) => {
  const customer = await named(c);
  return c.html(renderRemoveCustomer({ ...(await consoleView(c, c.var.signedIn.user)), customer }));
});

// It erases people, as whoever was there only as its contact goes with it.
route("POST", `${PATH}/remove/:externalId`, { role: "write", before: [freshSignIn] }, async (c) => {
  const { externalId } = await named(c);
  await deleteCustomer(c.var.deps, c.var.actor, externalId);
  return done(c, PATH);
});
