import { wordsFor } from "../words/index.ts";
import { type ConsoleView, renderMessage } from "./shell.tsx";

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

/** The page of a link that signs nobody in any more. */
export function renderLinkEnded(view: ConsoleView): string {
  const { signIn: words } = wordsFor(view.locale).consoleWords;
  return renderMessage(view, words.title, [words.ended, words.another]);
}

/** Where whoever is not signed in is led. */
export function renderSignIn(view: ConsoleView & { signedOut: boolean }): string {
  const { signIn: words } = wordsFor(view.locale).consoleWords;
  return renderMessage(view, words.title, [...(view.signedOut ? [words.signedOut] : []), words.needed]);
}
