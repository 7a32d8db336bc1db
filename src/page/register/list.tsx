import type { ChangeSetView } from "../../model/change/register.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import type { Regime } from "../../model/vendor/vendor-document.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { commonRole } from "../../words/role.ts";
import type { Judging } from "../describe/transfers.ts";
import { ownLang } from "../parts/facts.tsx";
import { Parts } from "../parts/turns.tsx";
import { SECTIONS } from "../shell/sections.ts";
import type { RegisterView } from "../shell/view.ts";
import { type Asked, atList } from "./asked.ts";
import { comingChanges } from "./comes.ts";
import { Empty, NoMatch } from "./empty.tsx";
import { FilterForm } from "./filter-form.tsx";
import { isNarrowed, type Options } from "./filters.ts";
import { inGroups, type ListedService, type Sort } from "./listed.ts";
import { COLUMNS, Row, type RowFrame } from "./row.tsx";

type ListProps = {
  view: RegisterView;
  asked: Asked;
  options: Options;
  judging: Judging;
  /** What the filters left. */
  shown: readonly ListedService[];
  all: readonly ListedService[];
  /** The change sets that are to come. */
  coming: readonly ChangeSetView[];
};

/** The list itself: its filters, and a table of what they left. */
export function List({ view, asked, options, judging, shown, all, coming }: ListProps) {
  const { locale, register } = view;
  const words = wordsFor(locale).page.list;
  const { organisation } = register;
  const { at, filters } = asked;
  return (
    <section id={SECTIONS.list} class="list" aria-labelledby="list-heading">
      <div class="list-head">
        <h2 id="list-heading">{listTitle(at, locale)}</h2>
        {isNarrowed(filters) && (
          <p class="matching" role="status">
            {words.matching(shown.length, all.length)}
          </p>
        )}
      </div>
      {!organisation.exhaustive && all.length > 0 && <p class="examples">{words.examples(organisation.name)}</p>}
      {(all.length > 0 || at) && <FilterForm view={view} asked={asked} options={options} />}
      {shown.length > 0 && <Table {...{ view, asked, judging, shown, all, coming }} />}
      {shown.length === 0 &&
        (all.length > 0 ? <NoMatch {...{ view, asked, options, judging, all }} /> : <Empty view={view} at={at} />)}
    </section>
  );
}

export function listTitle(at: IsoDate | null, locale: Locale): string {
  const words = wordsFor(locale).page.list;
  return at ? words.on(formatDate(at, locale)) : words.today;
}

/** The anchor of a category; its place in the list, since a name may be in any script. */
const categoryId = (index: number) => `category-${index + 1}`;

function Table({ view, asked, judging, shown, all, coming }: Omit<ListProps, "options">) {
  const { locale, register } = view;
  const { page } = wordsFor(locale);
  const { organisation } = register;
  const { at, sort, isOpen } = asked;
  const groups = inGroups(shown, sort, locale);
  // Where nothing has a category, "other" would be other than nothing.
  const isFlat = groups.length === 1 && groups[0]?.category === null;
  const frame: RowFrame = {
    view,
    organisation,
    at: at ?? undefined,
    judging,
    names: { products: organisation.products, hostingRegions: organisation.hostingRegions, on: judging.on },
    role: commonRole(all.map(({ service }) => service)),
    coming: comingChanges(coming, view.today),
    hasCategories: sort !== "category",
    level: isFlat ? 3 : 4,
    isOpen,
  };
  return (
    <>
      <table class="register">
        <caption class="unseen">{listTitle(at, locale)}</caption>
        <Head view={view} asked={asked} />
        {groups.map(({ category, services }, index) => (
          <tbody>
            {!isFlat && (
              <tr class="group">
                <th scope="rowgroup" colspan={COLUMNS}>
                  <h3
                    id={categoryId(index)}
                    dir="auto"
                    lang={category === null ? undefined : ownLang(organisation, locale)}
                  >
                    {category ?? page.list.other}
                  </h3>
                </th>
              </tr>
            )}
            <Parts of={services} each={(listed) => <Row listed={listed} frame={frame} />} turn={view.turn} />
          </tbody>
        ))}
      </table>
      <div class="list-foot">
        <Legend shown={shown} regimes={organisation.regimes} locale={locale} />
        <p class="all-details">
          <a href={atList(view, { ...asked, isOpen: !isOpen })}>{isOpen ? page.list.closeAll : page.list.openAll}</a>
        </p>
      </div>
    </>
  );
}

/** What each column has, and what the list can be in order of. */
function Head({ view, asked }: { view: RegisterView; asked: Asked }) {
  const { page, terms } = wordsFor(view.locale);
  const columns: [string, Sort | null][] = [
    [terms.fields.name, "name"],
    [`${terms.fields.category} · ${terms.fields.purpose}`, "category"],
    [terms.fields.dataCategories, null],
    [terms.fields.locations, "country"],
    [terms.fields.transfers, null],
  ];
  return (
    <thead>
      <tr>
        {columns.map(([text, sort], index) => (
          <th
            scope="col"
            aria-sort={sort === asked.sort ? "ascending" : undefined}
            class={sort ? undefined : "unsorted"}
          >
            {index === 0 && <span class="label">{terms.explained(page.list.sort, "")}</span>}
            {sort ? <a href={atList(view, { ...asked, sort })}>{text}</a> : text}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type LegendProps = { shown: readonly ListedService[]; regimes: readonly Regime[]; locale: Locale };

/** What the abbreviations in the column of transfers stand for, as far as the list states such tools. */
function Legend({ shown, regimes, locale }: LegendProps) {
  const { terms, transfers } = wordsFor(locale);
  const { brief } = transfers;
  const stated = new Set(shown.flatMap(({ service }) => service.safeguards.map(({ mechanism }) => mechanism)));
  const meanings = [
    ...[...stated].map((each) => [brief.mechanisms[each], terms.mechanisms[each]] as const),
    ...regimes.map((each) => [brief.regimes[each], terms.regimes[each]] as const),
  ]
    .map(([short, long]) => [short, long.replace(` (${short})`, "")] as const)
    .filter(([short, long]) => ABBREVIATION.test(short) && short !== long);
  if (meanings.length === 0) return null;
  return <p class="legend">{terms.clauses(meanings.map(([short, long]) => terms.explained(short, long)))}</p>;
}

const ABBREVIATION = /^\p{Lu}{2,}$/u;
