import { asPublishedOn, organisationOn } from "../../model/change/publishers.ts";
import type { ChangeSetView, ChangeView } from "../../model/change/register.ts";
import { replacementsIn } from "../../model/change/replacements.ts";
import { asWithdrawn, partedByWithdrawal } from "../../model/change/share.ts";
import { type Standing, standingOn } from "../../model/change/vendor-history.ts";
import { addDays, type IsoDate } from "../../model/values/dates.ts";
import { lawWith } from "../../transfers/index.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { announcements, comingOf } from "../changes/changes.tsx";
import { SetsSection } from "../changes/coming.tsx";
import { Corrected } from "../changes/corrected.tsx";
import { Gist } from "../changes/gist.tsx";
import { whenOfEach } from "../changes/in-effect.tsx";
import { State } from "../changes/state.tsx";
import { unrecordedUntil } from "../formats/list-for.ts";
import { Field } from "../parts/fields.tsx";
import { DayOf } from "../parts/when.tsx";
import { renderRegisterPage } from "../shell/layout.tsx";
import { TakeAlong } from "../shell/take-along.tsx";
import { href, type RegisterView } from "../shell/view.ts";
import { VendorEntry } from "./entry.tsx";

/** `at`: the date to show the vendor of; null is today. */
export type VendorPageView = RegisterView & { slug: string; at: IsoDate | null };

/**
 * The page `/vendors/{slug}`: what is said of a vendor today or on a date, what is coming, and every change there was of it.
 * One that has left keeps its page. Null where nothing was ever announced of it.
 */
export function renderVendor(asked: VendorPageView): string | null {
  const { today, locale, publicUrl, slug } = asked;
  const own = asked.register.history.filter(({ vendor }) => vendor.slug === slug);
  if (own.length === 0) return null;
  const at = asked.at === today ? null : asked.at;
  const register = asPublishedOn(asked.register, at ?? today);
  const view = { ...asked, register };
  const standing = standingOn(own, at ?? today);
  const begins = at && unrecordedUntil({ register, on: at, today });
  const sets = setsOf(view, slug);
  const name = standing.as === "absent" ? nameIn(sets, slug) : standing.document.name;
  const { page, changes, vendorPage: words } = wordsFor(locale);
  const coming = at ? [] : comingOf(sets);
  const path = `/vendors/${slug}`;
  const head = {
    title: name,
    description: words.description(name, register.organisation.name),
    at: at ?? undefined,
    canonical: at ? undefined : `${publicUrl}${path}`,
    inLanguage: (lang: typeof locale) => href({ lang }, path, { at: at ?? undefined }),
    asked: { at: at ?? undefined },
    back: { path: "/", label: page.list.today },
  };
  return renderRegisterPage(
    view,
    head,
    <>
      <div class="intro">
        <h1 dir="auto">{name}</h1>
        <Lead view={view} name={name} at={at} standing={standing} begins={begins} />
      </div>
      <div class="content vendor">
        <SetsSection view={view} id="coming" sets={coming} />
        {standing.as !== "absent" && (at === null || standing.as === "listed") && (
          <Entry view={view} slug={slug} standing={standing} />
        )}
        <section id="changes" aria-labelledby="changes-heading">
          <h2 id="changes-heading">{changes.heading}</h2>
          <VendorChanges view={view} slug={slug} sets={sets} />
          <AtForm view={view} path={path} at={at} />
        </section>
        {!begins && <TakeAlong view={view} asked={head.asked} />}
      </div>
    </>,
  );
}

/**
 * The sets that change a vendor, each with that change alone, and with the one of whom it replaces or is replaced by. Of a set
 * from which that change was withdrawn by itself, as withdrawn.
 */
function setsOf(view: RegisterView, slug: string): ChangeSetView[] {
  return announcements(view).flatMap((set) => {
    const own = ownChange(set, slug);
    if (!own) return [];
    if (own.withdrawn) return [asWithdrawn(set, [own])];
    const { left } = partedByWithdrawal(set.changes);
    const pair = replacementsIn(left).find(({ added, removed }) => own === added || own === removed);
    return [{ ...set, changes: pair ? [pair.added, pair.removed] : [own] }];
  });
}

const ownChange = (set: ChangeSetView, slug: string): ChangeView | undefined =>
  set.changes.find(({ vendor }) => vendor === slug);

