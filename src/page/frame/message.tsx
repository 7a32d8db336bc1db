import type { Child } from "hono/jsx";
import { wordsFor } from "../../words/index.ts";
import { type Frame, href } from "./frame.ts";
import { document, type Head } from "./layout.tsx";

export type Message = {
  title: string;
  paragraphs: readonly string[];
  /** One button, which posts to the page's own address. */
  form?: { button: string; fields?: Record<string, string>; intro?: string; quiet?: boolean } | undefined;
  /** What comes after that, such as a second form. */
  more?: Child;
  /** Whether to lead the reader to the list; by default it does. */
  leadsHome?: boolean | undefined;
  /** The page in another language, where this address only takes what is posted to it. */
  inLanguage?: Head["inLanguage"];
};

/** A page that says one thing, and may have one button. */
export function renderMessage(frame: Frame & Message): string {
  const { title, paragraphs, form, more } = frame;
  return messagePage(
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

/** The frame of a message, and of a small form. */
export function messagePage(
  frame: Frame & Pick<Message, "leadsHome" | "inLanguage">,
  title: string,
  content: Child,
): string {
  return document(
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
  return renderMessage({ ...frame, title, paragraphs: [text] });
}

/** The page for when nothing can be read, and nothing is remembered: 503. */
export function renderUnavailable(frame: Frame): string {
  const { title, text } = wordsFor(frame.locale).page.unavailable;
  return renderMessage({ ...frame, title, paragraphs: [text], leadsHome: false });
}
