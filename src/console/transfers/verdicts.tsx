import { href } from "../../page/shell/view.ts";
import type { Fall } from "../../transfers/index.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { ErrorSummary } from "../kit/form.tsx";
import { Action, Empty } from "../kit/parts.tsx";
import { type Column, Paging, Table } from "../kit/table.tsx";
import { renderScreen } from "../shell.tsx";
import { Filters, Reading, TRANSFERS, TransferTabs, Whose } from "./parts.tsx";
import { entryOf, Renewed, Unaffected } from "./resting.tsx";
import { nameOfRule } from "./rules.ts";
import type { ConcerningFall, VerdictsView, WhatIfView } from "./view.ts";

/** Every service of the list of a day under each of the organisation's regimes. */
export function renderVerdicts(view: VerdictsView): string {
  const { transfers: words } = wordsFor(view.locale).screens;
  const date = formatDate(view.on, view.locale);
  // A row for each service: its verdicts stand beside each other.
  const rows = [...Map.groupBy(view.rows, ({ vendor, service }) => `${vendor} ${service}`).values()];
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    {
      head: words.vendor,
      cell: ([first]) => <Whose view={view} entry={entryOf(view, first?.vendor)} service={first?.service ?? ""} />,
    },
    ...view.regimes.map((regime) => ({
      head: wordsFor(view.locale).terms.regimes[regime],
      cell: (row: Row) => {
        const found = row.find((each) => each.regime === regime);
        return found && <Reading view={view} assessment={found} regime={regime} entry={entryOf(view, found.vendor)} />;
      },
    })),
  ];
  return renderScreen(
    view,
    { page: "transfers", lead: words.lead },
    <>
      <TransferTabs view={view} current="verdicts" />
      <ErrorSummary form={view.form} saves={false} />
      <Filters view={view} />
      {view.list.length === 0 ? (
        <Empty title={words.none(date)}>
          <p>{words.noneText}</p>
          <p>
            <a class="onward" href={href(view, "/console/vendors")}>
              {wordsFor(view.locale).consoleWords.page.vendors}
            </a>
          </p>
        </Empty>
      ) : rows.length === 0 ? (
        <p role="status">{view.isOpenOnly && view.list.length > 0 ? words.noneOpen(date) : words.none(date)}</p>
      ) : (
        <Table caption={words.caption(date)} rows={rows} columns={columns} />
      )}
      <Paging view={view} path={TRANSFERS} filters={view.filters} cursor={view.cursor} next={view.next} />
    </>,
  );
}

/** What would be left if a rule fell, and whom that concerns. */
export function renderWhatIf(view: WhatIfView): string {
  const { transfers } = wordsFor(view.locale).screens;
  const { whatIf: words } = transfers;
  const title = words.title(nameOfRule(view.rule, view.locale));
  return renderScreen(
    view,
    { page: "transfers", lead: transfers.lead },
    <>
      <TransferTabs view={view} current="verdicts" />
      <Filters view={view} />
      <section aria-labelledby="what-if">
        <h2 id="what-if" dir="auto">
          {title}
        </h2>
        {view.total === 0 ? (
          <p role="status">{words.nothing}</p>
        ) : (
          <>
            <p role="status">
              <strong>{words.worse(view.total)}</strong> {words.concerned(view.customers)}
            </p>
            <Draft view={view} />
            <Table
              caption={words.caption(formatDate(view.on, view.locale))}
              rows={view.rows}
              columns={columnsOf(view)}
            />
          </>
        )}
        <Paging view={view} path={TRANSFERS} filters={view.filters} cursor={view.cursor} next={view.next} />
      </section>
      {view.cursor === undefined && (
        <>
          <Coming view={view} />
          <Renewed view={view} />
          <Unaffected view={view} />
        </>
      )}
    </>,
  );
}

/** What is announced and not in force yet, as it would be covered without the rule. */
function Coming({ view }: { view: WhatIfView }) {
  const { transfers } = wordsFor(view.locale).screens;
  const { whatIf: words } = transfers;
  const { coming: rows, comingTotal } = view;
  if (rows.length === 0) return null;
  type Row = (typeof rows)[number];
  return (
    <section aria-labelledby="coming">
      <h2 id="coming">{words.coming}</h2>
      <Table
        caption={words.comingCaption(formatDate(view.on, view.locale))}
        rows={rows}
        columns={[
          {
            head: transfers.vendor,
            cell: ({ entry, fall }: Row) => <Whose view={view} entry={entry} service={fall.service} />,
          },
          { head: words.law, cell: ({ fall }: Row) => wordsFor(view.locale).terms.regimes[fall.regime] },
          {
            head: words.with,
            cell: ({ entry, fall }: Row) => (
              <Reading {...{ view, entry }} assessment={fall.before} regime={fall.regime} />
            ),
          },
          {
            head: words.left,
            cell: ({ entry, fall }: Row) => (
              <Reading {...{ view, entry }} assessment={fall.after} regime={fall.regime} />
            ),
          },
        ]}
      />
      {comingTotal > rows.length && <p class="hint">{words.comingMore(comingTotal - rows.length)}</p>}
    </section>
  );
}

/** How many customers a row names. */
const MOST_NAMED = 5;

function columnsOf(view: WhatIfView): Column<ConcerningFall>[] {
  const { transfers } = wordsFor(view.locale).screens;
  const { whatIf: words } = transfers;
  const reading = (of: (fall: Fall) => Fall["before"]) => (fall: ConcerningFall) => (
    <Reading view={view} assessment={of(fall)} regime={fall.regime} entry={entryOf(view, fall.vendor)} />
  );
  return [
    {
      head: transfers.vendor,
      cell: ({ vendor, service }) => <Whose view={view} entry={entryOf(view, vendor)} service={service} />,
    },
    { head: words.law, cell: ({ regime }) => wordsFor(view.locale).terms.regimes[regime] },
    { head: words.now, cell: reading(({ before }) => before) },
    { head: words.left, cell: reading(({ after }) => after) },
    {
      head: words.customers,
      cell: ({ customers, customersTotal }) => {
        const named = customers.slice(0, MOST_NAMED).map(({ name }) => name);
        return (
          <span dir="auto">
            {named.length === 0 ? words.nobody : words.names(named.join(", "), customersTotal - named.length)}
          </span>
        );
      },
    },
  ];
}

/** The way from what would fall to a draft that mends it. */
function Draft({ view }: { view: WhatIfView }) {
  const { whatIf: words } = wordsFor(view.locale).screens.transfers;
  if (!view.mayWrite) return null;
  const { draft } = view;
  if (draft === null) {
    const fields = { on: view.on, without: view.rule.id };
    return (
      <Action view={view} action={`${TRANSFERS}/draft`} button={words.draft} fields={fields}>
        <span class="hint">{words.draftHint}</span>
      </Action>
    );
  }
  return (
    <div class="notice" role="status">
      <p>{words.made(draft)}</p>
      <ul class="links">
        {view.vendors.map(({ slug, document }) => (
          <li>
            <a href={href(view, `/console/vendors/${slug}/edit`, { draft: String(draft) })}>
              {words.edit(document.name)}
            </a>
          </li>
        ))}
        <li>
          <a class="onward" href={href(view, `/console/changes/${draft}`)}>
            {words.open(draft)}
          </a>
        </li>
      </ul>
    </div>
  );
}
