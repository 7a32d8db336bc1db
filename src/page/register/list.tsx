import { recordedFrom } from "../../model/change/history.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { lawWith } from "../../transfers/index.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { SECTIONS } from "../shell/sections.ts";
import { href, type RegisterView } from "../shell/view.ts";
import { FilterForm } from "./filter-form.tsx";
import type { Filters, Group, ListedService } from "./listed.ts";
import { ServiceRow } from "./service.tsx";

type Props = {
  view: RegisterView;
  at: IsoDate | null;
  filters: Filters;
  /** What the filters left. */
  groups: readonly Group[];
  all: readonly ListedService[];
};

/** The list itself, by category. */
export function List({ view, at, filters, groups, all }: Props) {
  const { locale, register } = view;
  const words = wordsFor(locale).page.list;
  const { organisation } = register;
  const shown = groups.reduce((sum, { services }) => sum + services.length, 0);
  return (
    <section id={SECTIONS.list} class="list" aria-labelledby="list-heading">
      <div class="list-head">
        <h2 id="list-heading">{listTitle(at, locale)}</h2>
        {Object.values(filters).some(Boolean) && <p class="matching">{words.matching(shown, all.length)}</p>}
      </div>
      {!organisation.exhaustive && all.length > 0 && <p class="examples">{words.examples(organisation.name)}</p>}
      {(all.length > 0 || at) && <FilterForm view={view} filters={filters} at={at} />}
      {groups.map((group, index) => (
        <Category view={view} on={at ?? view.today} group={group} id={categoryId(index)} isOnly={groups.length === 1} />
      ))}
      {shown === 0 && <Empty view={view} at={at} isFiltered={all.length > 0} />}
    </section>
  );
}

export function listTitle(at: IsoDate | null, locale: Locale): string {
  const words = wordsFor(locale).page.list;
  return at ? words.on(formatDate(at, locale)) : words.today;
}

/** The anchor of a category; its place in the list, since a name may be in any script. */
export const categoryId = (index: number) => `category-${index + 1}`;

type CategoryProps = { view: RegisterView; on: IsoDate; group: Group; id: string; isOnly: boolean };

function Category({ view, on, group, id, isOnly }: CategoryProps) {
  const { locale, register } = view;
  // Where nothing has a category, "other" would be other than nothing.
  const isFlat = isOnly && group.category === null;
  const rows = group.services.map((listed) => (
    <ServiceRow
      listed={listed}
      organisation={register.organisation}
      law={lawWith(register.amendments)}
      on={on}
      locale={locale}
      level={isFlat ? 3 : 4}
    />
  ));
  return (
    <div class="category">
      {!isFlat && (
        <h3 id={id} dir="auto">
          {group.category ?? wordsFor(locale).page.list.other}
        </h3>
      )}
      {rows}
    </div>
  );
}

function Empty({ view, at, isFiltered }: { view: RegisterView; at: IsoDate | null; isFiltered: boolean }) {
  const { page } = wordsFor(view.locale);
  const words = page.list;
  if (isFiltered) {
    return (
      <div class="empty">
        <p>
          <strong>{words.noMatch}</strong> {words.noMatchHint}
        </p>
        <p>
          <a href={href(view, "/", { at: at ?? undefined })}>{words.showAll}</a>
        </p>
      </div>
    );
  }
  const begins = recordedFrom(view.register.history);
  if (at && begins && at < begins) {
    return (
      <p class="empty">
        {words.begins(formatDate(begins, view.locale))} <a href={href(view, "/")}>{page.at.back}</a>
      </p>
    );
  }
  if (at && begins) return <p class="empty">{words.emptyOn(formatDate(at, view.locale))}</p>;
  if (view.register.history.length > 0) return <p class="empty">{words.emptyNow}</p>;
  return (
    <p class="empty">
      <strong>{words.empty}</strong> {words.emptyHint}
    </p>
  );
}
