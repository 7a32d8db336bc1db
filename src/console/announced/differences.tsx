import { Difference } from "../../page/changes/difference.tsx";
import { whenOf } from "../../page/changes/in-effect.tsx";
import { Paging } from "../kit/table.tsx";
import { renderSet } from "./frame.tsx";
import { type Differences, type Overview, pathOf } from "./view.ts";

/** So many changes stand on a page, field by field. */
const ON_A_PAGE = 20;

/** From which change on the page begins that has a vendor's. */
export function pageWith(vendor: string, { set }: Overview): string | undefined {
  const index = set.changes.findIndex((change) => change.vendor === vendor);
  const from = Math.floor(index / ON_A_PAGE) * ON_A_PAGE;
  return from > 0 ? String(from) : undefined;
}

/** What a set changes, field by field. */
export function renderDifferences(view: Differences): string {
  const { set, from, register } = view;
  const shown = set.changes.slice(from, from + ON_A_PAGE);
  const more = from + ON_A_PAGE < set.changes.length ? String(from + ON_A_PAGE) : null;
  return renderSet(
    view,
    <>
      {shown.map((change) => (
        <Difference
          view={register}
          change={change}
          on={change.effectiveOn ?? view.today}
          when={whenOf(change, set, register)}
          isCorrection={set.rectification !== null}
        />
      ))}
      <Paging
        view={view}
        path={`${pathOf(view)}/differences`}
        cursor={from > 0 ? String(from) : undefined}
        next={more}
      />
    </>,
  );
}
