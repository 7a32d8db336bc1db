import { listOn, recordedFrom } from "../../model/change/history.ts";
import { asPublishedOn } from "../../model/change/publishers.ts";
import { rectifiedIn } from "../../model/change/rectifications.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { localized } from "../../model/values/text.ts";
import { formatDate, formatList, wordsFor } from "../../words/index.ts";
import { commonRole, listRole } from "../../words/role.ts";
import { announcements, RecentChanges } from "../changes/changes.tsx";
import { SetsSection } from "../changes/coming.tsx";
import { isRecent } from "../changes/state.tsx";
import { SubscribeForm } from "../forms/subscribe.tsx";
import { OwnWords, Prose } from "../parts/facts.tsx";
import { renderRegisterPage } from "../shell/layout.tsx";
import { SECTIONS } from "../shell/sections.ts";
import { TakeAlong } from "../shell/take-along.tsx";
import { href, type RegisterView } from "../shell/view.ts";
import { About } from "./about.tsx";
import { Contents } from "./contents.tsx";
import { List } from "./list.tsx";
import { type Filters, groupByCategory, matching, servicesOf } from "./listed.ts";

export type RegistryView = RegisterView & {
  /** The date to show the list of; null is today. */
  at: IsoDate | null;
  filters: Filters;
};

/** The page `/`: the list today or on a date, what is coming, what changed, and the form. */
export function renderRegistry(asked: RegistryView): string {
  const { today, locale, publicUrl } = asked;
  // What is said of a date is said by whoever published then.
  const register = asPublishedOn(asked.register, asked.at ?? today);
  const view = { ...asked, register };
  const { organisation, history } = register;
  const { page: words, follow } = wordsFor(locale);
  const at = view.at === today ? null : view.at;
  const filters = knownFilters(view);
  const entries = listOn(history, at ?? today);
  const all = servicesOf(entries);
  const groups = groupByCategory(matching(all, filters, locale), locale);
  const isPast = at !== null && at < today;
  const sets = announcements(view);
  const begins = recordedFrom(history);
  const coming = at ? [] : sets.filter(({ state }) => state === "announced").sort(bySoonest);
  const recent = at ? [] : sets.filter((set) => isRecent(set, organisation, today));
  const heading = words.headings[listRole(commonRole(all.map(({ service }) => service)))];
  const head = {
    title: heading,
    at: at ?? undefined,
    description: words.description(organisation.name),
    canonical: at ? undefined : `${publicUrl}/`,
    inLanguage: (lang: typeof locale) => href({ lang }, "/", { ...filters, at: at ?? undefined }),
    asked: { at: at ?? undefined, product: filters.product, region: filters.region },
  };
  return renderRegisterPage(
    view,
    head,
    <div class="columns">
      <div class="intro">
        <h1>{heading}</h1>
        {organisation.intro ? (
          <Prose text={localized(organisation.intro, locale)} of="lead prose" />
        ) : (
          <p class="lead">{words.lead(organisation.name)}</p>
        )}
        {all.length > 0 && (
          <p class="tally">
            <span>{words.services(all.length)}</span>
            <span>{words.vendors(entries.length)}</span>
          </p>
        )}
      </div>
      {coming.length + recent.length > 0 && (
        <div class="content">
          <SetsSection view={view} id={SECTIONS.coming} sets={coming} />
          <SetsSection view={view} id={SECTIONS.recent} sets={recent} />
        </div>
      )}
      <aside class="side-column">
        {!isPast && (
          <section class="subscribe" id="subscribe" aria-labelledby="subscribe-heading">
            <h2 id="subscribe-heading">{follow.subscribe.heading}</h2>
            <p>{view.stale ? follow.subscribe.unavailable : follow.subscribe.lead}</p>
            {!view.stale && <SubscribeForm organisation={organisation} locale={locale} />}
          </section>
        )}
        <Contents
          locale={locale}
          at={at}
          groups={groups}
          hasComing={coming.length > 0}
          hasRecent={recent.length > 0}
          hasChanges={!at && sets.length > 0}
        />
      </aside>
      <div class="content">
        {at && begins && at >= begins && <AtNotice view={view} at={at} />}
        {at && <RectifiedLater view={view} at={at} />}
        <List view={view} at={at} filters={filters} groups={groups} all={all} />
        {!at && sets.length > 0 && <RecentChanges view={view} sets={sets} />}
        <TakeAlong view={view} asked={head.asked} />
        <About organisation={organisation} locale={locale} />
      </div>
    </div>,
  );
}

/** A product or region the organisation does not have narrows nothing, as the form shows. */
function knownFilters({ filters, register: { organisation } }: RegistryView): Filters {
  const known = (options: { key: string }[], key: string | undefined) => options.find((each) => each.key === key)?.key;
  return {
    product: known(organisation.products, filters.product),
    region: known(organisation.hostingRegions, filters.region),
    q: filters.q?.trim() || undefined,
  };
}

function bySoonest(a: { effectiveOn: IsoDate | null; number: number }, b: typeof a): number {
  return (a.effectiveOn ?? "").localeCompare(b.effectiveOn ?? "") || a.number - b.number;
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

function AtNotice({ view, at }: { view: RegistryView; at: IsoDate }) {
  const words = wordsFor(view.locale).page.at;
  const date = formatDate(at, view.locale);
  return (
    <p class="notice at">
      <span>{at < view.today ? words.past(date) : words.future(date)}</span> <a href={href(view, "/")}>{words.back}</a>
    </p>
  );
}
