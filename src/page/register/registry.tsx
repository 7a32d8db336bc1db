import { listOn } from "../../model/change/history.ts";
import { asPublishedOn } from "../../model/change/publishers.ts";
import { rectifiedIn } from "../../model/change/rectifications.ts";
import type { Organisation } from "../../model/organisation-document.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { inLanguage } from "../../model/values/text.ts";
import { formatDate, formatList, wordsFor } from "../../words/index.ts";
import { commonRole, listRole } from "../../words/role.ts";
import { comingOf, newsOf, RecentChanges } from "../changes/changes.tsx";
import { SetsSection } from "../changes/coming.tsx";
import { Corrected } from "../changes/corrected.tsx";
import { isRecent } from "../changes/state.tsx";
import { judgingOf } from "../describe/transfers.ts";
import { unrecordedUntil } from "../formats/list-for.ts";
import { SubscribeForm } from "../forms/subscribe.tsx";
import { OwnWords, Prose } from "../parts/facts.tsx";
import { longPage, type RegisterPage } from "../shell/layout.tsx";
import { SECTIONS } from "../shell/sections.ts";
import { TakeAlong } from "../shell/take-along.tsx";
import { listTitleOn } from "../shell/title.ts";
import { href, isUnnamed, type RegisterView } from "../shell/view.ts";
import { About } from "./about.tsx";
import { type Asked, listHref } from "./asked.ts";
import { Contents } from "./contents.tsx";
import { UnknownFilters } from "./filter-form.tsx";
import { type Filters, isNarrowed, knownFilters, matching, optionsIn, unknownFilters } from "./filters.ts";
import { List, listTitle } from "./list.tsx";
import { SORTS, servicesOf } from "./listed.ts";

export type RegistryView = RegisterView & {
  /** The date to show the list of; null is today. */
  at: IsoDate | null;
  filters: Filters;
  sort?: string | undefined;
  /** `details`: with all details open, for who prints them. */
  print?: string | undefined;
};

/** The page `/`: the list today or on a date, what is coming, what changed, and the form. */
export const { render: renderRegistry, renderInTurns: renderRegistryInTurns } = longPage(registryPage);

function registryPage(from: RegistryView): RegisterPage {
  const { today, locale, publicUrl } = from;
  // What is said of a date is said by whoever published then.
  const register = asPublishedOn(from.register, from.at ?? today);
  const view = { ...from, register };
  const { organisation, history } = register;
  const { page: words, follow, changes, takeAlong } = wordsFor(locale);
  const at = view.at === today ? null : view.at;
  const entries = listOn(history, at ?? today);
  const all = servicesOf(entries);
  const options = optionsIn(all, organisation, locale, view.filters);
  const filters = knownFilters(view.filters, options);
  const unknown = all.length === 0 ? [] : unknownFilters(view.filters, filters);
  const sort = SORTS.find((each) => each === view.sort) ?? "category";
  const asked: Asked = { at, filters, sort, isOpen: view.print === "details" };
  const judging = judgingOf(register, at ?? today);
  const shown = matching(all, filters, judging, locale);
  const isPast = at !== null && at < today;
  const sets = newsOf(view);
  const isUnrecorded = at !== null && unrecordedUntil({ register, on: at, today }) !== null;
  const coming = at ? [] : comingOf(sets);
  const recent = at ? [] : sets.filter((set) => isRecent(set, organisation, today));
  const title = listTitleOn(view, at ?? today);
  const heading = title.text;
  const role = listRole(commonRole(all.map(({ service }) => service)));
  const isFiltered = isNarrowed(filters);
  const head = {
    title: isFiltered ? `${words.list.matching(shown.length, all.length)} · ${heading}` : heading,
    at: at ?? undefined,
    description: words.description(organisation.name),
    canonical: at ? undefined : `${publicUrl}/`,
    inLanguage: (lang: typeof locale) => listHref({ lang }, asked),
    asked: { at: at ?? undefined, product: filters.product, region: filters.region },
  };
  // Nobody is asked for an address by nobody.
  const isBlank = isUnnamed(view) && history.length === 0;
  const list = <List {...{ view, asked, options, judging, shown, all, coming }} />;
  const sections = [
    ...(coming.length > 0 ? [{ id: SECTIONS.coming, title: changes.coming.heading }] : []),
    ...(recent.length > 0 ? [{ id: SECTIONS.recent, title: changes.recent.heading }] : []),
    { id: SECTIONS.list, title: listTitle(at, locale) },
    ...(!at && sets.length > 0 ? [{ id: SECTIONS.changes, title: changes.heading }] : []),
    ...(isPast || isBlank ? [] : [{ id: SECTIONS.subscribe, title: follow.subscribe.heading }]),
    ...(isUnrecorded ? [] : [{ id: SECTIONS.takeAlong, title: takeAlong.heading }]),
    ...(isBlank ? [] : [{ id: SECTIONS.about, title: words.about.short }]),
  ];
  const content = (
    <div class="content">
      <div class="intro">
        <h1 dir={title.isOwn ? "auto" : undefined} lang={title.lang}>
          {heading}
        </h1>
        {!isFiltered && !isUnnamed(view) && <Lead organisation={organisation} locale={locale} />}
        <div class="overview">
          {all.length > 0 && (
            <p class="tally">
              <span>{words.services(all.length)}</span>
              <span>{words.vendors[role](entries.length)}</span>
            </p>
          )}
          {!isFiltered && <Contents sections={sections} locale={locale} />}
        </div>
      </div>
      {at && history.length > 0 && !isUnrecorded && <AtNotice view={view} at={at} />}
      <UnknownFilters of={unknown} locale={locale} />
      {at && <RectifiedLater view={view} at={at} />}
      {at && <ToldWrongly view={view} entries={entries} />}
      {/* Whoever looks for something sees first what was found. */}
      {isFiltered && list}
      <SetsSection view={view} id={SECTIONS.coming} sets={coming} />
      <SetsSection view={view} id={SECTIONS.recent} sets={recent} />
      {!isFiltered && list}
      {!isPast && !isBlank && (
        <div class="beside">
          {!at && sets.length > 0 && <RecentChanges view={view} sets={sets} />}
          <section class="subscribe" id={SECTIONS.subscribe} aria-labelledby="subscribe-heading">
            <h2 id="subscribe-heading">{follow.subscribe.heading}</h2>
            <p>{view.stale ? follow.subscribe.unavailable : follow.subscribe.lead}</p>
            {!view.stale && <SubscribeForm organisation={organisation} locale={locale} />}
          </section>
        </div>
      )}
      {!isUnrecorded && <TakeAlong view={view} asked={head.asked} />}
      {!isBlank && <About organisation={organisation} locale={locale} isOpen={asked.isOpen} />}
    </div>
  );
  return { view, head, content };
}

