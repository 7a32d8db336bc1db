import { FIRST_ADMIN } from "../../model/people/user.ts";
import { Field } from "../../page/parts/fields.tsx";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import { type ConsoleView, renderMessage } from "../shell.tsx";
import type { PeopleView } from "./view.ts";

/**
 * What the reader themselves is called, and where they are reached: whoever was made by the first start has no name and no address
 * of their own yet.
 */
export function Own({ view: { user, locale, unasked, ...view } }: { view: PeopleView }) {
  const { own: words } = wordsFor(locale).consoleWords.people;
  const hasAddress = user.email !== FIRST_ADMIN.email;
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
          hint={{ id: "ownName-hint", text: words.hint }}
        />
        <button type="submit" class="quiet">
          {words.button}
        </button>
      </form>
      <form class="stack" method="post" action={href(view, "/console/people/address")}>
        <Field
          name="ownEmail"
          type="email"
          label={words.email}
          autocomplete="email"
          required
          maxlength={254}
          value={unasked?.values.ownEmail ?? (hasAddress ? user.email : "")}
          wrong={unasked?.wrong.ownEmail}
          hint={{ id: "ownEmail-hint", text: hasAddress ? words.emailHint(user.email) : words.emailMissing }}
        />
        <button type="submit" class="quiet">
          {words.ask}
        </button>
      </form>
    </section>
  );
}

/** The page of a link that confirms an address of its reader: null where it does so no more. Opening it does nothing. */
export function renderAddress(view: ConsoleView, email: string | null): string {
  const { people, page } = wordsFor(view.locale).consoleWords;
  const { own: words } = people;
  if (email === null)
    return renderMessage(
      view,
      words.confirmTitle,
      [words.ended],
      <p>
        <a class="onward" href={href(view, "/console/people#own")}>
          {page.people}
        </a>
      </p>,
    );
  return renderMessage(
    view,
    words.confirmTitle,
    [words.confirm(email)],
    <form method="post">
      <button type="submit">{words.confirmButton}</button>
    </form>,
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
