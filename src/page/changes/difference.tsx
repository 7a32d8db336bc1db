import { organisationOn } from "../../model/change/publishers.ts";
import type { ChangeView } from "../../model/change/register.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { ADDRESS } from "../../model/values/text.ts";
import { lawWith } from "../../transfers/index.ts";
import { capitalised, wordsFor } from "../../words/index.ts";
import { type DescribedRow, describeChange, type Told } from "../describe/change.ts";
import { NotStated, Prose } from "../parts/facts.tsx";
import type { RegisterView } from "../shell/view.ts";

type Props = { view: RegisterView; change: ChangeView; on: IsoDate; when: string | null; isCorrection: boolean };

/** A change in words, judged by the law, products and regimes of a day. */
export function describedOn(on: IsoDate, change: Told, { register, locale }: RegisterView) {
  const organisation = organisationOn(register, on);
  return describeChange(change, locale, organisation, { ...organisation, law: lawWith(register.amendments), on });
}

/**
 * One vendor's change, field by field; `on` is the date whose law, products and regimes are meant. `when` says that day, where
 * it is not the one of the whole set. A correction of the list changes nothing but what the list says.
 */
export function Difference({ view, change, on, when, isCorrection }: Props) {
  const { locale } = view;
  const { heading, kind, note, rows } = describedOn(on, change, view);
  const { changes, rectification } = wordsFor(locale);
  const sides = isCorrection ? rectification : changes;
  return (
    <section class="changed" id={change.vendor} aria-labelledby={`${change.vendor}--heading`}>
      <h2 id={`${change.vendor}--heading`}>
        <span dir="auto">{heading}</span>{" "}
        <span class={`tag ${change.kind}`}>{isCorrection ? rectification.page.kinds[change.kind] : kind}</span>
      </h2>
      {when && <p>{capitalised(when)}</p>}
      {note && <Prose text={note} />}
      <DifferenceRows rows={rows} kind={change.kind} locale={locale} sides={sides} />
    </section>
  );
}

type Sides = { before: string; after: string };
type RowsProps = {
  rows: readonly DescribedRow[];
  kind: ChangeView["kind"];
  locale: Locale;
  /** What the sides are called, where that is otherwise than before and after. */
  sides?: Sides;
};

/** Fields before and after, or that none differs. */
export function DifferenceRows({ rows, kind, locale, sides }: RowsProps) {
  const { changes } = wordsFor(locale);
  if (rows.length === 0) return <p>{changes.noDifference}</p>;
  return (
    <dl class={kind === "updated" ? "diff" : "diff one-sided"}>
      {rows.map((row) => (
        <Row row={row} kind={kind} locale={locale} sides={sides ?? changes} />
      ))}
    </dl>
  );
}

const SIDES = [
  { side: "before", other: "after", as: "del", without: "added" },
  { side: "after", other: "before", as: "ins", without: "removed" },
] as const;

type RowProps = {
  row: DescribedRow;
  kind: ChangeView["kind"];
  locale: Locale;
  sides: Sides;
};

/** A field before and after; of a vendor that comes or goes, only the side there is. */
function Row({ row, kind, locale, sides }: RowProps) {
  return (
    <div class="row">
      <dt dir="auto">{row.label}</dt>
      {SIDES.filter(({ without }) => without !== kind).map(({ side, other, as }) => (
        <dd>
          {kind === "updated" && <span class="side">{sides[side]}</span>}
          <Lines lines={row[side]} others={row[other]} as={as} lang={row.langs?.[side]} locale={locale} />
        </dd>
      ))}
    </div>
  );
}

type LinesProps = { lines: string[]; others: string[]; as: "ins" | "del"; lang?: Locale | undefined; locale: Locale };

/** Lines of one side; those the other side has not are marked. */
function Lines({ lines, others, as: Mark, lang, locale }: LinesProps) {
  const { notListed } = wordsFor(locale).terms;
  if (lines.length === 0) return <NotStated locale={locale} />;
  return (
    <ul class="plain">
      {lines.map((line) => (
        <li dir="auto" lang={lang}>
          {others.includes(line) || line === notListed ? (
            <Linked line={line} />
          ) : (
            <Mark>
              <Linked line={line} />
            </Mark>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A line, with the web addresses in it as links. */
function Linked({ line }: { line: string }) {
  return <>{line.split(ADDRESS).map((part, index) => (index % 2 === 1 ? <a href={part}>{part}</a> : part))}</>;
}
