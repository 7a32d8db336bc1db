import { SIGN_IN } from "../model/people/session.ts";
import { Field } from "../page/parts/fields.tsx";
import { href } from "../page/shell/view.ts";
import { wordsFor } from "../words/index.ts";
import { type ConsoleView, renderMessage } from "./shell.tsx";

const MINUTES = SIGN_IN.mailedLink / 60_000;

/** How people sign in, and what was typed that is no address. */
export type SignInView = ConsoleView & { byMail: boolean; wrong?: string | undefined };

/** The page of a link: its one button signs in. Opening it does nothing, as scanners open every link. */
export function renderLink(view: ConsoleView): string {
  const { signIn: words } = wordsFor(view.locale).consoleWords;
  return renderMessage(
    view,
    words.title,
    [words.link],
    <form method="post">
      <button type="submit">{words.button}</button>
    </form>,
  );
}

/** The page of a link that signs nobody in any more, with the ways to sign in. */
export function renderLinkEnded(view: SignInView): string {
  const { signIn: words } = wordsFor(view.locale).consoleWords;
  return renderMessage(view, words.title, [words.ended], <Ways view={view} />);
}

/** Where whoever is not signed in is led. `said`: that they signed out, or that a link is on its way. */
export function renderSignIn(view: SignInView & { said: "signedOut" | null }): string {
  const { signIn: words } = wordsFor(view.locale).consoleWords;
  return renderMessage(view, words.title, view.said ? [words[view.said]] : [], <Ways view={view} />);
}

/** That a link is on its way, if the address is a user's: the same for every address. */
export function renderLinkSent(view: ConsoleView): string {
  const { signIn: words } = wordsFor(view.locale).consoleWords;
  return renderMessage(
    view,
    words.sent.title,
    [words.sent.text(MINUTES), words.sent.otherwise],
    <p>
      <a class="onward" href={href(view, "/console/sign-in")}>
        {words.sent.again}
      </a>
    </p>,
  );
}

function Ways({ view }: { view: SignInView }) {
  const { signIn: words } = wordsFor(view.locale).consoleWords;
  if (!view.byMail) return null;
  return (
    <form class="stack" method="post" action={href(view, "/console/sign-in")}>
      <Field
        name="email"
        type="email"
        label={words.email}
        hint={{ id: "email-hint", text: words.byMail(MINUTES) }}
        autocomplete="email"
        required
        maxlength={254}
        value={view.wrong}
        wrong={view.wrong === undefined ? undefined : words.wrong}
        autofocus={view.wrong !== undefined}
      />
      <button type="submit">{words.send}</button>
    </form>
  );
}
