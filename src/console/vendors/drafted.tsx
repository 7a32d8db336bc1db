import type { ChangeView, VendorView } from "../../model/change/register.ts";
import { DifferenceRows } from "../../page/changes/difference.tsx";
import { describeChange } from "../../page/describe/change.ts";
import { Prose } from "../../page/parts/facts.tsx";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import type { ConsoleView } from "../shell.tsx";
import { pendingLine } from "./list.tsx";
import type { PartProps } from "./parts.ts";
import { vendorPath } from "./path.ts";

type DifferenceProps = Pick<PartProps, "publisher" | "law" | "today"> & {
  view: ConsoleView;
  draft: { number: number; title: string };
  change: ChangeView;
  /** Whether it says what has been so already. */
  isCorrection: boolean;
};

/** Which draft is edited, and what it changes of the vendor so far. */
export function DraftDifference({ view, draft, change, isCorrection, publisher, law, today }: DifferenceProps) {
  const { form: words } = wordsFor(view.locale).screens.vendors;
  return (
    <section aria-labelledby="difference">
      <p class="notice">
        <a href={href(view, `/console/changes/${draft.number}`)}>{words.draftNamed(draft.number, draft.title)}</a>
      </p>
      <details open={change.kind === "updated"}>
        <summary id="difference">{words.difference}</summary>
        <Differs
          view={view}
          change={change}
          isCorrection={isCorrection}
          publisher={publisher}
          law={law}
          today={today}
        />
      </details>
    </section>
  );
}

/** A change of the vendor, field by field. */
export function Differs({
  view: { locale },
  change,
  isCorrection,
  publisher,
  law,
  today,
}: Omit<DifferenceProps, "draft">) {
  const judging = { ...publisher, law, on: change.effectiveOn ?? today };
  const { note, rows } = describeChange(change, locale, publisher, judging);
  const sides = isCorrection ? wordsFor(locale).rectification : undefined;
  return (
    <>
      {note && <Prose text={note} />}
      <DifferenceRows rows={rows} kind={change.kind} locale={locale} {...(sides && { sides })} />
    </>
  );
}

/** That a vendor is in drafts already, with the way to edit it there. */
export function OtherDrafts({ view, vendor }: { view: ConsoleView; vendor: Pick<VendorView, "slug" | "pending"> }) {
  const { vendors: words } = wordsFor(view.locale).screens;
  const drafts = vendor.pending.filter(({ state, kind }) => state === "draft" && kind !== "removed");
  if (drafts.length === 0) return null;
  return (
    <div class="notice">
      <p>{words.form.otherDrafts}</p>
      <ul class="rows">
        {drafts.map((each) => (
          <li>
            {pendingLine(each, view)}
            <a href={href(view, `${vendorPath(vendor.slug)}/edit`, { draft: String(each.changeSet) })}>
              {words.editIn(each.changeSet)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
