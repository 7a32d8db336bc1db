import type { Child, PropsWithChildren } from "hono/jsx";
import { href } from "../../page/shell/view.ts";
import { wordsFor } from "../../words/index.ts";
import type { ConsoleView } from "../shell.tsx";

/** What a state is like: green is done, amber waits or runs, red failed or was taken back. */
export type Tone = "plain" | "good" | "waiting" | "bad";

/** A state in a word. */
export const Badge = ({ tone = "plain", children }: PropsWithChildren<{ tone?: Tone }>) => (
  <span class={`tag ${tone}`}>{children}</span>
);

export type Tab = { path: string; label: string; current: boolean };

/** Parts of a screen, each an address of its own. */
export const Tabs = ({ view, label, tabs }: { view: ConsoleView; label: string; tabs: readonly Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li>
          <a href={href(view, tab.path)} aria-current={tab.current ? "page" : undefined}>
            {tab.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** Where there is nothing yet: says so, and what comes next. */
export const Empty = ({ title, children }: PropsWithChildren<{ title: string }>) => (
  <div class="empty">
    <p>
      <strong>{title}</strong>
    </p>
    {children}
  </div>
);

/** Facts, each under its name. */
export const Facts = ({ facts }: { facts: readonly (readonly [label: string, value: Child])[] }) => (
  <dl class="key-facts">
    {facts.map(([label, value]) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

type LiveProps = PropsWithChildren<{
  view: ConsoleView;
  /** The page that it is a part of. */
  path: string;
  name: string;
  /** While it is, the script asks for it anew every few seconds; without script, a link does. */
  isUnderWay: boolean;
}>;

/** A part of a page that says how far something has come. */
export const Live = ({ view, path, name, isUnderWay, children }: LiveProps) => (
  <div class="live" data-preview={name}>
    {children}
    {isUnderWay && (
      <p class="hint" data-live="">
        {wordsFor(view.locale).screens.kit.underWay}{" "}
        <a href={href(view, path)}>{wordsFor(view.locale).screens.kit.refresh}</a>
      </p>
    )}
  </div>
);

type ActionProps = PropsWithChildren<{
  view: ConsoleView;
  action: string;
  button: string;
  /** What the button is called where others beside it are called the same. */
  name?: string | undefined;
  quiet?: boolean;
  fields?: Record<string, string>;
}>;

/** A form that is one button, with what is to be said before it. */
export const Action = ({ view, action, button, name, quiet, fields = {}, children }: ActionProps) => (
  <form method="post" action={href(view, action)} class="action">
    {Object.entries(fields).map(([field, value]) => (
      <input type="hidden" name={field} value={value} />
    ))}
    {children}
    <button type="submit" class={quiet ? "quiet" : undefined} aria-label={name}>
      {button}
    </button>
  </form>
);

type ConfirmProps = PropsWithChildren<Omit<ActionProps, "name" | "quiet"> & { back: string }>;

/** What stands at the end of a page that repeats what is about to be done: the one button that does it, and the way back. */
export const Confirm = ({ view, back, children, ...action }: ConfirmProps) => (
  <div class="confirm">
    <Action view={view} {...action}>
      {children}
    </Action>
    <a href={href(view, back)}>{wordsFor(view.locale).screens.kit.cancel}</a>
  </div>
);

/** A section behind its heading: a link to it, or to what is in it, opens it. */
export const Folded = ({
  id,
  title,
  open,
  children,
}: PropsWithChildren<{ id: string; title: string; open: boolean }>) => (
  <section aria-labelledby={`${id}-heading`}>
    <details class="folded" open={open}>
      <summary>
        <h2 id={`${id}-heading`}>{title}</h2>
      </summary>
      <div class="stacked" id={id}>
        {children}
      </div>
    </details>
  </section>
);
