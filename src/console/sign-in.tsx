import { SIGN_IN } from "../model/people/session.ts";
import { Field } from "../page/parts/fields.tsx";
import { href } from "../page/shell/view.ts";
import type { ConsoleDictionary } from "../words/dictionary.ts";
import { wordsFor } from "../words/index.ts";
import { type ConsoleView, renderMessage } from "./shell.tsx";

const MINUTES = SIGN_IN.mailedLink / 60_000;

type Words = ConsoleDictionary["consoleWords"]["signIn"];

/** How people sign in, and what was typed that is no address. */
export type SignInView = ConsoleView & {
  byMail: boolean;
  oidc: boolean;
  access: boolean;
  /** Whether the provider is to ask anew who they are. */
  again?: boolean;
  wrong?: string | undefined;
};

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

/** Why an identity provider has signed nobody in, and the ways to sign in. */
export function renderNotSignedIn(view: SignInView, why: keyof Words["failed"]): string {
  const { signIn: words } = wordsFor(view.locale).consoleWords;
  return renderMessage(view, words.failed[why].title, [words.failed[why].text], <Ways view={view} />);
}

function Ways({ view }: { view: SignInView }) {
  const { signIn: words } = wordsFor(view.locale).consoleWords;
  return (
    <div class="console">
      {view.access && (
        <form method="post" action={href(view, "/console/sign-in/access")}>
          <button type="submit">{words.byAccess}</button>
        </form>
      )}
      {view.oidc && (
        <p>
          <a class="onward" href={href(view, "/console/sign-in/oidc", { again: view.again ? "yes" : undefined })}>
            {words.byOidc}
          </a>
        </p>
      )}
      {view.byMail && (
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
      )}
    </div>
  );
}
