import type { Planned } from "../../imports/plan.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { href } from "../../page/shell/view.ts";
import type { ImportPlan } from "../../registry/imports/read-plan.ts";
import type { Law } from "../../transfers/index.ts";
import { formatList, wordsFor } from "../../words/index.ts";
import type { FormState } from "../kit/form-state.ts";
import { Action } from "../kit/parts.tsx";
import { Table } from "../kit/table.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import type { Target } from "../vendors/draft-choice.tsx";
import { Columns } from "./columns.tsx";
import { planPath, UPLOAD_PATH } from "./paths.ts";
import { PutIntoDraft } from "./put.tsx";
import { Questions } from "./questions.tsx";
import { sayTotals } from "./upload.tsx";
import { PlannedVendors } from "./vendors.tsx";

export type PlanView = ConsoleView & {
  plan: ImportPlan;
  settings: Organisation;
  law: Law;
  today: IsoDate;
  /** Which of its vendors are shown. */
  shown: { kind: Planned; page: number };
  /** Where it may be put. */
  target: Target;
  mayAnnounce: boolean;
  /** The form that puts it into a draft, and what is wrong with answers. */
  put: FormState;
  wrong: Readonly<Record<string, string>>;
};

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
              { head: words.lostColumns.column, cell: ({ column }) => <span dir="auto">{column}</span> },
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
