import type { ChangeSetRow } from "../../model/change/change-set.ts";
import { comingAfter, onceForHistory } from "../../model/change/history.ts";
import { type ChangeSetView, type ChangeView, changeSetViews } from "../../model/change/register.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import { LOCALES, type Locale } from "../../model/values/text.ts";
import { inOrderOf, wordsFor } from "../../words/index.ts";
import { Parts } from "../parts/turns.tsx";
import { DayOf } from "../parts/when.tsx";
import { longPage, type RegisterPage } from "../shell/layout.tsx";
import { SECTIONS } from "../shell/sections.ts";
import { href, isUnnamed, type RegisterView } from "../shell/view.ts";
import { whenOfEach, withdrawnOn } from "./in-effect.tsx";
import { mayBeRecent, State } from "./state.tsx";
import { summarise } from "./summary.ts";

/** The page `/changes`: every change set that was ever announced, newest first. */
export const { render: renderChanges, renderInTurns: renderChangesInTurns } = longPage(changesPage);

function changesPage(view: RegisterView): RegisterPage {
  const { register, locale, publicUrl } = view;
  const { changes: words, page } = wordsFor(locale);
  const head = { title: words.title, canonical: `${publicUrl}/changes`, back: { path: "/", label: page.list.today } };
  const content = (
    <>
      <div class="intro">
        <h1>{words.title}</h1>
        {!isUnnamed(view) && <p class="lead">{words.lead(register.organisation.name)}</p>}
      </div>
      <ChangeList view={view} sets={announcements(view)} />
    </>
  );
  return { view, head, content };
}

/** How many of the newest the page of the list tells. */
const NEWEST = 5;

/**
 * Those of the announcements that the page of the list tells, as these are ordered: what is to come, what may still be
 * objected to, and the newest. The others are not even looked at: a list may have thousands.
 */
export function newsOf({ register: { history }, today, locale }: RegisterView): readonly ChangeSetView[] {
  const only = new Set(comingAfter(history, today).map(({ set }) => set.number));
  const newest: ChangeSetRow[] = [];
  // The last are the newest, as a rule: most of the others are looked at once.
  for (const { set } of history.toReversed()) {
    if (mayBeRecent(set, today)) only.add(set.number);
    const last = newest.at(NEWEST - 1);
    if ((last && newestFirst(last, set) <= 0) || newest.some(({ number }) => number === set.number)) continue;
    newest.push(set);
    newest.sort(newestFirst).splice(NEWEST);
  }
  for (const { number } of newest) only.add(number);
  return changeSetViews(history, today, { order: byName(locale), only }).sort(newestFirst);
}

/** The newest changes, on the page of the list. */
export function RecentChanges({ view, sets }: { view: RegisterView; sets: readonly ChangeSetView[] }) {
  const words = wordsFor(view.locale).changes;
  return (
    <section id={SECTIONS.changes} aria-labelledby="changes-heading">
      <h2 id="changes-heading">{words.heading}</h2>
      <ChangeList view={view} sets={sets.slice(0, NEWEST)} />
      <p>
        <a class="onward" href={href(view, "/changes")}>
          {words.all}
        </a>
      </p>
    </section>
  );
}

function ChangeList({ view, sets }: { view: RegisterView; sets: readonly ChangeSetView[] }) {
  const { changes: words, terms } = wordsFor(view.locale);
  if (sets.length === 0) return <p class="empty">{words.none}</p>;
  return (
    <ol class="changes" reversed>
      <Parts
        of={sets}
        turn={view.turn}
        each={(set) => (
          <li class={set.state}>
            <span class="date">{set.announcedAt && <DayOf at={set.announcedAt} view={view} />}</span>
            <span class="summary">
              <a href={href(view, `/changes/${set.number}`)} dir="auto">
                {summarise(set, view.locale)}
              </a>
              <small>
                {words.number(set.number)} · {whenInForce(set, view)}
              </small>
            </span>
            <span class="tags">
              <State view={view} set={set} />
              {!set.baseline && <span class="tag">{terms.weights[set.weight]}</span>}
            </span>
          </li>
        )}
      />
    </ol>
  );
}

/** From when, or since when, the changes of a set apply; or when it was withdrawn. */
function whenInForce(set: ChangeSetView, view: RegisterView): string {
  return (set.state === "withdrawn" && withdrawnOn(set, view)) || whenOfEach(set, view).join(" · ");
}

/** What is announced and not in force, soonest first. */
export const comingOf = (sets: readonly ChangeSetView[]): ChangeSetView[] =>
  sets
    .filter(({ state }) => state === "announced")
    .sort((a, b) => (a.effectiveOn ?? "").localeCompare(b.effectiveOn ?? "") || a.number - b.number);

type Announcements = { today: IsoDate; locale: Locale; sets: readonly ChangeSetView[] };

const announcementsIn = onceForHistory((): Announcements[] => []);

/** Every change set that was announced, the newest announcement first; the changes of each by name. */
export function announcements({ register, today, locale }: RegisterView): readonly ChangeSetView[] {
  // Worked out once for a day and a language, as every page of these has it.
  const made = announcementsIn(register.history);
  const before = made.find((each) => each.today === today && each.locale === locale);
  if (before) return before.sets;
  const sets = changeSetViews(register.history, today, { order: byName(locale) }).sort(newestFirst);
  made.push({ today, locale, sets });
  if (made.length > LOCALES.length) made.shift();
  return sets;
}

const newestFirst = (a: Pick<ChangeSetRow, "announcedAt">, b: Pick<ChangeSetRow, "announcedAt">): number =>
  (b.announcedAt?.getTime() ?? 0) - (a.announcedAt?.getTime() ?? 0);

function byName(locale: Locale): (a: ChangeView, b: ChangeView) => number {
  const compare = inOrderOf(locale);
  return (a, b) => compare(a.name, b.name);
}
