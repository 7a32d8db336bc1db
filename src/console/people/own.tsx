import { Field } from "../../page/parts/fields.tsx";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import type { PeopleView } from "./view.ts";

/** What the reader themselves is called: whoever was made by the first start has no name of their own yet. */
export function Own({ view: { user, locale, ...view } }: { view: PeopleView }) {
  const { own: words } = wordsFor(locale).consoleWords.people;
  return (
    <section aria-labelledby="own">
      <h2 id="own">{words.title}</h2>
      <form class="stack" method="post" action={href(view, "/console/people/name")}>
        <Field
          name="ownName"
          label={words.name}
          autocomplete="name"
          required
          maxlength={200}
          value={user.name}
          hint={{ id: "ownName-hint", text: words.hint(user.email) }}
        />
        <button type="submit" class="quiet">
          {words.button}
        </button>
      </form>
    </section>
  );
}

/** What the reader themselves is mailed. */
export function Mail({ view }: { view: PeopleView }) {
  const { mail: words } = wordsFor(view.locale).consoleWords.people;
  const { user, privacyEmail } = view;
  return (
    <section aria-labelledby="mail">
      <h2 id="mail">{words.title}</h2>
      <p class="hint">{privacyEmail === null ? words.nobody : words.text(privacyEmail)}</p>
      <form class="stack" method="post" action={href(view, "/console/people/mail")}>
        <p class="check">
          <label>
            <input type="checkbox" name="hears" checked={user.hearsOfAnswers} />
            {words.check}
          </label>
        </p>
        <button type="submit" class="quiet">
          {words.button}
        </button>
      </form>
    </section>
  );
}
