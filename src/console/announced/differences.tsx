import type { OperatorSet } from "../../model/change/register.ts";
import { Difference } from "../../page/changes/difference.tsx";
import { whenOf } from "../../page/changes/in-effect.tsx";
import { Paging } from "../kit/table.tsx";
import { renderSet } from "./frame.tsx";
import { type Differences, type Overview, pathOf, type SetView } from "./view.ts";

/** So many changes stand on a page, field by field. */
const ON_A_PAGE = 20;

/** From which change on the page begins that has a vendor's. */
export function pageWith(vendor: string, { set }: Overview): string | undefined {
  const index = set.changes.findIndex((change) => change.vendor === vendor);
  const from = Math.floor(index / ON_A_PAGE) * ON_A_PAGE;
  return from > 0 ? String(from) : undefined;
}

type FieldByFieldProps = { view: Pick<SetView, "set" | "today" | "register">; changes: OperatorSet["changes"] };

/** Some changes of a set, field by field. */
export const FieldByField = ({ view: { set, today, register }, changes }: FieldByFieldProps) => (
  <>
    {changes.map((change) => (
      <Difference
        view={register}
        change={change}
        on={change.effectiveOn ?? today}
        when={whenOf(change, set, register)}
        isCorrection={set.rectification !== null}
      />
    ))}
  </>
);

/** What a set changes, field by field, a page at a time. */
export function renderDifferences(view: Differences): string {
  const { set, from } = view;
  const shown = set.changes.slice(from, from + ON_A_PAGE);
  const more = from + ON_A_PAGE < set.changes.length ? String(from + ON_A_PAGE) : null;
  return renderSet(
    view,
    <>
      <FieldByField view={view} changes={shown} />
      <Paging
        view={view}
        path={`${pathOf(view)}/differences`}
        cursor={from > 0 ? String(from) : undefined}
        next={more}
      />
    </>,
  );
}
