import type { DatedState } from "../../model/change/change-set.ts";
import { effectsOf } from "../../model/change/effect.ts";
import type { ChangeSetView } from "../../model/change/register.ts";
import { dateIn, type IsoDate } from "../../model/values/dates.ts";
import { localized } from "../../model/values/text.ts";
import { summarise } from "../../page/changes/summary.ts";
import { href } from "../../page/shell/view.ts";
import { capitalised, formatDate, wordsFor } from "../../words/index.ts";
import { Badge, Empty, type Tone } from "../kit/parts.tsx";
import { Paging, Table } from "../kit/table.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";

/** The lists of the screen, and the states of what stands in each. */
export const CHANGE_LISTS = {
  drafts: ["draft"],
  announced: ["announced"],
  past: ["effective", "withdrawn"],
} as const satisfies Record<string, readonly DatedState[]>;
export type ChangeList = keyof typeof CHANGE_LISTS;

export const isChangeList = (name: string | undefined): name is ChangeList =>
  name !== undefined && Object.hasOwn(CHANGE_LISTS, name);

export type ChangesView = ConsoleView & {
  today: IsoDate;
  mayWrite: boolean;
  /** The lists that are shown: all of them from their beginning, or one. */
  lists: readonly { name: ChangeList; sets: ChangeSetView[]; next: string | null }[];
  /** Where the one that is shown begins. */
  cursor?: string | undefined;
};

const TONES = { draft: "waiting", announced: "waiting", effective: "good", withdrawn: "bad" } as const satisfies Record<
  DatedState,
  Tone
>;

type Stated = { state: DatedState; withdrawnAt?: Date | null };

/** What a set is today, in a word; since when it is withdrawn. */
export function StateBadge({ view, of: { state, withdrawnAt } }: { view: ConsoleView; of: Stated }) {
  const { changes: words } = wordsFor(view.locale);
  const since =
    state === "withdrawn" && withdrawnAt ? formatDate(dateIn(view.timeZone, withdrawnAt), view.locale) : null;
  return (
    <Badge tone={state === "draft" ? "plain" : TONES[state]}>
      {since === null ? words.states[state] : capitalised(words.withdrawnOn(since))}
    </Badge>
  );
}

/** So much of a reason stands for a draft that says nothing else. */
const LONGEST_REASON = 80;

/** What a set does, on one line; what a draft without vendors is for, or else that it is empty. */
export function titleOfSet(set: ChangeSetView, { locale }: Pick<ConsoleView, "locale">): string {
  const said = summarise(set, locale);
  if (said !== "") return said;
  const { emptyDraft, noVendorYet } = wordsFor(locale).screens.changes;
  const reason = set.reason ?? set.rectification?.reason ?? set.emergency?.reason;
  if (!reason) return emptyDraft;
  const [line = ""] = localized(reason, locale, "en").split("\n");
  return noVendorYet(line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON).trimEnd()}…` : line);
}

/** Drafts, what is announced, and what is over: the newest of each, or one of these lists page by page. */
export function renderChanges(view: ChangesView): string {
  const { changes: words } = wordsFor(view.locale).screens;
  const [only, ...others] = view.lists;
  const one = others.length === 0 ? only : undefined;
  const isNew = !one && view.lists.every(({ sets }) => sets.length === 0);
  return renderScreen(
    view,
    {
      page: "changes",
      lead: words.lead,
      ...(one && {
        title: words.lists[one.name].title,
        back: { path: "/console/changes", label: wordsFor(view.locale).consoleWords.page.changes },
      }),
      buttons: view.mayWrite && (
        <a class="button" href={href(view, "/console/changes/new")}>
          {words.newDraft}
        </a>
      ),
    },
    isNew ? (
      <Empty title={words.nothingYet.title}>
        <p>{words.nothingYet.text}</p>
      </Empty>
    ) : (
      view.lists.map((list) => <Listed view={view} list={list} isAlone={one !== undefined} />)
    ),
  );
}

/** What is said of a list that is empty: also how a draft begins, to whoever may begin one. */
function emptyOf({ locale, mayWrite }: ChangesView, name: ChangeList): string {
  const { lists } = wordsFor(locale).screens.changes;
  return name === "drafts" && mayWrite ? `${lists.drafts.empty} ${lists.drafts.begun}` : lists[name].empty;
}

type ListedProps = { view: ChangesView; list: ChangesView["lists"][number]; isAlone: boolean };

function Listed({ view, list: { name, sets, next }, isAlone }: ListedProps) {
  const words = wordsFor(view.locale).screens.changes;
  const { title, all } = words.lists[name];
  const path = "/console/changes";
  return (
    <section aria-labelledby={isAlone ? undefined : name}>
      {!isAlone && <h2 id={name}>{title}</h2>}
      {sets.length === 0 ? <p class="hint">{emptyOf(view, name)}</p> : <Sets view={view} caption={title} sets={sets} />}
      {isAlone ? (
        <Paging view={view} path={path} filters={{ list: name }} cursor={view.cursor} next={next} />
      ) : (
        next !== null && (
          <p>
            <a class="onward" href={href(view, path, { list: name })}>
              {all}
            </a>
          </p>
        )
      )}
    </section>
  );
}

function Sets({ view, caption, sets }: { view: ChangesView; caption: string; sets: readonly ChangeSetView[] }) {
  const { screens, changes } = wordsFor(view.locale);
  const words = screens.changes;
  return (
    <Table
      caption={caption}
      isHeaded
      rows={sets}
      columns={[
        {
          head: words.columns.what,
          cell: (set) => (
            <>
              <a href={href(view, `/console/changes/${set.number}`)} dir="auto">
                {titleOfSet(set, view)}
              </a>
              <br />
              <small class="hint">{changes.number(set.number)}</small>
            </>
          ),
        },
        { head: words.columns.state, cell: (set) => <StateBadge view={view} of={{ state: set.state }} /> },
        { head: words.columns.when, cell: (set) => whenOf(set, view) },
      ]}
    />
  );
}

/** From or since when a set applies; of a draft without a date, when it was last edited. */
function whenOf(set: ChangeSetView, { locale, timeZone, today }: ChangesView): string {
  const { screens, changes: words } = wordsFor(locale);
  const dayOf = (at: Date) => formatDate(dateIn(timeZone, at), locale);
  if (set.withdrawnAt) return capitalised(words.withdrawnOn(dayOf(set.withdrawnAt)));
  const effects = set.state === "draft" && set.effectiveOn === null ? [] : effectsOf(set.changes, today);
  const last = effects.at(-1);
  if (!last) return screens.changes.edited(dayOf(set.updatedAt));
  return capitalised(words.when[last.as](formatDate(last.on, locale)));
}
