import type { SuppressionReason } from "../../model/people/delivery.ts";
import type { NoticeKind } from "../../model/people/notice.ts";
import { Field } from "../../page/parts/fields.tsx";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { Prose } from "../kit/fields.tsx";
import { Form } from "../kit/form.tsx";
import type { FormState } from "../kit/form-state.ts";
import { formatMoment } from "../kit/moment.ts";
import { ByChange, type OfChange } from "../kit/of-change.tsx";
import { Empty } from "../kit/parts.tsx";
import { Search } from "../kit/search.tsx";
import { Paging, Table } from "../kit/table.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { DELIVERY, DeliveryTabs } from "./parts.tsx";
import { titleOfMail } from "./trouble.ts";

/** An address that nothing is sent to. */
export type Suppressed = {
  id: string;
  /** Null where only its hash is known any more. */
  email: string | null;
  reason: SuppressionReason;
  detail: string | null;
  since: Date;
};

type Listed<Row> = ConsoleView & { rows: readonly Row[]; next: string | null; cursor?: string | undefined };

export type SuppressedView = Listed<Suppressed> & { q?: string | undefined; mayLift: boolean };

const PATH = `${DELIVERY}/suppressed`;

/** The addresses that nothing is sent to, the oldest first. */
export function renderSuppressed(view: SuppressedView): string {
  const { delivery } = wordsFor(view.locale).screens;
  const { suppressed: words } = delivery;
  const { q, rows } = view;
  const isFiltered = q !== undefined || view.cursor !== undefined;
  return renderScreen(
    view,
    { page: "delivery", lead: words.lead },
    <>
      <DeliveryTabs view={view} current="suppressed" />
      {(rows.length > 0 || isFiltered) && <Search view={view} path={PATH} label={words.search} q={q} />}
      {rows.length === 0 ? (
        <None text={isFiltered ? words.noneFound : null} title={words.none} more={words.noneText} />
      ) : (
        <Table
          caption={words.caption}
          rows={rows}
          columns={[
            { head: words.email, cell: ({ email }) => <span dir="auto">{email ?? words.unknown}</span> },
            {
              head: words.why,
              cell: ({ reason, detail }) => (
                <>
                  {words.reasons[reason]}
                  {detail && (
                    <>
                      <br />
                      <small class="hint" dir="auto">
                        {detail}
                      </small>
                    </>
                  )}
                </>
              ),
            },
            { head: words.since, cell: ({ since }) => formatMoment(since, view) },
            ...(view.mayLift
              ? [
                  {
                    head: words.lift,
                    isPlain: true,
                    cell: ({ id, email }: Suppressed) => (
                      <a href={href(view, `${PATH}/${id}`)} aria-label={words.liftOf(email ?? words.unknown)}>
                        {words.lift}
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <Paging view={view} path={PATH} filters={{ q }} cursor={view.cursor} next={view.next} />
    </>,
  );
}

/** That nothing is like what was asked for, where it was; else that there is nothing yet, and when there is. */
const None = ({ text, title, more }: { text: string | null; title: string; more: string }) =>
  text === null ? (
    <Empty title={title}>
      <p>{more}</p>
    </Empty>
  ) : (
    <p role="status">{text}</p>
  );

export type LiftView = ConsoleView & { address: Suppressed; form: FormState };

/** A page that says what lifting does, and takes the reason. */
export function renderLift({ address, form, ...view }: LiftView): string {
  const { delivery } = wordsFor(view.locale).screens;
  const { suppressed: words } = delivery;
  return renderScreen(
    view,
    {
      page: "delivery",
      title: words.liftTitle(address.email ?? words.unknown),
      lead: words.liftText,
      back: { path: PATH, label: delivery.tabs.suppressed },
    },
    <Form form={form} action={href(view, `${PATH}/${address.id}`)} button={words.button}>
      <section aria-label={words.reason}>
        <Prose form={form} name="reason" required maxlength={500} hint={words.reasonHint} />
      </section>
    </Form>,
  );
}

/** What the provider reported of a mail. */
export type Report = {
  id: string;
  type: string;
  detail: string | null;
  occurredAt: Date;
  kind: NoticeKind | null;
  changeSet: number | null;
  email: string | null;
};

export type ReportsView = Listed<Report> & { isTroubleOnly: boolean; of: OfChange };

/** What the provider reported, the newest first. */
export function renderReports(view: ReportsView): string {
  const { delivery } = wordsFor(view.locale).screens;
  const { reports: words } = delivery;
  const { rows, isTroubleOnly, of } = view;
  const isNarrowed = isTroubleOnly || of.chosen !== null || view.cursor !== undefined;
  const path = `${DELIVERY}/reports`;
  return renderScreen(
    view,
    { page: "delivery", lead: words.lead },
    <>
      <DeliveryTabs view={view} current="reports" />
      {(rows.length > 0 || isNarrowed) && (
        <ByChange view={view} path={path} of={of} isNarrowed={isTroubleOnly}>
          <Field as="select" name="show" label={words.filter}>
            <option value="">{words.all}</option>
            <option value="trouble" selected={isTroubleOnly}>
              {words.trouble}
            </option>
          </Field>
        </ByChange>
      )}
      {rows.length === 0 ? (
        <None text={isNarrowed ? words.noneFound : null} title={words.none} more={words.noneText} />
      ) : (
        <Table
          caption={words.caption}
          rows={rows}
          columns={[
            {
              head: words.what,
              cell: ({ type, detail }) => (
                <>
                  {words.types[type] ?? type}
                  {detail && (
                    <>
                      <br />
                      <small class="hint" dir="auto">
                        {detail}
                      </small>
                    </>
                  )}
                </>
              ),
            },
            {
              head: words.whom,
              cell: ({ email, kind }) => <span dir="auto">{email ?? (kind ? words.erased : words.foreign)}</span>,
            },
            {
              head: words.mail,
              cell: ({ kind, changeSet }) => (kind ? titleOfMail({ kind, changeSet }, view.locale) : words.foreign),
            },
            { head: words.when, cell: ({ occurredAt }) => formatMoment(occurredAt, view) },
          ]}
        />
      )}
      <Paging
        view={view}
        path={path}
        filters={{ show: isTroubleOnly ? "trouble" : undefined, change: of.chosen?.toString() }}
        cursor={view.cursor}
        next={view.next}
      />
    </>,
  );
}