const nameIn = (sets: readonly ChangeSetView[], slug: string): string =>
  sets.flatMap((set) => ownChange(set, slug)?.name ?? []).at(0) ?? slug;

type LeadProps = {
  view: RegisterView;
  name: string;
  at: IsoDate | null;
  standing: Standing /** The day on which the register begins, where it does so after `at`. */;
  begins: IsoDate | null;
};

/** Whether the vendor is on the list, where that does not go without saying. */
function Lead({ view, name, at, standing, begins }: LeadProps) {
  const { vendorPage: words, page } = wordsFor(view.locale);
  const day = (on: IsoDate) => formatDate(on, view.locale);
  if (begins) return <p class="notice">{page.list.begins(day(begins))}</p>;
  if (at)
    return (
      <p class="notice">
        {standing.as !== "listed"
          ? words.notListedOn(name, day(at))
          : at < view.today
            ? words.past(name, day(at))
            : words.future(name, day(at))}
      </p>
    );
  if (standing.as === "listed") return <p class="lead">{words.listedAs(day(standing.since))}</p>;
  if (standing.as === "left") return <p class="notice">{words.left(name, day(standing.since))}</p>;
  return <p class="notice">{standing.as === "coming" ? words.notYet(name) : words.never(name)}</p>;
}

type EntryProps = { view: RegisterView; slug: string; standing: Exclude<Standing, { as: "absent" }> };

/** What is said of the vendor, by the law, products and regimes of the day that it is told of. */
function Entry({ view: { register, locale }, slug, standing: { as, document, on } }: EntryProps) {
  const { vendorPage: words } = wordsFor(locale);
  const props = { organisation: organisationOn(register, on), law: lawWith(register.amendments), on, locale };
  return (
    <section id="entry" aria-labelledby="entry-heading">
      <h2 id="entry-heading">{words.entry[as]}</h2>
      <VendorEntry slug={slug} document={document} {...props} />
    </section>
  );
}

type ChangesProps = { view: RegisterView; slug: string; sets: readonly ChangeSetView[] };

/** Every change of the vendor that was announced, newest first: in short, each with the way to all of it. */
function VendorChanges({ view, slug, sets }: ChangesProps) {
  const { locale } = view;
  const { changes: words, terms, vendorPage } = wordsFor(locale);
  return (
    <ol class="changes" reversed>
      {sets.map((set) => {
        const change = ownChange(set, slug);
        if (!change) return null;
        const { effectiveOn } = change;
        const alone = { ...set, changes: [change] };
        const isPast = set.state !== "withdrawn" && effectiveOn !== null && !change.awaitsApproval;
        return (
          <li class={set.state}>
            <span class="date">{set.announcedAt && <DayOf at={set.announcedAt} view={view} />}</span>
            <span class="summary">
              <a href={`${href(view, `/changes/${set.number}`)}#${slug}`}>
                {terms.explained(words.number(set.number), terms.kinds[change.kind])}
              </a>
              {set.state !== "withdrawn" && <small>{whenOfEach(alone, view).join(" · ")}</small>}
              <Gist of={change} view={view} />
              <Corrected view={view} set={alone} />
              {isPast && change.after && (
                <small>
                  <a href={href(view, `/vendors/${slug}`, { at: effectiveOn })}>
                    {vendorPage.asOf(formatDate(effectiveOn, locale))}
                  </a>
                </small>
              )}
              {isPast && change.before && !set.baseline && (
                <small>
                  <a href={href(view, `/vendors/${slug}`, { at: addDays(effectiveOn, -1) })}>
                    {vendorPage.asOf(formatDate(addDays(effectiveOn, -1), locale))}
                  </a>
                </small>
              )}
            </span>
            <span class="tags">
              <State view={view} set={set} />
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** Asks for the vendor on another date: a plain form that makes an address worth keeping. */
function AtForm({ view, path, at }: { view: RegisterView; path: string; at: IsoDate | null }) {
  const { page, vendorPage } = wordsFor(view.locale);
  return (
    <form method="get" action={path} class="filters" aria-label={vendorPage.otherDate}>
      <Field name="at" label={page.filters.at} type="date" value={at ?? undefined} />
      {view.lang && <input type="hidden" name="lang" value={view.lang} />}
      <p class="field actions">
        <button type="submit" class="quiet">
          {page.filters.show}
        </button>
        {at && <a href={href(view, path)}>{page.filters.clear}</a>}
      </p>
    </form>
  );
}