function Lead({ organisation, locale }: Pick<RegistryView, "locale"> & { organisation: Organisation }) {
  const { intro, name, defaultLocale } = organisation;
  if (intro) return <Prose {...inLanguage(intro, locale, defaultLocale)} of="lead prose" />;
  return <p class="lead">{wordsFor(locale).page.lead(name)}</p>;
}

/** What was published stays; where it was put right later, the page says so. */
function RectifiedLater({ view, at }: { view: RegistryView; at: IsoDate }) {
  const { changes: words } = wordsFor(view.locale);
  const { history } = view.register;
  return (
    <>
      {rectifiedIn(history, at).map(({ changeSet, rectifiedOn, reason, vendors }) => {
        const names = history.flatMap(({ set, vendor, after, before }) =>
          set.number === changeSet && vendors.includes(vendor.slug) ? ((after ?? before)?.name ?? vendor.slug) : [],
        );
        const [before, after] = words.rectifiedLater(
          formatDate(rectifiedOn, view.locale),
          formatList(names, view.locale),
        );
        return (
          <p class="notice rectified">
            {before}
            <a href={href(view, `/changes/${changeSet}`)}>
              <OwnWords words={reason} view={view} />
            </a>
            {after}
          </p>
        );
      })}
    </>
  );
}

/** Where what was announced of an entry of the list was corrected, in words. */
function ToldWrongly({ view, entries }: { view: RegistryView; entries: ReturnType<typeof listOn> }) {
  const bySet = Map.groupBy(entries, ({ changeSet }) => changeSet);
  const told = view.register.corrections.map(({ changeSet }) => changeSet);
  return (
    <>
      {[...new Set(told)].map((number) => {
        const changes = (bySet.get(number) ?? []).map(({ slug, document }) => ({ vendor: slug, name: document.name }));
        return changes.length > 0 && <Corrected view={view} set={{ number, changes }} linked />;
      })}
    </>
  );
}

function AtNotice({ view, at }: { view: RegistryView; at: IsoDate }) {
  const words = wordsFor(view.locale).page.at;
  const date = formatDate(at, view.locale);
  return (
    <p class="notice at">
      <span>{at < view.today ? words.past(date) : words.future(date)}</span> <a href={href(view, "/")}>{words.back}</a>
    </p>
  );
}
