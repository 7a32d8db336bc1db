import { Role } from "../../model/people/user.ts";
import { dateIn } from "../../model/values/dates.ts";
import { Field } from "../../page/parts/fields.tsx";
import { href } from "../../page/shell/view.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import type { PeopleView } from "./view.ts";

/** For how many days a key may be made; 0: for ever. */
export const KEY_DAYS = [30, 90, 365, 0] as const;
const USUAL_DAYS = 90;

/** The API keys there are, each with the button that ends it, and the form that makes one. */
export function Keys({ view }: { view: PeopleView }) {
  const { keys: words } = wordsFor(view.locale).consoleWords.people;
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">{view.users ? words.all : words.own}</h2>
      <p class="hint">{words.lead}</p>
      {view.made && <Made view={view} made={view.made} />}
      {view.keys.length > 0 && <List view={view} />}
      <Make view={view} />
    </section>
  );
}

/** The one time that a key is shown. */
function Made({ view, made }: { view: PeopleView; made: { name: string; key: string } }) {
  const { keys: words } = wordsFor(view.locale).consoleWords.people;
  return (
    <div class="made" role="status">
      <p>
        <strong>{words.made(made.name)}</strong>
      </p>
      <p>{words.once}</p>
      <p class="field">
        <label for="key">{words.key}</label>
        <input id="key" readonly value={made.key} autocomplete="off" spellcheck={false} />
      </p>
    </div>
  );
}

function List({ view }: { view: PeopleView }) {
  const { people, roles } = wordsFor(view.locale).consoleWords;
  const { keys: words } = people;
  const names = new Map([...(view.users ?? []), view.user].map(({ id, name }) => [id, name]));
  const day = (at: Date) => formatDate(dateIn(view.timeZone, at), view.locale);
  return (
    <ul class="rows">
      {view.keys.map(({ id, name, user, scopes, createdAt, expiresAt }) => (
        <li>
          <span>
            <strong dir="auto">{name}</strong>{" "}
            {view.users && (
              <span class="tag">{user === null ? words.nobodys : (names.get(user) ?? words.nobodys)}</span>
            )}
            <br />
            <small>
              {words.about(
                scopes.map((scope) => roles[scope]).join(", "),
                day(createdAt),
                expiresAt === null ? null : day(expiresAt),
              )}
            </small>
          </span>
          <form method="post" action={href(view, `/console/people/keys/${id}/end`)}>
            <button type="submit" class="quiet" aria-label={words.end(name)}>
              {words.endShort}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

function Make({ view }: { view: PeopleView }) {
  const { people, roles } = wordsFor(view.locale).consoleWords;
  const { keys: words } = people;
  const { values = {}, wrong = {} } = view.unmade ?? {};
  const own = Role.options.slice(0, Role.options.indexOf(view.user.role) + 1);
  return (
    <form class="stack" method="post" action={href(view, "/console/people/keys")}>
      <h3>{words.make}</h3>
      <Field
        name="keyName"
        label={words.name}
        hint={{ id: "keyName-hint", text: words.nameHint }}
        autocomplete="off"
        required
        maxlength={200}
        value={values.keyName}
        wrong={wrong.keyName}
      />
      <Field as="select" name="keyRole" label={words.may} wrong={wrong.keyRole}>
        {own.map((role) => (
          <option value={role} selected={role === (values.keyRole ?? "read")}>
            {roles[role]}
          </option>
        ))}
      </Field>
      <Field as="select" name="keyDays" label={words.expires} wrong={wrong.keyDays}>
        {KEY_DAYS.map((days) => (
          <option value={String(days)} selected={String(days) === (values.keyDays ?? String(USUAL_DAYS))}>
            {days === 0 ? words.never : words.in(days)}
          </option>
        ))}
      </Field>
      <button type="submit">{words.makeButton}</button>
    </form>
  );
}
