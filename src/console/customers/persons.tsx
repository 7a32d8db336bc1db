import type { Page } from "../../db/paging.ts";
import type { SubscriberView } from "../../model/people/subscriber.ts";
import { dateIn } from "../../model/values/dates.ts";
import { LANGUAGES } from "../../model/values/languages.ts";
import { listSome } from "../../page/describe/names.ts";
import { Field } from "../../page/parts/fields.tsx";
import { href } from "../../page/shell/view.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { Badge, Confirm, Empty, Facts, type Tone } from "../kit/parts.tsx";
import { Search } from "../kit/search.tsx";
import { Paging, Table } from "../kit/table.tsx";
import { type ConsoleView, renderScreen } from "../shell.tsx";
import { WhomTabs } from "./list.tsx";
import { followersPath, PATH, personPath } from "./paths.ts";

type Status = SubscriberView["status"];

export type FollowerFilters = { q?: string | undefined; status?: Status | undefined; cursor?: string | undefined };

const TONES = { active: "good", pending: "waiting", unsubscribed: "plain" } as const satisfies Record<Status, Tone>;

const Status = ({ view, status }: { view: ConsoleView; status: Status }) => (
  <Badge tone={TONES[status]}>{wordsFor(view.locale).screens.persons.states[status]}</Badge>
);

type FollowersView = ConsoleView & { followers: Page<SubscriberView>; filters: FollowerFilters };

/** Whoever has asked by themselves to be told of changes, the oldest first. */
export function renderFollowers(view: FollowersView): string {
  const { persons: words } = wordsFor(view.locale).screens;
  const { cursor, ...chosen } = view.filters;
  const { data, next } = view.followers;
  const isNew = data.length === 0 && cursor === undefined && !chosen.q && !chosen.status;
  return renderScreen(
    view,
    { page: "customers", title: words.followers, lead: words.lead },
    <>
      <WhomTabs view={view} current="followers" />
      {isNew ? (
        <Empty title={words.none.title}>
          <p>{words.none.text}</p>
        </Empty>
      ) : (
        <>
          <Search view={view} path={followersPath} label={words.searchFor} q={chosen.q}>
            <Field as="select" name="status" label={words.state}>
              <option value="">{words.all}</option>
              {(Object.keys(TONES) as Status[]).map((each) => (
                <option value={each} selected={each === chosen.status}>
                  {words.states[each]}
                </option>
              ))}
            </Field>
          </Search>
          {data.length === 0 ? (
            <p class="hint">{words.nothingFound}</p>
          ) : (
            <Table
              caption={words.followers}
              rows={data}
              columns={[
                {
                  head: words.email,
                  cell: ({ id, email }) => (
                    <a href={href(view, personPath(id))} dir="auto">
                      {email}
                    </a>
                  ),
                },
                { head: words.state, cell: ({ status }) => <Status view={view} status={status} /> },
                { head: words.language, cell: ({ locale }) => LANGUAGES[locale].name },
                { head: words.since, cell: ({ createdAt }) => dayOf(createdAt, view) },
              ]}
            />
          )}
          <Paging view={view} path={followersPath} filters={chosen} cursor={cursor} next={next} />
        </>
      )}
    </>,
  );
}

const dayOf = (at: Date, { timeZone, locale }: ConsoleView): string => formatDate(dateIn(timeZone, at), locale);

/** A person, and for whom they are told; `lone` are the customers for whom nobody else can be told. */
type PersonView = ConsoleView & { person: SubscriberView; contactOf: readonly string[]; mayErase: boolean };

const backTo = (view: ConsoleView, { follower }: SubscriberView) => {
  const { consoleWords, screens } = wordsFor(view.locale);
  return follower
    ? { path: followersPath, label: screens.persons.followers }
    : { path: PATH, label: consoleWords.page.customers };
};

/** The most customers that are named of a person. */
const MOST_NAMED = 20;

/** What is known of a person, with what the law gives them: to know what is held, and to be erased. */
export function renderPerson(view: PersonView): string {
  const { person, mayErase, contactOf, locale } = view;
  const { persons: words } = wordsFor(locale).screens;
  return renderScreen(
    view,
    { page: "customers", title: person.name ?? person.email, back: backTo(view, person) },
    <>
      <Facts
        facts={[
          [words.email, person.email],
          [words.state, <Status view={view} status={person.status} />],
          [words.language, LANGUAGES[person.locale].name],
          [words.since, dayOf(person.createdAt, view)],
          [words.follows, person.follower ? words.yes : words.no],
          [words.contactOf, listSome(contactOf, locale, { most: MOST_NAMED }) || words.nobody],
        ]}
      />
      {mayErase ? (
        <section aria-labelledby="rights">
          <h2 id="rights">{words.rights}</h2>
          <p>{words.exportText}</p>
          <p>
            <a class="button" href={href(view, personPath(person.id, "export"))} download>
              {words.export}
            </a>
          </p>
          <p>{words.eraseText}</p>
          <p>
            <a href={href(view, personPath(person.id, "erase"))}>{words.erase}…</a>
          </p>
        </section>
      ) : (
        <p class="hint">{words.onlyAdmins}</p>
      )}
    </>,
  );
}

/** Before a person is erased: what that means. */
export function renderErase(view: PersonView & { lone: readonly string[] }): string {
  const { person, lone, locale } = view;
  const { persons: words } = wordsFor(locale).screens;
  const who = person.name ?? person.email;
  const back = personPath(person.id);
  return renderScreen(
    view,
    { page: "customers", title: words.erasing.title(who), back: { path: back, label: who } },
    <>
      <ul>
        {words.erasing.means.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      {lone.length > 0 && (
        <p class="notice">{words.erasing.lone(listSome(lone, locale, { most: MOST_NAMED }), lone.length)}</p>
      )}
      <Confirm view={view} action={personPath(person.id, "erase")} button={words.erase} back={back} />
    </>,
  );
}
