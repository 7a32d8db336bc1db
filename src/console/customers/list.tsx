import type { Page } from "../../db/paging.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { CustomerView } from "../../model/people/customer-document.ts";
import { Field } from "../../page/parts/fields.tsx";
import { href } from "../../page/shell/view.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import { Did } from "../kit/did.tsx";
import { Badge, Empty, Tabs } from "../kit/parts.tsx";
import { Search } from "../kit/search.tsx";
import { type Column, Paging, Table } from "../kit/table.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { customerPath, filePath, followersPath, PATH, toldIndex } from "./paths.ts";
import { termsInShort } from "./terms.ts";

export type ListFilters = { q?: string | undefined; told?: "yes" | "no" | undefined; cursor?: string | undefined };

type ListView = ConsoleView & {
  register: Organisation;
  customers: Page<CustomerView>;
  filters: ListFilters;
  mayWrite: boolean;
  /** How many customers have just been imported, where a file was. */
  imported: number | null;
};

/** Whom changes are told: those with a contract, those who follow; and of each change whom it was told. */
export const WhomTabs = ({ view, current }: { view: ConsoleView; current: "customers" | "followers" | "told" }) => {
  const { consoleWords, screens } = wordsFor(view.locale);
  return (
    <Tabs
      view={view}
      label={screens.customers.lists}
      tabs={[
        { path: PATH, label: consoleWords.page.customers, current: current === "customers" },
        { path: followersPath, label: screens.persons.followers, current: current === "followers" },
        { path: toldIndex, label: screens.told.tab, current: current === "told" },
      ]}
    />
  );
};

/** The customers, a page at a time, with what each uses, its terms, and whether somebody can be told for it. */
export function renderCustomers(view: ListView): string {
  const words = wordsFor(view.locale).screens.customers;
  const { customers, filters, mayWrite } = view;
  const { cursor, ...chosen } = filters;
  const isFiltered = Boolean(chosen.q || chosen.told);
  const isNew = customers.data.length === 0 && !isFiltered && cursor === undefined;
  return renderScreen(
    view,
    {
      page: "customers",
      lead: words.lead,
      buttons: (
        <>
          {mayWrite && (
            <a class="button" href={href(view, `${PATH}/new`)}>
              {words.add}
            </a>
          )}
          {mayWrite && <a href={href(view, filePath)}>{words.import}</a>}
          {!isNew && <a href={href(view, `${PATH}/file.csv`, chosen)}>{words.download}</a>}
        </>
      ),
    },
    <>
      {view.imported !== null && <Did>{words.imported(view.imported)}</Did>}
      <WhomTabs view={view} current="customers" />
      {isNew ? (
        <Empty title={words.none.title}>
          <p>{words.none.text}</p>
        </Empty>
      ) : (
        <>
          <Search view={view} path={PATH} label={words.searchFor} q={chosen.q}>
            <Field as="select" name="told" label={words.told.label}>
              <option value="">{words.told.all}</option>
              {(["yes", "no"] as const).map((each) => (
                <option value={each} selected={each === chosen.told}>
                  {words.told[each]}
                </option>
              ))}
            </Field>
          </Search>
          {customers.data.length === 0 ? (
            <p class="hint">{words.nothingFound}</p>
          ) : (
            <Table caption={words.caption} rows={customers.data} columns={columnsOf(view)} />
          )}
          <Paging view={view} path={PATH} filters={chosen} cursor={cursor} next={customers.next} />
        </>
      )}
    </>,
  );
}

function columnsOf(view: ListView): Column<CustomerView>[] {
  const words = wordsFor(view.locale).screens.customers;
  const columns: (Column<CustomerView> | false)[] = [
    {
      head: words.columns.name,
      cell: ({ externalId, name }) => (
        <a href={href(view, customerPath("edit", externalId))} dir="auto">
          {name}
        </a>
      ),
    },
    view.register.products.length + view.register.hostingRegions.length > 0 && {
      head: words.columns.uses,
      cell: (customer) => usesOf(customer, view),
    },
    { head: words.columns.terms, cell: (customer) => termsInShort(customer, view.locale) },
    {
      head: words.columns.contacts,
      cell: ({ contacts, reachable }) => (
        <>
          {words.contacts(contacts.length)} {!reachable && <Badge tone="bad">{words.told.no}</Badge>}
        </>
      ),
    },
  ];
  return columns.filter((column) => column !== false);
}

/** What a customer uses, by the names of products and regions. */
function usesOf(customer: CustomerView, { register, locale }: ListView): string {
  const words = wordsFor(locale).screens.customers;
  const named = (field: "products" | "hostingRegions") =>
    customer[field].map((key) => register[field].find((each) => each.key === key)?.name ?? key);
  const lists = [named("products"), named("hostingRegions")].filter((names) => names.length > 0);
  return wordsFor(locale).terms.clauses(lists.map((names) => formatList(names, locale))) || words.everything;
}
