import { href } from "../../page/shell/view.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import { Action } from "../kit/parts.tsx";
import { Table } from "../kit/table.tsx";
import { renderScreen } from "../shell.tsx";
import { Columns } from "./columns.tsx";
import { planPath, UPLOAD_PATH } from "./paths.ts";
import { PutIntoDraft } from "./put.tsx";
import { Questions } from "./questions.tsx";
import { sayTotals } from "./upload.tsx";
import { sayPlace } from "./values.ts";
import { PlannedVendors } from "./vendors.tsx";
import type { PlanView } from "./view.ts";

const MOST_NAMED = 10;

/** A plan of an import: what its columns are, what is asked, what it would change, and the button that puts it into a draft. */
export function renderPlan(view: PlanView): string {
  const { plan, locale } = view;
  const { imports: words, importReading } = wordsFor(locale).screens;
  const path = planPath(plan.id);
  const { lost } = plan.reading;
  return renderScreen(
    view,
    {
      page: "vendors",
      title: words.planTitle(plan.fileName ?? words.pasted),
      lead: sayTotals(plan.totals, view),
      back: { path: UPLOAD_PATH, label: words.back },
    },
    <>
      {plan.state === "stale" && (
        <div class="notice">
          <p>{words.stale(formatList(plan.changedSince.slice(0, MOST_NAMED), locale))}</p>
          <Action view={view} action={`${path}/again`} button={words.again} />
        </div>
      )}
      {plan.changeSet !== null && (
        <p class="notice good">
          {words.applied(plan.changeSet)}{" "}
          <a class="onward" href={href(view, `/console/changes/${plan.changeSet}`)}>
            {words.toDraft}
          </a>
        </p>
      )}
      <Columns view={view} />
      <Questions view={view} />
      <PlannedVendors view={view} />
      {lost.length > 0 && (
        <details>
          <summary>{words.lost(lost.length)}</summary>
          <Table
            caption={words.lost(lost.length)}
            isHeaded
            rows={lost.slice(0, 100)}
            columns={[
              {
                head: words.lostColumns.column,
                cell: ({ column }) => <span dir="auto">{sayPlace(column, locale)}</span>,
              },
              { head: words.lostColumns.from, cell: ({ from }) => <span dir="auto">{from.slice(0, 500)}</span> },
              { head: words.lostColumns.why, cell: ({ why }) => importReading.lost[why] },
            ]}
          />
        </details>
      )}
      <PutIntoDraft view={view} />
      <Action view={view} action={`${path}/delete`} button={words.delete} quiet />
    </>,
  );
}
