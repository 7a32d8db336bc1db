import { type Compared, compareLists } from "../../model/change/comparison.ts";
import { recordedFrom } from "../../model/change/history.ts";
import { type IsoDate, latest } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { formatDate, formatList, inOrderOf, wordsFor } from "../../words/index.ts";
import { Prose } from "../parts/facts.tsx";
import { Field } from "../parts/fields.tsx";
import { renderRegisterPage } from "../shell/layout.tsx";
import { href, type RegisterView } from "../shell/view.ts";
import { DifferenceRows, describedOn } from "./difference.tsx";

/** The dates to compare the lists of, in whichever order; null is not asked. */
export type CompareView = RegisterView & { from: IsoDate | null; to: IsoDate | null };

/** The most vendors whose differences are shown; any other is named. */
const MOST_SHOWN = 100;

/** The page `/compare`: what differs between the lists of two dates, in the words of the notices; or the form that asks for them. */
export function renderCompare(view: CompareView): string {
  const { locale, publicUrl, today } = view;
  const { page, compare: words } = wordsFor(locale);
  const dates = datesOf(view);
  const head = {
    title: dates ? words.between(formatDate(dates.from, locale), formatDate(dates.to, locale)) : words.title,
    description: words.lead,
    canonical: dates ? undefined : `${publicUrl}/compare`,
    inLanguage: (lang: typeof locale) => href({ lang }, "/compare", { ...dates }),
    back: { path: "/", label: page.list.today },
  };
  return renderRegisterPage(
    view,
    head,
    <>
      <div class="intro">
        <h1>{dates ? words.between(unbroken(dates.from, locale), unbroken(dates.to, locale)) : words.title}</h1>
        {!dates && <p class="lead">{words.lead}</p>}
      </div>
      <div class="compare">
        <form method="get" action="/compare" class="filters" aria-label={words.title}>
          <Field name="from" label={words.from} type="date" value={dates?.from} required />
          <Field name="to" label={words.to} type="date" value={dates?.to ?? today} />
          {view.lang && <input type="hidden" name="lang" value={view.lang} />}
          <p class="field actions">
            <button type="submit" class="quiet">
              {page.filters.show}
            </button>
          </p>
        </form>
      </div>
      {dates && <Comparison view={view} {...dates} />}
    </>,
  );
}

/** A date that is never torn between two lines of a heading. */
const unbroken = (date: IsoDate, locale: Locale): string => formatDate(date, locale).replaceAll(" ", "\u00a0");

/** The earlier date first. Where one is given, the other is today. */
function datesOf({ from, to, today }: CompareView): { from: IsoDate; to: IsoDate } | null {
  if (from === null && to === null) return null;
  const [first = today, last = today] = [from ?? today, to ?? today].sort();
  return { from: first, to: last };
}

function Comparison({ view, from, to }: { view: RegisterView; from: IsoDate; to: IsoDate }) {
  const { locale, register, today } = view;
  const { page, compare: words } = wordsFor(locale);
  const begins = recordedFrom(register.history);
  // Of earlier lists nothing is recorded: what stood there is not new in the first.
  const since = begins ? latest(from, begins) : from;
  const isEarly = since > from;
  const compare = inOrderOf(locale);
  if (begins && isEarly && to <= begins)
    return (
      <p class="notice">
        {page.list.begins(formatDate(begins, locale))} {words.cannot}
      </p>
    );
  const compared = compareLists(register.history, since, to).sort((a, b) => compare(a.name, b.name));
  const [shown, others] = [compared.slice(0, MOST_SHOWN), compared.slice(MOST_SHOWN)];
  return (
    <>
      {begins && isEarly && (
        <p class="notice">
          {page.list.begins(formatDate(begins, locale))}{" "}
          {words.instead(formatDate(since, locale), formatDate(to, locale))}
        </p>
      )}
      {to > today && <p class="notice">{words.announcedSoFar}</p>}
      {compared.length === 0 && (
        <p class="empty">
          {isEarly ? words.noneBetween(formatDate(since, locale), formatDate(to, locale)) : words.none}
        </p>
      )}
      {shown.map((each) => (
        <Vendor view={view} compared={each} to={to} />
      ))}
      {others.length > 0 && (
        <p>
          {words.others(others.length)}{" "}
          {formatList(
            others.map(({ name }) => name),
            locale,
          )}
        </p>
      )}
    </>
  );
}

/** What differs of a vendor, judged by the law, products and regimes of the later date, and the changes by which it came. */
function Vendor({ view, compared, to }: { view: RegisterView; compared: Compared; to: IsoDate }) {
  const { locale } = view;
  const { slug, kind, sets } = compared;
  const { heading, kind: told, note, rows } = describedOn(to, compared, view);
  const { changes, compare: words } = wordsFor(locale);
  return (
    <section class="changed" id={slug} aria-labelledby={`${slug}--heading`}>
      <h2 id={`${slug}--heading`}>
        <a href={href(view, `/vendors/${slug}`)} dir="auto">
          {heading}
        </a>{" "}
        <span class={`tag ${kind}`}>{told}</span>
      </h2>
      <p>
        {words.by}{" "}
        {sets.map(({ number, rectification }, index) => (
          <>
            {index > 0 && ", "}
            <a href={`${href(view, `/changes/${number}`)}#${slug}`}>{changes.number(number)}</a>
            {rectification && ` (${wordsFor(locale).rectification.page.title})`}
          </>
        ))}
      </p>
      {note && <Prose text={note} />}
      <DifferenceRows rows={rows} kind={kind} locale={locale} />
    </section>
  );
}
