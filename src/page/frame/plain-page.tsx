import type { Child } from "hono/jsx";
import { wordsFor } from "../../words/index.ts";
import { type Frame, href } from "./frame.ts";
import { type Head, renderPage } from "./layout.tsx";

export type PlainPage = {
  title: string;
  paragraphs: readonly string[];
  /** One button, which posts to the page's own address. `quiet`: it stands back, as something else comes first. */
  form?: { button: string; fields?: Record<string, string>; intro?: string; quiet?: boolean } | undefined;
  /** What comes after that, such as a second form. */
  more?: Child;
  /** Whether to lead the reader to the list; by default it does. */
  leadsHome?: boolean | undefined;
  /** Where the language links lead, for an address that answers only POST. */
  inLanguage?: Head["inLanguage"];
};

/** A page that says one thing, and may have one button. */
export function renderPlainPage(frame: Frame & PlainPage): string {
  const { title, paragraphs, form, more } = frame;
  return plainFrame(
    frame,
    title,
    <>
      {paragraphs.map((text) => (
        <p>{text}</p>
      ))}
      {form && (
        <form method="post">
          {form.intro && <p>{form.intro}</p>}
          {Object.entries(form.fields ?? {}).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class={form.quiet ? "quiet" : undefined}>
            {form.button}
          </button>
        </form>
      )}
      {more}
    </>,
  );
}

/** The frame of a plain page, and of a small form. */
export function plainFrame(
  frame: Frame & Pick<PlainPage, "leadsHome" | "inLanguage">,
  title: string,
  content: Child,
): string {
  return renderPage(
    frame,
    { title, inLanguage: frame.inLanguage },
    <article class="message">
      <h1>{title}</h1>
      {content}
      {frame.leadsHome !== false && (
        <p class="home">
          <a class="onward" href={href(frame, "/")}>
            {wordsFor(frame.locale).page.toRegistry}
          </a>
        </p>
      )}
    </article>,
  );
}

/** The page for an address that leads nowhere: 404. */
export function renderNotFound(frame: Frame): string {
  const { title, text } = wordsFor(frame.locale).page.notFound;
  return renderPlainPage({ ...frame, title, paragraphs: [text] });
}

/** The page for when the database does not answer and no list is in memory: 503. */
export function renderUnavailable(frame: Frame): string {
  const { title, text } = wordsFor(frame.locale).page.unavailable;
  return renderPlainPage({ ...frame, title, paragraphs: [text], leadsHome: false });
}
