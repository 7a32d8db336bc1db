import type { Child } from "hono/jsx";
import type { User } from "../model/people/user.ts";
import { LOCALES, type Locale } from "../model/values/text.ts";
import { href } from "../page/shell/view.ts";
import { stylesheetPath } from "../page/style/index.ts";
import { wordsFor } from "../words/index.ts";
import { consoleStylePath } from "./style.ts";

/** The pages of the console that there are, in the order of its navigation. */
export const CONSOLE_PAGES = { today: "/console", people: "/console/people" } as const;
export type ConsolePage = keyof typeof CONSOLE_PAGES;

/** What every page of the console needs to know. */
export type ConsoleView = {
  locale: Locale;
  /** The language that the address asked for, if it did: links keep it. */
  lang?: Locale | undefined;
  /** What the organisation is called. */
  organisation: string;
  /** How times are shown. */
  timeZone: string;
  /** Null where nobody is signed in. */
  user: User | null;
};

type Head = { title: string; page?: ConsolePage };

/** A whole page of the console as HTML text. It works without script, and asks no other server for anything. */
export function renderConsole(view: ConsoleView, { title, page }: Head, content: Child): string {
  const words = wordsFor(view.locale);
  const { consoleWords } = words;
  const html = (
    <html lang={view.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{consoleWords.title(title, view.organisation)}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={stylesheetPath} />
        <link rel="stylesheet" href={consoleStylePath} />
      </head>
      <body>
        <a class="skip" href="#content">
          {words.page.skip}
        </a>
        <header class="top">
          <div class="wrap">
            <a class="brand" href={href(view, "/console")} dir="auto">
              {view.organisation}
            </a>
            <nav class="languages" aria-label={words.page.languages}>
              <ul>
                {LOCALES.map((each) => (
                  <li>
                    <a
                      href={`?lang=${each}`}
                      lang={each}
                      hreflang={each}
                      aria-current={each === view.locale ? "true" : undefined}
                    >
                      {wordsFor(each).terms.language}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
          </div>
          {view.user && <Navigation view={view} user={view.user} page={page} />}
        </header>
        <main id="content" class="wrap" tabindex={-1}>
          {content}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${html.toString()}`;
}

function Navigation({ view, user, page }: { view: ConsoleView; user: User; page?: ConsolePage | undefined }) {
  const { consoleWords: words } = wordsFor(view.locale);
  return (
    <div class="console-nav">
      <div class="wrap">
        <nav aria-label={words.navigation}>
          <ul>
            {(Object.keys(CONSOLE_PAGES) as ConsolePage[]).map((each) => (
              <li>
                <a href={href(view, CONSOLE_PAGES[each])} aria-current={each === page ? "page" : undefined}>
                  {words.page[each]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <form method="post" action={href(view, "/console/sign-out")}>
          <span dir="auto">{words.signedInAs(user.name)}</span>
          <button type="submit" class="quiet">
            {words.signOut}
          </button>
        </form>
      </div>
    </div>
  );
}

/** A page that says one thing. */
export function renderMessage(view: ConsoleView, title: string, paragraphs: readonly string[], more?: Child): string {
  return renderConsole(
    view,
    { title },
    <article class="message">
      <h1>{title}</h1>
      {paragraphs.map((text) => (
        <p>{text}</p>
      ))}
      {more}
    </article>,
  );
}

export type Refused = "crossSite" | "role" | "signedOut" | "fresh";

/** The page for what was refused: nothing was done. */
export function renderRefused(view: ConsoleView, refused: Refused): string {
  const { refused: words, signIn } = wordsFor(view.locale).consoleWords;
  const { title, text } = words[refused];
  const signsIn = refused === "signedOut" || refused === "fresh";
  const more = signsIn && (
    <p>
      <a class="onward" href={href(view, "/console/sign-in")}>
        {signIn.button}
      </a>
    </p>
  );
  return renderMessage(view, title, [text], more);
}
