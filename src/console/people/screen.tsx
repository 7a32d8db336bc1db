import { Role, type User } from "../../model/people/user.ts";
import { dateIn } from "../../model/values/dates.ts";
import { Field } from "../../page/parts/fields.tsx";
import { href } from "../../page/shell/view.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import { Did } from "../kit/did.tsx";
import { formatMoment } from "../kit/moment.ts";
import { renderConsole } from "../shell.tsx";
import { Keys } from "./keys.tsx";
import { Mail, Own } from "./own.tsx";
import type { PeopleView } from "./view.ts";

/** Users and sessions: everybody's for whoever administers, else only where the reader is signed in. */
export function renderPeople(view: PeopleView): string {
  const { page } = wordsFor(view.locale).consoleWords;
  return renderConsole(
    view,
    { title: page.people, page: "people" },
    <div class="console">
      <h1>{page.people}</h1>
      {view.saved && <Did>{view.saved}</Did>}
      <Errors view={view} />
      {view.users && <Users view={view} users={view.users} />}
      {view.users && <Invite view={view} />}
      <Own view={view} />
      <Mail view={view} />
      <Sessions view={view} />
      <Keys view={view} />
    </div>,
  );
}

/** What was wrong, where the reader is led to after a form was not taken. */
function Errors({ view: { refused, invited, unmade, unasked, locale } }: { view: PeopleView }) {
  const { refused: words } = wordsFor(locale).consoleWords;
  const wrong = Object.entries({ ...invited?.wrong, ...unmade?.wrong, ...unasked?.wrong });
  if (!refused && wrong.length === 0) return null;
  return (
    <div class="errors" role="alert" tabindex={-1} autofocus>
      <h2>{words.wrong.title}</h2>
      {refused && <p>{refused}</p>}
      {wrong.length > 0 && (
        <ul>
          {wrong.map(([name, text]) => (
            <li>
              <a href={`#${name}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Users({ view, users }: { view: PeopleView; users: User[] }) {
  const { people: words, roles } = wordsFor(view.locale).consoleWords;
  return (
    <section aria-labelledby="users">
      <h2 id="users">{words.users}</h2>
      <p class="hint">{words.usersLead}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.email}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.mail.column}</th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr>
              <th scope="row" dir="auto">
                {user.name} {user.id === view.user.id && <span class="tag">{words.you}</span>}
              </th>
              <td data-head={words.email}>{user.email}</td>
              <td data-head={words.role}>
                {user.removedAt ? (
                  words.removed(formatDate(dateIn(view.timeZone, user.removedAt), view.locale))
                ) : user.id === view.user.id ? (
                  roles[user.role]
                ) : (
                  <RoleForms view={view} user={user} />
                )}
              </td>
              <td data-head={words.mail.column}>{user.removedAt === null && <Hears view={view} user={user} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RoleForms({ view, user }: { view: PeopleView; user: User }) {
  const { consoleWords, screens, terms } = wordsFor(view.locale);
  const { people: words, roles } = consoleWords;
  const path = `/console/people/users/${user.id}`;
  return (
    <div class="beside">
      <form method="post" action={href(view, `${path}/role`)}>
        <select name="role" aria-label={terms.explained(words.role, user.name)}>
          {Role.options.map((role) => (
            <option value={role} selected={role === user.role}>
              {roles[role]}
            </option>
          ))}
        </select>
        <button type="submit" class="quiet" aria-label={words.save(user.name)}>
          {screens.kit.save}
        </button>
      </form>
      <details>
        <summary aria-label={`${words.remove(user.name)} …`}>{screens.kit.remove} …</summary>
        <form method="post" action={href(view, `${path}/remove`)}>
          <p class="hint">{words.removing}</p>
          <button type="submit" class="quiet">
            {words.remove(user.name)}
          </button>
        </form>
      </details>
    </div>
  );
}

/** Whether somebody is mailed of answers; of another than the reader, with the button that changes it. */
function Hears({ view, user: { id, name, hearsOfAnswers } }: { view: PeopleView; user: User }) {
  const { mail: words } = wordsFor(view.locale).consoleWords.people;
  if (id === view.user.id) return <>{hearsOfAnswers ? words.on : words.off}</>;
  return (
    <form method="post" action={href(view, `/console/people/users/${id}/mail`)}>
      {hearsOfAnswers ? words.on : words.off}
      {!hearsOfAnswers && <input type="hidden" name="hears" value="on" />}
      <button type="submit" class="quiet" aria-label={hearsOfAnswers ? words.turnOff(name) : words.turnOn(name)}>
        {hearsOfAnswers ? words.turnOffShort : words.turnOnShort}
      </button>
    </form>
  );
}

function Invite({ view }: { view: PeopleView }) {
  const { people: words, roles } = wordsFor(view.locale).consoleWords;
  const { values = {}, wrong = {} } = view.invited ?? {};
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{words.invite}</h2>
      <form class="stack" method="post" action={href(view, "/console/people/users")}>
        <Field
          name="name"
          label={words.person}
          autocomplete="off"
          required
          maxlength={200}
          value={values.name}
          wrong={wrong.name}
        />
        <Field
          name="email"
          label={words.email}
          type="email"
          autocomplete="off"
          required
          maxlength={254}
          value={values.email}
          wrong={wrong.email}
        />
        <p class="field">
          <label for="role">{words.role}</label>
          <select id="role" name="role">
            {Role.options.map((role) => (
              <option value={role} selected={role === (values.role ?? "read")}>
                {roles[role]}
              </option>
            ))}
          </select>
        </p>
        <p class="hint">{words.roleHint}</p>
        <button type="submit">{words.inviteButton}</button>
      </form>
    </section>
  );
}

function Sessions({ view }: { view: PeopleView }) {
  const { people: words } = wordsFor(view.locale).consoleWords;
  const names = new Map([...(view.users ?? []), view.user].map(({ id, name }) => [id, name]));
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{view.users ? words.sessions : words.ownSessions}</h2>
      <ul class="rows">
        {view.sessions.map((session) => {
          const name = names.get(session.userId) ?? "";
          const since = formatMoment(session.signedInAt, view);
          return (
            <li>
              <span>
                <strong dir="auto">{name}</strong>{" "}
                {session.id === view.session.id && <span class="tag">{words.thisBrowser}</span>}
                <br />
                <small>{words.session(since, formatMoment(session.seenAt, view))}</small>
              </span>
              <form method="post" action={href(view, `/console/people/sessions/${session.id}/end`)}>
                <button type="submit" class="quiet" aria-label={words.end(name, since)}>
                  {words.endShort}
                </button>
              </form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
