import type { Child } from "hono/jsx";
import { Role, type User } from "../model/people/user.ts";
import { CONSOLE_LANGUAGES, LANGUAGES } from "../model/values/languages.ts";
import type { ConsoleLocale } from "../model/values/text.ts";
import { href } from "../page/shell/view.ts";
import { stylesheetPath } from "../page/style/index.ts";
import { formatMidnights, wordsFor } from "../words/index.ts";
import { Did } from "./kit/did.tsx";
import { consoleScriptPath } from "./kit/script.ts";
import { consoleStylePath } from "./style/index.ts";

/** The screens of the console that there are, in the order of its navigation. */
export const CONSOLE_PAGES = {
  today: "/console",
  changes: "/console/changes",
  answers: "/console/answers",
  vendors: "/console/vendors",
  customers: "/console/customers",
  transfers: "/console/transfers",
  delivery: "/console/delivery",
  organisation: "/console/organisation",
  people: "/console/people",
  log: "/console/log",
} as const;
export type ConsolePage = keyof typeof CONSOLE_PAGES;

/** The role that a screen asks for, where that is a wider one than to read: it is in nobody else's navigation. */
const FOR: Partial<Record<ConsolePage, Role>> = { log: "admin" };

const mayOpen = (user: User | null, page: ConsolePage): boolean =>
  Role.options.indexOf(user?.role ?? "read") >= Role.options.indexOf(FOR[page] ?? "read");

/** What every page of the console needs to know. */
export type ConsoleView = {
  locale: ConsoleLocale;
  /** The language that the address asked for, if it did: links keep it. */
  lang?: ConsoleLocale | undefined;
  /** What the organisation is called. */
  organisation: string;
  /** How times are shown. */
  timeZone: string;
  /** Null where nobody is signed in. */
  user: User | null;
  /** What was just done, in words, where the page is shown after that. */
  saved?: string | undefined;
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
        <script type="module" src={consoleScriptPath} />
      </head>
      <body>
        <a class="skip" href="#content">
          {words.page.skip}
        </a>
        <header class="top console-top">
          <div class="wrap">
            <a class="brand" href={href(view, "/console")} dir="auto">
              {view.organisation}
            </a>
            <div class="account">
              <Languages view={view} />
              {view.user && <Account view={view} user={view.user} />}
            </div>
          </div>
        </header>
        <div class={view.user ? "console-body has-nav" : "console-body"}>
          {view.user && <Navigation view={view} page={page} />}
          <main id="content" class="wrap" tabindex={-1}>
            {content}
            {view.user && <p class="midnights">{formatMidnights(view.locale, view.timeZone)}</p>}
          </main>
        </div>
      </body>
    </html>
  );
  return `<!doctype html>\n${html.toString()}`;
}

function Languages({ view }: { view: ConsoleView }) {
  const words = wordsFor(view.locale);
  return (
    <nav class="languages" aria-label={words.page.languages}>
      <ul>
        {CONSOLE_LANGUAGES.map((each) => (
          <li>
            <a
              href={`?lang=${each}`}
              lang={each}
              hreflang={each}
              aria-current={each === view.locale ? "true" : undefined}
            >
              {LANGUAGES[each].name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Account({ view, user }: { view: ConsoleView; user: User }) {
  const { consoleWords: words } = wordsFor(view.locale);
  return (
    <form method="post" action={href(view, "/console/sign-out")}>
      <span dir="auto">{words.signedInAs(user.name)}</span>
      <button type="submit" class="quiet">
        {words.signOut}
      </button>
    </form>
  );
}

function Navigation({ view, page }: { view: ConsoleView; page?: ConsolePage | undefined }) {
  const { consoleWords: words } = wordsFor(view.locale);
  return (
    <nav class="console-nav" aria-label={words.navigation}>
      <ul>
        {(Object.keys(CONSOLE_PAGES) as ConsolePage[])
          .filter((each) => mayOpen(view.user, each))
          .map((each) => (
            <li>
              <a href={href(view, CONSOLE_PAGES[each])} aria-current={each === page ? "page" : undefined}>
                {words.page[each]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

type ScreenHead = {
  page: ConsolePage;
  /** What the screen is called; by default as in the navigation. */
  title?: string;
  /** What it is for, in a sentence. */
  lead?: Child;
  /** Buttons and links at its head. */
  buttons?: Child;
  /** The screen it is a part of. */
  back?: { path: string; label: string };
};

/** A screen of the console: its heading, whether something was saved, and what it has. */
export function renderScreen(
  view: ConsoleView,
  { page, back, lead, buttons, ...head }: ScreenHead,
  content: Child,
): string {
  const { consoleWords, screens } = wordsFor(view.locale);
  const title = head.title ?? consoleWords.page[page];
  return renderConsole(
    view,
    { title, page },
    <>
      {back && (
        <nav class="back" aria-label={screens.kit.back}>
          <a href={href(view, back.path)}>{back.label}</a>
        </nav>
      )}
      <div class="console">
        <div class="screen-head">
          <div>
            <h1 dir="auto">{title}</h1>
            {lead && <p class="lead">{lead}</p>}
          </div>
          {buttons && <div class="buttons">{buttons}</div>}
        </div>
        {view.saved && <Did>{view.saved}</Did>}
        {content}
      </div>
    </>,
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
      <a class="onward" href={href(view, "/console/sign-in", { again: refused === "fresh" ? "yes" : undefined })}>
        {signIn.button}
      </a>
    </p>
  );
  return renderMessage(view, title, [text], more);
}

/** The page for what the registry refused, or could not do. */
export function renderProblem(view: ConsoleView, slug: string): string {
  const { refusals, problems } = wordsFor(view.locale).screens;
  const said: Record<string, string> = { ...problems, ...refusals };
  const more = (
    <p>
      <a class="onward" href={href(view, "/console")}>
        {wordsFor(view.locale).consoleWords.page.today}
      </a>
    </p>
  );
  return renderMessage(view, problems.title, [said[slug] ?? problems.other], more);
}
